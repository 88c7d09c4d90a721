//! TypeScript from the contract. The generated file is checked for drift by a test of this crate.

use std::fmt::Write as _;

use recourse_domain::RecordKind;
use recourse_domain::choices::*;
use ts_rs::{Config, TS};

use crate::commands::signatures;
use crate::types::*;

macro_rules! declarations {
    ($config:expr, $($name:ty),+ $(,)?) => { vec![$(<$name>::decl($config),)+] };
}

macro_rules! choice_lists {
    ($($constant:literal $name:ident),+ $(,)?) => {
        vec![$(($constant, stringify!($name), $name::ALL.iter().map(|choice| choice.code()).collect::<Vec<_>>()),)+]
    };
}

/// The whole of `ui/src/generated/contract.ts`.
pub fn contract() -> String {
    let config = Config::new().with_large_int("number");
    let mut out =
        String::from("// Made from the crate recourse-contract by `cargo xtask bindings`. Changes here are lost.\n\n");
    let choices = choice_lists! {
        "recordKinds" RecordKind, "jurisdictions" Jurisdiction, "relationshipKinds" RelationshipKind, "channels" Channel,
        "addressed" Addressed, "directions" Direction, "cameBack" CameBack, "partyKinds" PartyKind, "roles" Role,
        "evidenceKinds" EvidenceKind, "originalOrCopy" OriginalOrCopy, "certainties" Certainty, "topics" Topic, "breachTypes" BreachType, "sourceGrades" SourceGrade,
        "statementTies" StatementTie, "bothTrues" BothTrue, "findings" Finding, "questionStates" QuestionState,
        "dataStandings" DataStanding, "audiences" Audience, "requestKinds" RequestKind,
        "requestEventKinds" RequestEventKind, "completes" Complete, "lossHeads" LossHead,
    };
    for (constant, name, codes) in choices {
        let codes: Vec<String> = codes.iter().map(|code| format!("{code:?}")).collect();
        let _ = writeln!(
            out,
            "export const {constant} = [{}] as const;\nexport type {name} = (typeof {constant})[number];\n",
            codes.join(", ")
        );
    }
    let types = declarations!(
        &config,
        Nothing,
        Failure,
        DateView,
        DateInput,
        DateQuestion,
        DateAnswer,
        RecordRef,
        ClaimRef,
        FileRef,
        RecordLink,
        MarksForm,
        MarksSave,
        IncidentTie,
        IncidentsSave,
        EvidenceTie,
        RecordHead,
        ChangeView,
        FieldChange,
        Draft,
        DraftKey,
        DraftFound,
        SearchQuestion,
        SearchAnswer,
        SearchHit,
        SnippetPart,
        Phase,
        AppState,
        VaultLabel,
        NewVault,
        VaultPlace,
        VaultName,
        RecoverySheet,
        RecoveryAnswers,
        RecoveryCheck,
        Unlock,
        RecentVault,
        ClaimRow,
        ClaimForm,
        ClaimView,
        ClaimSave,
        PartyView,
        PartyForm,
        RoleForm,
        IdentifiedForm,
        PeopleView,
        Telling,
        PartySave,
        IncidentView,
        DateSource,
        IncidentSave,
        OverviewView,
        OverviewFact,
        NearDate,
        NextStep,
        NoticeRow,
        NoticeForm,
        NoticeView,
        NoticeSave,
        Pasted,
        ContactRow,
        ContactForm,
        ContactView,
        ContactSave,
        LetterRow,
        LetterForm,
        LetterView,
        LetterSave,
        StatementRow,
        StatementForm,
        StatementLinkView,
        StatementView,
        StatementSave,
        StatementFrom,
        StatementTieSave,
        PairView,
        ToldQuestion,
        ToldView,
        ToldNotice,
        ToldItem,
        ToldCell,
        ToldGuess,
        NoticeCheckSave,
        CategoriesView,
        CategoryName,
        CategoryRow,
        AssertionRow,
        AssertionForm,
        AssertionView,
        AssertionSave,
        QuestionRow,
        QuestionForm,
        QuestionView,
        QuestionSave,
        QuestionFrom,
        QuestionsAsked,
        RequestForm,
        RequestView,
        RequestEventView,
        RequestEventForm,
        RequestState,
        NextMove,
        SpanView,
        ClockView,
        ClockPoint,
        WorkedView,
        WorkedInput,
        CitationView,
        RequestSave,
        RequestEventSave,
        VersionsQuestion,
        VersionsView,
        VersionRow,
        VersionPart,
        VersionSet,
        VersionsOf,
        TimelineQuestion,
        TimelineView,
        BarView,
        TickView,
        TimelineRow,
        LadderView,
        LadderStep,
        TimelineExport,
        FileSaved,
        EventRow,
        EventForm,
        EventView,
        EventSave,
        EvidenceRow,
        FileView,
        EvidenceForm,
        EvidenceView,
        EvidenceSave,
        TwinReason,
        TwinView,
        TwinAnswer,
        FileTurn,
        EvidenceJoin,
        Filing,
        KeepFiles,
        KeepBytes,
        KeptFiles,
        MailboxFound,
        MailboxFilter,
        MailboxQuestion,
        MailboxSurvey,
        MailSender,
        MailLine,
        MailboxOrder,
        MailboxTaken,
        Kept,
        FileAs,
        Made,
        FileOrder,
        Showing,
        DocumentView,
        FilePassword,
        WordsFrom,
        PageWords,
        WordsSave,
        MachineReading,
        ReadingState,
        MailView,
        MailAttachment,
        BundleQuestion,
        BundlePreview,
        PreviewSection,
        PreviewDocument,
        PreviewLeftOut,
        BundleOrder,
        BundleMade,
        MadeDocument,
        Progress,
        TaskName,
        Dropped,
    );
    for declaration in types {
        let _ = writeln!(out, "export {}\n", declaration.trim_end());
    }
    out.push_str("/** Every command: what it takes and what it answers. A refusal is a `Failure`. */\nexport interface Commands {\n");
    for (name, request, reply) in signatures(&config) {
        let _ = writeln!(out, "  {name}: {{ request: {request}; reply: {reply} }};");
    }
    out.push_str("}\n\nexport type CommandName = keyof Commands;\n");
    out
}
