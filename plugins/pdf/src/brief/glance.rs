//! The session at a glance: how many spoke, how often, how much, how long, and on what.

use std::cmp::Reverse;

use plenary_plugin_sdk::RenderError;

use super::Brief;
use super::facts::{LengthOf, Origin, grouped, hours};
use crate::Style;
use crate::layout::{DrawnText, Fill, Place, Pt, Role, Span, TextStyle, Tile};

pub(super) const HEADING: &str = "At a glance";
pub(super) const ANCHOR: &str = "at-a-glance";

/// Topics that are named.
const TOPICS: usize = 6;

/// A number, what it counts, and who counted it.
struct Figure {
    number: String,
    unit: &'static str,
    origin: Origin,
}

impl Brief<'_, '_, '_> {
    /// A panel of figures; nothing where there is none.
    pub(super) fn glance(&mut self) -> Result<(), RenderError> {
        // A transcript alone has no arguments.
        let argues = self.options.style != Style::Transcript;
        let figures = self.glance_figures(if argues { self.facts.arguments } else { 0 });
        let topics = self.top_topics().filter(|_| argues);
        if figures.is_empty() && topics.is_none() {
            return Ok(());
        }
        self.flow.open(Role::Section);
        self.flow.anchor(ANCHOR);
        self.heading(1, HEADING, false)?;
        self.flow.open_panel(self.sheet.panel);
        self.tiles(&figures)?;
        if let Some(topics) = topics {
            let style = self.sheet.names;
            let style = crate::layout::ParagraphStyle { indent: 0.0, ..style };
            let label = Span::new("Top topics: ", self.sheet.figure_unit);
            let origin = Span::new(" arguments and points that name each, counted", self.sheet.figure_origin);
            self.flow.paragraph(Role::Paragraph, &style, &[label, Span::new(&topics, style.text), origin])?;
        }
        self.flow.close_panel();
        self.share()?;
        self.flow.close();
        Ok(())
    }

    fn glance_figures(&self, arguments: usize) -> Vec<Figure> {
        let facts = &self.facts;
        let counted = |number: usize, one, many| {
            let unit = if number == 1 { one } else { many };
            (number > 0).then(|| Figure { number: grouped(number), unit, origin: Origin::Counted })
        };
        let words = facts.words().filter(|(words, _)| *words > 0);
        let figures = [
            counted(facts.speakers(), "speaker", "speakers"),
            counted(facts.turns.len(), "speech", "speeches"),
            words.map(|(words, origin)| Figure { number: grouped(words), unit: "words", origin }),
            facts.length.map(|length| Figure {
                number: hours(length.time),
                unit: match length.of {
                    LengthOf::Session => "duration",
                    LengthOf::Speaking => "speaking time",
                },
                origin: length.origin,
            }),
            counted(arguments, "argument", "arguments"),
        ];
        figures.into_iter().flatten().collect()
    }

    /// `Cybersecurity 9, Inclusion 4`
    fn top_topics(&self) -> Option<String> {
        let topics = &self.facts.topics.topics;
        let mut order: Vec<_> =
            topics.iter().enumerate().map(|(at, (_, times))| (Reverse(*times), at)).collect();
        order.sort_unstable();
        let named = order.iter().take(TOPICS).filter_map(|(_, at)| topics.get(*at));
        let named = named.map(|(name, times)| format!("{name}\u{A0}({times})"));
        let named = named.collect::<Vec<_>>().join(", ");
        let others = match order.len().saturating_sub(TOPICS) {
            0 => String::new(),
            1 => ", and 1 other".to_owned(),
            others => format!(", and {} others", grouped(others)),
        };
        (!order.is_empty()).then(|| named + &others)
    }

    /// The figures side by side, parted by rules.
    fn tiles(&mut self, figures: &[Figure]) -> Result<(), RenderError> {
        if figures.is_empty() {
            return Ok(());
        }
        let sheet = &self.sheet;
        let room = self.flow.measure() - 2.0 * sheet.panel.padding;
        let gap = sheet.scaled(10.0);
        // Each as wide as what it holds, the rest of the room in equal parts; all of them smaller, where there is none.
        let natural =
            figures.iter().map(|figure| figure.width([sheet.figure, sheet.figure_unit]) + 2.0 * gap);
        let natural: Vec<Pt> = natural.collect();
        let total: Pt = natural.iter().sum();
        let shrunk = (room / total).min(1.0);
        #[allow(clippy::cast_precision_loss)] // five at most
        let spare = (room - total).max(0.0) / figures.len() as Pt;
        let size = |style: TextStyle| TextStyle { size: style.size * shrunk, ..style };
        let styles = [sheet.figure, sheet.figure_unit, sheet.figure_origin].map(size);
        let leadings = styles.map(|style| style.size * 1.3);
        let height: Pt = leadings.iter().sum();
        let (mut tiles, mut rules) = (Vec::new(), Vec::new());
        let mut x = 0.0;
        for (Figure { number, unit, origin }, natural) in std::iter::zip(figures, natural) {
            let width = natural * shrunk + spare;
            if x > 0.0 {
                let colour = sheet.chart.rule;
                rules.push(Fill { x: x - gap, y: 2.0, width: 0.5, height: height - 4.0, colour });
            }
            let texts = [number.as_str(), unit, origin.word()];
            let mut y = 0.0;
            let mut tile = Tile::default();
            for ((text, style), leading) in texts.into_iter().zip(styles).zip(leadings) {
                let (text, width) = (text.to_owned(), width - gap);
                tile.lines.push(DrawnText {
                    text,
                    style,
                    x,
                    y,
                    width,
                    leading,
                    lines: 1,
                    place: Place::Left,
                });
                y += leading;
            }
            tiles.push(tile);
            x += width;
        }
        let after = sheet.scaled(10.0);
        Ok(self.flow.tiles(height, &rules, &tiles, (0.0, after))?)
    }
}

impl Figure {
    /// About how wide it is, with number and unit in these styles: no letter of either is wider on average.
    fn width(&self, [number, unit]: [TextStyle; 2]) -> Pt {
        #[allow(clippy::cast_precision_loss)] // a few letters
        let wide = |text: &str, size: Pt| text.chars().count() as Pt * size * 0.58;
        wide(&self.number, number.size).max(wide(self.unit, unit.size))
    }
}
