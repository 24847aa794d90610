"""What a made-up person does besides answering: go back, jump, take something back, decide about a tag."""

import random
from collections.abc import Callable

from assistant.walking.draws import TITLES
from assistant.walking.sitting import Sitting
from models.annotation import Status
from models.bank import AnswerKind, Stage
from models.session import WHOLE_CASE
from sessions.turns import Turn

_DECISIONS = (Status.ACCEPTED, Status.CHANGED, Status.REJECTED)
_NEAR = 5
"""How many questions back somebody goes, at the most."""


class Detours:
    """Ways out of the order of the questions."""

    def __init__(self, sitting: Sitting, chance: random.Random, meet: Callable[[Turn], None]) -> None:
        """Take what is walked through, and how a question is met that somebody goes back to."""
        self._sitting, self._chance, self._meet = sitting, chance, meet

    def take_one(self) -> None:
        """Any of them; one that there is nothing for does nothing."""
        ways = (self._back, self._take_up, self._name_another, self._jump, self._undo, self._decide)
        self._chance.choice(ways)()

    def _back(self) -> None:
        """Go back to something answered or skipped, and change it, leave it or skip it."""
        sitting = self._sitting
        earlier = [each for each in sitting.earlier() if sitting.question(each).kind is not AnswerKind.EPISODE]
        if earlier:
            there = self._chance.choice(earlier[-_NEAR:])
            sitting.go_to(there)
            if there.answer is not None and self._chance.random() < 0.3:
                sitting.keep(there)
            else:
                self._meet(there)

    def _take_up(self) -> None:
        """Take up something parked or noted."""
        parked = self._sitting.parked()
        if parked:
            self._sitting.go_to(self._chance.choice(parked))

    def _name_another(self) -> None:
        """Name an episode out of turn."""
        self._sitting.name_episode(self._chance.choice(TITLES))

    def _jump(self) -> None:
        """Go on with another part, or another episode."""
        stage = self._chance.choice(tuple(Stage))
        episodes = tuple(self._sitting.state.episodes) or (WHOLE_CASE,)
        self._sitting.jump(stage, self._chance.choice(episodes) if stage.per_episode else None)

    def _undo(self) -> None:
        """Take the last thing back, and half the time do it again."""
        self._sitting.undo()
        if self._chance.random() < 0.5:
            self._sitting.redo()

    def _decide(self) -> None:
        """Decide about a tag."""
        annotations = tuple(self._sitting.state.annotations.values())
        if annotations:
            self._sitting.decide(self._chance.choice(annotations), self._chance.choice(_DECISIONS))
