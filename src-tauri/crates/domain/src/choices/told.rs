//! What was said, how it stands to what else was said, and what is asked.

use serde::{Deserialize, Serialize};

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
