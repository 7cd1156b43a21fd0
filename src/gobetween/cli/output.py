"""Writing to terminals and files: width, colour, whole files or none."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from gobetween.model.errors import GobetweenError


class Unwritable(GobetweenError):
    """A file could not be written."""


def terminal_width() -> int:
    """The width to render for: the terminal's, or 100 columns where the output goes elsewhere."""
    return max(40, shutil.get_terminal_size((100, 24)).columns) if sys.stdout.isatty() or "COLUMNS" in os.environ else 100


def wants_colour() -> bool:
    """Whether to colour: on a terminal, unless `NO_COLOR` is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def progress_on_stderr() -> Callable[[str], None]:
    """Shows what is being done on one line of a terminal's error stream; elsewhere nothing."""
    if not sys.stderr.isatty():
        return lambda _message: None
    from gobetween.cli.folding import width_of

    last = width_of(sys.stderr) - 1  # a longer line would go on below, where the next one does not clear it
    return lambda message: click.echo(f"\r\x1b[K{message if len(message) <= last else message[: last - 1] + '…'}", nl=False, err=True)


def refuse_over_input(output: Path | None, inputs: tuple[Path, ...] = ()) -> None:
    """Refuses to write where no file can be, or something stands that was given to be read: a report, or a file of a case.

    Raises:
        Unwritable: `output` is a folder, or in none; or it is there already, and is one of the inputs or lies in one of them.
    """
    if output is None or str(output) == "-":
        return
    if not _is_there(output):
        if not output.is_symlink() and not output.parent.is_dir():
            raise Unwritable(
                f"cannot write {output}: there is no folder '{output.parent}'; name a file in a folder that exists with --output"
            )
        return
    if output.is_dir():
        raise Unwritable(f"'{output}' is a folder; name a file, in it or elsewhere, with --output")
    target = output.resolve()
    for given in inputs:
        if target == given.resolve() or (given.resolve() in target.parents and not _is_a_brief(target)):
            msg = f"{output} is one of the files that were given to be read; name another file with --output"
            raise Unwritable(msg)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        msg = f"cannot write '{path}': {error.strerror}; name another file with --output"
        raise Unwritable(msg) from error


def _is_a_brief(path: Path) -> bool:
    """Whether the file is one that an earlier run wrote."""
    return path.suffix in (".html", ".docx", ".pdf") and (path.stem.endswith("-brief") or "-brief-" in path.stem)


def emit(text: str, output: Path | None) -> None:
    """Prints `text`, or writes it to the file that was named; `-` is standard output."""
    if output is None or str(output) == "-":
        click.echo(text, nl=not text.endswith("\n"))
    else:
        write_whole(output, text)


def emit_bytes(data: bytes, output: Path) -> None:
    """Writes `data` to the file that was named; `-` is standard output."""
    if str(output) == "-":
        sys.stdout.buffer.write(data)
    else:
        write_whole(output, data)


def tell_written(what: str, output: Path | None) -> None:
    """Says on the error stream in which file something stands now; nothing of what was printed, or went into a device or a pipe."""
    if output is not None and str(output) != "-" and output.is_file():
        from gobetween.rendering.text_safety import harmless

        click.echo(harmless(f"{what}: {output.resolve()}"), err=True)


def tell(line: str, *, err: bool = True) -> None:
    """Says a line beside what was asked for, folded to the terminal; it may quote what others wrote, and is made harmless."""
    from gobetween.cli.folding import say
    from gobetween.rendering.text_safety import harmless

    say((harmless(line),), err=err)


def emit_text(text: str, output: Path | None) -> None:
    """Like `emit`, for a text that somebody else wrote: on a terminal without what would command it."""
    from gobetween.rendering.text_safety import harmless_lines

    is_shown = (output is None or str(output) == "-") and sys.stdout.isatty()
    emit(harmless_lines(text) if is_shown else text, output)


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes `content` to `path`, a text as UTF-8: the file is there as a whole or as it was before.

    A device or a pipe, such as `/dev/null`, is written into: a file in its place would be the end of it. A link stays one.

    Raises:
        Unwritable: the folder is missing or may not be written to, or the disk is full.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file() and not path.is_dir():
        _write_into(path, data)
        return
    path = path.resolve() if path.is_symlink() else path
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        msg = f"cannot write {path}: {error.strerror}; name a file in a folder that exists with --output"
        raise Unwritable(msg) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        msg = f"cannot write {path}: {error.strerror}"
        raise Unwritable(msg) from error


def _write_into(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        msg = f"cannot write {path}: {error.strerror}"
        raise Unwritable(msg) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
