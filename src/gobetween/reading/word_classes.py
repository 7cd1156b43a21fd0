"""The word classes of tagged words, by the parser's own rules: asked once for each kind of word, then remembered.

The parser asks some 180 patterns of every word, which takes a sixth of its time. Nearly all of them look at one word, and only at
whether its tag, its role or its letters are among few that the patterns name; so words of one kind get one answer.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

from attrs import define, field
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

Attributes = dict[Any, Any]
_PLAIN = ("TAG", "LOWER", "DEP", "POS", "IS_SPACE")


def remember_answers(ruler: AttributeRuler) -> None:
    """Lets the ruler remember its answers; what it sets stays the same."""
    answers = _Answers.of(ruler)
    ruler.match = answers.match  # type: ignore[method-assign]
    ruler.set_annotations = answers.apply  # type: ignore[method-assign]


@define(eq=False)
class _Answers:
    """The rules that look at one word, and the others; and what the first were found to say of each kind of word."""

    ruler: AttributeRuler
    of_one: Matcher
    of_several: Matcher
    named: tuple[tuple[str, frozenset[int]], ...]  # attributes, and their values that the rules of one word name
    known: dict[tuple[int, ...], tuple[int, ...]] = field(factory=dict)  # kind of word: rules
    merged: dict[tuple[int, ...], Attributes] = field(factory=dict)  # rules in their order: what they set, the later over the earlier

    @classmethod
    def of(cls, ruler: AttributeRuler) -> _Answers:
        """The ruler's rules, sorted."""
        vocab = ruler.vocab
        of_one, of_several = Matcher(vocab, validate=False), Matcher(vocab, validate=False)
        named: dict[str, set[int]] = {attribute: set() for attribute in _PLAIN}
        rules: list[dict[str, Any]] = list(ruler.patterns)
        for number, rule in enumerate(rules):
            is_plain = all(_is_plain(pattern) for pattern in rule["patterns"]) and rule["index"] == 0
            (of_one if is_plain else of_several).add(str(number), rule["patterns"])
            for attribute, value in chain.from_iterable(test.items() for pattern in rule["patterns"] for test in pattern if is_plain):
                named[attribute] |= {each if isinstance(each, bool) else vocab.strings.add(each) for each in _values(value) or ()}
        return cls(ruler, of_one, of_several, tuple((each, frozenset(values)) for each, values in named.items() if values))

    def match(self, doc: Doc) -> list[tuple[int, tuple[int, ...]]]:
        """The words that any rule speaks of, and which rules, in their order."""
        found = {at: rules for at, rules in enumerate(map(self._rules, self._kinds(doc), range(len(doc)), [doc] * len(doc))) if rules}
        for rule, start, end in self._asked(self.of_several, doc):
            at = range(start, end)[self.ruler.indices[rule]]
            found[at] = tuple(sorted({*found.get(at, ()), rule}))
        return list(found.items())

    def apply(self, doc: Doc, matches: list[tuple[int, tuple[int, ...]]]) -> None:
        """Sets what the rules say."""
        for at, rules in matches:
            if rules not in self.merged:
                self.merged[rules] = {key: value for rule in rules for key, value in self.ruler.attrs[rule].items()}
            set_token_attrs(doc[at], self.merged[rules])

    def _kinds(self, doc: Doc) -> list[tuple[int, ...]]:
        columns = doc.to_array([attribute for attribute, _ in self.named]).T.tolist()
        reduced = (
            [value if value in values else 0 for value in column] for column, (_, values) in zip(columns, self.named, strict=True)
        )
        return list(zip(*reduced, strict=True))

    def _rules(self, kind: tuple[int, ...], at: int, doc: Doc) -> tuple[int, ...]:
        rules = self.known.get(kind)
        if rules is None:
            rules = tuple(sorted({rule for rule, _, _ in self._asked(self.of_one, doc[at : at + 1])}))
            self.known[kind] = rules
        return rules

    def _asked(self, matcher: Matcher, words: Any) -> list[tuple[int, int, int]]:
        strings = self.ruler.vocab.strings
        return [(int(strings[name]), start, end) for name, start, end in matcher(words, allow_missing=True, as_spans=False)]


def _is_plain(pattern: list[dict[str, Any]]) -> bool:
    """Whether it looks at one word, and only at whether something is among values that it names."""
    if len(pattern) != 1:
        return False
    return all(attribute in _PLAIN and _values(value) is not None for attribute, value in pattern[0].items())


def _values(test: Any) -> list[Any] | None:
    """The values that a test names, or `None` if it is a test of another kind."""
    if isinstance(test, str | bool):
        return [test]
    if isinstance(test, dict) and set(test) <= {"IN", "NOT_IN"}:
        return list(chain.from_iterable(test.values()))
    return None
