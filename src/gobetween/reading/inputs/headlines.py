"""A report put together from a headline and a text that came in fields of their own."""

from __future__ import annotations

import html

from gobetween.reading.documents.cleaning import is_page_like


def with_headline(title: str | None, body: str) -> str:
    """The text under its headline: as a page if the text is one; the text alone where it begins with the headline."""
    if not title or body.lstrip().startswith(title):
        return body or title or ""
    if not body:
        return title
    if is_page_like(body):
        return (
            body
            if html.escape(title, quote=False) in body[: 2 * len(title) + 200]
            else f"<h1>{html.escape(title, quote=False)}</h1>\n{body}"
        )
    return f"{title}\n\n{body}"
