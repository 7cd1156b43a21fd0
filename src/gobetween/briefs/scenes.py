"""What every section of a brief works from: a view, names for its entries, the day, and the rounds in order."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from attrs import evolve, field, frozen

from gobetween.bargaining.demands import current_positions
from gobetween.briefs.cells import openness_of
from gobetween.briefs.names import Names
from gobetween.briefs.phrasing import when_in_words
from gobetween.disclosure.views import View
from gobetween.model.cases import Case
from gobetween.model.dates import When
from gobetween.model.happenings import Round
from gobetween.model.items import KEEPER, Item
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences
from gobetween.model.proposals import Answer, Proposal


@frozen
class Scene:
    """A view on the day of the brief. `assumption` names the set of assumed numbers that was asked for; without it none is used."""

    view: View
    day: dt.date
    assumption: str | None = None
    names: Names = field(init=False, repr=False)
    rounds: tuple[Round, ...] = field(init=False, repr=False)

    @names.default
    def _named(self) -> Names:
        return Names(self.view.case)

    @rounds.default
    def _in_order(self) -> tuple[Round, ...]:
        return tuple(sorted(self.view.case.rounds, key=lambda each: each.when.sort_key))

    @property
    def case(self) -> Case:
        """What the audience may see of the case."""
        return self.view.case

    @cached_property
    def standing(self) -> tuple[Position, ...]:
        """The positions in force, in the case's order: what is open, what only some hold, what was entrusted are series of their own.

        What a party confides neither replaces nor confirms what is reported of it, nor what only some hold what everybody knows.
        """
        positions = self.case.positions
        series = ([each for each in positions if openness_of(each) == one] for one in sorted({openness_of(each) for each in positions}))
        ids = {each.id for one in series for each in current_positions(evolve(self.case, positions=tuple(one)))}
        return tuple(each for each in positions if each.id in ids)

    @cached_property
    def standing_by_id(self) -> dict[str, Position]:
        """The positions in force by their ids."""
        return {each.id: each for each in self.standing}

    @property
    def is_keeper(self) -> bool:
        """Whether the brief is for whoever holds the folder, who alone can add to it."""
        return self.view.audience == KEEPER

    @property
    def preferences(self) -> tuple[Preferences, ...]:
        """The preferences that may be computed with: the parties' own, and the assumed ones that were asked for."""
        return tuple(each for each in self.view.analysable if each.assumption in (None, self.assumption))

    @property
    def current(self) -> Round | None:
        """The last round that had begun by the day, or the last that may have if no date says so."""
        begun = [each for each in self.rounds if each.when.begins_by(self.day)]
        return next(reversed(begun or [each for each in self.rounds if not self.lies_ahead(each)]), None)

    def lies_ahead(self, item: Round) -> bool:
        """Whether the round begins after the day: it is planned. In an invented case no day lies ahead unless one was asked for."""
        if self.case.is_fictional and self.view.as_of is None:
            return False
        return not item.when.is_unknown and not item.when.begins_by(self.day)

    @property
    def previous(self) -> Round | None:
        """The round before the current one."""
        current = self.current
        place = self.rounds.index(current) if current else 0
        return self.rounds[place - 1] if place else None

    def round_of(self, item: Item) -> Round | None:
        """The round an entry belongs to: the one that it names, or the only one whose dates it shares."""
        named = getattr(item, "round", None)
        if named is None and isinstance(item, Answer):
            named = next((each.round for each in self.case.proposals if each.id == item.proposal and item.when.is_unknown), None)
        if named is not None:
            return next((each for each in self.rounds if each.id == named), None)
        sharing = [each for each in self.rounds if _share_days(item.when, each.when)]
        return sharing[0] if len(sharing) == 1 else None

    def time_of(self, item: Item) -> When:
        """When the entry was, or failing that when its round was."""
        home = self.round_of(item)
        return home.when if item.when.is_unknown and home else item.when

    def time_in_series(self, item: Item) -> When:
        """When the entry was, or failing that when it was known: where it stands among others of its series."""
        when = self.time_of(item)
        return item.known if when.is_unknown else when

    def time_known(self, item: Item) -> str:
        """The name of the round the entry belongs to, or else its time in words; nothing if it has neither."""
        home = self.round_of(item)
        return home.name if home else when_in_words(item.when)

    def time_after_article(self, item: Item) -> str:
        """The same without an article, to stand after one."""
        return self.time_known(item).removeprefix("The ").removeprefix("the ")

    def order(self, item: Item) -> tuple[dt.date, dt.date]:
        """Where the entry stands on a timeline."""
        return self.time_of(item).sort_key

    def is_recent(self, item: Item) -> bool:
        """Whether the entry belongs to the current round or to what came after it began; undated entries do if no round claims them."""
        current, home = self.current, self.round_of(item)
        if current is None or home == current:
            return True
        if home is not None:
            return False
        return item.when.latest is None or current.when.earliest is None or item.when.latest >= current.when.earliest

    def on_table(self) -> tuple[Proposal, ...]:
        """The proposals on the table, the latest first: those of the last round that had any; earlier ones were there in their time."""
        return self._on_table

    @cached_property
    def _on_table(self) -> tuple[Proposal, ...]:
        marked = sorted((each for each in self.case.proposals if each.is_on_table), key=self.order, reverse=True)
        last = self.round_of(marked[0]) if marked else None
        return tuple(each for each in marked if self.round_of(each) == last)

    def table_state(self, proposal: Proposal) -> str:
        """`on the table`, as far as is known: what was there in an earlier round may no longer be; nothing if it was replaced."""
        if proposal not in self.on_table():
            return ""
        return (
            "on the table" if self.is_recent(proposal) else f"last known to be on the table in the {self.time_after_article(proposal)}"
        )


def _share_days(when: When, span: When) -> bool:
    if when.earliest is None or when.latest is None or span.earliest is None or span.latest is None:
        return False
    return when.earliest <= span.latest and span.earliest <= when.latest
