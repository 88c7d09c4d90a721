//! A bundle that could not be finished: nothing that looks like one is left, and the person is told in a sentence.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use recourse_tests::program;

use crate::refusals::one_sentence;
use crate::terminal::{Answer, Terminal, prints};

/// Moments at which the program is killed, spread over the time that a bundle takes.
const MOMENTS: u32 = 20;

fn with_two_documents() -> Terminal {
    let person = Terminal::with_a_vault();
    fs::write(person.path("one.txt"), "What was said on the telephone.\n".repeat(200)).unwrap();
    // Too large for the memory that a program keeps what it writes in.
    fs::write(
        person.path("two.bin"),
        (0..3_000_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect::<Vec<_>>(),
    )
    .unwrap();
    person.does(&["add", &person.vault(), &person.at("one.txt"), &person.at("two.bin")]);
    person
}

/// Everything in the folder, hidden or not.
fn names(folder: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn killed_at_any_moment_it_leaves_nothing_that_looks_like_a_bundle() {
    let person = with_two_documents();
    let order = ["export", &person.vault(), "--out", &person.at("out"), "--date", "2026-11-21"];
    let begun = Instant::now();
    person.does(&order);
    let (took, whole) = (begun.elapsed(), names(&person.path("out")));
    assert_eq!(whole, ["northfold-2026-11-21.pdf", "northfold-2026-11-21.zip"]);
    fs::remove_dir_all(person.path("out")).unwrap();
    let mut half_done = 0;
    for moment in 1..=MOMENTS {
        let mut running = person.command(&order).spawn().unwrap();
        thread::sleep(took * moment / MOMENTS - Duration::from_millis(5).min(took / MOMENTS));
        running.kill().unwrap();
        running.wait().unwrap();
        let left = names(&person.path("out"));
        half_done += usize::from(left.iter().any(|name| name.starts_with('.')));
        for name in left.iter().filter(|name| !name.starts_with('.')) {
            // It was quicker this time: what has the name of a bundle is one.
            let path = person.at(&format!("out/{name}"));
            if name.ends_with(".zip") {
                person.does(&["verify", &path]);
            } else {
                prints("qpdf", &["--check", &path]);
            }
            fs::remove_file(&path).unwrap();
        }
    }
    println!("{half_done} of {MOMENTS} times something hidden was left");
    person.does(&order);
    assert_eq!(names(&person.path("out")), whole, "what was left behind is cleared away by the next bundle");
    person.does(&["check", &person.vault(), "--read-data"]);
}

/// What happens on a small disk and on one that cannot be written, seen from inside a name space of its own. A line for each attempt: the room
/// in KiB, the exit code, and what lies in the folder afterwards.
const ON_OTHER_DISKS: &str = r#"
home=$1 recourse=$2 vault=$3; shift 3
for room in "$@"; do
    mount -t tmpfs -o size=${room}k tmpfs "$home/disk" || exit 77
    "$recourse" export "$vault" --out "$home/disk" --date 2026-11-21 >/dev/null 2>"$home/err-$room"; code=$?
    echo "$room $code $(ls -A "$home/disk" | tr '\n' ' ')"
    umount "$home/disk"
done
mount -t tmpfs -o ro tmpfs "$home/disk" || exit 77
"$recourse" export "$vault" --out "$home/disk" --date 2026-11-21 >/dev/null 2>"$home/err-ro"; code=$?
echo "ro $code $(ls -A "$home/disk" | tr '\n' ' ')"
"#;

/// From no room at all to nearly enough for both files.
const ROOM: [u32; 7] = [4, 64, 200, 1_000, 2_000, 3_000, 3_050];

#[test]
fn a_full_disk_and_one_that_cannot_be_written_are_said_in_a_sentence() {
    let person = with_two_documents();
    fs::create_dir(person.path("disk")).unwrap();
    let mut inside = Command::new("unshare");
    inside.args(["--map-root-user", "--mount", "sh", "-c", ON_OTHER_DISKS, "sh", &person.at("")]);
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
    let places: Vec<String> = ROOM.iter().map(u32::to_string).chain(["ro".to_owned()]).collect();
    assert_eq!(answer.out.lines().count(), places.len(), "{}{}", answer.out, answer.err);
    for (line, place) in answer.out.lines().zip(places) {
        let err = fs::read_to_string(person.path(&format!("err-{place}"))).unwrap();
        assert_eq!(line.trim(), format!("{place} 3"), "{err}");
        told(&err);
    }
    // With room again it works.
    person.does(&["export", &person.vault(), "--out", &person.at("out"), "--date", "2026-11-21"]);
}

#[test]
fn a_folder_that_cannot_be_is_said_in_a_sentence() {
    let person = with_two_documents();
    let refused = person.says(&["export", &person.vault(), "--out", &person.at("one.txt"), "--date", "2026-11-21"]);
    assert_eq!(refused.code, Some(3), "{}{}", refused.out, refused.err);
    told(&refused.err);
}

/// One sentence and what to do; how far it had come may stand before it.
fn told(err: &str) {
    let progress = |line: &&str| line.rsplit_once(" of ").is_some_and(|(_, of)| of.bytes().all(|b| b.is_ascii_digit()));
    let said: Vec<&str> = err.lines().filter(|line| !progress(line)).collect();
    assert!(said.iter().any(|line| line.contains("Nothing that looks like a bundle was left behind.")), "{err}");
    one_sentence(&Answer { code: Some(3), out: String::new(), err: said.join("\n") });
}
