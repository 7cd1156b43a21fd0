from __future__ import annotations

from fractions import Fraction

from gobetween.bargaining.kernels import Count
from gobetween.briefs.quantities import hundredths, large, range_of


def test_the_upper_end_of_a_range_is_rounded_up_so_that_it_stays_certain():
    assert range_of(Count(8_889 * 10**16, 9_991 * 10**16)) == "between 8.88 × 10^19 and 1.00 × 10^20"
    assert large(10**9, is_rounded_up=True) == "1.00 × 10^9"
    assert large(1_230_000_001, is_rounded_up=True) == "1.24 × 10^9"


def test_a_fraction_stands_in_hundredths_and_what_is_not_nothing_never_reads_as_nothing():
    numbers = (Fraction(0), Fraction(13, 10), Fraction(1, 3), Fraction(1, 1000), Fraction(-1, 20), Fraction(-1, 1000))

    assert [hundredths(each) for each in numbers] == ["0.00", "1.30", "0.33", "under 0.01", "−0.05", "−0.01 to 0"]
