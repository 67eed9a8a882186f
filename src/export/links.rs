//! Links of a page that stands by itself: whole addresses where the site has one, else words alone.
//!
//! Reads the tags of a page that was drawn for the site; must not change its words.

/// The page, whose address on the site is `address`, below `base` where the site has one. A picture gets what
/// `embed` gives for its address on the site, if anything.
pub(super) fn alone(
    html: &str,
    address: &str,
    base: Option<&str>,
    embed: &mut dyn FnMut(&str) -> Option<String>,
) -> String {
    let base = base.map(|base| base.trim_end_matches('/'));
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    // An `<a>` never stands inside another: the next `</a>` belongs to it.
    let mut is_span = false;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let (tag, after) = rest[at..].split_at(tag_end(&rest[at..]));
        rest = after;
        match name(tag) {
            "a" => {
                let link = linked(tag, address, base);
                is_span = link.starts_with("<span");
                out.push_str(&link);
            }
            "/a" if is_span => {
                is_span = false;
                out.push_str("</span>");
            }
            "img" => out.push_str(&picture(tag, address, embed)),
            "style" => {
                let end = rest.find("</style").unwrap_or(rest.len());
                out.push_str(tag);
                out.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            _ => out.push_str(tag),
        }
    }
    out.push_str(rest);
    out
}

/// Where the tag ends that begins here; a `>` in quotes does not end it.
fn tag_end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn name(tag: &str) -> &str {
    tag[1..].split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default()
}

/// A link that leads somewhere from anywhere, or a `<span>` that looks like it.
fn linked(tag: &str, address: &str, base: Option<&str>) -> String {
    let Some((from, to)) = value(tag, "href") else { return tag.to_owned() };
    let href = &tag[from..to];
    let (before, after) = (&tag[..from], &tag[to..]);
    match (target(href, address), base) {
        (Target::Whole, _) => tag.to_owned(),
        (Target::Here(anchor), _) => format!("{before}{anchor}{after}"),
        (Target::Site(path), Some(base)) => format!("{before}{base}/{path}{after}"),
        (Target::Site(_), None) => {
            let class = value(tag, "class")
                .map_or_else(String::new, |(from, to)| format!(" class=\"{}\"", &tag[from..to]));
            let lang = value(tag, "lang")
                .map_or_else(String::new, |(from, to)| format!(" lang=\"{}\"", &tag[from..to]));
            format!("<span{class}{lang}>")
        }
    }
}

/// A picture that is not in the page is told in its words.
fn picture(tag: &str, address: &str, embed: &mut dyn FnMut(&str) -> Option<String>) -> String {
    let Some((from, to)) = value(tag, "src") else { return tag.to_owned() };
    let inside = match target(&tag[from..to], address) {
        Target::Site(path) => embed(&path),
        _ if tag[from..to].starts_with("data:") => return tag.to_owned(),
        _ => None,
    };
    match inside {
        Some(data) => format!("{}{data}{}", &tag[..from], &tag[to..]),
        None => value(tag, "alt").map_or("", |(from, to)| &tag[from..to]).to_owned(),
    }
}

/// Where the value of an attribute stands. The engine writes them all with double quotes.
fn value(tag: &str, name: &str) -> Option<(usize, usize)> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    Some((from, from + tag[from..].find('"')?))
}

enum Target<'t> {
    /// As it is, from anywhere.
    Whole,
    /// On this page.
    Here(&'t str),
    /// On the site, from its root.
    Site(String),
}

fn target<'t>(href: &'t str, address: &str) -> Target<'t> {
    if href.starts_with('#') {
        return Target::Here(href);
    }
    let scheme = href.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    if scheme || href.starts_with("//") {
        return Target::Whole;
    }
    let (path, more) = href.split_at(href.find(['?', '#']).unwrap_or(href.len()));
    let mut parts: Vec<&str> = address.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if path == address && more.starts_with('#') { Target::Here(more) } else { Target::Site(path + more) }
}

#[cfg(test)]
mod tests {
    use super::alone;

    #[test]
    fn links() {
        const BASE: &str = "https://x.org/book/";
        for (base, html, expected) in [
            (
                Some(BASE),
                "<a href=\"../index.html\">b</a>",
                "<a href=\"https://x.org/book/index.html\">b</a>",
            ),
            (Some(BASE), "<a href=\"b.csv\">b</a>", "<a href=\"https://x.org/book/cohort/b.csv\">b</a>"),
            (
                Some(BASE),
                "<a class=\"x\" href=\"../q.html?a#b\">b</a>",
                "<a class=\"x\" href=\"https://x.org/book/q.html?a#b\">b</a>",
            ),
            (Some(BASE), "<a href=\"a.html#why\">b</a>", "<a href=\"#why\">b</a>"),
            (None, "<a href=\"a.html#why\">b</a>", "<a href=\"#why\">b</a>"),
            (
                None,
                "<a class=\"x\" href=\"../q.html\" lang=\"es\"><b>q</b></a> <a href=\"#y\">y</a>",
                "<span class=\"x\" lang=\"es\"><b>q</b></span> <a href=\"#y\">y</a>",
            ),
            (None, "<a href=\"mailto:a@b.org\">b</a>", "<a href=\"mailto:a@b.org\">b</a>"),
            (None, "<a href=\"https://e.org/\">e</a>", "<a href=\"https://e.org/\">e</a>"),
            (None, "<a id=\"here\">e</a>", "<a id=\"here\">e</a>"),
            (None, "<i title=\"a > b\">x</i> 1 &lt; 2", "<i title=\"a > b\">x</i> 1 &lt; 2"),
            (Some(BASE), "<img alt=\"Two people\" src=\"../t.jpg\">", "Two people"),
            (
                None,
                "<img alt=\"A plan\" src=\"../plan.svg\" width=\"3\">",
                "<img alt=\"A plan\" src=\"data:x\" width=\"3\">",
            ),
            (
                None,
                "<style>a > b { }</style><a href=\"b.html\">c</a>",
                "<style>a > b { }</style><span>c</span>",
            ),
        ] {
            let mut embed = |path: &str| (path == "plan.svg").then(|| "data:x".to_owned());
            assert_eq!(alone(html, "cohort/a.html", base, &mut embed), expected, "{html}");
        }
    }
}
