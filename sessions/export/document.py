"""A review and its sessions as the document that leaves the workspace."""

from collections.abc import Iterable, Mapping
from typing import Literal

from models.annotation import Annotation, Status
from models.export import AnswerRecord, Coding, LanguageFlag, ReviewExport, SessionRecord
from models.session import WHOLE_CASE
from models.taxonomy import Taxonomy, top_level
from sessions.progress import Progress
from sessions.turns import Turn, TurnState
from sessions.workspace import ReviewFile


def review_export(file: ReviewFile, sessions: Mapping[str, Progress], taxonomy: Taxonomy) -> ReviewExport:
    """The document of a review. Codings of parked answers stay behind: they are not part of the account."""
    standing = [
        (state, each)
        for state in sessions.values()
        for each in state.annotations.values()
        if state.turns[each.turn].state is TurnState.ANSWERED
    ]
    kept = [(state, each) for state, each in standing if each.status is not Status.REJECTED]
    return ReviewExport(
        taxonomy_version=taxonomy.version,
        review=file.review,
        sessions=tuple(session_record(state) for state in sessions.values()),
        codings=tuple(_coding(state, each, taxonomy) for state, each in kept),
        rejected=len(standing) - len(kept),
        undecided=sum(each.status is Status.SUGGESTED for _, each in kept),
    )


def session_record(state: Progress) -> SessionRecord:
    """One session as it leaves the workspace."""
    started = state.started
    return SessionRecord(
        id=started.session,
        started_at=started.at,
        respondent=started.respondent,
        source=started.source,
        state=session_state(state),
        bank=started.bank,
        bank_version=started.bank_version,
        taxonomy_version=started.taxonomy_version,
        last_bank_version=state.bank_version,
        last_taxonomy_version=state.taxonomy_version,
        episodes=tuple(state.episodes.values()),
        answers=tuple(_answer(state, turn) for turn in state.turns.values() if turn.was_put),
    )


def session_state(state: Progress) -> Literal["open", "closed", "signed_off"]:
    """Where a session stands between its reviewer and its supervisor."""
    if state.signed_off_by is not None:
        return "signed_off"
    return "closed" if state.closed_by is not None else "open"


def episode_title(state: Progress, episode: str | None) -> str:
    """The title of an episode; empty where there is none."""
    if episode is None:
        return ""
    return state.episodes.get(episode, "the case as a whole" if episode == WHOLE_CASE else episode)


def language(turn: Turn) -> tuple[LanguageFlag, ...]:
    """The hindsight and blame wording of an answer."""
    found: Iterable[LanguageFlag] = (
        LanguageFlag(kind=each.kind, start=each.start, end=each.end, quote=each.quote)
        for each in (turn.reading.wording if turn.reading else ())
    )
    return tuple(found)


def _answer(state: Progress, turn: Turn) -> AnswerRecord:
    return AnswerRecord(
        turn=turn.number,
        question=turn.question,
        stage=turn.stage,
        episode=episode_title(state, turn.episode),
        asked=turn.text,
        because=turn.because.text if turn.because else None,
        state=turn.state.value,
        answer=turn.answer,
        value=turn.value,
        skip=turn.skip,
        revisions=len(turn.revisions),
        gives_reason=turn.reading.gives_reason if turn.reading else None,
        depth=turn.depth,
        language=language(turn),
    )


def _coding(state: Progress, annotation: Annotation, taxonomy: Taxonomy) -> Coding:
    turn, started = state.turns[annotation.turn], state.started
    entry = taxonomy.by_id.get(annotation.tag)
    last = annotation.decisions[-1] if annotation.decisions else None
    return Coding(
        review=started.review,
        session=started.session,
        annotation=annotation.id,
        turn=turn.number,
        question=turn.question,
        stage=turn.stage,
        episode=episode_title(state, turn.episode),
        respondent=started.respondent,
        source=started.source,
        tag=annotation.tag,
        top_level=top_level(annotation.tag),
        label=taxonomy.label(annotation.tag),
        level=entry.level if entry else None,
        direction=annotation.direction,
        start=annotation.start,
        end=annotation.end,
        quote=annotation.quote,
        score=annotation.score,
        reason=annotation.reason.detail,
        suggested_by=annotation.reason.by.value,
        status=annotation.status,
        decided_by=last.role if last else annotation.added_role,
        decided_at=last.at if last else annotation.added_at,
    )
