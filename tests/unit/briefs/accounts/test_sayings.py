from __future__ import annotations

from itertools import permutations

import pytest

from gobetween.briefs.accounts.assessments import assessments_section, independence, judgements
from gobetween.briefs.accounts.coverage import Found, coverage_of, gather_linked
from gobetween.briefs.accounts.sayings import said_on, words_for_time
from gobetween.briefs.accounts.statements import statement_groups
from gobetween.briefs.accounts.timeline import timeline_section
from gobetween.model.evidence import ActMention, AssessmentMention, DateMention, Mode, SourceType, Statement, Story, Tone


@pytest.fixture
def covered(newsroom):
    def make(*reports, stories=()):
        return coverage_of(newsroom.view(*reports, stories=stories).case.account)

    return make


def judged(newsroom, text, who, start=0):
    source = newsroom.speaker(who, None, SourceType.ANONYMOUS_SOURCE) if who else None
    return AssessmentMention(newsroom.words(text, start), Tone.CRITICAL, by=source, told_to="Quay Post" if who else None)


def test_sources_who_use_the_same_key_words_are_one_judgement_with_and_without_a_copy(newsroom, covered):
    both = (
        judged(
            newsroom,
            "Shuttle talks in the Town Hall between Dockers and Operator to end the walkout have reached a “critical phase”",
            "envoys",
        ),
        judged(newsroom, "“The shuttle talks at the port are ongoing and have reached a critical phase,”", "a union source", 200),
    )
    article = newsroom.report("a", outlet="Quay Post", assessments=both)
    live = newsroom.report("b", outlet="Quay Post", assessments=both[:1])
    for coverage in (covered(article), covered(article, live, stories=(Story(("a", "b"), "same words"),))):
        (judgement,) = judgements(coverage)
        assert independence(coverage, judgement) == "2 sources, 1 outlet, 1 independent origin"


def test_linked_groups_do_not_depend_on_order(newsroom):
    report = newsroom.report("a")
    things = [Found(report, number, newsroom.words(str(number))) for number in (1, 2, 3, 7)]
    for order in permutations(things):
        groups = gather_linked(order, lambda first, second: abs(first.item - second.item) == 1)
        assert {frozenset(each.item for each in group) for group in groups} == {frozenset({1, 2, 3}), frozenset({7})}


def remark(newsroom):
    speaker = newsroom.speaker("Ada Lund", "Dockers", start=0)
    return (
        Statement(speaker, newsroom.words("that the talks are not going as hoped", 40), mode=Mode.INDIRECT),
        Statement(newsroom.speaker("Ada Lund", "Dockers", start=90), newsroom.words("that a contract could come soon", 110)),
    )


def test_both_halves_of_one_remark_are_of_its_day(newsroom, covered):
    report = newsroom.report(
        "a",
        published=newsroom.day(9),
        statements=remark(newsroom),
        dates=(DateMention(newsroom.words("last Saturday", 20), newsroom.day(2)),),
        assessments=(
            AssessmentMention(newsroom.words("a contract could come soon", 115), Tone.HOPEFUL, by=remark(newsroom)[1].speaker),
        ),
    )
    coverage = covered(report)
    assert {said_on(coverage, group[0]) for group in statement_groups(coverage)} == {newsroom.day(2)}
    assert assessments_section(coverage)[0].blocks[0].rows[0][-1].text == "2 March 2031"


def test_a_day_far_from_the_saying_is_not_its_day(newsroom, covered):
    coverage = covered(
        newsroom.report("a", statements=remark(newsroom), dates=(DateMention(newsroom.words("on Monday", 700), newsroom.day(2)),))
    )
    assert all(said_on(coverage, group[0]).is_unknown for group in statement_groups(coverage))


def test_words_for_a_time_without_a_year_are_kept_as_words(newsroom, covered):
    act = ActMention(newsroom.words("the cranes stopped", 30), "Dockers")
    unknown = newsroom.report("x").document.published
    coverage = covered(newsroom.report("a", acts=(act,), dates=(DateMention(newsroom.words("On October 7", 10), unknown),)))
    (found,) = coverage.found("acts")
    assert words_for_time(coverage, found) == "October 7, year not said"


def test_words_for_a_weekday_of_no_known_week_are_kept_too(newsroom, covered):
    act = ActMention(newsroom.words("the cranes stopped", 30), "Dockers")
    unknown = newsroom.report("x").document.published
    coverage = covered(newsroom.report("a", acts=(act,), dates=(DateMention(newsroom.words("on Thursday", 10), unknown),)))
    (plot,) = timeline_section(coverage)[0].blocks
    assert [row[0].text for row in plot.table.rows if row[1].text == "Acts"] == ["Thursday, date not known"]


def test_many_statements_of_one_report_are_compared_with_their_neighbours_alone(newsroom, covered, monkeypatch):
    compared = []
    monkeypatch.setattr("gobetween.briefs.accounts.statements._overlap", lambda *pair: compared.append(pair) or False)
    speaker = newsroom.speaker("Ada Lund", "Dockers")
    many = tuple(Statement(speaker, newsroom.words(f"word number {number:03}", 100 * number)) for number in range(1, 200))
    assert len(statement_groups(covered(newsroom.report("a", statements=many)))) == 199
    assert compared == []
