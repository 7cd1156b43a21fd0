import datetime as dt
from fractions import Fraction

import pytest

from gobetween.bargaining.demands import consents_needed
from gobetween.model.actors import RoleKind
from gobetween.model.dates import DateBasis, When, on
from gobetween.model.positions import Series


def test_the_id_of_a_case_is_the_name_of_its_folder(quay):
    assert quay.case().id == "quay"


def test_roles_are_words_or_entries_with_a_date(quay):
    text = quay.case_text.replace("roles: [mediator]", "roles: [mediator, {role: ally, toward: union, when: 2023}]")
    case = quay.load(case=text).case
    ally = next(role for role in case.roles if role.role is RoleKind.ALLY)
    assert (ally.actor, ally.toward, ally.when) == ("conciliator", "union", When(dt.date(2023, 1, 1), dt.date(2023, 12, 31)))
    assert case.mediators == ("conciliator", "bishop")
    assert case.parties == ("union", "employers")


def test_an_option_in_one_word_is_its_title(quay):
    assert [option.title for option in quay.case().issues[0].options] == ["2 per cent", "4 per cent"]


def test_an_issue_without_consents_needs_all_parties(quay):
    case = quay.case()
    assert case.issues[0].consents == ()
    assert consents_needed(case, "wage") == ("union", "employers")


def test_entries_without_an_id_get_one_from_their_words_and_not_from_their_place(quay):
    one, other = "{by: union, text: hopeful}", "{by: employers, text: tired}"
    (first, second) = quay.case(f"signals:\n  - {one}\n  - {other}\n").signals
    (alone,) = quay.case(f"signals:\n  - {other}\n").signals
    assert alone.id == second.id != first.id


def test_the_same_entry_twice_is_a_fault(quay):
    (fault,) = quay.faults("signals:\n  - {by: union, text: x}\n  - {by: union, text: x, held_by: public}\n")
    assert "found the same signal as in line" in fault


def test_what_cites_a_report_is_public_and_anything_else_the_keepers(quay):
    signals = quay.case("signals:\n  - {by: union, text: a}\n  - {by: union, text: b, cite: gazette}\n").signals
    assert [signal.holders for signal in signals] == [{"keeper"}, {"public"}]


def test_the_common_frame_is_public(quay):
    case = quay.case()
    for items in (case.sources, case.actors, case.roles, case.persons, case.issues, case.rounds, case.issues[0].options):
        assert {holder for item in items for holder in item.holders} == {"public"}


def test_mediators_and_parties_stand_for_the_actors_with_these_roles(quay):
    (signal,) = quay.case("signals: [{by: union, text: a, held_by: [mediators, keeper]}]\n").signals
    assert signal.holders == {"conciliator", "bishop", "keeper"}
    (signal,) = quay.case("signals: [{by: union, text: a, held_by: parties}]\n").signals
    assert signal.holders == {"union", "employers"}


def test_an_entry_is_known_from_the_earliest_source_that_it_cites(quay):
    (signal,) = quay.case("signals: [{by: union, text: a, cite: [gazette, wire@3-9]}]\n").signals
    assert signal.known == on(dt.date(2024, 2, 1))


def test_an_own_date_of_knowledge_wins(quay):
    (signal,) = quay.case("signals: [{by: union, text: a, cite: wire, known: 2024-05}]\n").signals
    assert signal.known.latest == dt.date(2024, 5, 31)


def test_a_contradiction_is_known_once_its_last_side_is(quay):
    sides = "[{source: gazette, text: a, cite: gazette}, {source: the union, text: b, cite: wire}]"
    (contradiction,) = quay.case(f"contradictions: [{{text: x, sides: {sides}}}]\n").contradictions
    assert contradiction.known == on(dt.date(2024, 3, 1))
    assert contradiction.holders == {"public"}
    assert [side.actor for side in contradiction.sides] == ["Harbour Gazette", "the union"]


def test_parts_are_held_by_those_who_hold_the_whole(quay):
    paper = "{name: x, by: [bishop], held_by: [bishop], versions: [{clauses: [One clause.]}]}"
    (proposal,) = quay.case(f"proposals: {{paper: {paper}}}\n").proposals
    assert proposal.versions[0].holders == {"bishop"}
    assert proposal.versions[0].clauses[0].text == "One clause."


def test_a_release_is_held_by_its_maker_and_those_to_whom_it_is_made(quay):
    (release,) = quay.case("releases: [{by: bishop, to: [union, public], text: a}]\n").releases
    assert release.holders == {"bishop", "union", "public"}


IN_CONFIDENCE = [Series.ENTRUSTED, Series.STATED, Series.BOTTOM_LINE]


@pytest.mark.parametrize("series", IN_CONFIDENCE)
@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ("cite: wire", "found 'series: {}' and a report cited, which would make it public; say in 'held_by' who was told"),
        ("cite: wire, held_by: public", "found 'series: {}' and 'held_by: public'; narrow 'held_by'"),
        ("held_by: [public, bishop]", "found 'series: {}' and 'held_by: public'; narrow 'held_by'"),
    ],
)
def test_what_was_entrusted_does_not_become_public_by_a_report_that_it_cites(quay, keys, fault, series):
    (found,) = quay.faults(f"positions: [{{actor: union, stance: demand, text: a, series: {series}, {keys}}}]\n")
    assert found.startswith(f"case.yaml:19: positions[0]: {fault.format(series)}, or enter what is open apart")


def test_what_was_entrusted_may_cite_a_report_if_it_says_who_holds_it(quay):
    text = "positions: [{actor: union, stance: demand, text: a, series: entrusted, cite: wire, held_by: bishop}]\n"
    assert quay.case(text).positions[0].holders == {"bishop"}


@pytest.mark.parametrize("series", IN_CONFIDENCE)
def test_an_entrusted_position_belongs_to_its_actor(quay, series):
    (position,) = quay.case(f"positions: [{{actor: union, stance: demand, text: a, series: {series}, held_by: bishop}}]\n").positions
    assert (position.owner, position.series) == ("union", series)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2/3", Fraction(2, 3)), ("0.6", Fraction(3, 5)), ("60%", Fraction(3, 5)), ("1", 1), ("0", 0), ("'1/2'", Fraction(1, 2))],
)
def test_a_principal_needs_a_quorum_and_a_threshold(quay, written, meant):
    (principal,) = quay.case(
        f"principals: [{{party: union, name: all, procedure: ballot, quorum: {written}, threshold: {written}}}]\n"
    ).principals
    assert (principal.quorum, principal.threshold) == (meant, meant)


def test_half_take_part_and_half_are_for_it_where_nothing_else_is_said(quay):
    (principal,) = quay.case("principals: [{party: union, name: all, procedure: ballot}]\n").principals
    assert (principal.quorum, principal.threshold) == (Fraction(1, 2), Fraction(1, 2))


@pytest.mark.parametrize("written", ["half", "3/2", "-1/2", "101%", "1/0", "[1/2]", "of%"])
def test_a_share_is_a_part_of_the_whole(quay, written):
    (fault,) = quay.faults(f"principals: [{{party: union, name: all, quorum: {written}}}]\n")
    assert "principals[0].quorum: found" in fault
    assert "allowed: a part of the whole such as 1/2, 0.6 or 60%" in fault


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-02-21", on(dt.date(2024, 2, 21))),
        ("2024-02", When(dt.date(2024, 2, 1), dt.date(2024, 2, 29))),
        ("2024", When(dt.date(2024, 1, 1), dt.date(2024, 12, 31))),
        ("2023/2024-02", When(dt.date(2023, 1, 1), dt.date(2024, 2, 29))),
        ("2024-05-01/..", When(dt.date(2024, 5, 1), None)),
        ("../2024", When(None, dt.date(2024, 12, 31))),
        ("unknown", When(basis=DateBasis.UNKNOWN)),
        (
            "{date: 2024-02-21, basis: inferred, inference: Wednesday}",
            When(dt.date(2024, 2, 21), dt.date(2024, 2, 21), basis=DateBasis.INFERRED, inference="Wednesday"),
        ),
    ],
)
def test_a_time_is_written_in_one_of_these_forms(quay, written, meant):
    assert quay.case(f"signals: [{{by: union, text: a, when: {written}}}]\n").signals[0].when == meant


@pytest.mark.parametrize("written", ["21.2.2024", "2024-2-1", "2024-02-30", "0000", "../..", "2024-03/2024-02", "soon", "[]"])
def test_a_time_in_another_form_is_a_fault(quay, written):
    (fault,) = quay.faults(f"signals: [{{by: union, text: a, when: {written}}}]\n")
    assert "case.yaml:19: signals[0].when: found" in fault


def test_figures_are_exact(quay):
    (figure,) = quay.case("figures: [{counted: dead, value: 2.10, upper: 3, held_by: public}]\n").figures
    assert (figure.value, figure.upper) == (Fraction(21, 10), 3)
    (figure,) = quay.case("figures: [{counted: shares, value: 1/3, upper: 2/4, held_by: public}]\n").figures
    assert (figure.value, figure.upper) == (Fraction(1, 3), Fraction(1, 2))


@pytest.mark.parametrize("written", ["1/0", "1/00", "1/", "/3", "1/2/3", "1/-2", "1.5/2"])
def test_a_fraction_is_one_whole_number_over_another(quay, written):
    (fault,) = quay.faults(f"figures: [{{counted: shares, value: {written}}}]\n")
    assert "figures[0].value: found" in fault


def test_a_report_of_the_future_is_a_warning(quay):
    text = quay.case_text.replace("2024-03-01", "2024-07-01")
    (warning,) = quay.load(case=text).warnings
    assert warning == "case.yaml:5: sources.gazette: published 2024-07-01, after today (2024-06-01)"


def test_what_is_known_in_the_future_is_a_warning_for_the_keeper_if_it_holds_it(quay):
    more = "signals: [{id: odd, by: union, text: a, known: 2025, held_by: HOLDERS}]\n"
    warning = "case.yaml:19: signals[0]: known 2025-01-01 to 2025-12-31, after today (2024-06-01)"
    assert quay.load(more.replace("HOLDERS", "keeper")).warnings == (warning,)
    assert quay.load(more.replace("HOLDERS", "bishop")).warnings == ()


@pytest.mark.parametrize("holders", ["bishop", "public"])
def test_the_line_of_a_warning_tells_what_stands_above_it_so_nobody_but_the_keeper_gets_one(quay, holders):
    more = "signals: [{id: odd, by: union, text: a, known: 2025, held_by: HOLDERS}]\n"
    assert quay.load(more.replace("HOLDERS", holders), "bishop").warnings == ()


def test_plans_may_lie_ahead(quay):
    assert quay.load("deadlines: [{text: a, when: 2030}]\n").warnings == ()


def test_keys_without_a_value_are_as_if_left_out(quay):
    assert quay.case("positions:\nsignals: [{by: union, text: a, note: null, round: ~}]\n").signals[0].round is None


def test_in_a_fictional_case_nothing_lies_in_the_future(quay):
    text = quay.case_text.replace("2024-03-01", "2024-07-01").replace("profile: closed", "profile: closed\nfictional: true")
    loaded = quay.load(case=text)
    assert loaded.case.is_fictional
    assert loaded.warnings == ()


def test_many_entries_after_today_are_summed_up_in_one_line(quay):
    signals = "".join(f"  - {{id: s{number}, by: union, text: a, known: 2025, held_by: keeper}}\n" for number in range(4))
    (warning,) = quay.load(f"signals:\n{signals}").warnings
    assert warning.startswith("4 entries were published, or known, only after today; if the case is invented, add 'fictional: true'")
    assert "signals[0]: known 2025-01-01 to 2025-12-31" in warning
    fewer = signals.replace("held_by: keeper", "held_by: bishop", 1)
    assert len(quay.load(f"signals:\n{fewer}").warnings) == 3


def test_a_case_is_reported_or_fictional_not_both(quay):
    (fault,) = quay.faults("reported: true\nfictional: true\n")
    assert "a case made from reports about real actors is not invented" in fault


@pytest.mark.parametrize("issue", ["", "issue: , ", "issue: ~, "])
def test_options_without_an_issue_are_a_fault_and_never_dropped(quay, issue):
    (fault,) = quay.faults(f"positions: [{{actor: union, {issue}stance: demand, options: [two], text: a, held_by: public}}]\n")
    assert "options are named, but no issue" in fault


@pytest.mark.parametrize("given", ["id: ", "id: ~", ""])
def test_an_entry_that_others_name_has_an_id_that_says_something(quay, given):
    (fault,) = quay.faults(f"phases: [{{name: First{', ' if given else ''}{given}}}]\n")
    assert "'id' is missing: every phase in a list has one" in fault


def test_nothing_said_may_be_an_empty_block_of_text(quay):
    (interest,) = quay.case("interests:\n  - actor: union\n    held_by: public\n    text: |\n").interests
    assert interest.text == ""


@pytest.mark.parametrize("written", ["٢٠٢٤-٠٢", "２０２４-02-01"])
def test_dates_are_written_in_the_digits_0_to_9(quay, written):
    (fault,) = quay.faults(f"deadlines: [{{text: a, when: {written}}}]\n")
    assert "in the digits 0 to 9" in fault


@pytest.mark.parametrize(("written", "last"), [("9999", (9999, 12, 31)), ("9999-12", (9999, 12, 31)), ("2024-02", (2024, 2, 29))])
def test_the_last_month_of_all_has_a_last_day(quay, written, last):
    (deadline,) = quay.case(f"deadlines: [{{text: a, when: {written}}}]\n").deadlines
    assert deadline.when.latest == dt.date(*last)


@pytest.mark.parametrize("written", ["2031-12-31/2031-12-31", "{date: 2031-12-31}", "2031-12", "unknown"])
def test_one_day_is_written_as_one(quay, written):
    faults = quay.faults_of(f"{quay.case_text}retained_until: {written}\n")
    assert len(faults) == 1
    assert "retained_until: " in faults[0]


def test_a_time_without_a_basis_takes_an_empty_key_for_none(quay):
    (deadline,) = quay.case("deadlines: [{text: a, when: {date: 2024, basis: , inference: it says so}}]\n").deadlines
    assert deadline.when.basis.value == "inferred"
