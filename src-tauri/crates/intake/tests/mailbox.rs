//! Mailboxes: where mails begin and end, compared with Python's `mailbox`, and many mails read in one worker.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::Cursor;
use std::process::Command;

use proptest::prelude::*;
use recourse_intake::mailbox::{MailWords, Span, Splitter};
use recourse_intake::worker::Limits;

/// A byte order mark.
const MARK: &str = "\u{FEFF}";
const ENVELOPE: &str = "From news@x.example Tue Mar  5 14:07:09 2024\n";

fn spans(bytes: &[u8]) -> Vec<Span> {
    Splitter::new(Cursor::new(bytes)).collect::<Result<_, _>>().expect("memory can be read")
}

fn mails(bytes: &[u8]) -> Vec<&str> {
    let cut = |span: Span| std::str::from_utf8(&bytes[span.start as usize..span.end as usize]).expect("text");
    spans(bytes).into_iter().map(cut).collect()
}

#[test]
fn a_separator_is_an_envelope_line_after_a_blank_line_and_before_a_header() {
    let box_of = |body: &str| format!("{ENVELOPE}Subject: one\n\n{body}\n{ENVELOPE}Subject: two\n\nend\n");
    for words in [
        "From the start we said so.\n",
        "x\n\nFrom Tuesday on, at 10:30 in 2024, all is well.\n",
        "x\n\nFrom Tuesday 10:30 2024\n\nSubject: not a header here\n",
        "x\nFrom a@b Tue Mar  5 14:07:09 2024\nSubject: no blank line before\n",
        "x\n\n>From a@b Tue Mar  5 14:07:09 2024\nSubject: escaped\n",
        "x\n\nFrom \nSubject: no time\n",
    ] {
        let whole = box_of(words);
        assert_eq!(mails(whole.as_bytes()), [&*format!("Subject: one\n\n{words}"), "Subject: two\n\nend\n"], "{words}");
    }
    // A body that states its length may hold a whole mailbox.
    let inner = format!("see:\n\n{ENVELOPE}Subject: inner\n\nx\n");
    let stated = |length: usize| {
        format!("{ENVELOPE}Subject: one\nContent-Length: {length}\n\n{inner}\n{ENVELOPE}Subject: two\n\nend\n")
    };
    assert_eq!(mails(stated(inner.len()).as_bytes()).len(), 2);
    // A length that leads nowhere is not believed.
    for wrong in [0, inner.len() - 1, inner.len() + 5, usize::MAX / 2] {
        assert_eq!(mails(stated(wrong).as_bytes()).len(), 3, "{wrong}");
    }
}

#[test]
fn line_ends_marks_and_odd_beginnings() {
    let windows =
        format!("\u{FEFF}{ENVELOPE}Subject: one\n\na\n\n{ENVELOPE}Subject: two\n\nb\n\n").replace('\n', "\r\n");
    assert_eq!(mails(windows.as_bytes()), ["Subject: one\r\n\r\na\r\n", "Subject: two\r\n\r\nb\r\n"]);
    let takeout = "From 1834@xxx Thu Sep 16 07:27:52 +0000 2021\r\nX-GM-THRID: 1834\r\nSubject: a\r\n\r\nx\r\n\r\n";
    assert_eq!(mails(takeout.repeat(3).as_bytes()), ["X-GM-THRID: 1834\r\nSubject: a\r\n\r\nx\r\n"; 3]);
    // Words before the first separator are a mail, blank lines are not.
    assert_eq!(mails(format!("Subject: first\n\nx\n\n{ENVELOPE}Subject: two\n\n").as_bytes()).len(), 2);
    assert_eq!(mails(format!("\n\n{ENVELOPE}Subject: one\n\nx").as_bytes()), ["Subject: one\n\nx"]);
    assert!(spans(b"").is_empty() && spans(b"\n \r\n").is_empty());
    assert_eq!(mails(b"From x"), [""]);
}

#[test]
fn a_mail_longer_than_any_window_and_one_at_its_edge() {
    for length in [(1 << 20) - 60..(1 << 20) + 4, (5 << 20)..(5 << 20) + 1].into_iter().flatten() {
        let body = "x".repeat(length);
        let whole = format!("{ENVELOPE}Subject: one\n\n{body}\n\n{ENVELOPE}Subject: two\n\nend\n");
        assert_eq!(mails(whole.as_bytes())[0].len(), "Subject: one\n\n\n".len() + length, "{length}");
        assert_eq!(spans(whole.as_bytes()).len(), 2, "{length}");
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_between_mails(
        pieces in prop::collection::vec(prop::sample::select(vec![
            ENVELOPE, "From here\n", ">From x\n", "Subject: s\n", "Content-Length: 9\n", "\n", "\r\n", "words\n", "From ", "\u{FEFF}", " ",
        ]), 0..60)
    ) {
        let whole = pieces.concat();
        let found = spans(whole.as_bytes());
        let mut at = 0;
        for span in &found {
            // Between the end of one mail and the separator of the next only a line end or blank space is left out.
            let gap = &whole.as_bytes()[at as usize..span.separator as usize];
            prop_assert!(gap.iter().all(u8::is_ascii_whitespace) || gap == MARK.as_bytes(), "{gap:?}");
            prop_assert!(span.separator <= span.start && span.start <= span.end);
            let line = &whole.as_bytes()[span.separator as usize..span.start as usize];
            prop_assert!(line.is_empty() || (line.len() >= 5 && memchr::memchr(b'\n', line).is_none_or(|end| end + 1 == line.len())));
            at = span.end;
        }
        prop_assert!(whole.as_bytes()[at as usize..].iter().all(|b| b.is_ascii_whitespace() || MARK.as_bytes().contains(b)));
    }
}

/// Writes a mailbox with hostile lines by Python's own module, and prints what that module reads back, in hex.
const ORACLE: &str = r#"
import mailbox, sys
box = mailbox.mbox(sys.argv[1])
bodies = ['plain\n', 'From the start\n', 'x\n\nFrom a@b Tue Mar  5 14:07:09 2024\nSubject: words\n', '\n', 'no end', '>From x\n', 'tail\n\n\n']
for i, body in enumerate(bodies):
    m = mailbox.mboxMessage('Subject: %d\nMessage-ID: <%d@x>\n\n%s' % (i, i, body))
    m.set_from('a@b', True)
    box.add(m)
box.flush()
box.close()
if len(sys.argv) > 2:
    open(sys.argv[1], 'ab').write(sys.argv[2].encode())
for m in mailbox.mbox(sys.argv[1]).iterkeys():
    print(mailbox.mbox(sys.argv[1]).get_bytes(m).hex())
"#;

fn python(more: &[&str]) -> Option<(Vec<u8>, Vec<Vec<u8>>)> {
    if !common::have("python3") {
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("box.mbox");
    let out = Command::new("python3").arg("-c").arg(ORACLE).arg(&path).args(more).output().expect("python");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let bytes = |line: &str| {
        (0..line.len()).step_by(2).map(|at| u8::from_str_radix(&line[at..at + 2], 16).expect("hex")).collect()
    };
    let theirs = String::from_utf8_lossy(&out.stdout).lines().map(bytes).collect();
    Some((std::fs::read(path).expect("the mailbox"), theirs))
}

#[test]
fn python_reads_the_same_mails_from_its_own_mailbox() {
    let Some((whole, theirs)) = python(&[]) else { return };
    let ours: Vec<Vec<u8>> =
        spans(&whole).into_iter().map(|span| whole[span.start as usize..span.end as usize].to_vec()).collect();
    assert_eq!(theirs.len(), 7);
    assert_eq!(ours, theirs);
}

/// Python takes every line that begins with `From ` for a separator. A mail program that does not escape them (mboxcl2, and some
/// exports) writes such lines in the middle of a letter: Python then makes two broken mails of one, and we keep the letter whole.
#[test]
fn where_python_cuts_a_letter_in_two_it_stays_whole() {
    let letter = format!("{ENVELOPE}Subject: letter\n\nDear Ruth,\n\nFrom the start we said so.\n");
    let Some((whole, theirs)) = python(&[&format!("\n{letter}")]) else { return };
    assert_eq!(theirs.len(), 9);
    assert_eq!(spans(&whole).len(), 8);
    assert!(mails(&whole)[7].ends_with("From the start we said so.\n"));
}

fn mail(number: usize, extra: &str) -> Vec<u8> {
    format!(
        "From: Ann <Ann{number}@x.example>\nTo: Ruth <ruth@y.example>\nSubject: Mail {number}\nDate: Tue, 5 Mar 2024 23:30:00 -0500\n\
         Message-ID: <{number}@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\
         The password was Kestrel.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=\"list {number}.txt\"\n\
         Content-Transfer-Encoding: base64\n\ncm93IG9uZQ==\n{extra}--b--\n"
    )
    .into_bytes()
}

#[test]
fn many_mails_are_read_in_one_worker() {
    let worker = common::worker();
    let all: Vec<Vec<u8>> = (0..40).map(|number| mail(number, "")).collect();
    let slices: Vec<&[u8]> = all.iter().map(Vec::as_slice).collect();
    let heads = worker.mail_heads(&slices, &MailWords::of("")).expect("heads");
    assert_eq!(heads.len(), 40);
    assert_eq!((heads[7].from.as_str(), heads[7].address.as_str()), ("Ann <Ann7@x.example>", "ann7@x.example"));
    assert_eq!((heads[7].subject.as_str(), heads[7].to.as_str()), ("Mail 7", "Ruth <ruth@y.example>"));
    // The day is the sender's own, the instant is one for all.
    assert_eq!(heads[7].day.map(|day| day.to_string()).as_deref(), Some("2024-03-05"));
    assert_eq!(heads[7].at, Some(1_709_699_400));
    let found = |words: &str| {
        let heads = worker.mail_heads(&slices, &MailWords::of(words)).expect("heads");
        heads.iter().filter(|head| head.matches).count()
    };
    assert_eq!([found("kestrel PASSWORD"), found("mail 39"), found("kestrel heron")], [40, 1, 0]);

    let read = worker.mails(&slices).expect("mails");
    let one = &read[39];
    assert_eq!(one.reading.mail.as_ref().and_then(|mail| mail.message_id.as_deref()), Some("39@x"));
    assert_eq!(one.reading.text[0].text, "The password was Kestrel.");
    assert_eq!(
        (one.parts.len(), one.parts[0].name.as_str(), one.parts[0].bytes.as_slice()),
        (1, "list 39.txt", &b"row one"[..])
    );
    assert_eq!(one.parts[0].reading.as_ref().map(|reading| reading.text[0].text.as_str()), Some("row one"));
    assert!(one.left_inside.is_empty());
}

#[test]
fn a_mail_that_kills_the_worker_costs_only_itself() {
    // So little memory that the large mail cannot be read and the small ones can.
    let worker = common::worker().with_limits(Limits { memory: 420 << 20, ..Limits::default() });
    let words = "Content-Type: text/html\n\n<p>".to_owned() + &"x ".repeat(60 << 20);
    let hostile = format!("Subject: large\nMIME-Version: 1.0\n{words}");
    let all = [mail(1, ""), hostile.into_bytes(), mail(2, "")];
    let slices: Vec<&[u8]> = all.iter().map(Vec::as_slice).collect();
    let read = worker.mails(&slices).expect("an answer for each");
    assert_eq!(read.iter().map(|one| one.reading.problem.is_some()).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!(read[2].parts.len(), 1);
}

#[test]
fn invitations_and_winmail_are_attachments() {
    let extra = "--b\nContent-Type: text/calendar; method=REQUEST; name=invite.ics\nContent-Transfer-Encoding: base64\n\nQkVHSU46VkNBTEVOREFS\n\
        --b\nContent-Type: application/ms-tnef; name=\"winmail.dat\"\nContent-Disposition: attachment; filename=winmail.dat\n\
        Content-Transfer-Encoding: base64\n\neJ8+Ig==\n";
    let bytes = mail(1, extra);
    let read = common::worker().mails(&[&bytes]).expect("a mail");
    let parts: Vec<(&str, &[u8])> =
        read[0].parts.iter().map(|part| (part.name.as_str(), part.bytes.as_slice())).collect();
    assert_eq!(parts[1..], [("invite.ics", &b"BEGIN:VCALENDAR"[..]), ("winmail.dat", &b"x\x9F>\""[..])]);
    // An invitation that stands in place of the body, as some calendars send it, is not lost either.
    let alternative = b"Subject: s\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nMeet\n\
        --b\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\n--b--\n";
    let read = common::worker().mails(&[alternative]).expect("a mail");
    assert_eq!(read[0].parts.len(), 1, "{:?}", read[0].reading.mail);
}
