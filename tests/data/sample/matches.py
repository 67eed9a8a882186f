"""People and matches of a cohort: who, with whom, how long, and how it ended."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

LETTERS = "bcdfghjkmnpqrstvwxz23456789"
CRITERIA = ["skill-wanted-skill-offered", "same-field", "lived-experience-asked-for", "free-at-the-same-hours"]
# After how many days expectations are written down: mostly within the first month.
AFTER = [5, 7, 8, 9, 11, 12, 14, 14, 15, 16, 18, 20, 21, 21, 23, 25, 28, 29, 30, 38]
RELATIONSHIP = {"mismatch", "gradual_dissolution", "mentor_unresponsive", "mentee_unresponsive", "unmet_expectations"}


class World:
    """What lasts from cohort to cohort: ids, the people of earlier cohorts, their leanings."""

    def __init__(self, seed):
        self.seed, self.taken, self.cohorts, self.leanings = seed, set(), {}, {}

    def id(self, kind, rng):
        while True:
            new = f"{kind}-" + "".join(rng.choice(LETTERS) for _ in range(4))
            if new not in self.taken:
                self.taken.add(new)
                return new


@dataclass
class Match:
    id: str
    mentors: list
    mentees: list
    matched_on: date
    planned_end: date
    status: str | None
    reason: str | None
    ended_on: date | None
    site: str | None = None
    model: str = "one_to_one"
    rematch_of: str | None = None
    continues: str | None = None
    pauses: list = field(default_factory=list)

    def broke(self):
        return self.reason in RELATIONSHIP

    def until(self, as_of):
        """The last day on which it ran, as far as the data go; one whose status nobody recorded faded out."""
        faded = self.matched_on + (self.planned_end - self.matched_on) * 0.6 if self.status is None else None
        return min(self.ended_on or faded or self.planned_end, as_of)

    def runs_on(self, day, as_of):
        paused = any(a <= day < (b or date.max) for a, b in self.pauses)
        return self.status != "proposed" and self.matched_on <= day <= self.until(as_of) and not paused


class Cohort:
    """One cohort in the making."""

    def __init__(self, world, plan):
        self.world, self.plan = world, plan
        self.draw("matches")
        self.people, self.matches, self.events = {}, [], []

    def draw(self, file):
        """From here on, chance is that of one file: what one file draws moves no other."""
        self.rng = random.Random(f"{self.world.seed}-{self.plan.id}-{file}")

    def person(self, role, old=None, same_as=None):
        """Somebody with a role; `old` comes back under the id of before."""
        who = old or self.world.id("p", self.rng)
        self.people.setdefault((who, role), same_as)
        self.world.leanings.setdefault(who, self.world.leanings.get(same_as) or self.rng.gauss(0, 0.5))
        return who

    def unexplained(self):
        """Early endings without a reason; the first of them has no row at all."""
        return [m for m in self.matches if m.status == "ended_early" and m.reason is None]

    def began(self):
        return [m for m in self.matches if m.status != "proposed"]


def make(world, plan):
    """A cohort of the plan, remembered for the cohorts after it."""
    cohort = Cohort(world, plan)
    mentors = pool_of_mentors(cohort)
    slots = [row for i, row in enumerate(plan.endings) for row in [(i, *row)] * row[2]]
    cohort.rng.shuffle(slots)
    for place, status, reason, _, low, high in slots:
        original(cohort, mentors, place, status, reason, low, high)
    shapes(cohort)
    rematches(cohort, mentors)
    for _ in range(plan.proposed):
        add(cohort, [cohort.person("mentor")], [cohort.person("mentee")], "proposed", None, None)
    continued(cohort)
    doubles(cohort)
    pauses(cohort)
    leaves(cohort)
    world.cohorts[plan.id] = cohort
    return cohort


def pool_of_mentors(cohort):
    """Mentors of before, mentees of before, and new ones; drawn from the end of the list."""
    plan, rng, old = cohort.plan, cohort.rng, cohort.world.cohorts
    pool = []
    for kind, wanted in (("mentors", plan.returning), ("mentees", plan.were_mentees)):
        for earlier, count in wanted.items():
            stayed = [m for m in old[earlier].matches if m.status == "completed" and m.model == "one_to_one"]
            known = {who for who, _ in cohort.people}
            back = sorted({getattr(m, kind)[0] for m in stayed} - known - once_double(cohort))
            for who in rng.sample(back, count):
                pool.append(cohort.person("mentor", old=who))
    return pool


def once_double(cohort):
    """Those with two ids are left to `doubles`."""
    return {who for c in cohort.world.cohorts.values() for (who, _), same in c.people.items() if same}


def mentor(cohort, pool):
    return pool.pop() if pool else cohort.person("mentor")


def add(cohort, mentors, mentees, status, reason, ended_on, matched_on=None, planned_end=None):
    plan, rng = cohort.plan, cohort.rng
    made = Match(
        cohort.world.id("m", rng), mentors, mentees, matched_on or plan.matched_on, planned_end or plan.end,
        status, reason, ended_on,
        site=rng.choice(plan.sites) if plan.sites else None,
    )
    cohort.matches.append(made)
    return made


def original(cohort, pool, place, status, reason, low, high):
    plan, rng = cohort.plan, cohort.rng
    length = (plan.end - plan.matched_on).days
    ended = None
    if status in ("ended_early", "rematched") or low < 1 and status == "completed":
        ended = plan.matched_on + timedelta(days=round(length * rng.uniform(low, high)))
    elif status == "completed" and rng.random() < plan.recorded:
        ended = plan.end - timedelta(days=rng.choice([0, 0, 0, 1, 2, 4]))
    made = add(cohort, [mentor(cohort, pool)], [cohort.person("mentee")], status, reason, ended)
    made.place = place


def shapes(cohort):
    """Group matches, two mentors of one, one mentor of two; among those that lasted, so that nothing else moves."""
    plan, rng = cohort.plan, cohort.rng
    known = earlier_people(cohort)
    lasts = "active" if plan.running else "completed"
    lasting = [m for m in cohort.matches if m.status == lasts and m.mentors[0] not in known]
    chosen = rng.sample(lasting, plan.groups + plan.two_mentors + 2 * plan.two_matches)
    for _ in range(plan.groups):
        m = chosen.pop()
        m.model, m.mentees = "group", [*m.mentees, cohort.person("mentee"), cohort.person("mentee")]
    for _ in range(plan.two_mentors):
        chosen.pop().mentors.append(cohort.person("mentor"))
    for _ in range(plan.two_matches):
        one, two = chosen.pop(), chosen.pop()
        # The mentor who is left without a match leaves the cohort's list as well.
        cohort.people.pop((two.mentors[0], "mentor"))
        two.mentors = list(one.mentors)


def rematches(cohort, pool):
    plan, rng = cohort.plan, cohort.rng
    for place in sorted(set(plan.rematched)):
        for before in [m for m in cohort.matches if getattr(m, "place", None) == place]:
            begin = before.ended_on + timedelta(days=rng.randint(10, 30))
            # Half a year is promised to a rematch, even beyond the cohort's end.
            end = max(plan.end, begin + timedelta(weeks=26))
            status = "active" if plan.running else "completed"
            reason = None if plan.running else "completed_term"
            made = add(cohort, [cohort.person("mentor")], list(before.mentees), status, reason,
                       None if plan.running else end, begin, end)
            made.rematch_of, made.site = before.id, before.site


def continued(cohort):
    """A pair of the cohort before that goes on."""
    plan = cohort.plan
    if not plan.continues:
        return
    before = [m for m in cohort.world.cohorts["2025-spring"].matches if m.reason == "completed_term"
              and not any(m.mentors[0] == who for who, _ in cohort.people)]
    lasting = [m for m in cohort.matches if m.status == "active" and m.model == "one_to_one"
               and not m.rematch_of and len(m.mentors) == 1 and m.mentors[0] not in earlier_people(cohort)
               and sum(m.mentors[0] in o.mentors for o in cohort.matches) == 1]
    old, new = before[0], lasting[0]
    for who, role in ((new.mentors[0], "mentor"), (new.mentees[0], "mentee")):
        cohort.people.pop((who, role))
    new.mentors, new.mentees = list(old.mentors), list(old.mentees)
    cohort.person("mentor", old=old.mentors[0])
    cohort.person("mentee", old=old.mentees[0])
    new.continues = old.id


def doubles(cohort):
    """One person under two ids: the second is the one that stands in the match."""
    for i in range(cohort.plan.doubles):
        plain = [m for m in cohort.matches if m.status in ("completed", "active") and m.model == "one_to_one"
                 and not m.rematch_of and not m.continues]
        if cohort.plan.running:
            # Across cohorts: a mentee of 2024, now a mentor under a new id.
            earlier = cohort.world.cohorts["2024-autumn"]
            known = {who for who, _ in cohort.people}
            first = next(n.mentees[0] for n in earlier.matches if n.status == "completed"
                         and n.model == "one_to_one" and n.mentees[0] not in known | once_double(cohort))
            lone = next(n for n in plain if sum(n.mentors[0] in o.mentors for o in cohort.matches) == 1
                        and len(n.mentors) == 1 and (n.mentors[0] not in earlier_people(cohort)))
            cohort.people.pop((lone.mentors[0], "mentor"))
            lone.mentors = [cohort.person("mentor", same_as=first)]
        else:
            m = plain[5 + i]
            first = m.mentees[0]
            m.mentees = [cohort.person("mentee", same_as=first)]


def earlier_people(cohort):
    return {who for c in cohort.world.cohorts.values() for who, _ in c.people}


def pauses(cohort):
    plan, rng = cohort.plan, cohort.rng
    able = [m for m in cohort.matches if m.status in ("completed", "active") and not m.rematch_of
            and not m.broke() and (m.ended_on or plan.end) >= plan.end - timedelta(days=10)]
    for m in rng.sample(able, plan.pauses):
        begin = plan.matched_on + timedelta(days=rng.randint(60, 170))
        m.pauses.append((begin, begin + timedelta(days=rng.randint(14, 45))))
    for m in cohort.matches:
        if m.status == "paused":
            m.pauses.append((plan.as_of - timedelta(days=20), None))
    for m in cohort.matches:
        for begin, end in m.pauses:
            until = end or plan.as_of + timedelta(days=25)
            # Not every return is written down; the day that was foreseen then counts.
            told = end is not None and (plan.recorded > 0.9 or rng.random() < 0.5)
            cohort.events.append(dict(match=m.id, date=begin, event="paused", until=until, reason="agreed"))
            if told:
                cohort.events.append(dict(match=m.id, date=end, event="resumed"))


def leaves(cohort):
    """A mentor is away, and another steps in."""
    plan, rng = cohort.plan, cohort.rng
    able = [m for m in cohort.matches if m.status in ("completed", "active") and not m.pauses
            and not m.rematch_of and len(m.mentors) == 1]
    for m in rng.sample(able, plan.leaves):
        cover = cohort.person("mentor")
        begin = plan.matched_on + timedelta(days=rng.randint(80, 130))
        back = begin + timedelta(days=rng.randint(21, 50))
        rows = [(begin, "away", m.mentors[0], back, "parental_leave"), (begin, "joined", cover, back, "cover"),
                (back, "left", cover, None, "cover")]
        for day, event, who, until, reason in rows:
            cohort.events.append(
                dict(match=m.id, date=day, event=event, person=who, role="mentor", until=until, reason=reason))


def ending(cohort, m):
    """The row of endings.csv, or nothing where nobody wrote one."""
    plan, rng = cohort.plan, cohort.rng
    if m.status in (None, "proposed", "active", "paused"):
        return None
    early = m.status != "completed" or m.reason == "goals_met_early"
    if m.reason is None and m.status == "ended_early" and m is cohort.unexplained()[0]:
        return None
    if early and m.reason != "goals_met_early":
        either = rng.choice(["mentor", "mentee", "mutual"])
        by = {"mentor_unresponsive": "mentee", "mentee_unresponsive": "mentor", "life_change_mentee": "mentee",
              "life_change_mentor": "mentor", "held_elsewhere": "program"}.get(m.reason, either)
        how = rng.choice(["planned_completed", "planned_not_completed"])
        how = "abrupt" if m.broke() and rng.random() < 0.5 else how
    else:
        by = "mutual" if early else "scheduled"
        how = "planned_completed" if rng.random() < plan.closing else "planned_not_completed"
    told = rng.random() < plan.recorded
    return dict(match=m.id, ended_on=m.ended_on, initiated_by=by if told else None, reason=m.reason,
                procedure=how if told else "unknown", certified=rng.choice(["yes", "no", None]) if not early else "no")


def files(cohort):
    """matches, endings, events and participants, as columns and rows."""
    cohort.draw("written")
    plan, rng = cohort.plan, cohort.rng
    rows, endings = [], []
    for m in cohort.matches:
        written = m.matched_on + timedelta(days=rng.choice(AFTER))
        documented = m.status != "proposed" and rng.random() < plan.expectations
        rows.append(dict(
            match=m.id, mentors=";".join(m.mentors), mentees=";".join(m.mentees),
            matched_on=m.matched_on if m.status != "proposed" else None, planned_end=m.planned_end, status=m.status,
            expectations_on=written if documented else None,
            matched_by="coordinator", criteria=";".join(sorted(rng.sample(CRITERIA, rng.randint(1, 3)))),
            site=m.site, model=m.model if rng.random() < plan.recorded or m.model == "group" else None,
            facilitator=rng.choice(["s-01", "s-02"]) if plan.facilitated and m.status != "proposed" else None,
            rematch_of=m.rematch_of, continues=m.continues,
        ))
        row = ending(cohort, m)
        endings += [row] if row else []
    people = [
        dict(person=who, role=role, language=rng.choice(["en", "es", "es"]) if rng.random() < plan.recorded else None,
             minor="no" if rng.random() < plan.recorded else None,
             accommodation=rng.choice(["none"] * 12 + ["agreed", "review_due", None]), same_as=same)
        for (who, role), same in sorted(cohort.people.items())
    ]
    return {
        "matches": (
            "match mentors mentees matched_on planned_end status expectations_on matched_by criteria site track model"
            " facilitator rematch_of continues".split(), rows),
        "endings": ("match ended_on initiated_by reason procedure certified".split(), endings),
        "events": ("match date event person role until reason".split(), cohort.events),
        "participants": ("person role language minor guardian_consent_on accommodation same_as".split(), people),
    }
