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

choices! {
    /// What a statement is about.
    Topic {
        /// What happened.
        WhatHappened = "what-happened",
        /// When it happened, was found or was told.
        When = "when",
        /// Who was attacked, who held the data, who was told.
        Who = "who",
        /// Which data.
        WhichData = "which-data",
        /// A demand for money and what became of it.
        Ransom = "ransom",
        /// That the data was destroyed or not published.
        Destroyed = "destroyed",
        /// What may follow for the person.
        Risk = "risk",
        /// What the organisation did about it.
        Measures = "measures",
        /// What the person is advised to do.
        Advice = "advice",
        /// An apology.
        Apology = "apology",
        /// How many people are affected.
        NumberOfPeople = "number-of-people",
        /// What became of a request or complaint.
        Request = "request",
        /// Anything else.
        Other = "other",
    }
}

choices! {
    /// The kind of breach in the words of UK GDPR Article 4(12), as it was told: its three kinds follow EDPB Guidelines 9/2022, paragraph 17.
    BreachType {
        /// Somebody saw or took what they should not have: disclosure or access.
        Confidentiality = "confidentiality",
        /// The data was altered or corrupted.
        Integrity = "integrity",
        /// The data could not be reached, or was lost.
        Availability = "availability",
    }
}

choices! {
    /// How near a statement stands to what it speaks of.
    SourceGrade {
        /// A document of the organisation that the statement is about.
        OwnDocument = "own-document",
        /// A regulator, a court or another public body.
        Official = "official",
        /// A newspaper or broadcaster.
        Press = "press",
        /// Somebody who had it from somebody else.
        Hearsay = "hearsay",
    }
}

choices! {
    /// How one statement stands to another.
    StatementTie {
        /// It puts the other right.
        Corrects = "corrects",
        /// It does not fit with the other, as far as the claimant can see.
        ConflictsWith = "conflicts-with",
        /// It says the same again.
        Repeats = "repeats",
        /// It answers the other.
        Answers = "answers",
    }
}

choices! {
    /// Whether two statements that do not seem to fit could both be true.
    BothTrue {
        /// The person has not said.
        NotSaid = "not-said",
        /// They could: they speak of different people, data or times.
        Yes = "yes",
        /// The person sees no way.
        No = "no",
        /// The person cannot tell.
        CannotTell = "cannot-tell",
    }
}

choices! {
    /// What a notice says of one item of the notice check. A record of content, never a verdict.
    Finding {
        /// It says it.
        Said = "said",
        /// It says part of it.
        Partly = "partly",
        /// It does not say it.
        NotSaid = "not-said",
        /// One cannot tell, such as where a page is missing.
        CannotTell = "cannot-tell",
    }
}

choices! {
    /// What has become of a question.
    QuestionState {
        /// Not asked yet.
        Open = "open",
        /// Asked.
        Asked = "asked",
        /// Answered.
        Answered = "answered",
        /// Answered in part.
        Partly = "partly",
        /// An answer was refused.
        Refused = "refused",
        /// A reply came and did not mention it.
        Ignored = "ignored",
        /// It no longer matters.
        Overtaken = "overtaken",
    }
}

choices! {
    /// What an assertion says of one kind of personal data.
    DataStanding {
        /// The claimant gave it to the organisation.
        Gave = "gave",
        /// It was said to be affected.
        SaidAffected = "said-affected",
        /// It was said not to be affected.
        SaidNotAffected = "said-not-affected",
        /// It was said to be unknown whether it is affected.
        Unknown = "unknown",
        /// It was found in the answer to an access request.
        FoundInAccessReply = "found-in-access-reply",
        /// Somebody seems to have used it.
        Misused = "misused",
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

choices! {
    /// What a request asks for.
    RequestKind {
        /// A copy of the data: UK GDPR Article 15.
        Access = "access",
        /// To erase the data: UK GDPR Article 17.
        Erasure = "erasure",
        /// To stop using the data: UK GDPR Article 21.
        Objection = "objection",
        /// Answers to questions.
        Questions = "questions",
        /// A complaint to the organisation: Data Protection Act 2018 section 164A.
        Complaint = "complaint",
        /// A complaint to the regulator: Data Protection Act 2018 section 165.
        RegulatorComplaint = "regulator-complaint",
        /// A letter of claim that a solicitor sent.
        LetterOfClaim = "letter-of-claim",
    }
}

impl RequestKind {
    /// What a person calls it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Access => "Request for my data",
            Self::Erasure => "Request to erase my data",
            Self::Objection => "Request to stop using my data",
            Self::Questions => "Questions about the breach",
            Self::Complaint => "Complaint to the organisation",
            Self::RegulatorComplaint => "Complaint to the regulator",
            Self::LetterOfClaim => "Letter of claim",
        }
    }
}

choices! {
    /// What can happen to a request once it is sent.
    RequestEventKind {
        /// It arrived.
        Received = "received",
        /// It came back undelivered.
        Bounced = "bounced",
        /// A machine answered.
        AutoReply = "auto-reply",
        /// They said that they have it.
        Acknowledged = "acknowledged",
        /// They asked for proof of who the claimant is.
        IdAsked = "id-asked",
        /// The claimant gave the proof.
        IdGiven = "id-given",
        /// They asked what exactly is wanted.
        ClarificationAsked = "clarification-asked",
        /// The claimant said what exactly is wanted.
        ClarificationGiven = "clarification-given",
        /// They asked for a fee.
        FeeAsked = "fee-asked",
        /// The claimant paid the fee.
        FeePaid = "fee-paid",
        /// They said that they take more time.
        Extended = "extended",
        /// The claimant asked again.
        Chased = "chased",
        /// They told how it stands.
        Progress = "progress",
        /// They answered.
        Answered = "answered",
        /// They refused.
        Refused = "refused",
        /// The claimant took it back.
        Withdrawn = "withdrawn",
    }
}

impl RequestEventKind {
    /// What happened, in neutral words for a list.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Received => "it was received",
            Self::Bounced => "it came back undelivered",
            Self::AutoReply => "an automatic reply came",
            Self::Acknowledged => "its receipt was acknowledged",
            Self::IdAsked => "proof of identity was asked for",
            Self::IdGiven => "proof of identity was given",
            Self::ClarificationAsked => "the claimant was asked what exactly is wanted",
            Self::ClarificationGiven => "the claimant said what exactly is wanted",
            Self::FeeAsked => "a fee was asked for",
            Self::FeePaid => "the fee was paid",
            Self::Extended => "more time was announced",
            Self::Chased => "the claimant asked again",
            Self::Progress => "word came of how it stands",
            Self::Answered => "an answer came",
            Self::Refused => "word came that it will not be done",
            Self::Withdrawn => "the claimant took it back",
        }
    }

    /// Whether it is something that the claimant did.
    pub const fn is_mine(self) -> bool {
        matches!(self, Self::IdGiven | Self::ClarificationGiven | Self::FeePaid | Self::Chased | Self::Withdrawn)
    }
}

impl Default for RequestEventKind {
    fn default() -> Self {
        Self::Received
    }
}

choices! {
    /// Whether what came was all that was asked for.
    Complete {
        /// Nobody has looked.
        Unknown = "unknown",
        /// As far as the claimant can see.
        Yes = "yes",
        /// Something is missing.
        No = "no",
    }
}

impl Default for Complete {
    fn default() -> Self {
        Self::Unknown
    }
}

choices! {
    /// The head under which a loss is listed.
    LossHead {
        /// Money taken by deceit.
        Fraud = "fraud",
        /// A bank's or other fee.
        Fee = "fee",
        /// A new card, telephone number or document.
        Replacement = "replacement",
        /// A service that watches for misuse.
        Monitoring = "monitoring",
        /// Journeys.
        Travel = "travel",
        /// Pay that was not earned.
        Earnings = "earnings",
        /// Post, paper, telephone.
        Postage = "postage",
        /// Anything else.
        Other = "other",
    }
}

impl Default for LossHead {
    fn default() -> Self {
        Self::Other
    }
}
