"""A sentence with its signs and effects, and what the sentences of a text deny of one another."""

from dataclasses import dataclass
from itertools import pairwise

from assistant.tagging.phrases import Found
from assistant.tagging.signs import Effect, Sign
from assistant.tagging.words import Sentence

SAYS_NOT = frozenset({"no", "nope", "nah", "not", "never", "neither", "nor"})
"""First words of an answer to a question that deny what was asked: *The caseload? Not really.*"""
ASKS_FOR_HELP = frozenset({"any", "anyone", "anybody", "enough", "get", "give", "have", "share", "tell", "there"})
"""Words of a question after a thing that helps: *Did we have cover? No* tells of a lack, and denies nothing."""
PRONOUNS = frozenset({"it", "that", "this", "they", "she", "he", "we", "i", "these", "those"})
SHORT_ANSWER = 6
"""Words of a clause such as *It really did not*, which speaks of the sentence before."""
FAR_BACK = 4
"""Sentences that *it was not any of that* speaks of."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence as the tagger sees it."""

    sentence: Sentence
    signs: list[Sign]
    effects: list[Found[Effect]]
    asks: bool
    """A question mark stands behind it."""

    def has(self, effect: Effect) -> bool:
        """Whether a phrase of this effect stands in it."""
        return any(each.phrase.payload is effect for each in self.effects)

    def denies(self, before: "Seen") -> bool:
        """Whether it says that what the sentence before names played no part."""
        if before.asks and not before.asks_for_help() and not SAYS_NOT.isdisjoint(self.sentence[0].forms):
            return True
        if before.asks_whether() and any(not SAYS_NOT.isdisjoint(word.forms) for word in self.sentence[:SHORT_ANSWER]):
            return True
        return self.only_says_not() or any(self._ends_clause(each) for each in self.effects)

    def denies_all_before(self) -> bool:
        """Whether it says *not any of that*."""
        forms = [word.forms for word in self.sentence]
        return any(
            "not" in one and not {"any", "all"}.isdisjoint(two) and "of" in three and not PRONOUNS.isdisjoint(four)
            for one, two, three, four in zip(forms, forms[1:], forms[2:], forms[3:], strict=False)
        )

    def only_says_not(self) -> bool:
        """Whether its first clause is a short one that ends in *not*: *It didn't*, *We really weren't*."""
        ends = next((place for place, word in enumerate(self.sentence) if place and word.breaks), len(self.sentence))
        clause = self.sentence[:ends]
        named = any(not PRONOUNS.isdisjoint(word.forms) for word in clause[:3])
        return len(clause) <= SHORT_ANSWER and named and "not" in clause[-1].forms

    def asks_whether(self) -> bool:
        """Whether it asks without a question mark: *I looked at whether the workload had a part*."""
        return any("whether" in word.forms for word in self.sentence[:8])

    def asks_for_help(self) -> bool:
        """Whether it asks for a thing that helps, so that *no* tells of its lack."""
        return any(not ASKS_FOR_HELP.isdisjoint(word.forms) for word in self.sentence)

    def _ends_clause(self, each: Found[Effect]) -> bool:
        ends = each.behind == len(self.sentence) or self.sentence[each.behind].breaks
        return each.phrase.payload is Effect.DENIES_SENTENCE_BEFORE and ends


def denied_tags(text: list[Seen]) -> frozenset[str]:
    """Top-level tags that the text says played no part: in a denial, or in a sentence that a later one denies."""
    denied = {sign.top for seen in text for sign in seen.signs if sign.denied}
    for before, seen in pairwise(text):
        if seen.denies(before):
            denied.update(sign.top for sign in before.signs)
    for place, seen in enumerate(text):
        if seen.denies_all_before():
            denied.update(sign.top for each in text[max(0, place - FAR_BACK) : place] for sign in each.signs)
    return frozenset(denied)
