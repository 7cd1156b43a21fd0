"""Positions as three series (bottom line, stated to mediators, declared in public), and what changes an alternative."""

from __future__ import annotations

from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.model.items import KEEPER, PUBLIC
from gobetween.model.mandates import Batna
from gobetween.model.positions import Position, Series
from gobetween.protocols import positions
from gobetween.protocols.positions import AlternativeNoted, PositionTaken, Stand
from gobetween.talks.knowing.channels import must_have_channels
from gobetween.talks.knowing.openness import must_be_known_to_all
from gobetween.talks.knowing.terms import are_public, must_know_terms
from gobetween.talks.proposing.mandates import must_be_delegation
from gobetween.talks.proposing.proposals import current_round
from gobetween.talks.rules import Rules, folding
from gobetween.talks.standings import Deed, Standing

RULES: Rules = {
    PositionTaken: folding("positions", "position", Position, positions.taken),
    AlternativeNoted: folding("alternatives", "alternative", Batna, positions.noted),
}

BECAUSE = ("happenings", "leverage", "commitments", "deadlines", "tracks")
"""The collections of what can change an alternative."""


def note_bottom_line(
    at: Standing, issue: str, options: frozenset[str], *, text: str, to: tuple[str, ...] = (), name: str | None = None
) -> tuple[Deed, ...]:
    """A party notes what it could accept at worst: for itself alone, or entrusted to mediators (`to`).

    Raises:
        ProtocolViolation: who acts is no party or not its delegation, an option is not known, or a mediator has no channel to it.
    """
    at.must_be_party()
    return _taken(at, Series.BOTTOM_LINE, Stand(issue, Stance.ACCEPT, options=options, text=text), to, name)


def state(at: Standing, stand: Stand, *, to: tuple[str, ...], name: str | None = None) -> tuple[Deed, ...]:
    """States a position to mediators, who alone get it.

    Raises:
        ProtocolViolation: nobody is named, one who is named has no channel to whoever acts, or an option is not known to all.
    """
    if not to:
        raise ProtocolViolation("a position is stated to somebody: name the mediators who get it")
    return _taken(at, Series.STATED, stand, to, name)


def declare(at: Standing, stand: Stand, *, name: str | None = None) -> tuple[Deed, ...]:
    """Declares a position in public: everyone gets it, and it changes nothing in what was stated or noted.

    Raises:
        ProtocolViolation: it names what not everybody knows.
    """
    must_be_delegation(at)
    _check(at, stand, is_shared=True)
    must_be_known_to_all(at, at.actor)
    act = PositionTaken(at.new_id(name), at.actor, Series.PUBLIC, stand, round=current_round(at))
    return (Deed(act, frozenset({PUBLIC})),)


def note_alternative(
    at: Standing,
    text: str,
    *,
    is_better: bool | None = None,
    because: tuple[str, ...] = (),
    to: tuple[str, ...] = (),
    name: str | None = None,
) -> tuple[Deed, ...]:
    """A party notes what changes its best alternative to an agreement: for itself alone, or entrusted to mediators (`to`).

    Raises:
        ProtocolViolation: who acts is no party, a mediator has no channel to it, or a cause is not known (or, where it is entrusted,
            not public).
    """
    must_be_delegation(at)
    at.must_be_party()
    _check_entrusted(at, to)
    _check_causes(at, because, is_shared=bool(to))
    act = AlternativeNoted(at.new_id(name), at.actor, text, is_better=is_better, because=because)
    return (Deed(act, frozenset((at.actor, *to))),)


def _taken(at: Standing, series: Series, stand: Stand, to: tuple[str, ...], name: str | None) -> tuple[Deed, ...]:
    must_be_delegation(at)
    _check(at, stand, is_shared=bool(to))
    _check_entrusted(at, to)
    act = PositionTaken(at.new_id(name), at.actor, series, stand, round=current_round(at))
    return (Deed(act, frozenset((at.actor, *to))),)


def _check(at: Standing, stand: Stand, *, is_shared: bool) -> None:
    if at.actor == KEEPER:
        raise ProtocolViolation("the keeper takes no positions; what an actor is reported to say is entered as such")
    if stand.stance is Stance.CONDITIONAL and not stand.condition:
        raise ProtocolViolation("a position that holds on a condition says on which")
    if stand.options or at.case.issue(stand.issue) is None:
        must_know_terms(at, {stand.issue: stand.options})
    if is_shared and not are_public(at, {stand.issue: stand.options}):
        raise ProtocolViolation(f"not everyone knows '{stand.issue}' and these options: say it where they are known")


def _check_entrusted(at: Standing, to: tuple[str, ...]) -> None:
    at.must_know(*to)
    must_have_channels(at, at.actor, *to)
    others = [each for each in to if not at.is_mediator(each)]
    if others:
        raise ProtocolViolation(f"{', '.join(others)}: this is entrusted to mediators alone")


def _check_causes(at: Standing, because: tuple[str, ...], *, is_shared: bool) -> None:
    """What only some know is not named to others: the mediators may not have it."""
    known = {item.id: item for name in BECAUSE for item in getattr(at.case, name)}
    for cause in because:
        if cause not in known:
            raise ProtocolViolation(f"you know of no event or pressure called '{cause}'; known: {', '.join(sorted(known)) or 'none'}")
        if is_shared and PUBLIC not in known[cause].holders:
            raise ProtocolViolation(f"not everybody knows of '{cause}': leave it out, or put it into words, where this is entrusted")
