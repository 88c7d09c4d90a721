//! What can be typed to bring things out of a vault.

use std::path::PathBuf;

use clap::Args;

/// Make the claim bundle.
#[derive(Debug, Args)]
pub struct Export {
    pub vault: PathBuf,
    /// The folder to put it in.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// solicitor, or other-side: privileged items and other people's data stay out.
    #[arg(long, default_value = "solicitor")]
    pub audience: String,
    /// The day it carries; today if not said.
    #[arg(long)]
    pub date: Option<String>,
    /// Only the PDF.
    #[arg(long)]
    pub pdf_only: bool,
    /// Make a supplement: only what has come since this bundle (its ZIP or its unpacked folder), on pages 1-A, 2-A and so on.
    #[arg(long, value_name = "BUNDLE")]
    pub after: Option<PathBuf>,
    /// No bundle: everything in the vault in plain files that need no Recourse. They are not encrypted.
    #[arg(long, conflicts_with_all = ["audience", "pdf_only", "after"])]
    pub everything: bool,
}
