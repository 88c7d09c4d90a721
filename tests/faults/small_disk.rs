//! C3: a disk that is full at every step.

use std::fs;
use std::process::Command;

use recourse_tests::program;

use crate::Counts;
use crate::ground::{Answer, Ground, Subject, lines};
use crate::operations::{Done, OPERATIONS, Operation};
use crate::tally::{Row, Trial, wrong};

/// What happens on the small disk, seen from inside a name space of its own: for each word, so many KiB are left free while the operation runs;
/// afterwards the vault is copied off the disk as it lies there, key files and all. A line for each: the KiB left and the exit code.
const ON_A_SMALL_DISK: &str = r#"
home=$1 begun=$2 recourse=$3 points=$4; shift 4
mount -t tmpfs -o size=12m tmpfs "$home/disk" || exit 77
for left in $points; do
    rm -rf "$home/disk/"*
    cp -r "$begun/." "$home/disk/"
    free=$(df --output=avail -k "$home/disk" | tail -n 1)
    head -c $(((free - left) * 1024)) /dev/zero > "$home/disk/filler"
    "$recourse" "$@" >"$home/out-$left" 2>"$home/err-$left"; code=$?
    rm "$home/disk/filler"
    cp -r "$home/disk" "$home/left-$left"
    echo "$left $code"
done
"#;

/// C3.
pub fn full_at_every_step(ground: &Ground, counts: &Counts) -> Vec<Row> {
    // The most that each may need, in KiB, found by letting it work on a disk that grows until it is done.
    let tried = [
        ("attach", 900),
        ("import", 900),
        ("edit", 700),
        ("passphrase change", 120),
        ("migration", 900),
        ("export", 700),
        ("backup", 900),
    ];
    let known: Vec<(&Operation, usize)> = tried
        .into_iter()
        .filter_map(|(name, most)| Some((OPERATIONS.iter().find(|operation| operation.name == name)?, most)))
        .filter(|(operation, _)| operation.is_known(ground))
        .collect();
    let each = counts.full_disk.div_ceil(known.len());
    known.into_iter().map(|(operation, most)| row(ground, operation, most, each)).collect()
}

fn row(ground: &Ground, operation: &Operation, most: usize, points: usize) -> Row {
    let mut row = Row::new("C3", format!("the disk is full while it does: {}", operation.name));
    let subject = (operation.begins)(ground, 0);
    let at = |name: &str| subject.beside(name);
    // What lies beside the vault goes onto the small disk with it.
    fs::create_dir(at("begun")).unwrap();
    for name in ["V", "out"].into_iter().filter(|name| at(name).exists()) {
        fs::rename(at(name), at("begun").join(name)).unwrap();
    }
    fs::create_dir(at("disk")).unwrap();
    // Close together where the key file and the first pages are written, wider apart later.
    let left: Vec<usize> = (0..points).map(|point| most * point * point / (points * points).max(1) / 4 * 4).collect();
    let mut left: Vec<String> = left.iter().map(usize::to_string).collect();
    left.dedup();
    let mut inside = Command::new("unshare");
    inside.args(["--map-root-user", "--mount", "sh", "-c", ON_A_SMALL_DISK, "sh"]);
    inside.arg(at("")).arg(at("begun")).arg(program("recourse")).arg(left.join(" "));
    let disk = at("disk");
    ground.live_here(&mut inside, &disk.join("V"));
    let words = operation.on(&subject);
    let beside = at("").to_str().unwrap().to_owned();
    inside.args(words.iter().map(|word| match word.as_str() {
        "VAULT" => disk.join("V").to_str().unwrap().to_owned(),
        word => word.strip_prefix(&beside).map_or(word.to_owned(), |name| disk.join(name).to_str().unwrap().to_owned()),
    }));
    let answer = Answer::of(inside.output().unwrap());
    if answer.out.is_empty() {
        row.remark(format!("left out: no small disk can be made here ({})", answer.err.trim()));
        return row;
    }
    for line in answer.out.lines() {
        let (left, code) = line.split_once(' ').unwrap();
        let read = |name: &str| fs::read_to_string(at(&format!("{name}-{left}"))).unwrap_or_default();
        let answer = Answer { code: code.parse().ok(), out: read("out"), err: read("err") };
        let after = ground.moved(&at(&format!("left-{left}")));
        row.count(&format!("{left} KiB free"), judged(&after, operation, &answer));
    }
    row
}

fn judged(subject: &Subject<'_>, operation: &Operation, answer: &Answer) -> Trial {
    let said = lines(&answer.out);
    let new_passphrase = subject.whole()?;
    (operation.holds)(subject, &Done { said: &said, new_passphrase })?;
    match answer.code {
        Some(0) => Ok("had room enough"),
        _ if answer.refused_clearly() => Ok("refused in a sentence"),
        _ => wrong(format!("not said clearly: {}", answer.both())),
    }
}
