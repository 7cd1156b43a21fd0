import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gobetween.model.errors import InvalidReport
from gobetween.reading.documents.sources import LARGEST_REPORT, open_source

SENTENCE = "Der Gesandte fuhr zurück – „ohne Ergebnis“."


def test_utf_8_keeps_newlines_and_mark():
    source = open_source("a.txt", b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert source.text == "\ufeffone\r\ntwo\rthree\n"
    assert source.encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "cp1252"])
def test_common_encodings_are_told_apart(encoding):
    assert open_source("a.txt", SENTENCE.encode(encoding)).text == SENTENCE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_text_without_a_mark_is_known_by_its_shape(encoding):
    assert open_source("a.txt", "The envoys left in the morning.".encode(encoding)).encoding == encoding


def test_a_declared_encoding_is_followed():
    page = '<html><head><meta charset="windows-1251"></head><p>Переговоры отложены.</p></html>'
    assert "Переговоры" in open_source("a.html", page.encode("cp1251")).text


def test_a_false_declaration_does_no_harm():
    assert open_source("a.html", b'<meta charset="rot13"><p>caf\xe9</p>').text.endswith("café</p>")


def test_a_few_broken_bytes_leave_utf_8_readable():
    source = open_source("a.txt", ("Üöä " * 50).encode() + b"\xff end")
    assert source.text.startswith("Üöä")
    assert source.text.endswith("\ufffd end")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        ("\ufeff \n".encode(), "no words"),
        (b"%PDF-1.7 \x00\x01", "a PDF"),
        (b"PK\x03\x04....", "DOCX"),
        (b"\x00\x01\x02\x03\xfe\x00\x10" * 20, "binary"),
        (b"\x01\x02\x03\x04" * 20, "binary"),
        (b"x" * (LARGEST_REPORT + 1), "at most"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name_and_a_reason(data, words):
    with pytest.raises(InvalidReport, match=words) as refused:
        open_source("folder/odd.bin", data)
    assert str(refused.value).startswith("folder/odd.bin: ")


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(InvalidReport):
        assert open_source("a", data).text


def test_a_file_put_together_from_two_encodings_is_read_in_both():
    data = "“Talks go on,” said Zoë Müller. ".encode() + "The mediator\x92s caf\xe9 was closed, \x93he said\x94.".encode("latin-1")
    for whole in (data, "Üöä ".encode() * 50 + data):
        source = open_source("a.txt", whole)
        assert source.encoding == "utf-8 and cp1252"
        assert source.text.endswith("“Talks go on,” said Zoë Müller. The mediator’s café was closed, “he said”.")


def test_a_little_utf8_among_much_cp1252_is_still_read_as_both():
    data = "A “q,” Zoë said.\n\n".encode() + "B “all” – the café – was “closed” in Córdoba.".encode("cp1252")
    source = open_source("mixed.txt", data)
    assert source.text == "A “q,” Zoë said.\n\nB “all” – the café – was “closed” in Córdoba."
    assert source.encoding == "utf-8 and cp1252"


def test_capitals_with_accents_in_cp1252_are_no_utf8():
    text = "SÃO PAULO – A união não assinou; NÃO, disse “Zoë”."
    assert open_source("sp.txt", text.encode("cp1252")).text == text
