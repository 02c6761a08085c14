"""Workers: who is in which post, from when to when, and who holds the work with each child."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

from sightline.synthesize.dice import Weighted
from sightline.synthesize.events import Child, Episode, Holding, Leaver, Phase, Team
from sightline.synthesize.teams import KINDS
from sightline.synthesize.words import forename, surname

if TYPE_CHECKING:
    from sightline.synthesize.world import World

FAR = 10**7
"""A day after all others."""
_ROLES = Weighted({"social_worker": 0.62, "senior_social_worker": 0.22, "assessed_year": 0.16})
_CONTRACTS = Weighted({"permanent": 0.8, "agency": 0.17, "fixed_term": 0.03})
_OWN_ROLES = {"leaving": "personal_adviser", "reviewing": "reviewing_officer"}
_OFFICERS = 28
_TENURE = 950
_AGENCY_TENURE = 330
_LONGEST_CAREER = 5500
_MANAGER_TENURE = 1500


@dataclass(slots=True, eq=False)
class Worker:
    """A worker in a post, from a day to a day."""

    number: int
    name: str
    role: str
    contract: str
    fte: float
    team: Team
    post: str
    start: int
    end: int
    qualified: int
    load: int = 0
    manager: bool = False
    reason: str = ""

    @property
    def id(self) -> str:
        """The identifier in the case management system."""
        return f"W{self.number:05d}"

    def there(self, day: int) -> bool:
        """Whether in post on a day."""
        return self.start <= day < self.end


@dataclass(slots=True, eq=False)
class Post:
    """A post, and those who held it in turn; between two of them it is vacant."""

    id: str
    role: str
    team: Team
    workers: list[Worker] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Held:
    """One phase while it is handed out: who holds it now, and what was before."""

    order: int
    owner: Any
    phase: Phase
    parts: list[Holding]
    worker: Worker | None = None
    since: int = 0


def employ(world: World) -> None:
    """Fill every team's posts, and hand out every phase of work to somebody."""
    names: set[str] = set()
    for child in world.children:
        for episode in child.episodes:
            for phase in episode.phases:
                phase.team.phases.append((episode, phase))
        if child.leaver:
            begun = child.leaver.eligible or child.leaver.left
            phase = Phase(begun, child.leaver.end, child.leaver.team)
            child.leaver.team.phases.append((child.leaver, phase))
    for teams in world.teams.values():
        for team in teams:
            _fill(world, team, names)
            _hand_out(world, team)
            team.phases = []


def _fill(world: World, team: Team, names: set[str]) -> None:
    """Posts for the usual load; the first is never vacant."""
    begun = min((phase.start for _, phase in team.phases), default=world.first) - 30
    count = max(2, round(_usual_load(world, team) / (KINDS[team.kind][3] * 0.86) + 0.5))
    if team.kind == "reviewing":
        count = max(2, round(_OFFICERS * world.scale))
    role = _OWN_ROLES.get(team.kind, "")
    team.managers = _managers(world, team, begun, names)
    for place in range(count):
        post = Post(f"P{team.number:03d}-{place + 1:02d}", role, team)
        day = begun - world.dice.between(0, 600)
        while day < world.until + 30:
            worker = _hire(world, team, post, day, names)
            post.workers.append(worker)
            if worker.end > world.until:
                worker.end = FAR
            vacant = place > 0 and world.dice.chance(0.3)
            day = worker.end + (world.dice.between(10, 70) if vacant else 0)
        team.posts.append(post)


def _usual_load(world: World, team: Team) -> float:
    """Children held at once, on average over the last three years."""
    last, span = world.until, 3 * 365
    total = 0
    for _, phase in team.phases:
        total += max(0, min(phase.end, last) - max(phase.start, last - span))
    return total / span


def _hire(world: World, team: Team, post: Post, day: int, names: set[str]) -> Worker:
    dice = world.dice
    role = post.role or dice.pick(_ROLES)
    contract = dice.pick(_CONTRACTS) if not post.role else "permanent"
    if contract == "agency":
        role = "social_worker" if role == "assessed_year" else role
    tenure = 90 + dice.wait(_AGENCY_TENURE if contract == "agency" else _TENURE)
    fte = 1.0 if dice.chance(0.78) else dice.one((0.5, 0.6, 0.8))
    qualified = day - (
        dice.between(0, 60)
        if role == "assessed_year"
        else min(400 + dice.wait(2200), _LONGEST_CAREER)
    )
    return _worker(world, team, names, (role, contract, fte, post.id), day, day + tenure, qualified)


def _worker(
    world: World,
    team: Team,
    names: set[str],
    terms: tuple[str, str, float, str],
    start: int,
    end: int,
    qualified: int,
) -> Worker:
    name = _new_name(world, names)
    role, contract, fte, post = terms
    number = len(world.workers) + 1
    made = Worker(number, name, role, contract, fte, team, post, start, end, qualified)
    made.reason = "end_of_contract" if contract == "agency" else "resigned"
    if contract != "agency" and world.dice.chance(0.3):
        made.reason = world.dice.one(("moved", "moved", "retired", "other"))
    world.workers.append(made)
    return made


def _new_name(world: World, names: set[str]) -> str:
    """A name that no other worker has."""
    name = f"{forename(world.dice)} {surname(world.dice)}"
    while name in names:
        name = f"{forename(world.dice)} {surname(world.dice)}-{surname(world.dice)}"
    names.add(name)
    return name


def _managers(world: World, team: Team, begun: int, names: set[str]) -> list[Worker]:
    """Managers one after the other; a story may say when one came."""
    made: list[Worker] = []
    changes = [s.began(world) for s in world.stories if s.key == "drift" and team in s.teams(world)]
    day = begun - world.dice.between(0, 900)
    while day < world.until + 30:
        end = day + 500 + world.dice.wait(_MANAGER_TENURE)
        end = next((c for c in changes if day < c), None) or (FAR if changes else end)
        terms = ("team_manager", "permanent", 1.0, f"P{team.number:03d}-00")
        made.append(_worker(world, team, names, terms, day, end, day - 4000))
        made[-1].manager = True
        day = end
    return made


def _hand_out(world: World, team: Team) -> None:
    """Give each phase to the worker with least to do, and to another when that one leaves."""
    events: list[tuple[int, int, int, Any]] = []
    for order, (owner, phase) in enumerate(team.phases):
        held = _Held(order, owner, phase, [])
        events.append((phase.start, 2, order, held))
        events.append((phase.end, 0, order, held))
    workers = [worker for post in team.posts for worker in post.workers]
    for order, worker in enumerate(workers):
        events.append((worker.end, 1, order, worker))
    events.sort(key=lambda event: event[:3])
    _run(events, workers)


def _run(events: list[tuple[int, int, int, Any]], workers: list[Worker]) -> None:
    """Ends first, then leavers, then new work, day by day."""
    coming = sorted(workers, key=lambda worker: (worker.start, worker.number))
    here: list[Worker] = []
    holds: dict[Worker, dict[_Held, None]] = {worker: {} for worker in workers}
    arrived = 0
    waiting: list[tuple[int, int, _Held]] = []
    for day, kind, _, what in events:
        while arrived < len(coming) and coming[arrived].start <= day:
            here.append(coming[arrived])
            arrived += 1
        while waiting and here:
            _take(heappop(waiting)[2], here, holds, day)
        if kind == 1:
            here = [worker for worker in here if worker.end > day]
            for held in list(holds[what]):
                _give_up(held, holds, day, "LEFTRL")
                heappush(waiting, (day, held.order, held))
            while waiting and here:
                _take(heappop(waiting)[2], here, holds, day)
        elif kind == 2:
            _take(what, here, holds, day)
        elif what.phase.end > what.phase.start:
            _finish(what, holds, day)


def _take(
    held: _Held, here: list[Worker], holds: dict[Worker, dict[_Held, None]], day: int
) -> None:
    worker = min(here, key=lambda one: (one.load / one.fte, one.number))
    held.worker, held.since = worker, day
    if held.phase.end > held.phase.start:
        worker.load += 1
        holds[worker][held] = None
    else:
        _record(held, held.phase.end, "")


def _give_up(held: _Held, holds: dict[Worker, dict[_Held, None]], day: int, reason: str) -> None:
    worker = held.worker
    assert worker is not None
    worker.load -= 1
    del holds[worker][held]
    if day > held.since or not held.parts:
        held.parts.append(Holding(held.since, day, worker, reason))


def _finish(held: _Held, holds: dict[Worker, dict[_Held, None]], day: int) -> None:
    _give_up(held, holds, day, "TSPROC")
    _keep(held)


def _record(held: _Held, end: int, reason: str) -> None:
    assert held.worker is not None
    held.parts.append(Holding(held.since, end, held.worker, reason))
    _keep(held)


def _keep(held: _Held) -> None:
    """Put the holdings where they belong, in order of time."""
    owner: Episode | Leaver = held.owner
    owner.holdings = tuple(sorted((*owner.holdings, *held.parts), key=lambda one: one.start))


def manager_of(team: Team, day: int) -> Worker:
    """Who managed a team on a day; the first, before there was any."""
    found = team.managers[0]
    for manager in team.managers:
        if manager.start <= day:
            found = manager
    return found


def adviser_of(child: Child, day: int) -> Worker | None:
    """The personal adviser of a care leaver on a day."""
    if child.leaver is None:
        return None
    found = None
    for holding in child.leaver.holdings:
        if holding.start <= day:
            found = holding.worker
    return found


def officer_of(world: World, child: Child, day: int) -> Worker:
    """The independent reviewing officer, who also chairs conferences, of a child on a day."""
    posts = world.teams["reviewing"][0].posts
    post: Post = posts[child.family.number % len(posts)]
    return next((one for one in reversed(post.workers) if one.start <= day), post.workers[0])
