//! One record of each kind with every field filled.

use chrono::NaiveDate;
use recourse_domain::StatedDate;
use recourse_domain::choices::*;
use recourse_domain::dates::{Basis, understand};
use recourse_domain::records::*;
use recourse_domain::rules::{Calendar, Overlay};

use crate::support::*;

fn said(words: &str) -> StatedDate {
    let said_on = NaiveDate::from_ymd_opt(2022, 1, 5).unwrap();
    let mut date = understand(words, said_on).unwrap().date;
    date.tolerance_days = Some(90);
    date.basis = Some(Basis::Recollection);
    date.basis_evidence = Some(id(EVIDENCE));
    date
}

pub fn claim() -> Claim {
    Claim {
        title: "Heronsgate membership".to_owned(),
        claimant: Claimant {
            name: "Rowan Ashdown".to_owned(),
            other_names: vec!["R. Thistle".to_owned()],
            addresses_held: vec!["1 Kiln Row,\nHeronsgate".to_owned()],
            emails_held: vec!["rowan@example.org".to_owned(), "r@example.net".to_owned()],
            date_of_birth: NaiveDate::from_ymd_opt(1980, 2, 29),
            contact: "by post".to_owned(),
            needs: "Large print".to_owned(),
            other_breaches: "A shop, 2018".to_owned(),
        },
        organisation: Some(id(PARTY)),
        jurisdiction: Some(Jurisdiction::Scotland),
        relationship: Relationship {
            kind: Some(RelationshipKind::FormerMember),
            from: said("2015"),
            to: said("between February and May 2020"),
            how_it_ended: "I let it lapse".to_owned(),
            proof: "A card".to_owned(),
        },
        reference_numbers: vec!["M/0042".to_owned()],
        group_action: GroupAction {
            name: "Members against Heronsgate".to_owned(),
            firm: Some(id(PARTY)),
            reference: "GA/1".to_owned(),
            joined: said("June 2022"),
            sign_up_cut_off: said("30 September 2022"),
            register_cut_off: said("31 October 2022"),
            schedule_due: said("30 November 2022"),
            court: "High Court".to_owned(),
            agreement: "No win, no fee, 1 June 2022".to_owned(),
            stated_in: Some(id(EVIDENCE)),
        },
        other_firm: OtherFirm { instructed: Some(true), who: "A firm in Kiln".to_owned(), on: said("2021") },
        harm_to_health: true,
        public_body: true,
        own_holidays: Overlay {
            added: vec![(Calendar::Scotland, NaiveDate::from_ymd_opt(2030, 6, 3).unwrap(), "A jubilee".to_owned())],
            taken_away: [(Calendar::EnglandWales, NaiveDate::from_ymd_opt(2030, 5, 6).unwrap())].into(),
        },
    }
}

pub fn party() -> Party {
    Party {
        name: "A supplier".to_owned(),
        kind: PartyKind::Person,
        roles: vec![
            PartyRole { role: Role::UnnamedThirdParty, incident: Some(id(INCIDENT)) },
            PartyRole { role: Role::Processor, incident: None },
        ],
        contact: "supplier@example.org".to_owned(),
        identified_as: Some(IdentifiedAs {
            party: id(PARTY),
            named_by: "The Daily Kiln".to_owned(),
            on: said("3 November 2021"),
            authority: "a spokesman".to_owned(),
        }),
    }
}

pub fn incident() -> Incident {
    Incident {
        name: "Autumn outage".to_owned(),
        kind_as_told: "cyber incident".to_owned(),
        occurred: said("1 October 2021"),
        discovered: said("2 October 2021"),
        controller_told: said("29 October 2021"),
        regulator_told: said("30 October 2021"),
        public_told: said("3 November 2021"),
        claimant_told: said("before 4 November 2021"),
    }
}

pub fn notice_in_full() -> Notice {
    Notice {
        from_party: Some(id(PARTY)),
        from: "Fernhollow <info@example.org>".to_owned(),
        channel: Channel::Letter,
        addressed: Addressed::ToMe,
        on_document: said("3 November 2021"),
        received: said("5 November 2021"),
        first_seen: said("6 November 2021"),
        subject: "Data incident".to_owned(),
        text: "Dear member,\r\n\tan incident…".to_owned(),
        their_reference: "DI/1".to_owned(),
        asked_not_to_comment: true,
        offer: "a year of monitoring".to_owned(),
        offer_until: said("March 2022"),
        what_i_did_next: "Nothing at first".to_owned(),
        checks: vec![NoticeCheck {
            item: "N04".to_owned(),
            finding: Finding::Partly,
            quote: "some people may see".to_owned(),
            statement: Some(id(EVIDENCE)),
            note: "not for me".to_owned(),
        }],
        version_of: Some(id(EVIDENCE)),
    }
}

pub fn evidence() -> Evidence {
    Evidence {
        title: "Photos of the letter".to_owned(),
        kind: EvidenceKind::Letter,
        date: said("3 November 2021"),
        how_obtained: "by post".to_owned(),
        obtained_from: "Fernhollow".to_owned(),
        obtained_by: "me".to_owned(),
        original_or_copy: OriginalOrCopy::Original,
        where_original: "in the blue folder".to_owned(),
        third_party_data: true,
        transcription: "Dear Rowan".to_owned(),
        waiting: true,
        came_with: Some(id(EVIDENCE)),
        version_of: Some(id(EVIDENCE)),
    }
}

pub fn correspondence() -> Correspondence {
    Correspondence {
        direction: Direction::Sent,
        party: Some(id(PARTY)),
        from: "Rowan".to_owned(),
        to: "Fernhollow".to_owned(),
        cc: "a friend".to_owned(),
        channel: Channel::Call,
        sent: said("10 November 2021"),
        received: said("11 November 2021"),
        subject: "My data".to_owned(),
        text: "I asked what was taken".to_owned(),
        address_used: "0131 496 0000".to_owned(),
        came_back: CameBack::AutoReply,
        their_reference: "T-9".to_owned(),
        message_id: Some("1@example.org".to_owned()),
        in_reply_to: Some("0@example.org".to_owned()),
        answers: None,
        call: Some(Call { minutes: Some(12), who: "A clerk".to_owned(), note_written: said("10 November 2021") }),
        promises: vec![Promise {
            words: "We will write again".to_owned(),
            by: said("the end of November 2021"),
            done: Complete::No,
        }],
    }
}

pub fn suspicious_contact() -> SuspiciousContact {
    SuspiciousContact {
        happened: said("12 December 2021"),
        channel: Channel::Call,
        sender_shown: "0161 496 0000".to_owned(),
        subject: "The fraud team".to_owned(),
        text: "He said that my account had been used".to_owned(),
        knew: "My membership number".to_owned(),
        asked_for: "A passcode".to_owned(),
        kept_copy: true,
        reported_to: "My bank, B-17".to_owned(),
        acted_on: "I rang off".to_owned(),
    }
}

pub fn statement() -> Statement {
    Statement {
        words: "no bank details were taken".to_owned(),
        speaker: Some(id(PARTY)),
        speaker_shown: "The supplier".to_owned(),
        said_in: Some(id(EVIDENCE)),
        said: said("16 July 2020"),
        topic: Topic::WhichData,
        breach_types: vec![BreachType::Confidentiality, BreachType::Availability],
        whose_data: "customers'".to_owned(),
        grade: SourceGrade::Press,
        links: vec![StatementLink {
            tie: StatementTie::ConflictsWith,
            statement: id(EVIDENCE),
            both_true: BothTrue::CannotTell,
            note: "other people, perhaps".to_owned(),
        }],
    }
}

pub fn question() -> Question {
    Question {
        text: "Which of my data?".to_owned(),
        gap: Some(QuestionGap::Notice { notice: id(EVIDENCE), item: "N09".to_owned() }),
        asked_of: Some(id(PARTY)),
        asked_in: None,
        asked: said("10 November 2021"),
        state: QuestionState::Ignored,
        answered_by: None,
        answer_note: "They wrote of something else".to_owned(),
    }
}

pub fn data_assertion() -> DataAssertion {
    DataAssertion {
        category: "fin.bank".to_owned(),
        standing: DataStanding::SaidNotAffected,
        on: said("16 July 2020"),
        by: Some(id(PARTY)),
        by_shown: "The supplier".to_owned(),
        statement: None,
        whose_data: "mine".to_owned(),
        remark: "Corrected later".to_owned(),
    }
}

pub fn event() -> Event {
    Event {
        title: "The supplier told the organisation".to_owned(),
        happened: said("29 October 2021"),
        told_by: Some(id(PARTY)),
        told_to: Some(id(PARTY)),
        text: "By telephone, it is said".to_owned(),
    }
}

pub fn request() -> Request {
    Request {
        kind: RequestKind::Access,
        sent_to: Some(id(PARTY)),
        sent_by: "My daughter".to_owned(),
        address_used: "privacy@example.org".to_owned(),
        channel: Channel::Letter,
        sent: said("10 November 2021"),
        letter: None,
        calendar: Some(Jurisdiction::Scotland),
        their_reference: "SAR/7".to_owned(),
        events: vec![RequestEvent {
            kind: RequestEventKind::Extended,
            on: said("1 December 2021"),
            letter: None,
            words: "Many requests came in".to_owned(),
        }],
        complete: Complete::No,
        missing: "Nothing of the years before 2018".to_owned(),
        next_step: "Ask again".to_owned(),
    }
}

fn pounds(minor: i64) -> Option<Money> {
    Some(Money { minor, currency: "GBP".to_owned() })
}

pub fn loss() -> Loss {
    Loss {
        title: "A transfer I did not make".to_owned(),
        happened: said("5 December 2021"),
        head: LossHead::Fraud,
        amount: pounds(12_345),
        paid_to: "Somebody".to_owned(),
        reimbursed_by: "My bank".to_owned(),
        reimbursed: pounds(0),
        traces_to: "fin.bank".to_owned(),
        why: "They knew the last payment".to_owned(),
        other_cause: "I cannot think of one".to_owned(),
        reported_to: "Report Fraud".to_owned(),
        reported: said("6 December 2021"),
        report_reference: "RF-9".to_owned(),
    }
}

pub fn time_spent() -> TimeSpent {
    TimeSpent {
        activity: "Changed passwords".to_owned(),
        happened: said("November 2021"),
        minutes: Some(90),
        note_written: said("3 December 2021"),
        text: "All of them".to_owned(),
    }
}

pub fn diary_entry() -> DiaryEntry {
    DiaryEntry {
        happened: said("last week"),
        text: "I lay awake.\r\n  Twice.".to_owned(),
        effect: "Tired".to_owned(),
        other_causes: "Work".to_owned(),
        help_sought: "None yet".to_owned(),
        witness: "My sister".to_owned(),
    }
}

pub fn protective_step() -> ProtectiveStep {
    ProtectiveStep {
        title: "Two-step sign-in".to_owned(),
        done: said("4 November 2021"),
        prompted_by: Some(id(EVIDENCE)),
        cost: pounds(599),
        minutes: Some(20),
        outcome: "It works".to_owned(),
        again: said("November 2022"),
    }
}
