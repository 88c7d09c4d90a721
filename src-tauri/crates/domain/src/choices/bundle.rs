//! The parts of a bundle that hold documents.

use serde::{Deserialize, Serialize};

choices! {
    /// A section of a bundle that holds documents, in the usual order.
    BundleSection {
        /// The notices.
        Notices = "notices",
        /// Letters and mails, in both directions.
        Letters = "letters",
        /// Calls, mails and messages that seem to use what was taken.
        Contacts = "suspicious-contacts",
        /// Evidence that no notice, letter or contact rests on.
        Evidence = "other-evidence",
        /// What still waits in the inbox.
        Waiting = "not-yet-sorted",
    }
}

impl BundleSection {
    /// The heading that the bundle prints.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Notices => "Notices",
            Self::Letters => "Letters and e-mails",
            Self::Contacts => "Suspicious contacts",
            Self::Evidence => "Other evidence",
            Self::Waiting => "Not yet sorted",
        }
    }
}
