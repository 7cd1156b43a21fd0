from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Amendment
from gobetween.protocols.acts import Moment
from gobetween.protocols.amendments import AmendmentProposed, amended

NOW = dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC)


def test_an_amendment_is_its_partys_own():
    act = AmendmentProposed("north/a", "bridge/text", "toll", by="north", version=2, words="half", reason="Fair.", is_named=True)
    amendment = amended(None, act, Moment("north", NOW))
    assert evolve(amendment, when=evolve(amendment.when), known=amendment.known) == Amendment(
        "north/a",
        proposal="bridge/text",
        clause="toll",
        by="north",
        version=2,
        text="half",
        reason="Fair.",
        is_named=True,
        owner="north",
        when=amendment.when,
        known=amendment.when,
    )
    with pytest.raises(ProtocolViolation, match="proposed already"):
        amended(amendment, act, Moment("north", NOW))
