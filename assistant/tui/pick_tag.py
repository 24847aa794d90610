"""Searching the taxonomy by words, forgiving about spelling, and the direction after it."""

from typing import ClassVar

from rapidfuzz import fuzz, process, utils
from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from assistant.shown import inert
from assistant.tui.sheets import Choose, Sheet
from assistant.tui.words import LOUD, QUIET, one_line, plain
from models.taxonomy import Direction, Taxonomy, top_level

MOST_SHOWN = 40
"""Tags listed at once."""
LEAST_LIKE = 68
"""How alike, of 100, a tag's words must be to what was typed."""

DIRECTIONS = (
    (Direction.HELPED, "it made good practice easier"),
    (Direction.HINDERED, "it made good practice harder"),
    (Direction.BOTH, "some of each"),
    (Direction.UNCLEAR, "the words do not say"),
)


class PickTag(Sheet[str]):
    """A tag chosen by a word of its name or of its definition."""

    DEFAULT_CSS = "PickTag OptionList { height: 12; }"
    BINDINGS: ClassVar = [("down", "move(1)", "Next"), ("up", "move(-1)", "Before")]

    def __init__(self, taxonomy: Taxonomy, now: str) -> None:
        """Search a taxonomy; `now` is the tag that the words have."""
        super().__init__()
        self._taxonomy, self._now = taxonomy, now
        self._found: list[str] = []

    def compose(self) -> ComposeResult:
        """The words searched by, and what fits."""
        with VerticalScroll(can_focus=False) as box:
            box.border_title = "Which tag fits the words?"
            yield Static(plain(f"Now: {self._taxonomy.label(self._now)}. Type a word, e.g. staffing:"), markup=False)
            yield Input()
            yield OptionList()
            yield Static(plain("Arrows choose, Enter takes it, Esc leaves it.", QUIET), markup=False)

    def on_mount(self) -> None:
        """Begin with the neighbours of the tag there is."""
        self.query_one(OptionList).can_focus = False
        self._search("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._search(event.value)

    @on(Input.Submitted)
    def _entered(self) -> None:
        place = self.query_one(OptionList).highlighted
        if place is not None and self._found:
            self.dismiss(self._found[place])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

    def action_move(self, steps: int) -> None:
        """Move in the list while the words keep the keyboard."""
        listed = self.query_one(OptionList)
        if self._found:
            listed.highlighted = ((listed.highlighted or 0) + steps) % len(self._found)

    def _search(self, words: str) -> None:
        self._found = matching_tags(self._taxonomy, words, self._now)
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(self._shown(tag)) for tag in self._found] or [Option("nothing is like it")])
        listed.highlighted = 0 if self._found else None

    def _shown(self, tag: str) -> Content:
        entry = self._taxonomy.by_id[tag]
        return Content.assemble(
            (inert(self._taxonomy.label(tag)), LOUD), (f"\n   when {one_line(entry.code_when, 60)}", QUIET)
        )


def matching_tags(taxonomy: Taxonomy, words: str, near: str) -> list[str]:
    """Tags that the words fit, best first; without words the family of `near`, then all others."""
    if not words.strip():
        return sorted(taxonomy.by_id, key=lambda tag: top_level(tag) != top_level(near))
    names = {tag.id: f"{taxonomy.label(tag.id)} {tag.id}" for tag in taxonomy.tags}
    texts = {tag.id: f"{tag.definition} {tag.code_when}" for tag in taxonomy.tags}
    scores: dict[str, float] = {}
    for corpus, weight in ((names, 1.0), (texts, 0.85)):
        for _, likeness, tag in process.extract(
            words, corpus, scorer=fuzz.partial_token_set_ratio, processor=utils.default_process, limit=None
        ):
            whole = fuzz.token_set_ratio(words, corpus[tag], processor=utils.default_process)
            scores[tag] = max(scores.get(tag, 0.0), weight * (0.8 * likeness + 0.2 * whole))
    best = sorted((tag for tag in scores if scores[tag] >= LEAST_LIKE), key=lambda tag: (-scores[tag], tag))
    return best[:MOST_SHOWN]


def direction_sheet(now: Direction) -> Choose:
    """What the influence did to practice; begins at what it is held to be now."""
    places = [direction for direction, _ in DIRECTIONS]
    choices = [(direction.value, explains) for direction, explains in DIRECTIONS]
    return Choose("What did it do to practice?", choices, places.index(now))
