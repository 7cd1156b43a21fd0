"""Papers, stations and firms with a land in their names are not the land; a post, a ministry or a headline's capitals leave it one."""

import pytest

from gobetween.reading.naming.lexicon import ActorName, Lexicon
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.naming.names import Names
from gobetween.reading.parsing import parse

WORLD = Lexicon((ActorName("Norvan", aliases=("Norda",), adjectives=("Norvanian", "Norvanians")),))


def actors(text, parser, world=WORLD):
    return [mention.actor for mention in Names(parse(text, parser), world).mentions() if not mention.is_person]


@pytest.mark.parametrize(
    "name",
    [
        *("Norvan Times", "Norda Post", "Norvan Daily", "Norvan Today", "Norvanian Independent", "Times of Norvan", "Voice of Norvan"),
        *("Radio Norvan", "Norvan Airlines", "Norvan Southern Airlines", "Norvanian Airways", "Norvan Petroleum", "Bank of Norvan"),
    ],
)
def test_a_body_named_after_a_land_is_a_body_of_its_own(parser, name):
    found = actors(f"The {name} said on Monday that the ferry talks had failed.", parser)
    assert name in [each.removeprefix("The ") for each in found]
    assert "Norvan" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Norvan rejected the offer.",
        "Norvan Energy Secretary Ada Berg rejected the offer.",
        "The Norvan times are hard.",
        "Norvan Press Guild On Pay As Ferry Strike Bites",
        "The Norvanian press rejected the offer.",
        "A Norvan mail ship sank.",
    ],
)
def test_a_land_beside_other_words_stays_a_land(parser, text):
    assert "Norvan" in actors(text, parser)


@pytest.mark.parametrize("name", ["Times of Israel", "Jerusalem Post", "France 24", "Iran International", "Russia Today"])
def test_well_known_papers_and_stations_are_listed(parser, name):
    assert actors(f"{name} reported on Monday that the ferry talks had failed.", parser, default_lexicon())[0] == name
