"""The posts that a text gives to persons, in the text's own words, and the actors whom the posts tie them to."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import COLLECTIVES, HONORIFICS, MINISTRIES, PUBLIC_POSTS, SIDES, TITLES
from gobetween.reading.naming.names import Names
from gobetween.reading.naming.parts_played import DESCRIBING
from gobetween.reading.naming.posts import actor_among, actor_by_pronoun, actor_described, actor_of_post, run_start

_IN_TITLES = SIDES | COLLECTIVES | DESCRIBING
_RULERS = frozenset({"minister", "premier", "chancellor"})
_LONGEST = 14  # tokens of a title, at most
_OF_ONE_PEOPLE = 6  # letters in which the names of two bodies of one people begin
_BESIDE = 6  # tokens before a post that may say whose it is


@frozen
class Office:
    """A person at tokens `[start, end)`, the title's tokens, and the actor the post belongs to."""

    person: Mention
    title: tuple[int, int]
    actor: str | None

    @property
    def words(self) -> tuple[int, int]:
        """The tokens from the first of title and name to the last."""
        return min(self.title[0], self.person.start), max(self.title[1], self.person.end)


def find_offices(names: Names) -> tuple[Office, ...]:
    """Every title that stands before or behind a person's name, in reading order."""
    found: list[Office] = []
    titles: dict[str, set[tuple[str, ...]]] = {}  # of each person
    for mention in names.mentions():
        if mention.is_person:
            office = _before(names, mention) or _behind(names, mention)
            if office is None:
                continue
            title = tuple(t.lower_ for t in names.doc[slice(*office.title)])
            known = titles.setdefault(mention.name, set())
            if not any(_takes_up(title, fuller) for fuller in known):
                found.append(_with_company(names, office, found[-1] if found else None))
                known.add(title)
    return tuple(found)


def _takes_up(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a title only takes up a fuller one of the same person: 'Secretary Lund' after 'Secretary of Labour Erik Lund'."""
    return len(short) < len(full) and full[: len(short)] == short and full[len(short)] == "of"


def _with_company(names: Names, office: Office, last: Office | None) -> Office:
    """An office without an actor takes that of the one it is joined to: 'Union leader A B and senior official C D'."""
    start = office.words[0]
    if office.actor is None and last is not None and last.person.end == start - 1 and names.doc[start - 1].lower_ == "and":
        return evolve(office, actor=last.actor)
    return office


def actors_of_persons(names: Names, offices: tuple[Office, ...]) -> dict[str, str]:
    """Whom each person belongs to: by the lexicon, by a post, or by whose they are called ("the union's Mr Hart"); the first counts.

    A person's spokesman stands for that person's side, or for the person where no side is known.

    A minister, a mayor or a mediator whose side the text leaves out stands for no one but themselves.
    """
    found: dict[str, str] = {}
    for mention in names.mentions():
        if mention.is_person and mention.actor:
            found.setdefault(mention.name, mention.actor)
    for office in offices:
        if office.actor:
            found.setdefault(office.person.name, office.actor)
    for office in offices:
        if office.actor is None and (owner := _spoken_for(names, office.person) or _land_of(names, office)):
            found.setdefault(office.person.name, owner)
    for office in offices:
        employer = _employer(names, office)
        if employer is not None and employer in found and employer != office.person.name:
            found.setdefault(office.person.name, found[employer])
    for mention in names.mentions():
        if mention.is_person and mention.name not in found and (leading := actor_described(names, mention)):
            found[mention.name] = leading
    for office in offices:
        if office.actor is None and any(names.doc[i].lower_ in PUBLIC_POSTS for i in range(*office.title)):
            found.setdefault(office.person.name, office.person.name)
    for office in offices:
        employer = _employer(names, office)
        if employer is not None and employer != office.person.name:
            found.setdefault(office.person.name, found.get(employer, employer))
    for mention in names.mentions():
        if mention.is_person and mention.name not in found and (owner := _owner(names, mention)):
            found[mention.name] = owner
    return found


def told_otherwise(names: Names, offices: tuple[Office, ...]) -> Iterator[Mention]:
    """The mentions of well-known persons to whom the text gives a post elsewhere, as that actor's: 'the union's president, Ada Berg'.

    A text that anywhere ties them to whom they are known for tells nothing else, nor does an 'envoy for Norvan', who is not of Norvan.
    """
    given: dict[str, list[Office]] = {}
    for office in offices:
        if office.actor and office.person.name in names.hints:
            given.setdefault(office.person.name, []).append(office)
    for mention in list(names.mentions()):
        if mention.name in names.hints and mention.name not in given and (led := actor_described(names, mention)) is not None:
            yield from (evolve(m, actor=led) for m in list(names.mentions()) if m.is_person and m.name == mention.name)
    for name, posts in given.items():
        actors = {office.actor for office in posts}
        if len(actors) == 1 and not any(_is_tied(names, each) or _is_sent(names, each) or _is_of_same_people(each) for each in posts):
            yield from (evolve(m, actor=posts[0].actor) for m in list(names.mentions()) if m.is_person and m.name == name)


def _is_tied(names: Names, office: Office) -> bool:
    """Whether the words of a post, or those right before, name the actor that the person is known for."""
    first, last = office.words
    start = max(first - _BESIDE, names.doc[first].sent.start)
    return any(m.actor == office.person.actor for m in names.mentions(start, last) if not m.is_person)


def _is_of_same_people(office: Office) -> bool:
    """Whether the post only says of which people one is: 'Kessarian leader' of the head of the Kessarian Council."""
    known, told = (actor.split(" ")[0] if actor else "" for actor in (office.person.actor, office.actor))
    return known[:_OF_ONE_PEOPLE] == told[:_OF_ONE_PEOPLE] and len(known) >= _OF_ONE_PEOPLE


def _is_sent(names: Names, office: Office) -> bool:
    return any(names.doc[i].lower_ in ("for", "to", "on") for i in range(*office.title))


def posts_of(names: Names, offices: tuple[Office, ...], posts: frozenset[str]) -> dict[str, frozenset[str]]:
    """Of these words for posts, each person's: "minister" of the foreign minister."""
    found: dict[str, frozenset[str]] = {}
    for office in offices:
        told = frozenset(names.doc[i].lower_ for i in range(*office.title)) & posts
        found[office.person.name] = found.get(office.person.name, frozenset()) | told
    return found


def _land_of(names: Names, office: Office) -> str | None:
    """The land whose minister or president one must be, where the text speaks of one government only."""
    title = [names.doc[i] for i in range(*office.title)]
    if any(t.lower_ == "taoiseach" for t in title):
        return "Ireland"
    is_head = any(t.text == "President" for t in title) and office.title[1] == office.person.start
    is_secretary = any(t.lower_ == "secretary" and names.doc[t.i - 1].lower_ in MINISTRIES for t in title if t.i)
    is_ruler = any(t.lower_ in _RULERS for t in title)
    return (names.parts.land or names.parts.only_land) if is_head or is_secretary or is_ruler else None


def _spoken_for(names: Names, person: Mention) -> str | None:
    """'For the ruling union, Justice Minister Abel Kiromba said': for whom one speaks, at the head of the sentence."""
    doc, head = names.doc, names.doc[person.end - 1]
    sentence = head.sent
    if doc[sentence.start].lower_ != "for" or sentence.start > person.start:
        return None
    comma = next((t.i for t in doc[sentence.start : person.start] if t.text == ","), None)
    named = next((m for m in names.mentions(sentence.start, comma) if not m.is_person), None) if comma is not None else None
    return named.actor if named is not None and head.dep_ in ("nsubj", "appos") else None


def _employer(names: Names, office: Office) -> str | None:
    """The person for whom another holds a post: 'Berg's spokeswoman, Vera Lutz' speaks for Berg and for Berg's side."""
    served = next((m for m in names.mentions(*office.title) if m.is_person), None)
    if served is not None and names.doc[served.start - 1].lower_ in ("for", "to", "of"):
        return served.name  # 'Vera Lutz, a spokeswoman for Berg'
    at = office.title[0] - 1
    employer = names.at(at - 1) if at >= 1 and names.doc[at].tag_ == "POS" else None
    return employer.name if employer is not None and employer.is_person else None


def _owner(names: Names, person: Mention) -> str | None:
    at = person.start - 1
    while at >= 0 and names.doc[at].lower_ in HONORIFICS:
        at -= 1
    if at >= 1 and names.doc[at].tag_ == "POS" and (owner := names.at(at - 1)):
        return owner.actor
    return None


def _before(names: Names, person: Mention) -> Office | None:
    doc = names.doc
    end = person.start
    while end > 0 and doc[end - 1].lower_ in HONORIFICS:
        end -= 1
    is_apart = end > 0 and doc[end - 1].text == ","
    if is_apart:
        end -= 1
        if end > 2 and doc[end - 1].text == ")" and doc[end - 3].text == "(":
            end -= 3
    start = run_start(names, end)
    title = next((i for i in range(end - 1, start - 1, -1) if _heads_title(names, i, end)), None)
    if title is None:
        return None
    if is_apart and not _is_apposed(person, names):
        return None
    if title == end - 1:  # 'a letter from its commander to President Ada Berg': whose commander it is says nothing of her
        start = max([start, *(i + 1 for i in range(start, title) if names.doc[i].lower_ in ("to", "for"))])
    if doc[end - 1].lower_ in ("for", "to", "at"):
        return None  # 'a spokesman for Ada Berg' is somebody else
    first = title
    while first > start and _belongs(names, first - 1):
        first -= 1
    first += doc[first].text == "-"  # 'Then-foreign minister Ada Berg'
    return Office(person, (first, end), actor_of_post(names, person, start, (first, end)))


def _heads_title(names: Names, i: int, end: int) -> bool:
    doc = names.doc
    if doc[i].lower_ not in TITLES or names.at(i) is not None:
        return False
    return i == end - 1 or doc[i + 1].lower_ in ("of", "for", "to", "at", "-")


def _belongs(names: Names, i: int) -> bool:
    token, mention = names.doc[i], names.at(i)
    if mention is not None and (token.lower_ not in _IN_TITLES or (mention.end - mention.start > 1 and token.lower_ not in SIDES)):
        return False
    if token.tag_ == "POS" or (token.is_sent_start and token.pos_ == "DET"):
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.text == "-"


def _is_apposed(person: Mention, names: Names) -> bool:
    doc = names.doc
    closes = person.end >= len(doc) or doc[person.end].text in (",", ".") or doc[person.end].tag_ == "CC" or doc[person.end].is_space
    first = doc[person.end - 1]
    return closes or first.dep_ == "appos"


def _behind(names: Names, person: Mention) -> Office | None:
    doc = names.doc
    if person.end + 1 >= len(doc) or doc[person.end].text != ",":
        return None
    start, end = person.end + 1, person.end + 1
    while end < len(doc) and end - start < _LONGEST:
        token = doc[end]
        if (
            token.is_space
            or (token.is_punct and token.text not in ("-", "'", "’"))
            or token.pos_ in ("VERB", "AUX")
            or (token.pos_ == "PRON" and token.tag_ != "PRP$")
        ):
            break
        end += 1
    title = next((i for i in range(start, min(end, start + 7)) if doc[i].lower_ in TITLES), None)
    if title is None or any(doc[i].pos_ in ("ADP", "CCONJ") for i in range(start, title)):
        return None
    first = title
    while first > start and _belongs(names, first - 1):
        first -= 1
    return Office(person, (first, end), actor_among(names, start, end) or actor_by_pronoun(names, start, end))
