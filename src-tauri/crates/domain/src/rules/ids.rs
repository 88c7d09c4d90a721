//! The rules that days are worked out with, by the names they have in the data.

/// When the time for a request begins.
pub const SAR_START: &str = "SAR-START";
/// One month to answer.
pub const SAR_MONTH: &str = "SAR-1M";
/// Two more months.
pub const SAR_EXTENDED: &str = "SAR-EXT";
/// Days that do not count.
pub const SAR_STOP: &str = "SAR-STOP";
/// Thirty days, as the Act counts.
pub const COMPLAINT_ACT: &str = "COMPLAINT-ACK";
/// Thirty days, as the regulator counts.
pub const COMPLAINT_PRACTICE: &str = "COMPLAINT-ACK-PRACTICE";
/// Advice before writing to the regulator.
pub const READY: &str = "ICO-READY";
/// Three months to write to the regulator.
pub const REGULATOR_WINDOW: &str = "ICO-3M";
/// Three months to ask the regulator to look again.
pub const REGULATOR_REVIEW: &str = "ICO-REVIEW-3M";
/// Three months for the regulator.
pub const REGULATOR_PROGRESS: &str = "S166";
/// Fourteen days for a first reply to a letter of claim.
pub const FIRST_REPLY: &str = "PAP-14D";
/// Six years, England and Wales.
pub const SIX_YEARS: &str = "LIM-EW-6Y";
/// Three years for harm to health, England and Wales.
pub const HEALTH: &str = "LIM-EW-PI-3Y";
/// Facts kept hidden.
pub const CONCEALED: &str = "LIM-EW-CONCEAL";
/// Children and people who cannot decide.
pub const DISABILITY: &str = "LIM-DISABILITY";
/// One year against a public body.
pub const HUMAN_RIGHTS: &str = "LIM-HRA-1Y";
/// Five years, Scotland.
pub const FIVE_YEARS_SCOTLAND: &str = "LIM-SCT-5Y";
/// Three years for harm to health, Scotland.
pub const HEALTH_SCOTLAND: &str = "LIM-SCT-PI-3Y";
/// Six years, Northern Ireland.
pub const SIX_YEARS_IRELAND: &str = "LIM-NI-6Y";
/// Three years for harm to health, Northern Ireland.
pub const HEALTH_IRELAND: &str = "LIM-NI-PI-3Y";

/// Every rule that something is worked out with. Each has to be in the data.
pub const USED: [&str; 20] = [
    SAR_START,
    SAR_MONTH,
    SAR_EXTENDED,
    SAR_STOP,
    COMPLAINT_ACT,
    COMPLAINT_PRACTICE,
    READY,
    REGULATOR_WINDOW,
    REGULATOR_REVIEW,
    REGULATOR_PROGRESS,
    FIRST_REPLY,
    SIX_YEARS,
    HEALTH,
    CONCEALED,
    DISABILITY,
    HUMAN_RIGHTS,
    FIVE_YEARS_SCOTLAND,
    HEALTH_SCOTLAND,
    SIX_YEARS_IRELAND,
    HEALTH_IRELAND,
];
