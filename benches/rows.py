#!/usr/bin/env python3
"""Writes a program with many cohorts and their private rows, to measure how fast rows become figures.

    python3 benches/rows.py --cohorts 1000 --matches 100 --answers 2000000 FOLDER

FOLDER/content is a small handbook with that many closed cohorts, FOLDER/private their rows: matches, endings,
participants, check-in log, and answers to six surveys each (mentees and mentors; baseline, midpoint, end). An answer is
a filled cell of a question; exactly as many are written as asked for, the rest of the cells stay empty. The
seed of a cohort is its number, so two machines measure the same bytes. Python 3.11, nothing else.
"""

import argparse
import pathlib
import random
import shutil
from datetime import date, timedelta

WAVES = ["baseline", "midpoint", "end"]
# How often 1 to 5 is answered at each wave: people rise a little.
WEIGHTS = {"baseline": [6, 20, 34, 28, 12], "midpoint": [5, 16, 32, 32, 15], "end": [4, 12, 28, 36, 20]}
REASONS = ["completed_term"] * 14 + ["goals_met_early", "life_change", "life_change_mentee", "mismatch",
                                     "gradual_dissolution", "mentor_unresponsive"]
PROGRAM = """schema: 1
name: Thousand Tandems
fictional: true
base_url: https://handbook.example.org/
languages:
  - en
timezone: Europe/Madrid
population: adult
profile: workplace
weeks: 39
min_match_weeks: 26
capacity_per_mentor: 2
contacts:
  - id: coordinator
    role: Coordinator
    email: hello@example.org
    reply_within: two days
  - id: safeguarding
    role: Safeguarding lead
    phone: "+34 600 000 000"
    hours: weekdays 9–18
emergency: "112"
policies:
  ending: ending
  rematch: ending
  safeguarding: safety
  privacy: who-sees-what
disclosure:
  population_class: adult
editions:
  public:
    audiences:
      - everyone
      - mentor
      - mentee
"""
PHASES = """- id: initial
  name: Getting to know each other
  from_week: 1
  to_week: 8
- id: working
  name: Working
  from_week: 9
  to_week: 32
- id: transition
  name: Transition
  from_week: 33
  to_week: 39
"""
CHECK_INS = """- id: midpoint
  name: Midpoint check-in
  kind: midpoint
  when:
    week: 19
  by: facilitator
  offered_to: all
  minutes: 60
"""
STORY = """Cohort {number} was to find out whether a shorter first month keeps more people in touch.

It met every other week. Two of the workshops moved, and one was left out.

## What did not work

The midpoint came late for those who had begun late, and some had no room to talk in.

## What we change

We ask for the day of the midpoint in the first week.
"""
GUIDES = {"index": "Welcome", "ending": "Ending well", "safety": "Safety and help", "who-sees-what": "Who sees what"}


def questions(count):
    head = "scales:\n  agree-5:\n    min: 1\n    max: 5\nquestions:\n"
    ids = [(f"item-{i + 1}", "mentee") for i in range(count)] + [("growth", "mentor")]
    return head + "".join(
        f"  - id: {id}\n    text: Statement {id}.\n    role: {role}\n    answer: agree-5\n    theme: outcome\n"
        "    class: ordinary\n" for id, role in ids)


def measures(count, shares):
    """Two means of half the items each, the second half's first item reversed; a share for mentors, and one for
    mentees of each of the last items."""
    rest = count - shares
    half = (rest + 1) // 2
    parts = [("first", range(1, half + 1)), ("second", range(half + 1, rest + 1))]
    text = ""
    for id, items in parts:
        if not items:
            continue
        text += f"- id: {id}\n  construct: skill\n  items:\n"
        for i in items:
            reversed_ = id == "second" and i == items[0]
            text += f"    - question: item-{i}\n      reversed: true\n" if reversed_ else f"    - item-{i}\n"
        text += "  score:\n    kind: mean\n  roles:\n    - mentee\n" + waves() + "  worthwhile_change: 0.3\n"
    text += share("growth", "growth", "mentor")
    return text + "".join(share(f"share-{i}", f"item-{i}", "mentee") for i in range(rest + 1, count + 1))


def share(id, item, role):
    construct = "mentor_growth" if role == "mentor" else "skill"
    return (f"- id: {id}\n  construct: {construct}\n  items:\n    - {item}\n  score:\n"
            f"    kind: share_at_least\n    threshold: 4\n  roles:\n    - {role}\n" + waves())


def waves():
    return "  waves:\n" + "".join(f"    - {wave}\n" for wave in WAVES)


def content(folder, count, shares):
    files = {"program.yaml": PROGRAM, "phases.yaml": PHASES, "check-ins.yaml": CHECK_INS,
             "questions.yaml": questions(count), "measures.yaml": measures(count, shares)}
    for id, title in GUIDES.items():
        files[f"guides/{id}.md"] = f"---\ntitle: {title}\naudience: [everyone]\n---\nOne paragraph, for the benchmark.\n"
    for name, text in files.items():
        write(folder / name, text)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def cohort_file(number, start, end, matches):
    text = (f"name: Cohort {number}\nstart: {start}\nend: {end}\nstatus: closed\nintake: fixed\n"
            f"data_as_of: {end + timedelta(60)}\nsurveys:\n")
    for wave in WAVES:
        for role in ("mentee", "mentor"):
            text += (f"  - id: {wave}-{role}\n    wave: {wave}\n    role: {role}\n    invited: {matches}\n"
                     "    link: person\n    promise: confidential\n")
    return text


def rows(folder, number, start, end, matches, answers, count):
    rng = random.Random(number)
    first = number * matches
    table = lambda name, columns, lines: write(folder / f"{name}.csv", columns + "\n" + "\n".join(lines) + "\n")
    ids = range(first, first + matches)
    length = (end - start).days
    reasons = {i: rng.choice(REASONS) for i in ids}
    ended = {i: end if reason == "completed_term" else start + timedelta(rng.randint(60, length - 1))
             for i, reason in reasons.items()}
    table("matches", "match,mentors,mentees,matched_on,planned_end,status,expectations_on,matched_by,criteria,site,track,"
          "model,facilitator,rematch_of,continues",
          [f"m{i:07},a{i:07},b{i:07},{start},{end},{'completed' if reasons[i] == 'completed_term' else 'ended_early'},"
           f"{start + timedelta(rng.randint(3, 40))},coordinator,,,,one_to_one,s1,," for i in ids])
    table("endings", "match,ended_on,initiated_by,reason,procedure,certified",
          [f"m{i:07},{ended[i]},{rng.choice(['scheduled', 'mutual', ''])},{reasons[i]},planned_completed,yes"
           for i in ids])
    table("participants", "person,role,language,minor,guardian_consent_on,accommodation,same_as",
          [f"{side}{i:07},{role},en,no,,none," for i in ids for side, role in (("a", "mentor"), ("b", "mentee"))])
    midpoint = start + timedelta(weeks=18)
    table("checkin-log", "match,check_in,planned_on,facilitator,held_on,result",
          [f"m{i:07},midpoint,{midpoint},s1,{midpoint if rng.random() < 0.9 else ''},continue" for i in ids
           if ended[i] > midpoint])
    responses(rng, table, ids, start, midpoint, end, answers, count)


def responses(rng, table, ids, start, midpoint, end, answers, count):
    """All cells of all surveys are drawn at once; as many as are too many become empty."""
    sides = (("mentee", "b", [f"item-{i + 1}" for i in range(count)]), ("mentor", "a", ["growth"]))
    plans = [(wave, *side) for wave in WAVES for side in sides]
    cells = [rng.choices("12345", WEIGHTS[wave], k=len(ids) * len(items)) for wave, _, _, items in plans]
    sizes = [len(one) for one in cells]
    for place in rng.sample(range(sum(sizes)), sum(sizes) - answers):
        part = 0
        while place >= sizes[part]:
            place, part = place - sizes[part], part + 1
        cells[part][place] = ""
    days = {"baseline": start - timedelta(3), "midpoint": midpoint - timedelta(3), "end": end}
    for (wave, role, side, items), given in zip(plans, cells):
        width = len(items)
        # The match is not named: some have ended by the midpoint, and their answers would be reported as late.
        lines = [f"{side}{i:07},,{days[wave]},{','.join(given[n * width:(n + 1) * width])}" for n, i in enumerate(ids)]
        table(f"responses-{wave}-{role}", "person,match,answered_on," + ",".join(items), lines)


def clear(folder):
    """Takes away what an earlier run wrote, and nothing that is not its own."""
    program = folder / "content/program.yaml"
    ours = program.exists() and program.read_text(encoding="utf-8") == PROGRAM
    if folder.exists() and any(folder.iterdir()) and not ours:
        raise SystemExit(f"{folder} is not empty, and no earlier run wrote it: choose another folder")
    for part in ("content", "private"):
        shutil.rmtree(folder / part, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cohorts", type=int, default=1000)
    parser.add_argument("--matches", type=int, default=100)
    parser.add_argument("--answers", type=int, default=2_000_000)
    parser.add_argument("--shares", type=int, default=0, help="how many of the items are measures of their own")
    parser.add_argument("--stories", action="store_true", help="a summary.md beside each cohort.yaml")
    parser.add_argument("folder", type=pathlib.Path)
    args = parser.parse_args()
    most = -(-args.answers // args.cohorts)
    # Enough items that the answers fit: three waves of mentees, and one item of mentors at each.
    count = max(2 + args.shares, -(-most // (3 * args.matches)) - 1)
    clear(args.folder)
    content(args.folder / "content", count, args.shares)
    left = args.answers
    for number in range(args.cohorts):
        id = f"c{number:04}"
        start = date(2000, 1, 3) + timedelta(weeks=number % 1200)
        end = start + timedelta(weeks=38, days=4)
        mine = -(-left // (args.cohorts - number))
        left -= mine
        write(args.folder / "content/cohorts" / id / "cohort.yaml", cohort_file(number, start, end, args.matches))
        if args.stories:
            write(args.folder / "content/cohorts" / id / "summary.md", STORY.format(number=number))
        rows(args.folder / "private/cohorts" / id, number, start, end, args.matches, mine, count)
    print(f"{args.cohorts} cohorts, {args.cohorts * args.matches} matches, {args.answers} answers in {args.folder}")


if __name__ == "__main__":
    main()
