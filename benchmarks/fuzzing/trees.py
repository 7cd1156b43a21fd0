"""Folders as values: what the fuzzer makes, writes to the disk, keeps for later and makes smaller."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from attrs import evolve, field, frozen

Kind = Literal["file", "link", "fifo", "folder", "locked", "socket"]
BESIDE = "beside"
"""The folder beside the case that links may lead to, and that nothing may be read from."""
CANARY = "canary-that-must-not-be-told"


@frozen
class Entry:
    """What stands at a path: the bytes of a file (which may be locked), or where a link leads to."""

    kind: Kind = "file"
    content: bytes = b""


@frozen
class Change:
    """What befalls the folder while it is read: before the n-th opening of a file of it, an entry comes to stand at a path."""

    opening: int
    path: str
    entry: Entry | None


@frozen
class Tree:
    """A folder with its entries by path (names that are no UTF-8 as Python decodes them), and what befalls it while it is read."""

    entries: Mapping[str, Entry]
    changes: tuple[Change, ...] = field(default=(), kw_only=True)

    def files(self) -> tuple[str, ...]:
        """The paths of its files, in order."""
        return tuple(sorted(path for path, entry in self.entries.items() if entry.kind == "file"))

    def with_entry(self, path: str, entry: Entry | None) -> Tree:
        """The same folder with that entry at a path; with nothing there, for `None`."""
        kept = {each: there for each, there in self.entries.items() if each != path}
        return evolve(self, entries=kept if entry is None else {**kept, path: entry})

    def with_file(self, path: str, content: bytes | str) -> Tree:
        """The same folder with that file."""
        return self.with_entry(path, Entry("file", content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")))

    def text(self, path: str) -> str:
        """The text of a file."""
        return self.entries[path].content.decode("utf-8", "replace")


def tree_of(folder: Path) -> Tree:
    """The folder as it lies on the disk, hidden files left out."""
    found = {}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in relative.split("/")):
            found[relative] = Entry("file", path.read_bytes())
    return Tree(found)


def write(tree: Tree, folder: Path) -> None:
    """Writes the tree; what this file system cannot hold (too long a name, a file as a folder) is left out."""
    beside = folder.parent / BESIDE
    (beside / "parties").mkdir(parents=True, exist_ok=True)
    for name in ("case.yaml", "parties/canary-file.yaml", "report.txt", f"{CANARY}.yaml"):
        (beside / name).write_text(f"gobetween: 1\ntitle: {CANARY}\n")
    folder.mkdir()
    for path in sorted(tree.entries):
        put(folder, path, tree.entries[path])


def put(folder: Path, path: str, entry: Entry | None) -> None:
    """Puts an entry into a folder, in the place of what stands there."""
    target = folder / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clear(target)
        if entry is not None:
            _make(target, entry)
    except (OSError, ValueError):
        return


def _clear(target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        target.rename(target.with_name(f".away-{target.name}"[:200]))
    else:
        target.unlink(missing_ok=True)


def _make(target: Path, entry: Entry) -> None:
    if entry.kind == "link":
        target.symlink_to(os.fsdecode(entry.content))
    elif entry.kind == "fifo":
        os.mkfifo(target)
    elif entry.kind == "folder":
        target.mkdir()
    elif entry.kind == "socket":
        _socket(target)
    else:
        target.write_bytes(entry.content)
        if entry.kind == "locked":
            target.chmod(0)


def _socket(target: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(target))


def as_json(tree: Tree) -> dict[str, Any]:
    """The tree as plain data; texts stand as such, so that a person can read and change them."""
    changes = [{"opening": each.opening, "path": _name(each.path), "entry": _entry(each.entry)} for each in tree.changes]
    return {"entries": {_name(path): _entry(entry) for path, entry in tree.entries.items()}, "changes": changes}


def from_json(data: Mapping[str, Any]) -> Tree:
    """The tree that the data are."""
    changes = tuple(Change(each["opening"], _path(each["path"]), _read(each["entry"])) for each in data.get("changes", ()))
    return Tree({_path(name): _read(each) or Entry() for name, each in data["entries"].items()}, changes=changes)


def _name(path: str) -> str:
    return json.dumps(path)[1:-1]


def _path(name: str) -> str:
    return str(json.loads(f'"{name}"'))


def _entry(entry: Entry | None) -> dict[str, str] | None:
    if entry is None:
        return None
    try:
        return {"kind": entry.kind, "text": entry.content.decode("utf-8")}
    except UnicodeDecodeError:
        return {"kind": entry.kind, "base64": base64.b64encode(entry.content).decode()}


def _read(data: Mapping[str, Any] | None) -> Entry | None:
    if data is None:
        return None
    content = base64.b64decode(data["base64"]) if "base64" in data else str(data["text"]).encode()
    return Entry(data["kind"], content)
