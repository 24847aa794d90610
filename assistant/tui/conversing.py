"""What a person does in a conversation, step by step: giving, skipping, moving, closing, deciding tags."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.commands import CommandLine, command_line
from assistant.engine.select import stages_of
from assistant.in_words import act_in_words, session_summary
from assistant.playing import Verdict
from assistant.shown import counted
from assistant.tui.pick_tag import DIRECTIONS, PickTag, direction_sheet
from assistant.tui.room import Room
from assistant.tui.sheets import Ask, Choose, Write
from assistant.tui.side import TagList
from assistant.tui.talk import Talk
from assistant.tui.words import one_line
from models.annotation import Annotation
from models.bank import STAGE_TITLES, Stage
from models.errors import CasewindowError
from models.session import Answered, Revised, SkipKind
from models.taxonomy import Taxonomy
from sessions.turns import Turn

if TYPE_CHECKING:
    from assistant.tui.conversation import Conversation

SKIPS = (
    (SkipKind.NOT_KNOWN, "not known", "it was asked, and nobody here can say"),
    (SkipKind.WITHHELD, "withheld", "it is known, and was not told"),
    (SkipKind.NOT_APPLICABLE, "not applicable", "the question does not fit this case"),
    (SkipKind.NOT_ASKED, "not asked", "there was no time or no way to put it"),
)


async def give(room: "Conversation", text: str) -> None:
    """Give what was typed: an answer, or a command where it begins with a slash. What cannot be given is put back."""
    try:
        command = command_line(text)
    except CasewindowError as error:
        room.box.put_back(text)
        room.warn(error)
        return
    if command is not None:
        await _command(room, command, text)
    elif room.picture.current is not None:
        answer = text.replace("/", "", 1) if text.lstrip().startswith("//") else text
        await _answer(room, room.picture.current, answer, text)
    else:
        room.box.put_back(text)
        room.tell("Nothing is asked at the moment; F5 closes the session.")


async def _answer(room: "Conversation", turn: Turn, answer: str, typed: str) -> None:
    room.giving = typed
    done = await room.do(lambda: room.sitting.answer(answer)) if await _agreed(room, answer) else None
    room.giving = ""
    if done is None:
        kept = room.sitting.conductor.state.turns[turn.number].answer
        if not room.gone and kept != answer:
            room.box.put_back(typed)
        return
    room.query_one(Talk).note([])
    await room.attempt(lambda: room.sitting.drop_draft(turn.number))


async def _agreed(room: "Conversation", text: str) -> bool:
    """Whether what a changed answer does besides may be done."""
    if room.picture.current is None or room.picture.current.answer is None:
        return True
    effects = await room.do(lambda: room.sitting.effects(text))
    if effects is None or not effects.value:
        return effects is not None
    lines = [f"  {one_line(line, 66)}" if line.startswith("  ") else line for line in effects.value]
    text = "\n".join((*lines, "", "Change the answer?"))
    sure = await room.app.push_screen_wait(Ask(text, yes="Change it", no="Leave it"))
    return bool(sure)


async def _command(room: "Conversation", command: CommandLine, typed: str) -> None:
    if command.name == "quit":
        room.action_leave()
    elif command.name == "close":
        await close(room)
    elif (told := await room.do(lambda: room.sitting.told(command))) is not None:
        room.query_one(Talk).note(told.value)
    else:
        room.box.put_back(typed)


async def move(room: "Conversation", act: Callable[[], Turn | None]) -> None:
    """Leave the question: back, parked or skipped. What is typed for it is laid by, and comes back with it."""
    turn, typed = room.picture.current, room.box.typed
    if room.picture.finished:
        room.tell("This session is closed; F5 opens it again.")
        return
    room.box.put("")
    done = await room.do(act)
    if done is None:
        room.box.put(typed)
    elif turn is not None and typed.strip() and typed != turn.answer:
        await room.attempt(lambda: room.sitting.lay_draft_by(turn.number, typed))
        room.tell(f"What you had typed for question {turn.number} is kept with it.")


async def skip(room: "Conversation") -> None:
    """Ask which of the four kinds of skip it is."""
    if room.picture.current is None:
        room.tell("Nothing is asked at the moment.")
        return
    choices = [(label, explains) for _, label, explains in SKIPS]
    chosen = await room.app.push_screen_wait(Choose("Why is there no answer?", choices))
    if chosen is not None:
        await move(room, lambda: room.sitting.conductor.skip(SKIPS[chosen][0]))


async def undo(room: "Conversation") -> None:
    """Take back the last thing done; an answer taken back stands in the box again, where that is empty."""
    done = await room.do(room.sitting.conductor.undo)
    if done is None:
        return
    room.tell(f"Taken back: {act_in_words(done.value)}. F7 does it again.")
    if isinstance(done.value, Answered | Revised) and not room.box.typed.strip():
        room.box.put(done.value.text)


async def redo(room: "Conversation") -> None:
    """Do again what was undone."""
    if done := await room.do(room.sitting.conductor.redo):
        room.box.put("")
        room.tell(f"Done again: {act_in_words(done.value)}.")


async def elsewhere(room: "Conversation") -> None:
    """Ask which part or episode to go on with, and go there."""
    episodes = list(room.sitting.conductor.state.episodes.items())
    here = [(f"episode: {one_line(title, 44)}", "how it looked, why, what went well", name) for name, title in episodes]
    stages = stages_of(room.sitting.conductor.content, room.sitting.conductor.state)
    parts = [(STAGE_TITLES[stage], "", "") for stage in stages]
    chosen = await room.app.push_screen_wait(Choose("Go on with ...", [each[:2] for each in (*here, *parts)]))
    if chosen is None:
        return
    if chosen < len(here):
        await move(room, lambda: room.sitting.conductor.jump(Stage.TUNNEL, here[chosen][2]))
    else:
        await move(room, lambda: room.sitting.conductor.jump(stages[chosen - len(here)]))


async def close(room: "Conversation") -> None:
    """Close the session, or open a closed one again; asks first."""
    if room.picture.state == "signed_off":
        room.tell("This session is signed off and sealed; nothing in it changes any more.")
    elif room.picture.state == "closed":
        if await room.app.push_screen_wait(Ask("Open this session again for more answers?")):
            await room.do(room.sitting.reopen)
            room.action_to_answer()
    else:
        await _close(room)


async def _close(room: "Conversation") -> None:
    left = room.picture.undecided
    undecided = f"{counted(left, 'tag')} {'is' if left == 1 else 'are'} not decided yet; the supervisor decides them."
    summary = [one_line(line, 68) for line in session_summary(room.sitting.conductor)]
    text = "\n".join([undecided if left else "Every tag is decided.", "", *summary])
    if room.box.typed.strip():
        text += "\nWhat stands in the box was not given as an answer; it is kept as a draft."
    sure = await room.app.push_screen_wait(Ask(f"Close the session? It goes to a supervisor.\n{text}", yes="Close it"))
    if sure and await room.do(room.sitting.close):
        room.tell("The session is closed. It waits in the supervisor's queue: press q on the list of reviews.")
        room.dismiss()


async def accept(room: "Conversation") -> None:
    """Accept the chosen tag."""
    await _decide(room, Verdict("accept"))


async def accept_all(room: "Conversation") -> None:
    """Accept every tag of the answer that is not decided."""
    waiting = room.sitting.waiting_tags()
    if not waiting:
        room.tell("Every tag of this answer is decided.")
    elif done := await room.do(lambda: room.sitting.decided(waiting, Verdict("accept"))):
        room.tell(f"{counted(done.value, 'tag')} accepted.")


async def reject(room: "Conversation") -> None:
    """Reject the chosen tag, with a reason where one is given."""
    if room.chosen is None:
        room.tell("No tag is chosen.")
        return
    note = await asked_reason(room)
    if note is not None:
        await _decide(room, Verdict("reject", note=note))


async def change(room: "Conversation") -> None:
    """Give the chosen tag another factor or direction."""
    if room.chosen is None:
        room.tell("No tag is chosen.")
        return
    verdict = await asked_change(room, room.sitting.conductor.content.taxonomy, room.chosen[1])
    if verdict is not None:
        await _decide(room, verdict)


async def _decide(room: "Conversation", verdict: Verdict) -> None:
    chosen = room.chosen
    if chosen is None:
        room.tell("No tag is chosen.")
        return
    place, annotation = chosen
    if await room.do(lambda: room.sitting.decided((annotation,), verdict)):
        room.query_one(TagList).next_after(place)


async def asked_reason(room: Room) -> str | None:
    """Why a tag is rejected; empty where no reason is given, None where it is not rejected after all."""
    given = await room.app.push_screen_wait(Write("Reject the tag", "Why does it not fit? May stay empty."))
    return given[:2000] if given is not None else None


async def asked_change(room: Room, taxonomy: Taxonomy, annotation: Annotation) -> Verdict | None:
    """Which tag and which direction fit; None where it stays as it is."""
    tag = await room.app.push_screen_wait(PickTag(taxonomy, annotation.tag))
    if tag is None:
        return None
    direction = await room.app.push_screen_wait(direction_sheet(annotation.direction))
    return None if direction is None else Verdict("change", tag, DIRECTIONS[direction][0])
