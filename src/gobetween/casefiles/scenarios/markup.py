"""XML to a small tree of elements that know their lines; document types and entities are refused, so nothing can be unfolded."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NoReturn
from xml.parsers import expat

from attrs import define, field

from gobetween.casefiles.scenarios.numerals import exact
from gobetween.casefiles.scenarios.refusals import quoted, refusal
from gobetween.model.errors import InvalidCase

DEEPEST_NESTING = 40


@define
class Element:
    """An element with its attributes, its children in order, and where it begins."""

    file: str
    line: int
    name: str
    attributes: dict[str, str]
    children: list[Element] = field(factory=list)

    def named(self, *names: str) -> Iterator[Element]:
        """Its children of these names."""
        return (child for child in self.children if child.name in names)

    def everything(self) -> Iterator[Element]:
        """The element itself and all that is in it, in document order."""
        yield self
        for child in self.children:
            yield from child.everything()

    def refusal(self, text: str) -> InvalidCase:
        """The error that names the element."""
        return refusal(self.file, self.line, f"<{self.name}>: {text}")

    def text(self, attribute: str) -> str:
        """An attribute that has to be there.

        Raises:
            InvalidCase: it is missing or empty.
        """
        said = self.attributes.get(attribute, "").strip()
        if not said:
            raise self.refusal(f"the attribute '{attribute}' is missing")
        if not said.isprintable():
            raise self.refusal(f"the attribute '{attribute}' has a character that cannot be shown; take it out")
        return said

    def number(self, attribute: str) -> Fraction:
        """An attribute that has to be a number.

        Raises:
            InvalidCase: it is missing, or no finite number.
        """
        said = self.text(attribute)
        value = exact(said)
        if value is None:
            raise self.refusal(f"{attribute}={quoted(said)} is no number; allowed: a finite decimal number such as 0.25")
        return value

    def whole(self, attribute: str) -> int:
        """An attribute that has to be a whole number.

        Raises:
            InvalidCase: it is missing, or no whole number.
        """
        value = self.number(attribute)
        if value.denominator != 1:
            raise self.refusal(f"{attribute}={quoted(self.text(attribute))} is no whole number")
        return value.numerator


@define
class _Builder:
    """Takes the parser's events in."""

    file: str
    parser: expat.XMLParserType
    root: Element | None = None
    open: list[Element] = field(factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        element = Element(self.file, self.parser.CurrentLineNumber, name, attributes)
        if len(self.open) >= DEEPEST_NESTING:
            raise element.refusal(f"found more than {DEEPEST_NESTING} levels of nesting")
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def refuse_declaration(self, *_said: object) -> NoReturn:
        text = "found a document type or an entity (<!DOCTYPE, <!ENTITY); scenario files do without: take it out"
        raise refusal(self.file, self.parser.CurrentLineNumber, text)


def parse_markup(data: bytes, file: str) -> Element:
    """The root element of an XML document.

    Raises:
        InvalidCase: it is not well-formed, nested too deeply, or declares a document type or entities.
    """
    parser = expat.ParserCreate()
    builder = _Builder(file, parser)
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.StartDoctypeDeclHandler = builder.refuse_declaration
    parser.EntityDeclHandler = builder.refuse_declaration
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the parser takes no keywords: this is the last piece
    except expat.ExpatError as error:
        raise refusal(file, error.lineno, f"not XML: {expat.errors.messages[error.code]}") from None
    except (LookupError, ValueError) as error:  # an encoding that it does not know, or a null byte
        raise refusal(file, 1, f"not XML: {error}") from None
    if builder.root is None:
        raise InvalidCase(f"{file}: not XML: there is no element in it")
    return builder.root
