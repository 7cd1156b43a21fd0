"""What the kinds of entries and their keys mean, in the words of `docs/reference/case-files.md`: editors show it where one writes."""

from __future__ import annotations

from gobetween.casefiles.schemas.meanings_of_keys import OF_KEYS, OF_KEYS_IN
from gobetween.casefiles.schemas.meanings_of_kinds import OF_TITLES


def meaning_of(title: str) -> str:
    """What is meant by a kind of entry or of value; `""` if its title says it."""
    return OF_TITLES.get(title, "")


def meaning_of_key(whole: str, key: str) -> str:
    """What a key means in what has that title; `""` if nothing is said of it."""
    base = key.removesuffix("_actor").removesuffix("_type")
    if base != key and key not in OF_KEYS:
        return "Whom the speaker belongs to." if key.endswith("_actor") else "The type of source."
    return OF_KEYS_IN.get((whole, key), OF_KEYS.get(key, ""))
