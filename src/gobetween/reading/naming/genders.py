"""Who is spoken of as 'he' and who as 'she', as far as titles, posts and given names tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gobetween.reading.naming.given_names import OF_MEN, OF_WOMEN
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names
    from gobetween.reading.naming.offices import Office

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})

_MALE = words("mr mr. sir lord king prince emir sultan sheikh shaikh man father brother husband boy gentleman baron duke pope")
_FEMALE = words("mrs mrs. ms ms. miss dame lady queen princess woman mother sister wife girl baroness duchess sheikha")


def gender_of_words(tokens: Iterable[str]) -> str | None:
    """'he' or 'she' where one of the words says so, in small letters: "spokeswoman", "Mr"."""
    for word in tokens:
        if word in _MALE or (word.endswith("man") and word != "woman" and not word.endswith("woman") and word not in _NOT_MEN):
            return "he"
        if word in _FEMALE or word.endswith("woman"):
            return "she"
    return None


_NOT_MEN = words("german roman norman ottoman human chairman oman ramadan")  # "chairman" is said of women, too


def genders_of(names: Names, offices: Iterable[Office]) -> dict[str, str]:
    """'he' or 'she' by full name. A title before a name or a post goes before a given name; who is told apart by neither is missing."""
    found: dict[str, str] = {}
    for office in offices:
        told = gender_of_words(names.doc[i].lower_ for i in range(*office.title))
        if told:
            found.setdefault(office.person.name, told)
    for mention in names.mentions():
        if not mention.is_person or mention.name in found:
            continue
        before = names.doc[mention.start - 1].lower_ if mention.start else ""
        told = gender_of_words((before,)) or _by_title(names.doc[mention.start].lower_) or _by_given_name(mention.name)
        if told:
            found[mention.name] = told
    return found


def _by_title(word: str) -> str | None:
    """What a title says that is part of the name; 'Osman' is no word for a man."""
    return "he" if word in _MALE else "she" if word in _FEMALE else None


def _by_given_name(name: str) -> str | None:
    first, _, rest = name.lower().partition(" ")
    if not rest:
        return None
    given = first.split("-", maxsplit=1)[0] if first not in OF_MEN | OF_WOMEN else first
    if given in OF_MEN:
        return None if given in OF_WOMEN else "he"
    return "she" if given in OF_WOMEN else None
