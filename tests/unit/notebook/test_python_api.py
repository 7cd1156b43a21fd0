"""The Python API as a notebook uses it."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path

import pytest

import gobetween
from gobetween import Case, GobetweenError, InvalidCase, InvalidReport, NotDisclosed, read

HARBOUR = Path(__file__).parents[3] / "examples" / "harbour"
PACKAGE = {
    "wages": "rise-2",
    "shifts": "ten-hours",
    "night-premium": "night-25",
    "automation": "with-notice",
    "jobs": "permanent-dockers",
    "term": "two-years",
}
REPORTS = """\
PORT SARN, March 3 (Coast Wire) - The dockers' union demands a pay rise of 4 percent, its spokesman Jon Ferrel said on Monday.
"We will not sign without it," he said. At least 40 ships were waiting outside the port, the harbour office said.
"""


@pytest.fixture(scope="module")
def harbour():
    return Case.load(HARBOUR)


def test_what_the_package_exports_is_what_it_lists():
    assert set(dir(gobetween)) == {*gobetween.__all__, "__version__"}
    assert gobetween.__version__ == version("gobetween")
    assert all(getattr(gobetween, name) is not None for name in gobetween.__all__)
    with pytest.raises(AttributeError, match="it has: BeyondReach, Case, "):
        _ = gobetween.Cases


def test_importing_the_package_loads_nothing_but_itself():
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, gobetween; print([name for name in sys.modules if name.startswith('gobetween.')])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert loaded.stdout.strip() == "[]"


def test_a_case_knows_its_title_and_its_lists(harbour):
    assert harbour.title.startswith("The Sarnwick dock talks")
    assert harbour.collections["issues"] == 6
    assert "positions" in harbour._repr_html_()


def test_entries_come_as_rows_of_plain_values(harbour):
    row = next(each for each in harbour.rows("positions") if each["id"] == "union-wages-january")

    assert (row["actor"], row["stance"], row["options"]) == ("union", "demand", ["rise-5"])
    assert row["when"] == "2031-01-01 to 2031-01-31"
    assert json.dumps(row)


def test_a_list_that_is_not_there_is_refused_with_those_that_are(harbour):
    with pytest.raises(InvalidCase, match="positions"):
        harbour.rows("opinions")
    with pytest.raises(InvalidCase, match="no list"):
        harbour.rows("_anything")
    with pytest.raises(InvalidCase, match="no list 'parties'"):
        harbour.rows("parties")


def test_another_audience_sees_what_it_may_see(harbour):
    union = harbour.seen(audience="union")

    assert isinstance(union, Case)
    assert union.asked.path == harbour.asked.path
    assert union.brief().value.audience == "Dockers' Union"
    with pytest.raises(NotDisclosed, match="nobody in this case"):
        harbour.seen(audience="atlantis").brief()


def test_a_day_may_be_a_text_and_must_be_a_day(harbour):
    assert harbour.seen(as_of="2031-03-04").asked.as_of == dt.date(2031, 3, 4)
    with pytest.raises(InvalidCase, match="2024-02-21"):
        Case.load(HARBOUR, as_of="tomorrow")


def test_nothing_at_a_path_is_said_at_once(tmp_path):
    with pytest.raises(GobetweenError, match="nothing at"):
        Case.load(tmp_path / "nowhere")


def test_an_answer_is_exact_and_shows_itself(harbour):
    solved = harbour.seen(assume="pay-first").solve(rule="nash")
    gains = [gain.share for found in solved.result.solutions for each in found.packages for gain in each.gains.values()]

    assert gains
    assert all(isinstance(gain, Fraction | int) for gain in gains)
    assert solved.data["answer"]["question"] == "solve"
    assert solved._repr_html_().startswith("<iframe sandbox")
    assert "Nash" in str(solved)


def test_each_question_can_be_asked(harbour):
    assumed = harbour.seen(assume="pay-first")

    assert "cannot all be met" in harbour.deadlock(limit=2).essence[0]
    assert assumed.zone().essence
    assert assumed.frontier(limit=3).svg.startswith("<svg")
    assert assumed.improve(package=PACKAGE).essence
    assert harbour.robust(["in-doubt"]).essence
    assert assumed.sensitivity(rule="utilitarian").tables
    assert harbour.seen(assume="in-doubt").stability().essence


def test_a_brief_has_tables_as_rows_and_plots_with_rows_beside_them(harbour):
    brief = harbour.brief()
    plot = brief.plots["Positions over time"]

    assert brief.tables["Where each stands now"][0]
    assert plot._repr_svg_().startswith("<svg")
    assert {"Issue", "Who"} <= set(plot.rows[0])
    assert brief.data["brief"]["title"] == brief.title


def test_a_brief_is_saved_in_the_form_that_the_name_says(harbour, tmp_path):
    brief = harbour.changes("2031-03-05", "2031-03-07")

    assert brief.save(tmp_path / "b.html").read_text("utf-8").startswith("<!doctype html>")
    assert brief.title in brief.save(str(tmp_path / "b.txt")).read_text("utf-8")
    assert json.loads(brief.save(tmp_path / "b.json").read_text("utf-8"))["gobetween"] == 1
    assert brief.save(tmp_path / "b.md").read_text("utf-8").startswith("# ")
    assert brief.save(tmp_path / "b.pdf").read_bytes().startswith(b"%PDF")
    assert brief.save(tmp_path / "b.docx").read_bytes().startswith(b"PK")
    assert brief.one_page.value.is_one_page
    with pytest.raises(GobetweenError, match="no form of a brief"):
        brief.save(tmp_path / "b.odt")


def test_a_page_in_a_notebook_can_neither_run_nor_leave_its_frame(harbour):
    framed = harbour.read_out("tuesday-after-the-storm")._repr_html_()

    assert framed.startswith('<iframe sandbox title="')
    assert "<script" not in framed
    assert framed.count("<") == 2  # the frame alone: the page stands escaped in an attribute


def test_reports_come_as_rows_with_their_words(tmp_path, monkeypatch):
    pytest.importorskip("spacy")
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    (tmp_path / "wire.txt").write_text(REPORTS, encoding="utf-8")
    found = read(tmp_path / "wire.txt")
    figures = found.rows("figures")

    assert found.reports == ["wire.txt"]
    assert any(each["value"] == 40 for each in figures)
    assert all(each["report"] == "wire.txt" and each["id"].startswith("figure-") for each in figures)
    assert found._repr_html_().startswith("<iframe sandbox")
    with pytest.raises(InvalidReport, match="figures"):
        found.rows("numbers")


def test_a_rule_that_is_none_is_refused_with_those_there_are(harbour):
    with pytest.raises(InvalidCase, match="no rule 'nahs'; rules: all, nash"):
        harbour.solve(rule="nahs")
    with pytest.raises(InvalidCase, match="no rule 'nahs'"):
        harbour.sensitivity(rule="nahs")


def test_a_file_that_cannot_be_written_is_told(harbour, tmp_path):
    with pytest.raises(GobetweenError, match="cannot be written: No such file"):
        harbour.brief().save(tmp_path / "nofolder" / "brief.txt")


@pytest.mark.parametrize("seconds", ["ten", -1])
def test_a_time_that_is_none_is_refused(harbour, seconds):
    with pytest.raises(InvalidCase, match="seconds"):
        harbour.deadlock(seconds=seconds)


def test_a_path_that_is_none_is_refused():
    with pytest.raises(InvalidCase, match="123"):
        Case.load(123)


def test_what_is_given_says_in_a_prompt_what_it_is(harbour):
    assert repr(harbour).startswith("<Case ")
    assert "as union sees it" in repr(harbour.seen(audience="union"))
    assert "cannot all be met" in repr(harbour.deadlock(limit=1))
    assert ".save('brief.html')" in repr(harbour.changes("2031-03-05", "2031-03-07"))


def test_one_name_of_assumptions_is_a_list_of_one(harbour):
    assert harbour.robust("in-doubt").essence == harbour.robust(["in-doubt"]).essence
