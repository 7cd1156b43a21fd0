"""Several processes read: every document has its outcome, whoever dies; and none of them outlives its work."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gobetween.bootstrap import reading_patience, reading_workers
from gobetween.bootstrap.reading_workers import WORTH_WORKERS, Outcome, Reads, Task, read_all
from gobetween.model.errors import MissingPart
from gobetween.reading.inputs import Part
from readers_for_tests import ObedientReader, ReaderWithoutParser, StillbornReader

LONG = "." + " " * (WORTH_WORKERS // 2)


def outcomes(reader: Reads, *said: str, workers: int = 2) -> dict[int, Outcome]:
    tasks = (Task(number, Part(f"{number}.txt", (each + LONG).encode())) for number, each in enumerate(said))
    return {outcome.task.number: outcome for outcome in read_all(tasks, reader, workers)}


def workers_of(folder: Path) -> set[int]:
    return {int(path.name.removeprefix("worker-")) for path in folder.glob("worker-*")}


def test_every_document_is_read_and_no_process_is_left(tmp_path: Path) -> None:
    found = outcomes(ObedientReader(tmp_path), *["fine"] * 7)
    assert sorted(found) == list(range(7))
    assert all(outcome.document for outcome in found.values())
    assert 1 <= len(workers_of(tmp_path)) <= 2
    assert os.getpid() not in workers_of(tmp_path)
    assert not multiprocessing.active_children()


def test_one_worker_reads_in_this_process_and_in_order(tmp_path: Path) -> None:
    found = outcomes(ObedientReader(tmp_path), "fine", "refuse", "fine", workers=1)
    assert list(found) == [0, 1, 2]
    assert workers_of(tmp_path) <= {os.getpid()}


def test_little_to_read_needs_no_processes(tmp_path: Path) -> None:
    tasks = [Task(number, Part(f"{number}.txt", b"fine.")) for number in range(3)]
    assert [outcome.task.number for outcome in read_all(tasks, ObedientReader(tmp_path), 2)] == [0, 1, 2]
    assert workers_of(tmp_path) <= {os.getpid()}


def test_who_dies_loses_one_document_after_two_tries(tmp_path: Path) -> None:
    found = outcomes(ObedientReader(tmp_path), "fine", "die", "fine", "die once", "fine")
    assert [number for number, outcome in sorted(found.items()) if outcome.document] == [0, 2, 3, 4]
    assert "died twice" in str(found[1].reason)
    assert (tmp_path / "1.txt.tries").read_text() == "xx"
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_refusal_and_a_fault_are_reasons_and_the_rest_goes_on(tmp_path: Path, workers: int) -> None:
    found = outcomes(ObedientReader(tmp_path), "refuse", "fail", "fine", workers=workers)
    assert found[0].reason == "it is not to my taste"
    assert "KeyError" in str(found[1].reason)
    assert found[2].document is not None


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_without_headway_is_refused_and_the_rest_goes_on(
    tmp_path: Path, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_patience, "PATIENCE", reading_patience.PATIENCE)  # the reader shortens it, here too
    found = outcomes(ObedientReader(tmp_path), "fine", "spin", "fine", workers=workers)
    assert [number for number, outcome in sorted(found.items()) if outcome.document] == [0, 2]
    assert "no headway" in str(found[1].reason)


def test_who_is_not_heard_of_is_ended_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_workers, "LOST", 3.0)
    monkeypatch.setattr(reading_workers, "_LOOKING", 0.2)
    found = outcomes(ObedientReader(tmp_path), "wait", "fine", "fine")
    assert [number for number, outcome in sorted(found.items()) if outcome.document] == [1, 2]
    assert "no headway" in str(found[0].reason)
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("workers", [1, 2])
def test_headway_within_a_document_is_told(tmp_path: Path, workers: int) -> None:
    told: list[tuple[int, float]] = []
    tasks = [Task(number, Part(f"{number}.txt", ("go far" + LONG).encode())) for number in range(2)]
    assert len(list(read_all(tasks, ObedientReader(tmp_path), workers, lambda task, part: told.append((task.number, part))))) == 2
    for number in range(2):
        assert [part for each, part in told if each == number] == [part / 100 for part in range(100)]


def test_a_timer_that_is_not_needed_stays_set_for_nobody() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(KeyError), reading_patience.patience(lambda _part: None):
        raise KeyError("a fault")
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGVTALRM) is before


@pytest.mark.parametrize("workers", [1, 2])
def test_a_missing_parser_ends_everything(workers: int) -> None:
    with pytest.raises(MissingPart, match="there is no parser"):
        outcomes(ReaderWithoutParser(), "fine", "fine", "fine", workers=workers)
    assert not multiprocessing.active_children()


def test_where_no_process_can_begin_this_one_reads() -> None:
    found = outcomes(StillbornReader(os.getpid()), "fine", "fine", "fine")
    assert [bool(found[number].document) for number in range(3)] == [True] * 3


def test_whoever_has_heard_enough_waits_for_nobody(tmp_path: Path) -> None:
    reading = read_all(
        (Task(n, Part(f"{n}.txt", (said + LONG).encode())) for n, said in enumerate(["fine", "wait"])), ObedientReader(tmp_path), 2
    )
    assert next(reading).task.number == 0
    began = time.monotonic()
    reading.close()
    assert time.monotonic() - began < 10
    assert not multiprocessing.active_children()


def test_few_documents_are_held_at_a_time(tmp_path: Path) -> None:
    taken = []

    def tasks() -> Iterator[Task]:
        for number in range(12):
            taken.append(number)
            yield Task(number, Part(f"{number}.txt", ("fine" + LONG).encode()))

    for done, _outcome in enumerate(read_all(tasks(), ObedientReader(tmp_path), 2), 1):
        assert len(taken) - done <= 3
    assert len(taken) == 12
