"""Comments above the entries of a drafted case change nothing of what its file says."""

import datetime as dt

import pytest
from attrs import evolve

from gobetween.casefiles.decoding.faults import Faults
from gobetween.casefiles.documents.case_file import read_case
from gobetween.casefiles.encoding.draft_files import Remarks, draft_files
from gobetween.model.actors import Actor, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.evidence import Stance
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE
from gobetween.model.positions import Position

OPEN = {"holders": EVERYONE, "is_inferred": True}
CASE = Case(
    "a-case",
    "Talks",
    is_reported=True,
    actors=(Actor("union", name="Union", **OPEN), Actor("port", name="Port", note="Several\nlines: # no comment", **OPEN)),
    roles=(Role("party", actor="union", role=RoleKind.PARTY, **OPEN),),
    issues=(Issue("pay", title="Pay", options=(Option("rise", title="Rise", **OPEN), Option("none", title="None", **OPEN)), **OPEN),),
    positions=tuple(
        Position(name, actor="union", issue="pay", stance=Stance.DEMAND, options=frozenset({"rise"}), text="Words.", **OPEN)
        for name in ("first", "second")
    ),
)


def read_back(text):
    faults = Faults()
    read = read_case(text.encode(), "a-case", {}, dt.date(2031, 1, 1), faults)
    assert not faults.found
    return read.case


def test_comments_stand_above_the_entries_they_are_about_and_say_nothing_to_a_reader():
    remarks = Remarks(("A draft.",), {("actors", "port"): ["One origin."], ("positions", "second"): ["DOUBTFUL.", "Of two lines."]})
    text = draft_files(CASE, remarks)["case.yaml"]
    lines = text.splitlines()
    assert lines[:2] == ["# yaml-language-server: $schema=.schemas/case.schema.json", "# A draft."]
    assert lines[lines.index("  # One origin.") + 1] == "  port:"
    assert lines[lines.index("  # Of two lines.") + 1] == "  - id: second"
    assert lines[lines.index("  # Of two lines.") - 1] == "  # DOUBTFUL."
    bare = draft_files(CASE, Remarks())["case.yaml"]
    assert read_back(text) == read_back(bare)


def test_a_case_made_from_reports_says_so():
    assert read_back(draft_files(CASE, Remarks())["case.yaml"]).is_reported
    assert not read_back(draft_files(evolve(CASE, is_reported=False), Remarks())["case.yaml"]).is_reported


@pytest.mark.parametrize("words", ["line\nbreak", "tab\tand\x07bell", "\u2028 other breaks\x85", "a: [b, {c"])
def test_nothing_in_a_comment_ends_it(words):
    text = draft_files(CASE, Remarks((), {("actors", "union"): [words], ("issues", "pay"): [words * 40]}))["case.yaml"]
    assert read_back(text) == read_back(draft_files(CASE, Remarks())["case.yaml"])
    assert max(map(len, text.splitlines())) <= 130


def test_a_case_that_no_folder_can_say_is_refused():
    nameless = evolve(CASE, actors=(Actor("Union 1", name="Union", **OPEN),), roles=(), issues=(), positions=())
    with pytest.raises(InvalidCase, match="cannot be an id"):
        draft_files(nameless, Remarks())
