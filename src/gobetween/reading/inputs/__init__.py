"""What may hold reports: files as they come, opened into parts; bytes in, parts out, nothing touched on disk."""

from gobetween.reading.inputs.limits import LARGEST_FILE, largest_file
from gobetween.reading.inputs.opening import parts_of
from gobetween.reading.inputs.parts import NOTHING_STATED, Part, Refused, Stated

__all__ = ["LARGEST_FILE", "NOTHING_STATED", "Part", "Refused", "Stated", "largest_file", "parts_of"]
