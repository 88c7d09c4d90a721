//! How the person arranged a bundle: what they moved, left out, put in and worded anew.

mod change;
mod gate;
mod order;
mod record;
mod said;

pub use change::{Change, arrange};
pub(super) use gate::Gate;
pub(super) use order::{Order, in_order};
pub(super) use record::record;
