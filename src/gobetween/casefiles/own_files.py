"""Files that are some audience's own: what parties entrusted, and what keepers assume; whose they are decides who opens them.

A party opens its own file; whoever else its head entrusts it to opens it too; the public none. A file that is not the audience's
changes nothing for it, whatever state it is in.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from attrs import evolve

from gobetween.casefiles.decoding.faults import Fault, Faults, listed
from gobetween.casefiles.decoding.field_readers import is_id
from gobetween.casefiles.decoding.limits import LARGEST_FILE
from gobetween.casefiles.decoding.places import Frame
from gobetween.casefiles.documents.case_file import ReadCase
from gobetween.casefiles.documents.heads import head_of
from gobetween.casefiles.documents.party_files import (
    AssumptionSet,
    Entrusted,
    frame_for,
    read_assumptions,
    read_entrusted,
)
from gobetween.casefiles.file_access import is_there, names_in, read_within, shown
from gobetween.model.errors import NotDisclosed
from gobetween.model.items import KEEPER, PUBLIC


def entrusted_to(folder: Path, read: ReadCase, audience: str, faults: Faults) -> Iterator[Entrusted]:
    """What each party (or other actor with a stake) entrusted to the audience, in the order of the case's actors.

    Of a file that is not the audience's, but whose head permits pooling for it, it gets the numbers alone, to compute with.
    """
    for party in _owners(read, audience):
        own = party == audience
        if not own and not is_there(folder / f"parties/{party}.yaml"):
            continue
        frame = frame_of(read, party)
        if own and not is_there(folder / f"parties/{party}.yaml", if_unsure=party in frame.parties):
            continue
        if own or audience in named_in_head(folder, party, frame, "entrusted_to"):
            found = open_party(folder, party, frame, faults)
            if found is not None and audience in found.holders:
                yield found
        elif audience in named_in_head(folder, party, frame, "pooling"):
            pooled = open_party(folder, party, frame, Faults())  # what is wrong with it is for those who hold it
            if pooled is not None and audience in pooled.pooled_for:
                yield Entrusted(party, pooled.holders, pooled.pooled_for, pooled.preferences)


def _owners(read: ReadCase, audience: str) -> tuple[str, ...]:
    """Whose files may be for the audience: for the public nobody's, for a party its own alone, else those of actors it knows of.

    A role that is hidden from the audience itself makes it no party here: what it may open would tell it of the role.
    """
    if audience == PUBLIC:
        return ()
    if audience in frame_of(read, audience).parties:
        return (audience,)
    return tuple(actor.id for actor in read.case.actors if actor.holders & {PUBLIC, audience})


def frame_of(read: ReadCase, party: str) -> Frame:
    """The frame as a party knows it: by `mediators` it means those whom it knows to be mediators."""
    known = evolve(read.case, roles=tuple(role for role in read.case.roles if role.holders & {PUBLIC, party}))
    return evolve(read.frame, mediators=known.mediators, parties=known.parties)


def named_in_head(folder: Path, party: str, frame: Frame, key: str) -> frozenset[str]:
    """Whom the head of a party's file names under a key."""
    named = head_of(folder, f"parties/{party}.yaml", key) or ()
    return frozenset(named) | frozenset(frame.mediators if "mediators" in named else ())


def open_party(folder: Path, party: str, frame: Frame, faults: Faults) -> Entrusted | None:
    """What the file of a party says; `None` if it cannot be read, or is faulty, which `faults` then tells."""
    file = f"parties/{party}.yaml"
    try:
        data = read_within(folder, file, LARGEST_FILE + 1)
    except OSError:
        faults.add(Fault(file, 1, "cannot be read; it should be a plain file in the case folder"))
        return None
    holders = named_in_head(folder, party, frame, "entrusted_to") | {party}
    return read_entrusted(data, party, frame_for(frame, holders), faults)


def assumption_set(folder: Path, frame: Frame, audience: str, name: str, faults: Faults) -> AssumptionSet | None:
    """The set of that name, if it is the audience's to open; `None` if it is faulty.

    Raises:
        NotDisclosed: no set of that name is open to the audience, whether there is one or not.
    """
    theirs = sets_open(folder, frame, audience)
    if name not in theirs:
        raise _not_open(name, audience, listed(theirs))
    found = open_assumptions(folder, name, frame, faults)
    if found is not None and not found.holders & {PUBLIC, audience}:
        raise _not_open(name, audience, "none")
    return found


def _not_open(name: str, audience: str, theirs: str) -> NotDisclosed:
    """The same words whether there is such a set or not; what opens one is for whoever holds the folder."""
    opens = "" if audience == KEEPER else ". Sets are the keeper's alone where they do not say `held_by: public`, or `held_by: [ACTOR]`"
    return NotDisclosed(f"no assumption set '{name}' is open to {audience}; open to {audience}: {theirs}{opens}")


def sets_open(folder: Path, frame: Frame, audience: str) -> tuple[str, ...]:
    """The names of the sets of assumptions that are the audience's to open."""
    names = (each for each in names_in(folder, "assumptions", ".yaml") if is_id(each))
    return tuple(each for each in names if _is_open(folder, each, frame, audience))


def _is_open(folder: Path, name: str, frame: Frame, audience: str) -> bool:
    return bool(holders_of(folder, name, frame) & {PUBLIC, audience})


def holders_of(folder: Path, name: str, frame: Frame) -> frozenset[str]:
    """Who may open a set of assumptions, as its head says."""
    named = head_of(folder, f"assumptions/{name}.yaml", "held_by")
    if named is None:
        return frozenset()
    collective = {"mediators": frame.mediators, "parties": frame.parties}
    return frozenset(holder for word in named or (KEEPER,) for holder in collective.get(word, (word,)))


def open_assumptions(folder: Path, name: str, frame: Frame, faults: Faults) -> AssumptionSet | None:
    """What a file of assumptions says; `None` if it cannot be read, or is faulty, which `faults` then tells."""
    file = f"assumptions/{shown(name)}.yaml"
    try:
        data = read_within(folder, f"assumptions/{name}.yaml", LARGEST_FILE + 1)
    except OSError:
        faults.add(Fault(file, 1, "cannot be read; it should be a plain file in the case folder"))
        return None
    return read_assumptions(data, shown(name), frame_for(frame, holders_of(folder, name, frame)), faults)
