//! Files made to do harm: each ends as a reading or a sentence, and this process is still here afterwards.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fmt::Write as _;
use std::io::{Read, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use recourse_intake::worker::{Limits, Worker, WorkerError};
use recourse_intake::{Kind, ProblemCode, Reading};

/// Less time than usual: these files waste all they are given.
fn worker() -> Worker {
    common::worker().with_limits(Limits { cpu_seconds: 4, ..Limits::default() })
}

/// Reads the file and does every other job on it; none may fail on this side.
fn survive(name: &str, bytes: &[u8]) -> Reading {
    let worker = worker();
    let reading = worker.read(name, bytes).unwrap_or_else(|error| panic!("{name}: {error:?}"));
    let others = [
        worker.part(0, bytes).map(|_| ()),
        worker.render_page(1, 300, bytes).map(|_| ()),
        worker.picture(300, bytes).map(|_| ()),
    ];
    for other in others {
        assert!(!matches!(other, Err(WorkerError::Start(_) | WorkerError::Input(_))), "{name}: {other:?}");
    }
    let code = reading.problem.as_ref().map(|problem| problem.code);
    eprintln!("{name}: {:?} {} bytes, {code:?}", reading.kind, bytes.len());
    reading
}

#[test]
fn mails_nested_and_endless() {
    let head = "From: a@b.example\r\nSubject: s\r\n";
    let nested = format!("{head}Content-Type: message/rfc822\r\n\r\n").repeat(1000) + head + "\r\nend";
    assert!(survive("nested.eml", nested.as_bytes()).mail.is_some());

    let mut encoded = format!("{head}\r\nthe innermost");
    for _ in 0..8 {
        let inner: String = encoded.bytes().fold(String::new(), |mut out, byte| {
            let _infallible = write!(out, "={byte:02X}");
            out
        });
        encoded =
            format!("{head}Content-Type: message/rfc822\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{inner}");
    }
    assert!(survive("encoded.eml", encoded.as_bytes()).mail.is_some());

    let mut multipart = head.to_owned();
    for level in 0..1000 {
        let _infallible = write!(multipart, "Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n");
    }
    survive("multipart.eml", multipart.as_bytes());

    let parts = format!("{head}Content-Type: multipart/mixed; boundary=b\r\n\r\n")
        + &"--b\r\nContent-Disposition: attachment; filename=x\r\n\r\nx\r\n".repeat(100_000);
    let mail = survive("parts.eml", parts.as_bytes()).mail.expect("a mail");
    assert_eq!((mail.attachments.len(), mail.cut), (2000, true));
}

#[test]
fn headers_that_never_end() {
    let lines = "From: a@b.example\r\n".to_owned() + &"X-Filler: y\r\n".repeat(200_000) + "Subject: s\r\n\r\nbody";
    let mail = survive("lines.eml", lines.as_bytes()).mail.expect("a mail");
    assert_eq!((mail.headers.len(), mail.cut), (500, true));
    assert_eq!(mail.subject.as_deref(), Some("s"));

    let long = format!("From: a@b.example\r\nSubject: {}\r\n\r\nbody", "x".repeat(20 << 20));
    let mail = survive("long.eml", long.as_bytes()).mail.expect("a mail");
    assert!(mail.subject.is_some_and(|subject| subject.len() <= 8192));

    let people = "a@b.example, ".repeat(200_000);
    let mail = survive("people.eml", format!("From: a@b.example\r\nTo: {people}\r\n\r\nbody").as_bytes()).mail;
    assert_eq!(mail.map(|mail| (mail.to.len(), mail.cut)), Some((500, true)));

    let words = "=?utf-8?Q?".repeat(300_000);
    survive("words.eml", format!("From: a@b.example\r\nSubject: {words}\r\n\r\nbody").as_bytes());
    let brackets = "(".repeat(5 << 20);
    survive("comments.eml", format!("From: {brackets}\r\nDate: {brackets}\r\n\r\nbody").as_bytes());
}

/// A PNG that says any size and holds `rows` bytes of zeros.
fn png(width: u32, height: u32, rows: usize) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    std::io::copy(&mut std::io::repeat(0).take(rows as u64), &mut packed).expect("packed");
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let mut out = b"\x89PNG\r\n\x1A\n".to_vec();
    for (name, body) in [(b"IHDR", header), (b"IDAT", packed.finish().expect("finished")), (b"IEND", Vec::new())] {
        let mut sum = flate2::Crc::new();
        sum.update(name);
        sum.update(&body);
        out.extend((body.len() as u32).to_be_bytes());
        out.extend(name);
        out.extend(body);
        out.extend(sum.sum().to_be_bytes());
    }
    out
}

#[test]
fn pictures_larger_than_anything() {
    let jpeg = b"\xFF\xD8\xFF\xC0\0\x0B\x08\xFF\xFF\xFF\xFF\x01\x01\x11\0\xFF\xDA\0\x08\x01\x01\0\0\x3F\0\0\0\xFF\xD9";
    let gif = b"GIF89a\xFF\xFF\xFF\xFF\x80\0\0\0\0\0\xFF\xFF\xFF,\0\0\0\0\xFF\xFF\xFF\xFF\0\x02\x02\x44\x01\0;";
    let bmp = [
        &b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"[..],
        &65535_u32.to_le_bytes(),
        &65535_u32.to_le_bytes(),
        &[1, 0, 24, 0],
        &[0; 24],
    ]
    .concat();
    let webp = b"RIFF\x1E\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\xFE\xFF\0\xFE\xFF\0VP8 \0\0\0\0";
    let huge = png(65_000, 65_000, 1000);
    for (name, bytes) in
        [("65k.jpg", &jpeg[..]), ("65k.gif", gif), ("65k.bmp", &bmp), ("65k.webp", webp), ("65k.png", &huge)]
    {
        let reading = survive(name, bytes);
        assert_eq!(reading.kind, Kind::Picture, "{name}");
        assert!(worker().picture(300, bytes).is_err(), "{name}");
        assert!(reading.problem.is_some(), "{name}: {:?}", reading.picture);
    }
    assert_eq!(survive("65k.png", &huge).problem.map(|p| p.code), Some(ProblemCode::TooLarge));
    // Within the limits, though its pixels take a hundred times the room of its bytes.
    let bomb = png(10_000, 10_000, 10_001 * 10_000);
    assert!(bomb.len() < 1 << 20);
    assert!(survive("bomb.png", &bomb).picture.is_some());
    assert_eq!(worker().picture(300, bomb.as_slice()).map(|p| (p.width, p.height)).ok(), Some((300, 300)));
    survive("cut.png", &png(100, 100, 50)[..60]);
    let exif = [&b"\xFF\xD8\xFF\xE1\xFF\xFFExif\0\0II*\0\xFF\xFF\xFF\xFF"[..], &[0xFF; 4000]].concat();
    survive("exif.jpg", &exif);
    let loops = [&b"II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0"[..], &[0; 64]].concat();
    survive("loop.tif", &loops);
}

/// A PDF of the given object bodies with a right cross-reference table; object 1 is the catalogue.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (body, number) in objects.iter().zip(1..) {
        let _infallible = writeln!(table, "{:010} 00000 n ", out.len());
        out.extend(format!("{number} 0 obj\n").bytes().chain(body.iter().copied()).chain(*b"\nendobj\n"));
    }
    let start = out.len();
    let end = format!("trailer\n<</Size {} /Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.extend(table.bytes().chain(end.bytes()));
    out
}

fn stream(dict: &str, bytes: &[u8]) -> Vec<u8> {
    [format!("<<{dict} /Length {}>>\nstream\n", bytes.len()).as_bytes(), bytes, b"\nendstream"].concat()
}

fn page(contents: Vec<u8>) -> Vec<u8> {
    let page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R\
        /Resources<</XObject<</F 4 0 R>>/Font<</A<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>";
    pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.to_vec(),
        contents,
    ])
}

#[test]
fn pdfs_deep_looping_and_blown_up() {
    let plain = page(stream("", b"BT /A 12 Tf 20 100 Td (Dear member) Tj ET"));
    let reading = survive("plain.pdf", &plain);
    assert_eq!((reading.pages, reading.text[0].text.as_str()), (Some(1), "Dear member"));

    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    std::io::copy(&mut std::io::repeat(b' ').take(5 << 28), &mut packed).expect("packed");
    let bomb = page(stream("/Filter/FlateDecode", &packed.finish().expect("finished")));
    survive("flate.pdf", &bomb);
    let twice = |inner: Vec<u8>| {
        let mut outer = ZlibEncoder::new(Vec::new(), Compression::best());
        outer.write_all(&inner).expect("packed");
        outer.finish().expect("finished")
    };
    let mut inner = ZlibEncoder::new(Vec::new(), Compression::best());
    std::io::copy(&mut std::io::repeat(0).take(1 << 30), &mut inner).expect("packed");
    let inner = inner.finish().expect("finished");
    survive("flate2.pdf", &page(stream("/Filter[/FlateDecode/FlateDecode]", &twice(inner))));

    survive("deep.pdf", &page([b"[".repeat(2_000_000), b"]".repeat(2_000_000)].concat()));
    survive("dicts.pdf", &page(b"<</A ".repeat(500_000)));
    survive("deepops.pdf", &page(stream("", &b"[".repeat(3_000_000))));
    survive("states.pdf", &page(stream("", &b"q ".repeat(3_000_000))));
    survive(
        "itself.pdf",
        &page(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>", b"/F Do /F Do")),
    );
    let kids =
        pdf(&[b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>".to_vec()]);
    survive("kids.pdf", &kids);
    let wide = String::from_utf8_lossy(&plain).replace("[0 0 200 200]", "[0 0 9e30 1e-30]");
    survive("wide.pdf", wide.as_bytes());
    let previous = String::from_utf8_lossy(&plain).replace("/Root 1 0 R", "/Root 1 0 R /Prev 9");
    let at = previous.find("xref").expect("a table").to_string();
    survive("xref.pdf", previous.replace("/Prev 9", &format!("/Prev {at}")).as_bytes());
    survive("cut.pdf", &plain[..plain.len() / 2]);
    survive("empty.pdf", b"%PDF-1.7\n");
}

#[test]
fn pages_and_texts_without_end() {
    for (name, bytes) in [
        ("deep.html", "<div>".repeat(300_000)),
        ("bold.html", "<b><i><a href=x>".repeat(20_000)),
        ("tables.html", "<table><tr><td>".repeat(5_000)),
        ("attributes.html", format!("<p {}>", "a=b ".repeat(1_000_000))),
        ("comment.html", format!("<html><!-- saved from url=({}", "-".repeat(5 << 20))),
        ("entities.html", format!("<html>{}", "&NotEqualTilde;".repeat(300_000))),
        ("lines.txt", "\r".repeat(20 << 20)),
        ("nul.csv", "a,b\n".repeat(2_000_000)),
    ] {
        survive(name, bytes.as_bytes());
    }
}

/// A small generator of chance with a seed, so that a failure can be seen again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

#[test]
fn files_with_bytes_changed_at_random() {
    let mut chance = Chance(20_260_311);
    let mut outlook = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).expect("a compound file");
    for name in ["/__properties_version1.0", "/__substg1.0_0037001F", "/__substg1.0_1000001F"] {
        outlook.create_stream(name).expect("a stream").write_all(&[65; 700]).expect("written");
    }
    outlook.create_storage("/__attach_version1.0_#00000000").expect("a storage");
    outlook.flush().expect("flushed");
    let seeds = [
        ("a.pdf", page(stream("", b"BT /A 12 Tf 20 100 Td (Dear member) Tj ET"))),
        ("a.png", png(64, 64, 65 * 64)),
        ("a.msg", outlook.into_inner().into_inner()),
        ("a.eml", b"From: a@b.example\nSubject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n--b\nContent-Transfer-Encoding: base64\n\naGk=\n--b--\n".to_vec()),
    ];
    let (mut read, mut said) = (0, 0);
    let worker = worker();
    for (name, seed) in seeds {
        for _ in 0..40 {
            let mut bytes = seed.clone();
            for _ in 0..=chance.below(6) {
                let at = chance.below(bytes.len());
                bytes[at] = chance.below(256) as u8;
            }
            let reading = worker.read(name, bytes.as_slice()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            if reading.problem.is_some() { said += 1 } else { read += 1 }
        }
    }
    eprintln!("changed at random: {read} read, {said} with a sentence");
    assert_eq!(read + said, 160);
}
