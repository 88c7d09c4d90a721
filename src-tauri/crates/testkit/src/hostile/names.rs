//! Names that are dangerous: on disk where the system allows them, as attachments' names where it does not.

use std::ffi::OsString;

use super::HostileFile;

/// The folder of these files.
pub(super) const CLASS: &str = "names";

/// Ordinary words under extraordinary names. Each file says something else, so that none is taken for another.
pub(super) fn files() -> Vec<HostileFile> {
    let mut names: Vec<OsString> = on_disk().into_iter().map(OsString::from).collect();
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::ffi::OsStringExt;
        names.push(OsString::from_vec(b"not-utf-8-\xFF\xFE.txt".to_vec()));
        names.push(OsString::from_vec(b"half-a-letter-\xC3.txt".to_vec()));
        names.push(OsString::from_vec(b"a-surrogate-\xED\xA0\x80.txt".to_vec()));
    }
    let numbered = names.into_iter().enumerate();
    numbered.map(|(n, name)| HostileFile::new(CLASS, name, format!("words under strange name {n}\n"))).collect()
}

fn on_disk() -> Vec<String> {
    [
        "right-to-left-\u{202e}fdp.exe",
        "isolate-\u{2067}txt.pdf\u{2069}.txt",
        "zero\u{200b}width\u{200d}\u{feff}.txt",
        "caf\u{e9}.txt",
        "cafe\u{301}.txt",
        "Case.txt",
        "case.txt",
        "CASE.TXT",
        "CON",
        "NUL.txt",
        "COM1.pdf",
        "aux.tar.gz",
        "trailing dot.",
        "trailing space ",
        " leading space",
        "new\nline.txt",
        "tab\tand\rreturn.txt",
        "bell\u{7}and\u{1b}[31mred\u{1b}[0m.txt",
        "-rf",
        "--help",
        "-",
        "back\\slash.txt",
        "C:\\Windows\\system.ini",
        "semi;colon & $(touch gone) `touch gone`.txt",
        "quote\"and'quote.txt",
        "star*and?.txt",
        "%2e%2e%2fescaped.txt",
        "...",
        ".hidden",
        "ends.pdf.exe",
        "=cmd.csv",
        "<b>bold<script>alert(1)</script>",
        "emoji-\u{1f4e8}-\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}.txt",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([format!("{}.txt", "n".repeat(251)), format!("{}.pdf", "\u{e9}".repeat(125))])
    .collect()
}

/// The parameter that names an attachment, for names that no disk would take as well.
pub(super) fn attachment_names() -> Vec<String> {
    let plain = [
        "../../../../etc/cron.d/escaped",
        "/etc/passwd",
        "C:\\Windows\\System32\\x.dll",
        "..",
        ".",
        "",
        "CON",
        "NUL",
        "COM1.txt",
        "trailing.",
        "trailing ",
        "a\0b.txt",
        "-rf",
        "caf\u{e9}.txt",
        "cafe\u{301}.txt",
        "CASE.txt",
        "case.txt",
        "right-\u{202e}fdp.exe",
        "zero\u{200b}width.txt",
        "\u{1b}[2Jcleared.txt",
        "vault.json",
        "records.db",
    ];
    let mut all: Vec<String> = plain.iter().map(|name| format!("filename=\"{name}\"")).collect();
    all.push(format!("filename=\"{}.txt\"", "long".repeat(300)));
    all.push("filename*=utf-8''..%2F..%2Fescaped%00.txt".to_owned());
    all.push("filename*=x-nobody'en'%FF%FE".to_owned());
    all.push("filename*0=\"..\"; filename*1=\"/..\"; filename*2=\"/pieces.txt\"".to_owned());
    all.push("filename=\"=?utf-8?B?Li4vLi4KZXNjYXBlZC50eHQ=?=\"".to_owned());
    all.push("filename=\"twice.txt\"; filename=\"../twice.exe\"".to_owned());
    all
}
