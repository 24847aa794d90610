"""What a command does to a session, and the sentence that says it was done. The line mode and the screen share it."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Literal

from assistant.choices import LONGEST_NUMBER
from assistant.commands import COMMANDS, CommandLine, skip_kind, stage_meant
from assistant.conductor import Conductor
from assistant.engine.coverage import coverage
from assistant.in_words import COVER_WORDS, DEPTH_WORDS, act_in_words, parked_line, reach, tag_line, why_asked
from assistant.playing import Verdict, decide
from assistant.shown import counted
from models.annotation import Annotation
from models.bank import STAGE_TITLES, Stage
from models.errors import UsageError
from models.taxonomy import Direction
from sessions.turns import Turn

_DIRECTIONS = {each.value: each for each in Direction}


@dataclass(frozen=True, slots=True)
class Acts:
    """Commands over a session."""

    conductor: Conductor
    last_answered: Callable[[], int | None]
    """The turn whose tags are in hand."""

    def do(self, command: CommandLine) -> list[str]:
        """Do a command; returns what to tell the person. Raises CasewindowError in one sentence."""
        act = getattr(self, f"_{command.name}", None)
        if act is None:
            raise UsageError(f"/{command.name} does nothing here.")
        told: list[str] = act(command.argument)
        return told

    def _help(self, _argument: str) -> list[str]:
        return [f"/{name}: {text}" for name, text in COMMANDS.items()]

    def _why(self, _argument: str) -> list[str]:
        turn = self.conductor.current
        if turn is None:
            return ["Nothing is asked at the moment."]
        return [why_asked(self.conductor, turn)]

    def _skip(self, argument: str) -> list[str]:
        turn = self.conductor.skip(skip_kind(argument))
        kind = turn.skip.value.replace("_", " ") if turn.skip else ""
        return [f"Skipped: {kind}."]

    def _back(self, argument: str) -> list[str]:
        turn = self.conductor.back(_number(argument or "1"))
        return [f"Back at question {turn.number}. Its answer stays until you give another.", *_as_it_stands(turn)]

    def _park(self, _argument: str) -> list[str]:
        turn = self.conductor.park()
        return [f"Question {turn.number} is parked; /go {turn.number} takes it up again."]

    def _parked(self, _argument: str) -> list[str]:
        return [parked_line(turn) for turn in self.conductor.parked()] or ["Nothing is parked."]

    def _undo(self, _argument: str) -> list[str]:
        return [f"Taken back: {act_in_words(self.conductor.undo())}. /redo does it again."]

    def _redo(self, _argument: str) -> list[str]:
        return [f"Done again: {act_in_words(self.conductor.redo())}."]

    def _stage(self, argument: str) -> list[str]:
        stage = stage_meant(argument) if argument else None
        if stage is None:
            listed = ", ".join(STAGE_TITLES[each] for each in Stage)
            raise UsageError(f"Say which part to go on with: /stage why. The parts are: {listed}.")
        turn = self.conductor.jump(stage)
        if turn is None or turn.stage is not stage:
            return [f"Nothing is left to ask in the part on {STAGE_TITLES[stage]}."]
        return [f"On with the part on {STAGE_TITLES[stage]}. What was being asked comes again in its place."]

    def _go(self, argument: str) -> list[str]:
        turn = self.conductor.go_to(_number(argument))
        return [f"At question {turn.number}.", *_as_it_stands(turn)]

    def _episode(self, argument: str) -> list[str]:
        if not argument:
            raise UsageError("Give the episode a few words as its name: /episode second home visit.")
        if argument.isdecimal():
            return self._to_episode(argument)
        self.conductor.name_episode(argument)
        return [f"Episode named: {argument}. Its questions come when their turn does."]

    def _to_episode(self, argument: str) -> list[str]:
        episodes = self.conductor.state.episodes
        number = _number(argument)
        if number > len(episodes):
            listed = "; ".join(f"{place} {title}" for place, title in enumerate(episodes.values(), start=1))
            raise UsageError(f"There is no episode {number}; there are: {listed or 'none named yet'}.")
        name = list(episodes)[number - 1]
        self.conductor.jump(Stage.TUNNEL, name)
        return [f"On with the episode {episodes[name]}. What was being asked comes again in its place."]

    def _tags(self, argument: str) -> list[str]:
        state = self.conductor.state
        found = tuple(state.annotations.values()) if argument == "all" else self._in_hand()
        return [tag_line(self.conductor, each) for each in found] or ["No tags were found in the words."]

    def _accept(self, argument: str) -> list[str]:
        return self._decided("accept", argument)

    def _reject(self, argument: str) -> list[str]:
        return self._decided("reject", argument)

    def _decided(self, decision: Literal["accept", "reject"], argument: str) -> list[str]:
        which, _, note = argument.partition(" ")
        candidates = self._candidates(which)
        decide(self.conductor, candidates, "" if which == "all" else which, Verdict(decision, note=note.strip()))
        return [tag_line(self.conductor, self.conductor.state.annotations[each.id]) for each in candidates]

    def _candidates(self, which: str) -> tuple[Annotation, ...]:
        everything = self.conductor.state.annotations
        if which in everything:
            return (everything[which],)
        found = self._in_hand()
        if not found:
            raise UsageError("The last answer has no tags; /tags all shows those of the whole session.")
        return found

    def _change(self, argument: str) -> list[str]:
        which, _, rest = argument.partition(" ")
        verdict = what_fits(rest, self.conductor.content.taxonomy.by_id)
        if which not in self.conductor.state.annotations or (verdict.to is None and verdict.direction is None):
            raise UsageError("Name the tag by its id and say what fits: /change t4-2 factor.role helped.")
        decide(self.conductor, self._candidates(which), which, verdict)
        return [tag_line(self.conductor, self.conductor.state.annotations[which])]

    def _tag(self, argument: str) -> list[str]:
        head, colon, words = argument.partition(":")
        tag, direction = self._tag_and_direction(head)
        number = self.last_answered()
        if not colon or tag is None or number is None:
            raise UsageError(
                "Say which tag, which direction and which words: /tag factor.role helped: I saw her daily."
            )
        self.conductor.tag(number, tag, words.strip(), direction or Direction.UNCLEAR)
        return [tag_line(self.conductor, each) for each in self._in_hand()[-1:]]

    def _tag_and_direction(self, text: str) -> tuple[str | None, Direction | None]:
        words = text.split()
        direction = next((_DIRECTIONS[word] for word in words if word in _DIRECTIONS), None)
        named = [word for word in words if word not in _DIRECTIONS]
        tag = " ".join(named) or None
        if tag is not None:
            _require_tag(tag, self.conductor.content.taxonomy.by_id)
        return tag, direction

    def _where(self, _argument: str) -> list[str]:
        lines = []
        for cover in coverage(self.conductor.content.bank, self.conductor.state):
            lines.append(f"{cover.title}: {counted(cover.answers, 'answer')}; {reach(cover)}")
            for factor, state in cover.factors.items():
                depth = cover.depths.get(factor)
                how_far = f"; {DEPTH_WORDS[depth]}" if depth else ""
                lines.append(f"  {self.conductor.content.taxonomy.label(factor)}: {COVER_WORDS[state]}{how_far}")
        return lines

    def _in_hand(self) -> tuple[Annotation, ...]:
        number = self.last_answered()
        return self.conductor.state.of_turn(number) if number else ()


def what_fits(text: str, tags: Container[str]) -> Verdict:
    """`factor.role helped not in the words` as a change: a tag, a direction or both, and the reason behind them.

    Raises UsageError where the tag is none.
    """
    tag, direction, left = None, None, text.strip()
    for place in range(2):
        word, rest = [*left.split(maxsplit=1), "", ""][:2]
        if direction is None and word in _DIRECTIONS:
            direction, left = _DIRECTIONS[word], rest
        elif tag is None and word and (place == 0 or word in tags):
            tag, left = word, rest
    if tag is not None:
        _require_tag(tag, tags)
    return Verdict("change", tag, direction, left)


def _require_tag(tag: str, tags: Container[str]) -> None:
    if tag not in tags:
        raise UsageError(f"`{tag}` is not a tag of the taxonomy; write its id, such as factor.conditions.workload.")


def _number(argument: str) -> int:
    if not argument.isdecimal() or len(argument) > LONGEST_NUMBER or int(argument) < 1:
        raise UsageError(f"`{argument}` is not a number; write it in digits, such as /back 2.")
    return int(argument)


def _as_it_stands(turn: Turn) -> list[str]:
    return [f"It stands as: {turn.answer}"] if turn.answer is not None else []
