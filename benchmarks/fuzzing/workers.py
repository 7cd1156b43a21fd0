"""A process that tries inputs one after the other, with limits; what it finds it tells line by line as JSON.

It is told `{"target", "seed", "number"}` for an input to be made, with `"tree"` for one that is there.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import sys
import tempfile
import warnings
from pathlib import Path

from targets import findings, made
from trees import from_json
from watching import limit_memory, listen


def main() -> None:
    """Tries what comes in until nothing more does."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what anything prints goes elsewhere
    warnings.simplefilter("ignore")
    logging.disable()
    limit_memory()
    listen()
    for line in sys.stdin:
        asked = json.loads(line)
        target, seed, number = asked["target"], asked["seed"], asked["number"]
        tree = from_json(asked["tree"]) if "tree" in asked else made(target, seed, number)
        root = Path(tempfile.mkdtemp(prefix="gobetween-fuzz-", dir=asked.get("root"))).resolve()
        try:
            found, results = findings(target, tree, root, seed, number)
        finally:
            shutil.rmtree(root, ignore_errors=True)
        told = {"findings": [[each.kind, each.where, each.told] for each in found], "results": results}
        answers.write(json.dumps(told) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
