"""The panel beside the conversation: tags of the last answer, the why gauge, the coverage of the episode."""

from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from assistant.engine.coverage import Cover, EpisodeCover
from assistant.in_words import DEPTH_WORDS
from assistant.shown import counted
from assistant.tui.marks import tag_words
from assistant.tui.sitting import Picture
from assistant.tui.words import LOUD, QUIET, one_line
from models.reading import Depth
from models.taxonomy import Taxonomy

SIGNS = {Cover.SPOKEN_OF: "●", Cover.ASKED: "○", Cover.LEFT_OPEN: "–", Cover.NOT_ASKED: "·"}
LEGEND = "● spoken of   ○ asked   – left open   · not asked\n1 what  2 a reason  3 one behind it  4 a pattern"


class TagList(OptionList):
    """The tags of the answer in hand, one of them chosen."""

    BINDINGS: ClassVar = [
        Binding("a", "screen.accept", "Accept"),
        Binding("r", "screen.reject", "Reject"),
        Binding("c", "screen.change", "Change"),
        Binding("A", "screen.accept_all", "All", key_display="A"),
        Binding("j", "cursor_down", "Next", show=False),
        Binding("k", "cursor_up", "Before", show=False),
        Binding("left", "screen.view(-1)", "Answer before", show=False),
        Binding("right", "screen.view(1)", "Answer after", show=False),
        Binding("question_mark", "screen.help", "Help", show=False),
        Binding("escape,tab,f2", "screen.to_answer", "To the answer", key_display="Esc"),
    ]

    def __init__(self) -> None:
        """No tags yet."""
        super().__init__(markup=False)
        self._words: list[tuple[Content, Content]] = []

    def show(self, picture: Picture, taxonomy: Taxonomy) -> None:
        """List the tags; the chosen one stays chosen."""
        at, numbered = self.highlighted, list(enumerate(picture.tags, start=1))
        self._words = [
            (tag_words(taxonomy, place, each), tag_words(taxonomy, place, each, chosen=True))
            for place, each in numbered
        ]
        listed = [Option(words[0]) for words in self._words]
        self.clear_options()
        self.add_options(listed or [Option(Content.assemble((_none(picture), QUIET)), disabled=True)])
        if wording := _wording(picture):
            self.add_option(Option(wording, disabled=True))
        if listed:
            self.highlighted = min(at or 0, len(listed) - 1)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Mark the chosen tag by a sign, not by colour alone."""
        super().watch_highlighted(highlighted)
        for place, (other, chosen) in enumerate(self._words[: self.option_count]):
            self.replace_option_prompt_at_index(place, chosen if place == highlighted else other)

    def next_after(self, place: int) -> None:
        """Go on to the tag behind one that was decided."""
        if place + 1 < self.option_count and not self.get_option_at_index(place + 1).disabled:
            self.highlighted = place + 1


def heading(picture: Picture) -> Content:
    """What the panel is about."""
    if picture.in_hand is None:
        return Content.assemble(("In your last answer", LOUD))
    found = counted(len(picture.tags), "tag")
    return Content.assemble(("In your last answer", LOUD), (f"  (question {picture.in_hand.number}: {found})", QUIET))


def gauge(cover: EpisodeCover) -> str:
    """How far the episode goes from what to why, drawn and in words."""
    if cover.depth is None:
        return "no answer about this yet"
    filled = "█" * cover.depth.level + "░" * (len(Depth) - cover.depth.level)
    answers = counted(cover.answers, "answer")
    return f"why {filled} {DEPTH_WORDS[cover.depth]} · {cover.reasons} of {answers} with a reason"


def short_gauge(cover: EpisodeCover) -> str:
    """The gauge where there is little room."""
    return gauge(cover).partition(" · ")[0]


def cover_words(picture: Picture) -> Content:
    """The gauge, and the eight factor types of the episode in two columns."""
    cover = picture.cover
    named = [f"{SIGNS[state]} {_short(factor)}{_level(cover, factor)}" for factor, state in cover.factors.items()]
    rows = [f"{left:<20}{right}" for left, right in zip(named[::2], named[1::2], strict=False)]
    parts: list[tuple[str, str]] = [(f"{gauge(cover)}\n", ""), (f"Asked about {one_line(cover.title, 30)}\n", LOUD)]
    return Content.assemble(*parts, "\n".join(rows), (f"\n{LEGEND}", QUIET))


def _level(cover: EpisodeCover, factor: str) -> str:
    depth = cover.depths.get(factor)
    return f" {depth.level}" if depth else ""


def _short(factor: str) -> str:
    return factor.split(".")[1].replace("_", " ")


def _none(picture: Picture) -> str:
    if picture.in_hand is None:
        return "Tags appear here when an answer is read."
    if picture.in_hand.reading is None:
        return "This answer is not read for tags."
    return "No tags were found in the words. /tag adds one by hand."


def _wording(picture: Picture) -> Content | None:
    reading = picture.in_hand.reading if picture.in_hand else None
    if reading is None or not reading.wording:
        return None
    found = [f"  “{one_line(each.quote)}” ({each.kind.value.replace('_', ' ')})" for each in reading.wording]
    return Content.assemble(("\n".join(["Wording that looks back or lays blame:", *found]), QUIET))
