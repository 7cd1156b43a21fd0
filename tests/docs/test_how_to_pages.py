"""The commands on the how-to pages do what the pages say, in the order in which they stand there.

In a `console` box, a line that begins with `$ ` is a command; a line below it is printed by it, and `(refused)` says that it ends with
exit code 2. A `sql` box is run as the server's superuser.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from console_boxes import follow, run_box
from contract.postgres_server import postgres_server, postgres_url, run  # noqa: F401 - fixtures
from pretended_model import Pretended, model  # noqa: F401 - a fixture
from specimen_inputs import zip_of
from specimen_scenarios import GENIUS

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "docs" / "how-to"
PAGES = sorted(HOW_TO.glob("*.md"))
LOGINS = ("talks_app", "talks_desk", "n17")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place to work in, with the example's folder, and nothing set."""
    shutil.copytree(ROOT / "examples" / "harbour", tmp_path / "harbour")
    for name in ("GOBETWEEN_STORE", "GOBETWEEN_OPERATOR", "GOBETWEEN_KEYS", "GOBETWEEN_KEY", "GOBETWEEN_TALKS", "GOBETWEEN_NOW"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def boxes(page: str) -> Iterator[tuple[str, str]]:
    text = (ROOT / "docs" / "how-to" / page).read_text(encoding="utf-8")
    yield from re.findall(r"```(console|sql)\n(.*?)```", text, re.DOTALL)


def test_a_record_is_kept_safe_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _, box in boxes("keep-a-record-safe.md"):
        run_box(box, monkeypatch)
    assert not (folder / "harbour.gobetween").exists()
    assert not (folder / "keys-to-hand-out" / "harbour" / "union.key").exists()


def test_what_was_installed_answers_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _, box in boxes("install.md"):
        run_box(box, monkeypatch)


def test_a_case_is_written_by_hand_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(HOW_TO / "write-a-case-by-hand.md", folder, monkeypatch)
    assert (folder / "tarn-field" / "parties" / "growers.yaml").is_file()


def test_a_meeting_is_prepared_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _, box in boxes("prepare-a-meeting.md"):
        run_box(box, monkeypatch)
    assert {path.name for path in folder.glob("*.*")} >= {"conciliator.pdf", "points.docx", "harbour-as-conciliator.ics"}


def test_a_meeting_is_followed_up_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = folder / "harbour" / "case.yaml"
    written = case.read_text(encoding="utf-8")
    for name, entries in re.findall(r"^(\w+):\n((?:  .*\n)+)", next(told("follow-up-a-meeting.md")), re.MULTILINE):
        assert f"\n{name}:\n" in written
        written = written.replace(f"\n{name}:\n", f"\n{name}:\n{entries}")
    assert "thursday-morning" in written
    case.write_text(written, encoding="utf-8")
    for _, box in boxes("follow-up-a-meeting.md"):
        run_box(box, monkeypatch)
    assert (folder / "for-the-union.docx").is_file()


def told(page: str) -> Iterator[str]:
    """What the page says that a file is to hold."""
    yield from re.findall(r"```text\n(.*?)```", (HOW_TO / page).read_text(encoding="utf-8"), re.DOTALL)


def test_the_engine_answers_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples" / "cairo", folder / "cairo")
    for _, box in boxes("ask-the-engine.md"):
        run_box(box, monkeypatch)
    assert (folder / "deadlock.svg").read_text(encoding="utf-8").startswith("<svg")


def test_what_was_read_is_judged_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("spacy")
    for _, box in boxes("judge-what-was-read.md"):
        run_box(box, monkeypatch)
    assert not (folder / "harbour" / "judgements.yaml").exists(), "looking writes nothing"


def test_a_case_is_drafted_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("spacy")
    monkeypatch.setenv("GOBETWEEN_CACHE", str(folder / "cache"))
    (folder / "incoming").mkdir()
    (folder / "incoming" / "coast-wire.txt").write_text(
        "SARNWICK, March 19, 2031 (Coast Wire) - The dockers' union rejects a night premium of 20 percent, its spokesman said.\n"
    )
    for _, box in boxes("propose-a-case.md"):
        run_box(box, monkeypatch)
    assert "look at this first" in (folder / "dock-talks" / "DRAFT.md").read_text(encoding="utf-8")


@pytest.fixture
def server(postgres_url: str) -> Iterator[str]:  # noqa: F811 - the fixture that was imported
    """The server, without what the page makes on it."""

    def without() -> None:
        run(postgres_url, "drop database if exists talks with (force)")
        for login in LOGINS:
            run(postgres_url, f"drop role if exists {login}")

    without()
    yield postgres_url
    without()


def test_talks_run_on_postgresql_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch, server: str) -> None:
    from psycopg.conninfo import conninfo_to_dict

    host = conninfo_to_dict(server)["host"]
    for kind, box in boxes("run-talks-on-postgresql.md"):
        if kind == "console":
            run_box(re.sub(r"postgresql://(\w+)@db\.example/talks", rf"postgresql://\1@/talks?host={host}", box), monkeypatch)
            continue
        for statement in box.split(";\n"):
            if statement.strip():
                run(server, statement)
    assert "Ten hours would do." in (folder / "harbour-whole" / "record.jsonl").read_text(encoding="utf-8")


def test_scenarios_of_other_tools_are_used_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "quay").mkdir()
    for name, text in GENIUS.items():
        (folder / "quay" / name).write_text(text, encoding="utf-8")
    for _, box in boxes("use-scenarios-of-other-tools.md"):
        run_box(box, monkeypatch)
    assert not (folder / "for-negolog").exists()


def test_reports_of_any_form_are_read_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("spacy")
    monkeypatch.setenv("GOBETWEEN_CACHE", str(folder / "cache"))
    reports = folder / "my-reports"
    reports.mkdir()
    item = "<title>Teachers and ministry agree</title><description>The union accepted the offer, the ministry said.</description>"
    (reports / "feed.xml").write_text(f"<rss><channel><item>{item}</item></channel></rss>", encoding="utf-8")
    (reports / "papers.zip").write_bytes(zip_of({"may/a.txt": "The mediator met the union on Friday, and said that a deal was close."}))
    for _, box in boxes("read-your-reports.md"):
        run_box(box, monkeypatch)
    assert (folder / "a.txt").read_text(encoding="utf-8").endswith("a deal was close.")


def test_a_model_is_asked_as_the_page_says(folder: Path, monkeypatch: pytest.MonkeyPatch, model: Pretended) -> None:  # noqa: F811
    pytest.importorskip("spacy")
    monkeypatch.setenv("GOBETWEEN_CACHE", str(folder / "cache"))
    (folder / "my-reports").mkdir()
    (folder / "my-reports" / "a.txt").write_text("The union accepted the offer, the ministry said on Friday.", encoding="utf-8")
    for _, box in boxes("ask-a-model.md"):
        run_box(box.replace("localhost:11434", f"127.0.0.1:{model.server_port}"), monkeypatch)
    assert len(model.asked) == 1, "looking at the request sends nothing"


def test_every_how_to_page_is_run() -> None:
    tests = Path(__file__).read_text(encoding="utf-8")
    pages = [page.name for page in PAGES if page.name != "index.md"]
    assert [name for name in pages if f'boxes("{name}")' not in tests and f'HOW_TO / "{name}"' not in tests] == []
