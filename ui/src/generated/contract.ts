// Made from the crate recourse-contract by `cargo xtask bindings`. Changes here are lost.

export const recordKinds = ["claim", "party", "incident", "notice", "evidence", "correspondence", "suspicious-contact", "statement", "question", "data-assertion", "event", "request", "loss", "time-spent", "diary-entry", "protective-step"] as const;
export type RecordKind = (typeof recordKinds)[number];

export const jurisdictions = ["england-wales", "scotland", "northern-ireland", "other"] as const;
export type Jurisdiction = (typeof jurisdictions)[number];

export const relationshipKinds = ["member", "former-member", "supporter", "customer", "employee", "donor", "other"] as const;
export type RelationshipKind = (typeof relationshipKinds)[number];

export const channels = ["email", "letter", "text", "call", "web-page", "form", "press", "social", "in-person", "other"] as const;
export type Channel = (typeof channels)[number];

export const addressed = ["to-me", "public", "unknown"] as const;
export type Addressed = (typeof addressed)[number];

export const directions = ["received", "sent"] as const;
export type Direction = (typeof directions)[number];

export const cameBack = ["unknown", "delivered", "bounced", "auto-reply", "nothing"] as const;
export type CameBack = (typeof cameBack)[number];

export const partyKinds = ["organisation", "person"] as const;
export type PartyKind = (typeof partyKinds)[number];

export const roles = ["controller", "processor", "sub-processor", "unnamed-third-party", "regulator", "police", "law-firm", "bank", "witness", "press", "other"] as const;
export type Role = (typeof roles)[number];

export const evidenceKinds = ["mail", "letter", "screenshot", "photo", "web-page", "document", "recording", "financial", "other"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const originalOrCopy = ["original", "copy", "unknown"] as const;
export type OriginalOrCopy = (typeof originalOrCopy)[number];

export const certainties = ["sure", "unsure"] as const;
export type Certainty = (typeof certainties)[number];

export const topics = ["what-happened", "when", "who", "which-data", "ransom", "destroyed", "risk", "measures", "advice", "apology", "number-of-people", "request", "other"] as const;
export type Topic = (typeof topics)[number];

export const breachTypes = ["confidentiality", "integrity", "availability"] as const;
export type BreachType = (typeof breachTypes)[number];

export const sourceGrades = ["own-document", "official", "press", "hearsay"] as const;
export type SourceGrade = (typeof sourceGrades)[number];

export const statementTies = ["corrects", "conflicts-with", "repeats", "answers"] as const;
export type StatementTie = (typeof statementTies)[number];

export const bothTrues = ["not-said", "yes", "no", "cannot-tell"] as const;
export type BothTrue = (typeof bothTrues)[number];

export const findings = ["said", "partly", "not-said", "cannot-tell"] as const;
export type Finding = (typeof findings)[number];

export const questionStates = ["open", "asked", "answered", "partly", "refused", "ignored", "overtaken"] as const;
export type QuestionState = (typeof questionStates)[number];

export const dataStandings = ["gave", "said-affected", "said-not-affected", "unknown", "found-in-access-reply", "misused"] as const;
export type DataStanding = (typeof dataStandings)[number];

export const audiences = ["solicitor", "other-side"] as const;
export type Audience = (typeof audiences)[number];

export const bundleSections = ["notices", "letters", "suspicious-contacts", "other-evidence", "not-yet-sorted"] as const;
export type BundleSection = (typeof bundleSections)[number];

export const requestKinds = ["access", "erasure", "objection", "questions", "complaint", "regulator-complaint", "letter-of-claim"] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestEventKinds = ["received", "bounced", "auto-reply", "acknowledged", "id-asked", "id-given", "clarification-asked", "clarification-given", "fee-asked", "fee-paid", "extended", "chased", "progress", "answered", "refused", "withdrawn"] as const;
export type RequestEventKind = (typeof requestEventKinds)[number];

export const completes = ["unknown", "yes", "no"] as const;
export type Complete = (typeof completes)[number];

export const lossHeads = ["fraud", "fee", "replacement", "monitoring", "travel", "earnings", "postage", "other"] as const;
export type LossHead = (typeof lossHeads)[number];

export const letterOutKinds = ["access", "questions", "chaser", "complaint", "regulator-complaint", "solicitor-note"] as const;
export type LetterOutKind = (typeof letterOutKinds)[number];

export const clockStates = ["not_sent", "bounced", "waiting", "waiting_for_me", "paused", "extended", "overdue", "answered", "incomplete", "refused", "withdrawn", "no_clock"] as const;
export type ClockState = (typeof clockStates)[number];

export const nextMoves = ["send", "send_again", "give_id", "pay_fee", "give_clarification", "chase", "complain_to_organisation", "complain_to_regulator", "ask_tribunal", "note_answer", "ask_solicitor"] as const;
export type NextMove = (typeof nextMoves)[number];

export type Nothing = Record<symbol, never>;

export type Failure = { 
/**
 * Stable word for the window to choose words and a button by.
 */
code: string, 
/**
 * One plain sentence.
 */
message: string, 
/**
 * What is safe and what to do next; may be empty.
 */
advice: string, 
/**
 * The field of the form that it is about, where it is about one.
 */
field: string | null, };

export type DateView = { 
/**
 * The words typed or quoted; empty when undated.
 */
as_stated: string, 
/**
 * What was understood, in words; "undated" when there is no date.
 */
said_back: string, 
/**
 * ISO 8601-2 text, none when undated.
 */
edtf: string | null, 
/**
 * First day it can mean, `YYYY-MM-DD`.
 */
earliest: string | null, 
/**
 * Last day it can mean, `YYYY-MM-DD`.
 */
latest: string | null, 
/**
 * The day that relative words were resolved against, `YYYY-MM-DD`.
 */
said_on: string | null, 
/**
 * Whether there is no date.
 */
undated: boolean, 
/**
 * What does not fit together in its words, such as a weekday that was another; both readings are kept.
 */
flag: string | null, };

export type DateInput = { 
/**
 * The words typed; empty for undated.
 */
words: string, 
/**
 * The day to resolve relative words against, `YYYY-MM-DD`; today when none.
 */
said_on: string | null, };

export type DateQuestion = { 
/**
 * The words.
 */
words: string, 
/**
 * The day to resolve relative words against, `YYYY-MM-DD`; today when none.
 */
said_on: string | null, };

export type DateAnswer = { 
/**
 * The words as typed.
 */
as_stated: string, 
/**
 * The day that relative words were resolved against, `YYYY-MM-DD`.
 */
said_on: string, 
/**
 * `instant`, `span` or `undated`; none where nothing was understood.
 */
kind: string | null, 
/**
 * ISO 8601-2 text.
 */
edtf: string | null, 
/**
 * First day it can mean, `YYYY-MM-DD`.
 */
earliest: string | null, 
/**
 * Last day it can mean, `YYYY-MM-DD`.
 */
latest: string | null, 
/**
 * Days either side, for "about".
 */
tolerance_days: number | null, 
/**
 * What was understood, in words.
 */
said_back: string | null, 
/**
 * What is in the way, or what does not fit together, in a sentence.
 */
problem: string | null, 
/**
 * What may have been meant, where it is asked: each can be typed instead and is then understood.
 */
choices: Array<string>, };

export type RecordRef = { 
/**
 * The record.
 */
id: string, };

export type ClaimRef = { 
/**
 * The claim.
 */
claim: string, };

export type FileRef = { 
/**
 * The file.
 */
file: string, };

export type RecordLink = { 
/**
 * The record.
 */
id: string, 
/**
 * Its kind.
 */
kind: RecordKind, 
/**
 * Its readable name, `N-003`.
 */
reference: string, 
/**
 * One line to recognise it by.
 */
title: string, };

export type MarksForm = { 
/**
 * A private note.
 */
note: string, 
/**
 * Free labels.
 */
tags: Array<string>, 
/**
 * Between the person and their own lawyer.
 */
privileged: boolean, 
/**
 * Whether it goes into bundles.
 */
include_in_bundle: boolean, };

export type MarksSave = { 
/**
 * The record.
 */
id: string, 
/**
 * The marks.
 */
marks: MarksForm, };

export type IncidentTie = { 
/**
 * The incident.
 */
incident: string, 
/**
 * How sure the person is.
 */
certainty: Certainty, };

export type IncidentsSave = { 
/**
 * The record.
 */
id: string, 
/**
 * The links, replacing those there were.
 */
incidents: Array<IncidentTie>, };

export type EvidenceTie = { 
/**
 * The record.
 */
record: string, 
/**
 * The evidence item.
 */
evidence: string, };

export type RecordHead = { 
/**
 * The record.
 */
id: string, 
/**
 * Its kind.
 */
kind: RecordKind, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * One line to recognise it by.
 */
title: string, 
/**
 * When it was entered: RFC 3339, UTC.
 */
created_at: string, 
/**
 * When it was put away: RFC 3339, UTC.
 */
archived_at: string | null, 
/**
 * When it was moved to the bin: RFC 3339, UTC.
 */
binned_at: string | null, 
/**
 * When it was deleted for good: RFC 3339, UTC. Nothing but its names is left then.
 */
deleted_at: string | null, 
/**
 * What the person has set on it.
 */
marks: MarksForm, 
/**
 * The incidents it is about.
 */
incidents: Array<IncidentTie>, 
/**
 * The evidence it rests on.
 */
evidence: Array<RecordLink>, 
/**
 * The files of that evidence, in order, to be shown beside it.
 */
files: Array<FileView>, };

export type ChangeView = { 
/**
 * Place in the history of the whole vault.
 */
seq: number, 
/**
 * When: RFC 3339, UTC.
 */
at: string, 
/**
 * What was done, in a sentence.
 */
what: string, 
/**
 * The record that was changed; none where it was the vault itself.
 */
record: RecordLink | null, 
/**
 * The fields that differ, with what was before and after.
 */
fields: Array<FieldChange>, 
/**
 * When the words of this entry were erased, because the record was deleted for good: RFC 3339, UTC.
 */
erased_at: string | null, 
/**
 * Whether Undo cannot take it back.
 */
lasting: boolean, };

export type HistoryQuestion = { 
/**
 * Only entries before this number; the newest where none.
 */
before: number | null, 
/**
 * Only those of this record.
 */
record: string | null, 
/**
 * Only those of this sort: `added`, `changed`, `linked`, `away`, `bin`, `bundle`, `other`; all where none.
 */
sort: string | null, 
/**
 * Only those with these words; a reference asks for the record's own.
 */
words: string, };

export type HistoryPage = { 
/**
 * The changes.
 */
changes: Array<ChangeView>, 
/**
 * Where the next part begins; none where this is the last.
 */
next: number | null, };

export type HistoryCheck = { 
/**
 * How many entries it has.
 */
entries: number, 
/**
 * The hash of the last, as bundles print it: its number and SHA-256 in hexadecimal.
 */
head: string, 
/**
 * Where it breaks, in a sentence; none where it holds.
 */
problem: string | null, };

export type Undone = { 
/**
 * What it was, in a sentence; none where there was nothing.
 */
what: string | null, 
/**
 * The record that it was about, where it was one.
 */
record: RecordLink | null, 
/**
 * Whether that record lies in the bin now.
 */
gone: boolean, 
/**
 * Whether it came back out of it.
 */
came: boolean, };

export type BinRow = { 
/**
 * The record.
 */
record: RecordLink, 
/**
 * When it was moved there: RFC 3339, UTC.
 */
binned_at: string, 
/**
 * How many kept files it has.
 */
files: number, 
/**
 * Records that point to it and will point to something deleted.
 */
used_by: Array<RecordLink>, };

export type BinEmpty = { 
/**
 * The records.
 */
records: string[], };

export type BinEmptied = { 
/**
 * How many records.
 */
records: number, 
/**
 * How many files went with them.
 */
files: number, 
/**
 * Whether some originals are still sealed in the vault's folder; they go when the vault is opened next.
 */
still_there: boolean, };

export type FieldChange = { 
/**
 * The field's name as kept.
 */
field: string, 
/**
 * What it was.
 */
before: string, 
/**
 * What it is.
 */
after: string, };

export type Draft = { 
/**
 * Which form: `notice:new`, `letter:<id>`.
 */
key: string, 
/**
 * The form's content, as JSON text.
 */
body: string, };

export type DraftKey = { 
/**
 * Which form.
 */
key: string, };

export type DraftFound = { 
/**
 * The draft.
 */
draft: Draft | null, };

export type SearchQuestion = { 
/**
 * What was typed; the last word may be unfinished.
 */
words: string, 
/**
 * Only this claim; none looks in all.
 */
claim: string | null, };

export type SearchAnswer = { 
/**
 * The places, best first.
 */
hits: Array<SearchHit>, 
/**
 * Whether there are more than are shown.
 */
more: boolean, 
/**
 * The filters as they were understood, a short phrase each: "from: Alder", "before 3 November 2021".
 */
filters: Array<string>, 
/**
 * What could not be understood, in a sentence; the rest was looked for all the same.
 */
problem: string | null, };

export type SearchHit = { 
/**
 * The record.
 */
record: RecordLink, 
/**
 * Words around the place.
 */
snippet: Array<SnippetPart>, 
/**
 * The date by which the record stands in lists, in words; empty when undated.
 */
date: string, 
/**
 * The file, where the words are in one.
 */
file: string | null, 
/**
 * That file's name.
 */
file_name: string | null, 
/**
 * Page in that file.
 */
page: number | null, 
/**
 * Whether the words were read from a picture by machine.
 */
by_machine: boolean, };

export type SnippetPart = { 
/**
 * The words.
 */
text: string, 
/**
 * Whether they are the words looked for.
 */
found: boolean, };

export type Phase = "no_vault" | "locked" | "confirming" | "renewing" | "open";

export type AppState = { 
/**
 * Where it stands.
 */
phase: Phase, 
/**
 * The vault that is chosen, open or locked.
 */
vault: VaultLabel | null, 
/**
 * It is open for reading only.
 */
read_only: boolean, 
/**
 * Whether this computer may open the vault that is chosen and locked.
 */
without_asking: KeptKey, 
/**
 * Vaults opened before on this computer, latest first.
 */
recent: Array<VaultLabel>, 
/**
 * The program's version.
 */
version: string, 
/**
 * Today, `YYYY-MM-DD`.
 */
today: string, 
/**
 * The claim that was open last, where it still exists.
 */
claim: string | null, };

export type KeptKey = "none" | "on_request" | "at_once";

export type VaultLabel = { 
/**
 * Its name.
 */
name: string, 
/**
 * The folder it lies in, for reading only.
 */
folder: string, };

export type NewVault = { 
/**
 * What to call it; becomes the folder's name.
 */
name: string, 
/**
 * The passphrase.
 */
passphrase: string, };

export type VaultPlace = { 
/**
 * The folder that will hold it, for reading only.
 */
folder: string, 
/**
 * Why it cannot lie there, where it cannot.
 */
problem: string | null, };

export type VaultName = { 
/**
 * The name.
 */
name: string, };

export type RecoverySheet = { 
/**
 * The vault's number.
 */
vault_id: string, 
/**
 * The recovery code in groups.
 */
groups: Array<string>, 
/**
 * The line that opens the kept files with the ordinary `age` tool.
 */
age_key: string, 
/**
 * The whole sheet as plain text, to print or write down.
 */
text: string, 
/**
 * Which two groups are to be retyped, from 1.
 */
retype: Array<number>, };

export type RecoveryAnswers = { 
/**
 * In the order in which they were asked for.
 */
answers: Array<string>, };

export type RecoveryCheck = { 
/**
 * Both were right.
 */
right: boolean, };

export type Unlock = { 
/**
 * The passphrase.
 */
words: string, 
/**
 * Open it for reading only.
 */
read_only: boolean, };

export type UnlockKept = { 
/**
 * Open it for reading only.
 */
read_only: boolean, };

export type RecoveryCode = { 
/**
 * As it was typed.
 */
code: string, };

export type NewPassphrase = { 
/**
 * The passphrase.
 */
passphrase: string, };

export type PassphraseChange = { 
/**
 * The passphrase in use.
 */
old: string, 
/**
 * The passphrase from now on.
 */
new: string, };

export type SheetFormat = "pdf" | "txt";

export type SheetFile = { 
/**
 * As which file.
 */
format: SheetFormat, };

export type WithoutAsking = "no" | "here" | "elsewhere";

export type OpeningView = { 
/**
 * When the passphrase was set: RFC 3339, UTC.
 */
passphrase_made: string, 
/**
 * When the recovery sheet was made: RFC 3339, UTC.
 */
sheet_made: string, 
/**
 * After how many minutes without use it locks.
 */
lock_after: number, 
/**
 * The minutes to choose from.
 */
lock_choices: Array<number>, 
/**
 * Whether it opens without asking.
 */
without_asking: WithoutAsking, 
/**
 * This computer has a keyring that could keep a key.
 */
has_keyring: boolean, };

export type LockAfter = { 
/**
 * The minutes, one of those to choose from.
 */
minutes: number, };

export type KeyringWish = { 
/**
 * It shall.
 */
wanted: boolean, };

export type RecentVault = { 
/**
 * Place in the list, from 0.
 */
index: number, };

export type BackupDue = "never" | "old";

export type BackupState = { 
/**
 * The folder of the last one, for reading only.
 */
folder: string | null, 
/**
 * Whether that folder can be reached now.
 */
there: boolean, 
/**
 * The day it was made, `YYYY-MM-DD`, on the person's calendar.
 */
day: string | null, 
/**
 * How many days ago.
 */
days: number | null, 
/**
 * Why the person should be reminded today.
 */
due: BackupDue | null, 
/**
 * The program that copies the vault's folder to other computers, where it is known to lie in such a folder.
 */
synced: string | null, };

export type BackupOrder = { 
/**
 * In another place than the last.
 */
elsewhere: boolean, };

export type BackupMade = { 
/**
 * Its folder, for reading only.
 */
folder: string, 
/**
 * Sealed files newly written.
 */
new_files: number, 
/**
 * Bytes newly written.
 */
bytes: number, 
/**
 * Kept files on record in it.
 */
files: number, 
/**
 * What is wrong, a sentence each.
 */
problems: Array<string>, 
/**
 * What is worth knowing, a sentence each.
 */
remarks: Array<string>, };

export type CheckOrder = { 
/**
 * Decrypt every original and compare it.
 */
read_data: boolean, };

export type CheckFound = { 
/**
 * Nothing is wrong.
 */
whole: boolean, 
/**
 * Kept files on record.
 */
files: number, 
/**
 * Entries of the history.
 */
changes: number, 
/**
 * Every original was decrypted and compared.
 */
data_read: boolean, 
/**
 * Of a backup: changes in the vault that it does not hold yet.
 */
behind: number | null, 
/**
 * What is wrong, a sentence each.
 */
problems: Array<string>, 
/**
 * What is worth knowing, a sentence each.
 */
remarks: Array<string>, };

export type RestoreFound = { 
/**
 * The vault's name.
 */
name: string, 
/**
 * The backup's folder, for reading only; none where the person closed the dialog.
 */
folder: string | null, };

export type RestoreOrder = { 
/**
 * What to call it; it lies where a new vault of this name would.
 */
name: string, 
/**
 * The passphrase, or the recovery code.
 */
words: string, 
/**
 * Whether the words are the recovery code.
 */
recovery: boolean, };

export type RepairFrom = "itself" | "backup" | "originals";

export type RepairOrder = { 
/**
 * From what.
 */
from: RepairFrom, 
/**
 * The passphrase, or the recovery code.
 */
words: string, 
/**
 * Whether the words are the recovery code.
 */
recovery: boolean, };

export type RepairDone = { 
/**
 * Nothing is wrong any more.
 */
whole: boolean, 
/**
 * What was repaired, a sentence each.
 */
done: Array<string>, 
/**
 * What could not be, a sentence each.
 */
left: Array<string>, };

export type EverythingSaved = { 
/**
 * The folder, for reading only.
 */
folder: string, 
/**
 * Originals in it.
 */
files: number, 
/**
 * Originals that could not be read, a sentence each.
 */
problems: Array<string>, };

export type ClaimRow = { 
/**
 * The claim.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The organisation, empty where none is given yet.
 */
organisation: string, };

export type ClaimForm = { 
/**
 * What the person calls it.
 */
title: string, 
/**
 * Name of the organisation that held the data.
 */
organisation: string, 
/**
 * Name of the person whose data it is.
 */
claimant: string, 
/**
 * E-mail addresses that the organisation held.
 */
emails_held: Array<string>, 
/**
 * Postal addresses that the organisation held.
 */
addresses_held: Array<string>, 
/**
 * Where it would be brought.
 */
jurisdiction: Jurisdiction | null, 
/**
 * What the claimant was to the organisation.
 */
relationship: RelationshipKind | null, 
/**
 * When that began.
 */
relationship_from: DateInput, 
/**
 * When that ended.
 */
relationship_to: DateInput, 
/**
 * How it ended.
 */
how_it_ended: string, 
/**
 * Membership, customer or case numbers.
 */
reference_numbers: Array<string>, };

export type ClaimView = { 
/**
 * The claim.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its fields, ready for a form.
 */
form: ClaimForm, 
/**
 * When the tie to the organisation began.
 */
relationship_from: DateView, 
/**
 * When it ended.
 */
relationship_to: DateView, };

export type ClaimSave = { 
/**
 * The claim to change; none makes a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: ClaimForm, };

export type ParticularsForm = { 
/**
 * Names used before.
 */
other_names: Array<string>, 
/**
 * Date of birth, `YYYY-MM-DD` or in words; empty where it is not given.
 */
date_of_birth: string, 
/**
 * How to reach the claimant now.
 */
contact: string, 
/**
 * What makes things easier for them.
 */
needs: string, 
/**
 * Other breaches of their data that they know of.
 */
other_breaches: string, 
/**
 * What shows the tie to the organisation.
 */
proof: string, 
/**
 * What the group action is called.
 */
group_name: string, 
/**
 * The firm that runs it.
 */
firm: string | null, 
/**
 * The firm's reference for the claimant.
 */
firm_reference: string, 
/**
 * When the claimant joined.
 */
joined: DateInput, 
/**
 * The last day the firm takes people on.
 */
sign_up_cut_off: DateInput, 
/**
 * The last day for the group register.
 */
register_cut_off: DateInput, 
/**
 * When the claimant's schedule is due.
 */
schedule_due: DateInput, 
/**
 * The court that manages it.
 */
court: string, 
/**
 * The agreement with the firm.
 */
agreement: string, 
/**
 * The evidence item that states the dates.
 */
stated_in: string | null, 
/**
 * Whether another firm acts or acted; none where the claimant has not said.
 */
other_firm: boolean | null, 
/**
 * Which, and what became of it.
 */
other_firm_who: string, 
/**
 * When it was instructed.
 */
other_firm_on: DateInput, };

export type ParticularsSave = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The particulars.
 */
form: ParticularsForm, };

export type SchedulePart = { 
/**
 * Its heading.
 */
title: string, 
/**
 * Its fields.
 */
rows: Array<ScheduleRow>, };

export type ScheduleRow = { 
/**
 * What is asked.
 */
field: string, 
/**
 * What is on record; none is a gap.
 */
answer: string | null, 
/**
 * The records it comes from.
 */
sources: Array<RecordLink>, };

export type PartyView = { 
/**
 * The party.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its fields.
 */
form: PartyForm, 
/**
 * Who it turned out to be, in a sentence; empty where it is named or nobody has said.
 */
identified: string, };

export type PartyForm = { 
/**
 * Its name.
 */
name: string, 
/**
 * Organisation or person.
 */
kind: PartyKind, 
/**
 * The parts it plays.
 */
roles: Array<RoleForm>, 
/**
 * Ways to reach it.
 */
contact: string, 
/**
 * Who an unnamed party turned out to be.
 */
identified_as: IdentifiedForm | null, };

export type RoleForm = { 
/**
 * The part.
 */
role: Role, 
/**
 * The incident; none for the whole story.
 */
incident: string | null, };

export type IdentifiedForm = { 
/**
 * The named party.
 */
party: string, 
/**
 * Who named it.
 */
named_by: string, 
/**
 * When it was named.
 */
on: DateInput, 
/**
 * On what authority.
 */
authority: string, };

export type PeopleView = { 
/**
 * The parties.
 */
parties: Array<PartyView>, 
/**
 * The incidents.
 */
incidents: Array<IncidentView>, 
/**
 * Who told whom, by date, undated at the end.
 */
tellings: Array<Telling>, };

export type Telling = { 
/**
 * Who told, in words.
 */
teller: string, 
/**
 * Who was told, in words.
 */
told: string, 
/**
 * What, in a few words.
 */
what: string, 
/**
 * When.
 */
date: DateView, 
/**
 * The record it comes from.
 */
record: RecordLink, 
/**
 * The incident it is about, by name; may be empty.
 */
incident: string, 
/**
 * The days since the one before it in the same incident, with the uncertainty; may be empty.
 */
after: string, };

export type PartySave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The party to change; none makes a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: PartyForm, };

export type IncidentView = { 
/**
 * The incident.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * What kind of breach it was said to be.
 */
kind_as_told: string, 
/**
 * When it happened.
 */
occurred: DateView, 
/**
 * When it was found.
 */
discovered: DateView, 
/**
 * When the organisation was told.
 */
controller_told: DateView, 
/**
 * When the regulator was told.
 */
regulator_told: DateView, 
/**
 * When the public was told.
 */
public_told: DateView, 
/**
 * When the claimant was told.
 */
claimant_told: DateView, 
/**
 * What each of these dates rests on, by the field's name: `document`, `recollection` or `inference`, and the evidence.
 */
sources: Array<DateSource>, };

export type DateSource = { 
/**
 * The field: `occurred`, `discovered` ….
 */
field: string, 
/**
 * `document`, `recollection` or `inference`; none where nobody has said.
 */
basis: string | null, 
/**
 * The evidence it rests on.
 */
evidence: string | null, };

export type IncidentSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The incident to change; none makes a new one.
 */
id: string | null, 
/**
 * What the person calls it.
 */
name: string, 
/**
 * What kind of breach it was said to be.
 */
kind_as_told: string, 
/**
 * When it happened.
 */
occurred: DateInput, 
/**
 * When it was found.
 */
discovered: DateInput, 
/**
 * When the organisation was told.
 */
controller_told: DateInput, 
/**
 * When the regulator was told.
 */
regulator_told: DateInput, 
/**
 * When the public was told.
 */
public_told: DateInput, 
/**
 * When the claimant was told.
 */
claimant_told: DateInput, 
/**
 * What each of these dates rests on; a date that is not named here keeps what it had.
 */
sources: Array<DateSource>, };

export type OverviewView = { 
/**
 * The claim.
 */
claim: ClaimRow, 
/**
 * Notices on record.
 */
notices: number, 
/**
 * Letters on record.
 */
letters: number, 
/**
 * Evidence items on record.
 */
evidence: number, 
/**
 * Things waiting in the inbox.
 */
inbox: number, 
/**
 * Statements on record.
 */
statements: number, 
/**
 * Questions not asked yet.
 */
open_questions: number, 
/**
 * What happened, in at most five lines made of facts.
 */
facts: Array<OverviewFact>, 
/**
 * Dates that are near, the nearest first.
 */
near: Array<NearDate>, 
/**
 * Whether the desktop says once a day that dates of the person's own are near.
 */
reminds: boolean, 
/**
 * What a bundle would still lack, a sentence each.
 */
missing: Array<string>, 
/**
 * The one next step.
 */
next_step: NextStep, };

export type OverviewFact = { 
/**
 * The fact, a neutral sentence.
 */
text: string, 
/**
 * The record it comes from.
 */
record: RecordLink | null, };

export type NearDate = { 
/**
 * What has to be done or ends then, a sentence.
 */
text: string, 
/**
 * The date.
 */
date: DateView, 
/**
 * Days from today to the day that counts; 0 is today.
 */
days: number, 
/**
 * Whether the person has to do something by then; only these are ever marked.
 */
mine: boolean, 
/**
 * Whether it is the person's own and so near that it is marked: 30 days or fewer.
 */
soon: boolean, 
/**
 * The record it comes from.
 */
record: RecordLink, };

export type Reminding = { 
/**
 * Whether it is.
 */
on: boolean, };

export type NextStep = "name_organisation" | "add_notice" | "empty_inbox" | "add_evidence" | "check_notice" | "ask_questions" | "make_bundle";

export type NoticeRow = { 
/**
 * The notice.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Subject, or sender where there is none.
 */
title: string, 
/**
 * The sender as shown.
 */
from: string, 
/**
 * By what route it came.
 */
channel: Channel, 
/**
 * To the claimant or to the public.
 */
addressed: Addressed, 
/**
 * The date on the document, else received, else first seen.
 */
date: DateView, 
/**
 * When it was first seen, for undated ones.
 */
first_seen: DateView, 
/**
 * Number of evidence items beside it.
 */
evidence: number, };

export type NoticeForm = { 
/**
 * The sender as the notice shows it.
 */
from: string, 
/**
 * By what route it came.
 */
channel: Channel, 
/**
 * To the claimant or to the public.
 */
addressed: Addressed, 
/**
 * The date on the document.
 */
on_document: DateInput, 
/**
 * When it arrived.
 */
received: DateInput, 
/**
 * When the claimant first saw it.
 */
first_seen: DateInput, 
/**
 * Subject line or heading.
 */
subject: string, 
/**
 * The words, verbatim.
 */
text: string, 
/**
 * The sender's own reference.
 */
their_reference: string, 
/**
 * Whether it asked the reader not to speak of it.
 */
asked_not_to_comment: boolean, 
/**
 * What it offered.
 */
offer: string, 
/**
 * By when the offer had to be taken up.
 */
offer_until: DateInput, 
/**
 * What the claimant did next.
 */
what_i_did_next: string, };

export type NoticeView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: NoticeForm, 
/**
 * The date on the document.
 */
on_document: DateView, 
/**
 * When it arrived.
 */
received: DateView, 
/**
 * When it was first seen.
 */
first_seen: DateView, 
/**
 * By when the offer had to be taken up.
 */
offer_until: DateView, };

export type NoticeSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The notice to change; none logs a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: NoticeForm, 
/**
 * Evidence items to lay beside a new one, such as those just dropped.
 */
evidence: Array<string>, };

export type Pasted = { 
/**
 * The words.
 */
text: string, };

export type ContactRow = { 
/**
 * The contact.
 */
id: string, 
/**
 * Its readable name, `X-001`.
 */
reference: string, 
/**
 * One line to recognise it by.
 */
title: string, 
/**
 * By what route.
 */
channel: Channel, 
/**
 * When.
 */
date: DateView, 
/**
 * Number of evidence items beside it.
 */
evidence: number, };

export type ContactForm = { 
/**
 * When it happened.
 */
happened: DateInput, 
/**
 * By what route.
 */
channel: Channel, 
/**
 * The sender, number or caller as it showed.
 */
sender_shown: string, 
/**
 * Subject line or first words.
 */
subject: string, 
/**
 * The words, verbatim, or a note of the call.
 */
text: string, 
/**
 * What they knew about the person.
 */
knew: string, 
/**
 * What they asked for.
 */
asked_for: string, 
/**
 * Whether the person kept a copy.
 */
kept_copy: boolean, 
/**
 * To whom it was reported, with any reference.
 */
reported_to: string, 
/**
 * Whether the person did what was asked, and what followed.
 */
acted_on: string, };

export type ContactView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: ContactForm, 
/**
 * When it happened.
 */
happened: DateView, };

export type ContactSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The contact to change; none enters a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: ContactForm, 
/**
 * Evidence items to lay beside a new one.
 */
evidence: Array<string>, };

export type MoneyQuestion = { 
/**
 * As typed.
 */
words: string, };

export type MoneyAnswer = { 
/**
 * The amount, exactly; none where the person is asked something.
 */
said_back: string | null, 
/**
 * What can be read in more than one way, in a sentence.
 */
problem: string | null, 
/**
 * Amounts that may be meant.
 */
choices: Array<string>, };

export type LossRow = { 
/**
 * The loss.
 */
id: string, 
/**
 * Its readable name, `L-001`.
 */
reference: string, 
/**
 * What it was.
 */
title: string, 
/**
 * Under which head.
 */
head: LossHead, 
/**
 * When.
 */
date: DateView, 
/**
 * How much, with its currency; empty where that is not known.
 */
amount: string, 
/**
 * Number of evidence items beside it.
 */
evidence: number, };

export type LossForm = { 
/**
 * What it was, in one line.
 */
title: string, 
/**
 * When.
 */
happened: DateInput, 
/**
 * Under which head.
 */
head: LossHead, 
/**
 * How much.
 */
amount: string, 
/**
 * To whom it went.
 */
paid_to: string, 
/**
 * Who paid it back.
 */
reimbursed_by: string, 
/**
 * How much came back.
 */
reimbursed: string, 
/**
 * The kind of exposed data it seems to come from, a code of the data vocabulary; empty where none.
 */
traces_to: string, 
/**
 * Why the person thinks so.
 */
why: string, 
/**
 * What else it could come from.
 */
other_cause: string, 
/**
 * To whom it was reported.
 */
reported_to: string, 
/**
 * When it was reported.
 */
reported: DateInput, 
/**
 * The reference of the report.
 */
report_reference: string, };

export type LossView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form; amounts with their currency.
 */
form: LossForm, 
/**
 * When.
 */
happened: DateView, 
/**
 * When it was reported.
 */
reported: DateView, 
/**
 * The kind of data it seems to come from, in words; empty where none.
 */
traces_to: string, };

export type LossSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The loss to change; none enters a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: LossForm, 
/**
 * Evidence items to lay beside a new one.
 */
evidence: Array<string>, };

export type TimeRow = { 
/**
 * The entry.
 */
id: string, 
/**
 * Its readable name, `T-001`.
 */
reference: string, 
/**
 * What it was spent on.
 */
title: string, 
/**
 * When.
 */
date: DateView, 
/**
 * How long, in hours and minutes; empty where that is not known.
 */
length: string, 
/**
 * Number of evidence items beside it.
 */
evidence: number, };

export type TimeForm = { 
/**
 * What the time was spent on.
 */
activity: string, 
/**
 * When.
 */
happened: DateInput, 
/**
 * How long, in minutes; none where that is not known.
 */
minutes: number | null, 
/**
 * When the note of it was written, where that was on paper before.
 */
note_written: DateInput, 
/**
 * More about it.
 */
text: string, };

export type TimeView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: TimeForm, 
/**
 * When.
 */
happened: DateView, 
/**
 * When the note of it was written.
 */
note_written: DateView, 
/**
 * How long, in hours and minutes; empty where that is not known.
 */
length: string, };

export type TimeSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The entry to change; none enters a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: TimeForm, 
/**
 * Evidence items to lay beside a new one.
 */
evidence: Array<string>, };

export type DiaryRow = { 
/**
 * The entry.
 */
id: string, 
/**
 * Its readable name, `Y-001`.
 */
reference: string, 
/**
 * Its first words.
 */
title: string, 
/**
 * When it happened.
 */
date: DateView, 
/**
 * Days from the last day it can have happened to the day it was written, where they are more than seven.
 */
written_after: number | null, };

export type DiaryForm = { 
/**
 * When it happened.
 */
happened: DateInput, 
/**
 * The person's own words.
 */
text: string, 
/**
 * What it did to them, only where they write it.
 */
effect: string, 
/**
 * Other things that may weigh on them.
 */
other_causes: string, 
/**
 * Help that was sought.
 */
help_sought: string, 
/**
 * Who saw it.
 */
witness: string, };

export type DiaryWording = { 
/**
 * Since when, RFC 3339 in UTC.
 */
since: string, 
/**
 * The words.
 */
text: string, };

export type DiaryView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: DiaryForm, 
/**
 * When it happened.
 */
happened: DateView, 
/**
 * Days from the last day it can have happened to the day it was written, where they are more than seven.
 */
written_after: number | null, 
/**
 * The words it had before, the first ones first; empty where it was never changed.
 */
before: Array<DiaryWording>, 
/**
 * Since when it has the words it has now, RFC 3339 in UTC.
 */
since: string, };

export type DiarySave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The entry to change; none enters a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: DiaryForm, 
/**
 * Evidence items to lay beside a new one.
 */
evidence: Array<string>, };

export type StepRow = { 
/**
 * The step.
 */
id: string, 
/**
 * Its readable name, `A-001`.
 */
reference: string, 
/**
 * What was done.
 */
title: string, 
/**
 * When.
 */
date: DateView, 
/**
 * What it cost, with its currency; empty where that is not known.
 */
cost: string, 
/**
 * Number of evidence items beside it.
 */
evidence: number, };

export type StepForm = { 
/**
 * What was done.
 */
title: string, 
/**
 * When.
 */
done: DateInput, 
/**
 * The notice, letter or statement whose advice prompted it.
 */
prompted_by: string | null, 
/**
 * What it cost.
 */
cost: string, 
/**
 * How long it took, in minutes.
 */
minutes: number | null, 
/**
 * What came of it.
 */
outcome: string, 
/**
 * When it is due again.
 */
again: DateInput, };

export type StepView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form; the cost with its currency.
 */
form: StepForm, 
/**
 * When.
 */
done: DateView, 
/**
 * When it is due again.
 */
again: DateView, 
/**
 * The record whose advice prompted it.
 */
prompted_by: RecordLink | null, 
/**
 * How long it took, in hours and minutes; empty where that is not known.
 */
length: string, };

export type StepSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The step to change; none enters a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: StepForm, 
/**
 * Evidence items to lay beside a new one.
 */
evidence: Array<string>, };

export type LossTotal = { 
/**
 * The head.
 */
head: LossHead, 
/**
 * How many losses.
 */
losses: number, 
/**
 * What they come to, a currency each.
 */
amounts: Array<string>, 
/**
 * What came back, a currency each.
 */
reimbursed: Array<string>, 
/**
 * How many of them have no amount.
 */
without_amount: number, };

export type TimeTotal = { 
/**
 * What it was spent on; empty for all of it.
 */
activity: string, 
/**
 * How many entries.
 */
entries: number, 
/**
 * What they come to, in hours and minutes.
 */
length: string, 
/**
 * How many of them do not say how long.
 */
without_length: number, };

export type EffectTotals = { 
/**
 * Losses by head.
 */
losses: Array<LossTotal>, 
/**
 * Time by activity.
 */
time: Array<TimeTotal>, 
/**
 * All time.
 */
all_time: TimeTotal, 
/**
 * What steps cost, a currency each.
 */
step_costs: Array<string>, 
/**
 * How long steps took, in hours and minutes; empty where none says it.
 */
step_length: string, };

export type LetterRow = { 
/**
 * The letter.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Subject, or the other party where there is none.
 */
title: string, 
/**
 * Which way it went.
 */
direction: Direction, 
/**
 * The other party as shown.
 */
other: string, 
/**
 * By what route.
 */
channel: Channel, 
/**
 * Sent, else received.
 */
date: DateView, 
/**
 * What came back.
 */
came_back: CameBack, 
/**
 * Number of evidence items beside it.
 */
evidence: number, };

export type PromiseForm = { 
/**
 * What, in the words of the letter.
 */
words: string, 
/**
 * By when.
 */
by: DateInput, 
/**
 * Whether it was done, as far as the claimant can see.
 */
done: Complete, };

export type LetterForm = { 
/**
 * Which way it went.
 */
direction: Direction, 
/**
 * Who it is from, as it shows.
 */
from: string, 
/**
 * Who it is to, as it shows.
 */
to: string, 
/**
 * Who had copies.
 */
cc: string, 
/**
 * By what route.
 */
channel: Channel, 
/**
 * When it was sent.
 */
sent: DateInput, 
/**
 * When it arrived.
 */
received: DateInput, 
/**
 * Subject line or heading.
 */
subject: string, 
/**
 * The words, verbatim; for a call the note of it.
 */
text: string, 
/**
 * The exact address or number used.
 */
address_used: string, 
/**
 * What came back.
 */
came_back: CameBack, 
/**
 * The other side's reference.
 */
their_reference: string, 
/**
 * The person's own letter that it answers.
 */
answers: string | null, 
/**
 * For a call: length in minutes.
 */
call_minutes: number | null, 
/**
 * For a call: who spoke for the other side.
 */
call_who: string, 
/**
 * For a call: when the note was written.
 */
note_written: DateInput, 
/**
 * What it promises, and by when; one without words is left out.
 */
promises: Array<PromiseForm>, };

export type LetterView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: LetterForm, 
/**
 * When it was sent.
 */
sent: DateView, 
/**
 * When it arrived.
 */
received: DateView, 
/**
 * By when it promises things, in the order of the form.
 */
promised: Array<DateView>, 
/**
 * The letter that it answers.
 */
answers: RecordLink | null, 
/**
 * The letters of the same thread, oldest first, this one among them; empty where it stands alone.
 */
thread: Array<RecordLink>, };

export type LetterSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The letter to change; none enters a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: LetterForm, 
/**
 * Evidence items to lay beside a new one.
 */
evidence: Array<string>, };

export type LettersOutView = { 
/**
 * Letters that were begun and not sent yet, the latest first.
 */
begun: Array<LetterBegun>, 
/**
 * Letters of the person's own that no letter on record answers, the latest first.
 */
unanswered: Array<LetterRow>, 
/**
 * What the names of this claim's begun letters start with: `draft_put` keeps the words of one under this and a name of its own.
 */
key_prefix: string, };

export type LetterBegun = { 
/**
 * The name its words are kept under.
 */
key: string, 
/**
 * What letter.
 */
kind: LetterOutKind, 
/**
 * Its heading.
 */
subject: string, 
/**
 * When its words were last kept, in UTC.
 */
at: string, };

export type LetterOutQuestion = { 
/**
 * The claim.
 */
claim: string, 
/**
 * What letter.
 */
kind: LetterOutKind, 
/**
 * The letter to ask again about; for a chaser only.
 */
letter: string | null, 
/**
 * Whom it is to; none for whoever such a letter is usually to.
 */
party: string | null, 
/**
 * The questions to ask; none for all open ones that are for them.
 */
questions: Array<string> | null, };

export type LetterOutForm = { 
/**
 * What letter.
 */
kind: LetterOutKind, 
/**
 * Whom it is to, where they are on record.
 */
party: string | null, 
/**
 * The letter it asks again about.
 */
letter: string | null, 
/**
 * Who it is from: name, then ways to reach them, one a line.
 */
from: string, 
/**
 * Who it is to: name, then address, one a line.
 */
to: string, 
/**
 * The addresses a mail goes to.
 */
email: string, 
/**
 * Subject line or heading.
 */
subject: string, 
/**
 * The words, an empty line between two paragraphs. What stands in `[ ]` is for the person to fill.
 */
text: string, 
/**
 * The questions it asks.
 */
questions: Array<string>, };

export type LetterOutView = { 
/**
 * The words.
 */
form: LetterOutForm, 
/**
 * The law it rests on, a line; empty where there is none.
 */
law: string, 
/**
 * What to know before it is sent, a sentence each.
 */
remarks: Array<string>, 
/**
 * What of their own data the person may add.
 */
tell: Array<LetterTell>, 
/**
 * The records its facts come from.
 */
used: Array<RecordLink>, };

export type LetterTell = { 
/**
 * What it is: `date-of-birth`, `addresses`, `emails`, `other-names`.
 */
what: string, 
/**
 * The line that goes into the letter.
 */
line: string, };

export type LetterOutFile = { 
/**
 * Its words.
 */
form: LetterOutForm, 
/**
 * `docx`, `pdf`, `eml` or `txt`.
 */
format: string, };

export type LetterOutSent = { 
/**
 * The claim.
 */
claim: string, 
/**
 * Its words as they went out. The questions named in it are marked as asked.
 */
form: LetterOutForm, 
/**
 * When it was sent.
 */
sent: DateInput, 
/**
 * By what route.
 */
channel: Channel, 
/**
 * The exact address that was used.
 */
address_used: string, 
/**
 * The name its words were kept under; they are forgotten.
 */
draft: string | null, };

export type LetterOutDone = { 
/**
 * The letter.
 */
letter: RecordLink, 
/**
 * The request it makes.
 */
request: RecordLink | null, 
/**
 * The request it asks again about.
 */
chased: RecordLink | null, };

export type LetterOutUndo = { 
/**
 * What was put on record.
 */
done: LetterOutDone, 
/**
 * The name under which its words are kept again.
 */
draft: string | null, 
/**
 * Its words.
 */
form: LetterOutForm, };

export type StatementRow = { 
/**
 * The statement.
 */
id: string, 
/**
 * Its readable name, `S-003`.
 */
reference: string, 
/**
 * The words, verbatim.
 */
words: string, 
/**
 * Who said them, as shown.
 */
speaker: string, 
/**
 * What they are about.
 */
topic: Topic, 
/**
 * How near the source stands.
 */
grade: SourceGrade, 
/**
 * The kinds of breach they describe, as told.
 */
breach_types: Array<BreachType>, 
/**
 * When they were said.
 */
date: DateView, 
/**
 * The record in which they stand.
 */
said_in: RecordLink | null, 
/**
 * The page of the file they stand on, from 1.
 */
page: number | null, 
/**
 * Whether a later statement on record puts it right.
 */
corrected: boolean, 
/**
 * Whether it does not seem to fit with another.
 */
conflicts: boolean, };

export type StatementForm = { 
/**
 * The words, verbatim.
 */
words: string, 
/**
 * The party that said them, where it is on record.
 */
speaker: string | null, 
/**
 * Who said them, as the source shows it.
 */
speaker_shown: string, 
/**
 * The notice, letter, contact or evidence item in which they stand.
 */
said_in: string | null, 
/**
 * The file they stand in.
 */
file: string | null, 
/**
 * The page of that file, from 1.
 */
page: number | null, 
/**
 * When they were said.
 */
said: DateInput, 
/**
 * What they are about.
 */
topic: Topic, 
/**
 * The kinds of breach they describe, as told.
 */
breach_types: Array<BreachType>, 
/**
 * Whose data they cover.
 */
whose_data: string, 
/**
 * How near the source stands.
 */
grade: SourceGrade, };

export type StatementLinkView = { 
/**
 * How.
 */
tie: StatementTie, 
/**
 * Whether the open statement is the one that says it of the other; else the other says it of this.
 */
forward: boolean, 
/**
 * The other statement.
 */
other: StatementRow, 
/**
 * Whether both could be true.
 */
both_true: BothTrue, 
/**
 * A remark in the person's words.
 */
note: string, };

export type StatementView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: StatementForm, 
/**
 * When they were said.
 */
said: DateView, 
/**
 * The same, as the list shows it.
 */
row: StatementRow, 
/**
 * How it stands to others, both ways.
 */
links: Array<StatementLinkView>, 
/**
 * The questions that it answers.
 */
answers: Array<RecordLink>, };

export type StatementSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The statement to change; none makes a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: StatementForm, };

export type StatementFrom = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The open record.
 */
record: string | null, 
/**
 * The file they were selected in; none for typed words.
 */
file: string | null, 
/**
 * The page, from 1.
 */
page: number | null, 
/**
 * The words selected.
 */
words: string, };

export type StatementTieSave = { 
/**
 * The statement that says it.
 */
statement: string, 
/**
 * The other.
 */
other: string, 
/**
 * How; none takes the link away.
 */
tie: StatementTie | null, 
/**
 * Whether both could be true.
 */
both_true: BothTrue, 
/**
 * A remark.
 */
note: string, };

export type PairView = { 
/**
 * How the first stands to the second: corrects or conflicts with.
 */
tie: StatementTie, 
/**
 * The one that says it.
 */
first: StatementRow, 
/**
 * The other.
 */
second: StatementRow, 
/**
 * Whether both could be true.
 */
both_true: BothTrue, 
/**
 * A remark in the person's words.
 */
note: string, 
/**
 * What differs between them beside the words, a neutral sentence each: another source, another time, whose data.
 */
differ: Array<string>, };

export type ToldQuestion = { 
/**
 * The claim.
 */
claim: string, 
/**
 * Only what is about this incident, sure or unsure; all when none.
 */
incident: string | null, };

export type ToldView = { 
/**
 * The columns: undated first, then by date.
 */
notices: Array<ToldNotice>, 
/**
 * The rows, N01 to N14.
 */
items: Array<ToldItem>, 
/**
 * Questions not asked yet.
 */
open_questions: number, 
/**
 * Pairs of statements that do not seem to fit.
 */
pairs: number, };

export type ToldNotice = { 
/**
 * The notice.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its subject, or its sender.
 */
title: string, 
/**
 * The date on the document.
 */
date: DateView, 
/**
 * When it was first seen.
 */
first_seen: DateView, 
/**
 * Channel and to whom, in a few words.
 */
under: string, 
/**
 * The incidents it is about.
 */
incidents: Array<RecordLink>, 
/**
 * The earlier version, where it is another.
 */
version_of: RecordLink | null, };

export type ToldItem = { 
/**
 * N01 to N14.
 */
id: string, 
/**
 * What to look for.
 */
text: string, 
/**
 * "the law asks", "guidance says" or "worth asking".
 */
footing: string, 
/**
 * A condition or caution; may be empty.
 */
condition: string, 
/**
 * Where it is laid down; may be empty.
 */
citation: string, 
/**
 * Whether the citation's own text has not been read yet.
 */
unchecked: boolean, 
/**
 * One for each notice, in the order of the columns.
 */
cells: Array<ToldCell>, };

export type ToldCell = { 
/**
 * What the person settled; none where they have not looked yet.
 */
finding: Finding | null, 
/**
 * The words it rests on.
 */
quote: string, 
/**
 * The statement that quotes them.
 */
statement: RecordLink | null, 
/**
 * A remark.
 */
note: string, 
/**
 * What the text seems to say, to be refused or taken; only where nothing is settled.
 */
guess: ToldGuess | null, 
/**
 * The question made from this gap.
 */
question: RecordLink | null, };

export type ToldGuess = { 
/**
 * What the text seems to say.
 */
finding: Finding, 
/**
 * The words; empty where it rests on there being none.
 */
quote: string, 
/**
 * Why, in a sentence.
 */
because: string, };

export type NoticeCheckSave = { 
/**
 * The notice.
 */
notice: string, 
/**
 * N01 to N14.
 */
item: string, 
/**
 * What it says; none takes back what was settled.
 */
finding: Finding | null, 
/**
 * The words it rests on.
 */
quote: string, 
/**
 * The statement that quotes them.
 */
statement: string | null, 
/**
 * A remark.
 */
note: string, };

export type CategoriesView = { 
/**
 * The kinds that something was said of, special ones first.
 */
rows: Array<CategoryRow>, 
/**
 * The kinds that nothing was said of.
 */
others: Array<CategoryName>, };

export type CategoryName = { 
/**
 * Its code.
 */
code: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Its group, in words.
 */
group: string, 
/**
 * Whether it is of a special category (UK GDPR, Article 9).
 */
special: boolean, 
/**
 * What to know or ask about it; may be empty.
 */
flag: string, };

export type CategoryRow = { 
/**
 * The kind.
 */
category: CategoryName, 
/**
 * What was said, given or found.
 */
assertions: Array<AssertionRow>, 
/**
 * Where they do not all say the same: a neutral sentence.
 */
conflict: string | null, 
/**
 * The question made from it.
 */
question: RecordLink | null, };

export type AssertionRow = { 
/**
 * The assertion.
 */
id: string, 
/**
 * Its readable name, `D-003`.
 */
reference: string, 
/**
 * The code of the kind of data.
 */
category: string, 
/**
 * What is asserted.
 */
standing: DataStanding, 
/**
 * When.
 */
date: DateView, 
/**
 * Who says so; empty for the claimant.
 */
by: string, 
/**
 * Whose data it covers.
 */
whose_data: string, 
/**
 * A remark.
 */
remark: string, 
/**
 * The statement it rests on.
 */
statement: RecordLink | null, };

export type AssertionForm = { 
/**
 * The code of the kind of data.
 */
category: string, 
/**
 * What is asserted.
 */
standing: DataStanding, 
/**
 * When.
 */
on: DateInput, 
/**
 * Who says so, where on record.
 */
by: string | null, 
/**
 * Who says so, as shown; empty for the claimant.
 */
by_shown: string, 
/**
 * The statement it rests on.
 */
statement: string | null, 
/**
 * Whose data it covers.
 */
whose_data: string, 
/**
 * A remark.
 */
remark: string, };

export type AssertionView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: AssertionForm, 
/**
 * When.
 */
on: DateView, };

export type AssertionSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The assertion to change; none makes a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: AssertionForm, };

export type QuestionRow = { 
/**
 * The question.
 */
id: string, 
/**
 * Its readable name, `Q-003`.
 */
reference: string, 
/**
 * The question.
 */
text: string, 
/**
 * What has become of it.
 */
state: QuestionState, 
/**
 * When it was asked.
 */
date: DateView, 
/**
 * The party it is for; may be empty.
 */
asked_of: string, 
/**
 * Where it comes from, in words; empty where the person thought of it.
 */
gap: string, };

export type QuestionForm = { 
/**
 * The question.
 */
text: string, 
/**
 * The party it is for.
 */
asked_of: string | null, 
/**
 * The letter in which it was asked.
 */
asked_in: string | null, 
/**
 * When it was asked.
 */
asked: DateInput, 
/**
 * What has become of it.
 */
state: QuestionState, 
/**
 * The statement that answers it.
 */
answered_by: string | null, 
/**
 * A remark about the answer.
 */
answer_note: string, };

export type QuestionView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: QuestionForm, 
/**
 * When it was asked.
 */
asked: DateView, 
/**
 * The same, as the list shows it.
 */
row: QuestionRow, 
/**
 * The notice or statement it comes from.
 */
gap: RecordLink | null, 
/**
 * The letter in which it was asked.
 */
asked_in: RecordLink | null, 
/**
 * The statement that answers it.
 */
answer: StatementRow | null, };

export type QuestionSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The question to change; none makes a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: QuestionForm, };

export type QuestionFrom = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The notice that does not say it.
 */
notice: string | null, 
/**
 * The item, N01 to N14; empty otherwise.
 */
item: string, 
/**
 * The code of a kind of data; empty otherwise.
 */
category: string, 
/**
 * The statement that raises it.
 */
statement: string | null, };

export type QuestionsAsked = { 
/**
 * The letter.
 */
letter: string, 
/**
 * The questions; those asked in it before and not named here are open again.
 */
questions: Array<string>, };

export type RequestForm = { 
/**
 * What is asked for.
 */
kind: RequestKind, 
/**
 * The party it was sent to.
 */
sent_to: string | null, 
/**
 * Who sent it, where it was not the claimant.
 */
sent_by: string, 
/**
 * The exact address or number used.
 */
address_used: string, 
/**
 * By what route.
 */
channel: Channel, 
/**
 * When it was sent.
 */
sent: DateInput, 
/**
 * The letter it was sent in.
 */
letter: string | null, 
/**
 * Whose public holidays count; none where nobody knows.
 */
calendar: Jurisdiction | null, 
/**
 * The other side's reference.
 */
their_reference: string, 
/**
 * Whether what came was all that was asked for.
 */
complete: Complete, 
/**
 * What was missing, in the person's words.
 */
missing: string, 
/**
 * What the person means to do next.
 */
next_step: string, };

export type RequestView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: RequestForm, 
/**
 * When it was sent.
 */
sent: DateView, 
/**
 * The party it was sent to, by name; may be empty.
 */
sent_to: string, 
/**
 * The letter it was sent in.
 */
letter: RecordLink | null, 
/**
 * What happened to it, in the order in which it was entered.
 */
events: Array<RequestEventView>, 
/**
 * The questions that were asked in its letter.
 */
questions: Array<QuestionRow>, 
/**
 * Where it stands today.
 */
clock: ClockView, };

export type RequestEventView = { 
/**
 * Its fields, ready for a form.
 */
form: RequestEventForm, 
/**
 * When.
 */
on: DateView, 
/**
 * The letter that says so.
 */
letter: RecordLink | null, };

export type RequestEventForm = { 
/**
 * What happened.
 */
kind: RequestEventKind, 
/**
 * When; where it is empty and a letter is named, the letter's day is taken.
 */
on: DateInput, 
/**
 * The letter that says so.
 */
letter: string | null, 
/**
 * What it rests on or says.
 */
words: string, };

export type SpanView = { 
/**
 * First day, `YYYY-MM-DD`; open when none.
 */
earliest: string | null, 
/**
 * Last day, `YYYY-MM-DD`; open when none.
 */
latest: string | null, 
/**
 * In words: "2 March 2026", "between 2 March 2026 and 5 March 2026".
 */
words: string, };

export type ClockView = { 
/**
 * How it stands.
 */
state: ClockState, 
/**
 * The same in the first person.
 */
sentence: string, 
/**
 * Whether it is the person's own clock, so that the first day counts; against the other side the last day does.
 */
mine: boolean, 
/**
 * The day that counts.
 */
due: SpanView | null, 
/**
 * Since when it stands still, `YYYY-MM-DD`.
 */
paused_since: string | null, 
/**
 * Whether the day of receipt is not known and was taken from the day of sending.
 */
assumed_received: boolean, 
/**
 * How each date was worked out, the one that counts first.
 */
deadlines: Array<WorkedView>, 
/**
 * What stands on the line, in order of time.
 */
points: Array<ClockPoint>, 
/**
 * The months or years above the line.
 */
ticks: Array<TickView>, 
/**
 * Where today stands, as a fraction of the line's width; none where there is no line.
 */
today: number | null, 
/**
 * The day it was worked out for, `YYYY-MM-DD`.
 */
on: string, 
/**
 * The one thing to do next.
 */
next: NextMove | null, };

export type ClockPoint = { 
/**
 * What it is: "Sent", "Received", "Due".
 */
label: string, 
/**
 * When.
 */
days: SpanView, 
/**
 * Where it stands; none where no day is known.
 */
bar: BarView | null, };

export type WorkedView = { 
/**
 * The rule's stable name.
 */
rule: string, 
/**
 * What the rule is about.
 */
title: string, 
/**
 * What a person is told of it.
 */
text: string, 
/**
 * The outcome in a sentence.
 */
summary: string, 
/**
 * The day it ends.
 */
due: SpanView, 
/**
 * What went in.
 */
inputs: Array<WorkedInput>, 
/**
 * Step by step, a sentence each.
 */
steps: Array<string>, 
/**
 * Whose public holidays were asked, in words.
 */
calendars: Array<string>, 
/**
 * The law or guidance it rests on.
 */
citations: Array<CitationView>, 
/**
 * `high`, `medium` or `low`.
 */
confidence: string, 
/**
 * When the rule was last looked at, `YYYY-MM-DD`.
 */
checked_on: string, 
/**
 * Whether nobody has read the rule's own text for Recourse.
 */
unchecked: boolean, 
/**
 * Whether it was looked at so long ago that it may have changed.
 */
may_have_changed: boolean, 
/**
 * Whether the public holidays of that year were not announced yet.
 */
provisional: boolean, };

export type WorkedInput = { 
/**
 * What it is.
 */
name: string, 
/**
 * What was said.
 */
said: string, 
/**
 * The days that it means.
 */
days: string, };

export type CitationView = { 
/**
 * Where it stands.
 */
reference: string, 
/**
 * What of it is used, and how it was read; may be empty.
 */
note: string, };

export type LimitsForm = { 
/**
 * Whether the claim includes harm to health.
 */
harm_to_health: boolean, 
/**
 * Whether it is against a public body.
 */
public_body: boolean, 
/**
 * Days that are public holidays, or are none after all.
 */
own_days: Array<OwnDay>, };

export type OwnDay = { 
/**
 * In which part of the United Kingdom.
 */
place: Jurisdiction, 
/**
 * The day: `YYYY-MM-DD`, or in words.
 */
on: string, 
/**
 * What it is called; empty for a day taken away.
 */
name: string, 
/**
 * Whether it is a holiday; otherwise it is a working day after all.
 */
holiday: boolean, };

export type LimitsSave = { 
/**
 * The claim.
 */
claim: string, 
/**
 * What they say.
 */
form: LimitsForm, };

export type LimitsView = { 
/**
 * What the person said.
 */
form: LimitsForm, 
/**
 * What can be said of all candidates together, with who decides.
 */
sentence: string, 
/**
 * Where the claim would be brought; none where nobody has said.
 */
place: Jurisdiction | null, 
/**
 * The candidates, those that end first before the others.
 */
candidates: Array<LimitCandidate>, 
/**
 * Rules that can move all of this, from which nothing is ever counted.
 */
pointers: Array<LimitPointer>, 
/**
 * The public holidays of this year and the next.
 */
holidays: Array<HolidayView>, };

export type LimitCandidate = { 
/**
 * The rule in a few words.
 */
title: string, 
/**
 * Which start, with the words it was stated in.
 */
from: string, 
/**
 * The last day that is safe whichever way the first day is counted.
 */
working: SpanView, 
/**
 * Whether all of it lies before today.
 */
past: boolean, 
/**
 * The last day under the rule, with its working.
 */
worked: WorkedView, };

export type LimitPointer = { 
/**
 * The rule in a few words.
 */
title: string, 
/**
 * What a person is told.
 */
text: string, 
/**
 * What it rests on.
 */
citations: Array<CitationView>, };

export type HolidayView = { 
/**
 * In which part of the United Kingdom.
 */
place: Jurisdiction, 
/**
 * The day, `YYYY-MM-DD`.
 */
on: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * Whether it is held on this day because its own is a weekend.
 */
substitute: boolean, 
/**
 * Whether the person added it.
 */
own: boolean, };

export type RequestSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The request to change; none makes a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: RequestForm, };

export type RequestEventSave = { 
/**
 * The request.
 */
request: string, 
/**
 * Its place among the events, from 0; none enters a new one.
 */
index: number | null, 
/**
 * Its fields; none takes it away.
 */
form: RequestEventForm | null, };

export type VersionsQuestion = { 
/**
 * The one on the left: the earlier, or my copy.
 */
left: string, 
/**
 * The one on the right.
 */
right: string, };

export type VersionsView = { 
/**
 * The one on the left.
 */
left: RecordLink, 
/**
 * The one on the right.
 */
right: RecordLink, 
/**
 * Paragraph by paragraph.
 */
rows: Array<VersionRow>, 
/**
 * Words that only the right has.
 */
added: number, 
/**
 * Words that only the left has.
 */
removed: number, 
/**
 * Whether the words are the same.
 */
same: boolean, 
/**
 * What was compared, in a sentence: typed words, words found in the file.
 */
about: string, };

export type VersionRow = { 
/**
 * The left side.
 */
left: Array<VersionPart>, 
/**
 * The right side.
 */
right: Array<VersionPart>, };

export type VersionPart = { 
/**
 * The words.
 */
text: string, 
/**
 * Whether the other side lacks them.
 */
differs: boolean, };

export type VersionSet = { 
/**
 * The later one.
 */
id: string, 
/**
 * The earlier; none takes it back.
 */
version_of: string | null, };

export type VersionsOf = { 
/**
 * All of them, oldest first, the record itself among them; empty where it stands alone.
 */
versions: Array<RecordLink>, };

export type TimelineQuestion = { 
/**
 * The claim.
 */
claim: string, 
/**
 * Only what is about this incident, sure or unsure; all when none.
 */
incident: string | null, 
/**
 * Only these kinds of record, by code; all when empty.
 */
kinds: Array<string>, 
/**
 * Only rows with these words; all when empty.
 */
words: string, };

export type TimelineView = { 
/**
 * By first day, last day and order of entry.
 */
dated: Array<TimelineRow>, 
/**
 * The shelf of the undated, in order of entry.
 */
undated: Array<TimelineRow>, 
/**
 * Who knew when, one for each incident.
 */
ladders: Array<LadderView>, 
/**
 * How long data was still held after the claimant left: a sentence each, with the uncertainty of both ends.
 */
held: Array<string>, 
/**
 * First day of the picture, `YYYY-MM-DD`.
 */
first: string | null, 
/**
 * Last day of the picture, `YYYY-MM-DD`.
 */
last: string | null, 
/**
 * The months or years above the picture.
 */
ticks: Array<TickView>, };

export type BarView = { 
/**
 * Where it begins.
 */
begin: number, 
/**
 * Where it ends.
 */
end: number, 
/**
 * Whether it fades in: an open beginning, or "about".
 */
soft_begin: boolean, 
/**
 * Whether it fades out.
 */
soft_end: boolean, 
/**
 * Whether it is one single day.
 */
dot: boolean, };

export type TickView = { 
/**
 * Where it begins, as a fraction of the picture's width.
 */
at: number, 
/**
 * "Jul 2021", "Aug", "2022".
 */
label: string, };

export type TimelineRow = { 
/**
 * The record it comes from.
 */
record: RecordLink, 
/**
 * What happened, in neutral words.
 */
what: string, 
/**
 * When, as stated and as understood.
 */
date: DateView, 
/**
 * First day with the tolerance taken into account, `YYYY-MM-DD`; open when none.
 */
from: string | null, 
/**
 * Last day with the tolerance taken into account; open when none.
 */
to: string | null, 
/**
 * Whether it is a stretch of time rather than one moment in it.
 */
lasting: boolean, 
/**
 * Whether the ends are "about".
 */
soft: boolean, 
/**
 * Where it stands in the picture; none when undated.
 */
bar: BarView | null, 
/**
 * What it rests on: a readable name and a word or two, or "recollection".
 */
source: string, 
/**
 * Whether the person is not sure that it belongs to the incident.
 */
unsure: boolean, 
/**
 * The incidents it is about.
 */
incidents: Array<RecordLink>, };

export type LadderView = { 
/**
 * The incident.
 */
incident: RecordLink, 
/**
 * Breach, supplier, organisation, regulator, public, me, and who named the unnamed.
 */
steps: Array<LadderStep>, 
/**
 * First day of the picture, `YYYY-MM-DD`.
 */
first: string | null, 
/**
 * Last day of the picture, `YYYY-MM-DD`.
 */
last: string | null, 
/**
 * The months or years above the picture.
 */
ticks: Array<TickView>, };

export type LadderStep = { 
/**
 * What happened: "The attack", "Calder Data told the Society".
 */
what: string, 
/**
 * When.
 */
date: DateView, 
/**
 * First day, tolerance taken into account.
 */
from: string | null, 
/**
 * Last day, tolerance taken into account.
 */
to: string | null, 
/**
 * Whether the ends are "about".
 */
soft: boolean, 
/**
 * Where it stands in the picture; none when undated.
 */
bar: BarView | null, 
/**
 * The record it comes from.
 */
record: RecordLink, 
/**
 * The date in words and the days since the organisation was told, with the uncertainty: "3 Nov 2021, 5 days after the organisation was told".
 */
under: string, 
/**
 * What it rests on; may be empty.
 */
source: string, 
/**
 * `breach`, `supplier`, `organisation`, `regulator`, `public`, `me` or `named`: which colour and sign.
 */
part: string, };

export type TimelineExport = { 
/**
 * Which part.
 */
question: TimelineQuestion, 
/**
 * `svg`, `png` or `csv`.
 */
format: string, 
/**
 * `timeline` or `ladder`; of no account for `csv`.
 */
picture: string, };

export type FileSaved = { 
/**
 * The place; none where the person turned back.
 */
path: string | null, };

export type EventRow = { 
/**
 * The event.
 */
id: string, 
/**
 * Its readable name, `V-003`.
 */
reference: string, 
/**
 * What happened.
 */
title: string, 
/**
 * When.
 */
date: DateView, };

export type EventForm = { 
/**
 * What happened, in one line.
 */
title: string, 
/**
 * When.
 */
happened: DateInput, 
/**
 * The party that told another.
 */
told_by: string | null, 
/**
 * The party that was told.
 */
told_to: string | null, 
/**
 * More about it.
 */
text: string, };

export type EventView = { 
/**
 * What every record has.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: EventForm, 
/**
 * When.
 */
happened: DateView, };

export type EventSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The event to change; none makes a new one.
 */
id: string | null, 
/**
 * Its fields.
 */
form: EventForm, 
/**
 * Evidence items to lay beside a new one.
 */
evidence: Array<string>, };

export type EvidenceRow = { 
/**
 * The item.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its title.
 */
title: string, 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * The date that the person gives it.
 */
date: DateView, 
/**
 * Number of files.
 */
files: number, 
/**
 * When it was added: RFC 3339, UTC.
 */
created_at: string, 
/**
 * What it seems to be, for things in the inbox.
 */
guess: Filing | null, 
/**
 * Why a file of it could not be read, where one could not.
 */
problem: string | null, };

export type FileView = { 
/**
 * The file.
 */
id: string, 
/**
 * The evidence item it belongs to.
 */
evidence: string, 
/**
 * Reference of that item.
 */
evidence_reference: string, 
/**
 * The name it had when it was added.
 */
name: string, 
/**
 * IANA media type, from the content.
 */
media_type: string, 
/**
 * Length in bytes.
 */
size: number, 
/**
 * SHA-256, lower-case hexadecimal.
 */
sha256: string, 
/**
 * When it was added: RFC 3339, UTC.
 */
added_at: string, 
/**
 * The file's own time of last change: RFC 3339, UTC.
 */
file_modified: string | null, 
/**
 * When a camera says it was taken, in words: its own clock, and its offset where it states one.
 */
taken_at: string | null, 
/**
 * Number of pages.
 */
pages: number | null, 
/**
 * Length of a recording or film in seconds.
 */
seconds: number | null, 
/**
 * How far it is turned clockwise when shown, in degrees: 0, 90, 180 or 270.
 */
rotation: number, 
/**
 * How far the machine has come with reading its pictures.
 */
machine: MachineReading, 
/**
 * Why it could not be read, in a sentence.
 */
problem: string | null, };

export type EvidenceForm = { 
/**
 * What the person calls it.
 */
title: string, 
/**
 * What it is.
 */
kind: EvidenceKind, 
/**
 * The date that the person gives it.
 */
date: DateInput, 
/**
 * How it was obtained.
 */
how_obtained: string, 
/**
 * From where: an address or a URL.
 */
obtained_from: string, 
/**
 * By whom.
 */
obtained_by: string, 
/**
 * Original or copy.
 */
original_or_copy: OriginalOrCopy, 
/**
 * Where the original is now.
 */
where_original: string, 
/**
 * Whether other people's data are in it.
 */
third_party_data: boolean, 
/**
 * What it says, typed by the person.
 */
transcription: string, };

export type EvidenceView = { 
/**
 * What every record has; its files are the item's own.
 */
head: RecordHead, 
/**
 * Its fields, ready for a form.
 */
form: EvidenceForm, 
/**
 * The date that the person gives it.
 */
date: DateView, 
/**
 * Whether it waits in the inbox.
 */
waiting: boolean, 
/**
 * What it seems to be, while it waits.
 */
guess: Filing | null, 
/**
 * The words of the thing itself that the guess rests on.
 */
because: Array<string>, 
/**
 * The records that rest on it.
 */
used_by: Array<RecordLink>, 
/**
 * The mail that it came attached to.
 */
came_with: RecordLink | null, 
/**
 * What came attached to it, where it is a mail.
 */
brought: Array<RecordLink>, 
/**
 * Other items that hold the same mail or a picture that looks the same.
 */
twins: Array<TwinView>, };

export type EvidenceSave = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * The item to change; none makes a new one, with no file yet.
 */
id: string | null, 
/**
 * Its fields.
 */
form: EvidenceForm, };

export type TwinReason = "same_mail" | "same_picture";

export type TwinView = { 
/**
 * This item's file.
 */
file: string, 
/**
 * The other file.
 */
other_file: string, 
/**
 * The item that the other file belongs to.
 */
other: RecordLink, 
/**
 * Why.
 */
reason: TwinReason, 
/**
 * What the person said: the same, not the same, or nothing yet. The same mail counts as said.
 */
same: boolean | null, };

export type TwinAnswer = { 
/**
 * One file.
 */
file: string, 
/**
 * The other.
 */
other_file: string, 
/**
 * Whether they are the same; none takes the answer back.
 */
same: boolean | null, };

export type FileTurn = { 
/**
 * The file.
 */
file: string, 
/**
 * Degrees clockwise from how it came: 0, 90, 180 or 270.
 */
rotation: number, };

export type EvidenceJoin = { 
/**
 * The item that takes the files, after its own.
 */
into: string, 
/**
 * The items whose files it takes, in this order; they are put away, empty.
 */
others: Array<string>, };

export type Filing = "notice" | "letter" | "evidence" | "contact" | "reply";

export type KeepFiles = { 
/**
 * The claim they belong to.
 */
claim: string, 
/**
 * The name of the drop, as the event `dropped` gave it; none opens the file dialog.
 */
drop: string | null, 
/**
 * The record to lay them beside, or the evidence item whose files they become; none puts them into the inbox.
 */
to: string | null, 
/**
 * What to make of each; none leaves them waiting in the inbox.
 */
as: Filing | null, };

export type KeepBytes = { 
/**
 * The claim it belongs to.
 */
claim: string, 
/**
 * A name for the file.
 */
name: string, 
/**
 * The bytes in base64 (RFC 4648).
 */
base64: string, 
/**
 * The record to lay it beside; none puts it into the inbox.
 */
to: string | null, };

export type KeptFiles = { 
/**
 * Each file.
 */
kept: Array<Kept>, 
/**
 * Mailboxes among them, of which nothing is kept yet.
 */
mailboxes: Array<MailboxFound>, };

export type MailboxFound = { 
/**
 * The name to ask for it by; good until the vault is locked.
 */
mailbox: string, 
/**
 * Its file or folder name.
 */
name: string, 
/**
 * Its length in bytes.
 */
bytes: number, };

export type MailboxFilter = { 
/**
 * A part of the sender's name or address, in any case.
 */
from: string, 
/**
 * A part of a recipient's name or address (To or Cc), in any case.
 */
to: string, 
/**
 * Words that must all be in the subject or the body, in any case.
 */
words: string, 
/**
 * Sent on this day or later, `YYYY-MM-DD`, by the day that the mail itself states.
 */
since: string | null, 
/**
 * Sent on this day or earlier, `YYYY-MM-DD`.
 */
until: string | null, };

export type MailboxQuestion = { 
/**
 * The mailbox.
 */
mailbox: string, 
/**
 * The mails wanted.
 */
filter: MailboxFilter, };

export type MailboxSurvey = { 
/**
 * Mails in it.
 */
mails: number, 
/**
 * Mails that the filter lets through.
 */
matching: number, 
/**
 * Bytes of those.
 */
matching_bytes: number, 
/**
 * How many of those have no date that can be read.
 */
undated: number, 
/**
 * Day of the oldest of those, `YYYY-MM-DD`.
 */
first: string | null, 
/**
 * Day of the newest of those, `YYYY-MM-DD`.
 */
last: string | null, 
/**
 * Who those are from, the most frequent first.
 */
senders: Array<MailSender>, 
/**
 * The first of those, newest first, to look at.
 */
preview: Array<MailLine>, };

export type MailSender = { 
/**
 * The address.
 */
address: string, 
/**
 * How many mails.
 */
mails: number, };

export type MailLine = { 
/**
 * Sender as it shows.
 */
from: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * Day that it was sent, `YYYY-MM-DD`.
 */
day: string | null, 
/**
 * Its length in bytes.
 */
bytes: number, };

export type MailboxOrder = { 
/**
 * The claim they belong to.
 */
claim: string, 
/**
 * The mailbox.
 */
mailbox: string, 
/**
 * The mails wanted.
 */
filter: MailboxFilter, 
/**
 * Whether the mailbox file itself is kept too, whole.
 */
keep_whole: boolean, 
/**
 * What to make of each; none leaves them waiting in the inbox.
 */
filing: Filing | null, };

export type MailboxTaken = { 
/**
 * Mails newly kept.
 */
mails: number, 
/**
 * Attachments newly kept as evidence of their own.
 */
attachments: number, 
/**
 * Mails whose very bytes were here already.
 */
already_here: number, 
/**
 * Mails that were linked to another copy of the same mail with other bytes.
 */
linked: number, 
/**
 * The evidence item of the mailbox file itself, by its readable name.
 */
whole: string | null, 
/**
 * Mails and attachments that could not be kept or not be read, each with its sentence.
 */
problems: Array<Kept>, 
/**
 * Whether the person stopped it before the end.
 */
stopped: boolean, };

export type Kept = { 
/**
 * The path or name it was given as.
 */
path: string, 
/**
 * Whether it is safe in the vault.
 */
kept: boolean, 
/**
 * The evidence item it is in, by its readable name.
 */
ref: string | null, 
/**
 * The evidence item it is in.
 */
evidence: string | null, 
/**
 * The record made from it, where one was.
 */
made: RecordLink | null, 
/**
 * SHA-256, lower-case hexadecimal.
 */
sha256: string | null, 
/**
 * Length in bytes.
 */
bytes: number | null, 
/**
 * IANA media type, from the content.
 */
media_type: string | null, 
/**
 * Number of pages.
 */
pages: number | null, 
/**
 * Letters of text found in it.
 */
text_chars: number | null, 
/**
 * The evidence item that already held the same bytes, by its readable name.
 */
duplicate_of: string | null, 
/**
 * Items that hold the same mail with other bytes, or a picture that looks the same, by their readable names.
 */
twins: Array<string>, 
/**
 * The evidence items made of what was attached, by their readable names.
 */
attachments: Array<string>, 
/**
 * What it seems to be.
 */
guess: Filing | null, 
/**
 * Why it could not be kept, or not be read, in a sentence.
 */
problem: string | null, };

export type FileAs = { 
/**
 * The evidence item that waits.
 */
evidence: string, 
/**
 * What it is.
 */
filing: Filing, 
/**
 * For a reply: the person's own letter that it answers, where that is on record.
 */
answers: string | null, };

export type Made = { 
/**
 * The record.
 */
record: RecordLink, };

export type FileOrder = { 
/**
 * The evidence item.
 */
evidence: string, 
/**
 * Its files, first to last.
 */
files: Array<string>, };

export type Showing = "pdf" | "picture" | "text" | "mail" | "web_page" | "pictures" | "sound" | "film" | "locked" | "none";

export type DocumentView = { 
/**
 * The file.
 */
file: FileView, 
/**
 * How to show it.
 */
showing: Showing, 
/**
 * Where the window may read the bytes: good for this showing only.
 */
url: string | null, 
/**
 * The words found in it, page by page.
 */
text: Array<PageWords>, 
/**
 * Harmless HTML with no script, style or outside reference, for a sandboxed frame.
 */
html: string | null, 
/**
 * The mail.
 */
mail: MailView | null, };

export type FilePassword = { 
/**
 * The file.
 */
file: string, 
/**
 * The password.
 */
password: string, };

export type WordsFrom = "file" | "machine" | "person";

export type PageWords = { 
/**
 * Page, from 1.
 */
page: number, 
/**
 * The words.
 */
text: string, 
/**
 * Where they come from.
 */
from: WordsFrom, };

export type WordsSave = { 
/**
 * The file.
 */
file: string, 
/**
 * Page, from 1.
 */
page: number, 
/**
 * The words; none takes the correction back.
 */
text: string | null, };

export type MachineReading = "not_needed" | "waiting" | "read" | "nothing_found" | "failed";

export type ReadingState = { 
/**
 * Whether the reading program (tesseract with English) is installed.
 */
installed: boolean, 
/**
 * Whether it is at work now.
 */
working: boolean, 
/**
 * Files that wait.
 */
waiting: number, 
/**
 * Files done.
 */
done: number, 
/**
 * Files that could not be read.
 */
failed: number, };

export type MailView = { 
/**
 * Sender.
 */
from: string, 
/**
 * Recipients.
 */
to: string, 
/**
 * Those who had copies.
 */
cc: string, 
/**
 * Subject.
 */
subject: string, 
/**
 * Date and time as the mail states them.
 */
sent_as_stated: string, 
/**
 * The plain body.
 */
text: string, 
/**
 * The body as harmless HTML, where there is one.
 */
html: string | null, 
/**
 * Its attachments.
 */
attachments: Array<MailAttachment>, 
/**
 * What the mail's own headers say about its origin, a line each.
 */
origin: Array<string>, };

export type MailAttachment = { 
/**
 * Its name.
 */
name: string, 
/**
 * IANA media type as the mail states it.
 */
media_type: string, 
/**
 * Length in bytes.
 */
size: number, 
/**
 * The evidence item it was kept as, by its readable name.
 */
reference: string | null, };

export type BundleQuestion = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The reader.
 */
audience: Audience, };

export type BundlePreview = { 
/**
 * Its sections, in order.
 */
sections: Array<PreviewSection>, 
/**
 * What stays out, and why.
 */
left_out: Array<PreviewLeftOut>, 
/**
 * What it would lack, a sentence each.
 */
missing: Array<string>, 
/**
 * Whether anything in it was arranged by hand.
 */
arranged: boolean, 
/**
 * Length of the originals in bytes, a guide to its size.
 */
original_bytes: number, };

export type PreviewSection = { 
/**
 * Which it is.
 */
key: BundleSection, 
/**
 * Its heading.
 */
title: string, 
/**
 * Its documents, in order.
 */
documents: Array<PreviewDocument>, };

export type PreviewDocument = { 
/**
 * The record.
 */
id: string, 
/**
 * Its kind.
 */
kind: RecordKind, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its title as the index will print it.
 */
title: string, 
/**
 * Its date as the index will print it; empty where it prints none.
 */
date: string, 
/**
 * The title that is printed where nobody words it anew.
 */
usual_title: string, 
/**
 * The date that is printed where nobody words it anew.
 */
usual_date: string, 
/**
 * Whether the person put it in against what is usual.
 */
put_in: boolean, 
/**
 * Number of pages, where known before the bundle is made.
 */
pages: number | null, };

export type PreviewLeftOut = { 
/**
 * The record.
 */
id: string, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its kind.
 */
kind: RecordKind, 
/**
 * Why, in a sentence.
 */
why: string, 
/**
 * Whether it may be put in by hand.
 */
may: MayPutIn, };

export type MayPutIn = "yes" | "ask" | "no";

export type BundleChange = { "what": "move", 
/**
 * The document.
 */
document: string, 
/**
 * The section.
 */
section: BundleSection, 
/**
 * The document it comes before; at the end when none.
 */
before: string | null, } | { "what": "move_section", 
/**
 * The section.
 */
section: BundleSection, 
/**
 * The section it comes before; at the end when none.
 */
before: BundleSection | null, } | { "what": "leave_out", 
/**
 * The document.
 */
record: string, } | { "what": "put_in", 
/**
 * The record.
 */
record: string, 
/**
 * Whether the person was asked and said yes.
 */
sure: boolean, } | { "what": "word", 
/**
 * The document.
 */
document: string, 
/**
 * The title; the usual one when empty.
 */
title: string, 
/**
 * The date in words; none is printed when empty.
 */
date: string, } | { "what": "reset" };

export type BundleArrange = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The reader.
 */
audience: Audience, 
/**
 * What is done.
 */
change: BundleChange, };

export type BundlePages = { 
/**
 * Pages in all.
 */
pages: number, 
/**
 * Bytes of the PDF, nearly.
 */
pdf_bytes: number, 
/**
 * Where each document stands, in order.
 */
documents: Array<BundlePlace>, };

export type BundlePlace = { 
/**
 * The document.
 */
id: string, 
/**
 * The page it begins on, from 1.
 */
first_page: number, 
/**
 * How many pages it takes.
 */
pages: number, };

export type BundleShow = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The reader.
 */
audience: Audience, 
/**
 * The document.
 */
id: string, 
/**
 * The number printed on its first page.
 */
first_page: number, };

export type BundleShown = { 
/**
 * Its address: a PDF.
 */
url: string, };

export type RedactionQuestion = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The reader.
 */
audience: Audience, 
/**
 * The evidence item, or the record whose words were typed.
 */
document: string, };

export type BlackArea = { 
/**
 * Page of the document as it stands in the bundle, from 1.
 */
page: number, 
/**
 * Left edge.
 */
left: number, 
/**
 * Upper edge.
 */
top: number, 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * Why, in words that the reader sees.
 */
why: string, };

export type SaidElsewhere = { 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The words, in lower case.
 */
words: Array<string>, };

export type RedactionView = { 
/**
 * The document.
 */
question: RedactionQuestion, 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its title as the index prints it; it is not blacked out.
 */
title: string, 
/**
 * How many pages it takes in a bundle.
 */
pages: number, 
/**
 * The areas, by page and place.
 */
areas: Array<BlackArea>, 
/**
 * Whether its pages look different from when the areas were set: they have to be looked at and saved again.
 */
changed: boolean, 
/**
 * Records that say names or numbers which are under the areas.
 */
elsewhere: Array<SaidElsewhere>, };

export type RedactionPage = { 
/**
 * The document.
 */
question: RedactionQuestion, 
/**
 * The page, from 1.
 */
page: number, 
/**
 * What is painted over, as in the bundle; nothing where empty.
 */
areas: Array<BlackArea>, };

export type PagePicture = { 
/**
 * `image/png` or `image/jpeg`.
 */
media_type: string, 
/**
 * Width in dots.
 */
width: number, 
/**
 * Height in dots.
 */
height: number, 
/**
 * The bytes in base64 (RFC 4648).
 */
base64: string, };

export type RedactionSave = { 
/**
 * The document.
 */
question: RedactionQuestion, 
/**
 * The areas.
 */
areas: Array<BlackArea>, };

export type BundleOrder = { 
/**
 * The claim.
 */
claim: string, 
/**
 * The reader.
 */
audience: Audience, 
/**
 * The date it carries, `YYYY-MM-DD`; today when none.
 */
date: string | null, 
/**
 * Whether only what has come since an earlier bundle is wanted; its ZIP is then chosen in the system's own dialog.
 */
supplement: boolean, };

export type BundleMade = { 
/**
 * The folder it lies in.
 */
folder: string, 
/**
 * Path of the ZIP.
 */
zip: string | null, 
/**
 * Path of the PDF.
 */
pdf: string | null, 
/**
 * Pages of the PDF.
 */
pages: number, 
/**
 * What stands behind every page number: nothing, or `-A` in a supplement.
 */
mark: string, 
/**
 * SHA-256 of the ZIP, lower-case hexadecimal.
 */
zip_sha256: string | null, 
/**
 * SHA-256 of the PDF, lower-case hexadecimal.
 */
pdf_sha256: string | null, 
/**
 * The documents, in order.
 */
documents: Array<MadeDocument>, 
/**
 * What was left out of strangers' documents or could not be shown, a sentence each.
 */
remarks: Array<string>, };

export type MadeDocument = { 
/**
 * Its readable name.
 */
reference: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Page of the bundle on which it begins, from 1.
 */
first_page: number, 
/**
 * Number of pages.
 */
pages: number, 
/**
 * How it went in: `engine-one`, `engine-two`, `raster`, `generated` or `slip-sheet`.
 */
way: string, 
/**
 * Why it did not go in the ordinary way, where it did not.
 */
reason: string | null, 
/**
 * What was left out of its pages, a sentence each.
 */
dropped: Array<string>, };

export type Progress = { 
/**
 * Which task: `bundle`, `files` or `mailbox`.
 */
task: string, 
/**
 * What is being done, in a few words.
 */
words: string, 
/**
 * How much is done.
 */
done: number, 
/**
 * Out of how much; 0 where it is not known.
 */
total: number, 
/**
 * Bytes done, where that says more than the count.
 */
bytes: number | null, 
/**
 * Bytes in all.
 */
of_bytes: number | null, };

export type TaskName = { 
/**
 * `bundle` or `files`.
 */
task: string, };

export type Dropped = { 
/**
 * The name by which to ask for them to be kept.
 */
drop: string, 
/**
 * The names of the files, for showing.
 */
names: Array<string>, };

/** Every command: what it takes and what it answers. A refusal is a `Failure`. */
export interface Commands {
  app_state: { request: Nothing; reply: AppState };
  vault_place: { request: VaultName; reply: VaultPlace };
  vault_choose_place: { request: VaultName; reply: VaultPlace };
  vault_create: { request: NewVault; reply: RecoverySheet };
  recovery_show: { request: Nothing; reply: RecoverySheet };
  recovery_save: { request: SheetFile; reply: FileSaved };
  recovery_confirm: { request: RecoveryAnswers; reply: RecoveryCheck };
  vault_find: { request: Nothing; reply: AppState };
  vault_recent: { request: RecentVault; reply: AppState };
  vault_open: { request: Unlock; reply: AppState };
  vault_open_kept: { request: UnlockKept; reply: AppState };
  recovery_open: { request: RecoveryCode; reply: AppState };
  passphrase_renew: { request: NewPassphrase; reply: AppState };
  vault_lock: { request: Nothing; reply: AppState };
  opening_get: { request: Nothing; reply: OpeningView };
  passphrase_change: { request: PassphraseChange; reply: OpeningView };
  lock_after_set: { request: LockAfter; reply: OpeningView };
  keyring_set: { request: KeyringWish; reply: OpeningView };
  sheet_renew: { request: Nothing; reply: RecoverySheet };
  sheet_keep_old: { request: Nothing; reply: Nothing };
  vault_forget: { request: Nothing; reply: AppState };
  files_keep: { request: KeepFiles; reply: KeptFiles };
  mailbox_survey: { request: MailboxQuestion; reply: MailboxSurvey };
  mailbox_take: { request: MailboxOrder; reply: MailboxTaken };
  bundle_make: { request: BundleOrder; reply: BundleMade };
  bundle_pages: { request: BundleQuestion; reply: BundlePages };
  bundle_show: { request: BundleShow; reply: BundleShown };
  task_cancel: { request: TaskName; reply: Nothing };
  document_open: { request: FileRef; reply: DocumentView };
  document_unlock: { request: FilePassword; reply: DocumentView };
  reading_state: { request: Nothing; reply: ReadingState };
  file_save_copy: { request: FileRef; reply: Nothing };
  date_understand: { request: DateQuestion; reply: DateAnswer };
  timeline_export: { request: TimelineExport; reply: FileSaved };
  schedule_export: { request: ClaimRef; reply: FileSaved };
  letter_out_save: { request: LetterOutFile; reply: FileSaved };
  calendar_export: { request: ClaimRef; reply: FileSaved };
  backup_make: { request: BackupOrder; reply: BackupMade };
  backup_test: { request: Nothing; reply: CheckFound };
  vault_check: { request: CheckOrder; reply: CheckFound };
  everything_save: { request: Nothing; reply: EverythingSaved };
  restore_find: { request: Nothing; reply: RestoreFound };
  restore_make: { request: RestoreOrder; reply: AppState };
  vault_repair: { request: RepairOrder; reply: RepairDone };
  backup_state: { request: Nothing; reply: BackupState };
  backup_put_off: { request: Nothing; reply: BackupState };
  sample_add: { request: Nothing; reply: ClaimRow };
  claim_list: { request: Nothing; reply: Array<ClaimRow> };
  claim_get: { request: ClaimRef; reply: ClaimView };
  claim_save: { request: ClaimSave; reply: ClaimView };
  particulars_get: { request: ClaimRef; reply: ParticularsForm };
  particulars_save: { request: ParticularsSave; reply: ParticularsForm };
  schedule: { request: ClaimRef; reply: Array<SchedulePart> };
  limits_get: { request: ClaimRef; reply: LimitsView };
  limits_save: { request: LimitsSave; reply: LimitsView };
  claim_choose: { request: ClaimRef; reply: Nothing };
  overview: { request: ClaimRef; reply: OverviewView };
  reminding_set: { request: Reminding; reply: Nothing };
  party_list: { request: ClaimRef; reply: Array<PartyView> };
  party_save: { request: PartySave; reply: PartyView };
  incident_list: { request: ClaimRef; reply: Array<IncidentView> };
  incident_save: { request: IncidentSave; reply: IncidentView };
  notice_list: { request: ClaimRef; reply: Array<NoticeRow> };
  notice_get: { request: RecordRef; reply: NoticeView };
  notice_save: { request: NoticeSave; reply: NoticeView };
  notice_from_paste: { request: Pasted; reply: NoticeForm };
  letter_list: { request: ClaimRef; reply: Array<LetterRow> };
  letter_get: { request: RecordRef; reply: LetterView };
  letter_save: { request: LetterSave; reply: LetterView };
  letters_out: { request: ClaimRef; reply: LettersOutView };
  letter_out_begin: { request: LetterOutQuestion; reply: LetterOutView };
  letter_out_sent: { request: LetterOutSent; reply: LetterOutDone };
  letter_out_unsent: { request: LetterOutUndo; reply: Nothing };
  evidence_list: { request: ClaimRef; reply: Array<EvidenceRow> };
  inbox_list: { request: ClaimRef; reply: Array<EvidenceRow> };
  evidence_get: { request: RecordRef; reply: EvidenceView };
  evidence_save: { request: EvidenceSave; reply: EvidenceView };
  evidence_tie: { request: EvidenceTie; reply: Nothing };
  evidence_untie: { request: EvidenceTie; reply: Nothing };
  evidence_order: { request: FileOrder; reply: EvidenceView };
  evidence_join: { request: EvidenceJoin; reply: EvidenceView };
  file_split: { request: FileRef; reply: EvidenceView };
  file_turn: { request: FileTurn; reply: EvidenceView };
  words_save: { request: WordsSave; reply: Array<PageWords> };
  twin_settle: { request: TwinAnswer; reply: EvidenceView };
  contact_list: { request: ClaimRef; reply: Array<ContactRow> };
  contact_get: { request: RecordRef; reply: ContactView };
  contact_save: { request: ContactSave; reply: ContactView };
  money_understand: { request: MoneyQuestion; reply: MoneyAnswer };
  loss_list: { request: ClaimRef; reply: Array<LossRow> };
  loss_get: { request: RecordRef; reply: LossView };
  loss_save: { request: LossSave; reply: LossView };
  time_list: { request: ClaimRef; reply: Array<TimeRow> };
  time_get: { request: RecordRef; reply: TimeView };
  time_save: { request: TimeSave; reply: TimeView };
  diary_list: { request: ClaimRef; reply: Array<DiaryRow> };
  diary_get: { request: RecordRef; reply: DiaryView };
  diary_save: { request: DiarySave; reply: DiaryView };
  step_list: { request: ClaimRef; reply: Array<StepRow> };
  step_get: { request: RecordRef; reply: StepView };
  step_save: { request: StepSave; reply: StepView };
  effect_totals: { request: ClaimRef; reply: EffectTotals };
  statement_list: { request: ClaimRef; reply: Array<StatementRow> };
  statement_get: { request: RecordRef; reply: StatementView };
  statement_save: { request: StatementSave; reply: StatementView };
  statement_from: { request: StatementFrom; reply: StatementForm };
  statement_tie: { request: StatementTieSave; reply: StatementView };
  pair_list: { request: ClaimRef; reply: Array<PairView> };
  told: { request: ToldQuestion; reply: ToldView };
  notice_check_save: { request: NoticeCheckSave; reply: Nothing };
  categories: { request: ToldQuestion; reply: CategoriesView };
  assertion_get: { request: RecordRef; reply: AssertionView };
  assertion_save: { request: AssertionSave; reply: AssertionView };
  question_list: { request: ClaimRef; reply: Array<QuestionRow> };
  question_get: { request: RecordRef; reply: QuestionView };
  question_save: { request: QuestionSave; reply: QuestionView };
  question_from: { request: QuestionFrom; reply: QuestionView };
  questions_asked: { request: QuestionsAsked; reply: Array<QuestionRow> };
  request_list: { request: ClaimRef; reply: Array<RequestView> };
  request_get: { request: RecordRef; reply: RequestView };
  request_save: { request: RequestSave; reply: RequestView };
  request_from: { request: RecordRef; reply: RequestForm };
  request_event_save: { request: RequestEventSave; reply: RequestView };
  versions_compare: { request: VersionsQuestion; reply: VersionsView };
  version_set: { request: VersionSet; reply: VersionsOf };
  versions_of: { request: RecordRef; reply: VersionsOf };
  timeline: { request: TimelineQuestion; reply: TimelineView };
  event_list: { request: ClaimRef; reply: Array<EventRow> };
  event_get: { request: RecordRef; reply: EventView };
  event_save: { request: EventSave; reply: EventView };
  people: { request: ClaimRef; reply: PeopleView };
  inbox_file: { request: FileAs; reply: Made };
  keep_bytes: { request: KeepBytes; reply: Kept };
  marks_save: { request: MarksSave; reply: Nothing };
  incidents_save: { request: IncidentsSave; reply: Nothing };
  record_archive: { request: RecordRef; reply: Nothing };
  record_restore: { request: RecordRef; reply: Nothing };
  record_history: { request: RecordRef; reply: Array<ChangeView> };
  history_page: { request: HistoryQuestion; reply: HistoryPage };
  history_check: { request: Nothing; reply: HistoryCheck };
  undo: { request: Nothing; reply: Undone };
  redo: { request: Nothing; reply: Undone };
  record_bin: { request: RecordRef; reply: Nothing };
  record_unbin: { request: RecordRef; reply: Nothing };
  bin_list: { request: Nothing; reply: Array<BinRow> };
  bin_empty: { request: BinEmpty; reply: BinEmptied };
  bundle_preview: { request: BundleQuestion; reply: BundlePreview };
  redaction_open: { request: RedactionQuestion; reply: RedactionView };
  redaction_page: { request: RedactionPage; reply: PagePicture };
  redaction_save: { request: RedactionSave; reply: RedactionView };
  bundle_arrange: { request: BundleArrange; reply: BundlePreview };
  search: { request: SearchQuestion; reply: SearchAnswer };
  draft_put: { request: Draft; reply: Nothing };
  draft_get: { request: DraftKey; reply: DraftFound };
  draft_drop: { request: DraftKey; reply: Nothing };
}

export type CommandName = keyof Commands;
