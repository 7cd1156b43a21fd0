"""What a draft from new reports adds to a case: names make actors the same, words and days make entries like, nothing is taken out."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from gobetween.model.actors import Actor, Person, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.dates import When, on
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Figure, Meeting
from gobetween.model.issues import Issue, Option
from gobetween.model.positions import Position
from gobetween.reading.proposing.additions import additions_to
from gobetween.reading.proposing.additions_told import comments_on_additions, listing_of_additions, summary_of_additions
from gobetween.reading.proposing.drafts import Draft, Question, Remark, Support

DAY = on(dt.date(2031, 3, 4))
OPTIONS = (Option("short", title="36"), Option("long", title="40"))
CASE = Case(
    "quay",
    "The quay talks",
    actors=(Actor("union", name="Dockers' Union", aliases=("dockers",)), Actor("company", name="Harbour Company")),
    roles=(Role("party", actor="union", role=RoleKind.PARTY), Role("party", actor="company", role=RoleKind.PARTY)),
    persons=(Person("berg", name="Anna Berg"),),
    issues=(Issue("week", title="Length of the working week", options=OPTIONS),),
    meetings=(Meeting("first", participants=("union", "company"), place="Norda", when=DAY),),
    positions=(
        Position("p1", actor="union", issue="week", stance=Stance.DEMAND, text="A shorter working week"),
        Position("p2", actor="company", stance=Stance.REJECT, text="A fund for early retirement"),
    ),
)


def drafted(**parts: object) -> Draft:
    actors = (Actor("dockers", name="Dockers"), Actor("company", name="Ferry Company"), Actor("mayor", name="Mayor"))
    entries = {"actors": actors, "persons": (Person("anna-berg", name="Anna Berg"),), **parts}
    case = Case("added", "Added", **entries)
    names = [(name, each.id) for name in ("actors", "persons", "positions", "meetings", "issues") for each in getattr(case, name)]
    return Draft(case, remarks={name: Remark(Support.ONE_ORIGIN, ("so it says",)) for name in names})


def position(name: str, actor: str, text: str, stance: Stance = Stance.DEMAND, issue: str | None = None) -> Position:
    return Position(name, actor=actor, stance=stance, text=text, issue=issue)


def test_actors_and_persons_of_one_name_take_the_ids_of_the_case_and_others_take_none_of_its() -> None:
    found = additions_to(CASE, drafted(positions=(position("x", "dockers", "Rest"), position("y", "company", "Rest"))))
    assert [each.id for each in found.draft.case.actors] == ["union", "company-2", "mayor"]
    assert [each.id for each in found.draft.case.persons] == ["berg"]
    assert [each.actor for each in found.draft.case.positions] == ["union", "company-2"]
    assert found.known == {("actors", "union"): "union", ("persons", "berg"): "berg"}
    assert set(found.draft.remarks) >= {("actors", "union"), ("actors", "company-2"), ("persons", "berg")}
    assert [each.id for each in found.new("actors")] == ["company-2", "mayor"]
    named_in_part = evolve(drafted(), case=evolve(drafted().case, actors=(Actor("harbour", name="Harbour"),)))
    assert additions_to(CASE, named_in_part).perhaps == {("actors", "harbour"): "company"}


def test_a_position_is_like_another_of_its_actor_and_stance_on_its_issue_or_in_its_words() -> None:
    issue = Issue("hours", title="Working week", options=OPTIONS)
    for name, like in (
        (position("a", "dockers", "Thirty-six hours", issue="hours"), "p1"),
        (position("a", "dockers", "a shorter week"), "p1"),
        (position("a", "dockers", "a shorter week", Stance.REJECT), None),
        (position("a", "mayor", "a shorter week"), None),
        (position("a", "dockers", "a new pier"), None),
    ):
        found = additions_to(CASE, drafted(positions=(name,), issues=(issue,)))
        assert found.perhaps.get(("positions", "a")) == like
        assert found.perhaps[("issues", "hours")] == "week"
        assert len(found.draft.case.positions) == 1, "like is not same: nothing is taken out"


def test_a_position_on_another_issue_is_new_whatever_its_words() -> None:
    other = evolve(CASE, issues=(*CASE.issues, Issue("fund", title="Pension fund", options=OPTIONS)))
    issue = Issue("pensions", title="A pension fund", options=OPTIONS)
    found = additions_to(
        other, drafted(positions=(position("a", "dockers", "A shorter working week", issue="pensions"),), issues=(issue,))
    )
    assert ("positions", "a") not in found.perhaps


def test_another_number_is_no_likeness_and_neither_is_who_says_it() -> None:
    told = Position("p1", actor="union", stance=Stance.OFFER, text="Dockers' Union offers: a week of 4 days")
    there = evolve(CASE, positions=(told,), figures=(Figure("f", counted="dockers", value=3400),))
    for text, like in (
        ("Dockers' Union offers: a week of 5 days", None),
        ("Dockers' Union offers: a week of 4 days, from May 6", "p1"),
        ("Dockers' Union offers: new cranes", None),
    ):
        found = additions_to(there, drafted(positions=(position("a", "dockers", text, Stance.OFFER),)))
        assert found.perhaps.get(("positions", "a")) == like, text
    fewer = additions_to(there, drafted(figures=(Figure("g", counted="dockers", value=11),)))
    assert ("figures", "g") not in fewer.perhaps


def test_meetings_are_alike_by_day_place_and_who_was_there() -> None:
    def like(**changed: object) -> str | None:
        meeting = evolve(Meeting("m", participants=("dockers",), place="Port of Norda", when=on(dt.date(2031, 3, 5))), **changed)
        return additions_to(CASE, drafted(meetings=(meeting,))).perhaps.get(("meetings", "m"))

    assert like() == "first"
    assert like(place="") == "first"
    assert like(place="Oslo") is None
    assert like(when=on(dt.date(2031, 3, 7))) is None
    assert like(when=When(dt.date(2031, 3, 1))) is None, "open at one end"
    assert like(participants=("dockers", "mayor")) is None


def test_an_id_that_names_something_else_in_the_case_is_told() -> None:
    found = additions_to(CASE, drafted(positions=(position("p1", "mayor", "A new pier"),)))
    assert found.clashes == (("positions", "p1"),)
    again = additions_to(CASE, drafted(positions=(position("p1", "dockers", "a shorter week"),)))
    assert again.clashes == (), "it may be that very entry"


def test_questions_that_the_case_answers_are_not_asked() -> None:
    asked = (Question("No role: the union.", (("actors", "dockers"),)), Question("No role: the mayor.", (("actors", "mayor"),)))
    sides = Question("The draft has no party: give the roles yourself.")
    found = additions_to(CASE, evolve(drafted(), questions=(*asked, sides)))
    assert [each.text for each in found.draft.questions] == ["No role: the mayor."]
    assert sides in additions_to(evolve(CASE, roles=()), evolve(drafted(), questions=(sides,))).draft.questions


def test_what_is_new_is_listed_and_told_above_each_entry() -> None:
    new, old = position("a", "mayor", "A *new* pier"), position("b", "dockers", "a shorter week")
    found = additions_to(CASE, drafted(positions=(new, old)))
    assert summary_of_additions(found, CASE) == "New to quay: 2 actors, 1 position; perhaps there already: 1 entry"
    listing = listing_of_additions(found, CASE)
    assert "## New: positions\n\n- Mayor: A \\*new\\* pier (`a`)\n" in listing
    assert "- positions: Dockers: a shorter week (`b`); there: `p1`" in listing
    comments = comments_on_additions(found, CASE)
    assert comments["positions", "a"][0] == "NEW to quay."
    assert comments["positions", "b"][0] == "PERHAPS IN quay as 'p1'."
    assert comments["actors", "union"][0] == "IN quay under this id; what is new about it may be taken over."
    assert "One origin" in comments["positions", "a"][1]
