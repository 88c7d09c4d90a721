//! The list of commands: name, request, reply. The window's typed calls are made from it.

use crate::types::*;

/// Calls a macro with the whole list, so that names and types are written once.
///
/// `room` commands work on an open vault and need nothing of the window; `desk` commands need the window's own state (a vault being made,
/// dialogs, dropped files, events).
#[macro_export]
macro_rules! command_list {
    ($each:ident) => {
        $each! {
            desk app_state(Nothing) -> AppState;
            desk vault_place(VaultName) -> VaultPlace;
            desk vault_choose_place(VaultName) -> VaultPlace;
            desk vault_create(NewVault) -> RecoverySheet;
            desk recovery_show(Nothing) -> RecoverySheet;
            desk recovery_save(SheetFile) -> FileSaved;
            desk recovery_confirm(RecoveryAnswers) -> RecoveryCheck;
            desk vault_find(Nothing) -> AppState;
            desk vault_recent(RecentVault) -> AppState;
            desk vault_open(Unlock) -> AppState;
            desk vault_open_kept(UnlockKept) -> AppState;
            desk recovery_open(RecoveryCode) -> AppState;
            desk passphrase_renew(NewPassphrase) -> AppState;
            desk vault_lock(Nothing) -> AppState;
            desk opening_get(Nothing) -> OpeningView;
            desk passphrase_change(PassphraseChange) -> OpeningView;
            desk lock_after_set(LockAfter) -> OpeningView;
            desk keyring_set(KeyringWish) -> OpeningView;
            desk sheet_renew(Nothing) -> RecoverySheet;
            desk sheet_keep_old(Nothing) -> Nothing;
            desk vault_forget(Nothing) -> AppState;
            desk files_keep(KeepFiles) -> KeptFiles;
            desk mailbox_survey(MailboxQuestion) -> MailboxSurvey;
            desk mailbox_take(MailboxOrder) -> MailboxTaken;
            desk bundle_make(BundleOrder) -> BundleMade;
            desk bundle_pages(BundleQuestion) -> BundlePages;
            desk bundle_show(BundleShow) -> BundleShown;
            desk task_cancel(TaskName) -> Nothing;
            desk document_open(FileRef) -> DocumentView;
            desk document_unlock(FilePassword) -> DocumentView;
            desk reading_state(Nothing) -> ReadingState;
            desk file_save_copy(FileRef) -> Nothing;
            desk date_understand(DateQuestion) -> DateAnswer;
            desk timeline_export(TimelineExport) -> FileSaved;
            desk schedule_export(ClaimRef) -> FileSaved;
            desk letter_out_save(LetterOutFile) -> FileSaved;
            desk calendar_export(ClaimRef) -> FileSaved;
            desk backup_make(BackupOrder) -> BackupMade;
            desk backup_test(Nothing) -> CheckFound;
            desk vault_check(CheckOrder) -> CheckFound;
            desk everything_save(Nothing) -> EverythingSaved;
            desk restore_find(Nothing) -> RestoreFound;
            desk restore_make(RestoreOrder) -> AppState;
            desk vault_repair(RepairOrder) -> RepairDone;
            room backup_state(Nothing) -> BackupState;
            room backup_put_off(Nothing) -> BackupState;
            room sample_add(Nothing) -> ClaimRow;
            room claim_list(Nothing) -> Vec<ClaimRow>;
            room claim_get(ClaimRef) -> ClaimView;
            room claim_save(ClaimSave) -> ClaimView;
            room particulars_get(ClaimRef) -> ParticularsForm;
            room particulars_save(ParticularsSave) -> ParticularsForm;
            room schedule(ClaimRef) -> Vec<SchedulePart>;
            room limits_get(ClaimRef) -> LimitsView;
            room limits_save(LimitsSave) -> LimitsView;
            room claim_choose(ClaimRef) -> Nothing;
            room overview(ClaimRef) -> OverviewView;
            room reminding_set(Reminding) -> Nothing;
            room party_list(ClaimRef) -> Vec<PartyView>;
            room party_save(PartySave) -> PartyView;
            room incident_list(ClaimRef) -> Vec<IncidentView>;
            room incident_save(IncidentSave) -> IncidentView;
            room notice_list(ClaimRef) -> Vec<NoticeRow>;
            room notice_get(RecordRef) -> NoticeView;
            room notice_save(NoticeSave) -> NoticeView;
            room notice_from_paste(Pasted) -> NoticeForm;
            room letter_list(ClaimRef) -> Vec<LetterRow>;
            room letter_get(RecordRef) -> LetterView;
            room letter_save(LetterSave) -> LetterView;
            room letters_out(ClaimRef) -> LettersOutView;
            room letter_out_begin(LetterOutQuestion) -> LetterOutView;
            room letter_out_sent(LetterOutSent) -> LetterOutDone;
            room letter_out_unsent(LetterOutUndo) -> Nothing;
            room evidence_list(ClaimRef) -> Vec<EvidenceRow>;
            room inbox_list(ClaimRef) -> Vec<EvidenceRow>;
            room evidence_get(RecordRef) -> EvidenceView;
            room evidence_save(EvidenceSave) -> EvidenceView;
            room evidence_tie(EvidenceTie) -> Nothing;
            room evidence_untie(EvidenceTie) -> Nothing;
            room evidence_order(FileOrder) -> EvidenceView;
            room evidence_join(EvidenceJoin) -> EvidenceView;
            room file_split(FileRef) -> EvidenceView;
            room file_turn(FileTurn) -> EvidenceView;
            room words_save(WordsSave) -> Vec<PageWords>;
            room twin_settle(TwinAnswer) -> EvidenceView;
            room contact_list(ClaimRef) -> Vec<ContactRow>;
            room contact_get(RecordRef) -> ContactView;
            room contact_save(ContactSave) -> ContactView;
            room money_understand(MoneyQuestion) -> MoneyAnswer;
            room loss_list(ClaimRef) -> Vec<LossRow>;
            room loss_get(RecordRef) -> LossView;
            room loss_save(LossSave) -> LossView;
            room time_list(ClaimRef) -> Vec<TimeRow>;
            room time_get(RecordRef) -> TimeView;
            room time_save(TimeSave) -> TimeView;
            room diary_list(ClaimRef) -> Vec<DiaryRow>;
            room diary_get(RecordRef) -> DiaryView;
            room diary_save(DiarySave) -> DiaryView;
            room step_list(ClaimRef) -> Vec<StepRow>;
            room step_get(RecordRef) -> StepView;
            room step_save(StepSave) -> StepView;
            room effect_totals(ClaimRef) -> EffectTotals;
            room statement_list(ClaimRef) -> Vec<StatementRow>;
            room statement_get(RecordRef) -> StatementView;
            room statement_save(StatementSave) -> StatementView;
            room statement_from(StatementFrom) -> StatementForm;
            room statement_tie(StatementTieSave) -> StatementView;
            room pair_list(ClaimRef) -> Vec<PairView>;
            room told(ToldQuestion) -> ToldView;
            room notice_check_save(NoticeCheckSave) -> Nothing;
            room categories(ToldQuestion) -> CategoriesView;
            room assertion_get(RecordRef) -> AssertionView;
            room assertion_save(AssertionSave) -> AssertionView;
            room question_list(ClaimRef) -> Vec<QuestionRow>;
            room question_get(RecordRef) -> QuestionView;
            room question_save(QuestionSave) -> QuestionView;
            room question_from(QuestionFrom) -> QuestionView;
            room questions_asked(QuestionsAsked) -> Vec<QuestionRow>;
            room request_list(ClaimRef) -> Vec<RequestView>;
            room request_get(RecordRef) -> RequestView;
            room request_save(RequestSave) -> RequestView;
            room request_from(RecordRef) -> RequestForm;
            room request_event_save(RequestEventSave) -> RequestView;
            room versions_compare(VersionsQuestion) -> VersionsView;
            room version_set(VersionSet) -> VersionsOf;
            room versions_of(RecordRef) -> VersionsOf;
            room timeline(TimelineQuestion) -> TimelineView;
            room event_list(ClaimRef) -> Vec<EventRow>;
            room event_get(RecordRef) -> EventView;
            room event_save(EventSave) -> EventView;
            room people(ClaimRef) -> PeopleView;
            room inbox_file(FileAs) -> Made;
            room keep_bytes(KeepBytes) -> Kept;
            room marks_save(MarksSave) -> Nothing;
            room incidents_save(IncidentsSave) -> Nothing;
            room record_archive(RecordRef) -> Nothing;
            room record_restore(RecordRef) -> Nothing;
            room record_history(RecordRef) -> Vec<ChangeView>;
            room history_page(HistoryQuestion) -> HistoryPage;
            room history_check(Nothing) -> HistoryCheck;
            room undo(Nothing) -> Undone;
            room redo(Nothing) -> Undone;
            room record_bin(RecordRef) -> Nothing;
            room record_unbin(RecordRef) -> Nothing;
            room bin_list(Nothing) -> Vec<BinRow>;
            room bin_empty(BinEmpty) -> BinEmptied;
            room bundle_preview(BundleQuestion) -> BundlePreview;
            room redaction_open(RedactionQuestion) -> RedactionView;
            room redaction_page(RedactionPage) -> PagePicture;
            room redaction_save(RedactionSave) -> RedactionView;
            room bundle_arrange(BundleArrange) -> BundlePreview;
            room search(SearchQuestion) -> SearchAnswer;
            room draft_put(Draft) -> Nothing;
            room draft_get(DraftKey) -> DraftFound;
            room draft_drop(DraftKey) -> Nothing;
        }
    };
}

macro_rules! signatures {
    ($($place:ident $name:ident($request:ty) -> $reply:ty;)+) => {
        /// Name, request and reply of every command, as TypeScript types.
        pub fn signatures(config: &ts_rs::Config) -> Vec<(&'static str, String, String)> {
            vec![$((
                stringify!($name),
                <$request as ts_rs::TS>::name(config),
                <$reply as ts_rs::TS>::name(config),
            ),)+]
        }
    };
}

command_list!(signatures);
