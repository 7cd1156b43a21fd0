"""What is promised of every history, every crash and every bit, counted: the tests that look for it, at their full numbers.

    python benchmarks/guarantees.py

10,000 random histories, each run with and without what one actor may not see; 20 rounds of `kill -9` on writers to PostgreSQL, and one
on the server (200 rounds on SQLite are in store.py); 400 flipped bits in a store and in an export.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
HISTORIES = int(os.environ.get("GOBETWEEN_HISTORIES", "10000"))
CHECKS = {
    f"{HISTORIES:,} random histories: what an actor can tell of others": (
        "tests/disclosure/test_histories_do_not_interfere.py",
        "behind_its_back",
        "nothing",
    ),
    "kill -9, PostgreSQL, 20 rounds and the server: lost": ("tests/contract/test_postgres_durability.py", "killed", "none"),
    "400 flipped bits in a store, and in an export: unseen": ("tests/durability/test_bit_flips.py", "flipped", "none"),
}


def check(label: str, path: str, chosen: str, target: str) -> bool:
    """Runs the tests of that name; whether all passed, and none was left out."""
    command = [sys.executable, "-m", "pytest", path, "-k", chosen, "-q", "-n", "2", "--no-header"]
    began = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "GOBETWEEN_HISTORIES": str(HISTORIES)}, capture_output=True, text=True, check=False
    )
    took = time.perf_counter() - began
    summary = re.search(r"\d+ (passed|failed|skipped|error).*", done.stdout)
    is_kept = done.returncode == 0 and summary is not None and "skipped" not in summary[0]
    print(
        f"{label:58s} {target if is_kept else 'NOT SHOWN':>12s}   {took:.0f} s ({summary[0] if summary else 'no test ran'})", flush=True
    )
    if not is_kept:
        print(done.stdout[-2000:])
    return is_kept


def main() -> None:
    """Prints the table; ends with exit code 1 if anything was not shown."""
    print("\nGuarantees")
    not_shown = [label for label, parts in CHECKS.items() if not check(label, *parts)]
    if not_shown:
        sys.exit(1)


if __name__ == "__main__":
    main()
