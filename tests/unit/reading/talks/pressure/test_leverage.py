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
    assert [each.demand for each in read("Norway warned Canada against closing the strait.").leverage] == ["not closing the strait"]
