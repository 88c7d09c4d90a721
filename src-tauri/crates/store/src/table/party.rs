//! `party`: organisations and people with a part in the story.

use recourse_domain::StatedDate;
use recourse_domain::choices::PartyKind;
use recourse_domain::records::{IdentifiedAs, Party};
use rusqlite::Row;

use crate::Stored;
use crate::columns::{Columns, get_code, get_json, get_maybe_spelled};
use crate::migrate::Step;

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE party (
    id TEXT NOT NULL PRIMARY KEY REFERENCES record (id),
    name TEXT NOT NULL,
    party_kind TEXT NOT NULL,
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    contact TEXT NOT NULL,
    identified_as TEXT REFERENCES party (id),
    named_by TEXT,
    named_on TEXT CHECK (json_valid(named_on)),
    authority TEXT,
    CHECK ((identified_as IS NULL) = (named_by IS NULL)),
    CHECK ((identified_as IS NULL) = (named_on IS NULL)),
    CHECK ((identified_as IS NULL) = (authority IS NULL))
) STRICT;
CREATE INDEX party_by_identified_as ON party (identified_as);
",
}];

impl Stored for Party {
    const TABLE: &'static str = "party";

    fn columns(&self) -> Columns {
        let Self { name, kind, roles, contact, identified_as } = self;
        let columns = Columns::new()
            .text("name", name)
            .text("party_kind", kind.code())
            .json("roles", roles)
            .text("contact", contact)
            .maybe_spelled("identified_as", identified_as.as_ref().map(|found| found.party))
            .maybe_text("named_by", identified_as.as_ref().map(|found| found.named_by.as_str()))
            .maybe_text("authority", identified_as.as_ref().map(|found| found.authority.as_str()));
        match identified_as {
            Some(found) => columns.json("named_on", &found.on),
            None => columns.maybe_text("named_on", None),
        }
    }

    fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let identified_as = match get_maybe_spelled(row, "identified_as")? {
            Some(party) => Some(IdentifiedAs {
                party,
                named_by: row.get("named_by")?,
                on: get_json(row, "named_on")?,
                authority: row.get("authority")?,
            }),
            None => None,
        };
        Ok(Self {
            name: row.get("name")?,
            kind: get_code(row, "party_kind", PartyKind::from_code)?,
            roles: get_json(row, "roles")?,
            contact: row.get("contact")?,
            identified_as,
        })
    }

    fn listed_on(&self) -> Option<&StatedDate> {
        None
    }

    fn words(&self) -> Vec<&str> {
        let found = self.identified_as.iter().flat_map(|found| [found.named_by.as_str(), found.authority.as_str()]);
        [self.contact.as_str()].into_iter().chain(found).collect()
    }
}
