"""What whoever runs the store finds out even if a whole book was written anew, with a chain that holds."""

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.errors import RecordDamaged
from gobetween.record.canonical import canonical, content_of
from gobetween.record.chains import Kept, beginning, link
from gobetween.record.entries import Addressed, Entry
from gobetween.record.volumes import ORDER, Volume, checked, entries_in_order, place_of_book, place_of_entry

NOON = dt.datetime(2031, 3, 1, 12, tzinfo=dt.UTC)
TALKS = "quay"


def entry(name, *audience, text="words"):
    return Addressed(Entry(name, "said.v1", author="north", recorded=NOON, body={"text": text}), frozenset(audience))


OPEN, SHARED, OWN, LATER = entry("a", "public"), entry("b", "north", "south"), entry("c", "south"), entry("d", "public", "east")
ORDER_STEPS = [
    place_of_book("public", None),
    place_of_book("north", None),
    place_of_book("south", b"k" * 32),
    place_of_entry(OPEN),
    place_of_entry(SHARED),
    place_of_entry(OWN),
    place_of_book("east", None),
    place_of_entry(LATER),
]
CONTENTS = {each.entry.id: content_of(each.entry) for each in (OPEN, SHARED, OWN, LATER)}
BOOKS = {
    "public": [CONTENTS["a"], CONTENTS["d"]],
    "north": [CONTENTS["a"], CONTENTS["b"], CONTENTS["d"]],
    "south": [CONTENTS["a"], b"sealed b", b"sealed c", CONTENTS["d"]],
    "east": [CONTENTS["a"], CONTENTS["d"]],
}


def chained(audience, contents):
    before, lines = beginning(TALKS, audience), []
    for position, content in enumerate(contents, 1):
        before = link(before, content)
        lines.append(Kept(position, content, before))
    return tuple(lines)


def volume(order=ORDER_STEPS, **books):
    held = {**BOOKS, **books}
    keys = {each: b"k" * 32 if each == "south" else None for each in held}
    return Volume(TALKS, keys=keys, books={each: chained(each, held[each]) for each in held}, order=chained(ORDER, order))


def without(number):
    return [*ORDER_STEPS[:number], *ORDER_STEPS[number + 1 :]]


def test_a_whole_record_tells_where_every_entry_stands():
    steps = checked(volume())
    assert [{each: line.position for each, line in step.places.items()} for step in steps] == [
        {"public": 1, "north": 1, "south": 1},
        {"north": 2, "south": 2},
        {"south": 3},
        {"public": 2, "north": 3, "south": 4, "east": 2},
    ]


def test_what_can_be_read_without_a_key_is_given_in_order():
    assert list(entries_in_order(volume())) == [OPEN, SHARED, LATER]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (volume(north=[CONTENTS["a"], content_of(entry("x", "north").entry), CONTENTS["d"]]), "another entry than"),
        (volume(north=[CONTENTS["a"], CONTENTS["b"]]), "line 3 of the book of north is missing"),
        (volume(north=[*BOOKS["north"], CONTENTS["c"]]), "has 4 lines, the order of entries names 3"),
        (volume(public=[CONTENTS["a"], content_of(entry("d", "public", text="other words").entry)]), "not the same in every book"),
        (
            volume(east=[content_of(entry("a", "public", text="other words").entry), CONTENTS["d"]]),
            "does not begin with what was public",
        ),
        (volume(west=[]), "a book that the order of entries does not name"),
        (volume(order=without(6)), "a book that the order of entries does not name"),
        (volume(order=without(5)), r"another entry|has 4 lines"),
        (volume(order=[*ORDER_STEPS, place_of_book("west", None)]), "the book of west is missing"),
        (volume(order=[*ORDER_STEPS, place_of_entry(entry("e", "west"))]), "line 1 of the book of west is missing"),
        (evolve(volume(), keys={"public": None, "north": b"k" * 32, "south": b"k" * 32, "east": None}), "sealed for another key"),
        (volume(order=[*ORDER_STEPS, b"no JSON"]), "step 9 of the order of entries cannot be read"),
        (volume(order=[*ORDER_STEPS, b"[]"]), "step 9 of the order of entries is not what Gobetween writes"),
        (
            volume(order=[*ORDER_STEPS, canonical({"audience": 5, "id": "a"})]),
            "step 9 of the order of entries is not what Gobetween writes",
        ),
        (volume(order=[*ORDER_STEPS, canonical({"id": "a"})]), "step 9 of the order of entries is not what Gobetween writes"),
        (evolve(volume(), order=volume().order[1:]), "line 1 of the order of entries is missing"),
        (evolve(volume(), order=chained("north", ORDER_STEPS)), "line 1 of the order of entries is not what was recorded"),
    ],
)
def test_what_does_not_fit_together_is_found(changed, reason):
    with pytest.raises(RecordDamaged, match=reason) as refusal:
        checked(changed)
    assert "words" not in str(refusal.value)
