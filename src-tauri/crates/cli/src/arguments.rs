//! What can be typed after `recourse`.

mod care;
mod changes;
mod export;

use std::path::PathBuf;

pub use care::Care;
pub use changes::Changes;
use clap::{Args, Parser, Subcommand, ValueEnum};
pub use export::Export;
use recourse_domain::Reference;

use crate::commands::{Recover, Sheet, Write};

/// Keeps what you were told about a data breach, encrypted on this computer, and makes a claim bundle of it. Not legal advice.
#[derive(Debug, Parser)]
#[command(name = "recourse", version)]
pub struct Arguments {
    /// What to do. Without it the window opens, where it is installed.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Answer in JSON: one document, or one a line for lists.
    #[arg(long, global = true)]
    pub json: bool,
    /// Read the passphrase from this file.
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Open the vault for reading only, beside another program that has it open.
    #[arg(long, global = true)]
    pub read_only: bool,
    /// Which claim, where a vault holds several.
    #[arg(long, global = true, value_name = "REF")]
    pub claim: Option<Reference>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a vault; prints the recovery code once.
    New { vault: PathBuf },
    /// Make a vault that holds the sample claim.
    Sample { vault: PathBuf },
    /// Claims, counts, and what is missing.
    Status { vault: PathBuf },
    /// The claim itself.
    #[command(subcommand, name = "claim")]
    ClaimOf(ClaimCommand),
    /// Keep files and folders.
    Add(Add),
    /// Read pictures and scanned pages by machine: all that wait.
    Read { vault: PathBuf },
    /// Notices.
    #[command(subcommand)]
    Notice(NoticeCommand),
    /// Letters, mails, forms and calls.
    #[command(subcommand)]
    Letter(LetterCommand),
    /// Suspicious calls, mails and messages.
    #[command(subcommand)]
    Contact(ContactCommand),
    /// Write a letter of your own from the record; nothing is put on record by it.
    Write(Write),
    /// The records of one kind.
    List { vault: PathBuf, kind: Kind },
    /// One record, whole.
    Show { vault: PathBuf, reference: Reference },
    /// Where words are, inside documents too. Understands "a phrase", from:, to:, kind:, before:, after:, on:, in:, is:, has:, and, behind --, -word.
    Search { vault: PathBuf, words: Vec<String> },
    /// Everything in order, undated first; who knew when; how long data was held.
    Timeline(Timeline),
    /// What the date box understands.
    Date {
        words: String,
        /// The day to resolve relative words against, 2026-11-21.
        #[arg(long, value_name = "DATE")]
        said_on: Option<String>,
    },
    /// Black out areas of a document for one reader; without an area, say what is blacked out. The document itself never changes.
    BlackOut(BlackOut),
    /// Make the claim bundle: a PDF and a ZIP.
    Export(Export),
    /// One numbered, linked PDF straight from files, with no vault.
    Bundle {
        /// The PDF to make.
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
        /// What the first page calls it.
        #[arg(long, default_value = "Bundle of documents")]
        title: String,
        /// The day it carries; today if not said.
        #[arg(long)]
        date: Option<String>,
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// Whether a bundle is whole and unchanged.
    Verify { bundle: PathBuf },
    /// Whether a vault is whole.
    Check {
        vault: PathBuf,
        /// Decrypt and hash every original too.
        #[arg(long)]
        read_data: bool,
    },
    #[command(flatten)]
    Care(Care),
    #[command(flatten)]
    Changes(Changes),
    /// Give a vault another passphrase.
    Passphrase {
        vault: PathBuf,
        /// Read the new passphrase from this file.
        #[arg(long, value_name = "FILE")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Set a new passphrase with the code on the recovery sheet.
    Recover(Recover),
    /// Make a new recovery sheet as a PDF; the old one's code stops working.
    Sheet(Sheet),
}

/// The kinds of record that can be listed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Kind {
    Claims,
    Parties,
    Incidents,
    Notices,
    Letters,
    Contacts,
    Evidence,
    Inbox,
    /// What was said, in exact words.
    Statements,
    Questions,
    /// What was said of kinds of data.
    Data,
    Events,
    /// Requests, with how each stands today.
    Requests,
    Losses,
    /// Time spent.
    Time,
    /// What happened, in the claimant's own words.
    Diary,
    /// What was done for protection.
    Steps,
}

/// The claim itself.
#[derive(Debug, Subcommand)]
pub enum ClaimCommand {
    /// Begin a claim.
    Add {
        vault: PathBuf,
        #[arg(long)]
        title: String,
        #[arg(long)]
        organisation: String,
        /// The claimant's name.
        #[arg(long, default_value = "")]
        claimant: String,
        /// An e-mail address that the organisation held; may be given more than once.
        #[arg(long)]
        email_held: Vec<String>,
        /// england-wales, scotland, northern-ireland or other.
        #[arg(long)]
        jurisdiction: Option<String>,
        /// member, former-member, supporter, customer, employee, donor or other.
        #[arg(long)]
        relationship: Option<String>,
        /// When the relationship began, in words.
        #[arg(long, default_value = "")]
        from: String,
        /// When it ended, in words.
        #[arg(long, default_value = "")]
        to: String,
    },
}

/// Everything in order.
#[derive(Debug, Args)]
pub struct Timeline {
    pub vault: PathBuf,
    /// Save it as a drawing instead.
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Save it as a picture instead.
    #[arg(long, value_name = "FILE")]
    pub png: Option<PathBuf>,
    /// Save it as a table instead.
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Draw who knew when, rather than everything.
    #[arg(long)]
    pub ladder: bool,
}

/// Keep files and folders.
#[derive(Debug, Args)]
pub struct Add {
    pub vault: PathBuf,
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Lay them beside this record.
    #[arg(long, value_name = "REF")]
    pub to: Option<Reference>,
    /// What they are; without it they wait in the inbox.
    #[arg(long = "as")]
    pub filing: Option<Filing>,
    #[command(flatten)]
    pub mails: Mails,
}

/// Which mails of a mailbox (an mbox file or a Maildir folder) are wanted. With any of these the mailbox file itself is not kept.
#[derive(Debug, Args)]
#[command(next_help_heading = "Mailboxes")]
pub struct Mails {
    /// Only mails from somebody whose name or address holds this.
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub mail_from: String,
    /// Only mails to somebody whose name or address holds this.
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub mail_to: String,
    /// Only mails with all of these words in subject or body.
    #[arg(long, default_value = "", value_name = "WORDS")]
    pub mail_words: String,
    /// Only mails sent on this day or later, 2021-11-03.
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    /// Only mails sent on this day or earlier.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Say what mailboxes hold and keep nothing.
    #[arg(long)]
    pub survey: bool,
}

/// What a file may become.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Filing {
    Notice,
    Letter,
    Evidence,
    /// A suspicious call, mail or message.
    Contact,
    /// A letter that replies to one of yours.
    Reply,
}

/// Notices.
#[derive(Debug, Subcommand)]
pub enum NoticeCommand {
    /// Log a notice.
    Add {
        vault: PathBuf,
        /// Who it is from, as it shows.
        #[arg(long)]
        from: String,
        #[arg(long, default_value = "email")]
        channel: String,
        /// to-me, public or unknown.
        #[arg(long, default_value = "unknown")]
        addressed: String,
        /// The date on it, in words; left out, it is undated.
        #[arg(long, default_value = "")]
        on: String,
        #[arg(long, default_value = "")]
        received: String,
        #[arg(long, default_value = "")]
        first_seen: String,
        #[arg(long, default_value = "")]
        subject: String,
        /// A file with its words, or - for standard input.
        #[arg(long)]
        text: Option<PathBuf>,
        /// A file to keep beside it; may be given more than once.
        #[arg(long)]
        attach: Vec<PathBuf>,
    },
}

/// Letters, mails, forms and calls.
#[derive(Debug, Subcommand)]
pub enum LetterCommand {
    /// Enter a letter.
    Add {
        vault: PathBuf,
        /// received or sent.
        #[arg(long, default_value = "received")]
        direction: String,
        #[arg(long, default_value = "")]
        from: String,
        #[arg(long = "recipient", default_value = "")]
        to: String,
        #[arg(long, default_value = "letter")]
        channel: String,
        #[arg(long, default_value = "")]
        sent: String,
        #[arg(long, default_value = "")]
        received: String,
        #[arg(long, default_value = "")]
        subject: String,
        /// The exact address or number used.
        #[arg(long, default_value = "")]
        address_used: String,
        /// unknown, delivered, bounced, auto-reply or nothing.
        #[arg(long, default_value = "unknown")]
        came_back: String,
        /// A file with its words, or - for standard input.
        #[arg(long)]
        text: Option<PathBuf>,
        /// A file to keep beside it; may be given more than once.
        #[arg(long)]
        attach: Vec<PathBuf>,
    },
}

/// Suspicious calls, mails and messages.
#[derive(Debug, Subcommand)]
pub enum ContactCommand {
    /// Enter a suspicious contact.
    Add {
        vault: PathBuf,
        /// When it happened, in words; left out, it is undated.
        #[arg(long, default_value = "")]
        on: String,
        #[arg(long, default_value = "email")]
        channel: String,
        /// The sender, number or caller as it showed.
        #[arg(long, default_value = "")]
        sender: String,
        #[arg(long, default_value = "")]
        subject: String,
        /// A file with its words or your note of the call, or - for standard input.
        #[arg(long)]
        text: Option<PathBuf>,
        /// What they knew about you.
        #[arg(long, default_value = "")]
        knew: String,
        /// What they asked for.
        #[arg(long, default_value = "")]
        asked_for: String,
        /// You kept a copy.
        #[arg(long)]
        kept_copy: bool,
        /// To whom you reported it, with any reference.
        #[arg(long, default_value = "")]
        reported_to: String,
        /// Whether you did what was asked, and what followed.
        #[arg(long, default_value = "")]
        acted_on: String,
        /// A file to keep beside it; may be given more than once.
        #[arg(long)]
        attach: Vec<PathBuf>,
    },
}

/// Areas of a document to black out.
#[derive(Debug, Args)]
pub struct BlackOut {
    pub vault: PathBuf,
    /// The document, for example E-002.
    pub document: Reference,
    /// For whom: solicitor or other-side.
    #[arg(long, default_value = "other-side")]
    pub audience: String,
    /// Page, left, top, width and height, the last four in parts of the page: "2 0.1 0.25 0.5 0.05"; may be given more than once. These take the
    /// place of all areas before.
    #[arg(long)]
    pub area: Vec<String>,
    /// Why, in words that the reader sees.
    #[arg(long, default_value = "")]
    pub why: String,
    /// Black out nothing any more.
    #[arg(long, conflicts_with = "area")]
    pub nothing: bool,
}
