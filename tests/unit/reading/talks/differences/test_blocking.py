"""What is still open where the rest is agreed, in many constructions; and the same words of nothing in the way."""

import pytest

OPEN = (
    "The two cannot agree how many boats there are.",
    "The sides have not been able to agree on the quota.",
    "They are still arguing about the quota.",
    "Only the quota is still open.",
    "Only the quota remains to be settled.",
    "Everything is agreed except the quota.",
    "All but the quota has been agreed.",
    "It all comes down to the quota.",
    "The quota is still in dispute.",
    "The quota has yet to be settled.",
    "No compromise is in sight on the quota.",
    "Agreement on the quota has proved elusive.",
    "At issue is the quota.",
    "The snag is the quota.",
    "It is on the quota that the talks are stuck.",
)
NOTHING_OPEN = (
    "The two brothers differ over football.",
    "The lorry stuck on the bridge blocked the road.",
    "The wall is three metres high.",
    "All but two delegates attended.",
    "Everyone came except the minister.",
    "The shop is open on Sunday.",
    "The sides have settled the question of pay.",
    "The snag list is long.",
)


@pytest.mark.parametrize("text", OPEN)
def test_what_is_still_open_is_a_sticking_point(read, text):
    (found,) = read(text).sticking_points
    assert "quota" in found.issue or "boats" in found.issue


@pytest.mark.parametrize("text", NOTHING_OPEN)
def test_the_same_words_of_something_else_are_none(read, text):
    assert read(text).sticking_points == ()


def test_of_a_long_sentence_the_clause_with_the_issue_is_quoted(read):
    (found,) = read(
        "Couriers carried a revised paper on reopening the bridge to Norway and Canada on Wednesday, and officials of both said "
        "that it came nearer to an agreement than the three before, although they differed over who would stamp the passports."
    ).sticking_points
    assert found.passage.text == "they differed over who would stamp the passports"


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("It is the fate of the fighters' weapons that is delaying the accord.", "fate of the fighters' weapons"),
        ("What the delegates could not accept was the clause on land.", "clause on land"),
        ("A clause on land has prevented any headway.", "clause on land"),
        ("The demand has put the union at odds with the employer.", "demand"),
        ("The draft leaves unsettled the question of customs checks.", "customs checks"),
        ("What separates the parties is the price per share.", "price per share"),
        ("The exact line of the frontier was left open.", "exact line of the frontier"),
        ("The nuclear issue has been the most difficult to settle.", "nuclear issue"),
    ],
)
def test_what_is_said_of_a_matter_in_the_way_names_it(read, text, issue):
    assert issue in [point.issue for point in read(text).sticking_points]
