"""A small case in text, and folders made of such texts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from gobetween.casefiles.folders import LoadedCase, load_case
from gobetween.model.cases import Case
from gobetween.model.errors import InvalidCase

TODAY = dt.date(2024, 6, 1)

HEAD = "gobetween: 1\ntitle: The quay talks\nprofile: closed\n"

CASE = (
    HEAD
    + """\
sources:
  gazette: {outlet: Harbour Gazette, published: 2024-03-01}
  wire: {outlet: Coast Wire, published: 2024-02-01}
actors:
  union: {name: Dockers' Union, roles: [party]}
  employers: {name: Port Employers, roles: [party]}
  conciliator: {name: Conciliator, roles: [mediator]}
  bishop: {name: The Bishop, roles: [lead mediator]}
persons:
  vega: {name: Ana Vega}
rounds:
  spring: {name: Spring round}
issues:
  wage: {title: Wage rise, options: {two: 2 per cent, four: 4 per cent}}
  hours: {title: Hours, options: {short: 36, long: 40}}
"""
)

PARTY = """\
gobetween: 1
entrusted_to: [conciliator]
weights: {wage: 3}
values:
  wage: {two: 20, four: 100}
  hours: {short: 7, long: -5}
reservation: 40%
mandate: wages alone
red_lines: [{issue: wage, options: [two], text: Never two.}]
interests: [{text: Rest.}]
"""


class Quay:
    """Makes folders of the quay talks below one directory."""

    today = TODAY
    head = HEAD
    case_text = CASE
    party_text = PARTY

    def __init__(self, root: Path) -> None:
        self.root = root

    def folder(self, name: str = "quay", **files: str | bytes) -> Path:
        """A folder with files named `case`, `parties__union`, `assumptions__first_guess` (of `.yaml`); `case` has a default."""
        folder = self.root / name
        for file, content in {"case": CASE, **files}.items():
            path = folder / f"{file.replace('__', '/').replace('_', '-')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    def load(self, more: str = "", audience: str = "keeper", **files: str | bytes) -> LoadedCase:
        """The case with more collections added to its text."""
        return load_case(self.folder(**{"case": CASE + more, **files}), audience=audience, today=TODAY)

    def case(self, more: str = "") -> Case:
        """The same, without what comes with it."""
        return self.load(more).case

    def faults(self, more: str) -> list[str]:
        """The faults of the case with more text at its end."""
        return self.faults_of(CASE + more)

    def faults_of(self, text: str | bytes) -> list[str]:
        """The faults of this text as `case.yaml`."""
        with pytest.raises(InvalidCase) as caught:
            load_case(self.folder(case=text), today=TODAY)
        return list(caught.value.faults)

    def party_faults(self, text: str) -> list[str]:
        """The faults of this text as the union's file, as the union itself gets them."""
        with pytest.raises(InvalidCase) as caught:
            load_case(self.folder(parties__union=text), audience="union", today=TODAY)
        return list(caught.value.faults)


@pytest.fixture
def quay(tmp_path: Path) -> Quay:
    return Quay(tmp_path)
