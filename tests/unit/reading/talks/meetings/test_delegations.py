import pytest


def only(items):
    (delegation,) = items.delegations
    return delegation


def test_a_delegation_has_its_side_head_and_movement(read):
    found = only(read("A delegation from Norway, led by the head of its fisheries board Anna Berg, arrived in Geneva on Monday."))
    assert (found.actor, found.head, found.movement, found.place) == ("Norway", "Anna Berg", "arrived", "Geneva")


def test_its_size_and_that_it_is_only_expected_are_kept(read):
    found = only(read("A four-man delegation from Canada was expected to arrive in Geneva."))
    assert (found.actor, found.size, found.movement, found.place) == ("Canada", 4, "expected", "Geneva")


def test_negotiators_are_a_delegation(read):
    found = only(read("Canada's negotiators have returned to Geneva to continue the discussions."))
    assert (found.actor, found.movement, found.place) == ("Canada", "returned", "Geneva")


def test_a_delegation_of_nobody_is_left_out(read):
    assert read("The delegation was tired.").delegations == ()


def test_who_leads_a_counted_delegation_gives_it_its_side_and_size(read):
    found = only(read("The Harbour Union's secretary, Ada Berg, led a delegation of 22."))
    assert (found.actor, found.head, found.size) == ("Harbour Union", "Ada Berg", 22)


def test_a_counted_team_is_of_whoever_brings_it(read):
    found = only(read("Envoy Ada Berg of Norway is expected in Geneva with a team of six."))
    assert (found.actor, found.size) == ("Norway", 6)


def test_one_negotiator_is_no_delegation(read):
    assert read("Canada's chief negotiator rejects the plan.").delegations == ()


def test_who_comes_with_others_leads_them(read):
    found = only(read("General Carl Dahl, who speaks for Norway, arrived with eleven officers and no mandate."))
    assert (found.actor, found.head, found.size, found.movement) == ("Norway", "Carl Dahl", 11, "arrived")


def test_a_delegation_is_of_the_one_whose_it_is(read):
    found = only(read("Norway, whose delegation of 60 is the largest here, has said nothing."))
    assert (found.actor, found.size) == ("Norway", 60)


def test_a_delegation_that_is_sent_is_of_the_sender(read):
    found = only(read("Canada will send a delegation of eight to Oslo on Friday."))
    assert (found.actor, found.size) == ("Canada", 8)


def test_its_members_are_counted_behind_its_owner(read):
    assert only(read("Canada's 12-member delegation is expected in Oslo on Friday.")).size == 12


def test_the_head_of_a_delegation_is_named(read):
    found = only(read("The head of the Norwegian delegation, Ada Berg, said nothing."))
    assert (found.actor, found.head) == ("Norway", "Ada Berg")


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian delegation did not bring the figures.",
        "The Norwegian delegation is in Geneva.",
        "Negotiators from Norway and Canada left Geneva without a deal.",
        "A team of six engineers from Canada repaired the dam.",
        "Norwegian minister Ada Berg arrived with bad news.",
    ],
)
def test_of_what_nothing_is_told_but_its_talking_no_delegation_is_made(read, text):
    assert read(text).delegations == ()


@pytest.mark.parametrize(
    ("text", "head", "size"),
    [
        ("Norway's minister, Ada Berg, brought 14 experts with her.", "Ada Berg", 14),
        ("Norway's deputy minister, Ada Berg, travels between the capitals with a delegation of five.", "Ada Berg", 5),
        ("The Norwegian team, led by Ada Berg, arrived on Monday.", "Ada Berg", None),
        ("Norway's delegation has nine members.", None, 9),
        ("Norway's negotiating team numbers nine.", None, 9),
        ("Three Norwegian officials, led by Ada Berg, met the mediator.", "Ada Berg", 3),
        ("Norway fielded a team of lawyers led by Ada Berg.", "Ada Berg", None),
    ],
)
def test_those_under_a_lead_or_counted_are_a_delegation(read, text, head, size):
    (found,) = read(text).delegations
    assert (found.actor, found.head, found.size) == ("Norway", head, size)


@pytest.mark.parametrize(
    "text",
    [
        "The team, led by its striker, won the match.",
        "Norway brought 14 boats with it.",
        "Norway's economy has nine sectors.",
        "A group led by a retired judge lives in the valley.",
    ],
)
def test_teams_that_nobody_sends_to_talks_are_none(read, text):
    assert read(text).delegations == ()
