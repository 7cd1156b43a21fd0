"""Proof that files say what they should: they are read back and compared before anybody gets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import evolve, fields

from gobetween.casefiles.decoding.faults import Faults, listed
from gobetween.casefiles.documents.case_file import CASE_FILE, read_case
from gobetween.casefiles.documents.party_files import AssumptionSet, Entrusted, frame_for, read_assumptions, read_entrusted
from gobetween.casefiles.encoding.entrusted_parts import assumed_in, entrusted_in
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase


def check_files(files: Mapping[str, str], case: Case) -> None:
    """Reads the files of a case and compares what they say with it.

    Raises:
        InvalidCase: they have faults, or say something else: the case has something that no folder can say.
    """
    faults = Faults()
    read = _read(files, case, faults)
    if faults.found or read is None:
        raise InvalidCase("no case folder can say this case; its files would have faults", faults.texts())
    if read != case:
        raise InvalidCase(f"no case folder can say this case; what would come back otherwise: {listed(_differing(read, case))}")


def _read(files: Mapping[str, str], case: Case, faults: Faults) -> Case | None:
    common = read_case(files[CASE_FILE].encode(), case.id, {}, dt.date.max, faults)
    if common is None:
        return None
    sides = evolve(common.frame, parties=())  # that no file is entrusted to another side is seen to already
    entrusted: list[Entrusted] = []
    assumed: list[AssumptionSet] = []
    for wanted in entrusted_in(case):
        data = files[f"parties/{wanted.party}.yaml"].encode()
        if (found := read_entrusted(data, wanted.party, frame_for(sides, wanted.holders), faults)) is not None:
            entrusted.append(found)
    for guess in assumed_in(case):
        data = files[f"assumptions/{guess.name}.yaml"].encode()
        if (assumption := read_assumptions(data, guess.name, frame_for(common.frame, guess.holders), faults)) is not None:
            assumed.append(assumption)
    return evolve(
        common.case,
        positions=common.case.positions + tuple(each for found in entrusted for each in found.positions),
        interests=common.case.interests + tuple(each for found in entrusted for each in found.interests),
        delegations=common.case.delegations + tuple(each for found in entrusted for each in found.delegations),
        preferences=tuple(each for found in (entrusted, assumed) for file in found for each in file.preferences),
    )


def _differing(read: Case, case: Case) -> list[str]:
    """The lists, with the ids of their entries, in which two cases differ."""
    differing = []
    for each in fields(Case):
        found, wanted = getattr(read, each.name), getattr(case, each.name)
        if found == wanted:
            continue
        entries = [getattr(entry, "id", "") for entry in wanted if entry not in found] if isinstance(wanted, tuple) else []
        differing.append(f"{each.name} ({listed(entries)})" if entries else each.name)
    return differing
