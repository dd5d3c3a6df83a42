//! A session as a brief: which part of the model goes where, in which style.

mod about;
mod charts;
mod contents;
mod cover;
mod facts;
mod glance;
mod participants;
mod plan;
mod points;
mod profiles;
mod prose;
mod sheet;
mod summary;
mod topics;
mod transcript;

use plenary_plugin_sdk::document::{Arrangement, Body, Masthead, heading};
use plenary_plugin_sdk::model::{Section, SectionRole, SpeakerIndex};
use plenary_plugin_sdk::{RenderError, Session};

use crate::layout::{Flow, Fonts, Layout, LayoutError, ParagraphStyle, Role, Span};
use crate::{Options, Style};

use charts::Charts;
use facts::Facts;
use plan::Plan;
use sheet::Sheet;

pub(crate) use sheet::{accent_of, colour};

/// Lays a session out as a brief, in its [`fonts`](crate::fonts::fonts). `generator` is named at the end; `cancelled`
/// is asked now and then.
///
/// # Errors
/// [`RenderError::Options`] where the style sheet in the options is none,
/// [`RenderError::Unsupported`] where the session holds a kind of section this version does not know,
/// [`RenderError::Cancelled`] where `cancelled` says so, [`RenderError::Failed`] where there can be no layout.
pub fn lay_out(
    session: &Session<'_>,
    options: &Options,
    fonts: &Fonts,
    generator: &str,
    cancelled: &dyn Fn() -> bool,
) -> Result<Layout, RenderError> {
    let sheet = Sheet::new(options)?;
    let flow = Flow::new(fonts, sheet.geometry, options.language.tag());
    let plan = Plan::of(Arrangement::of(session));
    let head = Masthead::of(session);
    let (speakers, facts) = (session.speaker_index(), Facts::of(session));
    let mut brief =
        Brief { session, options, speakers, facts, plan, charts: Charts::default(), sheet, flow, cancelled };
    brief.write(&head, generator)?;
    brief.check_cancelled()?;
    let Brief { flow, sheet, .. } = brief;
    Ok(flow.finish(&sheet.running(head.title))?)
}

/// A brief in the making.
struct Brief<'s, 'src, 'f> {
    session: &'s Session<'src>,
    options: &'s Options,
    speakers: SpeakerIndex<'s, 'src>,
    facts: Facts<'s, 'src>,
    plan: Plan<'s, 'src>,
    charts: Charts,
    sheet: Sheet,
    flow: Flow<'f>,
    cancelled: &'s dyn Fn() -> bool,
}

impl<'s, 'src> Brief<'s, 'src, '_> {
    /// All of it, in order.
    fn write(&mut self, head: &Masthead<'_>, generator: &str) -> Result<(), RenderError> {
        let style = self.options.style;
        self.charts = self.draw();
        self.masthead(head)?;
        self.glance()?;
        self.disclaimers()?;
        if style.has_contents() {
            if self.options.cover {
                self.flow.open_page();
            }
            self.contents()?;
        }
        if style != Style::Transcript {
            self.summary()?;
            self.outcome()?;
        }
        self.figures()?;
        self.participants()?;
        if style != Style::Transcript {
            let body = self.plan.take_body(style.depth());
            self.sections(body)?;
        }
        if style != Style::Brief {
            self.transcripts()?;
        }
        self.about(generator)
    }

    /// Sections of anything but speeches.
    fn sections(&mut self, sections: Vec<(&'s Section<'src>, Body<'s, 'src>)>) -> Result<(), RenderError> {
        for (section, body) in sections {
            self.flow.open(Role::Section);
            self.flow.anchor(section.id.as_str());
            self.heading(1, heading(section), true)?;
            let on_panel = section.role == SectionRole::ActionItems;
            if on_panel {
                self.flow.open_panel(self.sheet.panel);
            }
            match body {
                Body::Parts(parts) => self.parts(parts)?,
                Body::Points(points) => self.points(points)?,
                Body::Profiles(profiles) => self.profiles(profiles)?,
            }
            self.flow.close_panel();
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

impl From<sheet::SheetError> for RenderError {
    fn from(error: sheet::SheetError) -> Self {
        RenderError::Options(format!("sheet: {error}"))
    }
}

impl From<LayoutError> for RenderError {
    fn from(error: LayoutError) -> Self {
        RenderError::Failed(error.to_string())
    }
}
