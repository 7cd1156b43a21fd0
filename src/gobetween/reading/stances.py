"""Verbs, nouns and adjectives that show where a party stands, by the stance that they show."""

from __future__ import annotations

from gobetween.model.evidence import Stance

VERBS: dict[str, Stance] = {
    **dict.fromkeys("demand insist urge want require seek push press request call ask lobby".split(), Stance.DEMAND),
    **dict.fromkeys("accept agree approve concede".split(), Stance.ACCEPT),
    **dict.fromkeys("reject refuse veto rebuff spurn".split(), Stance.REJECT),
    **dict.fromkeys("oppose object fear resist condemn denounce".split(), Stance.OPPOSE),
    **dict.fromkeys("threaten".split(), Stance.THREATEN),
    **dict.fromkeys("offer propose".split(), Stance.OFFER),
    **dict.fromkeys("support back endorse favour favor".split(), Stance.SUPPORT),
    **dict.fromkeys("assert claim allege contend maintain".split(), Stance.CLAIM),
    **dict.fromkeys("deny dispute refute".split(), Stance.DENY),
}
# with a particle or an object of their own: "rule out", "insist on", "push for"
NEEDED_PREPOSITIONS = {
    "push": frozenset({"for"}),
    "press": frozenset({"for"}),
    "call": frozenset({"for", "on", "upon"}),
    "ask": frozenset({"for"}),
    "object": frozenset({"to"}),
}
DROPPING = frozenset("drop abandon withdraw relinquish waive retract shelve soften give".split())
DROPPED = frozenset("demand insistence condition claim objection request requirement precondition opposition veto".split())
NOUNS: dict[str, Stance] = {
    "demand": Stance.DEMAND,
    "insistence": Stance.DEMAND,
    "push": Stance.DEMAND,
    "requirement": Stance.DEMAND,
    "precondition": Stance.DEMAND,
    "call": Stance.DEMAND,
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
}
# "a push for a resolution": putting forward a text is an offer
TEXTS = frozenset("resolution proposal draft text plan bill framework document amendment".split())
ADJECTIVES: dict[str, Stance] = {
    "hesitant": Stance.OPPOSE,
    "reluctant": Stance.OPPOSE,
    "unwilling": Stance.REJECT,
    "opposed": Stance.OPPOSE,
    "ready": Stance.ACCEPT,
    "willing": Stance.ACCEPT,
    "prepared": Stance.ACCEPT,
}
# force and its like: an intention to do these is a threat
FORCE = frozenset(
    "launch invade attack strike bomb storm operation offensive assault invasion strikes lockout walkout war raid sanction sanctions blockade".split()
)
INTENDING = frozenset("intention intent vow pledge plan determination".split())
NEGATED: dict[Stance, Stance] = {
    Stance.SUPPORT: Stance.OPPOSE,
    Stance.ACCEPT: Stance.REJECT,
    Stance.DEMAND: Stance.OPPOSE,
    Stance.OFFER: Stance.REJECT,
}
REPLIES = frozenset("response answer reply decision".split())
PENDING = frozenset("pending awaited outstanding".split())
CONDITIONS = frozenset({"if", "provided", "providing", "unless"})
IMPORTANCE = frozenset("importance need necessity urgency".split())
STOPPING = frozenset("cut end halt stop close prevent dismantle destroy seal never cease".split())
