"""What holds in doubt, as it is given to programs."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from gobetween.bargaining.kernels import Count
from gobetween.bargaining.robust import Robustness
from gobetween.bargaining.robust.narrowings import Asked, Question
from gobetween.bargaining.robust.questions import Asking
from gobetween.briefs.answers.answers import GivenStatus
from gobetween.briefs.answers.giving import status_of, terms_in_words
from gobetween.briefs.phrasing import listed
from gobetween.briefs.scenes import Scene
from gobetween.model.issues import Package


@frozen
class GivenCount:
    """How many packages there are: at least and at most; one number where it is exact."""

    at_least: int
    at_most: int


@frozen
class GivenPartyInDoubt:
    """How many packages that keep what is firm are surely, at least possibly, acceptable to a party; how many hang on it alone."""

    party: str
    surely: GivenCount
    possibly: GivenCount
    alone: GivenCount


@frozen
class GivenDoubtfulZone:
    """How many packages keep red lines and links, and how many of them are surely, and at least possibly, in the zone; some of both."""

    status: GivenStatus
    packages: GivenCount = field(kw_only=True)
    surely: GivenCount = field(kw_only=True)
    possibly: GivenCount = field(kw_only=True)
    sure: tuple[Package, ...] = field(kw_only=True)
    doubtful: tuple[Package, ...] = field(kw_only=True)
    parties: tuple[GivenPartyInDoubt, ...] = field(kw_only=True)


@frozen
class GivenRegret:
    """The package whose greatest regret is least; its regret, felt in a `world` (a picture a party) for want of the `rival`."""

    status: GivenStatus
    package: Package = field(kw_only=True)
    regret: Fraction = field(kw_only=True)
    rival: Package = field(kw_only=True)
    world: Mapping[str, str] = field(kw_only=True)
    among_sure: bool = field(kw_only=True)


@frozen
class GivenAsking:
    """A question to one party in words, and how many packages are in doubt after each answer."""

    party: str
    words: str = field(kw_only=True)
    answers: Mapping[str, GivenCount] = field(kw_only=True)


@frozen
class GivenQuestion:
    """The question that tells most, of those `looked_at` out of `of`, and how many packages are in doubt before it."""

    status: GivenStatus
    best: GivenAsking | None = field(kw_only=True)
    in_doubt: GivenCount = field(kw_only=True)
    looked_at: int = field(kw_only=True)
    of: int = field(kw_only=True)


@frozen
class GivenRobustness:
    """The three answers; each has a status of its own."""

    zone: GivenDoubtfulZone
    regret: GivenRegret
    question: GivenQuestion


def _count(count: Count) -> GivenCount:
    return GivenCount(count.least, count.most)


def given_robustness(scene: Scene, found: Robustness) -> GivenRobustness:
    """The three answers as they are given."""
    zone, regret, question = found.zone, found.regret, found.question
    return GivenRobustness(
        GivenDoubtfulZone(
            status_of(scene, zone.status),
            packages=_count(zone.packages),
            surely=_count(zone.surely),
            possibly=_count(zone.possibly),
            sure=zone.sure,
            doubtful=zone.doubtful,
            parties=tuple(
                GivenPartyInDoubt(each.party, _count(each.surely), _count(each.possibly), _count(each.alone)) for each in zone.parties
            ),
        ),
        GivenRegret(
            status_of(scene, regret.status),
            package=regret.package,
            regret=regret.regret,
            rival=regret.rival,
            world=regret.world,
            among_sure=regret.among_sure,
        ),
        GivenQuestion(
            status_of(scene, question.status),
            best=_asking(scene, question.best) if question.best else None,
            in_doubt=_count(question.in_doubt),
            looked_at=question.looked_at,
            of=question.of,
        ),
    )


def _asking(scene: Scene, asking: Asking) -> GivenAsking:
    answers = {answer: _count(count) for answer, count in asking.answers.items()}
    return GivenAsking(asking.question.party, words=question_in_words(scene, asking.question), answers=answers)


def question_in_words(scene: Scene, question: Question) -> str:
    """The question as it would be put."""
    names = scene.names
    match question.about:
        case Asked.PICTURE:
            return "which of the pictures of its preferences is right?"
        case Asked.RESERVATION:
            return f"does it need more than {question.than:,}, in these numbers, to prefer a deal to none?"
        case Asked.ISSUES:
            return f"which matters more to it, {listed((names.issue(each) for each in question.issues), last='or')}?"
        case Asked.OPTION:
            option = f"“{names.option(str(question.issue), str(question.option))}” ({names.issue(question.issue)})"
            return f"is {option} worth more than {question.than:,} to it, in these numbers?"
        case Asked.PACKAGE:
            return f"could it accept this package: {terms_in_words(scene, question.package)}?"
