"""Where a question can be asked: what leads to what, in which stages, after how many probes."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from models.bank import AnswerKind, Question, Rule, Stage
from question_bank.entries import Located

_Place = tuple[str, Stage]


@dataclass(frozen=True)
class Routes:
    """The ways through a bank. A probe is asked in the stage of the answer it follows, whatever its own entry says."""

    questions: dict[str, Question]
    rules: tuple[Rule, ...]
    most_follow_ups: int
    never: frozenset[str] = frozenset()
    """Planned questions that are never asked."""
    given: frozenset[str] = frozenset()
    """Probes taken as asked in every stage, whatever leads to them."""
    _least: dict[_Place, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Go through the bank from its planned questions on, one probe further each time."""
        for question in self.questions.values():
            if not question.probe and question.id not in self.never:
                self._least[question.id, question.stage] = 0
        for probe in self.given:
            self._least.update({(probe, stage): 1 for stage in self.in_text})
        for before in range(self.most_follow_ups + 1):
            found = {place for rule in self.rules for place in self._next(rule, before)}
            self._least.update(dict.fromkeys(found, before + 1))

    @cached_property
    def in_text(self) -> frozenset[Stage]:
        """The stages in which some planned question takes a free text: only there can a rule ask."""
        return frozenset(
            each.stage
            for each in self.questions.values()
            if not each.probe and each.kind is AnswerKind.TEXT and each.id not in self.never
        )

    @cached_property
    def stages(self) -> dict[str, frozenset[Stage]]:
        """By question: the stages it can be asked in. One that is not in it is never asked."""
        found: dict[str, set[Stage]] = defaultdict(set)
        for question, stage in self._least:
            found[question].add(stage)
        return {question: frozenset(stages) for question, stages in found.items()}

    def without(self, never: Collection[str]) -> "Routes":
        """The ways that are left where some planned questions are never asked."""
        return Routes(self.questions, self.rules, self.most_follow_ups, frozenset(never)) if never else self

    def with_asked(self, given: Collection[str]) -> "Routes":
        """The ways that there would be if something led to these probes."""
        known = frozenset(given) & self.questions.keys()
        return Routes(self.questions, self.rules, self.most_follow_ups, given=known) if known else self

    def followed(self, rule: Rule) -> list[_Place]:
        """The named questions whose answers a rule can be held against, with the stages of those answers."""
        stages = rule.when.stage or tuple(Stage)
        return [
            (name, stage)
            for name in rule.when.question
            if name in self.questions and self.questions[name].kind is AnswerKind.TEXT
            for stage in stages
            if (name, stage) in self._least
        ]

    def stages_of_rule(self, rule: Rule) -> frozenset[Stage]:
        """The stages of the answers that a rule can be held against."""
        if rule.when.question:
            return frozenset(stage for _, stage in self.followed(rule))
        return self.in_text & frozenset(rule.when.stage) if rule.when.stage else self.in_text

    def least(self, rule: Rule) -> int:
        """How many probes have followed the planned question, at the least, when a rule can be held against an answer.

        Raises ValueError where it can be held against none.
        """
        if not rule.when.question:
            return 0
        return min(self._least[place] for place in self.followed(rule))

    @cached_property
    def on_the_way(self) -> dict[str, frozenset[str]]:
        """By probe: those that are asked before it for the same thing on every way to it, and itself."""
        leading: dict[str, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            leading[rule.ask].append(rule)
        probes = [each for each in self.stages if self.questions[each].probe]
        found: dict[str, frozenset[str]] = {}
        changed = True
        while changed:  # ends: each set only shrinks once it is there
            changed = False
            for probe in probes:
                now = frozenset((probe,)) | self._shared(leading[probe], found)
                changed = changed or now != found.get(probe)
                found[probe] = now
        return found

    def leads_back(self, rule: Rule) -> bool:
        """Whether all that a rule follows comes after the probe it asks, which is asked once for one thing."""
        names = {name for name, _ in self.followed(rule)}
        return bool(names) and all(rule.ask in self.on_the_way.get(name, ()) for name in names)

    def _shared(self, rules: Sequence[Rule], found: dict[str, frozenset[str]]) -> frozenset[str]:
        """What is on every way that ends with one of these rules; ways not gone through yet are left out."""
        if any(not rule.when.question for rule in rules):
            return frozenset()
        names = {name for rule in rules for name, _ in self.followed(rule)}
        if any(not self.questions[name].probe for name in names):
            return frozenset()
        ways = [found[name] for name in names if name in found]
        return frozenset.intersection(*ways) if ways else frozenset()

    def _next(self, rule: Rule, before: int) -> list[_Place]:
        """Where a rule newly asks after answers that come as early as this."""
        most = rule.when.follow_ups_at_most
        if rule.ask not in self.questions or (most is not None and before > most):
            return []
        if rule.when.question:
            stages: Collection[Stage] = {
                stage for name, stage in self.followed(rule) if self._comes(name, stage, before)
            }
        else:
            stages = self.stages_of_rule(rule) if before == 0 else ()
        return [(rule.ask, stage) for stage in stages if (rule.ask, stage) not in self._least]

    def _comes(self, name: str, stage: Stage, before: int) -> bool:
        return self._least[name, stage] == before


def routes(questions: Sequence[Located[Question]], rules: Sequence[Located[Rule]], most_follow_ups: int) -> Routes:
    """The ways through a bank."""
    return Routes(
        {each.value.id: each.value for each in questions}, tuple(each.value for each in rules), most_follow_ups
    )
