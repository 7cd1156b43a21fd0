import pytest


def only(items):
    (found,) = items.leverage
    return found


def test_pressure_names_who_on_whom_to_do_what_or_else(read):
    found = only(read("Norway urged Canada to expel the fishing company if it keeps rejecting the quota."))
    assert (found.by, found.on) == ("Norway", "Canada")
    assert found.demand == "expel the fishing company"
    assert found.otherwise == "if it keeps rejecting the quota"


def test_a_conditional_threat_presses_whoever_must_meet_the_condition(read):
    found = only(read("Russia threatened to cut gas supplies to Moldova if it signs the accord."))
    assert (found.by, found.on) == ("Russia", "Moldova")


def test_backing_withheld_presses_the_owner_of_the_plan(read):
    found = only(read("Norway will not support Canada's plan to close the strait."))
    assert (found.by, found.on) == ("Norway", "Canada")
    assert "will not support" in found.otherwise


def test_nobody_presses_themselves(read):
    assert read("Norway urged Norwegian officials to wait.").leverage == ()


def test_a_warning_under_a_condition_presses_both_sides(read):
    items = read(
        "Talks between Norway and Canada broke off. Sweden warned that it could impose a toll if there was no agreement by May."
    )
    assert [(mention.by, mention.on) for mention in items.leverage] == [("Sweden", "Norway"), ("Sweden", "Canada")]
    assert items.leverage[0].otherwise == "could impose a toll"


def test_a_threat_unless_a_side_moves_presses_that_side(read):
    (mention,) = read("Norway threatened to close the strait unless Canada lowers its quota.").leverage
    assert (mention.by, mention.on, mention.demand) == ("Norway", "Canada", "unless Canada lowers its quota")


def test_what_is_held_back_until_a_side_moves_presses_that_side(read):
    (mention,) = read("Norway has suspended the aid until Canada signs the accord.").leverage
    assert (mention.by, mention.on, mention.demand) == ("Norway", "Canada", "until Canada signs the accord")


def test_a_threat_to_nobody_by_name_presses_the_other_side_in_talks(read):
    (mention,) = read("Talks between Norway and Canada go on. Norway threatened to strike unless the river was given back.").leverage
    assert (mention.by, mention.on) == ("Norway", "Canada")


def test_pressure_that_is_denied_is_none(read):
    assert read("Norway denied that Sweden had asked Canada to step aside.").leverage == ()


def test_a_firm_that_only_threatens_presses_the_sides_in_talks(read):
    items = read(
        "Talks between Norway and Canada go on. Corvane Line, the port's largest customer, has threatened to move its calls "
        "unless a deal is signed by March."
    )
    assert items.leverage[0].by == "Corvane Line"


def test_harm_under_a_condition_presses_the_other_side(read):
    items = read("Talks between Norway and Canada failed. Should the meeting break up, Norway would take its case to the courts.")
    assert [(each.by, each.on, each.otherwise) for each in items.leverage] == [("Norway", "Canada", "take its case to the courts")]


def test_a_warning_of_what_will_be_done_is_of_whoever_warns(read):
    items = read(
        "Talks between Norway and Canada failed. Licences will be sold in May unless there is an agreement, Canada's ministry warned."
    )
    assert [(each.by, each.on) for each in items.leverage] == [("Canada", "Norway")]


def test_a_court_is_not_pressed(read):
    items = read(
        "Norway and Canada met. Norway threatened to go to the International Court of Justice if there is no agreement by May."
    )
    assert [(each.by, each.on) for each in items.leverage] == [("Norway", "Canada")]


def test_an_offer_on_a_condition_presses_nobody(read):
    assert read("Talks between Norway and Canada failed. Norway would suspend the strike if Canada raised its offer.").leverage == ()


def test_what_another_is_told_not_to_do_keeps_its_not(read):
    assert [each.demand for each in read("Norway asked Canada not to leave the talks.").leverage] == ["not to leave the talks"]
    assert [each.demand for each in read("Norway warned Canada against closing the strait.").leverage] == ["not to close the strait"]


@pytest.mark.parametrize(
    ("text", "sides", "demand", "otherwise"),
    [
        ("Sweden came under pressure from Norway to open its ports.", ("Norway", "Sweden"), "open its ports", ""),
        ("Norway has stepped up pressure on Canada to let in aid.", ("Norway", "Canada"), "let in aid", ""),
        ("Norway has put pressure on Canada to open the border.", ("Norway", "Canada"), "open the border", ""),
        ("Canada was urged by Norway to lower its quota.", ("Norway", "Canada"), "lower its quota", ""),
        ("Norway appealed to Canada to return to the table.", ("Norway", "Canada"), "return to the table", ""),
        ("Norway leaned on Canada to sign the accord.", ("Norway", "Canada"), "sign the accord", ""),
        ("Norway called for Canada to hold elections.", ("Norway", "Canada"), "hold elections", ""),
        ("Norway gave Canada until Friday to hand over the men.", ("Norway", "Canada"), "hand over the men", ""),
        ("Norway told Canada to free the crew or leave the port.", ("Norway", "Canada"), "free the crew", "leave the port"),
        ("Canada has been told by Norway not to fish or lose its quota.", ("Norway", "Canada"), "not to fish", "lose its quota"),
        ("Norway said Canada must stop fishing or face sanctions.", ("Norway", "Canada"), "stop fishing", "face sanctions"),
        ("Norway's threat to cut off gas has rattled Canada.", ("Norway", "Canada"), "", "cut off gas"),
        ("Canada would face a toll if it leaves the talks, Norway warned.", ("Norway", "Canada"), "if it leaves the talks", None),
        ("Unless Canada lowers its quota, Norway will close its ports.", ("Norway", "Canada"), "Unless Canada lowers its quota", None),
        ("Norway told Canada there would be no deal without a new map.", ("Norway", "Canada"), "new map", "no deal"),
        ("Norway warned Canada that it would call a strike if no pact is signed.", ("Norway", "Canada"), "if no pact is signed", None),
        ("Norway will cut off aid to Mali unless elections are held.", ("Norway", "Mali"), "unless elections are held", None),
    ],
)
def test_pressure_is_told_in_many_words(read, text, sides, demand, otherwise):
    (found,) = read(text).leverage
    assert ((found.by, found.on), found.demand) == (sides, demand)
    assert otherwise is None or found.otherwise == otherwise


@pytest.mark.parametrize(
    "text",
    [
        "Norway did not press Canada to lower its quota.",
        "Norway might urge Canada to lower its quota.",
        "Norway asked Canada whether it would come.",
        "Norway told Canada that the fish were gone.",
        "Norway called Canada on Monday.",
        "Norway gave Canada a map to show its reefs.",
        "Norway withdrew its threat to close the ports to Canada.",
        "Canada is under no pressure from Norway to sign.",
        "Norway would close the gap if Canada raised its offer.",
        "Canada must pay or leave.",
        "Norway told Canada there was no doubt about it.",
        "Norway said there was no snow without wind.",
    ],
)
def test_what_presses_nobody_is_no_pressure(read, text):
    assert read(text).leverage == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway invited Canada's delegation to Oslo to continue the talks.",
        "The fighting killed ten people on Monday, forcing Canada to close the crossing.",
        "The strike in May forced Norway to lift the ban.",
        "Norway said it will resume its patrols with full force once the deal with Canada is over.",
        "The minister rejected Canada's wish for a limit, insisting that it would have to stay in place until a solution is found.",
    ],
)
def test_invitations_outcomes_and_mere_times_press_nobody(read, text):
    assert read(text).leverage == ()


@pytest.mark.parametrize(
    "text",
    [
        "Norway is forcing Canada to lower its quota.",
        "Norway wants to force Canada to lower its quota.",
        "Norway urged Canada to continue the talks.",
        "Norway said it will close its ports if Canada does not sign.",
    ],
)
def test_what_is_asked_under_pressure_still_presses(read, text):
    (found,) = read(text).leverage
    assert (found.by, found.on) == ("Norway", "Canada")


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("Norway gave Canada a week to pull back its ship.", "pull back its ship"),
        ("Norway set Canada a deadline to pull back its ship.", "pull back its ship"),
        ("Norway recalled its ambassador in a bid to force Canada to pull back its ship.", "pull back its ship"),
    ],
)
def test_a_term_or_an_attempt_to_force_presses(read, text, demand):
    found = only(read(text))
    assert (found.by, found.on, found.demand) == ("Norway", "Canada", demand)


@pytest.mark.parametrize(
    "text", ["Norway gave Canada a week of heavy rain.", "Norway set Canada a riddle.", "Norway gave Canada two boats."]
)
def test_what_is_given_or_set_otherwise_presses_nobody(read, text):
    assert read(text).leverage == ()
