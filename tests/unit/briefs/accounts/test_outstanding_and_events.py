"""What is owed and disputed, and events in codes."""

from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.events import events_section, meaning_of
from gobetween.briefs.accounts.outstanding import outstanding_section
from gobetween.briefs.accounts.pressure import demand_and_threat
from gobetween.model.evidence import Account, DeliverableMention, DisputeMention, EventMention, LeverageMention, MeetingMention, Story


def coverage(*reports, stories=()):
    return coverage_of(Account(reports, stories))


def owed(newsroom, words="The employers still owe the mediators their duty rosters", **more):
    return DeliverableMention(newsroom.words(words), "Employers' Group", "their duty rosters", **more)


def event(newsroom, words="the two sides met in Sarnwick", cameo="046", **more):
    return EventMention(newsroom.words(words), "CONSULT", ("Dockers' Union", "Employers' Group"), cameo=cameo, **more)


def texts(section):
    return [[[cell.text for cell in row] for row in block.rows] for block in section.blocks]


def test_nothing_owed_and_nothing_disputed_makes_no_section(newsroom):
    assert outstanding_section(coverage(newsroom.report("a.txt"))) == ()


def test_what_is_owed_says_by_whom_to_whom_by_when_and_whether_it_came(newsroom):
    item = owed(newsroom, owed_to="Mediators", due=newsroom.day(9), is_delivered=False)
    (section,) = outstanding_section(coverage(newsroom.report("a.txt", deliverables=(item,))))
    ((row,),) = texts(section)
    assert row[:5] == ["Employers' Group", "their duty rosters", "Mediators", "9 March 2031", "not delivered"]


def test_what_the_text_leaves_open_is_open(newsroom):
    (section,) = outstanding_section(coverage(newsroom.report("a.txt", deliverables=(owed(newsroom),))))
    assert "open" in texts(section)[0][0]


def test_copies_of_one_story_owe_once(newsroom):
    reports = [newsroom.report(name, deliverables=(owed(newsroom),)) for name in ("a.txt", "b.txt")]
    (section,) = outstanding_section(coverage(*reports, stories=(Story(("a.txt", "b.txt"), "100%"),)))
    assert len(section.blocks[0].rows) == 1


def of_plan(newsroom, words, what, start=0, **more):
    return DeliverableMention(newsroom.words(words, start), "Employers' Group", what, **more)


def rows_owed(*reports):
    (section,) = outstanding_section(coverage(*reports))
    return texts(section)[0]


def test_a_later_word_on_any_such_plan_is_on_the_plan_before(newsroom):
    asked = of_plan(
        newsroom, "the employers were asked for a staffing plan for nights", "staffing plan for nights", owed_to="Mediators"
    )
    none = of_plan(newsroom, "the employers have not presented any safety plans", "safety plans", 200, is_delivered=False)
    far = of_plan(newsroom, "the employers have not presented any safety plans", "safety plans", 2000, is_delivered=False)
    other = of_plan(newsroom, "the employers owe their safety plans", "safety plans", 200, is_delivered=False)
    (row,) = rows_owed(newsroom.report("a.txt", deliverables=(asked, none)))
    assert row[1:4] == ["staffing plan for nights", "Mediators", "not delivered"]
    assert len(rows_owed(newsroom.report("a.txt", deliverables=(asked, far)))) == 2
    assert len(rows_owed(newsroom.report("a.txt", deliverables=(asked, other)))) == 2


def test_one_thing_owed_in_two_reports_of_the_same_talks_is_in_the_state_of_the_later(newsroom):
    table = (MeetingMention(newsroom.words("the two sides met", 400), ("Dockers' Union", "Employers' Group")),)
    early, late = (
        newsroom.report(
            name,
            published=newsroom.day(day),
            meetings=table,
            deliverables=(of_plan(newsroom, words, "shift records of last year", is_delivered=came),),
        )
        for name, day, words, came in (
            ("a.txt", 4, "the employers owe the shift records of last year", False),
            ("b.txt", 9, "the employers handed over the shift records of last year", True),
        )
    )
    (row,) = rows_owed(late, early)
    assert "delivered" in row
    elsewhere = newsroom.report("c.txt", published=newsroom.day(9), deliverables=late.document.deliverables)
    assert len(rows_owed(early, elsewhere)) == 2


def test_what_two_owe_is_owed_twice(newsroom):
    own = owed(newsroom, owed_to="Mediators")
    other = owed(newsroom, owed_to="Dockers' Union")
    assert len(rows_owed(newsroom.report("a.txt", deliverables=(own, other)))) == 2


def test_a_case_in_which_something_is_asked_is_no_threat(newsroom):
    def pressing(demand, otherwise):
        return demand_and_threat(
            LeverageMention(newsroom.words("pressure"), "Ministry", "Dockers' Union", demand=demand, otherwise=otherwise)
        )

    assert pressing("call off the strike", "if the talks fail") == ("call off the strike if the talks fail", "")
    assert pressing("call off the strike", "the port will be closed") == ("call off the strike", "the port will be closed")
    assert pressing("if they refuse", "the port will be closed") == ("the port will be closed, if they refuse", "")
    assert pressing("unless a deal is signed", "the port will be closed") == ("a deal is signed", "the port will be closed")


def test_a_disputed_fact_names_who_asserts_and_who_denies_with_the_denial(newsroom):
    denial = newsroom.words("none are")
    words = newsroom.words("the cranes are ordered")
    item = DisputeMention(words, "the order of cranes", "Dockers' Union", "Employers' Group", denial=denial)
    (section,) = outstanding_section(coverage(newsroom.report("a.txt", disputes=(item,))))
    ((row,),) = texts(section)
    assert row[:3] == ["the order of cranes", "Dockers' Union", "Employers' Group"]
    assert section.blocks[0].rows[0][3].detail == "denied: none are"


def test_an_event_is_given_with_its_codes_and_their_meaning(newsroom):
    (section,) = events_section(coverage(newsroom.report("a.txt", events=(event(newsroom, mode="visit", when=newsroom.day(4)),))))
    (row,) = section.blocks[0].rows
    assert [row[0].text, row[0].detail, row[1].text] == ["CONSULT, visit", "CAMEO 046: negotiate", "Dockers' Union, Employers' Group"]


def test_an_event_that_copies_tell_of_is_one_and_cites_both(newsroom):
    reports = [newsroom.report(name, events=(event(newsroom),)) for name in ("a.txt", "b.txt")]
    (section,) = events_section(coverage(*reports, stories=(Story(("a.txt", "b.txt"), "100%"),)))
    (row,) = section.blocks[0].rows
    assert {citation.source for citation in row[-1].citations} == {"a.txt", "b.txt"}


def test_a_code_that_is_not_of_the_scheme_is_given_as_it_is():
    assert (meaning_of("999"), meaning_of("")) == ("CAMEO 999", "")
