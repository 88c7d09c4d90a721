//! Nothing, next to nothing, and noise behind every mark by which a kind of file is known.

use super::HostileFile;
use super::bytes::noise;

pub(super) fn files() -> Vec<HostileFile> {
    let mut files = vec![HostileFile::new("noise", "empty", Vec::new())];
    for (number, ending) in
        ["pdf", "eml", "msg", "mbox", "png", "jpg", "zip", "docx", "html", "csv", "mp4", "heic"].into_iter().enumerate()
    {
        files.push(HostileFile::new("noise", format!("one-byte.{ending}"), vec![b'A' + number as u8]));
        files.push(HostileFile::new("noise", format!("noise.{ending}"), noise(100 + number as u64, 5_000)));
    }
    for size in [2, 511, 512, 513, 4_095, 4_096, 65_535, 65_536, 65_537, 1 << 20] {
        files.push(HostileFile::new("noise", format!("all-ones-{size}"), vec![0xFF; size]));
    }
    let marks: &[(&str, &[u8])] = &[
        ("pdf", b"%PDF-1.7\n"),
        ("jpg", b"\xFF\xD8\xFF\xE0"),
        ("png", b"\x89PNG\r\n\x1A\n"),
        ("gif", b"GIF89a"),
        ("tif", b"MM\0*"),
        ("webp", b"RIFF\0\x10\0\0WEBP"),
        ("bmp", b"BM\0\0\0\0\0\0\0\0"),
        ("heic", b"\0\0\0\x18ftypheic"),
        ("zip", b"PK\x03\x04"),
        ("msg", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("rtf", b"{\\rtf1"),
        ("gz", b"\x1F\x8B\x08"),
        ("7z", b"7z\xBC\xAF\x27\x1C"),
        ("rar", b"Rar!\x1A\x07\x01\0"),
        ("html", b"<!DOCTYPE html>"),
        ("svg", b"<svg "),
        ("eml", b"From: a@b\r\nTo: c@d\r\n\r\n"),
    ];
    for (number, (ending, mark)) in marks.iter().enumerate() {
        let bytes = [mark, &noise(200 + number as u64, 3_000)[..]].concat();
        files.push(HostileFile::new("noise", format!("after-the-mark.{ending}"), bytes));
    }
    files
}
