"""What the shipped list of names must hold, whoever is on it."""

from collections import Counter

from gobetween.reading.naming.lexicon_data import default_lexicon


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
