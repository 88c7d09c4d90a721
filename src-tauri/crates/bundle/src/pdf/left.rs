//! What is left out of a document on its way into the bundle, counted, and told in plain words.

use std::collections::BTreeMap;

/// A kind of thing that does not go into the bundle, or goes in changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Program code in the document.
    JavaScript,
    /// An order to start a program or open a file.
    Launch,
    /// A link to the web or to another file.
    RemoteLink,
    /// Any other action (submit a form, play, change the view).
    Action,
    /// A file inside the PDF.
    EmbeddedFile,
    /// Sound, film or 3D.
    Media,
    /// Data the document wants to load from outside.
    ExternalData,
    /// A digital signature: it vouches for the original file only.
    Signature,
    /// A form of the XFA kind; the ordinary form, if any, is kept.
    Xfa,
    /// A link inside the document whose target is missing in the source.
    DeadLink,
    /// Form fields, kept as fields under a name of their own.
    FormKept,
}

/// How many of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Left(BTreeMap<LeftOut, usize>);

impl Left {
    pub(crate) fn add(&mut self, what: LeftOut) {
        *self.0.entry(what).or_default() += 1;
    }

    pub(crate) fn list(&self) -> Vec<(LeftOut, usize)> {
        self.0.iter().map(|(what, count)| (*what, *count)).collect()
    }
}

/// One sentence for the build report.
#[must_use]
pub fn left_out_words(what: LeftOut, count: usize) -> String {
    let s = if count == 1 { "" } else { "s" };
    match what {
        LeftOut::JavaScript => format!("{count} piece{s} of program code left out"),
        LeftOut::Launch => format!("{count} order{s} to start a program left out"),
        LeftOut::RemoteLink => {
            format!("{count} link{s} to the web or to other files no longer work here; the words stay")
        }
        LeftOut::Action => format!("{count} other action{s} left out"),
        LeftOut::EmbeddedFile => format!("{count} file{s} inside the PDF left out; the original has them"),
        LeftOut::Media => format!("{count} sound, film or 3D object{s} left out; the original has them"),
        LeftOut::ExternalData => format!("{count} reference{s} to data outside the document left out"),
        LeftOut::Signature => format!("{count} digital signature{s}: only the original file can be checked against it"),
        LeftOut::Xfa => "an XFA form left out; its printed look is kept where the file has one".into(),
        LeftOut::DeadLink => format!("{count} link{s} already led nowhere in the original"),
        LeftOut::FormKept => format!("{count} form field{s} kept as in the original"),
    }
}
