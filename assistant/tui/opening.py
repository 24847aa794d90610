"""Ways from the list of reviews to the other screens. Each asks for what is missing on the way."""

from assistant.conductor import Conductor
from assistant.tui.conversation import Conversation
from assistant.tui.desk import Start
from assistant.tui.form import Given
from assistant.tui.forms import review_form, session_form
from assistant.tui.home import Home
from assistant.tui.listing import Row
from assistant.tui.people import choose_person, settle_person
from assistant.tui.queue import Queue
from assistant.tui.sheets import Ask, Choose
from assistant.tui.supervision import Supervision
from models.review import Review, Role
from models.terms import Terms

_UK = ("england", "wales", "northern-ireland", "scotland")
ORDER = (*_UK, "usa", "canada", "new-zealand", "australia", "germany", "anywhere")
"""Places in the order they are offered; others follow."""


async def new_review(home: Home, start: Start | None = None) -> None:
    """Ask for a review, keep it, and go on to its first session."""
    start = start or Start()
    if not await _reviewer(home):
        return
    terms = await _place(home)
    if terms is None:
        return
    given = await home.app.push_screen_wait(review_form(terms, start.title, start.kind))
    if given is None:
        return
    kept = await home.attempt(lambda: home.desk.keep_review(given))
    if kept is not None:
        await new_session(home, kept.value.id, start)


async def new_session(home: Home, review: str, start: Start | None = None) -> None:
    """Ask with whom, and begin a session of a review."""
    start = start or Start()
    if not await _reviewer(home):
        return
    found = await home.attempt(lambda: home.desk.program.workspace.review(review))
    if found is None:
        return
    given = {"respondent": start.respondent, "source": start.source, "bank": start.bank}
    if not (start.respondent and start.source):
        asked = await _session_asked(home, found.value.review, start)
        if asked is None:
            home.refresh_rows()
            return
        given = {**given, **asked}
    begun = await home.attempt(
        lambda: home.desk.begin_session(review, given["respondent"], given["source"], given["bank"])
    )
    if begun is not None:
        _converse(home, begun.value, found.value.review)


async def _place(home: Home) -> Terms | None:
    """Where the case was worked: it picks the kinds of review and the words."""
    known = await home.attempt(lambda: home.desk.program.terms)
    if known is None:
        return None
    places = sorted(known.value.values(), key=lambda each: ORDER.index(each.id) if each.id in ORDER else len(ORDER))
    at = next((at for at, each in enumerate(places) if each.id == home.desk.place), 0)
    choices = [(each.label, "") for each in places]
    chosen = await home.app.push_screen_wait(Choose("Where was the case worked?", choices, at))
    if chosen is None:
        return None
    home.desk.place = places[chosen].id
    return places[chosen]


async def _session_asked(home: Home, review: Review, start: Start) -> Given | None:
    """With whom, resting on what, by which questions: what the command line left out."""
    banks = await home.attempt(home.desk.bank_titles)
    if banks is None:
        return None
    usual = start.bank or home.desk.program.usual_bank(review)
    return await home.app.push_screen_wait(session_form(review.title[:40], banks.value, start, usual))


async def open_row(home: Home, row: Row) -> None:
    """Open what a line of the list stands for."""
    if row.session is None:
        sessions = [each for each in home.listed if each.review == row.review and each.session]
        going = [each for each in sessions if each.state == "open"]
        if not sessions:
            await new_session(home, row.review)
        elif going:
            await open_row(home, going[-1])
        else:
            home.tell("All its sessions are closed; choose one below to read it, or press s for a new one.")
        return
    await open_session(home, row.session)


async def open_session(home: Home, session: str) -> None:
    """Open a session: to answer, to read, or, as a supervisor and once it is closed, to decide."""
    await settle_person(home)
    state = await home.attempt(lambda: home.desk.program.workspace.session(session))
    if state is None or home.desk.person is None:
        return
    supervisor = home.desk.person.role is Role.SUPERVISOR
    if supervisor and state.value.closed_by is None and not await _change_to_leader(home, session):
        return
    opened = await home.attempt(lambda: home.desk.open_session(session))
    if opened is None:
        return
    review = opened.value.content.review
    if supervisor and opened.value.finished:
        home.app.push_screen(Supervision(home.desk, opened.value, review.title))
    else:
        _converse(home, opened.value, review)


async def open_queue(home: Home) -> None:
    """Open the queue; where the person at the keyboard is no supervisor, ask who supervises."""
    person = home.desk.person
    if (person is None or person.role is not Role.SUPERVISOR) and not await choose_person(home, Role.SUPERVISOR):
        return
    home.app.push_screen(Queue(home.desk))


async def open_example(home: Home) -> None:
    """Open the worked example over a workspace that is thrown away."""
    from assistant.examples import preferred_example  # noqa: PLC0415  # heavy
    from assistant.tui.app import CasewindowApp  # noqa: PLC0415  # the application knows this module

    path = await home.attempt(preferred_example)
    if path is not None and isinstance(home.app, CasewindowApp):
        home.app.push_screen(Home(home.app.practice_desk(), example=path.value))


async def begin_as_told(home: Home, start: Start) -> None:
    """Go to the session that the command line named, asking for what it left out."""
    if start.resume:
        await open_session(home, start.resume)
    elif start.review:
        await new_session(home, start.review, start)
    elif start.title and start.kind:
        given = {"title": start.title, "kind": start.kind, "locality": "", "region": "", "nation": "", "agencies": ""}
        kept = await home.attempt(lambda: home.desk.keep_review(given))
        if kept is not None:
            await new_session(home, kept.value.id, start)
    else:
        await new_review(home, start)


async def _reviewer(home: Home) -> bool:
    """Whether somebody who leads sessions is at the keyboard, after asking where that is not so."""
    await settle_person(home)
    person = home.desk.person
    if person is not None and person.role is Role.SUPERVISOR:
        home.tell("A supervisor does not lead sessions; choose who does.")
        return await choose_person(home, Role.REVIEWER) is not None
    return person is not None


async def _change_to_leader(home: Home, session: str) -> bool:
    leader = await home.attempt(lambda: home.desk.leader_of(session))
    if leader is None:
        return False
    text = f"This session is still open. Go on with it as {leader.value.name}, who began it?"
    if not await home.app.push_screen_wait(Ask(text)):
        return False
    home.desk.person = leader.value
    return True


def _converse(home: Home, conductor: Conductor, review: Review) -> None:
    home.app.push_screen(Conversation(home.desk, conductor, review.title))
