"""Words for meetings, visits and contacts, and for where, when and how they are."""

from __future__ import annotations

from gobetween.reading.word_lists import words

TALKS = words("talk negotiation meeting session round summit discussion consultation dialogue mediation conference conversation")
# what is a contact where it is planned for a day: "a call is set for Friday"
CALL_NOUNS = words("call videoconference teleconference")
VISITS = words("visit trip tour")
HOLDING = words(
    """hold begin start resume continue open conclude have attend join lead host convene conduct enter finish end suspend postpone
    take"""
)
MEETING = words("meet confer negotiate")
TRAVELLING = words("visit travel fly arrive return go head come land")
CALLING = words("call phone telephone")
PHONES = words("phone telephone video videolink")
# one who meets others by these: "received both sides", "saw the employers"
RECEIVING = words("receive see host welcome")
GATHERING = words("bring put get gather")
TOGETHER = frozenset({"together"})
TABLES = frozenset({"table", "room"})
CALLS = words("call invite summon convene")
MEALS = words("lunch dinner breakfast call")
# what is met without anybody meeting
MET_IN_PART = words("demand need deadline goal target requirement standard condition objective")
# nouns for what lasts as long as talks do: "a night of talks"
LASTING = words("night day week hour month round series set evening afternoon")
ENDING = words("result end agreement deal outcome conclusion")
PLACES = words("capital line border front region island port area town city")
AWAITING = words("expect await")
ENVOYS = words("envoy mediator delegation negotiator team mission minister representative go-between")
MEDIATING = words("mediator conciliator facilitator arbitrator go-between")
POSTS = (
    ENVOYS
    | MEDIATING
    | words("manager director president chairman chairwoman chair head secretary master chief premier governor mayor")
)
SENT = words("team delegation envoy negotiator mission representative mediator")
HAPPENING = words("begin start resume continue take be occur end open conclude reconvene break collapse follow fail finish arrive")
DUE = words("due likely set ready scheduled expected")
REFUSING = words("refuse decline reject fail")
# of these, the definite plural alone may mean those of both sides: "the boards will meet"
REPRESENTING = words("board delegation team leader negotiator minister side party president envoy representative diplomat elder")
CANCELLING = words("cancel scrap shelve suspend")
POSTPONING = words("postpone adjourn put move defer delay reschedule")
PARTING = words("leave part depart separate disperse")
EMPTY_HANDED = words("empty-handed handed")
PLANNING = words("expect schedule plan set due intend slate hope want agree invite aim prepare arrange foresee suppose")
FUTURE = words("will would shall 'll ’ll")
WITH = frozenset({"with", "between", "among", "by", "including"})
PLACING = frozenset({"in", "at", "to"})
INDIRECT = frozenset({"indirect", "proximity", "shuttle"})
DIRECT = frozenset({"direct", "face", "trilateral", "bilateral", "joint"})
# a text carried from side to side
TEXTS = words(
    "text proposal draft offer suggestion plan document response reply message letter answer paper list amendment counterproposal"
)
CARRYING = words("carry hand deliver give pass convey present bring transmit submit relay send take forward")
SEPARATE = (
    "separately",
    "separate rooms",
    "one by one",
    "one after the other",
    "in turn",
    "through mediators",
    "through intermediaries",
)
AT_ONE_TABLE = (
    "face to face",
    "face-to-face",
    "one on one",
    "one-on-one",
    "one table",
    "same table",
    "one room",
    "same room",
    "in person",
)
# those who go between: who meets them has not met the other side
BETWEEN_SIDES = words(
    """mediator conciliator facilitator arbitrator arbiter go-between envoy intermediary rapporteur mission archbishop bishop cardinal
    judge broker ombudsman ombudswoman presidency"""
)
