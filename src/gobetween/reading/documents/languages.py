"""A modest guess at the language of a text: by its script, and among Latin scripts by its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable

from gobetween.reading.word_lists import words

UNDETERMINED = "und"

_SAMPLE = 6_000
_LANGUAGE = re.compile(r"[a-z]{2}")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_COMMONEST = {
    "en": words(
        "the of and to in that is was for on with as by at from has have had be are were it its an this which said not but or he they"
    ),
    "fr": words(
        "le la les de des du et en un une est que qui dans pour sur par au aux avec ce cette sont pas plus il elle ont été se ne"
    ),
    "es": words(
        "el la los las de del y en un una es que por con para se su al lo como más ha fue son pero este esta no han sobre entre"
    ),
    "de": words(
        "der die das und in den von zu mit dem des ein eine ist im für auf nicht sich als auch es an werden aus hat bei sie nach wird"
    ),
    "it": words(
        "il lo la gli le di del della e in un una è che per con non si al da dei sono ha anche più nel alla come ma i questo dal"
    ),
    "pt": words("o a os as de do da dos das e em um uma é que por para com se no na ao não mais foi são como mas pelo pela sua entre"),
    "nl": words(
        "de het een en van in is op te dat die voor met zijn aan niet door ook als bij er naar om uit heeft maar wordt zich nog over"
    ),
    "sv": words("och att det i en som på är av för med den till inte har de ett om var från vid sig men ska efter också kan han säger"),
    "pl": words("w i na z do że się nie jest to o po przez od jak za oraz dla ale tym został które który był jego są co czy przed"),
    "tr": words(
        "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra ancak olduğunu ise en göre değil var ne her tarafından"
    ),
    "id": words(
        "yang dan di ke dari untuk dengan pada ini itu dalam tidak akan adalah oleh juga telah sebagai kepada mereka bahwa para atau"
    ),
}
_SHORT = 40  # words; a ticker's line or a feed's entry has too few of the commonest
_OF_ENGLISH_REPORTS = words(  # and of no other language here
    """said says told would could should declined comment rejected refused accepted agreed offered demanded wants demands talks
    agreement meeting week day days ministry government spokesman spokeswoman officials sources after before between about
    than when who their she our more longer objects insists warned threatened ceasefire truce hostages workers prisoners
    there been did does according met held"""
)
_UKRAINIAN, _BULGARIAN_MARKS = set("іїєґ"), set("ъ")
_KANA = frozenset({"HIRAGANA", "KATAKANA"})
_PERSIAN, _URDU = set("پچژگ"), set("ٹڈڑےں")


def language_of(text: str, stated: str | None) -> str:
    """The guess, or where the words do not say, the language that the container states, if the text is in Latin letters at all.

    What a container states is often what its program was set to, so that the words count before it.
    """
    guess = guess_language(text)
    if guess != UNDETERMINED or not stated or not _LANGUAGE.fullmatch(stated):
        return guess
    letters = [letter for letter in text[:_SAMPLE].lower() if letter.isalpha()]
    is_latin = sum(_script(letter) == "LATIN" for letter in letters) > 0.9 * len(letters)
    return stated if letters and is_latin and stated in _COMMONEST else guess


def guess_language(text: str) -> str:
    """The language of `text` as ISO 639-1, or "und" where its words do not say: too few of them, a mixture, a language unknown here."""
    sample = text[:_SAMPLE].lower()
    scripts: Counter[str] = Counter()
    for letter, times in Counter(sample).items():
        if letter.isalpha():
            scripts[_script(letter)] += times
    if not scripts:
        return UNDETERMINED
    script, count = scripts.most_common(1)[0]
    if count < 0.6 * scripts.total():
        return UNDETERMINED
    if script == "LATIN":
        return _latin(sample)
    letters = Counter(letter for letter in sample if letter.isalpha())
    judge = _OTHER_SCRIPTS.get(script)
    return judge(letters) if judge else UNDETERMINED


def _script(letter: str) -> str:
    if "a" <= letter <= "z":
        return "LATIN"
    name = unicodedata.name(letter, "UNNAMED").split(" ", 1)[0].split("-", 1)[0]
    return "CJK" if name in _KANA else name  # Japanese mixes them: one script for the count


def _latin(sample: str) -> str:
    found = _WORD.findall(sample)
    if len(found) < 4:
        return UNDETERMINED
    counts = Counter(found)
    known = {**_COMMONEST, "en": _COMMONEST["en"] | _OF_ENGLISH_REPORTS} if len(found) < _SHORT else _COMMONEST
    scores = sorted(((sum(counts[word] for word in common), code) for code, common in known.items()), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    is_enough = best >= max(2, 0.13 * len(found))
    return code if is_enough and best >= 1.25 * second + 1 else UNDETERMINED


def _share(letters: Counter[str], marks: set[str]) -> float:
    return sum(letters[mark] for mark in marks) / max(1, letters.total())


def _cyrillic(letters: Counter[str]) -> str:
    if _share(letters, _UKRAINIAN) > 0.02:
        return "uk"
    if _share(letters, set("ыэё")) > 0.004:
        return "ru"
    return "bg" if _share(letters, _BULGARIAN_MARKS) > 0.008 else UNDETERMINED


def _arabic(letters: Counter[str]) -> str:
    if _share(letters, _URDU) > 0.01:
        return "ur"
    return "fa" if _share(letters, _PERSIAN) > 0.01 else "ar"


_OTHER_SCRIPTS: dict[str, Callable[[Counter[str]], str]] = {
    "CYRILLIC": _cyrillic,
    "ARABIC": _arabic,
    "HEBREW": lambda _: "he",
    "GREEK": lambda _: "el",
    "HANGUL": lambda _: "ko",
    "CJK": lambda letters: "ja" if any("\u3040" <= letter <= "\u30ff" for letter in letters) else "zh",
    "THAI": lambda _: "th",
    "DEVANAGARI": lambda _: "hi",
    "ARMENIAN": lambda _: "hy",
    "GEORGIAN": lambda _: "ka",
    "ETHIOPIC": lambda _: "am",
}
