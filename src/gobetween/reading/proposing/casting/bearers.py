"""Whom a bare role means, such as "the company" or "the board": the one actor whom the reports introduce by that word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from attrs import field, frozen

from gobetween.briefs.accounts.naming import key_of
from gobetween.reading.naming.name_words import POWERS, SIDES
from gobetween.reading.proposing.casting.role_words import ORGANS
from gobetween.reading.word_lists import words as word_list

_ROLES = SIDES | POWERS | ORGANS | word_list("regulator watchdog bidder buyer suitor")
NAME = r"(?P<name>[A-Z][\w&.-]*(?:['’](?!s\b)\w*)?(?: (?:of |for |and )?[A-Z][\w&-]*(?:['’](?!s\b)\w*)?)*)"
ROLE = rf"(?P<role>{'|'.join(sorted(_ROLES))})"
_ORGAN = rf"(?P<role>{'|'.join(sorted(ORGANS))})"
_BETWEEN = r"(?:(?!of\b|in\b|for\b|to\b|with\b|by\b|from\b|at\b|on\b|and\b|or\b)[\w’'-]+ )"
_APPOSED = (
    re.compile(rf"\b[Tt]he {_BETWEEN}{{0,3}}{ROLE}, {NAME}(?=[,.;])"),
    re.compile(rf"\b{NAME}, (?:the|its|their) {_BETWEEN}{{0,3}}{ROLE}(?=[,.;])"),
)
_OF_SOMEBODY = (
    re.compile(rf"\b[Tt]he {_ORGAN} of (?:the )?{NAME}"),
    re.compile(rf"\b{NAME}['’]s? {_BETWEEN}{{0,2}}{_ORGAN}\b"),
)


@frozen
class Bearers:
    """For each role that the reports give to exactly one actor, that actor's name; `introduced` are the names behind a role."""

    of_role: Mapping[str, str] = field(factory=dict)
    introduced: frozenset[str] = frozenset()

    def of(self, name: str) -> str | None:
        """The actor that a name in small letters means by its last word; of other names, none."""
        return self.of_role.get(name.rsplit(maxsplit=1)[-1]) if name.split() and name == name.lower() else None


def bearers_of(texts: Iterable[str], names: Collection[str]) -> Bearers:
    """Whom the texts introduce by a role, "the operator, Coastal Trams," or "the board of Coastal Trams"; a role of two is nobody's.

    `names` are those that the reports are known to name.
    """
    found: dict[str, set[str]] = {}
    introduced = set[str]()
    known = {key_of(name): name for name in names}
    for text in texts:
        flat = " ".join(text.split())
        for pattern in (*_APPOSED, *_OF_SOMEBODY):
            for match in pattern.finditer(flat):
                if (named := _named(match["name"], known)) is not None:
                    found.setdefault(match["role"], set()).add(named)
                    introduced |= {named} if pattern in _APPOSED else set()
    return Bearers({role: next(iter(each)) for role, each in found.items() if len(each) == 1}, frozenset(introduced))


def _named(name: str, known: Mapping[str, str]) -> str | None:
    """The known name that it is, or the only one that begins with it."""
    key = key_of(name)
    longer = [each for other, each in known.items() if other.startswith(f"{key} ")]
    return known.get(key) or (longer[0] if len(longer) == 1 else None)


NO_BEARERS = Bearers()
