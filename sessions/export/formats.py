"""One table of export formats: each makes the bytes of a whole file from a review's document."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass

from models.export import Coding, ReviewExport

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a review."""

    name: str
    holds: str
    """What the file holds, in a few words."""
    write: Callable[[ReviewExport], bytes]


def write_json(export: ReviewExport) -> bytes:
    """The whole document; it loads back into the models."""
    value = export.model_dump(mode="json")
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def write_csv(export: ReviewExport) -> bytes:
    """The table of codings. A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(Coding.model_fields), lineterminator="\r\n")
    writer.writeheader()
    for coding in export.codings:
        row = coding.model_dump(mode="json")
        writer.writerow({key: _inert(value) for key, value in row.items()})
    return text.getvalue().encode("utf-8", "surrogatepass")


def _inert(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


FORMATS = {
    each.name: each
    for each in (
        Format("json", "the whole review: answers, tags and decisions", write_json),
        Format("csv", "the table of tags on words, one row each", write_csv),
    )
}
"""Export formats by name."""
