//! Whom to call: numbers that can be dialled, addresses that can be written to, and a policy that says when.
//!
//! Looks at the form alone; whether somebody answers, no program can know.

use super::{Ctx, Rule, field, program};
use crate::diag::{Code, Diagnostic, Edit, Place, Severity};
use crate::model::Contact;

/// The emergency number, and the phones and addresses of contacts.
#[derive(Debug)]
pub struct Contacts;

/// What `init` writes for the safeguarding lead: it looks real and reaches nobody.
const MADE_UP: [&str; 2] = ["+34 600 000 000", "safe@example.org"];

impl Rule for Contacts {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&CONTACT_FORM, &PLACEHOLDER, &SAFEGUARDING_MISSING] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let program = &cx.handbook.program;
        if !program::is_read(program) {
            return;
        }
        if let Some(number) = &program.emergency {
            let place = || field::value(cx, program.origin, &["emergency"]);
            found.extend(phone(number, 2, place));
        }
        for contact in &program.contacts {
            reachable(cx, contact, found);
            if !program.fictional {
                made_up(cx, contact, found);
            }
        }
        if program.policies.as_ref().is_none_or(|policies| policies.safeguarding.is_none()) {
            let place = match &program.policies {
                Some(policies) => policies.origin,
                None => Place::whole(program.origin.file),
            };
            found.push(
                Diagnostic::new(&SAFEGUARDING_MISSING, place, "the program names no safeguarding policy")
                    .help("add `safeguarding:` under `policies` in program.yaml, with the guide that says whom to call"),
            );
        }
    }
}

fn reachable(cx: &Ctx, contact: &Contact, found: &mut Vec<Diagnostic>) {
    if let Some(number) = &contact.phone {
        found.extend(phone(number, 3, || field::value(cx, contact.origin, &["phone"])));
    }
    let Some(address) = contact.email.as_deref().filter(|address| !is_mail(address)) else { return };
    let place = field::value(cx, contact.origin, &["email"]);
    let message = format!("`{address}` is not a mail address");
    let finding = Diagnostic::new(&CONTACT_FORM, place, message)
        .help("write the address alone, such as hello@example.org: no name, no `mailto:`, no spaces");
    found.push(straight(finding, address));
}

fn phone(number: &str, least: usize, place: impl Fn() -> Place) -> Option<Diagnostic> {
    let is_dialled =
        |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '.' | '*' | '#');
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if digits >= least && number.chars().all(is_dialled) {
        return None;
    }
    let message = match number.trim() {
        "" => "there is no number here".to_owned(),
        _ => format!("`{number}` cannot be dialled"),
    };
    let help = "write one number in straight quotes, with digits, spaces and + alone: \"112\"";
    Some(straight(Diagnostic::new(&CONTACT_FORM, place(), message).help(help), number))
}

/// Curly quotes around a value are what a word processor makes of straight ones: those were meant.
fn straight(finding: Diagnostic, value: &str) -> Diagnostic {
    let curly = |c: char| matches!(c, '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»');
    let inside = value.trim_matches(curly);
    if inside == value || inside.contains(['"', '\\']) {
        return finding;
    }
    let edit = Edit { place: finding.primary.place, text: format!("\"{inside}\"") };
    let help = "curly quotes do not count as quotes in YAML: use straight ones";
    Diagnostic { suggestion: Some(edit), sure: true, ..finding.help(help) }
}

fn is_mail(address: &str) -> bool {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[]:;,\"“”‘’„«»\\@".contains(c);
    let Some((name, host)) = address.split_once('@') else { return false };
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    !name.is_empty() && is_host && name.chars().chain(host.chars()).all(plain)
}

fn made_up(cx: &Ctx, contact: &Contact, found: &mut Vec<Diagnostic>) {
    for (key, value) in [("phone", &contact.phone), ("email", &contact.email)] {
        if value.as_deref().is_some_and(|value| MADE_UP.contains(&value)) {
            let place = field::value(cx, contact.origin, &[key]);
            let message =
                format!("this {key} of `{}` is the one that `init` made up: it reaches nobody", contact.id);
            found.push(Diagnostic::new(&PLACEHOLDER, place, message).help(format!(
                "write the {key} at which people reach you; until then, keep the site to yourselves"
            )));
        }
    }
}

/// A number or address that leads nowhere.
pub static CONTACT_FORM: Code = Code {
    word: "contact-form",
    severity: Severity::Error,
    says: "The emergency number, phones and mail addresses are written so that a tap on them works.",
    why: "They stand at the foot of every page, for the moment when somebody needs help and nobody has time to puzzle.",
    example: "emergency: “112”                      # wrong: the quotes are part of the number\nemergency: \"112\"                      # right\nemail: Ana <hello@example.org>        # wrong\nemail: hello@example.org              # right",
    fix: "Write one number with digits, spaces and +, and a mail address alone; hours and words have keys of their own.",
};

/// A contact of the starter.
pub static PLACEHOLDER: Code = Code {
    word: "placeholder",
    severity: Severity::Warning,
    says: "A contact still has the phone or mail address that `mentorbook init` made up.",
    why: "It looks real. Somebody in danger would call it, and nobody would answer.",
    example: "phone: \"+34 600 000 000\"   # made up by init",
    fix: "Write the real one in program.yaml and wherever a guide repeats it; `--strict` keeps the site from being built until then.",
};

/// A program without a safeguarding policy.
pub static SAFEGUARDING_MISSING: Code = Code {
    word: "safeguarding-missing",
    severity: Severity::Warning,
    says: "The program names the guide that says whom to call, and the limits of confidentiality.",
    why: "Every page links to it; without the key the link is missing from all of them, and no page says so.",
    example: "policies:\n  safeguarding: safety   # guides/safety.md",
    fix: "Write the guide and name it under `policies.safeguarding` in program.yaml.",
};
