"""What a report's container states of it, where the report itself says nothing."""

from __future__ import annotations

from attrs import evolve

from gobetween.reading.documents.publication import Publication
from gobetween.reading.inputs.parts import Stated


def with_stated(publication: Publication, stated: Stated) -> Publication:
    """The publication, its gaps filled with what the container states; the report's own words count first, but for the title.

    A greeting may look like a headline; a mail's subject, a feed's and a record's title are its own. A day that the container gives
    ends the doubts about the report's own: a stamp that may be read in two ways, or has no year.
    """
    if publication.published.is_unknown and not stated.published.is_unknown:
        doubts = () if stated.published.day else publication.doubts
        publication = evolve(publication, published=stated.published, doubts=doubts)
    return evolve(
        publication,
        title=publication.title or stated.title if stated.is_hint else stated.title or publication.title,
        outlet=publication.outlet or stated.outlet,
        authors=publication.authors or stated.authors,
    )
