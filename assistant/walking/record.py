"""What walks reached, and what kept the rest from being reached."""

from collections import Counter, defaultdict

from models import session as log
from models.bank import Bank, Question, Rule, Stage, When
from sessions.turns import Turn


class Record:
    """Counts over many walks of one bank."""

    def __init__(self, bank: Bank) -> None:
        """Nothing is reached yet."""
        self.bank = bank
        self.questions: Counter[str] = Counter()
        """How often each question was put."""
        self.rules: Counter[str] = Counter()
        """How often each rule asked, its probe put or only noted."""
        self.in_order: Counter[str] = Counter()
        """How often each rule asked because of an answer given when its question came up, and not on going back."""
        self.noted: Counter[str] = Counter()
        """How often the probe of each rule was only noted."""
        self.fitted: Counter[str] = Counter()
        """How often the conditions of a rule held at an answer made for it."""
        self.beaten: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """By rule: which others asked in its place where it fitted."""
        self.missed: defaultdict[str, Counter[str]] = defaultdict(Counter)
        """By rule aimed at: the conditions that no answer could meet, at the questions whose answers it looks at."""
        self._asking: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in bank.rules:
            self._asking[rule.ask].append(rule)

    def note(self, event: log.Asked, *, in_order: bool) -> None:
        """Count a question that was put, and the rule that asked it."""
        if not event.deferred:
            self.questions[event.question] += 1
        if event.because:
            self.rules[event.because.rule] += 1
            self.in_order[event.because.rule] += in_order
            self.noted[event.because.rule] += event.deferred

    def left(self) -> tuple[Rule, ...]:
        """Rules that never asked."""
        return tuple(rule for rule in self.bank.rules if not self.rules[rule.id])

    def only_on_going_back(self) -> tuple[Rule, ...]:
        """Rules that asked, and only where somebody went back to an answer."""
        return tuple(rule for rule in self.bank.rules if self.rules[rule.id] and not self.in_order[rule.id])

    def left_out(self) -> tuple[Question, ...]:
        """Questions that were never put."""
        return tuple(each for each in self.bank.questions if not self.questions[each.id])

    def conditions_left(self) -> tuple[tuple[When, When], ...]:
        """The conditions of all that is not yet reached, each with those of a planned question that leads there."""
        planned = tuple((each.when, When()) for each in self.left_out() if not each.probe)
        rules = ((rule.when, each.when) for rule in self._aimed_at() for each in self._leading_to(rule))
        return (*planned, *rules)

    def _leading_to(self, rule: Rule) -> list[Question]:
        """The planned questions that a rule looks at answers to, or to their probes, in some part it asks in."""
        stages = rule.when.stage or tuple(Stage)
        named = [self.bank.by_id[name] for name in rule.when.question]
        if any(question.probe for question in named) or not named:
            return [each for stage in stages for each in self.bank.planned[stage]]
        return named

    def asking(self, probe: str) -> tuple[Rule, ...]:
        """The rules that ask a probe."""
        return tuple(self._asking.get(probe, ()))

    def wanted(self) -> "Wanted":
        """What walks have still to aim at."""
        return Wanted(self._aimed_at())

    def _aimed_at(self) -> tuple[Rule, ...]:
        """Rules that have not asked in order yet, and those that lead to them."""
        left = (*self.left(), *self.only_on_going_back())
        return (*left, *self._ways_to(left))

    def _ways_to(self, left: tuple[Rule, ...]) -> list[Rule]:
        """Rules whose probes lead to those left, however far before."""
        ways: dict[str, Rule] = {}
        probes = [name for rule in left for name in rule.when.question]
        while probes:
            for rule in self.asking(probes.pop()):
                if rule.id not in ways:
                    ways[rule.id] = rule
                    probes += rule.when.question
        return [rule for rule in ways.values() if self.in_order[rule.id]]


class Wanted:
    """Rules to aim at, by where the answers are that they look at."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        """Sort the rules by place."""
        self._at_question: defaultdict[str, list[Rule]] = defaultdict(list)
        self._at_stage: defaultdict[Stage, list[Rule]] = defaultdict(list)
        for rule in rules:
            for question in rule.when.question:
                self._at_question[question].append(rule)
            for stage in () if rule.when.question else rule.when.stage or tuple(Stage):
                self._at_stage[stage].append(rule)

    def at(self, turn: Turn) -> list[Rule]:
        """Those that look at an answer to this question in this stage."""
        named = self._at_question.get(turn.question, ())
        here = [rule for rule in named if not rule.when.stage or turn.stage in rule.when.stage]
        return here + self._at_stage.get(turn.stage, [])
