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
    r"(?:\[?\(?(?:file|photo|picture|image|caption|pictured|above|below|file photo|handout)\)?\]?\s*[:|—–-]\s*\S|(?:FILE"
    r"|PHOTO|HANDOUT)\b)"
)
_LOWER_IN_NAMES = words(
    "a an the of and in at for to on from with or by al bin el de la van von der left right center centre",
    "leader chief head minister president spokesman spokeswoman spokesperson envoy director ambassador",
    "secretary general officer king queen",
)


def is_caption(text: str) -> bool:
    """Whether a paragraph describes a picture: it ends in a picture credit, begins as captions do, or only names who is seen."""
    words = text.split()
    if len(words) > 60:
        return False
    if (
        any(mark in text for mark in _CREDIT_MARKS)
        and _CREDIT.search(text)
        and not re.search(r"\b(?:told|said|according to|reported by|via(?! [A-Z]\w+(?:/[\w ]+)?[)\]]*$))\b[^.]*$", text)
    ):
        return len(words) > 1
    return bool(_CAPTION_START.match(text)) or _only_names(words)


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
