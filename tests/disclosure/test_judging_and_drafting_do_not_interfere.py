"""What a case holds in confidence changes no byte of what judging, reviewing, drafting and asking a model give, store or send."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from gobetween.bootstrap.workshop import Workshop
from gobetween.cli.commands import main
from gobetween.model.errors import GobetweenError

pytest.importorskip("spacy")

REPORT = """\
NORDA, 7 March 2031 (Harbour News) - The dockers' union demands a shorter week in the port of Norda. The harbour company rejects a
shorter week, its spokesman Per Holm said on Friday. Quillon Shade demands a new pier, the papers say.
"""
LATER = """\
NORDA, 9 March 2031 (Harbour News) - Quillon Shade met the dockers' union in Norda on Sunday. The dockers' union demands a new pier. Per
Holm rejects a new pier, and the ferry company demands a longer week.
"""
CASE = """\
gobetween: 1
title: The quay talks
profile: closed
sources: {wire: {outlet: Wire, published: 2025-03-07}}
actors:
  union: {name: Dockers' Union, roles: [party]}
  company: {name: Harbour Company, roles: [party]}
  conciliator: {name: State Conciliator, roles: [mediator]}
  bishop: {name: The Bishop, roles: [mediator]}
issues:
  week: {title: Working week, options: {short: 36, long: 40}}
positions:
  - {actor: union, issue: week, stance: demand, options: [short], text: Shorter week., cite: wire}
"""
HIDDEN_ACTOR = "  shade: {name: Quillon Shade, aliases: [Per Holm, Zed of Norda], held_by: [bishop], roles: [mediator]}\nissues:"
ENTRUSTED = """\
gobetween: 1
entrusted_to: [bishop]
values: {week: {short: 90, long: 10}}
reservation: 30%
mandate: Zebulon Marsh may sign in Norda.
"""
BROKEN = "gobetween: 1\nentrusted_to: [conciliator]\nmandate: [Zebulon Marsh\n"
SECRETS = ("Zebulon", "reservation: 30%")


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOBETWEEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(tmp_path)
    folder = Path("port")
    for name in ("reports", "parties"):
        (folder / name).mkdir(parents=True)
    (folder / "case.yaml").write_text(CASE)
    (folder / "reports" / "norda.txt").write_text(REPORT)
    Path("later.txt").write_text(LATER)
    return folder


def run(*arguments: str | Path, answers: str = "") -> tuple[int, str, str]:
    """The exit code, what is printed, and what is told beside it, a refusal with all its faults."""
    done = CliRunner().invoke(main, [str(each) for each in arguments], obj=Workshop(), input=answers)
    refusal = "" if done.exception is None or isinstance(done.exception, SystemExit) else str(done.exception)
    assert bool(refusal) is isinstance(done.exception, GobetweenError), done.exception
    return (
        done.exit_code,
        done.stdout,
        "\n".join(part for part in (done.stderr, refusal, *getattr(done.exception, "faults", ())) if part),
    )


def everything_told(case: Path) -> list[object]:
    """All that these commands print, and every byte that they write."""
    told: list[object] = [
        run("judge", case, "position", "wrong"),  # two may be meant: the ids of both are in the refusal
        run("review", case, "--by", "Ana", answers="y\ny\nn so it is\ns\nq\n"),
        run("judge", case, "--list"),
        run("read", case, "--format", "json"),
        run("read", case / "reports", "--judgements", case / "judgements.yaml"),
        run("read", case, "--model", "m", "--show-request"),
        run("propose", case, "--out", "drafted"),
        run("propose", "later.txt", "--onto", case, "--out", "added"),
        run("brief", case, "--as", "public", "--format", "json", "--output", "-"),
    ]
    made = [*sorted(Path("drafted").rglob("*")), *sorted(Path("added").rglob("*"))]
    written = [case / "judgements.yaml", *sorted((case / "evidence").iterdir()), *made]
    return [*told, *((str(file), file.read_bytes()) for file in written if file.is_file())]


def forget(case: Path) -> None:
    """Takes away what the commands wrote."""
    (case / "judgements.yaml").unlink()
    for folder in (case / "evidence", Path("drafted"), Path("added")):
        shutil.rmtree(folder)


def test_what_is_held_in_confidence_changes_no_byte_of_judging_drafting_and_asking(case: Path) -> None:
    before = everything_told(case)
    forget(case)
    (case / "parties" / "union.yaml").write_text(ENTRUSTED)
    (case / "parties" / "company.yaml").write_text(BROKEN)
    (case / "case.yaml").write_text(CASE.replace("issues:", HIDDEN_ACTOR))
    assert everything_told(case) == before


@pytest.mark.parametrize("given", [".", "reports"])
def test_a_link_among_the_reports_opens_no_file_of_a_party(case: Path, given: str) -> None:
    (case / "parties" / "union.yaml").write_text(ENTRUSTED)
    (case / "reports" / "x.txt").symlink_to(Path("..", "parties", "union.yaml"))
    (case / "reports" / "deeper").mkdir()
    (case / "reports" / "deeper" / "y.txt").symlink_to((case / "parties" / "union.yaml").resolve())
    told = [
        *run("read", case / given, "--format", "html"),
        *run("read", case / given, "--model", "m", "--show-request"),
        *run("read", case / given, "--text", "x.txt"),
        *run("propose", case / given, "--out", "drafted"),
        *run("review", case, answers="q\n"),
        *(file.read_text("utf-8") for file in Path("drafted").rglob("*") if file.is_file()),
    ]
    assert "norda.txt" in told[1], "what is a report is read"
    assert not [each for each in told if any(secret in str(each) for secret in SECRETS)]


def test_a_link_between_two_cases_in_one_folder_opens_no_file_of_a_party(case: Path) -> None:
    (case / "parties" / "union.yaml").write_text(ENTRUSTED)
    other = Path("both", "other", "reports")
    other.mkdir(parents=True)
    case.rename(Path("both", "port"))
    (other.parent / "case.yaml").write_text(CASE)
    (other / "x.txt").symlink_to(Path("both", "port", "parties", "union.yaml").resolve())
    code, out, err = run("read", "both")
    assert (code, "Zebulon" in out) == (0, False)
    assert "other/reports/x.txt: a link to a file of a case that is no report" in err


def test_no_draft_is_made_of_what_lies_in_a_case_beside_its_reports(case: Path) -> None:
    (case / "parties" / "notes.txt").write_text(REPORT)
    for given in (case / "parties", case / "parties" / "notes.txt"):
        code, _, err = run("propose", given, "--out", "drafted")
        assert (code, Path("drafted").exists()) == (1, False)
        assert "notes.txt lies in a case folder, outside of its reports" in err


def test_a_brief_or_a_record_that_lies_among_reports_is_neither_read_nor_sent(case: Path) -> None:
    (case / "parties" / "union.yaml").write_text(ENTRUSTED)
    for form in ("html", "json"):
        run("brief", case, "--as", "bishop", "--format", form, "--output", case / "reports" / f"brief.{form}")
    head = '{"audience":"bishop","begins":"0","gobetween":"record.v1","key":null,"size":1,"talks":"t"}\n{"text":"Zebulon may sign."}\n'
    (case / "reports" / "record.jsonl").write_text(head)
    assert "Zebulon" in (case / "reports" / "brief.html").read_text("utf-8"), "it is the bishop's"
    code, out, err = run("read", case, "--model", "m", "--show-request")
    assert (code, "Zebulon" in out + err) == (0, False)
    assert err.count("written by Gobetween") == 3
    run("propose", case, "--out", "drafted")
    assert [file.name for file in Path("drafted", "reports").iterdir()] == ["reports--norda.txt"]


def test_a_name_that_some_alone_may_know_cannot_be_judged_into_everybodys_brief(case: Path) -> None:
    (case / "case.yaml").write_text(CASE.replace("issues:", HIDDEN_ACTOR))
    item = run("judge", case, "position", "wrong")[2].split("any of ")[1].split(",")[0]
    before = (case / "judgements.yaml").exists()
    code, _, err = run("judge", case, item, "change", "party=the office of zed  of Norda")
    assert (code, before, (case / "judgements.yaml").exists()) == (1, False, False)
    assert "'Zed of Norda' is known to some in this case alone, and norda.txt does not name it" in err
    code, _, err = run("judge", case, "add", "position", "norda.txt", "a new pier", "party=Zed of Norda", "stance=demand")
    assert (code, "Zed of Norda" in err) == (1, True)
    code, _, err = run("judge", case, item, "change", "party=Quillon Shade")
    assert (code, err) == (0, ""), "the report itself has that name"
    assert run("judge", case, item, "change", "party=Zedland")[0] == 0, "part of a name is another name"


def test_a_hidden_name_that_a_hand_wrote_into_a_judgement_is_in_nobodys_brief(case: Path) -> None:
    run("judge", case / "reports", "add", "position", "norda.txt", "a shorter week, its spokesman", "party=Bakers", "stance=demand")
    (case / "case.yaml").write_text(CASE.replace("issues:", HIDDEN_ACTOR.replace("Quillon Shade", "Konrad Vale"), 1))
    file = case / "judgements.yaml"
    code, _, err = run(
        "judge", case / "reports", "add", "position", "norda.txt", "pier, the papers", "party=Konrad Vale", "stance=demand"
    )
    assert (code, "known to some in this case alone" in err) == (1, True)
    assert "Bakers" in run("brief", case, "--as", "public", "--format", "json", "--output", "-")[1]
    file.write_text(file.read_text("utf-8").replace("Bakers", "Konrad Vale"), "utf-8")
    for audience in ("public", "union", "keeper"):
        _, out, err = run("brief", case, "--as", audience, "--format", "json", "--output", "-")
        assert "a shorter week, its spokesman" not in out
        assert ("Konrad Vale" in err) is (audience == "keeper")
    _, out, err = run("read", case / "reports", "--format", "json")
    assert ("Konrad Vale" in out, "take the name out of judgements.yaml" in err) == (False, True)


def test_faults_of_judgements_are_told_to_their_keeper_alone(case: Path) -> None:
    (case / "judgements.yaml").write_text("gobetween: 1\njudgements: [{note: Zebulon}]\nZebulon: 1\n")
    assert "Zebulon" in run("brief", case)[2]
    for audience in ("public", "union", "bishop"):
        code, out, err = run("brief", case, "--as", audience)
        assert (code, "Zebulon" in out + err) == (1, False)


def test_who_judged_and_why_is_in_no_brief(case: Path) -> None:
    run("review", case, "--by", "Zebulon", answers="y Zebulon said so\nn Zebulon again\nq\n")
    assert (case / "judgements.yaml").read_text("utf-8").count("Zebulon") == 4
    for audience in ("keeper", "public", "union"):
        for form in ("terminal", "html", "json"):
            code, out, err = run("brief", case, "--as", audience, "--format", form, "--output", "-")
            assert (code, "Zebulon" in out + err) == (0, False)
    assert "Zebulon" not in run("read", case, "--format", "json")[1]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_judgements_and_evidence_are_no_more_readable_than_the_user_lets_files_be(case: Path) -> None:
    before = os.umask(0o077)
    try:
        run("review", case, answers="y\nq\n")
    finally:
        os.umask(before)
    written = [case / "judgements.yaml", *(case / "evidence").iterdir()]
    assert {stat.S_IMODE(file.stat().st_mode) for file in written} == {0o600}
    (case / "judgements.yaml").chmod(0o640)
    run("review", case, answers="y\nq\n")
    assert stat.S_IMODE((case / "judgements.yaml").stat().st_mode) == 0o640, "as its keeper set it"


def test_reports_and_judgements_are_no_part_of_a_record_and_its_brief_says_so(case: Path) -> None:
    item = run("judge", case, "position", "wrong")[2].split("any of ")[-1].split(",")[0].split(":")[0]
    run("judge", case, item, "change", "party=Crane Drivers", "--by", "Zebulon")
    assert run("talks", "open", case, "--name", "quay", "--store", "quay.db")[0] == 0
    for actor in ("keeper", "public", "union"):
        code, out, err = run("as", actor, "--talks", "quay", "--store", "quay.db", "show")
        assert (code, "Crane Drivers" in out + err, "Zebulon" in out + err) == (0, False, False)
    run("talks", "export", "quay", "all", "--store", "quay.db")
    run("talks", "export", "quay", "own", "--as", "union", "--store", "quay.db")
    for audience in ("keeper", "public"):
        code, out, err = run("brief", "all", "--as", audience, "--format", "terminal", "--output", "-")
        assert (code, "Crane Drivers" in out) == (0, False)
        assert "reports, and judgements of them, are no part of it: gobetween read all/reports" in err
    assert "Crane Drivers" in run("read", Path("all", "reports"), "--format", "json")[1]
    assert not Path("own", "judgements.yaml").exists()
    assert "no part of it" not in run("brief", "own", "--as", "union")[2]
