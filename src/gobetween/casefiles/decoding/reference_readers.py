"""Readers of ids of what the case names: actors, issues, their options, and who is to have an entry."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from gobetween.casefiles.decoding.faults import listed
from gobetween.casefiles.decoding.field_readers import ID_AS_KEY, ID_SCHEMA, by_key, each, is_id, label, some
from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.decoding.readers import Reader, accepts
from gobetween.casefiles.decoding.yaml_nodes import Scalar
from gobetween.casefiles.schemas.fragments import REFERS_TO, Schema, either, mapping, not_empty, titled
from gobetween.model.issues import OptionSets
from gobetween.model.items import KEEPER, KEEPER_ALONE, PUBLIC

T = TypeVar("T")

_EVERYBODY = ("all", "anyone", "everybody", "everyone")
_COLLECTIVE = (PUBLIC, KEEPER, "mediators", "parties")


def _named(*kinds: str) -> Schema:
    said = " or ".join(f"an {kind}" if kind[0] in "aeiou" else f"a {kind}" for kind in kinds)
    return titled(f"id of {said}", {**ID_SCHEMA, REFERS_TO: list(kinds)})


def naming_key(*kinds: str) -> Schema:
    """What a key may be that names an entry of one of these kinds."""
    return {**ID_AS_KEY, REFERS_TO: list(kinds)}


def ref(*kinds: str) -> Reader[str]:
    """A reader of the id of an entry of one of these kinds."""

    @accepts({**_named(*kinds)})
    def read(at: Place) -> str:
        word = label(at)
        kind = next((kind for kind in kinds if word in at.frame.ids.get(kind, ()) or at.may_be_meant(kind, word)), None)
        if kind is None:
            at.reject_id(word, [entry for kind in kinds for entry in at.frame.ids.get(kind, {}) if is_id(entry)], kinds[0])
        at.name("actor" if kind == "party" else kind, word)
        return word

    return read


def refs(*kinds: str) -> Reader[tuple[str, ...]]:
    """A reader of ids, none twice."""
    read = each(ref(*kinds))

    @accepts({**read.schema, "uniqueItems": True})
    def read_all(at: Place) -> tuple[str, ...]:
        found = read(at)
        if len(set(found)) < len(found):
            at.reject(f"found {listed(found)}; name each once")
        return found

    return read_all


def by_ref(kind: str, read: Reader[T]) -> Reader[dict[str, T]]:
    """A reader of a mapping from ids of entries of this kind; a reader of its values finds the id in the place's key."""
    named = ref(kind)

    def read_value(at: Place, entry_id: str) -> T:
        named(_place_of_key(at, entry_id))
        return read(at)

    @accepts(mapping(naming_key(kind), read.schema))
    def read_mapping(at: Place) -> dict[str, T]:
        return by_key(at, read_value)

    return read_mapping


def by_option(read: Reader[T]) -> Reader[dict[str, T]]:
    """A reader of a mapping from options of the issue that is the place's key."""

    @accepts(mapping(naming_key("option"), read.schema))
    def read_mapping(at: Place) -> dict[str, T]:
        def read_value(below: Place, option: str) -> T:
            _option_of(_place_of_key(below, option), at.key[1:])
            return read(below)

        return by_key(at, read_value)

    return read_mapping


def _place_of_key(at: Place, key: str) -> Place:
    return at.with_node(Scalar(at.node.line, key, is_plain=False))


OPTIONS: Schema = not_empty(either(_named("option"), {"type": "array", "items": _named("option")}))
"""What `options_of` reads."""


def options_of(at: Place, issue: str) -> tuple[str, ...]:
    """One option or more of that issue."""
    option = accepts(_named("option"))(lambda below: _option_of(below, issue))
    options = some(each(option))(at)
    if len(set(options)) < len(options):
        at.warn(KEEPER_ALONE, f"found {listed(options)}; is one of these another?")
    return options


def _option_of(at: Place, issue: str) -> str:
    """An option of that issue; says so where the option is another issue's."""
    word = label(at)
    allowed = at.frame.ids.get(f"option:{issue}", {})
    if word not in allowed and not at.may_be_meant(f"option:{issue}", word):
        elsewhere = [other for other in at.frame.ids["issue"] if word in at.frame.ids.get(f"option:{other}", ())]
        hint = f" ('{word}' is an option of {listed(elsewhere)})" if elsewhere else ""
        at.reject(f"{at.unlisted(word, allowed)}{hint}")
    at.name("option", f"{issue}/{word}")
    return word


@accepts(OPTIONS)
def _options_of_the_key(at: Place) -> tuple[str, ...]:
    return options_of(at, at.key[1:])


_per_issue = by_ref("issue", _options_of_the_key)


@accepts(titled("options of issues", not_empty(_per_issue.schema)))
def option_sets(at: Place) -> OptionSets:
    """For one issue or more, one option or more of each."""
    sets = _per_issue(at)
    if not sets:
        at.reject("found an empty mapping; name at least one issue with its options")
    return {issue: frozenset(options) for issue, options in sets.items()}


def audience_of(collective: Collection[str]) -> Schema:
    """What `expanded` reads."""
    one = either({"enum": list(collective)}, _named("actor"))
    return titled("audience", not_empty(either(*one["anyOf"], {"type": "array", "items": one})))


@accepts(audience_of(_COLLECTIVE))
def audience(at: Place) -> frozenset[str]:
    """Who has an item: `public`, `keeper`, `mediators`, `parties` or actors, in words for single audiences."""
    return expanded(at, _COLLECTIVE)


def expanded(at: Place, collective: tuple[str, ...]) -> frozenset[str]:
    """The actors named at a place and those whom the collective words stand for."""
    frame = at.frame
    meaning = {"mediators": frame.mediators, "parties": frame.parties}

    @accepts(audience_of(collective))
    def read(below: Place) -> tuple[str, ...]:
        word = label(below)
        if word in collective:
            return meaning.get(word, (word,))
        known = [*collective, *(actor for actor in frame.ids["actor"] if is_id(actor))]
        meant = PUBLIC if word.lower() in _EVERYBODY and PUBLIC in collective else ""
        is_known = word in frame.ids["actor"] or below.may_be_meant("actor", word)
        return (word,) if is_known else below.reject(below.unlisted(word, known, meant))

    named = frozenset(word for group in some(each(read))(at) for word in group)
    return named or at.reject("nobody in this case has that role")
