//! Figures of a measurement, kept for whoever asked for them as JSON.

use std::path::Path;

/// Keeps figures for `cargo xtask bench --json`, which says where.
///
/// # Panics
/// Where the folder cannot be written.
pub fn note(name: &str, figures: &serde_json::Value) {
    if let Some(folder) = std::env::var_os("RECOURSE_FIGURES") {
        let file = Path::new(&folder).join(format!("{name}.json"));
        std::fs::write(file, figures.to_string()).expect("the folder of figures can be written");
    }
}
