"""The services behind the commands of live talks, made of the rooms."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from gobetween.briefs.blocks import Brief
    from gobetween.cli.services.talks import OpeningRequest, TalksPlace
    from gobetween.disclosure.views import View
    from gobetween.model.preferences import Preferences
    from gobetween.protocols.acts import Act
    from gobetween.record.entries import Line
    from gobetween.record.journals import Journal
    from gobetween.storage.keys import KeyFolder
    from gobetween.storage.verifications import Verified
    from gobetween.talks.clerks import Clerk, Sources
    from gobetween.talks.standings import Deed, Standing

_LETTERS = "bcdfghjkmnpqrstvwxz23456789"  # no vowels, so that no word comes out by chance, and nothing that looks like another

NOW_VARIABLE = "GOBETWEEN_NOW"
"""Sets the time in rehearsals, and in nothing else."""


def _now() -> dt.datetime:
    return dt.datetime.now(tz=dt.UTC).replace(microsecond=0)


def _entry_id() -> str:
    return secrets.token_hex(8)


def _handle() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(5))


def _rehearsal_clock() -> Callable[[], dt.datetime] | None:
    """The time that `GOBETWEEN_NOW` sets for rehearsals, if it does.

    Raises:
        InvalidCase: it says no time.
    """
    from gobetween.cli.days import in_utc
    from gobetween.model.errors import InvalidCase

    said = os.environ.get(NOW_VARIABLE)
    if not said:
        return None
    try:
        moment = in_utc(said)
    except (ValueError, OverflowError) as error:
        raise InvalidCase(f"{NOW_VARIABLE} is '{said}', which is no time; write it as 2031-03-16T09:00 (UTC)") from error
    return lambda: moment


def _unlock(folder: KeyFolder, file: Path, place: TalksPlace) -> None:
    """Takes a key in hand; a wrapped one with the passphrase that whoever is at work gives."""
    from gobetween.storage.key_files import read_key_file

    is_wrapped = read_key_file(file).is_wrapped
    folder.unlock(file, place.passphrase(file) if is_wrapped and place.passphrase else None)


def _verified(found: Verified) -> str:
    vouched = f"; goes on from the checkpoint at line {found.vouched_to}" if found.vouched_to is not None else ""
    return f"whole: the book of {found.audience} in {found.talks}, {found.size} lines, up to {found.head[:16]}{vouched}"


@frozen
class LiveTalks:
    """Opens, runs, exports and verifies live talks. What it takes from outside can be given: the clock, and random ids."""

    clock: Callable[[], dt.datetime] = _now
    new_entry_id: Callable[[], str] = field(default=_entry_id, repr=False)
    new_handle: Callable[[], str] = field(default=_handle, repr=False)

    def open(self, request: OpeningRequest) -> tuple[str, ...]:
        """Opens talks from a case folder; says, line by line, what was made."""
        from gobetween.bootstrap.openings import opening_of
        from gobetween.bootstrap.records import has_record, open_again

        with self._journal(request.place, create=True) as journal:
            if has_record(request.folder):
                return open_again(journal, request.folder, request.place.talks)
            opening, notes = opening_of(request, self.clock().date())
            keys, told = self._public_keys(request, opening.audiences)
            self._clerk(journal).begin(request.place.talks, opening, keys)
        name = request.place.talks
        state = ", a rehearsal" if request.is_rehearsal else ", from reports: nobody acts here" if opening.terms.is_reported else ""
        actors = ", ".join(each for each in opening.seen if each not in ("keeper", "public"))
        return (
            f"opened: {name} ({opening.terms.profile}{state})",
            f"books for: {actors}; for the keeper and the public",
            *notes,
            *told,
            f"Next: gobetween as ACTOR --talks {quote(name)} show",
        )

    def update(self, request: OpeningRequest) -> tuple[str, ...]:
        """Brings talks up to date with the folder that they were opened from; says what was recorded."""
        from gobetween.bootstrap.openings import opening_of

        with self._journal(request.place) as journal:
            opening, notes = opening_of(request, self.clock().date())
            deeds = self._clerk(journal).update(request.place.talks, opening)
        return (f"recorded: {len(deeds)} changes" if len(deeds) != 1 else "recorded: 1 change", *notes)

    def names(self, store: str | None) -> tuple[str, ...]:
        """The names of the talks in a store."""
        from gobetween.cli.services.talks import TalksPlace
        from gobetween.storage.addresses import default_address, is_postgres, path_of

        address = store or default_address()
        if not is_postgres(address) and not path_of(address).exists():
            return ()
        with self._journal(TalksPlace("", store)) as journal:
            return journal.talks()

    def act(self, place: TalksPlace, actor: str, use: Callable[[Standing], tuple[Deed, ...]]) -> tuple[Deed, ...]:
        """Does what the use case says in the actor's place."""
        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            return clerk.perform(place.talks, clerk.seat(place.talks, actor), use)

    def look(self, place: TalksPlace, actor: str, use: Callable[[Standing], Any]) -> Any:
        """What the use case finds in the actor's place; nothing is recorded."""
        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            return use(clerk.standing(place.talks, clerk.seat(place.talks, actor)))

    def view(self, place: TalksPlace, actor: str, *, as_of: dt.date | None = None, assumption: str | None = None) -> View:
        """What the actor sees."""
        return self._looked(place, actor, as_of, assumption)[0]

    def _looked(self, place: TalksPlace, actor: str, as_of: dt.date | None, assumption: str | None) -> tuple[View, dt.date]:
        """What the actor sees, and the day on which it does."""
        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            name = clerk.seat(place.talks, actor).actor
            return clerk.view(place.talks, name, as_of=as_of, assumption=assumption), clerk.today(place.talks, name)

    def _assumption_sets(self, place: TalksPlace, actor: str, as_of: dt.date | None) -> list[str]:
        """The names of the sets of assumed numbers in the actor's book."""
        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            case = clerk.case(place.talks, clerk.seat(place.talks, actor).actor, as_of=as_of)
            return sorted({each.assumption for each in case.preferences if each.assumption})

    def numbers_in(self, place: TalksPlace, actor: str, file: Path) -> Preferences:
        """What packages are worth to the actor, as a file says it in the words of a party's file."""
        from gobetween.casefiles.documents.numbers_files import read_numbers

        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            at = clerk.standing(place.talks, clerk.seat(place.talks, actor))
            return read_numbers(file, at.actor, at.case, at.today)

    def history(self, place: TalksPlace, actor: str) -> tuple[tuple[Line, Act], ...]:
        """The lines of the actor's book, with the acts that they record."""
        from gobetween.talks.replays import act_of

        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            standing = clerk.standing(place.talks, clerk.seat(place.talks, actor))
            return tuple((line, act_of(line.entry)) for line in journal.book(place.talks, standing.actor))

    def live_brief(self, place: TalksPlace, actor: str, sections: tuple[str, ...], *, as_of: dt.date | None = None) -> Brief:
        """The sections about the live talks, as the actor sees them."""
        from gobetween.briefs.compose import compose_live

        view, today = self._looked(place, actor, as_of, None)
        return compose_live(view, today=today, only=sections)

    def whole_brief(self, place: TalksPlace, actor: str, *, as_of: dt.date | None = None, assumption: str | None = None) -> Brief:
        """The whole brief as the actor sees the talks."""
        from gobetween.briefs.compose import compose_brief
        from gobetween.model.errors import NotDisclosed

        view, today = self._looked(place, actor, as_of, assumption)
        if assumption is not None and all(each.assumption != assumption for each in view.analysable):
            theirs = ", ".join(self._assumption_sets(place, actor, as_of)) or "none"
            raise NotDisclosed(f"no assumption set '{assumption}' is open to {actor}; open to {actor}: {theirs}")
        return compose_brief(view, today=today, assumption=assumption)

    def export(self, place: TalksPlace, folder: Path, audience: str | None) -> tuple[str, ...]:
        """Writes talks as a case folder: everything, or what one audience has; says what was written."""
        from gobetween.bootstrap.records import export_all, export_own

        with self._journal(place) as journal:
            if audience is None:
                return export_all(journal, place.talks, folder)
            return export_own(self._clerk(journal), place.talks, audience, folder)

    def checkpoint(self, place: TalksPlace, audience: str) -> str:
        """A signed checkpoint of the audience's book, as JSON text."""
        from gobetween.bootstrap.records import checkpoint_text

        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            standing = clerk.standing(place.talks, clerk.seat(place.talks, audience))
            return checkpoint_text(journal.checkpoint(place.talks, standing.actor, self.clock()))

    def verify(
        self, place: TalksPlace, audience: str | None, checkpoint: Path | None, *, signed_by: str | None = None
    ) -> tuple[str, ...]:
        """Verifies one book, or all; says what was found."""
        from gobetween.bootstrap.records import check_snapshots, read_checkpoint
        from gobetween.model.errors import InvalidCase
        from gobetween.model.sealed import CUSTODIAN
        from gobetween.record.journals import no_such_book
        from gobetween.storage.verifications import verify_book, verify_talks

        given = read_checkpoint(checkpoint) if checkpoint else None
        if given is not None and given.talks != place.talks:
            raise InvalidCase(f"that checkpoint is of the talks '{given.talks}', not of '{place.talks}'")
        with self._journal(place) as journal:
            if audience is None and given is not None:  # hashes are of what is kept: no key is needed, by whoever runs the store
                if given.audience == CUSTODIAN:
                    raise no_such_book(place.talks, given.audience)
                return (_verified(verify_book(journal, place.talks, given.audience, checkpoint=given, trusted_key=signed_by)),)
            if audience is None:
                found = verify_talks(journal, place.talks)
                check_snapshots(journal, place.talks, [each.audience for each in found])
                return tuple(_verified(each) for each in found)
            clerk = self._clerk(journal)
            actor = clerk.standing(place.talks, clerk.seat(place.talks, audience)).actor
            own = verify_book(journal, place.talks, actor, checkpoint=given)
            check_snapshots(journal, place.talks, [actor])
            return (_verified(own),)

    def verify_export(self, record: Path, checkpoint: Path | None, *, signed_by: str | None = None) -> tuple[str, ...]:
        """The same, of an exported record, without the store."""
        from gobetween.bootstrap.records import RECORD_FILE, read_checkpoint
        from gobetween.storage.exports import read_lines
        from gobetween.storage.verifications import verify_offline

        file = record / RECORD_FILE if record.is_dir() else record
        given = read_checkpoint(checkpoint) if checkpoint else None
        return tuple(_verified(each) for each in verify_offline(read_lines(file), given, name=str(file), trusted_key=signed_by))

    def backup(self, store: str | None, file: Path, *, operator: str | None = None) -> tuple[str, ...]:
        """Writes the whole store to a file."""
        from gobetween.storage.addresses import default_address
        from gobetween.storage.backups import backup

        done = backup(store or default_address(), file, operator=operator)
        return (
            *(_verified(each) for each in done),
            f"wrote {file}",
            "The keys are not in it: keep a copy of the key folder elsewhere.",
        )

    def restore(self, file: Path, store: str | None, *, operator: str | None = None) -> tuple[str, ...]:
        """Makes a store from a backup."""
        from gobetween.storage.addresses import default_address, said_of
        from gobetween.storage.backups import restore

        address = store or default_address()
        return (*(_verified(each) for each in restore(file, address, operator=operator)), f"restored: {said_of(address)}")

    def _public_keys(self, request: OpeningRequest, audiences: tuple[str, ...]) -> tuple[Mapping[str, bytes | None], tuple[str, ...]]:
        if request.seal_into is None:
            return dict.fromkeys(audiences), ()
        from gobetween.storage.keys import make_keys

        folder, store_keys = request.seal_into, self._keys(request.place)
        made = make_keys(folder, request.place.talks, audiences, store_keys=store_keys, passphrase=request.passphrase)
        return made, (f"sealed: give each actor its key out of {folder}; whoever acts or looks names it with --key FILE",)

    def destroy_key(self, folder: Path, talks: str, audience: str) -> tuple[str, ...]:
        """Destroys the key of a sealed book in that folder, and with it what was sealed for it."""
        from gobetween.storage.keys import KeyFolder

        KeyFolder(folder).destroy(talks, audience)
        return (f"destroyed: the key of {audience} in {talks}; what was sealed for it can be read by nobody who has no copy of it",)

    def _keys(self, place: TalksPlace) -> KeyFolder:
        from gobetween.storage.addresses import default_address, key_folder_for
        from gobetween.storage.keys import KeyFolder

        folder = KeyFolder(place.keys) if place.keys else key_folder_for(place.store or default_address())
        for file in place.key_files:
            _unlock(folder, file, place)
        return folder

    def sources(self) -> Sources:
        """What a clerk takes from outside."""
        from gobetween.talks.clerks import Sources

        return Sources(self.clock, self.new_entry_id, self.new_handle, rehearsal_clock=_rehearsal_clock())

    def _clerk(self, journal: Journal) -> Clerk:
        from gobetween.talks.clerks import Clerk

        return Clerk(journal, self.sources())

    @contextmanager
    def _journal(self, place: TalksPlace, *, create: bool = False) -> Iterator[Journal]:
        from gobetween.storage.addresses import default_address, open_journal

        journal = open_journal(place.store or default_address(), keys=self._keys(place), create=create, operator=place.operator)
        try:
            yield journal
        finally:
            journal.close()
