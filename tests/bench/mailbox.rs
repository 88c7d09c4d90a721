//! A mailbox of Takeout's size: seconds, memory, and how it compares with Python's `mailbox` on the same file.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::{GIB, VAULT, copy_and_sync, memory, recourse, timed};

const MAILS: u64 = 20_000;

/// Numbers without any pattern that a cipher or a packer could make use of, the same every time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn base64(&mut self, into: &mut String, bytes: u64) {
        const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for _ in 0..bytes / 57 {
            for _ in 0..19 {
                let mut number = self.next();
                for _ in 0..4 {
                    into.push(char::from(LETTERS[(number & 63) as usize]));
                    number >>= 6;
                }
            }
            into.push('\n');
        }
    }

    fn words(&mut self, into: &mut String, count: u64) {
        const WORDS: [&str; 16] = [
            "member", "letter", "claim", "notice", "kestrel", "society", "the", "and", "of", "breach", "account", "we",
            "data", "you", "reply", "date",
        ];
        for index in 0..count {
            into.push_str(WORDS[(self.next() & 15) as usize]);
            into.push(if index % 12 == 11 { '\n' } else { ' ' });
        }
    }
}

/// A mixture as people have it: half plain, a third with an HTML body too, and some with attachments from 20 KiB to 2 MiB.
fn make(path: &Path) -> u64 {
    let (mut numbers, mut length) = (Numbers(0x9e37_79b9_7f4a_7c15), 0);
    let mut file = BufWriter::new(File::create(path).unwrap());
    for number in 0..MAILS {
        let (html, attached) = (number % 3 == 0, number % 5 == 0 || number % 7 == 0);
        let mut mail = format!(
            "From {number}@xxx Tue Mar 05 14:07:09 +0000 2024\nX-GM-THRID: {number}\nReceived: by mx.example; Tue, 5 Mar 2024 14:07:10 +0000\n\
             From: Sender {} <s{}@x{}.example>\nTo: Ruth <ruth@home.example>\nSubject: Mail number {number}\nMessage-ID: <{number}@bench.example>\n\
             References: <{}@bench.example>\nDate: {} Mar 2024 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=bb\n\n\
             --bb\nContent-Type: text/plain; charset=utf-8\n\n",
            number % 97,
            number % 97,
            number % 11,
            number / 2,
            1 + number % 28
        );
        let count = 200 + numbers.next() % 600;
        numbers.words(&mut mail, count);
        if html {
            mail.push_str("\n--bb\nContent-Type: text/html; charset=utf-8\n\n<html><body>");
            for _ in 0..20 {
                mail.push_str("<p>");
                numbers.words(&mut mail, 40);
                mail.push_str("</p>\n");
            }
            mail.push_str("</body></html>");
        }
        if attached {
            let size = if number % 70 == 0 { 1_500_000 } else { 20_000 + numbers.next() % 100_000 };
            mail.push_str(&format!(
                "\n--bb\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"file-{number}.bin\"\n\
                 Content-Transfer-Encoding: base64\n\n"
            ));
            numbers.base64(&mut mail, size);
        }
        mail.push_str("\n--bb--\n\n");
        length += mail.len() as u64;
        file.write_all(mail.as_bytes()).unwrap();
    }
    file.into_inner().unwrap().sync_all().unwrap();
    length
}

/// What a program and its children hold now, in KiB.
fn memory_with_children(process: u32) -> u64 {
    let mut sum = memory(process).unwrap_or_default();
    for task in fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten() {
        let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        sum += children.split_whitespace().filter_map(|child| memory(child.parse().ok()?)).sum::<u64>();
    }
    sum
}

/// Runs `recourse add` and gives its time and the most memory held after unlocking, its reading processes included.
fn add(home: &Path, words: &[&str], unlock: Duration) -> (Duration, u64) {
    let started = Instant::now();
    let mut adding = recourse(home, words).spawn().unwrap();
    let (id, ended, peak) = (adding.id(), Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let (over, most) = (Arc::clone(&ended), Arc::clone(&peak));
    let watcher = thread::spawn(move || {
        // Unlocking takes memory on purpose; what counts is what comes after.
        thread::sleep(unlock);
        while !over.load(Ordering::Relaxed) {
            most.fetch_max(memory_with_children(id), Ordering::Relaxed);
            thread::sleep(Duration::from_millis(5));
        }
    });
    assert!(adding.wait().unwrap().success());
    let alone = started.elapsed().saturating_sub(unlock);
    ended.store(true, Ordering::Relaxed);
    watcher.join().unwrap();
    (alone, peak.load(Ordering::Relaxed))
}

/// Goes through the mailbox as a script would: every mail parsed, three headers and all payloads looked at.
const PYTHON: &str = "
import mailbox, sys
n = 0
for m in mailbox.mbox(sys.argv[1]):
    m['From'], m['Subject'], m['Message-ID']
    for p in m.walk():
        n += len(p.get_payload(decode=True) or b'')
print(n)
";

#[test]
#[ignore = "a measurement; cargo xtask bench"]
fn a_mailbox_of_twenty_thousand_mails() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let length = make(&home.join("Takeout.mbox"));
    assert!(length >= GIB, "{length}");
    timed(recourse(home, &["sample", VAULT]));
    let copy = copy_and_sync(&home.join("Takeout.mbox"), &home.join("copy.mbox"));
    fs::remove_file(home.join("copy.mbox")).unwrap();
    let unlock = timed(recourse(home, &["status", VAULT]));
    let started = Instant::now();
    let mut python = Command::new("python3");
    python.arg("-c").arg(PYTHON).arg(home.join("Takeout.mbox")).stdout(Stdio::null());
    let python = python.status().map(|status| (status, started.elapsed()));

    let (mails, held) = add(home, &["add", VAULT, "Takeout.mbox", "--mail-to", "ruth"], unlock);
    let mib = length as f64 / f64::from(1 << 20);
    println!("mailbox of {MAILS} mails    {mib:.0} MiB");
    println!("unlock                     {:.2} s", unlock.as_secs_f64());
    println!("copy and sync the same     {:.2} s", copy.as_secs_f64());
    println!("mails taken, after unlock  {:.2} s = {:.1} MiB/s", mails.as_secs_f64(), mib / mails.as_secs_f64());
    println!("memory with its readers    {held} KiB at most");
    if let Ok((status, python)) = python {
        assert!(status.success());
        println!(
            "Python over the same file  {:.2} s = {:.2} x ours",
            python.as_secs_f64(),
            python.as_secs_f64() / mails.as_secs_f64()
        );
    }
    let (again, _) = add(home, &["add", VAULT, "Takeout.mbox"], unlock);
    println!("the file kept whole, every mail already here {:.2} s", again.as_secs_f64());
}
