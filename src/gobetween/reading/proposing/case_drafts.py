"""A case drafted from an account: who takes part, what is negotiated, what happens, each entry with its words and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from gobetween.briefs.accounts.coverage import Coverage, Found, coverage_of
from gobetween.briefs.accounts.matters import Group
from gobetween.briefs.accounts.positions import position_groups
from gobetween.briefs.accounts.pressure import demand_in
from gobetween.briefs.accounts.terms import sentence_of, terms
from gobetween.briefs.phrasing import counted, listed
from gobetween.model.cases import Case
from gobetween.model.evidence import Account, FigureMention, PositionMention, Stance
from gobetween.model.passages import Span
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.proposing.casting.bearers import bearers_of
from gobetween.reading.proposing.casting.cast import Cast, acting_names, cast_lexicon, cast_of, names_known, with_posts
from gobetween.reading.proposing.casting.participants import draft_participants
from gobetween.reading.proposing.casting.persons import draft_persons
from gobetween.reading.proposing.casting.role_mentions import RolesRead, read_roles
from gobetween.reading.proposing.casting.sides import Sides, find_sides, mediating_in_person
from gobetween.reading.proposing.casting.subjects import with_subjects
from gobetween.reading.proposing.drafts import Draft, Name, Question, Remark, Support
from gobetween.reading.proposing.evidence import Filed, Shelf, shelf_of
from gobetween.reading.proposing.matters.conditions import asked_under, condition_words, is_telling
from gobetween.reading.proposing.matters.grouping import matters_of
from gobetween.reading.proposing.matters.issues import ON_TERMS, IssueBook, draft_issues, with_consents
from gobetween.reading.proposing.matters.linkages import draft_links
from gobetween.reading.proposing.matters.no_matters import is_on_talking, why_no_matter
from gobetween.reading.proposing.matters.objects import objects_of
from gobetween.reading.proposing.matters.phrases import Phrase, is_named, parts_of, phrase_of, with_kind_before
from gobetween.reading.proposing.matters.references import has_pronoun, points_back, resolved
from gobetween.reading.proposing.occasions import draft_occasions
from gobetween.reading.proposing.separate_talks import on_separate_talks
from gobetween.reading.proposing.stands import Basis, Stands, draft_positions, sentence_around
from gobetween.reading.proposing.talks_told import on_missing_talks, refuse_without_talks
from gobetween.reading.proposing.told import Teller

if TYPE_CHECKING:
    from spacy.language import Language

_CONFIDENCE = re.compile(r"\d+%")
_BEFORE = 300  # characters of the original before a passage that may name the place it means


@frozen
class Originals:
    """The reports' own words, by the report's name: the text that spans count in, cleaned; and where it is in the case.

    Reports of known talks need not tell by themselves that somebody negotiates.
    """

    texts: Mapping[str, str] = field(repr=False)
    clean: Mapping[str, CleanText] = field(repr=False)
    files: Mapping[str, Filed] = field(factory=dict)
    are_of_known_talks: bool = field(default=False, kw_only=True)


def draft_case(case_id: str, title: str, account: Account, originals: Originals, lexicon: Lexicon, parser: Language) -> Draft:
    """The case that the account's reports tell of, as far as rules can see it; no numbers of anybody's preferences are made up.

    Without a `title` it is named after the sides that were found.

    Raises:
        InvalidReport: nothing in the reports is about talks: no sides, positions, meetings or sticking points.
    """
    coverage = coverage_of(account)
    bearers = bearers_of((clean.text for clean in originals.clean.values()), names_known(coverage))
    coverage = coverage_of(with_subjects(coverage, cast_of(coverage, lexicon, bearers), bearers))
    shelf = shelf_of(coverage, originals.files)
    first_cast = cast_of(coverage, lexicon, bearers)
    names = cast_lexicon(first_cast, _actors_of_persons(coverage))
    read = {name: read_roles(clean, names, parser) for name, clean in originals.clean.items() if _is_read(coverage, name)}
    cast = with_posts(first_cast, mediating_in_person(read))
    sides = find_sides(coverage, cast, read)
    if not originals.are_of_known_talks:
        refuse_without_talks(coverage, cast, sides, originals.texts)
    drafting = _Drafting(shelf, cast, sides, originals)
    return drafting.draft(Case(case_id, title, is_reported=True, account=account), read)


def _is_read(coverage: Coverage, name: str) -> bool:
    return any(report.name == name and report.document.language == "en" for report in coverage.reports)


def _actors_of_persons(coverage: Coverage) -> dict[str, str]:
    owners: dict[str, str] = {}
    for found in coverage.found("offices"):
        if found.item.actor:
            owners.setdefault(coverage.names.of(found.item.person), coverage.names.of(found.item.actor))
    return owners


@frozen
class _Drafting:
    """The drafting of one case."""

    shelf: Shelf
    cast: Cast
    sides: Sides
    originals: Originals

    def draft(self, empty: Case, read: Mapping[str, RolesRead]) -> Draft:
        coverage = self.shelf.coverage
        pressed = {
            (found.report.name, found.item.by, span)
            for found in coverage.found("leverage")
            if demand_in(found.item)
            for span in found.passage.spans
        }
        groups = tuple(group for group in position_groups(coverage) if not _is_pressure(group[0], pressed))
        by_item, phrases = self._phrases(groups)
        matters = matters_of(phrases)
        book = draft_issues(self.shelf, self.cast, self.sides, matters)
        persons = frozenset(each.id for each in draft_persons(self.shelf, self.cast, frozenset())[0])
        occasions = draft_occasions(self.shelf, self.cast, self.sides, persons)
        basis = Basis(book, phrases=by_item, sentences=self._sentences(groups), rounds=occasions.of_report)
        stands = draft_positions(self.shelf, self.cast, groups, basis)
        linkages = draft_links(self.shelf, self.cast, groups, by_item, book)
        lists, told = Teller(self.shelf, self.cast, book, occasions.of_report, by_item).tell()
        body: dict[str, Any] = {
            "rounds": occasions.rounds,
            "meetings": occasions.meetings,
            "delegations": occasions.delegations,
            "links": linkages.links,
            "positions": stands.positions,
            **lists,
        }
        wanted = self._wanted(body)
        people = draft_participants(self.shelf, self.cast, self.sides, wanted, read)
        parties = tuple(actor.id for actor in people.actors if actor.id in self.sides.parties)
        case = evolve(
            empty,
            title=empty.title or self._title(parties),
            summary=f"A draft, read from {self._reports()} by rules; no person has accepted it yet.",
            sources=self.shelf.sources,
            actors=people.actors,
            roles=people.roles,
            access=people.access,
            persons=people.persons,
            offices=people.offices,
            issues=with_consents(book.issues, parties),
            **body,
        )
        remarks = {**people.remarks, **book.remarks, **occasions.remarks, **stands.remarks, **linkages.remarks, **told}
        questions = (
            *on_missing_talks(coverage, self.sides),
            *on_separate_talks(self.shelf, self.cast, stands.positions),
            *self._on_sides(parties),
            *people.questions,
            *book.questions,
            *stands.questions,
            *occasions.questions,
            *_on_doubtful(remarks, {name for each in (*people.questions, *occasions.questions) for name in each.about}),
        )
        return Draft(case, remarks=remarks, questions=questions, left_out=self._left_out(wanted, book, stands))

    def _title(self, parties: tuple[str, ...]) -> str:
        """Between whom the talks are, and in how many reports."""
        names = [member.name for member in self.cast.members if member.id in parties]
        between = f"Talks between {listed(sorted(names))}" if len(names) > 1 else "Talks"
        return f"{between}, as {self._reports()} {'has' if len(self.shelf.sources) == 1 else 'have'} them"

    def _reports(self) -> str:
        return counted(len(self.shelf.sources), "report")

    def _phrases(self, groups: tuple[Group, ...]) -> tuple[dict[int, list[Phrase]], tuple[Phrase, ...]]:
        """Phrases of positions (the first of each group), of sticking points and of figures on the table, also by their items."""
        coverage = self.shelf.coverage
        names = self._names()
        on_matters = [group[0] for group in groups if group[0].item.stance not in (Stance.CLAIM, Stance.DENY)]
        items: list[tuple[str, Found[Any]]] = [
            (part, found)
            for found in on_matters
            if not points_back(found)
            for thing in objects_of(found)
            for part in parts_of(thing)
            if part.strip() and not why_no_matter(found.item, part)
        ]
        points = [point for point in coverage.found("sticking_points") if not is_on_talking(point.item.issue)]
        items += [(part, point) for point in points for part in parts_of(point.item.issue)]
        items += [(_in_words(figures[0]), figures[0]) for figures in terms(coverage) if not _is_comparison(figures[0])]
        drafted = (self._phrase(text, found, names) for text, found in items)
        told = [each for each in drafted if is_named(each) or has_pronoun(each)]
        told += [each for found in on_matters for each in self._of_condition(found, names) if is_named(each)]
        told += [
            evolve(self._phrase(text, found, names), is_condition=True) for found in on_matters if (text := condition_words(found))
        ]
        settled = tuple(each for each in with_kind_before(told) if not each.is_condition or is_telling(each))
        phrases = resolved(settled, [found for found in on_matters if points_back(found)])
        by_item: dict[int, list[Phrase]] = {}
        for phrase in phrases:
            by_item.setdefault(id(phrase.found.item), []).append(phrase)
        return by_item, phrases

    def _of_condition(self, found: Found[PositionMention], names: frozenset[str]) -> list[Phrase]:
        """What is asked under a condition, of a position that is else on how to talk, or on a proposal as a whole."""
        own = [part for thing in objects_of(found) for part in parts_of(thing)]
        if any(not why_no_matter(found.item, part) and is_named(self._phrase(part, found, names)) for part in own):
            return []
        return [evolve(self._phrase(text, found, names), is_asked_under=True) for text in asked_under(found)]

    def _phrase(self, text: str, found: Found[Any], names: frozenset[str]) -> Phrase:
        original = self.originals.texts.get(found.report.name, "")
        before = original[max(found.passage.start - _BEFORE, 0) : found.passage.start]
        around = sentence_of(found) if hasattr(found.item, "counted") else found.passage.text
        sentence = sentence_around(original, found.passage)
        if condition := getattr(found.item, "condition", None):
            sentence = sentence.replace(condition.text, " ")
        return phrase_of(text, found, around=around, before=before, sentence=sentence, names=names)

    def _names(self) -> frozenset[str]:
        """Names that make no place of a matter: of actors and persons, and of towns where meetings are."""
        acting = {member.id for member in map(self.cast.of, acting_names(self.shelf.coverage)) if member is not None}
        names = {form for member in self.cast.members if member.id in acting for form in (member.name, *member.forms)}
        names |= set(self.cast.persons)
        for entry in self.cast.lexicon.actors:
            names |= {entry.name, *entry.aliases, *entry.adjectives}
        names |= {found.item.place for found in self.shelf.coverage.found("meetings") if found.item.place}
        return frozenset(names)

    def _sentences(self, groups: tuple[Group, ...]) -> dict[int, str]:
        texts = self.originals.texts
        return {id(group[0].item): sentence_around(texts.get(group[0].report.name, ""), group[0].passage) for group in groups}

    def _wanted(self, body: Mapping[str, tuple[Any, ...]]) -> frozenset[str]:
        """The actors that an entry names, or that have a role; persons are no actors."""
        known = {member.id for member in self.cast.members}
        wanted = {*self.sides.parties, *self.sides.mediators, *(actor for actor, _, _ in self.sides.others)}
        wanted |= {toward for _, _, toward in self.sides.others if toward}
        for items in body.values():
            for item in items:
                for key in ("actor", "by", "on", "owed_by", "to"):
                    wanted |= {str(getattr(item, key, None))} & known
                for key in ("participants", "parties"):
                    wanted |= set(getattr(item, key, ())) & known
                wanted |= {side.actor for side in getattr(item, "sides", ())}
        for found in self.shelf.coverage.found("offices"):
            member = self.cast.of(found.item.actor)
            wanted |= {member.id} if member else set()
        return frozenset(wanted & known)

    def _on_sides(self, parties: tuple[str, ...]) -> tuple[Question, ...]:
        about = tuple(("actors", actor) for actor in parties)
        if len(parties) < 2:
            found = "one party" if parties else "no party"
            return (
                Question(f"The draft has {found}: the reports do not say between whom the talks are. Give the roles yourself.", about),
            )
        if len(parties) > 2:
            return (Question(f"The draft has {len(parties)} parties. Are they all sides whose consent is needed?", about),)
        return ()

    def _left_out(self, wanted: frozenset[str], book: IssueBook, stands: Stands) -> tuple[str, ...]:
        actors = sorted(member.name for member in self.cast.members if member.id not in wanted)
        lines = [f"Named, but without a part: {', '.join(actors)}."] if actors else []
        lines += [
            f"No issue, as no party takes a stand on it: “{matter.phrases[0].text}”."
            for matter in book.left_out
            if any(getattr(phrase.found.item, "stance", None) in ON_TERMS for phrase in matter.phrases)
        ]
        lines += [f"On no issue, as {why}: positions {', '.join(map(repr, names))}." for why, names in stands.on_none.items()]
        nobodys = (found for found in self.shelf.coverage.found("positions") if self.cast.of(found.item.party) is None)
        lines += [f"No position, as nothing says for whom {each.item.party} speaks: “{each.passage.text}”." for each in nobodys]
        return tuple(lines)


def _is_pressure(found: Found[PositionMention], pressed: set[tuple[str, str, Span]]) -> bool:
    """Whether the words are told as pressure on another already: a demand to it, not a stand on a matter of the talks."""
    report, party = found.report.name, found.item.party
    return any(name == report and by == party and span.overlaps(own) for name, by, span in pressed for own in found.passage.spans)


def _is_comparison(figure: Found[FigureMention]) -> bool:
    """Whether the figure says by how much something differs from something else: "28 percent above the closing price"."""
    words = sentence_of(figure).partition(figure.passage.text)[2]
    return re.match(r"\s+(?:above|below|over|under|more than|less than|higher|lower|up|down|dearer|cheaper)\b", words) is not None


def _in_words(figure: Found[FigureMention]) -> str:
    """The figure with what it counts: "40-day pause in hostilities", "4 percent"."""
    text, counted = figure.passage.text, figure.item.counted
    if not counted or counted.casefold() in text.casefold():
        return text
    return f"{text} {counted}" if "-" in text else f"{text} ({counted})"


def _on_doubtful(remarks: Mapping[Name, Remark], asked: set[Name]) -> tuple[Question, ...]:
    """Questions on the doubtful entries about which, or about whose actor, none is asked yet; a doubt of several is one question.

    Last stand entries that are doubtful for nothing but the confidence in how they were read.
    """
    doubtful = [
        (name, remark)
        for name, remark in remarks.items()
        if remark.support is Support.DOUBTFUL and name[0] != "actors" and not {name, ("actors", name[1].partition("/")[0])} & asked
    ]
    alike: dict[tuple[str, tuple[str, ...]], list[Name]] = {}
    for name, remark in doubtful:
        alike.setdefault((name[0], tuple(doubt for doubt in remark.doubts if not _CONFIDENCE.match(doubt))), []).append(name)
    told = sorted(alike.items(), key=lambda each: not each[0][1])
    return tuple(Question(_doubted(collection, doubts, names), tuple(names)) for (collection, doubts), names in told)


def _doubted(collection: str, doubts: Sequence[str], names: Sequence[Name]) -> str:
    entries = f"{collection.replace('_', ' ')} {listed(repr(name) for _, name in names)}"
    if not doubts:
        return f"In words that are often misread (how sure is told above each): {entries}."
    return f"{entries}: {'; '.join(doubts)}."
