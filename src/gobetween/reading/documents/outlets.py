"""Who published a document: the page's own word, a line that names its paper, the agency, the links; each with its basis."""

from __future__ import annotations

import re
from collections import Counter

from gobetween.model.evidence import Outlet
from gobetween.reading.documents.cleaning import Cleaned, furniture_words
from gobetween.reading.documents.furniture import (
    AGENCY_LINE,
    BYLINE,
    CLOSING_SIGN,
    DATELINE,
    LONGEST_NAME,
    MEDIA_WORDS,
    SIGN_OFF,
    STAMPS,
    agency_in,
    name_in_stamp,
)
from gobetween.reading.documents.pages import Page
from gobetween.reading.word_lists import words

_TOLD = re.compile(
    r"\b(?:told|tells|interview with|speaking to|spoke to|spoke with|statement (?:sent )?to|informed)\s+"
    r"(?P<outlet>(?:[Tt]he )?[A-ZÀ-Þ][\w’'.&-]*(?: (?:of |for )?[A-ZÀ-Þ][\w’'.&-]*){0,3})"
)
_FOOT = re.compile(
    r"(?:(?:©|\([cC]\)|[cC]opyright)\s*)*(?:\d{4}(?:[-–]\d{4})?,?\s*)?"
    r"(?P<name>[A-ZÀ-Þ][\w’'&-]*(?: (?:of |for |the )?[A-ZÀ-Þ][\w’'&-]*)*)\s*(?:[.|·•,]|$)"
)
_TITLE_PARTS = re.compile(r"\s+(?P<mark>\||::|·|»|[-–—])\s+")
_SHARED_HOSTS = words(
    "twitter.com x.com facebook.com youtube.com instagram.com t.me whatsapp.com linkedin.com google.com apple.com "
    "wikipedia.org t.co bit.ly"
)
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu"})


def outlet_of(raw: str, cleaned: Cleaned) -> Outlet | None:
    """The outlet, by the best of the places that name one; `None` where none does."""
    if site := cleaned.page.fact("og:site_name", "application-name"):
        return Outlet(site, "the page names its site")
    if site := cleaned.page.fact("publisher"):
        return Outlet(site, "the page's data names its publisher")
    if site := site_in_title(cleaned.page):
        return Outlet(site, "the page's title ends in it")
    return _named_in_lines(raw, cleaned) or _agency(raw, cleaned) or _by_links(cleaned)


def site_in_title(page: Page) -> str | None:
    """The site that a page's title names after a bar or dash ("Talks fail | The Courier").

    After a dash, which may belong to the headline, it must sound like an outlet or follow the page's own headline.
    """
    title = page.fact("title") or ""
    marks = list(_TITLE_PARTS.finditer(title))
    if not marks:
        return None
    site, headline = title[marks[-1].end() :].strip(), title[: marks[-1].start()].strip()
    if not site or len(site.split()) > 5 or not site[0].isalnum():
        return None
    headlines = {value.casefold() for key, value in page.facts if key in {"h1", "og:title", "headline"}}
    is_parted = marks[-1]["mark"] in "|::" or headline.casefold() in headlines or bool(MEDIA_WORDS.search(site))
    return site if is_parted else None


def without_site(title: str, site: str | None) -> str:
    """The title without the site that it ends in."""
    marks = list(_TITLE_PARTS.finditer(title))
    if marks and site and title[marks[-1].end() :].strip().casefold() == site.casefold():
        return title[: marks[-1].start()].strip() or title
    return title


def _named_in_lines(raw: str, cleaned: Cleaned) -> Outlet | None:
    for text in furniture_words(raw, cleaned, "masthead"):
        return Outlet(text.title() if text.isupper() else text, "named at the head, above the date")
    for text in furniture_words(raw, cleaned, *STAMPS):
        if (name := name_in_stamp(text)) and MEDIA_WORDS.search(name):
            return Outlet(name, "named beside the date")
    for text in furniture_words(raw, cleaned, "byline"):
        for part in re.split(r"\s*[|,·•–—]\s*", text)[1:] if BYLINE.fullmatch(text) else ():
            if MEDIA_WORDS.search(part) and part.istitle() and len(part.split()) <= 5:
                return Outlet(part.removeprefix("for ").strip(), "named in the byline")
    return _at_the_foot(raw, cleaned)


def _at_the_foot(raw: str, cleaned: Cleaned) -> Outlet | None:
    """A name that the foot of a page begins with, as a sentence of its own or behind the mark of copyright."""
    for text in furniture_words(raw, cleaned, "page foot"):
        name = _FOOT.match(text)
        if name and MEDIA_WORDS.search(name["name"]) and len(name["name"].split()) <= LONGEST_NAME:
            return Outlet(name["name"].strip(), "named at the page's foot")
    return None


def signed_stamps(raw: str, cleaned: Cleaned) -> list[str]:
    """Names of two or three words that stand where an outlet might, beside the date, and are none: the authors."""
    names = [name_in_stamp(text) for text in furniture_words(raw, cleaned, *STAMPS)]
    return [name for name in names if name and not MEDIA_WORDS.search(name) and len(name.split()) in {2, 3}]


def _agency(raw: str, cleaned: Cleaned) -> Outlet | None:
    for kind, rules, basis in (
        ("sign-off", (CLOSING_SIGN, SIGN_OFF), "sign-off at the end"),
        ("dateline", (AGENCY_LINE, DATELINE), "agency in the dateline"),
    ):
        for text in furniture_words(raw, cleaned, kind):
            if agency := next(
                (agency_in(match) for rule in rules if (match := rule.search(f".{text}" if rule is CLOSING_SIGN else f"{text} A"))),
                None,
            ):
                return Outlet(agency, basis)
    return None


def _by_links(cleaned: Cleaned) -> Outlet | None:
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
        if MEDIA_WORDS.search(match["outlet"]) and not re.search(r"[’']s | of ", match["outlet"])
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
