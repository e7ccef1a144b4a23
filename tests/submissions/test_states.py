"""Does the table of states say what was agreed, whole and without a dead end?"""

from __future__ import annotations

import pytest

from models_ui.audit.vocabulary import Name
from models_ui.submissions.states import FINAL, MOVING, OPEN, TRANSITIONS, WORDS, State

# The arrows that were agreed, written down once more by hand: from, action, to, who.
AGREED = """
pending            approve          approved           approver
pending            request-changes  changes_requested  approver
pending            reject           rejected           approver
pending            withdraw         withdrawn          requester
pending            take-back        changes_requested  requester
approved           take-back        changes_requested  requester
changes_requested  resubmit         pending            requester
changes_requested  withdraw         withdrawn          requester
approved           queue            queued             worker
approved           lapse            pending            worker
approved           send-back        changes_requested  worker
approved           refuse           refused            worker
queued             lapse            pending            worker
queued             send-back        changes_requested  worker
queued             refuse           refused            worker
queued             call             calling            worker
calling            create           created            worker
calling            fail             failed             worker
calling            lose             unknown            worker
unknown            find             created            worker
unknown            call-again       queued             worker
unknown            find-stranger    failed             worker
unknown            give-up          needs_attention    worker
needs_attention    find             created            worker
needs_attention    call-again       queued             worker
needs_attention    find-stranger    failed             worker
needs_attention    give-up          needs_attention    worker
needs_attention    reconcile        needs_attention    operator
needs_attention    edit             changes_requested  requester
failed             edit             changes_requested  requester
failed             retry            queued             requester
failed             withdraw         withdrawn          requester
"""


def test_table_has_exactly_the_agreed_arrows() -> None:
    table = {
        (source.value, arrow.action, arrow.target.value, arrow.owner)
        for arrow in TRANSITIONS.values()
        for source in arrow.sources
    }

    assert table == {tuple(line.split()) for line in AGREED.strip().splitlines()}


def test_every_arrow_is_found_under_its_own_name() -> None:
    assert [arrow.action for arrow in TRANSITIONS.values()] == list(TRANSITIONS)


def test_final_states_are_those_without_a_way_out() -> None:
    with_exit = {source for arrow in TRANSITIONS.values() for source in arrow.sources}

    assert with_exit == OPEN
    assert set(State) - with_exit == FINAL


def test_every_state_can_be_reached_from_pending() -> None:
    reached = {State.PENDING}
    for _ in State:
        reached |= {arrow.target for arrow in TRANSITIONS.values() if reached & set(arrow.sources)}

    assert reached == set(State)


@pytest.mark.parametrize("state", sorted(OPEN))
def test_open_state_leads_to_an_end(state: State) -> None:
    reached = {state}
    for _ in State:
        reached |= {arrow.target for arrow in TRANSITIONS.values() if reached & set(arrow.sources)}

    assert reached & FINAL


def test_states_that_move_by_themselves_are_the_workers() -> None:
    assert {
        source
        for source in MOVING
        for arrow in TRANSITIONS.values()
        if source in arrow.sources and arrow.owner == "worker"
    } == MOVING


def test_every_state_has_words_of_its_own() -> None:
    assert set(WORDS) == set(State)
    assert len(set(WORDS.values())) == len(State)


def test_decisions_and_ends_have_events_of_their_own() -> None:
    told_apart = ("approve", "request-changes", "reject", "withdraw", "take-back", "create", "lose", "refuse", "lapse")

    assert len({TRANSITIONS[action].event for action in told_apart}) == len(told_apart)
    assert {arrow.event for arrow in TRANSITIONS.values()} <= set(Name)
