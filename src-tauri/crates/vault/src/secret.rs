//! Values that must not be seen: wiped when dropped, never printed.

use std::fmt;

use zeroize::Zeroize;

/// A value that is wiped from memory when it is dropped.
///
/// It lives on the heap so that moving the holder leaves no copy behind, and it has neither `Display`
/// nor `Serialize`; `Debug` prints a placeholder.
pub struct Secret<T: Zeroize>(Box<T>);

impl<T: Zeroize> Secret<T> {
    /// Takes a value in. The caller's own copies, if any, remain the caller's to wipe.
    pub fn new(value: T) -> Self {
        Self(Box::new(value))
    }

    /// Shows the value to code that needs it.
    pub fn expose(&self) -> &T {
        &self.0
    }
}

impl<T: Zeroize + Default> Secret<T> {
    /// Fills a fresh value in place, so that no copy of it ever lies on the stack.
    ///
    /// # Errors
    /// Whatever `fill` returns; the half-filled value is wiped.
    pub fn filled<E>(fill: impl FnOnce(&mut T) -> Result<(), E>) -> Result<Self, E> {
        let mut secret = Self(Box::default());
        fill(&mut secret.0)?;
        Ok(secret)
    }
}

impl<T: Zeroize> Drop for Secret<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<T: Zeroize> fmt::Debug for Secret<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(hidden)")
    }
}

impl From<&str> for Secret<String> {
    fn from(words: &str) -> Self {
        Self::new(words.to_owned())
    }
}

impl From<String> for Secret<String> {
    fn from(words: String) -> Self {
        Self::new(words)
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::*;

    #[test]
    fn debug_shows_nothing() {
        let text = format!("{:?}", Secret::from("blue heron"));
        assert_eq!(text, "Secret(hidden)");
    }

    struct Witness(Rc<Cell<bool>>);

    impl Zeroize for Witness {
        fn zeroize(&mut self) {
            self.0.set(true);
        }
    }

    #[test]
    fn dropping_wipes() {
        let wiped = Rc::new(Cell::new(false));
        drop(Secret::new(Witness(wiped.clone())));
        assert!(wiped.get());
    }
}
