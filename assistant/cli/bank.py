"""`casewindow bank show`, `graph` and `schema`: a bank to be read, drawn and written."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.bootstrap import Program, now
from assistant.cli.common import print_line, program_for, utf8_streams
from assistant.commands import stage_meant
from assistant.shown import inert
from models.bank import STAGE_TITLES, Bank, Stage
from models.errors import UsageError
from models.review import Place
from models.terms import Terms
from question_bank.bank_in_words import BankInWords, bank_in_words
from question_bank.terms import ANYWHERE, kinds_of_review, terms_for
from sessions.disk import write_whole

if TYPE_CHECKING:
    from question_bank.document import Document


def show(options: argparse.Namespace) -> int:
    """Show a whole bank as a document that a board can sign off."""
    utf8_streams()
    if options.format == "docx" and (options.json or not options.out):
        raise UsageError("A DOCX file needs a place: name one with --out bank.docx, and leave --json away.")
    program = program_for(options)
    words = in_words(program, program.bank(options.bank), options.place)
    if options.json:
        _give(options, json.dumps(asdict(words), ensure_ascii=False, indent=1) + "\n")
    elif options.format == "docx":
        _write(options.out, _docx(words))
    else:
        from question_bank.as_markdown import as_markdown  # noqa: PLC0415  # only where it is shown so

        _give(options, as_markdown(_document(words)))
    return 0


def graph(options: argparse.Namespace) -> int:
    """Draw the flow of a bank: each part with its questions and what may follow them."""
    from question_bank.as_dot import as_dot  # noqa: PLC0415  # only where a bank is drawn
    from question_bank.as_mermaid import as_mermaid  # noqa: PLC0415  # the same
    from question_bank.graph import bank_graph, stage_graph  # noqa: PLC0415  # the same

    utf8_streams()
    program = program_for(options)
    bank, stage = program.bank(options.bank), _stage(options.stage)
    drawn = stage_graph(bank, program.taxonomy, stage) if stage else bank_graph(bank, program.taxonomy)
    _give(options, inert(as_dot(drawn) if options.format == "dot" else as_mermaid(drawn)))
    return 0


def schema(options: argparse.Namespace) -> int:
    """Give the JSON Schema of banks and modules."""
    from question_bank.bank_schema import bank_schema  # noqa: PLC0415  # only where it is asked for

    utf8_streams()
    _give(options, json.dumps(bank_schema(), ensure_ascii=False, indent=1) + "\n")
    return 0


def in_words(program: Program, bank: Bank, place: str | None) -> BankInWords:
    """A bank in the words of a place."""
    return bank_in_words(bank, program.taxonomy, _terms(program, place), kinds_of_review(program.terms))


def _terms(program: Program, place: str | None) -> Terms:
    if place is None:
        return program.terms[ANYWHERE]
    found = terms_for(Place(nation=place), program.terms)
    if found.id == ANYWHERE and place.strip().casefold() != ANYWHERE:
        raise UsageError(f"`{place}` is not a place whose words are known; there are: {', '.join(program.terms)}.")
    return found


def _stage(named: str | None) -> Stage | None:
    if named is None:
        return None
    stage = stage_meant(named)
    if stage is None:
        raise UsageError(f"`{named}` is not a stage; there are: {', '.join(STAGE_TITLES)}.")
    return stage


def _document(words: BankInWords) -> "Document":
    from question_bank.document import bank_document, changed  # noqa: PLC0415  # only where a document is made

    return changed(bank_document(words), inert)


def _docx(words: BankInWords) -> bytes:
    from question_bank.as_docx import as_docx  # noqa: PLC0415  # heavy

    return as_docx(_document(words), now())


def _give(options: argparse.Namespace, text: str) -> None:
    """Print a text, or write it to the file that was named."""
    if options.out:
        _write(options.out, text.encode("utf-8"))
    else:
        sys.stdout.write(text)


def _write(path: str, data: bytes) -> None:
    write_whole(Path(path), data)
    print_line(f"Wrote {path}.")
