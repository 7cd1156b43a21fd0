"""Plots of answers as data: what to draw, without a place or a colour."""

from __future__ import annotations

from fractions import Fraction

from attrs import field, frozen


@frozen
class MarkedPoint:
    """A point of a gains plane with names: the solution concepts that choose it, or the text on the table."""

    names: tuple[str, ...]
    shares: tuple[Fraction, ...]


@frozen
class FrontierPlot:
    """Points by everybody's share of its greatest gain, in the order of `parties`; `marked` are those that have names.

    Two parties make a plane, more make an axis each. `shown` of `count` points are there.
    """

    title: str
    description: str
    parties: tuple[str, ...] = field(kw_only=True)
    points: tuple[tuple[Fraction, ...], ...] = field(kw_only=True)
    marked: tuple[MarkedPoint, ...] = field(default=(), kw_only=True)
    count: int = field(kw_only=True)


@frozen
class MatrixPlot:
    """Rows (whose demand, and what it is) against numbered columns; `cells` are the (row, column) that are marked."""

    title: str
    description: str
    rows: tuple[tuple[str, str], ...] = field(kw_only=True)
    columns: tuple[str, ...] = field(kw_only=True)
    cells: frozenset[tuple[int, int]] = field(kw_only=True)
    column_word: str = field(default="conflict", kw_only=True)


AnswerPlot = FrontierPlot | MatrixPlot
