"""Paragraphs that describe a picture: credited, begun as captions are, or names alone."""

from __future__ import annotations

import re

from gobetween.reading.word_lists import words

_CREDIT = re.compile(
    r"(?:\bGetty(?: Images)?|\bShutterstock|\bAlamy"
    r"|(?:[.!?/|(\[—–]|\bvia|\bcourtesy of|/[A-Z]\w+) ?(?:REUTERS|Reuters|AFP|AP|EPA(?:-EFE)?|Anadolu|Xinhua|WAM"
    r"|Wam)(?: Photo)?(?:/[A-Z][\w. ]{2,30})?"
    r"|\bAP Photo(?:/[\w. ]{2,40})?|\b[Ff]ile (?:[Pp]hoto|[Pp]icture|[Ii]mage)|\bPhoto ?[-–] ?[A-Z]{2,6}|(?<=[a-z.])(?:Image|Photo"
    r"|Picture|Credit): ?[A-Z][^.]{2,60}|\bHandout"
    r"|\b(?:Photo(?:graph)?|Picture|Image|Credit|PHOTO|CREDIT)s?(?: ?:| by| courtesy)[^.]{2,60})[)\].]*$"
)
# no credit is without one of these, which are found faster than the rule looks through a paragraph
_CREDIT_MARKS = (
    *("Getty", "Shutterstock", "Alamy", "REUTERS", "Reuters", "AFP", "AP", "EPA", "Anadolu", "Xinhua", "WAM", "Wam"),
    *(
        "ile photo",
        "ile Photo",
        "ile Picture",
        "ile Image",
        "ile picture",
        "ile image",
        "Handout",
        "Photo",
        "Picture",
        "Image",
        "Credit",
        "PHOTO",
        "CREDIT",
    ),
)
_CAPTION_START = re.compile(
    r"(?:\[?\(?(?:[Ff]ile|[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]aption|[Pp]ictured|[Aa]bove|[Bb]elow|[Ff]ile photo|[Hh]andout)\)?\]?\s*"
    r"(?:[:|]|[—–-](?= ))\s*\S|(?:FILE|PHOTO|HANDOUT)\b)"
)
_SHOWN = re.compile(  # "This picture taken on ... shows", "In this photo released by ..."
    r"(?:In this|This) (?:[\w-]+ ){0,4}?(?:photo|photograph|picture|image|frame grab|screengrab|video grab|combination)\b[^“”\"]{0,60}?"
    r"\b(?:taken|released|provided|made available|shows?|obtained|,)"
    r"|(?:An?|The) (?:[\w-]+ ){0,2}?(?:photo|photograph|picture|image|view)\b[^“”\"]{0,40}?\b(?:taken|released|provided"
    r"|made available)\b"
    r"(?: by [\w ]{2,30}?)? on [A-Z]?\w+ [\w, ]{1,14}?,? shows?\b"
)
_CREDITED = re.compile(
    r"(?:(?:©|\([cC]\)) ?[A-Z][\w., /&'’-]{1,60}"
    r"|(?<=[.!?)’”\]]) ?(?:[A-Z][\w.'’-]+ ){0,3}[A-Z][\w.'’-]+(?: ?/ ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]+){0,3}){1,3}"
    r"|(?<=[a-z.]) ?[A-Z]{2,}(?: [A-Z]+){0,3}(?:/[A-Z]{2,}(?: [A-Z]+){0,2}){1,2}"
    r"|[.–—-] ?(?:[A-Z]{2,6}|[A-Z][a-z]+) (?:Photo|PHOTO|photo)s?"
    r"|(?:Credit|CREDIT|Photograph|Photographer|Pic|Picture)s?(?: ?\.{3} ?|: ?)[A-Z][^.!?“”\"]{1,60}"
    r"|(?<=\.) [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2} for (?:[Tt]he )?[A-Z][\w ]{2,40}"
    r"|(?<=\d{4}\.) [A-Z][\w.'’-]+ [A-Z][\w.'’-]+ [A-Z]{2,5}"
    r"|[(\[](?:[Ss]upplied|[Hh]andout|[Cc]ourtesy|[Ff]ile)(?: photo| picture| image)?[)\]]|[.] (?:Supplied|Handout"
    r"|File)(?: photo| picture| image)?"
    r"|(?<=[a-z]) \[(?:[A-Z]{2,8}|[A-Z]\w+(?: [A-Z]\w+)?)\])\.?$"
)
_LICENCE = re.compile(r",? ?(?:Acquire|Purchase) Licensing Rights(?:, opens new tab)?$|,? ?Read [Mm]ore$")
_NUMBERED = re.compile(r"^\[?\d{1,2} ?/ ?\d{1,2}\]?\s*")
_PLACED_AND_DATED = re.compile(  # agencies' captions: "..., Norvan, Tuesday, Aug. 3, 2021."
    r", (?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4}\.?$"
)
_ON_A_SIDE = re.compile(r", (?:(?:second|third|far|top|bottom|front) )?(?:left|right|cent(?:er|re)|from left)(?: row)?,")
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|will|would|began|met|came|took|made|won|lost|fell|rose|left [a-z]+ |signed|[a-z]+ed (?:in"
    r"|on|at|an?|the|his|her"
    r"|their|its|to|by|up|that))\b"
)
_TOLD = re.compile(r"[“”\"]|\b(?:said|says|told|tells|according to|reported by|wrote)\b")
_NAMES_AND_AGENCY = re.compile(
    r"\(?(?:[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?: ?/ ?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}){1,4}"
    r"(?: via (?:[A-Z]\w+ ?){1,3})?\)?\.?"
    r"|\(?(?:Image|Photo|Picture|Video|IMAGE|PHOTO)s? (?:[Cc]redit|CREDIT|[Ss]ource|[Bb]y)s?:? [^.“”\"]{2,60}\)?"
    r"|(?:[A-Z][A-Z.'’-]+ ){1,3}?[A-Z][A-Z.'’-]+, (?:THE )?(?:[A-Z]+ ?){1,4}"
    r"|.{0,30}\b(?:[Rr]epresentational|[Rr]epresentative|[Ii]llustrative) purposes?.{0,20}"
)
_FEWEST_SMALL = 4  # words in small letters
_MOST_WORDS = 60  # of a caption
_MOST_CREDIT_WORDS = 10
_LONGEST_CREDIT = 110  # characters
_LOWER_IN_NAMES = words(
    "a an the of and in at for to on from with or by al bin el de la van von der left right center centre",
    "leader chief head minister president spokesman spokeswoman spokesperson envoy director ambassador",
    "secretary general officer king queen",
)


def is_caption(text: str) -> bool:
    """Whether a paragraph describes a picture: it ends in a picture credit, begins as captions do, or only names who is seen."""
    text = _NUMBERED.sub("", _LICENCE.sub("", text))
    words = text.split()
    if not words or len(words) > _MOST_WORDS:
        return False
    if len(words) <= _MOST_CREDIT_WORDS and _NAMES_AND_AGENCY.fullmatch(text):
        return True
    if not _TOLD.search(text) and (
        _SHOWN.match(text) or (len(words) > 1 and _CREDITED.search(text[-_LONGEST_CREDIT:])) or _is_agencys(text)
    ):
        return True
    if (
        any(mark in text for mark in _CREDIT_MARKS)
        and _CREDIT.search(text)
        and not re.search(r"\b(?:told|said|according to|reported by|via(?! [A-Z]\w+(?:/[\w ]+)?[)\]]*$))\b[^.]*$", text)
    ):
        return len(words) > 1
    return bool(_CAPTION_START.match(text)) or _only_names(words)


def tells_of_picture(text: str) -> bool:
    """Whether a line above a credit may be its caption though it is a sentence: short, of nothing past, and nobody speaks in it."""
    return len(text.split()) <= _MOST_WORDS // 2 and not _PAST.search(text) and not _TOLD.search(text)


def _is_agencys(text: str) -> bool:
    """Whether it is told as agencies tell what a picture shows: in the present, with place and full day, or who is on which side."""
    if sum(word.islower() for word in text.split()) < _FEWEST_SMALL:
        return False  # a stamp: "The Norda Courier - Wednesday, July 31, 2019"
    return bool(_PLACED_AND_DATED.search(text[-_LONGEST_CREDIT:]) or _ON_A_SIDE.search(text)) and not _PAST.search(text)


def _only_names(words: list[str]) -> bool:
    """Names and titles, joined by small words, closed by a full stop: no sentence, as there is no verb."""
    if not 4 <= len(words) <= 25 or not words[-1].endswith("."):
        return False
    bare = [word.strip(".,;:()[]'’\"“”") for word in words]
    if any(word.endswith((".", "!", "?")) and len(word) > 4 for word in words[:-1]):
        return False
    capitals = sum(word[:1].isupper() for word in bare)
    small = all(word[:1].isupper() or word.lower() in _LOWER_IN_NAMES for word in bare if word)
    return small and capitals >= 3 and bool({"and", "left", "right", "with"} & set(bare))
