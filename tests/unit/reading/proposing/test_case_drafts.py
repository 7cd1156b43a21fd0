"""Cases drafted from a few sentences: who is what, which issues there are, and how the draft tells what it is unsure of."""

import pytest
from attrs import evolve

from gobetween.model.actors import RoleKind
from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Stance, Standing
from gobetween.reading.proposing.drafts import Support


def roles_of(case, actor):
    return {role.role for role in case.roles if role.actor == actor}


def test_those_between_whom_talks_are_held_are_the_parties(draft):
    case = draft(wire="Talks between Chile and Peru were brokered by Norway in Oslo on Monday, officials said.").case
    assert set(case.parties) == {"chile", "peru"}
    assert case.mediators == ("norway",)


def test_who_mediates_is_no_party_even_when_named_among_those_who_negotiate(draft):
    text = (
        "Indirect negotiations in Oslo between Chile, Peru and Norway reached a critical phase, officials said.\n"
        "For months, Norway has been working on a deal between Chile and Peru.\n"
    )
    found = draft(wire=text)
    assert set(found.case.parties) == {"chile", "peru"}
    assert roles_of(found.case, "norway") == {RoleKind.MEDIATOR, RoleKind.STAKEHOLDER}
    assert any("Norway mediates, and is named among those who negotiate" in each.text for each in found.questions)


def test_without_a_word_on_the_sides_those_who_bargain_are_doubtful_parties(draft):
    found = draft(
        wire="Chile demands the withdrawal of all of the troops from the border, and Peru has rejected the withdrawal of the troops.\n"
    )
    assert set(found.case.parties) == {"chile", "peru"}
    assert {found.remarks["roles", f"{actor}/party"].support for actor in found.case.parties} == {Support.DOUBTFUL}


def test_a_mediator_by_office_is_an_actor_and_its_holder_a_person(draft):
    text = (
        "Talks between the dockers' union and the terminal employers resumed on Monday. The dockers' union demands a "
        "pay rise of 4 percent.\n"
        "The State Conciliator, Renata Ossby, said that the terminal employers rejected a pay rise of 4 percent.\n"
    )
    case = draft(wire=text).case
    assert case.mediators == ("state-conciliator",)


def test_phrases_about_one_place_and_kind_are_one_issue_with_both_ways_of_settling_it(draft):
    text = (
        "Talks between Chile and Peru resumed on Monday. Chile demands to keep troops stationed in the Amber Corridor.\n"
        "Peru demands a withdrawal from the Amber Corridor. Peru also demands a withdrawal from the Grey Valley.\n"
    )
    case = draft(wire=text).case
    assert {issue.id for issue in case.issues} == {"amber-corridor", "grey-valley"}
    amber = case.issue("amber-corridor")
    assert {option.id for option in amber.options} == {"stay", "withdraw"}
    taken = {(each.actor, *each.options) for each in case.positions if each.issue == "amber-corridor"}
    assert taken == {("chile", "stay"), ("peru", "withdraw")}


def test_pay_and_wages_are_one_issue_and_numbers_its_options(draft):
    text = (
        "Talks between the miners' union and Harbour Steel resumed on Monday. The miners' union demands a wage increase of 4 percent.\n"
        "Harbour Steel has offered a pay rise of 2 percent.\n"
    )
    case = draft(wire=text).case
    assert [issue.id for issue in case.issues] == ["pay"]
    assert {option.id for option in case.issues[0].options} == {"4-percent", "2-percent"}


def test_issues_that_may_be_one_are_asked_about(draft):
    text = (
        "Talks between Chile and Peru resumed on Monday. Chile demands to keep troops stationed in the Amber Corridor "
        "and insists on it. \n"
        "Peru demands to keep troops stationed in the Grey Valley. Peru demands a complete withdrawal.\n"
    )
    found = draft(wire=text)
    assert "troops" in {issue.id for issue in found.case.issues}
    assert any("may be one issue" in each.text and "'troops'" in each.text for each in found.questions)


def test_an_issue_with_one_named_way_has_the_case_left_over(draft):
    text = "Talks between Chile and Peru resumed on Monday. Chile demands international guarantees.\n"
    options = draft(wire=text).case.issue("guarantees").options
    assert [option.id for option in options] == ["international-guarantees", "otherwise"]
    assert "no report names it" in options[1].note


def test_a_demand_told_as_earlier_does_not_stand_beside_its_abandonment(draft):
    text = (
        "date 2031-03-03\nTalks between Chile and Peru resumed on Monday. Peru abandoned its demand for a permanent "
        "ceasefire, officials said.\n"
        "Previously, Peru insisted on a permanent ceasefire.\n"
    )
    positions = {each.stance: each for each in draft(wire=text).case.positions}
    assert positions[Stance.DEMAND].when.latest < positions[Stance.DROPPED_DEMAND].when.earliest


def test_what_is_now_refused_does_not_stand_beside_what_was_offered_before(draft):
    text = (
        "date 2031-03-03\nThe talks between the port and the Dockers' Union resumed on Monday. The Dockers' Union said on the day that "
        "it now refuses a night premium of 25 percent, which it had offered in January.\n"
    )
    refusals = [each for each in draft(wire=text).case.positions if each.stance is Stance.REJECT]
    assert [str(each.when) for each in refusals] == ["2031-03-03"]


def test_copies_of_one_story_are_one_origin_and_told_apart_as_sources(draft):
    text = (
        "Talks between Chile and Peru were brokered by Norway in Oslo on Monday, officials of both countries said in a "
        "joint statement. Chile "
        "demands international guarantees for the whole of the border, and Peru rejects any guarantees that are not its own.\n"
    )
    found = draft(first=text, second=text + "More will follow.\n")
    assert [source.same_story_as for source in found.case.sources].count(None) == 1
    assert found.remarks["roles", "chile/party"].support is Support.ONE_ORIGIN


def test_the_same_bytes_twice_are_one_source(draft):
    text = "Talks between Chile and Peru were brokered by Norway in Oslo on Monday, officials said."
    case = draft(first=text, second=text).case
    assert [source.id for source in case.sources] == ["first"]


def test_everything_is_a_draft_but_what_a_person_confirmed(draft):
    text = (
        "The talks between Chile and Peru resumed on Monday in the capital. Chile demands international guarantees for the border.\n"
        "Peru has rejected international guarantees, and it is not clear what it would have in the place of these.\n"
    )

    def confirm_the_first(document):
        first, *rest = document.positions
        return evolve(document, positions=(evolve(first, standing=Standing.CONFIRMED), *rest))

    found = draft(confirm_the_first, wire=text)
    assert [each.is_inferred for each in found.case.positions] == [False, True]
    assert found.remarks["positions", found.case.positions[0].id].support is Support.CONFIRMED


def test_what_is_pressure_on_another_is_no_position_besides(draft):
    text = "Talks between Chile and Peru resumed on Monday. Norway has urged Peru to come up with a credible plan for the border.\n"
    case = draft(wire=text).case
    assert [(each.by, each.on) for each in case.leverage] == [("norway", "peru")]
    assert not [each for each in case.positions if each.actor == "norway"]


def test_reports_about_no_talks_are_refused(draft):
    with pytest.raises(InvalidReport, match="no talks were found in this report"):
        draft(weather="The weather was fine. Birds sang in the trees and the river was calm.\n")


NEWS = {
    "airport": "LUND, 3 March 2031 (Coast Wire) — A record number of passengers used the airport of the town last year, it was said on "
    "Monday, and the new terminal is to be opened in the summer. The airlines demand lower fees for landing.\n",
    "flood": "OSTRA, 4 March 2031 (City Herald) — The rain of the last days has flooded some of the houses by the river. The council "
    "rejected a proposal to build a dam in 2029, and the mayor said that the worst was over by now.\n",
}


def test_unrelated_news_is_refused_though_somebody_demands_and_somebody_refuses_something(draft):
    with pytest.raises(InvalidReport, match="no talks were found in these 2 reports: nobody is said to meet"):
        draft(**NEWS)


def test_demands_without_a_word_of_talks_are_drafted_with_that_question_first(draft):
    found = draft(wire="Chile demands the withdrawal of all of the troops from the border, and Peru has rejected the withdrawal.\n")
    assert found.questions[0].text.startswith("No talks were found in this report")
    told = draft(wire="Talks between Chile and Peru were brokered by Norway in Oslo on Monday, officials said.")
    assert not any("No talks were found" in each.text for each in told.questions)


PAY_TALKS = "Talks between the miners' union and Harbour Steel resumed on Monday. The miners' union demands a pay rise of 4 percent.\n"


def test_a_condition_that_names_how_another_issue_is_settled_is_a_link(draft):
    case = draft(
        wire=f"{PAY_TALKS}The miners' union demands an agreement of one year. Harbour Steel would pay 4 percent only for an agreement "
        "of three years.\n"
    ).case
    (link,) = case.links
    assert (link.by, dict(link.if_chosen), dict(link.requires)) == (
        "harbour-steel",
        {"pay": frozenset({"4-percent"})},
        {"term": frozenset({"three-years"})},
    )
    assert link.is_inferred
    assert {option.id for option in case.issue("term").options} == {"one-year", "three-years"}


def test_who_asks_for_at_least_a_number_asks_for_the_larger_ones_too(draft):
    case = draft(
        wire="Talks between the miners' union and Harbour Steel resumed on Monday. The miners' union demands a pay rise of at least 4 "
        "percent. Harbour Steel has offered a pay rise of 2 percent. It could accept a pay rise of 5 percent if jobs were cut.\n"
    ).case
    (demand,) = (each for each in case.positions if each.stance is Stance.DEMAND)
    assert demand.options == {"4-percent", "5-percent"}


@pytest.mark.parametrize(
    "condition", ["if the weather holds", "if no shift is longer than 8 hours", "if the union gives up its claim for an 8-hour shift"]
)
def test_a_condition_that_settles_no_issue_is_no_link(draft, condition):
    case = draft(wire=f"{PAY_TALKS}Harbour Steel would accept a pay rise of 3 percent {condition}, its director said on Monday.\n").case
    assert case.links == ()


@pytest.mark.parametrize(
    ("words", "mediators"),
    [
        ("Norway is carrying messages between Chile and Peru", ("norway",)),
        ("Norway has passed proposals between the two sides", ("norway",)),
        ("Norway carries timber between Chile and Peru", ()),
        ("Norway has not passed messages between Chile and Peru", ()),
    ],
)
def test_who_carries_papers_between_them_mediates(draft, words, mediators):
    text = f"Talks between Chile and Peru resumed on Monday. Chile demands the withdrawal of all troops. {words}, officials said.\n"
    assert draft(wire=text).case.mediators == mediators


def test_a_bare_role_of_one_dispute_is_no_actor_of_another(draft):
    case = draft(
        border=BORDER,
        factory="Talks between the union and Harlow Foods resumed on Monday. The union demands a wage increase of 4 percent, officials "
        "said.\n",
        basin="Talks between the East Basin Union and Egypt resumed on Monday. The East Basin Union demands a fund for the river.\n",
    ).case
    basin = next(actor for actor in case.actors if actor.name == "East Basin Union")
    assert "union" not in basin.aliases
    assert all(each.issue != "pay" for each in case.positions if each.actor == basin.id)


def test_who_names_terms_is_a_party_before_who_only_refuses_something(draft):
    case = draft(
        wire="The pilots' association demands a pay rise of 4 percent and has called a strike. SkyNord has offered a pay rise of 2 "
        "percent. The government refused any public money for the airline.\n"
    ).case
    assert set(case.parties) == {"pilots-association", "skynord"}


BORDER = "Talks between Chile and Peru resumed on Monday. Chile demands the withdrawal of all troops from the border, officials said.\n"
FACTORY = (
    "Talks between the Steel Workers' Union and Harlow Foods began. The Steel Workers' Union demands a wage increase of 4 percent.\n"
)
HARBOUR = (
    "Talks between the Northern Miners' Union and Harbour Steel resumed. The Northern Miners' Union demands safer shafts at once.\n"
)


def test_reports_that_share_no_actor_and_no_issue_are_asked_about_first(draft):
    first = draft(border=BORDER, factory=FACTORY, harbour=HARBOUR).questions[0].text
    assert first.startswith("The reports fall into 3 groups that share no actor and no issue: 1) ")
    assert "Chile and Peru (border); " in first
    assert "Harlow Foods" in first
    assert "Northern Miners' Union" in first


def test_reports_that_share_an_actor_are_taken_to_be_of_one_negotiation(draft):
    later = "Peru has rejected a visit of inspectors, officials said on Friday, and Brazil demands a visit of inspectors.\n"
    texts = [each.text for each in draft(border=BORDER, later=later).questions]
    assert not any("fall into" in text for text in texts)


def test_no_number_of_anybodys_preferences_is_made_up(draft):
    case = draft(wire="Talks between Chile and Peru resumed on Monday. Chile demands international guarantees.\n").case
    assert not case.preferences
    assert case.is_reported


def test_a_name_within_a_longer_one_is_joined_to_it_and_asked_about(draft):
    found = draft(
        first="The talks between the Northern Miners' Union and Harbour Steel resumed on Monday, it was said by officials of "
        "the town.\n",
        second="The miners' union demands a wage increase of 4 percent, and it is not clear whether it will be given that by "
        "the firm.\n",
    )
    assert any("drafted as Northern Miners' Union" in each.text for each in found.questions)
    assert {each.actor for each in found.case.positions} == {"northern-miners-union"}


def test_those_of_any_side_are_no_actors_and_no_mediator_of_their_own(draft):
    case = draft(
        wire="Talks between Chile and Peru resumed on Monday, mediated by Norway. Mediators demanded patience, and delegates want a "
        "list of the crews. Chile demands international guarantees.\n"
    ).case
    assert {actor.id for actor in case.actors} == {"chile", "peru", "norway"}


def test_a_name_with_one_letter_wrong_is_joined_and_asked_about():
    from gobetween.reading.proposing.casting.cast import is_misspelt

    assert is_misspelt("Northern Harbormen's Union", "Northern Harborman's Union")
    assert not is_misspelt("Northern Miners' Union", "Southern Miners' Union")
    assert not is_misspelt("Ostra", "Istra")


def test_what_is_refused_until_a_condition_is_met_is_not_told_as_accepted(draft):
    case = draft(
        wire="Talks between Chile and Peru resumed on Monday. Chile would not open the border crossing until it got a list of the "
        "crews, an official said. Peru demands that the border crossing be opened.\n"
    ).case
    told = [position.text for position in case.positions if position.actor == "chile" and position.condition]
    assert told
    assert not any("accepts" in text for text in told)


def test_a_round_is_where_the_talks_are_and_not_what_they_are_about_nor_a_sides_own_meeting(draft):
    case = draft(
        capital="4 March 2031\nTalks between Chile and Peru were held in Oslo on Tuesday, officials said.\n",
        about="5 March 2031\nTalks between Chile and Peru in the Norwegian capital went on for two days.\n",
        own="20 May 2031\nThe miners held a two-day meeting in Selby on Monday. The miners' union demands a pay rise of 4 percent. "
        "Harlow Steel has offered 2 percent and is prepared to resume talks with the miners' union.\n",
    ).case
    assert {each.place for each in case.rounds} == {"Oslo"}


def test_what_the_brief_marks_as_doubtful_is_doubtful_in_the_draft(draft):
    from gobetween.model.evidence import Confidence

    def unsure(document):
        low = Confidence(55, ("often wrong",), measured_on=100)
        return evolve(document, acts=tuple(evolve(each, confidence=low) for each in document.acts))

    found = draft(
        judge=unsure,
        wire="Talks between Chile and Peru resumed on Monday. Chile demands international guarantees. Peru, which closed the border "
        "crossing on Friday, rejected the guarantees.\n",
    )
    (happening,) = found.case.happenings
    assert happening.text.startswith("Peru closed the border crossing")
    assert found.remarks["happenings", happening.id].support is Support.DOUBTFUL


def test_who_takes_a_stand_beside_the_two_sides_is_a_stakeholder_and_its_consent_is_asked_about(draft):
    found = draft(
        wire="5 May 2031\nTalks between Harlow Foods and Brent Mills resumed on Monday. Harlow Foods has offered 40 euros a share.\n"
        "The Competition Bureau rejected a sale of the mill in Orm. Brent Mills demands 44 euros a share.\n"
    )
    assert set(found.case.parties) == {"harlow-foods", "brent-mills"}
    assert roles_of(found.case, "competition-bureau") == {RoleKind.STAKEHOLDER}
    assert any("Is its consent needed?" in each.text for each in found.questions)


def test_an_issue_whose_words_are_no_name_is_drafted_under_them(draft):
    found = draft(
        wire="5 May 2031\nTalks between Harlow Foods and Brent Mills resumed on Monday.\n"
        "The main open question is who bears the risk if the bureau says no, officials said. Brent Mills proposed to share it.\n"
    )
    assert [issue.title for issue in found.case.issues] == ["Who bears the risk"]
    assert all(issue.title for issue in found.case.issues)


def test_a_red_line_is_no_option_and_marked(draft):
    found = draft(
        wire="5 May 2031\nTalks between the Tern Guild and Harlow Fisheries resumed on Monday.\n"
        "Outsourcing is a red line for us, the Tern Guild said.\n"
        "Harlow Fisheries offers to delay the outsourcing of the locks by two years.\n"
    )
    called = [each for each in found.case.positions if each.actor == "tern-guild"]
    assert [each.options for each in called] == [frozenset()]
    assert any("red line" in doubt for doubt in found.remarks["positions", called[0].id].doubts)


def test_a_package_is_no_way_of_settling_pay(draft):
    case = draft(
        wire="5 May 2031\nTalks between the Tern Guild and Harlow Fisheries resumed on Monday.\n"
        "The Tern Guild rejected the wage package.\n"
        "Harlow Fisheries has offered a pay rise of 2 percent.\n"
    ).case
    assert {option.id for option in case.issue("pay").options} == {"2-percent", "otherwise"}


def test_two_numbers_alike_of_which_one_is_instead_of_it_are_two_options(draft):
    case = draft(
        wire="5 May 2031\nTalks between Chile and Peru resumed on Monday. Chile rejected the release of 18 prisoners.\n"
        "Peru demands that 18 prisoners be brought to Oslo instead of being freed.\n"
    ).case
    assert len([each for each in case.issue("release").options if "18" in each.title]) == 2


def test_with_the_topic_set_first_a_bare_number_is_of_it(draft):
    case = draft(
        wire="5 May 2031\nTalks between the Tern Guild and Harlow Fisheries resumed on Monday.\n"
        "On pay, Harlow Fisheries refused to go beyond 5 percent. The Tern Guild demands 7 percent.\n"
    ).case
    assert {(each.actor, each.issue, *each.options) for each in case.positions} == {
        ("harlow-fisheries", "pay", "5-percent"),
        ("tern-guild", "pay", "7-percent"),
    }


def test_the_percentage_by_which_an_offer_is_above_something_is_no_option(draft):
    case = draft(
        wire="5 May 2031\nTalks between Harlow Foods and Brent Mills resumed on Monday.\n"
        "Harlow Foods has offered 40 euros a share, 28 percent above the last price. Brent Mills demands 44 euros a share.\n"
    ).case
    assert {option.id for option in case.issue("price").options} == {"40-euros", "44-euros"}


def test_a_group_that_never_bargains_is_no_side_where_its_union_does(draft):
    text = (
        "Drivers in Selby stopped work on Monday after talks between the drivers and Harlow Trams broke down.\n"
        "Harlow Trams has offered a pay rise of 2 percent. The Tern Guild demands a pay rise of 4 percent.\n"
    )
    assert set(draft(wire=f"5 May 2031\n{text}").case.parties) == {"harlow-trams", "tern-guild"}


def test_the_table_that_keeps_them_apart_and_what_comes_first_are_no_issue_and_no_way_of_settling_one(draft):
    found = draft(
        wire="5 May 2031\nTalks between Chile and Peru resumed on Monday. The main obstacle is the negotiating table, officials said.\n"
        "Chile says that prisoners must come first. Peru offers the release of 40 prisoners.\n"
    )
    assert [issue.id for issue in found.case.issues] == ["release"]
    assert {option.id for option in found.case.issue("release").options} == {"40-prisoners", "otherwise"}


def test_a_denial_that_names_only_who_denies_is_no_position(draft):
    found = draft(
        wire="5 May 2031\nTalks between Chile and the Tern Front resumed on Monday. Chile demands a quota of 40 boats.\n"
        "Chile accused the Front of using the talks to regroup, which the Front denied.\n"
    )
    assert not any(each.stance is Stance.DENY and each.text.endswith("Front") for each in found.case.positions)


def test_a_number_without_a_unit_is_an_option_with_that_of_the_number_before(draft):
    case = draft(
        wire="5 May 2031\nTalks between Harlow Foods and Brent Mills resumed on Monday. Harlow Foods has offered 40 euros a share.\n"
        "Brent Mills demands 44.\n"
    ).case
    assert {option.title for option in case.issue("price").options} >= {"44 euros"}


def test_entries_read_with_little_confidence_are_asked_about_together_and_last(draft):
    from gobetween.model.evidence import Confidence

    def unsure(document):
        low = Confidence(30, ("often wrong",), measured_on=100)
        return evolve(document, positions=tuple(evolve(each, confidence=low) for each in document.positions))

    found = draft(
        judge=unsure,
        wire="5 May 2031\nTalks between Chile and Peru resumed on Monday.\n"
        "Chile demands a quota of 40 boats. Peru offers a quota of 20 boats.\n",
    )
    told = [each for each in found.questions if "often misread" in each.text and each.about[0][0] == "positions"]
    assert len(told) == 1
    assert set(told[0].about) == {("positions", each.id) for each in found.case.positions}


def test_who_is_to_meet_both_sides_is_said_to_reach_both_and_that_is_concluded(draft):
    found = draft(
        wire="5 May 2031\nTalks between Chile and Peru resumed in Quito on Monday. Norway brokers the talks.\n"
        "Norway met both sides on Tuesday.\n"
    )
    assert {(each.mediator, each.to) for each in found.case.access} == {("norway", "chile"), ("norway", "peru")}


def test_who_would_approve_only_under_a_condition_takes_a_stand_on_what_the_condition_asks(draft):
    found = draft(
        wire="5 May 2031\nTalks between Harlow Foods and Brent Mills resumed on Monday.\n"
        "Harlow Foods refused to give up the Redfern brand.\n"
        "Brent Mills would accept the offer only if Harlow Foods sold its Redfern brand and two cold stores.\n"
    )
    (stand,) = (each for each in found.case.positions if each.actor == "brent-mills" and each.issue == "redfern-brand")
    assert "only if" in stand.text
    assert any("concluded" in doubt for doubt in found.remarks["positions", stand.id].doubts)


def test_a_condition_that_something_be_dropped_names_the_matter_and_no_way_of_settling_it(draft):
    case = draft(
        wire="5 May 2031\nTalks between the Tern Guild and Harlow Trams resumed on Monday.\n"
        "The Tern Guild will come to the table only if Harlow Trams drops its plan to outsource the night lines.\n"
        "Harlow Trams offers to delay the outsourcing by two years.\n"
    ).case
    (stand,) = (each for each in case.positions if each.actor == "tern-guild")
    assert (stand.issue, stand.options) == ("outsourcing", frozenset())


def test_sticking_points_on_how_to_talk_say_so():
    from gobetween.reading.proposing.matters.no_matters import is_on_talking

    assert is_on_talking("the negotiating table")
    assert not is_on_talking("table of wages")


def test_one_number_of_two_units_is_two_options(draft):
    case = draft(
        wire="5 May 2031\nTalks between the Tern Guild and Harlow Trams resumed on Monday.\n"
        "The Tern Guild demands a rent freeze of 3 years.\n"
        "Harlow Trams offers a rent cap of 3 percent.\n"
    ).case
    rents = next(issue for issue in case.issues if "rent" in issue.id)
    assert len([option for option in rents.options if "3" in option.title]) == 2 or len(case.issues) == 2


def test_on_taxes_a_number_of_points_is_of_them(draft):
    case = draft(
        wire="5 May 2031\nTalks between the Tern Guild and Harlow Trams resumed on Monday.\n"
        "On taxes, the Tern Guild demands a cut of 3 percentage points.\n"
    ).case
    assert [issue.title for issue in case.issues] == ["Taxes"]
