"""What a report's container states of it, where the report itself says nothing."""

from __future__ import annotations

from attrs import evolve

from gobetween.reading.documents.publication import Publication
from gobetween.reading.inputs.parts import Stated


def with_stated(publication: Publication, stated: Stated) -> Publication:
    """The publication, its gaps filled with what the container states; the report's own words count first.

    A day that the container gives ends the doubts about the report's own: a stamp that may be read in two ways, or has no year.
    """
    if publication.published.is_unknown and not stated.published.is_unknown:
        publication = evolve(publication, published=stated.published, doubts=())
    return evolve(
        publication,
        title=publication.title or stated.title,
        outlet=publication.outlet or stated.outlet,
        authors=publication.authors or stated.authors,
    )
