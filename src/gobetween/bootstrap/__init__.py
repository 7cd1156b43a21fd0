"""Where the parts are wired together, and the entry point."""

from __future__ import annotations

import io
import os
import sys

EXIT_WRONG_INPUT = 2
EXIT_INTERRUPTED = 130


def main() -> None:
    """Runs the command line; wrong input ends with its message and exit code 2."""
    try:
        _run()
    except KeyboardInterrupt:  # while the program was still being loaded
        sys.stderr.write("\ngobetween: interrupted before anything was done\n")
        sys.exit(EXIT_INTERRUPTED)


def _run() -> None:
    import click

    from gobetween.bootstrap.workshop import Workshop
    from gobetween.cli.commands import main as command_line
    from gobetween.model.errors import GobetweenError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a terminal of few letters cannot show becomes "?", never a failure
            stream.reconfigure(errors="replace")
    output = sys.stdout
    try:
        sys.exit(command_line(obj=Workshop(), standalone_mode=False) or 0)
    except SystemExit:
        if sys.stdout is not output:  # click wraps it, and ends with 1, only where the reader of our output left
            _leave_output()
            sys.exit(0)
        raise
    except click.ClickException as error:
        from gobetween.cli.folding import folded

        shown = io.StringIO()
        error.show(shown)
        sys.stderr.write(folded(shown.getvalue(), sys.stderr))
        sys.exit(error.exit_code)
    except GobetweenError as error:
        from gobetween.cli.folding import told

        sys.stderr.write(told(f"gobetween: {error}\n", sys.stderr))
        sys.exit(EXIT_WRONG_INPUT)
    except (KeyboardInterrupt, click.Abort) as error:
        sys.stderr.write(f"\ngobetween: {_stopped(error)}\n")
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:  # the reader of our output left, as `head` does: nothing is wrong, and nothing more can be said
        _leave_output()
        sys.exit(0)
    except OSError as error:
        sys.stderr.write(f"gobetween: cannot go on: {error.strerror or error}{f': {error.filename}' if error.filename else ''}\n")
        _leave_output()
        sys.exit(EXIT_WRONG_INPUT)


def _stopped(error: BaseException) -> str:
    """What is told to whoever stopped the program: by the keyboard at some moment, or by saying no when asked."""
    interrupt = error if isinstance(error, KeyboardInterrupt) else error.__cause__
    if interrupt is None:
        return "stopped; nothing was done"
    return str(interrupt) or "interrupted; what was read or recorded before is kept"


def _leave_output() -> None:
    """Points standard output nowhere, so that what is left in its buffer is not tried again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
