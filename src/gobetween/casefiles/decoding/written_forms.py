"""What the text of a judged field may be, as a schema: one for each form in which people write values."""

from __future__ import annotations

from collections.abc import Mapping

from gobetween.casefiles.decoding.time_and_source_readers import EXACT_TIME
from gobetween.casefiles.schemas.fragments import ANY_WORD, Schema, either, matching
from gobetween.model.evidence import item_forms as forms

_LARGEST_SIZE = 10**9 - 1
_FILLED: Schema = {**ANY_WORD, "minLength": 1}
_NUMBER: Schema = either(
    {"type": "number"},
    matching(r"[-+]?[0-9]{1,30}(?:\.[0-9]{1,30}|/0*[1-9][0-9]{0,29})?", "[-+]?[0-9]{1,3}(?:,[0-9]{3})+"),
)
_NAMES: Schema = {**ANY_WORD, "pattern": r"[^,;\s]"}
_FLAG: Schema = either({"type": "boolean"}, {"enum": ["yes", "no", "true", "false"]})
_EMPTY: Schema = {"const": ""}

_SCHEMAS: Mapping[forms.Form, Schema] = {
    forms.WORDS: _FILLED,
    forms.PERHAPS_WORDS: ANY_WORD,
    forms.WORDS_OR_NONE: ANY_WORD,
    forms.NUMBER: _NUMBER,
    forms.PERHAPS_NUMBER: either(*_NUMBER["anyOf"], _EMPTY),
    forms.SIZE: either({"type": "integer", "minimum": 0, "maximum": _LARGEST_SIZE}, matching("[0-9]{1,9}", "")),
    forms.NAMES: _NAMES,
    forms.PERHAPS_NAMES: ANY_WORD,
    forms.WHEN: either(EXACT_TIME, _EMPTY),
    forms.FLAG: _FLAG,
    forms.PERHAPS_FLAG: either(*_FLAG["anyOf"], _EMPTY),
}


def schema_of_form(form: forms.Form) -> Schema:
    """What a text may be that `parsed` takes in this form."""
    return {"enum": list(form.words)} if form.words else _SCHEMAS[form]
