import pytest

from gobetween.reading.parsing import parse


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One.",
        "The sides met.\nThey parted “late”, he said.\n\nNobody stayed.",
        "word " * 9000,
        "x" * 40_000,
        "(" * 20_000 + " end",
        "A sentence here. " * 2000 + "\nLast.",
    ],
)
def test_tokens_count_characters_of_the_text(text, parser):
    doc = parse(text, parser)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_no_sentence_crosses_a_paragraph(parser):
    doc = parse("Talks resume in the port\nThe sides met\nand they parted.", parser)
    assert not any("\n" in sentence.text.strip() for sentence in doc.sents)


def test_every_layer_of_the_model_multiplies_by_numpy(parser):
    layers = [layer for _, part in parser.pipeline if getattr(part, "model", None) for layer in part.model.walk()]
    assert layers
    assert not any(layer.ops.use_blis for layer in layers)


@pytest.mark.parametrize(
    ("form", "verb"), [("hoped", "hope"), ("hopes", "hope"), ("hopped", "hop"), ("rated", "rate"), ("stopped", "stop")]
)
def test_forms_are_told_from_those_of_shorter_verbs(parser, form, verb):
    doc = parse(f"The guild {form} that the firm would stay.", parser)
    assert doc[2].lemma_ == verb


def test_curly_apostrophes_are_read_like_straight_ones(parser):
    curly, straight = (parse(f"Norway won{mark}t sign. They don{mark}t want Canada{mark}s plan.", parser) for mark in "’'")
    assert [(t.tag_, t.dep_, t.idx) for t in curly] == [(t.tag_, t.dep_, t.idx) for t in straight]


@pytest.mark.parametrize("dateline", ["GENEVA (Polaris) — ", "BERN, March 29 (Polaris) - ", "NEW HAVEN — ", "OSLO, Nov. 9, 2024 – "])
def test_a_dateline_is_no_part_of_the_first_sentence(parser, dateline):
    doc = parse(f"{dateline}The dockers union on Friday rejected the offer.\\nThe sides met.".replace("\\n", "\n"), parser)
    (verb,) = (token for token in doc if token.lower_ == "rejected")
    assert verb.sent.text.startswith("The dockers union")


def test_words_in_capitals_open_no_sentence_of_their_own(parser):
    doc = parse("NATO member Norway - a big one - rejected the offer.", parser)
    (verb,) = (token for token in doc if token.lower_ == "rejected")
    assert verb.sent.text.startswith("NATO")
