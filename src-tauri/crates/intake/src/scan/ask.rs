//! The job `scan_page` as the rest of the program calls it.

use std::io::Read;

use serde::{Deserialize, Serialize};

use super::{Grey, Way};
use crate::worker::{Worker, WorkerError};

/// Which page to make ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScanOrder {
    /// Page, from 1. A picture is one page.
    pub page: u32,
    /// Degrees clockwise by which the person turned the page after it was upright: 0, 90, 180 or 270.
    pub rotation: u16,
    /// Most pixels of the result.
    pub max_pixels: u32,
}

/// The line before the pixels.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Size {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) way: Way,
}

/// A page ready to be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Scanned {
    /// The picture; its lines are level, but may be upside down.
    pub grey: Grey,
    /// The way back to the page.
    pub way: Way,
}

impl Worker {
    /// Makes a page of a picture or PDF ready for a machine to read; none where the page is empty.
    ///
    /// # Errors
    /// A problem where the file cannot be decoded or has no such page; otherwise as [`crate::worker::run_job`].
    pub fn scan_page(&self, order: ScanOrder, file: impl Read) -> Result<Option<Scanned>, WorkerError> {
        let params = serde_json::to_value(order).map_err(|_| WorkerError::Nonsense)?;
        let output = self.run_job("scan_page", params, file)?;
        let size: Option<Size> = serde_json::from_value(output.header).map_err(|_| WorkerError::Nonsense)?;
        let Some(Size { width, height, way }) = size else {
            return Ok(None);
        };
        let pixels = output.bytes;
        if pixels.len() > order.max_pixels as usize * 2 || way.0.iter().any(|number| !number.is_finite()) {
            return Err(WorkerError::Nonsense);
        }
        let grey = Grey::new(width, height, pixels).ok_or(WorkerError::Nonsense)?;
        Ok(Some(Scanned { grey, way }))
    }
}
