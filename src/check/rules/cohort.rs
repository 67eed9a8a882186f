//! What a cohort says of its design: features with values that the program declares.

use super::{Ctx, Rule};
use crate::diag::{Code, Diagnostic, Severity};
use crate::model::{Feature, FeatureKind, FeatureValue};

/// The values of features.
#[derive(Debug)]
pub struct FeatureValues;

impl Rule for FeatureValues {
    fn codes(&self) -> &'static [&'static Code] {
        const { &[&FEATURE_VALUE] }
    }

    fn check(&self, cx: &Ctx, found: &mut Vec<Diagnostic>) {
        let features = &cx.handbook.program.features;
        for cohort in &cx.handbook.cohorts {
            for (used, value, place) in &cohort.file.features.0 {
                let Some(feature) = features.iter().find(|f| f.id == used.id) else { continue };
                if let Some(mut diagnostic) = mismatch(feature, value, *place, cx.handbook.first_language()) {
                    diagnostic = diagnostic.also(feature.origin, "declared here");
                    found.push(diagnostic);
                }
            }
        }
    }
}

fn mismatch(
    feature: &Feature,
    value: &FeatureValue,
    place: crate::diag::Place,
    first: &str,
) -> Option<Diagnostic> {
    let say = |message: String| Diagnostic::new(&FEATURE_VALUE, place, message);
    let id = &feature.id;
    let choices = || feature.choices.iter().map(|choice| choice.get(first, first));
    let listed = || choices().collect::<Vec<_>>().join(", ");
    match (feature.kind, value) {
        (FeatureKind::Number, FeatureValue::Number(_)) | (FeatureKind::YesNo, FeatureValue::YesNo(_)) => None,
        (FeatureKind::Choice, FeatureValue::Choice(choice))
            if feature.choices.iter().any(|c| c.says(choice)) =>
        {
            None
        }
        (FeatureKind::Choice, FeatureValue::Choice(choice)) => {
            let near = crate::diag::nearest(choice, choices()).is_some();
            let message = format!("`{choice}` is not a choice of `{id}`, which takes: {}", listed());
            let diagnostic = say(message);
            Some(if near {
                diagnostic.nearest(choice, choices())
            } else {
                diagnostic.help("write one of them, or add it to program.yaml")
            })
        }
        (FeatureKind::Number, _) => {
            let unit = feature.unit.as_ref().map_or("a plain number", |unit| unit.get(first, first));
            Some(
                say(format!("`{id}` takes a number ({unit})"))
                    .help("write digits alone: the unit stands in program.yaml"),
            )
        }
        (FeatureKind::YesNo, _) => Some(
            say(format!("`{id}` takes yes or no"))
                .help("write `yes` or `no`; leave the feature out where it is not recorded"),
        ),
        (FeatureKind::Choice, _) => {
            Some(say(format!("`{id}` takes a word")).help(format!("write one of: {}", listed())))
        }
    }
}

/// A value that the feature does not take.
pub static FEATURE_VALUE: Code = Code {
    word: "feature-value",
    severity: Severity::Error,
    says: "A feature of a cohort has a value of the kind that program.yaml declares.",
    why: "Cohorts are compared by their features; a value of another kind would stand apart as a design of its own.",
    example: "features:\n  training-hours: eight   # wrong: a number is declared\n  training-hours: 8       # right",
    fix: "Write a number, yes or no, or one of the declared choices. Leave the feature out where it is not recorded.",
};
