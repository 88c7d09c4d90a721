//! What a bundle would hold, and what one that was made holds.

use recourse_organiser::bundles;

use super::{Answer, Room};
use crate::types::*;

/// What a bundle would hold, before anything is written.
pub fn bundle_preview(room: &Room, request: BundleQuestion) -> Answer<BundlePreview> {
    let preview = bundles::preview(room, request.claim, request.audience)?;
    let original_bytes = preview
        .sections
        .iter()
        .flat_map(|section| &section.documents)
        .flat_map(|document| &document.files)
        .map(|file| file.size)
        .sum();
    Ok(BundlePreview {
        sections: preview
            .sections
            .iter()
            .map(|section| PreviewSection {
                title: section.title.to_owned(),
                documents: section.documents.iter().map(document).collect(),
            })
            .collect(),
        left_out: preview
            .left_out
            .iter()
            .map(|left| PreviewLeftOut {
                id: left.id,
                reference: left.reference.to_string(),
                title: left.title.clone(),
                why: left.why.to_owned(),
            })
            .collect(),
        missing: preview.missing,
        original_bytes,
    })
}

fn document(picked: &bundles::Picked) -> PreviewDocument {
    PreviewDocument {
        id: picked.id,
        kind: picked.record_kind(),
        reference: picked.reference.to_string(),
        title: picked.title.clone(),
        date: picked.date.in_words(),
        pages: picked.known_pages(),
    }
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
        })
        .collect()
}
