//! Backups: only what is new is written, a killed or full one leaves the last one whole, and a vault is made anew from it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use recourse_tests::program;

use crate::refusals::one_sentence;
use crate::terminal::{Answer, Terminal, text};

/// Moments at which a backup is killed, spread over the time that it takes.
const MOMENTS: u32 = 12;

fn with_papers() -> Terminal {
    let person = Terminal::with_a_quick_vault();
    fs::create_dir(person.path("stick")).unwrap();
    fs::write(person.path("one.txt"), "What was said on the telephone.\n".repeat(300)).unwrap();
    large(&person, "two.bin", 2_000_000, 7);
    person.does(&["add", &person.vault(), &person.at("one.txt"), &person.at("two.bin")]);
    person
}

fn large(person: &Terminal, name: &str, bytes: u32, salt: u32) {
    let content: Vec<u8> = (0..bytes).map(|n| (n.wrapping_mul(2_654_435_761).wrapping_add(salt) >> 21) as u8).collect();
    fs::write(person.path(name), content).unwrap();
}

fn back_up(person: &Terminal) -> serde_json::Value {
    person.json(&["backup", &person.vault(), &person.at("stick")])
}

/// Every file of a folder with its length and when it was written.
fn files(folder: &Path) -> BTreeMap<String, (u64, SystemTime)> {
    let found = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let of = |entry: walkdir::DirEntry| {
        let facts = entry.metadata().unwrap();
        let inside = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        (inside, (facts.len(), facts.modified().unwrap()))
    };
    found.filter(|entry| entry.file_type().is_file()).map(of).collect()
}

/// A backup is a vault that checks by itself.
fn is_whole(person: &Terminal, folder: &str) -> serde_json::Value {
    person.json(&["check", folder, "--read-data"])
}

#[test]
fn only_what_is_new_is_written_and_the_backup_opens_by_itself() {
    let person = with_papers();
    let backup = person.at("stick/Ruth.recourse");
    let first = back_up(&person);
    assert_eq!((first["folder"].as_str(), first["whole"].as_bool()), (Some(backup.as_str()), Some(true)), "{first}");
    assert!(first["bytes"].as_u64().unwrap() > 2_000_000, "{first}");
    let before = files(&person.path("stick/Ruth.recourse/objects"));

    fs::write(person.path("three.txt"), "A third paper.\n").unwrap();
    person.does(&["add", &person.vault(), &person.at("three.txt")]);
    let second = back_up(&person);
    let after = files(&person.path("stick/Ruth.recourse/objects"));
    assert_eq!((second["new_files"].as_u64(), second["there"].as_u64()), (Some(2), Some(4)), "{second}");
    assert!(second["bytes"].as_u64().unwrap() < 1_500_000, "the large file is not written again: {second}");
    for (name, facts) in &before {
        assert_eq!(after.get(name), Some(facts), "{name} was written again");
    }
    assert_eq!(is_whole(&person, &backup)["files"], 3);
    let earlier = files(&person.path("stick/Ruth.recourse/earlier"));
    assert_eq!(earlier.len(), 1, "the records as they were before are kept: {earlier:?}");

    // The backup follows the passphrase.
    fs::write(person.path("new.txt"), "plum river nine lanterns\n").unwrap();
    person.does(&["passphrase", &person.vault(), "--new-passphrase-file", &person.at("new.txt")]);
    person.remember("plum river nine lanterns");
    back_up(&person);
    is_whole(&person, &backup);
    person.remember("otter lamp quiet seven");
    assert_eq!(person.says(&["check", &backup]).code, Some(3));
    person.remember("plum river nine lanterns");

    // A backup that was worked in is not written over.
    fs::write(person.path("four.txt"), "A fourth paper.\n").unwrap();
    person.does(&["add", &backup, &person.at("four.txt")]);
    let refused = person.says(&["backup", &person.vault(), &person.at("stick")]);
    assert_eq!(refused.code, Some(3), "{}{}", refused.out, refused.err);
    one_sentence(&Answer { err: refused.err.replace(". Keep it", ", keep it"), ..refused });
    assert_eq!(is_whole(&person, &backup)["files"], 4);
}

#[test]
fn a_place_that_will_not_do_is_refused_and_nothing_is_touched() {
    let person = with_papers();
    fs::create_dir_all(person.path("other/Ruth.recourse")).unwrap();
    fs::write(person.path("other/Ruth.recourse/letter.txt"), "mine").unwrap();
    let inside = format!("{}/objects", person.vault());
    for place in
        [&person.at("nowhere"), &person.at("other"), &inside, &person.vault(), &person.at("one.txt"), &person.at("")]
    {
        let refused = person.says(&["backup", &person.vault(), place]);
        assert_eq!((refused.code, refused.out.as_str()), (Some(3), ""), "{place}: {}", refused.err);
        assert!(
            refused.err.trim_end().ends_with('.') && !refused.err.contains("os error 2"),
            "{place}: {}",
            refused.err
        );
    }
    assert_eq!(fs::read_to_string(person.path("other/Ruth.recourse/letter.txt")).unwrap(), "mine");
    is_whole(&person, &person.vault());
}

#[test]
fn a_vault_is_made_anew_from_a_backup_and_nothing_is_written_over() {
    let person = with_papers();
    let first = back_up(&person);
    fs::write(person.path("three.txt"), "A third paper.\n").unwrap();
    person.does(&["add", &person.vault(), &person.at("three.txt")]);
    back_up(&person);
    let untouched = files(&person.path("stick/Ruth.recourse/objects"));
    fs::remove_dir_all(person.vault()).unwrap();
    // The folder with the backup in it will do.
    let made = person.json(&["restore", &person.at("stick"), &person.vault()]);
    assert_eq!((made["whole"].as_bool(), made["files"].as_u64()), (Some(true), Some(3)), "{made}");
    let whole = is_whole(&person, &person.vault());
    assert_eq!((whole["files"].as_u64(), whole["whole"].as_bool()), (Some(3), Some(true)), "{whole}");
    assert_eq!(files(&person.path("stick/Ruth.recourse/objects")), untouched);

    let again = person.says(&["restore", &person.at("stick"), &person.vault()]);
    assert_eq!(again.code, Some(3), "{}{}", again.out, again.err);
    let earlier = files(&person.path("stick/Ruth.recourse/earlier")).into_keys().next().unwrap();
    let as_before = person.at("Before.recourse");
    person.does(&["restore", &person.at("stick"), &as_before, "--records", &format!("earlier/{earlier}")]);
    let before = is_whole(&person, &as_before);
    assert_eq!((&before["files"], &before["changes"]), (&2.into(), &first["changes"]), "{before}");
    assert!(
        fs::read_dir(person.path(""))
            .unwrap()
            .flatten()
            .all(|e| !e.file_name().to_string_lossy().contains("unfinished"))
    );
}

/// Waits until a backup has begun to write: its number then stands in the copy's lock.
fn begins(running: &Child, stick: &Path) -> Instant {
    let number = running.id().to_string();
    let begun = Instant::now();
    let holds = |name: &str| fs::read_to_string(stick.join(name).join("lock")).is_ok_and(|pid| pid.trim() == number);
    while !["Ruth.recourse.unfinished", "Ruth.recourse"].into_iter().any(holds) {
        assert!(begun.elapsed() < Duration::from_secs(60), "the backup does not begin");
        thread::sleep(Duration::from_millis(1));
    }
    Instant::now()
}

#[test]
fn killed_at_any_moment_the_last_backup_is_whole() {
    let person = with_papers();
    let stick = person.path("stick");
    let order = ["backup", &person.vault(), &person.at("stick")];
    let mut running = person.command(&order).spawn().unwrap();
    let begun = begins(&running, &stick);
    assert!(running.wait().unwrap().success());
    let took = begun.elapsed();
    // Before the first is whole, nothing has the name of a backup.
    fs::remove_dir_all(stick.join("Ruth.recourse")).unwrap();
    let mut first_done = None;
    let mut half_done = 0;
    for moment in 1..=MOMENTS {
        let mut running = person.command(&order).spawn().unwrap();
        begins(&running, &stick);
        thread::sleep(took * (moment - 1) / MOMENTS);
        half_done += usize::from(running.try_wait().unwrap().is_none());
        // It may be done already.
        let _ = running.kill();
        running.wait().unwrap();
        let backup = stick.join("Ruth.recourse");
        if backup.exists() {
            let files = is_whole(&person, &text(&backup))["files"].as_u64().unwrap();
            assert!(files >= first_done.unwrap_or(2), "the last backup holds at least what it held");
            first_done = Some(files);
            // The next one has something to do.
            large(&person, "more.bin", 500_000, moment + 100);
            person.does(&["add", &person.vault(), &person.at("more.bin")]);
        }
    }
    assert!(half_done > 0, "no moment was within a backup");
    person.does(&order);
    let (vault, backup) = (is_whole(&person, &person.vault()), is_whole(&person, &person.at("stick/Ruth.recourse")));
    assert_eq!(vault["files"], backup["files"]);
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 1, "what was left behind was used or cleared away");
}

/// A stick that is too small, one that fills up when something more is to be copied, and one that cannot be written. A line for each
/// attempt: which, the exit code, and what lies on it afterwards.
const ON_SMALL_STICKS: &str = r#"
home=$1 recourse=$2 vault=$3; shift 3
for room in "$@"; do
    mount -t tmpfs -o size=${room}k tmpfs "$home/stick" || exit 77
    "$recourse" backup "$vault" "$home/stick" >/dev/null 2>"$home/err-$room"; code=$?
    echo "$room $code $(ls "$home/stick" | tr '\n' ' ')"
    umount "$home/stick"
done
mount -t tmpfs -o size=5000k tmpfs "$home/stick" || exit 77
"$recourse" backup "$vault" "$home/stick" >/dev/null || exit 1
"$recourse" add "$vault" "$home/large.bin" >/dev/null || exit 1
"$recourse" backup "$vault" "$home/stick" >/dev/null 2>"$home/err-later"; code=$?
"$recourse" check "$home/stick/Ruth.recourse" --read-data >/dev/null; whole=$?
echo "later $code $whole"
mount -o remount,ro "$home/stick"
"$recourse" backup "$vault" "$home/stick" >/dev/null 2>"$home/err-ro"; code=$?
"$recourse" restore "$home/stick" "$home/Anew.recourse" >/dev/null; anew=$?
echo "ro $code $anew"
"#;

const ROOM: [u32; 3] = [8, 1_000, 2_100];

#[test]
fn a_full_stick_is_said_in_a_sentence_and_the_last_backup_stays() {
    let person = with_papers();
    large(&person, "large.bin", 3_000_000, 9);
    let mut inside = Command::new("unshare");
    inside.args(["--map-root-user", "--mount", "sh", "-c", ON_SMALL_STICKS, "sh", &person.at("")]);
    inside.arg(program("recourse")).arg(person.vault()).args(ROOM.map(|room| room.to_string()));
    inside.env("HOME", person.path("")).env("RECOURSE_PASSPHRASE_FILE", person.path("passphrase.txt"));
    let Ok(output) = inside.output() else {
        println!("left out: this system has no `unshare`");
        return;
    };
    let answer = Answer::of(output);
    if answer.code == Some(77) && answer.out.is_empty() {
        println!("left out: no small disk can be made here ({})", answer.err.trim());
        return;
    }
    let mut lines: Vec<&str> = answer.out.lines().collect();
    assert_eq!(lines.pop(), Some("ro 3 0"), "{}{}", answer.out, answer.err);
    assert_eq!(lines.pop(), Some("later 3 0"), "{}{}", answer.out, answer.err);
    for (line, room) in lines.iter().zip(ROOM) {
        let rest = line.strip_prefix(&format!("{room} 3")).unwrap_or_else(|| panic!("{line}{}", answer.err)).trim();
        assert!(rest.is_empty() || rest == "Ruth.recourse.unfinished", "{line}");
    }
    for which in ROOM.map(|room| room.to_string()).into_iter().chain(["later".to_owned(), "ro".to_owned()]) {
        let err = fs::read_to_string(person.path(&format!("err-{which}"))).unwrap();
        assert!(err.contains("so is the last whole backup"), "{which}: {err}");
        one_sentence(&Answer { code: Some(3), out: String::new(), err });
    }
    is_whole(&person, &person.at("Anew.recourse"));
    is_whole(&person, &person.vault());
}

#[test]
fn everything_is_saved_in_plain_files_and_nothing_is_encrypted() {
    let person = Terminal::with_the_sample();
    let saved = person.json(&["export", &person.vault(), "--out", &person.at("out"), "--everything"]);
    let folder = Path::new(saved["folder"].as_str().unwrap());
    assert_eq!((saved["encrypted"].as_bool(), saved["problems"].as_array().map(Vec::len)), (Some(false), Some(0)));
    let sums = Command::new("sha256sum").args(["-c", "--quiet", "sha256.txt"]).current_dir(folder).output().unwrap();
    assert!(sums.status.success(), "{}", String::from_utf8_lossy(&sums.stdout));
    let readme = fs::read_to_string(folder.join("README.txt")).unwrap();
    assert!(readme.contains("NOTHING IN THIS FOLDER IS ENCRYPTED"), "{readme}");
    let claim = fs::read_dir(folder).unwrap().flatten().map(|e| e.path()).find(|path| path.is_dir()).unwrap();
    let originals = fs::read_dir(claim.join("originals")).unwrap().count();
    let listed = person.lines(&["list", &person.vault(), "evidence"]).len();
    assert!(originals >= listed && originals as u64 == saved["files"].as_u64().unwrap(), "{originals} of {listed}");
    let files = fs::read_to_string(claim.join("record/files.csv")).unwrap();
    assert_eq!(files.lines().count(), originals + 1);
    let record: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(claim.join("record/claim.json")).unwrap()).unwrap();
    assert!(record["notices"].as_array().is_some_and(|notices| !notices.is_empty()));
    let history = fs::read_to_string(folder.join("history.jsonl")).unwrap();
    let whole = is_whole(&person, &person.vault());
    assert_eq!(history.lines().count() as u64, whole["changes"].as_u64().unwrap());
    let again = person.json(&["export", &person.vault(), "--out", &person.at("out"), "--everything"]);
    assert_ne!(again["folder"], saved["folder"], "what was saved before is not written over");
}
