"""How is the history told? Every step goes through the operations that the pages and the worker use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction

from models_ui.accounts import operations as accounts
from models_ui.accounts.actors import actor_for
from models_ui.accounts.models import User
from models_ui.audit.actors import SYSTEM
from models_ui.connections import checks as connection_checks
from models_ui.connections import operations as connections
from models_ui.connections.models import Connection
from models_ui.management.history import people
from models_ui.management.history.acts import ACTS, Tale, World
from models_ui.management.history.calendar import moment
from models_ui.management.history.designs import DESIGNS
from models_ui.management.history.drafts import DRAFTS
from models_ui.management.history.steering import Sandbox
from models_ui.management.history.steps import Step, Story
from models_ui.management.history.stories_open import OPEN
from models_ui.management.history.stories_risk import ROUGH as RISK_ROUGH
from models_ui.management.history.stories_risk import SMOOTH as RISK_SMOOTH
from models_ui.management.history.stories_search import ROUGH as SEARCH_ROUGH
from models_ui.management.history.stories_search import SMOOTH as SEARCH_SMOOTH
from models_ui.management.history.timeline import Clock, Timeline
from models_ui.outbox import bell

STORIES: tuple[Story, ...] = (*RISK_SMOOTH, *RISK_ROUGH, *SEARCH_SMOOTH, *SEARCH_ROUGH, *OPEN, *DRAFTS, *DESIGNS)

# So far apart that the seconds past the minute keep the order.
CLOSEST = timedelta(minutes=2)


def tell(now: datetime, sandbox: Sandbox) -> None:
    """Make the people, and let sixty days pass that end just before `now`.

    All or nothing: the sandbox begins anew, and the database keeps everything or, after an error, nothing. No bell rings
    for a worker, since the work is done here. Raises NoSandbox.
    """
    founded = moment(people.FOUNDED, now=now, before=now)
    sandbox.begin_anew()
    with bell.muted(), transaction.atomic():
        clock = Clock(founded)
        world = World(
            people=make_people(founded),
            connections={},
            sandbox=sandbox,
            clock=clock,
            timeline=Timeline(clock),
        )
        world.connections.update(make_connections(founded, world.people))
        for number, story in enumerate(STORIES):
            plan(story, now, world, number)
        world.timeline.run()
    sandbox.go_wrong([])


def plan(story: Story, now: datetime, world: World, number: int = 0) -> None:
    """Put the steps of a story into the timeline; the number of the story says how many seconds past the minute."""
    tale = Tale(world)
    for count, (at, step) in enumerate(dated(story, now)):
        past = timedelta(seconds=(17 * number + 23 * count) % 59, milliseconds=(271 * number + 113 * count) % 1000)
        world.timeline.plan(at + past, partial(act, step, tale))


def dated(story: Story, now: datetime) -> Iterable[tuple[datetime, Step]]:
    """Yield the steps of a story with their moments, to the minute. Raises ValueError where two are too close."""
    before = None
    for step in story:
        at = moment(step.at, now=now, before=before or now)
        if before and at < before + CLOSEST:
            raise ValueError(f"{step} is too close to the step that it follows.")
        yield at, step
        before = at


def act(step: Step, tale: Tale) -> None:
    """Let one step happen, and plan what the worker has to do after it."""
    if step.faults or step.act == "reconcile":
        tale.world.sandbox.go_wrong(step.faults)
    ACTS[step.act](tale, step)
    tale.plan_work(step.pickup)


def make_people(at: datetime) -> dict[str, User]:
    """Make the teams and the people of the demo and return them by user name."""
    for slug, name in people.TEAMS.items():
        accounts.create_team(slug=slug, name=name, by=SYSTEM, at=at)
    return {
        person.username: accounts.create_person(
            username=person.username,
            name=person.name,
            password=people.PASSWORD,
            roles=person.roles,
            teams=person.teams,
            by=SYSTEM,
            at=at,
        )
        for person in people.PEOPLE
    }


def make_connections(at: datetime, everybody: dict[str, User]) -> dict[str, Connection]:
    """Make the connections of the demo and return them by name."""
    made = {}
    for place in people.PLACES:
        if place.by:
            connection_checks.check_can_create(everybody[place.by])
        made[place.name] = connections.create(
            name=place.name,
            account=people.ACCOUNT,
            region=place.region,
            role="",
            by=actor_for(everybody[place.by]) if place.by else SYSTEM,
            at=at,
        )
    return made
