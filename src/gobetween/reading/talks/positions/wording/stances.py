"""Verbs, nouns and adjectives that show where a party stands, by the stance that they show."""

from __future__ import annotations

from gobetween.model.evidence import Stance
from gobetween.reading.word_lists import words

VERBS: dict[str, Stance] = {
    **dict.fromkeys(words("demand insist urge want require seek push press request call ask lobby appeal"), Stance.DEMAND),
    **dict.fromkeys(words("accept agree approve concede"), Stance.ACCEPT),
    **dict.fromkeys(words("reject refuse decline veto rebuff spurn"), Stance.REJECT),
    **dict.fromkeys(words("oppose object fear resist condemn denounce"), Stance.OPPOSE),
    **dict.fromkeys(words("threaten"), Stance.THREATEN),
    **dict.fromkeys(words("offer propose"), Stance.OFFER),
    **dict.fromkeys(words("support back endorse favour favor"), Stance.SUPPORT),
    **dict.fromkeys(words("assert claim allege contend maintain"), Stance.CLAIM),
    **dict.fromkeys(words("deny dispute refute"), Stance.DENY),
}
# with a particle or an object of their own: "rule out", "insist on", "push for"
NEEDED_PREPOSITIONS = {
    "push": frozenset({"for"}),
    "press": frozenset({"for"}),
    "call": frozenset({"for", "on", "upon"}),
    "ask": frozenset({"for"}),
    "object": frozenset({"to"}),
    "appeal": frozenset({"for"}),
}
DROPPING = words("drop abandon withdraw relinquish waive retract shelve soften ease relax moderate dilute forgo give let retreat back")
DROPPED = words("demand insistence condition claim objection request requirement precondition opposition veto call resistance refusal")
NOUNS: dict[str, Stance] = {
    "demand": Stance.DEMAND,
    "insistence": Stance.DEMAND,
    "push": Stance.DEMAND,
    "requirement": Stance.DEMAND,
    "precondition": Stance.DEMAND,
    "call": Stance.DEMAND,
    "claim": Stance.DEMAND,
    "request": Stance.DEMAND,
    "plea": Stance.DEMAND,
    "desire": Stance.DEMAND,
    "suggestion": Stance.OFFER,
    "bid": Stance.OFFER,
    "rejection": Stance.REJECT,
    "refusal": Stance.REJECT,
    "veto": Stance.REJECT,
    "opposition": Stance.OPPOSE,
    "objection": Stance.OPPOSE,
    "acceptance": Stance.ACCEPT,
    "offer": Stance.OFFER,
    "proposal": Stance.OFFER,
    "threat": Stance.THREATEN,
    "denial": Stance.DENY,
    "support": Stance.SUPPORT,
    "condition": Stance.DEMAND,
    "backing": Stance.SUPPORT,
    "endorsement": Stance.SUPPORT,
    "approval": Stance.ACCEPT,
    "consent": Stance.ACCEPT,
    "readiness": Stance.ACCEPT,
    "willingness": Stance.ACCEPT,
    "unwillingness": Stance.REJECT,
    "reluctance": Stance.OPPOSE,
    "resistance": Stance.OPPOSE,
    "hostility": Stance.OPPOSE,
}
# what is told of as a demand by 'is' or 'include': "its main demand is ..."
TOLD_AS = words(
    "demand condition precondition requirement request priority ultimatum wish goal aim line price insistence objective expectation"
)
# "a push for a resolution": putting forward a text is an offer
TEXTS = words("resolution proposal draft text plan bill framework document amendment memorandum blueprint roadmap")
ANSWERED = TEXTS | words("offer letter suggestion demand message term")
ADJECTIVES: dict[str, Stance] = {
    "hesitant": Stance.OPPOSE,
    "reluctant": Stance.OPPOSE,
    "unwilling": Stance.REJECT,
    "opposed": Stance.OPPOSE,
    "ready": Stance.ACCEPT,
    "willing": Stance.ACCEPT,
    "prepared": Stance.ACCEPT,
    "open": Stance.ACCEPT,
    "happy": Stance.ACCEPT,
    "content": Stance.ACCEPT,
    "satisfied": Stance.ACCEPT,
    "disposed": Stance.ACCEPT,
    "inclined": Stance.ACCEPT,
    "minded": Stance.ACCEPT,
    "amenable": Stance.ACCEPT,
    "comfortable": Stance.ACCEPT,
    "fine": Stance.ACCEPT,
    "receptive": Stance.ACCEPT,
    "agreeable": Stance.ACCEPT,
    "unable": Stance.REJECT,
    "loath": Stance.OPPOSE,
    "wary": Stance.OPPOSE,
    "sceptical": Stance.OPPOSE,
    "skeptical": Stance.OPPOSE,
    "unhappy": Stance.OPPOSE,
    "hostile": Stance.OPPOSE,
    "averse": Stance.OPPOSE,
    "adamant": Stance.DEMAND,
    "insistent": Stance.DEMAND,
    "determined": Stance.DEMAND,
    "keen": Stance.DEMAND,
    "anxious": Stance.DEMAND,
    "undecided": Stance.PENDING,
    "noncommittal": Stance.PENDING,
}
# force and its like: an intention to do these is a threat
FORCE = words(
    """launch invade attack strike bomb storm operation offensive assault invasion strikes lockout walkout war raid sanction
    sanctions blockade"""
)
INTENDING = words("intention intent vow pledge plan determination")
NEGATED: dict[Stance, Stance] = {
    Stance.SUPPORT: Stance.OPPOSE,
    Stance.ACCEPT: Stance.REJECT,
    Stance.DEMAND: Stance.OPPOSE,
    Stance.OFFER: Stance.REJECT,
}
# what is asked of another is not the other's position
ASKING = words("urge press push call ask demand tell force persuade want require order pressure lobby allow encourage invite beg")
# what is given up or granted by whoever does it
YIELDING = words(
    """give pay grant offer cede concede release free lift raise withdraw reopen open return hand share surrender double halve allow
    add improve guarantee sell provide contribute fund finance supply reduce cut lower extend shorten exempt waive compensate forgo send
    invest move go"""
)
RESTING = words("stop rest relent cease sleep pause tire")
PRESS = words("press medium newspaper television microphone public headline camera megaphone")
# 'Norway will not release them', whoever says so: what only the party itself decides
REFUSED = words(
    """release sign accept give hand free withdraw open lift pay recognise recognize negotiate attend join return agree allow let grant
    concede cede compromise surrender disarm raise retreat yield budge bargain extend renew discuss countenance tolerate entertain
    stop halt suspend cease abandon relinquish accede submit bow resume"""
)
# what is denied, and what it is then called
CHARGES = words(
    """accusation allegation claim charge report account version figure number assertion suggestion estimate count calculation rumour
    rumor speculation"""
)
FIGURES = words("version figure number estimate count calculation claim account sum tally toll arithmetic")
POINTERS = words("it this that these those which")
UNTRUE = words(
    """nonsense lie lies false untrue baseless unfounded fabrication fiction mistaken wrong absurd groundless invention rubbish fantasy
    tale invented exaggerated creative ridiculous"""
)
REPLIES = words("response answer reply decision word reaction")
PENDING = words("pending awaited outstanding")
CONDITIONS = frozenset({"if", "provided", "providing", "unless", "until", "before", "once"})
# what is said to be done under these is not done: "failing to agree", "refused to negotiate"
FAILING = words(
    "fail refuse decline try have be plan hope expect seek use attempt threaten want wish agree offer propose claim profess appear seem"
)
# what another is charged with is no position of theirs
CHARGING = words("accuse blame suspect criticise criticize condemn charge fault")
DENYING = words("deny refute dispute")
ANSWERING = words("respond reply answer decide say commit state indicate")
# what will be decided or answered is not yet: "will reply by Friday"
DECIDING = words("decide respond reply answer")
IMPORTANCE = words("importance need necessity urgency imperative")
STRESSING = words("stress emphasize emphasise underline underscore highlight reiterate reaffirm")
STOPPING = words("cut end halt stop close prevent dismantle destroy seal never cease")
# put before the other side: "tabled a compromise"
TABLING = words("table float submit present lay")
OFFERS = words("offer compromise formula package bid counteroffer counterproposal")
STUDYING = words("study consider weigh examine review mull assess analyse analyze discuss")
IDEAS = words("idea plan paper compromise formula package bid")
# what one side would do to the other: told with a condition, a threat
HARMING = words(
    """withdraw strike retaliate sue leave quit boycott attack invade suspend recall expel close block cut resign veto halt picket
    blockade bomb shell seize dismiss sack"""
)
HARMS = words("compensation damages sanction sanctions tariff tariffs embargo strike strikes lockout boycott blockade election")
# 'would be', 'will say' undertake nothing; 'cannot say', 'will not comment' refuse nothing
NO_UNDERTAKINGS = words(
    """be lie seem appear become happen mean cost say know think believe remain require need depend have stay lose suffer face gain
    benefit receive get earn profit collect pocket net inherit"""
)
NO_REFUSALS = NO_UNDERTAKINGS | words(
    """predict foresee forecast pretend speculate guess comment confirm tell name disclose rule take respond answer see
    understand discuss give imagine wait afford survive succeed last work hurt help"""
)
# what a side holds to come to its own mind is a procedure, whatever it waits for
BALLOTS = words("ballot vote referendum poll plebiscite")
OWN_PEOPLE = words("member membership shareholder voter delegate parliament board rank")
CONSULTING = words("ask consult poll ballot survey put submit send")
# 'refused to be drawn', 'refused to comment': says nothing of where anybody stands
SAYING_NOTHING = words("draw comment answer say confirm disclose elaborate speculate reveal explain identify specify deny")
# outrages, and no issue of the talks
VIOLENCE = words("attack killing murder massacre bombing bombardment raid shelling shooting assassination airstrike violence abduction")
# what is not given, named or discussed by who refuses nothing at issue: "would not give details"
INFORMATION = words(
    """detail name figure reason date answer comment interview explanation information number example source timetable line record
    content matter"""
)
# 'will not walk away', 'will not give up': a word about staying, not about an issue
GOING_OFF = words("walk give back bow cave run go turn")
OFF = words("away up down back out off")
TALKING = words("meet talk resume continue reconvene negotiate return hold speak")
TALKED = words("talk negotiation meeting discussion dialogue session table consultation conversation round contact summit")
# what is offered or accepted, and is at issue nowhere
COURTESIES = words(
    """condolence thank sympathy congratulation dinner lunch coffee tea breakfast hospitality apology comment explanation glimpse hint
    assessment invitation praise reassurance prayer greeting resignation silence clue award prize medal trophy goal honour honor gift
    attention refugee migrant student patient visitor customer"""
)
# what is asked of a third is no issue of the talks
MEDIATING = words("mediate look explore chair host facilitate find propose draft report speak comment")
