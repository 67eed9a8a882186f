//! Nobody is quoted or named without consent that is still good, or in words that were not approved.

use chrono::NaiveDate;

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{Consent, Population, Text};

/// Consent of those who are quoted or named.
#[derive(Debug)]
pub struct LiveConsent;

/// Consent, however it is written.
struct Given<'a> {
    what: &'a str,
    entity: Place,
    consent: Consent,
    on: Option<NaiveDate>,
    expires: Option<NaiveDate>,
    guardian: Option<NaiveDate>,
}

impl Rule for LiveConsent {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&QUOTE_CONSENT, &QUOTE_TEXT] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        for quote in cx.handbook.cohorts.iter().flat_map(|cohort| &cohort.quotes) {
            let given = Given {
                what: "these words",
                entity: quote.origin,
                consent: quote.consent,
                on: quote.consent_on,
                expires: quote.expires,
                guardian: quote.guardian_consent,
            };
            hold(cx, &given, found);
            let hash = fingerprint(&quote.text);
            if quote.approved_text_hash.as_ref().is_some_and(|approved| *approved != hash) {
                let place = field::value(cx, quote.origin, &["approved_text_hash"]);
                let message = "these are not the words that were approved";
                let help = format!(
                    "have them read again; if they may stand, write `approved_text_hash: \"{hash}\"`"
                );
                found.push(Diagnostic::new(&QUOTE_TEXT, place, message).help(help));
            }
        }
        for person in &cx.handbook.people {
            let given = Given {
                what: "this name",
                entity: person.origin,
                consent: person.consent,
                on: person.consent_on,
                expires: person.expires,
                guardian: person.guardian_consent,
            };
            // Staff of a program for minors are adults: only those whom a guardian speaks for are held to it.
            hold(cx, &Given { guardian: given.guardian.or(given.on), ..given }, found);
        }
    }
}

fn hold(cx: &Ctx, given: &Given, found: &mut Vec<Diagnostic>) {
    let today = cx.handbook.today;
    let what = given.what;
    let minors = cx.handbook.program.population == Population::Minor;
    let (key, message) = match (given.consent, given.on, given.expires) {
        (Consent::Denied, ..) => ("consent", format!("consent to {what} was denied")),
        (Consent::Withdrawn, ..) => ("consent", format!("consent to {what} was withdrawn")),
        (_, None, _) => ("consent", format!("consent to {what} has no date")),
        (_, Some(on), _) if on > today => {
            ("consent_on", format!("consent to {what} is dated {on}, after today"))
        }
        (_, _, Some(expires)) if expires < today => {
            ("expires", format!("consent to {what} ended on {expires}"))
        }
        _ if minors && given.guardian.is_none() => {
            ("consent", format!("consent to {what} lacks that of a guardian"))
        }
        _ => return,
    };
    let help = match key {
        "consent" if given.consent == Consent::Granted => {
            "add `consent_on`, and `guardian_consent` for a minor"
        }
        "consent_on" => "correct the date",
        _ => "remove the entry; what is taken out of git stays in its history, so think of that as well",
    };
    found.push(Diagnostic::new(&QUOTE_CONSENT, field::value(cx, given.entity, &[key]), message).help(help));
}

/// The hash of a text in all its languages: what `approved_text_hash` holds.
fn fingerprint(text: &Text) -> String {
    let mut hasher = blake3::Hasher::new();
    let named: Vec<&str> = text.languages().collect();
    for language in if named.is_empty() { vec![""] } else { named } {
        hasher.update(language.as_bytes()).update(&[0]);
        hasher.update(text.exact(language).unwrap_or_default().as_bytes()).update(&[0]);
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// Words or a name without live consent.
pub static QUOTE_CONSENT: Code = Code {
    word: "quote-consent",
    severity: Severity::Error,
    says: "Words and names of people stand in public files only with consent that was granted, is dated and has not ended; a minor's with a guardian's.",
    why: "People said yes to something, for a time. Who withdraws must be able to rely on it.",
    example: "- text: We both learned to ask.\n  consent: granted\n  consent_on: 2026-11-20\n  scope: [public]\n  expires: 2028-11-20",
    fix: "Ask again, or remove the entry.",
};

/// Words that changed after they were approved.
pub static QUOTE_TEXT: Code = Code {
    word: "quote-text",
    severity: Severity::Error,
    says: "`approved_text_hash` is the hash of the words as they were approved, in all their languages; these are others.",
    why: "Somebody agreed to exact words. A correction or a new translation may say what they did not.",
    example: "- text: We both learned to ask.\n  approved_by: coordinator\n  approved_text_hash: \"0000000000000000\"   # wrong; the finding tells the right one",
    fix: "Have the words read again by whoever approves them, then write the hash that the finding tells.",
};
