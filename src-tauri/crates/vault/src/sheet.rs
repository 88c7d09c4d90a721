//! What goes on the printed recovery sheet.

use zeroize::Zeroizing;

use crate::recovery::{GROUPS, same_group};
use crate::{Chance, Result, Secret};

/// What to do with the sheet, in lines of a terminal's width.
pub const KEEP_IT: &str = "Keep this sheet on paper, away from the computer. Whoever has it and a copy of\n\
    the vault can read everything in it. Nobody can make you a new one without the\n\
    passphrase.";
/// What the recovery code is for.
pub const CODE_IS_FOR: &str = "Recourse asks for it when the passphrase is lost.";
/// What the secret key is for, and how it is used; the command follows.
pub const KEY_IS_FOR: &str = "It opens the originals without Recourse, with the free tool \"age\".\n\
    Save the next line as key.txt, then run:";
/// The command that uses the secret key.
pub const KEY_COMMAND: &str = "age --decrypt --identity key.txt --output original FILE.age";

/// The contents of a recovery sheet. It exists once, when a code is made; the vault keeps no copy.
#[derive(Debug)]
pub struct RecoverySheet {
    vault_id: String,
    made_on: String,
    groups: Secret<Vec<String>>,
    identity_line: Secret<String>,
}

impl RecoverySheet {
    pub(crate) fn new(
        vault_id: String,
        made_on: String,
        groups: Secret<Vec<String>>,
        identity_line: Secret<String>,
    ) -> Self {
        Self { vault_id, made_on, groups, identity_line }
    }

    /// The vault's number, which tells sheets apart. Not secret.
    pub fn vault_id(&self) -> &str {
        &self.vault_id
    }

    /// When the code was made, as it was handed in.
    pub fn made_on(&self) -> &str {
        &self.made_on
    }

    /// The nine groups of the recovery code.
    pub fn groups(&self) -> &Secret<Vec<String>> {
        &self.groups
    }

    /// The line `AGE-SECRET-KEY-1...` with which the stock `age` tool opens every object.
    pub fn identity_line(&self) -> &Secret<String> {
        &self.identity_line
    }

    /// Two different groups, counted from 0 and in order, for the person to retype.
    ///
    /// # Errors
    /// Whatever `chance` returns.
    pub fn groups_to_retype(&self, chance: &mut dyn Chance) -> Result<[usize; 2]> {
        let first = below(GROUPS, chance)?;
        // One of the other groups: skip over the first.
        let second = below(GROUPS - 1, chance)?;
        let second = if second >= first { second + 1 } else { second };
        Ok([first.min(second), first.max(second)])
    }

    /// Whether the person typed group `index` as printed; case, blanks and O/0, I/1 slips do not matter.
    pub fn retyped(&self, index: usize, typed: &str) -> bool {
        self.groups.expose().get(index).is_some_and(|printed| same_group(printed, typed))
    }

    /// The sheet as plain text, for printing. It holds every secret of the vault.
    pub fn to_text(&self) -> Secret<String> {
        let groups = self.groups.expose();
        let rows: Vec<_> = groups.chunks(3).map(|row| Zeroizing::new(format!("    {}", row.join("  ")))).collect();
        let rows: Vec<_> = rows.iter().map(|row| row.as_str()).collect();
        let rows = Zeroizing::new(rows.join("\n"));
        Secret::new(format!(
            "RECOURSE RECOVERY SHEET\n\nVault number  {}\nMade on       {}\n\n{KEEP_IT}\n\n1. Recovery code. {CODE_IS_FOR}\n\n{}\n\n\
             2. Secret key. {KEY_IS_FOR}\n{KEY_COMMAND}\n\n    {}\n",
            self.vault_id,
            self.made_on,
            rows.as_str(),
            self.identity_line.expose(),
        ))
    }
}

/// A fair number below `limit` (at most 256): bytes that would favour small numbers are drawn again.
fn below(limit: usize, chance: &mut dyn Chance) -> Result<usize> {
    let fair = 256 - 256 % limit;
    loop {
        let [byte] = crate::chance::bytes::<1>(chance)?;
        if usize::from(byte) < fair {
            return Ok(usize::from(byte) % limit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::testing::Counting;
    use crate::recovery;

    fn sheet() -> RecoverySheet {
        let code = Secret::new([7; 20]);
        RecoverySheet::new(
            "0190-vault".into(),
            "21 November 2026".into(),
            recovery::groups(&code),
            "AGE-SECRET-KEY-1EXAMPLE".into(),
        )
    }

    #[test]
    fn the_code_on_the_paper_is_the_code() {
        let sheet = sheet();
        let text = sheet.to_text();
        let printed: Vec<_> = text.expose().lines().skip_while(|l| !l.starts_with("1. ")).skip(2).take(3).collect();
        assert_eq!(recovery::parse(&printed.join("\n")).unwrap().expose(), &[7; 20]);
        for part in ["0190-vault", "21 November 2026", "AGE-SECRET-KEY-1EXAMPLE", "age --decrypt"] {
            assert!(text.expose().contains(part), "{part}");
        }
        assert!(text.expose().lines().all(|line| line.len() <= 84));
    }

    #[test]
    fn two_different_groups_are_asked_for_whatever_chance_says() {
        let sheet = sheet();
        let mut seen = std::collections::BTreeSet::new();
        for start in 0..=255 {
            let [a, b] = sheet.groups_to_retype(&mut Counting(start)).unwrap();
            assert!(a < b && b < GROUPS);
            seen.extend([a, b]);
        }
        assert_eq!(seen.len(), GROUPS);
    }

    #[test]
    fn retyping_is_checked_with_tolerance() {
        let sheet = sheet();
        let second = sheet.groups().expose()[1].clone();
        assert!(sheet.retyped(1, &format!(" {} ", second.to_lowercase())));
        assert!(!sheet.retyped(1, "9999"));
        assert!(!sheet.retyped(9, &second));
        assert!(!sheet.retyped(1, ""));
    }

    #[test]
    fn debug_shows_no_secret() {
        let text = format!("{:?}", sheet());
        assert!(!text.contains("AGE-SECRET") && !text.contains(&sheet().groups().expose()[0]), "{text}");
    }
}
