//! What the preview adds to a page: the script that reloads it, and the errors of the last build.

/// Where the preview's own files stand.
pub(super) const OWN: &str = "/_mentorbook";

const HEAD: &str = "<link rel=\"stylesheet\" href=\"/_mentorbook/preview.css\">\
                    <script src=\"/_mentorbook/preview.js\" defer></script>";

/// A page of the site as the preview shows it; the file itself stays as it is. What is added is the
/// server's own and no inline script or style, so that the page's policy allows it as it stands.
pub(super) fn dress(html: &str, errors: &str) -> String {
    let mut out = String::with_capacity(html.len() + HEAD.len() + errors.len() + 300);
    let (head, rest) = html.split_at(html.find("</head>").unwrap_or(0));
    out.push_str(head);
    out.push_str(HEAD);
    let body = rest.find("<body").and_then(|at| Some(at + rest[at..].find('>')? + 1)).unwrap_or(0);
    out.push_str(&rest[..body]);
    out.push_str(&notice(errors, "This page is as it was before."));
    out.push_str(&rest[body..]);
    out
}

/// The page where the site has none: after a first build that failed, or at an address that does not exist.
pub(super) fn stand_in(errors: &str) -> String {
    let (title, text) = if errors.is_empty() {
        ("Not found", "<p>The site has no page here. <a href=\"/\">Its home page</a></p>".to_owned())
    } else {
        ("Not built", notice(errors, "The site has not been built yet."))
    };
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>{HEAD}</head>\
         <body>{text}</body></html>"
    )
}

fn notice(errors: &str, state: &str) -> String {
    if errors.is_empty() {
        return String::new();
    }
    let errors = errors.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<details id=\"mentorbook-errors\" role=\"alert\" lang=\"en\" dir=\"ltr\" open><summary>The build found errors. \
         {state}</summary><pre tabindex=\"0\">{errors}</pre></details>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><title>T</title></head>\
                       <body class=\"x\"><p>Text</p></body></html>";

    #[test]
    fn a_page_gets_the_script_and_the_errors() {
        let page = dress(PAGE, "a < b");
        assert!(page.contains("defer></script></head><body class=\"x\"><details"));
        assert!(page.contains("a &lt; b</pre></details><p>Text</p>"));
        assert!(!dress(PAGE, "").contains("<details"));
    }

    #[test]
    fn a_page_without_head_or_body_still_shows() {
        assert!(dress("plain", "wrong").ends_with("plain"));
    }
}
