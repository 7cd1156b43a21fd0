"""What an entry names: ids where its files have ids, and never a word that happens to be one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings

from gobetween.casefiles.decoding.faults import Faults
from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.casefiles.documents import case_file
from gobetween.casefiles.encoding.folder_writer import files_of
from gobetween.casefiles.encoding.namings import named_by
from gobetween.model.actors import Actor, Office, Role, RoleKind
from gobetween.model.evidence import Stance, Tone
from gobetween.model.happenings import Assessment, Contradiction, DisputeSide, Track, TrackText
from gobetween.model.issues import Link
from gobetween.model.passages import Citation
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences, ValueBasis, ValueLink
from gobetween.model.proposals import Alternative, Clause, Version
from strategies.complete_cases import complete_cases

TODAY = dt.date(2031, 6, 1)
WIRE = Citation("wire", ())
BONUS = ValueLink({"hours": frozenset({"short"})}, 5)
SET = {"wage": frozenset({"two"})}


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        (
            Position("p", actor="union", stance=Stance.DEMAND, issue="wage", options=frozenset({"two"}), text="first", via="first"),
            {("actors", "union"), ("issues", "wage"), ("options", "wage/two")},
        ),
        (Assessment("a", by="vega", actor="union", tone=Tone.HOPEFUL, told_to="vega", text="x"), {("actors", "union")}),
        (Link("l", if_chosen=SET, requires={}, text="x"), {("issues", "wage"), ("options", "wage/two")}),
        (Role("r", actor="union", role=RoleKind.PARTY, toward="line"), {("actors", "union"), ("actors", "line")}),
        (Office("o", person="vega", title="chair", actor="union"), {("persons", "vega"), ("actors", "union")}),
        (
            Version("v", clauses=(Clause("vega", issue="wage", alternatives=(Alternative("vega", "union"),)),), annexes=("vega",)),
            {("issues", "wage"), ("actors", "union")},
        ),
        (
            Track("t", name="vega", texts=(TrackText("vega", by="union", fate="vega", citations=(WIRE,)),)),
            {("actors", "union"), ("sources", "wire")},
        ),
        (
            Contradiction("c", text="x", sides=(DisputeSide("wire", "x", citations=(Citation("gazette", ()),)),)),
            {("sources", "wire"), ("sources", "gazette")},
        ),
        (Actor("union", name="vega", aliases=("vega",), owner="line", citations=(WIRE,)), {("actors", "line"), ("sources", "wire")}),
        (
            Preferences("union", {"wage": {"two": 1}}, reservation=0, links=(BONUS,), basis=ValueBasis.ASSUMED),
            {("actors", "union"), ("issues", "wage"), ("options", "wage/two"), ("issues", "hours"), ("options", "hours/short")},
        ),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, set) else "",
)  # fmt: skip
def test_an_entry_names_what_it_has_by_an_id_and_no_word_besides(entry, named):
    assert set(named_by(entry)) == named


@settings(derandomize=True, max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(complete_cases(is_for_keeper=True))
def test_whatever_the_reader_of_a_file_takes_for_a_name_is_one(case):
    taken = set()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(case_file, "check_namings", lambda desk: taken.update(naming.name for _, naming in desk.namings))
        read = case_file.read_case(files_of(case)["case.yaml"].encode(), case.id, {}, TODAY, Faults())
    collection_of = {**{shape.kind: key for key, shape in COLLECTIONS.items()}, "option": "options"}
    items = [item for _, item in read.case.items()]
    parts = [
        part for item in items for name in ("options", "versions") for part in getattr(item, name, ()) if not isinstance(part, str)
    ]
    named = {name for entry in (*items, *parts) for name in named_by(entry)}
    assert {(collection_of[kind], name) for kind, name in taken if kind != "audience"} <= named
