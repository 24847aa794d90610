"""The questionnaires that ship, read as routes: what happened, the view from the tunnel, length, depth and doors."""

import pytest

from models.review import Source
from tests.routes import Route, at_length, expected, leads, walked

WHAT_HAPPENED = {
    "what the review is for is chosen, and leads on": leads("orientation.purpose", "Something else", "orientation.arriving"),
    "a few words on one's part are not read for influences or blame": leads("orientation.part_played", "The one who <blame>let them down</>.", "orientation.known_family"),
    "what there is to draw on leads to the account": leads("orientation.sources", "Notes and memory.", "what_happened.account"),
    "an account that only reports is asked how it looked while it went on": leads("what_happened.account", "We visited twice and then the case was transferred.", "probe.account.from_inside", "We visited twice ..."),
    "in a record that only reports, the reasons are looked for": leads("what_happened.account", "Two visits in May, then a transfer to the next team.", "probe.account.came_about", "Two visits in May ...", source=Source.RECORD),
    "a very short account is asked for a little more": leads("what_happened.account", "We visited twice.", "probe.detail.more", "We visited twice."),
    "few words on feelings are not asked for more": leads("tunnel.feelings", "Quite calm.", "tunnel.information"),
    "a reason in the account leads to what had gone before": leads("what_happened.account", "They had to leave because the flat was damp.", "probe.account.gone_before", "They had to leave ..."),
    "in a meeting, a reason leads to whoever remembers it another way": leads("what_happened.account", "They had to leave because the flat was damp.", "probe.account.told_apart", "They had to leave ...", source=Source.MEETING),
    "in a meeting too, an account that only reports is asked how it looked": leads("what_happened.account", "We visited twice and then the case was transferred.", "probe.account.from_inside", "We visited twice ...", source=Source.MEETING),
    "a review of good practice is asked the same of its account": leads("what_happened.account", "We visited twice and then the case was transferred.", "probe.account.from_inside", "We visited twice ...", kind="good_practice"),
    "a child death review is asked the same of its account": leads("what_happened.account", "We visited twice and then the case was transferred.", "probe.account.from_inside", "We visited twice ...", kind="child_death_review"),
    "how it looked from inside is not asked of a record": leads("what_happened.account", "Seen twice.", "probe.detail.more", "Seen twice.", source=Source.RECORD),
    "an influence named in the account is stayed with": leads("what_happened.account", "He came with <factor.conditions.workload>eleven other visits</> to do.", "probe.detail.part_played", "eleven other visits", saying="workload"),
    "of two influences in an account, the one shown most is taken up first": leads("what_happened.account", "<factor.family.openness>She said little</>, I had <factor.conditions.workload>eleven visits</> and <factor.conditions.staffing>two colleagues off</>.", "probe.detail.part_played", "eleven visits"),
    "of two influences shown once each, the surer one is taken up first": leads("what_happened.account", "<factor.family.openness@0.6>She said little</> and I had <factor.conditions.workload@0.9>eleven visits</>.", "probe.detail.part_played", "eleven visits"),
    "once the part it played is told, the ordinary day is asked for": leads("what_happened.account", ("He came with <factor.conditions.workload>eleven visits</> to do.", "It made the visit short."), ("probe.detail.part_played", "what_happened.child")),
    "another influence in another answer is stayed with too": leads("what_happened.child", "Mornings were hard with <factor.family.circumstances>no heating</>.", "probe.detail.part_played", "no heating", given={"what_happened.account": "He came with <factor.conditions.workload>eleven visits</>."}),
    "an ordinary day that is only described is asked where that was seen": leads("what_happened.child", "He went to nursery and then to his grandmother.", "probe.account.how_known", "He went to nursery ..."),
    "an ordinary day that is explained is asked what could not be seen": leads("what_happened.child", "Quiet, because they lived at his grandmother's.", "probe.account.not_seen", "Quiet, because ..."),
    "an account with very much in it is asked which part most needs to be understood": leads("what_happened.account", at_length("It began because the flat was damp", 150), "probe.depth.want_understood", "It began because ..."),
    "an account just short of that is not asked to choose": leads("what_happened.account", at_length("It began because the flat was damp", 149), "probe.account.gone_before", "It began because ..."),
    "once no further moment is named, the first one is gone into": leads("what_happened.moment", "-", "tunnel.going_on", given={"orientation.arriving": "Ready."}),
    "a skipped account leads on and calls for nothing": leads("what_happened.account", "-", "what_happened.child"),
}  # fmt: skip

TUNNEL = {
    "a picture that is only reported is asked what it was built from": leads("tunnel.going_on", "They were all out at the market that day.", "probe.inside.cues", "They were all out ..."),
    "a picture with its reason is asked when it began to form": leads("tunnel.going_on", "It looked settled because he smiled at us.", "probe.inside.took_shape", "It looked settled ..."),
    "after what a picture was built from comes who else saw it so": leads("tunnel.going_on", ("They were all out at the market that day.", "The curtains and the car."), ("probe.inside.cues", "probe.inside.shared_picture"), "The curtains and the car."),
    "a step that is only told is asked what made it sensible": leads("tunnel.thinking", "I put a card through and drove on.", "probe.inside.sensible", "I put a card through ..."),
    "thinking that is explained is asked where it came from": leads("tunnel.thinking", "I drove on because the next visit was due.", "probe.inside.line_of_thought", "I drove on ..."),
    "after the sense of a step comes who was there to think with": leads("tunnel.thinking", ("I put a card through and drove on.", "It was what one does."), ("probe.inside.sensible", "probe.inside.thought_aloud"), "It was what one does."),
    "a feeling that is named is asked what stirred it": leads("tunnel.feelings", "Rather uneasy all the way.", "probe.inside.stirred", "Rather uneasy ..."),
    "a feeling that is explained is asked what had led to that": leads("tunnel.feelings", "Uneasy, because the house was so quiet.", "probe.depth.led_to", "Uneasy, because ..."),
    "in conversation the feeling is asked where it could be taken": leads("tunnel.feelings", ("Rather uneasy all the way.", "The quiet in the house."), ("probe.inside.stirred", "probe.inside.feeling_taken"), "The quiet in the house."),
    "of a record nobody is asked where a feeling could be taken": leads("tunnel.feelings", ("Rather uneasy all the way.", "The quiet in the house."), ("probe.inside.stirred", "tunnel.information"), source=Source.RECORD),
    "what stood out is asked what made it catch the eye": leads("tunnel.information", "There was a new lock on the door.", "probe.inside.stood_out", "There was ..."),
    "what stood out for a reason is asked what was hard to see": leads("tunnel.information", "Her smile, because we had been told she never smiled.", "probe.inside.out_of_sight", "Her smile ..."),
    "after what caught the eye comes how that news had come in": leads("tunnel.information", ("There was a note from the school nurse.", "It was marked urgent."), ("probe.inside.stood_out", "probe.inside.came_in"), "It was marked urgent."),
    "what else claimed attention is asked how it bore on the work": leads("tunnel.occupied", "The duty phone, all afternoon.", "probe.inside.bore_on", "The duty phone ..."),
    "what else claimed attention, with its reason, is asked what came first": leads("tunnel.occupied", "The phone, because nobody else was in.", "probe.inside.came_first", "The phone ..."),
    "three words on what else there was lead straight on": leads("tunnel.occupied", "The duty phone.", "tunnel.weighing"),
    "what was weighed is asked how it was settled": leads("tunnel.weighing", "Her wish for quiet against seeing the child.", "probe.inside.settled", "Her wish for quiet ..."),
    "what was weighed with its reason is asked what was put aside": leads("tunnel.weighing", "Her wish for quiet, because she had asked us before.", "probe.inside.set_aside", "Her wish ..."),
    "after how it was settled comes where the concerns pulled apart": leads("tunnel.weighing", ("Her wish for quiet against seeing the child.", "We rang first."), ("probe.inside.settled", "probe.inside.pulled_apart"), "We rang first."),
    "a hope is asked what it was built on": leads("tunnel.aims", "That she would ring.", "probe.inside.hope_from", "That she would ring."),
    "a hope with its reason is asked who shared it": leads("tunnel.aims", "That she would ring, because she had before.", "probe.inside.hope_shared", "That she would ring ..."),
    "choices that are only listed are asked what spoke for one of them": leads("tunnel.options", "To go in, to ring first or to wait.", "probe.inside.chosen", "To go in ..."),
    "choices with reasons are asked about those not taken": leads("tunnel.options", "To wait, because the order ran out on Friday.", "probe.inside.other_choices", "To wait ..."),
    "once a moment was explained, the choice is asked whose it was": leads("tunnel.options", ("To go in, to ring first or to wait.", "Ringing was kinder."), ("probe.inside.chosen", "probe.inside.whose_decision"), "Ringing was kinder.", given={"tunnel.going_on": "It looked settled because he smiled."}),
    "where a moment was only told so far, a newcomer's need to know is asked instead": leads("tunnel.options", ("To go in, to ring first or to wait.", "Ringing was kinder."), ("probe.inside.chosen", "probe.depth.need_to_know"), "Ringing was kinder."),
    "few words on the choices, where nothing was explained, are asked what a newcomer would need to know": leads("tunnel.options", "There was only waiting.", "probe.depth.need_to_know", "There was only waiting."),
    "few words on the choices, where something was explained, lead straight on": leads("tunnel.options", "There was only waiting.", "why.most_significant", given={"tunnel.going_on": "It looked settled because he smiled."}),
    "when a picture began to form is asked once a session": leads("tunnel.going_on", "It looked quiet because nobody came.", "probe.depth.led_to", "It looked quiet ...", given={"tunnel.going_on": "It looked settled because he smiled."}, second="second visit"),
    "what a picture was built from is asked in each moment": leads("tunnel.going_on", "Nobody came to the door for a while.", "probe.inside.cues", "Nobody came ...", given={"tunnel.going_on": "They were all out at the market that day."}, second="second visit"),
}  # fmt: skip

LENGTH = {
    "six words about the picture are asked for a little more": leads("tunnel.going_on", "They were out at the market.", "probe.detail.more", "They were out at the market."),
    "a short answer with a reason is not told to say more": leads("tunnel.going_on", "Calm, because he smiled.", "probe.inside.took_shape", "Calm ..."),
    "fifteen words about how things were are followed one step back": leads("why.family", at_length("They had moved", 15), "probe.why.behind", "They had moved ..."),
    "fourteen words about how things were are not followed one step back": leads("why.family", at_length("They had moved", 14), "why.role"),
    "a hundred and twenty words that report are asked which part did most": leads("tunnel.feelings", at_length("First it was calm", 120), "probe.depth.which_part", "First it was calm ..."),
    "a hundred and nineteen words that report are followed up as any report is": leads("tunnel.feelings", at_length("First it was calm", 119), "probe.inside.stirred", "First it was calm ..."),
    "a hundred and twenty words with a reason are asked what mattered most": leads("tunnel.feelings", at_length("Calm because nobody was in", 120), "probe.detail.mattered_most", "Calm because ..."),
    "which part did most is asked once a session": leads("tunnel.aims", at_length("We hoped she would ring", 120), "probe.inside.hope_from", "We hoped ...", given={"tunnel.feelings": at_length("First it was calm", 120)}),
}  # fmt: skip

DEPTH = {
    "a reason given to a probe on a reason is a reason behind, and asked how often it is so": leads("tunnel.feelings", ("Uneasy, because the house was quiet.", at_length("It was because we expected shouting", 15)), ("probe.depth.led_to", "probe.depth.how_often"), "It was because ..."),
    "a reason behind in few words is not asked how often": leads("tunnel.feelings", ("Uneasy, because the house was quiet.", "It was because we expected shouting."), ("probe.depth.led_to", "tunnel.information")),
    "a reason among what shaped the work is followed back in its turn": leads("why.family", "Moved about, because the rents went up.", "probe.depth.in_turn", "Moved about ..."),
    "what lies behind that reason is asked where else it shows": leads("why.family", ("Moved about, because the rents went up.", "They did because the mill was sold."), ("probe.depth.in_turn", "probe.depth.where_else"), "They did ..."),
    "a reason behind, said at once, is asked where else it shows": leads("why.family", "They had moved because, behind that, rents had gone up.", "probe.depth.where_else", "They had moved ..."),
    "a reason is not followed further back where the moment was traced further before": leads("why.role", "We ring first, because doors stay shut.", "probe.usual.here", "We ring first ...", given={"tunnel.going_on": "Settled because, behind that, he was used to us."}),
    "in a record a reason in a moment traced further before is asked where one could learn what is usual": leads("why.role", "They ring first, because doors stay shut.", "probe.usual.in_records", "They ring first ...", given={"tunnel.going_on": "Settled because, behind that, he was used to us."}, source=Source.RECORD),
    "how usual it is leads to where it is done another way": leads("why.role", ("We ring first, because doors stay shut.", "Usual enough here."), ("probe.usual.here", "probe.usual.elsewhere"), "Usual enough here.", given={"tunnel.going_on": "Settled because, behind that, he was used to us."}),
    "what goes beyond the case is asked what makes it last": leads("tunnel.feelings", "It is like that everywhere because nobody stays.", "probe.depth.lasts", "It is like that ..."),
    "what makes it last is asked once a session": leads("tunnel.aims", "Someone to stay, as everywhere, because nobody does.", "probe.inside.hope_shared", "Someone to stay ...", given={"tunnel.feelings": "Tired everywhere because nobody stays."}),
    "a report among what shaped the work is not followed back": leads("why.family", "They had moved three times by then.", "why.role"),
    "near the end of what shaped it, a moment only told is asked about its time": leads("why.other", "There was the holiday week.", "probe.depth.about_that_time", "There was the holiday week."),
    "near the end of what shaped it, a moment explained before is not asked about its time": leads("why.other", "There was the holiday week.", "went_well.what", given={"tunnel.going_on": "It looked settled because he smiled."}),
}  # fmt: skip

DOORS = {
    "an assumption is opened up": leads("tunnel.going_on", "<assumption>I assumed</> they were out", "probe.door.assumption", "I assumed"),
    "an assumption is opened up in the account already": leads("what_happened.account", "<assumption>I assumed</> they were out and left again.", "probe.door.assumption", "I assumed"),
    "where things went well an assumption is no door": leads("went_well.what", "She rang us, though <assumption>I assumed</> not.", "probe.well.came_about", "She rang us, though ..."),
    "a feeling is asked how it bore on what came next": leads("tunnel.going_on", "<emotion>I was frightened</> on those stairs.", "probe.door.emotion", "I was frightened"),
    "one thing put before another is asked what gave way": leads("tunnel.weighing", "<trade_off>I chose the visit over the notes</> that day.", "probe.door.trade_off", "I chose the visit over the notes"),
    "not being sure is asked how it was dealt with": leads("tunnel.aims", "<uncertain>I was not sure</> what to hope for.", "probe.door.uncertain", "I was not sure"),
    "a way round is asked what made it necessary": leads("tunnel.thinking", "<workaround>I kept my own list</> of those children.", "probe.door.workaround", "I kept my own list"),
    "a way round leads to colleagues, and they to those further up, and then it goes on": leads("tunnel.thinking", ("<workaround>I kept my own list</> of those children.", "The system shuts at five.", "They do the same.", "Nobody, I think."), ("probe.door.workaround", "probe.usual.colleagues", "probe.usual.further_up", "tunnel.feelings")),
    "a second way round in the same moment is set beside the written way": leads("tunnel.occupied", "<workaround>My own list</> again.", "probe.usual.written_way", "My own list", given={"tunnel.thinking": "<workaround>I kept my own list</> then."}),
    "a custom is asked how it came to be": leads("tunnel.occupied", "<usual>We always share the phone</> on duty.", "probe.door.usual", "We always share the phone"),
    "a custom without a reason is asked since when": leads("tunnel.occupied", ("<usual>We always share the phone</> on duty.", "It came with the new rota."), ("probe.door.usual", "probe.usual.since"), "It came with the new rota."),
    "a custom with its reason is asked how somebody new learns it": leads("tunnel.occupied", ("<usual>We always share the phone</> on duty.", "It is because there is one line."), ("probe.door.usual", "probe.usual.somebody_new"), "It is because there is one line."),
    "a second custom in the same moment is asked about other times": leads("tunnel.occupied", "<usual>We always share the phone</> on duty.", "probe.usual.other_times", "We always share the phone", given={"tunnel.thinking": "<usual>We always ring first</>."}),
    "another account brought in is asked how it looked to them": leads("tunnel.going_on", "<other_account>The school says</> he was tired.", "probe.door.other_account", "The school says"),
    "something that worked, met on the way, is asked what helped it": leads("tunnel.aims", "<went_well>It went very well</> in fact.", "probe.door.went_well", "It went very well"),
    "where what went well is the question, the words for it are no door": leads("went_well.doing", "Her uncle drove them and <went_well>it went very well</>.", "probe.well.came_about", "Her uncle drove ..."),
    "a catchword is asked what was seen": leads("why.family", "It was <shorthand>disguised compliance</> all along.", "probe.door.shorthand", "disguised compliance"),
    "of two doors the more salient is opened, then the other": leads("tunnel.going_on", ("<assumption>I assumed</> he was out and <emotion>I was glad</>.", "<emotion>I was glad</>, that is all."), ("probe.door.assumption", "probe.door.emotion"), "I was glad"),
    "gone back to and kept, an answer opens its other door": leads("tunnel.thinking", (), ("probe.door.emotion",), "I was glad", given={"tunnel.going_on": "<assumption>I assumed</> he was out and <emotion>I was glad</>."}, revised=("tunnel.going_on", "<assumption>I assumed</> he was out and <emotion>I was glad</>."), parked=()),
    "a door is opened once in a moment": leads("tunnel.occupied", "<assumption>I assumed</> so.", "tunnel.weighing", given={"tunnel.going_on": "<assumption>I assumed</> they were out."}),
    "a door is opened again in the next moment": leads("tunnel.going_on", "<assumption>I assumed</> they were ill.", "probe.door.assumption", "I assumed", given={"tunnel.going_on": "<assumption>I assumed</> they were out."}, second="second visit"),
}  # fmt: skip

ROUTES = WHAT_HAPPENED | TUNNEL | LENGTH | DEPTH | DOORS


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == expected(route)
