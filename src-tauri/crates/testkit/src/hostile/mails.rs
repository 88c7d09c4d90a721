//! Mails and mailboxes (RFC 5322, MIME) that break every habit.

use std::fmt::Write as _;

use super::HostileFile;
use super::bytes::{base64, noise};
use super::names::attachment_names;

const HEAD: &str = "From: Somebody <a@b.example>\r\nTo: me@here.example\r\nDate: Wed, 3 Nov 2021 10:00:00 +0000\r\n";

pub(super) fn files() -> Vec<HostileFile> {
    [nested(), headers(), character_sets(), boundaries(), mailboxes(), vec![("attachment-names.eml", named())]]
        .concat()
        .into_iter()
        .map(|(name, bytes)| HostileFile::new("mail", name, bytes))
        .collect()
}

type Mail = (&'static str, Vec<u8>);

fn mail(subject: &str, rest: &str) -> Vec<u8> {
    format!("{HEAD}Subject: {subject}\r\n{rest}").into_bytes()
}

fn nested() -> Vec<Mail> {
    let as_it_is =
        format!("{HEAD}Subject: nest\r\nContent-Type: message/rfc822\r\n\r\n").repeat(800) + HEAD + "\r\nend";
    let mut packed = format!("{HEAD}Subject: innermost\r\n\r\nthe innermost");
    for _ in 0..24 {
        let inner = base64(packed.as_bytes());
        packed = format!(
            "{HEAD}Subject: packed\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n{inner}"
        );
    }
    let mut multipart = format!("{HEAD}Subject: multipart\r\n");
    for level in 0..1500 {
        let _infallible = write!(multipart, "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n");
    }
    let parts = "--b\r\nContent-Disposition: inline\r\n\r\nx\r\n".repeat(100_000);
    let parts = mail("parts", &format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{parts}"));
    let attached = "--b\r\nContent-Disposition: attachment; filename=x\r\n\r\nx\r\n".repeat(100_000);
    let attached = mail("attached", &format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{attached}"));
    let mut different = String::new();
    for number in 0..60 {
        let _infallible = write!(
            different,
            "--b\r\nContent-Disposition: attachment; filename=part-{number}.txt\r\n\r\nwords {number}\r\n"
        );
    }
    let different =
        mail("different", &format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{different}--b--\r\n"));
    let alternatives = "--b\r\nContent-Type: text/html\r\n\r\n<b>x</b>\r\n".repeat(3_000);
    let alternatives =
        mail("alternatives", &format!("Content-Type: multipart/alternative; boundary=b\r\n\r\n{alternatives}"));
    vec![
        ("nested-as-it-is.eml", as_it_is.into_bytes()),
        ("nested-packed.eml", packed.into_bytes()),
        ("nested-multipart.eml", multipart.into_bytes()),
        ("a-hundred-thousand-parts.eml", parts),
        ("a-hundred-thousand-attachments.eml", attached),
        ("sixty-different-parts.eml", different),
        ("three-thousand-bodies.eml", alternatives),
    ]
}

fn headers() -> Vec<Mail> {
    let people = "a@b.example, ".repeat(100_000);
    vec![
        ("header-lines.eml", mail("lines", &("X-Filler: y\r\n".repeat(100_000) + "\r\nbody"))),
        ("header-long.eml", mail(&"x".repeat(5 << 20), "\r\nbody")),
        ("header-folded.eml", mail(&"x\r\n ".repeat(200_000), "\r\nbody")),
        ("header-people.eml", mail("people", &format!("Cc: {people}\r\n\r\nbody"))),
        ("header-groups.eml", mail("groups", &format!("Cc: {}\r\n\r\nbody", "g:".repeat(50_000)))),
        ("header-words.eml", mail(&"=?utf-8?Q?".repeat(100_000), "\r\nbody")),
        ("header-brackets.eml", mail(&"(".repeat(1 << 20), &format!("Sender: {}\r\n\r\nbody", "(".repeat(1 << 20)))),
        ("header-nul.eml", mail("a\0b\u{202e}moc\u{7}\u{1b}[31m", "X: \0\r\n\r\nbo\0dy")),
        ("header-only.eml", HEAD.as_bytes().to_vec()),
        ("header-twice.eml", mail("one", &format!("Subject: two\r\n{HEAD}Date: then\r\n\r\nbody"))),
        ("date-of-no-calendar.eml", mail("date", "Date: Thu, 99 Foo 99999 99:99:99 +9999\r\n\r\nbody")),
        ("references.eml", mail("refs", &format!("References: {}\r\n\r\nbody", "<a@b> ".repeat(100_000)))),
        ("message-id-of-itself.eml", mail("own", "Message-ID: <a@b>\r\nIn-Reply-To: <a@b>\r\n\r\nbody")),
        ("carriage-returns-only.eml", b"From: a@b.example\rSubject: s\rDate: x\r\rbody".to_vec()),
    ]
}

fn character_sets() -> Vec<Mail> {
    let stated = |charset: &str, body: &[u8]| {
        let mut bytes = mail(charset, &format!("Content-Type: text/plain; charset=\"{charset}\"\r\n\r\n"));
        bytes.extend(body);
        bytes
    };
    vec![
        ("charset-of-nobody.eml", stated("x-nobodys-own", b"words \xFF\xFE\x80")),
        ("charset-utf-7.eml", stated("utf-7", b"+ADw-script+AD4-")),
        ("charset-utf-16-that-is-not.eml", stated("utf-16", b"plain words, an odd number")),
        ("charset-long.eml", stated(&"x".repeat(100_000), b"words")),
        ("charset-subject.eml", mail("=?x-nobody?B?////?= =?utf-8?B?wyg=?= =?iso-2022-jp?B?GyRC?=", "\r\nbody")),
        ("not-base64.eml", mail("b", "Content-Transfer-Encoding: base64\r\n\r\n=== not base64 \u{fffd} ====")),
        ("not-quoted-printable.eml", mail("q", "Content-Transfer-Encoding: quoted-printable\r\n\r\n=ZZ=\u{1}=3")),
        ("encoding-of-nobody.eml", mail("e", "Content-Transfer-Encoding: x-nobody\r\n\r\nwords")),
        ("noise.eml", [mail("noise", "\r\n"), noise(11, 20_000)].concat()),
    ]
}

fn boundaries() -> Vec<Mail> {
    let multipart = |boundary: &str, body: &str| {
        mail("boundary", &format!("Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n{body}"))
    };
    vec![
        ("boundary-empty.eml", multipart("", "--\r\n\r\nwords\r\n----\r\n")),
        ("boundary-prefix.eml", multipart("a", "--a\r\n\r\none\r\n--ab\r\n\r\ntwo\r\n--a--\r\n--a\r\n\r\nafter\r\n")),
        ("boundary-never.eml", multipart("never", "words that belong to no part")),
        ("boundary-dashes.eml", multipart("-", &"--".repeat(500_000))),
        (
            "calendar-and-winmail.eml",
            multipart(
                "b",
                "--b\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgEA/////wAAAP8=\r\n--b--\r\n",
            ),
        ),
    ]
}

/// Mailboxes whose "From " lines mean several things.
fn mailboxes() -> Vec<Mail> {
    let line = "From a@b.example Wed Nov  3 10:00:00 2021\n";
    let one = format!("{line}From: a@b.example\nDate: Wed, 3 Nov 2021 10:00:00 +0000\nSubject: one\n\n");
    vec![
        (
            "from-inside.mbox",
            format!("{one}words\n\nFrom here on nothing is a mail.\n>From quoted\n\n{one}two\n").into_bytes(),
        ),
        ("from-only.mbox", "From ".repeat(100_000).into_bytes()),
        ("from-lines.mbox", line.repeat(20_000).into_bytes()),
        ("from-without-blank.mbox", format!("{one}words\n{one}words\n").into_bytes()),
        (
            "from-length-lies.mbox",
            format!("{line}Content-Length: 99999999999\nSubject: s\nFrom: a@b\n\nx\n\n{one}y").into_bytes(),
        ),
        ("from-one-line.mbox", format!("{one}{}", "x".repeat(3 << 20)).into_bytes()),
        ("from-carriage-returns.mbox", one.replace('\n', "\r").into_bytes()),
    ]
}

/// One mail whose attachments have names that are dangerous as file names; each attachment says something else.
fn named() -> Vec<u8> {
    let mut body = String::new();
    for (number, stated) in attachment_names().iter().enumerate() {
        let _infallible = write!(
            body,
            "--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; {stated}\r\n\r\nhostile attachment {number}\r\n"
        );
    }
    mail("names", &format!("Content-Type: multipart/mixed; boundary=b\r\n\r\n{body}--b--\r\n"))
}
