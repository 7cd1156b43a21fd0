import pytest


def only(read, text):
    (position,) = read(text).positions
    return position


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Norway would accept it over ten years, Ada Berg said, provided that the first sum, which is not small, is a grant.",
            "provided that the first sum, which is not small, is a grant",
        ),
        ("Norway might pay voluntarily, as long as the treaty never calls it a debt.", "as long as the treaty never calls it a debt"),
        ("Norway would pull back the patrol boats, he said, once Canada freed the crew.", "once Canada freed the crew"),
        ("Norway would return to the table only once Canada opened the port.", "only once Canada opened the port"),
        ("Norway would join the talks only after Canada withdrew its troops.", "only after Canada withdrew its troops"),
        ("Norway would sign, but only if the ships leave.", "only if the ships leave"),
        ("Norway would open the border in return for access to the port.", "in return for access to the port"),
        ("Norway offered to free six sailors if the ship was returned.", "if the ship was returned"),
        ("Norway is prepared to sign as long as the border stays open.", "as long as the border stays open"),
        ("Norway is ready to withdraw provided the sailors are free.", "provided the sailors are free"),
        ("Norway agreed to the plan, but only on condition that Canada guarantees it.", "only on condition that Canada guarantees it"),
        ("Norway accepted the plan in principle, subject to approval by parliament.", "subject to approval by parliament"),
        ("As long as the fleet stays, Norway will not negotiate.", "As long as the fleet stays"),
        (
            "Norway would be prepared to go beyond the sum it named on Monday if, and only if, Canada paid as well.",
            "if, and only if, Canada paid as well",
        ),
    ],
)
def test_a_condition_is_found_wherever_it_stands(read, text, condition):
    position = only(read, text)
    assert (position.stance.value, position.condition.text) == ("conditional", condition)


@pytest.mark.parametrize(
    "text",
    [
        "Norway would pay 4 percent only in May.",
        "Norway agreed to a truce, asked if it was tired of the war.",
        "Norway offered to free six sailors, and Canada asked if the ship was damaged.",
        "Norway accepted the draft; if it rains, the ceremony is indoors.",
    ],
)
def test_what_only_looks_like_a_condition_is_none(read, text):
    assert "conditional" not in [each.stance.value for each in read(text).positions]


@pytest.mark.parametrize(
    "text",
    [
        "Should the meeting fail, Norway would take its case to the courts.",
        "If there is no agreement by midnight, Norway says, its members will stop work on Monday.",
        "Norway will strike unless Canada makes a better offer.",
        "Norway would walk out if the clause stays.",
        "Norway would leave the talks if Canada attacks.",
        "Norway would suspend all aid if the army seizes the port.",
        "Norway would regard the sale as an act of war.",
    ],
)
def test_harm_on_a_condition_is_a_threat(read, text):
    assert only(read, text).stance.value == "threaten"


@pytest.mark.parametrize(
    "text",
    [
        "Norway would suspend the strike if Canada raised its offer to 8 percent.",
        "Norway would call off the boycott if Canada apologised.",
        "Norway would halt its strikes if Canada gave up the port.",
        "Norway would not attack if the fighters left the border.",
        "Norway would suspend enrichment if Canada lifted the sanctions.",
        "Norway would withdraw its troops if the border opened.",
    ],
)
def test_the_end_of_harm_on_a_condition_is_an_offer(read, text):
    assert only(read, text).stance.value == "conditional"


def test_the_issue_is_never_the_condition(read):
    assert only(read, "Norway will strike unless Canada makes a better offer.").issue == "strike"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway has not ruled out a truce.", "pending"),
        ("Norway has not responded.", "pending"),
        ("Norway is ready to give Canada 26 percent.", "offer"),
        ("Norway calls 4 percent its final offer.", "offer"),
        ("Norway has let go of its insistence on a veto.", "dropped_demand"),
        ("Norway backed off from its demand for a veto.", "dropped_demand"),
        ("Norway has shown goodwill by no longer asking for a veto.", "dropped_demand"),
        ("Norway is pushing for the hostages to be released.", "demand"),
        ("Norway appealed to both sides to spare the market.", "demand"),
        ("Norway arrived with a demand of 31 percent.", "demand"),
        ("Norway will not sign without a night allowance.", "demand"),
        ("Norway does not insist on the corridor any more.", "dropped_demand"),
        ("Norway does not want a toll.", "oppose"),
        ("Norway will never stop until all the sailors are free.", "demand"),
        ("Norway warned against paying twice for the same men.", "oppose"),
        ("Norway called the figure a fairy tale.", "deny"),
        ("The claim was dismissed by Norway.", "deny"),
        ("Norway won't release the colonel, whatever Canada threatens.", "reject"),
        ("Norway declined to attend the meeting.", "reject"),
    ],
)
def test_more_turns_of_phrase_show_a_stance(read, text, stance):
    assert only(read, text).stance.value == stance


@pytest.mark.parametrize(
    "text",
    [
        "Norway declined to comment.",
        "Norway does not demand the corridor.",
        "Norway declined to explain the delay.",
        "Norway said it would not stand in the way.",
        "Norway said it would not negotiate through the press.",
        "Norway called the harbour a jewel.",
        "Norway has not responded to a request for comment.",
        "Canada has not brought the figures that Norway, the chair, had requested.",
        "Norway let the ships leave the port.",
    ],
)
def test_more_words_show_none(read, text):
    assert read(text).positions == ()


def test_a_place_is_no_issue(read):
    assert only(read, "Norway insisted in Geneva that the quota be lowered.").issue == "quota be lowered"


def test_what_must_come_first_has_not_been_done(read):
    items = read("Norway would return to the table only once Canada suspended the strike.")
    assert (items.acts, items.meetings) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        "Neither Norway nor Canada has accepted the plan.",
        "Reports that Norway accepted the plan are false, Ada Berg said.",
        "It is not true that Norway rejected the plan, Ada Berg said.",
        "Norway must accept the plan, Ada Berg said.",
        "Canada hopes that Norway will accept the plan.",
        "Had Norway accepted the plan, Canada would have freed the crew.",
        "Norway almost accepted the plan in May.",
        "Under Norway's proposal, which neither side has accepted, pay would rise.",
    ],
)
def test_what_is_wished_untrue_or_was_not_is_no_stance(read, text):
    assert read(text).positions == ()


def test_what_one_wants_of_another_is_the_demand_of_the_first_alone(read):
    assert [(each.party, each.stance.value) for each in read("Canada wants Norway to accept the plan.").positions] == [
        ("Canada", "demand")
    ]


@pytest.mark.parametrize(
    ("text", "stance", "issue"),
    [
        ("Norway lowered its wage demand to 7.5 percent from 11 percent.", "demand", "7.5 percent"),
        ("Norway cut its demand to 30 hostages from 40.", "demand", "30 hostages"),
        ("Norway raised its offer to 200 prisoners from 150.", "offer", "200 prisoners"),
        ("Norway agreed in principle to swap 140 prisoners.", "accept", "swap 140 prisoners"),
    ],
)
def test_a_moved_figure_is_the_issue(read, text, stance, issue):
    position = only(read, text)
    assert (position.stance.value, position.issue) == (stance, issue)
