"""Funnel, completion, endings, retention."""

from collections import Counter

import numpy as np
from lifelines import KaplanMeierFitter
from scipy.stats import norm

from .load import may_be_held, sessions

CELLS = ["as_planned", "goals_met", "circumstances", "relationship", "unknown", "running", "status_not_recorded"]
EARLY = ["circumstances", "relationship", "unknown"]


def figures(book, cohort):
    return {
        "matches_started": len(cohort.matches),
        "completion": completion(cohort),
        "endings": endings(cohort),
        "early_endings_by_quarter": quarters(cohort),
        "retention": retention(cohort),
        "funnel": {"match": {**of_matches(cohort), "trained": trained_sides(book, cohort)},
                   "mentor": of_people(book, cohort, "mentor"),
                   "mentee": of_people(book, cohort, "mentee")},
    }


def endings(cohort):
    """n: started matches; each is in one cell, and they sum to n.

    Status `completed`: goals_met where the reason is goals_met_early, else as_planned, whatever the reason says.
    Running (see rows.py): running. Otherwise the group of the reason, as content-model.md has it, with declined_to_say,
    held_elsewhere, other and unknown in `unknown`; without a reason, `unknown` for ended_early and rematched, and
    status_not_recorded for the rest. `unknown_because` tells `unknown` apart: the reason, or not_recorded.
    `reasons`, `initiated_by`, `procedure`, `certified` count the words of endings.csv of started matches, "" where the
    cell is empty; matches without a row there are not in them.
    """
    count = Counter(m.group for m in cohort.matches)
    unknown = Counter(m.reason or "not_recorded" for m in cohort.matches if m.group == "unknown")
    ids = {m.id for m in cohort.matches}
    rows = [row for row in cohort.table("endings") if row["match"] in ids]
    count_of = lambda key: dict(sorted(Counter(row[key] for row in rows).items()))
    words = {key: count_of(key) for key in ("initiated_by", "procedure", "certified")}
    return {"n": len(cohort.matches), **{cell: count[cell] for cell in CELLS},
            "unknown_because": dict(sorted(unknown.items())), "reasons": count_of("reason"), **words}


def completion(cohort):
    """n: started matches. yes: as_planned and goals_met; no: circumstances, relationship, unknown; not_yet: running;
    not_recorded: status_not_recorded (cells of `endings`). of_all = yes / n; of_recorded = yes / (yes + no)."""
    e = Counter(m.group for m in cohort.matches)
    yes, no, n = e["as_planned"] + e["goals_met"], sum(e[g] for g in EARLY), len(cohort.matches)
    return dict(n=n, yes=yes, no=no, not_yet=e["running"], not_recorded=e["status_not_recorded"],
                of_all=yes / n, of_recorded=yes / (yes + no) if yes + no else None)


def quarters(cohort):
    """Matches of the groups circumstances, relationship and unknown, by the quarter of their own planned length
    (`planned_end` less `matched_on`) in which they ended: floor(4 * length at ended_on / planned length) + 1, at most
    4. `unknown` where a date is missing."""
    count = Counter()
    for m in cohort.matches:
        if m.group in EARLY:
            known = m.matched_on and m.ended_on and m.planned_end
            count[str(min(4, 4 * m.length(m.ended_on) // m.planned() + 1)) if known else "unknown"] += 1
    return {cell: count[cell] for cell in ("1", "2", "3", "4", "unknown")}


def durations(cohort):
    """(days, kind) of each started match whose days are known; kinds: event, competing, censored."""
    found, left_out = [], 0
    for m in cohort.matches:
        end, kind = m.ended_on, "event"
        if m.group == "running":
            end, kind = cohort.as_of, "censored"
        elif m.group == "as_planned":
            end, kind = m.ended_on or m.planned_end, "censored"
        elif m.group == "goals_met":
            kind = "competing"
        if m.group == "status_not_recorded" or not (end and m.matched_on and m.planned_end):
            left_out += 1
            continue
        if kind in ("event", "competing") and end >= m.planned_end:
            kind = "censored"
        found.append((m.length(end), kind))
    return sorted(found), left_out


def retention(cohort):
    """Kaplan-Meier over started matches, in days of `length` (pauses stop the clock).

    event: an ending before `planned_end` of the groups circumstances, relationship or unknown, at its length on
    `ended_on`. competing: goals met before `planned_end`, taken out of risk at that length like a censored one.
    censored: as_planned on `ended_on`, else on `planned_end`; running on the as-of day; an ending on or after
    `planned_end` on its day. left_out: status_not_recorded, and those without a needed date.
    Events come before censorings of the same day. L is `end` less `start` of the cohort in days; `at` holds, for
    t = L/4, L/2, 3L/4, L: survival S(t), at_risk (days >= t), events (days <= t), and the 95% log-log interval
    S^exp(+-z*se), se = sqrt(sum d/(n(n-d))) / |ln S|; [1, 1] at S = 1, [0, 0] at S = 0.
    `durations` lists [days, kind], sorted.
    """
    rows, left_out = durations(cohort)
    days, events = np.array([d for d, _ in rows]), np.array([kind == "event" for _, kind in rows])
    fitted = KaplanMeierFitter().fit(days, events)
    length = (cohort.file["end"] - cohort.file["start"]).days
    at = []
    for quarter in (1, 2, 3, 4):
        t = length * quarter / 4
        s, low, high = greenwood(days, events, t)
        assert abs(s - fitted.predict(t)) < 1e-12
        bounds = fitted.confidence_interval_.loc[:t].iloc[-1]
        assert s in (0, 1) or max(abs(bounds.iloc[0] - low), abs(bounds.iloc[1] - high)) < 1e-9
        at.append(dict(day=t, survival=s, low=low, high=high, at_risk=int((days >= t).sum()),
                       events=int((events & (days <= t)).sum())))
    return dict(n=len(rows), left_out=left_out, length=length, at=at, durations=[list(row) for row in rows])


def greenwood(days, events, t):
    survival, sum_ = 1.0, 0.0
    for time in np.unique(days[events & (days <= t)]):
        n, d = int((days >= time).sum()), int((events & (days == time)).sum())
        survival *= 1 - d / n
        sum_ += d / (n * (n - d)) if n > d else np.inf
    if survival in (0.0, 1.0):
        return survival, survival, survival
    width = norm.ppf(0.975) * np.sqrt(sum_) / abs(np.log(survival))
    return survival, survival ** np.exp(width), survival ** np.exp(-width)


def at_midpoint(cohort, m):
    """Whether a match was there when half of its own planned length had passed: y, n, r (running, not yet), u."""
    if m.group == "as_planned":
        return "y"
    end = cohort.as_of if m.group == "running" else m.ended_on
    if m.group == "status_not_recorded" or not (end and m.matched_on and m.planned_end):
        return "u"
    return "y" if 2 * m.length(end) >= m.planned() else "r" if m.group == "running" else "n"


def is_complete(m):
    return {"as_planned": "y", "goals_met": "y", "running": "r", "status_not_recorded": "u"}.get(m.group, "n")


def stages(names, paths):
    """Of each stage: yes, no, not_recorded, not_yet over all paths; and how often each path occurs."""
    words = dict(y="yes", n="no", u="not_recorded", r="not_yet")
    each = {name: {word: sum(path[i] == letter for path in paths) for letter, word in words.items()}
            for i, name in enumerate(names)}
    return dict(n=len(paths), stages=each, paths=dict(sorted(Counter(paths).items())))


def of_matches(cohort):
    """n: started matches. midpoint: not ended when half of its own planned length (length: pauses do not count) had
    passed, 2 * length >= planned; always so for as_planned. completed: as in `completion`. A path is one letter per
    stage: y yes, n no, u not recorded, r running and not yet there."""
    return stages(["midpoint", "completed"], [at_midpoint(cohort, m) + is_complete(m) for m in cohort.matches])


def training(book, cohort, role):
    """The rows of attendance.csv, status filled in, of the sessions that prepare this role: {person: [(date, status)]}.
    Those are of kind training (mentors) or orientation (mentees), timing pre_match, neither called off nor after the
    as-of day (see `load.may_be_held`); the date may be None."""
    kind, known, rows = "training" if role == "mentor" else "orientation", sessions(book, cohort), {}
    for row in cohort.table("attendance"):
        s = known[row["session"]]
        if row["status"] and s["kind"] == kind and s["timing"] == "pre_match" and may_be_held(cohort, s):
            rows.setdefault(book.person(row["person"]), []).append((s["date"], row["status"]))
    return rows


def trained_for(rows, m):
    """y: present in one of these rows that is in time for the match: not dated after `matched_on`, or one of the two
    days is not known; n: there are such rows, none present; u: there are none."""
    words = {word for on, word in rows if not (on and m.matched_on and on > m.matched_on)}
    return "y" if "present" in words else "n" if words else "u"


def trained_sides(book, cohort):
    """Of each side, over started matches: not_trained: somebody's letter (see `trained_for`) is n; trained: everybody's
    is y, and there is somebody; not_recorded: the rest."""
    found = {}
    for role in ("mentor", "mentee"):
        rows, count = training(book, cohort, role), Counter()
        for m in cohort.matches:
            letters = {trained_for(rows.get(who, []), m) for who in m.people(role)}
            count["not_trained" if "n" in letters else "trained" if letters == {"y"} else "not_recorded"] += 1
        found[role] = {word: count[word] for word in ("trained", "not_trained", "not_recorded")}
    return found


def of_people(book, cohort, role):
    """n: persons with a row of this role in applicants.csv. `matched_without_application` more are in a started match
    on this side without one, and in nothing else here. Stages, as letters (see match):
    applied    always y.
    trained    y: present at a session of `training` that was in time for one of the person's started matches on this
               side (see `trained_for`), or at any, where there is no match; n: rows of such sessions, none present;
               u: no such rows.
    matched    y: on this side of a started match; n: else, if one application says eligible, declined, waitlisted or
               withdrew; u: otherwise.
    midpoint, completed   the best over the person's started matches on this side, in the order y, r, u, n; for
               persons without a match the letter of `matched`.
    """
    rows = [row for row in cohort.table("applicants") if row["role"] == role]
    words = {}
    for row in rows:
        words.setdefault(book.person(row["person"]), set()).add(row["status"])
    came = training(book, cohort, role)
    best = lambda letters: next(letter for letter in "yrun" if letter in letters)
    paths = []
    for who, status in words.items():
        mine = [m for m in cohort.matches if who in m.people(role)]
        listed = came.get(who, [])
        letters = {trained_for(listed, m) for m in mine} if mine else {"y" if w == "present" else "n" for _, w in listed}
        trained = next((letter for letter in "yn" if letter in letters), "u")
        matched = "y" if mine else "n" if status & {"eligible", "declined", "waitlisted", "withdrew"} else "u"
        later = [matched] * 2
        if mine:
            later = [best([at_midpoint(cohort, m) for m in mine]), best([is_complete(m) for m in mine])]
        paths.append("y" + trained + matched + "".join(later))
    there = {who for m in cohort.matches for who in m.people(role)}
    return {**stages(["applied", "trained", "matched", "midpoint", "completed"], paths),
            "matched_without_application": len(there - set(words))}
