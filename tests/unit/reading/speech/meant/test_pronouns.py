"""'It' that speaks again, and 'its' at a sentence's end."""

import pytest


def test_it_that_says_something_is_the_body_that_spoke_last_though_it_has_no_name(read):
    first, second = read("The registrar's office denied that the vote was void. The count was fair, it said in a statement.").statements
    assert second.speaker.name == first.speaker.name == "registrar's office"


def test_its_minister_at_the_end_is_of_whom_the_sentence_is_about(read):
    (statement,) = read("Norway would join the pact only after Canada opened its ports, its foreign minister said.").statements
    assert statement.speaker.actor == "Norway"


@pytest.mark.parametrize("text", ["Norway left. Canada opened the ports, and its foreign minister said so to reporters on Friday."])
def test_its_minister_behind_a_clause_is_of_the_nearest(read, text):
    assert [s.speaker.actor for s in read(text).statements] in ([], ["Canada"])


def test_a_union_is_no_council(read):
    items = read("The Bus Drivers' Union met the town. The council said that the fare would rise.")
    assert items.statements[-1].speaker.name == "council"
