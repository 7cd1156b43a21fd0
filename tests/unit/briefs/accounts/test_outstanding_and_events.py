"""What is owed and disputed, and events in codes."""

from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.events import events_section, meaning_of
from gobetween.briefs.accounts.outstanding import outstanding_section
from gobetween.model.evidence import Account, DeliverableMention, DisputeMention, EventMention, Story


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
