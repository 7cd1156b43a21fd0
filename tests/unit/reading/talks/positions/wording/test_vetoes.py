"""What takes its stance from a verb of the lists."""

import pytest

from gobetween.reading.talks.positions.wording import stances, vetoes


def stands(items):
    return [(position.party, position.stance.value) for position in items.positions]


def every_veto():
    return {
        *vetoes.OF_ALL,
        *(veto for each in vetoes.BY_STANCE.values() for veto in each),
        *(veto for each in vetoes.BY_VERB.values() for veto in each),
    }


def test_every_veto_says_by_an_example_what_it_takes_out():
    assert [veto.__name__ for veto in every_veto() if "'" not in (veto.__doc__ or "")] == []


def test_vetoes_are_named_for_verbs_of_the_lists_only():
    assert set(vetoes.BY_VERB) - set(stances.VERBS) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Norway declined an interview about the toll.",
        "Norway refused to comment on the toll.",
        "Norway refused to rule out a toll.",
        "Norway fears for the jobs of its pilots.",
        "Norway condemned the shooting in Canada.",
        "Norway and Canada agreed on one thing.",
        "Norway wants to thank its hosts in Canada.",
        "Norway claimed the cup.",
        "Norway accepted a dinner invitation from Canada.",
        "Norway agreed to meet again on Friday.",
    ],
)
def test_a_verb_of_the_lists_may_say_nothing_of_where_one_stands(read, text):
    assert stands(read(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway declined the offer.", [("Norway", "reject")]),
        ("Norway refused to cut the toll.", [("Norway", "reject")]),
        ("Norway fears a second toll.", [("Norway", "oppose")]),
        ("Norway condemned the toll.", [("Norway", "oppose")]),
        ("Norway agreed on a toll of 4 percent with Canada.", [("Norway", "accept")]),
        ("Norway claimed that the toll harmed its fleet.", [("Norway", "claim")]),
        ("Norway insisted that the toll was never lawful.", [("Norway", "deny")]),
        ("Norway insists that the toll be cut.", [("Norway", "demand")]),
    ],
)
def test_the_same_verbs_show_a_stance_where_the_matter_is_at_issue(read, text, told):
    assert stands(read(text)) == told
