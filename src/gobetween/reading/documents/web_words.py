"""Words of web pages that stand in a text as lines: buttons, comment forms, trails, notices, credits of pictures and of agencies."""

from __future__ import annotations

import re

_BUTTONS = (
    "share|save|print|e-?mail|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|flipboard|messenger"
    "|viber|threads|tumblr|copy|url|link|permalink|trackback|tweet|follow|subscribe|bookmark|favou?rites?|listen|comments?|like|play"
    "|download|app|donate|newsletters?|login|register|close|menu|sidebar|search"
)
_BETWEEN_BUTTONS = (
    "this|on|to|via|with|a|an|the|by|our|us|in|for|single|add|get|short|left|right|now|new|window|opens|article|story|page|post"
)
_BUTTON_LINE = re.compile(
    rf"(?:click to |\W)*(?=(?:\w+\W+){{0,3}}(?:{_BUTTONS})\b)(?:(?:{_BUTTONS}|{_BETWEEN_BUTTONS})(?:\W+|$)){{1,12}}", re.IGNORECASE
)
_NOT_BUTTONS = re.compile(r".*\b(?:by|for|with) (?:a|an|the)\b|.*[.,;]$", re.IGNORECASE)
_COMMENTING = re.compile(
    r"(?:please )?enter your (?:comment|name|e-?mail).{0,30}|(?:leave|post|add|write|view|show|see|hide|load|read|be the first to)"
    r"(?: (?:a|an|all|your|more|the))* (?:comments?|reply|replies)\b.{0,24}|comments? (?:are closed|are off|off)\.?"
    r"|comments? ?\(\d+\)|(?:no|loading) (?:comments?|responses)(?: yet)?[:.…]*|inline feedbacks?|notify (?:of|me of .{1,40})"
    r"|your e-?mail address will not .{1,90}|save my name.{1,90}|required fields .{1,40}|have something to say\b.{0,40}"
    r"|cancel reply|like this:?(?: like)?(?: loading\W*)?",
    re.IGNORECASE,
)
_READING_ON = re.compile(
    r"(?:more|others?) (?:from|in|on) (?:this|the) (?:section|story|topic|author|category)|off the wire|in this (?:article|story)"
    r"|recommended for you|spread the love|media playback is .{5,60}|(?:single page|\W*text|continued)\W*|you (?:might"
    r"|may) (?:also )?(?:like|be interested in)\b.{0,20}|what to read next|what you need to know"
    r"|(?:previous|next|older|newer) (?:article|post|story|page|posts|stories)|accessibility links|source link|select (?:city"
    r"|edition|language)"
    r"|(?:story|article|content) continues (?:below|after)\b.{0,40}|(?:text|font) ?size\b.{0,24}|.{0,60}\badjust font size\W*"
    r"|enlarge (?:this )?image|(?:toggle|hide|show) caption|play \w+ video|stay (?:up to date|on top of|informed|connected)\b.{0,80}"
    r"|get our (?:daily|weekly|free|morning)\b.{0,60}|support (?:independent|quality|our) journalism\b.{0,60}"
    r"|contact the (?:author|editor).{0,30}"
    r"|(?:try|visit) .{2,30}: .{0,20}\boffers?\b.{0,60}|read the original (?:article|story)\b.{0,30}"
    r"|\W*\d{0,3} ?p[xt]\W*|(?:page )?views?\s*:\s*[\d,.]+k?|(?:reading|read) time\s*:?\s*\d+ .{0,20}",
    re.IGNORECASE,
)
_TRAIL = re.compile(
    r"(?:you are here\W+)?(?:home|news|world|front page)(?:\s*[>/»›|]\s*[\w&' -]{2,30}){1,5}|you are here\W+\w+", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:[Kk]eywords?|[Cc]ategor(?:y|ies)|[Pp]osted in|[Pp]ublished in|[Pp]osted [Ii]n|[Pp]ublisher|[Aa]uthor|[Ww]ritten [Bb]y"
    r"|[Tt]ags?)"
    r"\s*:(?:\s*[\w.&'’-]+(?:,? [\w.&'’-]+){0,6})?|#\w+(?:\s+#\w+){0,12}"
    r"|(?:[Ss]ource|[Ll]ocation|SOURCE)\s*:\s*[A-Z][\w.&'’-]*(?:,? [A-Z][\w.&'’-]*){0,4}"
)
_ABOUT_THE_TEXT = re.compile(
    r"\W*(?:(?:except for the headline, )?this (?:story|article|copy|news item) (?:has|was|is)\b"
    r".{0,40}\b(?:edited|auto-generated|syndicated|translated|sourced|originally|first published)\b.{0,140}"
    r"|this (?:story|article) (?:originally|first) (?:appeared|published|ran)\b.{0,140}|with (?:additional )?"
    r"(?:inputs?|reporting|agency inputs?|input|files)(?: from .{2,60}| by .{2,60})?|disclaimer\s*:.{0,300}"
    r"|provided by \w+(?: \w+){0,2}"
    r"|(?:editor['’]?s|publisher['’]?s) note\s*:.{0,200}|(?:this is a )?developing story\b.{0,80}|developing|(?:more"
    r"|details) (?:details )?to follow"
    r"|(?:the )?(?:views|opinions) expressed (?:in this|here|above|are those|are the|are solely)\b.{0,160}"
    r"|(?:re-?)?printed with permission\b.{0,60})\W*",
    re.IGNORECASE,
)
_STAMP_AMID = re.compile(
    r"(?:[\w.&]+(?: [\w.&]+){0,2} ?)?\|? ?(?:(?:last|first) )?(?:updated?|modified|published|posted|created) ?: ?(?:\w+,? )?"
    r"\d{1,4}[ /.-]?(?:\w+,? ?)[ /.-]?\d{2,4}\b.{0,70}"
    r"|(?:[\w.&]+(?: [\w.&]+){0,2} ?)?\|? ?(?:(?:last|first) )?(?:updated?|modified|published|posted|created) ?: ?(?:\w+,? )?"
    r"[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\b.{0,70}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4} ?/ ?.{4,40}|[A-Z][a-z]{2} \d{1,2}, \d{4} ?[-–] ?[A-Z][a-z]+day",
    re.IGNORECASE,
)
_DATELINE_ALONE = re.compile(
    r"(?=.*(?:, |[:—–-]$))[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,? (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}(?:,? \d{4})?\s*[:—–-]?"
)
_AGENCY_LINE = re.compile(
    r"\W*(?:(?:the )?associated press|agence france[- ]presse|press trust of india|reuters staff|afp|xinhua|reuters|ap|ians|pti"
    r"|ani|upi|"
    r"(?:web|news|online|staff|foreign|international|digital) (?:desk|reporters?|writers?|correspondents?)|enditem|endit|ends"
    r"|item)\W*",
    re.IGNORECASE,
)
_NAME_AND_DESK = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){1,2}(?: ?\| ?|, )"
    r"(?:(?:Staff|Senior|Chief|Special|Political|Diplomatic) (?:Writer|Reporter|Correspondent|Editor)"
    r"|Reuters|AFP|AP|Xinhua|BBC News|CNN|Associated Press|Al Jazeera)"
)
_SIDES_OF_PICTURE = re.compile(r"\((?:L|R|C|left|right|center|centre|2nd (?:L|R)|front|back)\)")
_PICTURED = re.compile(
    r"\W*(?:representat(?:ive|ional) (?:image|photo|picture)|(?:file|courtesy|handout) (?:photo|picture|image)"
    r"|photo courtesy of .{2,40}"
    r"|(?:photo|image|picture|video)s?/.{2,30})\W*|(?:image|media|video|photo) ?(?:caption|source|credit|copyright)s?(?:\b"
    r"|(?-i:(?=[A-Z])))[:,]?.{0,200}"
    r"|(?:image|photo|picture) (?:source|credit)s?\s*:.{0,60}",
    re.IGNORECASE,
)
_BRACKETED_CREDIT = re.compile(
    r"(?:\[(?:File: ?)?[A-Z][\w .'’-]{1,40}/[A-Z][\w /.'’-]{1,60}\]"
    r"|\([A-Z][\w .'’-]{1,40}/[A-Z][\w /.'’-]{1,40} via [A-Z]\w+\)(?: \([A-Z]+\))?"
    r"|\b[Ff]ile (?:photo|picture|image) ?: ?[A-Z][\w .'’/-]{2,40})$"
)
_QUOTES = frozenset("“\"”‘'«„")
_TOLD = re.compile(r"[“\"”]|\b(?:said|says|told|according)\b")
_LONGEST_CAPTION = 60  # words
_RULES = (
    ("chrome", _COMMENTING),
    ("chrome", _READING_ON),
    ("chrome", _TRAIL),
    ("date stamp", _STAMP_AMID),
    ("notice", _ABOUT_THE_TEXT),
    ("sign-off", _AGENCY_LINE),
    ("byline", _NAME_AND_DESK),
    ("dateline", _DATELINE_ALONE),
    ("caption", _PICTURED),
)


def kind_of_web_words(text: str) -> str | None:
    """What kind of furniture a line of a web page is by its words; `None` if it may be part of the report. Linear."""
    if text[:1] in _QUOTES:
        return None
    for kind, rule in _RULES:
        if rule.fullmatch(text):
            return kind
    if len(text.split()) <= 12 and (_BUTTON_LINE.fullmatch(text) and not _NOT_BUTTONS.match(text)):
        return "chrome"
    if _LABEL.fullmatch(text):
        return "link"
    return "caption" if is_credited(text) else None


def is_credited(text: str) -> bool:
    """Whether a paragraph ends in a picture's credit in brackets, or tells who stands left and right, and quotes nobody."""
    if len(text.split()) > _LONGEST_CAPTION:
        return False
    return bool(_BRACKETED_CREDIT.search(text[-130:])) or bool(_SIDES_OF_PICTURE.search(text) and not _TOLD.search(text))
