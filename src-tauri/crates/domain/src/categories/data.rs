//! The list of categories, in the order in which they are shown.

use super::Group::*;
use super::Sensitivity::*;
use super::{Category, Group, Sensitivity};

const fn kind(
    code: &'static str,
    label: &'static str,
    group: Group,
    sensitivity: Sensitivity,
    pwned: &'static [&'static str],
) -> Category {
    Category { code, label, group, sensitivity, note: "", pwned }
}

const fn noted(note: &'static str, category: Category) -> Category {
    Category { note, ..category }
}

/// Every kind of data, in the order in which it is shown.
pub const CATEGORIES: &[Category] = &[
    kind("contact.name", "Name", BasicIdentifiers, Ordinary, &["Names", "Salutations"]),
    kind("contact.address", "Postal address", BasicIdentifiers, Ordinary, &["Physical addresses"]),
    kind("contact.email", "Email address", BasicIdentifiers, Ordinary, &["Email addresses"]),
    kind("contact.phone", "Phone number", BasicIdentifiers, Ordinary, &["Phone numbers"]),
    kind("contact.social", "Social media handle", BasicIdentifiers, Ordinary, &["Social media profiles"]),
    kind("person.dob", "Date of birth / age", BasicIdentifiers, Ordinary, &["Dates of birth"]),
    kind("person.gender", "Gender, title", BasicIdentifiers, Ordinary, &["Genders"]),
    kind("person.family", "Family, next of kin, marital status", BasicIdentifiers, Ordinary, &["Marital statuses"]),
    kind("person.photo", "Photograph, signature image", BasicIdentifiers, Ordinary, &["Avatars"]),
    kind(
        "person.job",
        "Employer, job, education",
        BasicIdentifiers,
        Ordinary,
        &["Employers", "Job titles", "Education levels"],
    ),
    noted("Ask what they say", kind("person.opinion", "Notes and opinions about you", Other, Ordinary, &[])),
    kind("id.ni", "National Insurance number", OfficialDocuments, Ordinary, &["Government issued IDs"]),
    kind("id.passport", "Passport or ID card", OfficialDocuments, Ordinary, &[]),
    kind("id.driving", "Driving licence", OfficialDocuments, Ordinary, &[]),
    noted(
        "With health data it is of a special category",
        kind("id.nhs", "NHS / CHI number", OfficialDocuments, MayReveal, &[]),
    ),
    noted(
        "May reveal a special category",
        kind("id.member", "Membership / customer number", Identification, MayReveal, &[]),
    ),
    kind("id.vehicle", "Vehicle registration", Other, Ordinary, &[]),
    kind("cred.username", "Username", Identification, Ordinary, &["Usernames"]),
    kind("cred.password", "Password, hash or hint", Identification, Ordinary, &["Passwords"]),
    kind(
        "cred.security_qa",
        "Security questions and answers",
        Identification,
        Ordinary,
        &["Security questions and answers"],
    ),
    kind("cred.token", "Session or API token", Identification, Ordinary, &["Auth tokens"]),
    kind("fin.bank", "Bank account and sort code", EconomicFinancial, Ordinary, &[]),
    kind("fin.card", "Card number / expiry / CVV", EconomicFinancial, Ordinary, &["Partial credit card data"]),
    kind("fin.dd", "Direct debit mandate", EconomicFinancial, Ordinary, &[]),
    noted(
        "A donation to a party reveals a political opinion",
        kind(
            "fin.payments",
            "Payment or donation history",
            EconomicFinancial,
            MayReveal,
            &["Payment histories", "Purchases"],
        ),
    ),
    kind("fin.income", "Income, salary, tax, benefits", EconomicFinancial, Ordinary, &["Income levels"]),
    kind("fin.credit", "Credit status, debts, wealth rating", EconomicFinancial, Ordinary, &["Account balances"]),
    kind("fin.pension", "Pension, insurance", EconomicFinancial, Ordinary, &[]),
    kind("loc.home", "Home location, movements", Location, Ordinary, &["Geographic locations"]),
    kind("dev.ip", "IP address", Identification, Ordinary, &["IP addresses"]),
    kind(
        "dev.device",
        "Device, browser",
        Identification,
        Ordinary,
        &["Device information", "Browser user agent details"],
    ),
    kind("act.messages", "Messages, emails, recordings, support tickets", Other, Ordinary, &["Private messages"]),
    kind("act.activity", "Website / event / contact history", Other, Ordinary, &["Website activity"]),
    noted(
        "An opinion inferred from them is of a special category",
        kind("act.prefs", "Marketing and contact preferences, profiling scores", Other, MayReveal, &[]),
    ),
    kind(
        "sc.political",
        "Political opinions, with party membership, support, donations, canvass notes and voting intention",
        PoliticalOpinions,
        Special,
        &[],
    ),
    kind("sc.union", "Trade union membership", TradeUnion, Special, &[]),
    kind("sc.health", "Health, disability, access needs", Health, Special, &[]),
    kind("sc.ethnic", "Racial or ethnic origin", RacialEthnic, Special, &["Ethnicities"]),
    kind("sc.religion", "Religious or philosophical belief", ReligiousPhilosophical, Special, &["Religions"]),
    kind("sc.sexlife", "Sex life", SexLife, Special, &[]),
    kind("sc.orientation", "Sexual orientation", SexualOrientation, Special, &["Sexual orientations"]),
    kind("sc.genetic", "Genetic data", GeneticBiometric, Special, &[]),
    kind("sc.biometric", "Biometric data used to identify", GeneticBiometric, Special, &[]),
    noted(
        "The regulator’s form ticks it of its own",
        kind("sens.gender_reassignment", "Gender reassignment", GenderReassignment, LikeSpecial, &[]),
    ),
    kind("cr.offence", "Allegations, convictions, DBS", CriminalConvictions, Criminal, &[]),
    kind("sens.child", "Data about a child", Subject, RaisesRisk, &[]),
    noted(
        "If you may be in danger, get help with your safety first",
        kind("sens.safeguard", "Safeguarding, address kept secret, threats", Other, RaisesRisk, &[]),
    ),
    kind("meta.unknown", "Not yet known", NotYetKnown, Ordinary, &[]),
    noted("Say what", kind("meta.other", "Other", Other, Ordinary, &[])),
];
