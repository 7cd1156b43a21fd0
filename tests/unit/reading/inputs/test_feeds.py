"""RSS and Atom: each entry a report; what is broken or an attack costs no more than itself."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.model.dates import DateBasis
from gobetween.model.evidence import Outlet
from gobetween.reading.inputs import Part, Refused, parts_of

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Harbour Courier RSS</title><language>en-gb</language>
<image><title>logo</title></image>{items}</channel></rss>"""


def rss(*items, encoding="utf-8"):
    return RSS.format(items="".join(f"<item>{item}</item>" for item in items), encoding=encoding).encode(encoding)


def entries(data, name="feed.xml"):
    return list(parts_of(name, data))


def test_each_entry_is_a_report_with_what_the_feed_states_of_it():
    item = (
        "<title>Talks &amp;amp; tolls</title><pubDate>Mon, 12 May 2031 23:30:00 -0500</pubDate><author>ann@x.org (Ann Lee)</author>"
        "<description>&lt;p&gt;The union said no.&lt;/p&gt;&lt;p&gt;It wants more.&lt;/p&gt;</description>"
    )
    first, second = entries(rss(item, "<title>Second</title><description>Plain words.</description>"))
    assert (first.name, first.medium) == ("feed.xml#1", "RSS entry")
    assert first.data.decode() == "<h1>Talks &amp; tolls</h1>\n<p>The union said no.</p><p>It wants more.</p>"
    assert (first.stated.title, first.stated.authors, first.stated.language) == ("Talks & tolls", ("Ann Lee",), "en")
    assert first.stated.outlet == Outlet("Harbour Courier", "the feed's title")
    assert (first.stated.published.day, first.stated.published.basis) == (dt.date(2031, 5, 12), DateBasis.STATED)
    assert (second.name, second.data) == ("feed.xml#2", b"Second\n\nPlain words.")


def test_the_whole_text_goes_before_the_summary_and_an_entrys_own_source_before_the_feed():
    item = "<description>Short.</description><content:encoded><![CDATA[<p>Whole.</p>]]></content:encoded><source>Other Paper</source>"
    (part,) = entries(rss(item))
    assert part.data == b"<p>Whole.</p>"
    assert part.stated.outlet.name == "Other Paper"


def test_an_atom_entry_with_a_page_inside_is_a_page():
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title><entry><title>T</title>'
        "<author><name>Bo Ek</name><uri>u</uri></author><source><title>Wire</title><id>i</id></source>"
        "<updated>2031-05-12T00:00:00Z</updated>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; B <b>bold</b></p></div></content></entry></feed>'
    )
    (part,) = entries(feed.encode())
    assert part.medium == "Atom entry"
    assert part.data.decode().endswith("<div><p>A &lt; B <b>bold</b></p></div>")
    assert (part.stated.authors, part.stated.outlet.name) == (("Bo Ek",), "Wire")
    assert part.stated.published.basis is DateBasis.INFERRED
    assert "last changed" in part.stated.published.inference


def test_an_old_feed_whose_entries_stand_beside_the_channel_is_read():
    feed = (
        '<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel><title>Wire</title></channel>'
        "<item><title>T</title><dc:date>2031-05-12</dc:date><description>Words.</description></item></rdf:RDF>"
    )
    (part,) = entries(feed.encode())
    assert (part.stated.outlet.name, part.stated.published.day) == ("Wire", dt.date(2031, 5, 12))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1251"])
def test_a_feed_is_read_in_its_own_encoding(encoding):
    text = "Переговоры идут" if encoding == "windows-1251" else "Später spräche man"
    (part,) = entries(rss(f"<description>{text}</description>", encoding=encoding), name="feed.rss")
    assert part.data.decode() == text


def test_entities_of_html_are_known_though_the_feed_does_not_declare_them():
    (part,) = entries(rss("<description>a&nbsp;b &eacute; &unheard;c</description>"))
    assert part.data.decode() == "a\xa0b é c"


def test_what_stands_before_a_break_is_read():
    part, refusal = entries(rss("<title>One</title>", "<title>Two</title>").partition(b"Two")[0])
    assert part.data == b"One"
    assert refusal.name == "feed.xml"
    assert "1 of its entries were read" in refusal.reason


def test_an_entry_that_is_only_a_headline_is_a_report_of_one_line():
    assert entries(rss("<title>Union rejects offer</title>"))[0].data == b"Union rejects offer"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd" [<!ENTITY % e SYSTEM "http://example.org/x">%e;]>',
    ],
)
def test_declared_entities_are_refused_and_nothing_outside_is_opened(declaration):
    (refusal,) = entries((declaration + "<rss><channel><item><title>&b;&a;</title></item></channel></rss>").encode(), "feed.rss")
    assert isinstance(refusal, Refused)
    assert "declares entities" in refusal.reason


def test_a_feed_without_entries_and_one_of_other_xml_are_told():
    assert "without entries" in entries(rss())[0].reason
    (page,) = entries(b'<?xml version="1.0"?><!DOCTYPE html><html><p>A page.</p></html>', "page.xml")
    assert isinstance(page, Part)
    assert page.medium == "text"


def test_elements_within_elements_without_end_are_refused():
    assert "within each other" in entries(rss("<description>" + "<div>" * 5000))[-1].reason


@pytest.mark.parametrize("date", ["", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "0001-01-01T00:00:00", "03/04/2031", "31 Feb 2031"])
def test_a_date_that_says_nothing_leaves_the_day_unknown(date):
    (part,) = entries(rss(f"<title>T</title><pubDate>{date}</pubDate>"))
    assert part.stated.published.is_unknown
