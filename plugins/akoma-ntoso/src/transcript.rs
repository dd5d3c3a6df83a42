//! The transcript as the debate has it: what each speech of the model becomes, and where it stands.
//!
//! A speech of nobody that is made of remarks alone is a scene, not a speech; and the reporter's last line, where it says
//! that the meeting is over, is its adjournment, whoever spoke last.

use std::fmt::{self, Display};

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Block, BlockKind, Content, Moment, Section, Speech};

use crate::closing;
use crate::options::Profile;

/// All speeches, by section.
#[derive(Debug)]
pub(crate) struct Transcript<'s> {
    /// The sections of speeches, and the speeches of each.
    pub(crate) sections: Vec<(&'s Section<'s>, Vec<Turn<'s>>)>,
    /// How much is known of when the speeches begin.
    pub(crate) times: Times,
}

/// A speech of the model.
#[derive(Debug)]
pub(crate) struct Turn<'s> {
    pub(crate) speech: &'s Speech<'s>,
    pub(crate) form: Form,
    /// The number of its section in the debate, from 1.
    section: usize,
    /// Its number among those of its form there, from 1.
    number: usize,
    /// Its words; without the closing.
    pub(crate) blocks: &'s [Block<'s>],
    /// The line that says that the meeting is over.
    pub(crate) closing: Option<&'s Block<'s>>,
}

/// What a speech is in the debate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A speech.
    Speech,
    /// What happened, while nobody spoke.
    Scene,
    /// Nothing but the end of the meeting.
    Adjournment,
}

/// Of how many speeches it is known by the clock when they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Times {
    /// Of all.
    All,
    /// Of some. Who sorts speeches by their times (SayIt does) would put the others anywhere.
    Some,
    /// Of none.
    None,
}

impl<'s> Transcript<'s> {
    /// The transcript of `session`, as it is written for a `profile`.
    pub(crate) fn of(session: &'s Session<'s>, profile: Profile) -> Self {
        let last = session.speeches().last();
        let is_last = |speech: &Speech<'_>| last.is_some_and(|last| std::ptr::eq(last, speech));
        let mut sections = Vec::new();
        for of in &session.sections {
            let Content::Speeches(speeches) = &of.content else { continue };
            let section = sections.len() + 1;
            let (mut spoken, mut scenes) = (0, 0);
            let turn = |speech: &'s Speech<'s>| {
                let mut turn = Turn::of(speech, is_last(speech));
                turn.section = section;
                turn.number = match turn.form {
                    Form::Speech => {
                        spoken += 1;
                        spoken
                    }
                    Form::Scene => {
                        // Each remark of it is a scene.
                        let first = scenes + 1;
                        scenes += turn.blocks.len();
                        first
                    }
                    Form::Adjournment => 1,
                };
                turn
            };
            sections.push((of, speeches.iter().map(turn).collect::<Vec<_>>()));
        }
        let times = Times::of(sections.iter().flat_map(|(_, turns)| turns), profile);
        Self { sections, times }
    }

    /// All speeches, in order.
    pub(crate) fn turns(&self) -> impl Iterator<Item = &Turn<'s>> {
        self.sections.iter().flat_map(|(_, turns)| turns)
    }
}

impl<'s> Turn<'s> {
    fn of(speech: &'s Speech<'s>, is_last: bool) -> Self {
        let is_nobodys = speech.speaker.is_none() && speech.label.is_none();
        let all_remarks = speech.blocks.iter().all(|block| block.kind == BlockKind::Remark);
        let (blocks, closing) = match speech.blocks.split_last() {
            Some((last, before)) if is_last && closing::is_closing(last) => (before, Some(last)),
            _ => (speech.blocks.as_slice(), None),
        };
        let form = match blocks.is_empty() {
            _ if !is_nobodys || !all_remarks => Form::Speech,
            false => Form::Scene,
            true if closing.is_some() => Form::Adjournment,
            true => Form::Speech,
        };
        Self { speech, form, section: 0, number: 0, blocks, closing }
    }

    /// The `eId` of the `nth` scene it is made of, from 0.
    pub(crate) fn scene(&self, nth: usize) -> String {
        format!("dbsect_{}__scene_{}", self.section, self.number + nth)
    }
}

/// Its `eId`.
impl Display for Turn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.form {
            Form::Speech => "speech",
            Form::Scene => "scene",
            Form::Adjournment => "adjournment",
        };
        write!(f, "dbsect_{}__{name}_{}", self.section, self.number)
    }
}

impl Times {
    fn of<'t, 's: 't>(turns: impl Iterator<Item = &'t Turn<'s>>, profile: Profile) -> Self {
        let (mut timed, mut untimed) = (false, false);
        for turn in turns {
            // Scenes have no times in the standard, and SayIt sorts them with the speeches.
            let has_scene = turn.form != Form::Speech || turn.closing.is_some();
            untimed |= has_scene && profile == Profile::Sayit;
            match turn.speech.start {
                _ if turn.form != Form::Speech => {}
                Some(start) if is_standard(start) => timed = true,
                _ => untimed = true,
            }
        }
        match (timed, untimed) {
            (true, false) => Times::All,
            (true, true) => Times::Some,
            (false, _) => Times::None,
        }
    }
}

/// Whether the schema has a form for a moment: by the clock, from the year 1 on, with at most 14 hours to UTC, in whole
/// minutes.
pub(crate) fn is_standard(moment: Moment) -> bool {
    match moment {
        Moment::Clock { at, offset } => {
            let is_whole =
                offset.is_none_or(|offset| offset.seconds() % 60 == 0 && offset.seconds().abs() <= 14 * 3600);
            at.year() >= 1 && is_whole
        }
        Moment::Elapsed { .. } => false,
    }
}
