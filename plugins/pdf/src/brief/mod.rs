//! A session as a brief: which part of the model goes where, in which style.

mod about;
mod contents;
mod head;
mod participants;
mod points;
mod profiles;
mod prose;
mod sheet;
mod transcript;

use plenary_plugin_sdk::document::{Arrangement, Body, Masthead, heading};
use plenary_plugin_sdk::model::SpeakerIndex;
use plenary_plugin_sdk::{RenderError, Session};

use crate::Options;
use crate::fonts::fonts;
use crate::layout::{Flow, Layout, LayoutError, ParagraphStyle, Role, Span};

use sheet::Sheet;

/// Lays a session out as a brief. `generator` is named at the end; `cancelled` is asked now and then.
///
/// # Errors
/// [`RenderError::Unsupported`] where the session holds a kind of section this version does not know,
/// [`RenderError::Cancelled`] where `cancelled` says so, [`RenderError::Failed`] where there can be no layout.
pub fn lay_out(
    session: &Session<'_>,
    options: &Options,
    generator: &str,
    cancelled: &dyn Fn() -> bool,
) -> Result<Layout, RenderError> {
    let sheet = Sheet::new(options);
    let flow = Flow::new(fonts()?, sheet.geometry, options.language.tag());
    let plan = Arrangement::of(session);
    let head = Masthead::of(session);
    let speakers = session.speaker_index();
    let mut brief = Brief { session, speakers, plan, sheet, flow, cancelled };
    brief.head(&head)?;
    brief.disclaimers()?;
    brief.contents()?;
    brief.participants()?;
    brief.body()?;
    brief.transcripts()?;
    brief.about(generator)?;
    let Brief { flow, sheet, .. } = brief;
    Ok(flow.finish(&sheet.running(head.title))?)
}

/// A brief in the making.
struct Brief<'s, 'src, 'f> {
    session: &'s Session<'src>,
    speakers: SpeakerIndex<'s, 'src>,
    plan: Arrangement<'s, 'src>,
    sheet: Sheet,
    flow: Flow<'f>,
    cancelled: &'s dyn Fn() -> bool,
}

impl Brief<'_, '_, '_> {
    /// The sections, but for the transcript.
    fn body(&mut self) -> Result<(), RenderError> {
        for (section, body) in std::mem::take(&mut self.plan.body) {
            self.flow.open(Role::Section);
            self.flow.anchor(section.id.as_str());
            self.heading(1, heading(section), true)?;
            match body {
                Body::Parts(parts) => self.parts(parts)?,
                Body::Points(points) => self.points(points)?,
                Body::Profiles(profiles) => self.profiles(profiles)?,
            }
            self.flow.close();
        }
        Ok(())
    }

    /// A heading of level 1 to 3, with its entry in the outline.
    fn heading(&mut self, level: u8, text: &str, open: bool) -> Result<(), LayoutError> {
        let place = usize::from(level.clamp(1, 3)) - 1;
        let [first, second, third] = &self.sheet.headings;
        let style = *[first, second, third].get(place).unwrap_or(&third);
        let spans = [Span::new(text, style.text)];
        self.flow.outline(place, open, text);
        self.flow.paragraph(Role::Heading(level), style, &spans)
    }

    /// A paragraph in the style's own text style.
    fn say(&mut self, style: ParagraphStyle, text: &str) -> Result<(), LayoutError> {
        self.flow.paragraph(Role::Paragraph, &style, &[Span::new(text, style.text)])
    }

    fn check_cancelled(&self) -> Result<(), RenderError> {
        if (self.cancelled)() { Err(RenderError::Cancelled) } else { Ok(()) }
    }
}

impl From<LayoutError> for RenderError {
    fn from(error: LayoutError) -> Self {
        RenderError::Failed(error.to_string())
    }
}
