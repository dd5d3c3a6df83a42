//! Figures: fills and small text in a block of a given height, which no page break parts.

use super::flow::Flow;
use super::lines::{Line, Setting};
use super::output::{Item, ItemKind};
use super::roles::{Artifact, NodeId, Part, Role};
use super::{Align, Colour, LayoutError, Pt, Span};

/// A picture, measured from the upper left corner of its block.
#[derive(Debug, Clone, Default)]
pub struct Drawing {
    /// The height of the block.
    pub height: Pt,
    /// What is filled, from back to front; the text lies over all of it.
    pub fills: Vec<Fill>,
    /// The text, in the order it is to be read in.
    pub labels: Vec<DrawnText>,
}

/// A filled rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fill {
    /// Left edge.
    pub x: Pt,
    /// Upper edge.
    pub y: Pt,
    /// Width.
    pub width: Pt,
    /// Height.
    pub height: Pt,
    /// Its colour.
    pub colour: Colour,
}

/// Text at a place of a drawing, in as many lines as are allowed; what has no room is cut, behind an ellipsis.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnText {
    /// What it reads.
    pub text: String,
    /// What it looks like.
    pub style: super::TextStyle,
    /// The left edge of the room there is for it.
    pub x: Pt,
    /// The upper edge of the first line.
    pub y: Pt,
    /// The width of the room.
    pub width: Pt,
    /// From one baseline to the next.
    pub leading: Pt,
    /// The most lines there may be.
    pub lines: usize,
    /// Where the lines stand in the room.
    pub place: Place,
}

/// Where a line of a drawing stands between the edges of its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

/// A paragraph of a few lines, each in a style of its own, side by side with others.
#[derive(Debug, Clone, Default)]
pub struct Tile {
    /// Its lines.
    pub lines: Vec<DrawnText>,
}

impl Flow<'_> {
    /// A picture on one page; `alternative` says in words what it shows. `before` and `after` are the least spaces
    /// above and below.
    ///
    /// # Errors
    /// As [`paragraph`](Flow::paragraph).
    pub fn figure(
        &mut self,
        drawing: &Drawing,
        alternative: &str,
        (before, after): (Pt, Pt),
    ) -> Result<(), LayoutError> {
        let node = self.node(Role::Figure);
        if let Some(node) = self.nodes.last_mut() {
            node.alternative = Some(alternative.into());
        }
        let mut items = fills(&drawing.fills, Part::Content(node));
        for label in &drawing.labels {
            self.drawn(label, node, &mut items)?;
        }
        self.block(before, drawing.height, after, items);
        Ok(())
    }

    /// Paragraphs side by side in a block of this height, over decoration.
    ///
    /// # Errors
    /// As [`paragraph`](Flow::paragraph).
    pub fn tiles(
        &mut self,
        height: Pt,
        decoration: &[Fill],
        tiles: &[Tile],
        (before, after): (Pt, Pt),
    ) -> Result<(), LayoutError> {
        let mut items = fills(decoration, Part::Artifact(Artifact::Decoration));
        for tile in tiles {
            let node = self.node(Role::Paragraph);
            for line in &tile.lines {
                self.drawn(line, node, &mut items)?;
            }
        }
        self.block(before, height, after, items);
        Ok(())
    }

    /// A row of the flow that holds a whole block; it begins where text begins, inside a panel as well.
    fn block(&mut self, before: Pt, height: Pt, after: Pt, items: Vec<Item>) {
        let left = self.sides();
        self.row(before, height, false, items.into_iter().map(|item| item.moved(left, 0.0)));
        self.space(after);
    }

    fn drawn(&mut self, text: &DrawnText, node: NodeId, into: &mut Vec<Item>) -> Result<(), LayoutError> {
        let span = Span::new(&text.text, text.style);
        let baseline = self.fonts.centred(text.style, text.leading);
        let mut y = text.y;
        for line in self.shortened(span, text.width, text.lines)? {
            let free = text.width - line.width;
            let x = text.x
                + match text.place {
                    Place::Left => 0.0,
                    Place::Centre => free / 2.0,
                    Place::Right => free,
                };
            let placed = line.placed(x, line.width, y + baseline, Align::Left);
            into.push(Item { part: Part::Content(node), kind: ItemKind::Text(placed) });
            y += text.leading;
        }
        Ok(())
    }

    /// The text in `most` lines at most, with an ellipsis where something had to go.
    fn shortened(&mut self, span: Span<'_>, width: Pt, most: usize) -> Result<Vec<Line>, LayoutError> {
        let mut lines = self.setter.lines(&[span], Setting::new(width, Align::Left))?;
        if lines.len() > most {
            // What the last line has to hold is all that is left; it is cut to fit.
            let rest: String =
                lines.iter().skip(most.saturating_sub(1)).map(|line| self.setter.line_text(line)).collect();
            lines.truncate(most.saturating_sub(1));
            lines.extend(self.setter.fitted(Span { text: &rest, ..span }, width)?);
        }
        Ok(lines)
    }
}

fn fills(fills: &[Fill], part: Part) -> Vec<Item> {
    let item = |&Fill { x, y, width, height, colour }: &Fill| Item {
        part,
        kind: ItemKind::Fill { x, y, width, height, colour },
    };
    fills.iter().map(item).collect()
}
