"""The typesetter that makes PDF files and pictures: it is given a form and data, and reads nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import ModuleType
from typing import Any

from attrs import field, frozen

from gobetween.model.errors import MissingPart

_PICTURE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(json(bytes(sys.inputs.data)).svg), format: "svg")
"""
_FONTLESS = "could not be displayed"  # how the typesetter says that no font at hand has a letter
_SIZE = re.compile(r' width="([\d.]+)" height="([\d.]+)"')
_OWN = ((0, 0x600), (0x1E00, 0x2E80), (0xFB00, 0xFB50))  # Latin, Greek, Cyrillic, Hebrew, punctuation and signs


@frozen
class Typeset:
    """A file, and whether boxes stand in it for letters that no font at hand has."""

    data: bytes
    lacks_letters: bool = field(default=False, kw_only=True)


def typeset_pdf(form: bytes, data: Mapping[str, Any]) -> Typeset:
    """The form filled with the data as a tagged PDF (PDF/UA-1); the same input gives the same bytes.

    The fonts that come with the typesetter hold Latin, Greek, Cyrillic and Hebrew letters: with these alone, every machine makes
    the same file. For others the fonts of the machine are asked. Where these lack a letter too, a box stands for it, and the file
    no longer claims to be PDF/UA-1.

    Raises:
        MissingPart: the typesetter is not installed.
    """
    typst = _typesetter()
    written = json.dumps(data, ensure_ascii=False)
    for is_own in (True, False) if _is_in_own_letters(written) else (False,):
        try:
            return Typeset(_compiled(typst, form, written, ignore_system_fonts=is_own, pdf_standards="ua-1"))
        except typst.TypstError as error:
            if _FONTLESS not in str(error):
                raise
    return Typeset(_compiled(typst, form, written), lacks_letters=True)


def picture_png(svg: str, *, dots_per_inch: int = 200) -> bytes:
    """A drawing as PNG, for programs that take no SVG.

    Raises:
        MissingPart: the typesetter is not installed.
    """
    typst = _typesetter()
    is_own = _is_in_own_letters(svg)
    return _compiled(typst, _PICTURE, json.dumps({"svg": svg}), format="png", ppi=dots_per_inch, ignore_system_fonts=is_own)


def size_of(svg: str) -> tuple[float, float]:
    """The width and the height of a drawing of ours."""
    found = _SIZE.search(svg)
    assert found is not None
    return float(found[1]), float(found[2])


def _compiled(typst: ModuleType, form: bytes, written: str, **how: Any) -> bytes:
    made = typst.compile(form, sys_inputs={"data": written}, **({"format": "pdf"} | how))
    assert isinstance(made, bytes)
    return made


def _is_in_own_letters(text: str) -> bool:
    return text.isascii() or all(any(first <= ord(letter) < last for first, last in _OWN) for letter in set(text))


def _typesetter() -> ModuleType:
    try:
        import typst
    except ImportError as missing:
        msg = "making PDF and DOCX needs typst, which is not installed; install it with: pip install 'gobetween[documents]'"
        raise MissingPart(msg) from missing
    return typst
