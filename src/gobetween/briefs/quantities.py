"""Quantities in words: how many packages there are, exactly or between two numbers that are certain; and plain fractions."""

from __future__ import annotations

from fractions import Fraction

from gobetween.bargaining.kernels import Count

_WRITTEN_OUT = 10**9


def large(number: int, *, is_rounded_up: bool = False) -> str:
    """A number of packages as a person reads it: `63`, `12,345`, and from a thousand million on `8.89 × 10^19`, rounded down."""
    if number < _WRITTEN_OUT:
        return f"{number:,}"
    power = len(str(number)) - 1
    hundredths, rest = divmod(number, 10 ** (power - 2))
    hundredths += bool(rest and is_rounded_up)
    if hundredths == 1000:
        hundredths, power = 100, power + 1
    return f"{hundredths // 100}.{hundredths % 100:02d} × 10^{power}"


def range_of(count: Count) -> str:
    """`12`, or `between 3 and 40`."""
    most = large(count.most, is_rounded_up=True)
    return large(count.least) if count.is_exact else f"between {large(count.least)} and {most}"


def counted_packages(count: Count, *, zero: str = "no package is") -> str:
    """`63 packages are`, `1 package is`, or `between 3 and 40 packages are`; `zero` if there is none."""
    if count.is_exact and count.least < 2:
        return "1 package is" if count.least else zero
    return f"{range_of(count)} packages are"


def hundredths(number: Fraction) -> str:
    """`1.30`, `−0.05`; what is not nothing never reads as nothing: `under 0.01`."""
    nearest = round(abs(number) * 100)
    if number and not nearest:
        return "under 0.01" if number > 0 else "−0.01 to 0"
    return f"{'−' if number < 0 else ''}{nearest // 100}.{nearest % 100:02d}"
