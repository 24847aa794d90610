"""Ways from the list of reviews to the other screens. Each asks for what is missing on the way."""

from assistant.conductor import Conductor
from assistant.tui.conversation import Conversation
from assistant.tui.desk import Start
from assistant.tui.forms import review_form, session_form
from assistant.tui.home import Home
from assistant.tui.listing import Row
from assistant.tui.people import choose_person, settle_person
from assistant.tui.queue import Queue
from assistant.tui.sheets import Ask
from assistant.tui.supervision import Supervision
from models.review import Review, Role
from question_bank.loader import load_review_kinds


async def new_review(home: Home, start: Start | None = None) -> None:
    """Ask for a review, keep it, and go on to its first session."""
    start = start or Start()
    if not await _reviewer(home):
        return
    kinds = await home.attempt(load_review_kinds)
    if kinds is None:
        return
    labels = {kind.id: f"{kind.label} ({kind.where})" for kind in kinds.value.values()}
    given = await home.app.push_screen_wait(review_form(labels, start.title, start.kind))
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
    respondent, source = start.respondent, start.source
    if not (respondent and source):
        given = await home.app.push_screen_wait(session_form(found.value.review.title[:40], respondent, source))
        if given is None:
            home.refresh_rows()
            return
        respondent, source = given["respondent"], given["source"]
    begun = await home.attempt(lambda: home.desk.begin_session(review, respondent, source, start.bank))
    if begun is not None:
        _converse(home, begun.value, found.value.review)


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
