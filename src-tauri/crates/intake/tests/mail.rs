//! Mails made here, with every part of a draft in them.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::{Cursor, Write};

use recourse_intake::{MailAddress, MailDraft, ProblemCode, Reading};

const NOTICE: &str = "From MAILER Tue Mar  5 14:07:09 2024\r\n\
Received: from out.north.example by in.person.example with ESMTPS id 7\r\n\tfor <p@person.example>; Tue, 5 Mar 2024 14:07:12 +0000\r\n\
Received: from inner by out.north.example; Tue, 5 Mar 2024 14:07:10 +0000\r\n\
Authentication-Results: in.person.example; dkim=pass header.d=north.example\r\n\
DKIM-Signature: v=1; a=rsa-sha256; d=north.example; b=AAAA\r\n\
From: =?utf-8?Q?Northern_Union_=E2=80=93_Members?= <members@north.example>\r\n\
To: \"Reed, Pat\" <p@person.example>, other@person.example\r\n\
Cc: Undisclosed: a@x.example, b@x.example;\r\n\
Reply-To: privacy@north.example\r\n\
Subject: Notice of a\r\n data incident\r\n\
Date: Tue, 5 Mar 2024 15:07:09 +0100\r\n\
Message-ID: <n1@north.example>\r\n\
In-Reply-To: <q0@person.example>\r\n\
References: <a@x> <q0@person.example>\r\n\
MIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=outer\r\n\r\n\
--outer\r\nContent-Type: multipart/related; boundary=inner\r\n\r\n\
--inner\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
<p>Your name and =A3 details</p><img src=3D\"cid:logo@n\" alt=3DLogo><img src=3D\"https://t.example/p.gif\"><script>x()</script>\r\n\
--inner\r\nContent-Type: image/png\r\nContent-ID: <logo@n>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--inner--\r\n\
--outer\r\nContent-Type: text/csv; charset=iso-8859-1; name=\"list.csv\"\r\nContent-Disposition: attachment; filename=\"list.csv\"\r\nContent-Transfer-Encoding: base64\r\n\r\n6SwxDQo=\r\n\
--outer\r\nContent-Type: message/rfc822\r\n\r\nFrom: deep@x.example\r\nSubject: Inner\r\n\r\ninner words\r\n--outer--\r\n";

fn read(name: &str, bytes: &[u8]) -> Reading {
    common::worker().read(name, bytes).expect("a reading")
}

fn draft(bytes: &[u8]) -> MailDraft {
    let reading = read("x", bytes);
    assert_eq!(reading.problem, None);
    reading.mail.expect("a mail")
}

fn person(name: &str, address: &str) -> MailAddress {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    MailAddress { name: some(name), address: some(address) }
}

#[test]
fn a_notice_fills_the_whole_draft() {
    let mail = draft(NOTICE.as_bytes());
    assert_eq!(mail.from, Some(person("Northern Union – Members", "members@north.example")));
    assert_eq!(mail.to, [person("Reed, Pat", "p@person.example"), person("", "other@person.example")]);
    assert_eq!(mail.cc, [person("", "a@x.example"), person("", "b@x.example")]);
    assert_eq!(mail.reply_to, Some(person("", "privacy@north.example")));
    assert_eq!(mail.subject.as_deref(), Some("Notice of a data incident"));
    let sent = mail.sent.expect("sent");
    assert_eq!(sent.raw, "Tue, 5 Mar 2024 15:07:09 +0100");
    assert_eq!(sent.parsed.map(|at| at.to_rfc3339()).as_deref(), Some("2024-03-05T15:07:09+01:00"));
    let received = mail.received.and_then(|at| at.parsed).map(|at| at.to_rfc3339());
    assert_eq!(received.as_deref(), Some("2024-03-05T14:07:12+00:00"));
    assert_eq!(mail.message_id.as_deref(), Some("n1@north.example"));
    assert_eq!(mail.in_reply_to.as_deref(), Some("q0@person.example"));
    assert_eq!(mail.references, ["a@x", "q0@person.example"]);
    assert_eq!(mail.authentication_results, ["in.person.example; dkim=pass header.d=north.example"]);
    assert!(mail.dkim_signature && !mail.cut);
    assert_eq!(mail.headers[0].name, "Received");
    assert_eq!(mail.headers.len(), 15);
    assert_eq!(mail.text, "Your name and £ details\n\n[Logo]");
    let html = mail.html.expect("HTML");
    assert_eq!(html, "<p>Your name and £ details</p><img src=\"cid:logo@n\" alt=\"Logo\"><img>");
}

#[test]
fn attachments_come_out_byte_for_byte() {
    let mail = draft(NOTICE.as_bytes());
    let listed: Vec<_> = mail
        .attachments
        .iter()
        .map(|a| (a.name.as_str(), a.media_type.as_str(), a.size, a.inline, a.content_id.as_deref(), a.is_mail))
        .collect();
    assert_eq!(
        listed,
        [
            ("attachment-1.png", "image/png", 8, true, Some("logo@n"), false),
            ("list.csv", "text/csv", 5, false, None, false),
            ("Inner.eml", "message/rfc822", 51, false, None, true),
        ]
    );
    let part = |index| common::worker().part(index, NOTICE.as_bytes());
    assert_eq!(part(0).expect("png"), b"\x89PNG\r\n\x1A\n");
    // The byte that was sent, not its translation into UTF-8.
    assert_eq!(part(1).expect("csv"), b"\xE9,1\r\n");
    let inner = part(2).expect("mail");
    assert_eq!(draft(&inner).text, "inner words");
    let missing = part(3).expect_err("no fourth").into_problem().expect("a problem");
    assert_eq!(missing.code, ProblemCode::NotThere);
}

#[test]
fn bare_letters_and_missing_headers_are_read_as_well_as_can_be() {
    let mail = draft(b"From: Jos\xE9 <j@x.example>\nSubject: Caf\xE9 \x96 notice\n\nna\xEFve");
    assert_eq!(mail.from, Some(person("José", "j@x.example")));
    assert_eq!(mail.subject.as_deref(), Some("Café – notice"));
    let mail = draft(b"Subject: only\nTo:\n\nwords");
    assert_eq!((mail.from, mail.sent, mail.text.as_str()), (None, None, "words"));
    let mail = draft(b"From: a@b.example\nSubject: s\nContent-Type: text/plain; charset=no-such\n\nplain words");
    assert_eq!(mail.text, "plain words");
    assert_eq!(
        read("x.mbox", b"From a b\nFrom: a@b\nTo: c\n\nx\n\nFrom a b\n").problem.map(|p| p.code),
        Some(ProblemCode::Mailbox)
    );
}

#[test]
fn a_saved_page_in_one_file_is_a_page() {
    let page = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://north.example/notice\r\nSubject: Notice\r\nMIME-Version: 1.0\r\n\
Content-Type: multipart/related; type=\"text/html\"; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://north.example/notice\r\n\r\n\
<html><head><title>Data notice</title></head><body><h1>What happened</h1></body></html>\r\n--b--\r\n";
    let reading = read("saved", page.as_bytes());
    assert_eq!(reading.title.as_deref(), Some("Data notice"));
    assert_eq!(reading.address.as_deref(), Some("https://north.example/notice"));
    assert!(reading.text[0].text.contains("What happened"));
}

/// An Outlook message with the given streams; every storage on the way is made.
fn outlook(streams: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a compound file");
    for (path, bytes) in streams {
        if let Some((storage, _)) = path.rsplit_once('/').filter(|(storage, _)| !storage.is_empty()) {
            file.create_storage_all(storage).expect("a storage");
        }
        file.create_stream(path).expect("a stream").write_all(bytes).expect("written");
    }
    file.flush().expect("flushed");
    file.into_inner().into_inner()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn properties(header: usize, entries: &[(u32, u64)]) -> Vec<u8> {
    let mut bytes = vec![0; header];
    for (tag, value) in entries {
        bytes.extend(tag.to_le_bytes());
        bytes.extend([0; 4]);
        bytes.extend(value.to_le_bytes());
    }
    bytes
}

#[test]
fn an_outlook_message_fills_the_draft_too() {
    // 5 March 2024, 14:07:09 UTC in tenths of microseconds since 1601.
    let sent = (1_709_647_629 + 11_644_473_600) * 10_000_000;
    let inner = "/__attach_version1.0_#00000001/__substg1.0_3701000D";
    let bytes = outlook(&[
        ("/__properties_version1.0", properties(32, &[(0x0039_0040, sent), (0x3FDE_0003, 1252)])),
        ("/__substg1.0_0037001F", wide("Notice of a data incident")),
        ("/__substg1.0_0C1A001F", wide("Northern Union")),
        ("/__substg1.0_0C1F001F", wide("/O=NORTH/CN=MEMBERS")),
        ("/__substg1.0_5D01001F", wide("members@north.example")),
        ("/__substg1.0_1000001F", wide("Your name\r\nand more")),
        ("/__substg1.0_10130102", b"<p>\xA35</p><img src='http://t.example/x'>".to_vec()),
        ("/__substg1.0_1035001F", wide("<o1@north.example>")),
        ("/__recip_version1.0_#00000000/__properties_version1.0", properties(8, &[(0x0C15_0003, 1)])),
        ("/__recip_version1.0_#00000000/__substg1.0_3001001F", wide("Pat Reed")),
        ("/__recip_version1.0_#00000000/__substg1.0_39FE001F", wide("p@person.example")),
        ("/__recip_version1.0_#00000001/__properties_version1.0", properties(8, &[(0x0C15_0003, 2)])),
        ("/__recip_version1.0_#00000001/__substg1.0_3003001F", wide("c@person.example")),
        ("/__attach_version1.0_#00000000/__substg1.0_3707001F", wide("letter.pdf")),
        ("/__attach_version1.0_#00000000/__substg1.0_370E001F", wide("application/pdf")),
        ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"%PDF-1.4 tiny".to_vec()),
        ("/__attach_version1.0_#00000001/__substg1.0_3001001F", wide("Forwarded")),
        (&format!("{inner}/__properties_version1.0"), properties(24, &[(0x0039_0040, sent)])),
        (&format!("{inner}/__substg1.0_0037001F"), wide("Inner notice")),
        (&format!("{inner}/__substg1.0_1000001F"), wide("inner words")),
    ]);
    let mail = draft(&bytes);
    assert_eq!(mail.from, Some(person("Northern Union", "members@north.example")));
    assert_eq!(mail.to, [person("Pat Reed", "p@person.example")]);
    assert_eq!(mail.cc, [person("", "c@person.example")]);
    assert_eq!(mail.subject.as_deref(), Some("Notice of a data incident"));
    let at = mail.sent.and_then(|at| at.parsed).map(|at| at.to_rfc3339());
    assert_eq!(at.as_deref(), Some("2024-03-05T14:07:09+00:00"));
    assert_eq!(mail.message_id.as_deref(), Some("o1@north.example"));
    assert_eq!(mail.text, "Your name\nand more");
    assert_eq!(mail.html.as_deref(), Some("<p>£5</p><img>"));
    let names: Vec<_> = mail.attachments.iter().map(|a| (a.name.as_str(), a.is_mail)).collect();
    assert_eq!(names, [("letter.pdf", false), ("Forwarded", true)]);
    let worker = common::worker();
    assert_eq!(worker.part(0, bytes.as_slice()).expect("the letter"), b"%PDF-1.4 tiny");
    let inner = draft(&worker.part(1, bytes.as_slice()).expect("the inner mail"));
    assert_eq!((inner.subject.as_deref(), inner.text.as_str()), (Some("Inner notice"), "inner words"));
    assert_eq!(
        inner.sent.and_then(|at| at.parsed).map(|at| at.to_rfc3339()).as_deref(),
        Some("2024-03-05T14:07:09+00:00")
    );
}

#[test]
fn transport_headers_say_more_than_properties() {
    let bytes = outlook(&[
        ("/__properties_version1.0", properties(32, &[])),
        ("/__substg1.0_0037001F", wide("Property subject")),
        (
            "/__substg1.0_007D001F",
            wide(
                "Received: by x; Tue, 5 Mar 2024 14:07:12 +0000\r\nFrom: A <a@x.example>\r\nDate: Tue, 5 Mar 2024 15:07:09 +0100\r\nDKIM-Signature: v=1\r\n",
            ),
        ),
    ]);
    let mail = draft(&bytes);
    assert_eq!(mail.from, Some(person("A", "a@x.example")));
    assert_eq!(mail.subject.as_deref(), Some("Property subject"));
    assert_eq!(mail.sent.map(|at| at.raw).as_deref(), Some("Tue, 5 Mar 2024 15:07:09 +0100"));
    assert!(mail.dkim_signature && mail.received.is_some());
}

/// Rich text as Outlook stores it where it was not worth packing (MS-OXRTFCP, "MELA").
fn unpacked(rich: &str) -> Vec<u8> {
    let length = rich.len() as u32;
    [&(length + 12).to_le_bytes()[..], &length.to_le_bytes(), b"MELA\0\0\0\0", rich.as_bytes()].concat()
}

#[test]
fn an_outlook_message_with_only_rich_text_has_its_words() {
    let message = |rich: &str| {
        let bytes = outlook(&[
            ("/__properties_version1.0", properties(32, &[])),
            ("/__substg1.0_0037001F", wide("Notice")),
            ("/__substg1.0_10090102", unpacked(rich)),
        ]);
        let reading = read("notice.msg", &bytes);
        assert_eq!(reading.problem, None);
        reading.mail.expect("a mail")
    };
    let plain = message(r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}Your name\par and more}");
    assert_eq!((plain.text.as_str(), plain.html), ("Your name\nand more", None));
    let wrapped = message(
        r"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}Your <b>{\*\htmltag <script>x()</script>}{\*\htmltag72 </p>}}",
    );
    assert_eq!(wrapped.html.as_deref(), Some("<p>Your <b></b></p>"));
    assert_eq!(wrapped.text.trim(), "Your");
}
