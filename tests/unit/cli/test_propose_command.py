"""`gobetween propose`: reports in, a case folder out that the other commands take as it is."""

import hashlib
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from gobetween.bootstrap.reports import Reports
from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main

pytest.importorskip("spacy")

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour" / "reports"
TALKS = (
    "The talks between Chile and Peru were brokered by Norway in Oslo on Monday, officials said after the end of the first day.\n"
    "Chile demands to keep troops stationed in the Amber Corridor. Peru demands a withdrawal from the Amber Corridor, it said.\n"
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments):
        return CliRunner().invoke(main, [str(each) for each in arguments], obj=Workshop())

    return invoke


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "wire one.txt").write_text(TALKS)
    return folder


def test_a_draft_passes_the_check_and_briefs_and_shows_its_deadlock(run, reports):
    drafted = run("propose", reports, "--out", "my-talks")
    assert drafted.exit_code == 0
    assert "Parties: Chile, Peru" in drafted.output
    assert "Mediators: Norway" in drafted.output
    assert "my-talks: no fault" in run("check", "my-talks").output
    brief = run("brief", "my-talks", "--format", "terminal")
    assert brief.exit_code == 0
    assert "‹inferred›" in brief.output
    deadlock = run("deadlock", "my-talks").output
    assert re.search(r"Amber\s+Corridor", deadlock)
    assert "1 set of requirements cannot all be met" in deadlock


def test_the_reports_are_copied_so_that_the_case_stands_by_itself(run, reports):
    run("propose", reports, "--out", "my-talks")
    assert Path("my-talks/reports/wire-one.txt").read_text() == TALKS
    for file in reports.iterdir():
        file.unlink()
    assert "no fault" in run("check", "my-talks").output


def test_another_encoding_is_copied_as_utf_8_and_its_words_are_found(run, reports):
    (reports / "wire one.txt").write_bytes(TALKS.replace("officials", "façade officials").encode("cp1252"))
    assert run("propose", reports, "--out", "my-talks").exit_code == 0
    assert "façade" in Path("my-talks/reports/wire-one.txt").read_text("utf-8")
    assert "no fault" in run("check", "my-talks").output


def test_the_listing_says_what_to_look_at_first_and_holds_no_markup_of_the_reports(run, reports):
    (reports / "wire one.txt").write_text(TALKS + "The *Union* <b>of</b> [Farmers](x) rejects `it`, its leader said on that day.\n")
    run("propose", reports, "--out", "my-talks")
    listing = Path("my-talks/DRAFT.md").read_text()
    assert "look at this first" in listing
    assert "<b>" not in listing


def test_nothing_is_written_over(run, reports):
    Path("my-talks").mkdir()
    Path("my-talks/mine.txt").write_text("mine")
    refused = run("propose", reports, "--out", "my-talks")
    assert refused.exit_code != 0
    assert "is there already and not empty" in str(refused.exception)
    assert [each.name for each in Path("my-talks").iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("My Talks", "cannot name a case"), ("papers", "is there already and not empty"), ("papers/wire one.txt", "cannot name a case")],
)
def test_a_name_that_cannot_be_is_refused_before_anything_is_read(run, reports, monkeypatch, name, words):
    monkeypatch.setattr(Reports, "read", lambda *_: pytest.fail("nothing was to be read"))
    assert words in str(run("propose", reports, "--out", name).exception)


def test_no_reports_and_texts_without_talks_are_refused_with_the_reason(run, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no reports in" in str(run("propose", empty, "--out", "a").exception)
    (empty / "weather.txt").write_text(
        "The weather was fine and the birds sang in the trees. It was a calm day for all of us at the river."
    )
    assert "no talks were found" in str(run("propose", empty, "--out", "a").exception)
    (empty / "weather.txt").write_bytes(b"")
    assert "none of these reports could be read" in str(run("propose", empty, "--out", "a").exception)
    assert not Path("a").exists()


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ("held_by: keeper", "wire.txt is held only by some in mine"),
        ("held_by: keeper\n    sha: x", "mine keeps something back and has faults"),
        ("held_by: public", ""),
    ],
)
def test_a_report_that_only_some_hold_is_not_drafted_open_to_everyone(run, tmp_path, held, told):
    mine = tmp_path / "mine"
    (mine / "reports").mkdir(parents=True)
    (mine / "reports" / "wire.txt").write_text(TALKS)
    digest = hashlib.sha256(TALKS.encode()).hexdigest()
    (mine / "case.yaml").write_text(f"gobetween: 1\ntitle: Mine\nsources:\n  wire:\n    sha256: {digest}\n    {held}\n")
    result = run("propose", mine / "reports", "--out", "a")
    assert told in str(result.exception)
    assert Path("a").exists() is not bool(told)


def test_a_title_that_is_none_is_refused(run, reports):
    assert "a title is one line" in str(run("propose", reports, "--out", "a", "--title", "two\nlines").exception)


def test_the_draft_of_the_harbour_reports_has_its_sides_and_main_issues(run):
    drafted = run("propose", HARBOUR, "--out", "harbour-draft")
    assert "Parties: Sarnwick Dockers' Union, Terminal Employers' Group" in drafted.output
    assert "Mediators: State Conciliator" in drafted.output
    issues = next(line for line in drafted.output.splitlines() if line.startswith("Issues:"))
    assert {"Pay", "Hours and shifts", "Premiums and allowances"} <= set(issues.removeprefix("Issues: ").split("; "))
    assert run("check", "harbour-draft").exit_code == 0


def test_what_a_person_judged_goes_into_the_draft_and_comes_with_it(run, reports):
    item = re.search(r"position-[0-9a-f]{8}", run("read", reports).output)[0]
    assert run("judge", reports, item, "right").exit_code == 0
    run("propose", reports, "--out", "my-talks")
    assert "  # Confirmed by a person" in Path("my-talks/case.yaml").read_text()
    assert Path("my-talks/judgements.yaml").read_bytes() == (reports / "judgements.yaml").read_bytes()
    run("judge", reports, item, "wrong")
    run("propose", reports, "--out", "without-it")
    assert "Confirmed by a person" not in Path("without-it/case.yaml").read_text()
    assert (
        Path("without-it/case.yaml").read_text().count("stance: demand")
        == Path("my-talks/case.yaml").read_text().count("stance: demand") - 1
    )


@pytest.fixture
def later(tmp_path):
    file = tmp_path / "later.txt"
    file.write_text(
        "LIMA, 12 March 2025 (Wire) - Norway met delegations of Chile and Peru in Oslo on Tuesday. Peru demands a new bridge at Arica, "
        "its spokesman said. Bolivia rejects a new bridge at Arica.\n"
    )
    return file


def contents(folder):
    return {str(path): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file() and "evidence" not in path.parts}


def test_what_new_reports_add_to_a_case_is_drafted_beside_it_and_the_case_stays_as_it_is(run, reports, later):
    run("propose", reports, "--out", "my-talks")
    text = Path("my-talks/case.yaml").read_text().replace("  peru:\n    name: Peru", "  lima:\n    name: Peru").replace("peru", "lima")
    Path("my-talks/case.yaml").write_text(text)
    assert "my-talks: no fault" in run("check", "my-talks").output
    before = contents("my-talks")
    added = run("propose", later, reports / "wire one.txt", "--onto", "my-talks", "--out", "added")
    assert added.exit_code == 0, added.exception
    assert "New to my-talks: 1 actor" in added.output
    assert "open added/ADDITIONS.md, take over what you accept into my-talks" in added.output
    assert contents("my-talks") == before
    assert "added: no fault" in run("check", "added").output
    assert [file.name for file in Path("added/reports").iterdir()] == ["later.txt"], "the case has the other"
    listing = Path("added/ADDITIONS.md").read_text()
    assert "## New: actors\n\n- Bolivia (`bolivia`)" in listing
    assert "Bolivia rejects: new bridge" in listing
    drafted = Path("added/case.yaml").read_text()
    assert "  # IN my-talks under this id; what is new about it may be taken over.\n" in drafted
    assert "  lima:\n    name: Peru" in drafted
    assert "peru:" not in drafted


def test_a_case_that_has_all_of_the_reports_is_added_nothing(run, reports):
    run("propose", reports, "--out", "my-talks")
    done = run("propose", reports, "--onto", "my-talks", "--out", "added")
    assert "my-talks has all of these reports already" in str(done.exception)
    assert not Path("added").exists()
    assert "case.yaml" in str(run("propose", reports, "--onto", reports, "--out", "added").exception)
    assert "not empty" in str(run("propose", reports, "--onto", "my-talks", "--out", "my-talks").exception)


def test_one_side_in_one_report_is_enough_where_the_talks_are_known(run, reports, tmp_path):
    run("propose", reports, "--out", "my-talks")
    alone = tmp_path / "alone.txt"
    alone.write_text("LIMA, 14 March 2025 (Wire) - Peru rejects a new bridge at Arica, its spokesman said.\n")
    assert "nothing to draft" in str(run("propose", alone, "--out", "by-itself").exception)
    added = run("propose", alone, "--onto", "my-talks", "--out", "added")
    assert added.exit_code == 0, added.exception
    assert "1 position" in added.output
    assert "No talks were found" not in added.output
