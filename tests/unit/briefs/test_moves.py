"""Moves of long series: what replaced what, red lines that stand meanwhile, and how much work that takes."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from gobetween.bargaining.demands import current_positions
from gobetween.briefs import moves
from gobetween.briefs.moves import moves_of
from gobetween.briefs.scenes import Scene
from gobetween.disclosure.views import view_for
from gobetween.model.actors import Actor
from gobetween.model.cases import Case
from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Round
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE, KEEPER
from gobetween.model.positions import Position, Series

OPTIONS = ("low", "middle", "high")
BEGUN = dt.date(2031, 3, 1)


def on_day(number: int | None) -> When:
    day = None if number is None else BEGUN + dt.timedelta(days=number)
    return UNKNOWN_DATE if day is None else When(day, day)


def scene_of(*positions: Position) -> Scene:
    toll = Issue("toll", title="Toll", options=tuple(Option(each, title=each, holders=EVERYONE) for each in OPTIONS), holders=EVERYONE)
    rounds = (Round("spring", name="Spring", when=on_day(4), holders=EVERYONE),)
    actors = (Actor("north", name="North", holders=EVERYONE),)
    case = Case("strait", "Strait", actors=actors, issues=(toll,), rounds=rounds, positions=positions)
    return Scene(view_for(KEEPER, case), BEGUN)


def position(name: str, stance: Stance, *options: str, when: int | None = None, known: int | None = None, **others: object) -> Position:
    return Position(
        name,
        actor="north",
        issue="toll",
        stance=stance,
        options=frozenset(options),
        text=name,
        when=on_day(when),
        known=on_day(known),
        holders=EVERYONE,
        **others,
    )


days = st.none() | st.integers(0, 8)
entries = st.tuples(
    st.sampled_from([Stance.DEMAND, Stance.ACCEPT, Stance.CONDITIONAL, Stance.REJECT, Stance.OPPOSE, Stance.DROPPED_DEMAND]),
    st.sets(st.sampled_from(OPTIONS), min_size=1),
    days,
    days,
    st.booleans(),
    st.sampled_from([Series.PUBLIC, Series.REPORTED, Series.STATED, Series.BOTTOM_LINE]),
    st.sampled_from([None, "spring"]),
)


@given(st.lists(entries, min_size=1, max_size=9))
def test_a_red_line_stands_through_the_moves_made_while_it_is_in_force(drawn):
    taken = [
        position(f"p{at}", stance, *options, when=when, known=known, is_red_line=red, series=series, round=during)
        for at, (stance, options, when, known, red, series, during) in enumerate(drawn)
    ]
    scene = scene_of(*taken)
    order = {each.id: at for at, each in enumerate(sorted(taken, key=lambda each: (scene.time_in_series(each).sort_key, each.id)))}
    for move in moves_of(scene):
        first = move.after[0]
        began = scene.time_in_series(first).sort_key
        line = [each for each in taken if moves.line_of(each) == moves.line_of(first) and not scene.time_in_series(each).is_unknown]
        past = [each for each in line if scene.time_in_series(each).sort_key < began]
        past.sort(key=lambda each: order[each.id])

        def red_lines(positions, scene=scene):
            in_force = current_positions(evolve(scene.case, positions=tuple(positions)))
            return {each.id for each in in_force if each.is_red_line}

        stood, stands = red_lines(past), red_lines([*past, *sorted(move.after, key=lambda each: order[each.id])])
        assert {each.id for each in move.kept} == stood & stands
        assert stood - stands <= {each.id for each in move.before}
        assert not stands & {each.id for each in move.before}


def test_a_red_line_is_lifted_by_what_was_known_later_than_its_round():
    announced = position("announced", Stance.ACCEPT, "high", known=7, round="spring")
    line = position("line", Stance.REJECT, "high", when=5, is_red_line=True)
    (move,) = moves_of(scene_of(announced, line, position("again", Stance.DEMAND, "low", when=6)))[:1]
    assert [each.id for each in move.before] == ["line"]
    assert move.kept == ()


@pytest.mark.parametrize("count", [200, 400])
def test_the_work_for_one_long_series_grows_with_its_length_alone(monkeypatch, count):
    looked_at = []

    def counted(case):
        looked_at.append(len(case.positions))
        return current_positions(case)

    monkeypatch.setattr(moves, "current_positions", counted)
    stances = (Stance.DEMAND, Stance.REJECT, Stance.ACCEPT)
    taken = [position("line", Stance.REJECT, "high", when=0, is_red_line=True)]
    taken += [position(f"p{at}", stances[at % 3], OPTIONS[at % 2], when=at + 1) for at in range(count)]
    found = moves_of(scene_of(*taken))
    assert len(found) > count // 2
    assert all([each.id for each in move.kept] == ["line"] for move in found)
    assert sum(looked_at) < 4 * count
