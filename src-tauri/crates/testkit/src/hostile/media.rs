//! Sound and film whose boxes, pages and chunks lie about their length.

use super::HostileFile;
use super::bytes::{join, noise};

/// A box of ISO/IEC 14496-12, with a true length.
fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    join(&[&(body.len() as u32 + 8).to_be_bytes(), name, body])
}

pub(super) fn files() -> Vec<HostileFile> {
    let film = boxed(b"ftyp", b"isom\0\0\x02\0isommp42");
    let deep = (0..5_000).fold(Vec::new(), |inner, _| boxed(b"moov", &inner));
    let table = boxed(
        b"moov",
        &boxed(
            b"trak",
            &boxed(b"mdia", &boxed(b"minf", &boxed(b"stbl", &boxed(b"stsz", b"\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF")))),
        ),
    );
    // Length: 2^64 - 1 units of one nanosecond's thousandth part.
    let header =
        boxed(b"moov", &boxed(b"mvhd", &join(&[&[1, 0, 0, 0], &[0; 16], &[0, 0, 0, 0], &[0xFF; 8], &[0; 80]])));
    let wave = |size: u32, format: &[u8], data: u32| {
        join(&[b"RIFF", &size.to_le_bytes(), b"WAVEfmt \x10\0\0\0", format, b"data", &data.to_le_bytes(), &[0; 64]])
    };
    let plain = b"\x01\0\x01\0\x40\x1F\0\0\x80\x3E\0\0\x02\0\x10\0";
    let zeros = b"\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    let crowd = b"\x01\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF";
    let page = |flags: u8, segments: &[u8]| {
        join(&[b"OggS\0", &[flags], &[0xFF; 8], b"\x01\0\0\0\0\0\0\0\0\0\0\0", &[segments.len() as u8], segments])
    };
    let ebml = b"\x1A\x45\xDF\xA3";
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("box-of-no-length.mp4", join(&[&film, b"\0\0\0\0moov"])),
        ("box-of-2-to-the-64.mp4", join(&[&film, b"\0\0\0\x01mdat", &[0xFF; 8]])),
        ("box-smaller-than-itself.mp4", join(&[&film, b"\0\0\0\x07moov"])),
        ("boxes-deep.mp4", join(&[&film, &deep])),
        ("samples-4-billion.mp4", join(&[&film, &table])),
        ("lasts-forever.mp4", join(&[&film, &header])),
        ("noise.m4a", join(&[&boxed(b"ftyp", b"M4A \0\0\0\0"), &noise(1, 9_000)])),
        ("length-4-gb.wav", wave(u32::MAX, plain, u32::MAX)),
        ("all-zero.wav", wave(100, zeros, 64)),
        ("65535-channels.wav", wave(100, crowd, 64)),
        ("no-data.wav", b"RIFF\xFF\xFF\xFF\xFFWAVE".to_vec()),
        (
            "element-without-end.mkv",
            join(&[
                ebml,
                b"\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
                &noise(2, 3_000),
            ]),
        ),
        ("element-of-2-to-the-56.webm", join(&[ebml, b"\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFE"])),
        (
            "elements-deep.mkv",
            join(&[ebml, b"\x80", &b"\x18\x53\x80\x67\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF".repeat(5_000)]),
        ),
        ("page-lies.ogg", page(2, &[0xFF; 255])),
        ("pages-empty.ogg", page(0, &[]).repeat(20_000)),
        ("vorbis-noise.ogg", join(&[&page(2, &[30]), b"\x01vorbis", &noise(3, 3_000)])),
        ("tag-of-256-mb.mp3", join(&[b"ID3\x04\0\0\x7F\x7F\x7F\x7F", &noise(4, 3_000)])),
        ("frames-of-noise.mp3", b"\xFF\xFB\x90\x00".repeat(20_000)),
        ("blocks-lie.flac", join(&[b"fLaC\x00\xFF\xFF\xFF", &noise(5, 3_000)])),
        ("chunks.aiff", join(&[b"FORM\xFF\xFF\xFF\xFFAIFFCOMM\xFF\xFF\xFF\xFF", &noise(6, 300)])),
        ("chunks.caf", join(&[b"caff\0\x01\0\0desc\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", &noise(7, 300)])),
        ("frames.amr", join(&[b"#!AMR\n", &[0xFF; 3_000]])),
    ];
    cases.into_iter().map(|(name, bytes)| HostileFile::new("media", name, bytes)).collect()
}
