//! Losses, time, the diary and protective steps: entering them, and what they come to. Nothing is valued, scored or rephrased.

mod diary;
mod save;
mod totals;

pub use diary::{KEPT_FRESH, Wording, wordings, written_after};
pub use save::{save_entry, save_loss, save_step, save_time};
pub use totals::{ByActivity, ByHead, Sum, Sums, TimeTotals, losses, steps, time};
