"""Fuzzes the loaders of case folders and reports, reading, `brief` and the other questions about a case, and the published schemas.

    python benchmarks/fuzzing [--minutes 10] [--only loader|slips|brief|reports|sentences|schema] [--seed N] [--into FOLDER]
    python benchmarks/fuzzing --again FOLDER/finding.json

The same seed makes the same inputs in the same order. A command has 10 seconds of processor time and 2 GB of memory; it may open
nothing outside of the case. What is found is made smaller and kept in a file that `--again` tries once more; each finding is told
once. The exit code is 1 if there were any.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

from overseeing import Overseer
from shrinking import shrunk
from targets import TARGETS, Finding, made
from trees import Tree, as_json, from_json


def main() -> None:
    """Tries inputs until the time is over."""
    asked = arguments()
    if asked.again:
        sys.exit(again(asked.again))
    names = [asked.only] if asked.only else list(TARGETS)
    found = sum(fuzz(name, asked.minutes * 60 / len(names), asked.seed, asked.into, asked.inputs) for name in names)
    sys.exit(1 if found else 0)


def fuzz(target: str, seconds: float, seed: int, into: Path, most: int | None) -> int:
    """Tries inputs of one target; the number of different findings."""
    overseer, known, answers = Overseer(), set[Finding](), Counter[str]()
    end, number = time.monotonic() + seconds, 0
    while time.monotonic() < end and number != most:
        outcome = overseer.try_out(target, seed, number)
        answers.update(outcome.results)
        for finding in outcome.findings:
            if finding not in known:
                known.add(finding)
                report(target, seed, number, finding, keep(overseer, (target, seed, number), finding, into))
        number += 1
    overseer.close()
    told = ", ".join(f"{name}: {count:,}" for name, count in sorted(answers.items()))
    print(f"{target}: {number:,} inputs, seed {seed}, {len(known)} different findings ({told})", flush=True)
    return len(known)


def keep(overseer: Overseer, which: tuple[str, int, int], finding: Finding, into: Path) -> Path:
    """The input made smaller, in a file."""
    target, seed, number = which

    def still(tree: Tree) -> bool:
        return finding in overseer.try_out(target, seed, number, tree).findings

    tree = shrunk(made(target, seed, number), still)
    into.mkdir(parents=True, exist_ok=True)
    file = into / f"{target}-{seed}-{number}-{abs(hash_of(finding))}.json"
    told = {
        "target": target,
        "seed": seed,
        "number": number,
        "finding": [finding.kind, finding.where, finding.told],
        "tree": as_json(tree),
    }
    file.write_text(json.dumps(told, indent=1))
    return file


def hash_of(finding: Finding) -> int:
    """A number for a finding, the same in every process."""
    import zlib

    return zlib.crc32(f"{finding.kind} {finding.where}".encode("utf-8", "replace"))


def report(target: str, seed: int, number: int, finding: Finding, file: Path) -> None:
    """Says what was found."""
    print(
        f"FOUND {target} (seed {seed}, input {number}): {finding.kind}: {finding.where!a}\n  {finding.told[-1500:]!a}\n  {file}",
        flush=True,
    )


def again(file: Path) -> int:
    """Tries a kept input once more; 1 if anything is found."""
    kept = json.loads(file.read_text())
    overseer = Overseer()
    outcome = overseer.try_out(kept["target"], kept["seed"], kept["number"], from_json(kept["tree"]))
    overseer.close()
    for finding in outcome.findings:
        print(f"{finding.kind}: {finding.where!a}\n{finding.told}")
    print("nothing is found any more" if not outcome.findings else f"{len(outcome.findings)} found")
    return 1 if outcome.findings else 0


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description="Fuzzes loaders, briefs and schemas.")
    parser.add_argument("--minutes", type=float, default=10.0, help="for how long, all targets together (10)")
    parser.add_argument("--inputs", type=int, metavar="N", help="at most so many inputs of each target")
    parser.add_argument("--only", choices=list(TARGETS), help="one target alone")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other inputs (1)")
    parser.add_argument(
        "--into", type=Path, default=Path("fuzzing-findings"), metavar="FOLDER", help="where inputs are kept that found something"
    )
    parser.add_argument("--again", type=Path, metavar="FILE", help="try a kept input once more")
    return parser.parse_args()


if __name__ == "__main__":
    main()
