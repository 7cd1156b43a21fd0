"""Replaying a book: from the lines that an audience has, in their order, to the case as that audience knows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from gobetween.model.errors import ProtocolViolation, RecordDamaged
from gobetween.protocols.acts import Act, Moment
from gobetween.record.codecs import decode
from gobetween.record.entries import Entry, Line
from gobetween.record.upcasting import upcast
from gobetween.talks.drafts import Draft
from gobetween.talks.kinds import ACTS, RULES, UPCASTS


def replay(reader: str, lines: Iterable[Line], *, onto: Draft | None = None, as_of: dt.date | None = None) -> Draft:
    """The draft after these lines of the reader's book; `onto` is a draft of the lines before them.

    With `as_of`, lines that were recorded after that day are left out: the case is what was recorded by then. An act that does not
    follow on what the reader has (which nobody could record who saw the same) changes nothing and is noted in `left_out`: no one
    can make another's book unreadable.

    Raises:
        RecordDamaged: a line holds no act.
    """
    draft = Draft(reader) if onto is None else onto
    for line in lines:
        moment = Moment(line.entry.author, line.entry.recorded)
        if as_of is None or moment.day <= as_of:
            _follow(draft, line.entry, moment)
    return draft


def _follow(draft: Draft, entry: Entry, moment: Moment) -> None:
    act = act_of(entry)
    try:
        apply(draft, act, moment)
    except ProtocolViolation:
        draft.left_out += (entry.id,)


def apply(draft: Draft, act: Act, moment: Moment) -> None:
    """Changes the draft as the act says.

    Raises:
        ProtocolViolation: the act does not follow on what is there.
    """
    RULES[type(act)](draft, act, moment)


def act_of(entry: Entry) -> Act:
    """The act that an entry records, older kinds read as today's.

    Raises:
        RecordDamaged: it records none that this Gobetween knows.
    """
    newest = upcast(entry, UPCASTS)
    kind = ACTS.get(newest.kind)
    if kind is None:
        raise RecordDamaged(
            f"the record holds an entry of the kind '{entry.kind}', which this Gobetween does not know; a newer one may"
        )
    return decode(newest.body, kind)
