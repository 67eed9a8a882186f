//! What records of matches, check-ins and meetings make a page say.

use super::Case;

pub static CASES: &[Case] = &[
    Case {
        about: "all recorded, and the aim just reached",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0",
        says: &[
            "30 of 40 matches saw it through.",
            "We aim for three in four, and this cohort reached it.",
            "How it began.",
            "third quarter of 2025",
            "second quarter of 2025",
        ],
        not: &[
            "known to have",
            "cannot say",
            "whether there are any is not told",
            "nobody wrote down",
            "That is wide",
        ],
    },
    Case {
        about: "one fewer, and the aim is missed",
        figures: "matches/completion: completed 29, ended-early 11, not-recorded 0",
        says: &["29 of 40 matches saw it through. We aim for three in four. "],
        not: &["reached it", "cannot say"],
    },
    Case {
        about: "what is not recorded leaves the aim open",
        figures: "matches/completion: completed 26, ended-early 10, not-recorded 4",
        says: &[
            "26 of 40 matches are known to have seen it through.",
            "these figures cannot say",
            "What nobody wrote down",
        ],
        not: &["reached it", "If chance alone"],
    },
    Case {
        about: "what is not recorded could not have reached it",
        figures: "matches/completion: completed 25, ended-early 11, not-recorded 4",
        says: &["are known to have seen it through"],
        not: &["cannot say"],
    },
    Case {
        about: "a share of all",
        figures: "matches/completion: 22 of 40",
        says: &[
            "22 of 40 matches are known to have seen it through.",
            "What nobody wrote down",
            "might have shown 39% to 70%",
            "Why the others ended could tell",
        ],
        not: &["whether there are any is not told"],
    },
    Case {
        about: "or more",
        figures: "matches/completion: 9+ of 12",
        says: &[
            "9 or more of 12 matches saw it through.",
            "reached it",
            "whether there are any is not told",
            "That is wide",
        ],
        not: &["nobody wrote down"],
    },
    Case {
        about: "or fewer",
        figures: "matches/completion: 3- of 12",
        says: &["3 or fewer of 12 matches are known to have seen it through."],
        not: &["reached it"],
    },
    Case {
        about: "a range of 29 points is not called wide",
        figures: "matches/completion: completed 20, ended-early 24, not-recorded 0",
        says: &["might have shown 31% to 60%"],
        not: &["That is wide"],
    },
    Case {
        about: "a range of 30 points is",
        figures: "matches/completion: completed 20, ended-early 22, not-recorded 0",
        says: &["might have shown 33% to 63%", "That is wide"],
        not: &[],
    },
    Case {
        about: "the midpoint, where the halves are told",
        figures: "matches/completion: completed 28, ended-early 12, not-recorded 0
            matches/ended-early-when: first-half 7, second-half 5, not-recorded 0",
        says: &[
            "Still meeting at the midpoint, or done by then 33 of 40 83%; similar cohorts 68% to 92%",
            "From applying to completing",
        ],
        not: &["Who stayed"],
    },
    Case {
        about: "and the quarters, where one is told",
        figures: "matches/completion: completed 28, ended-early 12, not-recorded 0
            matches/ended-early-when: first-half 8, second-half 4, not-recorded 0
            matches/ended-early-first-half: first-quarter 4, second-quarter 4
            matches/ended-early-second-half: few",
        // Each match has a length of its own: its quarters are no weeks of the cohort.
        says: &[
            "Who stayed",
            "Still meeting, or completed by then, at each quarter of the planned length.",
            "After a quarter of the planned time 36 of 40",
            "Half-way 32 of 40",
            "At the end 28 of 40",
        ],
        not: &["After three quarters", "Week 5", "Week 20"],
    },
    Case {
        about: "where the halves are not told, no row says so",
        figures: "matches/completion: completed 28, ended-early 12, not-recorded 0
            matches/ended-early-when: few",
        says: &["28 of 40"],
        not: &["at the midpoint"],
    },
    Case {
        about: "the groups of endings",
        figures: "matches/completion: completed 26, ended-early 10, not-recorded 4
            matches/completed-how: as-planned 20, goals-met 6
            matches/ended-early-why: circumstances 5, relationship-or-support 5, not-recorded 0",
        says: &[
            "26 of 40 ended as planned or with the goals met early",
            "What became of 4 of 40 is not recorded.",
            "6 goals met early",
            "5 the relationship or our support",
            "The groups are ours.",
        ],
        not: &["could tell of very few people, so it is not told here", "no reason recorded"],
    },
    Case {
        about: "a reason of another kind is a reason",
        figures: "matches/completion: completed 26, ended-early 14, not-recorded 0
            matches/completed-how: as-planned 20, goals-met 6
            matches/ended-early-why: circumstances 5, relationship-or-support 5, not-recorded 4",
        says: &["4 ended early, for another reason or none on record"],
        not: &["no reason recorded"],
    },
    Case {
        about: "from applying on",
        figures: "matches/started: 40
            mentee-side/mentees-applied: matched 40, no-further 12
            mentee-side/mentees-trained: 30 of 40
            matches/completion: completed 28, ended-early 12, not-recorded 0",
        says: &[
            "Matches that began, and people who applied as mentees and are in none 52",
            "Matches that began 40 of 52 12 no further",
            "with all mentees trained before 30 of 40",
            "12 ended early",
            "Bars to one scale",
        ],
        not: &[],
    },
    Case {
        about: "what was promised",
        figures: "cohort/peer-meetings-held: 9
            cohort/peer-meetings-planned: 10
            matches/expectations: 20 of 40
            mentor-side/mentors-trained: few
            matches/completion: completed 28, ended-early 12, not-recorded 0",
        says: &[
            "10 planned 9 held, as far as recorded",
            "could tell of very few people: Matches whose mentors were all trained.",
            "by each match 20 of 40",
        ],
        not: &["Check-ins are told of"],
    },
    Case {
        about: "and kept, as far as it is recorded",
        figures: "cohort/peer-meetings-held: 10
            cohort/peer-meetings-planned: 10
            matches/mentor-hours: 1250",
        says: &["10 planned 10 held", "Hours given, as far as recorded about 1,250"],
        not: &["10 held, as far as recorded"],
    },
    Case {
        about: "what nobody recorded is not 0",
        figures: "cohort/peer-meetings-planned: 10
            mentor-side/peer-meetings-half: 20 of 40",
        says: &[
            "10 planned not recorded",
            "came to half or more of all the cohort’s peer meetings with a list of who came 20 of 40",
            "whatever site or group it was for",
        ],
        not: &["0 held"],
    },
    Case {
        about: "a rhythm is counted where it was kept once",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0
            matches/completed-how: as-planned 20, goals-met 10
            matches/check-in.touch: held 20, not-held-or-not-recorded 10
            matches/check-in.start: held 14, not-held-or-not-recorded 16",
        says: &[
            "We get in touch Every fourth week; of the matches that completed 20 of 30, at least once",
            "A look back Week 2; of the matches that completed 14 of 30 47%",
        ],
        not: &[],
    },
    Case {
        about: "a check-in that was moved is told of those of whom it was counted",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0
            matches/completed-how: as-planned 20, goals-met 10
            matches/check-in.start: held 14, not-held-or-not-recorded 6",
        says: &["A look back Week 2; of the matches that ended as planned 14 of 20"],
        not: &["first half"],
    },
    Case {
        about: "a closing conversation of all who completed",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0
            matches/completed-how: as-planned 20, goals-met 10
            matches/check-in.closing: held 10, not-held-or-not-recorded 20",
        says: &["Closing conversation held of the matches that completed 10 of 30"],
        not: &["conversation held of the matches that ended as planned"],
    },
    Case {
        about: "and of those who went to the end",
        figures: "matches/completion: completed 30, ended-early 10, not-recorded 0
            matches/completed-how: as-planned 20, goals-met 10
            matches/check-in.closing: held 10, not-held-or-not-recorded 10",
        says: &["Closing conversation held of the matches that ended as planned 10 of 20"],
        not: &["conversation held of the matches that completed"],
    },
    Case {
        about: "too few people",
        figures: "matches/started: 7
            matches/completion: under 8
            matches/expectations: under 8",
        says: &[
            "Too few people to publish figures safely",
            "A figure of fewer than 8 could tell what one person did or said",
            "How it began.",
            "How it went on.",
        ],
        not: &["In short", "saw it through", "How sure we are", "From applying"],
    },
    Case {
        about: "too few people, and more that is not told",
        figures: "matches/completion: under 8
            end-mentee/worse-off@end/mentee: pooled",
        says: &["A figure of fewer than 8"],
        not: &[],
    },
    Case {
        about: "too few of one side, and enough of another, whose answers are told of several cohorts only",
        figures: "end-mentor/growth@end/mentor: under 8
            end-mentee/answered@end/mentee: 24
            end-mentee/worse-off@end/mentee: pooled",
        says: &["Told of several closed cohorts together, or not at all: Worse off."],
        not: &["What can be told is the story"],
    },
    Case {
        about: "enough people, whose answers are told of several cohorts only",
        figures: "end-mentee/answered@end/mentee: 24
            end-mentee/worse-off@end/mentee: pooled",
        says: &["Told of several closed cohorts together, or not at all: Worse off."],
        not: &["Too few people", "Where fewer than", "Asked of both"],
    },
    Case {
        about: "enough people, whose figures could tell of a few",
        figures: "end-mentee/answered@end/mentee: 24
            end-mentee/growth@end/mentee: few",
        says: &["Not shown: it could tell of very few people."],
        not: &["Too few people", "Where fewer than"],
    },
    Case {
        about: "enough people, who were asked for words alone",
        figures: "end-mentee/answered@end/mentee: 24",
        says: &["Take it with you"],
        not: &["Too few people", "Where fewer than"],
    },
];
