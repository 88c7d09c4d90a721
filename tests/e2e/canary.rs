//! Words that are typed and attached are nowhere on the disk outside of the vault: after use, after a lock, after a crash. What the window asks of
//! the network meanwhile is nothing, and a crash leaves no picture of its memory.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use recourse_tests::{program, wait_for, within};
use walkdir::WalkDir;

use crate::steps::PASSPHRASE;
use crate::support::{CALLS, Person};

/// Typed into a record, read from a file that is attached, typed without being saved, and what opens the vault.
const CANARIES: [&str; 4] = ["quillwort typed heading", "marsh samphire attached", "saxifrage never saved", PASSPHRASE];
/// Nothing that the window writes is larger than this.
const LARGEST: u64 = 64 << 20;
/// A crash writes its picture of memory at once, or not at all.
const SETTLING: Duration = Duration::from_secs(1);

#[test]
fn what_is_typed_and_attached_is_nowhere_outside_the_vault() {
    #[allow(
        clippy::disallowed_methods,
        reason = "what was written since is looked through, and files carry the computer's own time"
    )]
    let begun = SystemTime::now();
    let person = Person::sits_watched("canary");
    let [typed, attached, unsaved, _] = CANARIES;
    // What the person has elsewhere is theirs, and is not looked at: the file to attach, and here the passphrase for the terminal.
    let given = person.path("given");
    fs::create_dir(&given).expect("the home can be written");
    let letter = given.join("letter.txt");
    fs::write(&letter, format!("A letter with the words {attached} in it.\n")).expect("the home can be written");
    fs::write(given.join("passphrase"), PASSPHRASE).expect("the home can be written");
    let vault = person.path("Canary.recourse");
    terminal(&given, &["new", &vault.to_string_lossy()]);
    terminal(
        &given,
        &["claim", "add", &vault.to_string_lossy(), "--title", "Northfold", "--organisation", "Northfold"],
    );

    person.will_choose(std::slice::from_ref(&vault));
    person.press("button", "Open a vault I have");
    person.type_into("Passphrase", PASSPHRASE);
    person.press("button", "Unlock");
    person.press("button", "Notices");
    person.press("button", "Add a notice");
    person.type_into("Heading or subject", typed);
    person.type_into("Who is it from?", "The Northfold Society");
    person.type_into("What it says, word for word", typed);
    person.press("button", "Save");
    person.sees("N-001");
    person.will_choose(std::slice::from_ref(&letter));
    person.press("button", "Add files…");
    person.sees("E-001");
    person.press("button", "Evidence");
    person.press("option", "letter.txt");
    person.sees(attached);
    person.press("button", "Letters");
    person.press("button", "Add a letter");
    person.type_into("Heading or subject", unsaved);
    person.sees("Save");
    nowhere(&person, begun, "in use");
    let calls = fs::read_to_string(person.path(CALLS)).expect("the calls were noted");
    within_the_machine(&calls, true);
    no_memory_is_dumped(&person);

    person.press("button", "Lock");
    person.sees("Unlock");
    nowhere(&person, begun, "locked");

    person.type_into("Passphrase", PASSPHRASE);
    person.press("button", "Unlock");
    person.press("button", "Evidence");
    person.press("option", "letter.txt");
    person.sees(attached);
    // SIGABRT ends a program with a core, where its limits let it.
    wait_for("the end of the window", || {
        let living = processes_of(&person.path(""));
        living.iter().for_each(|(number, _)| signal("ABRT", *number));
        if living.is_empty() { Ok(()) } else { Err(format!("{living:?}")) }
    });
    let core = within(SETTLING, || cores(&person).into_iter().next().ok_or("none"));
    assert!(core.is_err(), "a crash wrote the memory to {core:?}");
    nowhere(&person, begun, "crashed");
}

/// Looks for the words, spelled as text and as the two bytes a letter that JavaScript uses, wherever something was written since.
fn nowhere(person: &Person, begun: SystemTime, when: &str) {
    let wanted: Vec<Vec<u8>> = CANARIES
        .iter()
        .flat_map(|words| [words.as_bytes().to_vec(), words.encode_utf16().flat_map(u16::to_le_bytes).collect()])
        .collect();
    let given = person.path("given");
    let home = WalkDir::new(person.path("")).into_iter();
    let shared =
        ["/tmp", "/var/tmp", "/dev/shm", "/run/user"].into_iter().flat_map(|place| WalkDir::new(place).max_depth(4));
    let mut seen = 0;
    for entry in
        home.chain(shared).flatten().filter(|entry| entry.file_type().is_file() && !entry.path().starts_with(&given))
    {
        let Ok(facts) = entry.metadata() else { continue };
        if facts.len() > LARGEST || facts.modified().is_ok_and(|changed| changed < begun) {
            continue;
        }
        let Ok(bytes) = fs::read(entry.path()) else { continue };
        seen += 1;
        for words in &wanted {
            let found = bytes.windows(words.len()).any(|window| window == words);
            assert!(!found, "{when}: {} says {:?}", entry.path().display(), String::from_utf8_lossy(words));
        }
    }
    eprintln!("{when}: {seen} files looked through");
    assert!(seen > 10, "the window's own files were not found");
}

/// Every socket is one between programs of this machine. Three things are none of the window's own: the port of loopback on which WebKit lets
/// the test's driver in, which is the first that is bound; what GLib hears of the kernel about interfaces (`AF_NETLINK`), which brings nothing in or
/// out of the machine; and, in a window that nobody drives, not even the first.
pub fn within_the_machine(calls: &str, driven: bool) {
    let families: BTreeSet<&str> = calls
        .lines()
        .filter_map(|call| call.split_once("socket(")?.1.split_once(','))
        .map(|(family, _)| family)
        .filter(|family| !(driven && *family == "AF_INET"))
        .collect();
    eprintln!("sockets: {families:?}");
    assert!(families.contains("AF_UNIX"), "the calls were not seen");
    let outward: Vec<&&str> = families.iter().filter(|family| !["AF_UNIX", "AF_NETLINK"].contains(family)).collect();
    assert!(outward.is_empty(), "{outward:?}");
    let reached = |call: &&str| (call.contains("bind(") || call.contains("connect(")) && call.contains("AF_INET");
    let drivers = calls.lines().find(|call| call.contains("bind(") && call.contains("127.0.0.1"));
    let port = drivers.and_then(|call| Some(call.split_once("sin_port=")?.1.split_once(',')?.0)).unwrap_or("none");
    let elsewhere: Vec<&str> = calls
        .lines()
        .filter(reached)
        .filter(|call| !(driven && call.contains("inet_addr(\"127.0.0.1\")") && call.contains(port)))
        .collect();
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}

/// Does something at the terminal before the window is used.
fn terminal(given: &Path, words: &[&str]) {
    let mut command = Command::new(program("recourse"));
    command.args(words).env("RECOURSE_PASSPHRASE_FILE", given.join("passphrase")).env("RECOURSE_TEST_KDF", "least");
    let output = command.output().expect("recourse starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The window's processes may write no core, whatever their caller allowed.
fn no_memory_is_dumped(person: &Person) {
    let processes = processes_of(&person.path(""));
    assert!(processes.len() >= 2, "the window and its page were not found: {processes:?}");
    for (number, name) in processes {
        let limits = fs::read_to_string(format!("/proc/{number}/limits")).unwrap_or_default();
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap_or_default();
        assert_eq!(core.split_whitespace().nth(4), Some("0"), "{name}: {core}");
    }
}

/// The window's own processes and those of its page, by number and name.
pub fn processes_of(home: &Path) -> Vec<(u32, String)> {
    let home = format!("HOME={}", home.display()).trim_end_matches('/').to_owned();
    let numbers = fs::read_dir("/proc").into_iter().flatten().flatten();
    numbers
        .filter_map(|entry| {
            let number = entry.file_name().to_str()?.parse().ok()?;
            let environment = fs::read(entry.path().join("environ")).ok()?;
            let lives_here = environment.split(|byte| *byte == 0).any(|line| line == home.as_bytes());
            let program = fs::read_link(entry.path().join("exe")).ok()?.file_name()?.to_string_lossy().into_owned();
            let of_the_window = program == "recourse-desktop"
                || program.starts_with("WebKitWebProcess")
                || program.starts_with("WebKitNetwork");
            (lives_here && of_the_window).then_some((number, program))
        })
        .collect()
}

/// Pictures of memory where the kernel would put them: in the folder a program works in, or where `core_pattern` says.
fn cores(person: &Person) -> Vec<PathBuf> {
    let pattern = fs::read_to_string("/proc/sys/kernel/core_pattern").unwrap_or_default();
    let elsewhere = Path::new(pattern.trim()).parent().filter(|folder| folder.is_absolute()).map(Path::to_owned);
    let begins = Path::new(pattern.trim())
        .file_name()
        .map(|name| name.to_string_lossy().split('%').next().unwrap_or_default().to_owned());
    let begins = begins.filter(|name| !name.is_empty()).unwrap_or_else(|| "core".to_owned());
    let folders = [Some(person.path("")), elsewhere];
    let entries = folders.into_iter().flatten().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    entries
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&begins)))
        .collect()
}

/// Sends a signal by its name.
pub fn signal(name: &str, number: u32) {
    // One may be gone because another is.
    let _ = Command::new("kill").args([&format!("-{name}"), &number.to_string()]).status();
}
