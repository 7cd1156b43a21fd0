from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import ProposalKind
from gobetween.protocols.acts import Moment
from gobetween.protocols.non_papers import NonPaperGiven, NonPaperNoted, after

MOMENT = Moment("custodian", dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC))


def test_who_is_given_a_non_paper_has_nobodys_text():
    given = after(None, NonPaperGiven("non-paper/x", "An idea", "What if?"), MOMENT)
    assert (given.kind, given.by, given.to, given.owner, given.text) == (ProposalKind.NON_PAPER, (), (), None, "What if?")


def test_its_giver_keeps_to_whom_it_went():
    noted = after(None, NonPaperNoted("non-paper/x", "An idea", "What if?", "harbour", "north"), MOMENT)
    assert (noted.by, noted.to, noted.owner) == (("harbour",), ("north",), "harbour")


def test_a_non_paper_is_given_once():
    act = NonPaperGiven("non-paper/x", "An idea", "What if?")
    with pytest.raises(ProtocolViolation, match="already"):
        after(after(None, act, MOMENT), act, MOMENT)
