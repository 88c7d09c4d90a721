//! The schedule of claimant information: what a solicitor of a group claim asks every claimant.

/// One part of the schedule, under a heading of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SchedulePart {
    /// The heading.
    pub title: String,
    /// The fields, in order.
    pub rows: Vec<ScheduleRow>,
}

/// One field of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ScheduleRow {
    /// What is asked.
    pub field: String,
    /// What is on record; none is printed as a gap.
    pub answer: Option<String>,
    /// References of the records it comes from; those that are documents lead to their page.
    pub sources: Vec<String>,
}
