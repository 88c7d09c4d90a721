//! Material for tests, made by the project's own code: letters, photographs of them, and files made to do harm. Nothing that is shipped uses it.

pub mod draw;
pub mod hostile;
pub mod noise;
pub mod photo;
pub mod prose;
pub mod readers;
pub mod sheet;
pub mod volume;
