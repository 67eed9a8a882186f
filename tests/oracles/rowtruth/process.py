"""What was done on the way: expectations, check-ins, contacts, peer meetings, hours, exits; and which mentors were mentees."""

from collections import Counter
from datetime import timedelta

from .load import day, may_be_held, sessions


def figures(book, cohort):
    return {"expectations": expectations(cohort), "check_ins": check_ins(cohort), "contacts": contacts(book, cohort),
            "peer_meetings": peer_meetings(book, cohort), "hours": hours(book, cohort), "exits": exits(cohort),
            "mentors_who_were_mentees": were_mentees(book, cohort)}


def expectations(cohort):
    """n: started matches. documented: `expectations_on` is filled; within_30: at most 30 days after `matched_on` (or
    before it); later: after that; not_recorded: the cell is empty."""
    ids = {m.id: m for m in cohort.matches}
    count = Counter()
    for row in cohort.table("matches"):
        if row["match"] in ids:
            on, m = day(row["expectations_on"]), ids[row["match"]]
            count["not_recorded" if not on else "within_30" if (on - m.matched_on).days <= 30 else "later"] += 1
    return dict(n=len(ids), documented=count["within_30"] + count["later"],
                **{cell: count[cell] for cell in ("within_30", "later", "not_recorded")})


def check_ins(cohort):
    """Of each check-in in checkin-log.csv, over rows of started matches: offered: rows; held: `held_on` is filled, and
    the result does not say otherwise; missed, declined: not held, and the result says so; not_recorded: the rest. matches_offered, matches_held: distinct
    matches. result: the words of held rows, "" where empty. facilitated: held rows with a facilitator."""
    ids, found = {m.id for m in cohort.matches}, {}
    rows = [row for row in cohort.table("checkin-log") if row["match"] in ids]
    for check_in in sorted({row["check_in"] for row in rows}):
        mine = [row for row in rows if row["check_in"] == check_in]
        held = [row for row in mine if row["held_on"] and row["result"] not in ("missed", "declined")]
        other = Counter(row["result"] for row in mine if row not in held)
        found[check_in] = dict(
            offered=len(mine), held=len(held), missed=other["missed"], declined=other["declined"],
            not_recorded=len(mine) - len(held) - other["missed"] - other["declined"],
            matches_offered=len({row["match"] for row in mine}), matches_held=len({row["match"] for row in held}),
            facilitated=sum(bool(row["facilitator"]) for row in held),
            result=dict(sorted(Counter(row["result"] for row in held).items())))
    return found


def last_day(cohort, m):
    """Up to which day a match is known to have run: ended_on; planned_end of as_planned without one; the as-of day of
    running ones; None otherwise."""
    if m.group == "running":
        return cohort.as_of
    return m.ended_on or (m.planned_end if m.group == "as_planned" else None)


def contacts(book, cohort):
    """n: rows of contacts.csv of started matches, by outcome and by kind.

    A contact counts if its outcome is `reached` and its kind is among program.yaml `contact.counts`; its sides are
    those that `with` names: mentor, mentee, both, or ids of people of the match. A side is one match and one of mentor,
    mentee.
    first_month: sides of matches whose last known day is at least 30 days after matched_on; met: at least
    `contact.first_month` contacts from day 0 to day 30 after matched_on, both included.
    months: each later block of 30 days [30k, 30k + 30), k = 1, 2, ..., that lies wholly on or before the last known
    day and holds no paused day, of each side; met: at least `contact.per_month` contacts in it.
    Last known day: `ended_on`; `planned_end` of as_planned without one; the as-of day of running ones; matches without
    one are in neither.
    """
    wanted, people = book.program["contact"], {m.id: m for m in cohort.matches}
    rows = [row for row in cohort.table("contacts") if row["match"] in people]
    outcome, kind = Counter(row["outcome"] for row in rows), Counter(row["kind"] for row in rows)
    counted = {}
    for row in rows:
        if row["outcome"] == "reached" and row["kind"] in wanted["counts"]:
            for side in sides(book, people[row["match"]], row["with"]):
                counted.setdefault((row["match"], side), []).append(day(row["date"]))
    first, months = Counter(), Counter()
    for m in cohort.matches:
        last = last_day(cohort, m)
        if not last:
            continue
        run, paused = (last - m.matched_on).days, m.paused_days(last)
        for side in ("mentor", "mentee"):
            after = [(on - m.matched_on).days for on in counted.get((m.id, side), [])]
            if run >= 30:
                first["sides"] += 1
                first["met"] += sum(0 <= d <= 30 for d in after) >= wanted["first_month"]
            for begin in range(30, run - 28, 30):
                if not any(m.matched_on + timedelta(d) in paused for d in range(begin, begin + 30)):
                    months["blocks"] += 1
                    months["met"] += sum(begin <= d < begin + 30 for d in after) >= wanted["per_month"]
    return dict(n=len(rows), reached=outcome["reached"], no_reply=outcome["no_reply"], not_recorded=outcome[""],
                kinds=dict(sorted(kind.items())), first_month=dict(sides=first["sides"], met=first["met"]),
                months=dict(blocks=months["blocks"], met=months["met"]))


def sides(book, m, cell):
    """The sides of a match that a cell of `with` names."""
    named = {id.strip() for id in cell.split(";")}
    return {side for side in ("mentor", "mentee")
            if named & {side, "both"} or {book.person(id) for id in named} & set(m.people(side))}


def seen(cohort, session):
    return Counter(row["status"] for row in cohort.table("attendance") if row["session"] == session)


def state(cohort, id, session):
    """cancelled: skipped, or said to be; planned: after the as-of day; held: cohort.yaml says so, or attendance.csv has a
    row of it; not_recorded: otherwise. The first that is true, in this order."""
    if session["skipped"] or session["status"] == "cancelled":
        return "cancelled"
    if not may_be_held(cohort, session):
        return "planned"
    return "held" if session["status"] == "held" or seen(cohort, id) else "not_recorded"


def peer_meetings(book, cohort):
    """The sessions of kind peer_meeting, by state (see `state`). Over those held: present, excused, absent rows of
    attendance.csv; not_recorded: rows with an empty status; listed: held sessions with at least one row."""
    all_ = {id: s for id, s in sessions(book, cohort).items() if s["kind"] == "peer_meeting"}
    states = Counter(state(cohort, id, s) for id, s in all_.items())
    held = [id for id, s in all_.items() if state(cohort, id, s) == "held"]
    came = sum((seen(cohort, id) for id in held), Counter())
    return dict(sessions=len(all_), **{word: states[word] for word in ("held", "cancelled", "planned", "not_recorded")},
                listed=sum(bool(seen(cohort, id)) for id in held),
                attendance=dict(present=came["present"], excused=came["excused"], absent=came["absent"],
                                not_recorded=came[""]))


def hours(book, cohort):
    """meetings.csv of started matches: rows, meetings (sum; empty counts 0), rows without minutes, hours = sum of
    minutes / 60; mentor_hours: each row's minutes times the number of mentors of its match, / 60.
    training_hours, peer_hours: for each row of attendance.csv with role mentor and status present, the minutes of its
    session of kind training, peer_meeting that was neither called off nor is to come, / 60.
    given_by_mentors: the sum of these three."""
    size = {m.id: len(m.mentors) for m in cohort.matches}
    rows = [row for row in cohort.table("meetings") if row["match"] in size]
    minutes = sum(int(row["minutes"] or 0) for row in rows)
    by_mentor = sum(int(row["minutes"] or 0) * size[row["match"]] for row in rows)
    known, extra = sessions(book, cohort), Counter()
    for row in cohort.table("attendance"):
        if row["role"] == "mentor" and row["status"] == "present" and may_be_held(cohort, known[row["session"]]):
            extra[known[row["session"]]["kind"]] += known[row["session"]]["minutes"] or 0
    return dict(rows=len(rows), meetings=sum(int(row["meetings"] or 0) for row in rows),
                without_minutes=sum(not row["minutes"] for row in rows), hours=minutes / 60, mentor_hours=by_mentor / 60,
                training_hours=extra["training"] / 60, peer_hours=extra["peer_meeting"] / 60,
                given_by_mentors=(by_mentor + extra["training"] + extra["peer_meeting"]) / 60)


def exits(cohort):
    """Rows of exits.csv of started matches by `exit` ("" where empty), and `would_rematch` of the held ones."""
    ids = {m.id for m in cohort.matches}
    rows = [row for row in cohort.table("exits") if row["match"] in ids]
    again = Counter(row["would_rematch"] for row in rows if row["exit"] == "held")
    return dict(n=len(rows), exit=dict(sorted(Counter(row["exit"] for row in rows).items())),
                would_rematch=dict(sorted(again.items())))


def were_mentees(book, cohort):
    """n: started matches of this cohort; yes: those of which a mentor is a mentee of a started match of a cohort that
    ended (`end`) before this one's `start`."""
    before = {who for other in book.cohorts if other.file["end"] < cohort.file["start"]
              for m in other.matches for who in m.mentees}
    return dict(n=len(cohort.matches), yes=sum(not before.isdisjoint(m.mentors) for m in cohort.matches))
