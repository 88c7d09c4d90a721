//! Sizes of letters, seen from the size that most of a document has.

use std::collections::BTreeMap;

use recourse_domain::rich::{Block, Look, Piece, Rich, Run};

use super::style::Style;

/// Smallest and largest size that is kept, in hundredths.
const RANGE: (u16, u16) = (60, 200);

/// The look of words in a style; its size is in tenths of a CSS pixel until [`settle`].
pub(super) fn at(style: Style) -> Look {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
    let size = (style.pixels * 10.0).round().clamp(10.0, 5_000.0) as u16;
    Look { size, ..style.look }
}

/// Turns sizes into hundredths of the most common one, in steps of five; a heading has the size of its level.
pub(super) fn settle(rich: &mut Rich) {
    let mut letters: BTreeMap<u16, usize> = BTreeMap::new();
    each(&mut rich.blocks, &mut |run, level| {
        if level == 0 {
            *letters.entry(run.look.size).or_default() += run.text.len();
        }
    });
    let most = letters.iter().max_by_key(|(size, count)| (**count, **size)).map_or(160, |(size, _)| *size);
    each(&mut rich.blocks, &mut |run, level| {
        let hundredths = u32::from(run.look.size) * 100 / u32::from(most.max(1));
        let steps = u16::try_from((hundredths + 2) / 5 * 5).unwrap_or(RANGE.1);
        run.look.size = if level > 0 { 100 } else { steps.clamp(RANGE.0, RANGE.1) };
    });
}

/// Calls `act` with every run of words and the level of its heading.
fn each(blocks: &mut [Block], act: &mut impl FnMut(&mut Run, u8)) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                for piece in &mut paragraph.pieces {
                    if let Piece::Text(run) = piece {
                        act(run, paragraph.level);
                    }
                }
            }
            Block::List(list) => list.items.iter_mut().for_each(|item| each(item, act)),
            Block::Quote { blocks } => each(blocks, act),
            Block::Table(table) => table.rows.iter_mut().flatten().for_each(|cell| each(&mut cell.blocks, act)),
            Block::Preformatted { .. } | Block::Rule => {}
        }
    }
}
