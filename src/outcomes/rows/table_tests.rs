//! CSV and YAML as people export them, read cell by cell: what is found again is what was read.

use std::sync::Arc;

use super::table::Table;
use crate::diag::FileId;

fn rows(path: &str, text: &str) -> Vec<Vec<String>> {
    let text: Arc<str> = text.into();
    let table = Table::open(FileId(0), path, &text, &mut Vec::new()).unwrap();
    let mut all = vec![table.columns.clone()];
    let mut starts = Vec::new();
    table.each(|record| {
        assert!(record.torn.is_none());
        all.push(record.cells.iter().map(str::to_owned).collect());
        starts.push(record.at);
    });
    // What is found again is what was read.
    for (row, at) in all[1..].iter().zip(starts) {
        for (column, cell) in row.iter().enumerate() {
            let place = table.cell(at, column);
            assert_eq!(text[place.span.range()].replace("\"\"", "\""), *cell.trim(), "{text}");
        }
    }
    all
}

#[test]
fn csv_in_all_its_dresses() {
    let plain = vec![vec!["a", "b"], vec!["1", "x;y"], vec!["2", ""]];
    let texts = [
        "a,b\n1,x;y\n2,\n",
        "a,b\r\n1,x;y\r\n2,\r\n",
        "a;b\n1;\"x;y\"\n2;\n",
        "a\tb\n1\tx;y\n2\t",
        "sep=;\r\na;b\r\n1;\"x;y\"\r\n\r\n;\r\n2;\r\n",
        "a,b\n\n\n1,\"x;y\"\n,\n2,\"\"",
        "\r\n\na;b\n1;\"x;y\"\n2;",
        "\"a\",b\r1,x;y\r2,\r",
    ];
    for text in texts {
        assert_eq!(rows("x.csv", text), plain, "{text:?}");
    }
    let quoted = rows("x.csv", "a,b\n\"says \"\"so\"\", twice\",\"two\nlines\"\nñ, é \n");
    assert_eq!(quoted[1], ["says \"so\", twice", "two\nlines"]);
    assert_eq!(quoted[2], ["ñ", " é "]);
}

#[test]
fn yaml_rows() {
    let text = "- a: 1\n  b: [x, y]\n- { a: 2, c: yes }\n";
    let text: Arc<str> = text.into();
    let table = Table::open(FileId(0), "x.yaml", &text, &mut Vec::new()).unwrap();
    assert_eq!(table.columns, ["a", "b", "c"]);
    let mut all = Vec::new();
    table.each(|record| {
        all.push((
            text[table.cell(record.at, 0).span.range()].to_owned(),
            record.cells.iter().collect::<Vec<_>>().join("|"),
        ));
    });
    assert_eq!(all, [("1".into(), "1|x;y|".into()), ("2".into(), "2||yes".to_owned())]);
}

#[test]
fn a_wrong_quote_costs_its_own_line() {
    let cases = [
        ("a,b\n1,\"x\n2,y\n3,z\n", "6 never closed", "2|y 3|z"),
        ("a,b\n1,\"x\n2,y\n3,\"z\"\n", "6 closed only 2 lines below", "2|y 3|z"),
        ("a,b\n1,\"x\n2,\"y\"\n3,z\n", "6 closed only in the next line", "2|y 3|z"),
        ("a,b\n1,\"x\"x\n2,y\n", "6 in the middle of a text", "2|y"),
    ];
    for (text, says, sound) in cases {
        let text: Arc<str> = text.into();
        let table = Table::open(FileId(0), "x.csv", &text, &mut Vec::new()).unwrap();
        let (mut torn, mut rows) = (Vec::new(), Vec::new());
        table.each(|record| match record.torn {
            Some(tear) => torn.push(format!("{} {}", tear.place.span.start, tear.message)),
            None => rows.push(record.cells.iter().collect::<Vec<_>>().join("|")),
        });
        let (at, end) = says.split_once(' ').unwrap();
        assert!(torn.len() == 1 && torn[0].starts_with(at) && torn[0].ends_with(end), "{torn:?}");
        assert_eq!(rows.join(" "), sound, "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn nothing_panics(text in "[a-c,;\"\n\r\té ]{0,40}") {
        let text: Arc<str> = text.into();
        if let Some(table) = Table::open(FileId(0), "x.csv", &text, &mut Vec::new()) {
            table.each(|record| {
                for column in 0..=record.cells.len() {
                    assert!(text.get(table.cell(record.at, column).span.range()).is_some());
                }
                assert!(record.torn.is_none_or(|torn| text.get(torn.place.span.range()) == Some("\"")));
            });
            table.names();
            assert!((0..text.len()).all(|at| table.column_at(at) != Some("")));
        }
    }
}
