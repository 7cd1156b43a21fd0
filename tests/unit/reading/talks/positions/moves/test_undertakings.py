import pytest

from gobetween.model.evidence import Stance


def only(items):
    (position,) = items.positions
    return position


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Norway would lift the quota if Canada opened its ports.", "if Canada opened its ports"),
        ("Norway would agree to the text only if it came with a guarantee.", "only if it came with a guarantee"),
        ("Norway would release water, provided that Canada withdraws its guards.", "provided that Canada withdraws its guards"),
        ("Norway accepted the force on condition that no troops stay.", "on condition that no troops stay"),
        ("Norway will not sign before it has seen the terms, it said.", "before it has seen the terms"),
        ("Norway refuses to open the wells before compensation is paid.", "before compensation is paid"),
        ("Norway could accept the shifts if the premium rises.", "if the premium rises"),
    ],
)
def test_what_a_party_would_do_under_a_condition_is_conditional(read, text, condition):
    position = only(read(text))
    assert (position.party, position.stance, position.condition.text) == ("Norway", Stance.CONDITIONAL, condition)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway warned that it would seek compensation if Canada got better terms.", Stance.THREATEN),
        ("Norway said it would withdraw if Canada got better terms.", Stance.THREATEN),
        ("Norway said it could not go beyond 3 percent.", Stance.REJECT),
        ("Norway has put 4 percent on the table.", Stance.OFFER),
        ("Norway tabled a compromise.", Stance.OFFER),
        ("Norway is studying the offer.", Stance.PENDING),
        ("Norway will send its answer by Friday.", Stance.PENDING),
        ("Norway has asked for time.", Stance.PENDING),
        ("Norway has given up its call for a flat rate.", Stance.DROPPED_DEMAND),
    ],
)
def test_what_is_done_with_an_issue_is_its_stance(read, text, stance):
    position = only(read(text))
    assert (position.party, position.stance) == ("Norway", stance)


def test_what_is_given_in_exchange_is_conditional(read):
    items = read("Norway wants peace. In exchange, it would lift the quota.")
    assert items.positions[-1].stance is Stance.CONDITIONAL


@pytest.mark.parametrize(
    "text",
    [
        "Norway agreed to meet again in Geneva.",
        "The strike would cost 12 million kroner if it lasted a week.",
        "Norway would not comment.",
        "A deal could follow if Norway gave up its claim.",
        "Norway has until Friday to table an offer.",
    ],
)
def test_what_nobody_undertakes_is_no_position(read, text):
    assert read(text).positions == ()


def test_many_without_a_name_are_a_party_by_what_they_are_called(read):
    position = only(read("Small island states threatened to walk out unless the text mentions losses."))
    assert (position.party, position.stance) == ("Small island states", Stance.THREATEN)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway turned the offer down.", Stance.REJECT),
        ("Norway called the plan unacceptable.", Stance.REJECT),
        ("Norway balked at the price.", Stance.OPPOSE),
        ("Norway is holding out for a longer contract.", Stance.DEMAND),
        ("Norway claims 31 percent of the catch.", Stance.DEMAND),
        ("Norway has raised its offer to 5 percent.", Stance.OFFER),
        ("Norway welcomed the proposal.", Stance.SUPPORT),
    ],
)
def test_turns_of_phrase_show_a_stance(read, text, stance):
    assert stance in {position.stance for position in read(text).positions}


def test_what_is_put_forward_in_the_passive_is_the_issue(read):
    position = only(read("A pause of 20 days has been proposed by Norway."))
    assert (position.party, position.stance, position.issue) == ("Norway", Stance.OFFER, "pause of 20 days")


@pytest.mark.parametrize(
    ("text", "issue", "condition"),
    [
        ("Canada would recognise the line provided that Norway paid for it.", "line", "provided that Norway paid for it"),
        ("Canada would move to 6 per cent only if Norway opened its books.", "6 per cent", "only if Norway opened its books"),
        ("Canada would pay 4 percent only for a longer lease.", "4 percent", "only for a longer lease"),
        ("Canada would open the strait only in return for fish.", "strait", "only in return for fish"),
        ("Canada is open to a lower quota if Norway pays.", "lower quota", "if Norway pays"),
        ("Canada said it may share the water if Norway pays.", "water", "if Norway pays"),
        ('Canada said: "If Norway pays, we have a deal."', "Norway pays", "If Norway pays"),
    ],
)
def test_what_would_be_accepted_has_its_condition(read, text, issue, condition):
    (position,) = read(text).positions
    assert (position.stance, position.issue) == ("conditional", issue)
    assert position.condition is not None
    assert position.condition.text == condition


def test_never_until_is_a_refusal_with_a_condition(read):
    (position,) = read("Canada will never pay until the strait is open.").positions
    assert (position.stance, position.issue) == ("reject", "pay")
    assert position.condition is not None
    assert position.condition.text == "until the strait is open"


@pytest.mark.parametrize(
    "text",
    [
        "The union will hold a vote on Sunday if there is an offer.",
        "The union will ask its members by post, provided that the port signs.",
        "The union would put the offer to its members if it were written down.",
        "Canada refused to be drawn on the price.",
        "Canada refused to comment on the price.",
        '"We will not walk away," Canada said.',
        '"We won\'t back down," said Canada.',
        "Canada may lose its licence if it fishes again.",
        "Canada, which had insisted on a wall, spoke of a fence.",
    ],
)
def test_procedures_silence_and_what_once_was_are_no_stands(read, text):
    assert read(text).positions == ()
