//! What is left to say about the record: what has no place above, and where the document comes from.

use std::borrow::Cow;
use std::collections::HashSet;

use plenary_plugin_sdk::document::{Masthead, heading, is_all_of_title, present};
use plenary_plugin_sdk::model::Id;
use plenary_plugin_sdk::{RenderError, Session};

use super::Brief;
use super::cover::written;
use super::plan::Depth;
use crate::Style;
use crate::layout::{Keep, LayoutError, Numbering, ParagraphStyle, Role};

pub(super) const HEADING: &str = "About this document";
pub(super) const ANCHOR: &str = "about";

/// With no more lines than this, all of it stands on one page.
const SHORT: usize = 16;

/// Lines of the source, and what they are.
struct Remainder<'s> {
    what: &'static str,
    lines: Vec<Cow<'s, str>>,
}

impl<'s> Brief<'s, '_, '_> {
    pub(super) fn about(&mut self, generator: &str) -> Result<(), RenderError> {
        self.flow.open(Role::Section);
        self.flow.anchor(ANCHOR);
        self.heading(1, HEADING, true)?;
        if self.options.style != Style::Full {
            for id in ids(self.session) {
                self.flow.anchor(id.as_str());
            }
        }
        for section in &self.plan.empty {
            self.flow.anchor(section.id.as_str());
        }
        let remainders = self.remainders();
        let count: usize = remainders.iter().map(|remainder| remainder.lines.len() + 1).sum();
        let keep = if count <= SHORT { Keep::WithNext } else { Keep::Loose };
        for remainder in &remainders {
            self.remainder(remainder, keep)?;
        }
        let dialect = self.session.dialect.name();
        self.say(self.sheet.small, &format!("Made by {generator} from a record in the format {dialect}."))?;
        self.flow.close();
        Ok(())
    }

    /// What is not written above.
    fn remainders(&self) -> Vec<Remainder<'s>> {
        let session = self.session;
        let headings = self.plan.empty.iter().filter_map(|section| present(&section.heading));
        let title = session.title.as_ref();
        let line = title.filter(|title| !is_all_of_title(title)).map(|title| title.line.as_str());
        // Where the line is the title, it is written above as it is.
        let time = session.time.as_ref().filter(|_| Masthead::of(session).date.is_some());
        let time = time.filter(|time| written(time) != time.line.as_str());
        let repeated = title.into_iter().flat_map(|title| &title.repeated);
        let remainders = [
            (
                "Left out here, and written with the option style=full:",
                self.left_out().into_iter().collect::<Vec<_>>(),
            ),
            ("Headings of the source with nothing under them:", headings.map(Cow::from).collect()),
            ("The title as the source has it:", line.map(Cow::from).into_iter().collect()),
            (
                "The date as the source has it:",
                time.map(|time| time.line.as_str().into()).into_iter().collect(),
            ),
            (
                "The title again, further down in the source:",
                repeated.map(|line| line.as_str().into()).collect(),
            ),
            (
                "Lines of the source without a place above:",
                session.unrecognised.iter().map(|line| line.as_str().into()).collect(),
            ),
        ];
        let remainders = remainders.into_iter().map(|(what, mut lines)| {
            lines.retain(|line| !line.trim().is_empty());
            Remainder { what, lines }
        });
        remainders.filter(|remainder| !remainder.lines.is_empty()).collect()
    }

    /// What this style leaves out, in a line.
    fn left_out(&self) -> Option<Cow<'s, str>> {
        if self.options.style == Style::Full {
            return None;
        }
        let mut left: Vec<_> = self.plan.left().map(heading).collect();
        if self.options.style.depth() == Depth::Claims && self.facts.arguments > 0 {
            left.push("what supports the arguments, and what is said of each speaker");
        }
        let mut told = HashSet::new();
        left.retain(|heading| told.insert(*heading));
        (!left.is_empty()).then(|| left.join("; ").into())
    }

    /// One line behind what it is; several as a list below it.
    fn remainder(&mut self, remainder: &Remainder<'_>, keep: Keep) -> Result<(), LayoutError> {
        let Remainder { what, lines } = remainder;
        let style = self.sheet.small;
        if let [line] = lines.as_slice() {
            let text = format!("{what} {line}");
            return self.say(ParagraphStyle { keep, ..style }, &text);
        }
        self.say(ParagraphStyle { keep: Keep::WithNext, ..style }, what)?;
        self.flow.open(Role::List(Numbering::Bullets));
        for line in lines {
            self.bullet(ParagraphStyle { keep, ..self.sheet.small_item }, line)?;
        }
        self.flow.close();
        Ok(())
    }
}

/// Every identifier of the session.
fn ids<'s>(session: &'s Session<'_>) -> Vec<&'s Id> {
    let mut ids: Vec<_> = session.speakers.iter().map(|speaker| &speaker.id).collect();
    ids.extend(session.sections.iter().map(|section| &section.id));
    ids.extend(session.parts().map(|part| &part.id));
    ids.extend(session.points().map(|point| &point.id));
    ids.extend(session.speeches().map(|speech| &speech.id));
    for profile in session.profiles() {
        ids.push(&profile.id);
        ids.extend(profile.arguments.iter().map(|argument| &argument.id));
    }
    ids
}
