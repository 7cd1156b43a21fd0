"""Folders with what no case should hold: links, pipes, sockets, folders as files, odd names; and what changes while it is read."""

from __future__ import annotations

from random import Random

from attrs import evolve
from trees import BESIDE, CANARY, Change, Entry, Tree

NAMES = (
    "new\nline",
    "\x1b[31mred",
    "\u202etxt.lmay",
    "-rf",
    "--help",
    "a" * 240,
    "\udcff\udcfe",
    "two words",
    "UPPER",
    "Ｆull",
    "e\u0301",
    "é",
    "\u0130",
    "..\\..\\up",
    "nul\x01",
    "<script>",
    "CON",
    "~",
    "*",
    "union.yaml",
    "union ",
)
LEADING_OUT = (
    f"../{BESIDE}/case.yaml",
    f"../{BESIDE}/parties/canary-file.yaml",
    f"../{BESIDE}",
    f"../{BESIDE}/parties",
    "/proc/self/environ",
    "/dev/zero",
    "/dev/stdin",
    "/etc/passwd",
    "/proc",
    "/",
    "..",
    ".",
    "case.yaml",
    "self",
    "nowhere",
    "\udcff",
)
PLACES = (
    "case.yaml",
    "parties",
    "parties/union.yaml",
    "parties/employers.yaml",
    "assumptions",
    "assumptions/first.yaml",
    "reports",
    "reports/a.txt",
    "evidence",
    "judgements.yaml",
    "record.jsonl",
    "record",
    "texts",
)
KINDS = ("link", "link", "link", "fifo", "folder", "locked", "socket")


def made_hostile(tree: Tree, rng: Random) -> Tree:
    """The folder after one to three tricks."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        tree = rng.choice((_replaced, _replaced, _oddly_named, _changing, _copied))(tree, rng)
    return tree


def _somewhere(tree: Tree, rng: Random) -> str:
    return rng.choice((*PLACES, *tree.files()))


def _odd_entry(tree: Tree, rng: Random) -> Entry:
    kind = rng.choice(KINDS)
    if kind == "link":
        return Entry("link", rng.choice(LEADING_OUT).encode("utf-8", "surrogateescape"))
    files = tree.files()
    return Entry(kind, tree.entries[rng.choice(files)].content if files and kind == "locked" else b"")


def _replaced(tree: Tree, rng: Random) -> Tree:
    return _put(tree, _somewhere(tree, rng), _odd_entry(tree, rng))


def _put(tree: Tree, path: str, entry: Entry) -> Tree:
    """The entry at that path, what lay below it left out."""
    kept = {each: there for each, there in tree.entries.items() if not each.startswith(f"{path}/")}
    return evolve(tree, entries={**kept, path: entry})


def _oddly_named(tree: Tree, rng: Random) -> Tree:
    folder = rng.choice(("", "parties/", "assumptions/", "reports/", "reports/deeper/", "evidence/"))
    ending = rng.choice((".yaml", ".yaml", ".txt", ""))
    content = tree.entries[rng.choice(tree.files())].content if tree.files() else b""
    return tree.with_file(f"{folder}{rng.choice(NAMES)}{ending}", rng.choice((content, b"", f"title: {CANARY}".encode())))


def _copied(tree: Tree, rng: Random) -> Tree:
    files = tree.files()
    return tree.with_file(_somewhere(tree, rng), tree.entries[rng.choice(files)].content) if files else tree


def _changing(tree: Tree, rng: Random) -> Tree:
    """Before one of the next openings of a file something else comes to stand in its place, or in another's."""
    path = _somewhere(tree, rng)
    new = rng.choice((None, Entry("file", b""), Entry("file", b"title: [half"), _odd_entry(tree, rng), _odd_entry(tree, rng)))
    return evolve(tree, changes=(*tree.changes, Change(rng.randint(1, 6), path, new)))
