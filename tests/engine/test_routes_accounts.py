"""The questionnaires that ship, read as routes: what others tell of the same moment, and where accounts differ."""

import pytest

from models.review import Source
from tests.routes import Route, expected, leads, told, walked

OTHERS = {
    "what other accounts add is asked what nobody's record says": leads("other_accounts.add", "The school saw him at noon, the log says.", "probe.accounts.silence", "The school saw ..."),
    "what other records add is asked whose voice is missing": leads("other_accounts.add", "The school saw him at noon, the log says.", "probe.accounts.missing", "The school saw ...", source=Source.RECORD),
    "what is missing is asked how it came to be unwritten": leads("other_accounts.add", ("The school saw him at noon, the log says.", "Nothing of the evening."), ("probe.accounts.silence", "probe.accounts.unwritten"), "Nothing of the evening."),
    "few words on what others add lead straight on": leads("other_accounts.add", "Not much more.", "other_accounts.differ"),
    "a feeling about what others say has room first": leads("other_accounts.add", "Her note is kind and <emotion>I am touched</> by it.", "probe.accounts.hearing", "I am touched"),
    "of a record nobody is asked what it is like to hear": leads("other_accounts.add", "Her note is kind and <emotion>we were touched</> by it.", "probe.door.emotion", "we were touched", source=Source.RECORD),
    "a reason between the accounts is asked how it goes in other cases": leads("other_accounts.add", "They waited because we had said so.", "probe.depth.same_agencies", "They waited ..."),
    "where accounts differ, what lies behind it is asked": leads("other_accounts.differ", "They took it that we would ring her.", "probe.accounts.explain", "They took it ..."),
    "where records differ, what each knew is asked": leads("other_accounts.differ", "They took it that we would ring her.", "probe.accounts.known_when_written", "They took it ...", source=Source.RECORD),
    "the family's side is asked for in their own words": leads("other_accounts.family", "That we came and went without a word.", "probe.accounts.heard", "That we came ..."),
    "the family's own words lead to the child": leads("other_accounts.family", ("That we came and went without a word.", "She told the nurse so."), ("probe.accounts.heard", "probe.accounts.child_stood"), "She told the nurse so."),
    "the family's side with its reason is asked what they knew": leads("other_accounts.family", "As help, because we brought the cot.", "probe.accounts.family_knew", "As help ..."),
    "a view of the work is asked what it is set against": leads("other_accounts.quality", "Rather good for then.", "probe.accounts.yardstick", "Rather good for then."),
    "the measure is asked how well it fits, where the moment was explained before": leads("other_accounts.quality", ("Rather good for then.", "The old guidance."), ("probe.accounts.yardstick", "probe.accounts.fits"), "The old guidance.", given={"tunnel.going_on": "It looked settled because he smiled."}),
    "the measure, where the moment was only told, leads to what brought the work about": leads("other_accounts.quality", ("Rather good for then.", "The old guidance."), ("probe.accounts.yardstick", "probe.depth.brought_it_about"), "The old guidance."),
    "a view with its reason is asked who might see it otherwise": leads("other_accounts.quality", "Good, because he was seen alone.", "probe.accounts.seen_otherwise", "Good, because ..."),
    "another voice brought in there is asked how it looked to them": leads("other_accounts.family", "<other_account>His aunt says</> so.", "probe.door.other_account", "His aunt says"),
}  # fmt: skip

APART = {
    "a record against which another session speaks is asked what each was made for": leads("why.conditions", "<factor.conditions.staffing=helped>All posts were filled</>.", "probe.accounts.made_for", "All posts were filled", source=Source.RECORD, accounts=(told("factor.conditions.staffing", "hindered", "two off sick", "team manager", Source.CONVERSATION),), saying="team manager"),
    "in conversation, two accounts that differ are asked how each came about": leads("why.conditions", "<factor.conditions.staffing=helped>All posts were filled</>.", "probe.accounts.came_to_see", "All posts were filled", accounts=(told("factor.conditions.staffing", "hindered", "two off sick"),), saying="two off sick"),
    "in a meeting, two accounts that differ are asked what each shows": leads("why.conditions", "<factor.conditions.staffing=helped>All posts were filled</>.", "probe.accounts.lets_us_see", "All posts were filled", source=Source.MEETING, accounts=(told("factor.conditions.staffing", "hindered", "two off sick"),), saying="school nurse"),
    "two accounts of what passed between agencies are asked what each had been told": leads("why.inter_agency", "<factor.inter_agency.communication=hindered>Nobody rang</>.", "probe.accounts.told_by_then", "Nobody rang", accounts=(told("factor.inter_agency.communication", "helped", "I rang twice"),), saying="I rang twice"),
    "two accounts of the family are asked what in its place looks different": leads("why.family", "<factor.family.engagement=hindered>They stayed away</>.", "probe.accounts.family_telling", "They stayed away", accounts=(told("factor.family.engagement", "helped", "they came every week"),), saying="they came every week"),
    "an account that says the same calls for none of it": leads("why.conditions", "<factor.conditions.time=helped>There was time</>.", "probe.conditions.possible", "There was time", accounts=(told("factor.conditions.time", "helped", "an hour kept free"),)),
    "an account of which the direction is not clear calls for none of it": leads("why.conditions", "<factor.conditions.time=helped>There was time</>.", "probe.conditions.possible", "There was time", accounts=(told("factor.conditions.time", "unclear", "an hour"),)),
    "an answer of which the direction is not clear contradicts nobody": leads("why.conditions", "<factor.conditions.atmosphere>A lively office</>, and behind that the move.", "probe.conditions.further", "A lively office", accounts=(told("factor.conditions.atmosphere", "hindered", "a loud office"),)),
    "an account of another kind of influence calls for none of it": leads("why.conditions", "<factor.conditions.time=helped>There was time</>.", "probe.conditions.possible", "There was time", accounts=(told("factor.conditions.staffing", "hindered", "two off sick"),)),
    "an account of one moment is not held against another": leads("why.conditions", "<factor.conditions.time=helped>There was time</>.", "probe.conditions.possible", "There was time", given={"tunnel.aims": "-"}, second="second visit", accounts=(told("factor.conditions.time", "hindered", "no time at all"),)),
    "while the view from inside is told, accounts are not held against it": leads("tunnel.occupied", "<factor.conditions.time=helped>There was time</>.", "probe.conditions.possible", "There was time", accounts=(told("factor.conditions.time", "hindered", "no time at all"),)),
    "what others add against what was told before is asked how each view came about": leads("other_accounts.add", "They had <factor.conditions.time=hindered>no time for it</>.", "probe.accounts.came_to_see", "no time for it", given={"tunnel.occupied": "<factor.conditions.time=helped>There was time</>."}, saying="There was time"),
    "two parts of one's own account that differ are not held against each other": leads("why.most_significant", "<factor.conditions.time=hindered>No time for it</>, and behind that the rota.", "probe.conditions.further", "No time for it", given={"tunnel.occupied": "<factor.conditions.time=helped>There was time</>."}),
    "what others add against a tag that a person rejected calls for none of it": leads("other_accounts.add", "It was <factor.conditions.time=hindered>too short</>, behind that the rota.", "probe.conditions.further", "too short", given={"tunnel.occupied": "<factor.conditions.time=helped>There was time</>."}, rejected=("tunnel.occupied",)),
    "two views lead to what may have to stay open": leads("why.conditions", ("<factor.conditions.time=helped>There was time</>.", "The rota was new then."), ("probe.accounts.came_to_see", "probe.accounts.leave_open"), "The rota was new then.", accounts=(told("factor.conditions.time", "hindered", "no time at all"),)),
    "what may have to stay open is asked once a session": leads("other_accounts.add", ("They had <factor.own_team.help=hindered>nobody to ask</>.", "It was another floor."), ("probe.accounts.lets_us_see", "other_accounts.differ"), given={"tunnel.occupied": "<factor.own_team.help=helped>Someone to ask</>.", "why.family": "<factor.family.engagement=hindered>They stayed away</>.", "probe.accounts.family_telling": "We came in twos."}, source=Source.MEETING, accounts=(told("factor.family.engagement", "helped", "they came"),)),
    "looking back goes before what another account says": leads("why.conditions", "<hindsight>Looking back</>, <factor.conditions.time=helped>there was time</>.", "probe.looking_back.that_day", "Looking back", accounts=(told("factor.conditions.time", "hindered", "no time at all"),)),
}  # fmt: skip

ROUTES = OTHERS | APART


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == expected(route)
