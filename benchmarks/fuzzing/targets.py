"""What is fuzzed: how an input is made from a number, and what must hold when it is tried."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import promises
from attrs import field, frozen
from beginners_slips import with_slips
from broken_bytes import broken
from changed_documents import changed
from hostile_folders import made_hostile
from remedies_by_hand import mended
from sound_cases import cases, reports, texts
from trees import Entry, Tree, write
from watching import WATCH, TookTooLong, in_time

from gobetween.model.errors import GobetweenError, MissingPart

if TYPE_CHECKING:
    from spacy.language import Language

TODAY = dt.date(2031, 3, 14)
MOST_FOLLOWED = 6
"""So many remedies for slips are followed, one after the other."""
AUDIENCES = ("keeper", "keeper", "public", "union", "conciliator", "north", "nobody")


@frozen(order=True)
class Finding:
    """Something that must not be: what, where, and told so that a person can look into it."""

    kind: str
    where: str
    told: str = field(default="", eq=False)


@frozen
class Trial:
    """An input laid out on the disk: the folder, and choices that go with it, the same for the same number."""

    folder: Path
    tree: Tree
    rng: Random
    results: list[str] = field(factory=list)

    def run(self, *arguments: str, columns: int | None = None) -> Answer:
        """What the command line answers."""
        self._begin()
        return answer(arguments, columns)

    def _begin(self) -> None:
        WATCH.begin(self.folder, self.tree.changes)


@frozen
class Answer:
    """What a command said."""

    code: int
    out: bytes
    err: str
    finding: Finding | None = None

    @property
    def text(self) -> str:
        """What it printed."""
        return self.out.decode("utf-8", "replace")


def answer(arguments: Sequence[str], columns: int | None = None) -> Answer:
    """Runs a command in this process, just as from a shell, its output caught."""
    from gobetween.bootstrap import main

    kept = sys.argv, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.argv = ["gobetween", *arguments]
    sys.stdout, sys.stderr = (io.TextIOWrapper(each, encoding="utf-8", errors="replace") for each in (out, err))
    os.environ["COLUMNS"] = str(columns or 100)
    code, finding = 0, None
    try:
        with in_time():
            main()
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 2
    except (Exception, TookTooLong) as error:  # noqa: BLE001 - what must never come out is what is looked for
        finding = finding_of(error, arguments[0])
    finally:
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(ValueError, UnicodeEncodeError):
                stream.flush()
        outs = sys.stdout, sys.stderr
        sys.argv, sys.stdout, sys.stderr = kept
        for stream in outs:
            stream.detach()
        WATCH.end()
    return Answer(code, out.getvalue(), err.getvalue().decode("utf-8", "replace"), finding)


def finding_of(error: BaseException, what: str) -> Finding:
    """An error as a finding; it is the same wherever it comes from the same line of Gobetween."""
    frames = [
        each for each in traceback.extract_tb(error.__traceback__) if "gobetween" in each.filename and "fuzzing" not in each.filename
    ]
    frame = frames[-1] if frames else None
    place = f"{Path(frame.filename).name}:{frame.name}" if frame else "outside"
    told = "".join(traceback.format_exception(error))[-6_000:]
    if isinstance(error, TookTooLong):
        place = Path(frames[min(len(frames) - 1, 8)].filename).name if frames else what
        return Finding(f"too long: {error}", f"{what} {place}", told)
    return Finding(type(error).__name__, place, told)


def tried(trial: Trial, what: str, found: Answer, check: Callable[[str], Iterator[str]] | None = None) -> Iterator[Finding]:
    """The findings about an answer; `check` looks at what was printed, if the command did what it was asked."""
    if found.finding:
        yield found.finding
        return
    if found.code not in (0, 2):
        yield Finding("exit code", f"{what}: {found.code}", found.err)
    yield from (Finding("message", f"{what}: {_class(each)}", each) for each in promises.broken_in_message(found.err))
    if check and found.code == 0:
        yield from (Finding("output", f"{what}: {_class(each)}", each) for each in check(found.text))
    if found.code == 2:
        yield from (Finding("message", f"{what}: {_class(each)}", each) for each in promises.broken_in_message(found.text))
    if found.code == 2 and not (found.err.strip() or found.out.strip()):
        yield Finding("message", f"{what}: refused without a word")
    yield from (Finding("outside", f"{what}: {each[:60]}", each) for each in WATCH.trespasses[:1])
    trial.results.append(f"{what} {found.code}")


def _class(told: str) -> str:
    return (
        told.partition(":")[0].partition(" columns")[0].rstrip("0123456789 ") if told.startswith("a line") else told.partition(":")[0]
    )


def load(trial: Trial) -> Iterator[Finding]:
    """`check`, and what an audience may open: refused with file, line and remedy, or read."""
    from gobetween.casefiles.folders import check_folder, load_case
    from gobetween.model.errors import InvalidCase

    folder = str(trial.folder)
    yield from tried(trial, "check", trial.run("check", folder), promises.broken_in_message)
    if "record.jsonl" in trial.tree.entries:
        found = trial.run("brief", folder, "--format", "terminal", "--as", trial.rng.choice(("keeper", "union")), columns=60)
        yield from tried(trial, "brief of a record", found, lambda text: promises.broken_in_lines(text, 60))
    audience = trial.rng.choice(AUDIENCES)
    for name, use in {
        "check_folder": lambda: check_folder(trial.folder, today=TODAY),
        "load_case": lambda: load_case(trial.folder, audience=audience, today=TODAY),
    }.items():
        try:
            WATCH.begin(trial.folder, trial.tree.changes)
            with in_time():
                use()
        except InvalidCase as error:
            for fault in error.faults:
                yield from (Finding("fault", f"{name}: {_class(each)}", each) for each in promises.broken_in_fault(fault))
        except GobetweenError:
            continue
        except (Exception, TookTooLong) as error:  # noqa: BLE001 - what must never come out is what is looked for
            yield finding_of(error, name)
        finally:
            WATCH.end()


def brief(trial: Trial) -> Iterator[Finding]:
    """`brief` in every form, and every other question about a case."""
    folder, rng = str(trial.folder), trial.rng
    first = trial.run("brief", folder, "--format", "terminal", columns=40)
    yield from tried(trial, "brief --format terminal", first, lambda text: promises.broken_in_lines(text, 40))
    if first.code:
        return
    yield from _other_forms(trial, ("brief", folder))
    yield from _widths(trial)
    for name, arguments in rng.sample(sorted(_questions(trial).items()), 2):
        found = trial.run(*arguments)
        yield from tried(trial, name, found, _check_of(arguments))
    if rng.random() < 0.2 and not trial.tree.changes:
        again = trial.run("brief", folder, "--format", "terminal", columns=40)
        if again.out != first.out:
            yield Finding("not the same twice", "brief")


def _other_forms(trial: Trial, arguments: tuple[str, ...]) -> Iterator[Finding]:
    checks: Mapping[str, Callable[[str], Iterator[str]]] = {
        "html": promises.broken_in_html,
        "json": promises.broken_in_json,
        "markdown": promises.broken_in_markdown,
    }
    extra = ("--one-page",) if trial.rng.random() < 0.3 else ()
    form = trial.rng.choice(sorted(checks))
    out = () if form != "html" else ("-o", "-")
    yield from tried(trial, f"brief --format {form}", trial.run(*arguments, "--format", form, *extra, *out), checks[form])
    if trial.rng.random() < 0.1:
        form = trial.rng.choice(("docx", "pdf"))
        found = trial.run(*arguments, "--format", form, *extra, "-o", "-")
        yield from tried(trial, f"brief --format {form}", found)
        if found.code == 0 and not found.finding:
            check = promises.broken_in_docx if form == "docx" else promises.broken_in_pdf
            yield from (Finding("output", f"{form}: {_class(each)}", each) for each in check(found.out))


def _widths(trial: Trial) -> Iterator[Finding]:
    """The narrowest terminal and a wide one; the command line itself renders for no less than 40 columns."""
    from gobetween.bootstrap.workshop import Workshop
    from gobetween.cli.services import BriefRequest
    from gobetween.rendering.terminal import render_terminal

    width = trial.rng.choice((24, 24, 57, 200))
    try:
        with in_time():
            made = Workshop(TODAY).make_brief(BriefRequest(trial.folder), lambda _: None).brief
            text = render_terminal(made, width=width, colour=False)
    except GobetweenError:
        return
    except (Exception, TookTooLong) as error:  # noqa: BLE001 - what must never come out is what is looked for
        yield finding_of(error, "render_terminal")
        return
    yield from (Finding("output", f"render_terminal: {_class(each)}", each) for each in promises.broken_in_lines(text, width))


def _questions(trial: Trial) -> dict[str, tuple[str, ...]]:
    folder, rng = str(trial.folder), trial.rng
    asked = rng.choice(AUDIENCES)
    sets = [path.split("/")[1].removesuffix(".yaml") for path in trial.tree.files() if path.startswith("assumptions/")]
    assuming = ("--assume", rng.choice(sets)) if sets else ("--as", "conciliator")
    return {
        "check": ("check", folder),
        "brief --as": ("brief", folder, "--format", "terminal", "--as", asked),
        "brief --as-of": ("brief", folder, "--format", "terminal", "--as-of", rng.choice(("0001-01-01", "2024-02-21", "9999-12-31"))),
        "diff": ("diff", folder, "--from", "2024-01-01", "--to", "2031-03-10"),
        "diff --format json": ("diff", folder, "--from", "0001-01-01", "--to", "9999-12-31", "--format", "json"),
        "read-out": ("read-out", folder),
        "read-out --as": (
            "read-out",
            folder,
            rng.choice(_meetings(trial.tree) or ("x",)),
            "--as",
            asked,
            "--for",
            rng.choice(AUDIENCES),
        ),
        "calendar": ("calendar", folder, "-o", "-"),
        "deadlock": ("deadlock", folder),
        "deadlock --format json": ("deadlock", folder, "--format", "json"),
        "zone": ("zone", folder, "--seconds", "2", *assuming),
        "solve": ("solve", folder, "--seconds", "2", *assuming),
        "brief --assume": ("brief", folder, *assuming, "--format", "terminal"),
    }


def _meetings(tree: Tree) -> tuple[str, ...]:
    import re

    text = tree.text("case.yaml") if "case.yaml" in tree.entries else ""
    return tuple(re.findall(r"^  ([a-z0-9-]+):", text.partition("\nmeetings:")[2], re.MULTILINE))[:5]


def _check_of(arguments: tuple[str, ...]) -> Callable[[str], Iterator[str]]:
    if arguments[0] == "calendar":
        return lambda text: promises.broken_in_calendar(text.encode())
    return promises.broken_in_json if "json" in arguments else promises.broken_in_lines


def read_reports(trial: Trial) -> Iterator[Finding]:
    """Which files are reports, and what their texts are: the language itself is read in tests of the reader."""
    from gobetween.bootstrap.accounts import parts_of_file
    from gobetween.casefiles.report_files import find_reports
    from gobetween.model.errors import InvalidReport
    from gobetween.reading.documents.cleaning import clean_document
    from gobetween.reading.documents.sources import open_source
    from gobetween.reading.inputs import Refused

    WATCH.begin(trial.folder, trial.tree.changes)
    said: list[str] = []
    try:
        with in_time():
            found = find_reports([trial.folder])
            said += [f"{each.name} {each.reason}" for each in found.passed_over]
            for file in found.reports:
                for part in parts_of_file(file):
                    said.append(f"{part.name} {part.reason}" if isinstance(part, Refused) else part.name)
                    if not isinstance(part, Refused):
                        with contextlib.suppress(InvalidReport):
                            clean_document(open_source(part.name, part.data).text)
    except (GobetweenError, MissingPart) as error:
        said.append(str(error))
    except (Exception, TookTooLong) as error:  # noqa: BLE001 - what must never come out is what is looked for
        yield finding_of(error, "reports")
    finally:
        WATCH.end()
    for line in said:
        yield from (Finding("message", f"reports: {_class(each)}", each) for each in promises.broken_in_lines(line))
    yield from (Finding("outside", f"reports: {each[:60]}", each) for each in WATCH.trespasses[:1])


def read_language(trial: Trial) -> Iterator[Finding]:
    """Every rule of reading gets through every text, whatever became of its sentences."""
    from gobetween.model.errors import InvalidReport
    from gobetween.reading.items import NOT_READ_WHOLE
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.reader import read_document

    for path in trial.tree.files():
        parser = english()
        try:
            with in_time():
                document = read_document(path, trial.tree.entries[path].content, default_lexicon(), parser)
        except InvalidReport:
            continue
        except (Exception, TookTooLong) as error:  # noqa: BLE001 - what must never come out is what is looked for
            yield finding_of(error, "sentences")
            continue
        trial.results.append("read")
        yield from (Finding("a rule failed", sign.note) for sign in document.signs if sign.kind == NOT_READ_WHOLE)


@functools.cache
def english() -> Language:
    """The parser, loaded once in a process."""
    from gobetween.reading.reader import load_parser

    return load_parser()


def compare_schema(trial: Trial) -> Iterator[Finding]:
    """Whatever the loader takes the published schema takes."""
    import yaml
    from jsonschema import Draft202012Validator

    from gobetween.casefiles.schemas.kinds import published

    found = answer(("check", str(trial.folder)))
    yield from tried(trial, "check", found, promises.broken_in_message)
    if found.code or found.finding:
        return
    document = _as_instance(yaml.compose(trial.tree.text("case.yaml"), Loader=yaml.CSafeLoader))
    error = next(iter(Draft202012Validator(published("case")).iter_errors(document)), None)
    if error is not None:
        yield Finding(
            "schema refuses what the loader takes", str(error.schema_path)[:120], f"{error.json_path}: {error.message[-300:]}"
        )


def _as_instance(node: object) -> object:
    """The document as an editor has it: values of the core schema of YAML 1.2.

    Years before 1000 stay words: an editor reads 0001 as the number 1, of which the schema cannot say how it was written.
    """
    import yaml

    from gobetween.casefiles.decoding.yaml_nodes import Scalar

    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _as_instance(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_as_instance(each) for each in node.value]
    assert isinstance(node, yaml.ScalarNode)
    if node.value.startswith("0") and len(node.value) == 4 and node.value.isdecimal():
        return node.value
    return Scalar(1, node.value, not node.style, node.style in ("'", '"')).value


def tell_slips(trial: Trial) -> Iterator[Finding]:
    """Slips of the pen are told in time, and none is told again once its remedy is in the file."""
    yield from tried(trial, "check", trial.run("check", str(trial.folder)), promises.broken_in_message)
    for path in trial.tree.files():
        if path.endswith(".yaml"):
            yield from _follow(trial.tree.entries[path].content, trial)


def _follow(data: bytes, trial: Trial) -> Iterator[Finding]:
    """Does what is told first, a few times over; what was done must not be told once more."""
    from gobetween.casefiles.decoding.yaml_nodes import InvalidYaml, parse_yaml

    done: set[tuple[int, str]] = set()
    for _ in range(MOST_FOLLOWED):
        try:
            with in_time():
                parse_yaml(data, "case.yaml")
        except InvalidYaml as error:
            first = error.faults[0]
        except (Exception, TookTooLong) as error:  # noqa: BLE001 - what must never come out is what is looked for
            yield finding_of(error, "slips")
            return
        else:
            if done:
                trial.results.append("mended")
            return
        if (first.line, first.text) in done:
            yield Finding("told again", _class(first.text.partition(";")[0]), f"line {first.line}: {first.text}")
            return
        try:
            text = mended(data.decode(), first.line, first.text)
        except UnicodeDecodeError:
            return
        if text is None:
            trial.results.append("left to the reader")
            return
        done.add((first.line, first.text))
        data = text.encode()


def of_slips(rng: Random) -> Tree:
    """A case with slips of the pen in one of its files."""
    tree = rng.choice(cases())
    path = rng.choice([*(each for each in tree.files() if each.endswith(".yaml")), "case.yaml", "case.yaml"])
    return tree.with_file(path, with_slips(tree.text(path), rng))


def of_loader(rng: Random) -> Tree:
    """A case with a file spoiled, or a folder with what does not belong there."""
    tree = rng.choice(cases())
    if rng.random() < 0.35:
        return made_hostile(tree, rng)
    path = rng.choice([each for each in tree.files() if each.endswith((".yaml", ".jsonl"))] * 3 + ["case.yaml"])
    content = tree.entries[path].content
    if rng.random() < 0.4:
        return tree.with_file(path, changed(content.decode("utf-8", "replace"), rng, is_gentle=False))
    return tree.with_file(path, broken(content, rng))


def of_brief(rng: Random) -> Tree:
    """A case whose words, numbers and days are odd, and which mostly loads."""
    tree = rng.choice(cases())
    if rng.random() < 0.1:
        tree = made_hostile(tree, rng)
    for path in tree.files():
        is_wanted = path == "case.yaml" or rng.random() < 0.3
        if is_wanted and path.endswith(".yaml"):
            tree = tree.with_file(path, changed(tree.text(path), rng, is_gentle=rng.random() < 0.9))
    return tree if "record.jsonl" not in tree.entries or rng.random() < 0.1 else tree.with_entry("record.jsonl", None)


def of_reports(rng: Random) -> Tree:
    """Reports that are spoiled, nested, packed, or stand where they should not."""
    tree = rng.choice(reports())
    files = tree.files()
    path = rng.choice(files)
    match rng.randrange(4):
        case 0:
            return made_hostile(tree, rng)
        case 1:
            nested = rng.choice((b"<div>", b"<b><i>", b"<table><tr><td>", b"<!--", b"&lt;", b"[", b"> ")) * rng.choice((100, 20_000))
            return tree.with_file(path, nested + tree.entries[path].content)
        case 2:
            ending = rng.choice((".eml", ".xml", ".json", ".jsonl", ".rss", ".zip", ".docx", ".pdf", ".tar.gz", ".md", ".csv"))
            return tree.with_entry(f"odd{ending}", Entry("file", broken(tree.entries[path].content, rng)))
        case _:
            return tree.with_file(path, broken(tree.entries[path].content, rng))


def of_sentences(rng: Random) -> Tree:
    """A piece of a report, cut anywhere, its words and its punctuation disturbed."""
    text = rng.choice(texts())
    given = text.split(" ")
    first = rng.randrange(len(given))
    piece = given[first : first + rng.randrange(3, 160)]
    match rng.randrange(8):
        case 0:
            piece = [word.title() if rng.random() < 0.9 else word.upper() for word in piece]
        case 1:
            rng.shuffle(piece)
        case 2:
            piece = [word.rstrip(".,") + rng.choice(("", "\n", "!", "…", '"', "’s", " -", ":")) for word in piece]
        case 3:
            piece = [word for word in piece if rng.random() > 0.2]
        case 4:
            piece = piece[: rng.randrange(1, 12)] * rng.randrange(1, 40)
        case _:
            pass
    return Tree({}).with_file("a.txt", " ".join(piece))


def of_schema(rng: Random) -> Tree:
    """A case with one document changed."""
    tree = rng.choice([each for each in cases() if "record.jsonl" not in each.entries])
    return tree.with_file("case.yaml", changed(tree.text("case.yaml"), rng, is_gentle=rng.random() < 0.5))


@frozen
class Target:
    """What is fuzzed: how an input is made, and how it is tried."""

    make: Callable[[Random], Tree]
    try_out: Callable[[Trial], Iterator[Finding]]


TARGETS: Mapping[str, Target] = {
    "loader": Target(of_loader, load),
    "slips": Target(of_slips, tell_slips),
    "brief": Target(of_brief, brief),
    "reports": Target(of_reports, read_reports),
    "sentences": Target(of_sentences, read_language),
    "schema": Target(of_schema, compare_schema),
}


def made(target: str, seed: int, number: int) -> Tree:
    """The input of that number: the same for the same seed."""
    return TARGETS[target].make(Random(f"{seed} {target} {number}"))  # noqa: S311 - nothing is secret here


def findings(target: str, tree: Tree, root: Path, seed: int, number: int) -> tuple[list[Finding], list[str]]:
    """What is found when an input is tried in an empty folder; and what the commands answered."""
    folder = root / "case"
    write(tree, folder)
    before = Path.cwd()
    os.chdir(folder)
    rng = Random(f"tried {seed} {target} {number}")  # noqa: S311 - nothing is secret here
    trial = Trial(folder, tree, rng)
    try:
        return sorted(set(TARGETS[target].try_out(trial))), trial.results
    finally:
        os.chdir(before)
