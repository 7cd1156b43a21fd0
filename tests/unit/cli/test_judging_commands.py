"""Judging on the command line: what was judged is kept, wins everywhere, and wrong words are answered with what is allowed."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main

pytest.importorskip("spacy")

REPORT = """\
NORDA, 7 March 2031 (Harbour News) - The dockers' union demands a shorter week in the port of Norda. The harbour company rejects a
shorter week, its spokesman Per Holm said on Friday. "We will not pay for idle hours," Holm told reporters.

The union's secretary, Anna Berg, said that 1,200 dockers had stopped work. Talks between the union and the company resumed in Norda on
Thursday.
"""


class Outcome:
    def __init__(self, done) -> None:
        self.code, self.out, self.err = done.exit_code, done.stdout, done.stderr
        self.failure = done.exception


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def reports(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOBETWEEN_CACHE", str(cache))
    monkeypatch.setenv("COLUMNS", "100")
    folder = tmp_path / "port"
    folder.mkdir()
    (folder / "norda.txt").write_text(REPORT, encoding="utf-8")
    return folder


def run(*arguments: str | Path, answers: str = "") -> Outcome:
    return Outcome(CliRunner().invoke(main, [str(each) for each in arguments], obj=Workshop(), input=answers))


def read(folder: Path) -> dict:
    return json.loads(run("read", folder, "--format", "json").out)["documents"][0]


def demand_of(folder: Path) -> dict:
    return next(each for each in read(folder)["positions"] if each["stance"] == "demand")


def test_a_struck_item_vanishes_from_every_form_of_output(reports: Path) -> None:
    figure = read(reports)["figures"][0]
    assert "1,200" in run("read", reports).out
    assert figure["id"] in run("read", reports).out
    done = run("judge", reports, figure["id"], "wrong", "--by", "Ana", "--note", "a round number of the union's")
    assert (done.code, "wrong" in done.out) == (0, True)
    assert read(reports)["figures"] == []
    for form in ("terminal", "html", "json"):
        brief = run("brief", reports, "--format", form, "--output", "-").out
        assert "account-figures" not in brief
        assert "All figures" not in brief
        assert "a round number" not in brief
    assert figure["id"] not in run("read", reports).out
    assert run("read", reports, "--format", "html").out.count("1,200") == 1, "in the report, and in no note in the margin"


def test_a_confirmed_item_is_marked_and_counted_in_the_brief(reports: Path) -> None:
    assert "confirmed by a person" not in run("brief", reports, "--format", "html", "--output", "-").out
    run("judge", reports, demand_of(reports)["id"], "right")
    page = run("brief", reports, "--format", "html", "--output", "-").out
    assert "confirmed by a person" in page
    assert "a person has checked 1 item of" in page
    written = demand_of(reports)
    assert (written["standing"], written["confidence"]) == ("confirmed by a person", None)


def test_a_changed_item_has_its_new_values_everywhere(reports: Path) -> None:
    demand = demand_of(reports)
    done = run("judge", reports, demand["id"], "change", "party=Crane", "Drivers'", "Union", "stance=offer")
    assert done.code == 0, done.err
    (written,) = [each for each in read(reports)["positions"] if each["id"] == demand["id"]]
    assert (written["party"], written["stance"], written["standing"]) == ("Crane Drivers' Union", "offer", "changed by a person")
    assert "Crane Drivers' Union" in run("brief", reports, "--format", "terminal", "--output", "-").out
    run("judge", reports, demand["id"], "change", "issue=hours")
    (written,) = [each for each in read(reports)["positions"] if each["id"] == demand["id"]]
    assert (written["party"], written["issue"]) == ("Crane Drivers' Union", "hours"), "a second change keeps the first"
    run("judge", reports, demand["id"], "open")
    assert demand_of(reports) == demand


def test_merging_adding_and_listing(reports: Path) -> None:
    first, second = read(reports)["positions"][:2]
    assert run("judge", reports, first["id"], "merge", second["id"], "--by", "Ana").code == 0
    assert first["id"] not in [each["id"] for each in read(reports)["positions"]]
    missed = ("add", "position", "norda.txt", "not pay for   idle hours", "party=Harbour Company", "stance=reject")
    done = run("judge", reports, *missed)
    assert done.code == 0, done.err
    added = done.out.split(":")[0]
    assert next(each for each in read(reports)["positions"] if each["id"] == added)["text"] == "not pay for idle hours"
    listing = run("judge", reports, "--list").out
    assert "merged into" in listing
    assert "Ana" in listing
    assert f"{added}  added" in listing
    assert run("judge", reports, "wrong", added).code == 0, "the verdict may stand first"
    assert added not in [each["id"] for each in read(reports)["positions"]]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "nothing to judge"),
        (("position-ffffffff", "right"), "no item 'position-ffffffff' here"),
        (("position", "right"), "may be any of position-"),
        (("DEMAND",), "is no judgement"),
        (("DEMAND", "fine"), "is no judgement"),
        (("DEMAND", "right", "indeed"), "is no judgement"),
        (("DEMAND", "change"), "nothing to change"),
        (("DEMAND", "change", "red"), "write FIELD=VALUE"),
        (("DEMAND", "change", "colour=red"), "allowed: via, via_actor, via_type, party, stance, issue, when"),
        (("DEMAND", "change", "stance=shout"), "allowed: demand, offer"),
        (("DEMAND", "merge"), "is no judgement"),
        (("DEMAND", "merge", "DEMAND"), "with itself"),
        (("DEMAND", "merge", "FIGURE"), "of its kind in the same document"),
        (("add", "position", "norda.txt"), "a kind, a report, and its words"),
        (("add", "posture", "norda.txt", "work", "party=A"), "allowed: statement"),
        (("add", "position", "absent.txt", "work", "party=A"), "no report 'absent.txt'"),
        (("add", "position", "norda.txt", "unsaid", "party=A"), "do not stand in"),
        (("add", "position", "norda.txt", "the", "party=A"), "times in"),
        (("add", "position", "norda.txt", "idle hours", "party=A"), "a position needs stance=..."),
        (("add", "position", "norda.txt", "idle hour", "party=A", "stance=offer"), "do not stand in"),
        (("add", "figure", "norda.txt", "1,200 dockers", "value=1200"), "FIGURE says that already, on “1,200 dockers”"),
        (("x" * 5000, "right"), "no item 'xx"),
        (("add", "position", "norda.txt", " ", "party=A"), "no words"),
    ],
)
def test_what_cannot_be_judged_is_refused_with_what_can(reports: Path, words: tuple[str, ...], said: str) -> None:
    names = {"DEMAND": demand_of(reports)["id"], "FIGURE": read(reports)["figures"][0]["id"]}
    done = run("judge", reports, *(names.get(word, word) for word in words))
    assert said.replace("FIGURE", names["FIGURE"]) in str(done.failure)
    assert len(str(done.failure)) < 1000
    assert not (reports / "judgements.yaml").exists()


def test_an_item_is_added_on_words_of_a_page_as_they_are_seen(reports: Path) -> None:
    page = "<html><body><article><p>LOWMOUTH - The crews&rsquo; union met on Monday with <b>Marsh &amp; Sons</b>.</p>"
    page += '<p>The firm would accept <a href="/pay">a pay rise</a> of &ldquo;two percent&rdquo; a year.</p></article></body></html>'
    (reports / "page.html").write_text(page, encoding="utf-8")
    for words in ('would accept a pay rise of "two percent"', "The crews' union met", "with Marsh & Sons"):
        assert run("judge", reports, "add", "position", "page.html", words, "party=Firm", "stance=offer").failure is None
    document = next(
        each for each in json.loads(run("read", reports, "--format", "json").out)["documents"] if each["path"] == "page.html"
    )
    found = {each["text"]: page[each["start"] : each["end"]] for each in document["positions"] if each["party"] == "Firm"}
    assert found["would accept a pay rise of “two percent”"].endswith("</a> of &ldquo;two percent&rdquo;")
    assert found["with Marsh & Sons"] == "with <b>Marsh &amp; Sons"


def test_two_that_judge_differently_are_told_of_each_other(reports: Path) -> None:
    item = demand_of(reports)["id"]
    assert "until now" not in run("judge", reports, item, "wrong", "--by", "Ana", "--note", "hearsay").out
    assert "until now: wrong (Ana, 20" in run("judge", reports, item, "right", "--by", "Ben").out
    assert "hearsay" in run("judge", reports, item, "change", "stance=offer", "--by", "Ben").out, (
        "of what one said oneself one is not told"
    )
    run("judge", reports, item, "right", "--by", "Ben")
    listed = run("judge", reports, "--list").out
    assert "changed (stance=offer) (Ben, " in listed
    assert "; before: wrong (Ana, " in listed
    assert "before:" not in run("judge", reports, item, "open").out
    assert "until now" not in run("judge", reports, item, "right").out, "what was taken back is no judgement"


def test_what_was_changed_is_said_with_its_values(reports: Path) -> None:
    item = demand_of(reports)["id"]
    assert "changed (stance=offer; party=Crews)" in run("judge", reports, item, "change", "stance=offer", "party=Crews").out
    assert "changed (stance=offer; party=Crews)" in run("judge", reports, "--list").out


def test_an_added_item_is_kept_with_its_id(reports: Path) -> None:
    done = run("judge", reports, "add", "position", "norda.txt", "idle hours", "party=Firm", "stance=reject")
    name = done.out.split(":")[0]
    assert f"item: {name}\n" in (reports / "judgements.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "instead"),
    [
        ("words: not pay for idle hours", "words: gladly pay for idle hours"),
        ("at: 193-215", "at: 9193-9215"),
        ("condition: Talks between the union", "condition: if the union begs"),
    ],
)
def test_words_that_a_hand_wrote_into_the_judgements_are_not_quoted(reports: Path, given: str, instead: str) -> None:
    missed = ("add", "position", "norda.txt", "not pay for idle hours", "party=Harbour Company", "stance=reject")
    item = run("judge", reports, *missed).out.split(":")[0]
    run("judge", reports, item, "change", "condition=Talks between the union")
    file = reports / "judgements.yaml"
    before = run("read", reports, "--format", "json")
    assert (item in before.out, before.err) == (True, "")
    assert given in file.read_text(encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace(given, instead), encoding="utf-8")
    done = run("read", reports, "--format", "json")
    assert "1 judgement on norda.txt not used" in done.err
    assert "mend `words`, `at` or `changed` in judgements.yaml" in done.err
    assert instead.partition(": ")[2] not in done.out
    assert "not used" in run("judge", reports, "--list").err
    assert "not used" in run("brief", reports, "--format", "json", "--output", "-").err


def test_what_was_struck_cannot_be_merged_into(reports: Path) -> None:
    first, second = read(reports)["positions"][:2]
    run("judge", reports, first["id"], "wrong")
    assert "is struck itself (wrong)" in str(run("judge", reports, second["id"], "merge", first["id"]).failure)


def test_reviewing_goes_on_where_it_was_left(reports: Path) -> None:
    done = run("review", reports, "--by", "Ana", answers="maybe\ny it says so\nn\nc stance=shout\nc\nplace=Norda\ns\nq\n")
    assert "y right, n wrong" in done.out
    assert "3 judged" in done.out or "2 judged" in done.out
    first = int(done.out.split("[1 of ")[1].split("]")[0])
    again = run("review", reports, answers="")
    left = int(again.out.split("[1 of ")[1].split("]")[0])
    assert left < first
    assert "0 judged" in again.out
    text = (reports / "judgements.yaml").read_text(encoding="utf-8")
    assert "note: it says so" in text
    assert "by: Ana" in text


def test_reviewing_one_kind_shows_words_in_their_context(reports: Path) -> None:
    done = run("review", reports, "--kind", "figure", answers="q\n")
    assert "[1 of 1]" in done.out
    assert ">>> 1,200 dockers <<<" in " ".join(done.out.split())
    assert "said that" in done.out


def test_words_of_strangers_do_not_drive_the_terminal(reports: Path) -> None:
    hostile = REPORT.replace("shorter week", "shorter\x1b[2J\u202e week").replace("Holm told", "Holm \x1b]0;owned\x07told")
    (reports / "norda.txt").write_text(hostile, encoding="utf-8")
    said = run("review", reports, answers="y\n" * 40).out + run("judge", reports, "--list").out
    assert "shorter week" in " ".join(said.split())
    assert not set("\x1b\x07\u202e") & set(said)
    assert run("read", reports, "--format", "json").code == 0


@pytest.mark.parametrize("kind", ["Position", "positions", "sticking point", "Sticking_Points", "sticking-point"])
def test_a_kind_may_be_named_as_people_do(reports: Path, kind: str) -> None:
    done = run("review", reports, "--kind", kind, answers="q\n")
    assert done.code == 0
    assert "0 judged; " in done.out or "nothing to review" in done.out


def test_a_kind_that_is_none_is_refused(reports: Path) -> None:
    assert "allowed: statement" in str(run("review", reports, "--kind", "posture").failure)


def test_judgements_may_be_kept_elsewhere(reports: Path, tmp_path: Path) -> None:
    mine, demand = tmp_path / "mine.yaml", demand_of(reports)["id"]
    run("judge", reports, demand, "wrong", "--judgements", mine)
    assert demand in run("read", reports, "--format", "json").out
    assert demand not in run("read", reports, "--format", "json", "--judgements", mine).out
    assert run("brief", reports, "--judgements", tmp_path / "none.yaml").code == 2


def test_a_new_edition_of_a_report_is_judged_as_the_earlier_was_and_says_so(reports: Path) -> None:
    run("judge", reports, demand_of(reports)["id"], "change", "party=Crane Drivers' Union")
    run("judge", reports, read(reports)["figures"][0]["id"], "wrong")
    run("judge", reports, "add", "position", "norda.txt", "pay for idle hours", "party=Crew", "stance=demand")
    edition = REPORT.replace("NORDA,", "CORRECTED VERSION\n\nNORDA,").replace("1,200", "1,250")
    (reports / "norda.txt").write_text(edition, encoding="utf-8")
    told = (
        "2 judgements on an earlier norda.txt carried over",
        "1 judgement on an earlier norda.txt kept, not used",
        "“1,200 dockers”",
    )
    for place in (reports, reports / "norda.txt"):
        done = run("read", place, "--format", "json")
        assert all(each in done.err for each in told)
        (document,) = json.loads(done.out)["documents"]
        assert {"Crane Drivers' Union", "Crew"} < {each["party"] for each in document["positions"]}
        assert document["figures"][0]["standing"] == "read by rules", "another number is a new question"
    run("judge", reports, demand_of(reports)["id"], "wrong")
    assert "2 judgements on an earlier" in run("judge", reports, "--list").err
    assert "Crane Drivers' Union" not in run("brief", reports, "--format", "json", "--output", "-").out, "the later judgement wins"


def test_a_judgement_on_a_report_that_is_not_there_is_told_and_kept(reports: Path) -> None:
    run("judge", reports, demand_of(reports)["id"], "wrong")
    (reports / "norda.txt").rename(reports / "renamed.txt")
    (reports / "renamed.txt").write_text(f"{REPORT}\nThe talks go on.\n", encoding="utf-8")
    done = run("read", reports)
    assert "1 judgement on norda.txt kept, not used" in done.err
    assert "judgements.yaml: data" not in done.err
    assert "1 judgement on norda.txt" in run("brief", reports, "--format", "json", "--output", "-").err
    assert "judgement" not in run("read", reports / "renamed.txt").err, "who reads one report of many misses none"
    assert "write that name after `report`" in done.err
    file = reports / "judgements.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("report: norda.txt", "report: renamed.txt"), encoding="utf-8")
    assert "1 judgement on an earlier renamed.txt carried over" in run("read", reports).err


def test_reports_of_which_none_can_be_read_are_no_success(reports: Path, tmp_path: Path) -> None:
    (tmp_path / "blank.txt").write_text(" ", encoding="utf-8")
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.4 torn")
    done = run("read", tmp_path / "blank.txt", tmp_path / "torn.pdf", "--format", "json")
    assert "could be read" in str(done.failure)
    assert "blank.txt: the file is empty" in done.err
    assert "torn.pdf: " in done.err
    assert not done.out
    assert run("read", tmp_path / "blank.txt", reports / "norda.txt").code == 0


def test_a_report_on_which_a_rule_fails_is_no_success(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "fresh"))
    monkeypatch.setattr("gobetween.reading.reader.fingerprint", lambda _text: 1 // 0)
    done = run("read", reports)
    assert "could be read" in str(done.failure)
    assert "this is Gobetween's fault" in done.err


def test_a_faulty_book_is_refused_with_its_line(reports: Path) -> None:
    (reports / "judgements.yaml").write_text("gobetween: 1\njudgements:\n  - verdict: fine\n", encoding="utf-8")
    for command in (("read", reports), ("brief", reports), ("judge", reports, "--list"), ("review", reports)):
        assert "judgements.yaml:3" in str(run(*command).failure)


@pytest.fixture
def case(reports: Path) -> Path:
    folder = reports.parent / "case"
    (folder / "reports").mkdir(parents=True)
    (folder / "reports" / "norda.txt").write_text(REPORT, encoding="utf-8")
    text = "gobetween: 1\ntitle: The port\nprofile: closed\n"
    text += "actors: {union: {name: Union, roles: [party]}, firm: {name: Firm, roles: [party]}}\n"
    (folder / "case.yaml").write_text(
        text + "issues: {week: {title: The week, options: {short: Short, long: Long}}}\n", encoding="utf-8"
    )
    return folder


def test_what_the_keeper_struck_is_struck_for_all_and_nobody_else_learns_why(case: Path) -> None:
    assert "1,200" in run("brief", case, "--as", "union", "--format", "json", "--output", "-").out
    figure = next(line for line in run("judge", case, "--list").out.splitlines() if "undecided" in line)
    assert figure
    name = next(each["id"] for each in read(case / "reports")["figures"])
    run("judge", case, name, "wrong", "--by", "Ana", "--note", "hearsay of the other side")
    assert (case / "judgements.yaml").is_file()
    for audience in ("keeper", "public", "union", "firm"):
        brief = run("brief", case, "--as", audience, "--format", "json", "--output", "-")
        assert brief.code == 0, brief.failure
        assert "dockers had stopped" not in "".join(f for f in brief.out.split('"account-figures"')[1:])
        assert "hearsay" not in brief.out + brief.err
        assert "Ana" not in brief.err


def with_position(case: Path, name: str, spans: str) -> None:
    """Adds the report as a source, and a position that cites it."""
    sha256 = hashlib.sha256((case / "reports" / "norda.txt").read_bytes()).hexdigest()
    with (case / "case.yaml").open("a", encoding="utf-8") as file:
        file.write(f"sources: {{norda: {{published: 2031-03-07, sha256: {sha256}}}}}\n")
        file.write(f"positions:\n  - id: {name}\n    actor: union\n    issue: week\n    stance: demand\n    options: [short]\n")
        file.write(f"    text: A shorter week.\n    cite: norda@{spans}\n")


def test_an_entry_of_the_case_on_the_words_of_a_wrong_item_stays_and_is_named(case: Path) -> None:
    demand = demand_of(case / "reports")
    with_position(case, "union-demand", f"{demand['start']}-{demand['end']}")
    line = (case / "case.yaml").read_text(encoding="utf-8").splitlines().index("  - id: union-demand") + 1
    named = f"positions 'union-demand' (case.yaml, line {line})"
    wrong = run("judge", case, demand["id"], "wrong")
    assert wrong.code == 0, wrong.failure
    assert "struck from every brief" not in wrong.out
    assert named in wrong.out
    assert named in run("judge", case, demand["id"], "change", "stance=offer").out
    assert named not in run("judge", case, demand["id"], "open").out
    figure = read(case / "reports")["figures"][0]
    assert "The case has" not in run("judge", case, figure["id"], "wrong").out


def test_an_event_has_the_party_that_a_person_gave_its_position(reports: Path) -> None:
    def events() -> list[list[str]]:
        return [each["source"] for each in read(reports)["events"] if each["read_from"] == "position"]

    before = events()
    demand = demand_of(reports)
    assert [demand["party"]] in before
    run("judge", reports, demand["id"], "change", "party=Crane Drivers' Union")
    assert [demand["party"]] not in events()
    assert ["Crane Drivers' Union"] in events()
    run("judge", reports, demand["id"], "open")
    assert events() == before


def test_what_is_wrong_with_the_book_is_for_the_keeper_alone(case: Path) -> None:
    (case / "judgements.yaml").write_text(
        "gobetween: 1\njudgements:\n  - note: told in caucus\n    verdict: caucus\n", encoding="utf-8"
    )
    assert "found 'caucus'" in str(run("brief", case).failure)
    told = str(run("brief", case, "--as", "union").failure)
    assert "caucus" not in told
    assert "as its keeper" in told


ANSWERING = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"


def test_what_was_answered_before_a_kill_is_kept(reports: Path) -> None:
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", ANSWERING, "review", str(reports)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as process:
        process.stdin.write("y\nn\n")
        process.stdin.flush()
        shown = ""
        while shown.count("right? ") < 3:
            letter = process.stdout.read(1)
            assert letter, shown
            shown += letter
        process.send_signal(signal.SIGKILL)
    listing = run("judge", reports, "--list").out
    assert ("  right (" in listing, "  wrong, struck" in listing) == (True, True)


def test_files_that_were_left_out_are_told_shortly_and_not_to_whoever_names_an_item(reports: Path) -> None:
    for number in range(20):
        (reports / f"blank-{number}.txt").write_text(" ", encoding="utf-8")
    listed = run("judge", reports, "--list").err
    assert listed.count("Left out: blank-") == 8
    assert "Left out: 12 more; 'gobetween read' names them all" in listed
    assert run("review", reports, answers="q\n").err == listed
    assert "Left out" not in run("judge", reports, demand_of(reports)["id"], "right").err
    missing = run("judge", reports, "position-00000000", "right")
    assert ("no item" in str(missing.failure), missing.err) == (True, "")


def test_a_condition_can_be_put_right_in_words_of_the_report(reports: Path) -> None:
    demand = demand_of(reports)["id"]
    assert run("judge", reports, demand, "change", "stance=conditional", "condition=talks between the union and the company").code == 1
    done = run("judge", reports, demand, "change", "stance=conditional", "condition=Talks between", "the union and the company")
    assert done.code == 0, done.failure
    (written,) = [each for each in read(reports)["positions"] if each["id"] == demand]
    assert written["condition"]["text"] == "Talks between the union and the company"
    assert "Talks between the union and the company" in run("brief", reports, "--format", "terminal", "--output", "-").out
    added = ("add", "position", "norda.txt", "not pay for idle hours", "party=Crew", "stance=conditional", "condition=resumed in Norda")
    item = run("judge", reports, *added).out.split(":")[0]
    assert "resumed in Norda" in [each["condition"]["text"] for each in read(reports)["positions"] if each["condition"]]
    for verdict in ("wrong", "open"):
        assert "taken back" in run("judge", reports, item, verdict).out
        item = run("judge", reports, *added).out.split(":")[0]
    run("judge", reports, demand, "change", "condition=")
    (written,) = [each for each in read(reports)["positions"] if each["id"] == demand]
    assert written["condition"] is None


def test_what_was_read_is_written_in_the_form_that_the_file_names(reports: Path, tmp_path: Path) -> None:
    written = {}
    for ending in ("json", "html", "txt"):
        assert run("read", reports, "-o", tmp_path / f"read.{ending}").code == 0
        written[ending] = (tmp_path / f"read.{ending}").read_text(encoding="utf-8")
    assert json.loads(written["json"])["documents"]
    assert written["html"].startswith("<!DOCTYPE html>")
    assert "demands a shorter week" in written["txt"]
    assert "<html" not in written["txt"]
    refused = run("read", reports, "-o", tmp_path / "read.docx")
    assert (refused.code, "'.docx' is the ending of no form" in refused.err) == (2, True)
    assert not (tmp_path / "read.docx").exists()


def test_verdicts_may_be_written_large_and_a_list_takes_no_judgement(reports: Path) -> None:
    item = demand_of(reports)["id"]
    assert "wrong" in run("judge", reports, item, "Wrong").out
    assert "right" in run("judge", reports, "RIGHT", item).out
    refused = run("judge", reports, item, "wrong", "--list")
    assert "--list judges nothing" in str(refused.failure)
    assert f"{item}  right" in run("judge", reports, "--list").out


def test_values_with_blanks_may_stand_in_quotation_marks(reports: Path) -> None:
    item = demand_of(reports)["id"]
    for given in (('party="Crane Drivers\' Union"',), ('party="Crane', "Drivers'", 'Union"'), ("party=“Crane Drivers' Union”",)):
        run("judge", reports, item, "change", *given, "stance=offer")
        assert ("Crane Drivers' Union", "offer") in [(each["party"], each["stance"]) for each in read(reports)["positions"]]
        run("judge", reports, item, "open")


def test_a_report_that_was_left_out_is_named_to_whoever_looks_for_its_items(reports: Path) -> None:
    (reports / "blank.txt").write_text(" ", encoding="utf-8")
    assert "(left out: blank.txt)" in str(run("judge", reports, "position-00000000", "right").failure)


def test_where_nothing_waits_a_review_says_so(reports: Path) -> None:
    done = run("review", reports, "--kind", "deliverable")
    assert (done.code, done.out) == (0, "nothing to review: no item of the kind 'deliverable' is undecided\n")
    assert not (reports / "judgements.yaml").exists()
