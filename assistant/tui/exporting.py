"""Writing a review to a file, step by step: the format, the path, and where it lies now."""

from pathlib import Path

from assistant.shown import counted
from assistant.tui.room import Room
from assistant.tui.sheets import Ask, Choose, Tell, Write
from models.export import ReviewExport

_FORMATS = (
    ("json", "the whole review: questions, answers, tags and decisions"),
    ("csv", "the table of tags on words, for a spreadsheet"),
)


async def export_review(room: Room, review: str) -> None:
    """Ask how and where, write, and say where it lies."""
    form = await room.app.push_screen_wait(Choose("Export as", _FORMATS))
    if form is None:
        return
    path = await _path(room, f"{review}.{_FORMATS[form][0]}")
    if path is None:
        return
    made = await room.attempt(lambda: room.desk.export(review, _FORMATS[form][0], path))
    if made is not None:
        await room.app.push_screen_wait(Tell("Exported", _told(path, made.value)))


async def _path(room: Room, name: str) -> Path | None:
    given = await room.app.push_screen_wait(Write("Where to?", "The file to write:", str(Path.cwd() / name)))
    if not given:
        return None
    path = Path(given).expanduser().absolute()
    if path.is_dir():
        path = path / name
    if path.exists() and not await room.app.push_screen_wait(
        Ask(f"{path}\nis there already. Write over it?", careful=True)
    ):
        return None
    return path


def _told(path: Path, made: ReviewExport) -> str:
    undecided = counted(made.undecided, "tag")
    return (
        f"The file lies at\n{path}\n\nIt holds {counted(len(made.sessions), 'session')} and "
        f"{counted(len(made.codings), 'tag')}; {undecided} still to be decided by a person.\n\n"
        "It holds words as they were typed: look for names before it leaves this machine."
    )
