//! What a step from one cohort to the next says, of each kind of figure and wording.

use super::*;

/// One measure of one question, asked in two cohorts.
struct Case {
    name: &'static str,
    before: Form,
    after: Form,
    /// How many answered of how many, before and after; of 0, nobody wrote it down.
    asked: [(u32, u32); 2],
    /// The last day of an earlier wording; the surveys closed on 30 June of 2001 and 2002.
    until: &'static str,
    says: [&'static str; 2],
}

const MANY: [(u32, u32); 2] = [(30, 40), (30, 40)];

fn cases() -> Vec<Case> {
    let case = |name, before, after, says| Case { name, before, after, asked: MANY, until: "", says };
    let asked = |name, asked, says| Case { asked, ..case(name, share(16, 30), share(24, 30), says) };
    let until = |name, until, says| Case { until, ..case(name, share(16, 30), share(24, 30), says) };
    let reworded = "a question was reworded after 30 June 2001";
    let reworded_es = "una pregunta cambió de redacción después del 30 de junio de 2001";
    let higher =
        "Higher than Year 1, by 27 percentage points; the difference may be anything from +3 to +47.";
    let higher_es =
        "Más que Year 1, por 27 puntos porcentuales; la diferencia puede ser cualquiera entre +3 y +47.";
    vec![
        case("higher", share(16, 30), share(24, 30), [higher, higher_es]),
        case(
            "same",
            share(16, 30),
            share(23, 30),
            [
                "Cannot be told apart from Year 1: the difference may be anything from −1 to +44",
                "No se distingue de Year 1",
            ],
        ),
        case(
            "open",
            share(16, 30),
            share(24, 30),
            ["fuller records alone could move a difference", "bastaría para mover una diferencia"],
        ),
        case("lower", share(24, 30), share(16, 30), ["Lower than Year 1, by 27", "Menos que Year 1, por 27"]),
        case("recorded", split(14, 10, 0), split(33, 5, 0), ["Higher than Year 1", "Más que Year 1"]),
        case(
            "unrecorded",
            split(14, 9, 1),
            split(33, 5, 0),
            ["one of the two depends on what was not recorded", "depende de lo que no se anotó"],
        ),
        case(
            "coded",
            share(16, 30),
            coded(27, 30),
            [
                "one of the two counts is “or more” or “or fewer”",
                "una de las dos cifras es «o más» u «o menos»",
            ],
        ),
        case(
            "means",
            mean(35, 5),
            mean(41, 5),
            ["is published too roughly to judge two means", "demasiado aproximada para juzgar dos medias"],
        ),
        case("scale", mean(35, 5), mean(41, 7), ["the scale of the answers changed", "cambió la escala"]),
        case(
            "form",
            mean(35, 5),
            share(6, 11),
            ["a mean is told of larger groups", "de los grupos grandes se da una media"],
        ),
        case(
            "few",
            Form::TooFew { group: 8 },
            share(24, 30),
            [
                "fewer than 8 Too few people to publish figures safely; it takes more where one person may be counted several times",
                "menos de 8",
            ],
        ),
        case(
            "hidden",
            Form::NotShown { why: Why::FewInCell },
            share(24, 30),
            ["not shown Not shown: it could tell of very few people.", ""],
        ),
        asked("forty", [(40, 100), (60, 100)], ["Higher than Year 1", "Más que Year 1"]),
        asked(
            "below-forty",
            [(39, 100), (60, 100)],
            ["at one of the two, fewer than 40% answered", "contestó menos del 40 %"],
        ),
        asked(
            "unknown",
            [(30, 40), (30, 0)],
            ["nobody wrote down how many were asked", "nadie anotó a cuántas personas"],
        ),
        asked(
            "below-sixty",
            [(60, 100), (59, 100)],
            [
                "59 of 100 answered. Had everybody, it would be between 24% and 100%.",
                "Contestaron 59 de 100.",
            ],
        ),
        asked("sixty", [(60, 100), (60, 100)], ["Higher than Year 1", ""]),
        until("break", "2001-06-30", [reworded, reworded_es]),
        until("before", "2001-06-29", [higher, higher_es]),
        until("last-day", "2002-06-29", ["reworded after 29 June 2002", ""]),
        until("after", "2002-06-30", [higher, higher_es]),
    ]
}

fn measured() -> (Vec<Case>, BTreeMap<String, String>) {
    let cases = cases();
    let (mut questions, mut measures) = ("questions:\n".to_owned(), String::new());
    for case in &cases {
        let name = case.name;
        let history = if case.until.is_empty() {
            String::new()
        } else {
            format!(", history: [{{ until: {}, text: Once? }}]", case.until)
        };
        writeln!(
            questions,
            "  - {{ id: q-{name}, text: Asked {name}?, role: mentee, answer: nps{history} }}"
        )
        .unwrap();
        writeln!(
            measures,
            "- {{ id: m-{name}, name: Measure {name}, construct: other, items: [q-{name}], roles: [mentee], waves: [end], score: {{ kind: nps }} }}"
        )
        .unwrap();
    }
    let facts = |i: u32| {
        let all = cases.iter().flat_map(|case| {
            let name = case.name;
            let form = if i == 1 { &case.before } else { &case.after };
            let (answered, invited) = case.asked[i as usize - 1];
            let mut all = vec![
                fact(&format!("s-{name}/m-{name}@end/mentee"), form.clone()),
                open(&format!("s-{name}/answered@end/mentee"), answered),
            ];
            if invited > 0 {
                all.push(open(&format!("s-{name}/invited@end/mentee"), invited));
            }
            all
        });
        all.collect()
    };
    let surveys = |i: u32| {
        let mut text = "surveys:\n".to_owned();
        for Case { name, .. } in &cases {
            writeln!(
                text,
                "  - {{ id: s-{name}, wave: end, role: mentee, closes: {}-06-30, questions: [q-{name}] }}",
                2000 + i
            )
            .unwrap();
        }
        text
    };
    let site =
        program(2, "", facts, surveys).with("questions.yaml", questions).with("measures.yaml", measures);
    let pages = site.build();
    (cases, pages)
}

#[test]
fn each_step_says_what_its_figures_allow() {
    let (cases, pages) = measured();
    let steps = ["Higher than", "Lower than", "Cannot be told", "Not compared", "breaks here"];
    for case in &cases {
        for (prefix, says) in ["", "es/"].iter().zip(case.says) {
            for page in [
                format!("{prefix}measure/m-{}.html", case.name),
                format!("{prefix}question/q-{}.html", case.name),
            ] {
                let text = words(&pages[&page]);
                assert!(text.contains(says), "{page}: {says:?} is not in {text}");
            }
        }
        let text = words(&pages[&format!("measure/m-{}.html", case.name)]);
        let said: Vec<_> = steps.iter().filter(|step| text.contains(**step)).collect();
        let none = matches!(case.name, "few" | "hidden");
        assert_eq!(said.len(), usize::from(!none), "{}: {said:?}", case.name);
        let open = matches!(case.name, "recorded" | "means" | "unrecorded");
        assert!(!(open && text.contains("fuller records alone")), "{}", case.name);
        let below_sixty = matches!(case.name, "forty" | "below-forty" | "below-sixty");
        assert_eq!(text.contains("Had everybody"), below_sixty, "{}", case.name);
    }
    let compare = words(&pages["compare.html"]);
    assert!(compare.contains("Measure higher") && compare.contains("Higher than Year 1"), "{compare}");
}

#[test]
fn gaps_have_no_drawing_and_a_reason() {
    let (_, pages) = measured();
    for (name, drawings) in [("few", 1), ("hidden", 1), ("higher", 2), ("scale", 2)] {
        let page = &pages[&format!("measure/m-{name}.html")];
        assert_eq!(page.matches("chart-range").count(), drawings, "{name}");
        // The scale changes below a break, and so does what stands under it.
        assert_eq!(page.matches("chart-axis").count(), if name == "scale" { 2 } else { 1 }, "{name}");
    }
}
