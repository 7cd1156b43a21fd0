"""Genius scenarios: a domain and one utility space a party, in XML."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from gobetween.casefiles.scenarios.imports.genius_domains import GeniusIssue, genius_issues
from gobetween.casefiles.scenarios.imports.genius_profiles import genius_party
from gobetween.casefiles.scenarios.markup import Element
from gobetween.casefiles.scenarios.refusals import listed, quoted
from gobetween.casefiles.scenarios.values import Scenario
from gobetween.model.errors import InvalidCase

_KNOWN = {
    *("negotiation_template", "utility_space", "objective", "issue", "item", "range", "evaluator", "weight", "reservation"),
    *("discount_factor", "utility", "ufun", "hyperRectangle", "INCLUDES", "EXCLUDES"),
}
_NEARLY = Fraction(1, 10**9)
_BESIDE = {
    "negotiation_template": ("agent", "protocol", "session", "party", "deadline", "mediator"),
    "issue": ("similarity_function",),
}
"""Settings of sessions, and what an agent's model of others takes options for: they say nothing of what packages are worth."""


def role_of(root: Element) -> str | None:
    """'domain' or 'profile', by what the document holds; `None` if it is no part of a Genius scenario."""
    if root.name == "negotiation_template":
        return "domain"
    if root.name != "utility_space":
        return None
    tags = {element.name for element in root.everything()}
    is_valued = any("evaluation" in element.attributes for element in root.everything())
    return "profile" if tags & {"weight", "utility", "evaluator"} or is_valued or "type" in root.attributes else "domain"


def genius_scenario(roots: Mapping[str, Element], name: str, steps: int | None) -> Scenario:
    """The scenario of these files, by the names of their parties; each is a domain or a profile.

    Raises:
        InvalidCase: there is not one domain, or something in a file has no meaning here.
    """
    domains = [file for file, root in roots.items() if role_of(root) == "domain"]
    if len(domains) != 1:
        raise InvalidCase(f"a Genius scenario has one domain file, and here are {len(domains)}: {listed(domains)}")
    for root in roots.values():
        _refuse_unknown(root)
    issues = genius_issues(roots[domains[0]], steps)
    parties = tuple(genius_party(root, file.removesuffix(".xml"), issues) for file, root in sorted(roots.items()) if file != domains[0])
    return Scenario(name, tuple(each.issue for each in issues), parties, tool="Genius", notices=tuple(_notices(roots, issues)))


def _refuse_unknown(element: Element) -> None:
    """Stops at what is not known; what says nothing of the worth of packages is passed over, where it usually stands."""
    for child in element.children:
        if child.name in _KNOWN:
            _refuse_unknown(child)
        elif child.name not in _BESIDE.get(element.name, ()):
            raise child.refusal(f"is not known in a Genius scenario; known: {listed(sorted(_KNOWN))}")


def _notices(roots: Mapping[str, Element], issues: tuple[GeniusIssue, ...]) -> list[str]:
    names = {each.index: each.issue.name for each in issues}
    found = [
        f"{element.file}:{element.line}: issue {element.whole('index')} is called {quoted(element.text('name'))} here; "
        f"it was taken for {quoted(names[element.whole('index')])}, as Genius goes by the index"
        for root in roots.values()
        for element in root.everything()
        if element.name == "issue" and element.text("name") != names[element.whole("index")]
    ]
    costs = [
        file
        for file, root in roots.items()
        if any(element.name == "item" and element.attributes.get("cost", "0").strip(" 0.") for element in root.everything())
    ]
    for file, root in roots.items():
        total = sum((element.number("value") for element in root.everything() if element.name == "weight"), Fraction(0))
        if total and abs(total - 1) > _NEARLY:
            found.append(f"{file}: its weights sum to {float(total):.9g} and were divided by that")
    beside = {
        child.name
        for root in roots.values()
        for element in root.everything()
        for child in element.children
        if child.name in _BESIDE.get(element.name, ())
    }
    if beside:
        found.append(f"not read, as it says nothing of what packages are worth: {listed(f'<{name}>' for name in sorted(beside))}")
    return found + [f"{file}: the costs of its items were not read; Genius does not use them" for file in costs]
