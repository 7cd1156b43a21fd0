import datetime as dt

import pytest

from gobetween.model.dates import on

PUBLISHED = on(dt.date(2023, 6, 9))


def day(when):
    return "unknown" if when.is_unknown else str(when.day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway rejected the plan on Monday.", ["2023-06-05"]),
        ("On Monday Norway rejected the plan and demanded a new one.", ["2023-06-05", "2023-06-05"]),
        ("Norway said on Monday that it rejects the plan.", ["2023-06-05"]),
        ("Norway repeated its demand for a lower quota on 3 May.", ["2023-05-03"]),
        ("At a meeting on 3 May, Norway rejected the plan.", ["2023-05-03"]),
        ("Norway, which signed the accord on 4 May 1998, rejected the Canadian plan.", ["unknown"]),
        ("Norway, which has held the island since 1974, demands free passage by 2025.", ["unknown"]),
        ("Norway wants a fund of 40 million dollars by 1 July.", ["unknown"]),
        ("Norway rejects the treaty of 3 May 1926.", ["unknown"]),
        ("Norway has opposed the plan since 3 May.", ["unknown"]),
        ("Norway accepts arbitration on 15 June.", ["unknown"]),
        ("Norway wants the treaty signed on 20 June.", ["unknown"]),
    ],
)
def test_a_stand_is_dated_by_the_adverbials_of_its_own_verb(read, text, expected):
    assert [day(position.when) for position in read(text, published=PUBLISHED).positions] == expected
