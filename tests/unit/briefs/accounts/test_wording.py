from __future__ import annotations

import pytest

from gobetween.briefs.accounts.contradictions import contradictions_section
from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.essence import essence_of
from gobetween.briefs.accounts.figures import figures_section, toll_in_words, tolls
from gobetween.briefs.accounts.lines import MOST_CITED
from gobetween.briefs.accounts.moods import mood_line
from gobetween.briefs.accounts.positions import positions_section
from gobetween.briefs.accounts.sticking_points import sticking_points_section
from gobetween.briefs.accounts.terms import offer_in_words, sentence_of, terms
from gobetween.briefs.accounts.unread import unread_sentences
from gobetween.briefs.accounts.wording import agreeing, quoted
from gobetween.model.evidence import (
    ActMention,
    AssessmentMention,
    FigureMention,
    LeverageMention,
    PositionMention,
    SourceType,
    Stance,
    StickingPointMention,
    Tone,
)


@pytest.fixture
def covered(newsroom):
    def make(*reports, stories=()):
        return coverage_of(newsroom.view(*reports, stories=stories).case.account)

    return make


def rows(sections, title):
    tables = [block for section in sections for block in section.blocks if block.title == title]
    return [[cell.text for cell in row] for table in tables for row in table.rows]


# what is quoted, and verbs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('"We will not go back."', "“We will not go back.”"),
        ("have reached a “critical phase”", "“have reached a ‘critical phase’”"),
        ('he called it "a gift" to us', "“he called it ‘a gift’ to us”"),
        ("could be reached “very soon", "“could be reached ‘very soon’”"),
        ("", ""),
    ],
)
def test_quotations_within_quotations_stand_in_single_marks(text, shown):
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("name", "verb", "said"),
    [
        ("aid organizations", "demands", "demand"),
        ("Hamas", "demands", "demands"),
        ("Dockers", "has yet to answer", "has yet to answer"),
        ("port sources", "has yet to answer", "have yet to answer"),
        ("the press", "denies", "denies"),
        ("two officials", "presses", "press"),
    ],
)
def test_verbs_agree_with_names_in_the_plural(name, verb, said):
    assert agreeing(name, verb) == said


# reports that were not read


def test_a_report_in_another_language_is_said_not_to_be_read(newsroom, covered):
    english = newsroom.report("a.txt", language="en", acts=(ActMention(newsroom.words("the cranes stopped"), "Dockers"),))
    coverage = covered(
        english, newsroom.report("b.txt", language="ar"), newsroom.report("c.txt", language="ar"), newsroom.report("d.txt")
    )
    assert unread_sentences(coverage) == (
        "b.txt and c.txt are in Arabic, which is not read: nothing was taken from them.",
        "Nothing could be taken from d.txt.",
    )
    assert "b.txt and c.txt are in Arabic" in essence_of(coverage)[0].text


def test_one_report_has_no_copies_to_speak_of(newsroom, covered):
    report = newsroom.report("a", published=newsroom.day(4), acts=(ActMention(newsroom.words("the cranes stopped"), "Dockers"),))
    assert essence_of(covered(report))[0].text == "1 report: of 4 March 2031."


# judgements


def test_the_essence_has_a_judgement_of_every_tone_and_says_how_many_more_there_are(newsroom, covered):
    def judged(number, tone):
        source = newsroom.speaker(f"source {number}", None, SourceType.ANONYMOUS_SOURCE)
        return AssessmentMention(
            newsroom.words(f"talks {'abcdefgh'[number] * 5} {'stuvwxyz'[number] * 5}", 100 * number), tone, by=source
        )

    tones = (Tone.HOPEFUL, Tone.HOPEFUL, Tone.HOPEFUL, Tone.HOPEFUL, Tone.HOPEFUL, Tone.GLOOMY)
    report = newsroom.report("a", published=newsroom.day(4), assessments=tuple(judged(*each) for each in enumerate(tones)))
    (line,) = mood_line(covered(report))
    assert "source 5" in line.text
    assert line.text.startswith("How it goes (5 hopeful, 1 gloomy): “talks")
    assert line.text.count("a, 4 March 2031") == 4
    assert line.text.endswith("and 2 more.")


# positions


def pending(newsroom, text, start=0):
    via = newsroom.speaker("Bo Dahl", "Operator")
    return PositionMention(newsroom.words(text, start), "Operator", stance=Stance.PENDING, via=via)


def test_an_awaited_answer_is_told_in_its_source_s_words_when_they_do_not_say_whose(newsroom, covered):
    coverage = covered(newsroom.report("a", positions=(pending(newsroom, "an official response to the draft is pending"),)))
    assert "Answers awaited: “an official response to the draft is pending”, says Bo Dahl (Operator)" in essence_of(coverage)[1].text
    (row,) = rows(positions_section(coverage), "Answers awaited")
    assert row[0] == "Operator"


def test_the_same_words_in_near_copies_are_one_line(newsroom, covered):
    reports = [newsroom.report(name, positions=(pending(newsroom, "a response is pending"),)) for name in "abc"]
    assert len(rows(positions_section(covered(*reports)), "Answers awaited")) == 1


def test_what_comes_to_the_same_line_in_several_reports_is_told_once_with_their_days(newsroom, covered):
    def report(number, words):
        point = StickingPointMention(newsroom.words(words), "night work", parties=("Dockers",))
        return newsroom.report(str(number), published=newsroom.day(number), sticking_points=(point,))

    essence = essence_of(covered(report(4, "night work is the obstacle"), report(5, "the snag, he said, is the night shift")))
    assert essence[1].text == "In the way: night work, for Dockers (4 March 2031 and 5 March 2031)."


def test_what_stands_under_an_if_is_no_position(newsroom, covered):
    threat = LeverageMention(
        newsroom.words("the Ministry urged the port to expel the team if the union continues to reject a truce", 0),
        "Ministry",
        "port",
        demand="expel the team",
        otherwise="if the union continues to reject a truce",
    )
    inner = PositionMention(newsroom.words("continues to reject a truce", 58), "union", stance=Stance.REJECT)
    alone = PositionMention(newsroom.words("if the union rejects a truce", 300), "union", stance=Stance.REJECT)
    assert positions_section(covered(newsroom.report("a", leverage=(threat,), positions=(inner, alone)))) == ()


def test_what_comes_after_an_if_clause_is_a_position(newsroom, covered):
    sentence = newsroom.words("if the talks fail, the union demands a vote", 0)
    outer = PositionMention(sentence, "union", stance=Stance.CONDITIONAL)
    inner = PositionMention(newsroom.words("the union demands a vote", 19), "union", stance=Stance.DEMAND)
    assert len(rows(positions_section(covered(newsroom.report("a", positions=(outer, inner)))), "All positions, by actor")) == 2


# sticking points and pressure


def test_demands_belong_to_the_point_whose_place_was_named_just_before_or_whose_contrary_they_are(newsroom, covered):
    point = StickingPointMention(
        newsroom.words("Guards stationed at the North Gate are the main obstacle", 0), "guards", parties=("Operator",)
    )
    report = newsroom.report(
        "a",
        sticking_points=(point,),
        acts=(ActMention(newsroom.words("Guards moved along the North Gate", 500), "Operator"),),
        positions=(
            PositionMention(
                newsroom.words("dockers ask that they leave the area", 540), "Dockers", stance=Stance.DEMAND, issue="leave"
            ),
            PositionMention(newsroom.words("a complete withdrawal", 2000), "Union", stance=Stance.DEMAND, issue="withdrawal"),
        ),
    )
    (row,) = rows(sticking_points_section(covered(report)), "Sticking points")
    assert row[2] == (
        "Dockers demands: “dockers ask that they leave the area” (just before it, the report names the North Gate); "
        "Union demands: “a complete withdrawal”"
    )


def test_pressure_without_an_aim_takes_it_from_the_words_or_is_left_out(newsroom, covered):
    plan = LeverageMention(newsroom.words("it will not support the operator's plan to close two piers"), "Ministry", "Operator")
    empty = LeverageMention(newsroom.words("the Ministry leans on the dockers", 200), "Ministry", "Dockers")
    coverage = covered(newsroom.report("a", leverage=(plan, empty)))
    assert [row[:2] for row in rows(sticking_points_section(coverage), "Pressure")] == [
        ["Ministry on Operator", "not to close two piers"]
    ]
    assert "Ministry presses Operator not to close two piers" in essence_of(coverage)[-1].text


# figures


def figure(newsroom, words, value, unit, sentence, start=0, **extra):
    stop = start + len(sentence)
    place = start + sentence.find(words)
    assert start <= place < stop
    return FigureMention(newsroom.words(words, place), value, unit=unit, sentence=newsroom.words(sentence, start), **extra)


def test_a_figure_in_a_refusal_or_of_a_cost_is_not_on_the_table_and_an_offer_says_whose(newsroom, covered):
    offer = "The union offered 8% over four shifts."
    report = newsroom.report(
        "a",
        figures=(
            figure(
                newsroom, "$30 million", 30_000_000, "dollars", "The employers rejected the offer, saying it would cost $30 million."
            ),
            figure(newsroom, "$2 million", 2_000_000, "dollars", "Under the proposal the port would lose $2 million a week.", 100),
            figure(newsroom, "8%", 8, "percent", offer, 200),
        ),
        positions=(PositionMention(newsroom.words(offer[:-1], 200), "union", stance=Stance.OFFER),),
    )
    coverage = covered(report)
    assert [sentence_of(group[0]) for group in terms(coverage)] == [offer]
    assert offer_in_words(coverage, terms(coverage)[0][0]) == "union offers"
    assert rows(figures_section(coverage), "All figures")[0][0] == "not said"


def test_tolls_of_several_reports_are_one_line_with_who_counts(newsroom, covered):
    ministry = newsroom.speaker("Port Ministry", kind=SourceType.BODY)
    one = newsroom.report(
        "a",
        outlet="Quay Post",
        published=newsroom.day(4),
        figures=(
            FigureMention(
                newsroom.words("more than 290 dead"), 290, qualifier="more than", unit="persons", counted="dead", place="Pier"
            ),
        ),
    )
    other = newsroom.report(
        "b",
        figures=(
            FigureMention(
                newsroom.words("400"), 400, unit="persons", counted="deaths of individuals", place="Pier", attributed_to=ministry
            ),
        ),
    )
    coverage = covered(one, other)
    (group,) = tolls(coverage)
    assert toll_in_words(coverage, group) == "dead, Pier: more than 290 (Quay Post, 4 March 2031), 400 (Port Ministry, undated)"
    assert any(cell.text.startswith("Tolls: dead, Pier") for cell in essence_of(coverage))


def test_deaths_of_individuals_are_the_dead(newsroom, covered):
    toll = FigureMention(newsroom.words("40 individuals"), 40, unit="persons", counted="deaths of individuals")
    assert rows(figures_section(covered(newsroom.report("a", figures=(toll,)))), "All figures")[0][0] == "dead"


# citations, contradictions


def test_of_many_reports_eight_are_cited_and_the_rest_is_counted(newsroom, covered):
    reports = [newsroom.report(f"r{number}", positions=(pending(newsroom, "a response is pending"),)) for number in range(11)]
    table = next(block for block in positions_section(covered(*reports))[0].blocks if block.title == "Answers awaited")
    cell = table.rows[0][1]
    assert len({citation.source for citation in cell.citations}) == MOST_CITED
    assert "and 3 further reports" in cell.detail


def test_a_contradiction_says_of_what_it_is(newsroom, covered):
    claims = (
        PositionMention(
            newsroom.words("the union uses the dock to carry fuel into town"), "Operator", stance=Stance.CLAIM, issue="fuel"
        ),
        PositionMention(newsroom.words("no fuel went out", 90), "Union", stance=Stance.DENY, issue="fuel"),
    )
    (section,) = contradictions_section(covered(newsroom.report("a", positions=claims)))
    assert section.blocks[0].title == "Fuel: asserted by Operator, denied by Union"
