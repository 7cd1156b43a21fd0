"""Linkages drafted from conditions: "ten hours, if the night premium rises to 25 percent"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.accounts.matters import Group
from gobetween.briefs.phrasing import shortened
from gobetween.model.evidence import PositionMention, Stance
from gobetween.model.issues import Link
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.drafts import Name, Remark
from gobetween.reading.proposing.evidence import Shelf
from gobetween.reading.proposing.ids import Ids
from gobetween.reading.proposing.matters.issues import IssueBook
from gobetween.reading.proposing.matters.phrases import Phrase, way_in

CONCLUDED = "that the words of the condition are this option is concluded"
_LONGEST = 200
_TAKING = frozenset({Stance.ACCEPT, Stance.CONDITIONAL, Stance.OFFER})
_OPENS = re.compile(
    r"^(?:(?:but|and|only|even) )*(?:if|provided(?: that)?|providing|on (?:the )?condition that|as long as|so long as|once|for"
    r"|in return for|in exchange for|subject to)\s+",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:not|no|never|unless|without|refus\w+|reject\w+|fail\w*|g[ia]ve(?:s|n)? up|giving up|drop\w*|abandon\w*|withdr[ae]w\w*"
    r"|waiv\w+|forgo\w*|renounc\w+|scrap\w*|lift\w*|cancel\w*|end(?:s|ed|ing)?|stop\w*|remov\w+|take[ns]? off|concede\w*)\b|n't\b",
    re.IGNORECASE,
)


@frozen
class Linkages:
    """Links with the remarks on them."""

    links: tuple[Link, ...] = ()
    remarks: Mapping[Name, Remark] = field(factory=dict)


def condition_words(found: Found[PositionMention]) -> str:
    """What the condition asks for, without the word that opens it; empty where there is none, or it is of what is not to be."""
    condition = found.item.condition
    if condition is None or found.item.stance not in _TAKING:
        return ""
    words = " ".join(condition.text.split())
    opened = _OPENS.match(words)
    return "" if opened is None or _AGAINST.search(words) else words[opened.end() :]


def is_telling(phrase: Phrase) -> bool:
    """Whether the words of a condition settle a matter of a known kind: they say how much, or which way."""
    return phrase.family is not None and bool(phrase.numbers or way_in(phrase, phrase.family))


def draft_links(
    shelf: Shelf, cast: Cast, groups: Sequence[Group], phrases: Mapping[int, Sequence[Phrase]], book: IssueBook
) -> Linkages:
    """A link for each position whose option and whose condition's option both stand in the draft, on different issues."""
    ids, links, remarks = Ids(), [], dict[Name, Remark]()
    for group in groups:
        first = group[0]
        member = cast.of(first.item.party)
        taken, asked = _chosen(phrases.get(id(first.item), ()), book)
        wanted = {issue: options for issue, options in asked.items() if issue not in taken}
        if member is None or not taken or not wanted:
            continue
        remark = shelf.conclusion(group, CONCLUDED)
        link = Link(
            ids.new(f"{member.id} {' '.join(taken)} if {' '.join(wanted)}", " ".join(sorted(set().union(*wanted.values())))),
            by=member.id,
            if_chosen=taken,
            requires=wanted,
            text=shortened(" ".join(_words(first).split()), _LONGEST),
            **shelf.common(group, remark),
        )
        links.append(link)
        remarks["links", link.id] = remark
    return Linkages(tuple(links), remarks)


def _chosen(phrases: Sequence[Phrase], book: IssueBook) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """By issue the option that is taken, and the options with which the condition is met."""
    found: tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]] = ({}, {})
    for phrase in phrases:
        issue, option = book.issue_of.get(id(phrase)), book.option_of.get(id(phrase))
        if issue is not None and option is not None:
            covered = book.also.get(id(phrase), frozenset()) if phrase.is_condition else frozenset()
            found[phrase.is_condition].setdefault(issue, covered | {option})
    return found


def _words(found: Found[Any]) -> str:
    condition = found.item.condition.text
    text: str = found.passage.text
    return text if condition in text else f"{text} ... {condition}"
