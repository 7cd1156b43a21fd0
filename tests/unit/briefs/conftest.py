from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from gobetween.briefs.compose import compose_brief
from gobetween.disclosure.views import view_for


def _quay_talks():
    spec = spec_from_file_location("quay_talks", Path(__file__).with_name("quay_talks.py"))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


QUAY = _quay_talks()


@pytest.fixture(scope="session")
def quay():
    return QUAY.quay_talks()


@pytest.fixture(scope="session")
def numbered_quay():
    return QUAY.with_even_numbers(QUAY.quay_talks())


@pytest.fixture(scope="session")
def brief_of():
    def compose(case, audience="keeper", *, as_of=None, assumption=None):
        return compose_brief(view_for(audience, case, as_of=as_of), today=QUAY.TODAY, assumption=assumption)

    return compose


@pytest.fixture(scope="session")
def lines_of():
    """The brief of a case, or one section of it, as lines of text: the cells of a row joined with bars."""

    def lines(part):
        return tuple(_lines(part))

    return lines


def _lines(part):
    for name in ("essence", "sections", "blocks", "cells", "rows"):
        for each in getattr(part, name, ()):
            yield from _lines(each)
    if isinstance(part, tuple):
        yield " | ".join(cell.text for cell in part)
    elif hasattr(part, "text"):
        yield part.text
    elif hasattr(part, "cell"):
        yield part.cell.text
    if hasattr(part, "table"):
        yield from _lines(part.table)
