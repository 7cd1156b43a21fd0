"""The files of a drafted case: `case.yaml` with a remark on every entry, the listing of what to look at first, the reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, field, frozen

from gobetween.casefiles.decoding.limits import LARGEST_FILE
from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.casefiles.encoding.entries import Scribe
from gobetween.casefiles.encoding.file_trees import case_tree
from gobetween.casefiles.encoding.folder_forms import folder_form
from gobetween.casefiles.encoding.proofs import check_files
from gobetween.casefiles.encoding.values import simple
from gobetween.casefiles.encoding.yaml_texts import Tree, yaml_text
from gobetween.casefiles.schemas.kinds import files_for_editors, schema_line
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase
from gobetween.model.items import KEEPER

LISTING = "DRAFT.md"
_WIDTH = 116
_ENTRY = "  "  # an entry of a collection stands two blanks in

EntryName = tuple[str, str]
"""A collection of `case.yaml` and the id of an entry in it."""


@frozen
class Remarks:
    """What stands as comments above the entries, line by line, and at the top of the file."""

    head: tuple[str, ...] = ()
    of_entry: Mapping[EntryName, Sequence[str]] = field(factory=dict)


def draft_files(case: Case, remarks: Remarks) -> Mapping[str, str]:
    """`case.yaml` of a drafted case, by its path, with the schemas for editors; read back and compared like any other case folder's.

    Raises:
        InvalidCase: no folder can say the case, or its file would be too large.
    """
    form = evolve(folder_form(case, KEEPER), is_reported=case.is_reported)
    tree = _with_head(case_tree(form, Scribe(form), ()), form)
    text = remarked(yaml_text(tree, (schema_line(CASE_FILE), *remarks.head)), form, remarks.of_entry)
    if len(text.encode()) > LARGEST_FILE:
        msg = f"{CASE_FILE} would be larger than the {LARGEST_FILE:,} bytes that a case file may have; draft from fewer reports"
        raise InvalidCase(msg)
    files = {CASE_FILE: text}
    check_files(files, form)
    return {**files, **files_for_editors()}


def _with_head(tree: Mapping[str, Tree], case: Case) -> dict[str, Tree]:
    """The tree with the mark of a case made from reports, which live talks carry elsewhere, before its collections."""
    head = {key: value for key, value in tree.items() if key not in COLLECTIONS}
    if case.is_reported:
        head["reported"] = simple(case.is_reported)
    return {**head, **{key: value for key, value in tree.items() if key in COLLECTIONS}}


def remarked(text: str, case: Case, of_entry: Mapping[EntryName, Sequence[str]]) -> str:
    """The file with comments above its entries: the n-th entry of a collection's lines is the n-th of the case's."""
    lines: list[str] = []
    collection, number = "", 0
    for line in text.splitlines():
        key = line.removesuffix(":") if line.endswith(":") and not line.startswith((" ", "#")) else ""
        if key:
            collection, number = key, 0
        elif collection in COLLECTIONS and _begins_entry(line):
            items = getattr(case, collection)
            if number < len(items):
                lines += [f"{_ENTRY}# {part}" for each in of_entry.get((collection, items[number].id), ()) for part in _wrapped(each)]
            number += 1
        lines.append(line)
    return "\n".join(lines) + "\n"


def _begins_entry(line: str) -> bool:
    return line.startswith(_ENTRY) and not line.startswith((f"{_ENTRY} ", f"{_ENTRY}#"))


def _wrapped(text: str) -> Iterable[str]:
    """The words in lines of a bounded width; nothing in them can end a comment, which goes on to the end of its line."""
    line = ""
    for word in "".join(character if character.isprintable() else " " for character in text).split():
        if line and len(line) + 1 + len(word) > _WIDTH:
            yield line
            line = "  " + word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line
