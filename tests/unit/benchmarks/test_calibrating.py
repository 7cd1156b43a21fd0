"""Fitting how sure reading is: what signs wrong items gets points off, and the scale rises."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from gobetween.model.evidence import ItemKind
from gobetween.reading.confidence.weighing import scale_from

READING = Path(__file__).parents[3] / "benchmarks" / "reading"

pytestmark = pytest.mark.skipif(not READING.exists(), reason="the benchmarks are not part of this distribution")


@pytest.fixture
def calibrating(monkeypatch):
    pytest.importorskip("numpy")
    pytest.importorskip("spacy")
    monkeypatch.syspath_prepend(str(READING))
    return import_module("calibrating")


def examples(calibrating, count: int, kind: ItemKind = ItemKind.STATEMENT, weight: int = 1) -> list:
    """Of items with the sign "bad" one in four is right, of the others all but one in ten."""
    return [
        calibrating.Example(
            kind,
            f"text-{at % 17}",
            frozenset({"bad"} if at % 3 == 0 else {"good"}),
            at % 12 == 0 if at % 3 == 0 else at % 10 > 0,
            weight,
        )
        for at in range(count)
    ]


def test_a_sign_of_wrong_items_costs_points_and_percent(calibrating) -> None:
    scale = scale_from(calibrating.fitted(examples(calibrating, 600))["kinds"]["statements"])
    bad, good = (scale.confidence(frozenset({sign})) for sign in ("bad", "good"))
    assert scale.points["bad"] < 0 < scale.points["good"]
    assert 20 <= bad.percent <= 35
    assert 85 <= good.percent <= 95
    assert bad.reasons == ("bad",)
    assert list(scale.percent) == sorted(scale.percent)


def test_few_items_get_a_rate_between_their_own_and_that_of_all_kinds(calibrating) -> None:
    few = [calibrating.Example(ItemKind.ACT, "a", frozenset({"bad"}), is_right=False)] * 4
    kinds = calibrating.fitted([*examples(calibrating, 300), *few])["kinds"]
    assert kinds["acts"]["points"] == {}
    assert 0 < kinds["acts"]["percent"][0] < kinds["statements"]["rate"]
    assert kinds["offices"]["items"] == 0


def test_what_no_rule_was_mended_on_counts_more(calibrating) -> None:
    mended = [calibrating.Example(ItemKind.DATE, f"a{at}", frozenset(), is_right=True) for at in range(20)]
    unseen = [calibrating.Example(ItemKind.DATE, f"b{at}", frozenset(), is_right=False, weight=4) for at in range(5)]
    rate = calibrating.fitted([*mended, *unseen])["kinds"]["dates"]["rate"]
    assert rate == 50


def test_cross_validation_never_shows_a_table_the_text_it_speaks_of(calibrating, monkeypatch) -> None:
    shown = examples(calibrating, 200)
    fit, seen = calibrating.fitted, []
    monkeypatch.setattr(calibrating, "fitted", lambda own: seen.append({each.text for each in own}) or fit(own))
    told = calibrating.cross_validated(shown, shown)
    assert sum(map(len, told.values())) == len(shown)
    assert all(any(each.text not in texts for texts in seen) for each in shown)
    assert calibrating.brier(told[ItemKind.STATEMENT]) < calibrating.brier_of_base(told[ItemKind.STATEMENT])


def test_a_folder_of_further_texts_counts_as_unseen_and_only_in_the_kinds_that_it_marks(calibrating, tmp_path) -> None:
    labelled = import_module("labelled")
    text = "Norway demands a higher quota, its envoy said in Bern on Monday. Canada has rejected the quota."
    marks = {
        "positions": [{"party": "Norway", "stance": "demand", "span": {"start": 0, "end": 29, "text": text[:29]}}],
        **{kind: [] for kind in ("statements", "figures", "meetings", "sticking_points", "relative_dates")},
    }
    (tmp_path / "news.txt").write_text(text)
    (tmp_path / "news.txt.json").write_text(json.dumps(marks))
    found = list(labelled.further_examples(tmp_path, labelled.Reading()))
    assert {(each.kind, each.weight) for each in found} == {(ItemKind.POSITION, labelled.UNSEEN)}
    assert [each.is_right for each in found] == [True, False]
