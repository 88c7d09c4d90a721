//! Blocks as the template takes them. Every width is settled here, so that nothing is wider than its place.

use super::table;
use crate::pages::world::picture_name;
use recourse_domain::rich::{Block, Cell, Paragraph, Piece, Table};
use serde_json::{Value, json};
use std::sync::Arc;

/// What a quotation and a list are set in by, in points.
const INDENT: f32 = 20.0;

/// One block in a place of `room` points across.
pub(super) fn value(block: &Block, pictures: &[Arc<[u8]>], room: f32) -> Value {
    let all = |blocks: &[Block], room: f32| blocks.iter().map(|b| value(b, pictures, room)).collect::<Vec<_>>();
    match block {
        Block::Paragraph(paragraph) => of_paragraph(paragraph, pictures, room),
        Block::List(list) => json!({
            "is": "list",
            "ordered": list.ordered,
            "start": list.start,
            "items": list.items.iter().map(|item| all(item, room - INDENT)).collect::<Vec<_>>(),
        }),
        Block::Quote { blocks } => json!({ "is": "quote", "blocks": all(blocks, room - INDENT) }),
        Block::Preformatted { .. } | Block::Rule => json!(block),
        Block::Table(table) => of_table(table, pictures, room),
    }
}

fn of_paragraph(paragraph: &Paragraph, pictures: &[Arc<[u8]>], room: f32) -> Value {
    let pieces = paragraph.pieces.iter().filter_map(|piece| match piece {
        Piece::Picture(shown) => {
            let bytes = pictures.get(shown.picture)?;
            let fit = (room.max(8.0) / f32::from(shown.width.max(1))).min(1.0);
            Some(json!({
                "is": "picture",
                "file": picture_name(shown.picture, bytes),
                "width": f32::from(shown.width) * fit,
                "height": f32::from(shown.height) * fit,
            }))
        }
        other => Some(json!(other)),
    });
    json!({
        "is": "paragraph",
        "level": paragraph.level,
        "align": paragraph.align,
        "close": paragraph.close,
        "pieces": pieces.collect::<Vec<_>>(),
    })
}

#[allow(clippy::cast_precision_loss, reason = "numbers of columns")]
fn of_table(table: &Table, pictures: &[Arc<[u8]>], room: f32) -> Value {
    let layout = table::layout(table);
    let columns = table.columns.max(1);
    let sum = layout.shares.as_ref().map_or(1, |shares| shares.iter().sum::<usize>().max(1));
    let row = |cells: &Vec<Cell>| {
        let mut at = 0;
        let mut out = Vec::with_capacity(cells.len());
        for cell in cells {
            let share = match &layout.shares {
                Some(shares) => shares.iter().skip(at).take(cell.span).sum::<usize>() as f32 / sum as f32,
                None => cell.span as f32 / columns as f32,
            };
            at += cell.span;
            let blocks = cell.blocks.iter().map(|b| value(b, pictures, room * share - 8.0)).collect::<Vec<_>>();
            out.push(json!({ "span": cell.span, "blocks": blocks }));
        }
        Value::from(out)
    };
    let (head, rows) = table.rows.split_at(table.head.min(table.rows.len()));
    let (head, rows): (Vec<_>, Vec<_>) = (head.iter().map(row).collect(), rows.iter().map(row).collect());
    json!({
        "is": "table",
        "columns": layout.shares.unwrap_or_else(|| vec![0; columns]),
        "small": layout.small,
        "ruled": table.ruled,
        "head": head,
        "rows": rows,
    })
}
