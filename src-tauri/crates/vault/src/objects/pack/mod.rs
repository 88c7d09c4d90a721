//! Many small originals sealed together.
//!
//! A mailbox is tens of thousands of mails. With a file of its own and a sidecar for each, making the files costs more than all
//! the rest; sealed together they cost what their bytes cost. A pack is one standard age v1 file, `objects/ab/<id>.pack.age`.
//! What is in it is an ordinary tar archive (POSIX ustar, IEEE Std 1003.1, "pax"), never compressed:
//!
//! | member | content |
//! |---|---|
//! | `index.txt` | a line for each original, in the order of the members: `<sha256> <size in bytes> <object id>` and `\n` |
//! | `about.json` | a JSON array of what a sidecar would say of each ([`crate::ObjectMeta`]), in the same order |
//! | `<object id>` | an original, one member each |
//!
//! Each member is a header of 512 bytes (mode 0600, owner and group 0, time 0, type `0`, magic `ustar`, version `00`), the
//! bytes, and zeros up to a multiple of 512; two blocks of zeros end the archive. Where an original begins therefore follows
//! from the sizes in the index alone, and it is read without decrypting what lies before: age seals blocks of 64 KiB.
//! The pack's id is the object id of the content of `index.txt`, so that a pack under another's name is noticed.
//!
//! Without Recourse: `age --decrypt --identity key.txt objects/xx/NAME.pack.age | tar --extract`.

mod form;
mod known;
mod write;

pub(crate) use known::{Packs, Spot};
pub(crate) use write::Member;
