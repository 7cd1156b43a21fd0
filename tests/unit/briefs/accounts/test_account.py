from __future__ import annotations

from gobetween.briefs.accounts import account_essence, account_sections, account_sources
from gobetween.briefs.blocks import Listing, Mark, Paragraph, Section, Table, TimelinePlot
from gobetween.model.evidence import (
    AssessmentMention,
    DelegationMention,
    FigureMention,
    LeverageMention,
    MeetingMention,
    MeetingStatus,
    PositionMention,
    SourceType,
    Stance,
    Statement,
    StickingPointMention,
    Story,
    Tone,
)


def port_report(newsroom, name="harbour.txt", day=4, outlet="Harbour News"):
    words, speaker = newsroom.words, newsroom.speaker
    mediator = speaker("a harbour source", None, SourceType.ANONYMOUS_SOURCE)
    return newsroom.report(
        name,
        published=newsroom.day(day),
        outlet=outlet,
        actors=("Dockers", "Operator"),
        delegations=(DelegationMention(words("the dockers' team led by Ada Lund", 10), "Dockers", head="Ada Lund", place="Town Hall"),),
        positions=(
            PositionMention(
                words("the dockers gave up a thirty-hour week", 100), "Dockers", stance=Stance.DROPPED_DEMAND, issue="thirty-hour week"
            ),
            PositionMention(words("want a bonus for nights", 150), "Dockers", stance=Stance.DEMAND, issue="night bonus"),
            PositionMention(words("the operator has yet to reply", 900), "Operator", stance=Stance.PENDING, issue="reply"),
        ),
        sticking_points=(
            StickingPointMention(words("night work remains the main obstacle", 200), "night work", parties=("Dockers", "Operator")),
        ),
        assessments=(AssessmentMention(words("the talks are nearly done", 300), Tone.HOPEFUL, by=mediator, told_to=outlet),),
        leverage=(
            LeverageMention(
                words("the Ministry told the operator to pay", 400), "Ministry", "Operator", demand="pay", otherwise="fines"
            ),
        ),
        figures=(
            FigureMention(
                words("a 12-month contract", 500),
                12,
                unit="months",
                counted="contract",
                sentence=words("The draft has a 12-month contract.", 490),
            ),
        ),
        meetings=(
            MeetingMention(
                words("the two sides will meet again on Friday", 600),
                ("Dockers", "Operator"),
                status=MeetingStatus.PLANNED,
                when=newsroom.day(7),
            ),
        ),
        statements=(Statement(speaker("Ada Lund", "Dockers", start=700), words("we are close to a contract", 720), told_to=outlet),),
    )


def cells_of(section: Section):
    for block in section.blocks:
        match block:
            case Paragraph(cell):
                yield cell
            case Listing(cells=cells):
                yield from cells
            case Table(rows=rows):
                yield from (cell for row in rows for cell in row)
            case TimelinePlot(table=table):
                yield from (cell for row in table.rows for cell in row)


def tables_of(section: Section):
    yield from (block for block in section.blocks if isinstance(block, Table))
    yield from (block.table for block in section.blocks if isinstance(block, TimelinePlot))


def test_no_reports_give_no_sections_no_essence_and_no_sources(newsroom):
    view = newsroom.view()
    assert account_sections(view) == ()
    assert account_essence(view) == ()
    assert account_sources(view) == ()


def test_every_row_of_every_section_cites_a_report(newsroom):
    for section in account_sections(newsroom.view(port_report(newsroom))):
        for table in tables_of(section):
            assert all(any(cell.citations for cell in row) for row in table.rows), table.title


def test_every_cell_with_a_report_s_words_is_marked_as_read_by_rules(newsroom):
    for section in account_sections(newsroom.view(port_report(newsroom))):
        for cell in cells_of(section):
            if any(citation.words for citation in cell.citations):
                assert Mark.READ in cell.marks


def test_sections_have_ids_of_their_own(newsroom):
    ids = [section.id for section in account_sections(newsroom.view(port_report(newsroom)))]
    assert len(ids) == len(set(ids))


def test_the_essence_is_some_ten_lines_all_with_citations(newsroom):
    essence = account_essence(newsroom.view(port_report(newsroom)))
    assert 6 <= len(essence) <= 11
    assert all(cell.citations for cell in essence)


def test_the_essence_names_what_was_dropped_and_what_is_asked_instead(newsroom):
    text = " ".join(cell.text for cell in account_essence(newsroom.view(port_report(newsroom))))
    assert "Dropped by Dockers (4 March 2031): “the dockers gave up a thirty-hour week”; instead: “want a bonus for nights”" in text


def test_the_essence_says_who_leads_who_must_answer_and_what_comes_next(newsroom):
    text = " ".join(cell.text for cell in account_essence(newsroom.view(port_report(newsroom))))
    assert "Ada Lund leads the delegation of Dockers" in text
    assert "Answers awaited: Operator: “the operator has yet to reply”" in text
    assert "Planned next: Dockers and Operator: “the two sides will meet again on Friday” on 7 March 2031." in text


def test_sources_are_numbered_by_date_with_undated_ones_last_and_copies_pointing_at_their_origin(newsroom):
    first, later, undated = (
        newsroom.report(name, published=when)
        for name, when in (
            ("a.txt", newsroom.day(9)),
            ("b.txt", newsroom.day(2)),
            ("0.txt", newsroom.report("x").document.published),
        )
    )
    lines = account_sources(newsroom.view(first, later, undated, stories=(Story(("a.txt", "b.txt"), "same words"),)))
    assert [(line.id, line.number, line.origin) for line in lines] == [("b.txt", 1, None), ("a.txt", 2, 1), ("0.txt", 3, None)]


def test_the_same_reports_give_the_same_account_in_whatever_order_they_are_given(newsroom):
    one, other = port_report(newsroom), port_report(newsroom, "quay.txt", 6, "Quay Post")
    assert account_sections(newsroom.view(one, other)) == account_sections(newsroom.view(other, one))


def test_the_essence_words_a_warning_as_what_would_be_done_and_in_which_case(newsroom):
    warning = LeverageMention(
        newsroom.words("the ministry warned the operator that it could close the port if there was no deal"),
        "Ministry",
        "Operator",
        demand="if there was no deal",
        otherwise="could close the port",
    )
    text = " ".join(cell.text for cell in account_essence(newsroom.view(newsroom.report("a", leverage=(warning,)))))
    assert "Ministry warns Operator: could close the port, if there was no deal" in text
