//! The records that go, as the bundle crate's own model.

use std::sync::Arc;

use chrono::NaiveDate;
use recourse_bundle::model::{
    self as bundle, BundleModel, Content, Document, EvidenceRow, FileSource, Gap, Profile, SummaryLine,
};
use recourse_domain::choices::{Audience, Jurisdiction};

use super::selection::{Picked, Preview};
use super::{asked, chronology, content, effects, tables, told};
use crate::session::{Session, Unlocked};
use crate::{Result, claims, schedule};

/// Builds the model of a bundle.
///
/// # Errors
/// Where an original is missing or damaged, or what the records said.
pub fn build(session: &Arc<Session<Unlocked>>, preview: &Preview, date: NaiveDate) -> Result<BundleModel> {
    let claim = &preview.claim.body;
    let organisation = claims::organisation(session, claim)?;
    let mut sections = Vec::new();
    for section in &preview.sections {
        let mut documents = Vec::new();
        for picked in &section.documents {
            documents.push(document(session, picked, preview)?);
        }
        sections.push(bundle::Section { title: section.title().to_owned(), documents });
    }
    let asked = asked::answers(session, preview)?;
    let mut tables = tables::tables(preview);
    if !asked.is_empty() {
        tables.push(schedule::table(&asked));
    }
    // Making a bundle is noted in the history too; two bundles of the same record are the same all the same.
    let head = session.read(|records| Ok(records.last_change()?))?;
    Ok(BundleModel {
        title: claim.title.clone(),
        claimant: claim.claimant.name.clone(),
        references: claim
            .reference_numbers
            .iter()
            .map(|value| bundle::Reference { label: "Reference".to_owned(), value: value.clone() })
            .collect(),
        date,
        audience: match preview.audience {
            Audience::Solicitor => bundle::Audience::Solicitor,
            Audience::OtherSide => bundle::Audience::OtherSide,
        },
        supplement: None,
        profile: if claim.jurisdiction == Some(Jurisdiction::EnglandWales) && preview.audience == Audience::OtherSide {
            Profile::EwCourt2021
        } else {
            Profile::Solicitor
        },
        chain_head: Some(head.to_string()),
        summary: summary(preview, &organisation),
        schedule: asked::pages(&asked),
        sections,
        chronology: chronology::rows(preview, &organisation),
        told: told::told(preview),
        effects: effects::effects(session, preview)?,
        evidence: evidence_rows(preview),
        gaps: gaps(preview),
        redacted: Vec::new(),
        left_out: preview
            .left_out
            .iter()
            .map(|left| bundle::LeftOut {
                reference: left.reference.to_string(),
                title: left.title.clone(),
                reason: left.why.words().to_owned(),
            })
            .collect(),
        record: tables::record(preview),
        tables,
        history: tables::history(session, preview, head.seq)?,
        organisation,
    })
}

/// A document with its files and what is printed for it.
///
/// # Errors
/// Where an original is missing or damaged, or what the records said.
pub fn document(session: &Arc<Session<Unlocked>>, picked: &Picked, preview: &Preview) -> Result<Document> {
    let files = picked.files.iter().map(|file| content::source(session, file)).collect();
    Ok(document_of(picked, files, content::of(session, picked, &preview.chosen)?))
}

/// A document with these files and this content.
pub(super) fn document_of(picked: &Picked, files: Vec<FileSource>, content: Content) -> Document {
    Document {
        reference: picked.reference.to_string(),
        title: picked.title.clone(),
        date_as_stated: picked.printed_date(),
        kind: picked.kind.to_owned(),
        files,
        content,
    }
}

fn summary(preview: &Preview, organisation: &str) -> Vec<SummaryLine> {
    let claim = &preview.claim.body;
    let mut lines = Vec::new();
    let mut say = |label: &str, text: String, source: Option<String>| {
        if !text.trim().is_empty() {
            lines.push(SummaryLine { label: label.to_owned(), text, source });
        }
    };
    say("Claimant", claim.claimant.name.clone(), None);
    say("Organisation", organisation.to_owned(), None);
    say("Relationship", relationship(preview), None);
    say("How it ended", claim.relationship.how_it_ended.clone(), None);
    for incident in &preview.chosen.incidents {
        let told = if incident.body.claimant_told.is_undated() {
            String::new()
        } else {
            format!("; the claimant was told {}", incident.body.claimant_told.in_words())
        };
        let occurred = if incident.body.occurred.is_undated() {
            "when it happened is not stated".to_owned()
        } else {
            format!("as stated it happened {}", incident.body.occurred.in_words())
        };
        say("Incident", format!("{}: {occurred}{told}.", incident.body.name), None);
    }
    if let Some(first) = preview.chosen.notices.iter().find(|notice| !notice.body.listed_on().is_undated()) {
        let source = first.evidence.iter().find_map(|link| preview.chosen.reference_of(link.evidence));
        say(
            "First dated notice",
            format!("“{}”, {}", first.body.subject, first.body.listed_on().in_words()),
            Some(source.unwrap_or(first.reference).to_string()),
        );
    }
    let letters = preview.chosen.letters.len();
    say("Letters and e-mails", format!("{letters} on record"), None);
    lines
}

fn relationship(preview: &Preview) -> String {
    let relationship = &preview.claim.body.relationship;
    let Some(kind) = relationship.kind else {
        return String::new();
    };
    let mut text = kind.code().replace('-', " ");
    if !relationship.from.is_undated() {
        text.push_str(&format!(", from {}", relationship.from.in_words()));
    }
    if !relationship.to.is_undated() {
        text.push_str(&format!(", until {}", relationship.to.in_words()));
    }
    text
}

fn evidence_rows(preview: &Preview) -> Vec<EvidenceRow> {
    let mut rows = Vec::new();
    for (item, files) in &preview.chosen.evidence {
        for file in files {
            rows.push(EvidenceRow {
                reference: item.reference.to_string(),
                title: item.body.title.clone(),
                how_obtained: item.body.how_obtained.clone(),
                added: file.added_at.format("%-d %B %Y").to_string(),
                file_name: file.name.clone(),
                size: file.size,
                sha256: file.sha256.clone(),
            });
        }
    }
    rows
}

fn gaps(preview: &Preview) -> Vec<Gap> {
    let gap = |text: String, about: Option<String>| Gap { text, about, state: String::new() };
    let mut gaps: Vec<Gap> = preview.missing.iter().map(|sentence| gap(sentence.clone(), None)).collect();
    for notice in &preview.chosen.notices {
        if notice.body.on_document.is_undated() {
            let about = notice.evidence.iter().find_map(|link| preview.chosen.reference_of(link.evidence));
            gaps.push(gap(
                format!("The notice {} “{}” carries no date.", notice.reference, notice.body.subject),
                about.map(|reference| reference.to_string()),
            ));
        }
    }
    gaps.extend(told::gaps(&preview.chosen));
    for incident in &preview.chosen.incidents {
        let body = &incident.body;
        for (date, what) in [
            (&body.occurred, "happened"),
            (&body.discovered, "was discovered"),
            (&body.controller_told, "was made known to the organisation"),
            (&body.regulator_told, "was made known to the regulator"),
        ] {
            if date.is_undated() {
                gaps.push(gap(format!("When the incident “{}” {what} is not on record.", body.name), None));
            }
        }
    }
    gaps
}
