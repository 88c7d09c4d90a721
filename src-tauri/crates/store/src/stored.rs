//! What a body must tell the store in order to be kept.

use recourse_domain::StatedDate;
use recourse_domain::records::Body;
use rusqlite::Row;

use crate::columns::Columns;

/// A body with a table of its own. Every [`Body`] of the domain has one; the implementation is in the table's file.
pub trait Stored: Body {
    /// The table's name.
    #[doc(hidden)]
    const TABLE: &'static str;

    /// Every column but `id`.
    #[doc(hidden)]
    fn columns(&self) -> Columns;

    /// The body of a row.
    #[doc(hidden)]
    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self>;

    /// The date by which it stands in lists, where the kind has one.
    #[doc(hidden)]
    fn listed_on(&self) -> Option<&StatedDate>;

    /// The words by which it is found, besides its title.
    #[doc(hidden)]
    fn words(&self) -> Vec<&str>;

    /// The code of what it is within its kind: the kind of an evidence item, the channel of a message.
    #[doc(hidden)]
    fn form(&self) -> Option<&'static str> {
        None
    }

    /// Who it is from and to whom it went, as it shows.
    #[doc(hidden)]
    fn people(&self) -> (Vec<&str>, Vec<&str>) {
        (Vec::new(), Vec::new())
    }
}
