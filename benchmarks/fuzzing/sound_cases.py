"""The sound folders from which every input starts: the examples, a new case, what live talks export, the page of reference."""

from __future__ import annotations

import functools
import os
import re
import tempfile
from itertools import count
from pathlib import Path

from attrs import evolve
from trees import Tree, tree_of

from gobetween.bootstrap.live_talks import LiveTalks
from gobetween.casefiles.skeleton import write_skeleton
from gobetween.cli.services.talks import OpeningRequest, TalksPlace

ROOT = Path(__file__).resolve().parents[2]
EXPORTED_FOR = (None, "union", "harbour-master", "keeper")


@functools.cache
def cases() -> tuple[Tree, ...]:
    """Case folders, their reports left out."""
    examples = [tree_of(ROOT / "examples" / name) for name in ("cairo", "harbour")]
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        write_skeleton(root / "new-case", "New case")
        made = [tree_of(root / "new-case"), *_exports(root), *_of_reference()]
    return tuple(_without_reports(tree) for tree in (*examples, *examples, *made))


@functools.cache
def reports() -> tuple[Tree, ...]:
    """Folders of reports."""
    folder = tree_of(ROOT / "examples" / "harbour" / "reports")
    return (folder, Tree({path: entry for path, entry in folder.entries.items() if path.endswith((".html", ".txt"))}))


@functools.cache
def texts() -> tuple[str, ...]:
    """What whole reports say: the examples', and those annotated for the measuring of reading."""
    folders = (ROOT / "examples" / "harbour" / "reports", ROOT / "benchmarks" / "reading" / "texts" / "development")
    return tuple(path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.txt")))


def _exports(root: Path) -> list[Tree]:
    os.environ["GOBETWEEN_NOW"] = "2031-03-14T09:00"
    handles, entries = count(1), count(1)
    talks = LiveTalks(new_entry_id=lambda: f"{next(entries):016x}", new_handle=lambda: f"h{next(handles)}")
    place = TalksPlace("harbour", store=str(root / "talks.gobetween"), keys=root / "keys")
    talks.open(OpeningRequest(ROOT / "examples" / "harbour", place, is_rehearsal=True))
    for audience in EXPORTED_FOR:
        talks.export(place, root / f"of-{audience}", audience)
    return [tree_of(root / f"of-{audience}") for audience in EXPORTED_FOR]


def _of_reference() -> list[Tree]:
    """The files that the reference shows, in which nearly every key stands."""
    text = (ROOT / "docs" / "reference" / "case-files.md").read_text("utf-8")
    case, party, *sets = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    return [Tree({}).with_file("case.yaml", case).with_file("parties/north.yaml", party).with_file("assumptions/guess.yaml", sets[0])]


def _without_reports(tree: Tree) -> Tree:
    return evolve(tree, entries={path: each for path, each in tree.entries.items() if not path.startswith(("reports/", "evidence/"))})
