"""A document as a DOCX file, with real headings, lists and tables. The only module that knows the DOCX library."""

import io
from datetime import datetime

import docx
from docx.document import Document as File
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.table import _Row

from question_bank.document import Block, Document, Heading, Items, Line, Paragraph, Table

LINE_ENDS_AT = Cm(14)
"""How far a line to be filled in by hand reaches."""


def as_docx(document: Document, at: datetime) -> bytes:
    """The bytes of the file. `at` is the time it says it was made at."""
    file = docx.Document()
    _describe(file, document.title, at)
    for block in document.blocks:
        _add(file, block)
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def _describe(file: File, title: str, at: datetime) -> None:
    about = file.core_properties
    about.title, about.subject = title[:255], "Question bank"
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = at.replace(tzinfo=None)


def _add(file: File, block: Block) -> None:
    match block:
        case Heading(text, level):
            file.add_heading(text, 0 if level == 1 else level - 1)
        case Paragraph(text):
            file.add_paragraph(text)
        case Items(items):
            for item in items:
                file.add_paragraph(item, style="List Bullet")
        case Table():
            _add_table(file, block)
        case Line(label):
            _add_line(file, label)


def _add_table(file: File, table: Table) -> None:
    made = file.add_table(rows=0, cols=len(table.head), style="Table Grid")
    for cells in (table.head, *table.rows):
        for cell, text in zip(made.add_row().cells, cells, strict=True):
            cell.text = text
    for cell in made.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    _repeat_on_each_page(made.rows[0])
    file.add_paragraph()


def _repeat_on_each_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # the library has no word for it


def _add_line(file: File, label: str) -> None:
    line = file.add_paragraph(f"{label}:\t")
    line.paragraph_format.tab_stops.add_tab_stop(LINE_ENDS_AT, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
