"""Answers to surveys: what people felt, with the planted effects, as forms export it. No free text."""

import random
from datetime import timedelta

BELONGING = ["belong-1", "belong-2", "belong-3"]
SKILL = ["skill-1", "skill-2"]
# How much higher the mean answer lies than at the start; the same in every cohort.
RISE = {"belonging": {"baseline": 0, "midpoint": 0.2, "end": 0.40},
        "skill": {"baseline": 0, "midpoint": 0.3, "end": 0.55}}
HELD = ["skills", "decisions", "introductions", "feedback-on-work", "support"]
QUESTIONS = {
    ("baseline", "mentee"): [*BELONGING, *SKILL, "confidence-1"],
    ("baseline", "mentor"): ["confidence-1"],
    ("midpoint", "mentee"): [*BELONGING, *SKILL, "trust-feedback"],
    ("midpoint", "mentor"): ["trust-feedback"],
    ("end", "mentee"): [*BELONGING, *SKILL, "confidence-1", "trust-feedback", "program-recommend", "goal-reached-1",
                        "goal-reached-2", "meetings-held", "left-worse"],
    ("end", "mentor"): ["confidence-1", "trust-feedback", "program-recommend", "goal-reached-1", "goal-reached-2",
                        "left-worse"],
}


def whole(rng, mean, sd, low, high):
    return min(high, max(low, round(rng.gauss(mean, sd))))


def either(rng, share, high=(4, 4, 5), low=(1, 2, 2, 3, 3, 3)):
    """A favourable answer with this probability, and otherwise one of the others."""
    return rng.choice(high if rng.random() < share else low)


def answer(cohort, rng, question, wave, role, leaning, broke):
    plan, worse = cohort.plan, -0.25 if broke else 0
    if question in BELONGING or question in SKILL:
        measure, base = ("belonging", 3.2) if question in BELONGING else ("skill", 3.1)
        mean = base + leaning + RISE[measure][wave] + worse
        # The reversed item: whoever belongs more, agrees less.
        return whole(rng, 6 - mean if question == "belong-3" else mean, 0.6, 1, 5)
    if question == "confidence-1":
        end = 0.62 if role == "mentee" else plan.mentors_can_say
        start = 0.38 if role == "mentee" else 0.45
        return either(rng, (end if wave == "end" else start) + leaning / 5)
    if question == "trust-feedback":
        return either(rng, plan.change_it[role] - (0.25 if broke else 0) + leaning / 10)
    if question == "program-recommend":
        return whole(rng, plan.recommend + leaning + 4 * worse, 1.4, 0, 10)
    if question.startswith("goal-reached"):
        missing = question.endswith("2") and rng.random() < 0.35
        return None if missing else whole(rng, plan.goals + leaning + 2 * worse, 0.9, -2, 2)
    if question == "meetings-held":
        return ";".join(choice for choice in HELD if rng.random() < 0.45)
    if question == "left-worse":
        return "yes" if rng.random() < 0.04 else "no"
    # Free text is dropped when a form is imported.
    return None


def invited(cohort, wave, role):
    """Who is asked, each once, with a match: at the start those of the first matches, halfway those whose match
    runs, at the end everybody."""
    plan, people = cohort.plan, {}
    day = midpoint(plan)
    for m in cohort.began():
        if wave == "baseline" and m.rematch_of or wave == "midpoint" and not m.runs_on(day, plan.as_of):
            continue
        if wave == "midpoint" and m.until(plan.as_of) < day + timedelta(days=20):
            continue
        # Whoever had two matches speaks of the later one.
        people |= {who: m for who in (m.mentors if role == "mentor" else m.mentees)}
    return people


def midpoint(plan):
    return plan.start + timedelta(weeks=18)


def answered_on(rng, plan, wave):
    if wave == "baseline":
        return plan.start - timedelta(days=rng.randint(3, 16))
    if wave == "midpoint":
        return midpoint(plan) + timedelta(days=rng.randint(0, 18))
    return plan.end + timedelta(days=rng.randint(-6, 14))


def code(plan, who):
    """The code that somebody chooses: the same at every wave, and nothing like the id."""
    rng = random.Random(f"{plan.id}-{who}")
    return "".join(rng.choice("abcdefghijkmnpqrstuvwxyz") for _ in range(3)) + str(rng.randint(10, 99))


def one_survey(cohort, wave, role):
    cohort.draw(f"{wave}-{role}")
    plan, rng = cohort.plan, cohort.rng
    people = invited(cohort, wave, role)
    coded = role == "mentor" and plan.mentors_by_code
    linked = not coded and (wave != "end" or plan.linked_end)
    asked = list(QUESTIONS[(wave, role)])
    if plan.running and (wave, role) == ("midpoint", "mentor"):
        asked.insert(0, "mid-learning")
    rows = []
    for who, m in sorted(people.items()):
        share = plan.response[wave] * (0.5 if m.broke() and wave != "baseline" else 1)
        if rng.random() > share:
            continue
        row = {"answered_on": answered_on(rng, plan, wave)}
        if coded:
            # Not everybody remembers the code, or gives one.
            row["code"] = code(plan, who) if rng.random() < 0.88 else None
        elif linked:
            # At the start the second id of a person did not exist yet.
            first = cohort.people[(who, role)]
            early = wave == "baseline" and first and (first, role) in cohort.people
            row["person"] = first if early else who
            row["match"] = None if early or rng.random() < 0.04 else m.id
        leaning = cohort.world.leanings[who]
        for question in asked:
            given = answer(cohort, rng, question, wave, role, leaning, m.broke() and wave != "baseline")
            row[question] = given if rng.random() < 0.975 else None
        rows.append(row)
    columns = (["person", "match"] if linked else ["code"] if coded else []) + ["answered_on", *asked]
    return columns, rows, len(people)


def files(cohort):
    """Every survey that had closed when the data were brought up to date."""
    waves = [wave for wave in ("baseline", "midpoint", "end") if wave in cohort.plan.response]
    return {f"{wave}-{role}": one_survey(cohort, wave, role) for wave in waves for role in ("mentee", "mentor")}
