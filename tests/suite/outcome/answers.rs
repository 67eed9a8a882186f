//! What answers to surveys, and results without rows, make a page say.

use super::Case;

pub static CASES: &[Case] = &[
    Case {
        about: "60% is enough to compare",
        figures: "end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 24
            end-mentee/growth@end/mentee: yes 14, no 10, not-recorded 0
            matches/completion: completed 28, ended-early 12, not-recorded 0",
        says: &[
            "End: 24 of 40 answered.",
            "Growth “I can ask.” End 14 of 24",
            "does not allow for people who did not answer",
        ],
        not: &["six in ten", "four in ten", "had everybody answered"],
    },
    Case {
        about: "below it, the possible range",
        figures: "end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 23
            end-mentee/growth@end/mentee: yes 13, no 10, not-recorded 0",
        says: &[
            "End: 23 of 40 answered (58%)",
            "Fewer than six in ten",
            "beside each share of those who answered",
            "Means and changes stand without it.",
            "had everybody answered: 32% to 75%",
        ],
        not: &["four in ten", "beside each figure"],
    },
    Case {
        about: "and beside each of several choices",
        figures: "end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 23
            end-mentee/helped.time@end/mentee: 13 of 23",
        says: &["Time 13 of 23 57%; similar cohorts 36% to 75%; had everybody answered: 32% to 100%"],
        not: &["favourable"],
    },
    Case {
        about: "the response of what came without rows",
        figures: "reported/growth.invited@end/mentee: 100
            reported/growth.answered@end/mentee: 24
            reported/growth@end/mentee: yes 12, no 12, not-recorded 0",
        says: &[
            "Growth, end: 24 of 100 answered.",
            "Growth, end: 24 of 100 answered (24%) Fewer than four in ten",
            "12 of 24 50%; similar cohorts 31% to 69%; had everybody answered: 12% to 88%",
        ],
        not: &[],
    },
    Case {
        about: "of what came without rows, how many were asked is not known",
        figures: "reported/growth.answered@end/mentee: 24
            reported/growth@end/mentee: yes 12, no 12, not-recorded 0",
        says: &["Growth, end: 24 answered; how many were asked is not recorded."],
        not: &["in ten", "had everybody"],
    },
    Case {
        about: "one of several answers is named, and not called favourable",
        figures: "start-mentee/often@baseline/mentee: weekly 20, monthly 20, not-recorded 0
            end-mentee/often@end/mentee: weekly 20, now-and-then 20, never 32, not-recorded 0",
        says: &[
            "Start Each week: 20 of 40 50%",
            "End Each week: 20 of 72 28%",
            "Rows of different times are groups of answers",
        ],
        not: &["favourable"],
    },
    Case {
        about: "each answer in its words, where some are not recorded",
        figures: "end-mentee/often@end/mentee: weekly 20, now-and-then 20, not-recorded 10",
        says: &["20 Each week, 20 Sometimes 10 not recorded: so 40% to 60%"],
        not: &["now and then"],
    },
    Case {
        about: "a count that is not told exactly names its answer, too",
        figures: "end-mentee/often@end/mentee: 3- of 40",
        says: &["Each week: 3 or fewer of 40"],
        not: &[],
    },
    Case {
        about: "a range holds its own percentage",
        figures: "matches/completion: 3997+ of 4000",
        says: &["3,997 or more of 4,000 99% or more; similar cohorts 99% to 100%"],
        not: &["100% to 100%"],
    },
    Case {
        about: "40% still stands for itself, and for a change",
        figures: "start-mentee/invited@baseline/mentee: 40
            start-mentee/answered@baseline/mentee: 30
            end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 16
            start-mentee+end-mentee/growth@baseline-end/mentee: 9 of 16",
        says: &["Fewer than six in ten", "Same people 9 of 16: rose by 0.5 or more, start to end"],
        not: &["four in ten"],
    },
    Case {
        about: "below 40% nothing is compared",
        figures: "start-mentee/invited@baseline/mentee: 40
            start-mentee/answered@baseline/mentee: 30
            start-mentee/growth@baseline/mentee: yes 14, no 16, not-recorded 0
            end-mentee/invited@end/mentee: 40
            end-mentee/answered@end/mentee: 15
            start-mentee+end-mentee/growth@baseline-end/mentee: 9 of 15",
        says: &["Fewer than four in ten", "Start 14 of 30"],
        not: &["Same people"],
    },
    Case {
        about: "how many were asked is not known",
        figures: "end-mentee/answered@end/mentee: 15
            end-mentee/growth@end/mentee: yes 8, no 7, not-recorded 0",
        says: &["End: 15 answered; how many were asked is not recorded."],
        not: &["in ten"],
    },
    Case {
        about: "groups of answers are no change",
        figures: "start-mentee/growth@baseline/mentee: yes 14, no 16, not-recorded 0
            end-mentee/growth@end/mentee: yes 18, no 12, not-recorded 0
            end-mentee/worse-off@end/mentee: pooled",
        says: &[
            "groups of answers, not necessarily of the same people",
            "several closed cohorts together, or not at all: Worse off.",
        ],
        not: &["Same people"],
    },
    Case {
        about: "one wave is no series",
        figures: "end-mentee/growth@end/mentee: yes 18, no 12, not-recorded 0",
        says: &["18 of 30"],
        not: &["groups of answers", "or not at all"],
    },
];
