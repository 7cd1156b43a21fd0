"""Folders of scenario files: which tool's they are, told by what the files hold, and the scenario in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePath
from typing import TypeAlias

from attrs import evolve

from gobetween.casefiles.decoding.limits import LARGEST_FILE
from gobetween.casefiles.decoding.yaml_nodes import InvalidYaml, Mapping, parse_yaml
from gobetween.casefiles.documents.case_file import CASE_FILE
from gobetween.casefiles.file_access import is_there, names_in, read_within
from gobetween.casefiles.scenarios.imports import genius_xml, geniusweb_json, negmas_files, negolog_json
from gobetween.casefiles.scenarios.json_nodes import parse_json
from gobetween.casefiles.scenarios.markup import Element, parse_markup
from gobetween.casefiles.scenarios.number_ranges import FEWEST_STEPS, MOST_STEPS
from gobetween.casefiles.scenarios.records import Record
from gobetween.casefiles.scenarios.refusals import listed, twice_in
from gobetween.casefiles.scenarios.values import Scenario
from gobetween.model.errors import InvalidCase

__all__ = ["read_scenario"]

_ENDINGS = (".xml", ".json", ".yml", ".yaml")
_TOOLS = "Genius (XML), GeniusWeb (JSON), NegMAS (YAML or JSON), NegoLog (JSON)"
_OF_YAML = (".yml", ".yaml")

Document: TypeAlias = Element | Record


def read_scenario(folder: Path, *, steps: int | None = None, profiles: Collection[str] = ()) -> Scenario:
    """The scenario in a folder; its parties are called as their files, and stand in the order of these names.

    `profiles` are the names of the files whose parties are wanted, with or without their endings; without any, all of them.

    `steps` is into how many options a real issue, or an integer issue of many values, is cut: at equal distances, both ends among
    them. Files that belong to no scenario are not read; the scenario's notices name them.

    Raises:
        InvalidCase: there is no scenario in the folder, or several, or something in it has no meaning here; the error names it.
    """
    if steps is not None and not FEWEST_STEPS <= steps <= MOST_STEPS:
        raise InvalidCase(f"{steps} steps were asked for; allowed: {FEWEST_STEPS} to {MOST_STEPS}")
    if not folder.is_dir():
        found = "is a file" if is_there(folder, if_unsure=False) else "is not there"
        raise InvalidCase(f"'{folder}' {found}; give a folder with the files of one scenario: the domain, and a profile for each party")
    documents = dict(_documents(folder))
    tools: dict[str, dict[str, Document]] = {}
    for file, document in documents.items():
        if (tool := _tool_of(document)) is not None:
            tools.setdefault(tool, {})[file] = document
    if not tools:
        raise InvalidCase(f"'{folder}' holds no scenario of {_TOOLS}{_below(folder)}")
    if len(tools) > 1:
        found = "; ".join(f"{tool}: {listed(files)}" for tool, files in tools.items())
        raise InvalidCase(f"'{folder}' holds files of several tools ({found}); put each scenario into a folder of its own")
    ((tool, files),) = tools.items()
    files = _chosen(files, profiles) if profiles else files
    name = " ".join("".join(sign if sign.isprintable() else " " for sign in folder.resolve().name).split()) or tool
    return _checked(folder, _scenario(tool, files, name, steps), [*_others(folder, files)])


def _scenario(tool: str, files: dict[str, Document], name: str, steps: int | None) -> Scenario:
    if tool == "Genius":
        return genius_xml.genius_scenario({file: each for file, each in files.items() if isinstance(each, Element)}, name, steps)
    records = {file: each for file, each in files.items() if isinstance(each, Record)}
    if tool == "GeniusWeb":
        return geniusweb_json.geniusweb_scenario(records, name, steps)
    if tool == "NegMAS":
        return negmas_files.negmas_scenario(records, name, steps)
    return negolog_json.negolog_scenario(records, name)


def _checked(folder: Path, scenario: Scenario, others: list[str]) -> Scenario:
    if len(scenario.parties) < 2:
        found = listed(party.name for party in scenario.parties)
        raise InvalidCase(f"'{folder}' holds the profile of one party or none ({found}); a scenario needs one for each of two or more")
    if not all(party.name.isprintable() for party in scenario.parties):
        raise InvalidCase(f"'{folder}' holds a profile whose file has signs in its name that cannot be shown; rename it")
    if twice := twice_in(party.name for party in scenario.parties):
        raise InvalidCase(f"'{folder}' holds two profiles of '{twice}'; leave one of them out")
    unread = (f"not read, as it is no part of the scenario: {listed(others)}",) if others else ()
    return evolve(scenario, notices=(*scenario.notices, *unread))


def _chosen(files: dict[str, Document], profiles: Collection[str]) -> dict[str, Document]:
    """The files without the profiles that are not wanted."""
    there = {file for file, document in files.items() if _role_of(document) != "domain"}
    wanted = {file for file in there if {file, PurePath(file).stem} & set(profiles)}
    for name in profiles:
        if not any(name in (file, PurePath(file).stem) for file in there):
            raise InvalidCase(f"there is no profile '{name}' in the folder; there are: {listed(sorted(there))}")
    return {file: document for file, document in files.items() if file in wanted or file not in there}


def _role_of(document: Document) -> str | None:
    if isinstance(document, Element):
        return genius_xml.role_of(document)
    return geniusweb_json.role_of(document) or negmas_files.role_of(document)


def _documents(folder: Path) -> Iterator[tuple[str, Document]]:
    for name in _names(folder):
        try:
            data = read_within(folder, name, LARGEST_FILE + 1)
        except OSError:
            raise InvalidCase(f"{name}: cannot be read; it should be a plain file in the folder") from None
        if len(data) > LARGEST_FILE:
            raise InvalidCase(f"{name}: is larger than {LARGEST_FILE:,} bytes, and no scenario file is")
        document = _parsed(data, name)
        if document is not None:
            yield name, document


def _parsed(data: bytes, name: str) -> Document | None:
    """The document in a file; `None` where it holds none: an .xml file without an element in it, a list or a word."""
    if name.endswith(".xml"):
        is_markup = data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
        return parse_markup(data, name) if is_markup else None
    if name.endswith(_OF_YAML):
        try:
            node = parse_yaml(data, name)
        except InvalidYaml as error:
            raise InvalidCase(str(error)) from None
    else:
        node = parse_json(data, name)
    return Record(name, node) if isinstance(node, Mapping) and node.entries else None


def _tool_of(document: Document) -> str | None:
    if isinstance(document, Element):
        return "Genius" if genius_xml.role_of(document) else None
    if geniusweb_json.role_of(document):
        return "GeniusWeb"
    if negolog_json.is_negolog(document):
        return "NegoLog"
    return "NegMAS" if negmas_files.role_of(document) else None


def _names(folder: Path) -> list[str]:
    return sorted(name for name in names_in(folder, "", "") if name.endswith(_ENDINGS))


def _others(folder: Path, files: dict[str, Document]) -> Iterator[str]:
    """What else lies in the folder."""
    return (PurePath(name).name for name in names_in(folder, "", "") if name not in files)


def _below(folder: Path) -> str:
    """What may have been meant: a folder in it."""
    if is_there(folder / CASE_FILE, if_unsure=False):
        return ", but a case of Gobetween"
    below = [name for name in names_in(folder, "", "") if (folder / name).is_dir()]
    return f"; give one of the folders in it: {listed(below)}" if below else ""
