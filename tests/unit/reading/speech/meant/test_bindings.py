"""Whom a pronoun cannot mean, by the clause it stands in."""

import pytest


def speakers(items):
    return [statement.speaker.name for statement in items.statements]


@pytest.fixture(scope="module")
def meant(parser):
    """Whom the last pronoun of this form means."""
    from gobetween.reading.documents.clean_text import CleanText
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.parsing import parse
    from gobetween.reading.scene import set_scene

    def of(text, word):
        doc = parse(text, parser)
        scene = set_scene(CleanText(text, tuple(range(len(text)))), doc, default_lexicon(), ())
        token = [t for t in doc if t.lower_ == word][-1]
        referent = scene.references.who(token)
        return (referent.actor or referent.name) if referent is not None else None

    return of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Erik Lund of Chile met Omar Rashad of Qatar. Lund demanded that he withdraw the troops.", "he", "Omar Rashad"),
        ("Erik Lund of Chile met Omar Rashad of Qatar. Lund wants him to go.", "him", "Omar Rashad"),
        ("Chile met Qatar in May. Qatar urged it to sign.", "it", "Chile"),
        ("Chile accused Norway of delay. Norway said it would sign.", "it", "Norway"),
        ("Erik Lund of Chile accused Omar Rashad of Qatar of rigging the vote that helped him.", "him", "Omar Rashad"),
        ("Chile insisted that it would sign.", "it", "Chile"),
    ],
)
def test_who_is_asked_is_somebody_else_than_who_asks(meant, text, word, expected):
    assert meant(text, word) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chile rejected the plan. The talks resumed on Monday. Omar Rashad said they would last two days.",
        "Chilean envoys left. The talks will go on today and they will begin at noon.",
    ],
)
def test_talks_and_offers_are_nobody_who_acts(meant, text):
    assert meant(text, "they") is None


def test_officials_are_still_taken_up(meant):
    assert meant("The talks failed. Chilean officials left. They rejected the plan.", "they") == "Chile"


def test_who_says_so_is_taken_up_by_who_says_more(read):
    text = "Chilean minister Ada Berg said the special envoy, a woman, could not come. She said the talks would go on."
    assert speakers(read(text)) == ["Ada Berg", "Ada Berg"]


def test_of_whom_there_is_no_comment_is_taken_up(meant):
    text = (
        "Qatar said the talks were back on track. There was no comment from Chile, which left on Monday. Its envoy, Ada Berg, is ill."
    )
    assert meant(text, "its") == "Chile"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chile accused Norway of delay, saying it had lied.", "it", "Norway"),
        ("Chile rejected the plan, saying it would not sign.", "it", "Chile"),
        ("The Harbour Guild lashed out at Chilean officials, saying they lied.", "they", "Chile"),
    ],
)
def test_what_a_blamer_says_is_of_the_blamed(meant, text, word, expected):
    assert meant(text, word) == expected


def test_they_of_a_spokesman_are_his_side(meant):
    text = "Chilean negotiators left. Harbour Guild spokesman Omar Rashad told them that they expected an offer."
    assert meant(text, "they") == "Harbour Guild"


def test_what_somebody_promises_is_nobody(meant):
    assert meant("Norway wants the audit published. Canada promised it for May.", "it") is None
    assert meant("Norway wants the audit published. Canada urged it to wait.", "it") == "Norway"


@pytest.fixture(scope="module")
def pair(parser):
    """The two whom a text puts into talks with each other."""
    from gobetween.reading.documents.clean_text import CleanText
    from gobetween.reading.naming.lexicon_data import default_lexicon
    from gobetween.reading.parsing import parse
    from gobetween.reading.scene import set_scene

    return lambda text: set_scene(CleanText(text, tuple(range(len(text)))), parse(text, parser), default_lexicon(), ()).pair


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chilean government resumed talks with the Lake Front in Oslo.", ("Chile", "Lake Front")),
        ("Chile is in talks with Peru, mediated by Norway.", ("Chile", "Peru")),
        ("Chile and the Lake Front signed a ceasefire.", ("Chile", "Lake Front")),
        ("Norway is holding talks with Chile and Peru.", ()),
        ("Egypt, which mediates, will hold talks with Peru.", ()),
        ("Peru rejected talks with Chile.", ()),
    ],
)
def test_two_talk_with_each_other_where_neither_mediates(pair, text, expected):
    assert pair(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru met in May. They rejected the plan.", ["Chile", "Peru"]),
        ("Chile and Peru met in May. Chilean officials left. They rejected the plan.", ["Chile"]),
        ("Chilean and foreign officials met. They rejected the plan.", ["Chile"]),
    ],
)
def test_they_after_two_are_both(read, text, expected):
    assert [position.party for position in read(text).positions] == expected


def test_them_are_the_things_of_the_sentence_rather_than_a_body_further_back(meant):
    assert meant("Chile met Peru. Peru handed over ten trucks without counting them.", "them") is None
    assert meant("Chile met in May. Norway said that Peru should talk with them.", "them") is not None
