"""With whose numbers an answer may be computed for an audience, and which of them it may also see."""

from __future__ import annotations

from gobetween.bargaining.problems import Problem, problem_of
from gobetween.briefs.answers.guesses import sets_to_name
from gobetween.briefs.numbers import HOW_TO_ASSUME, is_computable
from gobetween.briefs.numbers_seen import sees
from gobetween.briefs.phrasing import joined
from gobetween.briefs.scenes import Scene
from gobetween.model.errors import InvalidCase, NotDisclosed

NOT_OPEN = (
    "what packages are worth to every party is not open to this reader, and the answer rests on it. A party can entrust its own "
    "numbers, and permit pooling for a reader; whoever holds the case folder can try numbers of their own."
)
ASK_AS_ANOTHER = "What was entrusted to a mediator, or pooled for it alone, is worked with for that one: ask as it"
NOT_SEEN = (
    "some of the numbers may be computed with for this reader, but not seen, and {}. What pooling permits is what a brief shows: "
    "gobetween zone, gobetween solve --rule nash, and gobetween improve with the proposal on the table"
)
TRIED_BESIDE = "by trying assumptions beside them they could be brought out"
NOTHING_TO_SETTLE = "this reader sees no issue with options in the case, so that there is no package; add issues to case.yaml"


def problem_with_numbers(scene: Scene) -> Problem:
    """The problem of a scene with the preferences that its audience may compute with.

    Raises:
        NotDisclosed: they do not cover every party; in the same words whatever others have entrusted.
        InvalidCase: there is no issue with options.
    """
    refuse_without_issues(scene)
    if not is_computable(scene):
        own = sets_to_name(scene) or (HOW_TO_ASSUME if scene.is_keeper else "")
        how = _left_out_by_the_set(scene) or joined(_as_another(scene), own, by=" ")
        raise NotDisclosed(joined(NOT_OPEN, how, by=" "))
    return problem_of(scene.case, scene.preferences)


def _as_another(scene: Scene) -> str:
    """Whom else whoever holds the folder can ask as; it says the same whatever was entrusted to a mediator."""
    others = " or ".join(f"--as {each}" for each in scene.case.mediators)
    return f"{ASK_AS_ANOTHER} ({others})." if scene.is_keeper and others else ""


def _left_out_by_the_set(scene: Scene) -> str:
    """Of whom the set of assumptions that was named says nothing; what is pooled never stands beside it, and shows not here either."""
    known = {each.party for each in scene.preferences}
    left_out = [each for each in scene.case.parties if each not in known]
    return f"The set '{scene.assumption}' has no numbers of: {', '.join(left_out)}." if scene.assumption is not None else ""


def problem_with_seen_numbers(scene: Scene, why: str) -> Problem:
    """The same, where the audience may see all of these numbers; `why` says what the answer would tell of them.

    Raises:
        NotDisclosed, InvalidCase: as above, or some of the numbers may not be seen.
    """
    problem = problem_with_numbers(scene)
    if not sees_all(scene):
        raise NotDisclosed(NOT_SEEN.format(why))
    return problem


def refuse_without_issues(scene: Scene) -> None:
    """Stops where there is nothing to settle.

    Raises:
        InvalidCase: there is no issue with options.
    """
    if not any(issue.options for issue in scene.case.issues):
        raise InvalidCase(NOTHING_TO_SETTLE)


def sees_all(scene: Scene) -> bool:
    """Whether it may see all of them."""
    return all(sees(scene, each.party) for each in scene.preferences)
