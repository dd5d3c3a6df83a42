//! Who spoke how many words.

use std::cmp::Reverse;
use std::io::Write;

use plenary_plugin_sdk::serde::Deserialize;
use plenary_plugin_sdk::{Job, RenderError, Renderer, Session, statistics};

plenary_plugin_sdk::export_plugin! {
    name: my_format,
    renderer: WordsBySpeaker,
    manifest: "plugin.json",
}

/// The renderer.
pub struct WordsBySpeaker;

/// The options, by their names in `plugin.json`. What stands here by default is what stands there.
#[derive(Debug, Default, Deserialize)]
#[serde(
    crate = "plenary_plugin_sdk::serde",
    default,
    deny_unknown_fields,
    rename_all = "kebab-case"
)]
pub struct Options {
    /// In which order the speakers stand.
    pub order: Order,
    /// Leaves out who said fewer words than this.
    pub at_least: usize,
}

/// In which order the speakers stand.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Order {
    /// As they are first met in the session.
    #[default]
    Met,
    /// With the most words first.
    Words,
}

impl Renderer for WordsBySpeaker {
    type Options = Options;

    fn render(
        session: &Session<'_>,
        options: &Options,
        job: &mut Job<'_>,
    ) -> Result<(), RenderError> {
        let title = session
            .title
            .as_ref()
            .map_or("A session without a title", |title| &title.name);
        writeln!(job, "{title}\n")?;

        let mut participants = statistics::participants(session);
        participants.retain(|participant| participant.words >= options.at_least);
        if options.order == Order::Words {
            participants.sort_by_key(|participant| Reverse(participant.words));
        }
        for participant in participants {
            if job.is_cancelled() {
                return Err(RenderError::Cancelled);
            }
            writeln!(
                job,
                "{:>7}  {}",
                participant.words, participant.speaker.name
            )?;
        }
        Ok(())
    }
}
