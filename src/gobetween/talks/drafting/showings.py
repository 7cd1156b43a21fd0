"""Showing a text to others, each a copy of its own; and noting whose the alternatives in its brackets are."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from attrs import evolve, field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.items import PUBLIC
from gobetween.model.proposals import Clause, Proposal, Version
from gobetween.protocols.one_texts import AlternativeAttributed, ShowingNoted, TextShown, showings_to
from gobetween.protocols.wordings import Wording
from gobetween.talks.drafting.attributions import must_be_allowed_to_say, openly
from gobetween.talks.drafting.one_texts import clause_of, version_of, worked_on
from gobetween.talks.knowing.channels import must_be_reached
from gobetween.talks.standings import Deed, Standing


@frozen
class Attribution:
    """Whose an alternative of a clause is, counted from 1 as it stands in the last version.

    `is_open` says that it is to be said in what is shown; showing checks that its owner allows it.
    """

    clause: str
    alternative: int
    by: str = field(kw_only=True)
    is_open: bool = field(default=False, kw_only=True)


def show(at: Standing, text: str, to: Sequence[str], *, version: int | None = None, with_readings: bool = False) -> tuple[Deed, ...]:
    """A mediator shows a version (without one: the last) to one or several, to each a copy of its own; who else is shown it is in none.

    What they get has no readings unless these are to be shown, no names of whose an alternative is unless these may be said to them,
    and is bound to those issues alone that everyone knows.

    Raises:
        ProtocolViolation: the actor works on no such text, or cannot reach someone; someone works on it, or was shown that version; a
            name may not be said.
    """
    working = worked_on(at, text)
    number = version or len(working.versions)
    shown = version_of(working, number)
    at.must_know(*to)
    must_be_reached(at, to, (at.actor,))
    deeds: list[Deed] = []
    for each in dict.fromkeys(to):
        _must_be_showable(at, working, shown, each)
        wording = _as_shown(at, each, working, shown, with_readings=with_readings)
        if not with_readings and _was_shown_last(at, working, each, wording):
            raise ProtocolViolation(f"{each} would see nothing new: what it was shown last reads the same without what you keep")
        shown_as = _name_of_copy(at, working, each)
        deeds += [
            Deed(TextShown(shown_as, wording), frozenset({each})),
            Deed(ShowingNoted(text, number, each, shown_as), frozenset(working.by)),
        ]
    if not deeds:
        raise ProtocolViolation("say to whom the text is to be shown")
    return tuple(deeds)


def attribute(at: Standing, text: str, noted: Attribution, *, told: Sequence[str] = ()) -> tuple[Deed, ...]:
    """A mediator notes whose an alternative is; it and those who work on the text and are `told` get it, not the others.

    Raises:
        ProtocolViolation: there is no such text, clause or alternative; or the owner does not allow that these are told.
    """
    working = worked_on(at, text)
    at.must_know(noted.by, *told)
    clause = clause_of(working.versions[-1], noted.clause, text)
    bracket = clause.alternatives
    if not 0 < noted.alternative <= len(bracket):
        raise ProtocolViolation(f"the clause '{noted.clause}' has {len(bracket)} alternatives; found {noted.alternative}")
    words = bracket[noted.alternative - 1].text
    for each in told:
        if each not in working.by:
            raise ProtocolViolation(f"{each} does not work on '{text}'; whose its alternatives are stays with those who do")
        must_be_allowed_to_say(at, noted.by, each, clause, words)
    act = AlternativeAttributed(text, noted.clause, words, noted.by, is_open=noted.is_open)
    return (Deed(act, frozenset({at.actor, *told})),)


def _must_be_showable(at: Standing, working: Proposal, version: Version, to: str) -> None:
    if at.case.actor(to) is None:
        raise ProtocolViolation(f"a text is shown to actors of the talks; '{to}' is none")
    if to in working.by:
        raise ProtocolViolation(f"{to} works on '{working.id}' and has every version of it")
    if any(each.to == to for each in version.showings):
        raise ProtocolViolation(f"{to} was shown this version of '{working.id}' already")


def _name_of_copy(at: Standing, working: Proposal, to: str) -> str:
    """The id under which someone has, or is to have, its copy: within the names of whoever shows it first.

    The working text's own id would tell who else works on it.
    """
    for showing in showings_to(working, to):
        return showing.text
    wanted = f"{at.actor}/{working.id.rpartition('/')[2]}"
    others = {each.text for text in at.case.proposals if text.id != working.id for each in showings_to(text, to)}
    return wanted if wanted not in others and wanted not in at.own_ids() - {working.id} else at.new_id()


def _was_shown_last(at: Standing, working: Proposal, to: str, wording: Wording) -> bool:
    """Whether someone's last version reads as this one: another like it would tell that something changed which it may not see."""
    last = max(
        ((each.number, version) for version in working.versions for each in version.showings if each.to == to),
        default=None,
        key=itemgetter(0),
    )
    return last is not None and _as_shown(at, to, working, last[1], with_readings=False) == wording


def _as_shown(at: Standing, to: str, working: Proposal, version: Version, *, with_readings: bool) -> Wording:
    """What someone gets of a version, whole."""
    clauses = tuple(_clause_as_shown(at, to, clause, with_readings=with_readings) for clause in version.clauses)
    return Wording(version.title or working.name, clauses, annexes=version.annexes)


def _clause_as_shown(at: Standing, to: str, clause: Clause, *, with_readings: bool) -> Clause:
    issue = at.case.issue(clause.issue) if clause.issue else None
    is_known = issue is not None and PUBLIC in issue.holders
    open_options = {each.id for each in issue.options if PUBLIC in each.holders} if issue and is_known else set()
    return evolve(
        clause,
        issue=clause.issue if is_known else None,
        terms=clause.terms & open_options,
        readings=clause.readings if with_readings else (),
        alternatives=tuple(openly(at, to, clause, each) for each in clause.alternatives),
    )
