"""How it goes, in a line of the essence: judgements of each tone, so that neither hope nor gloom is told alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gobetween.briefs.accounts.assessments import Judgement, independence, judgements, who_told_whom
from gobetween.briefs.accounts.coverage import Coverage
from gobetween.briefs.accounts.lines import line
from gobetween.briefs.accounts.rules.same_talks import ABOUT_TALKS
from gobetween.briefs.accounts.wording import quoted
from gobetween.briefs.blocks import Cell

MOST = 4  # judgements in the line, as many as there are tones
THAT = re.compile(r"^\W*that\s+", re.IGNORECASE)
SHORT = 140  # characters of a quotation


def mood_line(coverage: Coverage) -> Iterator[Cell]:
    """At most four judgements of the talks, one of every tone that is present, and how many more there are."""
    told = [each for each in judgements(coverage) if _is_about_talks(each)]
    if not any(each.sourced for each in told):
        return
    chosen = _of_every_tone(told)
    rest = f"; and {len(told) - len(chosen)} more" if len(told) > len(chosen) else ""
    said = "; ".join(_judged(coverage, judgement) for judgement in chosen)
    yield line(f"How it goes{_tones(told)}: {said}{rest}.", [found for judgement in chosen for found in judgement.mentions])


def _tones(told: list[Judgement]) -> str:
    """How many judgements of each tone there are: " (2 hopeful, 1 gloomy)"; empty for one alone."""
    many = Counter(str(judgement.mentions[0].item.tone) for judgement in told)
    return f" ({', '.join(f'{number} {tone}' for tone, number in many.items())})" if len(told) > 1 else ""


def _of_every_tone(told: list[Judgement]) -> list[Judgement]:
    """The first of each tone, then the first of the rest that have a source, in their order; sourced ones come first."""
    ordered = sorted(told, key=lambda judgement: not judgement.sourced)
    firsts = {judgement.mentions[0].item.tone: judgement for judgement in reversed(ordered)}
    rest = [judgement for judgement in ordered if judgement.sourced and not any(judgement is each for each in firsts.values())]
    chosen = [*firsts.values(), *rest[: MOST - len(firsts)]]
    return [judgement for judgement in ordered if any(judgement is each for each in chosen)]


def _judged(coverage: Coverage, judgement: Judgement) -> str:
    if not judgement.sourced:
        found = judgement.mentions[0]
        return f"{_plain(found.passage.text)}: {coverage.label(found.report)}, in its own voice"
    words = _plain(judgement.sourced[0][0].passage.text)
    is_of_several = len(judgement.sourced) > 1 or coverage.origins(judgement.mentions) > 1
    many = f" ({independence(coverage, judgement)})" if is_of_several else ""
    return f"{words}: {who_told_whom(coverage, judgement)}{many}"


def _plain(text: str) -> str:
    """The words in quotation marks, without the "that" by which the report begins them."""
    return quoted(THAT.sub("", text), SHORT)


def _is_about_talks(judgement: Judgement) -> bool:
    return any(ABOUT_TALKS.search(found.passage.text) for found in judgement.mentions)
