"""The services behind the commands for judging, made of the rooms; and judgements applied to what was read, for all others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from gobetween.bootstrap.judging_case import without_hidden
from gobetween.bootstrap.judging_desk import AsRead, Desk, of_absent
from gobetween.bootstrap.judging_editions import carried_over
from gobetween.bootstrap.judging_places import well_placed
from gobetween.bootstrap.judging_texts import text_of
from gobetween.casefiles.judgement_files import JudgementBook, file_for, read_judgements
from gobetween.model.errors import InvalidCase
from gobetween.model.evidence import Account, judged
from gobetween.model.items import KEEPER
from gobetween.reading.events.coding import code_events

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile

__all__ = ["AsRead", "Judging", "as_judged"]


def as_judged(
    account: Account,
    files: Sequence[Path],
    audience: str = KEEPER,
    *,
    reports: Callable[[], Sequence[ReportFile]] = tuple,
    is_whole: bool = True,
    hidden: Sequence[str] = (),
) -> tuple[Account, tuple[str, ...]]:
    """The account with the judgements of these files applied, and for the keeper what is to be said of them.

    `reports` gives the files that the account was read from, if they are needed.
    Of reports that are not in the account nothing is said unless it `is_whole`: who reads one report of many misses none. A judgement
    that has a `hidden` name, which its report has not, is not used: what was judged is in everybody's briefs.

    Raises:
        InvalidCase: a file has faults; what they quote is for the keeper alone.
    """
    try:
        judgements = read_judgements(files)
    except InvalidCase:
        if audience == KEEPER:
            raise
        msg = "the judgements of what was read have faults; whoever holds the folder can open it as its keeper to see which"
        raise InvalidCase(msg) from None

    @cache
    def text(name: str) -> str | None:
        return text_of(name, reports())

    carried = carried_over(account, judgements, text)
    placed = well_placed(account, carried.judgements, text)
    open_to_all, untold = without_hidden(placed.judgements, hidden, text)
    result = judged(account, open_to_all, code_events)
    notes = (*carried.notes, *placed.notes, *untold, *(of_absent(result.absent) if is_whole else ()))
    return result.account, notes if audience == KEEPER else ()


@frozen
class Judging:
    """Opens reports for judging; `read` gives what was read at a path, `today` is the day of what is judged."""

    read: Callable[[Path, Callable[[str], None]], AsRead]
    today: dt.date

    def open(self, path: Path, judgements: Path | None, progress: Callable[[str], None]) -> Desk:
        """See `JudgingServices.open`."""
        book = JudgementBook(judgements or file_for(path))
        known = list(read_judgements([book.file]))  # first: nobody wants to wait for a refusal
        return Desk(self.read(path, progress), book, known, self.today, is_whole=path.is_dir())
