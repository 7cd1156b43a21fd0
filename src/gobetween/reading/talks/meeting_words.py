"""Words for meetings, visits and contacts, and for where, when and how they are."""

from __future__ import annotations

from gobetween.reading.word_lists import words

TALKS = words("talk negotiation meeting session round summit discussion consultation dialogue mediation conference")
VISITS = words("visit trip tour")
HOLDING = words(
    """hold begin start resume continue open conclude have attend join lead host convene conduct enter finish end suspend postpone
    take"""
)
MEETING = words("meet confer negotiate")
TRAVELLING = words("visit travel fly arrive return go head come")
CALLING = words("call phone telephone")
HAPPENING = words("begin start resume continue take be occur end open conclude reconvene break collapse follow")
DUE = words("due likely set ready scheduled expected")
REFUSING = words("refuse decline reject fail")
# of these, the definite plural alone may mean those of both sides: "the boards will meet"
REPRESENTING = words("board delegation team leader negotiator minister side party president envoy representative")
PLANNING = words("expect schedule plan set due intend slate hope want agree invite aim prepare arrange")
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
