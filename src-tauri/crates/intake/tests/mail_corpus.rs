//! Real mails against Python's `email` package, and against what a person reads in them.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::collections::BTreeMap;
use std::process::Command;

use recourse_intake::{MailDraft, Reading};
use serde_json::Value;

/// What Python reads: sender, instant with its zone, subject, words of the plain body, number of attachments, and the bytes of every
/// part that has a name, in hex.
const ORACLE: &str = r"
import email, email.policy, email.utils, json, sys
for path in sys.argv[1:]:
    m = email.message_from_bytes(open(path, 'rb').read(), policy=email.policy.default)
    def get(f):
        try: return f()
        except Exception: return None
    def named(part):
        if part.get_content_type() == 'message/rfc822': return
        if part.is_multipart():
            for one in part.iter_parts(): yield from named(one)
        elif get(part.get_filename): yield (part.get_payload(decode=True) or b'').hex()
    def leaves(part):
        if part.is_multipart() and part.get_content_maintype() == 'multipart':
            for one in part.iter_parts(): yield from leaves(one)
        else: yield part
    def hangs(part):
        words = part.get_content_type() in ('text/plain', 'text/html')
        return not words or part.get_content_disposition() == 'attachment' or get(part.get_filename)
    def body():
        part = m.get_body(preferencelist=('plain', 'html'))
        return ' '.join(part.get_content().split()) if part.get_content_type() == 'text/plain' else None
    def instant():
        d = email.utils.parsedate_to_datetime(str(m['date']))
        return d.isoformat()
    print(json.dumps({
        'file': path.rsplit('/', 1)[-1],
        'from': get(lambda: email.utils.parseaddr(str(m['from']))[1]) if m['from'] else None,
        'date': get(instant) if m['date'] else None,
        'subject': get(lambda: str(m['subject'])) if m['subject'] is not None else None,
        'words': get(body),
        'hanging': get(lambda: len([p for p in leaves(m) if hangs(p)])),
        'parts': get(lambda: list(named(m))) or [],
    }))
";

/// Where the two differ, and who is right.
const DIFFERENCES: &[(&str, &str, &str)] = &[
    (
        "legacy__026.eml",
        "parts",
        "Python undoes x-uuencode, an encoding that MIME never had; ours are the bytes as they were sent",
    ),
    (
        "malformed__007.eml",
        "hanging",
        "Python is right: boundary \"a\" is no prefix of \"ab\" (RFC 2046, 5.1.1); our parser makes an attachment of the inner part",
    ),
    (
        "malformed__012.eml",
        "hanging",
        "Python is right: the outer boundary ends the inner one that was left open; ours takes two of the three nested mails out",
    ),
    (
        "thirdparty__004.eml",
        "words",
        "all six parts are words without a name and are shown one after another by mail programs and by us; Python takes the first",
    ),
    ("rfc__004.eml", "from", "a bare word that is no address: Python calls it one, for us it is a name"),
];

#[test]
fn python_reads_the_same() {
    let Some(folder) = common::corpus("mail").filter(|_| common::have("python3")) else { return };
    let files: Vec<_> =
        common::files(&folder).into_iter().filter(|p| p.extension().is_some_and(|e| e == "eml")).collect();
    let out = Command::new("python3").arg("-c").arg(ORACLE).args(&files).output().expect("python");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let (mut compared, mut wrong) = (0, Vec::new());
    for line in String::from_utf8_lossy(&out.stdout).lines() {
        let theirs: Value = serde_json::from_str(line).expect("a line of JSON");
        let name = theirs["file"].as_str().expect("a name").to_owned();
        let ours = ours(&std::fs::read(folder.join(&name)).expect("the mail"));
        for (what, value) in ours {
            // Where there is no plain body Python gives none; ours is made from the HTML.
            if what == "words" && theirs[what].is_null() {
                continue;
            }
            compared += 1;
            let explained = DIFFERENCES.iter().any(|(file, field, _)| *file == name && *field == what);
            if value != theirs[what] && !explained {
                wrong.push(format!("{name} {what}: ours {value}, Python's {}", theirs[what]));
            }
        }
    }
    eprintln!(
        "mails: {} files, {compared} fields compared, {} explained, {} unexplained",
        files.len(),
        DIFFERENCES.len(),
        wrong.len()
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(compared >= 80);
}

fn ours(bytes: &[u8]) -> BTreeMap<&'static str, Value> {
    let worker = common::worker();
    let mail = draft(worker.read("mail.eml", bytes).expect("a reading"));
    let parts = mail.attachments.iter().filter(|a| !a.is_mail && !a.name.starts_with("attachment-")).map(|a| {
        let bytes = worker.part(a.index, bytes).expect("the part");
        assert_eq!(bytes.len() as u64, a.size, "{}", a.name);
        bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    });
    BTreeMap::from([
        ("from", mail.from.and_then(|from| from.address).into()),
        ("date", mail.sent.and_then(|sent| sent.parsed).map(|at| at.format("%Y-%m-%dT%H:%M:%S%:z").to_string()).into()),
        ("subject", mail.subject.into()),
        ("parts", parts.collect::<Vec<_>>().into()),
        ("words", mail.text.split_whitespace().collect::<Vec<_>>().join(" ").into()),
        ("hanging", mail.attachments.len().into()),
    ])
}

fn draft(reading: Reading) -> MailDraft {
    assert_eq!(reading.problem, None);
    reading.mail.expect("a mail")
}

/// Read by eye: what Python cannot tell us (attachment count with nested mails, received time, words of the body).
#[test]
fn what_a_person_reads_in_them() {
    let Some(folder) = common::corpus("mail") else { return };
    let worker = common::worker();
    let read =
        |name: &str| draft(worker.read(name, std::fs::File::open(folder.join(name)).expect("a mail")).expect("read"));
    for (name, attachments, nested, words) in [
        ("legacy__001.eml", 0, 0, "Die Hasen klagten einst über ihre mißliche Lage"),
        ("legacy__021.eml", 3, 0, "A HARE one day ridiculed the short feet"),
        ("legacy__051.eml", 4, 0, "Die Hasen und die Frösche"),
        ("malformed__012.eml", 2, 2, ""),
        ("malformed__022.eml", 1, 1, "hello"),
        ("rfc__004.eml", 2, 2, "Introductory text or table of contents"),
        ("rfc__009.eml", 1, 1, "Hello"),
        ("thirdparty__014.eml", 0, 0, "I am writting my first C application"),
        ("thirdparty__019.eml", 2, 0, "Search for hähä"),
        ("strangeDate.msg", 0, 0, "Purpose: Provide example of this file type"),
    ] {
        let mail = read(name);
        assert_eq!(mail.attachments.len(), attachments, "{name}");
        assert_eq!(mail.attachments.iter().filter(|a| a.is_mail).count(), nested, "{name}");
        assert!(mail.text.contains(words), "{name}: {}", mail.text);
    }
    let mail = read("thirdparty__014.eml");
    let received = mail.received.and_then(|at| at.parsed).map(|at| at.to_rfc3339());
    assert_eq!(received.as_deref(), Some("2011-03-09T06:19:47-05:00"));
    assert_eq!(read("legacy__026.eml").attachments[0].name, "HasenundFrösche.txt");
    assert_eq!(read("strangeDate.msg").subject.as_deref(), Some("MSG Test File"));
}
