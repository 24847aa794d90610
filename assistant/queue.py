"""What waits for a supervisor: closed sessions, the longest waiting first."""

from dataclasses import dataclass
from datetime import datetime

from models.annotation import Status
from sessions.export.document import session_state
from sessions.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Waiting:
    """A closed session that nobody has signed off."""

    session: str
    review: str
    title: str
    respondent: str
    since: datetime
    undecided: int
    tags: int

    def as_json(self) -> dict[str, object]:
        """As `supervise --json` lists it."""
        return {
            "session": self.session,
            "review": self.review,
            "title": self.title,
            "respondent": self.respondent,
            "since": self.since.isoformat(),
            "undecided": self.undecided,
            "tags": self.tags,
        }


def waiting(workspace: Workspace) -> list[Waiting]:
    """Closed sessions of all reviews, the longest waiting first."""
    found = []
    for file in workspace.reviews().values():
        for session, state in workspace.sessions_of(file).items():
            if session_state(state) == "closed":
                found.append(
                    Waiting(
                        session=session,
                        review=file.review.id,
                        title=file.review.title,
                        respondent=state.started.respondent,
                        since=state.last_at or state.started.at,
                        undecided=sum(each.status is Status.SUGGESTED for each in state.annotations.values()),
                        tags=len(state.annotations),
                    )
                )
    return sorted(found, key=lambda each: each.since)
