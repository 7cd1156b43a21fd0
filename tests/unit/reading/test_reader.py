import pytest

from gobetween.model.errors import InvalidReport, MissingPart
from gobetween.reading import parsing, reader
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.reader import READER_VERSION, load_parser, read_document

REPORT = (
    b" date 2031-05-04 The union refused the offer on Friday, a mediator told reporters.\n\n"
    b"More than 300 workers have left the port, according to the port authority.\n"
)


def test_a_report_gives_a_document_with_everything_in_it(parser):
    document = read_document("port.txt", REPORT, Lexicon(), parser)
    assert document.reader == READER_VERSION
    assert document.language == "en"
    assert str(document.published) == "2031-05-04"
    assert [str(date.when) for date in document.dates] == ["2031-05-02"]
    (figure,) = document.figures
    assert figure.attributed_to is not None
    assert "port authority" in figure.attributed_to.name
    assert document.fingerprint
    assert document.chars == len(REPORT.decode())


def test_a_document_says_what_of_it_could_not_be_read(parser, monkeypatch):
    from gobetween.reading import items

    monkeypatch.setattr(items, "find_meetings", lambda *_: 1 // 0)
    document = read_document("port.txt", REPORT, Lexicon(), parser)
    assert [sign.kind for sign in document.signs] == [items.NOT_READ_WHOLE]
    assert "its meetings could not be read" in document.signs[0].note
    assert document.statements


def test_another_language_is_kept_and_marked_but_not_analysed(parser):
    text = "Die Gesandten der beiden Seiten haben am Montag 40 Stunden lang nicht miteinander geredet."
    document = read_document("de.txt", text.encode(), Lexicon(), parser)
    assert document.language == "de"
    assert document.figures == ()
    assert document.fingerprint


def test_a_page_of_furniture_alone_is_refused(parser):
    with pytest.raises(InvalidReport, match="nothing is left"):
        read_document("nav.html", b"<html><nav><a href='/'>Home</a></nav></html>", Lexicon(), parser)


def test_reading_is_repeatable(parser):
    assert read_document("a", REPORT, Lexicon(), parser) == read_document("a", REPORT, Lexicon(), parser)


def test_the_same_bytes_read_the_same_under_every_name(parser):
    undated = b"The union refused the offer on Friday, a mediator told reporters in the port."
    first, second = (read_document(name, undated, Lexicon(), parser) for name in ("port-2031-05-04.txt", "other-2019-01-02.txt"))
    assert first == second
    assert first.published.is_unknown


def test_why_no_day_could_be_told_is_a_sign_of_the_document(parser):
    text = b"Dated 2199-01-01\n\nThe union refused the offer that was made on Friday, a mediator said in the port."
    (sign,) = read_document("port.txt", text, Lexicon(), parser).signs
    assert sign.kind == "unclear date"
    assert "too far in the future" in sign.note


@pytest.mark.parametrize(
    "data",
    [
        b"a" * 30_000,
        b'"We said no," he said. ' * 200,
        b"<div>" * 2_000 + b"The talks failed.",
        b"<p " * 2_000 + b"The talks failed.",
        b"<!-- " * 2_000 + b"The talks failed.",
        b"The talks\0 failed, they said of it. " + b"Others said no. " * 9,
        "The “talks” ".encode() + b"caf\xe9 \x93failed\x94 of it.",
        b"The talks \\ud800 &#xD800; \xed\xa0\x80 failed, they said of it.",
        b"\x1b]0;" * 2_000 + b"The talks failed.",
        b"&" * 5_000 + b" the talks failed.",
        b"CAIRO " * 2_000 + b"talks failed.",
        b"\xe2\x80\x9c" * 2_000 + b"talks failed.",
    ],
)
def test_odd_texts_are_read_without_harm(data, parser):
    document = read_document("odd.txt", data, Lexicon(), parser)
    assert all(0 <= each.span.start < each.span.end <= document.chars for each in document.furniture)


def test_a_missing_parser_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setattr(parsing, "_MODELS", ("no_such_model",))
    with pytest.raises(MissingPart, match=r"gobetween\[reading\]"):
        load_parser()


LONG = "\n".join(
    f"On {day} May 2031 the mediator Ines Thorvald said that {day + 30} workers of the port authority had rejected the offer."
    for day in range(1, 29)
)


@pytest.mark.parametrize("text", [LONG, LONG.replace("\n", " ")])
def test_a_long_document_is_read_in_parts_and_nothing_of_it_is_lost(text, parser, monkeypatch):
    whole = read_document("whole.txt", text.encode(), Lexicon(), parser)
    monkeypatch.setattr(reader, "LONGEST_PART", 600)
    parted = read_document("whole.txt", text.encode(), Lexicon(), parser)
    assert [date.when for date in parted.dates] == [date.when for date in whole.dates]
    assert [(figure.value, figure.passage) for figure in parted.figures] == [(figure.value, figure.passage) for figure in whole.figures]
    assert [each.passage for each in parted.statements] == [each.passage for each in whole.statements]
    assert parted.actors == whole.actors
    assert all(text[figure.passage.start : figure.passage.end] == figure.passage.text for figure in parted.figures)
    assert all(item.confidence is not None for item in parted.statements)


def test_headway_rises_from_part_to_part_up_to_the_whole(parser, monkeypatch):
    monkeypatch.setattr(reader, "LONGEST_PART", 600)
    told = []
    read_document("long.txt", LONG.encode(), Lexicon(), parser, headway=told.append)
    assert len(told) >= 8
    assert told == sorted(told)
    assert told[-1] == 1


def test_signs_that_several_parts_show_are_told_once(parser, monkeypatch):
    monkeypatch.setattr(reader, "LONGEST_PART", 600)
    text = f"This text was translated with automatic translation.\n{LONG}"
    assert [sign.kind for sign in read_document("long.txt", text.encode(), Lexicon(), parser).signs] == ["machine translation"]
