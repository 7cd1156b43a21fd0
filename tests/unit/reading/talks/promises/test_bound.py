"""Ways to say that somebody is bound to deliver, that it came or did not; and the same words of nothing owed."""

import pytest

OPEN = (
    "Under the agreement Norway will withdraw its troops within 30 days.",
    "As part of the settlement, Norway will return the seized trucks.",
    "In return, Norway is to free the sailors.",
    "The accord obliges Norway to hand over maps of the minefields.",
    "The pact commits Norway to dismantling its checkpoints.",
    "Norway has to submit a written reply by the end of the month.",
    "Norway must pass the law by Sunday.",
    "Norway undertook to free the pilots.",
    "Under the pact, Norway has 90 days to grant amnesty to the fighters.",
    "The union expects Norway to submit its map on Friday.",
    "Norway has until Friday to submit its list of prisoners.",
    "Norway was given until Wednesday to respond.",
    "Canada gave Norway two weeks to produce a plan.",
    "Under the agreement, Norway must release 40 prisoners by Sunday.",
    "Under the deal Norway is to withdraw its troops from the valley by 1 June.",
    "Norway undertook to pass an amnesty law before 1 November.",
    "Norway committed itself to presenting a plan.",
    "Norway assured the mediators that it would deliver the records.",
    "Norway was tasked with drafting a timetable by spring.",
    "It falls to Norway to draft the text.",
    "The list must be handed over by Norway before the next round.",
    "The mediator wants a written answer from Norway by Monday.",
)
MISSING = (
    "Norway has yet to name its delegates.",
    "Norway has still to name the ten monitors that it pledged in July.",
    "Norway has still not released the last ten prisoners, as agreed in June.",
    "Norway did not hand over the promised names.",
    "Norway missed the deadline for pulling its troops out of the valley.",
    "Norway reneged on its promise to publish the figures.",
    "Norway has not kept its promise to publish the figures.",
    "Norway turned up without the promised paper.",
    "Norway is a month late with its report.",
    "Norway keeps putting off its answer.",
    "No reply has come from Norway.",
    "Canada said it had still not received the list from Norway.",
    "Maps of the minefields, which Norway was to hand to Canada by 15 October, have not been seen.",
    "Norway was to have presented its figures last week, but did not.",
)
DELIVERED = (
    "Norway delivered its response to the mediators on Sunday.",
    "Norway kept its promise to publish the figures.",
    "Norway made good on its promise to publish the figures.",
    "Norway turned in the list a day ahead of schedule.",
    "Norway handed the mediator its cost tables on Wednesday, a day late.",
    "Norway freed the last of its 212 prisoners on 30 September, the day it had promised.",
)
NOTHING_OWED = (
    "Norway agreed to suspend the strikes until Monday.",
    "In return, Norway would lift its quota, it said.",
    "Norway is committed to providing aid.",
    "Norway will return to the league next year.",
    "The envoy has to travel to Norway on Friday.",
    "Norway will send troops to the border on Monday.",
    "Norway is due to report results on Thursday.",
    "Norway is due to host the talks on Monday.",
    "Norway has until Friday to qualify for the tournament.",
    "Norway has yet to win a match.",
    "Norway did not respond to a request for comment.",
    "Norway has agreed to stop the raids for forty days.",
    "Norway failed to score in the first half.",
    "If Norway submits a plan, Canada will study it.",
    "Norway gave Canada two goals.",
    "Norway published a book about the war.",
    "Norway arrived late on Tuesday and released a statement.",
    "Norway demanded a ceasefire by Friday.",
)


@pytest.mark.parametrize(
    ("text", "is_delivered"),
    [*((each, None) for each in OPEN), *((each, False) for each in MISSING), *((each, True) for each in DELIVERED)],
)
def test_what_binds_somebody_and_whether_it_came(read, text, is_delivered):
    (owed,) = read(text).deliverables
    assert (owed.owed_by, owed.is_delivered) == ("Norway", is_delivered)


@pytest.mark.parametrize("text", NOTHING_OWED)
def test_the_same_words_of_nothing_owed_are_left(read, text):
    assert read(text).deliverables == ()


def test_what_one_needs_to_do_by_a_day_is_owed_and_not_accepted(read):
    items = read("Norway needs to ratify the accord by January 15.")
    assert [each.what for each in items.deliverables] == ["ratify the accord"]
    assert not items.positions
    assert not read("Norway needs to ratify the accord.").deliverables
