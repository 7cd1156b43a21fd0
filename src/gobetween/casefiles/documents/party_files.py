"""`parties/<actor>.yaml` and `assumptions/<name>.yaml`: what a party entrusted, and what a keeper assumes."""

from __future__ import annotations

from typing import Any

from attrs import evolve, field, frozen

from gobetween.casefiles.decoding.entries import Shape, read_collection, schema_of_collection
from gobetween.casefiles.decoding.entry_keys import are_within, check_namings
from gobetween.casefiles.decoding.faults import Faults, listed
from gobetween.casefiles.decoding.field_readers import words
from gobetween.casefiles.decoding.fields import Field, Fields, is_nothing, may, must, read_fields, schema_of
from gobetween.casefiles.decoding.misspelt_keys import spelt
from gobetween.casefiles.decoding.places import Desk, Frame, Name, Place, Setting, Unreadable, Warned
from gobetween.casefiles.decoding.readers import Reader, accepts
from gobetween.casefiles.decoding.reference_readers import audience, audience_of, by_ref, expanded, naming_key
from gobetween.casefiles.decoding.shapes import INTEREST, POSITION
from gobetween.casefiles.decoding.yaml_nodes import Mapping, Sequence
from gobetween.casefiles.documents.case_file import check_version, entries, parsed, schema_of_file
from gobetween.casefiles.documents.conduct import CONDUCT, conduct_from
from gobetween.casefiles.documents.doubtful_numbers import DOUBT_TOGETHER, NUMBERS_IN_DOUBT, doubt_from, in_the_middle
from gobetween.casefiles.documents.heads import words_in_head
from gobetween.casefiles.documents.preferences import (
    NUMBERS,
    NUMBERS_TOGETHER,
    has_numbers,
    preferences_from,
    warn_of_issues_left_out,
    warn_of_options_left_out,
)
from gobetween.casefiles.schemas.fragments import Schema, either, given, mapping, or_nothing, titled
from gobetween.model.actors import Delegation
from gobetween.model.conduct import Conduct
from gobetween.model.doubt import Doubt
from gobetween.model.evidence import Stance
from gobetween.model.items import KEEPER, KEEPER_ALONE
from gobetween.model.positions import Interest, Position, Series
from gobetween.model.preferences import Preferences, ValueBasis

_HOLDERS = (KEEPER, "mediators")


@accepts(titled("audience, perhaps nobody", either(*audience_of(_HOLDERS)["anyOf"])))
def _entrusted_to(at: Place) -> frozenset[str]:
    is_for_nobody = isinstance(at.node, Sequence) and not at.node.items
    return frozenset() if is_for_nobody else expanded(at, _HOLDERS)


_NOBODY_YET = "write who holds this file besides the party, entrusted_to: [ID], or entrusted_to: [] for nobody yet"
_PARTY_HEAD: Fields = {
    "entrusted_to": must(_entrusted_to, remedy=_NOBODY_YET),
    "pooling": may(audience),
    "mandate": may(words),
    "note": may(words),
}


def _without_actor(shape: Shape, **others: Field) -> Shape:
    return evolve(shape, fields={**{key: wanted for key, wanted in shape.fields.items() if key != "actor"}, **others})


_POSITION = _without_actor(POSITION)
_INTEREST = _without_actor(INTEREST)
_RED_LINE = evolve(
    POSITION,
    kind="red line",
    fields={key: evolve(POSITION.fields[key], is_required=True) for key in ("issue", "options", "text")},
)
_ENTRIES = {"red_lines": _RED_LINE, "positions": _POSITION, "interests": _INTEREST}


def schema_of_party_file() -> Schema:
    """What the file of a party may hold."""
    collections = {key: or_nothing(schema_of_collection(shape)) for key, shape in _ENTRIES.items()}
    return schema_of_file({**_PARTY_HEAD, **NUMBERS}, collections, conditions=NUMBERS_TOGETHER)


@frozen
class Entrusted:
    """What one party entrusted, and to whom."""

    party: str
    holders: frozenset[str]
    pooled_for: frozenset[str] = frozenset()
    preferences: tuple[Preferences, ...] = ()
    positions: tuple[Position, ...] = ()
    interests: tuple[Interest, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    warnings: tuple[Warned, ...] = ()


@frozen
class AssumptionSet:
    """A keeper's named guesses about parties' preferences, and about conduct after a deal.

    `doubts` are about those parties alone whose numbers are in doubt; `preferences` has the middle of these.
    """

    name: str
    title: str = ""
    note: str = ""
    holders: frozenset[str] = KEEPER_ALONE
    preferences: tuple[Preferences, ...] = field(default=(), repr=False)
    doubts: tuple[Doubt, ...] = field(default=(), repr=False)
    conduct: Conduct | None = field(default=None, repr=False)
    warnings: tuple[Warned, ...] = field(default=(), repr=False)


def read_entrusted(data: bytes, party: str, frame: Frame, faults: Faults) -> Entrusted | None:
    """What the file of a party says; `None` if anything is wrong with it, which `faults` then tells."""
    file = f"parties/{party}.yaml"
    faults_before = len(faults.found)
    at = _opened(data, file, frame, faults, (*_PARTY_HEAD, *NUMBERS, "gobetween", *_ENTRIES))
    if at is None:
        return None
    read = read_fields(at, {**_PARTY_HEAD, **NUMBERS}, ("gobetween", *_ENTRIES))
    for key in ("entrusted_to", "pooling"):
        if key in read:
            _check_head(at, data, key)
    named = read.get("entrusted_to", frozenset())  # without it there is a fault already, and others are looked for
    _check_sides(at, party, named)
    holders = named | {party}
    entrusted = Entrusted(party, holders, read.get("pooling", frozenset()))
    at.desk.namings = [(holders, naming) for naming in at.desk.named]
    entrusted = _with_numbers(at, read, entrusted)
    entrusted = _with_entries(at, read.get("mandate", ""), entrusted)
    check_namings(at.desk)
    return None if len(faults.found) > faults_before else evolve(entrusted, warnings=tuple(at.desk.warnings))


def _opened(data: bytes, file: str, frame: Frame, faults: Faults, keys: tuple[str, ...]) -> Place | None:
    root = parsed(data, file, faults)
    if root is None:
        return None
    at = spelt(Place(Desk(file, frame, faults), root), keys)
    check_version(at)
    return at


def _check_head(at: Place, data: bytes, key: str) -> None:
    """Who may read on must be found by whoever reads the head alone: both ways of reading have to agree.

    Of a key that is misspelt there is a fault already.
    """
    if key.encode() not in data:
        return
    node = entries(at.node)[key]
    written = {getattr(item, "text", "") for item in (node.items if isinstance(node, Sequence) else (node,))}
    named = words_in_head(data, key)
    if named is None or set(named) != written:
        at.fault(f"'{key}' must stand near the top of the file, on one line, as in {key}: [one, another]", _line_of(at, key))


def _check_sides(at: Place, party: str, named: frozenset[str]) -> None:
    """A party's run opens no other party's file: what is for another side goes through a mediator, or by a release."""
    sides = [other for other in at.frame.parties if other in named and other != party]
    if sides:
        text = f"entrusted_to: {listed(sides)} is a party to the talks; what is for another side is relayed, or released in case.yaml"
        at.fault(text, _line_of(at, "entrusted_to"))


def _line_of(at: Place, key: str) -> int:
    return at.node.key_lines[key] if isinstance(at.node, Mapping) else 1


def _with_numbers(at: Place, read: dict[str, Any], entrusted: Entrusted) -> Entrusted:
    if not has_numbers(read):
        return entrusted
    try:
        preferences = preferences_from(
            at,
            entrusted.party,
            read,
            basis=ValueBasis.ENTRUSTED,
            holders=entrusted.holders,
            pooled_for=entrusted.pooled_for,
            note=read.get("note", ""),
        )
    except Unreadable:
        return entrusted
    warn_of_issues_left_out(at, preferences)
    warn_of_options_left_out(at, preferences)
    return evolve(entrusted, preferences=(preferences,))


def _with_entries(at: Place, mandate: str, entrusted: Entrusted) -> Entrusted:
    party = entrusted.party
    given = {"actor": party, "series": Series.ENTRUSTED}
    setting = Setting(party, entrusted.holders, given=given, prefix=f"{party}/")
    red = evolve(setting, given={**given, "stance": Stance.REJECT, "is_red_line": True})
    red_lines = _collection(at, "red_lines", _RED_LINE, red)
    positions = _collection(at, "positions", _POSITION, setting)
    interests = _collection(at, "interests", _INTEREST, evolve(setting, given={"actor": party}))
    mandates = [Delegation(f"{party}/mandate", actor=party, mandate=mandate, owner=party, holders=entrusted.holders)] if mandate else []
    return evolve(entrusted, positions=red_lines + positions, interests=interests, delegations=tuple(mandates))


def _collection(at: Place, key: str, shape: Shape, setting: Setting) -> tuple[Any, ...]:
    """The entries, their ids made the party's own (no id that is written has a slash), so that they never meet any other's."""
    node = entries(at.node).get(key)
    if node is None or is_nothing(node):
        return ()
    return tuple(evolve(item, id=f"{setting.owner}/{key}/{item.id}") for item in read_collection(at.step(key, node), shape, setting))


_ASSUMPTION_HEAD: Fields = {"title": may(words), "held_by": may(audience), "note": may(words)}
_IN_DOUBT: Schema = titled("assumed numbers of a party", {**schema_of(NUMBERS_IN_DOUBT), "allOf": list(DOUBT_TOGETHER)})


def schema_of_assumptions() -> Schema:
    """What a file of assumptions may hold."""
    others = {
        "preferences": or_nothing(mapping(naming_key("actor"), _IN_DOUBT)),
        "conduct": or_nothing(titled("assumed conduct", schema_of(CONDUCT))),
    }
    return schema_of_file(_ASSUMPTION_HEAD, others, conditions=(either(given("preferences"), given("conduct")),))


def read_assumptions(data: bytes, name: str, frame: Frame, faults: Faults) -> AssumptionSet | None:
    """What a file of assumptions says; `None` if anything is wrong with it, which `faults` then tells."""
    faults_before = len(faults.found)
    at = _opened(data, f"assumptions/{name}.yaml", frame, faults, (*_ASSUMPTION_HEAD, "gobetween", "preferences", "conduct"))
    if at is None:
        return None
    read = read_fields(at, _ASSUMPTION_HEAD, ("gobetween", "preferences", "conduct"))
    if "held_by" in read:
        _check_head(at, data, "held_by")
    assumed = AssumptionSet(name, read.get("title", ""), read.get("note", ""), read.get("held_by", KEEPER_ALONE))
    assumed = _with_guesses(at, assumed)
    at.desk.namings = [(assumed.holders, naming) for naming in at.desk.named]
    check_namings(at.desk)
    return None if len(faults.found) > faults_before else evolve(assumed, warnings=tuple(at.desk.warnings))


def _with_guesses(at: Place, assumed: AssumptionSet) -> AssumptionSet:
    """The set with what it says of preferences and of conduct; it has to say something of one of them."""
    named = {key: node for key, node in entries(at.node).items() if key in ("preferences", "conduct") and not is_nothing(node)}
    if not named:
        at.fault("'preferences' is missing: {party: {values: ..., reservation: ...}}")
    try:
        if "preferences" in named:
            place = at.step("preferences", named["preferences"])
            doubts = by_ref("actor", _in_doubt(assumed))(place).values()
            preferences = tuple(in_the_middle(each) for each in doubts)
            assumed = evolve(assumed, preferences=preferences, doubts=tuple(each for each in doubts if not each.is_none))
        if "conduct" in named:
            conduct = conduct_from(at.step("conduct", named["conduct"]), assumption=assumed.name, holders=assumed.holders)
            assumed = evolve(assumed, conduct=conduct)
    except Unreadable:
        pass
    return assumed


def _in_doubt(assumed: AssumptionSet) -> Reader[Doubt]:
    """A reader of what the set assumes of the party that is the place's key."""

    @accepts(_IN_DOUBT)
    def read(at: Place) -> Doubt:
        faults_before = at.fault_count
        values = read_fields(at, NUMBERS_IN_DOUBT)
        if at.fault_count > faults_before:
            raise Unreadable
        note = values.pop("note", assumed.note)
        others = {"assumption": assumed.name, "holders": assumed.holders, "note": note}
        doubt = doubt_from(at, at.key[1:], values, basis=ValueBasis.ASSUMED, **others)
        warn_of_issues_left_out(at, in_the_middle(doubt))
        return doubt

    return read


def frame_for(frame: Frame, holders: frozenset[str]) -> Frame:
    """The frame as these holders may know it: what they do not all hold is not there, so no message can speak of it."""

    def is_open(name: Name) -> bool:
        outer = frame.holders.get(name)
        return outer is None or are_within(holders, outer)

    ids = {kind: dict.fromkeys(entry for entry in known if is_open(_name(kind, entry))) for kind, known in frame.ids.items()}
    return evolve(frame, ids=ids)


def _name(kind: str, entry_id: str) -> Name:
    if kind.startswith("option:"):
        return ("option", f"{kind.removeprefix('option:')}/{entry_id}")
    return ("actor" if kind == "party" else kind, entry_id)
