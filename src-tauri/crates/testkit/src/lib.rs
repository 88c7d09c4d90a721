//! Builders of what tests need and nobody can be asked for: letters, and photographs of them. For development only; nothing shipped uses it.

pub mod draw;
pub mod noise;
pub mod photo;
pub mod prose;
pub mod sheet;
