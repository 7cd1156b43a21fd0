"""The words in which talks are judged, by tone: for gloom, for hope, for what hangs in the balance, for both at once."""

from __future__ import annotations

import re

from gobetween.model.evidence import Tone

_SHORT = {
    "DEAL": r"(?:deal|agreement|truce|cease-?fire|accord|settlement|breakthrough|solution|treaty|contract|compromise|pact|peace)",
    "GAIN": r"(?:progress|headway|breakthrough|movement|advance|inroads)",
    "CHANCES": r"(?:chances?|prospects?|odds|hopes?|outlook|likelihood)",
    "MOOD": r"(?:mood|atmosphere|tone|climate|spirit)",
    "GOOD": r"(?:promising|optimistic|encouraging|hopeful|confident|constructive|productive|positive|on track|within reach)",
    "OPEN": r"(?:issues?|differences|gaps?|obstacles|hurdles|questions|points|work|problems|difficult\w*|not (?:enough|there))",
    "NOT": r"(?:not|never|n[’']t|cannot)",
    "IS": r"(?:is|are|was|were|be|been|being|remains?|remained|seems?|seemed|looks?|looked|as)",
    "SOME": r"[^.;]{0,40}\b",
}
_SUBJECT = (
    r"(?:talks?|negotiations?|negotiators|discussions?|process|rounds?|mediation|dialogue|bargaining|efforts?|diplomacy|sessions?|"
    r"meetings?|conference|summit|<DEAL>|merger|they|things|it|we|sides|parties|them)\b[^.;:?!“”\"]{0,45}?\b"
)

_GLOOMY = r"""
    <NOT> (?:progressing|moving|advancing|going (?:well|anywhere|as|forward)|looking good|moved|advanced)
    no (?:\w+ )?(?:<GAIN>|way (?:out|forward)|end in sight|common ground|meeting of minds)
    no (?:\w+ ){0,2}<DEAL> (?:\w+ )?(?:in sight|near|close|imminent|expected|possible|likely|on the horizon)
    (?:yet|failed|fails?|failing) to (?:\w+ )?(?:be )?(?:(?:a|an|any|yield|produce|reach|make) )*<DEAL>
    (?:yet|failed|fails?|failing|unable) to (?:\w+ )?(?:make|yield|produce|achieve|bring) (?:\w+ )?<GAIN>
    (?:did|do|does|has|have|had|will) not (?:\w+ ){0,3}?(?:in )?(?:a |any )?<GAIN>
    (?:without|lack of) (?:a |any )?<GAIN>
    stall(?:ed|ing)
    (?:deadlock(?:ed)?|impasse|stalemate|standstill|dead[- ]ends?)
    falter\w+
    (?<!\bless )(?<!\bnot )(?<!\bno longer )(?<!\bafford )(?<!\bno )pessimis\w+
    (?:less(?: and less)?|no longer|hardly|scarcely|barely|far from) <GOOD>
    <NOT> [“”\"]?(?:\w+ )?(?:<GOOD>|close|bright|good enough)
    (?:far|miles|poles|worlds|oceans|light[- ]years|leagues|wide) apart
    too far (?:apart|from each other|away)
    (?<!\bless )(?:grim|bleak)
    deeply (?:divided|split)
    (?:some|long) way (?:off|to go|apart|from|away)
    far (?:off|from (?:a|an|any|over|each other|reaching|certain|agree\w+|complete|done))
    setbacks?
    dim(?:med|ming)?
    days or weeks away
    still (?:be )?(?:days|weeks|months) away
    (?:hardly|scarcely|barely) (?:any\w*|a soul)(?: \w+){0,6} (?:optimis|hope|confid|belie|expect)\w*
    (?:nobody|no one|none|neither (?:side|party|camp|team)|few)(?: \w+){0,4} (?:optimis\w+|hopeful|confident|believes?|expects?|trusts?)
    neither (?:\w+ ){0,3}?(?:given|giv\w+|mov\w+|budg\w+|yield\w+|conced\w+|blink\w+)
    (?:do|does|did) not believe in
    (?:do|does|did|could|can) ?<NOT> (?:\w+ )?(?:see|expect|believe|think|foresee|anticipate|imagine)\b<SOME>(?:<DEAL>|<GAIN>)
    (?:do|does|did) ?<NOT> (?:\w+ )?(?:see|expect|believe|think)\b<SOME>(?:agree\w*|settle\w*|finish\w*|succe\w+|reach\w*|resol\w+)
    no (?:closer|nearer)
    fifty-fifty at best
    (?:little|scant|slim|dwindling|remote|faint|poor|fading|no) (?:\w+ )?(?:<CHANCES>|<GAIN>|optimism|expectation)
    <CHANCES>\b<SOME>(?:fad\w+|dim\w*|dwindl\w+|reced\w+|slim\w*|remote|dashed|evaporat\w+|vanish\w*|wan(?:ed|ing)|shr[au]nk)
    <CHANCES>\b<SOME>(?:shrinking|low|poor|faint|slender|bleak|dead)
    (?:sceptical|skeptical|doubtful|gloomy|despairing|downbeat|disheartened|despondent|frustrated|exasperated)
    (?:doubt(?:s|ed)?|cast(?:s|ing)? doubt)\b<SOME>(?:<DEAL>|agree\w*|talks|negotiations|reach\w*|succe\w+)
    less (?:sure|certain|sanguine|upbeat|hopeful|optimistic)
    <MOOD>\b[^.;]{0,25}\b(?:poor|bad|sour\w*|low|tense|dark\w*|poison\w*|worse\w*|icy|frosty|deteriorat\w+|hostile|grim)
    gaps?(?: \w+){0,4}? (?:is|are|was|were|remains?|remained) (?:still )?(?:too )?(?:wide|large|big|deep|huge)
    (?:gaps?|rift|divide|differences)(?: \w+){0,4}? (?:ha[sd] |have |is |are )?(?:widen\w*|deepen\w*|grow\w*|grew)
    steep(?:er|est)
    talk(?:ing|ed)? past each other
    <DEAL>\b[^.;]{0,20}\bless likely
    (?:few illusions|so little trust|note of caution)
    los(?:t|ing) (?:momentum|steam)
    hope is\b[^.]{0,12}\b(?:large|big|strong|long) word
    (?:uphill|bogged down|snail[’']s pace|glacial|square one|treading water|back to the start|run(?:ning)? into the sand)
    (?:a |another )?mountain to climb
    (?:round|around|in) in circles
    (?:go|goes|going|went|gone|get|gets|getting|got|lead|leads|leading|led) (?:\w+ )?nowhere
    <DEAL>\b[^.;]{0,25}\b(?:unlikely|elusive|a distant prospect|out of reach|beyond reach|far off|impossible)
    unlikely to (?:\w+ )?(?:reach|agree|produce|yield|succeed|be reached|be signed|be agreed|bring|end in)
    (?:see|sees|saw|seen) (?:\w+ )?(?:no|little) (?:\w+ )?(?:<CHANCES>|way|sign|point|basis|room|end)
    (?:brink|verge|edge) of (?:collapse|failure|breakdown|breaking)
    (?:close to|near|nearing|heading for|headed for) (?:collapse|failure|breakdown)
"""
_GLOOMY_OF_TALKS = r"""
    (?:collaps(?:ed|ing)|br(?:oke|oken|eak|eaking) (?:down|off)|founder\w*|unravel\w*|fizzl\w+|derail\w*|doomed|fall(?:s|ing|en)? apart)
    (?:fell (?:apart|through)|r[au]n(?:ning)? (?:aground|into (?:trouble|difficult\w+))|drag(?:ged|ging|s)? on)
    gr(?:ound|inding) to a halt
    hit (?:a|the|another) (?:\w+ )?(?:wall|snag|rocks?)
    (?:in (?:trouble|crisis|jeopardy|tatters|limbo|ruins)|(?:yield|produc|brought|achiev)\w* nothing|on (?:life support|the rocks))
    (?:a waste of time|fruitless|futile|hopeless|pointless|dying)
    <IS> (?:\w+ ){0,2}?(?:difficult|complex|complicated|tough|fragile|stuck|frozen|dead(?! set)|arduous|disappointing|acrimonious)
    <IS> (?:\w+ ){0,2}?(?:tense|unproductive|a failure|a farce|a charade|a disappointment|slow)
"""
_HOPEFUL = r"""
    close to (?:(?:a|an|the) (?:\w+ )?<DEAL>|agreement|deal|being|success)
    close to (?:overcoming|reaching|concluding|signing|finali\w+|agreeing|declaring|ending|completing|settling)
    optimis(?:m|tic)
    within (?:reach|striking distance|grasp)
    <DEAL>\b[^.;]{0,30}\bwithin (?:days|hours|weeks|a (?:day|week))
    <DEAL> (?:\w+ ){0,2}?(?:in sight|at hand|around the corner|on the horizon|in the offing|on the cards)
    (?:good|significant|real|substantial|great|considerable|major|important|notable) (?:\w+ )?<GAIN>s?
    (?:tangible|solid|steady|huge|genuine|encouraging) (?:\w+ )?<GAIN>s?
    progress (?:may seem|seems|has been made|was made|is being made|had been made)
    (?:made|making|make|makes|achieved|achieving|reached|announced|reports?|reported|seen) (?:(?!on\b|about\b)\w+ )?(?:a )?<GAIN>
    (?:promising|encouraging)
    clos(?:er|ing in) (?:to|on|than ever|by the (?:day|hour))
    (?:constructive|cordial|friendly|positive|good) (?:atmosphere|mood|spirit)
    gaps? (?:\w+ ){0,3}?(?:narrow\w*|clos(?:ed|ing)|shr[au]nk|shrinking)
    narrow(?:ed|ing) (?:\w+ )?(?:gaps?|differences)
    (?:cleared|overcome|overcame|resolved|settled|ironed out) (?:\w+ ){0,4}?(?:hurdles?|obstacles?|differences|issues|gaps?|points)
    <DEAL> (?:is |was |seems |appears |looks )?(?:near|close|imminent|likely|possible)
    on track
    (?:confident|hopeful|upbeat|sanguine|bullish)
    (?:almost|nearly) (?:there|done|agreed|complete|finished)
    all but (?:done|agreed|signed|sealed|complete\w*|finali\w+|settled)
    \d+ ?(?:per ?cent|%) (?:there|done|agreed|of the way)
    (?:two[- ]thirds|three[- ]quarters|most|half) of the way
    one (?:meeting|session|step|signature|sentence|phone call) away
    steps? (?:forward|in the right direction)
    more relaxed
    <MOOD>\b[^.;]{0,25}\b(?:good|better|friendly|warm\w*|improv\w+|cordial|positive|relaxed|constructive)
    light at the end of the tunnel
    (?:home (?:stretch|straight)|final (?:stretch|straight|metres|yards)|finish(?:ing)? line|last mile)
    turned (?:a|the) corner
    (?:rais\w+|lift\w+|reviv\w+|boost\w+|fuel\w*|rekindl\w+|voic\w+|express\w+) (?:\w+ )?(?:<CHANCES>|optimism|confidence)
    <CHANCES>\b<SOME>(?:rose|risen|rising|grew|growing|improv\w+|brighten\w+|high|good|better|bright|buoyed)
    (?:good|great|strong|flying) start
    better than (?:expected|feared|hoped)
    good chemistry
"""
_HOPEFUL_OF_TALKS = r"""
    (?:going|go|went|gone|proceed\w*|progress(?:ed|ing|es)|advanc(?:ed|ing)|mov(?:ed|ing)) (?:(?:very|quite|so) )?(?:well|smoothly)
    (?:going|proceed\w*|progress(?:ed|ing|es)|mov(?:ed|ing)) (?:forward|ahead|in the right direction|fast|quickly)
    <IS> (?:\w+ ){0,2}?(?:constructive|productive|fruitful|useful|positive|substantive|cordial|successful|helpful|businesslike|good)
    could be (?:reached|signed|concluded|struck|done|agreed|settled) (?:\w+ )?(?:by|within|before|this|next|soon|as early|in (?:days|a))
"""
_CRITICAL = r"""
    (?:critical|crucial|decisive|delicate|sensitive|pivotal|make-or-break)[”\"’']? (?:phase|juncture|stages?|point|moment)
    (?:critical|crucial|decisive|delicate|sensitive|pivotal|make-or-break)[”\"’']? (?:hours|days|round|week)
    final[”\"’']? (?:phase|stages?|hours|days|round)\b(?! of (?!the talks|talks|the negot|negot|bargain))
    (?:crossroads|turning point|last chance|moment of truth|point of no return)
    (?:hang\w*|hung) (?:by a thread|in the balance)
    (?:knife[- ]edge|touch and go|now or never)
    (?:running|runs?|ran) out of time
    (?:time|clock) (?:is|was) (?:running out|ticking|short|against)
    window\b[^.;]{0,35}\b(?:clos\w+|narrow\w*|shut\w*)
    (?:hours|days|weeks?|meeting|session|round)\b[^.;]{0,20}\b(?:will|would|could) be (?:\w+ )?(?:decisive|crucial|critical|pivotal)
"""
_MIXED = r"""
    <GAIN> (?:on|over|in) [^.;]{1,40}\bbut (?:none|little|not)
    <GAIN>\b[^.;]{0,30}\bbut\b[^.;]{0,30}\b<OPEN>
    fifty-fifty\b(?! at best)
    a step, (?:though|if|but|albeit) [^.;]{0,20}\b(?:small|first|tiny)
    (?:slow|some|limited|modest|partial|uneven) <GAIN>
    less (?:bleak|gloomy|grim|sceptical|skeptical)
"""


def _any_of(free: str, of_talks: str = "") -> re.Pattern[str]:
    """All begin with a word: the many rules are not tried amid words. What is only said of talks needs such a subject before it."""
    joined = "|".join(_rules(free))
    if of_talks:
        joined += f"|{_SUBJECT}(?:{'|'.join(_rules(of_talks))})"
    for name, pattern in _SHORT.items():
        joined = joined.replace(f"<{name}>", pattern)
    return re.compile(rf"(?=\b\w)(?:{joined})", re.IGNORECASE)


def _rules(lines: str) -> list[str]:
    return [rf"{rule.strip()}\b" for rule in lines.strip().splitlines() if rule.strip()]


TONES: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    (Tone.MIXED, _any_of(_MIXED)),
    (Tone.GLOOMY, _any_of(_GLOOMY, _GLOOMY_OF_TALKS)),
    (Tone.CRITICAL, _any_of(_CRITICAL)),
    (Tone.HOPEFUL, _any_of(_HOPEFUL, _HOPEFUL_OF_TALKS)),
)
"""Each tone with its words; the order matters: a negated hope is gloom, and what is both is neither alone."""
