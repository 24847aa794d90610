"""Whether a rule's conditions hold, and which of the reviewer's words they rest on."""

from dataclasses import dataclass

from models.annotation import Annotation, Status
from models.bank import Bank, Stage, When
from models.reading import Span
from models.review import Review
from models.session import WHOLE_CASE
from models.taxonomy import is_at_or_below
from sessions.progress import Progress, Turn, TurnState


@dataclass(frozen=True, slots=True)
class Basis:
    """The words that conditions rest on."""

    quote: str
    """Exactly as typed; empty where the conditions rest on no particular words."""
    tag: str | None = None
    """The tag those words show."""


def standing(state: Progress, turn: Turn) -> tuple[Annotation, ...]:
    """The annotations of an answer that nobody rejected."""
    return tuple(each for each in state.of_turn(turn.number) if each.status is not Status.REJECTED)


def belongs(turn: Turn, episode: str | None) -> bool:
    """Whether a turn speaks of an episode. What is told of what happened speaks of the case as a whole."""
    return turn.episode == episode or (episode == WHOLE_CASE and turn.stage is Stage.WHAT_HAPPENED)


def mentioned(state: Progress, episode: str | None, tag: str) -> bool:
    """Whether anything said in an episode is tagged at or below a tag."""
    return any(
        is_at_or_below(each.tag, tag) and each.status is not Status.REJECTED
        for each in state.annotations.values()
        if belongs(turn := state.turns[each.turn], episode) and turn.state is TurnState.ANSWERED
    )


def elicited(bank: Bank, state: Progress, episode: str | None, tag: str) -> bool:
    """Whether a question that gives a tag a fair chance was put in an episode."""
    return any(
        any(is_at_or_below(each, tag) for each in question.elicits)
        for question in bank.questions
        if (question.id, episode) in state.asked
    )


def fits_place(when: When, review: Review, bank: Bank, state: Progress, episode: str | None) -> bool:
    """Whether the conditions on review, source and episode hold: all that a planned question may ask of."""
    if when.review_kind and review.kind not in when.review_kind:
        return False
    if when.source and state.started.source.value not in when.source:
        return False
    if when.mentioned and not mentioned(state, episode, when.mentioned):
        return False
    absent = when.not_mentioned
    return not absent or not (mentioned(state, episode, absent) or elicited(bank, state, episode, absent))


def basis(when: When, review: Review, bank: Bank, state: Progress, turn: Turn) -> Basis | None:
    """The words of an answer that a rule's conditions rest on; None where they do not hold."""
    if turn.answer is None or turn.reading is None or not _fits_answer(when, state, turn):
        return None
    if not fits_place(when, review, bank, state, turn.episode):
        return None
    found: list[Span] = []
    for wanted, spans in ((when.wording, turn.reading.wording), (when.signal, turn.reading.signals)):
        if wanted:
            met = [span for span in spans if span.kind in wanted]
            if not met:
                return None
            found += met
    tagged = _tagged(when, state, turn)
    if when.tag and tagged is None:
        return None
    words = found[0].quote if found else tagged.quote if tagged else ""
    return Basis(words, tagged.tag if tagged else None)


def _fits_answer(when: When, state: Progress, turn: Turn) -> bool:
    words = len((turn.answer or "").split())
    reading = turn.reading
    if reading is None:
        return False
    if when.tag_alone and reading.depth.value != "reports" and len(reading.suggestions) > 1:
        return False
    return (
        (not when.stage or turn.stage in when.stage)
        and (not when.question or turn.question in when.question)
        and (not when.depth or reading.depth in when.depth)
        and words >= when.words_at_least
        and (when.words_at_most is None or words <= when.words_at_most)
        and (when.follow_ups_at_most is None or state.following(turn.chain) <= when.follow_ups_at_most)
    )


def _tagged(when: When, state: Progress, turn: Turn) -> Annotation | None:
    return next(
        (
            each
            for each in sorted(standing(state, turn), key=lambda each: -each.score)
            if any(is_at_or_below(each.tag, tag) for tag in when.tag)
            and (not when.direction or each.direction in when.direction)
        ),
        None,
    )
