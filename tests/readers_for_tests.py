"""Readers without a parser, importable by the processes that are tested: what a document says tells them what to do."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import time
from pathlib import Path

from attrs import frozen

from gobetween.bootstrap import reading_patience
from gobetween.model.errors import InvalidReport, MissingPart
from gobetween.model.evidence import Document
from gobetween.reading.headway import Headway
from gobetween.reading.inputs import Part


@frozen
class ObedientReader:
    """Reads "fine" texts; obeys "die", "die once", "refuse", "fail", "wait", "spin", "go far". Marks each try in `folder`."""

    folder: Path

    def prepare(self) -> None:
        (self.folder / f"worker-{os.getpid()}").touch()

    def read(self, part: Part, headway: Headway) -> Document:
        said = part.data.decode().split(".")[0]
        tries = self.folder / f"{part.name}.tries"
        tries.write_text(tries.read_text() + "x" if tries.exists() else "x")
        if said == "die" or (said == "die once" and tries.read_text() == "x"):
            os.kill(os.getpid(), signal.SIGKILL)
        if said == "refuse":
            raise InvalidReport(f"{part.name}: it is not to my taste")
        if said == "fail":
            raise KeyError(said)
        if said == "wait":
            time.sleep(60)
        if said == "spin":
            reading_patience.PATIENCE = 0.2
            headway(0.1)
            while True:
                re.match("(a|b)*c", "ab" * 500)
        if said == "go far":
            for hundredth in range(100):
                headway(hundredth / 100)
        return Document(hashlib.sha256(part.data).hexdigest(), len(part.data), reader="obedient")


@frozen
class ReaderWithoutParser:
    """Cannot begin."""

    def prepare(self) -> None:
        raise MissingPart("there is no parser")

    def read(self, part: Part, headway: Headway) -> Document:
        raise MissingPart("there is no parser")


@frozen
class StillbornReader:
    """Its processes end before they begin, and it reads well in the process that made it."""

    home: int

    def prepare(self) -> None:
        if os.getpid() != self.home:
            os._exit(3)

    def read(self, part: Part, headway: Headway) -> Document:
        return Document(hashlib.sha256(part.data).hexdigest(), len(part.data), reader="stillborn")
