//! A session as a brief: which part of the model goes where, in which style.

mod about;
mod contents;
mod head;
mod participants;
mod profiles;
mod prose;
mod sheet;
mod transcript;

use plenary_plugin_sdk::document::{Arrangement, Masthead};
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
    let flow = Flow::new(fonts()?, sheet.geometry);
    let plan = Arrangement::of(session);
    let head = Masthead::of(session);
    let mut brief = Brief { session, plan, sheet, flow, cancelled };
    brief.head(&head)?;
    brief.disclaimers()?;
    brief.contents()?;
    brief.participants()?;
    brief.reports()?;
    brief.profiles()?;
    brief.transcripts()?;
    brief.about(generator)?;
    let Brief { flow, sheet, .. } = brief;
    Ok(flow.finish(&sheet.running(head.title))?)
}

/// A brief in the making.
struct Brief<'s, 'src, 'f> {
    session: &'s Session<'src>,
    plan: Arrangement<'s, 'src>,
    sheet: Sheet,
    flow: Flow<'f>,
    cancelled: &'s dyn Fn() -> bool,
}

impl Brief<'_, '_, '_> {
    /// A heading of level 1 to 3, with its entry in the outline.
    fn heading(&mut self, level: u8, text: &str, open: bool) -> Result<(), LayoutError> {
        let place = usize::from(level.clamp(1, 3)) - 1;
        let [first, second, third] = &self.sheet.headings;
        let style = *[first, second, third].get(place).unwrap_or(&third);
        let spans = [Span { text, style: style.text }];
        self.flow.outline(place, open, text);
        self.flow.paragraph(Role::Heading(level), style, &spans)
    }

    /// A paragraph in the style's own text style.
    fn say(&mut self, style: ParagraphStyle, text: &str) -> Result<(), LayoutError> {
        self.flow.paragraph(Role::Paragraph, &style, &[Span { text, style: style.text }])
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
