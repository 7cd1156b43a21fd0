"""Words for meetings, visits and contacts, and for where, when and how they are."""

from __future__ import annotations

from gobetween.reading.word_lists import words

TALKS = words(
    """talk negotiation meeting session round summit discussion consultation dialogue mediation conference conversation plenary hearing
    encounter conciliation bargaining rendezvous"""
)
# of these, what parties sit in, and can walk out of
TALKS_OF_PARTIES = TALKS - words("dialogue mediation conversation discussion")
# what meets by itself, or before cameras: 'a board meeting', 'a press conference', 'a cabinet session'
OWN_MEETINGS = words(
    """press news board cabinet shareholder staff strategy party parliament council committee court general annual
    strike town mass branch"""
)
# what talks may be that never were, or not to be: 'has fallen through', 'is off the table'
ENDING_BEFORE = words("fall come materialise materialize")
# what is a contact where it is planned for a day: "a call is set for Friday"
CALL_NOUNS = words("call videoconference teleconference")
VISITS = words("visit trip tour")
HOLDING = words(
    """hold begin start resume continue open conclude have attend join lead host convene conduct enter finish end suspend postpone
    take wind wrap commence kick launch organise organize arrange stage reconvene relaunch restart schedule reopen"""
)
MEETING = words("meet confer negotiate")
TRAVELLING = words("visit travel fly arrive return go head come land journey jet depart tour reach")
CALLING = words("call phone telephone")
PHONES = words("phone telephone video videolink")
# one who meets others by these: "received both sides", "saw the employers"
RECEIVING = words("receive see host welcome")
GATHERING = words("bring put get gather")
TOGETHER = frozenset({"together"})
# whereto one is summoned
ROOMS = words("office ministry palace headquarters residence capital hotel home house villa embassy estate farm monastery")
TABLES = frozenset({"table", "room"})
CALLS = words("call invite summon convene")
MEALS = words("lunch dinner breakfast call")
EATEN = MEALS - {"call"}
# what is met without anybody meeting
MET_IN_PART = words("demand need deadline goal target requirement standard condition objective")
# nouns for what lasts as long as talks do: "a night of talks"
LASTING = words(
    """fortnight weekend night day week hour month round series set evening afternoon stage phase bout cycle leg string spate flurry
    marathon batch"""
)
ENDING = words(
    "result end agreement deal outcome conclusion settlement accord breakthrough progress compromise pact handshake truce date "
    "deadlock impasse failure stalemate acrimony disarray"
)
PLACES = words("capital line border front region island port area town city resort village airport base compound headquarters")
AWAITING = words("expect await")
ENVOYS = words("envoy mediator delegation negotiator team mission minister representative go-between")
MEDIATING = words("mediator conciliator facilitator arbitrator go-between")
POSTS = (
    ENVOYS
    | MEDIATING
    | words(
        """manager director president chairman chairwoman chair head secretary master chief premier governor mayor commander councillor
        ambassador commissioner bishop general colonel king queen prince sultan emir pope chancellor boss senator"""
    )
)
# sides that a plain noun names
SIDES_BY_NOUN = words("union management company airline employer government opposition rebel guerrilla insurgent militia")
# bodies in which many states or sides sit: one that meets is a meeting of all
BODIES_OF_MANY = words("security quartet troika contact league assembly commonwealth")
# with whom a side talks about its own affairs: 'briefed the cabinet', 'met the union's executive council'
OWN_BODIES = words(
    """cabinet parliament board member membership committee council executive caucus shareholder investor staff aide ally lawmaker
    supporter follower"""
)
# what parties come before, and what hears them
TRIBUNALS = words("commission tribunal conciliation arbitration mediation arbitrator conciliator")
# of one side, and many: among themselves they settle what to do
RANK_AND_FILE = words("worker employee member striker staff shareholder supporter activist delegate-elect")
ONE_SIDE = SIDES_BY_NOUN | words("strike party cabinet tribal shop works")
# who is gathered for this talks with nobody
AMUSEMENTS = words("protest demonstrate mourn celebrate watch pray worship elect vote march rally commemorate party")
SENT = words("team delegation delegate envoy negotiator mission representative mediator")
HAPPENING = words(
    """begin start resume continue take be occur end open conclude reconvene break collapse follow fail finish arrive last drag
    wrap adjourn stretch run founder produce yield get kick commence reconvene relaunch restart proceed pause grind"""
)
# said of talks that stand still: nobody meets
STALLED = words("stall deadlock deadlocke freeze block bog halt paralyse paralyze")
DUE = words("due likely set ready scheduled expected slated pencilled penciled")
REFUSING = words("refuse decline reject fail")
# who asks to meet has not met, nor will
ASKING = words("ask request demand offer seek urge threaten press propose hesitate try beg apply")
# of these, the definite plural alone may mean those of both sides: "the boards will meet"
REPRESENTING = words(
    "board delegation team leader negotiator minister side party president envoy representative diplomat elder camp faction bloc"
)
CANCELLING = words("cancel scrap shelve suspend axe abandon drop scrub abort ditch pull")
POSTPONING = words("postpone adjourn put move defer delay reschedule")
PARTING = words("leave part depart separate disperse go walk come fly return emerge rise")
EMPTY_HANDED = words("empty-handed handed")
PLANNING = words(
    "expect schedule plan set due intend slate hope want agree invite aim prepare arrange foresee suppose pencil fix timetable mean"
)
FUTURE = words("will would shall 'll ’ll could may might can should must")
WITH = frozenset({"with", "between", "among", "by", "including"})
PLACING = frozenset({"in", "at", "to"})
INDIRECT = frozenset({"indirect", "proximity", "shuttle"})
DIRECT = frozenset({"direct", "face", "trilateral", "bilateral", "joint"})
# a text carried from side to side
TEXTS = words(
    "text proposal draft offer suggestion plan document response reply message letter answer paper list amendment counterproposal"
)
CARRYING = words("carry hand deliver give pass convey present bring transmit submit relay send take forward ferry shuttle pass")
SEPARATE = (
    "separately",
    "separate rooms",
    "one by one",
    "one after the other",
    "in turn",
    "through mediators",
    "through intermediaries",
    "through a mediator",
    "through a go-between",
    "via mediators",
    "separate hotels",
    "separate floors",
    "separate buildings",
    "separate meetings",
    "separate sessions",
    "different floors",
    "different rooms",
    "different hotels",
    "adjoining rooms",
    "without seeing each other",
    "each side separately",
    "alternate mornings",
    "alternate days",
    "opposite ends",
    "opposite wings",
    "separate wings",
    "hotel to hotel",
    "room to room",
    "side to side",
    "camp to camp",
    "floor to floor",
    "between two hotels",
    "between the hotels",
    "between rooms",
    "between floors",
    "back and forth",
    "to and fro",
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
    "in shouting",
    "shouting match",
    "handshake",
    "across the table",
    "around one table",
    "round one table",
    "eye to eye",
)
# those who go between: who meets them has not met the other side
BETWEEN_SIDES = words(
    """mediator conciliator facilitator arbitrator arbiter go-between envoy intermediary rapporteur mission archbishop bishop cardinal
    judge broker ombudsman ombudswoman presidency"""
)
