//! The columns: what each holds of a speech.

use std::borrow::Cow;

use plenary_plugin_sdk::model::Moment;
use plenary_plugin_sdk::serde::Deserialize;
use plenary_plugin_sdk::statistics::Turn;

/// One column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(crate = "plenary_plugin_sdk::serde", rename_all = "kebab-case")]
pub enum Column {
    /// The speech's identifier, the same as in every other document of the session: `speech-12`.
    Id,
    /// The speaker's name as first written in the source; else the speech's own label; empty where there is neither.
    Speaker,
    /// When it begins: `00:12:03.040` from the start of a recording, `2031-06-10T12:00:00+02:00` by the clock.
    Start,
    /// When it ends.
    End,
    /// How many words are said in it, as plenary counts them: remarks such as `(Applause)` are not said.
    Words,
    /// The words themselves, with an empty line between two paragraphs.
    Text,
}

impl Column {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Id, Self::Speaker, Self::Start, Self::End, Self::Words, Self::Text];

    /// Its name in the first row. What is counted and not in the source is marked as counted.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Speaker => "speaker",
            Self::Start => "start",
            Self::End => "end",
            Self::Words => "words (counted)",
            Self::Text => "text",
        }
    }

    /// What it holds of the speech of this turn; empty where the source says nothing of it.
    pub(crate) fn cell<'s>(self, turn: &Turn<'s, '_>) -> Cow<'s, str> {
        let moment = |moment: Option<Moment>| moment.map_or("".into(), |moment| moment.to_string().into());
        let speech = turn.speech;
        match self {
            Self::Id => speech.id.as_str().into(),
            Self::Speaker => match (turn.speaker, &speech.label) {
                (Some(speaker), _) => (&*speaker.name).into(),
                (None, Some(label)) => label.as_str().into(),
                (None, None) => "".into(),
            },
            Self::Start => moment(speech.start),
            Self::End => moment(speech.end),
            Self::Words => turn.words.to_string().into(),
            Self::Text => {
                let paragraphs: Vec<_> = speech.blocks.iter().map(|block| block.text.as_str()).collect();
                paragraphs.join("\n\n").into()
            }
        }
    }
}
