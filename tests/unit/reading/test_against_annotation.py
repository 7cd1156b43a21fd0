import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gobetween.model.evidence import Account, Report
from gobetween.reading.documents.stories import find_stories
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.reader import read_document
from gobetween.rendering.account_json import account_json

FOLDER = os.environ.get("GOBETWEEN_EVALUATION", "")

pytestmark = pytest.mark.skipif(
    not (Path(FOLDER) / "eval" / "score.py").is_file() or not FOLDER,
    reason="GOBETWEEN_EVALUATION names no folder with eval/score.py, eval/gold and reports",
)


@pytest.fixture(scope="module")
def scores(parser, tmp_path_factory):
    root = Path(FOLDER)
    paths = sorted((root / "reports").iterdir())
    reports = [Report(path.name, read_document(path.name, path.read_bytes(), default_lexicon(), parser)) for path in paths]
    predicted = tmp_path_factory.mktemp("scores") / "predicted.json"
    predicted.write_text(json.dumps(account_json(Account(tuple(reports), find_stories(reports)))), encoding="utf-8")
    command = [sys.executable, str(root / "eval" / "score.py"), "gold", str(predicted), str(root / "eval" / "gold")]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = re.findall(r"^(\S.*?)\s+P ([\d.]+)  R ([\d.]+)", printed, re.MULTILINE)
    return {label: (float(precision), float(recall)) for label, precision, recall in rows} | {
        "published": re.findall(r"^published .* (\w+)$", printed, re.MULTILINE)
    }


@pytest.mark.parametrize(
    ("label", "precision", "recall"),
    [
        ("statements", 0.82, 0.80),
        ("meetings", 0.80, 0.60),
        ("positions with stance", 0.75, 0.65),
        ("sticking points", 0.80, 0.70),
        ("figures", 0.85, 0.80),
        ("figures with attribution", 0.85, 0.80),
        ("dates that resolve", 0.92, 0.92),
        ("dates rightly left open", 0.92, 0.92),
        ("page furniture (characters)", 0.96, 0.97),
        ("same story (pairs)", 1.0, 0.95),
    ],
)
def test_reading_reaches_what_was_set(label, precision, recall, scores):
    assert scores[label][0] >= precision
    assert scores[label][1] >= recall


def test_the_day_of_publication_is_right_or_rightly_unknown(scores):
    assert set(scores["published"]) == {"True"}
