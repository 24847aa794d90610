"""What tests share: a small bank in plain sentences, a tagger that reads marks, and sessions over memory."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from assistant.conductor import Conductor, Means, Place
from assistant.engine.content import Account, Content
from models.bank import Bank, Question, Rule
from models.reading import Depth, Reading, Reason, ReasonBy, Signal, SignalKind, Suggestion, Wording, WordingKind
from models.review import Review, Role, Source
from models.session import SessionStarted, SkipKind
from models.taxonomy import Taxonomy
from question_bank.loader import load_taxonomy
from sessions.store import EventStore, MemoryStore
from sessions.workspace import Workspace

MARK = re.compile(r"<(?P<kind>\w[\w.]*)(?:=(?P<direction>\w+))?(?:@(?P<score>[\d.]+))?>(?P<words>[^<]+)</>")
"""`<factor.role=helped>I saw her daily</>` is read as that tag on those words; `<hindsight>...</>` as that wording.

`<factor.role=helped@0.5>` is as sure as that; where nothing is said, 0.8.
"""

TAXONOMY: Taxonomy = load_taxonomy()
REVIEW = Review(id="northfield-1", title="Northfield", kind="routine_practice")


class MarkTagger:
    """Reads tags, wording and signals from marks in the text: what is read is plain in the test itself."""

    name = "marks 1"

    def read(self, text: str) -> Reading:
        """The reading that the marks spell out; an answer with a tag or a *because* gives a reason.

        *Behind that* makes it a reason behind a reason, *everywhere* a pattern; what is named *in passing* gives none.
        """
        suggestions, wording, signals = [], [], []
        for met in MARK.finditer(text):
            kind, score = met["kind"], float(met["score"] or 0.8)
            span = {"start": met.start("words"), "end": met.end("words"), "quote": met["words"]}
            if kind in {each.value for each in WordingKind}:
                wording.append(Wording.model_validate({**span, "kind": kind}))
            elif kind in {each.value for each in SignalKind}:
                signals.append(Signal.model_validate({**span, "kind": kind}))
            else:
                reason = Reason(by=ReasonBy.CUE, detail="a mark")
                found = {"tag": kind, "score": score, "direction": met["direction"] or "unclear", "reason": reason}
                suggestions.append(Suggestion.model_validate({**span, **found}))
        depth = Depth.REASON if suggestions or "because" in text else Depth.REPORTS
        depth = Depth.REASON_BEHIND if "behind that" in text else depth
        depth = Depth.PATTERN if "everywhere" in text else depth
        depth = Depth.REPORTS if "in passing" in text else depth
        return Reading(suggestions=tuple(suggestions), wording=tuple(wording), signals=tuple(signals), depth=depth)


@dataclass
class Clock:
    """A clock that goes on by a second each time it is asked."""

    at: datetime = field(default_factory=lambda: datetime(2026, 5, 1, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        """The next second."""
        self.at += timedelta(seconds=1)
        return self.at


def question(name: str, **fields: object) -> Question:
    """A question whose id begins with its stage: `why.role`; `probe.` ids take their stage from the second word."""
    parts = name.split(".")
    stage = parts[1] if parts[0] == "probe" else parts[0]
    given = {"id": name, "stage": stage, "text": f"What about {name}?", "probe": parts[0] == "probe", **fields}
    return Question.model_validate(given)


def rule(ask: str, **when: object) -> Rule:
    """A rule that asks a probe, named after it."""
    salience, once = when.pop("salience", 50), when.pop("once", "episode")
    because = when.pop("because", 'You said "{quote}"; this asks on.')
    given = {"id": f"rule.{ask}", "ask": ask, "when": when, "because": because, "salience": salience, "once": once}
    return Rule.model_validate(given)


def bank(*entries: Question | Rule) -> Bank:
    """A bank of these questions and rules."""
    questions = tuple(entry for entry in entries if isinstance(entry, Question))
    rules = tuple(entry for entry in entries if isinstance(entry, Rule))
    return Bank(id="small", version="1", title="Small", description="For tests.", questions=questions, rules=rules)


def begun(  # noqa: PLR0913  # each names something that a session has
    made: Bank,
    *,
    review: Review = REVIEW,
    store: EventStore | None = None,
    source: Source = Source.CONVERSATION,
    accounts: tuple[Account, ...] = (),
    respondent: str = "health visitor",
) -> Conductor:
    """A session that has just begun, led by `lead`, over memory unless a store is given."""
    workspace, clock = Workspace(store or MemoryStore()), Clock()
    workspace.start_review(review, clock())
    started = SessionStarted(
        at=clock(),
        session="s1",
        review=review.id,
        by="lead",
        respondent=respondent,
        source=source,
        bank=made.id,
        bank_version=made.version,
        taxonomy_version=TAXONOMY.version,
    )
    workspace.append("s1", 0, [started])
    workspace.list_session(review.id, "s1", clock())
    return opened(made, workspace, review=review, accounts=accounts)


def opened(
    made: Bank,
    workspace: Workspace,
    *,
    review: Review = REVIEW,
    role: Role = Role.REVIEWER,
    accounts: tuple[Account, ...] = (),
) -> Conductor:
    """The session `s1` opened: by `lead` as its reviewer, by `method` in any other role."""
    means = Means(workspace, MarkTagger(), Clock(datetime(2026, 5, 2, 9, 0, tzinfo=UTC)))
    person = "lead" if role is Role.REVIEWER else "method"
    return Conductor(means, "s1", Content(made, TAXONOMY, review, None, accounts), Place(person, role))


def asked(conductor: Conductor) -> str | None:
    """The id of what is asked now."""
    return conductor.current.question if conductor.current else None


def route(made: Bank, *answers: str, review: Review = REVIEW, source: Source = Source.CONVERSATION) -> list[str | None]:
    """What is asked first, and after each of these answers; `-` skips."""
    conductor = begun(made, review=review, source=source)
    trail = [asked(conductor)]
    for text in answers:
        give(conductor, text)
        trail.append(asked(conductor))
    return trail


def give(conductor: Conductor, text: str) -> None:
    """Answer what is asked; `-` skips it as not known."""
    if text == "-":
        conductor.skip(SkipKind.NOT_KNOWN)
    else:
        conductor.answer(text)
