"""What sentences make of those they name."""

import pytest

from gobetween.model.actors import RoleKind


@pytest.fixture(scope="session")
def roles(parser):
    from gobetween.reading.documents.clean_text import CleanText
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.proposing.casting.role_mentions import read_roles

    return lambda text: read_roles(CleanText(text, tuple(range(len(text)))), default_lexicon(), parser)


@pytest.mark.parametrize(
    ("text", "mediators"),
    [
        ("The talks were brokered by Norway and Qatar.", {"Norway", "Qatar"}),
        ("Norway, along with Kenya, has been acting as a mediator in these negotiations.", {"Norway", "Kenya"}),
        ("For months, Norway and Kenya have been working on a deal between Chile and Peru.", {"Norway", "Kenya"}),
        ("The delegation went there for dialogue with the Norwegian mediator.", {"Norway"}),
        ("Norway has handed Chile a Peruvian proposal on the river.", {"Norway"}),
        ("Brazil and Denmark met both sides one after the other on Tuesday.", {"Brazil", "Denmark"}),
        ("Norway did not mediate in the dispute.", set()),
        ("Norway met its own delegation on Tuesday.", set()),
    ],
)
def test_those_who_mediate(roles, text, mediators):
    assert {each.actor for each in roles(text).roles if each.role is RoleKind.MEDIATOR} == mediators


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Negotiations between Chile and Peru ended.", {"Chile", "Peru"}),
        ("Chile and Peru ended a fifth round of tariff talks on Thursday.", {"Chile", "Peru"}),
        ("Talks resumed, with Chile and Peru in separate rooms.", {"Chile", "Peru"}),
        ("Norway has handed Chile a Peruvian proposal on the river.", {"Chile", "Peru"}),
        ("Chile and Peru share a border.", set()),
    ],
)
def test_those_between_whom_talks_are(roles, text, sides):
    assert {side for each in roles(text).pairs for side in each.sides} == sides


def test_an_ally_and_a_channel_are_told_with_whose_they_are(roles):
    ally = roles("Brazil, Chile's key ally, is hesitant.").roles[0]
    assert (ally.actor, ally.role, ally.toward) == ("Brazil", RoleKind.ALLY, "Chile")
    reach = roles("These talks with Brazil, Chile's communication channel in the negotiations, are a new effort.").reach[0]
    assert (reach.mediator, reach.to) == ("Brazil", "Chile")


def test_one_who_mediates_by_office_is_told_with_the_post(roles):
    found = roles("Renata Ossby, the State Conciliator, denied on Tuesday that she had drafted a compromise.").roles[0]
    assert (found.actor, found.title) == ("Renata Ossby", "State Conciliator")


def test_a_go_between_is_one_who_mediates(roles):
    found = roles("They are still without a government, and the go-between, Klaas Verhoef, has asked for two more weeks.").roles
    assert [each.actor for each in found] == ["Klaas Verhoef"]


def test_a_text_without_a_telling_word_is_not_parsed():
    from gobetween.reading.documents.clean_text import CleanText
    from gobetween.reading.naming.lexicon import Lexicon
    from gobetween.reading.proposing.casting.role_mentions import RolesRead, read_roles

    text = "The weather was fine."
    assert read_roles(CleanText(text, tuple(range(len(text)))), Lexicon(), None) == RolesRead()
