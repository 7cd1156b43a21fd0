"""Days written as people elsewhere write them are told what they are in a case file."""

from __future__ import annotations

import pytest

from gobetween.casefiles.decoding.other_dates import time_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2024-2-5", "2024-02-05"),
        ("2024/02/05", "2024-02-05"),
        ("2024-02-05T10:30", "2024-02-05"),
        ("05.02.2024", "2024-02-05"),
        ("5. 2. 2024", "2024-02-05"),
        ("21/02/2024", "2024-02-21"),
        ("02/21/2024", "2024-02-21"),
        ("3/3/2024", "2024-03-03"),
        ("3 March 2024", "2024-03-03"),
        ("March 3rd, 2024", "2024-03-03"),
        ("2024-02-05 - 2024-02-09", "2024-02-05/2024-02-09"),
        ("3 March 2024 to 5 March 2024", "2024-03-03/2024-03-05"),
    ],
)
def test_a_day_in_another_form_is_told_as_a_case_file_has_it(text, meant):
    assert time_meant(text) == meant


@pytest.mark.parametrize(
    "text", ["03/02/2024", "31/02/2024", "2024-02-31", "3 Marzo", "3 Ventose 2024", "yesterday", "", "13/13/2024", "1-2", "9" * 500]
)
def test_what_is_no_day_or_might_be_two_is_left_alone(text):
    assert time_meant(text) == ""


def test_a_fault_says_which_day_was_likely_meant(quay):
    (fault,) = quay.faults("positions: [{actor: union, stance: demand, text: a, when: 21.02.2024}]\n")
    assert fault.endswith("; did you mean 2024-02-21?")


@pytest.mark.parametrize(("text", "reason"), [("31/02/2024", "no calendar has that day"), ("2024/01/16", "not year-month-day")])
def test_a_fault_quotes_the_day_as_it_is_written_and_says_why_it_is_none(quay, text, reason):
    (fault,) = quay.faults(f"positions: [{{actor: union, stance: demand, text: a, when: {text}}}]\n")
    assert f"when: found '{text}', which is no date ({reason}); write 2024-02-21," in fault
    assert "2024-01/01" not in fault
