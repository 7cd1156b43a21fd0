"""How sure reading is of its items: signs, points, percent, and what is said where little was measured."""

from __future__ import annotations

import pytest

from gobetween.model.evidence import Confidence, ItemKind, items_of
from gobetween.reading.confidence.weighing import Scale, scales
from gobetween.reading.naming.lexicon_data import default_lexicon
from gobetween.reading.reader import read_document

SCALE = Scale(200, (40, 70, 90), points={"headline": -4, "hedged": -1, "speaker named": 3}, bounds=(-2, 2))
TEXT = b"""The dockers' union said on Friday that it would meet the harbour company in Norda. "We want a shorter week," Anna Berg,
the union's secretary, told reporters.

Talks on pay and hours resumed on Monday, though - as some had feared - nobody in the port, whose crews have been idle for weeks
while the company and its creditors argued over who should pay for the new cranes,
might have been able to say what it was that had been asked.
"""


@pytest.mark.parametrize(
    ("signs", "percent", "reasons"),
    [
        (set(), 70, ()),
        ({"headline"}, 40, ("headline",)),
        ({"headline", "hedged", "unknown sign"}, 40, ("headline", "hedged")),
        ({"hedged", "speaker named"}, 90, ("hedged",)),
        ({"hedged"}, 70, ("hedged",)),
    ],
)
def test_points_are_added_up_and_say_the_stretch(signs: set[str], percent: int, reasons: tuple[str, ...]) -> None:
    confidence = SCALE.confidence(frozenset(signs))
    assert (confidence.percent, confidence.reasons, confidence.measured_on) == (percent, reasons, 200)


@pytest.mark.parametrize(("items", "said"), [(0, "never measured for this kind"), (5, "only 5 annotated items of this kind")])
def test_little_measured_is_said_and_never_marked_as_doubtful(items: int, said: str) -> None:
    confidence = Scale(items, (20,)).confidence(frozenset())
    assert confidence.reasons == (said,)
    assert not confidence.is_doubtful
    assert Confidence(20).is_doubtful
    assert not Confidence(80).is_doubtful


def test_the_table_in_force_has_a_rising_scale_for_every_kind() -> None:
    assert set(scales()) == set(ItemKind)
    for scale in scales().values():
        assert len(scale.percent) == len(scale.bounds) + 1
        assert list(scale.percent) == sorted(scale.percent)
        assert list(scale.bounds) == sorted(scale.bounds)
        assert all(0 <= percent <= 97 for percent in scale.percent)
        assert all(isinstance(points, int) for points in scale.points.values())


def test_every_item_of_a_text_has_a_confidence(parser) -> None:
    document = read_document("port.txt", TEXT, default_lexicon(), parser)
    items = list(items_of(document))
    assert document.statements
    assert all(item.confidence is not None for _, _, item in items)


def test_a_weekday_is_as_sure_in_the_opening_sentence_as_in_any_other(parser) -> None:
    text = (
        b"NORDA, 7 May 2031 (AP) - Crews walked out on Monday.\n\nThe mayor, whose office had hoped - perhaps too long - "
        b"that the quarrel over pay might end of itself, called both sides on Tuesday, and they came.\n"
    )
    opening, later = read_document("quay.txt", text, default_lexicon(), parser).dates
    assert [str(each.when.day) for each in (opening, later)] == ["2031-05-05", "2031-05-06"]
    assert opening.confidence == later.confidence
    assert not opening.confidence.is_doubtful


def test_a_plain_quotation_is_surer_than_hearsay_in_a_long_sentence(parser) -> None:
    text = (
        b'"We will sign on Friday," Anna Berg said.\n\nThe company, which had been hoping - so much is clear, '
        b"whatever may be said of its creditors and of those who advise them, and whatever the banks that hold the "
        b"bonds are still weighing - for a sale, is believed to have been told by some that the deal might be dead.\n"
    )
    document = read_document("deal.txt", text, default_lexicon(), parser)
    plain, *others = document.statements
    assert plain.speaker.name == "Anna Berg"
    assert plain.confidence.percent > 80
    assert all(other.confidence.percent < plain.confidence.percent for other in others)


def test_a_text_without_sentences_breaks_nothing(parser) -> None:
    for data in (b"Talks\n", b"12 dead\n\n12 dead\n", b"- - -\n\n...\n\nNorda (AP) --\n", "“ ” said ” “\n".encode()):
        read_document("odd.txt", data, default_lexicon(), parser)


DEMANDS = b"""The ferrymen's union demands a shorter week and has rejected the offer of the harbour company, its secretary said.
The harbour company refuses to pay for the lost days, a spokesman told reporters on the quay of Norda on Monday.
"""


def test_a_stance_that_is_mostly_misread_is_left_out_and_no_event_is_coded_from_it(parser, monkeypatch) -> None:
    from gobetween.reading.confidence import weighing

    def with_positions_at(percent: int):
        table = {**weighing.scales(), ItemKind.POSITION: Scale(200, (percent,))}
        with monkeypatch.context() as patched:
            patched.setattr(weighing, "scales", lambda: table)
            return read_document("port.txt", DEMANDS, default_lexicon(), parser)

    kept, left_out = with_positions_at(weighing.LEAST), with_positions_at(weighing.LEAST - 1)
    assert len(kept.positions) >= 2
    assert any(event.read_from == "position" for event in kept.events)
    assert left_out.positions == ()
    assert not any(event.read_from == "position" for event in left_out.events)
    assert left_out.statements == kept.statements


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        (
            "Norway has rejected the quota that Canada wants. The envoys of Norway met in Bern, where Norway keeps an office.",
            {"stance: reject", "party is a state", "party named a few times", "its subject is a name", "in the perfect"},
        ),
        (
            "Norway met Canada in Bern on Monday. It rejects the quota.",
            {"stance: reject", "its subject is a pronoun", "in the present"},
        ),
        (
            "The Ulmen Ferrymen's Union demands a shorter week, its members said in Bern.",
            {"stance: demand", "party on no list of names"},
        ),
        ("Canada's demand for a quota surprised the envoys in Bern.", {"shown by a noun", "told by the report itself"}),
        ("Norway has rejected the quota, an envoy of Canada said in Bern on Monday.", {"told by somebody else"}),
    ],
)
def test_a_position_shows_how_its_party_is_known_and_what_shows_it(parser, text: str, signs: set[str]) -> None:
    from gobetween.model.dates import UNKNOWN_DATE
    from gobetween.reading.confidence.position_features import position_features
    from gobetween.reading.confidence.surroundings import Surroundings
    from gobetween.reading.documents.clean_text import CleanText
    from gobetween.reading.items import read_items
    from gobetween.reading.parsing import parse

    clean, lexicon = CleanText(text, tuple(range(len(text)))), default_lexicon()
    doc = parse(text, parser)
    position = read_items(clean, doc, lexicon, UNKNOWN_DATE, None, ()).positions[0]
    found = set(position_features(position, Surroundings(clean, doc, lexicon)))
    assert signs <= found, found
