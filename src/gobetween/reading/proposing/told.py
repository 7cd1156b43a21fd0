"""What else a case has a place for: sticking points, judgements of the talks, pressure, what is owed, disputed facts, acts, figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from gobetween.briefs.accounts.coverage import Found, gather
from gobetween.briefs.accounts.likeness import are_alike
from gobetween.briefs.accounts.outstanding import deliverables, fullest, last_state
from gobetween.briefs.accounts.pressure import demand_and_threat, pressure
from gobetween.briefs.accounts.sticking_points import sticking_points
from gobetween.briefs.accounts.terms import offered_by, says_same
from gobetween.model.evidence import FigureMention
from gobetween.model.happenings import (
    Assessment,
    DisputeSide,
    FactualDispute,
    Figure,
    Happening,
    Leverage,
    StickingPoint,
)
from gobetween.model.items import Item
from gobetween.model.proposals import Deliverable
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.drafts import Name, Remark
from gobetween.reading.proposing.evidence import Shelf
from gobetween.reading.proposing.ids import Ids
from gobetween.reading.proposing.matters.issues import IssueBook
from gobetween.reading.proposing.matters.no_matters import is_on_talking
from gobetween.reading.proposing.matters.phrases import Phrase

_RELATIVE = re.compile(r"^(?:who|which|that) (?=\w)", re.IGNORECASE)

Told = tuple[dict[str, tuple[Item, ...]], dict[Name, Remark]]


@frozen
class Teller:
    """What the drafting of these entries rests on; `phrases` are by the identity of the item they come from."""

    shelf: Shelf
    cast: Cast
    book: IssueBook
    rounds: Mapping[str, str]
    phrases: Mapping[int, Sequence[Phrase]]

    def tell(self) -> Told:
        """Every collection with its entries, and the remarks on them."""
        lists: dict[str, tuple[Item, ...]] = {}
        remarks: dict[Name, Remark] = {}
        for collection, draft in _DRAFTS.items():
            drafted = [(item, remark) for item, remark in draft(self)]
            lists[collection] = tuple(item for item, _ in drafted)
            remarks |= {(collection, item.id): remark for item, remark in drafted}
        return lists, remarks

    def common(self, group: Sequence[Found[Any]], *doubts: str) -> tuple[dict[str, Any], Remark]:
        """What every entry drafted from the group has, and the remark on it."""
        remark = self.shelf.remark(group, *doubts)
        return self.shelf.common(group, remark), remark

    def origin_name(self, found: Found[Any]) -> str:
        """The id of the report's source."""
        return self.shelf.of_report[found.report.name]

    def alike(self, attribute: str) -> tuple[tuple[Found[Any], ...], ...]:
        """Mentions of one kind, those of copies together."""

        def are_one(first: Found[Any], second: Found[Any]) -> bool:
            return first.report is not second.report and are_alike(first.passage.text, second.passage.text)

        return gather(self.shelf.coverage.found(attribute), are_one, by=self.shelf.coverage.origin)


Drafted = Iterator[tuple[Item, Remark]]


def _sticking_points(teller: Teller) -> Drafted:
    ids = Ids()
    for group in sticking_points(teller.shelf.coverage):
        first = group[0]
        phrases = [phrase for found in group for phrase in teller.phrases.get(id(found.item), ())]
        issues = tuple(dict.fromkeys(teller.book.issue_of[id(each)] for each in phrases if id(each) in teller.book.issue_of))
        doubts = [] if first.item.is_explicit else ["not in so many words"]
        doubts += ["it is on how to talk, not on what"] if not issues and is_on_talking(first.item.issue) else []
        common, remark = teller.common(group, *doubts)
        point = StickingPoint(
            ids.new(" ".join(issues) or first.item.issue, teller.origin_name(first)),
            issues=issues,
            parties=teller.cast.ids(party for found in group for party in found.item.parties),
            text=first.passage.text,
            said_by=teller.shelf.coverage.source(first.item.via),
            round=teller.rounds.get(first.report.name),
            when=teller.shelf.when(first),
            **common,
        )
        yield point, remark


def _assessments(teller: Teller) -> Drafted:
    ids = Ids()
    for group in teller.alike("assessments"):
        first = group[0]
        member = teller.cast.of(first.item.by.actor) if first.item.by else None
        common, remark = teller.common(group)
        yield (
            Assessment(
                ids.new(f"{first.item.tone.value} {teller.origin_name(first)}", first.passage.text[:40]),
                by=teller.shelf.coverage.source(first.item.by) or "someone unnamed",
                actor=member.id if member else None,
                told_to=first.item.told_to or "",
                tone=first.item.tone,
                text=first.passage.text,
                round=teller.rounds.get(first.report.name),
                when=teller.shelf.when(first),
                **common,
            ),
            remark,
        )


def _leverage(teller: Teller) -> Drafted:
    ids = Ids()
    for group in pressure(teller.shelf.coverage):
        first = group[0]
        by, on = teller.cast.of(first.item.by), teller.cast.of(first.item.on)
        if by is None or on is None or by is on:
            continue
        common, remark = teller.common(group)
        demand, otherwise = demand_and_threat(first.item)
        yield (
            Leverage(
                ids.new(f"{by.id} on {on.id}", demand[:40]),
                by=by.id,
                on=on.id,
                demand=demand,
                otherwise=otherwise,
                when=teller.shelf.when(first),
                **common,
            ),
            remark,
        )


def _deliverables(teller: Teller) -> Drafted:
    ids = Ids()
    for group in deliverables(teller.shelf.coverage):
        item, is_delivered = fullest(group), last_state(group)
        owing, to = teller.cast.of(item.owed_by), teller.cast.of(next((each.item.owed_to for each in group if each.item.owed_to), None))
        if owing is None or to is None or owing is to:
            continue
        common, remark = teller.common(group, *(("whether it was delivered is left open",) if is_delivered is None else ()))
        yield (
            Deliverable(
                ids.new(f"{owing.id} owes {to.id}", item.what[:40]),
                owed_by=owing.id,
                to=to.id,
                text=item.what or group[0].passage.text,
                is_delivered=bool(is_delivered),
                when=teller.shelf.when(group[0]),
                **common,
            ),
            remark,
        )


def _disputes(teller: Teller) -> Drafted:
    ids, shelf = Ids(), teller.shelf
    for group in teller.alike("disputes"):
        first = group[0]
        one, other = teller.cast.of(first.item.asserted_by), teller.cast.of(first.item.denied_by)
        if one is None or other is None or one is other:
            continue
        common, remark = teller.common(group)
        denial = first.item.denial or first.passage
        sides = (
            DisputeSide(one.id, first.passage.text, citations=shelf.cite(group)),
            DisputeSide(other.id, denial.text, citations=shelf.cite_passages([(first.report.name, denial)])),
        )
        yield (
            FactualDispute(ids.new(first.item.matter, one.id), text=first.item.matter or first.passage.text, sides=sides, **common),
            remark,
        )


def _acts(teller: Teller) -> Drafted:
    ids = Ids()
    for group in teller.alike("acts"):
        first = group[0]
        member = teller.cast.of(first.item.actor)
        common, remark = teller.common(group)
        own = {} if first.item.when.is_unknown else {"when": first.item.when}
        name = ids.new(" ".join(_RELATIVE.sub("", first.passage.text).split()[:6]), teller.origin_name(first))
        text = _RELATIVE.sub(f"{member.name} " if member else "Someone ", first.passage.text)
        yield Happening(name, actor=member.id if member else None, text=text, **own, **common), remark


def _figures(teller: Teller) -> Drafted:
    ids, coverage = Ids(), teller.shelf.coverage
    counted = [found for found in coverage.found("figures") if found.item.counted]

    def are_one(first: Found[FigureMention], second: Found[FigureMention]) -> bool:
        return says_same(first, second) and are_alike(first.item.counted, second.item.counted)

    for group in gather(counted, are_one, by=coverage.origin):
        first, item = group[0], group[0].item
        if item.upper is not None and item.upper < item.value:
            continue
        common, remark = teller.common(group)
        giver = coverage.source(item.attributed_to) if item.attributed_to else offered_by(coverage, first) or _outlet(teller, first)
        yield (
            Figure(
                ids.new(f"{item.counted} {item.place or ''}", teller.origin_name(first)),
                counted=item.counted,
                value=item.value,
                upper=item.upper,
                qualifier=item.qualifier or "",
                unit=item.unit or "number",
                place=item.place or "",
                given_by=giver,
                when=teller.shelf.when(first),
                **common,
            ),
            remark,
        )


def _outlet(teller: Teller, found: Found[Any]) -> str:
    outlet = found.report.document.outlet
    return f"{outlet.name if outlet else teller.origin_name(found)}, no source named"


_DRAFTS: Mapping[str, Callable[[Teller], Drafted]] = {
    "sticking_points": _sticking_points,
    "assessments": _assessments,
    "leverage": _leverage,
    "deliverables": _deliverables,
    "disputes": _disputes,
    "happenings": _acts,
    "figures": _figures,
}
