//! Options and formats, those of the manifest and others.

use plenary_host::{FailureKind, OptionInfo, Options};
use serde_json::{Map, json};

use super::super::bench::{Bench, Made, difference, fault, is_fault, is_same};
use super::super::verdict::{Finding, failed, noted, skipped};
use crate::nearest::list;
use crate::table::several;

/// Every few sessions in every format with these options, and what they are called.
fn made(bench: &Bench<'_>, called: &str, options: &Options) -> Vec<(String, Made)> {
    let mut made = Vec::new();
    for sample in bench.few() {
        for format in bench.formats() {
            let what = format!("{} as {} with {called}", sample.name, format.name);
            let document = bench.made(&what, &format.name, &sample.session, options);
            made.push((what, document));
        }
    }
    made
}

/// The defaults, set one and all.
pub(super) fn defaults(bench: &Bench<'_>) -> Result<String, Finding> {
    let options = bench.options();
    let defaults: Vec<_> =
        options.iter().filter_map(|option| Some((option.key.clone(), option.default?.clone()))).collect();
    if defaults.is_empty() {
        return Err(skipped("no option has a default"));
    }
    let plain = made(bench, "no options", &bench.plain());
    for (key, value) in &defaults {
        let called = format!("{key}={value}");
        let set = made(bench, &called, &bench.plain_and([(key.clone(), value.clone())]));
        if let Some(((what, set), (_, plain))) =
            set.iter().zip(&plain).find(|((_, set), (_, plain))| !is_same(set, plain))
        {
            return Err(failed(format!("{what}, which is its default: {}", difference(plain, set)))
                .help("\"default\" in the schema is what the plugin does where the option is not set"));
        }
    }
    Ok(format!("{} set to the default", several(defaults.len(), "option", "options")))
}

/// Every value that the schema names.
pub(super) fn values(bench: &Bench<'_>) -> Result<String, Finding> {
    let options = bench.options();
    if options.is_empty() {
        return Err(skipped("it has no options"));
    }
    let plain = made(bench, "no options", &bench.plain());
    let (mut number, mut idle) = (0, Vec::new());
    for option in &options {
        let mut makes_a_difference = false;
        for value in option.values() {
            number += 1;
            let called = format!("{}={value}", option.key);
            let set = made(bench, &called, &bench.plain_and([(option.key.clone(), value)]));
            for ((what, made), (_, plain)) in set.iter().zip(&plain) {
                makes_a_difference |= !is_same(made, plain);
                match made {
                    Err(failure) if is_fault(&failure.kind) => return Err(refused(what, option, failure)),
                    _ => {}
                }
            }
        }
        if !makes_a_difference {
            idle.push(option.key.as_str());
        }
    }
    let told =
        format!("{} of {}", several(number, "value", "values"), several(options.len(), "option", "options"));
    if idle.is_empty() {
        return Ok(told);
    }
    Err(noted(format!("{told}; no value of {} changes a sample", list(idle.into_iter()))).help(
        "fine where it is about what no sample has; \"examples\" in the schema name more values to try",
    ))
}

fn refused(what: &str, option: &OptionInfo<'_>, failure: &plenary_host::Failure) -> Finding {
    match failure.kind {
        FailureKind::Options(_) => failed(format!("{what}: {}, though its schema allows it", failure.kind))
            .help(format!("make the schema of `{}` as narrow as what the plugin takes", option.key)),
        _ => fault(what, failure),
    }
}

/// What a host never hands over.
pub(super) fn wrong(bench: &Bench<'_>) -> Result<String, Finding> {
    let mut wrong = vec![("plenary-unknown-option".to_owned(), json!(1))];
    for option in bench.options() {
        wrong.extend(option.misfits().into_iter().map(|value| (option.key.clone(), value)));
    }
    let mut refused = 0;
    let Some(sample) = bench.few().into_iter().next() else { return Err(skipped("there is no sample")) };
    let Some(format) = bench.formats().first() else { return Err(skipped("there is no format")) };
    for (key, value) in &wrong {
        let what = format!("{} as {} with {key}={value}", sample.name, format.name);
        let options = bench.plain_and([(key.clone(), value.clone())]);
        match bench.made(&what, &format.name, &sample.session, &options) {
            Err(failure) if matches!(failure.kind, FailureKind::Options(_)) => refused += 1,
            Err(failure) if is_fault(&failure.kind) => return Err(fault(&what, &failure)),
            _ => {}
        }
    }
    let nothing = Options::from(Map::new());
    let what = format!("{} as {} with no options at all", sample.name, format.name);
    if let Err(failure) = bench.made(&what, &format.name, &sample.session, &nothing)
        && is_fault(&failure.kind)
        && !matches!(failure.kind, FailureKind::Options(_))
    {
        return Err(fault(&what, &failure));
    }
    Ok(format!(
        "{}, {refused} of them refused; a host refuses them all",
        several(wrong.len(), "wrong option", "wrong options")
    ))
}

/// A format that is not in the manifest.
pub(super) fn format(bench: &Bench<'_>) -> Result<String, Finding> {
    let Some(sample) = bench.few().into_iter().next() else { return Err(skipped("there is no sample")) };
    let what = format!("{} as plenary-unknown-format", sample.name);
    match bench.made(&what, "plenary-unknown-format", &sample.session, &bench.plain()) {
        Ok(_) => Ok("taken for one of its own; a host never asks for it".to_owned()),
        Err(failure) if is_fault(&failure.kind) => Err(fault(&what, &failure)),
        Err(_) => Ok("refused".to_owned()),
    }
}
