"""The questionnaires that ship, read as routes: given these answers, this answer leads there because of these words."""

import pytest

from tests.routes import Route, leads, walked

ROUTES = {
    "an assumption is opened up": leads("tunnel.going_on", "<assumption>I assumed</> they were out", "probe.door.assumption", "I assumed"),
}  # fmt: skip


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == (route.to, route.words)
