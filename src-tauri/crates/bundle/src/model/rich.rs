//! A document's formatting, where its pages are set with it.

use recourse_domain::rich::Rich;
use std::sync::Arc;

/// Whether pages are set with the formatting of a document or from its plain words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Formatting {
    /// It has none: plain words are all there is.
    #[default]
    None,
    /// With it.
    Kept(Arc<Formatted>),
    /// From the plain words, and a sentence that says why; the report names it.
    Left(String),
}

/// A document with its formatting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Formatted {
    /// What it says.
    pub rich: Rich,
    /// Its pictures, made by the worker: PNG or JPEG, at most 300 dots an inch where they are shown.
    pub pictures: Vec<Arc<[u8]>>,
    /// The files of the document, by their place, that are seen in it and need no pages of their own.
    pub shown: Vec<usize>,
}
