"""What the shipped list of names must hold, whoever is on it."""

from collections import Counter

import pytest

from gobetween.reading.naming.given_names import OF_MEN, OF_WOMEN
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.word_lists import words

_KINDS = {"state", "group", "organisation", "body"}
# known worldwide although the dictionary or the list of given names has them, or a place of the name
_WORDS_ALL_THE_SAME = {"Abiy", "Arafat", "Chavez", "Fain", "Gaddafi", "Macron", "Mitterrand", "Putin", "Qaddafi", "Thatcher", "Trump"}


@pytest.fixture(scope="module")
def dictionary(parser):
    """English words in small letters, as the parser's lemmatizer lists them."""
    index = parser.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    return frozenset(word for part in index for word in index[part])


def test_no_lone_surname_on_the_list_is_a_word_or_a_given_name(dictionary):
    alone = {form for p in default_lexicon().persons for form in p.aliases if " " not in form}
    common = {form for form in alone if form.lower() in dictionary | OF_MEN | OF_WOMEN}
    assert common <= _WORDS_ALL_THE_SAME


def test_every_listed_actor_is_of_a_known_kind():
    assert {actor.kind for actor in default_lexicon().actors} <= _KINDS


def test_a_person_is_listed_once_however_their_name_is_written():
    names = [p.name for p in default_lexicon().persons]
    full = [form for p in default_lexicon().persons for form in {p.name, *p.aliases} if " " in form]
    assert len(names) == len(set(names))
    assert len(full) == len(set(full))


def test_names_with_accents_are_known_without_them():
    assert [p.name for p in default_lexicon().persons if not any(form.isascii() for form in (p.name, *p.aliases))] == []


def test_an_arabic_article_may_be_written_in_four_ways():
    forms = {form for p in default_lexicon().persons for form in (p.name, *p.aliases)}
    assert [
        form for form in forms if " al-" in form and not {form.replace(" al-", other) for other in (" Al-", " Al ", " al ")} <= forms
    ] == []


def test_every_listed_person_belongs_to_a_listed_actor():
    names = {actor.name for actor in default_lexicon().actors}
    assert [p.name for p in default_lexicon().persons if p.actor not in names] == []


def test_every_listed_body_belongs_to_a_listed_actor():
    names = {actor.name for actor in default_lexicon().actors}
    assert [a.name for a in default_lexicon().actors if a.parent is not None and a.parent not in names] == []


def test_no_form_is_listed_for_two():
    lexicon = default_lexicon()
    of_actors = [form for a in lexicon.actors for form in {a.name, *a.aliases}]
    of_persons = [form for p in lexicon.persons for form in {p.name, *p.aliases}]
    assert [form for form, times in Counter(of_actors + of_persons).items() if times > 1] == []


def test_a_lone_surname_on_the_list_is_long_enough_to_be_told_from_a_word():
    alone = {form for p in default_lexicon().persons for form in p.aliases if " " not in form}
    assert [form for form in alone if len(form) < 4] == []


def test_letters_that_others_have_stand_with_the_words_that_tell_whose_they_are():
    for actor in default_lexicon().actors:
        assert bool(actor.letters) == bool(actor.beside), actor.name
    forms = {form for a in default_lexicon().actors for form in (a.name, *a.aliases)}
    assert [letters for a in default_lexicon().actors for letters in a.letters if letters in forms] == []


# bodies and movements that the dictionary has by what they are, and firms that are meant by their word in news
_KNOWN_BODIES = words(
    """airbus al-qaeda bayer bombardier brussels bundesbank carrefour chevron congress daimler deere duma fatah greenpeace hamas
    hezbollah hizbollah hizbullah knesset kuomintang mossad nasdaq nestle nissan opel pentagon siemens taliban tesla thales toyota
    unison vedanta verdi westinghouse"""
)


def test_no_body_on_the_list_is_called_by_an_ordinary_word(dictionary):
    forms = {form for a in default_lexicon().actors if a.kind != "state" for form in (a.name, *a.aliases)}
    alone = {form.lower() for form in forms if " " not in form and form.istitle() and form.upper() not in forms}
    assert alone & dictionary <= _KNOWN_BODIES
