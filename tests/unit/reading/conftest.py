import pytest

from gobetween.reading.reader import load_parser


@pytest.fixture(scope="session")
def parser():
    pytest.importorskip("spacy")
    return load_parser()


@pytest.fixture(scope="session")
def read(parser):
    """Reads a text of several lines, or one, into items; `world` adds to the names that are known; no rule may fail."""
    from gobetween.model.dates import UNKNOWN_DATE
    from gobetween.reading.documents.clean_text import CleanText
    from gobetween.reading.items import read_items
    from gobetween.reading.naming.lexicon import Lexicon
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.parsing import parse
    from gobetween.reading.times.date_mentions import find_dates

    def read_text(text, published=UNKNOWN_DATE, world=None, outlet=None, *, may_fail=False):
        clean = CleanText(text, tuple(range(len(text))))
        doc = parse(text, parser)
        items = read_items(
            clean, doc, (world or Lexicon()).merged_with(default_lexicon()), published, outlet, find_dates(clean, published, doc)
        )
        assert may_fail or items.signs == (), f"a rule failed: {items.signs}"
        return items

    return read_text
