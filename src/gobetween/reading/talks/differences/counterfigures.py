"""Figures set against each other: 'A puts the toll at 40; B speaks of 65', 'according to A there are seven; B says nine'."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.symbols import NUM
from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import SUBJECTS, Range, child, child_called, is_negated, subject_of, tokens_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.word_lists import words

_GIVING = words(
    "put place estimate count speak say tell give reckon claim report arrive acknowledge talk calculate insist maintain record"
)
_STANDING = words("number figure total toll count cost estimate loss reserve sum it them that true real")
_FREEING = words("let go free release return leave remain stay")
_OF_OFFERS = words(
    "demand offer accept pay want ask request seek propose raise bid will would could can must should "
    "agree refuse reject too enough fair sufficient"
)
_AMOUNTING = words("be come stand amount run")
_LONGEST = 40  # tokens of a claim


@frozen
class Claimed:
    """A figure that an actor gives: who, the tokens, where the giving is over, the number's place, and what is counted, if said."""

    by: str
    tokens: Range
    given: int
    number: int
    counted: str


def find_counterfigures(scene: Scene) -> Iterator[tuple[Claimed, Claimed]]:
    """Each figure with the other that another actor sets against it right behind."""
    claims = list(_claims(scene))
    for i, first in enumerate(claims):
        later = next((each for each in claims[i + 1 :] if each.by != first.by), None)
        if later is not None and _are_near(scene, first, later) and _are_of_one_matter(scene, first, later):
            yield first, later


def _claims(scene: Scene) -> Iterator[Claimed]:
    seen: set[int] = set()
    for number in tokens_of(scene.doc, NUM):
        if number.ent_type_ in ("DATE", "TIME", "ORDINAL") or _is_within_speech(scene, number) or number.i in seen:
            continue
        found = _told(scene, number) or _according(scene, number)
        if found is not None and not _is_of_offer(scene, found):
            seen |= set(range(*found.tokens))
            yield found


def _is_within_speech(scene: Scene, number: Token) -> bool:
    """Quoted, unless somebody 'puts it at "fifty, tops"'."""
    if scene.quoted.at(number) < 0:
        return False
    return not any(t.lower_ == "at" and scene.quoted.at(t) < 0 for t in number.doc[max(0, number.i - 3) : number.i])


def _told(scene: Scene, number: Token) -> Claimed | None:
    at = number
    for _ in range(10):
        if at.head.i == at.i:
            return None
        at = at.head
        subject = subject_of(at) if child(at, *SUBJECTS) is not None else None
        if subject is not None and (at.lemma_.lower() in _GIVING or (at.lemma_ in _AMOUNTING and subject.lemma_ in _STANDING)):
            by = parties_of(scene, subject) or _owner(scene, subject)
            first, last = clause_tokens(at)
            if not by or is_negated(at) or not first <= number.i < last or last - first > _LONGEST:
                return None
            return Claimed(by[0], (first, last), at.i, number.i, _counted(number))
    return None


def _owner(scene: Scene, subject: Token) -> tuple[str, ...]:
    """'Norway's geological survey', 'Norway's figure'."""
    referent = scene.references.who(subject)
    if referent is not None and referent.actor:
        return (referent.actor,)
    owner = owner_of(scene, subject)
    return (owner,) if owner else ()


def _according(scene: Scene, number: Token) -> Claimed | None:
    """'According to Norway there are seven fishermen in custody'."""
    for token in scene.doc[number.sent.start : number.i]:
        if token.lower_ != "according":
            continue
        to = child(token, "prep")
        giver = child(to, "pobj") if to is not None else None
        by = parties_of(scene, giver) if giver is not None else ()
        end = next((t.i for t in scene.doc[number.i : number.sent.end] if t.text == ";"), number.sent.end)
        if giver is not None and by and not any(t.text == ";" for t in scene.doc[token.i : number.i]):
            return Claimed(by[0], (token.i, end), giver.i, number.i, _counted(number))
    return None


def _counted(number: Token) -> str:
    """The noun that the number counts, if it is more than a unit of money or of a hundred parts."""
    noun = number.head if number.dep_ in ("nummod", "compound") and number.head.pos_ == "NOUN" else None
    if noun is None:
        of = child_called(number, ("of",), "prep")
        noun = child(of, "pobj") if of is not None else None
    return noun.lemma_.lower() if noun is not None else ""


def _is_of_offer(scene: Scene, claimed: Claimed) -> bool:
    return any(t.lemma_.lower() in _OF_OFFERS or t.lower_ in _OF_OFFERS for t in scene.doc[slice(*claimed.tokens)])


def _are_near(scene: Scene, first: Claimed, later: Claimed) -> bool:
    behind = scene.doc[first.number].sent.end
    is_next = later.number < (scene.doc[behind].sent.end if behind < len(scene.doc) else behind)
    return is_next and scene.doc[first.number].text != scene.doc[later.number].text


def _are_of_one_matter(scene: Scene, first: Claimed, later: Claimed) -> bool:
    """The same thing counted, or none named by the second, who only says another number."""
    if later.counted:
        return later.counted == first.counted
    told = scene.doc[later.given + 1 : later.tokens[1]]
    return not any(t.pos_ in ("NOUN", "VERB") and t.lemma_.lower() not in _GIVING | _STANDING | _FREEING for t in told)
