"""What is at issue in talks, by the words for it, and the words for what is unacceptable, scorned or bad of it."""

from __future__ import annotations

from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.word_lists import words

REFUSED = words(
    """unacceptable inadmissible unworkable insufficient inadequate insulting derisory intolerable impossible inconceivable unthinkable
    excessive outrageous unreasonable unrealistic unfeasible absurd insult starter nonstarter non-starter farce joke"""
)
SCORNED = words(
    """trap sham charade madness lunacy folly blackmail surrender capitulation betrayal sell-out gimmick slap provocation derisory
    opportunistic unaffordable miserly paltry pathetic meagre meager unjustified illegitimate discriminatory one-sided unbalanced
    lopsided unfair unjust wrong disgrace disgraceful shameful unbearable pointless senseless premature humiliating hostile ridiculous
    stupid laughable inflammatory"""
)
BAD = words(
    """dreadful terrible appalling awful bad dangerous unsafe flawed unfair unjust illegal unlawful wrong mistake disappointing
    insincere irresponsible misguided disgraceful shameful reckless regrettable harmful damaging"""
)
TERMS = (
    stances.TEXTS
    | stances.OFFERS
    | stances.IDEAS
    | words("it this that figure number percent sum clause term condition demand cut level rise")
)
MATTERS = TERMS | CLASSES["matter"] | words("approach course price pay dam law pipeline buyout buy-out strategy policy claim")
GREETED = MATTERS - words("it this that claim demand condition")
