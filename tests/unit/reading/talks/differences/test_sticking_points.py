import pytest


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The primary sticking point is the length of the contract.", "length of the contract"),
        ("The main sticking point appears to be the length of the contract.", "length of the contract"),
        ("Norwegian demands to keep the port have emerged as the main obstacle.", "Norwegian demands to keep the port"),
        ("The release of prisoners remains a hurdle.", "release of prisoners"),
    ],
)
def test_what_is_in_the_way_is_named(read, text, issue):
    (point,) = read(text).sticking_points
    assert point.issue == issue
    assert point.is_explicit


def test_obstacles_that_are_overcome_are_none(read):
    assert read("The sides are close to overcoming all obstacles.").sticking_points == ()


def test_a_pointing_word_names_no_issue(read):
    assert read("This stance creates a significant hurdle.").sticking_points == ()


def test_the_sides_of_a_point_are_not_who_is_cited_for_it(read):
    items = read("Talks between Norway and Canada stalled. A Swedish diplomat said the main obstacle was the quota.")
    assert items.sticking_points[0].parties == ("Norway", "Canada")


def test_one_point_named_twice_in_a_breath_is_one(read):
    (point,) = read("The disagreement over the quota remained the biggest obstacle.").sticking_points
    assert point.issue == "quota"


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The question of who pays is blocking everything else.", "who pays"),
        ("Nitrogen is what keeps the parties apart.", "Nitrogen"),
        ("The integration of fighters is the issue that has defeated four rounds.", "integration of fighters"),
        ("Who controls the gauges is the hardest question.", "Who controls the gauges"),
        ("The hardest part is the timetable.", "timetable"),
        ("Rules of origin remain unresolved.", "Rules of origin"),
        ("The size of the fleet is among the open questions.", "size of the fleet"),
        ("The two sides are still far apart on pay.", "pay"),
        ("Talks are deadlocked over the border.", "border"),
        ("The dispute over cranes is holding up the deal.", "cranes"),
        ("The wells are the crux of the matter.", "wells"),
    ],
)
def test_what_blocks_is_named_in_other_words_too(read, text, issue):
    assert [point.issue for point in read(text).sticking_points] == [issue]


@pytest.mark.parametrize(
    "text",
    [
        "It is not the hardest question.",
        "Police blocked the road.",
        "Norway keeps the two sides informed.",
        "The road remains open to trucks.",
        "Pay is no longer disputed.",
    ],
)
def test_what_blocks_no_talks_is_no_sticking_point(read, text):
    assert read(text).sticking_points == ()


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("What stands in the way of a deal is the gas beneath the sea.", "gas beneath the sea"),
        ("The quota stands in the way of an agreement.", "quota"),
        ("The sides have been unable to agree on who should survey the field.", "who should survey the field"),
        ("Norway and Canada failed to agree on the quota.", "quota"),
        ("The main sticking point is no longer the corridor but the number of prisoners.", "number of prisoners"),
    ],
)
def test_what_stands_in_the_way_is_told_in_more_ways(read, text, issue):
    assert [each.issue for each in read(text).sticking_points] == [issue]


@pytest.mark.parametrize(
    "text",
    [
        "Norway will not stand in the way of a deal.",
        "A lorry stood in the way of the convoy.",
        "The sides agreed on the quota.",
    ],
)
def test_what_is_not_in_the_way_is_no_sticking_point(read, text):
    assert read(text).sticking_points == ()


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Talks foundered on the question of who will pay for the dam.", "who will pay for the dam"),
        ("The talks broke down over pay.", "pay"),
        ("Everything hangs on the release of the prisoners.", "release of the prisoners"),
        ("The amnesty is what the deal hinges on.", "amnesty"),
        ("What divides the sides is the timetable.", "timetable"),
        ("Differences remain over the status of the island.", "status of the island"),
        ("Still unresolved is the question of who guards the crossing.", "who guards the crossing"),
        ("The key issue is sovereignty over the river.", "sovereignty over the river"),
        ("Among the obstacles are the size of the force and its mandate.", "size of the force and its mandate"),
        ("Negotiators have been unable to bridge differences over job guarantees.", "job guarantees"),
        ("The fate of the colonel is holding up an agreement.", "fate of the colonel"),
        ("No agreement has been reached on the withdrawal of troops.", "withdrawal of troops"),
        ("It is the water tariff that keeps the sides apart.", "water tariff"),
        ("It is the split shifts that nobody knows how to untie.", "split shifts"),
        ("At the heart of the dispute is a strip of land along the river.", "strip of land along the river"),
        ("The thorny question of amnesty was left for last.", "amnesty"),
    ],
)
def test_what_talks_fail_or_hang_on_is_named(read, text, issue):
    assert [point.issue for point in read(text).sticking_points] == [issue]


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended on Friday.",
        "The car broke down on the road.",
        "The picture hangs on the wall.",
        "There were no differences over pay.",
        "They reached an agreement on pay.",
        "If they cannot agree on pay, a judge will decide.",
        "It is the mediator who keeps the sides informed.",
        "The envoys left without a deal on fish.",
        "The building is near the obstacle course.",
        "The talks did not break down over pay.",
    ],
)
def test_what_talks_do_not_hang_on_is_no_sticking_point(read, text):
    assert read(text).sticking_points == ()


def test_a_bare_quarrel_names_no_point(read):
    assert not read("The dispute remains unresolved.").sticking_points
    (point,) = read("The dispute over the fishing quota remains unresolved.").sticking_points
    assert point.issue == "fishing quota"
