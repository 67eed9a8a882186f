//! The codes of row files. What they say never holds data, so that public logs may print it.

use crate::diag::{Code, Severity};

macro_rules! codes {
    ($( $(#[doc = $doc:literal])+ $name:ident $word:literal $severity:ident { $says:literal, $why:literal, $example:literal, $fix:literal } )*) => {
        $( $(#[doc = $doc])+ pub static $name: Code = Code {
            word: $word,
            severity: Severity::$severity,
            says: $says,
            why: $why,
            example: $example,
            fix: $fix,
        }; )*
        /// All of them.
        pub static CODES: &[&Code] = &[$( &$name, )*];
    };
}

codes! {
    /// Git tracks rows.
    ROWS_TRACKED "rows-tracked" Error {
        "A file with rows about people is not kept in git.",
        "A repository is copied, and its history keeps what was once in it: nobody can take it back.",
        "private/          # in .gitignore, beside content/",
        "Take the file out of git (`git rm --cached FILE`), add the folder to .gitignore, and think of the history as well. Samples say `fictional: true` in program.yaml."
    }
    /// A file that cannot be read.
    ROWS_UNREADABLE "rows-unreadable" Error {
        "A row file is UTF-8 text up to 512 MB, with a line of column names and one row a line; in YAML, a list of rows up to 5 MB.",
        "What cannot be read cannot be counted: a whole file, or the line with a quotation mark too many.",
        "match,ended_on,initiated_by,reason,procedure,certified\nm01,2026-09-18,scheduled,completed_term,planned_completed,yes",
        "Export it again as CSV in UTF-8; close quotation marks that are open."
    }
    /// A file that nothing reads.
    ROWS_UNKNOWN_FILE "rows-unknown-file" Warning {
        "A file in a cohort's private folder has one of the known names.",
        "A file under another name is read by nobody, and its rows count nowhere.",
        "match.csv      # wrong\nmatches.csv    # right",
        "Rename the file. Answers to a survey stand in responses-SURVEY.csv."
    }
    /// A column that must not be there.
    ROWS_FORBIDDEN_COLUMN "rows-forbidden-column" Error {
        "No column holds incidents, allegations, diagnoses or free notes about people.",
        "Such records belong with those who are responsible for them, under their own protection, and in no file beside outcomes.",
        "match,ended_on,reason,notes     # wrong: notes",
        "Remove the column from the file. `held_elsewhere` as a reason says that the responsible person knows more."
    }
    /// A column that is not known.
    ROWS_UNKNOWN_COLUMN "rows-unknown-column" Error {
        "A column of a row file is one of those it takes, or is named in `extra_columns` of the cohort.",
        "A misspelt column is data that counts nowhere.",
        "matchd_on      # wrong\nmatched_on     # right",
        "Correct the name; name columns that are kept for other uses in cohort.yaml: `extra_columns: [region]`."
    }
    /// A column that is not there.
    ROWS_MISSING_COLUMN "rows-missing-column" Error {
        "A row file has all of its columns; cells may be empty.",
        "An empty cell says that nothing is recorded; a missing column may be a slip of the export.",
        "match,ended_on,initiated_by,reason,procedure,certified",
        "Add the column to the first line, and leave its cells empty where nothing is known."
    }
    /// A cell that cannot be read.
    ROWS_VALUE "rows-value" Error {
        "A cell holds a value of its column: a date, a whole number, one of its words, or nothing.",
        "A row that cannot be read is left out, and the figures would be counted over fewer people.",
        "2026-3-2       # wrong\n2026-03-02     # right",
        "Correct the cell; empty it where nothing is recorded."
    }
    /// A cell that names nothing.
    ROWS_REFERENCE "rows-reference" Error {
        "A row names a match, person, session, check-in, site, track or criterion that exists.",
        "A row that belongs to nothing is left out.",
        "match,ended_on\nm1,2026-09-18      # wrong: matches.csv calls it m01\nm01,2026-09-18     # right",
        "Correct the id, or add what it names."
    }
    /// Rows about matches, and no matches.
    ROWS_MISSING_FILE "rows-missing-file" Error {
        "Where rows name matches, matches.csv stands beside them and has rows.",
        "Without the matches nothing can be said of how they went, and a closed cohort would be released for good without them.",
        "private/cohorts/2024-autumn/: endings.csv, meetings.csv     # and matches.csv?",
        "Put matches.csv into the folder; look for it under another name, with another ending, or one folder above."
    }
    /// A row that waits for another.
    ROWS_WAITING "rows-waiting" Notice {
        "A row is about a match or a person whose own row is left out.",
        "It is left out, or counts for no match, until the other row is corrected, and then counts by itself.",
        "matches.csv: m01,…,31/12/2024      # left out, and with it each row about m01",
        "Correct the row in matches.csv or participants.csv; this one needs nothing."
    }
    /// One row twice.
    ROWS_DUPLICATE "rows-duplicate" Error {
        "A match, an ending, an attendance, an answer stands in one row.",
        "The second row is left out, for counting it would count somebody twice.",
        "match,ended_on\nm01,2026-09-18\nm01,2026-10-02     # wrong: the same match again",
        "Keep the row that is right."
    }
    /// Dates in the wrong order.
    ROWS_ORDER "rows-order" Error {
        "Nothing in a row ends before it begins.",
        "Lengths of matches are counted from these dates.",
        "matched_on 2026-03-09, ended_on 2025-09-18     # wrong: the year before",
        "Correct one of the two dates; most often it is the year."
    }
    /// A value outside its scale.
    ROWS_SCALE "rows-scale" Warning {
        "An answer lies on the scale of its question; another one counts as not recorded.",
        "A 7 on a scale that ends at 5 is a slip, or an answer to another question.",
        "belong-1\n7      # wrong on a scale from 1 to 5",
        "Look at the form again; empty the cell if the answer cannot be known."
    }
    /// Somebody on both sides.
    MATCH_BOTH_SIDES "match-both-sides" Warning {
        "Nobody is mentor and mentee of one match.",
        "Their answers and hours would count on both sides.",
        "mentors p1;p2, mentees p2     # p2 twice",
        "Correct the cell. In a group of peers this may be meant; then it can stay."
    }
    /// Nobody accompanies a match.
    MATCH_ALONE "match-alone" Warning {
        "A match has a mentor, or at least a facilitator.",
        "Without either, nobody is there for the mentee.",
        "mentors empty, facilitator empty",
        "Add who accompanies the match; if nobody did, say so in its ending."
    }
    /// Too many matches for one mentor.
    MENTOR_CAPACITY "mentor-capacity" Warning {
        "No mentor holds more matches at a time than `capacity_per_mentor` allows.",
        "Mentors with too many matches answer late, and leave.",
        "capacity_per_mentor: 2     # and one person is mentor of three active matches",
        "Share the matches, or agree on another capacity in program.yaml."
    }
    /// Matches that follow each other in a circle.
    REMATCH_CYCLE "rematch-cycle" Error {
        "No match is, by way of others, its own predecessor.",
        "Histories of people are followed along `rematch_of` and `continues`; a circle has no beginning.",
        "m01 rematch_of m02, m02 rematch_of m01     # wrong",
        "Empty the cell of the match that came first."
    }
    /// An early ending of which little is known.
    ENDING_UNEXPLAINED "ending-unexplained" Warning {
        "A match that ended early has a date and a reason.",
        "Why matches end early is what a program can learn most from; `declined_to_say` and `held_elsewhere` are answers too.",
        "endings.csv: m02,2026-06-30,mentee,life_change,planned_completed,no",
        "Add the date and the reason in endings.csv."
    }
    /// An ending that its match contradicts.
    ENDING_CONTRADICTION "ending-contradiction" Warning {
        "The ending of a match fits its status: what is completed ended near its time or with its goals met, what ended early did not end with `completed_term`, and what is only proposed did not end.",
        "Completing is the figure that most is read from, and a row that says both counts for one of them.",
        "matches.csv: m02,…,completed,…\nendings.csv: m02,2026-03-30,mentee,mismatch,abrupt,no     # completed, or ended early?",
        "Correct the status in matches.csv, or the reason or the date in endings.csv; the message says how the match counts until then."
    }
    /// A closed cohort with an open match.
    STATUS_MISSING "status-missing" Warning {
        "In a closed cohort the status of each match is recorded.",
        "A match of which nobody knows the end is neither a success nor a failure, and widens every figure.",
        "m11,p530,p046,,,,     # status empty",
        "Write completed, ended_early or rematched; leave it empty if nobody can tell any more."
    }
    /// An answer about a match that is not there.
    RESPONSE_MATCH "response-unknown-match" Warning {
        "A response names a match that exists.",
        "It counts among the answers, but not for any match.",
        "responses-end-mentee.csv: p240,m99,2026-11-20,4",
        "Correct the id of the match, or empty the cell."
    }
    /// An answer that contradicts what else is known.
    RESPONSE_CONTRADICTION "response-contradiction" Warning {
        "A response fits its survey: its date the wave, its person the match and the role, its columns the promise and the questions.",
        "An answer at the wrong wave hides or invents a change.",
        "wave end, answered before the match began",
        "Correct the date, the match or the survey's file."
    }
    /// A survey without answers.
    RESPONSES_MISSING "responses-missing" Warning {
        "The answers to each survey of a closed cohort stand in a file of their own.",
        "A file that was forgotten looks as if nobody had been asked, and a closed cohort is released once.",
        "cohort.yaml: surveys: [{ id: end-mentee, … }]      # and no responses-end-mentee.csv",
        "Put the answers into responses-SURVEY.csv; take the survey out of cohort.yaml if nobody was asked."
    }
    /// More forms than people who were asked.
    RESPONSES_INVITED "responses-invited" Error {
        "No more people hand in a survey than were invited; a blank form is handed in, too.",
        "What share answered is told beside each figure, and here it would be more than everybody.",
        "cohort.yaml: invited: 12      # and 38 people in responses-end-mentee.csv",
        "Correct `invited` in cohort.yaml, or take out the rows that do not belong there."
    }
    /// Somebody who answered before.
    RESPONSE_TWICE "response-twice" Warning {
        "A person counts once in a survey, with the earliest answer, and once in surveys that ask the same at the same wave.",
        "Whoever answers once for each match, or under two ids, would weigh more than the others.",
        "responses-end-mentor.csv: p310,m04,2026-11-18,4 and p310,m09,2026-11-20,5      # the second is left out",
        "Keep the row that is right and take the other one out; it is left out and counted until then."
    }
    /// Rows that do not count.
    ROWS_LEFT_OUT "rows-left-out" Notice {
        "Faulty rows are left out and counted.",
        "A figure over the remaining rows is about fewer people than there were.",
        "3 of 120 rows are left out",
        "Correct the rows that are named; this notice goes when none is left."
    }
}
