"""Lines that are not the report: captions, links, notices, stamps; and the short parts that cling to its paragraphs."""

from __future__ import annotations

import re
from functools import lru_cache

from gobetween.reading.documents.blocks import Block
from gobetween.reading.documents.buttons import kind_of_page_words
from gobetween.reading.documents.captions import is_caption
from gobetween.reading.documents.web_words import is_all_icons, is_credited, kind_of_web_words

_BULLETS = "•·▪|"
_FEWEST_HEADLINES = 3  # bullets between them: a list of links in one line
_LONGEST_LINE, _LONGEST_CAPTION = 400, 700  # characters
LONGEST_NAME = 5  # words of a paper's name
_SMALL_IN_NAMES = frozenset({"of", "the", "and", "for", "on"})

MEDIA_WORDS = re.compile(
    r"\b(?:News|Times|Post|Press|Agency|Journal|Tribune|Herald|Gazette|Chronicle|Daily|Weekly|Guardian|Observer|Telegraph"
    r"|National|Monitor|Review|Ledger|Mirror|Examiner|Advertiser|Dispatch|Echo|Argus|Record|Sun|Bulletin|Inquirer|Mercury|Register"
    r"|Radio|TV|Television|Channel|Network|Broadcasting|Media|Today|Standard|Mail|Globe|Courier|Star|Independent|Reuters|AFP"
    r"|AP|EFE|Efe|BBC|CNN|NPR"
    r"|Politico|Axios|Haaretz|Jazeera|Arabiya|Ahram|Anadolu|Xinhua|TASS|Bloomberg|Kan|Ynet)\b"
)
"""What names of papers, agencies and stations have in them."""

METADATA = frozenset({"byline", "dateline", "sign-off", "date stamp", "masthead"})
"""Kinds of furniture that say something of the report itself."""

_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?"
    r"|Dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:\d{{4}}[-/]\d\d[-/]\d\d|\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS},? \d{{4}}|{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}"
    rf"|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}})"
)
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:al|bin|ibn|van|von|de|der|el|da|di)\b)*(?: (?:[A-ZÀ-Þ][\w.'’-]*|al|bin|de|van|von))*"
_NAMES = rf"{_NAME}(?:(?:,| and| &|, and|;) {_NAME})*"
_AGENCIES = (
    "AFP|AP|EFE|Efe|Reuters|REUTERS|BBC|BBC News|DPA|dpa|ANSA|Xinhua|TASS|Tass|Interfax|Anadolu|AA|WAFA|Wafa|MENA|QNA|KUNA"
    "|SANA|IRNA|UPI|PTI|ANI"
    "|Kyodo|Yonhap|CNN|NPR|PA|Bloomberg|ANTARA|Petra|SPA|Bernama|Belga|Lusa|Europa Press|Ukrinform|Sputnik|VOA"
    "|Agencies|agencies|Al Jazeera|Associated Press|The Associated Press"
)

LEADING_DATE = re.compile(r"(?:dated?|published|posted)\s*:?\s*\d{4}-\d\d-\d\d(?=\s|$)", re.IGNORECASE)
_DAY_OF_LINE = (
    rf"(?:{_DAY},? )?(?P<date>{_MONTHS} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTHS}(?:,? \d{{4}})?)"
)
_NO_PLACE = (
    r"(?!(?i:file|photo|video|watch|live|update|breaking|analysis|opinion|explainer|exclusive|correction|clarification|note"
    r"|editor|read|more|related"
    r"|comment|feature|interview|profile|factbox|timeline|summary|urgent|just)\b)"
)
DATELINE = re.compile(
    rf"(?P<place>{_NO_PLACE}[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{{2,}}(?:[ ,/]+[A-ZÀ-Þ][\w'’.-]*){{0,4}})"
    rf"(?:\s*\((?P<agency_first>[A-Z][\w ]{{1,25}})\))?(?:,? \(?{_DAY_OF_LINE}\)?)?"
    rf"\s*(?:\((?P<agency>[A-Z][\w ]{{1,25}})\))?\s*(?:[—–]|--?(?=\s)) ?(?=[\"“'‘A-Z0-9])"
)
AGENCY_LINE = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][\w'’.-]+(?:[ ,/]+[A-ZÀ-Þ][\w'’.-]*){{0,4}})?"
    rf"(?:(?:^|,? ){_DAY_OF_LINE})?"
    rf"(?:^| )[(/](?P<agency>{_AGENCIES})[)/]\s*(?:[—–:]|\.-|\.(?=\s)|--?) ?"
)
PLAIN_DATELINE = re.compile(
    rf"(?P<place>{_NO_PLACE}(?:[A-ZÀ-Þ]{{3,}}(?:[ -][A-ZÀ-Þ]{{2,}})?(?=: )|[A-ZÀ-Þ][a-zà-ÿ'’]{{2,}}(?:[ -][A-ZÀ-Þ][a-zà-ÿ'’]+)?"
    r"(?:/[A-ZÀ-Þ][a-zà-ÿ'’]+(?: [A-ZÀ-Þ][a-zà-ÿ'’]+)?)?))"
    rf"(?:, {_DAY_OF_LINE})?(?:: | [—–-]+ )(?=[\"“A-ZÀ-Þ])"
)
"""A place without an agency at the head of a report's first sentence: 'Oslo - The guild ...', 'Oslo, May 11: The guild ...'."""
CLOSING_SIGN = re.compile(
    rf"(?<=[.!?\"”’)])\s*(?:(?:[—–]+|--?(?= )|--|\(|/)\s*(?P<agency>{_AGENCIES}|[A-Z]{{2,8}}|[A-Z][A-Za-z]+ News(?: Agency)?)\)?\.?"
    r"|(?:Endit(?:em)?|\[?(?:ends|ENDS)\]?))$"
)
CLOSING_CREDITS = re.compile(
    r"\s*[(\[](?:additional )?(?:reporting|writing|editing)(?: and \w+)? by\b[^()\[\]]{3,240}[)\]]\.?$", re.IGNORECASE
)
"""Who wrote and edited it, in brackets behind the last sentence."""
CLOSING_LINK = re.compile(
    r"(?<=[\w.!?…”\"’)])\s*(?:(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*(?:[Cc]ontinue|[Kk]eep) reading\b.{0,200}"
    r"|(?<=[.!?…”\"’)] )(?:Continue reading|Read more|READ MORE)\b(?: (?:on|at|from|here|in)\b)?[^.!?]{0,150}(?:\.\w+)*)$"
)
"""A link to the whole of it behind a report's first words."""
SIGN_OFF = re.compile(
    rf"[—–(\[-]*\s*(?P<agency>{_AGENCIES}|[A-Z]{{2,8}}|[A-Z][A-Za-z]+ News(?: Agency)?)[)\]]?\.?(?:\s+[a-z]{{2,4}}(?:/[a-z]{{2,4}})*)?"
    r"|[a-z]{2,4}(?:/[a-z]{2,4}){1,4}"
)
STAMPS = ("date stamp", "publication line")
"""Kinds of furniture that give the day of publication."""
_LABELLED = re.compile(
    r"\W*(?:last |first )?(?:updated?|modified|published|posted|created|issued|filed|releas(?:ed?|e date)|publication date|date"
    r"|source)\b",
    re.IGNORECASE,
)
STAMP = re.compile(
    r"(?:(?:last |first )?(?:updated|modified|published|posted|created|issued|released|filed|(?:publication |release "
    r"|posted )?date"
    r"(?: published| posted| added)?)(?: on| at)?\s*[:|—–-]?\s*)?(?:on )?"
    rf"(?:\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{{2,4}})?,? (?:on )?)?(?:{_DAY}\.?,? )?"
    rf"(?P<date>{_DATE})(?:[,|@ /at•·–-]*\d{{1,2}}[:.h]\d\d(?::\d\d)?.{{0,45}})?(?: ?\| ?.{{0,40}}|,? ?(?:updated|modified)\W.{{0,40}}"
    rf"| by [\w.'’ -]{{2,40}})?(?: \d+ comments?)?\.?",
    re.IGNORECASE,
)
SPOKEN_STAMP = re.compile(
    rf"(?:last )?(?:updated|modified|published|posted|first published)\b.{{0,30}}?(?P<date>{_DATE}).{{0,40}}", re.IGNORECASE
)
OUTLET_STAMP = re.compile(
    rf"(?P<outlet>(?:The )?{_NAME}(?: (?:digital|online|live|plus|news|noticias))?)(?:(?:,| [|•·–—-])? (?:{_DAY},? )?(?P<date>{_DATE})"
    rf"| [|•·] (?P<yearless>\d{{1,2}} {_MONTHS}|{_MONTHS} \d{{1,2}}))"
    rf"(?:,? (?:at )?\d{{1,2}}[:.]\d\d.{{0,60}})?(?: ?\|?.{{0,6}}(?:updated|modified).{{0,50}})?(?: [|•·–—-] [a-z].{{0,40}})?\.?"
)
_MASTHEAD = (
    "Post|Times|News|Herald|Tribune|Gazette|Guardian|Telegraph|Journal|Star|Wire|Press|Agency|Monitor|Mail|Observer|Chronicle|Standard"
    "|Express|Courier|Independent|Mirror|Sun|Globe|Echo|Mercury|Examiner|Record|Review|Argus|Advertiser"
)
_STAMP_OF_OUTLET = re.compile(  # '4 March 2031, The Sarnwick Post'
    rf"(?:{_DAY},? )?(?P<date>{_DATE})(?:,| [|•·–—-]) (?P<outlet>(?:The )?(?:{_NAME} )?(?:{_MASTHEAD}))\.?"
)
_CLOCK_LINE = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|BST|CET|CEST|EST|EDT|[ECMP]T|local time))?"
    r"|\d{1,2}\s?[ap]\.?m\.?|(?:just now|\d+ ?(?:s|m|h|d|sec|min|hr)s? ago)",
    re.IGNORECASE,
)
BYLINE = re.compile(
    rf"(?:(?:Written |Story |Report |Text |Words |Analysis |Interview )?[Bb][Yy]:? (?!(?:{_DAY}|{_MONTHS})(?:,| \d"
    rf"| [a-z]))(?P<by>{_NAMES}"
    r"|(?:our|a|the) (?:[a-z-]+ ){0,2}(?:staff|correspondents?|reporters?|desk))"
    rf"(?:(?: ?[|·•–—]| -|,) .{{0,60}}| in {_NAME}| \S+@\S+)?|(?P<reporters>(?!The ){_NAMES}) "
    rf"reports?:?|(?P<staff>{_NAMES}), (?:Staff|Senior|Chief|Special) (?:Writer|Reporter|Correspondent))\.?"
)
CREDITS = re.compile(
    (
        r"[\[(]?(?:additional |with )?(?:reporting|writing|editing|compiled|translation)(?:, (?:writing|editing))?(?: and "
        r"(?:writing|editing|reporting))? by\b.{0,240}"
    ),
    re.IGNORECASE,
)
_TRAILING_DAY = re.compile(rf",? {_DAY}$")
_POST = re.compile(r"\b(?:Writers?|Reporters?|Correspondents?|Editors?|Staff|Desk)$")
_AUTHOR_IN_CREDITS = re.compile(rf"[Rr]eporting(?: and \w+)? by (?P<by>{_NAMES})")

_NOTICE = re.compile(
    r"posted by .{2,60}"
    r"|(?:powered|translated|generated|produced) by [^,.]{2,50}\.?|(?:this (?:article|story|text|page|report) (?:was|has been|is) "
    r")?(?:automatic(?:ally)?|machine)[- ]"
    r"translat(?:ed|ion)\b.{0,80}|(?:©|\(c\)|copyright\b).{0,200}"
    r"|our standards: .{0,80}|we value your privacy\b.{0,300}"
    r"|(?:we|this (?:site|website)) uses? cookies\b.{0,240}|.{0,120}\ball rights reserved\b.{0,80}"
    r"|this (?:article|story) (?:was|has been) "
    r"(?:originally published|updated|corrected|amended|automatically)\b.{0,200}|.{0,60}\b(?:contributed to|reported from) "
    r".{0,60}\bfor this (?:report|story)\b.{0,40}"
    r"|.{0,60}contributed to this (?:report|story|article)\.?",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"(?:live(?: updates?| blog| coverage)?|read(?: more| also| next| the full \w+)?|see also|also read|watch(?: live| now)?"
    r"|listen|related(?: stories| articles| coverage)?"
    r"|more(?: on this| from \w+)?|(?:related )?(?:topics?|tags?|labels?)|filed under|in pictures"
    r"|explainer|recommended(?: reading)?|don'?t miss|opinion|analysis|video|photos?|gallery|podcast|advertisement|you may also like)"
    r"\s*[:|>»→]\s*\S.{0,160}",
    re.IGNORECASE,
)
_LIST_HEAD = re.compile(
    r"(?:read (?:more|also|next)|see also|also read|related(?: (?!to\b|by\b)\w+){0,2}"
    r"|more (?:stories|news|headlines|on this(?: story)?|(?:from|by|in|on) (?:\S+ ){0,3}\S+)"
    r"|(?:other|popular|sponsored|trending|featured|recent) (?:stories|news|headlines|posts?|articles|now|videos)|must[- ]reads?"
    r"|up next|now playing|(?:people|others|readers)(?: are)? (?:also )?(?:reading|read|liked)"
    r"|what['’]s (?:hot|new|trending)|around the web|from our partners|in case you missed it|you might also like|see more|keep reading"
    r"|most (?:read|popular|viewed|shared)|trending(?: now)?|top stories|latest (?:news|stories)|recommended(?: for you| reading)?"
    r"|you may also like|editor['’]?s['’]? picks?|don['’]?t miss|in other news)\s*[:…]?",
    re.IGNORECASE,
)
_INVITATION = re.compile(
    r"(?:read (?:more|also|next|the full (?:story|article))|sign up|subscribe(?: now| to)|click here|follow us|follow .{1,40} "
    r"on (?:twitter|x|facebook|instagram|telegram|whatsapp)"
    r"|download (?:the|our)|share this|join our|get the latest|keep reading|continue reading|view (?:more|all|comments)|load "
    r"more|show more|skip to"
    r"|join the (?:conversation|discussion)|(?:do you have|have you got|got) an? (?:story|tip)\b|contact us\b"
    r"|support (?:our|us)|log ?in|already a subscriber|listen to this)\b.{0,140}",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"(?:share|print|save|comments?|advertisement|sponsored|menu|home|search|e-?mail|tweet|facebook|twitter|x|whatsapp"
    r"|telegram|linkedin|copy link|gift"
    r"|live|video|photos?|gallery|listen|watch|close|next|previous|back to top|top stories|most read|trending|related "
    r"(?:stories|articles|topics)|tags?"
    r"|most (?:popular|viewed|shared)|editor['’]?s['’]? picks?|recommended|privacy(?: policy| notice)?|terms (?:of use|and conditions)"
    r"|urgent|flash|exclusive|update \d|developing(?: story)?"
    r"|cookie (?:policy|settings)|contact us|about us|sign (?:in|up|out)|log ?in|register|newsletters?|accept(?: all)?(?: cookies)?"
    r"|live updates?|breaking news|latest news|read more|more|loading\.*|abstract|full text|highlight|\d+ of \d+|\d+ "
    r"(?:min(?:ute)?s?|hours?|days?) (?:read|ago)"
    r"|\d+ comments?|image \d+|getty images|reuters|[*_=~#•·.\-–—]{3,})[.:]?",
    re.IGNORECASE,
)
_RECORD_FIELD = re.compile(
    r"(?:(?:from|to|cc|subject|sent|reply-to): .{0,200}|length: [\d,]+ words"
    r"|load-date: .{0,40}|section: .{0,80}|dateline: .{0,60}|source: \w{2,20}|document type: .{0,40})",
    re.IGNORECASE,
)
_ADDRESS_LINE = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?:e-?mail|twitter|follow)\s*:\s*@?\S+|@\w{2,30}", re.IGNORECASE
)


def kind_of(block: Block) -> str | None:
    """What kind of furniture the paragraph as a whole is; `None` if it is part of the report. Looks at its words alone."""
    return _kind_of_words(block.text)


@lru_cache(maxsize=512)  # each line of a document is asked for more than once
def _kind_of_words(text: str) -> str | None:
    if text.count(" • ") >= _FEWEST_HEADLINES:
        return "link"
    if is_all_icons(text):
        return "chrome"
    if len(text) > _LONGEST_LINE:
        return "caption" if len(text) < _LONGEST_CAPTION and is_credited(text) else None
    if text[:1] in _BULLETS and STAMP.fullmatch(text.lstrip(_BULLETS + " ")):
        return "date stamp"
    for kind, rule in (
        ("chrome", _CHROME),
        ("date stamp", STAMP),
        ("date stamp", OUTLET_STAMP),
        ("date stamp", _STAMP_OF_OUTLET),
        ("time stamp", _CLOCK_LINE),
        ("date stamp", SPOKEN_STAMP),
        ("byline", BYLINE),
        ("byline", CREDITS),
        ("notice", _NOTICE),
        ("link", _POINTER),
        ("link", _INVITATION),
        ("link", _ADDRESS_LINE),
        ("record field", _RECORD_FIELD),
    ):
        if rule.fullmatch(text) and not (kind in {"notice", "link"} and _is_sentence_of_report(text, kind)):
            return _kind_of_stamp(text) if kind == "date stamp" else kind
    kind_of_words = "caption" if is_caption(text) else kind_of_web_words(text) or kind_of_page_words(text)
    return _kind_of_stamp(text) if kind_of_words == "date stamp" else kind_of_words


def _kind_of_stamp(text: str) -> str:
    """A bare day tells of the report; a line that says what the day is of ("Published: ...") was put there by the page."""
    return "publication line" if _LABELLED.match(text) else "date stamp"


def name_in_stamp(text: str) -> str | None:
    """The outlet or author whom a line names beside a date."""
    match = OUTLET_STAMP.fullmatch(text) or _STAMP_OF_OUTLET.fullmatch(text)
    return _TRAILING_DAY.sub("", match["outlet"]) if match else None


def agency_in(line: re.Match[str]) -> str | None:
    """The agency that a dateline names, before its day or behind it."""
    return line["agency"] or line.groupdict().get("agency_first")


def heads_links(text: str) -> bool:
    """Whether a line of its own announces links to other reports ("Read also", "Most popular")."""
    return bool(_LIST_HEAD.fullmatch(text))


def _is_sentence_of_report(text: str, kind: str) -> bool:
    """Whether a would-be link or notice quotes somebody or is long: then it is reporting ("Watch: he said ...")."""
    limit = 45 if kind == "notice" else 26
    return len(text.split()) > limit or bool(re.search(r"[“\"].{15,}[”\"]|, (?:[\w'’-]+ ){1,6}(?:said|says|told|warned)\b", text))


def authors_in(text: str) -> tuple[str, ...]:
    """The people whom a byline names, in its order."""
    match = None if CREDITS.fullmatch(text) else BYLINE.fullmatch(text)
    names = (match["by"] or match["reporters"] or match["staff"]) if match else None
    if names is None and (credit := _AUTHOR_IN_CREDITS.search(text)):
        names = credit["by"]
    found = (part.strip(" .") for part in re.split(r", and |,| and | & |;", names or ""))
    return tuple(name for name in found if " " in name and name[:1].isupper() and not _POST.search(name))


def is_masthead(first: Block, second: Block, third: Block) -> bool:
    """Whether a first line names the paper: above a line that is no more than a day, which stands above a headline or a byline."""
    names = first.text.split()
    is_name = len(names) <= LONGEST_NAME and all(word[:1].isupper() or word in _SMALL_IN_NAMES for word in names)
    if not is_name or not names[0][:1].isupper() or first.text[-1:] in ".:;,?!":
        return False
    if not (first.text.isupper() or MEDIA_WORDS.search(first.text)):
        return False  # "Port Talks Resume" is a headline
    is_day = STAMP.fullmatch(second.text) is not None
    return is_day and bool(is_headline_like(third.text) or BYLINE.fullmatch(third.text))


def is_headline_like(text: str) -> bool:
    """Whether a paragraph is short and ends as no sentence does."""
    return len(text.split()) <= 22 and not re.search(r"[.:;,…][\"'”’)]*$", text)
