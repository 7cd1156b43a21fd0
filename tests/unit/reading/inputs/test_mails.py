"""E-mail: the letter, what is attached to it, and what its head says."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from gobetween.model.dates import DateBasis
from gobetween.reading.inputs import Part, Refused, mails, parts_of
from specimen_inputs import pdf_of, zip_of

WORDS = "The union said on Friday that it rejected the offer, and that talks would go on."


def mail(text=WORDS, html=None, **heads):
    made = EmailMessage()
    for name, value in {"From": "Ann Lee <ann@courier.example>", "Date": "Mon, 12 May 2031 23:30:00 -0500", **heads}.items():
        made[name.replace("_", "-")] = value
    if text is not None:
        made.set_content(text)
    if html is not None:
        made.add_alternative(html, subtype="html")
    return made


def read(data, name="letter.eml"):
    return list(parts_of(name, data if isinstance(data, bytes) else data.as_bytes()))


def test_a_letter_is_a_report_with_what_its_head_states():
    (part,) = read(mail(Subject="Fwd: Re: Über die Gespräche"))
    assert (part.name, part.medium, part.data.decode()) == ("letter.eml", "e-mail", WORDS)
    assert part.stated.title == "Über die Gespräche"
    assert (part.stated.outlet.name, part.stated.outlet.basis) == ("Ann Lee", "the e-mail's sender")
    assert (part.stated.published.day, part.stated.published.inference) == (dt.date(2031, 5, 12), "the e-mail's date")


def test_a_list_is_the_outlet_and_who_wrote_the_author():
    (part,) = read(mail(List_Id="Harbour Wire <wire.example>"))
    assert (part.stated.outlet.name, part.stated.authors) == ("Harbour Wire", ("Ann Lee",))


def test_the_text_goes_before_the_page_unless_it_is_much_shorter():
    page = f"<p>{WORDS}</p>"
    assert read(mail(html=page))[0].data.decode() == WORDS
    assert read(mail(text="See the page.", html=page * 3))[0].data.decode().strip() == page * 3
    assert read(mail(text=" ", html=page))[0].data.decode().strip() == page


def test_quoted_printable_base64_and_foreign_charsets_are_decoded():
    for charset, transfer in (
        ("utf-8", "quoted-printable"),
        ("utf-8", "base64"),
        ("iso-8859-1", "quoted-printable"),
        ("utf-16", "base64"),
    ):
        made = mail()
        made.set_content("Später, so der Sprecher, spräche man weiter; " * 3, charset=charset, cte=transfer)
        assert "spräche man" in read(made)[0].data.decode()


@pytest.mark.parametrize("charset", ["no-such-charset", "us-ascii", "utf-7x", "", "rot13", "idna"])
def test_a_wrong_charset_does_not_lose_the_letter(charset):
    data = f'Content-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: 8bit\n\nSpäter spräche man.'.encode()
    assert read(data)[0].data.decode() == "Später spräche man."


def test_attached_reports_are_opened_and_only_known_to_be_no_later_than_the_mail():
    pytest.importorskip("pypdf")
    made = mail()
    made.add_attachment(
        pdf_of(["The employers rejected the demand on Monday."]), maintype="application", subtype="pdf", filename="plan.pdf"
    )
    made.add_attachment(zip_of({"a.txt": b"one"}), maintype="application", subtype="zip", filename="../../more.zip")
    made.add_attachment("note", filename="nöte.txt")
    _, plan, packed, note = read(made)
    assert [part.name for part in (plan, packed, note)] == ["letter.eml/plan.pdf", "letter.eml/more.zip/a.txt", "letter.eml/nöte.txt"]
    assert (plan.stated.published.earliest, plan.stated.published.latest) == (None, dt.date(2031, 5, 12))
    assert plan.stated.published.basis is DateBasis.INFERRED
    assert plan.stated.outlet is None


def test_a_forwarded_mail_is_a_report_of_its_own():
    outer = mail(text="See below.", Subject="outer")
    outer.add_attachment(mail(Subject="inner"))
    first, second = read(outer)
    assert (second.name, second.stated.title, second.data.decode().strip()) == ("letter.eml/forwarded.eml", "inner", WORDS)
    assert first.data.decode().strip() == "See below."


def test_pictures_within_a_page_are_left_alone_and_attached_ones_are_named():
    made = mail(text=None, html=None)
    made.set_content("<p>Words.</p><img src='cid:1'>", subtype="html")
    made.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<1>")
    made.make_mixed()
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="map.png")
    page, refusal = read(made)
    assert page.data.decode().startswith("<p>Words.")
    assert (refusal.name, refusal.reason) == ("letter.eml/map.png", "a picture")


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: =?utf-8?b?////?= =?x?q?=?=\nFrom: <<>>@@(((\nDate: never\nContent-Type: multipart/;;;boundary\n\nWords.",
        b"\xff\xf0: \x01\nSubject\n\n" + WORDS.encode(),
        b"Content-Type: text/plain; charset*0*=''%ff\nContent-Transfer-Encoding: base64\n\n!!!!" + b"V29yZHM=",
        b"Date: Mon, 99 Foo 99999999999 99:99:99 +9999999\n\n" + WORDS.encode(),
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nWords in a part that never ends.",
    ],
)
def test_a_malformed_head_does_not_lose_the_letter(data):
    (part,) = read(data)
    assert isinstance(part, Part), part
    assert part.data.strip()
    assert part.stated.published.is_unknown


def test_a_mail_of_thousands_of_parts_is_read_as_far_as_allowed():
    parts = "".join(f"--x\nContent-Disposition: attachment; filename={number}.txt\n\nw\n" for number in range(10_000))
    found = read(f"Content-Type: multipart/mixed; boundary=x\n\n{parts}--x--".encode())
    assert len(found) == mails.MOST_PARTS
    assert "more than 200 parts; 9,801 of them were not read" in found[-1].reason


def test_parts_within_parts_without_end_are_refused():
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(2000))
    (refusal,) = read(f"{nested}\n".encode() + b"w\n" * 20_000)
    assert isinstance(refusal, Refused)
    assert "too many parts" in refusal.reason
    (refusal,) = read(nested.encode())
    assert isinstance(refusal, Refused)


def test_a_mail_without_text_says_so():
    assert "without text" in read(b"Subject: nothing\n\n \n")[0].reason


def test_a_head_without_end_and_parts_without_number_are_refused_before_they_fill_the_memory():
    assert "head does not end" in read(b"X: y\n" * 150_000 + b"\nwords")[0].reason
    assert "too many parts" in read(b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nw\n" * 30_000)[0].reason
