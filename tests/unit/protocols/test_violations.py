from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.agreement import ViolationStatus
from gobetween.model.errors import ProtocolViolation
from gobetween.protocols.acts import Moment
from gobetween.protocols.violations import NEXT, Breach, ConveyanceNoted, ViolationConveyed, ViolationReported, ViolationRuled, after

MOMENT = Moment("south", dt.datetime(2031, 3, 1, 9, tzinfo=dt.UTC))
BREACH = Breach("north", "A ship was stopped.", obligation="bridge/pass", place="Narrows")
REPORTED = ViolationReported("south/report", BREACH, "south", ("bridge", "watch"))
CONVEYED = ViolationConveyed("bridge/report", BREACH, "bridge")
NOTED = ConveyanceNoted("south/report", "bridge/report")


def ruled(status, report="south/report"):
    return ViolationRuled(report, status, "watch", finding="seen")


def run(*acts):
    state = None
    for act in acts:
        state = after(state, act, MOMENT)
    return state


def refused(*acts):
    with pytest.raises(ProtocolViolation) as caught:
        run(*acts)
    return str(caught.value)


def test_a_report_belongs_to_whoever_made_it():
    state = run(REPORTED)
    assert (state.owner, state.to, state.status, state.place) == ("south", ("bridge", "watch"), ViolationStatus.ALLEGED, "Narrows")


def test_what_the_accused_gets_is_the_carriers_and_names_nobody_unless_it_does():
    state = run(CONVEYED)
    assert (state.owner, state.to, state.reported_by) == ("bridge", ("north",), None)
    assert run(ViolationConveyed("bridge/report", BREACH, "bridge", reported_by="south")).reported_by == "south"


def test_it_is_put_to_the_accused_once():
    assert run(REPORTED, NOTED).conveyed_as == "bridge/report"
    assert "already, as 'bridge/report'" in refused(REPORTED, NOTED, NOTED)


WAYS = {
    ViolationStatus.ALLEGED: (),
    ViolationStatus.UNDER_INQUIRY: (ViolationStatus.UNDER_INQUIRY,),
    ViolationStatus.CONFIRMED: (ViolationStatus.CONFIRMED,),
    ViolationStatus.UNFOUNDED: (ViolationStatus.UNFOUNDED,),
    ViolationStatus.SETTLED: (ViolationStatus.SETTLED,),
}


@pytest.mark.parametrize("new", ViolationStatus)
@pytest.mark.parametrize("old", ViolationStatus)
def test_what_becomes_of_a_report_is_what_the_protocol_allows(old, new):
    before = (REPORTED, *(ruled(each) for each in WAYS[old]))
    if new in NEXT[old]:
        assert run(*before, ruled(new)).status is new
        assert run(*before, ruled(new)).finding == "seen"
    else:
        assert f"is {old}; what may become of it" in refused(*before, ruled(new))


def test_what_is_settled_stays_settled():
    assert "nothing more" in refused(REPORTED, ruled(ViolationStatus.SETTLED), ruled(ViolationStatus.CONFIRMED))


def test_a_report_is_made_once():
    assert "choose another name" in refused(REPORTED, REPORTED)
    assert "choose another name" in refused(CONVEYED, CONVEYED)


@pytest.mark.parametrize("act", [NOTED, ruled(ViolationStatus.CONFIRMED)])
def test_nothing_follows_on_no_report(act):
    assert "no violation report 'south/report' that you know of" in refused(act)
