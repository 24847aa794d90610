"""A session as it stands: the fold over its events. Going back, revising and undoing are events too.

Only `Progress.apply` changes a state, at a cost that does not grow with the session; what rules ask of it is counted as
it changes and never searched for.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime

from pydantic_core import to_jsonable_python

from models import session as log
from models.annotation import Annotation, Status
from models.bank import Stage
from models.errors import DamageError
from models.reading import Depth
from models.session import WHOLE_CASE
from models.taxonomy import tag_and_broader
from sessions.folding import APPLY, CONSEQUENCES, begins_an_act
from sessions.turns import Turn, TurnState

Episode = str | None
"""An episode's id; None for what is asked of the case and not of a moment."""


@dataclass(slots=True)
class Said:
    """What was said of one episode so far."""

    tags: Counter[str] = field(default_factory=Counter)
    """How many standing annotations lie at or below each tag."""
    by_tag: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict), compare=False)
    """The standing annotations of each very tag, by id."""
    depths: Counter[Depth] = field(default_factory=Counter)
    """How many answers go how far from what to why."""
    changes: int = field(default=0, compare=False)
    """Goes up whenever something said or asked of the episode changes."""

    @property
    def depth(self) -> Depth | None:
        """The depth of the deepest answer; None where nothing was said yet."""
        return max((depth for depth, count in self.depths.items() if count), key=lambda each: each.level, default=None)


@dataclass(slots=True)
class Progress:
    """The state of a session. Only `apply` changes it; the same events give the same state."""

    started: log.SessionStarted
    turns: dict[int, Turn] = field(default_factory=dict)
    annotations: dict[str, Annotation] = field(default_factory=dict)
    """By id, in the order they were made. Those of a revised answer are replaced; the log keeps them."""
    episodes: dict[str, str] = field(default_factory=dict)
    """Titles by id, in the order they were named."""
    asked: defaultdict[Episode, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(dict))
    """Turns by episode and question, oldest first."""
    fired: set[tuple[str, str | int | None]] = field(default_factory=set)
    """Rules that have asked, each with its answer's turn, with its episode, and with `*` for the session."""
    followed: Counter[int] = field(default_factory=Counter)
    """How many probes were put on each planned question, by its turn."""
    noted: Counter[int] = field(default_factory=Counter)
    """How many more were only noted among what is parked."""
    asked_because: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The probes that each answer called for, by turn."""
    said: defaultdict[Episode, Said] = field(default_factory=lambda: defaultdict(Said))
    """What was said, by episode."""
    current: int | None = None
    """The turn that an answer would go to."""
    last: int | None = None
    """The turn answered, revised or skipped last."""
    at_stage: tuple[Stage, Episode] | None = None
    """Where the person chose to go on, until all that is asked there was gone through."""
    closed_by: str | None = None
    signed_off_by: str | None = None
    last_at: datetime | None = None
    bank_version: str = ""
    """The version of the bank that it last went on with."""
    taxonomy_version: str = ""
    by_hand: int = 0
    """How many annotations people added."""
    acts: list[list[log.AnySessionEvent]] = field(default_factory=list)
    """Each thing a person did, with all that followed from it. The first is the beginning of the session."""
    undone: list[list[log.AnySessionEvent]] = field(default_factory=list)
    """What was taken back and can be done again, the latest last."""
    gone_through: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    """The engine's note of where nothing more is due, and at how many changes that was seen."""
    _of_turn: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    _open: set[int] = field(default_factory=set)

    def apply(self, event: log.AnySessionEvent) -> None:
        """Take one more event in."""
        kind = type(event)
        if kind is log.Undone:
            self._undo()
        elif kind is log.Redone:
            self._redo()
        else:
            if kind in CONSEQUENCES and self.acts:
                self.acts[-1].append(event)
            else:
                self._note(event)
            APPLY[kind](self, event)
        self.last_at = event.at

    def following(self, chain: int) -> int:
        """How many probes have followed a planned question."""
        return self.followed[chain]

    def of_turn(self, turn: int) -> tuple[Annotation, ...]:
        """The annotations of an answer."""
        return tuple([self.annotations[each] for each in self._of_turn.get(turn, ())])

    def standing(self, turn: int) -> list[Annotation]:
        """The annotations of an answer that nobody rejected."""
        kept = self.annotations
        return [each for name in self._of_turn.get(turn, ()) if (each := kept[name]).status is not Status.REJECTED]

    def begin(self, turn: Turn) -> None:
        """Add a turn that has no answer yet."""
        self.turns[turn.number] = turn
        if turn.state is TurnState.OPEN:
            self._open.add(turn.number)

    def put(self, number: int, **changes: object) -> None:
        """Change a turn, and what is counted of it."""
        before = self.turns[number]
        after: Turn = before._replace(**changes)  # type: ignore[arg-type]  # fields of Turn
        counted, counts = before.state is TurnState.ANSWERED, after.state is TurnState.ANSWERED
        self.turns[number] = after
        if before.state is not after.state:
            (self._open.add if after.state is TurnState.OPEN else self._open.discard)(number)
        if counted != counts:
            self._count(after if counts else before, 1 if counts else -1)
        elif counts and before.depth is not after.depth:
            if before.depth is not None:
                self._count_depth(before, -1)
            self._count_depth(after, 1)

    def annotate(self, made: Annotation) -> None:
        """Add an annotation, or put one in the place of that with its id."""
        turn, earlier = self.turns[made.turn], self.annotations.get(made.id)
        if earlier is None:
            self._of_turn[made.turn].append(made.id)
        elif turn.counts:
            self._count_tags(turn, (earlier,), -1)
        self.annotations[made.id] = made
        if turn.counts:
            self._count_tags(turn, (made,), 1)

    def annotate_all(self, number: int, made: Sequence[Annotation]) -> None:
        """Add the annotations of an answer that was just read."""
        turn, names = self.turns[number], self._of_turn[number]
        for each in made:
            self.annotations[each.id] = each
            names.append(each.id)
        if made and turn.counts:
            self._count_tags(turn, made, 1)

    def forget_annotations(self, number: int) -> None:
        """Take away the annotations of a turn: the words they spoke of no longer stand."""
        taken = self.of_turn(number)
        if taken and self.turns[number].counts:
            self._count_tags(self.turns[number], taken, -1)
        for each in taken:
            del self.annotations[each.id]
        self._of_turn.pop(number, None)

    def waiting(self) -> tuple[int, ...]:
        """The turns that were put and wait for an answer, oldest first."""
        return tuple(sorted(self._open))

    def touch(self, episode: Episode) -> None:
        """Note that something changed about what is asked in an episode."""
        self.said[episode].changes += 1

    def leave(self, number: int) -> None:
        """Go on from a turn: to the newest that still waits, if any does."""
        self.last = number
        self.current = max(self._open) if self._open else None

    def _count(self, turn: Turn, by: int) -> None:
        self._count_depth(turn, by)
        if turn.number in self._of_turn:
            self._count_tags(turn, self.of_turn(turn.number), by)

    def _count_depth(self, turn: Turn, by: int) -> None:
        for episode in told_of(turn):
            said = self.said[episode]
            said.changes += 1
            if turn.depth is not None:
                said.depths[turn.depth] += by

    def _count_tags(self, turn: Turn, annotations: Sequence[Annotation], by: int) -> None:
        for episode in told_of(turn):
            said = self.said[episode]
            said.changes += 1
            tags = said.tags
            for each in annotations:
                if each.status is Status.REJECTED:
                    continue
                if by > 0:
                    said.by_tag[each.tag][each.id] = None
                else:
                    said.by_tag[each.tag].pop(each.id, None)
                for tag in tag_and_broader(each.tag):
                    tags[tag] = tags.get(tag, 0) + by

    def _note(self, event: log.AnySessionEvent) -> None:
        if not self.acts or begins_an_act(event, self.acts[-1][-1]):
            self.acts.append([event])
            if self.undone:
                self.undone = []
        else:
            self.acts[-1].append(event)

    def _undo(self) -> None:
        *kept, taken = self.acts
        again = _replayed(self.started, kept)
        again.undone = [*self.undone, taken]
        for each in fields(self):
            setattr(self, each.name, getattr(again, each.name))

    def _redo(self) -> None:
        *waiting, act = self.undone
        for event in act:
            self.apply(event)
        self.undone = waiting


def progress(events: Iterable[log.AnySessionEvent]) -> Progress:
    """Fold the events of a session. Raises DamageError where they do not begin with the session's start."""
    iterator = iter(events)
    first = next(iterator, None)
    if not isinstance(first, log.SessionStarted):
        raise DamageError("The session does not begin with its start; its file is not one that Casewindow wrote.")
    state = _replayed(first, [])
    for event in iterator:
        state.apply(event)
    return state


def as_bytes(state: Progress) -> bytes:
    """A state written down whole, but for the engine's own notes: two states are the same where their bytes are."""
    kept = {each.name: getattr(state, each.name) for each in fields(state) if each.compare}
    return json.dumps(to_jsonable_python(kept, by_alias=False), sort_keys=True).encode()


def told_of(turn: Turn) -> tuple[Episode, ...]:
    """The episodes a turn speaks of. What is told of what happened speaks of the case as a whole too."""
    if turn.stage is Stage.WHAT_HAPPENED and turn.episode != WHOLE_CASE:
        return (turn.episode, WHOLE_CASE)
    return (turn.episode,)


def _replayed(started: log.SessionStarted, acts: list[list[log.AnySessionEvent]]) -> Progress:
    state = Progress(
        started, last_at=started.at, bank_version=started.bank_version, taxonomy_version=started.taxonomy_version
    )
    for event in (event for act in acts for event in act):
        state.apply(event)
    return state
