//! What stands in for a `program.yaml`, or for a key of it, that could not be read: all else is still checked.
//!
//! Reports nothing: what is missing has been told where it was read, and nothing need follow from it.

use crate::diag::{Place, Span};
use crate::model::{Cx, Decode, Entry, Node, Program, Value};

/// Reads the program. A key that it cannot do without is told and stood in for, so that its contacts,
/// editions and all else that it does say are known.
pub(super) fn program(node: &Node, cx: &mut Cx) -> Option<Program> {
    if let Some(program) = Program::decode(node, cx) {
        return Some(program);
    }
    let Value::Map(written) = &node.value else { return None };
    let with = |keys: &[&str]| {
        let stays = written.iter().filter(|entry| !keys.contains(&&*entry.key)).cloned();
        let stands_in = entries().into_iter().filter(|entry| keys.contains(&&*entry.key));
        let node = Node { span: node.span, value: Value::Map(stays.chain(stands_in).collect()) };
        Program::decode(&node, &mut Cx::new(cx.file))
    };
    let least: [&[&str]; 3] = [&["schema"], &["name"], &["schema", "name"]];
    least.into_iter().find_map(with).or_else(|| {
        // Without its length, nothing that is counted in weeks can be judged: it counts as unread.
        let program = with(&["schema", "name", "weeks"])?;
        Some(Program { origin: Place::default(), ..program })
    })
}

/// The whole program, where there is none.
pub(super) fn nothing() -> Program {
    let node = Node { span: Span::default(), value: Value::Map(entries()) };
    Program::decode(&node, &mut Cx::default())
        .unwrap_or_else(|| unreachable!("it has all keys that a program needs"))
}

fn entries() -> Vec<Entry> {
    let entry = |key: &str, value| Entry {
        key: key.into(),
        key_span: Span::default(),
        node: Node { span: Span::default(), value },
    };
    let languages = vec![Node { span: Span::default(), value: Value::Str("en".into()) }];
    vec![
        entry("schema", Value::Int(1)),
        entry("name", Value::Str("".into())),
        entry("weeks", Value::Int(1)),
        entry("languages", Value::List(languages)),
    ]
}
