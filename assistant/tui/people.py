"""Who is at the keyboard: asked at the first start, chosen later, changed where another role is needed."""

from assistant.tui.forms import person_form
from assistant.tui.room import Room
from assistant.tui.sheets import Choose
from models.review import Person, Role


async def settle_person(room: Room, *, named: str = "") -> None:
    """Put somebody at the keyboard when the application begins: the one named, the only one, or one who is asked."""
    if room.desk.person is not None:
        return
    if named:
        await room.attempt(lambda: room.desk.sit_down(named[:120], Role.REVIEWER))
        return
    people = await room.attempt(room.desk.people)
    if people is None:
        return
    if len(people.value) == 1:
        room.desk.person = people.value[0]
    elif people.value:
        await choose_person(room)
    else:
        await _added(room, None, first=True)


async def choose_person(room: Room, role: Role | None = None) -> Person | None:
    """Let somebody sit down: one of the people there are, or somebody new. None where nobody was chosen."""
    people = await room.attempt(lambda: room.desk.people(role))
    if people is None:
        return None
    if not people.value:
        return await _added(room, role)
    choices = [(person.name, person.role.value) for person in people.value[:8]]
    now = next((place for place, person in enumerate(people.value[:8]) if person == room.desk.person), 0)
    title = "Who supervises?" if role is Role.SUPERVISOR else "Who is at the keyboard?"
    chosen = await room.app.push_screen_wait(Choose(title, [*choices, ("somebody else", "add a person")], now))
    if chosen is None:
        return None
    if chosen == len(choices):
        return await _added(room, role)
    room.desk.person = people.value[chosen]
    return room.desk.person


async def _added(room: Room, role: Role | None, *, first: bool = False) -> Person | None:
    folder = room.desk.folder if first else None
    given = await room.app.push_screen_wait(person_form(folder, role))
    if given is None:
        return None
    done = await room.attempt(lambda: room.desk.sit_down(given["name"], Role(given["role"])))
    return done.value if done else None
