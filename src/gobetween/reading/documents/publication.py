"""What a document says of its own publication: title, outlet, authors, day; each with its basis, and unknown where nothing says so."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from attrs import frozen

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When
from gobetween.model.evidence import Outlet
from gobetween.reading.documents.cleaning import Cleaned
from gobetween.reading.documents.furniture import AGENCY_LINE, CLOSING_SIGN, DATELINE, SIGN_OFF, authors_in, is_headline_like
from gobetween.reading.documents.pages import Page, read_page
from gobetween.reading.times.date_mentions import stated
from gobetween.reading.times.date_words import find_date_words
from gobetween.reading.word_lists import words

_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")
_SCRIPTED_DATE = re.compile(r'"(datePublished|dateModified)"\s*:\s*"((?:19|20)\d\d-\d\d-\d\d)')
_TOLD = re.compile(
    r"\b(?:told|tells|interview with|speaking to|spoke to|spoke with|statement (?:sent )?to|informed)\s+"
    r"(?P<outlet>(?:[Tt]he )?[A-ZÀ-Þ][\w’'.&-]*(?: (?:of |for )?[A-ZÀ-Þ][\w’'.&-]*){0,3})"
)
_MEDIA_WORDS = re.compile(
    r"\b(?:News|Times|Post|Press|Agency|Journal|Tribune|Herald|Gazette|Chronicle|Daily|Weekly|Guardian|Observer|Telegraph"
    r"|National|Monitor|Review"
    r"|Radio|TV|Television|Channel|Network|Broadcasting|Media|Today|Standard|Mail|Globe|Courier|Star|Independent|Reuters|AFP"
    r"|AP|EFE|Efe|BBC|CNN|NPR"
    r"|Politico|Axios|Haaretz|Jazeera|Arabiya|Ahram|Anadolu|Xinhua|TASS|Bloomberg|Kan|Ynet)\b"
)
_SHARED_HOSTS = words(
    "twitter.com x.com facebook.com youtube.com instagram.com t.me whatsapp.com linkedin.com google.com apple.com "
    "wikipedia.org t.co bit.ly"
)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})
_FILE_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")


@frozen
class Publication:
    """Title, outlet, authors and day of publication, as far as the document gives them."""

    title: str | None
    outlet: Outlet | None
    authors: tuple[str, ...]
    published: When


def read_publication(raw: str, cleaned: Cleaned, name: str = "") -> Publication:
    """What the document `raw` says of its publication.

    `name`, the file's, is drawn on for the day alone, and only where the text says nothing of it.
    """
    return Publication(
        _title(cleaned),
        _outlet(raw, cleaned),
        _authors(raw, cleaned),
        _day(raw, cleaned, name),
    )


def _said(raw: str, cleaned: Cleaned, *kinds: str) -> list[str]:
    """The words of the furniture of these kinds."""
    return [_words(raw[each.span.start : each.span.end]) for each in cleaned.clean.furniture if each.kind in kinds]


def _words(raw: str) -> str:
    return " ".join(block.text for block in read_page(raw).blocks)


def _title(cleaned: Cleaned) -> str | None:
    stated = cleaned.page.fact("og:title", "h1", "title")
    if stated:
        return stated
    blocks = cleaned.paragraphs
    if len(blocks) < 2:
        return None
    first = blocks[0].text
    if blocks[0].is_heading:
        return first
    longest = max(len(block.text) for block in blocks[1:])
    starts_well = first[:1].isupper() or first[:1] in "\"'“‘0123456789" or not first[:1].isascii()
    return first if is_headline_like(first) and starts_well and longest > len(first) else None


def _authors(raw: str, cleaned: Cleaned) -> tuple[str, ...]:
    named = [name for text in _said(raw, cleaned, "byline") for name in authors_in(text)]
    stated = cleaned.page.fact("author", "byl", "article:author")
    if not named and stated and "://" not in stated:
        named = [part.strip() for part in re.split(r",| and ", stated.removeprefix("By ")) if part.strip()]
    return tuple(dict.fromkeys(named))


def _outlet(raw: str, cleaned: Cleaned) -> Outlet | None:
    if site := cleaned.page.fact("og:site_name", "application-name"):
        return Outlet(site, "the page names its site")
    for kind, rules, basis in (
        ("sign-off", (CLOSING_SIGN, SIGN_OFF), "sign-off at the end"),
        ("dateline", (AGENCY_LINE, DATELINE), "agency in the dateline"),
    ):
        for text in _said(raw, cleaned, kind):
            if agency := next(
                (match["agency"] for rule in rules if (match := rule.search(f".{text}" if rule is CLOSING_SIGN else f"{text} A"))), None
            ):
                return Outlet(agency, basis)
    told, times = _told_to(cleaned.clean.text)
    domain = _own_domain(cleaned.page)
    if told and domain and _agree(told, domain):
        return Outlet(told, f"told-to phrase and link domain {domain}")
    if told and times > 1 and not domain:
        return Outlet(told, "told-to phrase")
    return Outlet(domain, "link domain") if domain else None


def _told_to(text: str) -> tuple[str | None, int]:
    """The one outlet to which sources of this text spoke, and how often; none where they spoke to several, as in a digest."""
    found = Counter(
        re.sub(r"^the ", "The ", match["outlet"]).rstrip(".’'")
        for match in _TOLD.finditer(text)
        if _MEDIA_WORDS.search(match["outlet"]) and not re.search(r"[’']s | of ", match["outlet"])
    )
    names = found.most_common(2)
    if not names or (len(names) == 2 and names[0][1] < 2 * names[1][1]):
        return None, 0
    name, times = names[0]
    return (name.upper() if name == "Efe" else name), times


def _own_domain(page: Page) -> str | None:
    """The site to which most links lead: a news page links to itself. Without a majority it stays unknown."""
    if canonical := page.fact("canonical host"):
        return _site(canonical)
    sites: Counter[str] = Counter()
    for host, count in page.hosts:
        if _site(host) not in _SHARED_HOSTS:
            sites[_site(host)] += count
    if not sites:
        return None
    site, count = sites.most_common(1)[0]
    return site if count >= 2 and count > sites.total() / 2 else None


def _site(host: str) -> str:
    parts = host.split(".")
    is_long = len(parts) > 2 and parts[-2] in _SECOND_LEVEL
    return ".".join(parts[-3:] if is_long else parts[-2:])


def _agree(name: str, domain: str) -> bool:
    letters = re.sub(r"[^a-z]", "", name.lower())
    return letters in domain.replace("-", "") or letters.removeprefix("the") in domain.replace("-", "")


def _day(raw: str, cleaned: Cleaned, name: str) -> When:
    for basis, text in _stamps(raw, cleaned):
        if day := _first_day(text):
            return When(day, day, inference=basis)
    if (updated := _updated(raw, cleaned)) is not None:
        return updated
    if match := _FILE_DATE.search(name.rsplit("/", 1)[-1]):
        day = _as_day(match)
        if day and _fits(day, cleaned):
            return When(
                day, day, basis=DateBasis.INFERRED, inference=f"from the file's name, '{name}'; the text gives no date of its own"
            )
    return UNKNOWN_DATE


def _stamps(raw: str, cleaned: Cleaned) -> list[tuple[str, str]]:
    """Where a document states its day, best first: never in its links."""
    page = cleaned.page
    found = [
        (
            "stated by the page",
            page.fact("article:published_time", "datepublished", "parsely-pub-date", "pubdate", "dc.date", "date") or "",
        )
    ]
    found += [("stated in the page's data", match[2]) for match in _SCRIPTED_DATE.finditer(raw) if match[1] == "datePublished"]
    found += [("leading date", text) for text in _said(raw, cleaned, "leading date")]
    stamps = _said(raw, cleaned, "date stamp")
    found += [("stamp", text) for text in stamps if not re.search(r"updated|modified", text, re.IGNORECASE)]
    found += [("dateline", text) for text in _said(raw, cleaned, "dateline")]
    found.append(("time element", page.fact("time") or ""))
    return [(basis, text) for basis, text in found if text]


def _updated(raw: str, cleaned: Cleaned) -> When | None:
    for text in [*_said(raw, cleaned, "date stamp"), cleaned.page.fact("article:modified_time", "og:updated_time") or ""]:
        if day := _first_day(text):
            note = "the day of the last update as the document states it; it may have been published before"
            return When(day, day, basis=DateBasis.INFERRED, inference=note)
    return None


def _first_day(text: str) -> dt.date | None:
    if (match := _ISO.search(text)) and (day := _as_day(match)):
        return day
    for found in find_date_words(text):
        if found.form == "day" and "y" in found.parts:
            return stated(found).day
    return _of_slashes(text)


def _of_slashes(text: str) -> dt.date | None:
    """15/3/2021 and 3/15/2021; where both readings are possible there is no telling."""
    if not (match := re.search(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)", text)):
        return None
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    readings = {day for month, number in ((second, first), (first, second)) if (day := _calendar_day(year, month, number))}
    return readings.pop() if len(readings) == 1 else None


def _as_day(match: re.Match[str]) -> dt.date | None:
    return _calendar_day(int(match[1]), int(match[2]), int(match[3]))


def _calendar_day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _fits(day: dt.date, cleaned: Cleaned) -> bool:
    """Whether nothing in the text lies clearly after `day`: a date with its year, in the past tense of the whole, would."""
    for found in find_date_words(cleaned.clean.text):
        if (
            found.form in {"day", "iso"}
            and "y" in found.parts
            and (said := stated(found).earliest)
            and said > day + dt.timedelta(days=400)
        ):
            return False
    return True
