//! The computer's keyring: the desktop's Secret Service (freedesktop.org "Secret Service API", version 0.2), as GNOME's and KDE's keyrings speak it.
//!
//! What is kept is one small text, `SLOT:SECRET` with the secret in hexadecimal, found by the vault's number.

use recourse_organiser::opening::{Kept, Keyring};

/// The keyring of this desktop.
#[derive(Debug, Clone, Copy)]
pub struct DeskKeyring {
    /// The desktop may ask the person to open the keyring.
    pub may_ask: bool,
}

#[cfg(not(target_os = "linux"))]
impl DeskKeyring {
    /// Other systems have keyrings of their own, which nobody has tried yet.
    pub fn is_there() -> bool {
        false
    }
}

#[cfg(not(target_os = "linux"))]
impl Keyring for DeskKeyring {
    fn keep(&self, _: &str, _: &Kept) -> bool {
        false
    }

    fn find(&self, _: &str) -> Option<Kept> {
        None
    }

    fn forget(&self, _: &str) -> bool {
        true
    }
}

#[cfg(target_os = "linux")]
mod secret_service;

#[cfg(target_os = "linux")]
impl DeskKeyring {
    /// Whether the desktop has a keyring.
    pub fn is_there() -> bool {
        secret_service::Service::reach(false).is_some()
    }
}

#[cfg(target_os = "linux")]
impl Keyring for DeskKeyring {
    fn keep(&self, vault: &str, kept: &Kept) -> bool {
        let text = spell(kept);
        let done = secret_service::Service::reach(self.may_ask).and_then(|service| {
            service.keep(vault, text.expose().as_bytes())?;
            service.find(vault)
        });
        done.is_some_and(|now| *now == *text.expose().as_bytes())
    }

    fn find(&self, vault: &str) -> Option<Kept> {
        read(&secret_service::Service::reach(self.may_ask)?.find(vault)?)
    }

    fn forget(&self, vault: &str) -> bool {
        secret_service::Service::reach(self.may_ask).is_some_and(|service| service.forget(vault))
    }
}

fn spell(kept: &Kept) -> recourse_vault::Secret<String> {
    let secret = recourse_vault::Secret::new(data_encoding::HEXLOWER.encode(kept.secret.expose()));
    recourse_vault::Secret::new(format!("{}:{}", kept.slot, secret.expose()))
}

fn read(text: &[u8]) -> Option<Kept> {
    let (slot, secret) = std::str::from_utf8(text).ok()?.split_once(':')?;
    let mut bytes = [0; 32];
    let fits = secret.len() == 64 && data_encoding::HEXLOWER.decode_mut(secret.as_bytes(), &mut bytes).is_ok();
    fits.then(|| Kept { slot: slot.to_owned(), secret: recourse_vault::Secret::new(bytes) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_back_and_nothing_else_is() {
        let kept = Kept { slot: "00ff".to_owned(), secret: recourse_vault::Secret::new([7; 32]) };
        let text = spell(&kept);
        let back = read(text.expose().as_bytes()).map(|back| (back.slot, *back.secret.expose()));
        assert_eq!(back, Some(("00ff".to_owned(), [7; 32])));
        for strange in ["", "00ff", "00ff:07", "00ff:zz", &text.expose()[1..text.expose().len() - 2]] {
            assert!(read(strange.as_bytes()).is_none(), "{strange}");
        }
    }
}
