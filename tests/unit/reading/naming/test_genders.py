import pytest

from gobetween.reading.naming.genders import gender_of_words, genders_of
from gobetween.reading.naming.given_names import OF_MEN, OF_WOMEN
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.naming.names import Names
from gobetween.reading.naming.offices import find_offices
from gobetween.reading.parsing import parse


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peter Holm, the union leader, left the hall.", {"Peter Holm": "he"}),
        ("Anna Berg left the hall.", {"Anna Berg": "she"}),
        ("Their spokeswoman, Robin Vale, left the hall.", {"Robin Vale": "she"}),
        ("Mr Quill Tarvan left the hall.", {"Quill Tarvan": "he"}),
        ("The chairman, Robin Vale, left the hall.", {}),
    ],
)
def test_titles_posts_and_given_names_tell_who_is_he_and_who_is_she(text, told, parser):
    names = Names(parse(text, parser), default_lexicon())
    assert genders_of(names, find_offices(names)) == told


def test_a_word_that_only_ends_in_man_tells_nothing():
    assert gender_of_words(["german", "roman"]) is None
    assert gender_of_words(["fisherman"]) == "he"


def test_a_name_that_both_bear_tells_nothing():
    assert all(name == name.lower() for name in OF_MEN | OF_WOMEN)
    assert not {"robin", "alex"} & (OF_MEN | OF_WOMEN)
