//! What a table means, beside it: a data package as the Frictionless standard describes it.
//!
//! Without a clock: a package of the same figures is the same bytes. Must not decide what a row says.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::pages::figures::{COLUMNS, Column, Holds, KEY};

/// What a package says beside its columns.
#[derive(Debug)]
pub struct Package<'p> {
    /// Its name: lowercase letters, digits, `-`, `_`, `.`.
    pub name: &'p str,
    /// Its title, in the default language.
    pub title: &'p str,
    /// A few sentences: how to read the table.
    pub description: &'p str,
    /// The release that it holds.
    pub version: &'p str,
    /// Where the site stands, and the page of these figures; empty where it is not known.
    pub homepage: &'p str,
    /// Who publishes it: the program.
    pub publisher: &'p str,
    /// Under what it may be used, by its SPDX name.
    pub license: Option<&'p str>,
    /// The file of the table, beside the package.
    pub path: &'p str,
    /// The table.
    pub csv: &'p [u8],
    /// What each column means, in order.
    pub columns: &'p [String],
}

/// `datapackage.json`.
pub fn package(of: &Package<'_>) -> Vec<u8> {
    let mut package = Map::new();
    let mut put = |key: &str, value: Value| package.insert(key.to_owned(), value);
    put("profile", json!("tabular-data-package"));
    put("name", json!(of.name));
    put("title", json!(of.title));
    put("description", json!(of.description));
    put("version", json!(of.version));
    if !of.homepage.is_empty() {
        put("homepage", json!(of.homepage));
    }
    let source = json!({ "title": of.publisher });
    let linked = json!({ "title": of.publisher, "path": of.homepage });
    put("sources", json!([if of.homepage.is_empty() { source } else { linked }]));
    if let Some(license) = of.license {
        put("licenses", json!([{ "name": license }]));
    }
    put("resources", json!([resource(of)]));
    let mut bytes = serde_json::to_vec_pretty(&Value::Object(package)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn resource(of: &Package<'_>) -> Value {
    let mut hash = String::from("sha256:");
    for byte in Sha256::digest(of.csv) {
        let _ = write!(hash, "{byte:02x}");
    }
    json!({
        "name": "figures",
        "path": of.path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": of.csv.len(),
        "hash": hash,
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": true, "header": true },
        "schema": {
            "fields": COLUMNS.iter().zip(of.columns).map(|(column, says)| field(column, says)).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": KEY,
        },
    })
}

fn field(column: &Column, says: &str) -> Value {
    let (kind, limits) = match column.holds {
        Holds::Text => ("string", json!({})),
        Holds::OneOf(words) => ("string", json!({ "enum": words })),
        Holds::Whole(None) => ("integer", json!({ "minimum": 0 })),
        Holds::Whole(Some(most)) => ("integer", json!({ "minimum": 0, "maximum": most })),
        Holds::Number => ("number", json!({ "minimum": 0 })),
    };
    let mut field = json!({ "name": column.name, "type": kind, "description": says });
    let mut limits = limits;
    if column.required {
        limits["required"] = json!(true);
    }
    if limits.as_object().is_some_and(|limits| !limits.is_empty()) {
        field["constraints"] = limits;
    }
    field
}
