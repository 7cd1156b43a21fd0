"""Asking a model about reports, where the user configured one: each report once, its answer kept, its proposals checked."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from gobetween.bootstrap.read_texts import read_texts
from gobetween.model.evidence import Account, Document, Report

if TYPE_CHECKING:
    from gobetween.casefiles.report_files import ReportFile
    from gobetween.cli.model_choices import ModelChoice
    from gobetween.reading.models import Endpoint


@frozen
class Proposed:
    """The account with what the model proposed, and what came of it that a person should know."""

    account: Account
    refused: tuple[tuple[str, str], ...] = ()


KEY_VARIABLE = "GOBETWEEN_MODEL_KEY"


def endpoint_of(choice: ModelChoice) -> Endpoint:
    """Where the model that the user named is asked; its key comes from the environment, so that no command line shows it.

    Raises:
        NoAnswer: the address is none, or leads away from this machine and the user has not said that reports may go there.
    """
    from gobetween.reading.models import Endpoint, NoAnswer

    endpoint = Endpoint(choice.address, choice.name, os.environ.get(KEY_VARIABLE, ""))
    if not endpoint.is_local and not choice.may_leave:
        msg = f"{choice.address} is not on this machine; to send the text of these reports there, add --send (see --show-request first)"
        raise NoAnswer(msg)
    return endpoint


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


def requests_about(files: Sequence[ReportFile], account: Account, model: str) -> str:
    """What a model would be sent, as JSON Lines: one request a report. Nothing is sent."""
    import json

    from gobetween.reading.models import request_for

    return "".join(f"{json.dumps(request_for(read.clean.text, model), ensure_ascii=False)}\n" for read in read_texts(files, account))


def _answer(sha256: str, text: str, endpoint: Endpoint, directory: Path) -> str:
    from gobetween.casefiles.evidence_store import write_whole
    from gobetween.reading.models import PROMPT_VERSION, request_for

    key = hashlib.sha256(f"{sha256}\n{endpoint.address}\n{endpoint.model}\n{PROMPT_VERSION}".encode()).hexdigest()
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
