//! Requests and what happens to them, and the heads of losses.

use serde::{Deserialize, Serialize};

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
    #[derive(Default)]
    RequestEventKind {
        /// It arrived.
        #[default]
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

choices! {
    /// Whether what came was all that was asked for.
    #[derive(Default)]
    Complete {
        /// Nobody has looked.
        #[default]
        Unknown = "unknown",
        /// As far as the claimant can see.
        Yes = "yes",
        /// Something is missing.
        No = "no",
    }
}

choices! {
    /// The head under which a loss is listed.
    #[derive(Default)]
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
        #[default]
        Other = "other",
    }
}

choices! {
    /// What letter of the claimant's own is to be written from the record.
    LetterOutKind {
        /// To ask for a copy of the data: UK GDPR Article 15.
        Access = "access",
        /// To ask the open questions.
        Questions = "questions",
        /// To ask again about a letter that has no answer.
        Chaser = "chaser",
        /// To complain to the organisation: Data Protection Act 2018 section 164A.
        Complaint = "complaint",
        /// To complain to the regulator: Data Protection Act 2018 section 165.
        RegulatorComplaint = "regulator-complaint",
        /// To tell the claimant's own solicitor how it stands.
        SolicitorNote = "solicitor-note",
    }
}

impl LetterOutKind {
    /// The request that a letter of this kind makes; none where it asks for nothing with a clock.
    pub const fn request(self) -> Option<RequestKind> {
        match self {
            Self::Access => Some(RequestKind::Access),
            Self::Questions => Some(RequestKind::Questions),
            Self::Complaint => Some(RequestKind::Complaint),
            Self::RegulatorComplaint => Some(RequestKind::RegulatorComplaint),
            Self::Chaser | Self::SolicitorNote => None,
        }
    }
}

choices! {
    /// Where a request stands.
    ClockState {
        /// Nothing was sent.
        NotSent = "not_sent",
        /// It came back undelivered, and was not sent again.
        Bounced = "bounced",
        /// An answer is awaited.
        Waiting = "waiting",
        /// The other side asked for something that was not given yet.
        WaitingForMe = "waiting_for_me",
        /// The days do not count while the other side waits for an answer.
        Paused = "paused",
        /// An answer is awaited; they said that they take more time.
        Extended = "extended",
        /// No answer came, and the latest day that can be defended is over.
        Overdue = "overdue",
        /// They answered.
        Answered = "answered",
        /// They answered, and something is missing as far as the person can see.
        Incomplete = "incomplete",
        /// They will not do it.
        Refused = "refused",
        /// The person took it back.
        Withdrawn = "withdrawn",
        /// An answer is awaited, and no rule gives a day for it.
        NoClock = "no_clock",
    }
}

choices! {
    /// What could be done next: an offer.
    NextMove {
        /// Send it.
        Send = "send",
        /// Send it again, because it came back.
        SendAgain = "send_again",
        /// Show who I am.
        GiveId = "give_id",
        /// Pay the fee that was asked for.
        PayFee = "pay_fee",
        /// Say what exactly is wanted.
        GiveClarification = "give_clarification",
        /// Ask again.
        Chase = "chase",
        /// Complain to the organisation.
        ComplainToOrganisation = "complain_to_organisation",
        /// Complain to the regulator.
        ComplainToRegulator = "complain_to_regulator",
        /// Think about asking the Tribunal for an order (Data Protection Act 2018 section 166). It has a time limit that no date is given for.
        AskTribunal = "ask_tribunal",
        /// Write down what came, or whether it was all there.
        NoteAnswer = "note_answer",
        /// Ask a solicitor.
        AskSolicitor = "ask_solicitor",
    }
}
