"""Response, measures by wave and role, change of the same people."""

from collections import Counter
from fractions import Fraction
from math import sqrt

import numpy as np
from scipy.stats import t as student

from .load import day

RHO = 0.3


def figures(book, cohort):
    surveys = [Survey(book, cohort, survey) for survey in cohort.file.get("surveys", [])]
    answered = [survey for survey in surveys if survey.rows is not None]
    measures = {m["id"]: {f"{s.wave}/{s.role}": one(book, cohort, m, s) for s in answered
                          if s.wave in m["waves"] and s.role in m["roles"]} for m in book.measures}
    return {"response": {s.id: response(s) for s in surveys}, "measures": measures,
            "change": {m["id"]: changes(book, m, answered) for m in book.measures if "score" in m}}


class Survey:
    """A survey with its rows; `who` of a row is the person or the code, or None where there is neither.

    Every row counts: it is a form that was handed in, blank or not. Of several rows of one person the first in the file
    counts, one with an answer on its scale before a blank one; codes likewise.
    """

    def __init__(self, book, cohort, file):
        self.id, self.wave, self.role, self.file = file["id"], file["wave"], file["role"], file
        self.rows, seen = None, set()
        if f"responses-{self.id}" not in cohort.rows:
            return
        self.rows, read = [], []
        for row in cohort.table(f"responses-{self.id}"):
            who = book.person(row["person"]) if row.get("person") else row.get("code") or None
            given = {q: value(book, q, text) for q, text in row.items() if q in book.questions}
            read.append((who, row, given))
        for who, row, given in sorted(read, key=lambda one: all(v is None for v in one[2].values())):
            if who is not None and who in seen:
                continue
            seen.add(who)
            self.rows.append(dict(who=who, match=row.get("match"), on=day(row["answered_on"]), given=given))


def ends(book, question):
    """The ends of a question's scale, or None."""
    kind = book.questions[question]["answer"]
    fixed = {"nps": (0, 10), "goal_attainment": (-2, 2)}
    if isinstance(kind, str) and kind in book.scales:
        return book.scales[kind]["min"], book.scales[kind]["max"]
    return fixed.get(kind) if isinstance(kind, str) else None


def value(book, question, text):
    """An answer as a number, a word or a list of choices; None where empty, off its scale, or free text."""
    text, kind = text.strip(), book.questions[question]["answer"]
    if not text or kind == "text":
        return None
    if isinstance(kind, dict):
        ids = {choice["id"] for choice in kind["choices"]}
        chosen = [one.strip() for one in text.split(";") if one.strip()]
        return chosen if chosen and set(chosen) <= ids else None
    if kind == "yes_no":
        return {"yes": "yes", "true": "yes", "no": "no", "false": "no"}.get(text.lower())
    low, high = ends(book, question)
    return int(text) if text.lstrip("-").isdigit() and low <= int(text) <= high else None


def response(survey):
    """invited: of cohort.yaml, null where missing. answered: rows that count (see Survey); null where there is no
    file. rate = answered / invited."""
    invited, answered = survey.file.get("invited"), None if survey.rows is None else len(survey.rows)
    return dict(wave=survey.wave, role=survey.role, link=survey.file.get("link", "none"), invited=invited,
                answered=answered, rate=answered / invited if invited and answered is not None else None)


def score(book, measure, given):
    """The score of one response as a fraction, or None.

    mean, share_at_least: the mean of the items that are answered, a reversed one as min + max - answer; none if fewer
    than half of the items are answered. nps: the answer. goal_attainment_t: T = 50 + 10*sum(x) / sqrt((1-rho)*m +
    rho*m^2) over the m goals that are answered, each of weight 1, rho = 0.3; none if m = 0. Irrational, so a float.
    """
    kind = measure["score"]["kind"]
    got = []
    for item in measure["items"]:
        question, reverse = (item["question"], item.get("reversed", False)) if isinstance(item, dict) else (item, False)
        x = given.get(question)
        if x is not None:
            got.append(sum(ends(book, question)) - x if reverse else x)
    if not got or kind != "goal_attainment_t" and 2 * len(got) < len(measure["items"]):
        return None
    if kind == "goal_attainment_t":
        return 50 + 10 * sum(got) / sqrt((1 - RHO) * len(got) + RHO * len(got) ** 2)
    return Fraction(sum(got), len(got))


def favourable_from(book, measure):
    """The lowest favourable score. share_at_least: the threshold. nps: 9, a promoter. goal_attainment_t: 50, goals
    reached on the whole. mean: half a point above the middle of the scale (3.5 on a scale from 1 to 5). Compared
    exactly, in fractions. (`better: lower` with a score does not occur here.)"""
    kind = measure["score"]["kind"]
    if kind in ("nps", "goal_attainment_t"):
        return Fraction(9 if kind == "nps" else 50)
    if kind == "share_at_least":
        return Fraction(str(measure["score"]["threshold"]))
    item = measure["items"][0]
    return Fraction(sum(ends(book, item["question"] if isinstance(item, dict) else item)) + 1, 2)


def spread(values):
    """mean; sd with n - 1 (null for n < 2); 95% t interval of the mean (null for n < 2, or where all are equal)."""
    n = len(values)
    if not n:
        return dict(mean=None, sd=None, low=None, high=None)
    x = np.array([float(v) for v in values])
    mean, sd = x.mean(), x.std(ddof=1) if n > 1 else None
    if n < 2 or len(set(values)) == 1:
        return dict(mean=mean, sd=0.0 if n > 1 else None, low=None, high=None)
    half = student.ppf(0.975, n - 1) * sd / sqrt(n)
    return dict(mean=mean, sd=sd, low=mean - half, high=mean + half)


def one(book, cohort, measure, survey):
    """A measure at one wave, of one role.

    n: responses with a score (without a score kind: with an answer to the first item); unscored: the other responses.
    favourable: scores >= favourable_from. possible: [x/N, (x+N-n)/N] with N = invited (null without). mean, sd, low,
    high: see `spread`. nps also: promoters (9, 10), passives (7, 8), detractors, and nps = 100*(promoters -
    detractors)/n. Without a score: counts of each answer to the first item, of several choices each by itself.
    described: distinct persons who answered with a score; the distinct started matches that they are in on this side
    (the one that the row names, where it names a started one; else all of theirs); distinct mentors of these matches.
    Where the survey does not link persons, persons is n and the others are null. reworded: items that were asked in a
    former wording, the survey's `closes` being on or before the wording's `until`; [question, until].
    """
    if "score" not in measure:
        got = [(row, row["given"].get(measure["items"][0])) for row in survey.rows]
        scored = [(row, x) for row, x in got if x is not None]
        words = Counter(word for _, x in scored for word in (x if isinstance(x, list) else [x]))
        head = dict(n=len(scored), unscored=len(got) - len(scored), counts=dict(sorted(words.items())))
    else:
        got = [(row, score(book, measure, row["given"])) for row in survey.rows]
        scored = [(row, x) for row, x in got if x is not None]
        from_, n, invited = favourable_from(book, measure), len(scored), survey.file.get("invited")
        x = sum(s >= from_ for _, s in scored)
        head = dict(n=n, unscored=len(got) - n, favourable=x, favourable_from=from_,
                    possible=[x / invited, (x + invited - n) / invited] if invited else None,
                    **spread([s for _, s in scored]))
        if measure["score"]["kind"] == "nps":
            up, down = sum(s >= 9 for _, s in scored), sum(s <= 6 for _, s in scored)
            head |= dict(promoters=up, passives=n - up - down, detractors=down,
                         nps=100 * (up - down) / n if n else None)
    return {**head, "described": described(cohort, survey, [row for row, _ in scored]),
            "reworded": reworded(book, measure, survey)}


def described(cohort, survey, rows):
    if survey.file.get("link") != "person":
        return dict(persons=len(rows), matches=None, mentors=None)
    matches = {}
    for row in rows:
        mine = [m for m in cohort.matches if row["who"] in m.people(survey.role)]
        named = [m for m in cohort.matches if m.id == row["match"]]
        matches |= {m.id: m for m in named or mine}
    mentors = {who for m in matches.values() for who in m.mentors}
    return dict(persons=len({row["who"] for row in rows}), matches=len(matches), mentors=len(mentors))


def reworded(book, measure, survey):
    items = [item["question"] if isinstance(item, dict) else item for item in measure["items"]]
    return [[q, str(old["until"])] for q in items for old in book.questions[q].get("history", [])
            if survey.file.get("closes") and survey.file["closes"] <= old["until"]]


def changes(book, measure, surveys):
    """For each role and each two waves of the measure, in the order of its `waves`, where both surveys link persons,
    or both link codes: the persons (codes) with a score at both. n; rose: change > 0; fell: change < 0;
    rose_worthwhile: change >= worthwhile_change, fell_worthwhile: change <= -worthwhile_change (null where none is
    stated), compared exactly; mean, sd, low, high of the change: see `spread`. left_over: persons with a score at only
    the first, only the second wave; rows without a code are not in it. low, high are null where all changes are
    equal."""
    found = {}
    at = {(s.wave, s.role): s for s in surveys if s.file.get("link") in ("person", "code")}
    waves, worth = measure["waves"], measure.get("worthwhile_change")
    for role in measure["roles"]:
        for first, then in [(a, b) for i, a in enumerate(waves) for b in waves[i + 1:]]:
            if (first, role) not in at or (then, role) not in at:
                continue
            if at[(first, role)].file["link"] != at[(then, role)].file["link"]:
                continue
            before, after = ({row["who"]: s for row in at[(wave, role)].rows if row["who"] is not None
                              and (s := score(book, measure, row["given"])) is not None} for wave in (first, then))
            both = [after[who] - before[who] for who in before if who in after]
            limit = None if worth is None else Fraction(str(worth))
            found[f"{first}-{then}/{role}"] = dict(
                n=len(both), rose=sum(d > 0 for d in both), fell=sum(d < 0 for d in both),
                rose_worthwhile=None if limit is None else sum(d >= limit for d in both),
                fell_worthwhile=None if limit is None else sum(d <= -limit for d in both),
                **spread(both), left_over=[len(before) - len(both), len(after) - len(both)])
    return found
