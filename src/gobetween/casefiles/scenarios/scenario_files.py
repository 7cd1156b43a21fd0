"""A case as files of another tool: which tools there are, and what their files are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import frozen

from gobetween.casefiles.scenarios.exports.exportable import scenario_of
from gobetween.casefiles.scenarios.exports.genius_xml import genius_files
from gobetween.casefiles.scenarios.exports.geniusweb_json import geniusweb_files
from gobetween.casefiles.scenarios.exports.negmas_files import negmas_json, negmas_yaml
from gobetween.casefiles.scenarios.exports.negolog_json import negolog_files
from gobetween.casefiles.scenarios.values import Scenario
from gobetween.model.cases import Case

_WRITERS: Mapping[str, tuple[Callable[[Scenario], Mapping[str, str]], str]] = {
    "genius": (genius_files, ".xml"),
    "geniusweb": (geniusweb_files, ".json"),
    "negmas": (negmas_yaml, ".yml"),
    "negmas-json": (negmas_json, ".json"),
    "negolog": (negolog_files, ".json"),
}

FORMATS = tuple(_WRITERS)
"""The formats to which a case can be exported."""


@frozen
class ExportedFiles:
    """The files by their names, and what whoever exports should be told."""

    files: Mapping[str, str]
    notices: tuple[str, ...] = ()


def files_for(case: Case, form: str, assumption: str | None = None) -> ExportedFiles:
    """The bargaining problem of a case that the keeper holds, in one of the `FORMATS`.

    Imported again the files make the same problem: the same packages, each worth the same to every party on a scale of its own, with
    the same reservation values.

    Raises:
        InvalidCase: the case says what the format cannot; the error names it.
    """
    scenario = scenario_of(case, assumption)
    write, ending = _WRITERS[form]
    return ExportedFiles({f"{name}{ending}": text for name, text in write(scenario).items()}, scenario.notices)
