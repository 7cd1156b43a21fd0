"""What a party requires of a package, and what it would give up, in plain words about that party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gobetween.bargaining.demands import TAKING
from gobetween.bargaining.requirements import Requirement, RequirementKind
from gobetween.briefs.phrasing import joined, listed
from gobetween.briefs.scenes import Scene
from gobetween.model.evidence import Stance
from gobetween.model.issues import OptionSets
from gobetween.model.items import Item

IN_THE_MATTER = "in the matter itself, "


def conflict_in_words(scene: Scene, requirements: Iterable[Requirement]) -> str:
    """Who requires what, those who require the same together: `Israel: asks for ...; Egypt and Hamas: ask for ...`."""
    by_content: dict[tuple[str, str], list[str]] = {}
    for each in requirements:
        by_content.setdefault(_requires(scene, each), []).append(scene.names.actor(each.owner) if each.owner else "")
    return joined(*(_owned(owners, one, many) for (one, many), owners in by_content.items()))


def conflict_with_reason(scene: Scene, requirements: Iterable[Requirement], because: Sequence[Requirement]) -> str:
    """Who requires what, and the links of the matter, if any, but for which it could all be met."""
    words = conflict_in_words(scene, requirements)
    reasons = (conflict_in_words(scene, (each,)).removeprefix(IN_THE_MATTER) for each in because)
    return f"{words}. The reason lies {IN_THE_MATTER}{joined(*reasons)}" if because else words


def content_of(scene: Scene, requirement: Requirement) -> str:
    """What is required, whoever requires it."""
    return _requires(scene, requirement)[0]


def concessions_in_words(scene: Scene, requirements: Iterable[Requirement]) -> str:
    """Who gives up what: `Israel: gives up its demand for ...`."""
    by_owner: dict[str, list[str]] = {}
    for each in requirements:
        by_owner.setdefault(scene.names.actor(each.owner), []).append(_given_up(scene, each))
    return joined(*(f"{owner}: gives up {listed(given)}" for owner, given in by_owner.items()))


def items_behind(scene: Scene, requirements: Iterable[Requirement]) -> tuple[Item, ...]:
    """The positions and links that the requirements come from."""
    ids = {item for each in requirements for item in each.items}
    return tuple(each for each in (*scene.case.positions, *scene.case.links) if each.id in ids)


def conflict_of_values(scene: Scene, requirements: Iterable[Requirement]) -> str:
    """Why no package will do: between values alone, for whom together there is none; else who requires what."""
    each = tuple(requirements)
    if not each:
        return "Which requirements exclude it was not settled in time"
    if all(requirement.kind is RequirementKind.RESERVATION for requirement in each):
        together = " together" if len(each) > 1 else ""
        return f"No package is at least as good as no deal for {scene.names.actors(str(one.owner) for one in each)}{together}"
    return f"These cannot all be met: {conflict_in_words(scene, each)}"


def _owned(owners: list[str], one: str, many: str) -> str:
    named = [owner for owner in owners if owner]
    if not named:
        return f"{IN_THE_MATTER}{one.removeprefix('takes ')}"
    return f"{listed(named)}: {one if len(named) == 1 else many}"


def _requires(scene: Scene, requirement: Requirement) -> tuple[str, str]:
    """What is required, as of one and as of several."""
    final = ", as a red line" if requirement.kind is RequirementKind.RED_LINE else ""
    if requirement.kind is RequirementKind.RESERVATION:
        return "takes nothing worth less to it than no deal", "take nothing worth less to them than no deal"
    wanted, chosen = _terms(scene, requirement.requires), _terms(scene, requirement.if_chosen)
    if not requirement.if_chosen:
        one, many = _stand(scene, requirement)
        return f"{one} {wanted}{final}", f"{many} {wanted}{final}"
    if not requirement.requires:
        return f"rules out {chosen}{final}", f"rule out {chosen}{final}"
    return f"takes {chosen} only with {wanted}{final}", f"take {chosen} only with {wanted}{final}"


def _given_up(scene: Scene, requirement: Requirement) -> str:
    line = requirement.kind is RequirementKind.RED_LINE
    wanted, chosen = _terms(scene, requirement.requires), _terms(scene, requirement.if_chosen)
    if requirement.kind is RequirementKind.RESERVATION:
        return "part of what it needs to prefer a deal to none"
    if not requirement.if_chosen:
        stand = "demand for" if _stances(scene, requirement) & {Stance.DEMAND} else "stand for"
        return f"its red line, {wanted}" if line else f"its {stand} {wanted}"
    if not requirement.requires:
        return f"its red line against {chosen}" if line else f"its objection to {chosen}"
    return f"its condition of {wanted} for {chosen}"


def _terms(scene: Scene, sets: OptionSets) -> str:
    """`“Israeli troops stay” (Philadelphi Corridor)`, with several issues joined by `and`."""
    return listed(f"{scene.names.quoted(issue, options)} ({scene.names.issue(issue)})" for issue, options in sets.items())


def _stand(scene: Scene, requirement: Requirement) -> tuple[str, str]:
    """How options are wanted, as of one and as of several: demanded, only accepted, or offered and supported."""
    stances = _stances(scene, requirement)
    if Stance.DEMAND in stances:
        return "asks for", "ask for"
    if stances <= TAKING:
        return "could live with", "could live with"
    return "stands for", "stand for"


def _stances(scene: Scene, requirement: Requirement) -> set[Stance]:
    """The stances of the positions in force behind it."""
    return {scene.standing_by_id[item].stance for item in requirement.items if item in scene.standing_by_id}
