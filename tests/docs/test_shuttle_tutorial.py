"""The tutorial of the shuttle does what it prints, on SQLite and on PostgreSQL; and no actor gets a word that it should not.

`GOBETWEEN_REGENERATE=1` writes the page anew.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from contract.postgres_server import empty_database_url, postgres_database, postgres_server, postgres_store_url, postgres_url  # noqa: F401 - fixtures
from shuttle_tutorial import ACTORS, Tutorial

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "tutorials" / "a-round-of-shuttle-talks.md"
OTHERS = ("quay-inspectorate", "transport-ministry", "transport-committee", "keeper", "public")

# Words that were said to some, and those who may have them.
SECRETS = {
    "We could live with 4 per cent": {"employers", "conciliator"},
    "if nobody works two nights": {"union", "harbour-master"},
    "Ostermouth, deal or no deal": {"shipping-line", "harbour-master"},
    "heard as a threat": {"harbour-master"},
    "would move them on shifts": {"employers", "conciliator"},
    "Not before they have moved": {"employers", "conciliator"},
    "Rosters can be talked about": {"employers", "conciliator"},
    "It can be planned": {"employers", "conciliator"},
    "Pay, cranes and jobs go to the ballot": {"union"},
    "Not a day less than two years": {"employers"},
    "Counted in the old warehouse": {"union"},
    "The line stays, then": {"employers"},
    "Crew 7": {"union", "conciliator", "harbour-master", "quay-inspectorate"},
    "gate log shows": {"union", "conciliator", "harbour-master", "quay-inspectorate"},
    "rosters spare people two nights": {"union", "employers", "conciliator", "harbour-master"},
}


@pytest.fixture(params=["sqlite", "postgresql"])
def told(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Tutorial, str]:
    """The tutorial after it was run, with the page that it made."""
    store = "talks.gobetween" if request.param == "sqlite" else request.getfixturevalue("postgres_store_url")
    for name, value in {"STORE": store, "NOW": "2031-03-16T09:00", "KEYS": str(tmp_path / "keys")}.items():
        monkeypatch.setenv(f"GOBETWEEN_{name}", value)
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copytree(ROOT / "examples" / "harbour", tmp_path / "harbour", ignore=shutil.ignore_patterns("evidence", ".*"))
    monkeypatch.chdir(tmp_path)
    tutorial = Tutorial(tmp_path)
    source = PAGE.read_text(encoding="utf-8").replace("GOBETWEEN_STORE=talks.gobetween", f"GOBETWEEN_STORE={store}")
    return tutorial, tutorial.page(source).replace(store, "talks.gobetween")


def test_the_tutorial_does_what_it_prints_and_tells_nobody_what_is_not_theirs(told: tuple[Tutorial, str]) -> None:
    tutorial, page = told
    if os.environ.get("GOBETWEEN_REGENERATE"):
        PAGE.write_text(page, encoding="utf-8")
    assert page == PAGE.read_text(encoding="utf-8")
    held: dict[str, set[str]] = {secret: set() for secret in SECRETS}
    for actor in (*ACTORS, *OTHERS):
        everything = all_that_is_printed(tutorial, actor)
        for secret in SECRETS:
            if secret in everything:
                held[secret].add(actor)
        assert "Rehearsal." in everything
    assert {secret: actors - SECRETS[secret] for secret, actors in held.items() if actors - SECRETS[secret]} == {}
    assert [secret for secret, actors in held.items() if not actors] == []


def all_that_is_printed(tutorial: Tutorial, actor: str) -> str:
    """Every view, export and search that the actor can make, in one text without line breaks."""
    texts = []
    commands = [["show"], ["brief"], ["brief", "--format", "json"], ["brief", "--format", "html"], ["history"], ["find", "a"]]
    commands += [["show", "--as-of", "2031-03-20"]]
    for words in commands:
        if actor == "public" and words[0] in ("history", "find"):
            continue
        texts.append(tutorial.run(["as", actor, "--talks", "harbour", *words])[1])
    folder = tutorial.folder / f"export-{actor}"
    if actor != "public":
        code, said = tutorial.run(["talks", "export", "harbour", str(folder), "--as", actor])
        assert code == 0, said
        texts += [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file()]
    return " ".join(" ".join(texts).replace("│", " ").split())
