"""Whether a rule's conditions hold, and which of the reviewer's words they rest on."""

from typing import NamedTuple

from assistant.engine.content import MOST_FOLLOW_UPS, Account, Content, Ranked, same_episode
from models.annotation import Annotation
from models.bank import Stage, When
from models.reading import Depth, Reading, SignalKind, Span
from models.taxonomy import Direction, is_at_or_below, tag_and_broader, top_level
from sessions.progress import Progress
from sessions.turns import Turn

NONE: list[Ranked] = []
SHORT_ANSWER = 15
"""Words of an answer that can say nothing and no more."""
_OPPOSITE = {Direction.HELPED: Direction.HINDERED, Direction.HINDERED: Direction.HELPED}


class Basis(NamedTuple):
    """The words that conditions rest on."""

    quote: str
    """Exactly as typed; empty where the conditions rest on no particular words."""
    tag: str | None = None
    """The tag those words show."""
    other: str = ""
    """The words of another account that they contradict."""
    who: str = ""
    """Whose account that is."""


class Heard:
    """An answer that rules are held against."""

    __slots__ = ("content", "reading", "standing", "state", "turn", "words")

    def __init__(self, content: Content, state: Progress, turn: Turn, reading: Reading) -> None:
        """Take the answer, its annotations that nobody rejected, and its length in words.

        First come those of the factor that the answer shows most, by the sum of their scores; among them the surest.
        """
        self.content, self.state, self.turn, self.reading = content, state, turn, reading
        standing = state.standing(turn.number)
        self.standing = _most_shown_first(standing) if len(standing) > 1 else standing
        self.words = len((turn.answer or "").split())

    def contradiction(self) -> tuple[Annotation, Account] | None:
        """An annotation that another account of the same episode contradicts, with that account."""
        said = self.state.said.get(self.turn.episode)
        if self.turn.episode is None or said is None:
            return None
        for each in self.standing:
            opposite = _OPPOSITE.get(each.direction)
            if opposite and (self.content.accounts or len(said.by_tag.get(each.tag, ())) > 1):
                told = self._told_elsewhere(each, opposite) or self._told_here(each, opposite)
                if told:
                    return each, told
        return None

    def rules(self) -> list[Ranked]:
        """The rules that what it has calls up, the most salient first."""
        turn, started, reading = self.turn, self.state.started, self.reading
        followed = min(self.state.followed[turn.chain], MOST_FOLLOW_UPS)
        here = self.content.rules_at(started.source, started.respondent).get((turn.stage, turn.depth, followed))
        if here is None:
            return []
        found = [] if self._says_nothing() else [here.anything, here.question.get(turn.question, NONE)]
        if reading.signals:
            found += [here.signal.get(kind, NONE) for kind in {each.kind for each in reading.signals}]
        if reading.wording:
            found += [here.wording.get(kind, NONE) for kind in {each.kind for each in reading.wording}]
        if self.standing:
            tags = {tag for each in self.standing for tag in tag_and_broader(each.tag)}
            found += [here.tag.get(tag, NONE) for tag in tags]
        return sorted([each for ranked in found for each in ranked])

    def _says_nothing(self) -> bool:
        """Whether a short answer says that there is nothing to say: then only its tags and wording call for more."""
        signals = self.reading.signals
        return bool(signals) and self.words <= SHORT_ANSWER and any(each.kind is SignalKind.NOTHING for each in signals)

    def _told_elsewhere(self, said: Annotation, opposite: Direction) -> Account | None:
        """Another session of the review, about an episode of the same title."""
        title = same_episode(self.state.episodes.get(self.turn.episode or "", ""))
        for told in self.content.accounts:
            if told.tag == said.tag and told.direction is opposite and told.episode == title:
                return told
        return None

    def _told_here(self, said: Annotation, opposite: Direction) -> Account | None:
        """Another part of this session: what other accounts add, against what was told before, or the other way."""
        heard = self.state.said.get(self.turn.episode)
        if heard is None:
            return None
        for name in heard.by_tag.get(said.tag, ()):
            each = self.state.annotations[name]
            if each.direction is opposite and self._is_another_part(self.state.turns[each.turn]):
                who, source = "an earlier answer", self.state.started.source
                return Account(who, source, "", each.tag, each.direction, each.quote)
        return None

    def _is_another_part(self, turn: Turn) -> bool:
        apart = (turn.stage is Stage.OTHER_ACCOUNTS) != (self.turn.stage is Stage.OTHER_ACCOUNTS)
        return apart and turn.episode == self.turn.episode


def _most_shown_first(annotations: list[Annotation]) -> list[Annotation]:
    shown: dict[str, float] = {}
    for each in annotations:
        top = top_level(each.tag)
        shown[top] = shown.get(top, 0.0) + each.score
    return sorted(annotations, key=lambda each: (-shown[top_level(each.tag)], -each.score))


def mentioned(state: Progress, episode: str | None, tag: str) -> bool:
    """Whether anything said in an episode is tagged at or below a tag."""
    said = state.said.get(episode)
    return said is not None and said.tags[tag] > 0


def elicited(content: Content, state: Progress, episode: str | None, tag: str) -> bool:
    """Whether a question that gives a tag a fair chance was put in an episode."""
    asked = state.asked.get(episode)
    return asked is not None and not content.bank.eliciting.get(tag, frozenset()).isdisjoint(asked)


def fits_session(when: When, content: Content, state: Progress) -> bool:
    """Whether the conditions hold that no answer changes: on the review, the source and the respondent."""
    return not when.of_session or content.fits(when, state.started.source, state.started.respondent)


def fits_place(when: When, content: Content, state: Progress, episode: str | None) -> bool:
    """Whether the conditions on review, source and episode hold: all that a planned question may ask of."""
    return fits_session(when, content, state) and fits_episode(when, content, state, episode)


def fits_episode(when: When, content: Content, state: Progress, episode: str | None) -> bool:
    """Whether the conditions hold on what was said and asked in an episode."""
    if when.mentioned and not mentioned(state, episode, when.mentioned):
        return False
    if when.episode_depth and episode_depth(state, episode) not in when.episode_depth:
        return False
    absent = when.not_mentioned
    return not absent or not (mentioned(state, episode, absent) or elicited(content, state, episode, absent))


def episode_depth(state: Progress, episode: str | None) -> Depth | None:
    """How far the deepest answer of an episode goes; None where nothing was said of it yet."""
    said = state.said.get(episode)
    return said.depth if said else None


def basis(when: When, heard: Heard) -> Basis | None:
    """The words of an answer that a rule's conditions rest on; None where they do not hold."""
    turn = heard.turn
    in_place = (not when.stage or turn.stage in when.stage) and (not when.depth or turn.depth in when.depth)
    few = when.follow_ups_at_most is None or heard.state.following(turn.chain) <= when.follow_ups_at_most
    fits = in_place and few and fits_session(when, heard.content, heard.state)
    return words_for(when, heard) if fits else None


def words_for(when: When, heard: Heard) -> Basis | None:
    """As `basis`, for rules looked up by stage, depth, number of follow-ups and session: those hold already."""
    if not _fits_answer(when, heard):
        return None
    if when.of_episode and not fits_episode(when, heard.content, heard.state, heard.turn.episode):
        return None
    if when.contradicts:
        return _contradiction(when, heard)
    found = _spans(when, heard.reading)
    if found is None:
        return None
    tagged = next((each for each in heard.standing if _shows(when, each)), None) if when.tag else None
    if when.tag and tagged is None:
        return None
    words = found[0].quote if found else tagged.quote if tagged else ""
    return Basis(words, tagged.tag if tagged else None)


def _spans(when: When, reading: Reading) -> list[Span] | None:
    """The words with the wording and the signals asked for; None where one is asked for and not there."""
    found: list[Span] = []
    for wanted, spans in ((when.wording, reading.wording), (when.signal, reading.signals)):
        if wanted:
            met = [span for span in spans if span.kind in wanted]
            if not met:
                return None
            found += met
    return found


def _contradiction(when: When, heard: Heard) -> Basis | None:
    found = heard.contradiction()
    if found is None or (when.tag and not _shows(when, found[0])):
        return None
    said, told = found
    return Basis(said.quote, said.tag, told.quote, told.who)


def _fits_answer(when: When, heard: Heard) -> bool:
    if when.question and heard.turn.question not in when.question:
        return False
    if heard.words < when.words_at_least or (when.words_at_most is not None and heard.words > when.words_at_most):
        return False
    alone = when.tag_alone and heard.turn.depth is not Depth.REPORTS
    return not (alone and len(heard.reading.suggestions) > 1)


def _shows(when: When, annotation: Annotation) -> bool:
    return (
        any(is_at_or_below(annotation.tag, tag) for tag in when.tag)
        and (not when.direction or annotation.direction in when.direction)
        and annotation.score >= when.score_at_least
        and (not when.status or annotation.status in when.status)
    )
