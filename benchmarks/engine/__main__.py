"""Measures the bargaining engine beside its peer, NegMAS 0.16.0.

    make bench      or      python benchmarks/engine [--markdown FILE] [--only WORDS] [--growth FOLDER]

Fresh problem for each timed call, nothing kept between calls, one thread; processor time, for us and for the peer. `warm` is the
median over the seeds, `worst` the longest; `cold` is the first question of a process, with NumPy and kernels to load; `to compile` is
the same where kernels that no row above needed were still to be compiled, once for all. The peer goes through every outcome of
arbitrary utility functions; we use that values add up. Where the peer answers, the same points are asserted.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from documents import circumstances, put
from growth import GROWTHS, draw, file_name, grow
from measuring import Measured, measure
from peers import peer_python
from rows import BESIDE, ROWS, Row
from tables import markdown, plain_row

MOST_MEGABYTES = 2048
"""What a process may take for any row."""


def main() -> None:
    """The table, row by row as it comes; or growth, with plots."""
    asked = arguments()
    with tempfile.TemporaryDirectory() as kernels:
        if asked.growth:
            follow_growth(asked.growth, kernels, asked.markdown)
        else:
            compare([row for row in (*ROWS, *BESIDE) if asked.only in row.title], kernels, asked.markdown)


def compare(rows: Sequence[Row], kernels: str, page: Path | None) -> None:
    """The table."""
    missing = "" if peer_python() else ", which is not installed here: `make bench` installs it"
    print(f"\nThe bargaining engine beside NegMAS 0.16.0{missing}")
    measured = []
    for row in rows:
        measured.append(measure(row, kernels))
        print(plain_row(measured[-1]), flush=True)
    print(circumstances())
    if page:
        put(page, "table", f"{markdown(measured)}\n{circumstances()}\n")
    if wrong := [each.row.title for each in measured if is_wrong(each)]:
        sys.exit(f"not as it must be: {'; '.join(wrong)}")


def follow_growth(folder: Path, kernels: str, page: Path | None) -> None:
    """Plots in the folder, and their tables."""
    parts = []
    for growth in GROWTHS:
        table = draw(growth, grow(growth, kernels), folder)
        print(table, flush=True)
        beside = os.path.relpath(folder, page.parent) if page else folder
        parts.append(f"![{growth.title}]({beside}/{file_name(growth)})\n\n{table}\n")
    if page:
        put(page, "growth", f"{''.join(parts)}{circumstances()}\n")


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description="Measures the bargaining engine beside its peer.")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table there, too, or into that page")
    parser.add_argument("--only", default="", metavar="WORDS", help="only the rows with these words in their titles")
    parser.add_argument("--growth", type=Path, metavar="FOLDER", help="instead, measure growth and write plots there")
    return parser.parse_args()


def is_wrong(measured: Measured) -> bool:
    """Whether the row has no answers, others than the peer, or takes too much memory: want of speed alone fails nothing."""
    ours = measured.ours
    return bool(measured.differing) or ours.failed.startswith("failed") or ours.peak_mb > MOST_MEGABYTES


if __name__ == "__main__":
    main()
