import pytest

from gobetween.casefiles.documents.heads import HEAD_BYTES, words_in_head


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gobetween: 1\nentrusted_to: [egypt, qatar]\n", ("egypt", "qatar")),
        ("entrusted_to: egypt  # alone\n", ("egypt",)),
        ("entrusted_to: ['egypt', \"qatar\"]\r\n", ("egypt", "qatar")),
        ("entrusted_to: []\n", ()),
        ("gobetween: 1\n", ()),
        ("  entrusted_to: egypt\n", ()),
        ("# entrusted_to: egypt\n", ()),
    ],
)
def test_the_head_names_who_may_read_on(text, words):
    assert words_in_head(text.encode(), "entrusted_to") == words


@pytest.mark.parametrize(
    "text",
    [
        "entrusted_to: [egypt\n",
        "entrusted_to:\n  - egypt\n",
        "entrusted_to: &all [egypt]\n",
        "entrusted_to: {egypt: 1}\n",
        "entrusted_to: egypt\nentrusted_to: qatar\n",
        "entrusted_to: egypt\n'entrusted_to': qatar\n",
        "entrusted_to: egypt\n\0",
        "entrusted_to: egypt\n\udcff",
    ],
)
def test_a_head_that_is_not_plainly_written_names_nobody(text):
    assert words_in_head(text.encode("utf-8", "surrogateescape"), "entrusted_to") is None


def test_what_stands_beyond_the_head_does_not_count():
    filler = "#" * (HEAD_BYTES - 5) + "\n"
    assert words_in_head(f"{filler}entrusted_to: [egypt, qatar]\n".encode(), "entrusted_to") == ()
