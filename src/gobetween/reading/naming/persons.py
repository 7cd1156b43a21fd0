"""Persons that a text names, by the form of their names, and the fullest form of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.symbols import NOUN, PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.concordance import written
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.months import is_time_of_year
from gobetween.reading.naming.name_words import COLLECTIVES, HONORIFICS, OF_BODIES, PARTICLES, PLACE_STARTS, RANKS, TITLES
from gobetween.reading.syntax import has_left, tokens_of

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_FEWEST_WORDS = 2
_LONGEST_JOINED = 6
_LONGEST_BRACKET = 7  # tokens
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_NO_NAMES = frozenset({"run", "style", "era", "like", "free", "ally"})


def joined_words(doc: Doc, start: int, end: int) -> str:
    """A name's words, brackets left out, hyphens and apostrophes kept where they stood."""
    return "".join(t.whitespace_ if t.text in '[]()"“”' else t.text_with_ws for t in doc[start:end]).strip()


class FullNames:
    """Persons' names, the fullest for each shorter form ("Abd Al Hadi" -> "Ahmed Abd Al Hadi")."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_last: dict[str, list[str]] = {}
        self._by_first: dict[str, set[str]] = {}
        self._alone: dict[str, str] = {}
        self.learn(names)

    def learn(self, names: Iterable[str]) -> None:
        """Take in more full names."""
        for name in names:
            words = name.split()
            if len(words) > 1:
                self._by_first.setdefault(words[0], set()).add(name)
                for last in (_folded(words[-1]), _without_article(words[-1])):
                    known = self._by_last.setdefault(last, [])
                    if name not in known:
                        known.append(name)

    def learn_alone(self, surnames: Iterable[str]) -> None:
        """Take in surnames of persons who may have no fuller name in the text."""
        for surname in surnames:
            self._alone.setdefault(_folded(surname), surname)

    def of(self, words: str) -> str | None:
        """The fullest name that ends like `words`; `words` themselves if they are a full name; `None` for a lone unknown word."""
        if not words:
            return None
        tail = _folded(words)
        known = self._by_last.get(_folded(words.rsplit(maxsplit=1)[-1]), [])
        fitting = [name for name in known if _folded(name).endswith(tail)]
        if fitting:
            return max(fitting, key=len)
        return words if " " in words else self._alone.get(tail)

    def beginning(self, word: str) -> str | None:
        """The one full name that begins with `word`, as where the family's name comes first: 'Tan' of Tan Mei-ling."""
        names = self._by_first.get(word, set())
        longest = max(names, key=len, default="")
        return longest if longest and all(longest.startswith(name) for name in names) else None


def _without_article(last: str) -> str:
    """'ansari' of 'al-Ansari'."""
    article, _, rest = last.partition("-")
    return _folded(rest) if rest[:1].isupper() and article.lower() in PARTICLES else _folded(last)


def _folded(words: str) -> str:
    return words.casefold().replace("-", " ")


def persons_by_form(doc: Doc, names: Names) -> Iterator[tuple[int, int]]:
    """Tokens `[start, end)` of each person's name that the parser or a title shows."""
    done = 0
    for entity in doc.ents:
        if entity.label_ != "PERSON" or entity.start < done:
            continue
        start, end = entity.start, entity.end
        while end < len(doc) and _continues_name(doc[end], names) and doc[end - 1].whitespace_ != "":
            end += 1
        start, end = _past_bracket(doc, start, end, names)
        while start > 0 and _continues_name(doc[start - 1], names) and doc[start - 1].whitespace_:
            start -= 1
        while start < end and (not _is_name_word(doc[start]) or names.at(start) is not None or is_time_of_year(doc[start])):
            start += 1
        while start < end and (not _is_name_word(doc[end - 1]) or doc[end - 1].lower_ in ("'s", "’s")):
            end -= 1
        while start + 1 < end and doc[start].lower_ in RANKS:
            start += 1
        if start >= end:
            continue  # all of it is a listed name
        end = past_hyphens(doc, start, end)
        if any(t.lower_ in COLLECTIVES or t.lower_ in OF_BODIES for t in doc[start:end]) or doc[start].lower_ in PLACE_STARTS:
            continue
        if "\n" not in doc[start:end].text and not any(names.at(i) for i in range(start, end)):
            done = end
            yield start, end
    yield from _titled(doc, names)


def _past_bracket(doc: Doc, start: int, end: int, names: Names) -> tuple[int, int]:
    """A name of which an editor put the first part, often with a post, into brackets: '(Prime Minister Erik) Lund'."""
    if end + 1 < len(doc) and doc[end].text in _CLOSING and end - start == 1 and _is_opened(doc, start):
        return start, end + 2 if _is_part(doc[end + 1], names) and doc[end].whitespace_ else end
    if start > 1 and doc[start - 1].text in _CLOSING and _is_part(doc[start - 2], names) and _is_opened(doc, start - 2):
        return start - 2, end
    return start, end


def _is_opened(doc: Doc, end: int) -> bool:
    """Whether a bracket opens not far before, and does not close again."""
    before = [token.text for token in doc[max(0, end - _LONGEST_BRACKET) : end] if token.text in _OPENING | _CLOSING]
    return bool(before) and before[-1] in _OPENING


def _is_part(token: Token, names: Names) -> bool:
    return _is_name_word(token) and token.pos_ == "PROPN" and names.at(token) is None and token.lower_ not in PARTICLES | HONORIFICS


def past_hyphens(doc: Doc, start: int, end: int) -> int:
    """The end of a name with what a hyphen joins to it: 'Tan Mei-ling', 'Ada Okafor-Lee', whose last part the parser may leave out."""
    if end + 1 >= len(doc) or doc[end].text != "-" or doc[end - 1].whitespace_ or doc[end].whitespace_:
        return end
    joined = doc[end + 1].text
    if joined.isalpha() and joined.istitle() and doc[end + 1].pos_ == "PROPN":
        return end + 2
    if end - start < _FEWEST_WORDS:
        return end
    is_name = joined.isalpha() and joined.islower() and len(joined) <= _LONGEST_JOINED and not joined.endswith("ed")
    return end + 2 if is_name and joined not in _NO_NAMES else end


def surnames(doc: Doc, names: Names, full: FullNames, actors: dict[str, str | None]) -> Iterator[Mention]:
    """Lone surnames of persons whom the text names in full, where the parser saw nobody: 'Berg denied it'."""
    for token in tokens_of(doc, PROPN, NOUN):
        if names.at(token) is not None or not _is_name_word(token) or token.dep_ == "compound":
            continue
        if token.pos == NOUN and (token.dep_ != "nsubj" or token.tag_ != "NN" or any(c.dep_ == "det" for c in token.lefts)):
            continue
        beside = [doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(doc)]
        if beside and beside[0].i < token.i and beside[0].lower_ in PARTICLES and beside[0].is_title:
            with_particle = full.of(f"{beside[0].text} {token.text}")
            if with_particle is not None and with_particle != f"{beside[0].text} {token.text}":
                yield Mention(token.i - 1, token.i + 1, with_particle, actors.get(with_particle), "person")  # 'Van Holt denied it'
                continue
        name = full.of(token.text) or (full.beginning(token.text) if token.pos == PROPN else None)
        if name is not None and not any(t.pos_ == "PROPN" and t.text[:1].isupper() for t in beside):
            yield Mention(token.i, token.i + 1, name, actors.get(name), "person")


def _titled(doc: Doc, names: Names) -> Iterator[tuple[int, int]]:
    """Capitalised words after a title or an honorific, where the parser saw no person."""
    for token in written(doc, TITLES | HONORIFICS):
        word = token.lower_
        if (word not in TITLES or token.ent_type_ == "ORG") and word not in HONORIFICS:
            continue
        if any(t.lower_ in OF_BODIES for t in doc[token.i + 1 : token.i + 4]):  # 'General Intelligence Directorate'
            continue
        start = end = _behind_comma(doc, token) or token.i + 1
        while end < len(doc) and end - start < 5 and (_is_name_word(doc[end]) or (end > start and doc[end].lower_ in PARTICLES)):
            if names.at(end) is not None or doc[end].lower_ in TITLES:
                break
            end += 1
        is_name = end - start >= 2 or (end > start and token.lower_ in HONORIFICS)
        if is_name and not any(doc[i].ent_type_ == "PERSON" for i in range(start, end)):
            yield start, end


def _behind_comma(doc: Doc, title: Token) -> int | None:
    """Where a name may begin in 'the union's secretary, Ada Berg,' and 'its head of personnel, Ada Berg,': behind the comma."""
    at = title.i + 1
    if at + 1 < len(doc) and doc[at].lower_ == "of" and doc[at + 1].pos_ == "NOUN":
        at += 2
    is_apposed = at + 2 < len(doc) and doc[at].text == "," and all(_is_name_word(t) for t in doc[at + 1 : at + 3])
    is_apposed = is_apposed and any(t.pos_ == "PROPN" for t in doc[at + 1 : at + 3])
    if not is_apposed or has_left(title, ("a", "an")):
        return None
    closes = next((t for t in doc[at + 3 : at + 6] if not _is_name_word(t)), None)
    return at + 1 if closes is not None and (closes.text in (",", ".") or closes.pos_ in ("VERB", "AUX", "PUNCT")) else None


def _continues_name(token: Token, names: Names) -> bool:
    is_capital = _is_name_word(token) and token.pos_ == "PROPN" and token.lower_ not in TITLES and token.lower_ not in HONORIFICS
    return (
        (is_capital or (token.lower_ in PARTICLES and token.ent_type_ == "PERSON"))
        and names.at(token.i) is None
        and token.ent_type_ in ("", "PERSON")
    )


def _is_name_word(token: Token) -> bool:
    return (
        token.text[:1].isupper()
        and token.lower_ not in TITLES
        and not token.is_space
        and token.lower_ not in ("prime", "the", "minister")
    )
