"""The questionnaires that ship, read as routes: preparation, patterns beyond the case, and where change could be made."""

import pytest

from models.review import Source
from question_bank.loader import load_bank
from tests.routes import Route, at_length, expected, leads, walked
from tests.support import TAXONOMY, asked, begun

TEAM = "review team"

PREPARATION = {
    "what prompted the choice is asked what it may show in general": leads("preparation.prompted", "A new front door for referrals.", "probe.prepare.window", "A new front door ...", respondent=TEAM),
    "three words on what prompted the choice lead straight on": leads("preparation.prompted", "A new form.", "preparation.question", respondent=TEAM),
    "what the review wants to know is asked what would answer it": leads("preparation.question", "How do first calls go?", "probe.prepare.answered", "How do first calls go?", respondent=TEAM),
    "whose view is needed leads to those seldom asked": leads("preparation.perspectives", "Nurses, managers, the mother.", "probe.prepare.seldom_asked", "Nurses, managers ...", respondent=TEAM),
    "the part of the family is asked what would make it possible": leads("preparation.family", "Both parents, if they like.", "probe.prepare.taking_part", "Both parents ...", respondent=TEAM),
    "the part of the family, with its reason, leads straight on": leads("preparation.family", "None yet, because she asked for time.", "preparation.told", respondent=TEAM),
    "what people are told is asked how it may be heard": leads("preparation.told", "That it is about the work.", "probe.prepare.heard_as", "That it ...", respondent=TEAM),
    "what is at stake is asked what would make it safer": leads("preparation.at_stake", "Their good name.", "probe.prepare.safer", "Their good name.", respondent=TEAM),
    "what runs alongside is asked what it does to talk": leads("preparation.alongside", "An inquest.", "probe.prepare.able_to_say", "An inquest.", respondent=TEAM),
    "the documents are asked what the choice rests on": leads("preparation.documents", "Case files, minutes.", "probe.prepare.rests_on", "Case files, minutes.", respondent=TEAM),
    "what they do not show is asked for another way to it": leads("preparation.not_shown", "How the visits felt.", "probe.prepare.other_way_in", "How the visits felt.", respondent=TEAM),
    "what the team believes is asked what would move it": leads("preparation.believed", "That the handover was thin.", "probe.prepare.think_again", "That the handover ...", respondent="panel chair"),
    "words that look back already are tried on the people concerned": leads("preparation.question", "Who <blame>let the child down</>?", "probe.prepare.how_it_sounds", "let the child down", respondent=TEAM),
    "once the review is prepared, the session itself begins": leads("preparation.believed", "-", "orientation.purpose", respondent=TEAM),
}  # fmt: skip

PATTERNS = {
    "six words on what people would recognise lead straight on": leads("patterns.recognise", "Cases that open and close again.", "patterns.tools"),
    "seven words on what people would recognise are asked what supports them": leads("patterns.recognise", "Cases that open and close again quickly.", "probe.pattern.how_known", "Cases that ..."),
    "what people would recognise, read from one file, is asked where one could see": leads("patterns.recognise", "Cases that open and close again quickly.", "probe.pattern.go_by", "Cases that ...", source=Source.RECORD),
    "what people would recognise, with its reason, is asked how far it reaches": leads("patterns.recognise", "Quick closing, because lists are long.", "probe.pattern.reach", "Quick closing ..."),
    "what supports it, only stated, is asked when it was last met": leads("patterns.recognise", ("Cases that open and close again quickly.", "Our own audit."), ("probe.pattern.how_known", "probe.depth.last_met"), "Our own audit."),
    "how far it reaches, with a reason, is asked what it means for other children": leads("patterns.recognise", ("Quick closing, because lists are long.", "All of us, because lists are shared."), ("probe.pattern.reach", "probe.pattern.other_children"), "All of us ..."),
    "a general matter with its reason is asked whether it is still so": leads("patterns.longer_term_work", "Plans fade because the people in them move on.", "probe.pattern.still", "Plans fade ..."),
    "not knowing is asked how somebody could find out": leads("patterns.tools", "<uncertain>Hard to say</> really.", "probe.pattern.find_out", "Hard to say"),
    "tools that steer are asked what others who use them say": leads("patterns.tools", "<pattern.tools>The form comes first</>.", "probe.pattern.tools", "The form comes first", saying="tools"),
    "how services are run is asked which teams know it": leads("patterns.management_systems", "<pattern.management_systems>It is run by lists</>.", "probe.pattern.management_systems", "It is run by lists"),
    "how agencies answer a call is asked of other calls": leads("patterns.incident_response", "<pattern.incident_response>Each for itself</>.", "probe.pattern.incident_response", "Each for itself"),
    "how they work over time is asked how many cases go so": leads("patterns.longer_term_work", "<pattern.longer_term_work>It peters out</>.", "probe.pattern.longer_term_work", "It peters out"),
    "what families and workers do to each other is asked of which families": leads("patterns.family_professional", "<pattern.family_professional>We calm each other</>.", "probe.pattern.family_professional", "We calm each other"),
    "what steers judgement is asked who else knows it": leads("patterns.human_reasoning", "<pattern.human_reasoning>First looks stick</>.", "probe.pattern.human_reasoning", "First looks stick"),
    "what steers judgement, with a reason for it, is asked where it goes differently": leads("patterns.human_reasoning", ("<pattern.human_reasoning>First looks stick</>.", "Everyone, because days are short."), ("probe.pattern.human_reasoning", "probe.pattern.otherwise"), "Everyone, because ..."),
    "something that supports the work is asked what keeps it going": leads("patterns.tools", "<pattern.tools=helped>The map of the family</>.", "probe.pattern.keeps", "The map of the family"),
    "something that does not support the work is not asked what keeps it going": leads("patterns.tools", "<pattern.tools=hindered>The long form</>.", "probe.pattern.tools", "The long form"),
    "what keeps it going is asked once a session": leads("patterns.management_systems", "<pattern.management_systems=helped>A quiet hour</>.", "probe.pattern.management_systems", "A quiet hour", given={"patterns.tools": "<pattern.tools=helped>The map</>."}),
    "very many things at once are asked which one could be looked into": leads("patterns.recognise", at_length("Forms", 140), "probe.depth.hold_on_to", "Forms ..."),
    "a question of patterns that is skipped leads on": leads("patterns.tools", "-", "patterns.management_systems"),
}  # fmt: skip

SUB_PATTERNS = {
    "a form too small for it all is asked where the rest goes": leads("patterns.tools", "<pattern.tools.room_for_depth=hindered>Two lines for a life</>.", "probe.tools.room_for_depth", "Two lines for a life"),
    "reasons that are not recorded are met on the way to why": leads("why.most_significant", "<pattern.tools.rationale_not_recorded>The file has only dates</>.", "probe.tools.rationale_not_recorded", "The file has only dates"),
    "a worry without proof is asked where it can be written": leads("patterns.tools", "<pattern.tools.certainty_over_unease>It wants facts</>.", "probe.tools.certainty_over_unease", "It wants facts"),
    "a framework of needs is asked for its words for danger": leads("patterns.tools", "<pattern.tools.need_not_risk>All about needs</>.", "probe.tools.need_not_risk", "All about needs"),
    "a framework of needs is not gone into while what shaped the work is asked": leads("why.most_significant", "Then, <pattern.tools.need_not_risk>all about needs</>.", "probe.why.next", "Then ..."),
    "means set against need are asked what gives way": leads("patterns.management_systems", "<pattern.management_systems.resource_demand>More calls, same people</>.", "probe.management_systems.resource_demand", "More calls, same people"),
    "a need without a service is asked who meets it": leads("patterns.management_systems", "<pattern.management_systems.service_gaps>Nothing for boys of nine</>.", "probe.management_systems.service_gaps", "Nothing for boys of nine"),
    "a quarrel over funds is asked what happens for the child": leads("why.most_significant", "<pattern.management_systems.funding_disputes>Who pays for the place</>.", "probe.management_systems.funding_disputes", "Who pays for the place"),
    "what is counted is asked about all that is not": leads("patterns.management_systems", "<pattern.management_systems.borrowing_from_safety>Only the ten days count</>.", "probe.management_systems.borrowing_from_safety", "Only the ten days count"),
    "a word with several meanings is asked what colleagues mean by it": leads("patterns.management_systems", "<pattern.management_systems.conceptual_blurring>Early help is all sorts</>.", "probe.management_systems.conceptual_blurring", "Early help is all sorts"),
    "how calls are graded is asked what moves one up": leads("patterns.incident_response", "<pattern.incident_response.priority_setting>Some calls go first</>.", "probe.incident_response.priority_setting", "Some calls go first"),
    "what a referral brings back is asked on the way to why": leads("why.most_significant", "<pattern.incident_response.referrals_and_feedback>We never hear back</>.", "probe.incident_response.referrals_and_feedback", "We never hear back"),
    "what a referral brings back, far from sure, is not asked about": leads("why.most_significant", "<pattern.incident_response.referrals_and_feedback@0.6>We never hear back</>.", "probe.why.next", "<pattern ..."),
    "a doctor's word is asked what others take as settled": leads("patterns.incident_response", "<pattern.incident_response.medical_and_police>The doctor was sure</>.", "probe.incident_response.medical_and_police", "The doctor was sure"),
    "two views of the help needed are asked how it ends": leads("patterns.incident_response", "<pattern.incident_response.unresolved_disagreement>We saw it differently</>.", "probe.incident_response.unresolved_disagreement", "We saw it differently"),
    "who carries it together is asked whose it is to act": leads("patterns.longer_term_work", "<pattern.longer_term_work.shared_responsibility>Everyone had a bit</>.", "probe.longer_term_work.shared_responsibility", "Everyone had a bit"),
    "making sense of it all is asked whose job it is": leads("went_well.enabled", "<pattern.longer_term_work.who_thinks>She drew it</>.", "probe.longer_term_work.who_thinks", "She drew it"),
    "how a meeting went is asked about the quieter voices": leads("patterns.longer_term_work", "<pattern.longer_term_work.conference_discussion>Two people spoke</>.", "probe.longer_term_work.conference_discussion", "Two people spoke"),
    "work that slows is asked for the signs": leads("patterns.longer_term_work", "<pattern.longer_term_work.drift>It went quiet</>.", "probe.longer_term_work.drift", "It went quiet"),
    "men who are not in the picture are asked how one gets to know them": leads("patterns.family_professional", "<pattern.family_professional.fathers_out_of_view>Nobody met him</>.", "probe.family_professional.fathers_out_of_view", "Nobody met him"),
    "a family that suited the service is asked for whom it would be harder": leads("patterns.family_professional", "<pattern.family_professional.right_kind_of_user=helped>She fitted in</>.", "probe.family_professional.right_kind_of_user", "She fitted in"),
    "fear is asked how the service would know": leads("patterns.family_professional", "<pattern.family_professional.hostility_and_fear>Nobody likes the stairs</>.", "probe.family_professional.hostility_and_fear", "Nobody likes the stairs"),
    "one explanation in the foreground is asked from where another could come": leads("why.most_significant", "<pattern.human_reasoning.fixed_view>It was the damp</>.", "probe.human_reasoning.fixed_view", "It was the damp"),
    "what has become ordinary is looked at with fresh eyes": leads("patterns.human_reasoning", "<pattern.human_reasoning.habitual_practice>One stops seeing it</>.", "probe.human_reasoning.habitual_practice", "One stops seeing it"),
    "what was vivid is asked about the quieter": leads("patterns.human_reasoning", "<pattern.human_reasoning.vivid_and_near>The shouting stays</>.", "probe.human_reasoning.vivid_and_near", "The shouting stays"),
    "the sub-pattern is asked first, then the pattern": leads("patterns.human_reasoning", ("<pattern.human_reasoning.attribution>He was just lazy</>.", "<pattern.human_reasoning.attribution>So they say</>."), ("probe.human_reasoning.attribution", "probe.pattern.human_reasoning"), "So they say"),
    "a sub-pattern asked on the way to why is not asked again": leads("patterns.human_reasoning", "<pattern.human_reasoning.fixed_view>It was the damp</>.", "probe.pattern.human_reasoning", "It was the damp", given={"why.most_significant": "<pattern.human_reasoning.fixed_view>It was the damp</>."}),
}  # fmt: skip

CHANGE = {
    "what should be different is asked what it would make easier": leads("change.first", "A second phone.", "probe.change.easier", "A second phone."),
    "two words on what should be different lead straight on": leads("change.first", "A phone.", "change.protect"),
    "a wish with its reason is asked who could start, then what was tried": leads("change.first", ("A second phone, because one is busy.", "The office manager."), ("probe.change.start", "probe.change.tried"), "The office manager."),
    "what works is asked what could put it at risk, then who looks after it": leads("change.protect", ("The free hour.", "A new rota."), ("probe.change.at_risk", "probe.change.looks_after"), "A new rota."),
    "a change by the agencies here is asked what to weigh, then what would show": leads("change.local", ("One number for all of us.", "The cost of it."), ("probe.change.weigh", "probe.change.would_show"), "The cost of it."),
    "a change here with its reason becomes a question to the board": leads("change.local", "One number, because two get lost.", "probe.change.to_board", "One number ..."),
    "a change across the region is asked what to do meanwhile, then who sits at the table": leads("change.regional", ("One form for all the hospitals.", "Share ours with them."), ("probe.change.meanwhile", "probe.change.round_the_table"), "Share ours with them."),
    "a change for the country is asked what should be heard from here": leads("change.national", "A longer time for first visits.", "probe.change.hear_from_here", "A longer time ..."),
    "four words on the country lead straight on": leads("change.national", "More time, more people.", "change.anything_else"),
    "what a person brings leads to whoever comes next": leads("change.protect", "<factor.personal.knowledge=helped>Her knowledge of it</>.", "probe.change.next_person", "Her knowledge of it"),
    "something to follow is asked what carries it on a busy day": leads("change.regional", "<factor.organisation.policy>One policy for all of us</>.", "probe.change.busy_day", "One policy for all of us"),
    "more means are asked what could be made lighter": leads("change.national", "<factor.conditions.staffing>More health visitors for all</>.", "probe.change.lighter", "More health visitors for all"),
    "a change near to families is asked what they would notice": leads("change.regional", "<factor.family.availability>Calls after work for parents</>.", "probe.change.family_notice", "Calls after work for parents"),
    "a tool is asked what its users want": leads("change.regional", "<pattern.tools.room_for_depth>A form with room in it</>.", "probe.change.who_uses_it", "A form with room in it"),
    "what lies between agencies is asked for each one's part": leads("change.regional", "<factor.inter_agency.information_sharing>One way to share news</>.", "probe.change.between", "One way to share news"),
    "not being sure what to change is asked what to find out first": leads("change.regional", "<uncertain>I do not know</>.", "probe.change.find_out_first", "I do not know"),
    "a feeling at the end turns to the person": leads("change.anything_else", "<emotion>It still weighs on me</>.", "probe.change.for_you", "It still weighs on me"),
    "a feeling at the end of a record calls for nothing": leads("change.anything_else", "<emotion>It still weighs on them</>.", "change.anything_else", source=Source.RECORD),
    "a feeling about a wish is taken as the wish": leads("change.first", "<emotion>I would love</> a second phone.", "probe.change.easier", "<emotion>I would ..."),
    "what else should be heard is asked until it is skipped": leads("change.anything_else", ("The lift.", "The car park.", "-"), ("change.anything_else", "change.anything_else", None), given={"orientation.arriving": "Ready."}),
}  # fmt: skip

ROUTES = PREPARATION | PATTERNS | SUB_PATTERNS | CHANGE


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == expected(route)


@pytest.mark.parametrize(
    ("respondent", "first"),
    [
        ("review team", "preparation.prompted"),
        ("lead reviewer", "preparation.prompted"),
        ("steering group", "preparation.prompted"),
        ("health visitor", "orientation.purpose"),
        ("team manager", "orientation.purpose"),
        ("mother", "orientation.purpose"),
    ],
)
def test_only_the_review_team_is_asked_how_the_review_was_prepared(respondent: str, first: str) -> None:
    """A session with those who run the review begins with its preparation; any other begins with the person."""
    assert asked(begun(load_bank("learning-together", TAXONOMY), respondent=respondent)) == first
