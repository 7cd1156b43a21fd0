"""Rounds and meetings as several reports have them."""


def rounds_of(case):
    return {(each.place, each.when.earliest.isoformat(), each.when.latest.isoformat()) for each in case.rounds}


def test_a_round_takes_its_days_from_the_talks_and_its_number_tells_it_from_the_next(draft):
    case = draft(
        second="9 May 2031\nThe second round of talks between Chile and Peru ended in Quito on Thursday, officials said.\n",
        third="14 May 2031\nThe third round of talks between Chile and Peru began in Quito on Tuesday, officials said.\n",
    ).case
    assert len(case.rounds) == 2
    assert {each.place for each in case.rounds} == {"Quito"}
    assert "2031-05-08" in {day for _, *days in rounds_of(case) for day in days}


def test_talks_that_may_come_or_are_looked_back_on_and_a_mediators_own_visits_are_no_rounds(draft):
    case = draft(
        held="5 May 2031\nTalks between Chile and Peru ended in Quito on Monday.\nTalks in Geneva in 2029 had failed.\n"
        "A fourth round could be held in Oslo in June.\n",
        shuttle="20 May 2031\nNorway's mediator met Peru in Lima on Tuesday. Peru demands a quota of 40 boats.\n",
    ).case
    assert {each.place for each in case.rounds} == {"Quito"}
    visit = next(each for each in case.meetings if each.place == "Lima")
    assert visit.round is None


def test_a_joint_session_is_of_both_parties_and_says_that_this_is_concluded(draft):
    found = draft(
        wire="5 May 2031\nTalks between Chile and Peru resumed in Quito on Monday.\n"
        "A joint session is planned for Friday at the town hall.\n"
    )
    meeting = next(each for each in found.case.meetings if "joint session" in each.text)
    assert set(meeting.participants) == {"chile", "peru"}
    assert any("concluded" in doubt for doubt in found.remarks["meetings", meeting.id].doubts)


def test_who_is_called_the_two_delegations_after_others_were_named_is_left_open(draft):
    case = draft(
        wire="5 May 2031\nIndirect talks between Chile and Peru resumed in Quito on Monday.\n"
        "Envoys of Norway and Ghana arrived on Tuesday. The two delegations will meet Chile's minister, Ana Ruz, on Friday.\n"
    ).case
    assert not any({"norway", "ghana", "peru"} <= set(each.participants) for each in case.meetings)


def test_what_is_said_twice_in_one_report_is_one_position_with_both_words(draft):
    text = (
        "Talks between Chile and Peru went on in Quito. Chile demands a quota of 40 boats. Peru refused.\n"
        "Chile insists on a quota of 40 boats.\n"
    )
    case = draft(wire=f"5 May 2031\n{text}").case
    (demand,) = (each for each in case.positions if each.actor == "chile")
    assert len(demand.citations) == 2


def test_the_same_demand_in_a_later_report_stays_a_position_of_its_own(draft):
    case = draft(
        first="5 May 2031\nTalks between Chile and Peru went on in Quito. Chile demands a quota of 40 boats.\n",
        later="25 May 2031\nChile and Peru held a new session of talks on the coast, their ministers said.\n"
        "Fishermen waited in the harbour.\n"
        "Chile demands a quota of 40 boats.\n",
    ).case
    assert len([each for each in case.positions if each.actor == "chile"]) == 2
    assert len(case.rounds) == 2


def test_talks_that_began_a_month_ago_are_those_of_the_report(draft):
    case = draft(
        wire="5 May 2031\nIt was the first result since talks between Chile and Peru began a month ago, officials said.\n"
    ).case
    assert len(case.rounds) == 1
    before = draft(wire="5 May 2031\nTalks between Chile and Peru had failed a year ago. Chile demands a quota of 40 boats.\n").case
    assert before.rounds == ()
