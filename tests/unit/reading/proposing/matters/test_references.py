"""Words that point back, and what they are taken to stand for."""

import pytest

from gobetween.briefs.accounts.coverage import Found
from gobetween.model.evidence import Document, PositionMention, Report, Stance, StickingPointMention
from gobetween.model.passages import Passage, Span

pytest.importorskip("spacy")

from gobetween.reading.proposing.matters.phrases import phrase_of
from gobetween.reading.proposing.matters.references import has_pronoun, pointer_in, points_back, resolved

REPORT = Report("a.txt", Document("0" * 64, 1000))


def position(party, stance, words, issue, at):
    passage = Passage(words, (Span(at, at + len(words)),))
    return Found(REPORT, PositionMention(passage, party, stance=stance, issue=issue), passage)


def phrase(found, text=None):
    words = text or found.item.issue
    return phrase_of(words, found, around=words, before="", sentence=found.passage.text, names=frozenset())


def offer(at=0):
    return position("Norland", Stance.OFFER, "Norland offers a quota of 9 boats", "quota of 9 boats", at)


@pytest.mark.parametrize(
    ("stance", "words", "issue"),
    [
        (Stance.REJECT, "The League rejected that", ""),
        (Stance.ACCEPT, "the League has accepted it", "accepted it"),
        (Stance.REJECT, "the League turned down the offer within hours", "offer within hours"),
        (Stance.REJECT, "The League refuses", ""),
    ],
)
def test_a_bare_answer_is_on_what_another_offered_right_before_and_concluded(stance, words, issue):
    first, answer = offer(), position("League", stance, words, issue, 60)
    assert points_back(answer)
    *_, last = resolved([phrase(first)], [answer])
    assert (last.found, last.family, last.numbers, last.is_concluded) == (answer, "quota", ("9",), True)


@pytest.mark.parametrize(
    ("stance", "words", "issue"),
    [
        (Stance.REJECT, "The League rejected the quota", "quota"),
        (Stance.ACCEPT, "the League accepts a proposal of the mediators", "proposal of the mediators"),
        (Stance.DEMAND, "the League demands that", ""),
    ],
)
def test_what_names_its_matter_points_back_to_nothing(stance, words, issue):
    assert not points_back(position("League", stance, words, issue, 60))


def test_it_is_not_ones_own_offer_nor_one_far_off_nor_a_demand_if_an_offer_is_named():
    own = position("Norland", Stance.REJECT, "Norland rejected that", "", 60)
    far = position("League", Stance.REJECT, "The League rejected that", "", 900)
    demand = position("Norland", Stance.DEMAND, "Norland demands a quota of 9 boats", "quota of 9 boats", 0)
    named = position("League", Stance.REJECT, "the League turned down the offer", "offer", 60)
    assert len(resolved([phrase(offer())], [own, far])) == 1
    assert len(resolved([phrase(demand)], [named])) == 1
    assert pointer_in(far) == "that"


def test_sharing_it_is_a_way_of_settling_what_was_told_right_before():
    words = "The open question is who pays for the locks"
    passage = Passage(words, (Span(0, len(words)),))
    point = Found(REPORT, StickingPointMention(passage, "who pays for the locks"), passage)
    share = position("Norland", Stance.OFFER, "Norland proposed to split it", "split it", 60)
    assert has_pronoun(phrase(share))
    told, split = resolved([phrase(point, "who pays for the locks"), phrase(share)], [])
    assert told.topics <= split.topics
    assert split.is_concluded


def test_the_plan_is_the_plan_that_was_told_of():
    first = position("Norland", Stance.OFFER, "Norland offers a plan to outsource the locks", "plan to outsource the locks", 0)
    later = position("League", Stance.DEMAND, "the League demands that the plan be dropped", "plan be dropped", 400)
    other = position("League", Stance.DEMAND, "the League demands a plan for the coast", "plan for the coast", 400)
    assert resolved([phrase(first), phrase(later)], [])[1].family == "outsourcing"
    assert resolved([phrase(first), phrase(other)], [])[1].family is None
