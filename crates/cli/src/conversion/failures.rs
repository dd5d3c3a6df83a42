//! Why a plugin made no document, as a failure with the advice of somebody at a command line.

use plenary_host::{Death, FailureKind, Limit, RenderFailure};

use crate::codes;
use crate::exit::Failure;
use crate::plugins::refused;

/// The failure that this is for the page.
pub(super) fn not_rendered(failure: &RenderFailure) -> Failure {
    let (because, code): (fn(_, String) -> _, _) = match failure {
        RenderFailure::Load(refusal) => return refused(refusal),
        RenderFailure::Options { .. } => (Failure::usage, &codes::RENDER),
        RenderFailure::Plugin { failure, .. } if matches!(failure.kind, FailureKind::Options(_)) => {
            (Failure::usage, &codes::RENDER)
        }
        RenderFailure::Died { death: Death::Over(_), .. } => (Failure::page, &codes::OVER_LIMIT),
        RenderFailure::Died { .. } => (Failure::page, &codes::DIED),
        RenderFailure::Worker(_) => (Failure::environment, &codes::WORKER),
        _ => (Failure::page, &codes::RENDER),
    };
    let help = match failure {
        RenderFailure::Died { death: Death::Over(limit), .. } => option(limit).map(|option| {
            format!("if the session needs more, {option} allows more; else this is a fault of the plugin: tell its author")
        }),
        _ => None,
    };
    let options = || match failure {
        RenderFailure::Plugin { plugin, failure } if matches!(failure.kind, FailureKind::Options(_)) => {
            Some(format!("`plenary plugin options {plugin}` lists what can be set"))
        }
        _ => None,
    };
    let help = help.or_else(|| failure.help()).or_else(options);
    because(code, failure.to_string()).maybe_help(help)
}

/// The option that sets a limit.
fn option(limit: &Limit) -> Option<&'static str> {
    match limit {
        Limit::Memory(_) => Some("--plugin-memory"),
        Limit::Cpu(_) => Some("--plugin-cpu"),
        Limit::Wall(_) => Some("--plugin-time"),
        Limit::Output(_) => Some("--plugin-output"),
        _ => None,
    }
}
