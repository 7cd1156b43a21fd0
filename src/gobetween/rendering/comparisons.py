"""Two versions of a text side by side, in plain words for a terminal: `[-deleted-]`, `{+inserted+}`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gobetween.model.comparisons import Bracket, BracketChange, ClauseChange, Movement, Run, RunKind
from gobetween.rendering.text_safety import harmless
from gobetween.talks.drafting.comparisons import Compared

_MARKS = {RunKind.KEPT: ("", "", ""), RunKind.INSERTED: ("{+", "+}", "\x1b[32m"), RunKind.DELETED: ("[-", "-]", "\x1b[31m")}
_RESET = "\x1b[0m"
_CHANGES = {
    BracketChange.OPENED: "a bracket was opened",
    BracketChange.CHANGED: "the bracket has other alternatives",
    BracketChange.SETTLED: "the bracket closed on one of the alternatives",
    BracketChange.STRUCK: "the bracket was struck out",
    BracketChange.CLOSED: "the bracket closed in other words",
}

NameOf = Callable[[str], str]


def comparison_text(compared: Compared, name_of: NameOf, *, colour: bool = False) -> str:
    """What differs between the two versions, clause by clause, and what moved; `name_of` gives an actor's name."""
    return "\n".join(_lines(compared, name_of, colour=colour)) + "\n"


def _lines(compared: Compared, name_of: NameOf, *, colour: bool) -> Iterator[str]:
    comparison = compared.comparison
    yield f"{compared.text}: version {compared.older} and version {compared.newer}"
    if comparison.is_empty:
        yield "Nothing differs."
        return
    if comparison.title:
        yield "Title: " + "".join(_run(each, colour=colour) for each in comparison.title)
    moved = {each.clause: each for each in compared.movements}
    for change in comparison.clauses:
        if change.is_changed:
            yield ""
            yield from _clause(change, moved.get(change.id), name_of, colour=colour)
    same = [each.id for each in comparison.clauses if not each.is_changed]
    yield from ["", f"Unchanged: {', '.join(same)}"] if same else []
    yield from (f"New annex: {harmless(each)}" for each in comparison.annexes_added)
    yield from (f"Annex taken out: {harmless(each)}" for each in comparison.annexes_removed)


def _clause(change: ClauseChange, movement: Movement | None, name_of: NameOf, *, colour: bool) -> Iterator[str]:
    yield f"{change.id}: {', '.join(_fates(change))}"
    yield "  " + "".join(_run(each, colour=colour) for each in change.runs)
    if change.bracket is not None and change.bracket.change in (BracketChange.OPENED, BracketChange.CHANGED):
        yield from _alternatives(change.bracket)
    if movement is not None:
        yield from _movement(movement, name_of)


def _fates(change: ClauseChange) -> Iterator[str]:
    if change.older is None or change.newer is None:
        yield "new" if change.older is None else "taken out"
        return
    if change.is_moved:
        yield "moved"
    if change.bracket is not None:
        yield _CHANGES[change.bracket.change]
    elif any(each.kind is not RunKind.KEPT for each in change.runs):
        yield "changed"


def _run(run: Run, *, colour: bool) -> str:
    before, behind, code = _MARKS[run.kind]
    text = f"{before}{harmless(run.text)}{behind}"
    return f"{code}{text}{_RESET}" if colour and code else text


def _alternatives(bracket: Bracket) -> Iterator[str]:
    yield from (f"  alternative added: {harmless(each.text)}" for each in bracket.added)
    yield from (f"  alternative taken out: {harmless(each.text)}" for each in bracket.given_up)


def _movement(movement: Movement, name_of: NameOf) -> Iterator[str]:
    if movement.stands is not None:
        whose = f", which was {name_of(movement.whose)}'s" if movement.whose else ""
        yield f"  what stands: {harmless(movement.stands)}{whose}"
    if movement.given_up_by:
        yield f"  given up by: {', '.join(name_of(each) for each in movement.given_up_by)}"
