"""The questionnaire for a routine way of working, read as routes. Nothing need have gone wrong."""

from functools import partial

import pytest

from models.review import Source
from tests.routes import Route, at_length, expected, told, walked
from tests.routes import leads as leads_anywhere

leads = partial(leads_anywhere, bank="routine-practice", kind="routine_practice")

ROUTES = {
    # How it goes.
    "how it goes is asked which part takes the most doing": leads("what_happened.account", "The form comes in and we meet on Tuesday.", "probe.routine.most_doing", "The form comes in ..."),
    "how it goes by the record is asked what those who do it daily would add": leads("what_happened.account", "The form comes in and we meet on Tuesday.", "probe.routine.daily_hand", "The form comes in ...", source=Source.RECORD),
    "a manager is asked how one gets to see it": leads("what_happened.account", "The form comes in and we meet on Tuesday.", "probe.routine.line_of_sight", "The form comes in ...", respondent="service manager"),
    "what is always done so is asked how it was before": leads("what_happened.account", "<usual>We always meet on Tuesday</> with all of them.", "probe.routine.before", "We always meet on Tuesday"),
    "its place in the day is asked what has to wait": leads("what_happened.day", "After the morning calls, mostly.", "probe.routine.has_to_wait", "After the morning ..."),
    "what is written about it is asked what makes the two so near or far": leads("what_happened.described", "The leaflet is rather shorter.", "probe.routine.apart", "The leaflet ..."),
    "nothing written leads straight on": leads("what_happened.described", "Nothing is written.", "what_happened.child"),
    "what a child would notice is asked where that picture comes from": leads("what_happened.child", "Somebody new with a folder.", "probe.routine.child_side", "Somebody new ..."),
    # How it looks while it is done.
    "how things looked is asked what there was to go on": leads("tunnel.going_on", "Twelve names on the list for that day.", "probe.routine.to_go_on", "Twelve names ..."),
    "the thinking as it went is asked what made it natural": leads("tunnel.thinking", "I read the form first and then rang.", "probe.routine.sense_then", "I read the form ..."),
    "a habit in it is asked what goes by heart": leads("tunnel.thinking", "<usual>I always read the form</> before I ring.", "probe.routine.by_heart", "I always read the form"),
    "a habit in how it feels is asked how it came to be, and not what goes by heart": leads("tunnel.feelings", "<usual>It is always so</>.", "probe.door.usual", "It is always so"),
    "what it drew attention to is asked how it does that": leads("tunnel.information", "The box for risk.", "probe.routine.brought_forward", "The box for risk."),
    "what had no place is asked where such things go": leads("tunnel.no_place", "The way she looked at him.", "probe.routine.where_it_lands", "The way she ..."),
    "nothing without a place leads straight on": leads("tunnel.no_place", "Nothing.", "tunnel.feelings"),
    "what it is like is asked what eases it": leads("tunnel.feelings", "A bit tedious.", "probe.routine.what_eases", "A bit tedious."),
    "what had to be balanced is asked what tipped it": leads("tunnel.weighing", "Speed against a proper talk.", "probe.routine.tipped", "Speed against ..."),
    "a tool that leads is asked how much leeway there was": leads("tunnel.thinking", "<pattern.tools.room_for_depth>The form asks in order</>.", "probe.routine.leeway", "The form asks in order", saying="tools"),
    # What makes it run.
    "three words on what made it go are asked for a little more": leads("why.most_significant", "The new rota.", "probe.detail.more", "The new rota."),
    "four words on what made it go are asked what that did to the work": leads("why.most_significant", "The rota since May.", "probe.routine.acted_on", "The rota since May."),
    "fifteen words on how things stood are asked what they were built on": leads("why.role", at_length("We each have our day", 15), "probe.routine.further_back", "We each ..."),
    "a reason behind is asked how much hangs on it": leads("why.role", "Each has a day because, behind that, rooms are scarce.", "probe.routine.hangs_on", "Each has a day ..."),
    "what goes beyond this time is asked where else it is so": leads("why.role", "It is so everywhere because rooms are scarce.", "probe.routine.like_that_elsewhere", "It is so ..."),
    "conditions that got in the way are asked for an example, then what they did": leads("why.conditions", ("<factor.conditions.managerial_support=hindered>She is hard to reach</>.", "<factor.conditions.managerial_support=hindered>Always in meetings</>."), ("probe.detail.example", "probe.routine.conditions_did"), "Always in meetings"),
    "conditions that helped are asked for an example, then who keeps them so": leads("why.conditions", ("<factor.conditions.atmosphere=helped>A friendly office</>.", "<factor.conditions.atmosphere=helped>They greet everyone</>."), ("probe.detail.example", "probe.routine.conditions_kept"), "They greet everyone"),
    "families that made it harder are asked what that asked of the work": leads("why.family", "<factor.family.communication=hindered>Few speak English</>, <factor.family.mobility=hindered>many move</>.", "probe.routine.family_asks", "Few speak English"),
    "a role with an edge is asked what was left to others": leads("why.role", "<factor.role.remit=hindered>I do not assess</>, <factor.role.focus=hindered>I only weigh</>.", "probe.routine.role_leaves", "I do not assess"),
    "a strength of people is asked how someone new learns it": leads("why.personal", "<factor.personal.knowledge=helped>They know the street</>, <factor.personal.motivation=helped>and like it</>.", "probe.routine.personal_learnt", "They know the street"),
    "a team that carries it is asked how a newcomer picks that up": leads("why.own_team", "<factor.own_team.help=helped>One can ask</>, <factor.own_team.culture=helped>nobody sighs</>.", "probe.routine.team_passed_on", "One can ask"),
    "agencies that keep each other waiting are asked what each expected": leads("why.inter_agency", "<factor.inter_agency.meetings=hindered>They come late</>, <factor.inter_agency.communication=hindered>unannounced</>.", "probe.routine.agencies_expected", "They come late"),
    "an organisation that helped is asked how it would fare under others": leads("why.organisation", "<factor.organisation.training=helped>Time to learn it</>, <factor.organisation.leadership=helped>and backing</>.", "probe.routine.organisation_lasts", "Time to learn it"),
    "something national that presses is asked where it touches the work": leads("why.national", "<factor.national.targets=hindered>Ten days</>, <factor.national.inspection=hindered>and inspectors</>.", "probe.routine.national_touches", "Ten days"),
    # What to protect.
    "what ran smoothly is asked what makes that possible": leads("went_well.what", "The first call.", "probe.routine.smooth_through", "The first call."),
    "what ran smoothly, with its reason, is asked what nobody wrote down": leads("went_well.what", "The calls, because he rings ahead.", "probe.routine.unwritten", "The calls ..."),
    "a habit it rests on is asked what keeps it": leads("went_well.enabled", "<usual>We always tidy up</> after.", "probe.routine.habit_kept", "We always tidy up"),
    "a person it rests on is asked about days off": leads("went_well.enabled", "<factor.personal.knowledge=helped>Her knowledge of it</>.", "probe.routine.person_away", "Her knowledge of it"),
    "a rule it rests on is asked how much it carries": leads("went_well.enabled", "<factor.organisation.policy=helped>The one-page rule</>.", "probe.routine.rule_alone", "The one-page rule"),
    "anything else it rests on is asked what it would bear": leads("went_well.enabled", "A quiet hour.", "probe.routine.weight", "A quiet hour."),
    "something that got in the way is asked what carried it all the same": leads("went_well.what", "The calls, with <factor.conditions.staffing=hindered>two off</>.", "probe.routine.all_the_same", "two off"),
    "two views of the same work are asked how both can be true": leads("why.conditions", "<factor.conditions.time=helped>There is time for it</>.", "probe.routine.both_true", "There is time for it", accounts=(told("factor.conditions.time", "hindered", "no time at all", "head of year"),), saying="head of year"),
    "two views are asked how both can be true even while it is told from inside": leads("tunnel.thinking", "<factor.conditions.time=helped>There was time</>.", "probe.routine.both_true", "There was time", accounts=(told("factor.conditions.time", "hindered", "no time at all"),)),
    "others who took part are asked for their window on it": leads("other_accounts.add", "They find the form long.", "probe.routine.their_window", "They find ..."),
    "the family's side is asked for their own words": leads("other_accounts.family", "As one more form again.", "probe.routine.family_words", "As one more ..."),
    "a view of the work, with nothing behind it yet, is explained to an outsider": leads("other_accounts.quality", "It does its job.", "probe.routine.explain_outside", "It does its job.", given={"tunnel.feelings": "A bit tedious."}),
    "once reasons behind came up, it is asked what the view is held against": leads("other_accounts.quality", "It does its job.", "probe.routine.held_against", "It does its job.", given={"why.role": "Each has a day because, behind that, rooms are scarce."}),
    # What it does in general, and what to keep.
    "what it steers to is asked what stays in the shade": leads("patterns.tools", "It makes us start with risk.", "probe.routine.in_the_shade", "It makes us ..."),
    "what is counted is asked what nobody counts": leads("patterns.management_systems", "Forms sent within ten days.", "probe.routine.uncounted", "Forms sent ..."),
    "a bad day is asked what goes first, then how it comes back": leads("patterns.incident_response", ("We ring and leave the rest.", "The notes."), ("probe.routine.first_dropped", "probe.routine.back_again"), "The notes."),
    "ways round it are asked what they make possible, then how far they are known": leads("patterns.round", ("They keep a second list by hand.", "One sees all, because it fits a page."), ("probe.routine.round_allows", "probe.routine.round_known"), "One sees all ..."),
    "who would notice is asked by what sign": leads("patterns.stopped", "The school.", "probe.routine.by_what_sign", "The school."),
    "what others make of it is asked what travels least well": leads("patterns.spread", "They do it in half the time.", "probe.routine.travels", "They do it ..."),
    "a pattern that supports the work is asked what it stands on": leads("patterns.longer_term_work", "<pattern.longer_term_work=helped>Plans get read again</>.", "probe.routine.stands_on", "Plans get read again"),
    "what to protect is asked what might wear it away": leads("change.protect", "The hour.", "probe.routine.wear_away", "The hour."),
    "one word on what to protect leads straight on": leads("change.protect", "Tuesdays.", "change.first"),
    "what would make it easier is asked what would have to give way": leads("change.first", "One form for all.", "probe.routine.give_way", "One form for all."),
    "a change by the board is asked where it could start small": leads("change.local", "Give the meeting a bigger room.", "probe.routine.small_start", "Give the meeting ..."),
    "a change for the country is asked what is in reach until then": leads("change.national", "Drop the rule of ten days.", "probe.routine.until_then", "Drop the rule ..."),
    "what a person brings to it leads to whoever has the post next": leads("change.protect", "<factor.personal.knowledge=helped>Her knowledge of it</>.", "probe.routine.next_in_post", "Her knowledge of it"),
    "words that look back are taken up here too": leads("tunnel.going_on", "<hindsight>Looking back</> it was a slow form.", "probe.looking_back.that_day", "Looking back"),
}  # fmt: skip


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == expected(route)
