"""Any file opened into the reports that it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve

from gobetween.model.errors import GobetweenError
from gobetween.reading.inputs.kinds import Kind, kind_of
from gobetween.reading.inputs.limits import DEEPEST, Allowance
from gobetween.reading.inputs.parts import NOTHING_STATED, Enclosed, Part, Refused

Opener = Callable[[str, bytes, Allowance], Iterator[Part | Refused | Enclosed]]


def parts_of(name: str, data: bytes) -> Iterator[Part | Refused]:
    """The reports in the file `name`, one after the other, and a refusal for each thing in it that is none.

    A plain text or page is one part with its own bytes, whatever they are; whether they can be read is for the reader to say. Never
    raises: a broken file is a refusal that says what broke. No two parts have one name, and the same bytes give the same parts.
    Memory is bounded by the file and its largest member (`limits`), time by what may come out of it.
    """
    taken: set[str] = set()
    for found in _opened(Enclosed(name, data), Allowance(), 0):
        yield _named_apart(found, taken) if isinstance(found, Part) else found


def _opened(file: Enclosed, allowance: Allowance, depth: int) -> Iterator[Part | Refused]:
    kind = kind_of(file.name, file.data)
    if kind is Kind.PLAIN:
        yield Part(file.name, file.data, stated=file.stated)
        return
    try:
        for found in _opener(kind)(file.name, file.data, allowance):
            if isinstance(found, Enclosed) and depth >= DEEPEST:
                yield Refused(
                    found.name, f"stands too deep in archives or mails (at most {DEEPEST} within each other); unpack the outer ones"
                )
                return
            if isinstance(found, Enclosed):
                yield from _opened(found, allowance, depth + 1)
            elif isinstance(found, Part):
                yield _with_stated(found, file)
            else:
                yield found
    except GobetweenError as refusal:
        yield Refused(file.name, str(refusal))
    except RecursionError:
        yield Refused(file.name, f"{kind.value} nested too deeply to be read; save it as plain text and give that file")
    except Exception as broken:  # noqa: BLE001 - parsers of foreign bytes raise what they like; none of it may stop the other files
        yield Refused(
            file.name, f"{kind.value} that is broken ({_in_a_word(broken)}); open it in a program that can, and save it anew or as text"
        )


def _with_stated(part: Part, file: Enclosed) -> Part:
    """The part with what its outer container states, where its own does not know the day."""
    if part.stated == NOTHING_STATED:
        return evolve(part, stated=file.stated)
    if part.stated.published.is_unknown:
        return evolve(part, stated=evolve(part.stated, published=file.stated.published))
    return part


def _named_apart(part: Part, taken: set[str]) -> Part:
    name, number = part.name, 1
    while name in taken:
        number += 1
        name = f"{part.name} ({number})"
    taken.add(name)
    return part if name == part.name else evolve(part, name=name)


def _in_a_word(broken: Exception) -> str:
    said = " ".join("".join(letter if letter.isprintable() else " " for letter in str(broken)).split())
    return said[:120] or type(broken).__name__


def _opener(kind: Kind) -> Opener:
    """Loaded when the first file of the kind comes."""
    match kind:
        case Kind.ZIPPED:
            from gobetween.reading.inputs.archives import opened_zip as opener
        case Kind.TAR:
            from gobetween.reading.inputs.archives import members_of_tar as opener
        case Kind.GZIP:
            from gobetween.reading.inputs.archives import members_of_gzip as opener
        case Kind.MAIL:
            from gobetween.reading.inputs.mails import letters_of as opener
        case Kind.FEED:
            from gobetween.reading.inputs.feeds import entries_of as opener
        case Kind.RECORDS:
            from gobetween.reading.inputs.records import records_of as opener
        case _:
            from gobetween.reading.inputs.pdf import report_of_pdf as opener
    return opener
