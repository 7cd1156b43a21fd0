import pytest

from gobetween.reading.reader import load_parser


@pytest.fixture(scope="session")
def parser():
    pytest.importorskip("spacy")
    return load_parser()
