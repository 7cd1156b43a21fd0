"""A drafted case, how sure each of its entries is, and what its keeper should look at first."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.cases import Case


class Support(StrEnum):
    """How well the reports bear out an entry, the doubtful first."""

    DOUBTFUL = "doubtful"  # concluded from words that may mean something else
    ONE_ORIGIN = "one origin"  # said by one report, or by copies of one
    SEVERAL_ORIGINS = "several origins"  # said by reports that are no copies of each other
    CONFIRMED = "confirmed by a person"


Name = tuple[str, str]
"""A collection of a case and the id of an entry in it."""


@frozen
class Remark:
    """Why an entry was drafted: how well it is borne out, in which words it was read, what is doubtful about it."""

    support: Support
    words: tuple[str, ...] = ()
    doubts: tuple[str, ...] = field(default=(), kw_only=True)


@frozen
class Question:
    """Something for the keeper to decide, with the entries that it is about and why it is asked."""

    text: str
    about: tuple[Name, ...] = ()


@frozen
class Draft:
    """A case drafted from reports, a remark for each of its entries, and questions in the order in which to look at them."""

    case: Case
    remarks: Mapping[Name, Remark] = field(factory=dict, kw_only=True)
    questions: tuple[Question, ...] = field(default=(), kw_only=True)
    left_out: tuple[str, ...] = field(default=(), kw_only=True)
