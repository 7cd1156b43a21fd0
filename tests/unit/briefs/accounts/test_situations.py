"""Small situations told by two or three reports: what is laid side by side as not fitting, and what is not."""

from __future__ import annotations

import pytest

from gobetween.briefs.accounts.contradictions import contradictions, contradictions_section
from gobetween.briefs.accounts.coverage import coverage_of
from gobetween.briefs.accounts.figures import figure_groups
from gobetween.briefs.accounts.rules.tallies import compare
from gobetween.briefs.accounts.terms import standing_terms
from gobetween.model.evidence import Account, Report


@pytest.fixture(scope="module")
def told():
    """The coverage of texts, each read as a report."""
    pytest.importorskip("spacy")
    from gobetween.reading.documents.stories import find_stories
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.reader import load_parser, read_document

    parser = load_parser()

    def read(*texts):
        reports = [Report(f"{number}.txt", read_document(f"{number}.txt", text.encode(), default_lexicon(), parser))
                   for number, text in enumerate(texts)]  # fmt: skip
        return coverage_of(Account(tuple(reports), find_stories(reports)))

    return read


def clashes(coverage):
    return [clash.about for clash in contradictions(coverage)]


TALKS = "Talks between the Ostran government and the Free Column resumed in Lund."
HELD = (
    "LUND, 8 March 2031 (Evening Star) — Velmark and Ardania held a fourth round of talks in Lund on Friday, diplomats said on "
    "Saturday."
)
OFF = (
    "LUND, 6 March 2031 (City Herald) — Friday's talks between Velmark and Ardania in Lund have been called off, Ardania's foreign "
    "ministry said on Thursday."
)
PLANNED = (
    "LUND, 3 March 2031 (Coast Wire) — A fourth round of talks between Velmark and Ardania will be held in Lund on Friday, the "
    "Norwegian foreign ministry said."
)
TOGETHER = (
    "LUND, 3 March 2031 (Coast Wire) — Velmark and Ardania met face to face in Lund on Monday, for the first time in six years, two "
    "diplomats said."
)
DENIED = (
    "LUND, 4 March 2031 (City Herald) — Velmark's foreign minister, Olav Brun, denied on Tuesday that Velmark and Ardania had met "
    "directly. Norway is carrying messages between Velmark and Ardania in Lund."
)
EARLY_TOLL = (
    "SARNE, 4 May 2031 (Coast Wire) — At least 120 people have been killed in Ostra since the fighting began, the health ministry in "
    f"Ostra said on Sunday. {TALKS}"
)
LATE_TOLL = (
    "SARNE, 21 May 2031 (Coast Wire) — The health ministry in Ostra said 155 people had been killed in Ostra since the fighting "
    f"began. {TALKS}"
)
OTHER_TOLL = (
    "OSTRA, 21 May 2031 (Harbour Post) — The Free Column put the dead in Ostra at about 90 on Wednesday. Mediators from Norway saw "
    "envoys of the government in Lund."
)


def test_a_toll_that_grows_in_weeks_is_no_disagreement(told):
    coverage = told(EARLY_TOLL, LATE_TOLL)
    assert clashes(coverage) == []
    assert [compare(coverage, group).text for group in figure_groups(coverage) if len(group) > 1] == [
        "later and larger: growth from 120 to 155"
    ]


def test_two_tolls_of_one_day_and_place_are_a_disagreement(told):
    assert clashes(told(LATE_TOLL, OTHER_TOLL)) == ["How many: dead"]


def test_a_demanded_and_an_offered_number_are_no_growth_and_no_clash(told):
    coverage = told(
        "LUND, 3 March 2031 (Coast Wire) — The teachers' union demands a pay rise of 9 percent over two years. The school board has "
        "offered 4 percent over three years, the board's chair, Ina Holt, said on Monday.",
        "LUND, 12 March 2031 (City Herald) — The school board raised its offer to 5 percent over three years, and the teachers' union "
        "said it would go no lower than 7 percent.",
    )
    assert clashes(coverage) == []


def test_hours_of_shifts_that_are_worked_asked_and_offered_are_no_clash(told):
    coverage = told(
        "LUND, 3 March 2031 (Coast Wire) — Nurses at Lund General work shifts of 12 hours. The nurses' union asks for shifts of 8 "
        "hours. The hospital trust told reporters that it could accept shifts of 10 hours.",
        "LUND, 11 March 2031 (City Herald) — The hospital trust proposed shifts of 10 hours on Tuesday. The nurses' union said shifts "
        "of 12 hours had cost lives.",
    )
    assert clashes(coverage) == []


def test_two_offices_of_which_one_person_holds_one_are_laid_side_by_side_and_two_tasks_are_not(told):
    assert clashes(
        told(
            "LUND, 3 March 2031 (Coast Wire) — Nora Pell, the general secretary of the Rail Union, said on Monday that the talks with "
            "Norda Rail had failed.",
            "LUND, 5 March 2031 (City Herald) — Nora Pell, president of the Rail Union, told reporters that the talks would go on.",
            "LUND, 6 March 2031 (Evening Star) — Rail Union negotiator Nora Pell met with Norda Rail on Thursday.",
        )
    ) == ["The office of Nora Pell: general secretary of the Rail Union and president of the Rail Union"]


def test_a_direct_meeting_that_a_side_denies_is_one_clash_and_not_two(told):
    assert clashes(told(TOGETHER, DENIED)) == ["Whether the sides met"]


def test_a_direct_meeting_and_indirect_talks_of_the_next_day_do_not_fit_even_if_one_report_names_no_place(told):
    indirect = "4 March 2031 (Evening Star) — Indirect talks between Velmark and Ardania continued on Tuesday with Norwegian mediators."
    assert clashes(told(TOGETHER, indirect)) == ["Whether Ardania and Velmark sit together"]


def test_talks_called_off_and_held_do_not_fit(told):
    assert clashes(told(OFF, HELD)) == ["Whether talks of Ardania and Velmark were held"]


@pytest.mark.parametrize("later", [OFF, HELD])
def test_talks_planned_and_then_called_off_or_held_are_a_course_of_events(told, later):
    assert clashes(told(PLANNED, later)) == []


def test_talks_put_off_to_the_day_on_which_they_were_held_are_no_clash(told):
    put_off = (
        "LUND, 5 March 2031 (City Herald) — Talks between Velmark and Ardania in Lund have been put off to Friday, Ardania's foreign "
        "ministry said on Wednesday."
    )
    assert clashes(told(put_off, HELD)) == []


def test_a_session_that_failed_on_a_day_and_was_put_off_was_held(told):
    put_off = (
        "LUND, 7 March 2031 (City Herald) — Velmark and Ardania failed on Friday to agree on a border, and put off their talks in Lund "
        "to 16 March, Ardania's foreign ministry said."
    )
    assert clashes(told(put_off, HELD)) == []


def test_prisoners_counted_by_both_sides_in_one_report_are_a_disagreement(told):
    assert clashes(
        told(
            "LUND, 3 March 2031 (Coast Wire) — Velmark says that it holds 31 prisoners of war from Ardania. Ardania puts the number at "
            "52. Talks between Velmark and Ardania on an exchange began in Lund on Monday.",
            "LUND, 4 March 2031 (City Herald) — Velmark and Ardania went on negotiating in Lund on Tuesday.",
        )
    ) == ["How many: prisoners"]


def test_prisoners_demanded_and_offered_are_none(told):
    assert (
        clashes(
            told(
                "LUND, 3 March 2031 (Coast Wire) — The Free Column demands the release of 52 prisoners in return for 31 soldiers. The "
                "government offered to free 40 prisoners.",
                "LUND, 9 March 2031 (City Herald) — The government is now ready to free 45 prisoners, officials said. The Free Column "
                "still demands the release of 52 prisoners.",
            )
        )
        == []
    )


def test_strikers_counted_by_employer_and_union_are_a_disagreement(told):
    assert clashes(
        told(
            "LUND, 3 March 2031 (Coast Wire) — Some 2,300 nurses walked out on Monday, according to the hospital trust; the Nurses' "
            "Union puts the figure at 2,650.",
            "LUND, 3 March 2031 (City Herald) — The union and the trust meet again on Thursday.",
        )
    ) == ["How many: nurses"]


def test_strikers_of_two_disputes_are_none(told):
    assert (
        clashes(
            told(
                "LUND, 3 March 2031 (Coast Wire) — Some 400 drivers of Norda Rail are on strike, the Rail Union said. Talks between "
                "the Rail Union and Norda Rail broke down on Monday.",
                "OSTRA, 3 March 2031 (City Herald) — The teachers' union and the school board are close to a deal, a board source "
                "said on Monday. Some 300 drivers of school buses are on strike, the teachers' union said.",
            )
        )
        == []
    )


def test_wounded_of_one_day_counted_by_both_sides_in_reports_of_their_own_are_a_disagreement(told):
    assert clashes(
        told(
            "LUND, 3 March 2031 (Coast Wire) — Three fishermen were wounded on Lake Varn on Sunday when a Velmark patrol boat opened "
            "fire, Ardania said. Ardania and Velmark were to resume talks on the lake on Tuesday.",
            "LUND, 3 March 2031 (City Herald) — Two fishermen were wounded on Lake Varn on Sunday when a Velmark patrol boat fired "
            "warning shots, Velmark's navy said. Talks between Ardania and Velmark are due on Tuesday.",
        )
    ) == ["How many: fishermen wounded"]


def test_numbers_of_one_day_that_do_not_fit_are_not_said_to_agree(told):
    coverage = told(
        "LUND, 3 March 2031 (Coast Wire) — Scientists advise a total catch of 540,000 tonnes. Fishing groups in Norway say that the "
        "stock would bear a total catch of 700,000 tonnes."
    )
    (group,) = (each for each in figure_groups(coverage) if len(each) > 1)
    assert compare(coverage, group).text == "different numbers; that they count the same thing at the same time is not sure"


def test_a_denial_is_shown_as_one(told):
    (section,) = contradictions_section(told(TOGETHER, DENIED))
    shown = [cell.text for cell in section.blocks[0].cells]
    assert any(text.startswith("Olav Brun (Velmark), ") and ": denied: “that Velmark and Ardania had met" in text for text in shown)


def test_a_daily_number_and_a_total_are_not_compared(told):
    coverage = told(
        "LUND, 3 March 2031 (Coast Wire) — The strike cancels some 4,200 trains a day, Norda Rail said. It has cancelled 61,000 "
        "trains in total, the Rail Union said. The strike costs 90 million crowns a day, and the deal 310 million crowns, it added."
    )
    assert [group for group in figure_groups(coverage) if len(group) > 1] == []
    assert clashes(coverage) == []


def test_an_offer_that_was_made_before_is_no_longer_on_the_table(told):
    coverage = told(
        "LUND, 3 March 2031 (Coast Wire) — Norda Rail has improved its offer to 6 percent, the Rail Union said. Novance, which "
        "had first offered 57 dollars a share, now offers 62 dollars a share."
    )
    shown = [str(found.item.value) for group in standing_terms(coverage) for found in group]
    assert "57" not in shown
    assert "62" in shown


@pytest.mark.parametrize(
    ("low", "clash"), [("At least 1,200", ["How many: passengers"]), ("At least 1,800", []), ("Hundreds of", [])], ids=str
)
def test_at_least_a_number_of_one_side_and_a_far_larger_one_of_the_other_are_two_accounts(told, low, clash):
    coverage = told(
        f"LUND, 3 March 2031 (Coast Wire) — {low} passengers were stranded on Monday, the harbour board said. The ferry union said "
        "some 2,000 passengers were stranded on Monday."
    )
    assert clashes(coverage) == clash
