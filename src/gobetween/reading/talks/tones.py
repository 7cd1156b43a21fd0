"""The words in which talks are judged, by tone: for gloom, for hope, for what hangs in the balance, for both at once."""

from __future__ import annotations

import re

from gobetween.model.evidence import Tone

_DEAL = r"(?:deal|agreement|truce|cease-?fire|accord|settlement|breakthrough|solution|treaty|contract|compromise|pact|peace|outcome)"
_GAIN = r"(?:progress|headway|breakthrough|movement|advance|inroads)"
_CHANCES = r"(?:chances?|prospects?|odds|hopes?|outlook|likelihood)"
_MOOD = r"(?:mood|atmosphere|tone|climate|spirit)"
_GOOD = r"(?:promising|optimistic|encouraging|hopeful|confident|constructive|productive|positive|on track|within reach)"
_OPEN_POINTS = r"(?:issues?|differences|gaps?|obstacles|hurdles|questions|points|work|problems|disagreements|sticking points)"
_NOT = r"(?:not|never|n[’']t|cannot)"
_SUBJECT = (
    r"(?:talks?|negotiations?|negotiators|discussions?|process|rounds?|mediation|dialogue|bargaining|efforts?|diplomacy|sessions?|"
    rf"meetings?|conference|summit|{_DEAL}|merger|they|things|it|we|sides|parties|them)\b[^.;:?!“”\"]{{0,45}}?\b"
)
_LINK = r"(?:is|are|was|were|be|been|being|remains?|remained|seems?|seemed|looks?|looked|as|had been|has been)\b (?:\w+ ){0,2}?"

_GLOOMY = (
    rf"{_NOT} (?:progressing|moving|advancing|going (?:well|anywhere|as|forward)|looking good|moved|advanced)\b",
    rf"no (?:\w+ )?(?:{_GAIN}|way (?:out|forward)|end in sight|common ground|meeting of minds)\b",
    rf"no (?:\w+ ){{0,2}}{_DEAL} (?:\w+ )?(?:in sight|near|close|imminent|expected|possible|likely|on the horizon)\b",
    rf"(?:yet|failed|fails?|failing) to (?:\w+ )?(?:be )?(?:(?:a|an|any|yield|produce|reach|make) )*{_DEAL}\b",
    rf"(?:yet|failed|fails?|failing|unable) to (?:\w+ )?(?:make|yield|produce|achieve|bring) (?:\w+ )?{_GAIN}\b",
    rf"(?:did|do|does|has|have|had|will) not (?:\w+ ){{0,3}}?(?:in )?(?:a |any )?{_GAIN}\b",
    rf"(?:without|lack of) (?:a |any )?{_GAIN}\b",
    r"stall(?:ed|ing)\b",
    r"(?:deadlock(?:ed)?|impasse|stalemate|standstill|dead[- ]ends?)\b",
    r"falter\w+",
    r"(?<!\bless )(?<!\bnot )(?<!\bno longer )(?<!\bafford )(?<!\bno )pessimis\w+",
    rf"(?:less(?: and less)?|no longer|hardly|scarcely|barely|far from) {_GOOD}\b",
    rf"{_NOT} [“”\"]?(?:\w+ )?(?:{_GOOD}|close|bright|good enough)\b",
    r"(?:far|miles|poles|worlds|oceans|light[- ]years|leagues|wide) apart\b",
    r"too far (?:apart|from each other|away)\b",
    r"(?:grim|bleak)\b",
    r"deeply (?:divided|split)\b",
    r"(?:some|long) way (?:off|to go|apart|from|away)\b",
    r"far (?:off|from (?:a|an|any|over|each other|reaching|certain|agree\w+|complete|done))\b",
    r"setbacks?\b",
    r"dim(?:med|ming)?\b",
    r"days or weeks away\b",
    r"still (?:be )?(?:days|weeks|months) away\b",
    r"(?:hardly|scarcely|barely) (?:any\w*|a soul)(?: \w+){0,6} (?:optimis|hope|confid|belie|expect)\w*",
    r"(?:nobody|no one|none|neither (?:side|party|camp|team)|few)(?: \w+){0,4} (?:optimis\w+|hopeful|confident|believes?|expects?|trusts?)\b",
    r"neither (?:\w+ ){0,3}?(?:given|giv\w+|mov\w+|budg\w+|yield\w+|conced\w+|blink\w+)\b",
    r"(?:do|does|did) not believe in\b",
    rf"(?:do|does|did|could|can) ?(?:not|n[’']t) (?:\w+ )?(?:see|expect|believe|think|foresee|anticipate|imagine)\b[^.;]{{0,40}}\b"
    rf"(?:{_DEAL}|agree\w*|settle\w*|{_GAIN}|results?|finish\w*|succe\w+|reach\w*|resol\w+)\b",
    r"no (?:closer|nearer)\b",
    r"fifty-fifty at best\b",
    rf"(?:little|scant|slim|dwindling|remote|faint|poor|fading|no) (?:\w+ )?(?:{_CHANCES}|{_GAIN}|optimism|expectation)\b",
    rf"{_CHANCES}\b[^.;]{{0,40}}\b(?:fad\w+|dim\w*|dwindl\w+|reced\w+|slim\w*|remote|dashed|evaporat\w+|vanish\w*|wan(?:ed|ing)|shr[au]nk|"
    r"shrink\w*|low|poor|faint|slender|bleak|dead)\b",
    r"(?:sceptical|skeptical|doubtful|gloomy|despairing|downbeat|disheartened|despondent|frustrated|exasperated)\b",
    rf"(?:doubt(?:s|ed)?|cast(?:s|ing)? doubt)\b[^.;]{{0,40}}\b(?:{_DEAL}|agree\w*|talks|negotiations|reach\w*|succe\w+)\b",
    r"less (?:sure|certain|sanguine|upbeat|hopeful|optimistic)\b",
    rf"{_MOOD}\b[^.;]{{0,25}}\b(?:poor|bad|sour\w*|low|tense|dark\w*|poison\w*|worse\w*|icy|frosty|deteriorat\w+|hostile|grim)\b",
    r"gaps?(?: \w+){0,4}? (?:is|are|was|were|remains?|remained) (?:still )?(?:too )?(?:wide|large|big|deep|huge)\b",
    r"(?:gaps?|rift|divide|differences)(?: \w+){0,4}? (?:ha[sd] |have |is |are )?(?:widen\w*|deepen\w*|grow\w*|grew)\b",
    r"steep(?:er|est)\b",
    r"hope is\b[^.]{0,12}\b(?:large|big|strong|long) word\b",
    r"(?:uphill|bogged down|snail[’']s pace|glacial|square one|treading water|back to the start)\b",
    r"(?:a |another )?mountain to climb\b",
    r"(?:round|around|in) in circles\b",
    r"(?:go|goes|going|went|gone|get|gets|getting|got|lead|leads|leading|led) (?:\w+ )?nowhere\b",
    rf"{_DEAL}\b[^.;]{{0,25}}\b(?:unlikely|elusive|a distant prospect|out of reach|beyond reach|far off|impossible)\b",
    r"unlikely to (?:\w+ )?(?:reach|agree|produce|yield|succeed|be reached|be signed|be agreed|bring|end in)\b",
    rf"(?:see|sees|saw|seen) (?:\w+ )?(?:no|little) (?:\w+ )?(?:{_CHANCES}|way|sign|point|basis|room|end)\b",
    r"(?:brink|verge|edge) of (?:collapse|failure|breakdown|breaking)",
    r"(?:close to|near|nearing|heading for|headed for) (?:collapse|failure|breakdown)\b",
    r"run(?:ning)? into the sand\b",
)
_GLOOMY_OF_TALKS = (
    r"(?:collaps(?:ed|ing)|br(?:oke|oken|eak|eaking) (?:down|off)|founder\w*|unravel\w*|fizzl\w+|derail\w*|doomed|fall(?:s|ing|en)? apart|"
    r"fell (?:apart|through)|r[au]n(?:ning)? (?:aground|into (?:trouble|difficult\w+))|gr(?:ound|inding) to a halt|drag(?:ged|ging|s)? on|"
    r"hit (?:a|the|another) (?:\w+ )?(?:wall|snag|impasse|dead end|deadlock|rocks?)|in (?:trouble|crisis|jeopardy|tatters|limbo|ruins)|"
    r"(?:yield|produc|brought|achiev)\w* nothing|on (?:life support|the rocks)|dying|a waste of time|fruitless|futile|hopeless|pointless)\b",
    rf"{_LINK}(?:difficult|complex|complicated|tough|fragile|stuck|frozen|dead(?! set)|arduous|disappointing|acrimonious|"
    r"tense|unproductive|a failure|a farce|a charade|a disappointment|slow)\b",
)
_HOPEFUL = (
    r"close to (?:overcoming|a|an|agreement|reaching|concluding|signing|finali\w+|agreeing|deal|declaring|ending|being|success)\b",
    r"optimis(?:m|tic)\b",
    r"within (?:reach|striking distance|grasp)\b",
    rf"{_DEAL}\b[^.;]{{0,30}}\bwithin (?:days|hours|weeks|a (?:day|week))\b",
    rf"{_DEAL} (?:\w+ ){{0,2}}?(?:in sight|at hand|around the corner|on the horizon|in the offing|on the cards)\b",
    rf"(?:good|significant|real|substantial|great|considerable|major|important|notable|tangible|solid|steady|huge|genuine) (?:\w+ )?"
    rf"{_GAIN}s?\b",
    r"progress (?:may seem|seems|has been made|was made|is being made|had been made)\b",
    rf"(?:made|making|make|makes|achieved|achieving|reached|announced|reports?|reported|seen) (?:\w+ )?(?:a )?{_GAIN}\b",
    r"(?:promising|encouraging)\b",
    r"clos(?:er|ing in) (?:to|on|than ever)\b",
    r"gaps? (?:\w+ ){0,3}?(?:narrow\w*|clos(?:ed|ing)|shr[au]nk|shrinking)\b",
    r"narrow(?:ed|ing) (?:\w+ )?(?:gaps?|differences)\b",
    r"(?:cleared|overcome|overcame|resolved|settled|ironed out|bridged) (?:\w+ ){0,4}?(?:hurdles?|obstacles?|differences|issues|gaps?|points)\b",
    rf"{_DEAL} (?:is |was |seems |appears |looks )?(?:near|close|imminent|likely|possible)\b",
    r"on track\b",
    r"(?:confident|hopeful|upbeat|sanguine|bullish)\b",
    r"(?:almost|nearly) (?:there|done|agreed|complete|finished)\b",
    r"all but (?:done|agreed|signed|sealed|complete\w*|finali\w+|settled)\b",
    r"\d+ ?(?:per ?cent|%) (?:there|done|agreed|of the way)\b",
    r"(?:two[- ]thirds|three[- ]quarters|most|half) of the way\b",
    r"one (?:meeting|session|step|signature|sentence|phone call) away\b",
    r"steps? (?:forward|in the right direction)\b",
    r"more relaxed\b",
    rf"{_MOOD}\b[^.;]{{0,25}}\b(?:good|better|friendly|warm\w*|improv\w+|cordial|positive|relaxed|constructive)\b",
    r"light at the end of the tunnel\b",
    r"(?:home (?:stretch|straight)|final (?:stretch|straight|metres|yards)|finish(?:ing)? line|last mile)\b",
    r"turned (?:a|the) corner\b",
    rf"(?:rais\w+|lift\w+|reviv\w+|boost\w+|fuel\w*|rekindl\w+|voic\w+|express\w+) (?:\w+ )?(?:{_CHANCES}|optimism|confidence)\b",
    rf"{_CHANCES}\b[^.;]{{0,40}}\b(?:rose|risen|rising|grew|growing|improv\w+|brighten\w+|high|good|better|bright|buoyed)\b",
    r"(?:good|great|strong|flying) start\b",
    r"better than (?:expected|feared|hoped)\b",
    r"good chemistry\b",
)
_HOPEFUL_OF_TALKS = (
    r"(?:going|go|went|gone|proceed\w*|progress(?:ed|ing|es)|advanc(?:ed|ing)|mov(?:ed|ing)|run|running|shaping up) (?:very |quite |so )?"
    r"(?:well|smoothly|forward|ahead|in the right direction|nicely|fast|quickly)\b",
    rf"{_LINK}(?:constructive|productive|fruitful|useful|positive|substantive|cordial|successful|helpful|a success|businesslike|good)\b",
    r"could be (?:reached|signed|concluded|struck|done|agreed|settled) (?:\w+ )?(?:by|within|before|this|next|soon|as early|in (?:days|a))\b",
)
_CRITICAL = (
    r"(?:critical|crucial|decisive|delicate|sensitive|pivotal|make-or-break)[”\"’']? (?:phase|juncture|stages?|point|moment|hours|days|"
    r"round|week)\b",
    r"final[”\"’']? (?:phase|stages?|hours|days|round)\b(?! of (?!the talks|talks|the negot|negot|bargain))",
    r"(?:crossroads|turning point|last chance|moment of truth|point of no return)\b",
    r"(?:hang\w*|hung) (?:by a thread|in the balance)\b",
    r"(?:knife[- ]edge|touch and go|now or never)\b",
    r"(?:running|runs?|ran) out of time\b",
    r"(?:time|clock) (?:is|was) (?:running out|ticking|short|against)\b",
    r"window\b[^.;]{0,35}\b(?:clos\w+|narrow\w*|shut\w*)\b",
    r"(?:hours|days|weeks?|meeting|session|round)\b[^.;]{0,20}\b(?:will|would|could) be (?:\w+ )?(?:decisive|crucial|critical|pivotal)\b",
)
_MIXED = (
    rf"{_GAIN} (?:on|over|in) [^.;]{{1,40}}\bbut (?:none|little|not)\b",
    rf"{_GAIN}\b[^.;]{{0,30}}\bbut\b[^.;]{{0,30}}\b(?:{_OPEN_POINTS}|difficult\w*|obstacles?|not (?:enough|there))\b",
    r"fifty-fifty\b(?! at best)",
    r"a step, (?:though|if|but|albeit) [^.;]{0,20}\b(?:small|first|tiny)\b",
    rf"(?:slow|some|limited|modest|partial|uneven) {_GAIN}\b",
)


def _any_of(free: tuple[str, ...], of_talks: tuple[str, ...] = ()) -> re.Pattern[str]:
    """All begin with a word: the many rules are not tried amid words. What is only said of talks needs such a subject before it."""
    told = [*free, *(f"{_SUBJECT}{rule}" for rule in of_talks)]
    return re.compile(rf"(?=\b\w)(?:{'|'.join(told)})", re.IGNORECASE)


TONES: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    (Tone.MIXED, _any_of(_MIXED)),
    (Tone.GLOOMY, _any_of(_GLOOMY, _GLOOMY_OF_TALKS)),
    (Tone.CRITICAL, _any_of(_CRITICAL)),
    (Tone.HOPEFUL, _any_of(_HOPEFUL, _HOPEFUL_OF_TALKS)),
)
"""Each tone with its words; the order matters: a negated hope is gloom, and what is both is neither alone."""
