"""Documents read by several processes at once: one document each at a time, and a process that dies takes down no other's."""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Protocol

from attrs import define, field, frozen

from gobetween.bootstrap.reading_patience import GIVEN_UP, LOST, NoHeadway, patience
from gobetween.model.errors import GobetweenError, InvalidReport
from gobetween.model.evidence import Document
from gobetween.reading.headway import Headway

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from gobetween.reading.inputs import Part

WORTH_WORKERS = 60_000
"""Bytes to read from which on further processes pay: each takes over a second to start, in which ten reports are read."""

MOST_WORKERS = 16
_LOOKING = 5.0  # seconds after which to look for those who are lost
_QUITTING = 1.0  # seconds for a process to leave by itself


class Reads(Protocol):
    """Reads one document and stores it. It is sent to other processes, so it must be picklable."""

    def prepare(self) -> None:
        """Loads what every reading needs, if it is not loaded; called before each."""

    def read(self, part: Part, headway: Headway) -> Document:
        """What the part says, and from time to time how much of it is read; raises `InvalidReport`."""


@frozen
class Task:
    """A document to read, and its number in the order of all."""

    number: int
    part: Part


@frozen
class Outcome:
    """What was read, or why nothing was."""

    task: Task
    document: Document | None
    reason: str | None = field(default=None, kw_only=True)


Told = Callable[[Task, float], None]
"""Told which part of a task's document has been read."""


def _untold(_task: Task, _part: float) -> None:
    """Nobody asks."""


def usable_cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_all(tasks: Iterable[Task], reader: Reads, workers: int, told: Told = _untold) -> Generator[Outcome, None, None]:
    """The outcome of every task, as they come; with one worker, or little to read, in this process and in order.

    Tasks are taken one by one, when somebody is free to read, so that few documents are held at a time; what is read does not depend
    on who reads it. A document whose process dies is tried once more, alone and last; if that process dies too, it is refused.

    Raises:
        MissingPart: the parser of language is not installed.
    """
    coming = iter(tasks)
    first: list[Task] = []
    if workers > 1:
        first = _first_worth_it(coming)
        if sum(len(task.part.data) for task in first) >= WORTH_WORKERS and len(first) > 1:
            yield from _Crew(reader, min(workers, MOST_WORKERS), told).outcomes(itertools.chain(first, coming))
            return
    yield from _read_here(itertools.chain(first, coming), reader, told)


def _read_here(tasks: Iterator[Task], reader: Reads, told: Told) -> Iterator[Outcome]:
    for task in tasks:
        reader.prepare()
        yield _attempt(reader, task, told)


def _first_worth_it(tasks: Iterator[Task]) -> list[Task]:
    """The first tasks, as many as it takes to make workers pay, or all there are."""
    found: list[Task] = []
    size = 0
    for task in tasks:
        found.append(task)
        size += len(task.part.data)
        if size >= WORTH_WORKERS and len(found) > 1:
            break
    return found


def _attempt(reader: Reads, task: Task, told: Told) -> Outcome:
    try:
        with patience(lambda part: told(task, part)) as headway:
            return Outcome(task, reader.read(task.part, headway))
    except NoHeadway:
        return Outcome(task, None, reason=GIVEN_UP)
    except InvalidReport as refusal:
        return Outcome(task, None, reason=str(refusal).removeprefix(f"{task.part.name}: "))
    except GobetweenError:
        raise
    except MemoryError:
        return Outcome(task, None, reason="there is not enough memory to read it; split it into its reports, or leave it out")
    except RecursionError:
        return Outcome(task, None, reason="its sentences are nested too deeply to be read; take out what is not a report")
    except Exception as fault:  # noqa: BLE001 - a rule that fails on one document must not stop the other five hundred
        reason = (
            f"a rule of reading failed on it ({type(fault).__name__}); this is Gobetween's fault: please report it with the document"
        )
        return Outcome(task, None, reason=reason)


@define(eq=False)
class _Worker:
    """A process that reads, the line to it, and what it is at."""

    process: SpawnProcess
    line: Connection
    task: Task | None = None
    heard: float = field(factory=time.monotonic)


@define
class _Crew:
    """Processes that read: all gone when everything is read, or when whoever asks has heard enough."""

    reader: Reads
    size: int
    told: Told
    workers: list[_Worker] = field(factory=list)

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[Outcome]:
        """See `read_all`."""
        bereft: list[Task] = []
        try:
            yield from self._read(tasks, bereft, self.size)
            yield from _read_here(tasks, self.reader, self.told)  # where nobody is left, as no process could be started
            for task in bereft:
                yield from self._once_more(task)
        finally:
            for worker in self.workers:
                worker.process.terminate()
            for worker in tuple(self.workers):
                self._dismiss(worker)

    def _read(self, tasks: Iterator[Task], bereft: list[Task], size: int) -> Iterator[Outcome]:
        """Reads with `size` processes as long as there are tasks and processes; tasks whose process died are put into `bereft`."""
        for _ in range(size):
            self._hire()
        while self.workers:
            for worker in self._lost():
                self._dismiss(worker)
                self._hire()
                if worker.task is not None:
                    yield Outcome(worker.task, None, reason=GIVEN_UP)
            for line in wait([worker.line for worker in self.workers], timeout=_LOOKING):
                worker = next(each for each in self.workers if each.line is line)
                try:
                    heard = worker.line.recv()
                except (EOFError, OSError):
                    self._replace(worker, bereft)
                    continue
                if isinstance(heard, GobetweenError):
                    raise heard
                worker.heard = time.monotonic()
                if isinstance(heard, float):
                    self._tell(worker, heard)
                    continue
                if worker.task is not None:
                    document, reason = heard
                    yield Outcome(worker.task, document, reason=reason)
                self._give(worker, next(tasks, None), bereft)

    def _tell(self, worker: _Worker, part: float) -> None:
        if worker.task is not None:
            self.told(worker.task, part)

    def _lost(self) -> list[_Worker]:
        """Those who have not been heard of for too long."""
        now = time.monotonic()
        return [worker for worker in self.workers if worker.task is not None and now - worker.heard > LOST]

    def _give(self, worker: _Worker, task: Task | None, bereft: list[Task]) -> None:
        worker.task = task
        if task is None:
            self._dismiss(worker)
            return
        try:
            worker.line.send(task.part)
        except OSError:
            self._replace(worker, bereft)

    def _replace(self, dead: _Worker, bereft: list[Task]) -> None:
        """Puts another in the place of one that died at its task; one that died before it had a task would only die again."""
        self._dismiss(dead)
        if dead.task is not None:
            bereft.append(dead.task)
            self._hire()

    def _once_more(self, task: Task) -> Iterator[Outcome]:
        again: list[Task] = []
        alone = iter((task,))
        yield from self._read(alone, again, 1)
        for lost in (*again, *alone):
            for worker in tuple(self.workers):
                self._dismiss(worker)
            reason = "the process that read it died twice, as happens when memory runs out; split it into its reports, or leave it out"
            yield Outcome(lost, None, reason=reason)

    def _hire(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self.reader), daemon=True)
        with _no_interrupts():
            process.start()
        theirs.close()
        self.workers.append(_Worker(process, ours))

    def _dismiss(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.line.close()
        if worker.task is not None:
            worker.process.terminate()
        worker.process.join(_QUITTING)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.process.close()


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Lets a process be started that Ctrl-C does not reach: whoever started it ends it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it would lift the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection, reader: Reads) -> None:
    """What a process does: loads, says that it is ready, reads what it is given until the line is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what is half written is taken away again
    for library in ("OPENBLAS", "OMP", "MKL"):
        os.environ[f"{library}_NUM_THREADS"] = "1"  # one thread a process, else they stand in each other's way
    with contextlib.suppress(EOFError, OSError):  # nobody listens any more
        try:
            reader.prepare()
        except GobetweenError as missing:
            line.send(missing)
            return
        line.send(None)
        while True:
            outcome = _attempt(reader, Task(0, line.recv()), lambda _task, part: line.send(float(part)))
            line.send((outcome.document, outcome.reason))
