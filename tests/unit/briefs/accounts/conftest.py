"""Invented reports about invented talks, built by hand: a port's dockers and its operator, with two arbitrators."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.disclosure.views import View
from gobetween.model.cases import Case
from gobetween.model.dates import UNKNOWN_DATE, When, on
from gobetween.model.evidence import Account, Document, Outlet, Report, SourceType, Speaker, Story
from gobetween.model.passages import Passage, Span


class Newsroom:
    """Builds passages that stand where their words stand in one running text, documents, reports, views."""

    @staticmethod
    def day(number: int, month: int = 3) -> When:
        return on(dt.date(2031, month, number))

    @staticmethod
    def words(text: str, start: int = 0) -> Passage:
        return Passage(text, (Span(start, start + len(text)),))

    def speaker(self, name: str, actor: str | None = None, kind: SourceType = SourceType.NAMED_PERSON, start: int = 0) -> Speaker:
        return Speaker(self.words(name, start), name, actor=actor, source_type=kind)

    def report(self, name: str, *, published: When = UNKNOWN_DATE, outlet: str | None = None, **items: object) -> Report:
        known = Outlet(outlet, "written by hand") if outlet else None
        return Report(name, Document(name, 10_000, outlet=known, published=published, **items))

    @staticmethod
    def view(*reports: Report, stories: tuple[Story, ...] = ()) -> View:
        return View("public", Case("port", "Port talks", account=Account(reports, stories)))


@pytest.fixture
def newsroom() -> Newsroom:
    return Newsroom()
