import pytest


def only(items):
    (dispute,) = items.disputes
    return dispute


@pytest.mark.parametrize(
    ("text", "by", "denied_by"),
    [
        ("Norway accuses Canada of holding back fish. Canada denies this.", "Norway", "Canada"),
        ("Norway says that the stock has halved. Canada disputes the figure.", "Norway", "Canada"),
        ("Norway says that the stock has halved. Canada called that nonsense.", "Norway", "Canada"),
        ("Norway says that the stock has halved. Canada doubts that figure.", "Norway", "Canada"),
        ("Norway says that the stock has halved. Canada rejected the claim.", "Norway", "Canada"),
        ("Norway said that Canada had closed the strait. Canada denied that it had closed the strait.", "Norway", "Canada"),
    ],
)
def test_a_denial_is_laid_beside_what_it_denies(read, text, by, denied_by):
    dispute = only(read(text))
    assert (dispute.asserted_by, dispute.denied_by) == (by, denied_by)
    assert dispute.denial is not None


def test_a_denial_of_what_nobody_asserts_is_no_dispute(read):
    assert read("Canada denied that it had closed the strait.").disputes == ()


def test_a_denied_report_is_disputed_though_the_text_names_nobody_who_reports_it(read):
    dispute = only(read("Canada denied reports that it had closed the strait."))
    assert (dispute.passage.text, dispute.asserted_by, dispute.denied_by) == ("that it had closed the strait", "", "Canada")


@pytest.mark.parametrize(
    "text",
    [
        "Canada denies that it is closing the strait, as Norway claims.",
        "Canada denied that it had closed the strait, after Norway accused it of doing so.",
        "Canada denied that it had closed the strait, contrary to what Norway had said.",
        "Canada has denied any role in the fire, which Norway blames on its agents.",
        "Norway accused Canada of firing on the boat, but Canada said its guns had been silent.",
        "Norway and Canada blamed each other for the fire.",
    ],
)
def test_who_asserts_may_be_told_beside_the_denial(read, text):
    dispute = only(read(text))
    assert (dispute.asserted_by, dispute.denied_by) == ("Norway", "Canada")


@pytest.mark.parametrize(
    "text",
    [
        "Canada rejected the offer.",
        "Canada does not deny that the stock has halved.",
        "If Canada denied it, nobody would listen.",
        "Norway says that the stock has halved. Canada agrees.",
    ],
)
def test_a_refusal_or_assent_is_no_dispute_of_facts(read, text):
    assert read(text).disputes == ()


def test_an_accusation_rejected_is_disputed(read):
    assert only(read("Canada rejected accusations that it had shelled the bridge.")).denied_by == "Canada"


@pytest.mark.parametrize(
    "text",
    [
        "According to Norway there are seven sailors in custody; Canada says nine.",
        "Norway puts the reserves at between 60 and 80 billion barrels. Canada speaks of 35 billion at most.",
        "Norway says 2,300 nurses took part. Canada counts 1,650 nurses.",
        "Norway puts the loss at 6 million a year. Canada called the figure a fairy tale.",
        "Norway told Sweden that it will not sign, an official said. Canada said it was not aware of any such message.",
        "Norway might live with six miles, a diplomat said. That was dismissed by Canada.",
    ],
)
def test_a_figure_or_a_claim_that_another_counters_is_disputed(read, text):
    (dispute,) = read(text).disputes
    assert dispute.denied_by == "Canada"


@pytest.mark.parametrize(
    "text",
    [
        "Norway demands 8 percent. Canada says it can pay 4 percent.",
        "Norway says 300 houses were destroyed. Canada says 2,000 people were killed.",
        "Norway says 40 people died. Canada said the talks would resume in two rooms.",
        "Norway says 40 people died. Norway later put the number at 45.",
        "Norway said on May 4 that 40 people died. Canada said so on May 6.",
        "Canada was aware of the message, Norway said.",
    ],
)
def test_figures_of_two_matters_are_not_set_against_each_other(read, text):
    assert read(text).disputes == ()


def test_a_demand_that_is_rejected_is_no_disputed_fact(read):
    assert read("Norway is insisting that the line be drawn at sea. Canada rejects that.").disputes == ()


def test_who_is_accused_denies_the_accusation_and_not_what_else_was_said(read):
    (dispute,) = read(
        "Norway accuses Canada of having held back water in July, when the rice dried out, the Red Cross said. Canada denies this."
    ).disputes
    assert dispute.passage.text.startswith("Norway accuses Canada")


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the bridge had been blown up by Canadian troops, something Canada denies.",
        "Norway accused Canada of breaking the truce, a charge Canada rejects.",
        "Canada rejected the accusation by Norway that it had hidden the records.",
        "Norway claims that the island was empty, but Canada says otherwise.",
        "Norway said its patrol had been fired on. Canada said the opposite.",
        "Canada called Norway's account of the meeting false.",
        "Norway blamed Canada for the fire. Canada denied any involvement.",
        "Norway said the ship was in its waters, but Canada contradicted that.",
        "Norway's claim that the catch fell was disputed by Canada.",
        "Canada said Norway's allegations were baseless.",
        "Norway says the catch was 40 tonnes. Canada's figure is 90.",
        "Norway said a deal was close. There is no deal, a Canadian official said.",
        "Norway says 31 of its soldiers are home. Canada says it let 34 go.",
    ],
)
def test_what_one_side_says_and_the_other_gainsays_is_disputed(read, text):
    assert [(each.asserted_by, each.denied_by) for each in read(text).disputes] == [("Norway", "Canada")]


@pytest.mark.parametrize(
    "text",
    [
        "Norway said Canada had agreed to pay. Canada confirmed it.",
        "Norway said it would pay 4 percent. Canada said it would not pay.",
        "Norway said the ship was late. Canada said the weather was bad.",
        "Canada was denied access to the port.",
        "Canada neither confirmed nor denied the report.",
        "Norway said 12 of its ships were at sea and Canada said 30 of its own were in port.",
        "Canada rejected the proposal by Norway.",
        "Canada did not say otherwise.",
    ],
)
def test_what_nobody_gainsays_is_not_disputed(read, text):
    assert read(text).disputes == ()
