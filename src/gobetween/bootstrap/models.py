"""Asking a model about reports, where the user configured one: each report once, its answer kept, its proposals checked."""

from __future__ import annotations

import contextlib
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

    A file that lies in a case folder beside its reports is not sent, whatever is asked: it may hold what was said in confidence.
    A report that was asked about before, in the same words, is not sent again: its answer is kept in `directory`. If the model cannot
    be asked, what was proposed until then is kept, and the reason is among `refused`.
    """
    from gobetween.reading.models import NoAnswer, checked_items

    documents: dict[str, Document] = {}
    public, private = _apart(files)
    refused = [(file.name, "not sent: it lies in a case folder, outside of its reports") for file in private]
    for read in read_texts(public, account):
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


def _apart(files: Sequence[ReportFile]) -> tuple[list[ReportFile], list[ReportFile]]:
    """The files that may be public, and those that are a case's own."""
    from gobetween.casefiles.report_files import is_private_to_a_case

    private = [file for file in files if is_private_to_a_case(file.path)]
    return [file for file in files if file not in private], private


def requests_about(files: Sequence[ReportFile], account: Account, model: str) -> str:
    """What a model would be sent, as JSON Lines: one request a report. Nothing is sent."""
    import json

    from gobetween.reading.models import request_for

    return "".join(
        f"{json.dumps(request_for(read.clean.text, model), ensure_ascii=False)}\n" for read in read_texts(_apart(files)[0], account)
    )


def with_kept_proposals(files: Sequence[ReportFile], account: Account, directory: Path) -> Account:
    """The account with what models have proposed of its reports before, for whoever judges it. Nothing is sent."""
    from gobetween.reading.models import checked_items

    if not directory.is_dir():
        return account
    kept = {read.name: read for read in read_texts(files, account) if _answers_about(read.document.sha256, directory)}
    reports = []
    for report in account.reports:
        document = report.document
        for answer in _answers_about(document.sha256, directory) if report.name in kept else ():
            document, _ = checked_items(answer, kept[report.name].clean, document)
        reports.append(Report(report.name, document))
    return evolve(account, reports=tuple(reports))


def _answers_about(sha256: str, directory: Path) -> list[str]:
    """Every answer that is kept about a document, by whichever model."""
    found = []
    for path in sorted((directory / sha256).glob("*.txt")):
        with contextlib.suppress(OSError, ValueError):
            found.append(path.read_text("utf-8"))
    return found


def _answer(sha256: str, text: str, endpoint: Endpoint, directory: Path) -> str:
    """What the model answers about a document, or has answered before in the same words."""
    from gobetween.casefiles.evidence_store import make_private, write_whole
    from gobetween.reading.models import PROMPT_VERSION, request_for

    key = hashlib.sha256(f"{endpoint.address}\n{endpoint.model}\n{PROMPT_VERSION}".encode()).hexdigest()
    path = directory / sha256 / f"{key}.txt"
    with contextlib.suppress(OSError, ValueError):
        return path.read_text("utf-8")
    answer = endpoint.ask(request_for(text, endpoint.model))
    with contextlib.suppress(OSError):  # nothing is lost but the time to ask again
        make_private(path.parent)
        write_whole(path, answer.encode("utf-8", "replace"))
    return answer
