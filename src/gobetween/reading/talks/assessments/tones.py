"""The tone of words about the talks: patterns for gloom, for hope, for what hangs in the balance, for both at once."""

from __future__ import annotations

import re

from gobetween.model.evidence import Tone
from gobetween.reading.talks.assessments import balance, gloom, hope

_SHORT = {
    "DEAL": r"(?:deal|agreement|truce|cease-?fire|accord|settlement|breakthrough|solution|treaty|contract|compromise|pact|peace)",
    "GAIN": r"(?:progress|headway|breakthrough|movement|advance|inroads)",
    "CHANCES": r"(?:chances?|prospects?|odds|hopes?|outlook|likelihood|expectations)",
    "MOOD": r"(?:mood|atmosphere|tone|climate|spirit|trust|relations)",
    "GOOD": r"(?:promising|optimistic|encouraging|hopeful|confident|constructive|productive|positive|on track|within reach)",
    "OPEN": r"(?:issues?|differences|gaps?|obstacles|hurdles|questions|points|work|problems|others|difficult\w*|not (?:enough|there))",
    "LESS": r"(?!(?:remain\w*|persist\w*|exist\w*|to|yet|need\w*|must|before|unless|without) )",
    "NOT": r"(?:not|never|n[’']t|cannot|hardly|nowhere)",
    "IS": r"(?:is|are|was|were|be|been|being|has been|remains?|remained|seems?|seemed|looks?|looked|sounds?|sounded|as|calls?|called)",
    "NO_ILL": (
        r"(?! (?:of|for|that) (?:an? |the |another )?(?:\w+ ){0,2}(?:strike|walkout|war|default|collapse|failure|conflict|clash|"
        r"lockout|shutdown|stoppage|exit|escalation|violence|boycott|action)s?\b)"
    ),
    "SOME": r"[^.;]{0,40}\b",
    "WIDE": (
        r"(?:wide|large|big|deep|huge|major|significant|serious|substantial|fundamental|considerable|sharp|profound|yawning|vast|key|"
        r"unbridgeable|important|stark|enormous)"
    ),
    "SIGNS": r"(?:signs?|signals?|hints?|grounds?|reasons?|room|basis|scope|appetite|prospects?|evidence|willingness|readiness|cause)",
    "WILL": r"(?:compromise|concessions?|optimism|hope|flexibility|give and take|manoeuvre|maneuver|a thaw|rapprochement|bend|move)",
    "ENDED": r"(?:end|broke|break|clos|conclud|adjourn|finish|dispers|part|wound|wrapp)\w*(?: up)?",
    "SHOWED": r"(?:profess|sound|struck|strik|voic|express|adopt|gave|give|show|display|radiat|exud)\w*",
    "SITTING": r"(?:talks|meeting|session|day|exchanges?|discussions?|conversations?|round|dialogue|negotiations|contacts|encounter)",
    "SOON": r"(?:as (?:early|soon) as|within|before|by|in the (?:coming|next)|soon|this|next|tomorrow|today|tonight|shortly|any)",
    "DONE": r"(?:be (?:reached|found|struck|done|signed|agreed)|possible|within|feasible|achievable|coming|come|near|close)",
    "CALLED": r"(?:call|describ|brand|label|dub|dismiss|slam|denounc|criticis|criticiz|mock|deride)\w*",
    "OF_IT": (
        r"(?:it|them|this|that|(?:the |these |this |their )?(?:\w+ )?(?:talks|negotiations|process|round|outcome|result|session|"
        r"meeting|deal|offer|day|exchange|discussions|dialogue|summit|encounter))"
    ),
    "SCORN": (
        r"(?:disgrace|farce|charade|sham|failure|disaster|waste|joke|circus|theat(?:re|er)|shambles|fiasco|ritual|mockery|trap|"
        r"pantomime|comedy|insult|dead|useless|pointless|disappointment|setback|stalemate)"
    ),
    "PRAISE": (
        r"(?:real|good|positive|useful|constructive|steady|encouraging|productive|friendly|cordial|polite|walking|hopeful|promising|"
        r"alive|optimistic|breathing|moving|calm|worthwhile|helpful|civil|substantive)"
    ),
    "BLAME": (
        r"(?:slow|glacial|difficult|tough|hard|frank|painful|tense|limited|modest|small|fragile|sick|weak|incomplete|insufficient|"
        r"inconclusive|heated|bruised|narrow|wounded|stormy|patchy|not enough|thin|uneven|battered|cautious)"
    ),
    "TALKS": r"(?:the )?(?:talks|negotiations|process|round|dialogue|mediation|effort|truce|deal|agreement|accord|summit)",
}
_SUBJECT = (
    r"(?:talks?|negotiations?|negotiators|discussions?|process|rounds?|mediation|dialogue|bargaining|efforts?|diplomacy|sessions?|"
    r"meetings?|conference|summit|exchanges?|contacts|encounters?|conversations?|day|visit|<DEAL>|merger|"
    r"they|things|it|that|this|we|sides|parties|them)\b[^.;:?!“”\"]{0,45}?\b"
)


def _any_of(free: str, of_talks: str = "") -> re.Pattern[str]:
    """All begin with a word: the many rules are not tried amid words. What is only said of talks needs such a subject before it.

    They are for small letters: told to overlook capitals, the library would no longer pass over a rule by its first letter.
    """
    joined = "|".join(_rules(free))
    if of_talks:
        joined += f'|{_SUBJECT}[“"‘]?(?:{"|".join(_rules(of_talks))})'
    for name, pattern in _SHORT.items():
        joined = joined.replace(f"<{name}>", pattern)
    return re.compile(rf"(?=\b\w)(?:{joined})")


def _rules(lines: str) -> list[str]:
    """One rule a line; what stands further in goes on with the rule above."""
    whole = lines.replace("\n        ", "")
    return [rf"(?:{rule.strip()})(?!\w)" for rule in whole.strip().splitlines() if rule.strip()]


TONES: tuple[tuple[Tone, re.Pattern[str]], ...] = (
    (Tone.MIXED, _any_of(balance.MIXED, balance.MIXED_OF_TALKS)),
    (Tone.GLOOMY, _any_of(gloom.FREE, gloom.OF_TALKS)),
    (Tone.CRITICAL, _any_of(balance.CRITICAL)),
    (Tone.HOPEFUL, _any_of(hope.FREE, hope.OF_TALKS)),
)
"""Each tone with its words in small letters; the order matters: a negated hope is gloom, and what is both is neither alone."""

TOLD_GLOOM: re.Pattern[str] = _any_of(gloom.TOLD)
"""Bad ends of talks: judged so where somebody says it, an event where the outlet tells it."""
