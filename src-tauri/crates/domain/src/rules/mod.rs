//! Rules of law and guidance as data, and the days that follow from them.
//!
//! Two principles run through all of it. A day that counts against the organisation is the latest that can be defended, so nothing is said
//! to have ended before then; a day that counts against the person is the earliest. And every day that is worked out says how: from what,
//! by which rule, in which steps.
//!
//! The rules lie in `rules/data/*.toml`; what is unchecked there is badged wherever it is shown. Days are civil days of the United Kingdom
//! (Europe/London) and last until midnight. This is not legal advice.

mod clock;
mod count;
mod holidays;
mod ids;
mod limitation;
mod rule;
mod say;
mod span;
mod worked;

pub use clock::{Clock, ClockFacts, Point, clock, regulator_window};
pub use count::{corr, plus_days_after, plus_days_incl, roll, years_outer, years_safe};
pub use holidays::{Calendar, Holidays, NamedDay, Overlay};
pub use ids::{COMPLAINT_ACT, USED};
pub use limitation::{Candidate, IncidentFacts, Limitation, LimitationFacts, limitation};
pub use rule::{Badge, Citation, Confidence, Rule, rule, rules};
pub use span::{Span, span};
pub use worked::{Input, Side, Worked};
