import datetime as dt
import typing
from types import UnionType

import pytest
from attrs import evolve, fields, has

from gobetween.casefiles.decoding.entry_keys import COMMON_KEYS
from gobetween.casefiles.decoding.shapes import COLLECTIONS
from gobetween.casefiles.encoding.carried import BESIDE, CARRIED_BY_RECORD, IN_FOLDERS, without_carried
from gobetween.casefiles.encoding.entries import RECORDS
from gobetween.model.cases import Case
from gobetween.model.dates import When
from gobetween.model.items import Item
from gobetween.model.passages import Citation
from gobetween.model.proposals import Answer, AnswerKind, Proposal
from gobetween.model.relays import Relay, RelayState
from gobetween.model.sealed import SealedProposal

COMMON = {"id", "when", "known", "citations", "owner", "holders", "note", "is_inferred"}
PARTS = {"roles": "actor", "offices": "person"}  # the whole that a part stands in


def kinds_within(hint):
    """The kinds of values that an attribute of this type holds."""
    if isinstance(hint, UnionType) or typing.get_origin(hint) is not None:
        return [kind for each in typing.get_args(hint) for kind in kinds_within(each)]
    return [hint] if has(hint) and hint not in (When, Citation) else []


def attributes_below(kind, path):
    """The paths of all attributes of a kind of entry and of its parts, with the kind that has them."""
    hints = typing.get_type_hints(kind)
    for each in fields(kind):
        yield f"{path}.{each.name}", kind, each.name
        if f"{path}.{each.name}" not in CARRIED_BY_RECORD:
            for inner in kinds_within(hints[each.name]):
                yield from attributes_below(inner, f"{path}.{each.name}")


def written_attributes():
    """For each kind of entry or record, the attributes that have a key."""
    found = {kind: {*names.values()} for kind, names in RECORDS.items()}
    hints = typing.get_type_hints(Case)
    shapes = {**COLLECTIONS, "roles": COLLECTIONS["actors"].fields["roles"].read.shape}
    shapes["offices"] = COLLECTIONS["persons"].fields["offices"].read.shape
    for name, shape in shapes.items():
        (kind,) = kinds_within(hints[name])
        found[kind] = COMMON | {wanted.to or key for key, wanted in shape.fields.items()} | {PARTS.get(name, "id")}
    for name, parts in (("issues", "options"), ("proposals", "versions")):
        (kind,) = kinds_within(typing.get_type_hints(kinds_within(hints[name])[0])[parts])
        found[kind] = None
    return found


def test_every_attribute_of_a_case_has_a_place():
    assert {each.name for each in fields(Case)} == IN_FOLDERS | {name for name in CARRIED_BY_RECORD | BESIDE if "." not in name}


def test_every_attribute_of_every_entry_is_written_or_carried():
    from gobetween.casefiles.decoding.shapes.negotiation import OPTION, VERSION
    from gobetween.model.issues import Option
    from gobetween.model.proposals import Version

    written = written_attributes()
    for kind, shape in ((Option, OPTION), (Version, VERSION)):
        written[kind] = COMMON | {wanted.to or key for key, wanted in shape.fields.items()}
    hints = typing.get_type_hints(Case)
    names = IN_FOLDERS - {"id", "title", "summary", "profile", "preferences"}
    found = [each for name in names for kind in kinds_within(hints[name]) for each in attributes_below(kind, name)]
    without = {path for path, kind, attribute in found if attribute not in written[kind]}
    assert without - CARRIED_BY_RECORD - BESIDE == set(), "give them keys in the case files, or let the record carry them"
    assert CARRIED_BY_RECORD & {path for path, *_ in found} - without == set(), "these have keys now: the record need not carry them"


def test_the_record_carries_nothing_that_is_not_there():
    hints = typing.get_type_hints(Case)
    paths = {path for name in hints for kind in kinds_within(hints[name]) for path, _, _ in attributes_below(kind, name)}
    assert paths | set(hints) >= CARRIED_BY_RECORD


def test_what_the_record_carries_is_as_if_it_had_never_been_set():
    relay = Relay("one", sender="a", to="b", route=("c",), text="x")
    case = Case("quay", "T", is_rehearsal=True, relays=(evolve(relay, state=RelayState.DELIVERED, reason="y"),))
    assert without_carried(case) == Case("quay", "T", relays=(relay,))


def test_the_keys_of_every_entry_are_those_known_here():
    assert len(COMMON_KEYS) == len(COMMON) == len(fields(Item))


@pytest.mark.parametrize("kind", RECORDS)
def test_the_keys_of_a_record_name_its_attributes(kind):
    assert set(RECORDS[kind].values()) <= {each.name for each in fields(kind)}


def test_what_names_an_entry_that_the_record_carries_is_carried_with_it():
    day = dt.datetime(2031, 3, 1, tzinfo=dt.UTC)
    sealed = SealedProposal("sealed", name="S", by=("a",), to=("b",), text="x", deadline_utc=day)
    answers = tuple(Answer(f"to-{to}", proposal=to, by="b", answer=AnswerKind.PENDING) for to in ("sealed", "paper", "nothing"))
    paper = Proposal("paper", name="Paper", by=("a",))
    kept = without_carried(Case("quay", "T", sealed_proposals=(sealed,), proposals=(paper,), answers=answers))
    assert kept == Case("quay", "T", proposals=(paper,), answers=answers[1:])
