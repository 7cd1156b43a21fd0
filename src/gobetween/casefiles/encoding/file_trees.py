"""The files of a case folder as trees of keys: the common file, what each party entrusted, what is assumed."""

from __future__ import annotations

from collections.abc import Mapping
from math import gcd
from typing import Any

from attrs import evolve

from gobetween.casefiles.decoding.places import Setting
from gobetween.casefiles.decoding.shapes import COLLECTIONS, INTEREST, POSITION
from gobetween.casefiles.documents.case_file import FORMAT_VERSION
from gobetween.casefiles.documents.party_files import AssumptionSet, Entrusted
from gobetween.casefiles.documents.preferences import LARGEST_VALUE, LARGEST_WEIGHT
from gobetween.casefiles.encoding.entries import Scribe
from gobetween.casefiles.encoding.entrusted_parts import INTERESTS, POSITIONS, RED_LINES
from gobetween.casefiles.encoding.values import number, simple
from gobetween.casefiles.encoding.yaml_texts import OneLine, Tree
from gobetween.casefiles.encoding.yaml_words import Bare
from gobetween.model.cases import Case
from gobetween.model.evidence import Stance
from gobetween.model.items import KEEPER_ALONE
from gobetween.model.positions import Series
from gobetween.model.preferences import Preferences

_VERSION: Mapping[str, Tree] = {"gobetween": Bare(FORMAT_VERSION)}
_RED_LINE = evolve(POSITION, kind="red line")


def case_tree(case: Case, scribe: Scribe, entrusted: tuple[Entrusted, ...]) -> dict[str, Tree]:
    """`case.yaml`: all that does not stand in a party's file or among assumptions."""
    tree: dict[str, Tree] = {**_VERSION, "title": case.title}
    if case.summary:
        tree["summary"] = case.summary
    tree["profile"] = case.profile.value
    if case.is_fictional:
        tree["fictional"] = simple(case.is_fictional)
    elsewhere = {each.id for file in entrusted for each in (*file.positions, *file.interests, *file.delegations)}
    for key, shape in COLLECTIONS.items():
        if items := [item for item in getattr(case, key) if item.id not in elsewhere]:
            tree[key] = scribe.collection(items, shape)
    return tree


def party_tree(file: Entrusted, scribe: Scribe) -> dict[str, Tree]:
    """`parties/<party>.yaml`; its first lines say who may read on."""
    tree: dict[str, Tree] = {**_VERSION, "entrusted_to": _one_line(scribe, file.holders - {file.party})}
    if file.pooled_for:
        tree["pooling"] = _one_line(scribe, file.pooled_for)
    for preferences in file.preferences:
        tree |= _numbers(preferences, scribe)
    for mandate in file.delegations:
        tree["mandate"] = mandate.mandate
    for preferences in file.preferences:
        tree |= {"note": preferences.note} if preferences.note else {}
    given = {"actor": file.party, "series": Series.ENTRUSTED}
    red = {**given, "stance": Stance.REJECT, "is_red_line": True}
    for key, shape, items, inside in (
        (RED_LINES, _RED_LINE, file.positions, red),
        (POSITIONS, POSITION, file.positions, given),
        (INTERESTS, INTEREST, file.interests, {"actor": file.party}),
    ):
        if chosen := [item for item in items if item.id.startswith(f"{file.party}/{key}/")]:
            setting = Setting(file.party, file.holders, given=inside, prefix=f"{file.party}/")
            tree[key] = scribe.collection(chosen, shape, setting)
    return tree


def assumption_tree(assumed: AssumptionSet, scribe: Scribe) -> dict[str, Tree]:
    """`assumptions/<name>.yaml`."""
    tree: dict[str, Tree] = dict(_VERSION)
    if assumed.holders != KEEPER_ALONE:
        tree["held_by"] = _one_line(scribe, assumed.holders)
    if assumed.note:
        tree["note"] = assumed.note
    parties: dict[str, Tree] = {}
    for preferences in assumed.preferences:
        note: dict[str, Tree] = {"note": preferences.note} if preferences.note != assumed.note else {}
        parties[preferences.party] = {**_numbers(preferences, scribe), **note}
    tree["preferences"] = parties
    return tree


def _one_line(scribe: Scribe, holders: frozenset[str]) -> OneLine:
    written = scribe.audience(holders) if holders else []
    return OneLine(written if isinstance(written, list) else [written])


def _numbers(preferences: Preferences, scribe: Scribe) -> dict[str, Tree]:
    """Values as they are, with a weight of 1; where a file takes none that are so large, with the least weight that helps."""
    weights = {issue: _weight(values) for issue, values in preferences.option_values.items()}
    heavy: dict[str, Tree] = {issue: number(weight) for issue, weight in weights.items() if weight > 1}
    values: dict[str, Tree] = {
        issue: {option: number(value // weights[issue]) for option, value in options.items()}
        for issue, options in preferences.option_values.items()
    }
    tree: dict[str, Tree] = {"weights": heavy} if heavy else {}
    tree |= {"values": values, "reservation": number(preferences.reservation)}
    if preferences.links:
        tree["value_links"] = [scribe.record(link) for link in preferences.links]
    return tree


def _weight(values: Mapping[str, int]) -> int:
    largest, common = max(map(abs, values.values()), default=0), gcd(*values.values())
    enough: Any = (weight for weight in range(1, LARGEST_WEIGHT + 1) if largest <= weight * LARGEST_VALUE and common % weight == 0)
    return int(next(enough, 1))
