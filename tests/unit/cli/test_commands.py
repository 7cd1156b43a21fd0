"""The commands as a person meets them: what they print, where they write, how they refuse."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gobetween.bootstrap.workshop import Workshop

ROOT = Path(__file__).parents[3]
CAIRO = ROOT / "examples" / "cairo"
HARBOUR = ROOT / "examples" / "harbour"

# Runs one command in this process's Python, then says which heavy libraries it needed.
RUN = "import sys; from gobetween.bootstrap import main; sys.argv[0] = 'gobetween'; main()"


class Outcome:
    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str | Path) -> Outcome:
        command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", RUN, *map(str, arguments)]
        return Outcome(subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120))

    return run


def test_a_brief_is_printed_and_written_as_a_page(run, tmp_path: Path) -> None:
    done = run("brief", CAIRO)
    page = tmp_path / "cairo-brief.html"
    assert done.code == 0, done.err
    assert "The Cairo talks" in done.out
    assert str(page) in done.out
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("audience", ["egypt", "hamas", "public"])
def test_a_brief_for_an_audience_names_it_and_its_file(run, tmp_path: Path, audience: str) -> None:
    done = run("brief", CAIRO, "--as", audience, "--format", "html")
    assert done.code == 0, done.err
    assert (tmp_path / f"cairo-brief-as-{audience}.html").exists()


def test_what_changed_is_told_for_an_audience(run) -> None:
    done = run("diff", CAIRO, "--from", "2024-03-01", "--to", "2024-05-31", "--as", "egypt")
    assert done.code == 0, done.err
    assert "What changed from 1 March 2024 to 31 May 2024" in done.out
    assert "Before: asks for “Talks on a permanent ceasefire”" in " ".join(done.out.split())
    assert json.loads(run("diff", CAIRO, "--from", "2024-03-01", "--format", "json").out)["brief"]["sections"]


def test_of_a_case_that_lies_ahead_what_changed_since_is_told(run) -> None:
    done = run("diff", HARBOUR, "--from", "2031-03-05")
    assert "What changed since 5 March 2031" in done.out
    assert "Three days later the employers would pay 4 per cent." in done.out


def test_what_changed_is_written_in_the_form_that_the_file_names(run, tmp_path: Path) -> None:
    assert run("diff", CAIRO, "--from", "2024-03-01", "-o", "changes.md").code == 0
    assert (tmp_path / "changes.md").read_text(encoding="utf-8").startswith("# The Cairo talks")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "brief.xyz"), "'.xyz' is the ending of no form; endings: .html .md .docx .pdf .json .txt"),
        (("--format", "markdown", "-o", "brief.docx"), "--format markdown and a file that ends in .docx do not go together"),
    ],
)
def test_an_ending_that_says_something_else_is_refused_and_nothing_written(run, tmp_path: Path, arguments, words: str) -> None:
    done = run("brief", CAIRO, *arguments)
    assert done.code == 2
    assert words in done.err
    assert list(tmp_path.glob("brief.*")) == []


def test_a_file_that_ends_in_txt_gets_plain_text(run, tmp_path: Path) -> None:
    assert run("brief", CAIRO, "-o", "brief.txt").code == 0
    assert (tmp_path / "brief.txt").read_text(encoding="utf-8").startswith("═")


@pytest.mark.parametrize(
    ("arguments", "file", "words"),
    [
        (("brief", HARBOUR), "a.md", "The brief as Markdown: "),
        (("brief", HARBOUR), "a.txt", "The brief as text: "),
        (("brief", HARBOUR), "a.json", "The brief as JSON: "),
        (("brief", HARBOUR), "a.html", "The brief as a page: "),
        (("brief", HARBOUR), "a.docx", "The brief as a document: "),
        (("brief", HARBOUR, "--one-page"), "a.pdf", "The brief as PDF: "),
        (("brief", HARBOUR, "--as", "conciliator", "--for", "union"), "a.md", "The talking points as Markdown: "),
        (("diff", HARBOUR, "--from", "2031-03-05"), "a.html", "The comparison as a page: "),
        (("read-out", HARBOUR), "a.md", "The list of meetings as Markdown: "),
        (("read-out", HARBOUR, "one-table"), "a.pdf", "The read-out as PDF: "),
        (("deadlock", HARBOUR), "a.svg", "The answer as a drawing: "),
        (("deadlock", HARBOUR), "a.json", "The answer as JSON: "),
    ],
)
def test_which_file_was_written_is_said_beside_what_was_asked_for(run, tmp_path: Path, arguments, file: str, words: str) -> None:
    done = run(*arguments, "-o", file)
    assert (done.code, done.out, done.err.splitlines()[-1]) == (0, "", f"{words}{tmp_path / file}")
    assert run(*arguments, "-o", "/dev/null", "--format", "json").err == ""


def test_where_a_calendar_was_written_is_said_beside_it_where_a_file_was_named(run, tmp_path: Path) -> None:
    named = run("calendar", HARBOUR, "-o", "dates.ics")
    assert (named.out, named.err.splitlines()[-1]) == ("", f"The calendar: {tmp_path / 'dates.ics'}")
    assert run("calendar", HARBOUR).out == f"The calendar: {tmp_path / 'harbour.ics'}\n"


def test_a_brief_to_standard_output_is_printed_once_and_writes_no_file(run, tmp_path: Path) -> None:
    printed = run("brief", HARBOUR, "-o", "-")
    assert printed.out == run("brief", HARBOUR, "--format", "terminal").out
    assert "<html" in run("brief", HARBOUR, "-o", "-", "--format", "html").out
    assert list(tmp_path.glob("*.html")) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", HARBOUR),
        ("diff", HARBOUR, "--from", "2031-03-05"),
        ("read-out", HARBOUR),
        ("calendar", HARBOUR),
        ("deadlock", HARBOUR),
        ("demo",),
    ],
)
def test_a_folder_is_named_as_no_file_before_anything_is_printed(run, tmp_path: Path, arguments) -> None:
    (tmp_path / "made").mkdir()
    done = run(*arguments, "-o", "made")
    assert (done.code, done.out) == (2, "")
    assert done.err == "gobetween: 'made' is a folder; name a file, in it or elsewhere, with --output\n"


def test_talking_points_for_nobody_are_no_brief(run) -> None:
    done = run("brief", HARBOUR, "--for", "", "--format", "terminal")
    assert (done.code, done.out) == (2, "")
    assert "--for is empty; name the actor" in done.err


def test_a_form_goes_by_the_ending_of_its_files_too(run) -> None:
    assert run("brief", HARBOUR, "--format", "md").out == run("brief", HARBOUR, "--format", "markdown").out
    assert run("deadlock", HARBOUR, "--format", "txt").out == run("deadlock", HARBOUR).out
    assert "'doc' is not one of 'terminal', 'html', 'markdown'" in run("brief", HARBOUR, "--format", "doc").err


@pytest.mark.parametrize(("recipient", "name"), [("keeper", "the keeper of the case"), ("public", "the public")])
def test_talking_points_name_whoever_they_are_for(run, recipient: str, name: str) -> None:
    said = run("brief", HARBOUR, "--as", "conciliator", "--for", recipient, "--format", "markdown").out
    assert f"Talking points for {name}" in said
    assert "someone\n" not in said


def test_a_set_of_assumptions_that_is_not_open_is_refused_with_what_opens_one(run) -> None:
    refused = run("zone", HARBOUR, "--as", "conciliator", "--assume", "boats")
    assert refused.code == 2
    assert "do not say `held_by: public`, or `held_by: [ACTOR]`" in refused.err
    assert "held_by" not in run("zone", HARBOUR, "--assume", "boats").err


def test_talking_points_for_somebody_are_what_may_be_said_and_why(run, tmp_path: Path) -> None:
    keeper = run("brief", CAIRO, "--for", "hamas", "--format", "json").out
    assert "Talking points for Hamas" in keeper
    assert "open to everybody" in keeper
    assert "Your own" not in keeper
    mediator = run("brief", CAIRO, "--as", "egypt", "--for", "hamas", "--format", "html")
    assert mediator.code == 0, mediator.err
    assert "it is yours" in (tmp_path / "cairo-brief-for-hamas-as-egypt.html").read_text(encoding="utf-8")
    assert "did you mean 'hamas'" in run("brief", CAIRO, "--for", "hama").err


def test_talking_points_are_not_cut_down_and_are_called_what_they_are(run, tmp_path: Path) -> None:
    refused = run("brief", HARBOUR, "--as", "conciliator", "--for", "employers", "--one-page")
    assert refused.code == 2
    assert "talking points (--for) are as short as what may be said" in refused.err
    made = run("brief", HARBOUR, "--as", "conciliator", "--for", "employers", "--format", "html")
    assert f"The talking points as a page: {tmp_path}" in made.out


def test_json_goes_to_standard_output_alone(run, tmp_path: Path) -> None:
    done = run("brief", CAIRO, "--format", "json")
    assert json.loads(done.out)["gobetween"] == 1
    assert list(tmp_path.glob("*.html")) == []


@pytest.mark.parametrize(("form", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_brief_for_paper_goes_to_a_file_of_its_own_or_is_piped_on(run, tmp_path: Path, form: str, begins: bytes) -> None:
    done = run("brief", CAIRO, "--format", form, "--one-page", "--as", "egypt")
    file = tmp_path / f"cairo-brief-one-page-as-egypt.{form}"
    assert str(file) in done.out
    assert file.read_bytes().startswith(begins)
    piped = [sys.executable, "-c", RUN, "brief", CAIRO, "--format", form, "--one-page", "--as", "egypt", "--output", "-"]
    assert subprocess.run(piped, cwd=tmp_path, capture_output=True, check=True).stdout == file.read_bytes()


@pytest.mark.parametrize(("name", "begins"), [("a.md", b"# The Cairo"), ("a.JSON", b"{"), ("a.pdf", b"%PDF"), ("a.docx", b"PK")])
def test_the_ending_of_the_file_names_the_form(run, tmp_path: Path, name: str, begins: bytes) -> None:
    assert "In essence" not in run("brief", CAIRO, "--one-page", "--output", name).out
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_one_page_is_in_the_terminal_too_and_shorter(run) -> None:
    whole, sheet = (run("brief", CAIRO, "--format", "terminal", *more).out for more in ((), ("--one-page",)))
    assert "What is owed, and by when" in sheet
    assert len(sheet) * 4 < len(whole)


def test_a_brief_goes_where_output_says(run, tmp_path: Path) -> None:
    assert run("brief", CAIRO, "--format", "terminal", "--output", "brief.txt").out == ""
    assert "The Cairo talks" in (tmp_path / "brief.txt").read_text(encoding="utf-8")
    assert run("brief", CAIRO, "--format", "html", "--output", "-").out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("brief",), "Missing argument 'PATH'"),
        (("brief", "nowhere"), "nowhere"),
        (("brief", CAIRO, "--as", "atlantis"), "atlantis"),
        (("brief", CAIRO, "--as-of", "yesterday"), "write it as 2031-03-31"),
        (("brief", CAIRO, "--as-of", "2024-02-30"), "write it as 2031-03-31"),
        (("brief", CAIRO, "--assume", "nothing"), "nothing"),
        (("brief", CAIRO, "--colour"), "No such option"),
        (("brief", CAIRO, "--format", "odt"), "odt"),
        (("brief", CAIRO, "--format", "html", "--output", "missing/brief.html"), "--output"),
        (("diff", CAIRO), "--from"),
        (("diff", CAIRO, "--from", "2024-05-01", "--to", "2024-05-01"), "is not before"),
        (("diff", "nowhere", "--from", "2024-05-01"), "nowhere"),
        (("read", "nowhere"), "nowhere"),
        (("check", "nowhere"), "nowhere"),
        (("bref",), "brief"),
        (("brief", ""), "the path is empty"),
        (("read", ""), "the path is empty"),
        (("new", ""), "the path is empty"),
    ],
)
def test_wrong_input_ends_with_words_and_code_2(run, arguments: tuple[str | Path, ...], words: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert words in done.err + done.out
    assert "Traceback" not in done.err


def test_an_empty_folder_is_no_set_of_reports(run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("brief", "empty")
    assert done.code == 2
    assert "no reports" in done.err


def test_a_new_case_checks_and_briefs_as_it_is(run, tmp_path: Path) -> None:
    assert run("new", "quay-talks").code == 0
    checked = run("check", "quay-talks")
    assert (checked.code, "no fault" in checked.out) == (0, True)
    assert run("brief", "quay-talks").code == 0
    assert run("new", "quay-talks").code == 2
    assert (tmp_path / "quay-talks" / "case.yaml").exists()


@pytest.mark.parametrize("given", [".", "case.yaml", "./"])
def test_a_check_of_the_folder_one_is_in_names_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, given: str) -> None:
    folder = tmp_path / "quay-talks"
    folder.mkdir()
    (folder / "case.yaml").write_text("gobetween: 1\ntitle: Quay talks\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert Workshop().check_case(Path(given)).summary.startswith("quay-talks: no fault")
    (folder / "case.yaml").write_text("gobetween: 1\ntitel: Quay talks\n", encoding="utf-8")
    assert re.match(r"quay-talks: \d faults?$", Workshop().check_case(Path(given)).summary)


def test_a_check_prints_every_fault_with_its_line(run, tmp_path: Path) -> None:
    run("new", "quay-talks")
    file = tmp_path / "quay-talks" / "case.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("profile:", "profil:") + "\nnonsense: 1\n", encoding="utf-8")
    done = run("check", "quay-talks")
    assert done.code == 2
    assert "profile" in done.out
    assert "nonsense" in done.out
    assert "case.yaml:" in done.out


def test_a_check_names_the_file_of_red_lines_that_leave_nothing(run, tmp_path: Path) -> None:
    case = "gobetween: 1\ntitle: T\nprofile: closed\nactors: {a: {name: A, roles: [party]}, b: {name: B, roles: [party]}}\n"
    case += "issues: {one: {title: One, options: {x: X, y: Y}}}\n"
    red = "gobetween: 1\nentrusted_to: [keeper]\nred_lines: [{issue: one, options: [x, y], text: Neither will do.}]\n"
    knot = tmp_path / "red"
    (knot / "parties").mkdir(parents=True)
    (knot / "case.yaml").write_text(case, encoding="utf-8")
    (knot / "parties" / "a.yaml").write_text(red, encoding="utf-8")
    done = run("check", "red")
    assert done.code == 2
    assert "parties/a.yaml: the red lines and links of 'a' leave it no package" in done.out
    assert "“Neither will do.”" in done.out


@pytest.mark.parametrize("broken", [b"\x00\xff: [broken", b"gobetween: 1\nentrusted_to: [highland-council\n", b""])
@pytest.mark.parametrize("audience", ["public", "lower-valley", "port-city"])
def test_another_partys_broken_file_changes_nothing(run, tmp_path: Path, audience: str, broken: bytes) -> None:
    run("new", "quay-talks")
    before = run("brief", "quay-talks", "--as", audience, "--format", "json")
    (tmp_path / "quay-talks" / "parties" / "upper-valley.yaml").write_bytes(broken)
    after = run("brief", "quay-talks", "--as", audience, "--format", "json")
    assert before.code == 0, before.err
    assert (before.code, before.out, before.err) == (after.code, after.out, after.err)


def test_a_check_finds_links_that_leave_nothing_and_links_in_a_circle(run, tmp_path: Path) -> None:
    folder = tmp_path / "knot"
    folder.mkdir()
    case = """gobetween: 1
title: Knot
profile: closed
actors: {a: {name: A, roles: [party]}, b: {name: B, roles: [party]}}
issues:
  one: {title: One, options: {x: X, y: Y}}
  two: {title: Two, options: {x: X, y: Y}}
links:
  - {id: there, if: {one: [x]}, requires: {two: [x]}}
  - {id: back, if: {two: [x]}, requires: {one: [x]}}
"""
    (folder / "case.yaml").write_text(case, encoding="utf-8")
    circle = run("check", "knot")
    assert circle.code == 0, circle.out
    assert "case.yaml: these links require each other in a circle" in circle.out
    assert "'there'; 'back'" in circle.out
    never = "  - {id: never-x, if: {one: [x]}}\n  - {if: {one: [y]}, text: Y is out of the question.}\n"
    (folder / "case.yaml").write_text(case + never, encoding="utf-8")
    contradiction = run("check", "knot")
    assert contradiction.code == 2
    assert "'never-x'; “Y is out of the question.”" in contradiction.out


@pytest.mark.parametrize("target", ["case.yaml", "parties/upper-valley.yaml", "assumptions/first-guess.yaml"])
def test_a_brief_is_never_written_over_a_file_of_its_case(run, tmp_path: Path, target: str) -> None:
    run("new", "quay-talks")
    before = (tmp_path / "quay-talks" / target).read_bytes()
    done = run("brief", "quay-talks", "--output", f"quay-talks/{target}")
    assert done.code == 2
    assert "name another file" in done.err
    assert (tmp_path / "quay-talks" / target).read_bytes() == before


def test_evidence_is_never_written_over_a_report(run, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("The union said that it would meet the mayor.", encoding="utf-8")
    assert run("read", "report.txt", "--output", "report.txt").code == 2
    assert "union" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_a_brief_may_be_written_again_into_its_own_folder(run, tmp_path: Path) -> None:
    run("new", "quay-talks")
    assert run("brief", "quay-talks", "--output", "quay-talks/quay-talks-brief.html").code == 0
    assert run("brief", "quay-talks", "--output", "quay-talks/quay-talks-brief.html").code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full to write to")
def test_a_full_device_is_told_in_words(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-c", RUN, "brief", str(CAIRO), "--format", "terminal"]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "space" in done.stderr


def test_before_anything_was_known_a_brief_says_so(run) -> None:
    done = run("brief", CAIRO, "--as-of", "1999-01-01", "--format", "terminal")
    assert done.code == 0, done.err
    assert "Nothing was known by then" in done.out
    assert "by rules" not in done.out


def test_the_demonstration_shows_the_essence_and_what_to_try_next(run, tmp_path: Path) -> None:
    done = run("demo")
    assert done.code == 0, done.err
    assert "Try next" in done.out
    assert re.search(r"Learn it in ten minutes: \S*docs/tutorials/your-first-case.md", done.out)
    assert (tmp_path / "cairo-brief.html").exists()


def test_help_opens_no_heavy_library() -> None:
    heavy = ["spacy", "numpy", "rich", "jinja2", "yaml", "cattrs", "platformdirs", "attr"]
    code = f"import sys, contextlib\n{RUN.replace('main()', '')}\nsys.argv[1:] = ['--help']\n"
    code += f"with contextlib.suppress(SystemExit): main()\nprint([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_talking_points_never_leave_a_condition_out(run) -> None:
    told = run("brief", HARBOUR, "--as", "conciliator", "--for", "employers", "--format", "json").out
    assert "The union could accept shifts of ten hours. Condition: If the night premium rises to at least 25 per cent" in told
