//! Files for machines: site map, robots, headers, search documents.

use std::fmt::Write as _;

pub use crate::pages::SitemapEntry;
use crate::pages::view::SearchDoc;

/// `sitemap.xml`. Made only where the site knows its own address.
pub fn sitemap(pages: &[SitemapEntry]) -> Vec<u8> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        let _ = write!(xml, "<url><loc>{}</loc>", escape(&page.url));
        if let Some(day) = page.changed {
            let _ = write!(xml, "<lastmod>{day}</lastmod>");
        }
        for (language, url) in &page.languages {
            let (language, url) = (escape(language), escape(url));
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\"/>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

/// `robots.txt`: an edition that is not public asks not to be listed. `base` ends in a slash.
pub fn robots(base: &str, public: bool) -> Vec<u8> {
    let text = if public {
        format!("User-agent: *\nAllow: /\n\nSitemap: {base}sitemap.xml\n")
    } else {
        "User-agent: *\nDisallow: /\n".to_owned()
    };
    text.into_bytes()
}

/// `_headers`, as Netlify and Cloudflare Pages read it. The policy in each page cannot forbid framing; this can.
pub fn headers(policy: &str) -> Vec<u8> {
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n\n/*.ics\n  Content-Type: text/calendar; charset=utf-8\n\n\
         /*.csv\n  Content-Type: text/csv; charset=utf-8\n"
    )
    .into_bytes()
}

/// The search documents of a language, as a script: it also runs from `file://`, where nothing can be fetched.
pub fn search_docs(docs: &[SearchDoc]) -> Vec<u8> {
    let mut script = b"window.mentorbookDocs = [\n".to_vec();
    for (i, doc) in docs.iter().enumerate() {
        if i > 0 {
            script.extend_from_slice(b",\n");
        }
        // Plain structs of text and numbers always serialise.
        script.extend(serde_json::to_vec(doc).unwrap_or_default());
    }
    script.extend_from_slice(b"\n];\n");
    script
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn the_site_map_escapes_and_names_languages() {
        let languages = vec![("es".to_owned(), "https://x/es/?a&b".to_owned())];
        let page = SitemapEntry {
            url: "https://x/?a&b".to_owned(),
            changed: NaiveDate::from_ymd_opt(2026, 5, 4),
            languages,
        };
        let xml = String::from_utf8(sitemap(&[page])).unwrap();
        assert!(xml.contains("<loc>https://x/?a&amp;b</loc><lastmod>2026-05-04</lastmod>"));
        assert!(xml.contains("hreflang=\"es\" href=\"https://x/es/?a&amp;b\""));
    }

    #[test]
    fn search_documents_are_one_statement() {
        let doc = SearchDoc { title: "A \"B\"".to_owned(), ..SearchDoc::default() };
        let script = String::from_utf8(search_docs(&[doc.clone(), doc])).unwrap();
        let json =
            script.strip_prefix("window.mentorbookDocs = ").unwrap().trim_end().strip_suffix(';').unwrap();
        let list: Vec<serde_json::Value> = serde_json::from_str(json).unwrap();
        assert_eq!((list.len(), list[0]["title"].as_str()), (2, Some("A \"B\"")));
    }
}
