"""Rules that others always come before."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from models.bank import Once, Rule, Stage, When
from models.errors import Fault
from models.taxonomy import tag_and_broader
from question_bank.entries import Located
from question_bank.lint.implied import holds_whenever
from question_bank.lint.routes import Routes

_OFTEN = {Once.SESSION: 0, Once.EPISODE: 1, Once.ANSWER: 2}
"""How often a rule may ask, from least to most."""
_KINDS = ("tag", "signal", "wording", "question", "depth")
"""The conditions that rules are looked up by, the rarest first."""
_Key = tuple[str, str, str]


@dataclass(frozen=True)
class _Ranked:
    """A rule and where it stands among those that fit an answer."""

    located: Located[Rule]
    rank: tuple[int, int]
    when: When
    """Its conditions, with the stages in which they can be looked at."""

    @property
    def rule(self) -> Rule:
        return self.located.value


def shadow_faults(rules: Sequence[Located[Rule]], ways: Routes) -> list[Fault]:
    """Rules that ask nothing that another rule would not have asked before them."""
    ranked = _ranked(rules, ways)
    index = _index(ranked, lambda rule: rule.ask)
    return [
        each.located.fault(_shadowed_by(first), "when")
        for each in ranked
        if (first := _first(each, index, each.rule.ask, lambda first, rule: _OFTEN[first.once] >= _OFTEN[rule.once]))
    ]


def shadow_remarks(rules: Sequence[Located[Rule]], ways: Routes) -> list[Fault]:
    """Rules that ask only after another one has asked something else."""
    ranked = _ranked(rules, ways)
    index = _index([each for each in ranked if each.rule.once is Once.ANSWER], lambda _rule: "")
    return [
        each.located.fault(
            f"asks only after `{first.id}`, which comes first wherever this fits; is that meant?", "when"
        )
        for each in ranked
        if (first := _first(each, index, "", lambda first, rule: first.ask != rule.ask))
    ]


def _shadowed_by(first: Rule) -> str:
    told = "never asks" if first.once is Once.ANSWER else "adds nothing"
    where = f"`{first.id}` comes first, fits wherever this does and asks the same probe"
    return f"{told}: {where}; remove one of the two, or tell them apart"


def _ranked(rules: Sequence[Located[Rule]], ways: Routes) -> list[_Ranked]:
    return [
        _Ranked(rule, (-rule.value.salience, place), _placed(rule.value, ways))
        for place, rule in enumerate(rules)
        if ways.stages_of_rule(rule.value)
    ]


def _placed(rule: Rule, ways: Routes) -> When:
    there = ways.stages_of_rule(rule)
    return rule.when.model_copy(update={"stage": tuple(stage for stage in Stage if stage in there)})


def _index(ranked: Sequence[_Ranked], group: Callable[[Rule], str]) -> dict[_Key, list[_Ranked]]:
    """Rules by group and by the rarest thing they need, in the order in which they ask."""
    found: dict[_Key, list[_Ranked]] = defaultdict(list)
    for each in sorted(ranked, key=lambda each: each.rank):
        when = each.rule.when
        kind = next((kind for kind in _KINDS if getattr(when, kind)), "")
        for value in getattr(when, kind) if kind else ("",):
            found[group(each.rule), kind, value].append(each)
    return found


def _first(
    narrow: _Ranked, index: dict[_Key, list[_Ranked]], group: str, meant: Callable[[Rule, Rule], bool]
) -> Rule | None:
    """The rule of a group that always comes before another one; None where there is none."""
    for key in _keys(narrow.when):
        for wide in index.get((group, *key), ()):
            if wide.rank >= narrow.rank:
                break
            if meant(wide.rule, narrow.rule) and holds_whenever(wide.rule.when, narrow.when):
                return wide.rule
    return None


def _keys(when: When) -> Iterator[tuple[str, str]]:
    """What a rule that holds wherever these conditions do may be looked up by."""
    yield "", ""
    for kind in _KINDS:
        values = getattr(when, kind)
        for value in tag_and_broader(values[0]) if values and kind == "tag" else values[:1]:
            yield kind, value
