"""What changed between the content that a session last went on with and the content it is opened with now."""

from assistant.engine.content import Content
from models.session import WHOLE_CASE
from sessions.progress import Progress
from sessions.turns import Turn


def versions(content: Content) -> tuple[str, str]:
    """The versions of bank and taxonomy that are in use."""
    return content.bank.version, content.taxonomy.version


def content_changes(content: Content, state: Progress) -> tuple[str, ...]:
    """What a person opening the session has to know, in sentences; none where nothing changed."""
    before = (state.bank_version, state.taxonomy_version)
    if before == versions(content):
        return ()
    return (_moved(content, state), *_questions(content, state), *_tags(content, state))


def _moved(content: Content, state: Progress) -> str:
    return (
        f"This session last went on with {state.started.bank} {state.bank_version} and taxonomy "
        f"{state.taxonomy_version}; it is opened with {content.bank.id} {content.bank.version} and taxonomy "
        f"{content.taxonomy.version}. What was asked and answered stays word for word; "
        "what is new is asked in its place."
    )


def _questions(content: Content, state: Progress) -> list[str]:
    asked = {turn.question: turn for turn in state.turns.values()}
    told = []
    for name, turn in asked.items():
        if name not in content.bank.by_id:
            told.append(f"No longer in the bank: question {turn.number}, “{turn.text}” Its answer stays.")
        elif (now := _wording(content, state, turn)) != turn.text:
            told.append(f"Worded differently now: question {turn.number}, “{turn.text}” It would be asked as “{now}”")
    return told


def _wording(content: Content, state: Progress, turn: Turn) -> str:
    title = state.episodes.get(turn.episode or WHOLE_CASE, "the case as a whole")
    return content.filled(content.bank.by_id[turn.question].text, {"episode": title})


def _tags(content: Content, state: Progress) -> list[str]:
    gone = sorted({each.tag for each in state.annotations.values() if each.tag not in content.taxonomy.by_id})
    return [
        f"No longer in the taxonomy: `{tag}`. The words tagged with it keep it; change them to another tag if one fits."
        for tag in gone
    ]
