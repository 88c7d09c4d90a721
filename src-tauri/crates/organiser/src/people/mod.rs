//! Everybody with a part in the story: who they are, what an unnamed one turned out to be, and who told whom when.

mod between;
mod names;
mod save;
mod tellings;

pub use between::since;
pub use names::{Names, identified};
pub use save::{save_incident, save_party};
pub use tellings::{Telling, tellings};
