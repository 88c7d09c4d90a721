//! Intake's handlers: what the worker does under each name.
//!
//! | job | parameters | answer |
//! |---|---|---|
//! | `read` | `name`; `words` (false: only count a PDF's pages, only measure a picture); `password` of a PDF | header: [`crate::Reading`] |
//! | `part` | `index` | bytes: the attachment |
//! | `mail_heads` | `lengths` of the mails in the input, `words` | bytes: [`crate::mailbox::MailHead`] of each |
//! | `mails` | `lengths`, `deep` | bytes: [`crate::mailbox::BatchMail`] of each |
//! | `render` | `page` from 1, `max_edge`; `password` | header: `media_type`, `width`, `height`; bytes: PNG |
//! | `picture` | `max_edge`; `page` from 1 (1 where it is not said); `rotation` clockwise in degrees | header: the same; bytes: PNG or JPEG |
//! | `rich` | `name`; `beside`: name and length of each file behind the first in the input | header: what [`crate::rich::Formatted`] is; bytes: its pictures |
//! | `scan_page` | a [`ScanOrder`] | header: a [`crate::scan::Scanned`]; bytes: its pixels |

use serde_json::{Value, json};

use crate::scan::{self, ScanOrder};
use crate::worker::{Output, Picture};
use crate::{Problem, ProblemCode, mail, pdf, picture as pictures};

/// The job `read`.
///
/// # Errors
/// Only where the answer cannot be written as JSON; everything else is a problem inside the reading.
pub fn read(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let words = params["words"].as_bool().unwrap_or(true);
    let reading = crate::read::read_with(text(params, "name"), bytes, words, text(params, "password"));
    let header = serde_json::to_value(reading).map_err(|_| Problem::damaged("its contents cannot be written down"))?;
    Ok(Output::new(header, Vec::new()))
}

/// The job `part`.
///
/// # Errors
/// Where there is no such part.
pub fn part(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let index = number(params, "index")?;
    Ok(Output::new(Value::Null, mail::extract_part(bytes, index)?))
}

/// The job `render`.
///
/// # Errors
/// Where the PDF cannot be read or has no such page.
pub fn render(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let (page, max_edge) = (number(params, "page")?, number(params, "max_edge")?);
    Ok(shown(pdf::render_page(bytes, text(params, "password"), page, max_edge)?))
}

/// The job `picture`.
///
/// # Errors
/// Where the picture cannot be decoded.
pub fn picture(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let page = if params["page"].is_null() { 1 } else { number(params, "page")? };
    let upright = pictures::normalised(bytes, page, number(params, "max_edge")?)?;
    Ok(shown(pictures::turned(upright, number(params, "rotation").unwrap_or(0))?))
}

/// The job `scan_page`.
///
/// # Errors
/// Where the file is neither picture nor PDF, cannot be decoded or has no such page.
pub fn scan_page(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let order: ScanOrder = serde_json::from_value(params.clone())
        .map_err(|_| Problem::new(ProblemCode::BadRequest, "The job needs a page, a rotation and a size."))?;
    scan::page::answer(scan::page::prepare(bytes, order)?)
}

fn shown(picture: Picture) -> Output {
    let header = json!({ "media_type": picture.media_type, "width": picture.width, "height": picture.height });
    Output::new(header, picture.bytes)
}

fn text<'a>(params: &'a Value, name: &str) -> &'a str {
    params[name].as_str().unwrap_or_default()
}

fn number(params: &Value, name: &str) -> Result<u32, Problem> {
    params[name]
        .as_u64()
        .and_then(|n| u32::try_from(n).ok())
        .ok_or_else(|| Problem::new(ProblemCode::BadRequest, format!("The job needs a number \"{name}\".")))
}
