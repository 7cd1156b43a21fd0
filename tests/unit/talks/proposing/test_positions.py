"""Positions: three series apart, each for those who are to have it; and what changes an alternative."""

from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.bargaining.problems import problem_of
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Happening, Leverage
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC
from gobetween.model.positions import Series
from gobetween.protocols.positions import Stand
from gobetween.talks.proposing import positions
from specimen_talks import AUDIENCES, SpecimenTalks, books, strait_case

FULL = Stand("toll", Stance.DEMAND, text="The whole toll.", options=frozenset({"full"}))
HALF = frozenset({"half"})


@pytest.fixture
def talks() -> SpecimenTalks:
    return SpecimenTalks.opened()


def holding(talks: SpecimenTalks) -> list[str]:
    return [audience for audience in AUDIENCES if talks.view(audience).case.positions]


def required(talks: SpecimenTalks, audience: str) -> list[frozenset[str]]:
    return [each.requires["toll"] for each in problem_of(talks.view(audience).case).requirements]


def test_a_bottom_line_is_the_partys_own_unless_it_entrusts_it(talks: SpecimenTalks) -> None:
    talks.act("north", positions.note_bottom_line, "toll", HALF, text="Half would do.", name="line")
    assert holding(talks) == ["north"]
    talks.act("north", positions.note_bottom_line, "toll", HALF, text="Half would do.", to=("bridge",), name="told")
    assert holding(talks) == ["north", "bridge"]
    (told,) = talks.view("bridge").case.positions
    assert (told.series, told.owner, told.options, told.text) == (Series.BOTTOM_LINE, "north", HALF, "Half would do.")


def test_a_position_is_stated_to_the_mediators_named(talks: SpecimenTalks) -> None:
    talks.act("north", positions.state, FULL, to=("harbour",))
    assert holding(talks) == ["north", "harbour"]
    assert talks.view("harbour").case.positions[0].series is Series.STATED


def test_what_is_declared_everyone_hears(talks: SpecimenTalks) -> None:
    talks.act("north", positions.declare, FULL)
    assert holding(talks) == list(AUDIENCES)
    (declared,) = talks.view(PUBLIC).case.positions
    assert (declared.series, declared.owner, declared.holders) == (Series.PUBLIC, None, EVERYONE)


def test_each_reckons_with_the_least_open_position_that_it_holds(talks: SpecimenTalks) -> None:
    talks.act("north", positions.note_bottom_line, "toll", HALF, text="Half would do.", to=("bridge",))
    talks.act("north", positions.state, FULL, to=("harbour",))
    talks.wait(days=3)
    talks.act("north", positions.declare, evolve(FULL, options=frozenset({"none"}), text="Nothing at all."))
    assert required(talks, "shipping") == [frozenset({"none"})]
    assert required(talks, "harbour") == [frozenset({"full"})]
    assert required(talks, "bridge") == [frozenset({"half", "none"})]
    assert required(talks, "north") == [frozenset({"half", "full", "none"})]


def test_a_bottom_line_noted_again_replaces_the_one_of_the_same_day(talks: SpecimenTalks) -> None:
    talks.act("north", positions.note_bottom_line, "toll", HALF, text="Half.")
    talks.act("north", positions.note_bottom_line, "toll", frozenset({"none"}), text="Nothing.")
    assert required(talks, "north") == [frozenset({"none"})]


@pytest.mark.parametrize(
    ("who", "use", "given", "words"),
    [
        ("north", positions.state, {"stand": FULL, "to": ()}, "a position is stated to somebody: name the mediators who get it"),
        ("south", positions.state, {"stand": FULL, "to": ("bridge",)}, "there is no channel between south and bridge"),
        ("north", positions.state, {"stand": FULL, "to": ("south",)}, "there is no channel between north and south"),
        ("harbour", positions.state, {"stand": FULL, "to": ("north",)}, "north: this is entrusted to mediators alone"),
        ("north", positions.state, {"stand": FULL, "to": ("west",)}, "nobody you know of in these talks is called 'west'"),
        (
            "north",
            positions.state,
            {"stand": evolve(FULL, options=frozenset({"third"})), "to": ("bridge",)},
            "there is no option 'third' on 'toll' that you know of",
        ),
        ("north", positions.declare, {"stand": evolve(FULL, issue="price")}, "there is no issue 'price' that you know of"),
        (
            "north",
            positions.declare,
            {"stand": evolve(FULL, issue="price", options=frozenset())},
            "there is no issue 'price' that you know of",
        ),
        (
            "north",
            positions.declare,
            {"stand": evolve(FULL, stance=Stance.CONDITIONAL)},
            "a position that holds on a condition says on which",
        ),
        (KEEPER, positions.declare, {"stand": FULL}, "the keeper takes no positions"),
        ("bridge", positions.note_bottom_line, {"issue": "toll", "options": HALF, "text": "x"}, "this is for parties"),
        ("bridge", positions.note_alternative, {"text": "x"}, "this is for parties"),
        (
            "north",
            positions.note_alternative,
            {"text": "x", "because": ("storm",)},
            "you know of no event or pressure called 'storm'; known: none",
        ),
    ],
)
def test_what_cannot_be_said_is_refused(talks: SpecimenTalks, who: str, use: object, given: dict[str, object], words: str) -> None:
    assert talks.refusal(who, use, **given).startswith(words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "use",
    [
        lambda at: positions.declare(at, FULL),
        lambda at: positions.state(at, FULL, to=("bridge",)),
        lambda at: positions.note_bottom_line(at, "toll", HALF, text="Half."),
        lambda at: positions.note_alternative(at, "x"),
    ],
)
def test_the_delegation_says_where_the_party_stands(talks: SpecimenTalks, use: object) -> None:
    refusal = talks.refusal("north", use, principal="north-head")  # type: ignore[arg-type]
    assert refusal == "this is for the delegation of north; a principal instructs it, and decides"


def hidden_talks() -> SpecimenTalks:
    """North alone knows of an option, of an issue and of a pressure; everybody of a storm."""
    frame = strait_case()
    toll, hours = frame.issues
    alone = frozenset({"north"})
    quarter = evolve(toll.options[0], id="quarter", title="A quarter", holders=alone)
    return SpecimenTalks.opened(
        evolve(
            frame,
            issues=(evolve(toll, options=(*toll.options, quarter)), evolve(hours, holders=alone)),
            happenings=(Happening("storm", text="A storm.", holders=EVERYONE),),
            leverage=(Leverage("threat", by="shipping", on="north", demand="Agree.", holders=alone),),
        )
    )


@pytest.mark.parametrize(
    "stand",
    [
        evolve(FULL, options=frozenset({"quarter"})),
        evolve(FULL, issue="hours", options=frozenset({"day"})),
        evolve(FULL, issue="hours", options=frozenset()),
    ],
)
def test_what_only_some_know_is_noted_for_oneself_and_named_to_nobody(stand: Stand) -> None:
    talks = hidden_talks()
    words = f"not everyone knows '{stand.issue}' and these options: say it where they are known"
    assert talks.refusal("north", positions.declare, stand) == words
    assert talks.refusal("north", positions.state, stand, to=("bridge",)) == words
    assert talks.refusal("north", positions.note_bottom_line, stand.issue, stand.options, text="x", to=("bridge",)) == words
    talks.act("north", positions.note_bottom_line, stand.issue, stand.options, text="x")


def test_words_alone_may_be_declared_on_an_issue(talks: SpecimenTalks) -> None:
    talks.act("north", positions.declare, evolve(FULL, options=frozenset()))
    assert talks.view("south").case.positions[0].text == "The whole toll."


def test_an_alternative_changes_by_what_is_known() -> None:
    talks = hidden_talks()
    talks.act("north", positions.note_alternative, "Another strait.", is_better=False, because=("storm", "threat"), name="own")
    assert [audience for audience in AUDIENCES if talks.view(audience).case.alternatives] == ["north"]
    (noted,) = talks.view("north").case.alternatives
    assert (noted.text, noted.is_better, noted.because) == ("Another strait.", False, ("storm", "threat"))
    talks.act("north", positions.note_alternative, "Another strait.", because=("storm",), to=("bridge",))
    assert len(talks.view("bridge").case.alternatives) == 1
    refusal = talks.refusal("north", positions.note_alternative, "x", because=("threat",), to=("bridge",))
    assert refusal == "not everybody knows of 'threat': leave it out, or put it into words, where this is entrusted"


def history(*, with_hidden: bool) -> SpecimenTalks:
    talks = SpecimenTalks.opened()
    if with_hidden:
        talks.act("south", positions.note_bottom_line, "toll", HALF, text="Half.", to=("harbour",))
        talks.act("south", positions.state, FULL, to=("harbour",))
        talks.act("south", positions.note_alternative, "Another strait.")
    talks.act("north", positions.declare, FULL)
    return talks


@pytest.mark.parametrize("audience", ["north", "bridge", "shipping", "public", "keeper"])
def test_what_others_note_and_state_changes_nothing_in_ones_book(audience: str) -> None:
    assert books(history(with_hidden=True).clerk, audience) == books(history(with_hidden=False).clerk, audience)
