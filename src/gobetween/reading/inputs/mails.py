"""E-mail: the text of the letter as a report, files attached to it as reports of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser

from attrs import frozen

from gobetween.model.dates import DateBasis, When
from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Outlet
from gobetween.model.evidence.report_names import reason_against
from gobetween.reading.documents.cleaning import clean_text
from gobetween.reading.documents.sources import decoded
from gobetween.reading.inputs.limits import Allowance, largest_file
from gobetween.reading.inputs.names import shown_name
from gobetween.reading.inputs.parts import Enclosed, Part, Refused, Stated
from gobetween.reading.inputs.stating import day_of, language_code, line_of, person_in, stated_on

MEDIUM = "e-mail"
MOST_PARTS = 200
_HARDEST = 6_000_000  # lines times divisions: what taking a mail apart costs
_MOST_DASHES = 20_000  # lines that may divide parts
_LONGEST_HEAD_OF_ALL = 500_000
_DIVISION = re.compile(rb"boundary\*?\d?\*?\s*=", re.IGNORECASE)
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_ANSWER = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
_LONGEST_HEAD = 2_000


def letters_of(name: str, data: bytes, allowance: Allowance) -> Iterator[Part | Refused | Enclosed]:
    """The letter, then what is attached to it: `letter.eml`, `letter.eml/plan.pdf`. Pictures within its page are left alone.

    Of a letter that says the same as text and as a page, the text is read, unless it is much shorter.
    """
    data = data.lstrip(b"\r\n")
    _check_cost(data)
    message = BytesParser(policy=policy.compat32).parsebytes(data)
    stated = _stated(message)
    letter = _Letter.of(message)
    texts = _joined(letter.bodies)
    if not texts and not letter.attached:
        yield Refused(name, "an e-mail without text; save what it shows as text and give that file")
    for number, text in enumerate(texts, 1):
        yield Part(name if number == 1 else f"{name}#{number}", text.encode("utf-8", "replace"), medium=MEDIUM, stated=stated)
    for attached in letter.attached:
        allowance.take_member()
        yield _attachment(name, attached, stated, allowance)
    if letter.left_out:
        yield Refused(
            name, f"an e-mail of more than {MOST_PARTS} parts; {letter.left_out:,} of them were not read: save them one by one"
        )


def _check_cost(data: bytes) -> None:
    """Refuses, before it is taken apart, a mail that would take long or fill the memory."""
    is_hard = data.count(b"\n") * (1 + len(_DIVISION.findall(data))) > _HARDEST
    if is_hard or data.count(b"\n--") > _MOST_DASHES:
        raise InvalidReport("an e-mail of too many parts, or parts within parts; save its text and its attachments one by one")
    if _END_OF_HEAD.search(data, 0, _LONGEST_HEAD_OF_ALL) is None and len(data) > _LONGEST_HEAD_OF_ALL:
        raise InvalidReport(
            f"an e-mail whose head does not end within {_LONGEST_HEAD_OF_ALL:,} bytes; save its text and give that file"
        )


def _attachment(name: str, attached: Message, stated: Stated, allowance: Allowance) -> Enclosed | Refused:
    file = shown_name(_file_name(attached))
    data = _bytes_of(attached)
    allowance.take(len(data))
    if reason := reason_against(file):
        return Refused(f"{name}/{file}", reason)
    if len(data) > largest_file(file):
        return Refused(f"{name}/{file}", f"{len(data):,} bytes, and a file of this kind may have {largest_file(file):,}; split it")
    return Enclosed(f"{name}/{file}", data, stated=_of_attachment(stated))


def _of_attachment(stated: Stated) -> Stated:
    """What a mail tells of what is attached to it: that it was there by then."""
    day = stated.published.day
    if not day:
        return Stated()
    note = f"attached to an e-mail of {day}; when it was published the e-mail does not say"
    return Stated(published=When(None, day, basis=DateBasis.INFERRED, inference=note))


@frozen
class _Letter:
    """A mail taken apart: what it shows, in order, each once; what is attached; how many parts were too many."""

    bodies: tuple[Message, ...]
    attached: tuple[Message, ...]
    left_out: int

    @staticmethod
    def of(message: Message) -> _Letter:
        bodies: list[Message] = []
        attached: list[Message] = []
        waiting, seen = [message], 0
        while waiting:
            part = waiting.pop()
            seen += 1
            if seen > MOST_PARTS:
                return _Letter(tuple(bodies), tuple(attached), len(waiting) + 1)
            if _is_attachment(part, message):
                attached.append(part)
            elif part.get_content_type() == "multipart/alternative" and part.is_multipart():
                waiting.extend(reversed(_best_of(part.get_payload())))  # type: ignore[arg-type]  # a multipart's payload is a list of messages
            elif part.is_multipart():
                waiting.extend(reversed(part.get_payload()))  # type: ignore[arg-type]  # as above
            elif part.get_content_maintype() in {"text", "multipart"}:  # a multipart without parts is a text with a false head
                bodies.append(part)
        return _Letter(tuple(bodies), tuple(attached), 0)


def _is_attachment(part: Message, whole: Message) -> bool:
    if part.get_content_type() == "message/rfc822":
        return True
    if part.is_multipart() or (part is whole and part.get_content_maintype() in {"text", "multipart"}):
        return False
    if part.get_content_maintype() == "text":
        return part.get_content_disposition() == "attachment" or (bool(part.get_filename()) and part.get_content_type() != "text/html")
    is_design = part.get_content_maintype() == "image" and (part.get("Content-ID") or part.get_content_disposition() != "attachment")
    return not is_design and bool(part.get_filename() or part.get_content_type() == "application/pdf")


def _best_of(alternatives: list[Message]) -> list[Message]:
    """The text, unless it is much shorter than the page that stands for the same; what is neither, such as a division, last."""
    texts = [part for part in alternatives if part.get_content_type() == "text/plain"]
    pages = [part for part in alternatives if part.get_content_type() == "text/html" or part.is_multipart()]
    if not texts or not pages:
        return (texts or pages or alternatives)[-1:]
    plain = len(_text_of(texts[0]).split())
    page = pages[-1]
    shown = next((part for part in page.walk() if part.get_content_type() == "text/html"), None)
    is_enough = plain > 0 and (shown is None or plain * 2 >= len(clean_text(_text_of(shown)).text.split()))
    return [texts[0]] if is_enough else [page]


def _joined(bodies: tuple[Message, ...]) -> list[str]:
    """The texts of the letter: plain ones that follow each other are one."""
    texts: list[str] = []
    before = ""
    for part in bodies:
        text, kind = _text_of(part).strip("\ufeff \t\r\n"), part.get_content_type()
        if not text:
            continue
        if texts and kind == before == "text/plain":
            texts[-1] += "\n\n" + text
        else:
            texts.append(text)
        before = kind
    return texts


def _bytes_of(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0) if part.is_multipart() else None
        return inner.as_bytes() if isinstance(inner, Message) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text_of(part: Message) -> str:
    """The text in the charset that the part names, else in the one that its bytes show."""
    data = _bytes_of(part)
    charset = part.get_content_charset("utf-8")
    for encoding in dict.fromkeys(("utf-8", charset) if charset in {"us-ascii", "iso-8859-1"} else (charset, "utf-8")):
        try:
            return data.decode("cp1252" if encoding == "iso-8859-1" else encoding)
        except (LookupError, UnicodeError, ValueError):
            continue
    if (text := decoded(data)[0]) is not None:
        return text
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return ""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename() or ""
    except (LookupError, UnicodeError, ValueError, HeaderParseError):
        name = ""
    name = _words(name).replace("\\", "/").split("/")[-1]
    endings = {"message/rfc822": ".eml", "application/pdf": ".pdf", "text/html": ".html", "text/plain": ".txt"}
    if part.get_content_type() == "message/rfc822" and not name.lower().endswith(".eml"):
        return f"{name or 'forwarded'}.eml"
    return name or f"attached{endings.get(part.get_content_type(), '')}"


def _stated(message: Message) -> Stated:
    sender = _head(message, "From")
    name = person_in(sender)
    outlet = _head(message, "List-Id") or _head(message, "Organization")
    named = person_in(outlet.split("<", 1)[0]) if outlet else None
    return Stated(
        title=line_of(_ANSWER.sub("", _head(message, "Subject"))),
        outlet=Outlet(named, "the e-mail's list or organisation") if named else Outlet(name, "the e-mail's sender") if name else None,
        authors=(name,) if name and named else (),
        published=stated_on(_head(message, "Date"), "the e-mail's date") if day_of(_head(message, "Date")) else Stated().published,
        language=language_code(_head(message, "Content-Language")),
    )


def _head(message: Message, name: str) -> str:
    return _words(str(message.get(name, "")))


def _words(raw: str) -> str:
    """The words of a head's field, decoded where they can be."""
    raw = raw[:_LONGEST_HEAD]
    try:
        return " ".join(str(make_header(decode_header(raw))).split())
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return " ".join(raw.encode("ascii", "replace").decode("ascii").split())
