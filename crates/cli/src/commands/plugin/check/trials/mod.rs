//! The trials, a file a subject.

mod conduct;
mod documents;
mod loading;
mod sameness;
mod settings;
mod stopping;
mod text;

use super::bench::Bench;
use super::verdict::{Finding, Outcome, Verdict};

/// One thing that is tried with a plugin.
pub(super) struct Trial {
    pub(super) name: &'static str,
    /// What holds of a plugin that passes.
    pub(super) tries: &'static str,
    /// What must have gone well for this to tell anything.
    pub(super) needs: Needs,
    /// Whether it wants a process of its own.
    pub(super) afresh: bool,
    /// Tries it; what was seen, in a few words.
    pub(super) run: fn(&Bench<'_>) -> Result<String, Finding>,
}

impl Trial {
    /// What went wrong, so that this would tell nothing more.
    pub(super) fn in_the_way<'o>(&self, outcomes: &'o [Outcome]) -> Option<&'o Outcome> {
        let is_needed = |outcome: &Outcome| match (outcome.trial.as_str(), &self.needs) {
            (_, Needs::Nothing) => false,
            (LOADS, _) => outcome.verdict == Verdict::Failed,
            // Where it failed and the process went on, there are documents to go on with.
            (SAMPLES, Needs::Samples) => outcome.killed,
            _ => false,
        };
        outcomes.iter().find(|outcome| is_needed(outcome))
    }
}

const LOADS: &str = "loads";
const SAMPLES: &str = "samples";

/// What must have gone well for a trial to tell anything.
pub(super) enum Needs {
    Nothing,
    /// The library is loaded.
    Loading,
    /// The samples did not cost the process.
    Samples,
}

const fn afresh(trial: Trial) -> Trial {
    Trial { afresh: true, ..trial }
}

const fn trial(
    name: &'static str,
    needs: Needs,
    tries: &'static str,
    run: fn(&Bench<'_>) -> Result<String, Finding>,
) -> Trial {
    Trial { name, tries, needs, afresh: false, run }
}

/// All trials, in the order they are run in.
pub(super) const TRIALS: &[Trial] = &[
    trial(
        LOADS,
        Needs::Nothing,
        "the library is loaded, and its manifest is that of its file",
        loading::loads,
    ),
    trial(
        "manifest",
        Needs::Nothing,
        "users are told what options are for, and typing errors are found",
        loading::manifest,
    ),
    trial(SAMPLES, Needs::Loading, "every sample becomes a document in every format", documents::samples),
    trial("empty-session", Needs::Loading, "a session with nothing in it is no trouble", documents::empty),
    trial(
        "hostile-session",
        Needs::Loading,
        "a session of huge, invisible and misleading texts is no trouble",
        documents::hostile,
    ),
    trial("long-session", Needs::Loading, "a session of a thousand speeches is no trouble", documents::long),
    trial(
        "newer-session",
        Needs::Samples,
        "what a later version of the model adds changes nothing",
        documents::newer,
    ),
    trial(
        "findings",
        Needs::Samples,
        "what the plugin reports can be filtered and placed",
        documents::findings,
    ),
    trial("same-again", Needs::Samples, "a session rendered twice gives the same bytes", sameness::again),
    trial("same-in-any-order", Needs::Samples, "another order gives the same bytes", sameness::order),
    trial("same-on-any-thread", Needs::Samples, "another thread gives the same bytes", sameness::thread),
    trial(
        "many-at-once",
        Needs::Samples,
        "several renderings at once do not disturb each other",
        sameness::threads,
    ),
    trial(
        "cancelling",
        Needs::Samples,
        "the plugin stops when nobody wants the document any more",
        stopping::cancelling,
    ),
    trial(
        "refused-output",
        Needs::Samples,
        "the plugin stops when its output is refused",
        stopping::refusing,
    ),
    trial(
        "defaults",
        Needs::Samples,
        "the defaults in the schema are what stands for an option not set",
        settings::defaults,
    ),
    trial(
        "option-values",
        Needs::Samples,
        "every value the schema names is taken, and makes a difference",
        settings::values,
    ),
    trial("wrong-options", Needs::Samples, "options beyond the schema do no harm", settings::wrong),
    trial(
        "unknown-format",
        Needs::Samples,
        "a format the plugin does not make does no harm",
        settings::format,
    ),
    trial(
        "text",
        Needs::Samples,
        "the words of the speeches stand in the document, in their order",
        text::words,
    ),
    trial("late-calls", Needs::Samples, "the host is not called after a rendering is over", conduct::late),
    trial(
        "surroundings",
        Needs::Samples,
        "folder, environment and files stay as they are",
        conduct::surroundings,
    ),
    afresh(trial(
        "same-in-any-process",
        Needs::Samples,
        "another process, with other settings of the user, gives the same bytes",
        sameness::process,
    )),
    afresh(trial(
        "leaves-nothing",
        Needs::Samples,
        "no thread and no open file is left behind",
        conduct::left,
    )),
];
