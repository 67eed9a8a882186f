# Every word of the interface, in English. Templates write { t(key="…") };
# pages ask for theirs by the same keys. A translation holds the same keys.

## Every page

skip-to-text = Skip to the text
menu = Menu
main-navigation = Main
section-navigation = This section
breadcrumbs = Where this page stands
other-sections = Other sections
on-this-page = On this page
reading-order = Reading order
previous-page = Previous
next-page = Next
last-changed = Last changed on { $date }.
edit-page = Edit this page
print = Print
light = Light
dark = Dark
fictional = { $name } is a fictional program. Its people and figures are invented.
safety-question = Worried about someone’s safety?
# $verb is “call” or “write”; $contact is a phone number or an address, already a link.
safety = { $verb ->
    [write] Write to the { $role }, { $contact }.
   *[call] Call the { $role }, { $contact }.
}
safety-hours = { $verb ->
    [write] Write to the { $role }, { $contact }, { $hours }.
   *[call] Call the { $role }, { $contact }, { $hours }.
}
safety-emergency = In immediate danger, call { $number }.
safety-not-here = Do not write it here.
in-immediate-danger = In immediate danger, call
read-more = Read more
contents = Contents
week = Week
weeks = Weeks
date = Date
time = Time
starts = Starts
to-be-set = to be set
what-happens = What happens
with-whom = With whom
for-whom = For whom
add-to-calendar = Add to calendar
whom-to-write-to = Whom to write to
contact-instead = If it is about them:

## The year

the-year = The year
phases = Phases
ruler = The year: { $weeks } weeks

## Home and role homes

where-do-you-come-in = Where do you come in?
your-next-date = Your next date
not-going-well = If it is not going well
worth-having-at-hand = Worth having at hand
choose-your-cohort = Choose your cohort
not-your-cohort = Not your cohort?
whole-schedule = the whole schedule
weeks-around-you = The weeks around you
show-all-weeks = Show all weeks
nothing-this-week = Nothing on the calendar this week
first-meeting-on = When did you two first meet?

## Check-ins and phases

all-check-ins = All check-ins
your-sheet = Your sheet, before you come
when-it-is = When it is
another-date = If you need another date, or would rather not
questions-asked-here = What is asked
what-may-follow = What may follow
phase-entry = Questions on the way in
phase-exit = Questions before you leave it
phase-redesign = What to redesign
phase-check-ins = Check-ins in this phase
peer-questions = Questions for the meeting
meeting = Meeting
dates-of = Dates: { $name }
which-is-it = Which is it?

## Run sheets and sheets

start-with-clock = Start with a clock
begins-at = Begins at
presenter = Clock
left-in-step = left in this step
of-total = of { $total }
step-back = Back
step-forward = Next step
pause = Pause
go-on = Go on
leave-presenter = Leave
may-say-aloud = I may say this aloud
sheet-stays-here = What you type stays on this page and is gone when you leave it. Print it to keep it.
belongs-to-this = What belongs to this

## Question bank

pick-theme-and-phase = Pick a theme and a phase
also = Also
who-answers = Who answers
anyone = Anyone
words-in-question = Words in the question
all-questions = All questions
near-this = Near this
shown-of = { $shown } of { $total }
show-all = Show all
print-as-cards = Print as cards
asked-at = Asked at
where-asked = Where it is asked
asked-nowhere = On no schedule. Take it into a meeting when you need it.
possible-answers = Possible answers
earlier-wordings = Earlier wordings
wordings-not-joined = Answers to different wordings are never joined in one series.
until-date = until { $date }

## Cohorts

schedule = Schedule
calendar = Calendar
calendar-file = Subscribe, or download the file
calendar-how = Opens in any calendar. Times are local to the program.
dates-and-pauses = Other dates
other-cohorts = Other cohorts
outcomes = What came of it
design-in-force = The design of this cohort
handbook-revision = Runs with handbook { $revision }.

## Search

search = Search
search-label = Search the handbook
search-loading = Fetching the index…
search-none = Nothing found. Try fewer letters, or another word.
search-count = Passages found: { $count }
search-needs-script = Search needs JavaScript. The handbook’s contents list every page without it.
filter-role = For
filter-phase = Phase
filter-kind = Kind
everything = everything

## Lost readers

not-found = This page is not here
not-found-text = It may have moved, or its address may hold a typing error.
moved = Moved: { $title }
moved-here = This page has moved here

## What the pages say of the program's data
## In facts, *…* marks the words that carry the fact.

language-name = English
date-range = { $from } to { $to }
yes = yes
no = no
everyone = everyone
edition-stamp = { $name } edition
nav-handbook = Handbook
nav-check-ins = Check-ins
nav-questions = Questions
nav-cohorts = Cohorts
handbook = Handbook
phases-title = Phases of the year
check-ins-title = Check-ins
questions-title = Question bank
questions-lead = { $n ->
    [one] One question, and where it is asked.
   *[other] { $n } questions: what they ask, when, and of whom. Pick a cell of the table to see its questions.
}
peer-meetings-title = Mentors meet mentors
peer-meetings-lead = Difficulty is the normal texture of good mentoring. Here mentors say so to each other.
endings-title = Endings and rematching
cohorts-title = Cohorts
cohorts-lead = Each group of people that started together: when, how, and what came of it.
contacts-title = Whom to write to or call
contacts-lead = Any of these people will pass you on if you ask the wrong one.
glossary-title = Words we use
glossary-lead = What the words in this handbook mean here.
glossary-plural = plural: { $word }
search-title = Search
print-all-title = The whole handbook
print-stamp = Last changed on { $date }
not-found-title = This page is not here
footer-print = Print the handbook
footer-contacts = Contacts
footer-glossary = Glossary
all-sections = All sections
pages-n = { $n ->
    [one] one page
   *[other] { $n } pages
}
source = Source: { $source }
license = Licence: { $license }
source-license = Source: { $source }. Licence: { $license }.
from-date = from { $date }

week-n = Week { $n }
weeks-n = { $n ->
    [one] one week
   *[other] { $n } weeks
}
weeks-range = Weeks { $from }–{ $to }
weeks-spoken = weeks { $weeks }
every-n-weeks = { $n ->
    [1] Every week
    [2] Every second week
    [3] Every third week
    [4] Every fourth week
   *[other] Every { $n } weeks
}
minutes-n = { $n ->
    [15] a quarter of an hour
    [30] half an hour
    [60] one hour
    [90] an hour and a half
    [120] two hours
    [180] three hours
   *[other] { $n } minutes
}
ruler-label = { $weeks }: { $what }
ruler-spoken = { $label }, of { $total } weeks
moment-facilitated = { $weeks }, with a facilitator
moment-closing = Closing
with-a-facilitator = With a facilitator from outside.
stave-peer-meetings = Mentors meet mentors

fact-for = For *{ $who }*
for-audience = for { $who }
fact-reading = { $n ->
    [one] *One minute* to read
   *[other] *{ $n } minutes* to read
}
fact-asked = Asked at *{ $where }*
fact-both-answer = Both answer
fact-role-answers = *{ $role }* answer
fact-scale = , from { $min } to { $max }
fact-theme = About *{ $theme }*
held-by-pair = Between the *two of you*
held-by-staff = With the *coordinator*
held-by-facilitator = With a *facilitator* from outside

role-home-mentor = Your year as a mentor
role-home-mentee = Your year as a mentee
role-home-year = Your year as { $role }
role-home-weeks = Your { $weeks } weeks as { $role }
role-home-facilitator = Running a conversation
role-home-coordinator = The coordinator’s year
role-home-mentor-lead = What to do now, what to ask in your next meeting, and whom to write to.
role-home-mentee-lead = What to do now, what to ask for in your next meeting, and whom to write to.
role-home-facilitator-lead = The run sheets, both sheets and the dates: open this page an hour before you begin.
role-home-coordinator-lead = Every date of the cohort in one place, and the guides for the work behind it.
role-questions = { $n ->
    [one] A question for your next meeting
    [2] Two questions for your next meeting
    [3] Three questions for your next meeting
   *[other] Questions for your next meeting
}
role-week = Week { $week } of { $total }.
role-phase-begins = { $phase } begins.
role-phase = { $phase }.
phase-begins = { $phase } begins
with-your = Your { $who }
with-your-facilitated = Your { $who } and a facilitator
role-before = { $cohort } begins on { $date }.
role-after = { $cohort } ended on { $date }.
trouble-stuck = Stuck?
trouble-stuck-text = Things to try in the next meeting, one at a time.
trouble-missed = Missed a meeting?
trouble-missed-text = What to write, and what to do next.
trouble-stop = Want to stop?
trouble-stop-text = No blame. Whom to ask, and how long it takes.
trouble-rematch = Want someone else?
trouble-rematch-text = How to ask for a rematch, and the words for it.
door-mentor = You give time, and say what you cannot give. Start the next meeting with a good question.
door-mentee = You bring the direction. Find words for asking, changing and stopping.
door-facilitator = You hold the conversation in the middle. Run sheet, both sheets and the clock.
door-facilitator-link = Run a midpoint
door-coordinator = You keep the whole cohort on course. The year’s work, by week and by hour.
door-everyone-title = Everyone else
door-everyone = You want to judge for yourself. Who took part, when, and what came of it.
door-everyone-link = The cohorts

check-in-informal = Questions inside meetings
check-in-monitoring = We get in touch
check-in-midpoint = Midpoint check-in
check-in-phase_transition = Redesign
check-in-end_individual = Looking back, alone
check-in-end_collective = Looking back, together
check-in-closure = Is the work done?
sheets-text = Each of you writes apart, a day or two before.
sheets-minutes = { $time } are enough.
asked-of-both = Asked of both
asked-of = Asked of { $who }
heard-by = What you say stays between you and { $who }.
tools = For this check-in
tools-facilitators = For facilitators
run-sheet = Run sheet
run-sheet-minutes = Run sheet, { $time }
result-continue = Continue
result-continue-text = It works. You carry on as you are.
result-adjust = Adjust
result-adjust-text = You change something, with a date.
result-pause = Pause
result-pause-text = You stop for a while. The clock stops too.
result-rematch = Rematch
result-rematch-text = You part, and look for someone else.
result-end = End
result-end-text = You part, with thanks and a last conversation.
asked-expectations = The conversation at the outset
asked-exit = Leaving “{ $phase }”
asked-redesign = Redesign after “{ $phase }”
asked-measure = Survey: { $measure }
asked-wave-baseline = at the start
asked-wave-midpoint = in the middle
asked-wave-end = at the end
asked-wave-follow_up = some time after

sheet-of = { $id ->
    [mentor] The { $role }’s sheet
   *[other] The { $role }’s sheet
}
sheet-both = The sheet for both
sheet-expectations = Expectations
set-role = { $name }: questions for the { $role }
set-all = { $name }: all questions
blank-check-in = { $when }, on
blank-date = Date
blank-at = at
nps-low = not at all likely
nps-high = very likely
seen-by-self = You keep this sheet.
seen-by-self-text = Others hear only what you choose to say.
seen-by-others = Read by you and { $who }.
seen-by-others-text = Nobody else sees it.
seen-by-two = The two of you keep this sheet.
seen-by-two-text = The program hears that it is written, and when; nothing else.
seen-by-unstated = Ask who reads this before you write.
seen-by-unstated-text = The program has not said so here.
reader-self = you
reader-other = the other person
reader-mentor = your mentor
reader-mentee = your mentee
reader-facilitator = the facilitator
reader-coordinator = the coordinator
reader-staff = the program’s staff
contact-reply = Answers within { $time }

bank-start = Start
bank-end = End
bank-group = { $theme }: { $when }
bank-mirrored = Mirrored for the mentor:
bank-wording = Reworded after { $date }. Before: “{ $text }”
wording-for = For { $role }
question-description = “{ $question }”: where it is asked, of whom, and how it is answered.
theme-expectations = Expectations and limits
theme-rhythm = Rhythm
theme-needs = Unmet needs
theme-trust = Trust
theme-goals = Goals and skills
theme-reverse-learning = What the mentor learns
theme-independence = Independence and ending
theme-outcome = Outcome items
theme-peer = Peer meetings
theme-probe = Facilitator’s probes
theme-program = On the program

status-planned = planned
status-active = running
status-closed = ended
intake-fixed = Everybody *starts together*
intake-rolling = People *join at any time*
cohort-description = { $cohort }, { $dates }: the schedule, how the cohort runs, and what came of it.
date-to-be-set = Date to be set
no-sessions = Nothing is held on these days.
unit-hours = hours
unit-minutes = minutes
unit-weeks = weeks
unit-calls = calls
unit-people = people
choice-field = field
choice-skills = skills
choice-availability = availability
choice-facilitator = a facilitator
choice-pair = the two alone
session-cancelled = Cancelled
session-skipped = Left out
session-moved = Moved from { $date }
session-optional = Come if you like

way-done = The work is done
way-done-text = You have what you came for. Saying so is a success, on any day of the year.
way-rematch = It is not working
way-rematch-text = Nobody has to be at fault. How to ask for someone else.
way-stop = You want to stop
way-stop-text = Any of you may, at any time. Whom to ask, and what happens then.

notice-draft = A draft.
notice-draft-text = This page is being written. Do not rely on it yet.
notice-untranslated = Not yet in English.
notice-untranslated-text = You are reading the page in the language it was written in.
notice-untranslated-story = The story of this cohort stands in the language it was written in.
notice-stale = The translation is behind.
notice-stale-text = The original has changed since this page was translated.

kind-guide = Guides
kind-script = Scripts
kind-worksheet = Sheets
kind-policy = Policies
kind-question = Questions
kind-check-in = Check-ins
kind-phase = Phases
kind-cohort = Cohorts
kind-measure = Measures
kind-term = Words

term-program = { $n ->
    [one] program
   *[other] programs
}
term-cohort = { $n ->
    [one] cohort
   *[other] cohorts
}
term-match = { $n ->
    [one] match
   *[other] matches
}
term-mentor = { $n ->
    [one] mentor
   *[other] mentors
}
term-mentee = { $n ->
    [one] mentee
   *[other] mentees
}
term-coordinator = { $n ->
    [one] coordinator
   *[other] coordinators
}
term-facilitator = { $n ->
    [one] facilitator
   *[other] facilitators
}
term-phase = { $n ->
    [one] phase
   *[other] phases
}
term-check_in = { $n ->
    [one] check-in
   *[other] check-ins
}
term-session = { $n ->
    [one] session
   *[other] sessions
}
term-closure = { $n ->
    [one] closure
   *[other] closures
}
term-rematch = { $n ->
    [one] rematch
   *[other] rematches
}
term-survey = { $n ->
    [one] survey
   *[other] surveys
}
term-wave = { $n ->
    [one] wave
   *[other] waves
}
term-measure = { $n ->
    [one] measure
   *[other] measures
}
term-finding = { $n ->
    [one] finding
   *[other] findings
}
term-design_change = { $n ->
    [one] design change
   *[other] design changes
}
term-edition = { $n ->
    [one] edition
   *[other] editions
}
meaning-program = All of it: the people, the year, this handbook and what we learn from it.
meaning-cohort = The people who start together and share one calendar.
meaning-match = A mentoring relationship, from the first meeting to the last conversation.
meaning-mentor = Someone already at work in a field, who gives time and says what they cannot give.
meaning-mentee = Someone finding their way, who brings the direction.
meaning-coordinator = The person who runs the program. Write to them first.
meaning-facilitator = Someone from outside who holds a conversation and keeps the time. They have no stake in the outcome.
meaning-phase = A stretch of the year with its own task. Each ends with a redesign.
meaning-check_in = A set occasion to ask how the relationship is working, and to change it.
meaning-session = Anything that stands on the calendar.
meaning-closure = Ending on purpose: a last conversation, thanks, and what happens next.
meaning-rematch = A new beginning with someone else, after an ending without blame.
meaning-survey = Questions asked of everybody at the same time, to learn about the program, not about you.

minutes-short = { $n } min
html-table = Table
html-notes = Notes
html-back = Back to the text
html-done = Done
html-to-do = To do
html-note = Note
html-tip = Tip
html-important = Important
html-warning = Take care
html-caution = Caution
role-both = Both
stave-informal = Questions in meetings
stave-monitoring = We get in touch

## Figures: sentences that a number chooses

told-of = { $x } of { $n }
told-or-more = { $x } or more of { $n }
told-or-fewer = { $x } or fewer of { $n }
told-percent-of = { $percent }%
told-percent-or-more = { $percent }% or more
told-percent-or-fewer = { $percent }% or fewer
told-similar = similar cohorts { $low }% to { $high }%
told-cell = { $count } { $name }
told-answer = { $answer }: { $figure }
told-unrecorded = { $count } not recorded: so { $low }% to { $high }%
told-of-all = of { $n }
told-others-unknown = The others: no, or not recorded.
told-too-few = fewer than { $group }
told-not-shown = not shown
told-mean = { $mean }
told-mean-or-lower = { $mean } or lower
told-mean-or-higher = { $mean } or higher
told-scale = the mean, on a scale from { $low } to { $high }
told-answered = { $answered } or more of { $n } answered.
why-coded = “Or more” and “or fewer” protect the few people on the other side.
why-too-few = Too few people to publish figures safely; it takes more where one person may be counted several times or know several of the others.
why-few-in-cell = Not shown: it could tell of very few people.
why-few-answers = Not shown: fewer than 20 people answered enough of this.
why-pooled = Not shown for one cohort: answers to this question are told of several closed cohorts together, or not at all.
why-one-cohort = Not shown: nearly all of the answers come from one cohort.
why-running = Told when the cohort is closed.
why-redefined = Not shown: it was counted under another definition than the one of today.
cell-yes = yes
cell-no = no
cell-completed = completed
cell-ended-early = ended early
cell-not-recorded = not recorded
cell-as-planned = as planned
cell-goals-met = goals met early
cell-first-half = in the first half
cell-second-half = in the second half
cell-circumstances = circumstances
cell-relationship-or-support = the relationship or our support
cell-life-change = a change in somebody’s life
cell-program-or-request = the program ended, or somebody asked to leave
cell-mismatch = they did not suit each other
cell-contact-lost = contact was lost
cell-expectations-or-support = expectations not met, or too little support
cell-held = held
cell-not-held-or-not-recorded = not held, or not recorded
cell-matched = matched
cell-no-further = no further
cell-trained = trained
cell-not-trained = not trained
cell-favourable = favourable
cell-others = other answers
figure-started = Began
figure-completion = Completed, or met their goals early
figure-completed-how = How they completed
figure-ended-early-when = When the others ended
figure-ended-early-why = Why the others ended
figure-ended-early-why-circumstances = Which circumstances ended the others
figure-ended-early-why-relationship-or-support = What in the relationship or our support ended the others
figure-ended-early-first-half = Ended in the first half, by quarter
figure-ended-early-second-half = Ended in the second half, by quarter
figure-expectations = Expectations written down
figure-contact-first-month = In touch with us in the first month, as promised
figure-mentor-hours = Hours that mentors gave, as far as recorded
figure-were-mentees = { $matches } of which a mentor was a mentee of a cohort that had ended
figure-mentees-applied = { $matches } that began, and people who applied as mentees and went no further
figure-mentees-trained = { $matches } whose mentees were all trained
figure-mentors-applied = { $matches } that began, and people who applied as mentors and went no further
figure-mentors-trained = { $matches } whose mentors were all trained
figure-peer-meetings-half = { $matches } whose mentors came to half or more of all the cohort’s peer meetings with a list of who came
figure-peer-meetings-held = Peer meetings held
figure-peer-meetings-planned = Peer meetings planned
figure-sessions-held = Sessions held
figure-answered = Answered
figure-invited = Asked
figure-check-in = { $name }: held
figure-check-in-once = { $name }: held at least once
wave-baseline = Start
wave-midpoint = Midpoint
wave-end = End
wave-follow_up = Later

## Outcome page

outcome-headline = { $x } of { $n } { $matches } saw it through.
outcome-headline-known = { $x } of { $n } { $matches } are known to have seen it through.
outcome-headline-or-more = { $x } or more of { $n } { $matches } saw it through.
outcome-headline-or-fewer = { $x } or fewer of { $n } { $matches } are known to have seen it through.
outcome-aim = We aim for { $aim }.
outcome-aim-reached = We aim for { $aim }, and this cohort reached it.
aim-50 = half
aim-60 = three in five
aim-67 = two in three
aim-70 = seven in ten
aim-75 = three in four
aim-80 = four in five
aim-90 = nine in ten
outcome-about = about { $n }
outcome-hours = Hours given, as far as recorded
outcome-closed = Closed
outcome-questions = Questions to
outcome-quarter = { $quarter ->
    [1] first
    [2] second
    [3] third
   *[4] fourth
} quarter of { $year }
outcome-too-few-title = Too few people to publish figures safely
outcome-too-few = A figure of fewer than { $group } could tell what one person did or said. What can be told is the story.
outcome-short = In short
outcome-what = What
outcome-result = Result
outcome-range = From 0 to 100%
outcome-target = Target
outcome-target-none = none
outcome-target-is = target { $target }
outcome-target-score = The target is a score, and here the answers are told as a share.
outcome-midpoint = Still meeting at the midpoint, or done by then
outcome-closing = Closing conversation held
outcome-of-completed = of the { $matches } that completed
outcome-of-as-planned = of the { $matches } that ended as planned
outcome-key-dot = result
outcome-key-range = range for similar cohorts
outcome-key-target = target
outcome-key-coded = “or more”, “or fewer”
outcome-key-undecided = depends on what was not recorded
outcome-sure = How sure we are
outcome-sure-all = These are all the { $matches } there were, not a sample of them. Small numbers move easily, though.
outcome-sure-then = These are all the { $matches } that were known at the release, not a sample of them. Small numbers move easily, though.
outcome-sure-range = If chance alone varied, similar cohorts might have shown { $low }% to { $high }% for “{ $name }”.
outcome-sure-wide = That is wide: a few { $matches } more or less would change the picture.
outcome-sure-answers = Such a range does not allow for people who did not answer.
outcome-sure-aim = Whether this cohort reached what we aim for, these figures cannot say.
outcome-sure-coded = “Or more” and “or fewer” protect the few people on the other side: whether there are any is not told.
outcome-sure-unrecorded = What nobody wrote down is told as not recorded, and counted neither as a yes nor as a no. Where a share is told of all, the others are a no, or not recorded.
outcome-funnel = From applying to completing
outcome-funnel-note = Bars to one scale, counted in { $matches }; whoever applied and is in none counts as one. Striped: not recorded, or not told apart.
outcome-applied = { $matches } that began, and people who applied as mentees and are in none
outcome-matched = { $matches } that began
outcome-trained = Of these, with all mentees trained before
outcome-completed = Completed, or met their goals
cell-still-meeting = still meeting, or completed
cell-ended-before = ended early before that
cell-no-reason = ended early, for another reason or none on record
outcome-learned = What each side learned
outcome-learned-note = Asked of both, because both are meant to gain.
outcome-answered = { $wave }: { $answered } of { $n } answered.
outcome-answered-unknown = { $wave }: { $answered } answered; how many were asked is not recorded.
outcome-few-answered = { $wave }: { $answered } of { $n } answered ({ $percent }%)
outcome-below-60 = Fewer than six in ten: beside each share of those who answered stands what it could be, had everybody answered. Means and changes stand without it.
outcome-below-40 = Fewer than four in ten: too few to compare with anything. Beside each share of those who answered stands what it could be, had everybody answered. Means stand without it.
outcome-possible = had everybody answered: { $low }% to { $high }%
outcome-rose = { $figure }: rose by { $by } or more, { $from } to { $to }
outcome-fell = { $figure }: fell by { $by } or more, { $from } to { $to }
outcome-same-people = Same people
outcome-reworded = The question was reworded in the { $quarter }: what was asked before and after it is not one series.
outcome-several = Each answer is counted by itself; several could be chosen.
outcome-shares-of = Where no answer is named, a share is of those who gave a favourable one; of a question with yes and no, of those who said yes.
outcome-groups-of-answers = Rows of different times are groups of answers, not necessarily of the same people, unless it says so.
outcome-pooled = Told of several closed cohorts together, or not at all: { $names }.
outcome-quote = “{ $text }”
outcome-ended = How it ended
outcome-ended-success = { $x } of { $n } ended as planned or with the goals met early. Both are what we hope for.
outcome-ended-unknown = What became of { $x } of { $n } is not recorded.
outcome-ended-groups = The groups are ours. Finer reasons are told only of several cohorts together.
outcome-ended-few = Why the others ended could tell of very few people, so it is not told here.
outcome-pool = { $cohorts } together
outcome-stayed = Who stayed
outcome-stayed-note = Still meeting, or completed by then, at each quarter of the planned length.
outcome-stayed-1 = After a quarter of the planned time
outcome-stayed-2 = Half-way
outcome-stayed-3 = After three quarters
outcome-stayed-4 = At the end
outcome-stayed-short-1 = A quarter
outcome-stayed-short-2 = Half-way
outcome-stayed-short-3 = 3 quarters
outcome-stayed-short-4 = The end
outcome-process = What we promised, and what happened
outcome-promised = Promised
outcome-happened = What happened
outcome-promise-trained = before the two are introduced
outcome-promise-contact = { $n ->
    [one] once in the first month, with each side
   *[other] { $n } times in the first month, with each side
}
outcome-promise-expectations = by each { $match }
outcome-promise-meetings = { $n } planned
outcome-at-least-once = { $figure }, at least once
outcome-peer-meetings-of = A peer meeting counts for everybody, whatever site or group it was for.
outcome-held = { $n } held
outcome-held-recorded = { $n } held, as far as recorded
outcome-held-so-far = { $n } held so far
outcome-held-of = { $x } held of { $n } planned
outcome-sessions = Sessions
outcome-check-ins-of = A check-in is told of the { $matches } that completed, or only of those that ended as planned.
outcome-process-few = Not shown, for it could tell of very few people: { $names }.
outcome-changed = What did not work, and what changed
outcome-since = Since { $cohort }
outcome-new = New in this cohort
outcome-changes-together = What begins together cannot be told apart.
outcome-no-finding = No finding follows from this cohort: { $because }
outcome-story = More of the story
outcome-consent = Printed with consent; role and date left out.
outcome-take = Take it with you
outcome-csv = All figures as a table
outcome-csv-text = CSV, as they stand here
outcome-package = What its columns mean
outcome-package-text = the table’s dictionary, for programs that read it
outcome-print = two pages of A4
outcome-released = Released in the { $quarter }, and frozen: release { $release }.
outcome-policy = An exact count leaves more than { $k } on either side, people or what they take part in. Of fewer than { $group } nothing is told; it takes more where one person may be counted several times or know several of the others.
outcome-handbook = Run with handbook { $revision }.
outcome-data-as-of = The data are as of the { $quarter }.
outcome-held-back = Some data were corrected later; the corrections are not shown, for they could tell of the few who changed.
outcome-protection = How we protect people in small groups
outcome-schedule = The schedule, as it was
outcome-so-far = So far
outcome-began = { $n } began
outcome-survey = { $who }, { $wave }
outcome-survey-answered = { $x } of { $n } answered
outcome-when = Results are told once, when this cohort has closed: its last day is { $date }. Until then, only how many took part.
outcome-when-growing = Results are told once, when this cohort has closed. Until then we do not say how many have begun: it would tell of those who began last.
outcome-when-closed = Results are told once, when this cohort has closed. Until then, only how many took part.
outcome-when-published = This cohort has closed, and its results are not published yet. Until they are, only how many took part.
cohorts-all = All cohorts

## Charts

## Comparison

compare-title = Cohorts side by side
compare-lead = Each cohort beside the others, in order of start. Cohorts are not ranked: their people, years and designs differ, and what differs in their figures has more than one reason.
across-designs = How each cohort ran
across-dates = Dates
across-status = Status
across-began = { $matches } that began
across-pairs-began = { $n } { $matches } began
across-bold = In bold: another choice than the cohort before.
across-figures = What was measured
across-latest = Here are the latest { $n } of { $all } closed cohorts.
across-nothing-yet = No figure of a closed cohort is published yet.
across-how-to-read = A difference between one cohort and the next is judged by its own range, never by looking at two figures. Even one that is told apart does not say why.
across-key = Dot: the figure. Line: what similar cohorts might have shown, if chance alone varied. Hatched: somewhere in this box. Dashed box: it depends on what was not recorded. Blue, with a notch: the target.
across-untold = Told of no single cohort
across-gap = no figure
across-gap-none = Not asked at this time, or not published as a figure of its own.
across-gap-unreleased = Not published yet.
across-aim = Target
across-target = Target: { $aim }
across-aim-share-least = { $value }% or more
across-aim-share-most = { $value }% or less
across-aim-mean-least = a mean of { $value } or higher
across-aim-mean-most = a mean of { $value } or lower
across-aim-score-least = { $value } or more
across-aim-score-most = { $value } or less
across-possible = { $answered } of { $invited } answered. Had everybody, it would be between { $low }% and { $high }%.
across-few-answered = { $answered } of { $invited } answered.
across-break-form = The series breaks here: a mean is told of larger groups, a share of smaller ones and where a change is told too. They are not the same number.
across-break-scale = The series breaks here: the scale of the answers changed.
across-break-reworded = The series breaks here: a question was reworded after { $date }. Answers to different wordings are not compared.
across-break-items = The series breaks here: not the same questions were asked.
across-step-higher = Higher than { $cohort }, by { $points ->
    [one] one percentage point
   *[other] { $points } percentage points
}; the difference may be anything from { $low } to { $high }.
across-step-lower = Lower than { $cohort }, by { $points ->
    [one] one percentage point
   *[other] { $points } percentage points
}; the difference may be anything from { $low } to { $high }.
across-step-same = Cannot be told apart from { $cohort }: the difference may be anything from { $low } to { $high } percentage points.
across-step-open = Where “no” and “not recorded” stand together, fuller records alone could move a difference.
held-back = In { $cohorts }, some data were corrected later, and the corrections are not shown: the figures used here are those from before.
across-step-unrecorded = Not compared with { $cohort }: one of the two depends on what was not recorded.
across-step-coded = Not compared with { $cohort }: one of the two counts is “or more” or “or fewer”.
across-step-means = Not compared from one cohort to the next: how far the answers lie apart is published too roughly to judge two means.
across-step-response = Not compared with { $cohort }: at one of the two, fewer than 40% answered.
across-step-invited = Not compared with { $cohort }: at one of the two, nobody wrote down how many were asked.
across-at-baseline = at the start
across-at-midpoint = at the midpoint
across-at-end = at the end
across-at-follow_up = some time after
across-from-to = { $from } { $to }
across-since-baseline = from the start
across-since-midpoint = from the midpoint
across-since-end = from the end
across-since-follow_up = from some time after
across-until-baseline = to the start
across-until-midpoint = to the midpoint
across-until-end = to the end
across-until-follow_up = to some time after
across-together = All cohorts together
across-no-funnel = From six closed cohorts on, this page draws each of them by its size around the target, with how far chance alone would carry it. { $n ->
    [0] No closed cohort has published its completion yet.
    [one] One has published its completion so far.
   *[other] { $n } have published their completion so far.
} Fewer than five are not added up either.
across-funnel-title = Completion by size of the cohort, { $n } cohorts
across-funnel = Each cohort by how many began and how many completed, around { $target }. If chance alone varied, 19 of 20 cohorts would lie between the inner lines, and nearly all between the outer ones. A cohort outside them is a reason to ask what was different, not a grade.
across-funnel-open = Where “no” and “not recorded” stand together, fuller records alone could move a cohort and the middle up.
across-funnel-target = the target of { $percent }%
across-funnel-overall = { $percent }% of all cohorts together
across-funnel-about = about { $percent }% of all cohorts together
across-funnel-people = How many began
across-funnel-inner = 19 of 20
across-funnel-outer = 499 of 500
across-beside = Design and results
across-no-association = From eight closed cohorts on, this page also says which features of the design went along with which results. { $n ->
    [0] So far none is closed.
    [one] So far one is closed.
   *[other] So far { $n } are closed, and they stand side by side only.
} With so few, chance alone makes patterns that look like causes.
across-no-association-found = { $n } cohorts are closed. { $tried ->
    [0] No feature varied among them in a way that can be put in order, beside a published result.
    [one] One feature was held against one result, and fewer than eight cohorts had both, or too few on one side.
   *[other] { $tried } times a feature was held against a result, and each time fewer than eight cohorts had both, or too few on one side.
}
across-associations = { $n } cohorts are closed, and { $tried ->
    [one] one feature was held against one result
   *[other] { $tried } times a feature was held against a result
}. Of 20 such comparisons, about one stands out by chance alone. In order of the program, not of strength; nothing here says what caused what.
across-and = { $feature } and { $measure }
across-rank-more = More of “{ $feature }” was associated with more of “{ $measure }”: a rank correlation of { $rank }, where chance alone gives up to { $chance } either way.
across-rank-less = More of “{ $feature }” was associated with less of “{ $measure }”: a rank correlation of { $rank }, where chance alone gives up to { $chance } either way.
across-rank-chance = No association that chance alone would not give: a rank correlation of { $rank }, where chance gives up to { $chance } either way.
across-sides = “{ $feature }”: with “{ $high }” in place of “{ $low }” was associated a difference of { $points } percentage points, on average over cohorts.
across-over = Over { $n } cohorts.
across-over-sides = { $lower } cohorts on one side, { $higher } on the other.
across-not-adjusted = Not adjusted for anything: neither who took part, nor the year, nor what else changed.
across-planned = Planned: the change “{ $change }” named this result beforehand.
across-not-planned = Not planned: looked for afterwards.

## Measures and results

measure-completion = Completed, or goals met
measure-retention = Retention
measure-endings = Endings
measure-expectations-documented = Expectations written down
measure-check-ins = Check-ins held
measure-contacts = In touch in the first month
measure-meetings = Meetings
measure-attendance = { $matches } whose mentors came to half or more of all the cohort’s peer meetings with a list of who came
measure-response = Response
measure-role-change = { $matches } of which a mentor was a mentee of a cohort that had ended

measure-description = { $measure }: how it is asked, what counts, and what it showed in each cohort.
across-answered-by = Answered by *{ $roles }*
across-construct = Stands for
construct-skill = A skill
construct-career = Career
construct-satisfaction = Satisfaction
construct-belonging = Belonging
construct-relationship_quality = The quality of the relationship
construct-goal_attainment = Whether goals were reached
construct-retention = Staying
construct-mentor_growth = What mentors learn
construct-other = Something else
across-score = Figure
score-mean = { $items ->
    [one] The mean of the answers.
   *[other] The mean of each person’s answers, where at least half of the questions were answered.
} Of smaller groups, and where a change is told too, how many have { $better ->
    [lower] { $from } or less.
   *[other] { $from } or more.
}
score-share-at-least = { $items ->
    [one] How many answered
   *[other] How many have a mean of
} { $better ->
    [lower] { $from } or less.
   *[other] { $from } or more.
}
score-nps = How many answered 9 or 10, on a scale from 0 to 10.
score-goal-attainment = How many reached their goals on the whole: a goal attainment score of 50 or more.
score-none = No score: each answer is counted.
across-better = Better
across-better-higher = Higher
across-better-lower = Lower
across-worthwhile = Worthwhile change
across-worthwhile-text = { $change } or more, in points of the scale, decided before any result was seen.
across-instrument = Where it comes from
across-items = Questions
across-reversed = Counted backwards: agreeing means less.
across-results = What it showed
across-no-figure = No closed cohort has published a figure of it yet.
across-same-people = Change of the same people
across-same-people-lead = Of those who answered both times, how many moved by the worthwhile change or more.
across-part-of = An item of a larger measure has no result of its own beside it. It is told with the others as:

## What we learned

learned-title = What we learned
nav-learned = What we learned
learned-lead = What did not work, what we decided about it, and whether anything moved. A change keeps its place here when it fails.
learned-findings-n = { $n ->
    [one] *One finding*
   *[other] *{ $n } findings*
}
learned-changes-n = { $n ->
    [one] *One change*
   *[other] *{ $n } changes*
}
learned-kept-n = { $n ->
    [one] *One decision* to leave things as they are
   *[other] *{ $n } decisions* to leave things as they are
}
learned-next-review = Next review *{ $date }*
learned-review-due = Last review due *{ $date }*
learned-saw = What we saw
learned-decided = What we decided
learned-came = What came of it
learned-why = Why
learned-hypotheses = What may explain it
learned-reviewed = Read before publication by: { $who }.
learned-kind-no_value = It did not help
learned-kind-harm = It hurt
learned-kind-mismatch = People did not fit
learned-kind-logistics = Times, places, tools
learned-level-expectations = Expectations
learned-level-check_ins = Check-ins
learned-level-phases = Phases
learned-level-mentor_development = Mentor development
learned-level-program_learning = How the program learns
learned-level-endings = Endings
learned-decision = { $level }: { $decision }.
learned-decision-keep = keep
learned-decision-adjust = adjust
learned-decision-restructure = restructure
learned-from = From { $cohort }.
learned-not-begun = Not yet in force.
learned-decided-on = Decided in { $date }.
learned-target-up = Meant to go up: { $measure }.
learned-target-down = Meant to go down: { $measure }.
learned-target-better = Meant to get better: { $measure }.
learned-watch = Also watched: { $measure }.
learned-review = To be looked at again by { $date }.
learned-review-was = Was to be looked at again by { $date }.
learned-as-is = To leave things as they are
learned-not-decided = Not decided yet
learned-not-decided-text = Nobody has written down what follows from this.
learned-told-above = Told above: it answers more than one finding.
learned-without-finding = No finding led to this change
learned-without = Cohorts without a finding
learned-nobody-said = Nobody has written down what was learned here, or why nothing was.
learned-verdicts = The four verdicts
learned-how = Each verdict compares two groups of people, a cohort before the change and the first cohort with it. It says what changed alongside, never why.
verdict-as-intended = Moved as intended
verdict-no-clear = No clear movement
verdict-other-way = Moved the other way
verdict-too-little = Too little data
verdict-as-intended-text = The whole range of each difference lies on the side we hoped for.
verdict-no-clear-text = A range includes no difference, or the figures part ways.
verdict-other-way-text = A whole range lies on the side we did not want, and none on the side we hoped for.
verdict-too-little-text = Groups too small, figures not told exactly, other wordings, or fewer than 40% answered.
learned-fewer = ← fewer
learned-no-difference = no difference
learned-more = more →
learned-wave-baseline = at the start
learned-wave-midpoint = in the middle
learned-wave-end = at the end
learned-wave-follow_up = some time after
learned-figure = { $role }, { $wave }
learned-of-answer = { $figure }, “{ $answer }”
learned-same-people = { $role } who answered both { $from } and { $to }: who moved for the better by the worthwhile change or more
learned-with-label = { $figure }: { $text }
learned-higher = { $after } in { $later }, { $before } in { $earlier }: { $points ->
    [one] one point
   *[other] { $points } points
} higher, { $low } to { $high }.
learned-lower = { $after } in { $later }, { $before } in { $earlier }: { $points ->
    [one] one point
   *[other] { $points } points
} lower, { $low } to { $high }.
learned-cannot-tell = { $after } in { $later }, { $before } in { $earlier }: cannot be told apart, from { $low ->
    [one] one point
   *[other] { $low } points
} lower to { $high } higher.
learned-judged-by = { $n ->
    [one] Only one of { $all } figures can be judged; the others hold too little.
   *[other] { $n } of { $all } figures can be judged; the others hold too little.
}
learned-short = { $why } { $figures }.
learned-short-figure = { $figure } ({ $after } in { $later }, { $before } in { $earlier })
short-reworded = Asked in other words, so not compared:
short-unanswered = Fewer than 40% answered in one of the two, so not compared:
short-unknown-response = How many were asked is not on record for one of the two, so not compared:
short-unrecorded = One of the two depends on what was not recorded, so not compared:
short-coded = Not told exactly, and nothing is drawn from “or more” and “or fewer”:
short-mean = Told as a mean, which is not compared:
short-too-few = Too few people to publish figures safely, in one of the two:
short-not-shown = Not shown for one of the two:
short-several = Asked of several groups apart, as one for each site, and so not compared:
short-one-only = Told of one of the two only:
learned-no-share = This measure is not told as a share, so nothing can be compared.
learned-no-target = Nobody said beforehand what should move, so nothing can be judged.
learned-not-in-force = It is not in force yet.
learned-none-closed = No cohort with it has closed and published its figures yet.
learned-none-before = No cohort before it has published its figures.
learned-reached = Hoped for { $percent }% or more: reached.
learned-not-reached = Hoped for { $percent }% or more: not reached.
learned-reached-open = Hoped for { $percent }% or more: fuller records could tell whether it was reached.
learned-few-answered = Fewer than 60% answered in { $cohorts }: those who did not might tell it otherwise.
learned-not-recorded = In { $cohorts }, “no” and “not recorded” stand together, so fuller records alone could move this.
learned-later = Since then: { $figures }
learned-later-too-little = Since then: { $cohort } holds too little data.
learned-watched-against = Also watched, { $measure }: moved against us.
learned-watched-no-sign = Also watched, { $measure }: no sign of harm.
learned-watched-too-little = Also watched, { $measure }: too little data.
learned-alongside = Changed alongside, and not to be told apart from it: { $what }.
learned-features = Between the two cohorts the design differs in: { $what }. That may be this change, or something beside it.
learned-regression = The finding comes from { $cohort } itself: if that cohort was unusual, some return was to be expected.
kind-finding = What we learned
kind-change = Changes

## Downloads

download-title = { $program }, { $cohort }: published figures
download-title-all = { $program }: published figures of all cohorts
download-how = Each row is a figure, or a part of one. An empty cell means that nothing is told there; it never means 0.
download-limits = A count is exact, as far as it is recorded, where more than { $k } stand on either side of it, people or what they take part in, and where people stand in several matches, more than that; else it lies somewhere from x_lo to x_hi. Of groups of fewer than { $group } nothing is told; it takes more where one person may be counted several times or know several of the others.
download-limits-all = A count is exact, as far as it is recorded, where x_lo and x_hi are the same; else it lies somewhere between the two. The rules of each cohort stand in the description beside its own table.
column-cohort = The cohort; several joined by + are told together.
column-figure = The name of the figure, with # before the name of a part.
column-population = Whom it is about: all matches, their mentors’ or mentees’ side (counted in matches), the cohort itself (cohort), those who answered a survey, or several (joined by +), results that came without rows (reported), or several cohorts together (pool, alone or at the beginning).
column-measure = What was measured.
column-measure_name = What was measured, in words.
column-wave = When it was asked. Two waves joined by a hyphen: the change of the same people from one to the other.
column-role = Who was asked.
column-class = How far it is protected: open figures are exact, sensitive ones are told of several cohorts only.
column-form = How it is told: a count of a known group (share), a group in all its parts (split) and each of them (part), a mean, or a number by itself (open).
column-part = The part of the group.
column-part_name = The part of the group, in words.
column-n = How many there are in the group, recorded or not.
column-x_lo = The fewest that the count can be, as far as it is recorded.
column-x_hi = The most that the count can be, as far as it is recorded. Who is not recorded stands in a part of their own, or with the others.
column-ci_lo = In percent, rounded down, the low end of the range that similar cohorts might have shown if chance alone varied (95%, Wilson). It does not allow for people who did not answer.
column-ci_hi = In percent, rounded up, the high end of that range.
column-mean_lo = The mean; where it was cut off, the lowest that it can be.
column-mean_hi = The mean; where it was cut off, the highest that it can be.
column-scale_lo = The low end of the scale.
column-scale_hi = The high end of the scale.
column-answered_lo = The fewest who can have answered.
column-not_shown_because = Why nothing is told: too few people to publish figures safely (too-few), it could tell of very few (few-in-cell), fewer than 20 answered this (few-answers), told of several cohorts only (pooled), nearly all from one cohort (one-cohort), the cohort is running (running), it was counted under another definition (redefined).
column-text = The figure as the site tells it.

## Staff edition

nav-private = Private
private-cohorts = Our rows
private-lead = What the rows say, { $match } by { $match }. It is for the staff who hold them, on their own computers: do not print more than you need, and do not send it.
private-title = PRIVATE: { $title }
private-stamp = Private, { $date }. Rows about people: not to be published, sent or left lying about.
private-no-rows = No rows in the private folder.
private-matches = { $n } { $matches }{ $open ->
    [0] {""}
    [one] , one of them needs something
   *[other] , { $open } of them need something
}
private-n-matches = { $n } { $matches }
private-as-of = Data as of { $date }
private-open = What is open
open-expectations = No expectations written down after 30 days
open-contact = Nobody reached for more than 31 days
open-ending-date = Ended, and the day is not recorded
open-ending-reason = Ended early, and no reason is recorded
open-status = Nobody recorded what became of it
private-began = Began
private-length = Own clock
private-stands = Where it stands
private-expectations = Expectations
private-contact = Last reached
private-retention = Who stayed
private-day = Day { $n }
private-after = After
private-stayed = Still running
private-similar = In similar cohorts
private-followed = Followed so long
private-range = { $low } to { $high }
private-nobody-so-long = none was followed so long
private-left-out = { $n ->
    [one] One { $matches } is left out, for a date or its state is not recorded.
   *[other] { $n } { $matches } are left out, for a date or their state is not recorded.
}
private-answers = Answers
private-promises = Named answers stand as they are given. Confidential ones are told of five people or more together, and never that all agree; anonymous ones as the public sees them.
private-measure = Measure
private-asked = Asked
private-favourable = Favourable
private-more = More
private-waiting = Told when the survey has closed; without a last day, when the cohort has.
private-few = Fewer than five confidential answers.
private-moved = As released. The answers have changed since, and the difference would tell what one person said.
private-anonymous = Promised to be anonymous: told as it is released.
private-mean = mean { $mean }
private-mean-sd = mean { $mean }, standard deviation { $sd }
private-rows = Rows
private-file = File
private-read = Read
private-used = Used
private-reported = Reported
match-active = running
match-paused = paused
match-completed = completed
match-ended_early = ended early
match-rematched = ended, matched again
reason-completed_term = at the end of its time
reason-goals_met_early = goals met early
reason-life_change_mentor = a change in the mentor’s life
reason-life_change_mentee = a change in the mentee’s life
reason-life_change = a change in somebody’s life
reason-program_ended = the program ended
reason-withdrew_on_request = somebody asked to leave
reason-mismatch = they did not suit each other
reason-gradual_dissolution = it faded out
reason-mentor_unresponsive = the mentor no longer answered
reason-mentee_unresponsive = the mentee no longer answered
reason-unmet_expectations = expectations not met
reason-inadequate_support = too little support
reason-removed_by_program = the program ended it
reason-declined_to_say = asked, and not said
reason-held_elsewhere = known to the person responsible
reason-other = another reason
reason-unknown = reason not known
