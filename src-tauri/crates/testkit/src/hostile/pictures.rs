//! Pictures: larger than anything, cut short, of two kinds at once.

use super::HostileFile;
use super::bytes::{crc, join, noise, zlib, zlib_of};
use super::zip_files::{Entry, zip};

/// A PNG of these chunks, with right sums (PNG, third edition, section 5).
fn png(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut out = b"\x89PNG\r\n\x1A\n".to_vec();
    for (name, body) in chunks {
        let sum = crc(&join(&[&name[..], body]));
        out.extend(join(&[&(body.len() as u32).to_be_bytes(), &name[..], body, &sum.to_be_bytes()]));
    }
    out
}

fn header(width: u32, height: u32) -> Vec<u8> {
    join(&[&width.to_be_bytes(), &height.to_be_bytes(), &[8, 0, 0, 0, 0]])
}

/// A JPEG of one grey square, as small as the format allows, with `between` after its first mark (ITU-T T.81).
fn jpeg(width: u16, height: u16, between: &[u8]) -> Vec<u8> {
    let quantities = join(&[b"\xFF\xDB\0\x43\0", &[1; 64]]);
    let frame = join(&[b"\xFF\xC0\0\x0B\x08", &height.to_be_bytes(), &width.to_be_bytes(), b"\x01\x01\x11\0"]);
    let table = |class: u8| join(&[b"\xFF\xC4\0\x14", &[class], &[1], &[0; 15], &[0]]);
    join(&[
        b"\xFF\xD8",
        between,
        &quantities,
        &frame,
        &table(0),
        &table(0x10),
        b"\xFF\xDA\0\x08\x01\x01\0\0\x3F\0\x3F\xFF\xD9",
    ])
}

fn exif(tiff: &[u8]) -> Vec<u8> {
    let length = (tiff.len() as u16 + 8).to_be_bytes();
    join(&[b"\xFF\xE1", &length, b"Exif\0\0", tiff])
}

pub(super) fn files() -> Vec<HostileFile> {
    let all = [pngs(), jpegs(), moving(), boxes(), others()].concat();
    all.into_iter().map(|(name, bytes)| HostileFile::new("pictures", name, bytes)).collect()
}

type Picture = (&'static str, Vec<u8>);

fn pngs() -> Vec<Picture> {
    let end = (b"IEND", Vec::new());
    let small = |more: (&[u8; 4], Vec<u8>)| {
        png(&[(b"IHDR", header(8, 8)), (more.0, more.1), (b"IDAT", zlib(&[0; 72])), (b"IEND", Vec::new())])
    };
    let whole = small((b"tEXt", b"Title\0words".to_vec()));
    let mut wrong = whole.clone();
    wrong[20] ^= 0xFF;
    vec![
        ("65k.png", png(&[(b"IHDR", header(65_000, 65_000)), (b"IDAT", zlib_of(0, 1000)), end.clone()])),
        ("bomb.png", png(&[(b"IHDR", header(10_000, 10_000)), (b"IDAT", zlib_of(0, 10_001 * 10_000)), end.clone()])),
        ("two-to-the-31.png", png(&[(b"IHDR", header(1 << 31, 1 << 31)), end.clone()])),
        ("no-size.png", png(&[(b"IHDR", header(0, 0)), end])),
        ("words-bomb.png", small((b"zTXt", join(&[b"Comment\0\0", &zlib_of(b'a', 1 << 29)])))),
        ("colours-bomb.png", small((b"iCCP", join(&[b"x\0\0", &zlib_of(0, 1 << 29)])))),
        ("frames-4-billion.png", small((b"acTL", [[0xFF; 4], [0; 4]].concat()))),
        ("exif-noise.png", small((b"eXIf", noise(2, 3000)))),
        ("cut.png", whole[..whole.len() - 25].to_vec()),
        ("wrong-sum.png", wrong),
    ]
}

fn jpegs() -> Vec<Picture> {
    let whole = jpeg(8, 8, b"");
    let loops = b"II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0";
    let counts = b"MM\0*\0\0\0\x08\0\x02\x90\x03\0\x02\xFF\xFF\xFF\xFF\0\0\0\0\x01\x12\0\x03\0\0\0\x01\0\xFF\0\0";
    let thumbnail = join(&[b"II*\0\x08\0\0\0\0\0\x0E\0\0\0", &noise(3, 2000)]);
    vec![
        ("65k.jpg", jpeg(u16::MAX, u16::MAX, b"")),
        ("cut-in-the-header.jpg", whole[..40].to_vec()),
        ("cut-in-the-picture.jpg", whole[..whole.len() - 3].to_vec()),
        ("start-only.jpg", b"\xFF\xD8\xFF".to_vec()),
        ("exif-in-a-circle.jpg", jpeg(8, 8, &exif(loops))),
        ("exif-counts-lie.jpg", jpeg(8, 8, &exif(counts))),
        ("exif-noise.jpg", jpeg(8, 8, &exif(&noise(1, 20_000)))),
        ("exif-thumbnail.jpg", jpeg(8, 8, &exif(&thumbnail))),
        ("no-quantities.jpg", [&whole[..2], &whole[71..]].concat()),
        ("marks.jpg", [&whole[..2], &b"\xFF\xE0\0\x02".repeat(200_000), &whole[2..]].concat()),
    ]
}

/// Pictures of many frames.
fn moving() -> Vec<Picture> {
    let screen =
        |size: u16| join(&[b"GIF89a", &size.to_le_bytes(), &size.to_le_bytes(), b"\x80\0\0\0\0\0\xFF\xFF\xFF"]);
    let frame = |size: u16| join(&[b",\0\0\0\0", &size.to_le_bytes(), &size.to_le_bytes(), b"\0\x02\x02\x44\x01\0"]);
    let gif = |size: u16, frames: usize| join(&[&screen(size), &frame(size).repeat(frames), b";"]);
    let riff = |body: &[u8]| join(&[b"RIFF", &(body.len() as u32).to_le_bytes(), body]);
    let animated = join(&[
        b"WEBPVP8X\x0A\0\0\0\x02\0\0\0\xFE\x3F\0\xFE\x3F\0ANIM\x06\0\0\0\0\0\0\0\0\0",
        &b"ANMF\x10\0\0\0\0\0\0\0\0\0\xFE\x3F\0\xFE\x3F\0\x01\0\0\0".repeat(10_000),
    ]);
    vec![
        ("65k.gif", gif(u16::MAX, 1)),
        ("frames-20000.gif", gif(2, 20_000)),
        ("frames-large.gif", gif(16_000, 200)),
        ("no-frame.gif", gif(10, 0)),
        ("cut.gif", screen(10)[..11].to_vec()),
        ("65k.webp", riff(b"WEBPVP8X\x0A\0\0\0\0\0\0\0\xFE\xFF\0\xFE\xFF\0VP8 \0\0\0\0")),
        ("frames-10000.webp", riff(&animated)),
        (
            "length-lies.webp",
            join(&[b"RIFF\xFF\xFF\xFF\xFFWEBPVP8L\xFF\xFF\xFF\xFF\x2F\xFF\xFF\xFF\xFF", &noise(8, 500)]),
        ),
    ]
}

/// HEIC and AVIF: boxes inside boxes (ISO/IEC 14496-12).
fn boxes() -> Vec<Picture> {
    let one = |name: &[u8; 4], body: &[u8]| join(&[&(body.len() as u32 + 8).to_be_bytes(), name, body]);
    let brand = one(b"ftyp", b"heic\0\0\0\0mif1heic");
    let deep = (0..5_000).fold(Vec::new(), |inner, _| one(b"iprp", &inner));
    let items = one(
        b"meta",
        &join(&[&[0; 4], &one(b"iloc", b"\x02\0\0\0\x88\x88\xFF\xFF\xFF\xFF"), &one(b"iinf", b"\0\0\0\0\xFF\xFF")]),
    );
    let size = one(
        b"meta",
        &join(&[&[0; 4], &one(b"iprp", &one(b"ipco", &one(b"ispe", b"\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF")))]),
    );
    vec![
        ("box-of-no-length.heic", join(&[&brand, b"\0\0\0\0meta"])),
        ("box-of-2-to-the-63.heic", join(&[&brand, b"\0\0\0\x01meta\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"])),
        ("box-smaller-than-itself.heic", join(&[&brand, b"\0\0\0\x03meta"])),
        ("boxes-deep.heic", join(&[&brand, &one(b"meta", &join(&[&[0; 4], &deep]))])),
        ("items-4-billion.heic", join(&[&brand, &items])),
        ("size-4-billion.heic", join(&[&brand, &size])),
        ("brand-only.heic", brand.clone()),
        ("noise.avif", join(&[&one(b"ftyp", b"avif\0\0\0\0"), &noise(12, 4_000)])),
    ]
}

/// Bitmaps, and files that are two things at once.
fn others() -> Vec<Picture> {
    let bitmap = |width: i32, height: i32| {
        let size = [width.to_le_bytes(), height.to_le_bytes()].concat();
        join(&[b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", &size, &[1, 0, 24, 0], &[0; 24]])
    };
    let page = b"/*<html><script>fetch('http://t.example/')</script>*/%PDF-1.4\n";
    let archive = zip(&[Entry::stored("letter.txt", b"words")]);
    vec![
        ("65k.bmp", bitmap(65_535, 65_535)),
        ("negative.bmp", bitmap(i32::MIN, i32::MIN)),
        ("cut.bmp", bitmap(8, 8)[..20].to_vec()),
        ("picture-and-page.gif", join(&[b"GIF89a", page])),
        ("picture-and-archive.jpg", join(&[&jpeg(8, 8, b""), &archive])),
        ("picture-that-says-pdf.pdf", jpeg(8, 8, b"")),
        ("page-that-says-picture.png", b"<!DOCTYPE html><script>alert(1)</script>".to_vec()),
    ]
}
