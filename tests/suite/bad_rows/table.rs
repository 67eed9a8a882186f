//! Every kind of bad input in a row file, with what is told of it.

use super::{ANSWERS, ENDINGS, MATCHES, PEOPLE};

/// One slip, the file that it is made in, and the lines that tell of it: place, message, remedy.
pub(super) struct Case {
    pub kind: &'static str,
    pub file: &'static str,
    pub bytes: Vec<u8>,
    pub told: &'static [&'static str],
}

fn case(
    kind: &'static str,
    file: &'static str,
    bytes: impl Into<Vec<u8>>,
    told: &'static [&'static str],
) -> Case {
    Case { kind, file, bytes: bytes.into(), told }
}

#[allow(clippy::too_many_lines)] // a table: one entry for each kind of slip
pub(super) fn cases() -> Vec<Case> {
    let ending = |rows: &str| format!("{ENDINGS}{rows}");
    let answer = |rows: &str| format!("{ANSWERS}{rows}");
    let matched = |rows: &str| format!("{MATCHES}{rows}");
    let latin =
        [ENDINGS.as_bytes(), b"m1,2026-01-16,scheduled,completed_term,planned_completed,s\xed\n"].concat();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(ENDINGS.bytes().flat_map(|b| [b, 0])).collect();
    vec![
        case(
            "a missing column",
            "endings.csv",
            "match,ended_on,initiated_by,procedure,certified\n",
            &[
                "endings.csv:1:1: error[rows-missing-column]: the column `reason` is missing",
                "  add it to the first line; its cells may be empty",
            ],
        ),
        case(
            "a column that is misspelt",
            "endings.csv",
            "match,ended_on,initiated_by,reasons,procedure,certified\n",
            &[
                "endings.csv:1:29: error[rows-unknown-column]: `reasons` is not a column of this file",
                "  did you mean `reason`?",
            ],
        ),
        case(
            "a missing column without which rows say nothing",
            "endings.csv",
            "ended_on,initiated_by,reason,procedure,certified\n2026-01-16,,,,\n",
            &[
                "endings.csv:1:1: error[rows-missing-column]: the column `match` is missing",
                "  add it to the file: a row says nothing without it",
            ],
        ),
        case(
            "a title above the names",
            "endings.csv",
            format!("Endings of autumn 2025\n{ENDINGS}"),
            &[
                "endings.csv:1:1: error[rows-missing-column]: the first line names no column of this file",
                "  the first line holds the column names, and nothing stands above it; this file takes: match, ended_on, initiated_by, reason, procedure, certified",
            ],
        ),
        case(
            "a form's own export",
            "responses-end-mentee.csv",
            "Timestamp,Email address,I feel that I belong here\n2026/01/16 10:01:22,a@example.org,5\n",
            &[
                "responses-end-mentee.csv:1:1: error[rows-missing-column]: the first line names no column of this file",
                "  the first line holds the column names, and nothing stands above it; this file takes: person, code, match, answered_on",
            ],
        ),
        case(
            "a column without a name",
            "endings.csv",
            "match,ended_on,initiated_by,reason,procedure,certified,,\nm1,2026-01-16,,,,,,5\n",
            &[
                "endings.csv:1:57: error[rows-unknown-column]: this column has no name, and rows with something in it",
                "  it takes: match, ended_on, initiated_by, reason, procedure, certified; name others in `extra_columns` of cohort.yaml",
            ],
        ),
        case(
            "two exports put together",
            "endings.csv",
            format!("{ENDINGS}m1,2026-01-16,,,,\n{ENDINGS}m2,2026-01-16,,,,\n"),
            &[
                "endings.csv:3:1: error[rows-duplicate]: the line of column names stands here once more",
                "  take the line out",
            ],
        ),
        case(
            "a workbook under another name",
            "endings.csv",
            &b"PK\x03\x04\x14\0\x06\0"[..],
            &[
                "endings.csv:1:1: error[rows-unreadable]: this is a workbook of a spreadsheet program under another name, not CSV",
                "  export it again and choose “CSV UTF-8”, or save it with that encoding",
            ],
        ),
        case(
            "a file that was not written to its end",
            "endings.csv",
            [ENDINGS.as_bytes(), &[0; 4096]].concat(),
            &[
                "endings.csv:1:1: error[rows-unreadable]: from line 2 on, this file holds bytes that are no text: it is damaged, or was not written to its end",
                "  export it again and choose “CSV UTF-8”, or save it with that encoding",
            ],
        ),
        case(
            "a line without end",
            "endings.csv",
            ending(&"x".repeat(2_000_000)),
            &[
                "endings.csv:1:1: error[rows-unreadable]: line 2 is longer than a row can be (1 MB): is this another kind of file?",
                "  export it again and choose “CSV UTF-8”, or save it with that encoding",
            ],
        ),
        case(
            "rows that are packed",
            "endings.csv.gz",
            "x",
            &[
                "endings.csv.gz:1:1: warning[rows-unknown-file]: `endings.csv.gz` is read by nothing here, and its rows count nowhere",
                "  export it as CSV in UTF-8, under the name endings.csv",
            ],
        ),
        case(
            "rows without an ending",
            "responses-end-mentee",
            "x",
            &[
                "responses-end-mentee:1:1: warning[rows-unknown-file]: `responses-end-mentee` is read by nothing here, and its rows count nowhere",
                "  export it as CSV in UTF-8, under the name responses-end-mentee.csv",
            ],
        ),
        case(
            "a column that must not be",
            "endings.csv",
            "match,ended_on,initiated_by,reason,procedure,certified,notes\n",
            &[
                "endings.csv:1:56: error[rows-forbidden-column]: a column `notes` must not be here",
                "  remove it from the file; such records belong with those who are responsible for them",
            ],
        ),
        case(
            "an unknown match",
            "endings.csv",
            ending("m9,2026-01-16,,,,\n"),
            &[
                "endings.csv:2:1: error[rows-reference]: there is no match `m9`",
                "  correct the id, or give the match a row in matches.csv",
            ],
        ),
        case(
            "an unknown person",
            "exits.csv",
            "match,person,role,exit,would_rematch\nm1,p9,mentee,held,yes\n",
            &[
                "exits.csv:2:4: error[rows-reference]: there is no person `p9`",
                "  correct the id, or give the person a row in participants.csv",
            ],
        ),
        case(
            "an unknown person in a match",
            "matches.csv",
            matched("m4,p5,p9;p2,,,completed,,,,,,,,,\n"),
            &[
                "matches.csv:5:7: error[rows-reference]: there is no person `p9`",
                "  correct the id, or give the person a row in participants.csv",
            ],
        ),
        case(
            "an unknown match in an answer",
            "responses-end-mentee.csv",
            answer("p2,m9,2026-01-14,4,\n"),
            &[
                "responses-end-mentee.csv:2:4: warning[response-unknown-match]: this cohort has no match with this id",
                "  correct the id, or empty the cell; the answer counts, but for no match",
            ],
        ),
        case(
            "an answer outside the scale",
            "responses-end-mentee.csv",
            answer("p2,m1,2026-01-14,7,\n"),
            &[
                "responses-end-mentee.csv:2:18: warning[rows-scale]: `7` is not an answer to this question, which takes 1 to 5",
                "  look at the form again; until then the cell counts as not recorded",
            ],
        ),
        case(
            "an answer that is no number",
            "responses-end-mentee.csv",
            answer("p2,m1,2026-01-14,agree,\n"),
            &[
                "responses-end-mentee.csv:2:18: warning[rows-scale]: `agree` is not an answer to this question, which takes 1 to 5",
                "  look at the form again; until then the cell counts as not recorded",
            ],
        ),
        case(
            "planned to end before it began",
            "matches.csv",
            matched("m4,p1,p3,2025-09-08,2025-01-16,completed,,,,,,,,,\n"),
            &[
                "matches.csv:5:21: error[rows-order]: `planned_end` (2025-01-16) comes before `matched_on` (2025-09-08)",
                "  correct one of the two dates; most often it is the year",
            ],
        ),
        case(
            "ended before it began",
            "endings.csv",
            ending("m1,2025-01-16,scheduled,completed_term,,\n"),
            &[
                "endings.csv:2:4: error[rows-order]: `ended_on` (2025-01-16) comes before `matched_on` (2025-09-08) in matches.csv",
                "  correct one of the two dates; most often it is the year",
            ],
        ),
        case(
            "a day that is not",
            "endings.csv",
            ending("m1,2026-02-30,,,,\n"),
            &[
                "endings.csv:2:4: error[rows-value]: `2026-02-30` is not a date",
                "  write year-month-day: 2026-03-02",
            ],
        ),
        case(
            "a date of another country",
            "endings.csv",
            ending("m1,16/01/2026,,,,\n"),
            &[
                "endings.csv:2:4: error[rows-value]: `16/01/2026` is not a date",
                "  write year-month-day: 2026-03-02",
            ],
        ),
        case(
            "a row twice",
            "endings.csv",
            ending("m1,2026-01-16,,,,\nm2,2026-01-16,,,,\nm1,2026-01-09,,,,\n"),
            &[
                "endings.csv:4:1: error[rows-duplicate]: there is a row with the same match already",
                "  keep the row that is right",
            ],
        ),
        case(
            "an answer twice",
            "responses-end-mentee.csv",
            answer("p2,m1,2026-01-15,4,\np2,m1,2026-01-14,5,\n"),
            &[
                "responses-end-mentee.csv:2:1: error[rows-duplicate]: this answer stands in another row already",
                "  the earliest answer counts, and this row is left out; keep the one that is right",
            ],
        ),
        case(
            "answers under two ids",
            "responses-end-mentee.csv",
            answer("p2,m1,2026-01-14,4,\np4,m3,2026-01-15,5,\n"),
            &[
                "responses-end-mentee.csv:3:1: warning[response-twice]: this person has answered already, under an id that `same_as` joins to this one",
                "  the earliest answer counts, and this row is left out; keep the one that is right",
            ],
        ),
        case(
            "an answer for each of two matches",
            "responses-end-mentee.csv",
            answer("p3,m2,2026-01-14,4,\np3,,2026-01-15,5,\n"),
            &[
                "responses-end-mentee.csv:3:1: warning[response-twice]: this person has answered this survey in another row already",
                "  the earliest answer counts, and this row is left out; keep the one that is right",
            ],
        ),
        case(
            "same_as that names nobody",
            "participants.csv",
            format!("{PEOPLE}p6,mentee,,,,,p77\n"),
            &[
                "participants.csv:7:15: error[rows-reference]: `same_as` names nobody: no cohort has a person with this id",
                "  correct the id, or empty the cell",
            ],
        ),
        case(
            "more answers than invited",
            "responses-end-mentee.csv",
            answer("p2,m1,2026-01-14,4,\np3,m2,2026-01-14,4,\np1,,2026-01-14,4,\np5,,2026-01-14,2,\n"),
            &[
                "responses-end-mentee.csv:1:1: error[responses-invited]: 4 people handed it in, answered or blank, but 3 were invited",
                "  correct `invited` in cohort.yaml, or take out the rows that do not belong here",
            ],
        ),
        case(
            "semicolons below commas",
            "endings.csv",
            ending("m1;2026-01-16;;;;\nm2,2026-01-16,,,,\n"),
            &[
                "endings.csv:2:1: error[rows-value]: this row has 1 cell, but the first line names 6 columns",
                "  its cells are not separated as those of the first line are: choose one separator for the file",
            ],
        ),
        case(
            "a row that is too long",
            "endings.csv",
            ending("m1,2026-01-16,,,,,yes\n"),
            &[
                "endings.csv:2:19: error[rows-value]: this row has 7 cells, but the first line names 6 columns",
                "  a cell that holds the separator needs quotes around it; empty cells need their separators too",
            ],
        ),
        case(
            "a row that is cut short",
            "endings.csv",
            ending("m1,2026-01-16,\n"),
            &[
                "endings.csv:2:1: error[rows-value]: this row has 3 cells, but the first line names 6 columns",
                "  a cell that holds the separator needs quotes around it; empty cells need their separators too",
            ],
        ),
        case(
            "a stray quote",
            "endings.csv",
            ending("m1,\"2026-01-16,,,,\nm2,2026-01-16,,,,\n"),
            &[
                "endings.csv:2:4: error[rows-unreadable]: a quotation mark is opened here and never closed",
                "  close it at the end of its cell; where it is part of the text, write it twice and put quotation marks around the whole cell",
            ],
        ),
        case(
            "a stray quote with another below",
            "responses-end-mentee.csv",
            answer("p2,m1,2026-01-14,4,\"He said\np3,m2,2026-01-14,4,\"fine\"\n"),
            &[
                "responses-end-mentee.csv:2:20: error[rows-unreadable]: a quotation mark is opened here and closed only in the next line",
                "  close it at the end of its cell; where it is part of the text, write it twice and put quotation marks around the whole cell",
            ],
        ),
        case(
            "quotes within a text",
            "responses-end-mentee.csv",
            answer("p2,m1,2026-01-14,4,\"They said \"go on\" to me\"\np3,m2,2026-01-14,9,\n"),
            &[
                "responses-end-mentee.csv:2:20: error[rows-unreadable]: a quotation mark is opened here and closed in the middle of a text",
                "  close it at the end of its cell; where it is part of the text, write it twice and put quotation marks around the whole cell",
                "responses-end-mentee.csv:3:18: warning[rows-scale]: `9` is not an answer to this question, which takes 1 to 5",
                "  look at the form again; until then the cell counts as not recorded",
            ],
        ),
        case(
            "a quote among the names",
            "endings.csv",
            "match,\"ended_on,initiated_by,reason,procedure,certified\nm1,,,,,\n",
            &[
                "endings.csv:1:7: error[rows-unreadable]: a quotation mark is opened in the line of column names and not closed there",
                "  close it at the end of its cell; where it is part of the text, write it twice and put quotation marks around the whole cell",
            ],
        ),
        case(
            "Latin-1",
            "endings.csv",
            latin,
            &[
                "endings.csv:2:59: error[rows-unreadable]: this file is not UTF-8 text: a letter here in the column `certified` cannot be read",
                "  export it again and choose “CSV UTF-8”, or save it with that encoding",
            ],
        ),
        case(
            "UTF-16",
            "endings.csv",
            utf16,
            &[
                "endings.csv:1:1: error[rows-unreadable]: this file is not UTF-8 text, but UTF-16",
                "  export it again and choose “CSV UTF-8”, or save it with that encoding",
            ],
        ),
        case(
            "an unseen character",
            "applicants.csv",
            "person,role,applied_on,status,status_on\np7\u{200b},mentee,,,\n",
            &[
                "applicants.csv:2:1: error[rows-value]: this id holds a character that cannot be seen",
                "  type the cell anew: two ids that look the same would be two people",
            ],
        ),
        case(
            "an empty file",
            "endings.csv",
            "",
            &[
                "endings.csv:1:1: error[rows-unreadable]: this file is empty: it has no line of column names",
                "  export it again; a file of which nothing is known yet holds its column names alone",
            ],
        ),
        case(
            "nothing but blank lines",
            "endings.csv",
            "\u{feff}\r\n  \r\n",
            &[
                "endings.csv:1:1: error[rows-unreadable]: this file is empty: it has no line of column names",
                "  export it again; a file of which nothing is known yet holds its column names alone",
            ],
        ),
        case(
            "a list that is no list of rows",
            "endings.yaml",
            "- m1\n- match: m2\n  ended_on:\n    day: 2026-01-16\n",
            &[
                "endings.yaml:1:3: error[rows-unreadable]: this row names no columns",
                "  each row of the list takes keys and values: `match: m01`",
                "endings.yaml:4:5: error[rows-value]: `day: 2026-01-16` is not a date",
                "  write year-month-day: 2026-03-02",
            ],
        ),
        case(
            "a spreadsheet",
            "endings.xlsx",
            "PK",
            &[
                "endings.xlsx:1:1: warning[rows-unknown-file]: `endings.xlsx` is read by nothing here, and its rows count nowhere",
                "  export it as CSV in UTF-8, under the name endings.csv",
            ],
        ),
        case(
            "a name with capitals",
            "ENDINGS.CSV",
            ENDINGS,
            &[
                "ENDINGS.CSV:1:1: warning[rows-unknown-file]: `ENDINGS.CSV` is read by nothing here, and its rows count nowhere",
                "  rename it to endings.csv",
            ],
        ),
        case(
            "a completed match with the reason of an early ending",
            "endings.csv",
            ending("m1,2026-01-16,mentee,mismatch,planned_completed,yes\n"),
            &[
                "endings.csv:2:22: warning[ending-contradiction]: matches.csv says that this match was completed, and this reason that it ended early: it counts as completed",
                "  correct the status in matches.csv, or the reason",
            ],
        ),
        case(
            "a completed match that ended long before its time",
            "endings.csv",
            ending("m1,2025-10-01,scheduled,completed_term,planned_completed,yes\n"),
            &[
                "endings.csv:2:4: warning[ending-contradiction]: matches.csv says that this match was completed, and it ended before three quarters of its planned time: it counts as completed",
                "  correct the date, or the status in matches.csv; if its goals were met, the reason is `goals_met_early`",
            ],
        ),
        case(
            "a survey that is not",
            "responses-end-mente.csv",
            ANSWERS,
            &[
                "responses-end-mente.csv:1:1: warning[rows-unknown-file]: this cohort has no survey `end-mente`",
                "  rename it to responses-end-mentee.csv, or add the survey to cohort.yaml",
            ],
        ),
    ]
}
