//! `claim`: one person's matter against one organisation.

use recourse_domain::StatedDate;
use recourse_domain::choices::{Jurisdiction, RelationshipKind};
use recourse_domain::records::{Claim, Claimant, Relationship};
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_json, get_maybe_code, get_maybe_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[
    Step {
        version: 1,
        sql: "
CREATE TABLE claim (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    title TEXT NOT NULL,
    claimant_name TEXT NOT NULL,
    other_names TEXT NOT NULL CHECK (json_valid(other_names)),
    addresses_held TEXT NOT NULL CHECK (json_valid(addresses_held)),
    emails_held TEXT NOT NULL CHECK (json_valid(emails_held)),
    date_of_birth TEXT,
    contact TEXT NOT NULL,
    organisation TEXT REFERENCES party (id),
    jurisdiction TEXT,
    relationship_kind TEXT,
    relationship_from TEXT NOT NULL CHECK (json_valid(relationship_from)),
    relationship_to TEXT NOT NULL CHECK (json_valid(relationship_to)),
    how_it_ended TEXT NOT NULL,
    proof TEXT NOT NULL,
    reference_numbers TEXT NOT NULL CHECK (json_valid(reference_numbers))
) STRICT;
CREATE INDEX claim_by_organisation ON claim (organisation);
",
    },
    // What is read whole, and for one claim at a time, needs no columns of its own.
    Step {
        version: 4,
        sql: "
ALTER TABLE claim ADD COLUMN needs TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN other_breaches TEXT NOT NULL DEFAULT '';
ALTER TABLE claim ADD COLUMN group_action TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(group_action));
ALTER TABLE claim ADD COLUMN other_firm TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(other_firm));
",
    },
    Step {
        version: 5,
        sql: "
ALTER TABLE claim ADD COLUMN harm_to_health INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN public_body INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN own_holidays TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(own_holidays));
",
    },
];

impl Stored for Claim {
    const TABLE: &'static str = "claim";

    fn columns(&self) -> Columns {
        let Self { title, claimant, organisation, jurisdiction, relationship, reference_numbers, .. } = self;
        let Claimant { name, other_names, addresses_held, emails_held, date_of_birth, contact, .. } = claimant;
        let Relationship { kind, from, to, how_it_ended, proof } = relationship;
        Columns::new()
            .text("title", title)
            .text("claimant_name", name)
            .json("other_names", other_names)
            .json("addresses_held", addresses_held)
            .json("emails_held", emails_held)
            .maybe_spelled("date_of_birth", *date_of_birth)
            .text("contact", contact)
            .maybe_spelled("organisation", *organisation)
            .maybe_text("jurisdiction", jurisdiction.map(Jurisdiction::code))
            .maybe_text("relationship_kind", kind.map(RelationshipKind::code))
            .json("relationship_from", from)
            .json("relationship_to", to)
            .text("how_it_ended", how_it_ended)
            .text("proof", proof)
            .json("reference_numbers", reference_numbers)
            .text("needs", &claimant.needs)
            .text("other_breaches", &claimant.other_breaches)
            .json("group_action", &self.group_action)
            .json("other_firm", &self.other_firm)
            .flag("harm_to_health", self.harm_to_health)
            .flag("public_body", self.public_body)
            .json("own_holidays", &self.own_holidays)
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            title: row.get("title")?,
            claimant: Claimant {
                name: row.get("claimant_name")?,
                other_names: get_json(row, "other_names")?,
                addresses_held: get_json(row, "addresses_held")?,
                emails_held: get_json(row, "emails_held")?,
                date_of_birth: get_maybe_spelled(row, "date_of_birth")?,
                contact: row.get("contact")?,
                needs: row.get("needs")?,
                other_breaches: row.get("other_breaches")?,
            },
            organisation: get_maybe_spelled(row, "organisation")?,
            jurisdiction: get_maybe_code(row, "jurisdiction", Jurisdiction::from_code)?,
            relationship: Relationship {
                kind: get_maybe_code(row, "relationship_kind", RelationshipKind::from_code)?,
                from: get_json(row, "relationship_from")?,
                to: get_json(row, "relationship_to")?,
                how_it_ended: row.get("how_it_ended")?,
                proof: row.get("proof")?,
            },
            reference_numbers: get_json(row, "reference_numbers")?,
            group_action: get_json(row, "group_action")?,
            other_firm: get_json(row, "other_firm")?,
            harm_to_health: row.get("harm_to_health")?,
            public_body: row.get("public_body")?,
            own_holidays: get_json(row, "own_holidays")?,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        None
    }

    fn words(&self) -> Vec<&str> {
        let Claimant { name, other_names, addresses_held, emails_held, contact, needs, other_breaches, .. } =
            &self.claimant;
        let many = [other_names, addresses_held, emails_held, &self.reference_numbers];
        let one = [name, contact, needs, other_breaches, &self.relationship.how_it_ended, &self.relationship.proof];
        let group = &self.group_action;
        let joined = [&group.name, &group.reference, &group.court, &group.agreement, &self.other_firm.who];
        one.into_iter().chain(joined).chain(many.into_iter().flatten()).map(String::as_str).collect()
    }
}
