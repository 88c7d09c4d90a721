//! The PDF engine: reads strangers' PDFs, checks them, and streams them out as one numbered, linked, bookmarked bundle.
//!
//! ```text
//! inspect(bytes)            engine one looks, rehearses the copy, says whether to trust it
//! rewrite_with_second_engine, rasterise     other ways in, for a worker process
//! ladder(bytes, isolate)    the ways in, one after the other, down to a slip sheet with a reason
//! assemble(assembly, out)   all parts into one PDF: numbers, bookmarks, links; same input, same bytes
//! ```
//!
//! Reading is `hayro-syntax` (zero copy); writing is ours. Section numbers in this module are those of ISO 32000-1.

mod annots;
mod assemble;
mod assembly;
mod bytes;
mod chunk;
mod clean;
mod content;
mod copy;
mod dests;
mod document;
mod font;
mod form;
mod front;
mod geometry;
mod glyphless;
mod guard;
mod ids;
mod ink;
mod inspect;
mod ladder;
mod layer;
mod layers;
mod layout;
mod left;
mod lex;
mod mapped;
mod mend;
mod outline;
mod output;
mod page;
mod pages;
mod part_bytes;
mod raster;
mod redact;
mod refused;
mod second;
mod source;
mod stamp;
mod text;
mod tree;
mod value;

pub use assemble::assemble;
pub use assembly::{AssembleError, Assembled, Assembly, Part, PartLink};
pub use bytes::PdfBytes;
pub(crate) use inspect::inspect_on_deep_stack;
pub use inspect::{Inspected, Looked, PageFacts, Trust, inspect, inspect_all, inspect_each};
pub use ladder::{Entry, Isolate, Way, ladder, ladder_from};
pub(crate) use layer::turn_of;
pub use layer::{Layer, LayerPage};
pub use left::{LeftOut, left_out_words};
pub use part_bytes::{PartBytes, Reread};
pub use raster::{RasterLimits, rasterise};
pub use redact::{BlackArea, BlackedOut, black_out};
pub use refused::{Refused, RefusedKind};
pub use second::rewrite_with_second_engine;
