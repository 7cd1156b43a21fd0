"""What an event is about, by the words that tell it: the rule that fits earliest in them names the code."""

from __future__ import annotations

import re
from collections.abc import Sequence

Rules = Sequence[tuple[re.Pattern[str], str]]


def _rules(*given: tuple[str, str]) -> Rules:
    return tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), code) for pattern, code in given)


_LEAVING = r"withdraw\w*|pull(?:ing|s|ed)?[ -]?(?:out|back)|pull-?out|evacuat\w+(?! plan)|redeploy\w*|vacat\w+|de-?escalat\w+|disarm\w*"
_CAPTIVES = r"(?:\w+ ){0,2}(?:hostages?|captives?|prisoners?|detainees?)"
_FREEING = rf"releas\w+|free(?:s|d|ing)?|(?:return|exchange) of {_CAPTIVES}|swap"
_BARRIERS = r"(?:sanctions?|embargo|boycott|blockade|tariffs?)"
_EASED = rf"{_BARRIERS} (?:be |is |are )?(?:lifted|eased)"
_EASING = rf"lift(?:s|ed|ing)? (?:\w+ )?{_BARRIERS}|{_EASED}|sanctions relief|(?:easing|end|lifting) of (?:the )?{_BARRIERS}"
_AIDING = r"humanitarian|aid|relief|assistance"
_MEDIATING = r"mediat\w+|good offices|go-between|broker\w*"
_MEETING = r"talks?|negotiat\w+|meet(?:ing|ings|s)?|dialogue|discussions?|table|round|summit"
_SETTLING = (
    r"cease-?fire|truce|(?:humanitarian )?pause|peace|end (?:to |of )?the (?:war|fighting|strike|dispute|conflict)|settle\w*|armistice"
)
_TEXT = r"proposal|plan|deal|offer|draft|text|terms|agreement|accord|resolution|outline|framework|bid|package"
_LETTING_IN = r"monitors?|observers?|inspect\w+|peacekeep\w+|international (?:force|presence|mission)"
_TALKS = r"(?:the |these |all )?(?:talks|negotiations|round|table)"
_WORKERS = r"(?:workers?|unions?|drivers?|nurses?|teachers?|pilots?|staff|miners?|dockers?)"
_TROOPS = r"(?:troops?|forces?|army|soldiers?|tanks?)"
_STRIKE = (
    r"a (?:(?:general|national|nation-?wide|coast-?wide|potential|new|indefinite|open-ended|\w+-(?:day|hour|week)) ){0,2}strike\b"
    r"|\bstrike (?:on|from|beginning|starting)"
)
_LEADING = r"resign\w*|step(?:ping)? down|new (?:government|leadership|chairman|board)|oust\w*"

DEMANDS = _rules(
    (_MEDIATING, "108"), (_FREEING, "1053"), (_LEAVING, "1056"), (_EASING, "1054"), (_LETTING_IN, "1055"), (_LEADING, "1041"),
    (_SETTLING, "107"), (_AIDING, "1033"), (_MEETING, "106"),
)  # fmt: skip
OFFERS = _rules(
    (_MEDIATING, "039"), (_FREEING, "0353"), (_LEAVING, "0356"), (_EASING, "0354"), (_LETTING_IN, "0355"), (_AIDING, "033"),
    (_SETTLING, "037"), (_TEXT, "037"), (_MEETING, "036"),
)  # fmt: skip
ACCEPTANCES = _rules(
    (_MEDIATING, "038"), (_FREEING, "0353"), (_LEAVING, "0356"), (_EASING, "0354"), (_LETTING_IN, "0355"),
    (_SETTLING, "037"), (_TEXT, "037"), (_MEETING, "036"),
)  # fmt: skip
REJECTIONS = _rules(
    (rf"(?:pull(?:s|ed|ing)? out of|withdr[ae]w\w* from|walk(?:s|ed|ing)? (?:out of|away from)|quit\w*|abandon\w*) {_TALKS}", "164"),
    (r"veto\w*", "129"), (_MEDIATING, "126"), (_FREEING, "1243"), (_LEAVING, "1246"), (_EASING, "1244"),
    (rf"(?:{_TEXT}|{_SETTLING})", "127"), (_MEETING, "125"), (_AIDING, "1223"),
)  # fmt: skip
THREATS = _rules(
    (r"(?:not|no longer|stop|stopping|withdraw|end) (?:\w+ )?support\w*", "1313"),
    (rf"strikes? by|walk-?outs?|picket\w*|industrial action|protests?|to strike|{_STRIKE}", "133"),
    (r"invad\w+|invasion|attacks?|offensive|operation|bomb\w*|war|force|assault|troops|storm\w*|military", "138"),
    (r"sanctions?|embargo|boycott|tariffs?", "1312"),
    (rf"(?:leave|quit|end|suspend|halt|break off|abandon|walk out of|withdraw from) {_TALKS}", "134"),
    (r"cut (?:off )?(?:\w+ )?(?:aid|funding|funds|support)|withhold\w*", "1311"),
    (r"(?:break|cut|sever|downgrade)\w* (?:off )?(?:\w+ )?(?:ties|relations)|recall\w*", "1313"),
    (r"ultimatum|deadline|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|within \w+ (?:hours|days)", "139"),
)
ACTS = _rules(
    (r"veto(?:ed|es|ing)?", "129"),
    (r"violat\w+ (?:the |a )?(?:cease-?fire|truce|armistice)", "196"),
    (rf"{_WORKERS} .{{0,60}}(?:struck|strike|walk\w* out|picket\w*)|walked off the job|downed tools|picket(?:ed|ing|s)?", "143"),
    (r"boycott(?:ed|ing|s)?|(?:went|been|is|are|were) on strike", "143"),
    (r"march(?:ed|ing)|rall(?:ied|ying)|demonstrat\w+", "141"),
    (rf"(?:suspend|halt|break|broke|adjourn|abandon|walk|quit)\w* (?:off |out of )?{_TALKS}", "164"),
    (rf"deploy\w*|mobili[sz]\w+|amass\w*|massed|{_TROOPS} .{{0,30}}advanc\w+|advanc\w+ .{{0,30}}{_TROOPS}", "154"),
    (r"air ?strikes?|warplanes?|jets?|drones?|bomb(?:ed|ing|ard\w*)|missiles?|rockets?", "195"),
    (r"shell(?:ed|ing)|artillery|tanks?", "194"),
    (r"assassinat\w+", "186"),
    (r"abduct\w*|kidnap\w*|took .{0,30}hostages?", "181"),
    (r"arrest\w*|detain\w*", "173"),
    (r"releas(?:ed|es|ing)|freed|freeing|handed over .{0,40}(?:hostage|prisoner|captive|detainee)s?", "0841"),
    (r"(?:lifted|eased|lifting|easing) .{0,40}(?:sanctions|embargo|tariffs?|boycott)", "085"),
    (r"(?:lifted|eased|reopen(?:ed|ing)?) .{0,40}(?:blockade|crossing|border|port|road)", "0872"),
    (rf"(?:withdr[ae]w\w*|pulled (?:out|back)|evacuat\w+) .{{0,40}}{_TROOPS}", "0874"),
    (rf"{_TROOPS} .{{0,30}}(?:withdr[ae]w\w*|pulled (?:out|back)|left)", "0874"),
    (r"recall(?:ed|ing) .{0,30}ambassador|sever(?:ed|ing) .{0,30}(?:ties|relations)", "161"),
    (r"(?:imposed|imposing|slapped) .{0,60}(?:sanctions?|embargo|tariffs?)|sanctioned", "163"),
    (r"(?:suspended|cut|froze|frozen|withheld) .{0,40}(?:aid|funding|funds|assistance)", "162"),
    (r"expel(?:led|ling)", "166"),
    (r"captur\w+|occup(?:ied|ying)|seiz\w+ .{0,40}(?:crossing|territory|town|village|city|corridor|border|hill|post)", "192"),
    (r"seiz\w+|confiscat\w+", "171"),
    (r"demolish\w*|destroy\w*|torched", "1712"),
    (r"clos(?:ed|ing)|shut(?:ting)?|block(?:ed|ing|ad\w+)|besieg\w+|sealed off", "191"),
    (r"attack\w*|incursion|raid\w*|storm\w*|invad\w+|ambush\w*|killed|fired|opened fire|struck|launched", "190"),
)  # fmt: skip
TELEPHONING = re.compile(r"\b(?:phone\w*|telephone\w*|called|a call|calls? (?:with|to)|video call)\b", re.IGNORECASE)
BREAKING_OFF = re.compile(
    rf"\b(?:(?:suspend|halt|abandon)\w*|(?:broke|broken|breaking|break|called) off|walk(?:ed)? out of) {_TALKS}\b"
    r"|\b(?:talks|negotiations|round) .{0,30}\b(?:suspended|halted|broken off|called off|collapsed|broke down)\b",
    re.IGNORECASE,
)
LEAVING_A_PLACE = re.compile(
    r"\b(?:left|leav(?:es|ing)|departed|departs|flew (?:out|home|back)|returned home|on (?:its|his|her|their) way home)\b"
)
STRIKING = re.compile(
    r"\b(?:support|back|approv|authori[sz]|endors|vot|favou?r)\w* .{0,40}\b(?:strike|walk-?out|stoppage|industrial action)\b",
    re.IGNORECASE,
)
FIGHTING = re.compile(
    r"\b(?:ready|prepared|willing|determined) to "
    r"(?:fight|strike|walk (?:out|away)|attack|escalate|resume (?:the )?(?:war|fighting|strike))\b",
    re.IGNORECASE,
)
UNWILLING = re.compile(
    r"(?:\b(?:not|never|no longer)|n['’]t) (?:want|wish|intend|plan|willing|ready|prepared)\b|\b(?:un|not )willing\b", re.IGNORECASE
)
MEDIATED = re.compile(
    r"\b(?:mediat(?:ed|es|ing|ion)|good offices|go-between|broker(?:s|ed|ing)|indirect|shuttle|proximity)\b", re.IGNORECASE
)
BARGAINING = re.compile(r"\b(?:negotiat\w+|talks|bargain\w+|round)\b", re.IGNORECASE)


def code_by(rules: Rules, words: str, *, otherwise: str) -> str:
    """The CAMEO code of the rule that fits earliest in the words; of those that fit at one place, of the first rule."""
    found = [(match.start(), place, code) for place, (pattern, code) in enumerate(rules) if (match := pattern.search(words))]
    return min(found)[2] if found else otherwise
