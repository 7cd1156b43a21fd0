"""Stories of one event that are no copies of each other."""

from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.documents import documents_section
from gobetween.briefs.accounts.occasions import find_occasions, likeness_of
from gobetween.model.evidence import (
    Account,
    FigureMention,
    MeetingMention,
    MeetingStatus,
    Mode,
    PositionMention,
    Stance,
    Statement,
    Story,
)
from gobetween.reading.documents.stories import fingerprint

SAID = "we will not sign while the cranes stand on our quay"


def meeting(newsroom, *who, place="Sarnwick", **more):
    return MeetingMention(newsroom.words(f"{' and '.join(who)} met"), who, place=place, **more)


def round_of_talks(newsroom, name, published, **more):
    """A report of one round in Sarnwick: who met, and what one of them demanded."""
    demand = PositionMention(newsroom.words("the union demands shifts of eight hours a day"), "Dockers' Union", stance=Stance.DEMAND)
    return newsroom.report(
        name,
        published=published,
        actors=("Dockers' Union", "Employers' Group", "Ministry"),
        positions=(demand, PositionMention(newsroom.words("refuses overtime"), "Employers' Group", stance=Stance.REJECT)),
        meetings=(meeting(newsroom, "Dockers' Union", "Employers' Group"),),
        **more,
    )


def test_the_list_of_reports_says_which_tell_of_the_same_event(newsroom):
    first, second = (round_of_talks(newsroom, name, newsroom.day(4), outlet=f"Wire {name}") for name in ("a.txt", "b.txt"))
    (section,) = documents_section(coverage_of(Account((first, second))))
    (row, _) = section.blocks[0].rows
    assert row[3].text == "its own; of the same event as Wire b.txt, 4 March 2031"


def names_of(*reports, stories=()):
    return [occasion.names for occasion in find_occasions(Account(reports, stories))]


def test_two_agencies_on_one_round_tell_of_one_event(newsroom):
    first, second = (round_of_talks(newsroom, name, newsroom.day(4)) for name in ("a.txt", "b.txt"))
    (occasion,) = find_occasions(Account((first, second)))
    assert occasion.names == ("a.txt", "b.txt")
    assert occasion.reason.startswith("the same meeting: Dockers' Union, Employers' Group in Sarnwick")


def test_the_next_round_is_another_event(newsroom):
    assert names_of(round_of_talks(newsroom, "a.txt", newsroom.day(4)), round_of_talks(newsroom, "b.txt", newsroom.day(9))) == []


def test_an_undated_report_needs_more_in_common(newsroom):
    dated, undated = (
        round_of_talks(newsroom, "a.txt", newsroom.day(4)),
        round_of_talks(newsroom, "b.txt", newsroom.report("x").document.published),
    )
    assert names_of(dated, undated) == []


def test_the_same_quotation_and_numbers_make_even_an_undated_report_one_of_the_event(newsroom):
    speaker = newsroom.speaker("Ina Holt", "Dockers' Union")
    figures = (
        FigureMention(newsroom.words("2,400 members"), 2400, unit="persons"),
        FigureMention(newsroom.words("17 ships"), 17, unit="ships"),
    )
    more = {
        "statements": (Statement(speaker, newsroom.words(SAID), mode=Mode.DIRECT),),
        "figures": figures,
        "fingerprint": fingerprint(SAID),
    }
    undated = newsroom.report("x").document.published
    assert names_of(round_of_talks(newsroom, "a.txt", newsroom.day(4), **more), round_of_talks(newsroom, "b.txt", undated, **more))


def test_meetings_in_different_places_are_not_the_same(newsroom):
    first = newsroom.report("a.txt", published=newsroom.day(4), meetings=(meeting(newsroom, "Union", "Ministry", place="Sarnwick"),))
    second = newsroom.report("b.txt", published=newsroom.day(4), meetings=(meeting(newsroom, "Union", "Ministry", place="Holm"),))
    assert likeness_of(coverage_of(Account((first, second))), first, second).points == 0


def told(newsroom, name, number, *, people, planned):
    """A report that gives a number, who speaks, and for which day the next meeting is set."""
    return newsroom.report(
        name,
        published=newsroom.day(4),
        actors=("Dockers' Union", "Employers' Group"),
        figures=(FigureMention(newsroom.words(f"{number} ships"), number, unit="ships"),),
        statements=tuple(
            Statement(newsroom.speaker(each, "Dockers' Union"), newsroom.words(f"{name} {each} spoke")) for each in people
        ),
        meetings=(meeting(newsroom, "Dockers' Union", status=MeetingStatus.PLANNED, when=newsroom.day(planned)),),
    )


def test_the_same_people_and_the_same_next_day_with_a_number_make_one_event(newsroom):
    people = ("Ina Holt", "Per Aske", "Mara Tolvik", "Renata Osk")
    reports = [told(newsroom, name, 40, people=people, planned=11) for name in ("a.txt", "b.txt")]
    (occasion,) = find_occasions(Account(tuple(reports)))
    assert "the same day set for a meeting: 2031-03-11" in occasion.reason
    assert "4 people in common" in occasion.reason


def test_the_same_people_alone_do_not(newsroom):
    people = ("Ina Holt", "Per Aske", "Mara Tolvik", "Renata Osk")
    assert (
        names_of(told(newsroom, "a.txt", 40, people=people, planned=11), told(newsroom, "b.txt", 60, people=people, planned=12)) == []
    )


def test_copies_of_one_story_alone_are_no_second_telling(newsroom):
    first, second = (round_of_talks(newsroom, name, newsroom.day(4)) for name in ("a.txt", "b.txt"))
    assert names_of(first, second, stories=(Story(("a.txt", "b.txt"), "100%"),)) == []


def test_copies_come_along_with_their_story(newsroom):
    first, copy, other = (round_of_talks(newsroom, name, newsroom.day(4)) for name in ("a.txt", "b.txt", "c.txt"))
    assert names_of(first, copy, other, stories=(Story(("a.txt", "b.txt"), "100%"),)) == [("a.txt", "b.txt", "c.txt")]


def test_the_order_of_reports_makes_no_difference(newsroom):
    reports = [round_of_talks(newsroom, f"{letter}.txt", newsroom.day(4)) for letter in "abc"]
    assert names_of(*reports) == names_of(*reversed(reports)) == [("a.txt", "b.txt", "c.txt")]
