//! Two real pages, which are no part of the project: the corpus beside the checkout, or where `PLENARY_CORPUS` says.

use serde_json::{Value, json};

use crate::documents::rendered;
use crate::problem::{NO_CORPUS, Problem, ensure};
use crate::support::{Page, corpus, plenary, run_well};

/// What has to be found in a page, counted by hand.
pub(crate) struct Counts {
    pub(crate) name: &'static str,
    date: Option<[&'static str; 3]>,
    speeches: usize,
    profiles: usize,
    initials: usize,
    /// One speaker: speeches, and declared words a minute, words, seconds.
    speaker: (&'static str, usize, [u64; 3]),
}

pub(crate) const PAGES: &[Counts] = &[
    Counts {
        name: "igf-2023-ws-107",
        date: None,
        speeches: 61,
        profiles: 10,
        initials: 0,
        speaker: ("John Hering", 22, [211, 2806, 797]),
    },
    Counts {
        name: "informal-multistakeholder-consultations",
        date: Some(["2024-06-07", "09:00:00", "09:30:00"]),
        speeches: 9,
        profiles: 5,
        initials: 5,
        speaker: ("Chair", 5, [123, 733, 357]),
    },
];

/// A page of the corpus.
///
/// # Errors
/// [`Problem::NotRun`] where there is no corpus.
pub(crate) fn page(name: &str) -> Result<Page, Problem> {
    let path = corpus().join(format!("{name}.txt"));
    if path.is_file() {
        Ok(Page { name: format!("corpus/{name}"), sample: path.clone(), path })
    } else {
        Err(Problem::NotRun(NO_CORPUS.to_owned()))
    }
}

/// `plenary inspect --json` counts what was counted by hand, accounts for every byte, and finds nothing wrong.
pub(crate) fn counts(counts: &Counts) -> Result<(), Problem> {
    let page = page(counts.name)?;
    let messages = rendered(&page)?.messages;
    let warned = messages.lines().any(|line| line.starts_with("warning") || line.starts_with("error"));
    ensure(!warned, || format!("converting it warns:\n{messages}"))?;
    let json = run_well(plenary().arg("inspect").arg(&page.path).arg("--json"))?;
    let found: Value = serde_json::from_slice(&json).map_err(|error| error.to_string())?;
    let speakers = found["speakers"].as_array().map(Vec::as_slice).unwrap_or_default();
    let with_initials = speakers.iter().filter(|speaker| !speaker["initials"].is_null()).count();
    let (name, speeches, [speed, length, time]) = counts.speaker;
    let speaker = speakers.iter().find(|speaker| speaker["name"] == name).unwrap_or(&Value::Null);
    let time_of_day = counts
        .date
        .map(|[date, start, end]| json!({ "date": date, "start": start, "end": end, "zone": null }));
    let size = page.text().len();
    for (what, found, wanted) in [
        ("time", &found["time"], json!(time_of_day)),
        ("speeches", &found["counts"]["speeches"], json!(counts.speeches)),
        ("profiles", &found["counts"]["profiles"], json!(counts.profiles)),
        ("initials", &json!(with_initials), json!(counts.initials)),
        ("unrecognised", &found["counts"]["unrecognised"], json!(0)),
        ("bytes covered", &found["coverage"]["covered"], json!(size)),
        ("gaps", &found["coverage"]["gaps"], json!([])),
        ("overlaps", &found["coverage"]["overlaps"], json!([])),
        ("diagnostics", &found["diagnostics"], json!([])),
        (name, &speaker["speeches"], json!(speeches)),
        (name, &speaker["declared"], json!({ "speed": speed, "length": length, "time": time })),
    ] {
        ensure(*found == wanted, || format!("{what}: {found}, not {wanted}"))?;
    }
    Ok(())
}
