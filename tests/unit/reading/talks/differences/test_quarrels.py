import pytest


def told(items):
    return [(point.passage.text, point.issue) for point in items.sticking_points]


@pytest.mark.parametrize(
    ("text", "words", "issue"),
    [
        (
            "The company made an offer to end the dispute over pay and conditions.",
            "the dispute over pay and conditions",
            "pay and conditions",
        ),
        ("The strike follows a long-running dispute over pensions.", "a long-running dispute over pensions", "pensions"),
        ("The two remain locked in a dispute over water.", "a dispute over water", "water"),
        ("The talks ended early because of a row over the dam.", "a row over the dam", "dam"),
        ("There has been no breakthrough over the ministry.", "There has been no breakthrough over the ministry", "ministry"),
        ("The minister blamed the delay on the wage demands.", "The minister blamed the delay on the wage demands", "wage demands"),
        ("The talks hit the rocks over the port.", "The talks hit the rocks over the port", "port"),
        ("The question of the port's ownership remains open.", "The question of the port's ownership remains open", "port's ownership"),
        (
            "Their unrealistic demands are the main reason why the talks could not succeed.",
            "Their unrealistic demands are the main reason why the talks could not succeed",
            "unrealistic demands",
        ),
    ],
)
def test_what_sides_quarrel_over_or_talks_failed_by_is_in_the_way(read, text, words, issue):
    [(passage, matter)] = told(read(text))
    assert passage == words
    assert issue in matter


def test_a_matter_behind_a_dash_is_the_sticking_point(read):
    [(_, issue)] = told(read("They made progress on a key sticking point - the claim to the islands."))
    assert "claim to the islands" in issue


@pytest.mark.parametrize(
    "text",
    [
        "He is an obstacle to peace.",
        "The company resolved a dispute over parking in 1998.",
        "The long-running dispute over pay was settled on Monday.",
        "Both sides discussed critical issues including the sanctions.",
        "The minister blamed the delay on Canada.",
        "The police blamed the delay on an accident.",
        "The boat hit the rocks over the reef.",
        "The border dispute has drawn tourists.",
        "The question of taste remains.",
        "The main reason why she left is unknown.",
        "The aim of these talks is to resolve disputes regarding a proposed truce.",
    ],
)
def test_what_is_settled_or_is_somebody_is_not_in_the_way(read, text):
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("A dispute over overtime has brought negotiations to a halt.", "overtime"),
        ("The squabble over ministries has delayed the formation of a coalition.", "ministries"),
        ("The two countries still have differences on rice tariffs.", "rice tariffs"),
        ("The walkouts arose from a dispute over pay.", "pay"),
        ("The two countries still have differences on a permanent truce.", "permanent truce"),
        ("The main fight, however, was over a new fund.", "new fund"),
        ("She made one more attempt to break the stalemate in negotiations on the river.", "river"),
        ("Row over milk quotas threatens trade deal", "milk quotas"),
    ],
)
def test_a_quarrel_that_goes_on_or_holds_up_talks_is_in_the_way(read, text, issue):
    assert issue in [point.issue for point in read(text).sticking_points]


@pytest.mark.parametrize(
    "text",
    [
        "The deadlock over the budget ended on Friday with a vote.",
        "The agreement ends a long row over the dam.",
        "The envoy praised the two sides for bridging their differences over visas.",
        "The door of the house was left open.",
        "The two sides narrowed their differences on fees.",
        "Police said the man was killed in a dispute over money.",
        "The border was closed after a row between guards.",
        "There are no major differences over pay.",
    ],
)
def test_a_quarrel_that_is_over_or_of_others_is_not(read, text):
    assert told(read(text)) == []


def test_a_quarrel_may_be_weeks_old_before_its_matter_is_named(read):
    (point,) = read("The parties have been wrangling for weeks over how many seats each should get.").sticking_points
    assert point.issue == "how many seats each should get"
