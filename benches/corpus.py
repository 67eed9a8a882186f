#!/usr/bin/env python3
"""Writes a handbook of any size, twice: for mentorbook and for Hugo, with the same Markdown.

    python3 benches/corpus.py --guides 5000 FOLDER

FOLDER/mentorbook holds `content/`, FOLDER/hugo a site with benches/hugo as its theme. The text is
invented from a list of words, the same on every machine: guide 1234 is always guide 1234. A guide
has about 5.5 KB: headings, paragraphs with emphasis, lists, a table, a quotation, links to other
guides (some of them to a heading), in sections of fifty.
"""

import argparse
import pathlib
import random
import shutil

SECTION = 50
HERE = pathlib.Path(__file__).parent
PARTS = ["When this helps", "What to try", "Words to say", "If it does not work", "What to write down"]
WHO = "mentor mentee coordinator facilitator pair partner colleague newcomer".split()
DOES = ["asks about", "says", "notices", "writes down", "tries", "repeats", "leaves out", "puts off", "brings up",
        "explains", "remembers", "lets go of", "returns to", "shares", "postpones", "names"]
WHAT = ["the goal", "a first draft", "the next date", "one open question", "the hour", "an old habit", "the plan",
        "what went well", "the missed meeting", "a small step", "the reason", "a limit", "the agreement", "an example",
        "the decision", "feedback", "the application", "a conversation", "the change", "something hard to say"]
WHEN = ["before the meeting", "in the first month", "when both are tired", "at the midpoint", "after a long silence",
        "at the end of the hour", "early on", "as soon as it matters", "twice in a row", "without being asked",
        "over coffee", "by message", "on the way out", "in front of others", "for the second time"]
LINK = ["and then", "because", "even though", "so that", "while", "until", "unless", "whenever"]


def clause(r):
    return f"the {r.choice(WHO)} {r.choice(DOES)} {r.choice(WHAT)} {r.choice(WHEN)}"


def sentence(r):
    text = clause(r)
    if r.random() < 0.6:
        text += f", {r.choice(LINK)} {clause(r)}"
    words = text.split(" ")
    if r.random() < 0.25:
        at = r.randrange(1, len(words) - 2)
        mark = r.choice(["**", "*", "*", "`"])
        words[at] = mark + words[at].strip(",") + mark
    text = " ".join(words)
    return text[0].upper() + text[1:] + "."


def paragraph(r, least, most):
    return " ".join(sentence(r) for _ in range(r.randint(least, most)))


def title(r, number):
    return f"{r.choice(WHO).capitalize()} and {r.choice(WHAT)}, {r.choice(WHEN)} ({number})"


def titles(count):
    """The title of every guide: links name the guide they lead to."""
    return [title(random.Random(f"title-{n}"), n) for n in range(count)]


def place(number):
    return f"part-{number // SECTION + 1:03}", f"guide-{number:05}"


def link(r, number, count, names):
    """A link to a guide nearby, or to any other; every third to a heading."""
    other = (number + r.randint(1, 9)) % count if r.random() < 0.7 else r.randrange(count)
    folder, name = place(other)
    here, _ = place(number)
    path = f"{name}.md" if folder == here else f"../{folder}/{name}.md"
    anchor = "#" + r.choice(PARTS).lower().replace(" ", "-") if r.random() < 0.33 else ""
    return f"[{names[other]}]({path}{anchor})"


def table(r):
    rows = ["| Time | Who begins | What it is about | Minutes |", "|---|---|---|---:|"]
    for i in range(r.randint(4, 6)):
        rows.append(f"| 0:{i * 10:02} | {r.choice(WHO)} | {r.choice(WHAT)}, {r.choice(WHEN)} | {r.choice([5, 10, 15])} |")
    return "\n".join(rows)


def bullets(r, mark):
    return "\n".join(f"{mark} **{r.choice(WHAT).capitalize()}**: {sentence(r)}" for _ in range(r.randint(3, 5)))


def body(number, count, names):
    r = random.Random(f"body-{number}")
    see = lambda: f"See {link(r, number, count, names)}, or {link(r, number, count, names)}."
    return "\n\n".join([
        paragraph(r, 4, 6), see(),
        f"## {PARTS[0]}", paragraph(r, 4, 6), bullets(r, "-"),
        f"## {PARTS[1]}", paragraph(r, 3, 5), table(r), "### In the first five minutes", paragraph(r, 3, 5), see(),
        "### In the rest of the hour", bullets(r, "1."),
        f"## {PARTS[2]}", f"> “{sentence(r)} {sentence(r)}”", paragraph(r, 3, 5),
        f"## {PARTS[3]}", paragraph(r, 4, 6), bullets(r, "-"), see(),
        f"## {PARTS[4]}", paragraph(r, 4, 6),
        "Read a [longer text on this](https://example.org/code) as well.",
    ]) + "\n"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def guides(count, out, hugo):
    names = titles(count)
    order = "weight" if hugo else "order"
    index = "_index.md" if hugo else "index.md"
    for section in range((count + SECTION - 1) // SECTION):
        folder, _ = place(section * SECTION)
        r = random.Random(f"section-{section}")
        write(out / folder / index, f"---\ntitle: Part {section + 1}\n{order}: {section + 1}\n---\n{paragraph(r, 4, 5)}\n")
    for number in range(count):
        folder, name = place(number)
        r = random.Random(f"front-{number}")
        front = f'---\ntitle: "{names[number]}"\ndescription: "{sentence(r).replace("`", "")}"\n{order}: {number % SECTION + 1}\n'
        if not hugo:
            front += "kind: guide\naudience: [mentor, mentee]\n"
        write(out / folder / f"{name}.md", front + "---\n" + body(number, count, names))


PROGRAM = """schema: 1
name: Measured Mentoring
tagline: A handbook made to be measured
fictional: true
languages: [en]
timezone: Europe/Madrid
model: one_to_one
population: adult
profile: workplace
weeks: 39
min_match_weeks: 26
contacts:
  - { id: safeguarding, role: Safeguarding lead, phone: "+34 600 000 000", email: safe@example.org, reply_within: 1 day }
  - { id: coordinator, role: Coordinator, email: hello@example.org, reply_within: 2 days }
editions:
  public: { audiences: [everyone, mentor, mentee] }
"""

PHASES = """- { id: initial, name: Getting to know each other, from_week: 1, to_week: 8 }
- { id: working, name: Working, from_week: 9, to_week: 32 }
- { id: transition, name: Transition, from_week: 33, to_week: 39 }
"""


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--guides", type=int, default=5000)
    options.add_argument("folder", type=pathlib.Path)
    chosen = options.parse_args()
    ours, theirs = chosen.folder / "mentorbook", chosen.folder / "hugo"
    for old in (ours, theirs):
        shutil.rmtree(old, ignore_errors=True)
    guides(chosen.guides, ours / "content" / "guides", hugo=False)
    write(ours / "content" / "guides" / "index.md", "---\ntitle: Handbook\n---\nAll parts.\n")
    write(ours / "content" / "program.yaml", PROGRAM)
    write(ours / "content" / "phases.yaml", PHASES)
    guides(chosen.guides, theirs / "content", hugo=True)
    write(theirs / "content" / "_index.md", "---\ntitle: Handbook\n---\nAll parts.\n")
    shutil.copytree(HERE / "hugo", theirs, dirs_exist_ok=True)
    size = sum(f.stat().st_size for f in ours.rglob("guide-*.md"))
    print(f"{chosen.guides} guides, {size / chosen.guides / 1000:.2f} KB each, in {chosen.folder}")


if __name__ == "__main__":
    main()
