//! Nobody is quoted or named without consent that is still good.

use chrono::NaiveDate;

use super::{Ctx, Rule, field};
use crate::diag::{Code, Diagnostic, Place, Severity};
use crate::model::{Consent, Population};

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
        const { &[&QUOTE_CONSENT] }
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

/// Words or a name without live consent.
pub static QUOTE_CONSENT: Code = Code {
    word: "quote-consent",
    severity: Severity::Error,
    says: "Words and names of people stand in public files only with consent that was granted, is dated and has not ended; a minor's with a guardian's.",
    why: "People said yes to something, for a time. Who withdraws must be able to rely on it.",
    example: "- text: We both learned to ask.\n  consent: granted\n  consent_on: 2026-11-20\n  scope: [public]\n  expires: 2028-11-20",
    fix: "Ask again, or remove the entry.",
};
