//! `bagit.txt` and `bag-info.txt` (RFC 8493, 2.1.1 and 2.2.2).

use super::writer::PackedFile;
use crate::model::BundleModel;

/// The declaration every bag starts with.
pub(super) const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Facts about the bag. The date is the one given with the model.
pub(super) fn bag_info(model: &BundleModel, payload: &[PackedFile]) -> String {
    let bytes: u64 = payload.iter().map(|f| f.bytes).sum();
    let mut out = String::new();
    line(&mut out, "Contact-Name", &model.claimant);
    line(&mut out, "External-Description", &model.title);
    for reference in &model.references {
        line(&mut out, "External-Identifier", &format!("{}: {}", reference.label, reference.value));
    }
    line(&mut out, "Bagging-Date", &model.date.format("%Y-%m-%d").to_string());
    line(&mut out, "Payload-Oxum", &format!("{bytes}.{}", payload.len()));
    line(&mut out, "Bag-Software-Agent", concat!("Recourse ", env!("CARGO_PKG_VERSION")));
    line(&mut out, "Recourse-Audience", model.audience.code());
    line(&mut out, "Recourse-Profile", model.profile.code());
    if let Some(supplement) = &model.supplement {
        line(&mut out, "Recourse-Supplement", &supplement.letter.to_string());
    }
    if let Some(head) = &model.chain_head {
        line(&mut out, "Recourse-Chain-Head", head);
    }
    out
}

/// One line; white space of any kind in the value becomes single blanks. A value with nothing in it gives no line.
fn line(out: &mut String, name: &str, value: &str) {
    let value: Vec<&str> =
        value.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    if !value.is_empty() {
        out.push_str(name);
        out.push_str(": ");
        out.push_str(&value.join(" "));
        out.push('\n');
    }
}
