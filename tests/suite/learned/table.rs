//! The verdicts at both sides of their borders, as data.

/// A site of two cohorts and one change between them.
pub struct Case {
    /// What it is about.
    pub name: &'static str,
    /// The figures of the mentees before and after; a second pair is of the mentors.
    /// `5/11` is a share, `all 5/11` a full split, `all 5/11 gaps 2` one with two not recorded, `<=3/11` and `>=9/12` are coded.
    pub figures: [&'static str; 4],
    /// How many of 100 answered, before and after.
    pub answered: [u32; 2],
    /// Lines added to the question, the measure and the change's target.
    pub question: &'static str,
    pub measure: &'static str,
    pub target: &'static str,
    /// What the page says.
    pub says: &'static [&'static str],
    /// What it does not.
    pub never: &'static [&'static str],
}

pub const PLAIN: Case = Case {
    name: "",
    figures: ["all 16/30", "all 24/30", "", ""],
    answered: [80, 80],
    question: "",
    measure: "",
    target: "",
    says: &[],
    never: &[],
};

pub const INTENDED: &str = "Moved as intended</p>";
pub const UNCLEAR: &str = "No clear movement</p>";
const OTHER: &str = "Moved the other way</p>";
pub const LITTLE: &str = "Too little data</p>";
const NOT_RECORDED: &str = "“no” and “not recorded” stand together";

/// Each verdict, from figures that just give it and from those that just do not.
pub static VERDICTS: &[Case] = &[
    Case {
        name: "the range begins above no difference",
        says: &[INTENDED, "24 of 30 in After, 16 of 30 in Before: 27 points higher, 3 to 47."],
        never: &["60%", "stand together", "can be judged"],
        ..PLAIN
    },
    Case {
        name: "one person fewer",
        figures: ["all 16/30", "all 23/30", "", ""],
        says: &[UNCLEAR, "cannot be told apart, from one point lower to 44 higher."],
        ..PLAIN
    },
    Case {
        name: "the range ends below no difference",
        figures: ["all 24/30", "all 16/30", "", ""],
        says: &[OTHER, "27 points lower, 3 to 47."],
        ..PLAIN
    },
    Case { name: "one person more", figures: ["all 23/30", "all 16/30", "", ""], says: &[UNCLEAR], ..PLAIN },
    Case {
        name: "lower was hoped for",
        figures: ["all 24/30", "all 16/30", "", ""],
        target: "direction: down",
        says: &[INTENDED, "Meant to go down"],
        ..PLAIN
    },
    Case {
        name: "yes is bad, and there are more of it",
        question: "answer: yes_no",
        measure: "better: lower",
        says: &[OTHER, "Meant to get better"],
        ..PLAIN
    },
    Case {
        name: "a favourable share of a score counts what is better, also where lower is",
        measure: "better: lower\n  score: { kind: share_at_least, threshold: 2 }",
        says: &[INTENDED],
        ..PLAIN
    },
    Case {
        name: "and says that it counts what is better, for the measure's name says the opposite",
        measure: "better: lower\n  score: { kind: share_at_least, threshold: 2 }",
        says: &["Mentees, at the end, “favourable”</p>"],
        never: &["Mentees, at the end</p>"],
        ..PLAIN
    },
    Case {
        name: "coded before",
        figures: ["<=3/30", "all 24/30", "", ""],
        says: &[LITTLE, "Not told exactly", "24 of 30 in After, 3 or fewer of 30 in Before"],
        never: &["points higher"],
        ..PLAIN
    },
    Case {
        name: "coded after",
        figures: ["all 16/30", ">=27/30", "", ""],
        says: &[LITTLE, "27 or more of 30 in After"],
        ..PLAIN
    },
    Case {
        name: "not all recorded before",
        figures: ["all 12/30 gaps 4", "all 24/30", "", ""],
        says: &[LITTLE, "depends on what was not recorded"],
        never: &["points higher", "Not told exactly"],
        ..PLAIN
    },
    Case {
        name: "below the group",
        figures: ["few", "all 24/30", "", ""],
        says: &[LITTLE, "Too few people to publish figures safely, in one of the two: Mentees, at the end."],
        ..PLAIN
    },
    Case {
        name: "not shown",
        figures: ["all 16/30", "hidden", "", ""],
        says: &[LITTLE, "Not shown for one of the two: Mentees, at the end."],
        ..PLAIN
    },
    Case {
        name: "a mean",
        figures: ["all 16/30", "mean", "", ""],
        says: &[LITTLE, "Told as a mean"],
        ..PLAIN
    },
    Case {
        name: "told of one of the two",
        figures: ["", "all 24/30", "", ""],
        says: &[LITTLE, "Told of one of the two only: Mentees, at the end."],
        ..PLAIN
    },
    Case {
        name: "39 of 100 answered",
        answered: [39, 80],
        says: &[LITTLE, "Fewer than 40% answered in one of the two"],
        ..PLAIN
    },
    Case {
        name: "40 of 100 answered",
        answered: [40, 59],
        says: &[INTENDED, "Fewer than 60% answered in Before and After"],
        ..PLAIN
    },
    Case {
        name: "60 of 100 answered",
        answered: [60, 60],
        says: &[INTENDED],
        never: &["Fewer than 60% answered in"],
        ..PLAIN
    },
    Case {
        name: "nobody knows how many were asked",
        answered: [80, 0],
        says: &[LITTLE, "How many were asked is not on record"],
        ..PLAIN
    },
    Case {
        name: "reworded on the day of the first survey",
        question: "history: [{ until: 2023-12-01, text: Old words }]",
        says: &[LITTLE, "Asked in other words"],
        ..PLAIN
    },
    Case {
        name: "reworded before the first survey",
        question: "history: [{ until: 2023-11-30, text: Old words }]",
        says: &[INTENDED],
        ..PLAIN
    },
    Case {
        name: "reworded on the day of the last survey",
        question: "history: [{ until: 2024-12-01, text: Old words }]",
        says: &[INTENDED],
        ..PLAIN
    },
    Case {
        name: "no and not recorded stand together",
        figures: ["16/30", "all 24/30", "", ""],
        says: &[INTENDED, "In Before, “no” and “not recorded” stand together"],
        ..PLAIN
    },
    Case {
        name: "both roles",
        figures: ["all 16/30", "all 24/30", "all 16/30", "all 24/30"],
        says: &[INTENDED, "Mentees, at the end</p>", "Mentors, at the end</p>"],
        never: &[NOT_RECORDED, "can be judged"],
        ..PLAIN
    },
    Case {
        name: "one role, and of the other one cannot tell",
        figures: ["all 16/30", "all 24/30", "all 16/30", "all 17/30"],
        says: &[UNCLEAR],
        ..PLAIN
    },
    Case {
        name: "the roles part ways",
        figures: ["all 16/30", "all 24/30", "all 24/30", "all 16/30"],
        says: &[UNCLEAR, "points higher", "points lower"],
        ..PLAIN
    },
    Case {
        name: "one role the other way, and of the other one cannot tell",
        figures: ["all 16/30", "all 17/30", "all 24/30", "all 16/30"],
        says: &[OTHER],
        ..PLAIN
    },
    Case {
        name: "one role, and the other holds too little",
        figures: ["all 16/30", "all 24/30", "<=3/30", "all 16/30"],
        says: &[INTENDED, "Only one of 2 figures can be judged"],
        ..PLAIN
    },
    Case {
        name: "the value is reached",
        target: "at_least: 0.8",
        says: &[INTENDED, "Hoped for 80% or more: reached."],
        ..PLAIN
    },
    Case {
        name: "fuller records could tell whether it is reached",
        figures: ["all 16/30", "24/30", "", ""],
        target: "at_least: 0.85",
        says: &[INTENDED, "Hoped for 85% or more: fuller records could tell whether it was reached."],
        ..PLAIN
    },
    Case {
        name: "the value is not reached",
        target: "at_least: 0.81",
        says: &[INTENDED, "Hoped for 81% or more: not reached."],
        ..PLAIN
    },
];
