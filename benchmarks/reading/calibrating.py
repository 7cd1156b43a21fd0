"""Fits how sure reading is of its items, and shows how far that can be relied on.

    python benchmarks/reading/calibrating.py             the reliability of a table fitted anew, and how the one in force fits
    python benchmarks/reading/calibrating.py --write     puts a table fitted anew in force
    ... --also FOLDER                                    fits on further texts, each with its annotation beside it, shown alone as well

Fitted on the texts of this folder and, where GOBETWEEN_EVALUATION names a folder, on what is annotated there. Rules were mended on
the development texts, so that they are right there more often than elsewhere: each item of a held-out text counts as several.
Cross-validated by document: no item is predicted by a table that saw its text; the held-out texts are shown alone as well, and tell
best what to expect of a new text. No rule is made after them: the table takes their counts, and nothing else. Brier scores are
mean squared errors of the percentages; that of always saying the kind's rate, as the same table has it, stands beside it: the measure
to beat. Kinds of which few items are annotated get their rate, drawn towards the rate of all kinds, and no points.
"""

from __future__ import annotations

import argparse
import json
import os
import zlib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from labelled import Example, Reading, evaluation_examples, further_examples, own_examples

from gobetween.model.evidence import ItemKind
from gobetween.reading import confidence
from gobetween.reading.confidence.weighing import TABLE, scale_from

TARGET = Path(confidence.__file__).with_name(TABLE)
FOLDS = 8
TO_WEIGH = 60  # annotated items of a kind before its signs get points
MOST = 97  # percent; nobody read so many texts as to say more
LEAST = 6  # items that show a sign, and that do not, before it gets points
PENALTY = 5.0  # of the squared weights, for items that count as much as the mean of their kind
POINTS = 5  # points for one unit of log odds
STRETCH = 20  # items in a stretch of the scale, at least
MOST_STRETCHES = 30
PULL, PULL_OF_ALL = 4, 10  # items' worth of a kind's own rate in that of each stretch, and of all kinds' rate in that of a kind
BINS = (0, 40, 60, 70, 80, 90, 101)


@frozen
class Told:
    """What was said of an item, as a share, the rate of its kind where that was learnt, and whether the item was right."""

    said: float
    base: float
    is_right: bool


def main() -> None:
    """The tables."""
    asked = argparse.ArgumentParser(description="Fits and checks how sure reading is of its items.")
    asked.add_argument("--write", action="store_true", help="put the table in force")
    asked.add_argument(
        "--also", type=Path, action="append", default=[], metavar="FOLDER", help="further annotated texts, unseen by rules"
    )
    given = asked.parse_args()
    reading = Reading()
    named = os.environ.get("GOBETWEEN_EVALUATION")
    own = list(own_examples("development", reading))
    further = list(evaluation_examples(Path(named), reading)) if named else []
    held_out = list(own_examples("held-out", reading))
    unseen = [each for folder in given.also for each in further_examples(folder, reading)]
    examples = [*own, *further, *held_out, *unseen]
    table = fitted(examples)
    show("Confidence of items, cross-validated by document", cross_validated(examples, examples))
    show("Confidence of items, cross-validated by document, held-out texts alone", cross_validated(examples, held_out))
    if unseen:
        show("Confidence of items, cross-validated by document, further texts alone", cross_validated(examples, unseen))
    if given.write:
        TARGET.write_text(json.dumps(table, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
        print(f"\nwrote {TARGET}; raise READER_VERSION in reader.py if documents were read with the former table")
    else:
        in_force = json.loads(TARGET.read_text(encoding="utf-8"))
        show("Confidence of items, table in force (which may have seen these texts)", told_by(in_force, examples))
    if not named:
        print("\nWithout GOBETWEEN_EVALUATION: statements are fitted on the texts of this folder alone.")


def fitted(examples: Sequence[Example]) -> dict[str, Any]:
    """The table."""
    by_kind = {kind: [each for each in examples if each.kind is kind] for kind in ItemKind}
    rates = [_rate(own) for own in by_kind.values() if own]
    pooled = float(np.mean(rates)) if rates else 0.5  # of kinds, not of items: nearly all items are statements
    kinds = {kind.value: _scale(own, pooled) for kind, own in by_kind.items()}
    return {"note": "made by benchmarks/reading/calibrating.py --write", "kinds": kinds}


def _scale(examples: Sequence[Example], pooled: float) -> dict[str, Any]:
    weight = sum(each.weight for each in examples)
    rate = (weight * _rate(examples) + PULL_OF_ALL * pooled) / (weight + PULL_OF_ALL)
    known = {"items": len(examples), "rate": _percent(rate)}
    if len(examples) < TO_WEIGH:
        return {**known, "points": {}, "bounds": [], "percent": [_percent(rate)]}
    points = _points(examples)
    sums = np.zeros(len(examples))
    for fold in range(FOLDS):  # each item's sum by points that were fitted without its text, so that the scale is not flattered
        own = _points([each for each in examples if _fold(each) != fold])
        for place, each in enumerate(examples):
            if _fold(each) == fold:
                sums[place] = sum(own.get(name, 0) for name in each.signs)
    bounds, percent = _stretches(sums, examples, rate)
    return {**known, "points": points, "bounds": bounds, "percent": percent}


def _rate(examples: Sequence[Example]) -> float:
    weight = sum(each.weight for each in examples)
    return sum(each.weight * each.is_right for each in examples) / weight if weight else 0.5


def _percent(share: float) -> int:
    return min(round(100 * share), MOST)


def _points(examples: Sequence[Example]) -> dict[str, int]:
    """Signs with their points: weights of a penalised logistic regression, rounded."""
    names = sorted({name for each in examples for name in each.signs})
    shown = np.array([[name in each.signs for name in names] for each in examples], dtype=float).reshape(len(examples), len(names))
    kept = [at for at in range(len(names)) if LEAST <= shown[:, at].sum() <= len(examples) - LEAST]
    right = np.array([each.is_right for each in examples], dtype=float)
    weights = _weights(shown[:, kept], right, np.array([each.weight for each in examples], dtype=float))
    rounded = {names[at]: round(POINTS * float(weight)) for at, weight in zip(kept, weights, strict=True)}
    return {name: value for name, value in rounded.items() if value}


def _weights(shown: Any, right: Any, counts: Any) -> Any:
    """Weights by Newton's method; the first column, which is not penalised, is the rate of all."""
    rows = np.hstack([np.ones((len(shown), 1)), shown])
    penalty = np.diag([1e-6, *[PENALTY * float(counts.mean())] * shown.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        said = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (said - right)) + penalty @ weights
        curve = (rows * (counts * said * (1 - said))[:, None]).T @ rows + penalty
        weights = weights - np.linalg.solve(curve, slope)
    return weights[1:]


def _stretches(sums: Any, examples: Sequence[Example], rate: float) -> tuple[list[int], list[int]]:
    """Bounds between stretches of the sum, and the percent of each: neighbours that would fall are pooled."""
    order = np.argsort(sums, kind="stable")
    size = max(STRETCH, len(sums) // MOST_STRETCHES)
    groups: list[list[int]] = []
    for at in order:
        if groups and (len(groups[-1]) < size or sums[groups[-1][-1]] == sums[at]):
            groups[-1].append(int(at))
        else:
            groups.append([int(at)])
    if len(groups) > 1 and len(groups[-1]) < size // 2:
        groups[-2:] = [groups[-2] + groups[-1]]

    def share(group: list[int]) -> float:
        own = [examples[at] for at in group]
        weight = sum(each.weight for each in own)
        return (weight * _rate(own) + PULL * rate) / (weight + PULL)

    at = 0
    while at + 1 < len(groups):
        if share(groups[at]) >= share(groups[at + 1]):
            groups[at : at + 2] = [groups[at] + groups[at + 1]]
            at = max(at - 1, 0)
        else:
            at += 1
    bounds = [int(min(sums[group])) for group in groups[1:]]
    return bounds, [_percent(share(group)) for group in groups]


def _fold(example: Example) -> int:
    return zlib.crc32(example.text.encode()) % FOLDS


def cross_validated(examples: Sequence[Example], shown: Sequence[Example]) -> dict[ItemKind, list[Told]]:
    """What tables fitted on examples say of those that are to be shown, whose texts they did not see."""
    told: dict[ItemKind, list[Told]] = {}
    for fold in range(FOLDS):
        table = fitted([each for each in examples if _fold(each) != fold])
        for kind, found in told_by(table, [each for each in shown if _fold(each) == fold]).items():
            told.setdefault(kind, []).extend(found)
    return told


def told_by(table: dict[str, Any], examples: Sequence[Example]) -> dict[ItemKind, list[Told]]:
    """What a table says of items."""
    told: dict[ItemKind, list[Told]] = {}
    for kind in ItemKind:
        scale = scale_from(table["kinds"][kind.value])
        own = [each for each in examples if each.kind is kind]
        rate = table["kinds"][kind.value]["rate"] / 100
        if own:
            told[kind] = [Told(scale.confidence(each.signs).percent / 100, rate, each.is_right) for each in own]
    return told


def show(title: str, told: dict[ItemKind, list[Told]]) -> None:
    """Brier scores kind by kind, then said and found share by stretches of what was said."""
    print(f"\n{title}\n  {'':16s} {'items':>5s} {'right':>6s} {'Brier':>6s} {'always the rate':>17s}")
    rows = {kind.word: found for kind, found in told.items()}
    rows["all"] = [each for found in told.values() for each in found]
    for name, found in rows.items():
        right = [each.is_right for each in found]
        print(f"  {name:16s} {len(found):5d} {np.mean(right):6.2f} {brier(found):6.3f} {brier_of_base(found):17.3f}")
    print(f"  {'said':>16s} {'mean':>6s} {'found':>6s} {'items':>6s}")
    for low, high in pairwise(BINS):
        own = [each for each in rows["all"] if low <= round(100 * each.said) < high]
        if own:
            said, found_share = np.mean([each.said for each in own]), np.mean([each.is_right for each in own])
            print(f"  {f'{low} to {high - 1}':>16s} {said:6.2f} {found_share:6.2f} {len(own):6d}")


def brier(told: Sequence[Told]) -> float:
    """The mean squared error of what was said."""
    return float(np.mean([(each.said - each.is_right) ** 2 for each in told]))


def brier_of_base(told: Sequence[Told]) -> float:
    """That of always saying the kind's rate."""
    return float(np.mean([(each.base - each.is_right) ** 2 for each in told]))


if __name__ == "__main__":
    main()
