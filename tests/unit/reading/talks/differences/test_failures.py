"""What talks fail, stall or hang on; and the same verbs of something else."""

import pytest


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The peace effort ran aground on the future of the militia.", "future of the militia"),
        ("The summit was still deadlocked on Thursday night over a new fund.", "new fund"),
        ("Plans to take up the talks again came to nothing over the survey ship.", "survey ship"),
        ("The deal fell apart over disagreements on who would lead the merged firm.", "who would lead the merged firm"),
        ("A final accord hinges on whether Serbia accepts the new posts.", "whether Serbia accepts the new posts"),
        ("Progress has been hampered by the refusal to open the port.", "refusal to open the port"),
        ("Talks between the airline and its pilots broke down over rest hours.", "rest hours"),
        ("The coalition negotiations are on the brink of collapse over a wealth tax.", "wealth tax"),
        ("Talks stall over status of northern province", "status of northern province"),
        ("Bank merger talks founder on price", "price"),
        ("The talks began in May. They were then suspended because Norway objected to the map.", "map"),
    ],
)
def test_what_talks_fail_on_is_in_the_way(read, text, issue):
    assert issue in [point.issue for point in read(text).sticking_points]


@pytest.mark.parametrize(
    "text",
    [
        "The train was held up by snow for two hours.",
        "The talks were suspended on Monday over the weekend.",
        "The car broke down over the bridge.",
        "The deal will depend on approval by shareholders.",
        "The minister denied that the talks were stuck on prices.",
        "Should talks fail over fees, the court will decide.",
        "The meeting was delayed by the president of the court.",
    ],
)
def test_what_fails_otherwise_is_no_sticking_point(read, text):
    assert read(text).sticking_points == ()


def test_only_the_clause_that_tells_it_is_quoted(read):
    (point,) = read(
        "Negotiators from Peru and Bolivia met again on Monday in Lima, where they had parted in anger in the spring, but the talks "
        "broke down over the dam, which Bolivia wants to fill this year, and no new day was set."
    ).sticking_points
    assert point.passage.text == "the talks broke down over the dam"
