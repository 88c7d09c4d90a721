//! A disk without room and a vault in use: one sentence, exit code 3, and nothing half done.

use std::fs::{self, File};
use std::process::Command;

use recourse_tests::{program, wait_for};

use crate::refusals::one_sentence;
use crate::terminal::{Answer, Terminal, text};

/// Kibibytes left free when a file of one mebibyte is added.
const LEFT_FREE: [u32; 5] = [0, 16, 100, 400, 900];

/// What happens on the small disk, seen from inside a name space of its own. It prints a line for each attempt: what was left free, the
/// exit codes of adding, of checking afterwards with room again, of adding with room, and how many temporaries are left.
const ON_A_SMALL_DISK: &str = r#"
home=$1 recourse=$2; shift 2
mount -t tmpfs -o size=16m tmpfs "$home/small" || exit 77
for left in "$@"; do
    vault=$home/small/V.recourse
    rm -rf "$home/small/V.recourse"
    "$recourse" new "$vault" >/dev/null && "$recourse" claim add "$vault" --title T --organisation O >/dev/null &&
        "$recourse" add "$vault" "$home/small.txt" >/dev/null || exit 1
    free=$(df --output=avail -k "$home/small" | tail -n 1)
    head -c $(((free - left) * 1024)) /dev/zero > "$home/small/filler"
    "$recourse" add "$vault" "$home/large.txt" >"$home/out-$left" 2>"$home/err-$left"; added=$?
    rm "$home/small/filler"
    "$recourse" check "$vault" --read-data >"$home/check-$left" 2>&1; checked=$?
    "$recourse" add "$vault" "$home/large.txt" >/dev/null 2>&1; again=$?
    echo "$left $added $checked $again $(ls "$vault/tmp" | wc -l)"
done
"#;

#[test]
fn a_full_disk_is_said_in_a_sentence_and_loses_nothing() {
    let person = Terminal::new();
    fs::create_dir(person.path("small")).unwrap();
    fs::write(person.path("small.txt"), "kept while there was room\n").unwrap();
    fs::write(person.path("large.txt"), "a line of a large file\n".repeat(46_000)).unwrap();
    let mut inside = Command::new("unshare");
    inside.args(["--map-root-user", "--mount", "sh", "-c", ON_A_SMALL_DISK, "sh", &person.at("")]);
    inside.arg(program("recourse")).args(LEFT_FREE.map(|left| left.to_string()));
    inside.env("HOME", person.path("")).env("RECOURSE_PASSPHRASE_FILE", person.path("passphrase.txt"));
    let output = inside.output();
    let Ok(output) = output else {
        println!("left out: this system has no `unshare`");
        return;
    };
    let answer = Answer::of(output);
    if answer.code != Some(0) && answer.out.is_empty() {
        println!("left out: no small disk can be made here ({})", answer.err.trim());
        return;
    }
    assert_eq!(answer.out.lines().count(), LEFT_FREE.len(), "{}{}", answer.out, answer.err);
    for (line, left) in answer.out.lines().zip(LEFT_FREE) {
        let err = fs::read_to_string(person.path(&format!("err-{left}"))).unwrap();
        let check = fs::read_to_string(person.path(&format!("check-{left}"))).unwrap();
        assert_eq!(line, format!("{left} 3 0 0 0"), "{err}{check}");
        one_sentence(&Answer { code: Some(3), out: String::new(), err });
    }
}

#[test]
fn a_vault_that_another_process_has_open_is_left_alone() {
    let person = Terminal::with_a_vault();
    let large = person.path("large.bin");
    File::create(&large).unwrap().set_len(256 << 20).unwrap();
    let first = person.command(&["add", &person.vault(), &text(&large)]).spawn().unwrap();
    let number = first.id().to_string();
    wait_for("the first process to hold the vault", || {
        let holder = fs::read_to_string(format!("{}/lock", person.vault())).unwrap_or_default();
        if holder.trim() == number { Ok(()) } else { Err(holder) }
    });
    signal("STOP", &number);
    let second = person.says(&["status", &person.vault()]);
    let third = person.says(&["add", &person.vault(), &text(&person.path("passphrase.txt"))]);
    signal("CONT", &number);
    let first = Answer::of(first.wait_with_output().unwrap());
    for refused in [second, third] {
        assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""), "{}", refused.err);
        one_sentence(&refused);
        assert!(refused.err.contains("open in another window or program"), "{}", refused.err);
    }
    assert_eq!(first.code, Some(0), "{}{}", first.out, first.err);
    person.does(&["check", &person.vault(), "--read-data"]);
}

fn signal(name: &str, number: &str) {
    let sent = Command::new("kill").args([&format!("-{name}"), number]).status().unwrap();
    assert!(sent.success(), "{name} could not be sent");
}
