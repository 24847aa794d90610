"""The questionnaires that ship, read as routes: words that look back from the end, or lay a matter on somebody."""

import pytest

from models.review import Source
from tests.routes import Route, expected, leads, walked

ROUTES = {
    "words that lay it on a person lead to the place that person stood in": leads("tunnel.going_on", "<blame>He ought to have known</> by then.", "probe.looking_back.same_place", "He ought to have known"),
    "what is laid on another agency is looked at from its side": leads("why.inter_agency", "<blame>They let us down</> with <factor.inter_agency.communication=hindered>no word for a week</>.", "probe.looking_back.their_side", "They let us down", saying="communication"),
    "what is laid on the team is asked what the whole team was dealing with": leads("why.own_team", "<blame>They did nothing</> and <factor.own_team.help=hindered>nobody offered</>.", "probe.looking_back.team_faced", "They did nothing"),
    "what is laid on the family is looked at from inside it": leads("why.family", "<blame>She lied to us</>, <factor.family.openness=hindered>she never told</>.", "probe.looking_back.inside_family", "She lied to us"),
    "where the family is named as a help, the matter is taken back to the place alone": leads("why.family", "<blame>He let them down</>, <factor.family.engagement=helped>they came to all of it</>.", "probe.looking_back.same_place", "He let them down"),
    "what is laid on those higher up is asked what they may have been weighing": leads("why.organisation", "<blame>They did not care</>, it was <factor.organisation.financial=hindered>all about money</>.", "probe.looking_back.those_deciding", "They did not care"),
    "what is laid on the country is asked the same": leads("why.national", "<blame>They did not care</> about <factor.national.targets=hindered>anything but targets</>.", "probe.looking_back.those_deciding", "They did not care"),
    "a mother who lays it on somebody is asked what she needed": leads("tunnel.thinking", "<blame>She never listened</> to me at all.", "probe.looking_back.needed", "She never listened", respondent="mother"),
    "a social worker who says the same is not asked what they needed": leads("tunnel.thinking", "<blame>She never listened</> to them at all.", "probe.looking_back.same_place", "She never listened", respondent="social worker"),
    "laid on somebody again in the same moment, it is asked what drew the work there": leads("tunnel.thinking", "<blame>He did not bother</>.", "probe.looking_back.drew_it", "He did not bother", given={"tunnel.going_on": "<blame>He ought to have known</>."}),
    "laid on somebody in the next moment, it is the place that is asked about again": leads("tunnel.thinking", "<blame>He did not bother</>.", "probe.looking_back.same_place", "He did not bother", given={"tunnel.going_on": "<blame>He ought to have known</>."}, second="second visit"),
    "laid on somebody twice in one breath, it is asked about once": leads("tunnel.feelings", ("<blame>He ought to have known</>.", "<blame>He did not bother</>."), ("probe.looking_back.same_place", "tunnel.information")),
    "laid on somebody among patterns, it turns to the set-up of the work": leads("patterns.recognise", "<blame>People are careless</> with such forms.", "probe.looking_back.set_up", "People are careless"),
    "laid on somebody in a wish for change, it turns to the set-up of the work": leads("change.first", "<blame>Some people</> need replacing.", "probe.looking_back.set_up", "Some people"),
    "what is known now is taken back to that day": leads("tunnel.going_on", "<hindsight>Looking back</> it was odd.", "probe.looking_back.that_day", "Looking back"),
    "what comes in from later again is asked when it came to be known": leads("tunnel.thinking", "<hindsight>With what I know now</> I would ring.", "probe.looking_back.arrived", "With what I know now", given={"tunnel.going_on": "<hindsight>Looking back</> it was odd."}),
    "what is known later, said of a record, is asked what the writer knew": leads("what_happened.account", "<hindsight>It later turned out</> that he was ill.", "probe.looking_back.writer_knew", "It later turned out", source=Source.RECORD),
    "what the writer knew is asked once a session, then the day": leads("tunnel.going_on", "<hindsight>It later turned out</> that he was ill.", "probe.looking_back.that_day", "It later turned out", given={"what_happened.account": "<hindsight>It later turned out</> so."}, source=Source.RECORD),
    "what a person did not do is asked for the sense in what was done": leads("tunnel.thinking", "<counterfactual>We should have rung</> her uncle.", "probe.looking_back.made_sense", "We should have rung"),
    "a second wish that it had been otherwise is asked what seemed to point the way it went": leads("tunnel.occupied", "<counterfactual>I could have asked</>.", "probe.looking_back.pointed", "I could have asked", given={"tunnel.thinking": "<counterfactual>We should have rung</>."}),
    "a wish that it had been otherwise, with conditions in it, is asked how people managed": leads("why.conditions", "<counterfactual>With more people we would have gone</>, but <factor.conditions.staffing=hindered>two were off</>.", "probe.looking_back.as_things_were", "With more people we would have gone", saying="staffing"),
    "a wish that it had been otherwise, with the family in it, is asked for the sense in what was done": leads("why.family", "<counterfactual>We should have gone</>, but <factor.family.availability=hindered>they were out a lot</>.", "probe.looking_back.made_sense", "We should have gone"),
    "what sounds plain is asked how it appeared among everything else": leads("tunnel.information", "<obviousness>Obviously</> he was cold.", "probe.looking_back.in_the_middle", "Obviously"),
    "what sounds plain again is asked what else was in view": leads("tunnel.weighing", "<obviousness>Clearly</> it was time.", "probe.looking_back.also_in_view", "Clearly", given={"tunnel.information": "<obviousness>Obviously</> he was cold."}),
    "what sounds plain from outside is asked what hides it from within": leads("patterns.recognise", "<obviousness>Anyone can see</> that forms rule.", "probe.looking_back.from_within", "Anyone can see"),
    "steps seen in the light of the end are put beside another end": leads("why.most_significant", "<outcome>It all ended badly</> from there.", "probe.looking_back.other_ending", "It all ended badly"),
    "steps seen in the light of the end again are asked what was said before it": leads("why.other", "<outcome>It ended badly</>.", "probe.looking_back.before_the_end", "It ended badly", given={"why.most_significant": "<outcome>It all ended badly</>."}),
    "a good end is taken off as well, to see what was good in the work": leads("went_well.what", "<outcome>It all ended well</> for him.", "probe.looking_back.way_it_was_done", "It all ended well"),
    "in the account a good end leads to another end, not to what went well": leads("what_happened.account", "<outcome>It all ended well</> for him.", "probe.looking_back.other_ending", "It all ended well"),
    "blame goes before looking back where both are said": leads("tunnel.going_on", "<hindsight>Looking back</>, <blame>he ought to have known</>.", "probe.looking_back.same_place", "he ought to have known"),
    "after blame, looking back is taken up where it is said again": leads("tunnel.going_on", ("<hindsight>Looking back</>, <blame>he ought to have known</>.", "<hindsight>Looking back</> he was tired."), ("probe.looking_back.same_place", "probe.looking_back.that_day"), "Looking back"),
    "looking back goes before an assumption and before the picture": leads("tunnel.going_on", "<assumption>I assumed</> they were out, <hindsight>looking back</> that was odd.", "probe.looking_back.that_day", "looking back"),
    "looking back goes before the influence named in an account": leads("what_happened.account", "<hindsight>Looking back</> I had <factor.conditions.workload>eleven visits</> too many.", "probe.looking_back.that_day", "Looking back"),
    "a good end said among patterns calls for nothing": leads("patterns.recognise", "<outcome>It all ended well</>.", "patterns.tools"),
    "of change nobody is told that it looks back": leads("change.local", "<hindsight>Looking back</>, more time.", "change.regional"),
    "an answer gone back to that now lays it on somebody is asked about the place": leads("tunnel.feelings", (), ("probe.looking_back.same_place",), "He ought to have known", given={"tunnel.thinking": "I rang twice."}, revised=("tunnel.thinking", "<blame>He ought to have known</> my voice."), parked=("probe.detail.more",)),
    "an answer that no longer lays it on anybody has its follow-up laid aside": leads("tunnel.thinking", (), ("tunnel.thinking",), given={"tunnel.going_on": "<blame>He ought to have known</>."}, revised=("tunnel.going_on", "He was off."), parked=("probe.looking_back.same_place",)),
}  # fmt: skip


@pytest.mark.parametrize("route", ROUTES.values(), ids=ROUTES.keys())
def test_this_answer_leads_there_because(route: Route) -> None:
    """Asked this, this answer leads there, and the because quotes these words."""
    assert walked(route) == expected(route)
