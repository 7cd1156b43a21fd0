"""Documents a second: bare spaCy, and reading with one process and with all cores; and which part of the time is our own.

    make bench      or      python benchmarks/reading_pace.py

Each figure of one process is the best of several runs, in seconds of its core, over the same texts: those of the folder that
GOBETWEEN_EVALUATION names, else this one's.
Bare spaCy parses the cleaned texts, several at a time: as it comes; with products by NumPy, which reading lets it use; and as reading
runs it, which remembers the classes of words, too. Our own share is the time of reading that is not the parser's; beside the parser
as reading runs it, that is the strictest reading: all that we saved the parser counts against us.
"""

from __future__ import annotations

import importlib
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # one process is to mean one core

from gobetween.bootstrap.accounts import gather
from gobetween.bootstrap.reading_workers import usable_cores
from gobetween.casefiles.evidence_store import EvidenceStore
from gobetween.casefiles.report_files import ReportFile
from gobetween.reading.documents.cleaning import clean_document
from gobetween.reading.documents.sources import open_source
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.parsing import multiply_with_numpy
from gobetween.reading.reader import load_parser, read_document

RUNS = 2
OWN_TEXTS = Path(__file__).parent / "reading" / "texts"
MOST_OWN = 25  # per cent of the time


def main() -> None:
    """The table."""
    files = texts_at_hand()
    contents = [(path.name, path.read_bytes()) for path in files]
    cleaned = [clean_document(open_source(name, data).text).clean.text for name, data in contents]
    parser, lexicon = load_parser(), default_lexicon()
    model = importlib.import_module(f"{parser.meta['lang']}_{parser.meta['name']}")
    bare, multiplying = model.load(), model.load()
    multiply_with_numpy(multiplying)
    seconds = {
        "bare spaCy": best(lambda: parse_all(bare, cleaned)),
        "bare spaCy, products by NumPy": best(lambda: parse_all(multiplying, cleaned)),
        "bare spaCy, as reading runs it": best(lambda: parse_all(parser, cleaned)),
        "reading, one process": best(lambda: [read_document(*each, lexicon, parser) for each in contents]),
    }
    print(f"\nPace of reading: {len(files)} texts, {sum(map(len, cleaned)):,} characters")
    print(f"One process: best of {RUNS} runs, by the time of its core; several: once, by the clock")
    for label, taken in seconds.items():
        print(f"{label:58s} {len(files) / taken:7.1f} documents a second")
    cores = usable_cores()
    start = time.perf_counter()
    read_with_workers(files, cores)
    taken = time.perf_counter() - start
    print(f"{f'reading, {cores} processes, with their start':58s} {len(files) / taken:7.1f} documents a second")
    whole = seconds["reading, one process"]
    for label, parsing in list(seconds.items())[:-1]:
        print(f"{f'our own share beside {label}':58s} {100 * (1 - parsing / whole):7.0f} %   at most {MOST_OWN}")


def texts_at_hand() -> list[Path]:
    """The texts to read, in order."""
    named = os.environ.get("GOBETWEEN_EVALUATION")
    if not named:
        return sorted(OWN_TEXTS.rglob("*.txt"))
    return [*sorted(Path(named, "eval", "polnear").glob("*.txt")), *sorted(Path(named, "reports").glob("*.txt"))]


def parse_all(parser: object, texts: list[str]) -> None:
    """Lets the parser do its work, and keeps nothing."""
    for _doc in parser.pipe(texts, batch_size=8):
        pass


def read_with_workers(files: list[Path], workers: int) -> None:
    """Everything from files to stored evidence, the store new and empty."""
    with tempfile.TemporaryDirectory() as folder:
        reports = [ReportFile(path.name, path) for path in files]
        gather(reports, default_lexicon(), EvidenceStore(Path(folder)), lambda _message: None, workers=workers)


def best(work: Callable[[], object]) -> float:
    """Seconds of one core that the quickest run takes."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    main()
