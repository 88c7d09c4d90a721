//! Material for tests, made by the project's own code; nothing that is shipped uses it.

pub mod hostile;
