"""The command that prints the JSON Schema of case files and of briefs, or writes all of them."""

from __future__ import annotations

from pathlib import Path

import click

from gobetween.cli.output import Unwritable, emit, write_whole

KINDS = ("case", "party", "assumptions", "judgements", "numbers", "brief")


@click.command(short_help="Print the JSON Schema of case files, or of a brief as JSON.")
@click.argument("kind", type=click.Choice(KINDS), required=False, metavar="[KIND]")
@click.option("--output", "-o", type=click.Path(path_type=Path), metavar="DIR", help="Write there, without KIND all of them.")
def schema(kind: str | None, output: Path | None) -> None:
    """Print the JSON Schema (draft 2020-12) of KIND, for editors and other programs: what a file of that kind may hold.

    \b
    case         case.yaml
    party        parties/<actor>.yaml
    assumptions  assumptions/<name>.yaml
    judgements   judgements.yaml
    numbers      what packages are worth to a party of live talks
    brief        what `gobetween brief --format json` writes

    With --output DIR it is written as DIR/KIND.schema.json, without KIND all of them are. Case folders of `gobetween new` have those of
    case files in .schemas/.
    """  # noqa: D301 - \b is click's mark for lines that keep their breaks
    if output is None:
        if kind is None:
            msg = f"name one of {', '.join(KINDS)}, or a folder for all of them with --output"
            raise click.UsageError(msg)
        emit(_text(kind), None)
        return
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"cannot write to {output}: {error.strerror}; name a folder with --output"
        raise Unwritable(msg) from error
    for each in (kind,) if kind else KINDS:
        file = output / f"{each}.schema.json"
        write_whole(file, _text(each))
        click.echo(f"wrote {file}")


def _text(kind: str) -> str:
    if kind == "brief":
        from gobetween.rendering import brief_schema

        return brief_schema.schema_text()
    from gobetween.casefiles.schemas import kinds

    return kinds.schema_text(kind)


COMMANDS = (schema,)
