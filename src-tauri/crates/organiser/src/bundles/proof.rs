//! A bundle before it is made: its page numbers, and the pages of one document as they will be.

use std::ops::ControlFlow;
use std::sync::Arc;

use recourse_bundle::compose;
use recourse_bundle::model::BundleModel;
use recourse_bundle::progress::Progress;
use recourse_domain::RecordId;
use recourse_domain::choices::Audience;
use recourse_store::StoreError;

use super::{jobs, model, redaction, selection};
use crate::Result;
use crate::session::{Session, Unlocked};

/// How long a bundle would be, and where each document would stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// Pages in all.
    pub pages: u32,
    /// Bytes of the PDF, nearly.
    pub pdf_bytes: u64,
    /// The documents, in order.
    pub documents: Vec<LaidDocument>,
}

/// Where one document would stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LaidDocument {
    /// The record it is.
    pub id: RecordId,
    /// The page it would begin on, from 1.
    pub first_page: u32,
    /// How many pages it would take.
    pub pages: u32,
}

/// Lays a bundle out without writing it, as it would be made today.
///
/// # Errors
/// Where a document has changed, or the person stopped it.
pub fn lay_out(
    session: &Arc<Session<Unlocked>>,
    claim: RecordId,
    audience: Audience,
    go_on: &dyn Fn() -> ControlFlow<()>,
) -> Result<Laid> {
    let carried = redaction::carry_out(session, selection::preview(session, claim, audience)?)?;
    let preview = &carried.preview;
    let mut model = model::build(session, preview, session.today())?;
    let ids: Vec<RecordId> =
        preview.sections.iter().flat_map(|section| &section.documents).map(|picked| picked.id).collect();
    carried.into_model(&mut model);
    let proof = compose::lay_out(&model, &mut jobs::isolate(session.worker()), &|_: Progress<'_>| go_on())?;
    let documents = ids.into_iter().zip(&proof.documents);
    Ok(Laid {
        pages: proof.pages,
        pdf_bytes: proof.bytes,
        documents: documents
            .map(|(id, document)| LaidDocument { id, first_page: document.first_page, pages: document.pages })
            .collect(),
    })
}

/// The pages of one document of a bundle as they will be, as a PDF, numbered from `first_page`.
///
/// # Errors
/// Where it is not among the documents, has changed, or the person stopped it.
pub fn show(
    session: &Arc<Session<Unlocked>>,
    (claim, audience): (RecordId, Audience),
    id: RecordId,
    first_page: u32,
    go_on: &dyn Fn() -> ControlFlow<()>,
) -> Result<Vec<u8>> {
    let preview = selection::preview(session, claim, audience)?;
    let picked = preview.document(id).ok_or(StoreError::NoRecord(id))?;
    let document = model::document(session, picked, &preview)?;
    let about = BundleModel {
        redacted: redaction::of_one(session, &preview, picked)?,
        claimant: preview.claim.body.claimant.name.clone(),
        ..BundleModel::empty(&picked.title, session.today())
    };
    let mut isolate = jobs::isolate(session.worker());
    let watch = |_: Progress<'_>| go_on();
    Ok(compose::show(&about, document, u64::from(first_page.max(1)), &mut isolate, &watch)?)
}
