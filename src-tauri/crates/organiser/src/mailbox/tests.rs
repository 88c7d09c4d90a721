use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use recourse_domain::RecordId;
use recourse_domain::records::{Claim, Evidence};
use recourse_store::{Filter as Which, NewEntry};
use recourse_vault::KdfParams;
use tempfile::TempDir;

use super::*;
use crate::clock::ComputerClock;
use crate::evidence::Filing;
use crate::session::{Session, Tools, Unlocked};
use crate::worker::Worker;

struct Place {
    folder: TempDir,
    session: Session<Unlocked>,
    claim: RecordId,
}

/// The built `recourse`, which reads strangers' files: a test program lies in `TARGET/debug/deps`.
fn reader() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let program = here.ancestors().nth(2).unwrap().join(format!("recourse{}", std::env::consts::EXE_SUFFIX));
    assert!(program.is_file(), "{} is not built; `cargo xtask test` builds it before the tests", program.display());
    program
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let tools = Tools { clock: Arc::new(ComputerClock), worker: Worker::new(reader()) };
        let passphrase = "seven grey herons".to_owned().into();
        let vault = folder.path().join("V.recourse");
        let (session, _) = Session::create(&vault, &passphrase, KdfParams::weak_for_tests(), tools).unwrap();
        let claim = session.new_record_id().unwrap();
        let now = session.now();
        session
            .write("begin", |records| Ok(records.insert(NewEntry::new(claim, None, now, Claim::default()))?))
            .unwrap();
        Self { folder, session, claim }
    }

    fn mailbox(&self, name: &str, bytes: &[u8]) -> Mailbox {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Mailbox::at(&path)
    }

    fn order(&self) -> Order {
        Order { claim: self.claim, filter: Filter::default(), keep_whole: false, filing: None }
    }

    fn take(&self, mailbox: &Mailbox, order: &Order) -> Taken {
        take(&self.session, mailbox, order, &mut |_| {}, &AtomicBool::new(false)).unwrap()
    }

    fn evidence(&self) -> Vec<recourse_domain::records::Entry<Evidence>> {
        self.session.read(|records| Ok(records.list(Which::default())?)).unwrap()
    }
}

/// A mail with one attachment, about 30 KiB; every tenth from a sender of its own.
fn mail(number: usize) -> String {
    let sender = if number.is_multiple_of(10) { "privacy@northfold.example" } else { "friend@y.example" };
    let filler = format!("line {number} of the letter\n").repeat(1200);
    format!(
        "From a@b Tue Mar  5 14:07:09 2024\nFrom: {sender}\nTo: ruth@home.example\nSubject: Mail {number}\n\
         Date: Tue, {} Mar 2024 10:00:00 +0000\nMessage-ID: <{number}@x>\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{filler}\n--b\n\
         Content-Type: text/csv\nContent-Disposition: attachment; filename=\"rows {number}.csv\"\n\nrow,{number}\n--b--\n\n",
        1 + number % 28,
    )
}

fn many(from: usize, to: usize) -> Vec<u8> {
    (from..to).map(mail).collect::<String>().into_bytes()
}

#[test]
fn stopping_in_the_middle_leaves_whole_mails_only_and_going_on_takes_the_rest() {
    let place = Place::new();
    let mailbox = place.mailbox("Takeout.mbox", &many(0, 1200));
    let stop = AtomicBool::new(false);
    let mut after_the_first = |step: Step| {
        if step.done > 0 {
            stop.store(true, Ordering::Relaxed);
        }
    };
    let taken = take(&place.session, &mailbox, &place.order(), &mut after_the_first, &stop).unwrap();
    assert!(taken.stopped && taken.mails > 0 && taken.mails < 1200, "{taken:?}");
    assert_eq!(taken.attachments, taken.mails);
    let items = place.evidence();
    assert_eq!(items.len() as u64, 2 * taken.mails);
    for mail in items.iter().filter(|item| item.body.came_with.is_none()) {
        assert_eq!(items.iter().filter(|item| item.body.came_with == Some(mail.id)).count(), 1, "{}", mail.reference);
        assert!(mail.body.waiting && mail.body.obtained_from.ends_with("of 1,200"), "{:?}", mail.body);
    }
    let listed = place.session.vault().list_objects().unwrap();
    assert_eq!(listed.objects.len(), items.len());
    for file in place.session.read(|records| Ok(records.all_files()?)).unwrap() {
        let sum = file.sha256.parse().unwrap();
        place.session.vault().verify_object(&file.object.parse().unwrap(), &sum).unwrap();
    }

    let rest = place.take(&mailbox, &place.order());
    assert_eq!((rest.mails, rest.already_here, rest.stopped), (1200 - taken.mails, taken.mails, false));
    assert_eq!(place.evidence().len(), 2400);
    assert_eq!(place.take(&mailbox, &place.order()).already_here, 1200);
}

#[test]
fn a_survey_counts_and_a_filter_takes_only_what_it_lets_through() {
    let place = Place::new();
    let mailbox = place.mailbox("box", &many(0, 60));
    let look =
        |filter: &Filter| survey(&place.session, &mailbox, filter, &mut |_| {}, &AtomicBool::new(false)).unwrap();
    let all = look(&Filter::default());
    assert_eq!((all.mails, all.matching, all.undated), (60, 60, 0));
    assert_eq!(all.senders, [("friend@y.example".to_owned(), 54), ("privacy@northfold.example".to_owned(), 6)]);
    assert_eq!((all.preview.len(), all.preview[0].day, all.preview[49].day.is_some()), (50, all.last, true));
    assert_eq!(all.first.map(|day| day.to_string()).as_deref(), Some("2024-03-01"));
    let filter = Filter { from: "Northfold".into(), words: "LETTER line 20".into(), ..Filter::default() };
    assert_eq!((look(&filter).mails, look(&filter).matching), (60, 1));
    assert!(place.evidence().is_empty());

    let taken = place.take(&mailbox, &Order { filter, filing: Some(Filing::Letter), ..place.order() });
    assert_eq!((taken.mails, taken.attachments, taken.whole.is_none()), (1, 1, true));
    let letters: Vec<recourse_domain::records::Entry<recourse_domain::records::Correspondence>> =
        place.session.read(|records| Ok(records.list(Which::default())?)).unwrap();
    assert_eq!((letters.len(), letters[0].body.subject.as_str()), (1, "Mail 20"));
    assert_eq!(letters[0].body.message_id.as_deref(), Some("20@x"));
    assert!(place.evidence().iter().all(|item| !item.body.waiting));
}

#[test]
fn the_same_mail_with_other_bytes_is_linked_and_threads_hold_together() {
    let place = Place::new();
    let plain = |id: &str, more: &str| {
        format!(
            "From a@b Tue Mar  5 14:07:09 2024\nFrom: a@b.example\nSubject: s\nMessage-ID: <{id}>\n{more}\nwords\n\n"
        )
    };
    let order = Order { filing: Some(Filing::Letter), ..place.order() };
    let first = plain("1@x", "") + &plain("2@x", "In-Reply-To: <1@x>\n") + &plain("9@x", "");
    assert_eq!(place.take(&place.mailbox("a.mbox", first.as_bytes()), &order).mails, 3);
    // Another copy of the first, and an answer whose question was never kept but which names the first as well.
    let second = plain("1@x", "X-Folder: other\n") + &plain("4@x", "In-Reply-To: <3@x>\nReferences: <1@x> <3@x>\n");
    let taken = place.take(&place.mailbox("b.mbox", second.as_bytes()), &order);
    assert_eq!((taken.mails, taken.linked, taken.already_here), (2, 1, 0));
    let letters: Vec<recourse_domain::records::Entry<recourse_domain::records::Correspondence>> =
        place.session.read(|records| Ok(records.list(Which::default())?)).unwrap();
    let thread = |index: usize| crate::records::thread(&place.session, letters[index].id).unwrap().len();
    assert_eq!((0..5).map(thread).collect::<Vec<_>>(), [4, 4, 0, 4, 4]);
}

#[test]
fn a_maildir_is_a_mailbox_and_an_mbox_is_told_from_other_files() {
    let place = Place::new();
    let at = |name: &str| place.folder.path().join(name);
    for folder in ["Maildir/cur", "Maildir/new", "Maildir/tmp", "plain"] {
        std::fs::create_dir_all(at(folder)).unwrap();
    }
    let one = mail(1);
    let bare = one.split_once('\n').unwrap().1;
    std::fs::write(at("Maildir/cur/1.host:2,S"), bare).unwrap();
    std::fs::write(at("Maildir/new/2.host"), bare.replace("Mail 1", "Mail 2")).unwrap();
    std::fs::write(at("Maildir/tmp/3.host"), "half").unwrap();
    std::fs::write(at("plain/box"), many(0, 3)).unwrap();
    std::fs::write(at("plain/note.txt"), "From here on all is well.").unwrap();
    let (mailboxes, rest) = set_aside(&[at("Maildir"), at("plain")]);
    assert_eq!(mailboxes.iter().map(Mailbox::name).collect::<Vec<_>>(), ["Maildir", "box"]);
    assert_eq!(rest.iter().map(crate::evidence::Source::name).collect::<Vec<_>>(), ["note.txt"]);
    let kept = |mailbox: &Mailbox| place.take(mailbox, &Order { keep_whole: true, ..place.order() });
    assert_eq!((kept(&mailboxes[0]).mails, kept(&mailboxes[1]).mails), (2, 3));
    let names: Vec<_> = place.evidence().into_iter().map(|item| item.body.title).collect();
    assert!(names.iter().any(|title| title.starts_with("Mailbox box, ")), "{names:?}");
    assert!(is_unchanged(&mailboxes[1], &at("plain/box")));
}

/// A mailbox that a mail program writes to is noticed.
fn is_unchanged(mailbox: &Mailbox, path: &Path) -> bool {
    let before = mailbox.unchanged();
    std::fs::write(path, "more").unwrap();
    before && !mailbox.unchanged()
}
