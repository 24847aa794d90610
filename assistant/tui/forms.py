"""The three forms: who is at the keyboard, a new review, a new session."""

from collections.abc import Mapping
from pathlib import Path

from assistant.tui.desk import Start
from assistant.tui.form import Field, Form, Given
from models.review import Role, Source
from models.terms import Terms
from question_bank.terms import ANYWHERE

UNENCRYPTED = (
    "In this version texts are kept unencrypted in the folder\n  {folder}\nreadable only by this account of this "
    "computer. Use fictional or de-identified material until encryption is in."
)
_ROLES = (("reviewer: leads sessions", Role.REVIEWER.value), ("supervisor: decides and signs off", "supervisor"))
_SOURCES = (
    ("a conversation with them", Source.CONVERSATION.value),
    ("records only", Source.RECORD.value),
    ("a meeting", Source.MEETING.value),
)


def person_form(folder: Path | None, role: Role | None = None) -> Form:
    """Who somebody is. With a folder: the first start, which says where texts are kept and how."""
    roles = tuple(each for each in _ROLES if role is None or each[1] == role.value)
    chosen = role or Role.REVIEWER
    fields = [
        Field("name", "Your name", "stays in this workspace; exports name roles only"),
        Field("role", "Your role", "choose", chosen.value, roles),
    ]
    intro = "Casewindow leads from what happened to why, question by question. First: who is at the keyboard?"
    return Form(
        "Welcome" if folder else "Who supervises?" if role is Role.SUPERVISOR else "Who is at the keyboard?",
        fields,
        lambda given: "" if given["name"] else "Give a name, so that decisions can be told apart.",
        intro=f"{intro}\n\n{UNENCRYPTED.format(folder=folder)}" if folder else "",
    )


def review_form(terms: Terms, title: str = "", kind: str = "") -> Form:
    """A new review, with the kinds and agencies of its place."""
    kinds = tuple((each.label, each.id) for each in terms.review_kinds)
    if kind and kind not in {value for _, value in kinds}:
        kinds = (*kinds, (kind.replace("_", " "), kind))
    nation = "" if terms.id == ANYWHERE else terms.label
    fields = [
        Field("title", "Title", "how you will find it again, e.g. Northfield", title, most=200),
        Field("kind", "Kind", "Enter opens the list", kind, kinds),
        Field("locality", "Locality", "e.g. the town or district; may stay empty"),
        Field("region", "Region", f"{terms.words.region}; may stay empty"),
        Field("nation", "Nation", "may stay empty", nation),
        Field("agencies", "Agencies", f"with commas between, e.g. {', '.join(terms.agencies[:3])}", most=600),
    ]
    return Form("New review", fields, _review_fault, keep="Start the review")


def _review_fault(given: Given) -> str:
    if not given["title"]:
        return "Give the review a title, so that you find it again."
    if not given["kind"]:
        return "Choose what kind of review it is; routine practice counts as much as any."
    if any(len(agency) > 120 for agency in given["agencies"].split(",")):
        return "An agency's name is too long; put commas between the agencies."
    return ""


def session_form(title: str, banks: Mapping[str, str], start: Start, bank: str) -> Form:
    """A new session of a review; `banks` holds the title of each question bank."""
    listed = tuple((label, value) for value, label in banks.items())
    if bank not in banks:
        listed = (*listed, (bank, bank))
    fields = [
        Field("respondent", "With whom", "a role, never a name: health visitor 2; or: review team", start.respondent),
        Field("source", "Rests on", "Enter opens the list", start.source, _SOURCES),
        Field("bank", "Questions", "Enter opens the list", bank, listed),
    ]
    return Form(f"New session of {title}", fields, _session_fault, keep="Begin the session")


def _session_fault(given: Given) -> str:
    if not given["respondent"]:
        return "Say with whom the session is, by role; for records, whose records they are."
    return "" if given["source"] else "Choose what the answers rest on."
