"""What can be told: its kind and words, how it is to be handled, and for a position what it is about."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from gobetween.model.caucuses import Handling, Told, ToldKind
from gobetween.model.errors import ProtocolViolation
from gobetween.model.evidence import Stance
from gobetween.model.positions import Series
from gobetween.protocols.caucuses import ItemTold
from gobetween.talks.knowing.terms import are_public, must_know_terms
from gobetween.talks.standings import Standing

SERIES = frozenset({Series.ENTRUSTED, Series.STATED, Series.BOTTOM_LINE})
"""Which series a position that is told may belong to: what is said in public, or reported, is not told in a caucus."""


@frozen
class Telling:
    """What is told: its kind and words, how it is to be handled, and for a position what it is about."""

    text: str
    kind: ToldKind = field(default=ToldKind.STATEMENT, kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    options: frozenset[str] = field(default=frozenset(), kw_only=True)
    stance: Stance | None = field(default=None, kw_only=True)
    series: Series = field(default=Series.ENTRUSTED, kw_only=True)
    is_red_line: bool = field(default=False, kw_only=True)
    handling: Handling = field(default=Handling.AMBER, kw_only=True)
    is_conditioned: bool = field(default=False, kw_only=True)


def check_telling(at: Standing, telling: Telling) -> None:
    """Refuses what does not fit its kind.

    Raises:
        ProtocolViolation: no words, a position without a stance, what belongs to a position with another kind, unknown terms.
    """
    if not telling.text.strip():
        raise ProtocolViolation("say in words what was told")
    is_position = telling.kind is ToldKind.POSITION
    if is_position and telling.stance is None:
        raise ProtocolViolation(f"a position says how its owner stands: one of {named(stance.value for stance in Stance)}")
    if not is_position and (telling.stance or telling.options or telling.is_red_line or telling.series is not Series.ENTRUSTED):
        raise ProtocolViolation(f"options, a stance, a series and a red line belong to a position, not to a {telling.kind}")
    if telling.series not in SERIES:
        raise ProtocolViolation(f"what is told belongs to one of these series: {named(sorted(each.value for each in SERIES))}")
    if telling.options and telling.issue is None:
        raise ProtocolViolation("options are options of an issue: name it")
    if telling.issue is not None and telling.options:
        must_know_terms(at, {telling.issue: telling.options})
        if not are_public(at, {telling.issue: telling.options}):
            raise ProtocolViolation(f"not everyone knows '{telling.issue}' and these options: say it in words alone")
    elif telling.issue is not None and at.case.issue(telling.issue) is None:
        raise ProtocolViolation(
            f"there is no issue '{telling.issue}' that you know of; issues: {named(each.id for each in at.case.issues)}"
        )
    elif telling.issue is not None and not are_public(at, {telling.issue: frozenset()}):
        raise ProtocolViolation(f"not everyone knows '{telling.issue}': say it in words alone")


def item_told(item: str, owner: str, to: tuple[str, ...], telling: Telling, caucus: str | None = None) -> ItemTold:
    """The act of telling it."""
    return ItemTold(
        item,
        owner,
        to,
        telling.text,
        kind=telling.kind,
        caucus=caucus,
        issue=telling.issue,
        options=telling.options,
        stance=telling.stance,
        series=telling.series,
        is_red_line=telling.is_red_line,
        handling=telling.handling,
        is_conditioned=telling.is_conditioned,
    )


def told_again(told: Told, series: Series) -> Telling:
    """What was told, to be told to others."""
    return Telling(
        told.text,
        kind=told.kind,
        issue=told.issue,
        options=told.options,
        stance=told.stance,
        series=series,
        is_red_line=told.is_red_line,
        handling=told.handling,
        is_conditioned=told.is_conditioned,
    )


def named(words: Iterable[str]) -> str:
    """The words, one after another."""
    return ", ".join(words)
