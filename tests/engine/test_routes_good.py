"""The questionnaire for a case that people feel good about, read as routes."""

from functools import partial

import pytest

from models.review import Source
from tests.routes import Route, at_length, expected, told, walked
from tests.routes import leads as leads_anywhere

leads = partial(leads_anywhere, bank="good-practice", kind="good_practice")

ROUTES = {
    "what people are glad of is asked who sees it that way": leads("what_happened.feel_good", "He is at school again.", "probe.good.who_thinks_so", "He is at ..."),
    "what people are glad of, with its reason, is asked how it shows in the child's life": leads("what_happened.feel_good", "They are glad because he laughs.", "probe.good.how_it_shows", "They are glad ..."),
    "three words on what people are glad of lead straight on": leads("what_happened.feel_good", "The new school.", "what_happened.account"),
    "an influence named in what people are glad of is stayed with": leads("what_happened.feel_good", "They say <factor.own_team.help=helped>our clerk stayed late</>.", "probe.detail.part_played", "our clerk stayed late"),
    "the account is asked how it looked while it went on": leads("what_happened.account", "We went each week until he was back.", "probe.account.from_inside", "We went ..."),
    # Which way it could go.
    "which ways it could go is asked how likely each seemed": leads("tunnel.could_go", "Home, or to his aunt.", "probe.good.how_likely", "Home, or ..."),
    "which ways it could go, with a reason, is asked what turned it": leads("tunnel.could_go", "Home, because she had rung us.", "probe.good.turned_it", "Home, because ..."),
    "how likely each seemed, with a reason, is asked what turned it": leads("tunnel.could_go", ("Home, or to his aunt.", "Home was likely because she rang."), ("probe.good.how_likely", "probe.good.turned_it"), "Home was likely ..."),
    "four words on which ways it could go lead straight on": leads("tunnel.could_go", "Home, most of us.", "why.most_significant"),
    # What made it possible.
    "what made it possible is asked how it came into play": leads("why.most_significant", "A free hour then.", "probe.good.came_into_play", "A free hour then."),
    "fifteen words on how things were are asked what had to be in place": leads("why.role", at_length("We may go when we like", 15), "probe.good.in_place", "We may go ..."),
    "a reason behind is asked what else people would lean on": leads("why.role", "We may go because, behind that, she trusts us.", "probe.good.left_without", "We may go ..."),
    "what goes beyond the case is asked where else it works so": leads("why.role", "It is so everywhere because they trust us.", "probe.good.further_afield", "It is so ..."),
    "conditions that helped are asked what there was room for, then how often they are so": leads("why.conditions", ("<factor.conditions.time=helped>An hour kept free</>.", "<factor.conditions.time=helped>Every Tuesday</>."), ("probe.conditions.possible", "probe.good.conditions_often"), "Every Tuesday"),
    "a family that helped is asked what it opened up, then what had made that possible": leads("why.family", ("<factor.family.engagement=helped>They came each week</>.", "<factor.family.engagement=helped>On foot</>."), ("probe.family.possible", "probe.good.family_grown"), "On foot"),
    "a role that helped is asked about the next person in it": leads("why.role", ("<factor.role.remit=helped>I may visit unasked</>.", "<factor.role.remit=helped>It is in the post</>."), ("probe.role.possible", "probe.good.role_next"), "It is in the post"),
    "a person who brought something is asked where it was learned": leads("why.personal", ("<factor.personal.interaction=helped>She listens well</>.", "<factor.personal.interaction=helped>Always has</>."), ("probe.personal.possible", "probe.good.personal_learnt"), "Always has"),
    "a team behind it is asked what makes that likely": leads("why.own_team", ("<factor.own_team.culture=helped>We talk at lunch</>.", "<factor.own_team.culture=helped>Always did</>."), ("probe.own_team.possible", "probe.good.team_likely"), "Always did"),
    "agencies that met well are asked what was there before": leads("why.inter_agency", ("<factor.inter_agency.co_location=helped>They sit upstairs</>.", "<factor.inter_agency.co_location=helped>Since the move</>."), ("probe.inter_agency.possible", "probe.good.agencies_before"), "Since the move", respondent="social worker"),
    "an organisation that helped is asked whether everyone has it": leads("why.organisation", ("<factor.organisation.policy=helped>We may stay longer</>.", "<factor.organisation.policy=helped>It is written down</>."), ("probe.organisation.possible", "probe.good.organisation_everyone"), "It is written down"),
    "law that was of use is asked how it came to be used": leads("why.national", ("<factor.national.legislation_guidance=helped>The guidance is clear</>.", "<factor.national.legislation_guidance=helped>One page</>."), ("probe.national.possible", "probe.good.national_used"), "One page"),
    "what stood in the way is asked how the work held up": leads("why.conditions", "<factor.conditions.staffing=hindered>Two off sick</>.", "probe.good.in_spite", "Two off sick", saying="staffing"),
    "what helped is asked what there was room for, and not how the work held up": leads("tunnel.occupied", "<factor.conditions.staffing=helped>All of us in</>.", "probe.conditions.possible", "All of us in"),
    "what could have worked either way is asked which way it pulled": leads("tunnel.occupied", "<factor.conditions.staffing>A new colleague</>, <factor.family.size>eight at table</>.", "probe.good.which_way", "A new colleague"),
    # What went well.
    "what people did is asked what put them in a position to": leads("went_well.what", "They drove him over.", "probe.good.able_to", "They drove him over."),
    "what people did, with its reason, is asked who noticed, then what they heard of it": leads("went_well.what", ("They drove, because buses had stopped.", "The clerk noticed."), ("probe.good.noticed", "probe.good.heard_back"), "The clerk noticed."),
    "what it took is asked what was left waiting": leads("went_well.took", "An evening of the clerk's.", "probe.good.left_waiting", "An evening ..."),
    "a person's gift in it is asked how often one can give that": leads("went_well.took", "<factor.personal.motivation=helped>Sheer good will</>.", "probe.good.how_much_more", "Sheer good will"),
    "very little taken leads straight on": leads("went_well.took", "Very little.", "went_well.built_in"),
    "what was built in is asked how it came to be there": leads("went_well.built_in", "<factor.organisation.policy=helped>The one-page rule</>.", "probe.good.came_to_be_there", "The one-page rule"),
    "what somebody brought is asked how it is on their day off": leads("went_well.built_in", "<factor.personal.knowledge=helped>Her knowledge of it</>.", "probe.good.day_off", "Her knowledge of it"),
    "what fell right is asked how often it does": leads("went_well.built_in", "About half of it.", "probe.good.falls_right", "About half of it."),
    # Beyond the case.
    "another day is asked what would still be there": leads("patterns.incident_response", "On a Friday there is nobody.", "probe.good.still_there", "On a Friday ..."),
    "other people are asked what they would find ready": leads("patterns.management_systems", "They would have the same list.", "probe.good.find_ready", "They would ..."),
    "another family is asked what it would take": leads("patterns.family_professional", "Harder, if nobody picks up calls.", "probe.good.as_much", "Harder, if ..."),
    "tools are asked which carries most": leads("patterns.tools", "The form helps more than others.", "probe.good.which_tool", "The form helps ..."),
    "months on are asked what holds it up": leads("patterns.longer_term_work", "It holds as long as reviews.", "probe.good.holds_up", "It holds ..."),
    "judgement is asked when there is room to think again": leads("patterns.human_reasoning", "Hope, and what was learned before.", "probe.good.second_thought", "Hope, and ..."),
    "a sub-pattern met there is asked for itself": leads("patterns.incident_response", "<pattern.incident_response.reserve_capacity=helped>Somebody spare</>.", "probe.incident_response.reserve_capacity", "Somebody spare"),
    # What to keep.
    "what has to be kept is asked what could end it": leads("change.protect", "The hour.", "probe.good.end_of_it", "The hour."),
    "what could be carried elsewhere is asked what comes with it": leads("change.carry", "The clerk's call.", "probe.good.come_with_it", "The clerk's call."),
    "what the board could do is asked whose agreement it needs": leads("change.local", "Pay for the hour each week.", "probe.good.who_agrees", "Pay for ..."),
    "what it needs from beyond is asked what is possible here meanwhile": leads("change.beyond", "Money from outside for two years.", "probe.good.meanwhile", "Money from ..."),
    "what a person is leads to how others could work so": leads("change.carry", "<factor.personal.interaction=helped>The way she listens</>.", "probe.good.without_them", "The way she listens"),
    # What is shared with the other questionnaires.
    "a good end is taken off, to see what was good in the work": leads("went_well.what", "<outcome>It all ended well</>.", "probe.looking_back.way_it_was_done", "It all ended well"),
    "two views are asked how each came about": leads("why.conditions", "<factor.conditions.time=helped>There was time</>.", "probe.accounts.came_to_see", "There was time", accounts=(told("factor.conditions.time", "hindered", "no time at all"),), saying="no time at all"),
    "what other records add is asked whose voice is missing": leads("other_accounts.add", "The school saw him at noon, the log says.", "probe.accounts.missing", "The school saw ...", source=Source.RECORD),
}  # fmt: skip


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == expected(route)
