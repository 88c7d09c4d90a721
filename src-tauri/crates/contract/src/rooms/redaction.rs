//! Blacking out areas of a document for one reader.

use recourse_organiser::bundles::redaction::{self, Area, Opened, Subject};

use super::{Answer, Room};
use crate::types::*;

/// The longer edge of a page that is shown, in dots: enough to read small print by.
const PAGE_EDGE: u32 = 1600;

/// Opens a document for blacking out.
pub fn redaction_open(room: &Room, request: RedactionQuestion) -> Answer<RedactionView> {
    Ok(view(request, redaction::open(room, subject(request))?))
}

/// One page of it, as it is or as it will be.
pub fn redaction_page(room: &Room, request: RedactionPage) -> Answer<PagePicture> {
    let areas = request.areas.into_iter().map(area).collect();
    let picture = redaction::page(room, subject(request.question), request.page, areas, PAGE_EDGE)?;
    Ok(PagePicture {
        media_type: picture.media_type.to_string(),
        width: picture.width,
        height: picture.height,
        base64: data_encoding::BASE64.encode(&picture.bytes),
    })
}

/// Says what is blacked out from now on.
pub fn redaction_save(room: &Room, request: RedactionSave) -> Answer<RedactionView> {
    let areas = request.areas.into_iter().map(area).collect();
    Ok(view(request.question, redaction::save(room, subject(request.question), areas)?))
}

const fn subject(question: RedactionQuestion) -> Subject {
    Subject { claim: question.claim, audience: question.audience, document: question.document }
}

fn area(area: BlackArea) -> Area {
    let BlackArea { page, left, top, width, height, why } = area;
    Area { page, left, top, width, height, why }
}

fn view(question: RedactionQuestion, opened: Opened) -> RedactionView {
    let shown = |area: Area| {
        let Area { page, left, top, width, height, why } = area;
        BlackArea { page, left, top, width, height, why }
    };
    RedactionView {
        question,
        reference: opened.reference,
        title: opened.title,
        pages: opened.pages,
        areas: opened.areas.into_iter().map(shown).collect(),
        changed: opened.changed,
        elsewhere: opened
            .elsewhere
            .into_iter()
            .map(|one| SaidElsewhere { reference: one.reference, title: one.title, words: one.words })
            .collect(),
    }
}
