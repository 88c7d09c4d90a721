//! What a bundle would hold, and what one that was made holds.

use recourse_organiser::bundles;

use super::{Answer, Room};
use crate::types::*;

/// What a bundle would hold, before anything is written.
pub fn bundle_preview(room: &Room, request: BundleQuestion) -> Answer<BundlePreview> {
    let preview = bundles::preview(room, request.claim, request.audience)?;
    let files = preview.sections.iter().flat_map(|section| &section.documents).flat_map(|document| &document.files);
    Ok(BundlePreview {
        original_bytes: files.map(|file| file.size).sum(),
        sections: preview
            .sections
            .iter()
            .map(|section| PreviewSection {
                key: section.key,
                title: section.title().to_owned(),
                documents: section.documents.iter().map(|picked| document(picked, &preview)).collect(),
            })
            .collect(),
        left_out: preview.left_out.iter().map(left_out).collect(),
        arranged: !preview.arrangement.is_empty(),
        missing: preview.missing,
    })
}

fn document(picked: &bundles::Picked, preview: &bundles::Preview) -> PreviewDocument {
    PreviewDocument {
        id: picked.id,
        kind: picked.record_kind(),
        reference: picked.reference.to_string(),
        title: picked.title.clone(),
        date: picked.printed_date(),
        usual_title: picked.usual_title.clone(),
        usual_date: picked.usual_date(),
        put_in: preview.arrangement.put_in.contains(&picked.id),
        pages: picked.known_pages(),
    }
}

fn left_out(left: &bundles::LeftOut) -> PreviewLeftOut {
    PreviewLeftOut {
        id: left.id,
        kind: left.reference.kind,
        reference: left.reference.to_string(),
        title: left.title.clone(),
        why: left.why.words().to_owned(),
        may: match left.put_in() {
            bundles::PutIn::AtOnce => MayPutIn::Yes,
            bundles::PutIn::Ask => MayPutIn::Ask,
            bundles::PutIn::No => MayPutIn::No,
        },
    }
}

/// Changes how a bundle is arranged, and says what it would hold now.
pub fn bundle_arrange(room: &Room, request: BundleArrange) -> Answer<BundlePreview> {
    let BundleArrange { claim, audience, change } = request;
    let change = match change {
        BundleChange::Move { document, section, before } => bundles::Change::Move { document, section, before },
        BundleChange::MoveSection { section, before } => bundles::Change::MoveSection { section, before },
        BundleChange::LeaveOut { record } => bundles::Change::LeaveOut { record },
        BundleChange::PutIn { record, sure } => bundles::Change::PutIn { record, sure },
        BundleChange::Word { document, title, date } => bundles::Change::Word { document, title, date },
        BundleChange::Reset => bundles::Change::Reset,
    };
    bundles::arrange(room, claim, audience, &change)?;
    bundle_preview(room, BundleQuestion { claim, audience })
}

/// A bundle that was laid out, as it is shown.
pub fn laid(laid: &bundles::Laid) -> BundlePages {
    let place = |one: &bundles::LaidDocument| BundlePlace { id: one.id, first_page: one.first_page, pages: one.pages };
    BundlePages { pages: laid.pages, pdf_bytes: laid.pdf_bytes, documents: laid.documents.iter().map(place).collect() }
}

/// What was made, as it is shown.
pub fn made(made: &bundles::Made) -> BundleMade {
    let mut remarks = Vec::new();
    for document in &made.build.documents {
        remarks.extend(document.dropped.iter().map(|what| format!("{}: {what}", document.reference)));
    }
    for missing in &made.build.missing_glyphs {
        remarks.push(format!("{}: no letterform for {}", missing.place, missing.characters));
    }
    BundleMade {
        folder: made.folder.to_string_lossy().into_owned(),
        zip: made.zip.as_ref().map(|path| path.to_string_lossy().into_owned()),
        pdf: Some(made.pdf.to_string_lossy().into_owned()),
        pages: made.build.pages,
        mark: made.mark.clone(),
        zip_sha256: made.zip_sha256.clone(),
        pdf_sha256: Some(made.build.sha256.clone()),
        documents: documents(&made.build),
        remarks,
    }
}

/// The documents of a build, as they are shown.
pub fn documents(build: &bundles::BuildReport) -> Vec<MadeDocument> {
    build
        .documents
        .iter()
        .map(|document| MadeDocument {
            reference: document.reference.clone(),
            title: document.title.clone(),
            first_page: document.first_page,
            pages: document.pages,
            way: serde_json::to_value(document.way)
                .ok()
                .and_then(|way| way.as_str().map(str::to_owned))
                .unwrap_or_default(),
            reason: (!document.reasons.is_empty()).then(|| document.reasons.join(" ")),
            dropped: document.dropped.clone(),
        })
        .collect()
}
