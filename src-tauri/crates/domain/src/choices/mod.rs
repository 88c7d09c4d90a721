//! The short lists that a field may be chosen from. Each has a fixed code for the database, the exports and the contract.

use serde::{Deserialize, Serialize};

macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every choice, in the order in which it is offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word kept in the database and in exports; it never changes.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The choice that has this code, if there is one.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.code() == code)
            }
        }
    };
}

mod bundle;
mod requests;
mod told;

pub use bundle::*;
pub use requests::*;
pub use told::*;

choices! {
    /// Where the claim would be brought; it decides holidays and limitation periods.
    Jurisdiction {
        /// England and Wales.
        EnglandWales = "england-wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
        /// Somewhere else.
        Other = "other",
    }
}

choices! {
    /// What the claimant was to the organisation.
    RelationshipKind {
        /// A member now.
        Member = "member",
        /// A member once.
        FormerMember = "former-member",
        /// A supporter who never joined.
        Supporter = "supporter",
        /// A customer.
        Customer = "customer",
        /// An employee, now or once.
        Employee = "employee",
        /// A person who gave money.
        Donor = "donor",
        /// Anything else.
        Other = "other",
    }
}

choices! {
    /// By what route words travelled.
    Channel {
        /// E-mail.
        Email = "email",
        /// A letter by post.
        Letter = "letter",
        /// A text message.
        Text = "text",
        /// A telephone call.
        Call = "call",
        /// A page on the web.
        WebPage = "web-page",
        /// A form on the web.
        Form = "form",
        /// A newspaper or broadcaster.
        Press = "press",
        /// A posting on a social network.
        Social = "social",
        /// Face to face.
        InPerson = "in-person",
        /// Anything else.
        Other = "other",
    }
}

choices! {
    /// To whom a notice was addressed.
    Addressed {
        /// To the claimant by name or address.
        ToMe = "to-me",
        /// To the public.
        Public = "public",
        /// The person does not know.
        Unknown = "unknown",
    }
}

choices! {
    /// Which way a letter went, seen from the claimant.
    Direction {
        /// The claimant received it.
        Received = "received",
        /// The claimant sent it.
        Sent = "sent",
    }
}

choices! {
    /// What came back after something was sent.
    CameBack {
        /// Nothing is known.
        Unknown = "unknown",
        /// Proof that it arrived.
        Delivered = "delivered",
        /// It was returned as undeliverable.
        Bounced = "bounced",
        /// An automatic answer.
        AutoReply = "auto-reply",
        /// Silence.
        Nothing = "nothing",
    }
}

choices! {
    /// Whether a party is an organisation or a person.
    PartyKind {
        /// A company, charity, public body or other organisation.
        Organisation = "organisation",
        /// A person.
        Person = "person",
    }
}

choices! {
    /// The part that a party plays; the first three are the words of UK GDPR Article 4(7) and (8).
    Role {
        /// Decides why and how personal data are used.
        Controller = "controller",
        /// Uses personal data on behalf of a controller.
        Processor = "processor",
        /// Uses personal data on behalf of a processor.
        SubProcessor = "sub-processor",
        /// A third party that a notice did not name.
        UnnamedThirdParty = "unnamed-third-party",
        /// A data protection regulator.
        Regulator = "regulator",
        /// The police.
        Police = "police",
        /// A law firm.
        LawFirm = "law-firm",
        /// A bank.
        Bank = "bank",
        /// Somebody who saw or heard what happened.
        Witness = "witness",
        /// A newspaper or broadcaster.
        Press = "press",
        /// Anything else.
        Other = "other",
    }
}

choices! {
    /// What an evidence item is.
    EvidenceKind {
        /// An e-mail file.
        Mail = "mail",
        /// A paper letter, scanned or photographed.
        Letter = "letter",
        /// A picture of a screen.
        Screenshot = "screenshot",
        /// A photograph of something else.
        Photo = "photo",
        /// A saved page of the web.
        WebPage = "web-page",
        /// A document that came as a file.
        Document = "document",
        /// A sound or video recording.
        Recording = "recording",
        /// A statement of account, a receipt or an invoice.
        Financial = "financial",
        /// Anything else.
        Other = "other",
    }
}

choices! {
    /// Whether the claimant holds the original or a copy.
    OriginalOrCopy {
        /// The original.
        Original = "original",
        /// A copy.
        Copy = "copy",
        /// The person does not know.
        Unknown = "unknown",
    }
}

choices! {
    /// How sure the person is that a record belongs to an incident.
    Certainty {
        /// Sure.
        Sure = "sure",
        /// Not sure.
        Unsure = "unsure",
    }
}

choices! {
    /// For whom a bundle is made; it decides what stays out by default.
    Audience {
        /// The claimant's own solicitor: all but what is held back.
        Solicitor = "solicitor",
        /// The other side or the court: privileged items and other people's data stay out.
        OtherSide = "other-side",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_the_words_that_serde_writes() {
        for channel in Channel::ALL {
            let written = serde_json::to_value(channel).ok();
            assert_eq!(written, Some(serde_json::Value::from(channel.code())));
            assert_eq!(Channel::from_code(channel.code()), Some(*channel));
        }
        assert_eq!(Role::from_code("landlord"), None);
    }
}
