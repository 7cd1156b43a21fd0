"""The page on judgements.yaml says what the file takes: its example loads, its table of fields is complete."""

from __future__ import annotations

import re
from pathlib import Path

from gobetween.casefiles.judgement_files import read_judgements
from gobetween.model.evidence import ItemKind, Verdict
from gobetween.model.evidence.item_fields import changeable

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "judgements.md").read_text(encoding="utf-8")


def test_the_example_of_the_page_loads(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    file = tmp_path / "judgements.yaml"
    file.write_text(example, encoding="utf-8")
    changed, merged = read_judgements([file])
    assert (changed.verdict, changed.judged_item().party, changed.by) == (Verdict.CHANGED, "Harbour Company", "Ana")
    assert (merged.verdict, merged.into.spans[0].start) == (Verdict.MERGED, 290)


def test_the_page_lists_every_field_and_every_verdict() -> None:
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", PAGE, re.MULTILINE))
    assert {kind.word: set(changeable(kind)) for kind in ItemKind} == {
        kind: set(re.findall(r"`(\w+)`", fields)) for kind, fields in rows.items()
    }
    assert all(verdict.value in PAGE for verdict in Verdict)
