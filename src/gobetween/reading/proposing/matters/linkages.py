"""Linkages drafted from conditions: "ten hours, if the night premium rises to 25 percent"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import field, frozen

from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.accounts.matters import Group
from gobetween.briefs.phrasing import shortened
from gobetween.model.issues import Link
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.drafts import Name, Remark
from gobetween.reading.proposing.evidence import Shelf
from gobetween.reading.proposing.ids import Ids
from gobetween.reading.proposing.matters.issues import IssueBook
from gobetween.reading.proposing.matters.phrases import Phrase

CONCLUDED = "that the words of the condition are this option is concluded"
_LONGEST = 200


@frozen
class Linkages:
    """Links with the remarks on them."""

    links: tuple[Link, ...] = ()
    remarks: Mapping[Name, Remark] = field(factory=dict)


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
