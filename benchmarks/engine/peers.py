"""Asks the peer, NegMAS, in a process and an environment of its own, within limits of time and memory."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from attrs import field, frozen
from domains import Domain

ANSWERS = Path(__file__).with_name("peer_answers.py")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")

MEGABYTES = 4 * 1024
SECONDS = {"sampler": 20}
"""How long it may take; otherwise `LONGEST`."""

LONGEST = 150
LISTED = 8
"""The peer lists every outcome: with more than ten to this power it is not started, for it would end by its limits."""


@frozen
class PeerAnswer:
    """What the peer found, and in what time; or why it did not."""

    failed: str = ""
    seconds: float = field(default=0.0, kw_only=True)
    points: frozenset[tuple[int, ...]] = field(default=frozenset(), kw_only=True)
    peak_mb: float = field(default=0.0, kw_only=True)


def peer_python() -> Path | None:
    """The interpreter in which the peer is installed, as GOBETWEEN_PEER names it; `None` without one."""
    named = os.environ.get("GOBETWEEN_PEER")
    return Path(named) if named and Path(named).exists() else None


def ask_peer(question: str, domain: Domain) -> PeerAnswer:
    """The peer's answer to one of the questions of `peer_answers.py`; it sees option values and reservation values."""
    python = peer_python()
    if python is None:
        return PeerAnswer("not installed")
    if question != "sampler" and domain.digits > LISTED:
        return PeerAnswer(f"cannot list 10^{domain.digits} outcomes")
    seconds = SECONDS.get(question, LONGEST)
    try:
        done = subprocess.run(
            [python, str(ANSWERS), question, str(MEGABYTES)],
            input=domain.to_json(),
            env={**os.environ, **ONE_THREAD},
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return PeerAnswer(f"not done in {seconds} s")
    if done.returncode:
        return PeerAnswer("failed: " + (done.stderr.strip().splitlines() or ["no word"])[-1])
    told = json.loads(done.stdout.splitlines()[-1])
    if "failed" in told:
        return PeerAnswer(told["failed"])
    points = frozenset(map(tuple, told["points"]))
    return PeerAnswer(seconds=told["seconds"], points=points, peak_mb=told["peak_mb"])
