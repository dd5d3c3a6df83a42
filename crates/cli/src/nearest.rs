//! Names that come near what was asked for.

/// The name most like `name`, where one is like it at all.
pub(crate) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let name = name.to_lowercase();
    // What is common to two short names of which one has two letters swapped is little, but their distance is small.
    let is_slip = |candidate: &str| candidate.len() > 2 && strsim::osa_distance(&name, candidate) == 1;
    let likeness = |candidate: &str| {
        let likeness = strsim::jaro_winkler(&name, candidate);
        if is_slip(candidate) { likeness.max(0.9) } else { likeness }
    };
    let (likeness, nearest) =
        names.map(|candidate| (likeness(candidate), candidate)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (likeness > 0.8).then_some(nearest)
}

/// `a`, `b` and `c`.
pub(crate) fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => "none".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
