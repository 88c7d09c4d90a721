//! Documents with their formatting, for the pages of a bundle: mails and saved pages of HTML, tables, word processors' documents.
//!
//! What comes out holds words, pictures that were decoded and written anew, and addresses to be read; nothing that runs or is fetched.

mod build;
mod cells;
mod grid;
mod html;
mod pictures;
mod sheet;
mod sizes;
mod style;
mod tree;
mod word;
mod writer;

use std::borrow::Cow;

use recourse_domain::rich::{Piece, Rich};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::build::Builder;
use self::html::Reader;
use self::pictures::{Own, Pictures};
use self::style::Style;
use crate::mail::{self, BodyPart, OwnPicture};
use crate::office::Package;
use crate::worker::Output;
use crate::{Kind, Problem, ProblemCode, sniff, text};

/// A document with its formatting and its pictures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Formatted {
    /// The document.
    pub rich: Rich,
    /// Its pictures, PNG or JPEG, at most as fine as 300 dots an inch where they are shown.
    pub pictures: Vec<Vec<u8>>,
    /// What of that which came along is shown in it: [`crate::AttachmentDraft::index`] of a mail, the place of a file beside a page (from 0).
    pub shown: Vec<u32>,
}

/// A file beside a saved page, as the job is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Beside {
    pub(crate) name: String,
    pub(crate) length: usize,
}

/// The part of a [`Formatted`] that is JSON.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Header {
    pub(crate) rich: Rich,
    pub(crate) lengths: Vec<usize>,
    pub(crate) shown: Vec<u32>,
}

/// The job `rich`.
///
/// # Errors
/// Where there is no formatting to be had, or more of it than can be set; the words of the document stand without it then.
pub fn job(params: &Value, bytes: &[u8]) -> Result<Output, Problem> {
    let beside: Vec<Beside> = serde_json::from_value(params["beside"].clone()).unwrap_or_default();
    let behind = beside.iter().map(|one| one.length).fold(0_usize, usize::saturating_add);
    let first = bytes.len().checked_sub(behind).ok_or_else(|| {
        Problem::new(ProblemCode::BadRequest, "The files beside the page are longer than what was handed over.")
    })?;
    let (file, mut rest) = bytes.split_at(first);
    let mut files = Vec::new();
    for one in &beside {
        let (this, after) = rest.split_at(one.length);
        files.push((one.name.as_str(), this));
        rest = after;
    }
    let made = formatted(params["name"].as_str().unwrap_or_default(), file, &files)?;
    let lengths = made.pictures.iter().map(Vec::len).collect();
    let header = serde_json::to_value(Header { rich: made.rich, lengths, shown: made.shown })
        .map_err(|_| Problem::damaged("its contents cannot be written down"))?;
    Ok(Output { header, bytes: Vec::new(), more: made.pictures })
}

/// Reads a document with its formatting; `beside` are the files that lie beside a saved page, by name. Meant for the worker.
///
/// # Errors
/// As [`job`].
pub fn formatted(name: &str, bytes: &[u8], beside: &[(&str, &[u8])]) -> Result<Formatted, Problem> {
    let found = sniff(name, bytes);
    match found.kind {
        Kind::Mail => page(mail::formatted(bytes)?.parts_and_pictures()),
        Kind::Html if found.media_type.as_str() == "multipart/related" => {
            page(mail::saved(bytes)?.parts_and_pictures())
        }
        Kind::Html => {
            let stated = crate::markup::stated_charset(bytes);
            let own = beside.iter().zip(0_u32..).map(|((name, bytes), index)| Own {
                index: Some(index),
                names: vec![(*name).to_owned()],
                bytes: Cow::Borrowed(*bytes),
            });
            page((vec![BodyPart::Html(text::decode(bytes, stated.as_deref()))], own.collect()))
        }
        Kind::Table => {
            let by_tabs = found.media_type.as_str() == "text/tab-separated-values";
            Ok(Formatted { rich: cells::separated(bytes, by_tabs), ..Formatted::default() })
        }
        Kind::Office => office(found.media_type.as_str(), bytes),
        _ => Err(nothing()),
    }
}

/// A spreadsheet's cells or a word processor's paragraphs.
fn office(media_type: &str, bytes: &[u8]) -> Result<Formatted, Problem> {
    if ["excel", "spreadsheet"].iter().any(|word| media_type.contains(word)) {
        let rich = cells::workbook(|taker| crate::office::cells(media_type, bytes, taker))?;
        return Ok(Formatted { rich, ..Formatted::default() });
    }
    let mut package = Package::open(bytes)?;
    if package.has("word/document.xml") {
        word::read(&mut package)
    } else if media_type == "application/vnd.oasis.opendocument.text" {
        writer::read(&mut package)
    } else {
        Err(nothing())
    }
}

fn nothing() -> Problem {
    Problem::new(ProblemCode::NotYet, "Recourse does not read the formatting of this kind of document.")
}

/// A page of these parts.
fn page((parts, own): (Vec<BodyPart>, Vec<Own<'_>>)) -> Result<Formatted, Problem> {
    if parts.is_empty() {
        return Err(nothing());
    }
    let mut pictures = Pictures::of(own);
    let mut reader = Reader { builder: Builder::default(), pictures: &mut pictures, hidden: 0 };
    for part in &parts {
        match part {
            BodyPart::Html(html) => reader.page(html)?,
            BodyPart::Text(words) => {
                words
                    .replace("\r\n", "\n")
                    .split("\n\n")
                    .for_each(|one| reader.builder.sentence(one, Style::default()));
            }
            BodyPart::Picture(at) => {
                if let Some(shown) = reader.pictures.own_picture(*at, None, None) {
                    reader.builder.picture(Piece::Picture(shown));
                    reader.builder.end_paragraph(true);
                }
            }
        }
    }
    let (builder, hidden) = (reader.builder, reader.hidden);
    let mut rich = builder.finish();
    sizes::settle(&mut rich);
    rich.notes.extend(hidden_words(hidden));
    Ok(Formatted { rich, pictures: pictures.made, shown: pictures.shown.into_iter().collect() })
}

fn hidden_words(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("One word that its own formatting hides is left out here. The original has it.".to_owned()),
        _ => Some(format!("{count} words that its own formatting hides are left out here. The original has them.")),
    }
}

impl mail::Formatted {
    fn parts_and_pictures<'a>(self) -> (Vec<BodyPart>, Vec<Own<'a>>) {
        let own = |one: OwnPicture| Own {
            index: one.attachment,
            names: [one.content_id, one.location, one.name].into_iter().flatten().collect(),
            bytes: Cow::Owned(one.bytes),
        };
        (self.parts, self.pictures.into_iter().map(own).collect())
    }
}
