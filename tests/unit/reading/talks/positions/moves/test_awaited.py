import pytest


def stances(items):
    return sorted((position.party, position.stance.value) for position in items.positions)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Norway would accept that, its envoy indicated, provided an inspector could be present.",
            [("Norway", "conditional")],
        ),
        ('Norway\'s aide said the minister could go to eight days "but not before the survey is in".', [("Norway", "conditional")]),
        ("Norway's ministers have yet to give their consent.", [("Norway", "pending")]),
        ("Norway had not confirmed the deal by nightfall.", [("Norway", "pending")]),
        (
            "Norway and Canada have agreed to prolong their truce by 45 days, officials said, hours before it ran out.",
            [("Canada", "accept"), ("Norway", "accept")],
        ),
        ('Norway would keep to the truce, she said, but would "answer in kind" to any further shelling.', [("Norway", "threaten")]),
        (
            "Norway would consider moving them into a separate company if Canada dropped its objections.",
            [("Norway", "conditional")],
        ),
        ("Norway told analysts no such step had been discussed.", [("Norway", "deny")]),
        ("Norway is after 11 percent, with night duty paid from the first hour.", [("Norway", "demand")]),
        ("Norway says six days is not enough.", [("Norway", "reject")]),
        ("Neither Norway nor Canada has replied to it yet.", [("Canada", "pending"), ("Norway", "pending")]),
        ("Norway has still to give its verdict.", [("Norway", "pending")]),
        ("Norway is still weighing the offer.", [("Norway", "pending")]),
        ("Norway said it would give careful thought to the offer.", [("Norway", "pending")]),
        ("The union will put the offer to its members next week.", [("union", "pending")]),
        ("The union will let its members decide on the offer.", [("union", "pending")]),
        ("Norway has neither accepted nor rejected the plan.", [("Norway", "pending")]),
        ("The union has halted the strike while it studies the proposal.", [("union", "pending")]),
        ("Norway's envoys are consulting their leadership on the text.", [("Norway", "pending")]),
        ("Norway has not yet agreed to the plan.", [("Norway", "pending")]),
        ("Norway has never accepted the line.", [("Norway", "reject")]),
        ("Norway says its members must be paid.", [("Norway", "demand")]),
    ],
)
def test_an_answer_is_awaited_or_given_on_a_condition(read, text, told):
    assert stances(read(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        "Norway has let it be known that anything above 7 percent would have to come out of the new wing.",
        "Norway has yet to win a match.",
        "Norway has not confirmed how many died.",
    ],
)
def test_what_nobody_owes_is_not_awaited(read, text):
    assert stances(read(text)) == []
