import importlib

import pytest
from spacy.tokens import Doc

from gobetween.reading.word_classes import remember_answers

TEXTS = (
    "The union's delegates said that it's no deal: they 'd better not sign, and we ain't going to.",
    "You gotta wait. Gonna be long, isn't it? What's more, he'd gone.\n\n  Who is there? They've met; she has a pen but is late.",
    "“To be or not to be” - as the two (and 3rd) sides, who'll talk more than most, have it.",
    "",
)


@pytest.fixture(scope="module")
def rulers(parser):
    """The ruler as it comes, and one that remembers."""
    module = importlib.import_module(f"{parser.meta['lang']}_{parser.meta['name']}")
    plain = module.load().get_pipe("attribute_ruler")
    remembering = module.load().get_pipe("attribute_ruler")
    remember_answers(remembering)
    return plain, remembering


def _tagged(parser, text):
    doc = parser.tokenizer(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = parser.get_pipe(name)(doc)
    return doc


def _classes(doc):
    return [(token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_remembered_answers_are_those_of_the_rules(text, parser, rulers):
    plain, remembering = rulers
    expected = _classes(plain(_tagged(parser, text)))
    for _ in range(2):  # asked, then remembered
        assert _classes(remembering(_tagged(parser, text))) == expected


def test_rules_for_every_tag_and_named_word_agree(parser, rulers):
    plain, remembering = rulers
    words = sorted({word for text in TEXTS for word in text.split()} | {"better", "best", "that", "there", "am", "does", "'s", "\n"})
    pairs = [(word, tag) for word in words for tag in parser.get_pipe("tagger").labels]
    for role in ("aux", "ROOT", "advmod"):
        both = []
        for ruler in (plain, remembering):
            doc = Doc(parser.vocab, [word for word, _ in pairs], tags=[tag for _, tag in pairs], deps=[role] * len(pairs))
            both.append(_classes(ruler(doc)))
        assert both[0] == both[1]


def test_the_later_rule_goes_first_where_one_looks_at_several_words(parser, rulers):
    _, remembering = rulers
    doc = _tagged(parser, "They got ta go.")
    ruled = remembering(doc)
    assert ruled[2].lemma_ == "to"
