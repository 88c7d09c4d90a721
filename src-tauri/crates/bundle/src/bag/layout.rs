//! Which file of the model gets which name in the ZIP. Slip sheets print these names, so they are settled before anything is written.

use crate::model::BundleModel;
use crate::names::{Folder, safe};

/// The folder of the originals, below the bag's own folder.
pub const ORIGINALS: &str = "data/originals";

/// Name of the one folder at the top of the ZIP: `<claim>-<date>`, and `<claim>-supplement-a-<date>` for a supplement.
#[must_use]
pub fn bag_name(model: &BundleModel) -> String {
    let date = model.date.format("%Y-%m-%d").to_string();
    let mut claim = safe(&model.title.to_lowercase());
    claim.truncate(60);
    let claim = claim.trim_end_matches(['-', '.', '_']);
    let supplement = model.supplement.as_ref();
    let kind = supplement.map(|one| format!("supplement-{}-", one.letter.to_ascii_lowercase())).unwrap_or_default();
    safe(&format!("{claim}-{kind}{date}"))
}

/// The paths of the originals below the bag's folder, per document and file, in the order of the model.
///
/// In place of a file of which something is blacked out lies a note (`E-001-not-here.txt`). A document of one file is `E-001-letter.pdf`; one of several is `E-001-01-page.jpg`, `E-001-02-page.jpg`.
#[must_use]
pub fn original_paths(model: &BundleModel) -> Vec<Vec<String>> {
    let mut folder = Folder::default();
    model
        .documents()
        .map(|(_, document)| {
            let several = document.files.len() > 1;
            let mut paths = Vec::with_capacity(document.files.len());
            for (i, file) in document.files.iter().enumerate() {
                let name = match model.redacted(&document.reference) {
                    Some(_) => "not-here.txt".to_owned(),
                    None => safe(&file.name),
                };
                let wanted = if several {
                    format!("{}-{:02}-{name}", document.reference, i + 1)
                } else {
                    format!("{}-{name}", document.reference)
                };
                paths.push(format!("{ORIGINALS}/{}", folder.give(&wanted)));
            }
            paths
        })
        .collect()
}
