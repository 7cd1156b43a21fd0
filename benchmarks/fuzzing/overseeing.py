"""Has inputs tried by a process of its own, and sees to it that this one ends, whatever happens in it."""

from __future__ import annotations

import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from attrs import define, field, frozen
from targets import Finding
from trees import Tree, as_json

PATIENCE = 300.0
"""Seconds for all commands about one input together; each has its own limit within the process."""


@frozen
class Outcome:
    """What came of an input."""

    findings: tuple[Finding, ...] = ()
    results: tuple[str, ...] = ()


@define
class Overseer:
    """Starts workers, one at a time, and another where one died."""

    root: Path = field(factory=lambda: Path(tempfile.mkdtemp(prefix="gobetween-fuzzing-")))
    _worker: subprocess.Popen[str] | None = None
    _tried: int = 0

    def try_out(self, target: str, seed: int, number: int, tree: Tree | None = None) -> Outcome:
        """What is found with that input."""
        asked: dict[str, Any] = {"target": target, "seed": seed, "number": number, "root": str(self.root)}
        if tree is not None:
            asked["tree"] = as_json(tree)
        worker = self._ready()
        assert worker.stdin is not None
        try:
            worker.stdin.write(json.dumps(asked) + "\n")
            worker.stdin.flush()
            line = self._line(worker)
        except BrokenPipeError:
            line = ""
        if not line:
            died = worker.poll()
            self._end()
            return Outcome((Finding("killed", f"{target}: {'does not end' if died is None else f'ended with {died}'}"),))
        told = json.loads(line)
        return Outcome(tuple(Finding(*each) for each in told["findings"]), tuple(told["results"]))

    def close(self) -> None:
        """Ends the worker; nothing of it is left."""
        self._end()
        shutil.rmtree(self.root, ignore_errors=True)

    def _ready(self) -> subprocess.Popen[str]:
        self._tried += 1
        if self._tried % 500 == 0:  # so that what one input leaves behind in memory does not fell another
            self._end()
        if self._worker is None or self._worker.poll() is not None:
            environment = {
                **os.environ,
                "GOBETWEEN_CACHE": str(self.root / "cache"),
                "GOBETWEEN_STORE": str(self.root / "store"),
                "OPENBLAS_NUM_THREADS": "1",
            }
            self._worker = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("workers.py"))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env=environment,
                start_new_session=True,
            )
        return self._worker

    def _line(self, worker: subprocess.Popen[str]) -> str:
        assert worker.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(worker.stdout, selectors.EVENT_READ)
            return worker.stdout.readline() if selector.select(PATIENCE) else ""

    def _end(self) -> None:
        if self._worker is not None and self._worker.poll() is None:
            os.killpg(self._worker.pid, signal.SIGKILL)
        if self._worker is not None:
            self._worker.wait()
        self._worker = None
