"""An optional language model that proposes items of public reports: off unless asked for, and every proposal must quote its words."""

from gobetween.reading.models.checking import Refusal, checked_items
from gobetween.reading.models.endpoints import Endpoint, NoAnswer
from gobetween.reading.models.requests import PROMPT_VERSION, request_for

__all__ = ["PROMPT_VERSION", "Endpoint", "NoAnswer", "Refusal", "checked_items", "request_for"]
