//! What is still told: protection leaves figures to read, and nothing hidden moves a byte.

use super::one_table::{midpoint, scores};
use super::*;

#[test]
fn small_cohorts_print_something() {
    for x in 0..=12 {
        let told = printed(&adult(), &[question("m/completion", Asked::Tree(midpoint(&[x, 12 - x, 0, 0])))]);
        assert_eq!(told.iter().filter(|form| form.is_shown()).count(), 1, "{x} of 12");
    }
    for x in 0..=24 {
        let asked = [
            question("m/completion", Asked::Tree(midpoint(&[x, 24 - x, 0, 0]))),
            yes_no("m/expectations", 24 - x, x, 0),
            yes_no("r/safe@end/mentee", x, 20 - x.min(20), 24 - x.max(20)),
            question("r/trust@end/mentee", Asked::Mean(scores(&[0, 0, 0, x, 24 - x, 0]))),
        ];
        let shown = printed(&adult(), &asked).iter().filter(|form| form.is_shown()).count();
        assert!(shown >= 4, "{shown} figures at {x} of 24");
    }
    let Form::Mean { tenths: 44, clamp: Clamp::None, .. } =
        ladder::mean(both()[0], &scores(&[0, 0, 2, 10, 12, 0]))
    else {
        panic!("a good mean of 24 is printed as it is")
    };
}

#[test]
fn what_is_hidden_moves_no_byte() {
    let bytes = |x: u32, back: bool| {
        let mut asked =
            vec![yes_no("a/b", x, 12 - x, 0), yes_no("a/c/mentee", 6, 6, 0), yes_no("a/a@end", 5, 3, 4)];
        if back {
            asked.reverse();
        }
        serde_json::to_string(&facts(&adult(), &asked)).unwrap()
    };
    assert_eq!(bytes(9, false), bytes(10, false));
    assert_eq!(bytes(9, false), bytes(9, true));
    let read: Vec<Fact> = serde_json::from_str(&bytes(9, false)).unwrap();
    assert_eq!(serde_json::to_string(&read).unwrap(), bytes(9, false));
    let entry = entry(&[], release(&["c"], read, &ids(0..12)));
    let mut back: Entry = serde_json::from_str(&serde_json::to_string(&entry).unwrap()).unwrap();
    back.id.clone_from(&entry.id);
    assert_eq!(back, entry);
}

#[test]
fn no_policy_is_looser_than_its_floor() {
    let limits = |class, k, group| Policy::new(class, Stricter { k, group }).limits(Class::Ordinary);
    assert_eq!(limits(PopulationClass::Adult, Some(1), Some(2)), Limits { k: 3, group: 8 });
    assert_eq!(limits(PopulationClass::Mixed, Some(3), None), Limits { k: 5, group: 12 });
    assert_eq!(
        limits(PopulationClass::Adult, Some(5), None),
        Limits { k: 5, group: 12 },
        "the tails would meet"
    );
    assert_eq!(limits(PopulationClass::Minor, None, Some(20)), Limits { k: 5, group: 20 });
    assert_eq!(adult().limits(Class::Sensitive).raised(Raise::default()), Limits { k: 10, group: 22 });
    let loose =
        r#"{"version":7,"population":"minor","ordinary":{"k":1,"group":2},"sensitive":{"k":0,"group":0}}"#;
    assert_eq!(serde_json::from_str::<Policy>(loose).unwrap(), minor());
}

#[test]
fn a_key_reads_as_it_is_written() {
    for text in ["a/b", "a/b@end", "a/b/mentor", "2024.mentees/match-quality@mid-point/mentee"] {
        assert_eq!(key(text).to_string(), text);
    }
    for text in ["", "a", "a/", "/b", "a/b@", "a/b/", "a/b/c/d", "a/b@c@d", "a b/c"] {
        assert!(text.parse::<FactKey>().is_err(), "{text}");
    }
}
