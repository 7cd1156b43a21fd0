"""Asking a model about reports, where the user configured one: each report once, its answer kept, its proposals checked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from gobetween.bootstrap.read_texts import read_texts
from gobetween.model.evidence import Account, Document, Report

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.reading.models import Endpoint


@frozen
class Proposed:
    """The account with what the model proposed, and what came of it that a person should know."""

    account: Account
    refused: tuple[tuple[str, str], ...] = ()


def propose_items(
    files: Sequence[ReportFile], account: Account, endpoint: Endpoint, directory: Path, progress: Callable[[str], None]
) -> Proposed:
    """The account with the items that the model proposes of its reports; what rules read stays as it is.

    A report that was asked about before, in the same words, is not sent again: its answer is kept in `directory`. If the model cannot
    be asked, what was proposed until then is kept, and the reason is among `refused`.
    """
    from gobetween.reading.models import NoAnswer, checked_items

    documents: dict[str, Document] = {}
    refused: list[tuple[str, str]] = []
    for read in read_texts(files, account):
        progress(f"asking {endpoint.model} about {read.name}")
        try:
            answer = _answer(read.document.sha256, read.clean.text, endpoint, directory)
        except NoAnswer as reason:
            refused.append((read.name, f"{reason}; nothing more was sent"))
            break
        documents[read.name], wrong = checked_items(answer, read.clean, read.document)
        refused += [(read.name, f"the model's item {each.number} was refused: {each.reason}") for each in wrong]
    reports = tuple(Report(each.name, documents.get(each.name, each.document)) for each in account.reports)
    return Proposed(evolve(account, reports=reports), tuple(refused))


def _answer(sha256: str, text: str, endpoint: Endpoint, directory: Path) -> str:
    from gobetween.casefiles.evidence_store import write_whole
    from gobetween.reading.models import PROMPT_VERSION, request_for

    key = hashlib.sha256("\n".join((sha256, endpoint.address, endpoint.model, PROMPT_VERSION)).encode()).hexdigest()
    path = directory / f"{key}.txt"
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        answer = endpoint.ask(request_for(text, endpoint.model))
    try:
        directory.mkdir(parents=True, exist_ok=True)
        write_whole(path, answer.encode("utf-8", "replace"))
    except OSError:  # nothing is lost but the time to ask again
        pass
    return answer
