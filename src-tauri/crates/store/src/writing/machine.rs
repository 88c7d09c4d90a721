//! Keeping what a machine read. None of it is part of the history, except the words themselves: it can be had from the file again.

use recourse_domain::FileId;

use super::Writing;
use crate::table::{machine_page, machine_state};
use crate::{MachinePage, MachineState, Result};

impl Writing<'_> {
    /// Notes how far a machine has come with a file, and why not further.
    ///
    /// # Errors
    /// [`crate::StoreError::BrokenLink`] when there is no such file, or what the database said.
    pub fn set_machine_state(&self, file: FileId, state: MachineState, problem: Option<&str>) -> Result<()> {
        self.step(|| machine_state::set(self.conn, file, state, problem))
    }

    /// Keeps what a machine read on one page.
    ///
    /// # Errors
    /// As [`Writing::set_machine_state`].
    pub fn set_machine_page(&self, file: FileId, page: &MachinePage) -> Result<()> {
        self.step(|| machine_page::set(self.conn, file, page))
    }
}
