from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.briefs.accounts.contradictions import contradictions, contradictions_section
from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.blocks import Mark
from gobetween.model.evidence import (
    AssessmentMention,
    DelegationMention,
    FigureMention,
    MeetingForm,
    MeetingMention,
    MeetingStatus,
    OfficeMention,
    PositionMention,
    SourceType,
    Stance,
    Statement,
    StatementKind,
    Story,
    Tone,
)


@pytest.fixture
def clashes(newsroom):
    def find(*reports, stories=()):
        return contradictions(coverage_of(newsroom.view(*reports, stories=stories).case.account))

    return find


@pytest.fixture
def talks(newsroom):
    """A meeting of dockers and operator at Town Hall, with the form that the words give it."""

    def make(name, day, text, form=MeetingForm.UNSAID, place="Town Hall"):
        meeting = MeetingMention(newsroom.words(text), ("Dockers", "Operator"), place=place, form=form)
        return newsroom.report(name, published=newsroom.day(day), actors=("Dockers", "Operator"), meetings=(meeting,))

    return make


def titled(newsroom, name, title, day=4, actor="Operator"):
    office = OfficeMention(newsroom.words(f"{title} Bo Dahl"), "Bo Dahl", title, actor=actor)
    return newsroom.report(name, published=newsroom.day(day), actors=(actor,), offices=(office,))


def test_indirect_talks_and_a_meeting_of_the_same_sides_there_and_then_do_not_fit(clashes, talks):
    found = clashes(
        talks("a", 4, "indirect talks between dockers and operator", MeetingForm.INDIRECT),
        talks("b", 4, "the dockers meet today with the operator"),
    )
    assert [clash.about for clash in found] == ["Whether Dockers and Operator sit together"]


def test_talks_in_another_place_or_another_week_are_other_talks(clashes, talks):
    indirect = talks("a", 4, "indirect talks between dockers and operator", MeetingForm.INDIRECT)
    assert clashes(indirect, talks("b", 4, "the dockers met with the operator", place="Customs House")) == ()
    assert clashes(indirect, talks("b", 14, "the dockers met with the operator")) == ()


def test_talks_whose_form_nobody_says_clash_with_nothing(clashes, talks):
    indirect = talks("a", 4, "indirect talks between dockers and operator", MeetingForm.INDIRECT)
    assert clashes(indirect, talks("b", 4, "talks between dockers and operator went on")) == ()


def test_a_chair_whom_another_report_calls_vice_chair_is_a_clash(clashes, newsroom):
    found = clashes(titled(newsroom, "a", "chair of the board"), titled(newsroom, "b", "vice chair"))
    assert [clash.about for clash in found] == ["The office of Bo Dahl: chair of the board and vice chair"]


@pytest.mark.parametrize(
    ("one", "other"), [("envoy", "adviser to the minister"), ("former chair", "chair"), ("deputy mayor", "chief clerk")]
)
def test_titles_that_one_person_may_hold_are_no_clash(clashes, newsroom, one, other):
    assert clashes(titled(newsroom, "a", one), titled(newsroom, "b", other)) == ()


def test_a_person_given_to_two_actors_is_a_clash(clashes, newsroom):
    found = clashes(titled(newsroom, "a", "negotiator"), titled(newsroom, "b", "negotiator", actor="Ministry"))
    assert [clash.about for clash in found] == ["Whom Bo Dahl belongs to"]


def toll(newsroom, name, day, value, qualifier=None, counted="crates lost"):
    figure = FigureMention(
        newsroom.words(f"{value} {counted}"), value, qualifier=qualifier, unit="crates", counted=counted, place="Pier 4"
    )
    return newsroom.report(name, published=newsroom.day(day), figures=(figure,))


def test_different_counts_of_the_same_days_disagree(clashes, newsroom):
    assert [clash.about for clash in clashes(toll(newsroom, "a", 4, 900), toll(newsroom, "b", 5, 700))] == ["How many: crates lost"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((4, 700, None), (20, 900, None)),
        ((4, 700, "more than"), (4, 900, None)),
        ((4, 950, "about"), (4, 1000, None)),
        ((4, 700, None), (4, 700, None)),
    ],
    ids=["growth over weeks", "more than covers it", "about covers it", "the same number"],
)
def test_counts_that_growth_or_their_qualifiers_reconcile_do_not_clash(clashes, newsroom, first, second):
    assert clashes(toll(newsroom, "a", *first), toll(newsroom, "b", *second)) == ()


def test_counts_in_copies_of_one_story_or_in_undated_reports_do_not_clash(clashes, newsroom):
    story = (Story(("a", "b"), "the same words"),)
    assert clashes(toll(newsroom, "a", 4, 900), toll(newsroom, "b", 4, 700), stories=story) == ()
    undated = newsroom.report("c", figures=toll(newsroom, "x", 4, 500).document.figures)
    assert clashes(toll(newsroom, "a", 4, 900), undated) == ()


def position(newsroom, party, stance, text, issue, start=0):
    return PositionMention(newsroom.words(text, start), party, stance=stance, issue=issue)


def test_a_claim_and_another_actor_s_denial_on_the_same_matter_are_set_side_by_side(clashes, newsroom):
    report = newsroom.report(
        "a",
        positions=(
            position(newsroom, "Operator", Stance.CLAIM, "crates vanish at night", "theft of crates"),
            position(newsroom, "Dockers", Stance.DENY, "no crate was ever taken", "theft of crates", 50),
            position(newsroom, "Dockers", Stance.DENY, "there is no plan to strike", "strike plan", 90),
        ),
    )
    found = clashes(report)
    assert [clash.about for clash in found] == ["theft of crates: asserted by Operator, denied by Dockers"]
    assert [side.found[0].passage.text for side in found[0].sides] == ["crates vanish at night", "no crate was ever taken"]


def test_a_flat_denial_right_after_an_accusation_is_set_against_it(clashes, newsroom):
    cue = newsroom.words("accuses", 9)
    accusation = Statement(
        newsroom.speaker("Operator", "Operator", SourceType.BODY), newsroom.words("the dockers of taking crates", 17), cue=cue
    )
    reply = Statement(newsroom.speaker("Dockers", "Dockers", SourceType.BODY, start=60), newsroom.words("they never touched one", 70))
    far = Statement(newsroom.speaker("Ministry", "Ministry", SourceType.BODY, start=900), newsroom.words("it never took part", 910))
    found = clashes(newsroom.report("a", statements=(accusation, reply, far)))
    assert [clash.about for clash in found] == ["taking crates / never touched one: asserted by Operator, denied by Dockers"]


def test_accepting_and_rejecting_one_thing_in_independent_reports_of_the_same_days_do_not_fit(clashes, newsroom):
    yes = newsroom.report(
        "a",
        published=newsroom.day(4),
        positions=(position(newsroom, "Dockers", Stance.ACCEPT, "accept the night bonus offer", "night bonus"),),
    )
    no = newsroom.report(
        "b",
        published=newsroom.day(5),
        positions=(position(newsroom, "Dockers", Stance.REJECT, "reject the night bonus offer", "night bonus"),),
    )
    later = newsroom.report("b", published=newsroom.day(25), positions=no.document.positions)
    assert [clash.about for clash in clashes(yes, no)] == ["night bonus: what Dockers answers"]
    assert clashes(yes, later) == ()


def test_two_heads_of_one_delegation_in_one_place_do_not_fit(clashes, newsroom):
    reports = [
        newsroom.report(
            name,
            published=newsroom.day(4),
            delegations=(DelegationMention(newsroom.words("team"), "Dockers", head=head, place="Town Hall"),),
        )
        for name, head in (("a", "Ada Lund"), ("b", "Cy Moe"))
    ]
    assert [clash.about for clash in clashes(*reports)] == ["Who leads the delegation of Dockers"]


def judged(newsroom, name, day, tone, who, *, words="the talks go on"):
    by = newsroom.speaker(who, None, SourceType.ANONYMOUS_SOURCE) if who else None
    return newsroom.report(
        name,
        published=newsroom.day(day),
        actors=("Dockers", "Operator"),
        assessments=(AssessmentMention(newsroom.words(words), tone, by=by),),
        meetings=(MeetingMention(newsroom.words("the two sides met", 90), ("Dockers", "Operator")),),
    )


def test_hope_and_gloom_of_different_sources_within_a_week_are_set_side_by_side(clashes, newsroom):
    hopeful, gloomy = judged(newsroom, "a", 4, Tone.HOPEFUL, "a port source"), judged(newsroom, "b", 6, Tone.GLOOMY, "a union source")
    assert [clash.about for clash in clashes(hopeful, gloomy)] == ["How the talks go: well by a port source, badly by a union source"]


def test_hope_and_gloom_weeks_apart_or_in_a_report_s_own_voice_are_no_clash(clashes, newsroom):
    hopeful = judged(newsroom, "a", 4, Tone.HOPEFUL, "a port source")
    assert clashes(hopeful, judged(newsroom, "b", 25, Tone.GLOOMY, "a union source")) == ()
    assert clashes(hopeful, judged(newsroom, "b", 4, Tone.GLOOMY, None)) == ()


def days_of(newsroom, ahead, behind):
    meetings = (
        MeetingMention(newsroom.words(ahead), ("Operator",), status=MeetingStatus.PLANNED),
        MeetingMention(newsroom.words(behind, 200), (), status=MeetingStatus.HELD),
    )
    return newsroom.report("a", actors=("Operator",), meetings=meetings)


def test_a_day_both_ahead_and_behind_in_one_report_is_a_clash(clashes, newsroom):
    found = clashes(days_of(newsroom, "the operator was due to join on Friday", "the sessions held on Thursday and Friday"))
    assert [clash.about for clash in found] == ["Whether Friday lies ahead or behind"]


def test_a_meeting_later_on_the_day_of_another_is_no_clash(clashes, newsroom):
    assert clashes(days_of(newsroom, "the operator is to come later on Friday", "the talks held on Friday")) == ()
    assert clashes(days_of(newsroom, "the operator is to come on Monday", "the talks held on Friday")) == ()


def test_a_refusal_after_an_accusation_is_no_denial_of_it(clashes, newsroom):
    cue = newsroom.words("accuses", 9)
    accusation = Statement(
        newsroom.speaker("Operator", "Operator", SourceType.BODY), newsroom.words("the dockers of taking crates", 17), cue=cue
    )
    reply = Statement(
        newsroom.speaker("Dockers", "Dockers", SourceType.BODY, start=60), newsroom.words("they will not work at night", 70)
    )
    assert clashes(newsroom.report("a", statements=(accusation, reply))) == ()


def test_talks_said_in_passing_to_have_taken_place_count_as_behind(clashes, newsroom):
    planned = MeetingMention(newsroom.words("the operator was due to join on Friday"), ("Operator",), status=MeetingStatus.PLANNED)
    passing = AssessmentMention(newsroom.words("the sessions that took place on Thursday and Friday brought nothing", 90), Tone.GLOOMY)
    found = clashes(newsroom.report("a", meetings=(planned,), assessments=(passing,)))
    assert [clash.about for clash in found] == ["Whether Friday lies ahead or behind"]


def test_hope_and_gloom_of_different_talks_are_no_clash(clashes, newsroom):
    hopeful = judged(newsroom, "a", 4, Tone.HOPEFUL, "a port source")
    gloomy = judged(newsroom, "b", 4, Tone.GLOOMY, "a school source").document.assessments
    assert clashes(hopeful, newsroom.report("b", published=newsroom.day(4), actors=("Teachers", "Ministry"), assessments=gloomy)) == ()


def test_hope_that_is_not_of_talks_is_no_clash(clashes, newsroom):
    hopeful = judged(newsroom, "a", 4, Tone.HOPEFUL, "a port source", words="the weather will hold")
    assert clashes(hopeful, judged(newsroom, "b", 4, Tone.GLOOMY, "a union source")) == ()


def test_counts_of_something_common_in_reports_of_different_talks_do_not_clash(clashes, newsroom):
    reports = [
        newsroom.report(
            name, published=newsroom.day(4), figures=(FigureMention(newsroom.words("voters"), value, unit="persons", counted="voters"),)
        )
        for name, value in (("a", 10), ("b", 9))
    ]
    assert clashes(*reports) == ()


def said(newsroom, name, who, words, kind=StatementKind.STATEMENT, day=4):
    statement = Statement(newsroom.speaker(who, who, SourceType.BODY), newsroom.words(words, 30), kind=kind)
    table = (MeetingMention(newsroom.words("the two sides met", 200), ("Dockers", "Operator")),)
    return newsroom.report(name, published=newsroom.day(day), actors=("Dockers", "Operator"), statements=(statement,), meetings=table)


def test_a_denial_meets_the_statement_that_it_denies_in_another_report_of_the_same_talks(clashes, newsroom):
    claim = said(newsroom, "a", "Operator", "the dockers took crates from the cold store")
    denial = said(newsroom, "b", "Dockers", "having taken crates from the cold store", StatementKind.DENIAL)
    assert [clash.about for clash in clashes(claim, denial)] == ["cold store: asserted by Operator, denied by Dockers"]
    assert clashes(claim, said(newsroom, "b", "Dockers", "having slowed the cranes", StatementKind.DENIAL)) == ()
    assert clashes(claim, said(newsroom, "b", "Dockers", "having taken crates from the cold store", StatementKind.DENIAL, day=28)) == ()


def test_nobody_contradicts_their_own_denial(clashes, newsroom):
    claim = said(newsroom, "a", "Dockers", "the dockers took no crates from the cold store")
    denial = said(newsroom, "b", "Dockers", "having taken crates from the cold store", StatementKind.DENIAL)
    assert clashes(claim, denial) == ()


def test_each_side_is_shown_with_its_source_and_words_and_then_the_rule_s_reason(newsroom):
    reports = (titled(newsroom, "a", "chair"), titled(newsroom, "b", "vice chair"))
    (section,) = contradictions_section(coverage_of(newsroom.view(*reports).case.account))
    assert section.lead.startswith("Found by rule: 1 contradiction.")
    (listing,) = section.blocks
    assert [cell.text for cell in listing.cells] == [
        "a, 4 March 2031: “chair Bo Dahl”",
        "b, 4 March 2031: “vice chair Bo Dahl”",
        "One title is the vice, deputy, assistant or acting form of the other; nobody holds both at one time.",
    ]
    assert [cell.marks[-1] for cell in listing.cells] == [Mark.CONTESTED, Mark.CONTESTED, Mark.COMPUTED]


def test_no_contradictions_make_no_section(newsroom):
    assert contradictions_section(coverage_of(newsroom.view(newsroom.report("a")).case.account)) == ()


def test_counts_for_different_times_do_not_clash_though_the_reports_are_of_one_day(clashes, newsroom):
    early, late = toll(newsroom, "a", 4, 900), toll(newsroom, "b", 5, 700)
    (figure,) = late.document.figures
    earlier = evolve(late, document=evolve(late.document, figures=(evolve(figure, when=newsroom.day(1)),)))
    assert clashes(toll(newsroom, "c", 9, 900), earlier) == ()
    assert clashes(early, late) != ()


def test_a_count_that_its_own_sentence_takes_further_does_not_clash(clashes, newsroom):
    sentence = newsroom.words("The loss rose from 700 to 900 crates.")
    (last,) = toll(newsroom, "a", 4, 900).document.figures
    both = (evolve(last, value=700, sentence=sentence), evolve(last, sentence=sentence))
    assert clashes(newsroom.report("a", published=newsroom.day(4), figures=both), toll(newsroom, "b", 5, 900)) == ()


def test_a_loose_count_is_reconciled_by_a_larger_one(clashes, newsroom):
    assert clashes(toll(newsroom, "a", 4, 200, "hundreds of"), toll(newsroom, "b", 4, 700)) == ()


@pytest.fixture
def counted_by(newsroom):
    """A report in which each giver counts the strikers at a place in the text."""

    def make(*given, stance=None):
        figures = tuple(
            FigureMention(
                newsroom.words(f"{value} strikers", start),
                value,
                unit="persons",
                counted="strikers",
                attributed_to=newsroom.speaker(giver, giver, start=start) if giver else None,
            )
            for start, value, giver in given
        )
        positions = tuple(PositionMention(each.passage, "Dockers", stance=stance) for each in figures) if stance else ()
        return newsroom.report("a", published=newsroom.day(4), actors=("Dockers", "Operator"), figures=figures, positions=positions)

    return make


def test_two_givers_of_one_report_who_count_one_thing_otherwise_are_a_clash(clashes, counted_by):
    assert [clash.about for clash in clashes(counted_by((0, 300, "Dockers"), (60, 120, "Operator")))] == ["How many: strikers"]
    assert clashes(counted_by((0, 300, None), (60, 120, "Operator"))), "one of them may be the report itself"


def test_one_giver_or_counts_far_apart_in_a_report_are_no_clash(clashes, counted_by):
    assert clashes(counted_by((0, 300, "Dockers"), (60, 120, "Dockers"))) == ()
    assert clashes(counted_by((0, 300, "Dockers"), (2000, 120, "Operator"))) == ()


def test_a_bare_number_is_of_what_was_counted_right_before_it(clashes, newsroom):
    before = FigureMention(newsroom.words("300 strikers"), 300, unit="persons", counted="strikers")
    bare = FigureMention(
        newsroom.words("120", 60), 120, counted="number", attributed_to=newsroom.speaker("Operator", "Operator", start=50)
    )
    (clash,) = clashes(newsroom.report("a", published=newsroom.day(4), actors=("Operator",), figures=(before, bare)))
    assert clash.about == "How many: strikers"


@pytest.mark.parametrize("stance", [Stance.DEMAND, Stance.OFFER, Stance.REJECT])
def test_figures_that_are_demanded_and_offered_are_no_counts(clashes, counted_by, stance):
    assert clashes(counted_by((0, 300, "Dockers"), (60, 120, "Operator"), stance=stance)) == ()


def denying(newsroom, words, day=5):
    said = Statement(newsroom.speaker("Arbitrator", "Arbitrator"), newsroom.words(words, 20), kind=StatementKind.DENIAL)
    return newsroom.report("denying", published=newsroom.day(day), actors=("Dockers", "Operator", "Arbitrator"), statements=(said,))


def test_a_meeting_that_another_report_denies_is_a_clash(clashes, newsroom, talks):
    told = talks("a", 4, "the dockers sat with the operator", MeetingForm.DIRECT)
    (clash,) = clashes(told, denying(newsroom, "that Dockers and Operator had met face to face"))
    assert (clash.about, [side.who for side in clash.sides]) == (
        "Whether the sides met",
        ["a, 4 March 2031", "Arbitrator, denying, 5 March 2031"],
    )


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("that Dockers and Operator had met face to face", 25),
        ("that Dockers and Mayor had met", 5),
        ("that Dockers and Operator had signed a paper", 5),
    ],
)
def test_the_denial_of_another_meeting_or_matter_is_no_clash(clashes, newsroom, talks, words, day):
    told = talks("a", 4, "the dockers sat with the operator", MeetingForm.DIRECT)
    assert clashes(told, denying(newsroom, words, day)) == ()


def test_two_offices_that_each_head_a_body_are_a_clash_between_reports_of_one_month(clashes, newsroom):
    secretary, president = titled(newsroom, "a", "general secretary"), titled(newsroom, "b", "Operator president", 9)
    assert [clash.about for clash in clashes(secretary, president)] == [
        "The office of Bo Dahl: general secretary and Operator president"
    ]
    assert clashes(secretary, titled(newsroom, "b", "former president", 9)) == ()
    both = evolve(secretary, document=evolve(secretary.document, offices=(*secretary.document.offices, *president.document.offices)))
    assert clashes(both, president) == (), "a report that knows both"


def test_a_title_with_and_without_its_body_is_one_title(clashes, newsroom):
    one, same, other = (
        titled(newsroom, "a", "general secretary of the Operator"),
        titled(newsroom, "b", "general secretary", 5),
        titled(newsroom, "c", "president", 6),
    )
    (clash,) = clashes(one, same, other)
    assert clash.about == "The office of Bo Dahl: general secretary and president"
