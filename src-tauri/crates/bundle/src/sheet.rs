//! The recovery sheet as a page to print: the code in groups and as a square to scan (QR code, ISO/IEC 18004), and the secret key line.

use qrcode::types::Color;
use qrcode::{EcLevel, QrCode};
use serde_json::json;
use zeroize::Zeroizing;

use crate::pages::set_tagged;

/// What stands on the page. All of it is secret, so nothing of it is kept here.
#[derive(Clone, Copy)]
pub struct SheetPage<'a> {
    /// The vault's number, which tells sheets apart.
    pub vault_id: &'a str,
    /// When the code was made, in words.
    pub made_on: &'a str,
    /// What to do with the sheet.
    pub keep_it: &'a str,
    /// What the code is for.
    pub code_is_for: &'a str,
    /// The code in groups.
    pub groups: &'a [String],
    /// What the secret key is for.
    pub key_is_for: &'a str,
    /// The command that uses it.
    pub key_command: &'a str,
    /// The line itself.
    pub key_line: &'a str,
}

/// The page could not be made; a fault of this program.
#[derive(Debug, thiserror::Error)]
#[error("The recovery sheet could not be set: {0}")]
pub struct SheetError(String);

/// Sets the sheet on one page of A4. The square holds the groups with hyphens between them and nothing else; a fifth of it may be lost to a
/// fold or a stain (level Q corrects 25 %).
///
/// # Errors
/// What the typesetter said.
pub fn sheet(page: SheetPage<'_>) -> Result<Vec<u8>, SheetError> {
    let code = Zeroizing::new(page.groups.join("-"));
    let square =
        QrCode::with_error_correction_level(code.as_bytes(), EcLevel::Q).map_err(|e| SheetError(e.to_string()))?;
    let dark: Vec<bool> = square.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let set = set_tagged(json!({
        "page": "sheet",
        "document-title": "Recourse recovery sheet",
        "vault": page.vault_id,
        "made": page.made_on,
        "keep": one_line(page.keep_it),
        "code-for": page.code_is_for,
        "groups": page.groups,
        "square": dark.chunks(square.width()).collect::<Vec<_>>(),
        "key-for": one_line(page.key_is_for),
        "command": page.key_command,
        // Letter by letter: long words are given places to break at, which would be copied along with the key.
        "key": page.key_line.chars().collect::<Vec<_>>(),
    }))
    .map_err(|error| SheetError(error.reason))?;
    // The typesetter remembers what it set; this it must not.
    typst::comemo::evict(0);
    Ok(set.pdf)
}
