//! Paragraphs and what stands in their place, and the report made of them.

use plenary_plugin_sdk::RenderError;
use plenary_plugin_sdk::document::present;
use plenary_plugin_sdk::model::{Block, BlockKind, Part};

use super::Brief;
use crate::layout::{LayoutError, Marker, Numbering, ParagraphStyle, Role, Span};

/// The styles of a stretch of prose.
#[derive(Clone, Copy)]
pub(super) struct Prose {
    pub(super) paragraph: ParagraphStyle,
    pub(super) item: ParagraphStyle,
    /// The level of a heading inside it.
    pub(super) level: u8,
}

impl Brief<'_, '_, '_> {
    /// What a section of prose holds; a part's heading stands one level below the section's.
    pub(super) fn parts(&mut self, parts: &[Part<'_>]) -> Result<(), RenderError> {
        let prose = Prose { paragraph: self.sheet.body, item: self.sheet.item, level: 3 };
        for part in parts {
            self.check_cancelled()?;
            self.flow.anchor(part.id.as_str());
            if let Some(text) = present(&part.heading) {
                self.heading(2, text, false)?;
            }
            self.blocks(&part.blocks, prose, None)?;
        }
        Ok(())
    }

    /// Paragraphs, lists, headings and remarks; `marker` goes with the first of them.
    pub(super) fn blocks(
        &mut self,
        blocks: &[Block<'_>],
        prose: Prose,
        mut marker: Option<Marker<'_>>,
    ) -> Result<(), LayoutError> {
        for stretch in
            blocks.chunk_by(|block, next| (block.kind == BlockKind::Item) == (next.kind == BlockKind::Item))
        {
            let is_list = stretch.first().is_some_and(|block| block.kind == BlockKind::Item);
            if is_list {
                self.flow.open(Role::List(Numbering::Bullets));
            }
            for block in stretch {
                let text = block.text.as_str();
                match block.kind {
                    BlockKind::Item => self.bullet(prose.item, text)?,
                    BlockKind::Subheading => self.heading(prose.level, text, false)?,
                    kind => {
                        let remark = ParagraphStyle { leading: prose.paragraph.leading, ..self.sheet.remark };
                        let style = if kind == BlockKind::Remark { remark } else { prose.paragraph };
                        let spans = [Span::new(text, style.text)];
                        match marker.take() {
                            Some(marker) => self.flow.marked(Role::Paragraph, &style, marker, &spans)?,
                            None => self.flow.paragraph(Role::Paragraph, &style, &spans)?,
                        }
                    }
                }
            }
            if is_list {
                self.flow.close();
            }
        }
        Ok(())
    }

    /// An item of a bulleted list.
    pub(super) fn bullet(&mut self, style: ParagraphStyle, text: &str) -> Result<(), LayoutError> {
        let bullet = Span::new("•", self.sheet.bullet);
        let marker = Marker { span: bullet, gap: self.sheet.bullet_gap };
        self.flow.open_item(&style, marker, &[Span::new(text, style.text)])?;
        self.flow.close_item();
        Ok(())
    }
}
