"""The services behind the commands for judging, made of the rooms; and judgements applied to what was read, for all others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import frozen

from gobetween.bootstrap.judging_desk import AsRead, Desk, of_absent
from gobetween.casefiles.judgement_files import JudgementBook, file_for, read_judgements
from gobetween.model.errors import InvalidCase
from gobetween.model.evidence import Account, judged
from gobetween.model.items import KEEPER
from gobetween.reading.events.coding import code_events

__all__ = ["AsRead", "Judging", "as_judged"]


def as_judged(
    account: Account, files: Sequence[Path], audience: str = KEEPER, *, is_whole: bool = True
) -> tuple[Account, tuple[str, ...]]:
    """The account with the judgements of these files applied, and for the keeper what is to be said of them.

    Of reports that are not in the account nothing is said unless it `is_whole`: who reads one report of many misses none.

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
    result = judged(account, judgements, code_events)
    return result.account, of_absent(result.absent) if audience == KEEPER and is_whole else ()


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
