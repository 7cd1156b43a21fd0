"""Words of web pages that stand in a text as lines: buttons, comment forms, trails, notices, credits of pictures and of agencies."""

from __future__ import annotations

import re

from gobetween.reading.word_lists import words

_BUTTONS = (
    "share|save|print|e-?mail|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|instagram|youtube|flipboard|messenger"
    "|viber|threads|tumblr|copy|url|link|permalink|trackback|tweet|follow|subscribe|bookmark|favou?rites?|listen|comments?|like|play"
    "|download|app|donate|newsletters?|login|register|close|menu|sidebar|search"
)
_BETWEEN_BUTTONS = (
    "this|on|to|via|with|a|an|the|by|our|us|in|for|single|add|get|short|left|right|now|new|window|opens|article|story|page|post"
)
WITHIN_LINES = re.compile(
    r"(?<=[.!?”\"’)…]) (?:[-–] ?)?(?:ADVERTISEMENT|Advertisement|(?:Story|Article|Content) continues (?:below|after)"
    r"(?: (?:this )?(?:advertisement|ad|promotion))?|Scroll (?:down )?to continue(?: reading)?"
    r"|(?:Share this:? )?(?:Click to share on \w+(?: \(Opens in new window\))?(?: [A-Z]\w+)? ?)+"
    r"(?:Like this:? )?(?:Like )?(?:Loading\.\.\.)?)"
    r"(?: [-–])?(?= [A-Z“\"]|$)"
)
"""What stands between the sentences of a line into which a page was run together."""
_BUTTON_LINE = re.compile(
    rf"(?:click to |\W)*(?=(?:\w+\W+){{0,3}}(?:{_BUTTONS})\b)(?:(?:{_BUTTONS}|{_BETWEEN_BUTTONS})(?:\W+|$)){{1,12}}", re.IGNORECASE
)
_NOT_BUTTONS = re.compile(r".*\b(?:by|for|with) (?:a|an|the)\b|.*[.,;]$", re.IGNORECASE)
_COMMENTING = re.compile(
    r"(?:please )?enter your (?:comment|name|e-?mail).{0,30}|(?:leave|post|add|write|view|show|see|hide|load|read|be the first to)"
    r"(?: (?:a|an|all|your|more|the))* (?:comments?|reply|replies)\b.{0,24}|comments? (?:are closed|are off|off)\.?"
    r"|comments? ?\(\d+\)|(?:no|loading) (?:comments?|responses)(?: yet)?[:.…]*|inline feedbacks?|notify (?:of|me of .{1,40})"
    r"|your e-?mail address will not .{1,90}|save my name.{1,90}|required fields .{1,40}|have something to say\b.{0,40}"
    r"|(?:sorry,? )?(?:we are|this \w+ is) (?:not|no longer) (?:currently )?(?:accepting|open (?:to|for)) comments?\b.{0,40}"
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
_SIGNING_UP = re.compile(
    r"this site uses akismet\b.{0,140}|we(?: wi|['’])ll (?:use your|send you|never (?:share|sell)|get back)\b.{0,240}"
    r"|(?:please )?(?:see|read|review) our (?:privacy|cookie|terms)\b.{0,160}|(?:learn|find out) (?:more about )?how your .{0,60}"
    r"|by (?:signing up|subscribing|clicking|submitting|registering|continuing|using)\b.{0,60}\byou (?:agree|accept|consent|confirm"
    r"|acknowledge)"
    r"\b.{0,240}|you (?:can|may) (?:unsubscribe|opt out|update your preferences)\b.{0,140}"
    r"|thank(?:s| you) for (?:subscribing|signing up|registering|reading|your (?:subscription|registration|interest"
    r"|feedback))\b.{0,140}"
    r"|(?:please )?(?:enter|check|confirm) (?:a valid|your) (?:e-?mail|inbox)\b.{0,80}|(?:invalid|valid) e-?mail\b.{0,60}"
    r"|(?:all )?fields? (?:marked|is required|are required)\b.{0,60}|your (?:browser|subscription|account|download) (?:does|has|is"
    r"|will|cannot)\b.{0,120}"
    r"|(?:don['’]t have|create|sign in to) an? (?:free )?account\b.{0,60}|forgot (?:your )?(?:details|password|username)\b.{0,40}"
    r"|remember me|we['’]re not around right now\b.{0,160}|(?:want|need) (?:more|to read more)\b.{0,30}\b(?:subscribe|sign up"
    r"|inbox)\b.{0,80}"
    r"|(?:the )?(?:latest|best|top|daily) (?:news|stories|headlines)\b.{0,40}\b(?:inbox|e-?mail)\b.{0,60}"
    r"|(?:a )?(?:free )?(?:daily|weekly|morning|evening) newsletter\b.{0,120}|copy and paste this .{0,80}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:story|article|news|page|post|document) ?(?:code|id|no\.?|number)\s*[:#]\s*[\w/-]{2,24}"
    r"|(?:short(?:ened)? ?(?:url|link)|permalink)\s*:?\s*\S{0,120}|word count\s*:\s*[\d,]+",
    re.IGNORECASE,
)
_ADVERTISED = re.compile(
    r"[\W_]*(?:advert(?:isement|isment|orial)?s?|ads?|sponsored(?: content| links?| by .{2,30})?|promoted(?: content)?"
    r"|paid content)[\W_]*"
    r"(?:(?:scroll|continue|story|article|skip|remove|report|close|keep)\b.{0,60})?|\[/?ad_\d+\]|ads by \w+"
    r"|(?:scroll|swipe) (?:down )?(?:to|for)\b.{0,60}|\[/?(?:caption|embed|gallery|video|audio|vc_|et_)[^\]]{0,160}\]"
    r"|(?:get|buy|win|grab|claim|order|shop)\b[^.?]{0,50}(?:\b(?:free|now|today|instant|loan|discount|tickets?|prize)\b"
    r"|\d ?%)[^.?]{0,30}!",
    re.IGNORECASE,
)
_ON_ANOTHER_PAGE = re.compile(
    r"\W*(?:original article|(?:read|view|see) (?:the )?(?:full|original|entire) (?:story|article|report|text|version))\b[:.]?.{0,140}"
    r"|\W*(?:click|tap) (?:here|below|on the link)\b.{0,100}|\W*(?:to )?(?:continue|keep) reading\b.{0,100}"
    r"|\W*read more (?:on|from|at|here|about|in)\b.{0,100}|more (?:from|about|by) [^.]{2,60}|follow .{2,50} (?:for"
    r"|on)\b.{0,30}\b(?:updates|news)\b.{0,30}"
    r"|(?:[a-z]+ )?markets? (?:opens?|closes?) in \d.{0,30}|call us|quick search|relevant topics?|topics?"
    r"|(?-i:Search(?: [A-Z]\w+){1,2})|\d\. skip to .{2,30}|(?:view|see) (?:all|gallery"
    r"|slideshow)\b.{0,30}"
    r"|(?:photo|image|slide|picture)s? \d+ (?:of|/) \d+|\d+ ?/ ?\d+|click to (?:enlarge|expand|play|view)\b.{0,30}"
    r"|[(\[]?(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|co\.[a-z]{2}|com\.[a-z]{2})(?:/\S*)?[)\]]?",
    re.IGNORECASE,
)
_NAMED_SOURCE = re.compile(r"(?:Sources?|SOURCE|Via|Courtesy)\s*:\s*(?=\S)[^“\"”!?]{2,150}")
_SOURCE_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b|(?:\d{1,2}[./]\d{1,2}[./]|\b[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?)\d{4}\b")
_HOUR_IN_BRACKETS = re.compile(r"\d{1,2}[:.]\d\d ?[ap]\.?m\.? \([^()]{4,40}\)", re.IGNORECASE)
_ICON = re.compile(r"\b[Ii]con\b")
_FEWEST_ICONS = 3
_MENU_WORDS = words(
    "Home News Sport Sports Business Opinion Politics Lifestyle Entertainment Video Videos Contact About Login Subscribe",
    "Search Menu World Health Tech Technology Culture Weather Podcasts Newsletter Newsletters Photos Features Local",
    "National International Economy Science Travel Careers Advertise Register E-paper ePaper Obituaries Magazine Live",
    "Markets Finance",
)
_FEWEST_MENU_WORDS = 4
_SELF_PRAISE = re.compile(
    r"\b(?:fanatic|enthusiast|ninja|guru|junkie|nerd|geek|aficionado|evangelist|practitioner|maven|buff|trailblazer|lover|introvert"
    r"|creator|fan"
    r"|freelance|expert|specialist|scholar|wannabe|award-winning)\b",
    re.IGNORECASE,
)
_FRAGMENTS = re.compile(r"[“\"]?(?:[^.“”\"]{3,50}\.\s*){3,8}[”\"]?")
_TRAIL = re.compile(
    r"(?:you are here\W+)?(?:home|news|world|front page)(?:\s*[>/»›|]\s*[\w&' -]{2,30}){1,5}|you are here\W+\w+"
    r"|(?-i:Home(?: [A-Z][\w&'-]+){1,5}) .{10,140}(?:\.\.\.|…)",
    re.IGNORECASE,
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
    r"(?:[\w.&]+(?: [\w.&]+){0,2} ?\| ?)?(?:[\w.&]+(?: [\w.&]+){0,2} ?)?\|? ?(?:published"
    r"|updated) [A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\b.{0,40}"
    r"|(?:[\w.&]+(?: [\w.&]+){0,2} ?)?\|? ?(?:(?:last|first) )?(?:updated?|modified|published|posted|created) ?: ?(?:\w+,? )?"
    r"\d{1,4}[ /.-]?(?:\w+,? ?)[ /.-]?\d{2,4}\b.{0,70}"
    r"|(?:[\w.&]+(?: [\w.&]+){0,2} ?)?\|? ?(?:(?:last|first) )?(?:updated?|modified|published|posted|created) ?: ?(?:\w+,? )?"
    r"[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\b.{0,70}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}\b.{0,80}\b\d+ comments?\b.{0,60}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4} ?/ ?.{4,40}|[A-Z][a-z]{2} \d{1,2}, \d{4} ?[-–] ?[A-Z][a-z]+day",
    re.IGNORECASE,
)
_DATELINE_ALONE = re.compile(
    r"(?=.*(?:, |[:—–-]$))[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?,? (?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}(?:,? \d{4})?(?:, [A-Z]\w+)?\s*[:—–-]?"
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
_SIDES_OF_PICTURE = re.compile(r"\((?:[LRClr]|left|right|center|centre|2nd (?:L|R)|front|back)\)")
_PICTURED = re.compile(
    r"(?:reuters|ap|afp|epa|getty|pa|dpa) ?(?:file|photo|image|picture)s?|.{0,90}\b\d{3,4} ?x ?\d{3,4}\b.{0,30}|[\w -]{1,80}\.(?:jpe?g"
    r"|png|gif|webp)|(?-i:\((?:[A-Z][\w.&'’-]+[ /]){1,5}[A-Z][\w.&'’-]+\))"
    r"|\W*(?:representat(?:ive|ional) (?:image|photo|picture)|(?:file|courtesy"
    r"|handout) (?:photo|picture|image)"
    r"|photo courtesy of .{2,40}"
    r"|(?:photo|image|picture|video)s?/.{2,30})\W*|(?:image|media|video|photo) ?(?:caption|source|credit|copyright)s?(?:\b"
    r"|(?-i:(?=[A-Z])))[:,]?.{0,200}"
    r"|(?:image|photo|picture) (?:source|credit)s?\s*:.{0,60}",
    re.IGNORECASE,
)
_BRACKETED_CREDIT = re.compile(
    r"(?:\[(?:File: ?)?[A-Z][\w .'’-]{1,40}/[A-Z][\w /.'’-]{1,60}\]"
    r"|\([A-Z][\w .'’-]{1,40}/[A-Z][\w /.'’-]{1,40} via [A-Z]\w+\)(?: \([A-Z]+\))?"
    r"|\([A-Z][\w.'’-]+ [A-Z][\w .'’-]{1,30}/[A-Z][\w /.&'’-]{1,40}\)"
    r"|\b[Ff]ile (?:photo|picture|image) ?: ?[A-Z][\w .'’/-]{2,40})$"
)
_NAMED_CREDIT = re.compile(r"[(\[](?:Image|Photo|Picture|Credit|Photograph)s?\b[^()\[\]]{2,90}[)\]]$")
_POINTED_OUT = re.compile(r"(?:[(,] ?|^)pictured\b[,)]?|, pictured\)", re.IGNORECASE)
_QUOTES = frozenset("“\"”‘'«„")
_TOLD = re.compile(r"[“\"”]|\b(?:said|says|told|according)\b")
_LONGEST_CAPTION = 60  # words
_LONGEST_LINK = 3  # letters of "de", "and"
_LONGEST_PRAISE = 300
_RULES = (
    ("chrome", _COMMENTING),
    ("chrome", _READING_ON),
    ("chrome", _SIGNING_UP),
    ("chrome", _NUMBERED),
    ("advertisement", _ADVERTISED),
    ("link", _ON_ANOTHER_PAGE),
    ("time stamp", _HOUR_IN_BRACKETS),
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
    if len(text) < _LONGEST_PRAISE and len(_SELF_PRAISE.findall(text)) > 1 and _FRAGMENTS.fullmatch(text):
        return "author box"
    if text[:1] in _QUOTES:
        return None
    for kind, rule in _RULES:
        if rule.fullmatch(text):
            return kind
    if len(text.split()) <= 12 and (_BUTTON_LINE.fullmatch(text) and not _NOT_BUTTONS.match(text)):
        return "chrome"
    if _LABEL.fullmatch(text):
        return "link"
    if _NAMED_SOURCE.fullmatch(text) and ". " not in text and (_SOURCE_DAY.search(text) or _is_all_names(text)):
        return "date stamp" if _SOURCE_DAY.search(text) else "link"
    if _is_line_of_menu(text):
        return "menu"
    return "caption" if is_credited(text) else None


def is_all_icons(text: str) -> bool:
    """Whether a line tells what a page's pictured buttons look like."""
    return len(_ICON.findall(text)) >= _FEWEST_ICONS


def _is_all_names(text: str) -> bool:
    """Whether what stands behind "Source:" is a name: hardly a word begins small."""
    names = text.split()[1:]
    return (
        bool(names)
        and names[0][:1].isupper()
        and sum(name[:1].islower() and len(name) > _LONGEST_LINK for name in names) * 3 <= len(names)
    )


def _is_line_of_menu(text: str) -> bool:
    """Whether a line is a row of a page's sections: "Home News Sport Opinion Contact"."""
    names = text.split()
    if len(names) < _FEWEST_MENU_WORDS or text[-1:] in '.!?:;,”"':
        return False
    known = sum(name.strip("|•·,") in _MENU_WORDS for name in names)
    return known >= _FEWEST_MENU_WORDS and known * 3 >= len(names) and sum(name[:1].islower() for name in names) * 6 <= len(names)


def is_credited(text: str) -> bool:
    """Whether a paragraph ends in a picture's credit in brackets, or tells who stands left and right, and quotes nobody."""
    if len(text.split()) > _LONGEST_CAPTION:
        return _NAMED_CREDIT.search(text[-130:]) is not None
    if _POINTED_OUT.search(text) and text[-1:] not in '.!?”"' and not _TOLD.search(text):
        return True
    return bool(_BRACKETED_CREDIT.search(text[-130:])) or bool(_SIDES_OF_PICTURE.search(text) and not _TOLD.search(text))
