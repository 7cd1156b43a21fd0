"""Whom bare roles mean, and whose position it is by its own words."""

import pytest

from gobetween.model.evidence import Account, Document, PositionMention, Report, Stance
from gobetween.model.passages import Passage, Span

pytest.importorskip("spacy")

from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.proposing.casting.bearers import bearers_of
from gobetween.reading.proposing.casting.cast import cast_of, is_nobody, names_known
from gobetween.reading.proposing.casting.subjects import with_subjects

NAMES = ("Coastal Ferries", "Pilots' Guild", "Orsa", "Greta Holm")


@pytest.mark.parametrize(
    ("text", "role", "bearer"),
    [
        ("The operator, Coastal Ferries, has offered 3 percent.", "operator", "Coastal Ferries"),
        ("Coastal Ferries, the island's only carrier, lost money.", "carrier", "Coastal Ferries"),
        ("The board of Coastal Ferries meets on Monday.", "board", "Coastal Ferries"),
        ("Coastal's board met on Monday.", "board", "Coastal Ferries"),
        ("Envoys of the government of Orsa arrived.", "government", "Orsa"),
    ],
)
def test_a_role_is_whose_the_text_introduces_by_it(text, role, bearer):
    assert bearers_of([text], NAMES).of_role == {role: bearer}


@pytest.mark.parametrize(
    "text",
    [
        "The operator, Coastal Ferries, and the operator, Pilots' Guild, met.",
        "Coastal Ferries, an operator of small ships, lost money.",
        "Orsa, the ally of the government, said nothing.",
        "The operator, which lost money, met Coastal Ferries.",
        "Coastal Ferries' chief, Greta Holm, left.",
    ],
)
def test_a_role_of_two_or_of_anyone_is_nobodys(text):
    assert bearers_of([text], NAMES).of_role == {}


def report(name, actors, *positions):
    mentions, at = [], 0
    for party, words in positions:
        mentions.append(PositionMention(Passage(words, (Span(at, at + len(words)),)), party, stance=Stance.REJECT, issue="a thing"))
        at += len(words) + 5
    return Report(name, Document(name.ljust(64, "0"), 1000, actors=actors, positions=tuple(mentions)))


def parties(texts, *reports):
    coverage = coverage_of(Account(reports))
    bearers = bearers_of(texts, names_known(coverage))
    changed = with_subjects(coverage, cast_of(coverage, Lexicon(), bearers), bearers)
    return [each.party for one in changed.reports for each in one.document.positions]


def test_a_position_is_whose_its_own_words_say_where_a_person_or_a_group_was_read():
    ours = report("a", NAMES[:2], ("crews", "The Pilots' Guild, which speaks for 90 crews, refuses the roster"))
    assert parties([], ours) == ["Pilots' Guild"]
    other = report("a", NAMES[:2], ("Pilots' Guild", "Coastal Ferries and the guild refuse the roster"))
    assert parties([], other) == ["Pilots' Guild"], "an actor that was read stands"


def test_a_bare_role_at_the_beginning_is_its_bearers_and_so_is_what_goes_on_from_it():
    told = "The operator, Coastal Ferries, lost money."
    ours = report("a", NAMES[:2], ("Orsa", "The operator has agreed to pay"), ("Orsa", "refuses to rehire the crew"))
    assert parties([told], ours) == ["Coastal Ferries", "Coastal Ferries"]
    assert parties([], ours) == ["Orsa", "Orsa"]


def test_a_role_that_is_part_of_the_partys_own_name_stays():
    ours = report("a", ("Coastal Ferries", "Pilots Carrier"), ("Pilots Carrier", "The carrier refuses to pay"))
    assert parties(["The carrier, Coastal Ferries, lost money."], ours) == ["Pilots Carrier"]


def test_bodies_and_bare_roles_are_forms_of_their_actor_and_asked_about():
    ours = report("a", NAMES[:2], ("operator's management", "The management refuses"), ("operator", "The operator refuses"))
    coverage = coverage_of(Account((ours,)))
    bearers = bearers_of(["The operator, Coastal Ferries, lost money."], names_known(coverage))
    cast = cast_of(coverage, Lexicon(), bearers)
    assert [member.name for member in cast.members] == ["Coastal Ferries", "Pilots' Guild"]
    assert set(cast.members[0].joined) == {"operator", "operator's management"}


@pytest.mark.parametrize(
    ("name", "is_none"), [("eleven pickets", True), ("30 crews", True), ("Two Rivers Trust", False), ("pickets", False)]
)
def test_so_many_of_a_kind_are_no_actor(name, is_none):
    assert is_nobody(name) is is_none


def test_an_outlet_is_no_actor_of_what_it_reports():
    from gobetween.model.evidence import Outlet

    words = "Radio Sund refuses the terms"
    mention = PositionMention(Passage(words, (Span(0, len(words)),)), "Radio Sund", stance=Stance.REJECT, issue="terms")
    own = Report("a", Document("0" * 64, 1000, actors=("Radio Sund",), positions=(mention,), outlet=Outlet("Radio Sund", "dateline")))
    assert cast_of(coverage_of(Account((own,))), Lexicon()).members == ()


def test_who_stands_against_somebody_is_another():
    ours = report("a", ("Norland",), ("Norland", "Norland refuses"), ("Norland opposition", "the opposition refuses"))
    cast = cast_of(coverage_of(Account((ours,))), Lexicon())
    assert {member.name for member in cast.members} == {"Norland", "Norland opposition"}


def test_members_called_by_their_colour_are_their_body_where_only_one_has_it():
    def names(*actors):
        ours = report("a", actors, *((each, f"{each} refuse") for each in actors))
        return {member.name for member in cast_of(coverage_of(Account((ours,))), Lexicon()).members}

    assert names("Blue League", "Blues") == {"Blue League"}
    assert names("Blue League", "Blue Front", "Blues") == {"Blue League", "Blue Front", "Blues"}
    assert names("Blue League", "Reds") == {"Blue League", "Reds"}
