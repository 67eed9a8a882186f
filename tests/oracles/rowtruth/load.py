"""Rows as tables of text, YAML as it is, persons joined, matches with their clocks. Judges nothing."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd
import yaml

GROUPS = {
    "completed_term": "as_planned", "goals_met_early": "goals_met",
    **dict.fromkeys(["life_change_mentor", "life_change_mentee", "life_change", "program_ended", "withdrew_on_request"],
                    "circumstances"),
    **dict.fromkeys(["mismatch", "gradual_dissolution", "mentor_unresponsive", "mentee_unresponsive",
                     "unmet_expectations", "inadequate_support", "removed_by_program"], "relationship"),
    **dict.fromkeys(["declined_to_say", "held_elsewhere", "other", "unknown"], "unknown"),
}
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def day(text):
    return date.fromisoformat(text) if text else None


@dataclass
class Match:
    id: str
    mentors: list
    mentees: list
    status: str
    matched_on: date | None
    planned_end: date | None
    ended_on: date | None
    reason: str
    group: str
    pauses: list = field(default_factory=list)

    def people(self, role):
        return self.mentors if role == "mentor" else self.mentees

    def paused_days(self, until):
        """The set of paused days before `until`."""
        days = set()
        for begin, end in self.pauses:
            stop = min(end or until, until)
            days |= {begin + timedelta(n) for n in range(max(0, (stop - begin).days))}
        return {one for one in days if one >= self.matched_on}

    def length(self, until):
        return (until - self.matched_on).days - len(self.paused_days(until))

    def planned(self):
        return (self.planned_end - self.matched_on).days


class Cohort:
    """One cohort: `file` is cohort.yaml, `rows[name]` a table of text."""

    def __init__(self, id, file, rows):
        self.id, self.file, self.rows, self.matches = id, file, rows, []
        self.closed, self.as_of = file["status"] == "closed", file["data_as_of"]

    def table(self, name):
        return self.rows.get(name, pd.DataFrame()).to_dict("records")


class Book:
    """Everything."""

    def __init__(self):
        self.cohorts, self.parent = [], {}

    def person(self, id):
        while self.parent.get(id, id) != id:
            id = self.parent[id]
        return id


def load(content, data):
    book = Book()
    read = lambda name: yaml.safe_load((content / name).read_text(encoding="utf-8"))
    bank = read("questions.yaml")
    book.scales, book.questions = bank["scales"], {q["id"]: q for q in bank["questions"]}
    book.check_ins = {c["id"]: c for c in read("check-ins.yaml")}
    book.measures, book.program, book.calendar = read("measures.yaml"), read("program.yaml"), read("calendar.yaml")
    for folder in sorted((content / "cohorts").iterdir()):
        rows = {file.stem: pd.read_csv(file, dtype=str, keep_default_na=False)
                for file in sorted((data / "cohorts" / folder.name).glob("*.csv"))}
        book.cohorts.append(Cohort(folder.name, yaml.safe_load((folder / "cohort.yaml").read_text()), rows))
    book.cohorts.sort(key=lambda cohort: cohort.file["start"])
    for row in [row for cohort in book.cohorts for row in cohort.table("participants") if row["same_as"]]:
        one, other = sorted([book.person(row["person"]), book.person(row["same_as"])])
        book.parent[other] = one
    for cohort in book.cohorts:
        cohort.matches = [match(book, cohort, row) for row in cohort.table("matches") if row["status"] != "proposed"]
    return book


def match(book, cohort, row):
    ending = next((e for e in cohort.table("endings") if e["match"] == row["match"]), {})
    reason, status = ending.get("reason", ""), row["status"]
    if status in ("active", "paused") and not cohort.closed:
        group = "running"
    elif status == "completed":
        # A completed match has ended as planned, whatever else is told of it; goals met apart.
        group = "goals_met" if reason == "goals_met_early" else "as_planned"
    elif reason:
        group = GROUPS[reason]
    else:
        group = "unknown" if status in ("ended_early", "rematched") else "status_not_recorded"
    ids = lambda cell: sorted({book.person(id) for id in cell.split(";") if id})
    begun = day(row["matched_on"])
    if row["continues"]:
        begun = max(begun or cohort.file["start"], cohort.file["start"])
    return Match(row["match"], ids(row["mentors"]), ids(row["mentees"]), status, begun,
                 day(row["planned_end"]), day(ending.get("ended_on", "")), reason, group, pauses(cohort, row["match"]))


def pauses(cohort, id):
    """See "paused days" in rows.py: the days are gone through in order, at most one pause being open at a time."""
    days = {}
    for row in cohort.table("events"):
        if row["match"] == id and row["event"] in ("paused", "resumed"):
            untils = days.setdefault(day(row["date"]), {}).setdefault(row["event"], [])
            untils += [day(row["until"])] if row["until"] else []
    found, begun, until = [], None, None
    for today, events in sorted(days.items()):
        back = "resumed" in events
        if begun and back:
            found.append((begun, today))
            begun, back = None, False
        if "paused" in events:
            if begun:
                found.append((begun, min(until or today, today)))
            begun, until = today, max(events["paused"], default=None)
            if back:
                begun = None
    return found + ([(begun, until)] if begun else [])


def may_be_held(cohort, session):
    """Neither left out, nor called off by cohort.yaml, nor dated after the as-of day: of the others a list only says who
    had signed up."""
    off = session["skipped"] or session["status"] == "cancelled"
    return not off and not (session["date"] and session["date"] > cohort.as_of)


def sessions(book, cohort):
    """The sessions of a cohort as {id: {kind, timing, minutes, date, skipped, status}}; dates by the calendar's weeks.

    `status` is what cohort.yaml says, else None. A session on a holiday is skipped unless the cohort dates it or
    says that it was held.
    """
    start, end = cohort.file["start"], cohort.file["end"]
    monday = start - timedelta(start.weekday())
    weeks = (end - monday).days // 7 + 1
    made = {}
    for row in book.calendar:
        check_in = book.check_ins.get(row.get("check_in"), {})
        row = {"week": check_in.get("when", {}).get("week"), "minutes": check_in.get("minutes"), **row}
        if row["week"] is None and "every_weeks" not in row:
            continue
        every, first = row.get("every_weeks"), row.get("from_week") or row.get("every_weeks")
        at = range(first, row.get("to_week", weeks) + 1, every) if every else [row["week"]]
        for i, week in enumerate(at):
            on = monday + timedelta(weeks=week - 1, days=DAYS.index(row["day"]))
            made[f"{row['id']}-{i + 1}" if every else row["id"]] = dict(
                row=row["id"], kind=row["kind"], timing=row.get("timing"), minutes=row["minutes"], date=on,
                skipped=False, own=False, status=None)
    for row in cohort.file.get("sessions", []):
        if "use" in row:
            change = next(s for s in made.values() if s["row"] == row["use"] and row.get("date", s["date"]) == s["date"])
            change |= dict(skipped=row.get("skip", False), status=row.get("status"))
            if "move_to" in row:
                change |= dict(date=row["move_to"], own=True)
        elif "kind" in row:
            made[row["id"]] = dict(row=None, kind=row["kind"], timing=row.get("timing"), minutes=row.get("minutes"),
                                   date=row.get("date"), skipped=row.get("skip", False), own=True,
                                   status=row.get("status"))
    for one in made.values():
        off = any(h["from"] <= one["date"] <= h.get("to", h["from"]) for h in cohort.file.get("holidays", [])) \
            if one["date"] else False
        one["skipped"] |= off and not one["own"] and one["status"] != "held"
    return made
