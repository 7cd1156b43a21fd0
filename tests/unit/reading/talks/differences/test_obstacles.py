import pytest


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Overtime, a key sticking point in the negotiations, was not discussed.", "Overtime"),
        ("Sticking points include pensions and the length of the contract.", "pensions and the length of the contract"),
        ("Among the sticking points are pensions and overtime.", "pensions and overtime"),
        ("Talks have stalled because of disagreements over pensions.", "pensions"),
        ("The deal has been held up by a dispute over the sailors.", "sailors"),
        ("Unresolved issues include the fate of the sailors.", "fate of the sailors"),
        ("Sharp disagreements over the border continue to threaten the talks.", "border"),
        ("The primary contention lies in the Norwegian demand for a new border.", "Norwegian demand for a new border"),
        ("Significant gaps remain between the sides over the list of sailors.", "list of sailors"),
        ("The status of the island is one of the thorniest issues in the talks.", "status of the island"),
        ("The question of the island threatens to derail the talks.", "island"),
        ("The central dispute is over the list of sailors.", "list of sailors"),
        ("Central to the talks is the presence of troops on the border.", "presence of troops on the border"),
        ("The two sides have not yet agreed on the list of sailors.", "list of sailors"),
        ("Key sticking points remain, including the list of sailors.", "list of sailors"),
        ("The positions in the talks remained apart on the question of wages.", "wages"),
        ("There is disagreement around the timetable, the source said.", "timetable"),
    ],
)
def test_turns_of_news_name_what_is_in_the_way(read, text, issue):
    assert issue in [point.issue for point in read(text).sticking_points]


@pytest.mark.parametrize(
    "text",
    [
        "The sticking points, including pensions, were resolved.",
        "Few obstacles include the weather.",
        "The two sides settled their differences over pensions.",
        "There is no disagreement over pensions.",
        "The ferry was held up by a storm over the bay.",
        "The issues include a poem and a play.",
        "Central to the town is a bridge.",
        "The runner fell at the hurdle near the stand.",
        "The report covers the question of the island.",
    ],
)
def test_what_is_settled_or_of_no_talks_is_no_sticking_point(read, text):
    assert read(text).sticking_points == ()


def test_the_words_of_who_says_so_are_left_out(read):
    (point,) = read(
        "The statement that the ministry put out after the call makes clear that fishing is now the biggest obstacle."
    ).sticking_points
    assert point.passage.text == "fishing is now the biggest obstacle"


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("The two sides remain stalled over the catch.", "catch"),
        ("At the heart of the issue is the quota.", "quota"),
        ("The quota has become the sticky point in the talks.", "quota"),
        ("Final sticking points in the talks include how to pay for the dam.", "how to pay for the dam"),
    ],
)
def test_more_turns_of_news_name_what_is_in_the_way(read, text, issue):
    assert issue in [point.issue for point in read(text).sticking_points]


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("Pensions were seen as the chief obstacle to a deal.", "Pensions"),
        ("The most contentious clause concerns the disarmament of the rebels.", "disarmament of the rebels"),
        ("Lebanon's claim to the gas field remains a source of contention.", "Lebanon's claim to the gas field"),
        ("Redundancies are a red line for the union.", "Redundancies"),
        ("Several issues, including the seat of the court, are still outstanding.", "seat of the court"),
        ("Norway pressed for an end to the lingering issues at Vadso and Kirkenes.", "Vadso and Kirkenes"),
        ("The road is the one item on which neither capital is ready to yield.", "road"),
        ("The sticking point, say those involved, is a tax on imported grain.", "tax on imported grain"),
        ("The draft, seen by reporters, puts off the most sensitive matter, the command of the police.", "command of the police"),
        ("The timetable for the withdrawal remains a matter of dispute.", "timetable for the withdrawal"),
        ("Two of the main obstacles are the fleet and its port.", "fleet and its port"),
    ],
)
def test_the_matter_is_found_wherever_the_noun_leaves_it(read, text, issue):
    assert issue in [point.issue for point in read(text).sticking_points]


@pytest.mark.parametrize(
    "text",
    [
        "The key issue for voters is crime.",
        "The main issue in the election is jobs.",
        "Norwegian and Swedish troops have been posted at certain friction points.",
        "The wall of the fort is old.",
        "Neither side sees the border as an obstacle any more.",
        "The ambassador was seen as a friend.",
    ],
)
def test_what_is_an_issue_for_others_is_no_sticking_point(read, text):
    assert read(text).sticking_points == ()


def test_one_matter_told_by_two_words_is_one_point(read):
    (point,) = read("The talks were suspended on Friday amid a bitter quarrel over seating.").sticking_points
    assert point.issue == "seating"
