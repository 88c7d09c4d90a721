//! What a new statement begins with: who said the words, when, and how near the source stands, all from where they were selected.

use recourse_domain::choices::{Channel, Direction, Role, SourceGrade};
use recourse_domain::records::{Claim, Correspondence, Evidence, Notice, Party, Statement, SuspiciousContact};
use recourse_domain::{FileId, RecordId, RecordKind, StatedDate};
use recourse_store::{Filter, Reading, StoreError, Stored};

use super::guess;
use crate::Result;
use crate::session::{Session, Unlocked};

/// Where words were selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// The open record.
    pub record: Option<RecordId>,
    /// The file they were selected in; none for typed words.
    pub file: Option<FileId>,
    /// The words.
    pub words: String,
}

/// A party, for finding who speaks.
struct Voice {
    id: RecordId,
    name: String,
    domains: Vec<String>,
    roles: Vec<Role>,
}

/// What a record says of its own words.
struct Source {
    said_in: RecordId,
    speaker: Option<RecordId>,
    shown: String,
    said: StatedDate,
    grade: SourceGrade,
}

/// The statement that selected words would make. Nothing is guessed about the words themselves beyond their topic, the
/// breach they describe and whose data they name; the person looks it over.
///
/// # Errors
/// Where the record or file is not there.
pub fn drafted(session: &Session<Unlocked>, claim: RecordId, selected: Selected) -> Result<Statement> {
    session.read(|records| {
        let voices = voices(records, claim)?;
        let shown_in = selected.record.map(|id| source(records, &voices, id)).transpose()?.flatten();
        let kept_in = match selected.file {
            Some(file) => {
                let kept = records.file(file)?.ok_or(StoreError::NoSuchFile(file))?;
                source(records, &voices, kept.evidence)?
            }
            None => None,
        };
        // A document of somebody else may lie beside a notice: the words are theirs then, and stand in that document.
        let source = match (shown_in, kept_in) {
            (Some(shown), Some(kept)) => {
                let another = kept.speaker.is_some() && shown.speaker.is_some() && kept.speaker != shown.speaker;
                Some(if another { kept } else { shown })
            }
            (shown, kept) => shown.or(kept),
        };
        let mut statement = Statement {
            topic: guess::topic(&selected.words),
            breach_types: guess::breach_types(&selected.words),
            whose_data: guess::whose_data(&selected.words),
            words: selected.words,
            ..Statement::default()
        };
        if let Some(source) = source {
            statement.said_in = Some(source.said_in);
            statement.speaker = source.speaker;
            statement.speaker_shown = source.shown;
            statement.said = source.said;
            statement.grade = source.grade;
        }
        Ok(statement)
    })
}

/// When the words of a record were said, by that record; undated where records of its kind hold nobody's words.
///
/// # Errors
/// Where there is no such record.
pub fn date_of(session: &Session<Unlocked>, id: RecordId) -> Result<StatedDate> {
    session.read(|records| Ok(source(records, &[], id)?.map_or_else(StatedDate::undated, |source| source.said)))
}

fn voices(records: &Reading<'_>, claim: RecordId) -> Result<Vec<Voice>> {
    let parties = records.list::<Party>(Filter { claim: Some(claim), ..Filter::default() })?;
    let voice = |party: recourse_domain::records::Entry<Party>| Voice {
        id: party.id,
        name: plain_name(&party.body.name),
        domains: domains(&party.body.contact),
        roles: party.body.roles.iter().map(|role| role.role).collect(),
    };
    Ok(parties.into_iter().map(voice).collect())
}

fn entry<T: Stored>(records: &Reading<'_>, id: RecordId) -> Result<T> {
    Ok(records.get::<T>(id)?.ok_or(StoreError::NoSuchRecord { id, kind: T::KIND })?.body)
}

/// What a record says of its own words; none where records of its kind hold nobody's.
fn source(records: &Reading<'_>, voices: &[Voice], id: RecordId) -> Result<Option<Source>> {
    let heading = records.heading(id)?.ok_or(StoreError::NoRecord(id))?;
    let made = |speaker: Option<RecordId>, shown: String, said: &StatedDate, channel: Option<Channel>| {
        let voice = speaker.and_then(|id| voices.iter().find(|voice| voice.id == id));
        let voice = voice.or_else(|| heard(voices, &shown));
        Source {
            said_in: id,
            speaker: voice.map(|voice| voice.id).or(speaker),
            grade: grade(voice, channel),
            said: said.clone(),
            shown,
        }
    };
    Ok(match heading.reference.kind {
        RecordKind::Notice => {
            let body = entry::<Notice>(records, id)?;
            Some(made(body.from_party, body.from.clone(), body.listed_on(), Some(body.channel)))
        }
        RecordKind::Correspondence => {
            let body = entry::<Correspondence>(records, id)?;
            match body.direction {
                Direction::Received => Some(made(body.party, body.from.clone(), body.listed_on(), Some(body.channel))),
                // The person's own words: the party on record is the one they were written to.
                Direction::Sent => {
                    let shown =
                        if body.from.trim().is_empty() { own_name(records, heading.claim)? } else { body.from.clone() };
                    Some(Source {
                        said_in: id,
                        speaker: None,
                        shown,
                        said: body.listed_on().clone(),
                        grade: SourceGrade::OwnDocument,
                    })
                }
            }
        }
        RecordKind::SuspiciousContact => {
            let body = entry::<SuspiciousContact>(records, id)?;
            Some(Source {
                said_in: id,
                speaker: None,
                shown: body.sender_shown,
                said: body.happened,
                grade: SourceGrade::Hearsay,
            })
        }
        RecordKind::Evidence => Some(of_evidence(records, voices, id, &heading.title)?),
        _ => None,
    })
}

/// A mail names its sender; of other things the address they were got from says whose they are, or their title does.
fn of_evidence(records: &Reading<'_>, voices: &[Voice], id: RecordId, title: &str) -> Result<Source> {
    let body = entry::<Evidence>(records, id)?;
    let mut sender = String::new();
    for file in records.files_of(id)? {
        if let Some(headers) = records.mail_headers(file.id)? {
            sender = match (headers.sender_name.trim(), headers.sender_address.trim()) {
                ("", address) => address.to_owned(),
                (name, "") => name.to_owned(),
                (name, address) => format!("{name} <{address}>"),
            };
            break;
        }
    }
    let hints = [sender.as_str(), body.obtained_from.as_str(), title];
    let voice = hints.iter().find_map(|hint| heard(voices, hint));
    let shown = match voice {
        _ if !sender.is_empty() => sender.clone(),
        Some(voice) => records.get::<Party>(voice.id)?.map(|party| party.body.name).unwrap_or_default(),
        None => body.obtained_from.clone(),
    };
    // Whose document it is, is not known where nobody on record speaks in it.
    let grade = voice.map_or(SourceGrade::Hearsay, |voice| grade(Some(voice), None));
    Ok(Source { said_in: id, speaker: voice.map(|voice| voice.id), shown, said: body.date, grade })
}

fn own_name(records: &Reading<'_>, claim: Option<RecordId>) -> Result<String> {
    let claim = claim.map(|id| records.get::<Claim>(id)).transpose()?.flatten();
    Ok(claim.map(|claim| claim.body.claimant.name).unwrap_or_default())
}

/// The party that words such as a sender or an address point to: by its domain first, then by its name.
fn heard<'v>(voices: &'v [Voice], words: &str) -> Option<&'v Voice> {
    let named = domains(words);
    let same = |one: &str, other: &str| one == other || one.ends_with(&format!(".{other}"));
    let by_domain =
        voices.iter().find(|voice| voice.domains.iter().any(|known| named.iter().any(|one| same(one, known))));
    let lower = words.to_lowercase();
    by_domain.or_else(|| voices.iter().find(|voice| voice.name.len() > 2 && lower.contains(&voice.name)))
}

/// A name without its article, in small letters.
fn plain_name(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    lower.strip_prefix("the ").unwrap_or(&lower).to_owned()
}

/// The domains in a text, out of addresses, links and bare names (RFC 1035 section 2.3.1).
fn domains(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower
        .split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '<' | '>' | '(' | ')'))
        .filter_map(|word| {
            let word = word.split_once("://").map_or(word, |(_, rest)| rest);
            let word = word.rsplit_once('@').map_or(word, |(_, domain)| domain);
            let word = word.split(['/', '?', '#', ':']).next().unwrap_or_default();
            let word = word.strip_prefix("www.").unwrap_or(word).trim_matches('.');
            let labels = word.split('.').collect::<Vec<_>>();
            let fits = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            let ends = labels.last().is_some_and(|end| end.len() > 1 && end.chars().all(|c| c.is_ascii_alphabetic()));
            (labels.len() > 1 && ends && labels.iter().all(fits)).then(|| word.to_owned())
        })
        .collect()
}

/// How near the source stands, by the part the speaker plays; else by the route the words took.
fn grade(voice: Option<&Voice>, channel: Option<Channel>) -> SourceGrade {
    let plays = |parts: &[Role]| voice.is_some_and(|voice| voice.roles.iter().any(|role| parts.contains(role)));
    if plays(&[Role::Regulator, Role::Police]) {
        return SourceGrade::Official;
    }
    if plays(&[Role::Press]) {
        return SourceGrade::Press;
    }
    if plays(&[Role::Witness]) {
        return SourceGrade::Hearsay;
    }
    match channel {
        Some(Channel::Press) => SourceGrade::Press,
        // A note of what was said aloud is somebody's memory of it.
        Some(Channel::Social | Channel::Call | Channel::InPerson) => SourceGrade::Hearsay,
        _ => SourceGrade::OwnDocument,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_come_out_of_addresses_links_and_bare_names() {
        let found =
            domains("12 High St; https://www.harrow.example/page?x=1, Ada <ada@mail.harrow.example>, v1.2 e.g. end.");
        assert_eq!(found, ["harrow.example", "mail.harrow.example"]);
    }

    #[test]
    fn a_party_is_known_by_its_domain_and_by_its_name_without_the_article() {
        let voice = |name: &str, contact: &str| Voice {
            id: "0197a1d2-0000-7000-8000-000000000001".parse().unwrap(),
            name: plain_name(name),
            domains: domains(contact),
            roles: Vec::new(),
        };
        let voices = [voice("The Northfold Society", "privacy@northfold.example"), voice("Calder Data", "Ellerby")];
        let name = |words: &str| heard(&voices, words).map(|voice| voice.name.clone());
        assert_eq!(name("notices@post.northfold.example").as_deref(), Some("northfold society"));
        assert_eq!(name("a statement of Calder Data").as_deref(), Some("calder data"));
        assert_eq!(name("notices@notnorthfold.example"), None);
        assert_eq!(name(""), None);
    }
}
