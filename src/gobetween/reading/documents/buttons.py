"""Lines by which a page is used, not read: its buttons, counters and players, its offers to readers and its pointers to more."""

from __future__ import annotations

import re

_LONGEST = 260  # characters
_NEWS = r"(?:stor(?:y|ies)|articles?|news|posts?|topics?|headlines|content|links?|coverage|videos?|reads?|reading|items?)"
_BUTTON = re.compile(
    r"(?:share (?:the )?full \w+|read (?:it )?in (?:the )?app|open in (?:the )?app|skip (?:this )?(?:ad(?:vertisement)?"
    r"|promotion|video)"
    r"|advertis(?:ing|e)(?: with us)?|copy (?:the )?link to (?:the )?clipboard|(?:reuse|republish|license|gift"
    r"|cite) this (?:content|article|story)"
    r"|(?:order )?reprints|resize text|(?:(?:normal|larger?|very large|small(?:er)?|medium) ?text ?size)+|(?:hide"
    r"|show) (?:results|description)"
    r"|(?:play|watch|pause|mute|unmute|full ?screen)(?: (?:the )?video)?(?: \d{1,2}:\d\d)?|watch (?:live|now|again|on .{2,20})"
    r"|now playing"
    r"|video (?:player|content|ad feedback|duration.{0,20}|unavailable)|ad feedback|audio by \w+|(?:this is )?ai[- ]generated audio"
    r"|(?:this is )?an? ai[- ]generated (?:voice|audio|summary).{0,60}|have your say|(?:manage|update) (?:your )?(?:preferences"
    r"|consent|cookies)"
    r"|report (?:a|an|this) (?:typo|error|mistake|ad|comment)|spotted (?:a|an) (?:mistake|error|typo)\?.{0,60}|(?:return|back"
    r"|go) to (?:the )?"
    r"(?:home ?page|top|section|results|article|news)|notifications?|allow notifications|google news"
    r"|add (?:us )?as (?:a )?preferred source.{0,30}"
    r"|(?:whatsapp|telegram|youtube|news) channel|join (?:us|our) .{2,40}|(?:leave|post|submit) (?:a|your) (?:comment|reply|rating)"
    r"|be the first to know|buy (?:now|tickets)|quick links|(?:sign|log) in to your account|list (?:of )?\d+ (?:items|of \d+)"
    r"|end of list"
    r"|story highlights|key (?:points|takeaways|facts)|at a glance|table of contents|in this (?:story|article|section)"
    r"|paid (?:post|content|program)"
    r"|(?:previous|prev|next|newer|older)\W+(?:previous|prev|next|newer|older)|(?:[«‹<]+ )?(?:previous|prev|next)(?: (?:post"
    r"|article|story|page))?"
    r"(?: [»›>]+)?|enlarge|expand|collapse|zoom(?: in| out)?|see (?:less|more)|(?:open|close) (?:menu|search|panel)"
    r"|site (?:index|map|search)"
    r"|javascript (?:is|must be).{0,80}|please (?:enable|turn on) (?:javascript|cookies).{0,100}|error!? there was an error.{0,80}"
    r"|(?:something|sorry,? something) went wrong.{0,60}|breaking|just in|[ix]|[×✕✖☰⋮…•]+|(?:[-–—*_=~] ?){3,})[.:!]?",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"\d{1,3}(?:,\d{3})?|\d+(?:\.\d+)?[km]?(?: (?:shares?|views?|likes?|reactions?|comments?|replies|followers|votes"
    r"|min(?:ute)?s?|sec(?:ond)?s?"
    r"|hours?))(?: (?:read|listen|watch))?|\d{1,2}:\d\d ?/ ?\d{1,2}:\d\d|(?:last |first )?(?:updated|published|posted"
    r"|modified):? (?:about )?"
    r"(?:an?|\d+) (?:s|m|h|d|sec|min|hr|second|minute|hour|day|week|month|year)s? ago\.?",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"(?:receive|get|take|enjoy|unlock|start|try|stay|never miss|be the first|don['’]t miss|sign up|subscribe|register|download"
    r"|become|join|want|want to"
    r"|unlimited|want more|support|claim|choose|select|make|keep up|catch up|for (?:more|the latest)|you have|you['’]ve"
    r"|this (?:article|story|content) is)"
    r"\b[^“”\"]{0,220}\b(?:newsletters?|in-?box|e-?mails?|apps?|alerts?|subscrib(?:e|ers?|ing)|subscriptions?|members?(?:hip)?"
    r"|unlimited|free trial"
    r"|free articles?|continue reading|journalism|news (?:everywhere|every|straight)|(?:latest|top|breaking) (?:news|stories"
    r"|headlines)|briefings?"
    r"|(?:twitter|facebook|telegram|instagram|whatsapp|youtube|tiktok|linkedin))\b[^“”\"]{0,160}",
    re.IGNORECASE,
)
_WRITE_TO = re.compile(
    r"(?-i:[A-Z][\w.'’-]+ [A-Z][\w.'’-]+)(?: in \w+)? at [\w.+-]+@[\w-]+\.[\w.]+(?:, .{2,60})?|(?:contact|write to|e-?mail"
    r"|reach|tips?|send)\b.{0,80}[\w.+-]+@[\w-]+\.[\w.]+.{0,30}",
    re.IGNORECASE,
)
_IN_PRINT = re.compile(
    r"\W*with assistance (?:from|by) .{2,120}|.{0,200}\bcontributed to this (?:report|story|article)\.?|more stories like this\b.{0,60}"
    r"|to contact the (?:reporter|editor|author)s?\b.{0,80}|\W*i (?:understand and )?(?:agree|accept|consent) (?:that"
    r"|to)\b.{0,200}\b(?:policy|terms)\b.{0,40}|"
    r"(?:a version of )?this (?:article|story|report) (?:appears|appeared|was published|ran"
    r"|first appeared)\b.{0,40}\b(?:in print|print edition|edition"
    r"|newspaper|magazine)\b.{0,200}|.{0,40}\bnot responsible for (?:the )?content of (?:external|other)\b.{0,80}"
    r"|order reprints\b.{0,60}|.{0,80}\bmay not be (?:published|reproduced|copied)\b.{0,120}",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"(?:more|related|other|similar|popular|recommended|trending|suggested|featured|latest|top|recent|sponsored|promoted"
    rf"|explore|discover|next|up)"
    rf"(?: (?:on|in|from|like|to|of|the|this|these|our|for|you|more|next|{_NEWS}|(?-i:[A-Z][\w’'-]+))){{1,5}}\s*:?"
    rf"|must[- ]?(?:read|watch|see)s?"
    r"|(?:read|watch|see|up|what['’]?s) next|(?:people|others|readers)(?: are)? (?:also )?(?:reading|read|liked)[.…:]*"
    r"|what others are reading[:.…]*|don['’]?t miss(?: (?:it|this))?|trending(?: (?:now|stories|news))?|you may have missed[:.…]*",
    re.IGNORECASE,
)
_POINTER = re.compile(
    rf"(?:(?:read|see|watch|listen)(?: (?:more|also|next|here|now))?|also (?:read|see|watch|on .{{2,20}})|must (?:read|watch)"
    rf"|don['’]?t miss"
    rf"|related(?: {_NEWS})?|more|explained|explainer|recommended|explore|discover|interactive|quiz|graphics?|podcast"
    rf"|fact[- ]check|in (?:pictures|photos|video)|photos?|video|gallery)(?: ?[:|»→>]+ ?| [–—-] )\S.{{0,160}}"
    r"|(?-i:ALSO READ|READ ALSO|READ MORE|SEE ALSO|MUST READ|WATCH LIVE|Also Read|Read Also|Read more|Read More"
    r"|See Also) ?(?-i:[“‘\"'A-Z]).{0,160}",
    re.IGNORECASE,
)
_FROM_AGENCIES = re.compile(r"\((?:(?:[Ww]ith|[Bb]y) )?[A-Z][\w.&-]*(?:,? (?:[A-Z\d][\w.&-]*|and|with|via|/|agencies)){1,9}\)")
_TOLD = re.compile(r"\b(?:said|says|told|tells|warned|added|according to)\b")
_RULES = (
    ("chrome", _BUTTON),
    ("chrome", _COUNTER),
    ("chrome", _OFFER),
    ("link", _WRITE_TO),
    ("notice", _IN_PRINT),
    ("link", _MORE),
    ("link", _POINTER),
    ("sign-off", _FROM_AGENCIES),
)


def kind_of_page_words(text: str) -> str | None:
    """What a line of a page's own is by its words; `None` if it may be part of the report.

    What quotes or tells is never of the page.
    """
    if len(text) > _LONGEST or _TOLD.search(text):
        return None
    return next((kind for kind, rule in _RULES if rule.fullmatch(text)), None)
