"""A case that new reports are drafted onto: what everyone may know of it, the names by which they are read, the reports it has."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from gobetween.model.errors import InvalidReport

if TYPE_CHECKING:
    from gobetween.model.cases import Case
    from gobetween.model.evidence import Account
    from gobetween.reading.naming.lexicon import Lexicon


@frozen
class Onto:
    """The case as the public sees it: a draft is open to everyone, and must not tell by its ids or likenesses what others know."""

    case: Case
    names: Lexicon = field(repr=False)
    has: frozenset[str] = field(repr=False)  # SHA-256 of the reports that it has

    def new_in(self, account: Account) -> Account:
        """The account of those reports that the case does not have.

        Raises:
            InvalidReport: it has them all.
        """
        reports = tuple(each for each in account.reports if each.document.sha256 not in self.has)
        if not reports:
            raise InvalidReport(f"{self.case.id} has all of these reports already; there is nothing to add")
        names = {each.name for each in reports}
        stories = (evolve(each, names=tuple(name for name in each.names if name in names)) for each in account.stories)
        return evolve(account, reports=reports, stories=tuple(each for each in stories if len(each.names) > 1))


def case_for_additions(path: Path, today: dt.date) -> Onto:
    """The case at that path, to be added to.

    Raises:
        InvalidCase: there is no case, or it has faults.
    """
    from gobetween.bootstrap.accounts import parts_of_file
    from gobetween.bootstrap.lexicons import lexicon_of
    from gobetween.casefiles.folders import load_case
    from gobetween.casefiles.paths import case_folder
    from gobetween.disclosure.views import view_for
    from gobetween.model.items import PUBLIC
    from gobetween.reading.inputs import Part

    loaded = load_case(case_folder(path), today=today)
    case = view_for(PUBLIC, loaded.case).case
    parts = (part for file in loaded.report_files for part in parts_of_file(file))
    has = {hashlib.sha256(part.data).hexdigest() for part in parts if isinstance(part, Part)}
    return Onto(case, lexicon_of(loaded.case), frozenset(has | {source.sha256 for source in case.sources if source.sha256}))
