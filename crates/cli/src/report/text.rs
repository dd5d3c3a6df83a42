//! Findings for people, in the manner of rustc.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use plenary_core::Severity;
use plenary_core::model::Span;

use super::excerpt::Excerpt;
use super::json::Located;
use super::place::Source;
use crate::table::visible;

/// The finding, coloured; a stream that shows no colours takes them out.
pub(super) fn render(source: Option<&Source<'_>>, finding: &Located<'_>, width: usize) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(finding.message).id(finding.code));
    if let Some(source) = source {
        // The renderer makes the control characters of texts visible, but not those of paths.
        let name = visible(source.name);
        let snippet = finding.span.and_then(|span| snippet(source, span, finding.line?, width));
        group = match snippet {
            Some(snippet) => group.element(snippet.path(name)),
            None => group.element(Origin::path(name)),
        };
    }
    if let Some(help) = finding.help {
        group = group.element(Level::HELP.message(help));
    }
    let mut text = Renderer::styled().term_width(width).render(&[group]);
    text.push('\n');
    text
}

fn snippet<'t>(
    source: &Source<'t>,
    span: Span,
    line: usize,
    width: usize,
) -> Option<Snippet<'t, Annotation<'t>>> {
    let excerpt = Excerpt::of(source, span, width)?;
    let more = match excerpt.more_lines {
        0 => None,
        1 => Some("and 1 more line".to_owned()),
        more => Some(format!("and {more} more lines")),
    };
    let mark = AnnotationKind::Primary.span(excerpt.marked).label(more);
    Some(Snippet::source(excerpt.line).line_start(line).annotation(mark))
}
