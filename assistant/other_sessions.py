"""What the other sessions of a review say of its episodes: what an answer can agree with or contradict."""

from collections.abc import Mapping

from assistant.engine.content import Account, same_episode
from models.annotation import Status
from sessions.progress import Progress


def accounts(sessions: Mapping[str, Progress], but: str) -> tuple[Account, ...]:
    """Every standing tag on words about a named episode, in every session but one."""
    return tuple(
        account for name, state in sessions.items() if name != but for account in _accounts(state) if account.episode
    )


def _accounts(state: Progress) -> list[Account]:
    return [
        Account(
            who=state.started.respondent or "another account",
            source=state.started.source,
            episode=same_episode(state.episodes.get(state.turns[each.turn].episode or "", "")),
            tag=each.tag,
            direction=each.direction,
            quote=each.quote,
        )
        for each in state.annotations.values()
        if each.status is not Status.REJECTED and state.turns[each.turn].counts
    ]
