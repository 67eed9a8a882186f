//! Why no cross-table is printed: what an attacker derives from margins alone, held to published examples.
//!
//! The tables are oracles of the attack, not of the publisher, which has no form for a table of two variables.

use serde_json::Value;

/// What is known of a table: its margins, and the cells that are shown.
struct Known {
    rows: Vec<u32>,
    columns: Vec<u32>,
    cells: Vec<Vec<Option<u32>>>,
}

impl Known {
    /// The least and the most of every cell over all tables with these margins and shown cells.
    fn intervals(&self) -> Vec<Vec<(u32, u32)>> {
        let mut found = vec![vec![(u32::MAX, 0); self.columns.len()]; self.rows.len()];
        let mut table = vec![vec![0; self.columns.len()]; self.rows.len()];
        let (mut rows, mut columns) = (self.rows.clone(), self.columns.clone());
        self.fill(0, &mut table, &mut rows, &mut columns, &mut found);
        found
    }

    /// Tries every value of a cell and of those after it; `rows` and `columns` hold what is left of the margins.
    fn fill(
        &self,
        at: usize,
        table: &mut [Vec<u32>],
        rows: &mut [u32],
        columns: &mut [u32],
        found: &mut [Vec<(u32, u32)>],
    ) {
        let (i, j) = (at / columns.len(), at % columns.len());
        if i == rows.len() {
            if columns.iter().all(|left| *left == 0) {
                let each = table.iter().flatten().zip(found.iter_mut().flatten());
                for (value, (least, most)) in each {
                    (*least, *most) = (*value.min(least), *value.max(most));
                }
            }
            return;
        }
        let most = rows[i].min(columns[j]);
        // The last cell of a row takes what is left of it.
        let least = if j + 1 == columns.len() { rows[i] } else { 0 };
        for value in least..=most {
            if self.cells[i][j].is_none_or(|shown| shown == value) {
                table[i][j] = value;
                (rows[i], columns[j]) = (rows[i] - value, columns[j] - value);
                self.fill(at + 1, table, rows, columns, found);
                (rows[i], columns[j]) = (rows[i] + value, columns[j] + value);
            }
        }
    }

    /// A table with its margins, some cells hidden.
    fn hiding(table: &[Vec<u32>], is_hidden: impl Fn(usize, usize) -> bool) -> Self {
        let columns = (0..table[0].len()).map(|j| table.iter().map(|row| row[j]).sum()).collect();
        let hide = |(i, row): (usize, &Vec<u32>)| {
            row.iter().enumerate().map(|(j, value)| (!is_hidden(i, j)).then_some(*value)).collect()
        };
        let cells = table.iter().enumerate().map(hide).collect();
        Self { rows: table.iter().map(|row| row.iter().sum()).collect(), columns, cells }
    }
}

fn read<T: serde::de::DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

#[test]
fn margins_give_away_what_published_examples_say() {
    let all: Value = serde_json::from_str(include_str!("../data/margins.json")).unwrap();
    let [handbook, small, wide] = all["tables"].as_array().unwrap().as_slice() else {
        panic!("three tables")
    };

    let known = Known {
        rows: read(&handbook["rows"]),
        columns: read(&handbook["cols"]),
        cells: read(&handbook["cells"]),
    };
    assert_eq!(known.intervals(), read::<Vec<Vec<(u32, u32)>>>(&handbook["intervals"]));

    let table: Vec<Vec<u32>> = read(&small["cells_true"]);
    let hidden: Vec<(usize, usize)> = read(&small["hidden"]);
    let intervals = Known::hiding(&table, |i, j| hidden.contains(&(i, j))).intervals();
    for (place, wanted) in small["intervals_hidden"].as_object().unwrap() {
        let (i, j) = place.split_once(',').unwrap();
        let (i, j): (usize, usize) = (i.parse().unwrap(), j.parse().unwrap());
        assert_eq!(intervals[i][j], read::<(u32, u32)>(wanted), "{place}");
    }

    let table: Vec<Vec<u32>> = read(&wide["cells_true"]);
    for case in ["case_a", "case_b"] {
        let hidden: Vec<usize> = read(&wide[case]["hidden_columns"]);
        let intervals = Known::hiding(&table, |_, j| hidden.contains(&j)).intervals();
        assert_eq!(intervals[0], read::<Vec<(u32, u32)>>(&wide[case]["intervals_first_row"]), "{case}");
    }
}
