"""How sources judge the talks: who told whom, how it sounds, and how many independent origins stand behind it; signals beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gobetween.briefs.blocks import Block, Cell
from gobetween.briefs.cells import cited, dated, is_entrusted, listing_of, noted, table_of
from gobetween.briefs.phrasing import counted, joined, listed, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.briefs.sources import origins_of
from gobetween.model.evidence import Tone
from gobetween.model.happenings import Assessment, Round

TONES = {
    Tone.CRITICAL: "A critical moment",
    Tone.HOPEFUL: "Hopeful",
    Tone.GLOOMY: "Gloomy",
    Tone.MIXED: "Mixed",
}


def voice_blocks(scene: Scene) -> Iterator[Block]:
    """Assessments counted by origin and listed by source, then signals."""
    judged = sorted(scene.case.assessments, key=scene.order, reverse=True)
    yield from listing_of("How sources judge the talks", judgement_cells(scene, judged))
    rows = [_row(scene, each) for each in judged]
    note = "A judgement of the talks is its source's own. Reports that tell one story count as one origin."
    columns = ("When", "Source", "Told to", "Sounds", "In words", "Independent origins")
    yield from table_of("Judgements by source", columns, rows, note=note if rows else "")
    yield from _signals(scene)


def judgement_cells(scene: Scene, assessments: Iterable[Assessment], *, now: Round | None = None) -> tuple[Cell, ...]:
    """One line for each round and tone: who says so, to whom, from how many independent origins; `now` is a round left unnamed."""
    groups: dict[tuple[str, Tone, bool], list[Assessment]] = {}
    for each in assessments:
        home = scene.round_of(each)
        groups.setdefault((home.name if home and home != now else "", each.tone, is_entrusted(each)), []).append(each)
    return tuple(_together(scene, name, tone, group) for (name, tone, _), group in groups.items())


def judgements_in_short(scene: Scene, assessments: Iterable[Assessment]) -> tuple[Cell, ...]:
    """A line a round: each tone with who judged so, to whom, and how many independent origins stand behind it."""
    rounds: dict[str, dict[Tone, list[Assessment]]] = {}
    for each in assessments:
        rounds.setdefault(scene.time_known(each), {}).setdefault(each.tone, []).append(each)
    return tuple(
        cited(
            joined(name, joined(*(_in_short(scene, tone, group) for tone, group in tones.items()), by=", "), by=": "),
            *(each for group in tones.values() for each in group),
        )
        for name, tones in rounds.items()
    )


def _in_short(scene: Scene, tone: Tone, group: Sequence[Assessment]) -> str:
    """`a critical moment (diplomatic sources and an envoy, to The National; 1 independent origin)`."""
    hearers: dict[str, list[str]] = {}
    for each in reversed(group):
        hearers.setdefault(scene.names.words(each.told_to), []).append(scene.names.words(each.by))
    voices = (joined(listed(voices), f"to {told}" if told else "", by=", ") for told, voices in hearers.items())
    origins = len(origins_of(scene.case, [citation for each in group for citation in each.citations]))
    count = counted(origins, "independent origin") if _origins(scene, group) else ""
    _, unreported = _voices(group)
    apart = _apart(unreported) if count and unreported else ""
    return f"{TONES[tone].lower()} ({joined(*voices, count, apart)})"


def _together(scene: Scene, name: str, tone: Tone, group: Sequence[Assessment]) -> Cell:
    head = joined(name, TONES[tone] if not name else TONES[tone].lower(), by=", ")
    voices: dict[str, list[Assessment]] = {}
    for each in group:
        voices.setdefault(_voice(scene, each), []).append(each)
    said = " ".join(sentence(_said(scene, voice, each)) for voice, each in voices.items())
    return cited(f"{head}. {said} {_origins(scene, group)}".strip(), *group)


def _voice(scene: Scene, assessment: Assessment) -> str:
    told = f" to {scene.names.words(assessment.told_to)}" if assessment.told_to else ""
    return f"{scene.names.words(assessment.by)}{told}"


def _said(scene: Scene, voice: str, group: Sequence[Assessment]) -> str:
    """What one source says of the talks, with its name and whom it told, where the words do not name them."""
    text = joined(*(phrase(each.text) for each in group))
    named = (scene.names.words(word).lower() in text.lower() for word in (group[0].by, group[0].told_to))
    return text if all(named) else f"{voice}: {text}"


def _origins(scene: Scene, group: Sequence[Assessment]) -> str:
    """How many sources speak and how many independent origins the reports have; nothing where one speaks in one report.

    Who speaks in no report is counted apart: it adds to no report's weight.
    """
    citations = [citation for each in group for citation in each.citations]
    reports = len({citation.source for citation in citations})
    origins = len(origins_of(scene.case, citations))
    voices, unreported = _voices(group)
    if not citations or (len(voices), reports, len(unreported)) == (1, 1, 0):
        return ""
    copies = "; copies of one story count once" if origins < reports else ""
    spoken = f"{counted(len(voices), 'source speaks', 'sources speak')}, in {counted(reports, 'report')}"
    apart = f"; {_apart(unreported)}" if unreported else ""
    return f"({spoken} of {counted(origins, 'independent origin')}{copies}{apart}.)"


def _voices(group: Sequence[Assessment]) -> tuple[set[str], set[str]]:
    """Who speaks in reports, and who in none."""
    reported = {each.by for each in group if each.citations}
    return reported, {each.by for each in group} - reported


def _apart(unreported: set[str]) -> str:
    return f"{counted(len(unreported), 'further source speaks', 'further sources speak')} in no report"


def _row(scene: Scene, each: Assessment) -> tuple[Cell, ...]:
    whose = scene.names.actor(each.actor) if each.actor else ""
    origins = len(origins_of(scene.case, each.citations))
    return (
        dated(scene.time_of(each)),
        Cell(scene.names.words(each.by), detail=f"belongs to {whose}" if whose else ""),
        Cell(scene.names.words(each.told_to)),
        Cell(TONES[each.tone]),
        cited(sentence(each.text), each, detail=noted(each)),
        Cell(str(origins) if origins else ""),
    )


def _signals(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            dated(scene.time_of(each)),
            Cell(scene.names.actor(each.by), detail=scene.names.person(each.said_by, scene.time_of(each)) if each.said_by else ""),
            cited(sentence(each.text), each),
        )
        for each in sorted(scene.case.signals, key=scene.order, reverse=True)
    ]
    note = "Words about mood or intent; none of them is an answer."
    yield from table_of("Signals", ("When", "By", "In words"), rows, note=note)
