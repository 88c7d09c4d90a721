//! One unambiguous way to turn several fields into bytes for a seal.
//!
//! Every field is written as its length (eight bytes, big end first) and its bytes, after a label
//! that names the purpose; two different lists of fields can never give the same bytes.

/// Fields of one sealed statement.
pub(crate) struct Fields(Vec<u8>);

impl Fields {
    /// Starts a statement; `label` names its purpose and version.
    pub(crate) fn new(label: &str) -> Self {
        Self(Vec::new()).bytes(label.as_bytes())
    }

    /// Adds a field.
    pub(crate) fn bytes(mut self, field: &[u8]) -> Self {
        self.0.extend_from_slice(&(field.len() as u64).to_be_bytes());
        self.0.extend_from_slice(field);
        self
    }

    /// Adds a field of text.
    pub(crate) fn text(self, field: &str) -> Self {
        self.bytes(field.as_bytes())
    }

    /// Adds a number as eight bytes, big end first.
    pub(crate) fn number(self, field: u64) -> Self {
        self.bytes(&field.to_be_bytes())
    }

    /// The bytes to seal.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_a_letter_between_fields_changes_the_bytes() {
        let a = Fields::new("x").text("ab").text("c").finish();
        let b = Fields::new("x").text("a").text("bc").finish();
        assert_ne!(a, b);
    }

    #[test]
    fn bytes_are_pinned() {
        let bytes = Fields::new("x").number(1).finish();
        assert_eq!(bytes, [0, 0, 0, 0, 0, 0, 0, 1, b'x', 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1]);
    }
}
