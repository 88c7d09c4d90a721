//! CSV that no spreadsheet program takes for formulas (RFC 4180 form, UTF-8 with a byte-order mark so that Excel reads it as UTF-8).

use crate::model::Table;
use serde_json::Value;

/// The mark at the start of the file.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// Text of a cell with an apostrophe before it where a program might take it for a formula or a command.
///
/// A text that starts with an apostrophe gets one too, so that taking one apostrophe away always gives the text back.
#[must_use]
pub fn safe_cell(text: &str) -> String {
    if text.starts_with('\'') || looks_like_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Whether a spreadsheet might calculate it: the first character that is seen is one that starts a formula.
fn looks_like_formula(text: &str) -> bool {
    if text.starts_with(['\t', '\r', '\n', '\0']) {
        return true;
    }
    let first = text.chars().find(|c| !c.is_whitespace() && !c.is_control() && !is_unseen(*c));
    matches!(first, Some('=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠' | '−'))
}

/// Characters of no width that may stand before the sign.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

/// A value of the record as the text of a cell. Numbers stay numbers, lists and objects become JSON.
#[must_use]
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::String(s) => safe_cell(s),
        list_or_object => safe_cell(&list_or_object.to_string()),
    }
}

/// A table as the bytes of a CSV file.
///
/// # Errors
/// Only if a row is not as long as the head.
pub fn table_csv(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut out = BOM.to_vec();
    {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
        writer.write_record(table.columns.iter().map(|c| safe_cell(c)))?;
        for row in &table.rows {
            writer.write_record(row.iter().map(cell))?;
        }
        writer.flush()?;
    }
    Ok(out)
}

/// A table as JSON Lines: one object a row, the columns in their order.
#[must_use]
pub fn table_jsonl(table: &Table) -> Vec<u8> {
    let mut out = Vec::new();
    for row in &table.rows {
        out.push(b'{');
        for (i, (column, value)) in table.columns.iter().zip(row).enumerate() {
            if i > 0 {
                out.push(b',');
            }
            let name = Value::String(column.clone());
            out.extend_from_slice(format!("{name}:{value}").as_bytes());
        }
        out.extend_from_slice(b"}\n");
    }
    out
}
