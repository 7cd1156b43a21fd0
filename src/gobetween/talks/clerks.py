"""The clerk: lets actors act, each from its own view, and writes what they do into the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress

from attrs import define, evolve, field, frozen

from gobetween.disclosure.views import View, analysable_preferences, view_for
from gobetween.model.cases import Case
from gobetween.model.errors import NotDisclosed, ProtocolViolation, RecordConflict, StoreUnavailable
from gobetween.model.items import KEEPER, PUBLIC
from gobetween.model.preferences import Preferences
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.acts import Moment
from gobetween.record.codecs import encode
from gobetween.record.entries import Addressed, Entry
from gobetween.record.journals import Journal
from gobetween.talks import custody
from gobetween.talks.confiding.echoes import must_not_echo
from gobetween.talks.drafts import Draft
from gobetween.talks.entering import TalksOpened
from gobetween.talks.legibility import must_be_legible
from gobetween.talks.openings import Opening, opening_deeds
from gobetween.talks.replays import apply, replay
from gobetween.talks.snapshots import draft_of, snapshot_of
from gobetween.talks.standings import Deed, Seat, Standing
from gobetween.talks.updates import update_deeds

MOST_TRIES = 50
LINES_WORTH_A_SNAPSHOT = 500


@frozen
class Sources:
    """What the clerk takes from outside: the time, and random words for ids."""

    clock: Callable[[], dt.datetime]
    rehearsal_clock: Callable[[], dt.datetime] | None = field(default=None, kw_only=True)  # for talks that are a rehearsal
    new_entry_id: Callable[[], str]
    new_handle: Callable[[], str]


@define
class Clerk:
    """Acts and views of the talks in one store.

    What an actor may do is judged by what it sees itself, so that no refusal tells of anything hidden. What needs more than one
    side's secrets (sealed answers, pooled numbers, the owner's line when a message is passed on) is done by the custodian, the
    software itself, in the same transaction.
    """

    journal: Journal
    sources: Sources
    _drafts: dict[tuple[str, str], tuple[int, Draft]] = field(factory=dict, init=False, repr=False)

    def begin(self, talks: str, opening: Opening, keys: Mapping[str, bytes | None] | None = None) -> None:
        """Opens the talks; with public keys, the books are sealed for those who have the private ones.

        Raises:
            RecordConflict: there are talks of that name.
        """
        moment = Moment(KEEPER, self.now(opening.terms))
        entries = [self._addressed(deed, moment) for deed in opening_deeds(opening)]
        self.journal.begin(talks, keys or dict.fromkeys(opening.audiences), entries)

    def update(self, talks: str, opening: Opening) -> tuple[Deed, ...]:
        """Brings talks up to date with the folder that they were opened from; who is new there gets a book.

        Raises:
            NotDisclosed: there are no such talks, or a book is sealed and its key is not at hand.
            RecordConflict: something was recorded meanwhile; nothing of this was.
        """
        there = self.journal.audiences(talks)
        begins: dict[str, bytes | None] = {each: None for each in opening.audiences if each not in there}
        books = {each: self.journal.book(talks, PUBLIC if each in begins else each) for each in opening.audiences}
        deeds = update_deeds(opening, books)
        if deeds or begins:
            moment = Moment(KEEPER, self.now(self._draft(talks, KEEPER)[1]))
            expected = {each: len(lines) for each, lines in books.items() if each not in begins}
            self.journal.append(talks, [self._addressed(each, moment) for each in deeds], expected=expected, begins=begins)
        return deeds

    def seat(self, talks: str, name: str) -> Seat:
        """The seat of whoever is called `name`: an actor, the keeper, or the principal of a party.

        Raises:
            NotDisclosed: there are no such talks, or nobody of that name in them; the text is the same.
        """
        if self._has_book(talks, name):
            return Seat(name)
        try:
            held = next((each.party for each in self.case(talks, CUSTODIAN).principals if each.id == name), None)
            if held is not None:
                self._draft(talks, held)  # a closed book is told of under the name that was asked for, not its party's
                return Seat(held, name)
        except NotDisclosed:
            pass
        raise _nobody(talks, name)

    def _has_book(self, talks: str, name: str) -> bool:
        """Whether there is a book of that name, and it is open to whoever is at work."""
        try:
            self.journal.size(talks, name)
        except NotDisclosed:
            return False
        return True

    def standing(self, talks: str, seat: Seat) -> Standing:
        """What whoever sits there sees.

        Raises:
            NotDisclosed: there are no such talks, or nobody of that name.
        """
        if seat.actor in (PUBLIC, CUSTODIAN):
            raise _nobody(talks, seat.actor)
        self.settle(talks)
        _, draft = self._draft(talks, seat.actor)
        return Standing(seat, draft.case(talks), self.now(draft), self.sources.new_handle)

    def case(self, talks: str, audience: str, *, as_of: dt.date | None = None) -> Case:
        """The case that the book of the audience comes to.

        Raises:
            NotDisclosed: there are no such talks, or no such audience.
        """
        if as_of is not None:
            return replay(audience, self.journal.book(talks, audience), as_of=as_of).case(talks)
        return self._draft(talks, audience)[1].case(talks)

    def view(self, talks: str, audience: str, *, as_of: dt.date | None = None, assumption: str | None = None) -> View:
        """What the audience may see, with the preferences that may be computed with together for it.

        `as_of` leaves out what was recorded after that day; `assumption` names the set of assumed numbers to compute with.

        Raises:
            NotDisclosed: there are no such talks, or no such audience; nobody reads as the custodian.
        """
        if audience == CUSTODIAN:
            raise _nobody(talks, audience)
        self.settle(talks)
        case = self.case(talks, audience, as_of=as_of)
        return evolve(live_view(audience, case, self._all_numbers(talks, case, as_of), assumption), as_of=as_of)

    def _all_numbers(self, talks: str, case: Case, as_of: dt.date | None) -> tuple[Preferences, ...]:
        """All that was entrusted, as the custodian keeps it; what the audience has itself, where the custodian's book is closed.

        As of a day too, only what is pooled still goes together: nothing is computed any more under a permission that was withdrawn.
        """
        try:
            now = self.case(talks, CUSTODIAN).preferences
            then = now if as_of is None else self.case(talks, CUSTODIAN, as_of=as_of).preferences
        except NotDisclosed:
            return case.preferences
        still = {each.party: each.pooled_for for each in now if each.assumption is None}
        return tuple(evolve(each, pooled_for=each.pooled_for & still.get(each.party, frozenset())) for each in then)

    def perform(self, talks: str, seat: Seat, use: Callable[[Standing], tuple[Deed, ...]]) -> tuple[Deed, ...]:
        """Does what `use` makes of the actor's standing, and records it; if the actor's book grew meanwhile, all is judged anew.

        Raises:
            ProtocolViolation: it may not be done; nothing was recorded.
            NotDisclosed: there are no such talks, or no such actor.
            RecordConflict: others kept acting in the same place at the same time, so often that this one gave up.
        """
        if seat.actor in (PUBLIC, CUSTODIAN):
            raise _nobody(talks, seat.actor)
        for _ in range(MOST_TRIES):
            self.settle(talks)
            try:
                return self._attempt(talks, seat, use)
            except RecordConflict:
                continue
        raise RecordConflict("others acted at the same moment again and again; nothing of this was recorded: try it once more")

    def today(self, talks: str, audience: str) -> dt.date:
        """The day in UTC, as these talks have it."""
        return self.now(self._draft(talks, audience)[1]).astimezone(dt.UTC).date()

    def now(self, talks: Draft | TalksOpened) -> dt.datetime:
        """The time; in a rehearsal, the one that those who rehearse have set."""
        is_set = talks.is_rehearsal and self.sources.rehearsal_clock is not None
        return self.sources.rehearsal_clock() if is_set and self.sources.rehearsal_clock else self.sources.clock()

    def settle(self, talks: str) -> None:
        """Opens what is sealed and due by the clock, so that no deadline waits for anybody.

        Where whoever is at work may not read as the custodian (a party's own login on a database), somebody else's look will do it.
        """
        try:
            size, draft = self._draft(talks, CUSTODIAN)
        except NotDisclosed:
            return
        now = self.now(draft)
        due = custody.due(draft, now)
        if due:
            try:
                self._append(talks, due, Moment(CUSTODIAN, now), {CUSTODIAN: size})
            except (RecordConflict, StoreUnavailable):
                return  # somebody else has just done it; or nothing can be written, and one may still look

    def _attempt(self, talks: str, seat: Seat, use: Callable[[Standing], tuple[Deed, ...]]) -> tuple[Deed, ...]:
        size, draft = self._draft(talks, seat.actor)
        moment = Moment(seat.author, self.now(draft))
        _refuse_in_their_name(draft, seat)
        at = Standing(seat, draft.case(talks), moment.at, self.sources.new_handle)
        deeds = use(at)
        for deed in deeds:
            must_be_legible(deed.act)
        must_not_echo(at, deeds)
        _judge(draft, deeds, moment)
        expected = {seat.actor: size}
        if any(CUSTODIAN in deed.audience for deed in deeds):
            expected[CUSTODIAN], kept = self._custody(talks)
            after = _judge(kept, [deed for deed in deeds if CUSTODIAN in deed.audience], moment)
            deeds += custody.follow(after, deeds, moment)
        self._append(talks, deeds, moment, expected)
        return deeds

    def _custody(self, talks: str) -> tuple[int, Draft]:
        """The custodian's draft.

        Raises:
            StoreUnavailable: whoever is at work may not read as the custodian.
        """
        try:
            return self._draft(talks, CUSTODIAN)
        except NotDisclosed:
            raise StoreUnavailable(
                "this act is kept under seal by the software itself; this login or these keys do not allow it: do it where the store is"
            ) from None

    def _append(self, talks: str, deeds: Iterable[Deed], moment: Moment, expected: dict[str, int]) -> None:
        self.journal.append(talks, [self._addressed(deed, moment) for deed in deeds], expected=expected)

    def _addressed(self, deed: Deed, moment: Moment) -> Addressed:
        author, recorded = deed.author or moment.author, deed.recorded or moment.at
        entry = Entry(self.sources.new_entry_id(), deed.act.KIND, author=author, recorded=recorded, body=encode(deed.act))
        return Addressed(entry, deed.audience)

    def _draft(self, talks: str, audience: str) -> tuple[int, Draft]:
        """The audience's draft, carried on from where this clerk last had it."""
        size, draft = self._drafts.get((talks, audience)) or self._kept(talks, audience)
        lines = self.journal.book(talks, audience, after=size)
        draft, size = replay(audience, lines, onto=draft), size + len(lines)
        self._drafts[talks, audience] = (size, draft)
        if len(lines) >= LINES_WORTH_A_SNAPSHOT:
            with suppress(StoreUnavailable):  # a store that cannot be written to can still be looked into
                self.journal.keep_snapshot(talks, audience, size, snapshot_of(draft))
        return size, draft

    def _kept(self, talks: str, audience: str) -> tuple[int, Draft]:
        """The draft of the last snapshot, or an empty one."""
        kept = self.journal.snapshot(talks, audience)
        draft = draft_of(kept[1], audience) if kept else None
        return (kept[0], draft) if kept and draft else (0, Draft(audience))


def _nobody(talks: str, name: str) -> NotDisclosed:
    return NotDisclosed(f"there are no talks '{talks}' here that are open to '{name}'")


def _refuse_in_their_name(draft: Draft, seat: Seat) -> None:
    """Acts of real actors are not invented, but where everybody is told that they are."""
    if draft.is_reported and not draft.is_rehearsal and seat.actor != KEEPER:
        raise ProtocolViolation(
            "this case is about real actors, from reports: nobody may act in their name. Its keeper can enter what is reported; to "
            "try things out, open it as a rehearsal: gobetween talks open CASE --rehearsal"
        )


def _judge(draft: Draft, deeds: Sequence[Deed], moment: Moment) -> Draft:
    """The draft as the deeds would leave it, for those of them that its reader gets; refuses what does not follow."""
    after = draft.copy()
    for deed in deeds:
        if draft.reader in deed.audience or PUBLIC in deed.audience:
            apply(after, deed.act, Moment(deed.author or moment.author, deed.recorded or moment.at))
    return after


def live_view(audience: str, case: Case, entrusted: tuple[Preferences, ...], assumption: str | None = None) -> View:
    """The view that an audience has of live talks, with the numbers that may be computed with together for it.

    These are what owners entrusted to it or pooled for it, of all that was `entrusted`; and those of the assumption set asked for.
    """
    view = view_for(audience, case)
    known = {actor.id for actor in view.case.actors}
    if audience in view.case.parties:  # what is computed with others' numbers reaches a party by a release alone
        entrusted = tuple(each for each in entrusted if audience in each.holders or PUBLIC in each.holders)
        entrusted = tuple(evolve(each, pooled_for=frozenset()) for each in entrusted)
    assumed = tuple(each for each in view.case.preferences if each.assumption is not None and each.assumption == assumption)
    own = tuple(each for each in view.case.preferences if each.assumption is None)
    parties = tuple(each for each in entrusted if each.assumption is None and each.party in known)
    together = analysable_preferences(audience, (*parties, *assumed))
    return evolve(view, case=evolve(view.case, preferences=own + assumed), analysable=together, is_live=True)
