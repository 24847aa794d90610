"""The questionnaires that ship, read as routes: what went well, gone into as far as anything that was difficult."""

import pytest

from models.review import Source
from tests.routes import Route, at_length, expected, leads, walked

ROUTES = {
    "what went well, only reported, is asked how it came about": leads("went_well.what", "She rang us herself that evening.", "probe.well.came_about", "She rang us ..."),
    "few words on what went well are asked for a little more": leads("went_well.what", "She rang us.", "probe.detail.more", "She rang us."),
    "what went well with its reason is asked who had a hand in it": leads("went_well.what", "She rang because she knew our clerk.", "probe.well.had_a_hand", "She rang because ..."),
    "nothing that comes to mind is skipped, and calls for nothing": leads("went_well.what", "-", "went_well.doing"),
    "who had a hand is asked who got to know of it": leads("went_well.what", ("She rang because she knew our clerk.", "The clerk, most of all."), ("probe.well.had_a_hand", "probe.well.noticed"), "The clerk, most of all."),
    "who had a hand, and through what, is asked what another team could take": leads("went_well.what", ("She rang because she knew our clerk.", "The clerk, because he picks up."), ("probe.well.had_a_hand", "probe.well.others"), "The clerk, because he picks up."),
    "how it came about, only told, is asked what it took": leads("went_well.what", ("She rang us herself that evening.", "We had left a card."), ("probe.well.came_about", "probe.well.took"), "We had left a card."),
    "how it came about, explained, is asked for plan and chance": leads("went_well.what", ("She rang us herself that evening.", "It was because the card had a name on it."), ("probe.well.came_about", "probe.well.plan_and_chance"), "It was because ..."),
    "what somebody did that helped is asked how it came about too": leads("went_well.doing", "Her uncle drove them there himself.", "probe.well.came_about", "Her uncle drove ..."),
    "what somebody did, with its reason, is asked what showed it": leads("went_well.doing", "Her uncle drove, because buses had stopped.", "probe.well.showed", "Her uncle drove ..."),
    "what showed it is asked once a session, then what it had grown from": leads("went_well.doing", "He drove again, because buses had stopped.", "probe.well.grew_from", "He drove again ...", given={"went_well.doing": "Her uncle drove, because buses had stopped."}, second="second visit"),
    "who had a hand is asked once a session, then how often it goes so": leads("went_well.what", "She came because she had liked it.", "probe.well.often", "She came ...", given={"went_well.what": "She rang because she knew our clerk."}, second="second visit"),
    "what made it possible is asked how far one could count on it": leads("went_well.enabled", "A free hour every Tuesday.", "probe.well.count_on", "A free hour ..."),
    "three words on what made it possible lead straight on": leads("went_well.enabled", "A free hour.", "other_accounts.add", given={"tunnel.going_on": "It looked settled because he smiled."}),
    "how firm it is, where nothing was explained so far, leads to what was different": leads("went_well.enabled", ("A free hour every Tuesday.", "As long as the rota stays."), ("probe.well.count_on", "probe.depth.what_was_different"), "As long as ..."),
    "how firm it is, where something was explained before, leads to what it cost": leads("went_well.enabled", ("A free hour every Tuesday.", "As long as the rota stays."), ("probe.well.count_on", "probe.well.cost"), "As long as ...", given={"tunnel.going_on": "It looked settled because he smiled."}),
    "how firm it is, with a reason behind, is asked when else it goes so": leads("went_well.enabled", ("A free hour, because of the rota.", "It stays, because the team drew it up."), ("probe.well.count_on", "probe.well.other_times"), "It stays ..."),
    "somebody's being there is asked what remains without them": leads("went_well.what", "<factor.own_team.help=helped>Our clerk sat with her</>.", "probe.well.without", "Our clerk sat with her"),
    "a manager's coming along is asked what remains without it": leads("went_well.enabled", "<factor.conditions.managerial_support=helped>My manager came along</>.", "probe.well.without", "My manager came along"),
    "a help that is nobody's presence is asked how far one could count on it": leads("went_well.enabled", "It was all due to <factor.conditions.time=helped>an hour kept free</>.", "probe.well.count_on", "It was all due ..."),
    "a help that was missing is asked what held up, and not what remains without it": leads("went_well.doing", "<factor.own_team.help=hindered>Nobody sat with her</>.", "probe.well.even_so", "Nobody sat with her"),
    "something that got in the way of what went well is asked what held up": leads("went_well.doing", "He came by bus, with <factor.conditions.staffing=hindered>two of us off</>.", "probe.well.even_so", "two of us off", saying="staffing"),
    "what got in the way is not asked what held up while the view from inside is told": leads("tunnel.thinking", "He came by bus and <factor.own_team.challenge=hindered>nobody argued</>.", "probe.detail.example", "nobody argued"),
    "a feeling in what went well is asked what it did for the work": leads("went_well.what", "<emotion>I was glad</>.", "probe.well.felt", "I was glad"),
    "a feeling in what went well is no door to what came next": leads("went_well.what", ("<emotion>I was glad</>.", "<emotion>We were all glad</>."), ("probe.well.felt", "went_well.doing")),
    "something in the family that helped, met where it went well, is asked what it opened up": leads("went_well.enabled", "<factor.family.relationship=helped>Her trust</>.", "probe.family.possible", "Her trust", saying="family"),
    "something in the family that helped, told further, is asked how it had come about": leads("went_well.enabled", ("<factor.family.relationship=helped>Her trust</>.", "<factor.family.relationship=helped>She trusted us</>."), ("probe.family.possible", "probe.family.kept"), "She trusted us"),
    "something in the family that helped, told further still, leads to how services are set up": leads("went_well.enabled", ("<factor.family.relationship=helped>Her trust</>.", "<factor.family.relationship=helped>She trusted us</>.", "<factor.family.relationship=helped>We had come since birth</>."), ("probe.family.possible", "probe.family.kept", "probe.family.further"), "We had come since birth"),
    "what lasts is asked first how far one could count on it": leads("went_well.enabled", "Trust everywhere, because people stay.", "probe.well.count_on", "Trust everywhere ..."),
    "asked how firm it is, an answer that goes beyond the case is asked what helps it to last": leads("went_well.enabled", ("A free hour every Tuesday.", "It is so everywhere because the rota holds."), ("probe.well.count_on", "probe.well.wearing_away"), "It is so ..."),
    "a tool that helps thinking is asked what makes it so": leads("went_well.enabled", "<pattern.tools.supports_thinking=helped>The family tree</>.", "probe.tools.supports_thinking", "The family tree"),
    "a tool that helps thinking, and is far from sure, is not asked about": leads("went_well.enabled", "<pattern.tools.supports_thinking=helped@0.6>The family tree</>.", "other_accounts.add"),
    "people who know each other in a crisis are asked how that came before": leads("went_well.enabled", "<pattern.incident_response.knowing_each_other=helped>A known face</>.", "probe.incident_response.knowing_each_other", "A known face"),
    "a tie with the family is asked how long such ties get to grow": leads("went_well.enabled", "<pattern.family_professional.working_relationship=helped>Two years together</>.", "probe.family_professional.working_relationship", "Two years together"),
    "a view that moved is asked what makes that easier": leads("went_well.enabled", "<pattern.human_reasoning.revising=helped>We thought again</>.", "probe.human_reasoning.revising", "We thought again"),
    "a way round in what went well is asked what made it necessary": leads("went_well.doing", "<workaround>She rang my own phone</> that night.", "probe.door.workaround", "She rang my own phone"),
    "what went well by the record is asked how it came about": leads("went_well.what", "The letter went out on the same day.", "probe.well.came_about", "The letter went ...", source=Source.RECORD),
    "a long reason for what went well is asked what mattered most": leads("went_well.what", at_length("She rang because she knew our clerk", 120), "probe.detail.mattered_most", "She rang because ..."),
}  # fmt: skip


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == expected(route)
