"""Random cases whose entries are held by random audiences; every text says who holds it, so that a leak can be read."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from gobetween.model.actors import Access, Actor, Delegation, Person, Role, RoleKind
from gobetween.model.cases import Case, Release, Source
from gobetween.model.dates import UNKNOWN_DATE, When, on
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Assessment, Contradiction, DisputeSide, Happening, Leverage, Meeting, Round, Tone
from gobetween.model.issues import Issue, Link, Option
from gobetween.model.items import EVERYONE, KEEPER
from gobetween.model.passages import Citation
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.model.proposals import Answer, AnswerKind, Proposal

PARTIES = ("north", "south")
ACTORS = ("north", "south", "harbour", "bridge")  # two parties, two mediators
AUDIENCES = ("public", KEEPER, *ACTORS)
ISSUES = {"toll": ("low", "high"), "hours": ("short", "long", "none")}
DAYS = [dt.date(2031, 3, day) for day in range(1, 29, 9)]

holders = st.one_of(st.just(EVERYONE), st.frozensets(st.sampled_from((KEEPER, *ACTORS)), min_size=1, max_size=3))
days = st.sampled_from([UNKNOWN_DATE, *(on(day) for day in DAYS), When(DAYS[0], DAYS[-1])])
actors = st.sampled_from(ACTORS)
citations = st.lists(st.sampled_from(("wire", "gazette")).map(Citation), max_size=2, unique=True).map(tuple)


def _words(held: frozenset[str], kind: str) -> str:
    return f"{kind} held by {'+'.join(sorted(held))}"


@st.composite
def _item(draw: Any, kind: type, number: int, **attributes: Any) -> Any:
    held = draw(holders)
    texts = {name: _words(held, kind.__name__) for name in ("text", "name", "title", "by") if attributes.get(name) is ...}
    values = {
        name: draw(value) if isinstance(value, st.SearchStrategy) else value for name, value in attributes.items() if value is not ...
    }
    return kind(f"{kind.__name__}-{number}", holders=held, known=draw(days), citations=draw(citations), **values, **texts)


def _some(kind: type, most: int = 2, **attributes: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    numbers = st.integers(0, most)
    return numbers.flatmap(lambda count: st.tuples(*(_item(kind, number, **attributes) for number in range(count))))


@st.composite
def _issues(draw: Any) -> tuple[Issue, ...]:
    made = []
    for issue, names in ISSUES.items():
        held = draw(holders)
        options = tuple(Option(name, title=_words(mine, "Option"), holders=mine) for name in names for mine in [draw(holders)])
        made.append(Issue(issue, title=_words(held, "Issue"), options=options, holders=held, consents=("north", "south")))
    return tuple(made)


def _option_sets(least: int = 1) -> st.SearchStrategy[dict[str, frozenset[str]]]:
    one = st.sampled_from(sorted(ISSUES)).flatmap(
        lambda issue: st.tuples(st.just(issue), st.frozensets(st.sampled_from(ISSUES[issue]), min_size=1))
    )
    return st.lists(one, min_size=least, max_size=2).map(dict)


@st.composite
def _preferences(draw: Any) -> tuple[Preferences, ...]:
    made = []
    for party in draw(st.lists(st.sampled_from(ACTORS), unique=True)):
        held = draw(holders) | {party}
        assumption = draw(st.sampled_from([None, "guess"]))
        values = {issue: {name: draw(st.integers(0, 9)) for name in names} for issue, names in ISSUES.items()}
        made.append(
            Preferences(
                party,
                values,
                reservation=draw(st.integers(0, 5)),
                basis=ValueBasis.ASSUMED if assumption else ValueBasis.ENTRUSTED,
                assumption=assumption,
                holders=held,
                pooled_for=frozenset() if assumption else draw(st.frozensets(st.sampled_from(AUDIENCES[1:]))),
                note=_words(held, "Preferences"),
            )
        )
    return tuple(made)


_toll_options = st.frozensets(st.sampled_from(ISSUES["toll"]))


@st.composite
def cases(draw: Any) -> Case:
    """Any case of four actors with entries of most kinds."""
    rounds = draw(_some(Round, name=..., text=...))
    round_ids = st.sampled_from([None, "Round-0", "Round-1"])
    proposals = draw(_some(Proposal, name=..., text=..., by=actors.map(lambda each: (each,)), terms=_option_sets(0), round=round_ids))
    sides = (DisputeSide("wire", "one", citations=(Citation("wire"),)), DisputeSide("gazette", "two", citations=(Citation("gazette"),)))
    return Case(
        "quay",
        "The quay talks",
        sources=tuple(Source(name, title=name, published=draw(days), holders=EVERYONE) for name in ("wire", "gazette")),
        actors=tuple(
            Actor(name, name=name.title(), holders=EVERYONE if name in ("north", "south") else draw(holders)) for name in ACTORS
        ),
        roles=draw(_some(Role, actor=actors, role=st.sampled_from(RoleKind), text=...)),
        access=draw(_some(Access, mediator=actors, to=actors, text=...)),
        persons=draw(_some(Person, name=...)),
        delegations=draw(_some(Delegation, actor=actors, round=round_ids, head=st.sampled_from([None, "Person-0"]), text=...)),
        rounds=rounds,
        meetings=draw(
            _some(Meeting, participants=st.tuples(actors, st.sampled_from((*ACTORS, "Person-0"))), round=round_ids, text=...)
        ),
        issues=draw(_issues()),
        links=draw(_some(Link, by=st.none() | actors, if_chosen=_option_sets(), requires=_option_sets(0), text=...)),
        positions=draw(
            _some(Position, 4, actor=actors, issue="toll", stance=st.sampled_from(Stance), options=_toll_options, text=...),
        ),
        proposals=proposals,
        answers=draw(_some(Answer, proposal="Proposal-0", by=actors, answer=st.sampled_from(AnswerKind), text=...)),
        happenings=draw(_some(Happening, actor=st.none() | actors, text=...)),
        assessments=draw(_some(Assessment, by=..., tone=st.sampled_from(Tone), text=..., actor=st.none() | actors)),
        leverage=draw(_some(Leverage, by=actors, on=actors, demand="to move")),
        contradictions=draw(_some(Contradiction, text=..., sides=sides)),
        releases=draw(_some(Release, by=actors, to=st.tuples(actors), draws_on=("north", "south"), text=...)),
        preferences=draw(_preferences()),
    )
