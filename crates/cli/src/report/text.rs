//! Findings for people, in the manner of rustc.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use plenary_core::diagnostic::codes;
use plenary_core::model::Span;
use plenary_core::{Diagnostic, Severity};

use super::abridged::{Limit, Shown, abridged};
use super::excerpt::Excerpt;
use super::json::Located;
use super::place::Source;
use crate::table::visible;

/// The findings on a page, coloured, each followed by an empty line.
pub(crate) fn page(
    source: Option<&Source<'_>>,
    findings: &[&Diagnostic],
    limit: Limit,
    width: usize,
) -> String {
    paragraphs(source, findings, limit, width).into_iter().map(|paragraph| paragraph + "\n").collect()
}

/// The findings, coloured; a stream that shows no colours takes them out.
pub(super) fn paragraphs(
    source: Option<&Source<'_>>,
    findings: &[&Diagnostic],
    limit: Limit,
    width: usize,
) -> Vec<String> {
    let paragraph = |shown| match shown {
        Shown::Finding(finding) => render(source, &Located::new(source, finding), width),
        Shown::More { code, number } => {
            // What a renderer has found, no check finds.
            let all = if codes::find(code).is_some() { "`plenary check --all` shows" } else { JSON };
            more(source, &format!("{number} more `{code}`"), all, width)
        }
        Shown::MoreKinds { number } => more(source, &format!("{number} more of other kinds"), JSON, width),
    };
    abridged(findings, limit).into_iter().map(paragraph).collect()
}

/// What shows all that a renderer has found.
const JSON: &str = "`--message-format json` tells";

/// That there are more findings, and what shows them.
fn more(source: Option<&Source<'_>>, what: &str, all: &str, width: usize) -> String {
    let file = source.map(|source| format!(" in {}", visible(source.name))).unwrap_or_default();
    print(&[Group::with_title(Level::NOTE.primary_title(format!("{what}{file}; {all} them")))], width)
}

fn print(groups: &[Group<'_>], width: usize) -> String {
    Renderer::styled().term_width(width).render(groups) + "\n"
}

fn render(source: Option<&Source<'_>>, finding: &Located<'_>, width: usize) -> String {
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
    print(&[group], width)
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
