"""What staff write down on the way: check-ins, contacts, meetings, attendance, exits, applications."""

from datetime import date, timedelta

from .matches import RELATIONSHIP

SESSIONS = {
    "training": {1: ("mentor-training-1", -1, 1), 2: ("mentor-training-2", 0, 1), 3: ("mentor-training-3", 2, 1),
                 4: ("mentor-training-4", 6, 1)},
    # Twelve o'clock on every fourth Wednesday from week 3; ten in 39 weeks.
    "peer": [(f"peer-meeting-{i + 1}", 3 + 4 * i, 2) for i in range(10)],
    "all": [("kickoff", 1, 2), ("collective-reflection", 39, 3), ("closing", 39, 4)],
}


def day_of(plan, week, day):
    """The day (0 is Monday) of a week; all cohorts start on a Monday."""
    return plan.start + timedelta(weeks=week - 1, days=day)


def pick(rng, words):
    """A word by its weight."""
    return rng.choices(list(words), list(words.values()))[0]


def check_ins(cohort):
    plan, rng, rows = cohort.plan, cohort.rng, []
    kinds = [("first-redesign", 8, 0.8), ("midpoint", 19, plan.midpoint),
             ("second-redesign", plan.transition_week - 1, plan.midpoint - 0.1),
             ("completion", 34, plan.closing + 0.03), ("end-individual", 38, plan.exits)]
    for m in cohort.began():
        for check_in, week, held in kinds:
            planned = day_of(plan, week, 3)
            if not m.runs_on(planned, plan.as_of) or rng.random() > plan.recorded:
                continue
            on = planned + timedelta(days=rng.randint(-3, 10)) if rng.random() < held else None
            on = min(on, plan.as_of, m.until(plan.as_of)) if on else None
            result = pick(rng, dict(**{"continue": 6}, adjust=3)) if on else pick(rng, dict(missed=5, declined=3))
            if m.broke() and on:
                result = pick(rng, dict(adjust=3, rematch=2, end=1))
            led = rng.choice(["s-01", "s-02"]) if check_in == "midpoint" and plan.facilitated else None
            rows.append(dict(match=m.id, check_in=check_in, planned_on=planned, facilitator=led, held_on=on,
                             result=result if rng.random() < plan.recorded else None))
    return "match check_in planned_on facilitator held_on result".split(), rows


def contacts(cohort):
    plan, rng, rows = cohort.plan, cohort.rng, []
    for m in cohort.began():
        for side in ("mentor", "mentee"):
            for number, week in enumerate([2, 4, *range(8, 40, 4)]):
                day = m.matched_on + timedelta(weeks=week - 1, days=rng.randint(0, 4))
                if not m.runs_on(day, plan.as_of) or rng.random() > plan.contact:
                    continue
                kind = "one_to_one" if number == 0 else pick(rng, dict(pulse=6, one_to_one=2, group=1))
                no_reply = 0.45 if m.broke() and number > 3 else 0.06
                outcome = "no_reply" if rng.random() < no_reply else "reached"
                rows.append(dict(match=m.id, date=day, kind=kind, outcome=outcome if rng.random() < 0.97 else None,
                                 **{"with": side}))
    return "match date kind with outcome".split(), rows


def months(first, last):
    at = date(first.year, first.month, 1)
    while at <= last:
        yield at
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)


def meetings(cohort):
    plan, rng, rows = cohort.plan, cohort.rng, []
    for m in cohort.began():
        for month in months(m.matched_on, m.until(plan.as_of)):
            if rng.random() > plan.recorded:
                continue
            away = any(a <= month + timedelta(days=14) < (b or date.max) for a, b in m.pauses)
            count = 0 if away else pick(rng, {0: 1, 1: 3, 2: 7, 3: 2} if not m.broke() else {0: 4, 1: 4, 2: 2})
            minutes = sum(rng.choice([45, 50, 60, 60, 60, 75, 90]) for _ in range(count))
            rows.append(dict(match=m.id, month=month.strftime("%Y-%m"), meetings=count,
                             minutes=minutes if rng.random() < plan.recorded else None))
    return "match month meetings minutes".split(), rows


def attendance(cohort):
    plan, rng, rows = cohort.plan, cohort.rng, []
    roles = {"mentor": sorted({p for m in cohort.began() for p in m.mentors}),
             "mentee": sorted({p for m in cohort.began() for p in m.mentees})}

    def sign(session, role, people, present):
        for who in people:
            if rng.random() < plan.recorded + 0.02:
                status = "present" if rng.random() < present else pick(rng, dict(excused=2, absent=1))
                blank = rng.random() < (1 - plan.recorded) / 10
                rows.append(dict(session=session, person=who, role=role, status=None if blank else status))

    for number in plan.trainings:
        session, week, weekday = SESSIONS["training"][number]
        sign(session, "mentor", there(cohort, roles["mentor"], "mentors", day_of(plan, max(week, 1), weekday)), 0.9)
    sign("mentee-orientation", "mentee", there(cohort, roles["mentee"], "mentees", plan.start + timedelta(days=3)), 0.88)
    for i, (session, week, weekday) in enumerate(SESSIONS["peer"]):
        # Of three of the ten meetings of 2023 no list was kept.
        if plan.recorded < 0.9 and i in (2, 5, 8):
            continue
        sign(session, "mentor", there(cohort, roles["mentor"], "mentors", day_of(plan, week, weekday)), 0.62)
    for session, week, weekday in SESSIONS["all"]:
        for role in ("mentor", "mentee"):
            sign(session, role, there(cohort, roles[role], role + "s", day_of(plan, week, weekday)), 0.75)
    return "session person role status".split(), rows


def there(cohort, people, kind, day):
    """Those whose match runs on a day; nobody, where the day lies after the data."""
    running = {who for m in cohort.began() if m.runs_on(day, cohort.plan.as_of) for who in getattr(m, kind)}
    return [who for who in people if who in running]


def exits(cohort):
    plan, rng, rows = cohort.plan, cohort.rng, []
    for m in cohort.began():
        if m.status in (None, "active", "paused"):
            continue
        for role, people in (("mentor", m.mentors), ("mentee", m.mentees)):
            for who in people:
                if rng.random() > plan.recorded:
                    continue
                kind = "held" if rng.random() < plan.exits else pick(rng, dict(offered=3, declined=3))
                if m.reason in RELATIONSHIP and rng.random() < 0.2:
                    kind = "not_appropriate"
                again = pick(rng, dict(yes=7, no=2)) if kind == "held" and rng.random() < 0.9 else None
                rows.append(dict(match=m.id, person=who, role=role, exit=kind, would_rematch=again))
    return "match person role exit would_rematch".split(), rows


def applicants(cohort):
    plan, rng, rows = cohort.plan, cohort.rng, []
    first_ids = {same for (_, _), same in cohort.people.items() if same}
    matched = {(who, role) for m in cohort.began() for role, side in (("mentor", m.mentors), ("mentee", m.mentees))
               for who in side}
    slow = 1 if plan.recorded > 0.9 else 2
    for who, role in sorted(cohort.people):
        status = "matched" if (who, role) in matched else "eligible"
        # Whoever got a second id later applied under the first.
        if cohort.people[(who, role)]:
            if (cohort.people[(who, role)], role) not in cohort.people:
                rows.append(application(plan, rng, who, role, status, slow))
            continue
        status = "matched" if who in first_ids else status
        # In 2023 some came by word of mouth, and nobody wrote an application for them.
        if rng.random() < (1 - plan.recorded) / 4:
            continue
        rows.append(application(plan, rng, who, role, status, slow))
    for role, share in (("mentee", 0.35), ("mentor", 0.12)):
        for _ in range(round(share * len(cohort.matches))):
            status = pick(rng, dict(declined=3, waitlisted=4, withdrew=2, eligible=1))
            who = cohort.world.id("p", rng)
            rows.append(application(plan, rng, who, role, status if rng.random() < plan.recorded else None, slow))
    return "person role applied_on status status_on".split(), rows


def application(plan, rng, who, role, status, slow):
    on = plan.start - timedelta(days=rng.randint(36, 60))
    answered = on + timedelta(days=rng.randint(4, 13) * slow) if status else None
    return dict(person=who, role=role, applied_on=on if rng.random() < plan.recorded + 0.03 else None, status=status,
                status_on=answered)


def files(cohort):
    makers = {"checkin-log": check_ins, "contacts": contacts, "meetings": meetings, "attendance": attendance,
              "exits": exits, "applicants": applicants}
    made = {}
    for name, maker in makers.items():
        cohort.draw(name)
        made[name] = maker(cohort)
    return made
