"""Why there is no package: a minimal set of requirements that cannot all be met."""

from __future__ import annotations

from contextlib import suppress

from attrs import evolve

from gobetween.bargaining.hitting_sets import members
from gobetween.bargaining.kernels import Kernel, Oracle, Progress, Undecided, Watch, unwatched
from gobetween.bargaining.kernels.choosing import kernel_for
from gobetween.bargaining.kernels.enumeration import ENUMERATION
from gobetween.bargaining.option_kinds import kinds_of
from gobetween.bargaining.problems import Problem
from gobetween.bargaining.requirements import Requirement


def find_blame(problem: Problem, blamed: int, kernel: Kernel | None = None) -> tuple[Requirement, ...] | None:
    """A minimal conflict among the requirements `blamed` (bits), given the links of the matter; `None` if they can all be met.

    Where the matter's links alone leave no package, it is a minimal conflict among these. Every package breaks one of the
    conflict's requirements, and without any one of them some package would not. Of needless requirements those over several
    issues are dropped first, then the last stated. Cost: an oracle or two, and a question for each requirement blamed; one about
    which the oracle cannot tell stays in.

    Raises:
        BeyondReach: the problem is too large, or too entangled, for the kernel.
        Undecided: the kernel's oracle cannot tell whether they can all be met.
    """
    asked = kernel or kernel_for(problem)
    stated = kinds_of(problem).problem if asked is ENUMERATION else problem
    found = None if asked is ENUMERATION else _blame_without_links(problem, blamed, asked)
    if found is None:
        conflict = minimal_conflict(asked.oracle(stated), blamed & ~stated.matter, wide(stated))
        found = None if conflict is None else stated.required(conflict[0])
    return _blame_of_matter(stated, asked) if found == () else found


def minimal_conflict(oracle: Oracle, bits: int, spare: int = 0, watch: Watch = unwatched) -> tuple[int, bool] | None:
    """Some of these requirements that cannot be met together, and whether it is proven that none is needless; `None` if all can be met.

    Deletion: first the `spare` ones, all at once if that is possible, then the others, the last stated first; one question for
    each requirement. Nothing is left where the links of the matter leave no package. One about which the oracle cannot tell
    stays in, and so do all that are left once `watch` says stop.

    Raises:
        Undecided: the oracle cannot tell whether all can be met.
    """
    if oracle.meet(bits) is not None:
        return None
    if spare & bits and _can_be_met(oracle, bits & ~spare) is False:
        bits &= ~spare
    in_question, is_minimal = (*reversed(members(bits & spare)), *reversed(members(bits & ~spare))), True
    for done, at in enumerate(in_question):
        if not watch(Progress("first conflict", done, len(in_question))):
            return bits, False
        can_be_met = _can_be_met(oracle, bits & ~(1 << at))
        is_minimal = is_minimal and can_be_met is not None
        if can_be_met is False:
            bits &= ~(1 << at)
    return bits, is_minimal


def wide(problem: Problem) -> int:
    """The requirements over several issues that somebody can concede, as bits."""
    return sum(1 << at for at, each in enumerate(problem.requirements) if each.is_concedable and len(each.issues) > 1)


def _blame_without_links(problem: Problem, blamed: int, kernel: Kernel) -> tuple[Requirement, ...] | None:
    """A minimal conflict without the `wide` requirements, as the oracle is made sooner; `None` if there is none, or nothing is wide."""
    aside = wide(problem)
    if not aside & blamed:
        return None
    left = problem.required(problem.bits() & ~aside)
    narrow, at_hand = evolve(problem, requirements=left), {each.id for each in problem.required(blamed)}
    bits = sum(1 << at for at, each in enumerate(left) if each.id in at_hand)
    with suppress(Undecided):
        conflict = minimal_conflict(kernel.oracle(narrow), bits & ~narrow.matter)
        return None if conflict is None else narrow.required(conflict[0])
    return None


def _blame_of_matter(problem: Problem, kernel: Kernel) -> tuple[Requirement, ...]:
    """A minimal conflict among the matter's links, which leave no package."""
    links = problem.required(problem.matter)
    yielding = evolve(problem, requirements=tuple(evolve(each, owner=each.id) for each in links), preferences=())
    within, _ = minimal_conflict(kernel.oracle(yielding), (1 << len(links)) - 1) or (0, True)
    return tuple(links[at] for at in members(within))


def _can_be_met(oracle: Oracle, bits: int) -> bool | None:
    """Whether these can be met together; `None` if the oracle cannot tell."""
    try:
        return oracle.meet(bits) is not None
    except Undecided:
        return None
