"""Measures Gobetween as a user meets it: times of whole commands, scores of reading, engine and stores beside their peers, guarantees.

    make bench

Each of the others under a heading of its own, in a process of its own; what fails ends the run with exit code 1, after the rest.
Times of commands are medians of several fresh processes. Scores need GOBETWEEN_EVALUATION (a folder with eval/ and reports/).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOBETWEEN = Path(sys.executable).parent / "gobetween"
PEER = os.environ.get("GOBETWEEN_PEER")
OTHERS = ("reading_pace.py", "reading", "reading/calibrating.py", "engine", "store.py", "live_views.py", "postgres.py", "guarantees.py")


def seconds(*arguments: str, runs: int = 5, cwd: Path, cache: Path) -> float:
    """Median wall-clock seconds of `gobetween ARGUMENTS`, each in a fresh process."""
    taken = []
    environment = {**os.environ, "GOBETWEEN_CACHE": str(cache), "COLUMNS": "100"}
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([GOBETWEEN, *arguments], check=True, cwd=cwd, env=environment, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def row(label: str, figure: float, target: str = "") -> None:
    """One line of the table."""
    print(f"{label:58s} {figure:7.2f} s   {target}")


def time_commands(scratch: Path, reports: Path | None) -> None:
    """Times of the commands that a user waits for."""
    print("Commands")
    cache, cairo = scratch / "cache", str(ROOT / "examples" / "cairo")
    row("gobetween --help", seconds("--help", cwd=scratch, cache=cache), "at most 0.30")
    row("gobetween brief examples/cairo", seconds("brief", cairo, cwd=scratch, cache=cache), "at most 1.50")
    for name in sorted(path.stem for path in (ROOT / "examples" / "cairo" / "assumptions").glob("*.yaml")):
        row(f"  with --assume {name}", seconds("brief", cairo, "--assume", name, cwd=scratch, cache=cache), "at most 1.50")
    if reports:
        first = seconds("brief", str(reports), runs=1, cwd=scratch, cache=cache)
        row("gobetween brief REPORTS, read for the first time", first)
        row("gobetween brief REPORTS, evidence stored", seconds("brief", str(reports), cwd=scratch, cache=cache), "at most 1.50")


def score_reading(scratch: Path, evaluation: Path) -> None:
    """Precision and recall of reading against hand annotation, as the evaluation folder's own scorer prints them."""
    folders = {"gold": (evaluation / "reports", evaluation / "eval" / "gold"), "polnear": (evaluation / "eval" / "polnear",) * 2}
    for part, (texts, annotation) in folders.items():
        prediction = scratch / f"{part}.json"
        start = time.perf_counter()
        files = sorted(str(path) for path in texts.glob("*.txt"))
        command = [GOBETWEEN, "read", *files, "--format", "json", "--output", str(prediction)]
        subprocess.run(command, check=True, env={**os.environ, "GOBETWEEN_CACHE": str(scratch / "scored")})
        print(f"\nscore.py {part}: {len(files)} texts read in {time.perf_counter() - start:.1f} s")
        subprocess.run([sys.executable, str(evaluation / "eval" / "score.py"), part, str(prediction), str(annotation)], check=True)


def score_peer(scratch: Path, evaluation: Path) -> None:
    """Direct quotations of textacy on the same news texts, scored by the same scorer."""
    if PEER is None:
        print("\nNo scores of textacy: GOBETWEEN_PEER names no Python that has it (make bench does).")
        return
    texts, prediction = evaluation / "eval" / "polnear", scratch / "textacy.json"
    print(flush=True)
    subprocess.run([PEER, str(Path(__file__).with_name("textacy_quotations.py")), str(texts), str(prediction)], check=True)
    subprocess.run([sys.executable, str(evaluation / "eval" / "score.py"), "polnear", str(prediction), str(texts)], check=True)


def main() -> None:
    """Everything, in one run."""
    named = os.environ.get("GOBETWEEN_EVALUATION")
    evaluation = Path(named).resolve() if named else None
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        time_commands(scratch, evaluation / "reports" if evaluation else None)
        if evaluation:
            score_reading(scratch, evaluation)
            score_peer(scratch, evaluation)
        else:
            print("\nNo scores: set GOBETWEEN_EVALUATION to a folder with eval/ and reports/ to get them.")
    failed = [each for each in OTHERS if not runs_through(each)]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def runs_through(name: str) -> bool:
    """Runs another benchmark; whether it came to its end, and found what it has to find."""
    sys.stdout.flush()
    return subprocess.run([sys.executable, str(Path(__file__).parent / name)], check=False).returncode == 0


if __name__ == "__main__":
    main()
