//! Where a key of an entity stands: entities know their own place, findings want that of the value.
//!
//! Reads the entity's few lines again; only rules that found something ask.

use super::Ctx;
use crate::diag::{Place, Span};
use crate::model::{Node, Value};
use crate::parse::yaml;

/// The value below these keys (a number picks from a list); the entity itself where there is none.
pub(super) fn value(cx: &Ctx, entity: Place, keys: &[&str]) -> Place {
    find(cx, entity, keys).map_or(entity, |(_, value)| value)
}

/// The last of these keys itself; the entity where there is none.
pub(super) fn key(cx: &Ctx, entity: Place, keys: &[&str]) -> Place {
    find(cx, entity, keys).map_or(entity, |(key, _)| key)
}

fn find(cx: &Ctx, entity: Place, keys: &[&str]) -> Option<(Place, Place)> {
    let text = &cx.sources.get(entity.file)?.text;
    let start = entity.span.start as usize;
    let lines = text.get(entity.span.range())?;
    // The first line is brought to its own column again, so that the others are indented as it is.
    let column = start - text[..start].rfind('\n').map_or(0, |at| at + 1);
    let padded = format!("{}{lines}", " ".repeat(column));
    let root = yaml::parse(entity.file, &padded, &mut Vec::new())?;
    let shift = |span: Span| {
        let back = |at: u32| (at as usize + start).saturating_sub(column);
        let written = text.get(back(span.start)..back(span.end)).unwrap_or_default().trim_end();
        Place::new(entity.file, Span::new(back(span.start), back(span.start) + written.len()))
    };
    let (key, node) = keys.iter().try_fold((root.span, &root), |(_, node), key| step(node, key))?;
    Some((shift(key), shift(node.span)))
}

fn step<'n>(node: &'n Node, key: &str) -> Option<(Span, &'n Node)> {
    match &node.value {
        Value::Map(entries) => entries.iter().find(|e| &*e.key == key).map(|e| (e.key_span, &e.node)),
        Value::List(items) => items.get(key.parse::<usize>().ok()?).map(|item| (item.span, item)),
        _ => None,
    }
}
