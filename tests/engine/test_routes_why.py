"""The questionnaires that ship, read as routes: what shaped the work, one kind of influence after the other."""

import pytest

from models.review import Source
from tests.routes import Route, at_length, expected, leads, walked

FACTORS = {
    # The family.
    "something of the family that got in the way, with more beside it, is asked what it did to the work": leads("tunnel.going_on", "<factor.family.circumstances=hindered>No heating</> and <factor.family.mobility=hindered>two moves in a month</>.", "probe.family.how", "No heating", saying="family"),
    "something of the family that helped is asked what it opened up, then what it had grown from": leads("why.family", ("<factor.family.engagement=helped>They came every week</>.", "<factor.family.engagement=helped>They came on foot</>."), ("probe.family.possible", "probe.family.kept"), "They came on foot"),
    "what a family kept to itself is asked what telling would have meant": leads("tunnel.information", "<factor.family.openness=hindered>She said little</>.", "probe.family.openness_telling", "She said little"),
    "how somebody came across is asked what it did to the asking": leads("tunnel.information", "<factor.family.presentation>Always so friendly</>.", "probe.family.presentation_asking", "Always so friendly"),
    "words that have to be got across are asked how each side knew": leads("why.family", "<factor.family.communication=hindered>No interpreter came</>.", "probe.family.communication_understood", "No interpreter came"),
    "a reason behind that lies with the family is followed to the services": leads("why.family", "<factor.family.circumstances=hindered>No heating</>, and behind that a landlord.", "probe.family.further", "No heating"),
    # What a person brings.
    "something of a person that got in the way leads first to what was around them": leads("tunnel.thinking", "<factor.personal.health=hindered>I had a cold</>.", "probe.detail.around_you", "I had a cold"),
    "something of a person, where the surroundings were spoken of, is asked for an example": leads("tunnel.thinking", "<factor.personal.health=hindered>I had a cold</>.", "probe.detail.example", "I had a cold", given={"tunnel.going_on": "<factor.conditions.workload=hindered>Eleven visits</>, <factor.conditions.staffing=hindered>two off</>."}),
    "something of a person that got in the way, with more beside it, is asked what it meant here": leads("tunnel.thinking", "<factor.personal.attention=hindered>I was elsewhere</>, with <factor.personal.feelings=hindered>worry at home</>.", "probe.personal.how", "I was elsewhere", given={"tunnel.going_on": "<factor.conditions.workload=hindered>Eleven visits</>, <factor.conditions.staffing=hindered>two off</>."}),
    "something of a person that helped is asked what came of it, then how it was come by": leads("why.personal", ("<factor.personal.motivation=helped>I cared a lot</>.", "<factor.personal.motivation=helped>I still do</>."), ("probe.personal.possible", "probe.personal.kept"), "I still do"),
    "knowledge is asked what had been met before": leads("tunnel.thinking", "<factor.personal.knowledge=helped>I knew that rash</>.", "probe.personal.knowledge_met_before", "I knew that rash"),
    "strain is asked how anyone at work would know": leads("why.personal", "<factor.personal.health=hindered>I slept badly</>.", "probe.personal.health_known", "I slept badly"),
    "a reason within a person leads to what was around that person": leads("why.personal", "<factor.personal.reasoning=hindered>My mind was made up</>.", "probe.depth.around_person", "My mind was made up"),
    # The role.
    "a role that left little room is asked for an example, then what it left room to do": leads("tunnel.options", ("<factor.role.remit=hindered>Only there to weigh</>.", "<factor.role.remit=hindered>Weigh him, no more</>."), ("probe.detail.example", "probe.role.how"), "Weigh him, no more"),
    "a role that helped is asked what it brought into view, then how far it is built in": leads("why.role", ("<factor.role.remit=helped>I may visit unasked</>.", "<factor.role.remit=helped>It is in the post</>."), ("probe.role.possible", "probe.role.kept"), "It is in the post"),
    "how often one met is set beside the child's week": leads("why.role", "<factor.role.frequency>Once a month</>.", "probe.role.frequency_week", "Once a month"),
    "where one met is asked what showed there": leads("why.role", "<factor.role.location>Only at the clinic</>.", "probe.role.location_place", "Only at the clinic"),
    # Conditions of work.
    "conditions with more beside them are asked what they changed": leads("tunnel.occupied", "<factor.conditions.workload=hindered>Eleven visits</>, <factor.conditions.staffing=hindered>two off</>.", "probe.conditions.how", "Eleven visits", saying="workload"),
    "conditions that helped are asked what there was room for, then what kept them": leads("why.conditions", ("<factor.conditions.time=helped>An hour kept free</>.", "<factor.conditions.time=helped>Always Tuesdays</>."), ("probe.conditions.possible", "probe.conditions.kept"), "Always Tuesdays"),
    "the load is asked how it is shared out": leads("why.conditions", "<factor.conditions.workload=hindered>Thirty families</>.", "probe.conditions.workload_shared_out", "Thirty families"),
    "workers who change are asked what the family noticed": leads("tunnel.information", "<factor.conditions.continuity=hindered>A third new face</>.", "probe.conditions.continuity_changing", "A third new face"),
    "the hour is asked who could be reached": leads("why.conditions", "<factor.conditions.timing=hindered>Friday at five</>.", "probe.conditions.timing_reached", "Friday at five"),
    "equipment is asked what was to hand": leads("why.conditions", "<factor.conditions.equipment>One laptop</>.", "probe.conditions.equipment_to_hand", "One laptop"),
    "a reason behind that lies in conditions is asked where they are decided": leads("why.conditions", "<factor.conditions.staffing=hindered>Two posts empty</>, and behind that a freeze.", "probe.conditions.further", "Two posts empty"),
    # The team.
    "a team that got in the way, with more beside it, is asked where it showed": leads("tunnel.thinking", "<factor.own_team.culture=hindered>Nobody argues</>, <factor.own_team.challenge=hindered>least of all with him</>.", "probe.own_team.how", "Nobody argues"),
    "a team that helped is asked what became easier, then what keeps it so": leads("why.own_team", ("<factor.own_team.culture=helped>We talk at lunch</>.", "<factor.own_team.culture=helped>Always did</>."), ("probe.own_team.possible", "probe.own_team.kept"), "Always did"),
    "supervision is asked what it was used for": leads("why.own_team", "<factor.own_team.supervision>Supervision every month</>.", "probe.own_team.supervision_used_for", "Supervision every month"),
    "someone to turn to is asked what asking is like": leads("why.own_team", "<factor.own_team.help=helped>Someone next door</>.", "probe.own_team.help_asking", "Someone next door"),
    "what is passed on is looked at from the receiving end": leads("tunnel.information", "<factor.own_team.communication=hindered>One line in the book</>.", "probe.own_team.communication_handed_on", "One line in the book"),
    # The agencies.
    "agencies that met badly are asked what each took the other to be doing": leads("tunnel.thinking", "<factor.inter_agency.roles=hindered>We left it to them</>, <factor.inter_agency.information_sharing=hindered>they to us</>.", "probe.inter_agency.how", "We left it to them", respondent="social worker"),
    "agencies that met well are asked what could pass, then how that came about": leads("why.inter_agency", ("<factor.inter_agency.co_location=helped>They sit upstairs</>.", "<factor.inter_agency.co_location=helped>Since the move</>."), ("probe.inter_agency.possible", "probe.inter_agency.kept"), "Since the move", respondent="social worker"),
    "thresholds are asked what each agency would call serious": leads("why.inter_agency", "<factor.inter_agency.thresholds=hindered>It was below the line</>.", "probe.inter_agency.thresholds_serious", "It was below the line", respondent="social worker"),
    "trust between agencies is tried on the next telephone call": leads("why.inter_agency", "<factor.inter_agency.trust=helped>We know them</>.", "probe.inter_agency.trust_ring", "We know them", respondent="social worker"),
    "a disagreement is asked what carries it further": leads("why.inter_agency", "<factor.inter_agency.escalation>We went to her manager</>.", "probe.inter_agency.escalation_further", "We went to her manager", respondent="social worker"),
    "a message is followed to the other end": leads("why.inter_agency", "<factor.inter_agency.communication=hindered>I left a message</>.", "probe.inter_agency.communication_message", "I left a message", respondent="social worker"),
    "standing between professions is asked whose word counted": leads("tunnel.weighing", "<factor.inter_agency.status=hindered>The consultant had spoken</>.", "probe.inter_agency.status_counted", "The consultant had spoken", respondent="social worker"),
    # The organisation.
    "an organisation that got in the way, with more beside it, is asked how that reached people": leads("tunnel.thinking", "<factor.organisation.policy=hindered>The policy says wait</>, <factor.organisation.messages=hindered>and so do the emails</>.", "probe.organisation.how", "The policy says wait"),
    "an organisation that helped is asked what would be harder, then whether it outlives people": leads("why.organisation", ("<factor.organisation.policy=helped>We may stay longer</>.", "<factor.organisation.policy=helped>It is written down</>."), ("probe.organisation.possible", "probe.organisation.kept"), "It is written down"),
    "training is asked how people learn": leads("why.organisation", "<factor.organisation.training>Half a day's course</>.", "probe.organisation.training_learn", "Half a day's course"),
    "a reorganisation is asked who still knows whom": leads("why.organisation", "<factor.organisation.restructuring=hindered>The teams were merged</>.", "probe.organisation.restructuring_links", "The teams were merged"),
    "figures are asked how they are felt": leads("why.organisation", "<factor.organisation.performance>Weekly figures</>.", "probe.organisation.performance_figures_due", "Weekly figures"),
    "money is followed to the single family": leads("why.organisation", "<factor.organisation.financial=hindered>No budget for it</>.", "probe.organisation.financial_single_family", "No budget for it"),
    "what may be spoken of is asked how far up it travels": leads("why.organisation", "<factor.organisation.safety_culture=hindered>Bad news stays put</>.", "probe.organisation.safety_culture_bad_news", "Bad news stays put"),
    # The country.
    "something national that got in the way, with more beside it, is asked how it made itself felt": leads("tunnel.thinking", "<factor.national.courts=hindered>The court took months</>, <factor.national.inspection=hindered>with inspectors due</>.", "probe.national.how", "The court took months"),
    "something national that helped is asked what it gave to stand on, then what made it of use": leads("why.national", ("<factor.national.legislation_guidance=helped>The guidance is clear</>.", "<factor.national.legislation_guidance=helped>One page of it</>."), ("probe.national.possible", "probe.national.kept"), "One page of it"),
    "a target is asked what would come first without it": leads("why.national", "<factor.national.targets=hindered>Ten days to close</>.", "probe.national.targets_counting", "Ten days to close"),
    # Any of them.
    "what cut both ways is asked what turned it": leads("why.role", "<factor.role.focus=both>Being the nurse</>.", "probe.why.turning", "Being the nurse"),
    "what shaped it, only reported, is asked how it made a difference": leads("why.most_significant", "There was a long bank holiday in between.", "probe.why.difference", "There was a long ..."),
    "what shaped it, with its reason, is asked what came second": leads("why.most_significant", "Slow, because of a long bank holiday.", "probe.why.next", "Slow, because ..."),
    "what came second is asked once a session": leads("why.most_significant", "Slow, because it was the week of the fair.", "probe.depth.in_turn", "Slow, because ...", given={"why.most_significant": "Slow, because of a long bank holiday."}, second="second visit"),
    "very little on what shaped it is asked for a little more": leads("why.most_significant", "The bank holiday.", "probe.detail.more", "The bank holiday."),
}  # fmt: skip

COVERAGE = {
    "a kind of influence that nobody mentioned is offered": leads("why.most_significant", "-", "why.family"),
    "a kind of influence mentioned in the same moment is not offered": leads("why.most_significant", "-", "why.role", given={"tunnel.aims": "<factor.family.age=hindered>A very young mother</>."}),
    "a kind of influence mentioned in another moment is offered": leads("why.most_significant", "-", "why.family", given={"tunnel.aims": "<factor.family.age=hindered>A very young mother</>."}, second="second visit"),
    "a kind of influence named in the account of the whole case is offered for a moment all the same": leads("why.most_significant", "-", "why.family", given={"what_happened.account": "<factor.family.age=hindered>A very young mother</>."}),
    "a kind of influence whose tag a person rejected is offered": leads("why.conditions", "-", "why.personal", given={"tunnel.going_on": "<assumption>I assumed</> so, with <factor.personal.mindset>my mind made up</>."}, rejected=("tunnel.going_on",)),
    "a kind of influence whose tag nobody rejected is not offered": leads("why.conditions", "-", "why.own_team", given={"tunnel.going_on": "<assumption>I assumed</> so, with <factor.personal.mindset>my mind made up</>."}),
    "a kind of influence whose tag a person accepted is not offered": leads("why.conditions", "-", "why.own_team", given={"tunnel.going_on": "<assumption>I assumed</> so, with <factor.personal.mindset>my mind made up</>."}, accepted=("tunnel.going_on",)),
    "the kinds of influence that nobody mentioned come in their order": leads("why.family", ("-", "-", "-", "-", "-", "-", "-", "-"), ("why.role", "why.conditions", "why.personal", "why.own_team", "why.inter_agency", "why.organisation", "why.national", "why.other")),
    "of a record it is asked what people brought, not what you brought": leads("why.conditions", ("-", "-"), ("why.personal_in_records", "why.own_team"), source=Source.RECORD),
    "a kind of influence that came up while another was asked about is not offered": leads("why.inter_agency", "-", "why.national", given={"why.personal": "<factor.organisation.training=hindered>I was never trained</>."}),
    "a reason with the organisation in it does not turn to what was around the person": leads("why.personal", "<factor.personal.reasoning=hindered>My mind was made up</>, with <factor.organisation.messages=hindered>emails saying so</>, and behind that a plan.", "probe.personal.further", "My mind was made up"),
}  # fmt: skip

RESPONDENTS = {
    "a mother is asked what it was like for her": leads("tunnel.going_on", "They came in twos.", "probe.respondent.like_for_you", "They came in twos.", respondent="mother"),
    "a mother who says very little is asked for a little more": leads("tunnel.going_on", "Two came.", "probe.detail.more", "Two came.", respondent="mother"),
    "a mother who tells what shaped it is asked what she was told": leads("why.family", "We had just moved.", "probe.respondent.told", "We had just moved.", respondent="mother of the child"),
    "what it was like for a mother is asked once a moment": leads("tunnel.aims", "That they would come back.", "probe.inside.hope_from", "That they ...", given={"tunnel.going_on": "They came in twos."}, respondent="mother"),
    "a health visitor is not asked what it was like for her": leads("tunnel.going_on", "They came in twos, as they do on that street.", "probe.inside.cues", "They came in twos ..."),
    "a manager is asked what reached them": leads("why.conditions", "<factor.conditions.staffing=hindered>Two off sick</>.", "probe.respondent.reached", "Two off sick", respondent="team manager"),
    "a manager who speaks of the family is not asked what reached them": leads("tunnel.going_on", "<factor.family.personality>She could be stern</>.", "probe.detail.example", "She could be stern", respondent="team manager"),
    "a health visitor who speaks of other agencies is asked what came back": leads("why.inter_agency", "<factor.inter_agency.roles=hindered>We left it to them</>, and behind that a protocol.", "probe.respondent.heard_afterwards", "We left it to them"),
    "a social worker who says the same is asked what has been agreed": leads("why.inter_agency", "<factor.inter_agency.roles=hindered>We left it to them</>, and behind that a protocol.", "probe.inter_agency.further", "We left it to them", respondent="social worker"),
}  # fmt: skip

SURENESS = {
    "what may be words to get across, but is far from sure, is asked for an example": leads("tunnel.thinking", "<factor.family.communication=hindered@0.6>Words got lost</>.", "probe.detail.example", "Words got lost"),
    "what is just sure enough to be words to get across is asked how each side knew": leads("tunnel.thinking", "<factor.family.communication=hindered@0.7>Words got lost</>.", "probe.family.communication_understood", "Words got lost"),
    "strain that is far from sure leads to what was around the person": leads("why.personal", "<factor.personal.health=hindered@0.6>I slept badly</>.", "probe.depth.around_person", "I slept badly"),
    "a guess at a few words is asked for other words": leads("what_happened.child", "A <factor.family.circumstances>damp flat</>, named in passing.", "probe.detail.other_words", "damp flat"),
    "a guess in a longer answer is left for going back": leads("what_happened.child", "He was in a <factor.family.circumstances>damp flat</>, named in passing only.", "probe.account.how_known", "He was in a ..."),
    "gone back to and kept, the guess is asked for other words": leads("what_happened.moment", (), ("probe.detail.other_words",), "damp flat", given={"what_happened.child": "He was in a <factor.family.circumstances>damp flat</>, named in passing only."}, revised=("what_happened.child", "He was in a <factor.family.circumstances>damp flat</>, named in passing only.")),
    "a guess that a person accepted is not asked for other words": leads("what_happened.moment", (), ("what_happened.moment",), given={"what_happened.child": "He was in a <factor.family.circumstances>damp flat</>, named in passing only."}, accepted=("what_happened.child",), revised=("what_happened.child", "He was in a <factor.family.circumstances>damp flat</>, named in passing only.")),
    "a guess that a person rejected is not asked for other words": leads("what_happened.moment", (), ("what_happened.moment",), given={"what_happened.child": "He was in a <factor.family.circumstances>damp flat</>, named in passing only."}, rejected=("what_happened.child",), revised=("what_happened.child", "He was in a <factor.family.circumstances>damp flat</>, named in passing only.")),
    "more than twenty-five words around a guess need no other words": leads("what_happened.moment", (), ("what_happened.moment",), given={"what_happened.child": at_length("A <factor.family.circumstances>damp flat</>, named in passing", 26)}, revised=("what_happened.child", at_length("A <factor.family.circumstances>damp flat</>, named in passing", 26))),
}  # fmt: skip

IN_A_ROW = {
    "after three follow-ups on one thing it goes on, and the fourth is noted": leads("tunnel.going_on", ("<blame>He ought to have known</>.", "<hindsight>Looking back</> he was new.", "<counterfactual>We should have rung</>.", "<obviousness>Obviously</> so."), ("probe.looking_back.same_place", "probe.looking_back.that_day", "probe.looking_back.made_sense", "tunnel.thinking"), parked=("probe.looking_back.in_the_middle",)),
    "where nothing more is called for after three follow-ups, nothing is noted": leads("tunnel.going_on", ("<blame>He ought to have known</>.", "<hindsight>Looking back</> he was new.", "<counterfactual>We should have rung</>.", "Yes."), ("probe.looking_back.same_place", "probe.looking_back.that_day", "probe.looking_back.made_sense", "tunnel.thinking"), parked=()),
    "an answer that is skipped ends the follow-ups": leads("tunnel.going_on", ("<blame>He ought to have known</>.", "-"), ("probe.looking_back.same_place", "tunnel.thinking"), parked=()),
    "a feeling is not taken up after two follow-ups": leads("tunnel.going_on", ("<blame>He ought to have known</>.", "<hindsight>Looking back</> he was new.", "<emotion>I was sorry</>."), ("probe.looking_back.same_place", "probe.looking_back.that_day", "tunnel.thinking")),
    "a feeling is taken up after one follow-up": leads("tunnel.going_on", ("<blame>He ought to have known</>.", "<emotion>I was sorry</>."), ("probe.looking_back.same_place", "probe.door.emotion"), "I was sorry"),
}  # fmt: skip

ROUTES = FACTORS | COVERAGE | RESPONDENTS | SURENESS | IN_A_ROW


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == expected(route)
