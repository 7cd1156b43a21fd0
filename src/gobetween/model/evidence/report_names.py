"""Which files are no reports, by their names alone."""

from __future__ import annotations

from pathlib import PurePosixPath

_NOT_REPORTS = {
    "a picture": ".bmp .gif .heic .ico .jpeg .jpg .png .svg .tif .tiff .webp",
    "a recording": ".aac .avi .flac .m4a .mkv .mov .mp3 .mp4 .ogg .wav .webm",
    "an archive of a kind that is not opened; unpack it, or pack it as .zip or .tar.gz": ".7z .bz2 .jar .rar .whl .xz .zst",
    "a database": ".db .duckdb .mdb .parquet .sqlite .sqlite3",
    "bytes, not text": ".bin .dat",
    "a program": ".class .dll .exe .o .pyc .so .wasm",
    "an office document; save it as DOCX, PDF or text": ".doc .key .numbers .odp .ods .odt .pages .ppt .pptx .rtf .xls .xlsx",
    "a calendar, a card or a signature": ".asc .ics .p7m .p7s .sig .vcf",
    "a font": ".otf .ttf .woff .woff2",
    "part of a web page's design": ".css .js .map .mjs",
    "data": ".csv .toml .tsv .yaml .yml",
}
_REASONS = {suffix: reason for reason, suffixes in _NOT_REPORTS.items() for suffix in suffixes.split()}


def reason_against(name: str) -> str | None:
    """Why a file of this name (or path) is no report; `None` if it may be one."""
    path = PurePosixPath(name)
    if path.stem.lower() == "readme":
        return "a note about the folder"
    return _REASONS.get(path.suffix.lower())
