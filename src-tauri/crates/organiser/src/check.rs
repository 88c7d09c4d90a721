//! Whether a vault is whole: the records, the chain of changes, and every original.

use recourse_store::ChainCheck;
use recourse_vault::{ObjectId, Sha256Sum};

use crate::Result;
use crate::session::{Session, Unlocked};

/// An original whose sidecar is no longer what was written; it is itself as good as its own check says.
const WITHOUT_META: &str =
    "what is kept beside it, for making the records anew, is missing or damaged. The original is checked by itself.";

/// What a check found.
#[derive(Debug, Default)]
pub struct Check {
    /// Kept files on record.
    pub files: usize,
    /// Entries of the history.
    pub changes: u64,
    /// Whether every original was decrypted and hashed.
    pub data_read: bool,
    /// What is wrong, a sentence each. Empty where the vault is whole.
    pub problems: Vec<String>,
    /// What is worth knowing and does no harm, a sentence each.
    pub remarks: Vec<String>,
}

impl Check {
    /// Whether nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Checks a vault. With `read_data` every original is decrypted and compared with its hash.
///
/// # Errors
/// What the disk said; damage is an answer, not an error.
pub fn check(session: &Session<Unlocked>, read_data: bool) -> Result<Check> {
    let mut found = Check { data_read: read_data, ..Check::default() };
    {
        let database = session.database();
        let integrity = database.integrity()?;
        for (what, places) in
            [("its seal", integrity.pages), ("its structure", integrity.structure), ("its links", integrity.links)]
        {
            found
                .problems
                .extend(places.into_iter().map(|place| format!("The records file fails in {what}: {place}.")));
        }
        let back = database.reading().times_going_back()?;
        if back > 0 {
            let times = if back == 1 { "Once".to_owned() } else { format!("{back} times") };
            found.remarks.push(format!(
                "{times} the history goes back in time: the computer’s clock was put right or wrong. Its order is that of the entries, not of their times."
            ));
        }
        match database.reading().verify_chain(session.vault().change_key())? {
            ChainCheck::Sound(head) => found.changes = head.seq,
            ChainCheck::Broken(broken) => {
                found.problems.push(format!("The history is broken at entry {}: {}.", broken.seq, broken.fault));
            }
        }
    }
    let files = session.read(|records| Ok(records.all_files()?))?;
    found.files = files.len();
    for file in &files {
        let name = |what: &str| format!("{}: {what}", file.name);
        let (Ok(id), Ok(sum)) = (file.object.parse::<ObjectId>(), file.sha256.parse::<Sha256Sum>()) else {
            found.problems.push(name("its record is damaged."));
            continue;
        };
        let result =
            if read_data { session.vault().verify_object(&id, &sum) } else { session.vault().object_size(&id) };
        if read_data && !session.vault().object_meta(&id).is_ok_and(|meta| meta.sha256 == sum && meta.size == file.size)
        {
            found.problems.push(name(WITHOUT_META));
        }
        match result {
            Ok(size) if size == file.size => {}
            Ok(_) => found.problems.push(name("the original has another length than when it was kept.")),
            Err(error) => found.problems.push(name(&error.to_string())),
        }
    }
    let listed = session.vault().list_objects()?;
    for pack in &listed.damaged_packs {
        let name = pack.file_name().unwrap_or_default().to_string_lossy();
        found.problems.push(format!(
            "The pack of originals {name} in the vault’s folder cannot be read. Restore it from a backup."
        ));
    }
    let known: std::collections::HashSet<&str> = files.iter().map(|file| file.object.as_str()).collect();
    let orphans = listed.objects.iter().filter(|id| !known.contains(id.to_string().as_str())).count();
    if !read_data {
        let alone: std::collections::HashSet<String> = listed.without_meta.iter().map(ToString::to_string).collect();
        let without = files.iter().filter(|file| alone.contains(&file.object));
        found.problems.extend(without.map(|file| format!("{}: {WITHOUT_META}", file.name)));
    }
    let strangers = listed.strangers.len() + session.vault().strangers_beside()?.len();
    if strangers > 0 {
        let count = strangers;
        found.remarks.push(format!(
            "{count} files in the vault are not Recourse’s, such as copies that a syncing program left. They were not touched."
        ));
    }
    if orphans > 0 {
        found.remarks.push(format!(
            "{orphans} sealed files belong to no record; they are left from something that was stopped and do no harm."
        ));
    }
    Ok(found)
}
