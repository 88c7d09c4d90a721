use super::{Kind, MediaType, sniff};

#[test]
fn bytes_decide_and_names_break_ties() {
    let wide = |name: &str| -> Vec<u8> {
        let names = name.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(names).collect()
    };
    let mail = b"Received: by x\r\n\tfolded\r\nFrom: a@b.example\r\nSubject: s\r\n\r\nbody";
    let cases: &[(&str, &[u8], Kind, &str)] = &[
        ("letter.txt", b"%PDF-1.7\n", Kind::Pdf, "application/pdf"),
        ("x", b"junk before %PDF-1.4", Kind::Pdf, "application/pdf"),
        ("photo.png", b"\xFF\xD8\xFF\xE0", Kind::Picture, "image/jpeg"),
        ("x", b"RIFF\0\0\0\0WEBPVP8 ", Kind::Picture, "image/webp"),
        ("x", b"RIFF\0\0\0\0WAVEfmt ", Kind::Audio, "audio/wav"),
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic", Kind::Picture, "image/heic"),
        ("voice.m4a", b"\0\0\0\x18ftypmp42", Kind::Audio, "audio/mp4"),
        ("clip", b"\0\0\0\x18ftypmp42", Kind::Video, "video/mp4"),
        ("notice", mail, Kind::Mail, "message/rfc822"),
        ("notice.txt", mail, Kind::Mail, "message/rfc822"),
        ("x.eml", b"hello there", Kind::Mail, "message/rfc822"),
        ("x", b"From a Mon\nFrom: a@b\nDate: x\n\nbody", Kind::Mail, "message/rfc822"),
        ("x", b"From a Mon\nFrom: a@b\nDate: x\n\nbody\n\nFrom b Tue\n", Kind::Mail, "application/mbox"),
        ("all.mbox", b"From a Mon\nFrom: a@b\nDate: x\n\nbody", Kind::Mail, "application/mbox"),
        ("x", &wide("__substg1.0_0037001F"), Kind::Mail, "application/vnd.ms-outlook"),
        ("x.msg", &wide("Root Entry"), Kind::Mail, "application/vnd.ms-outlook"),
        ("x.doc", &wide("WordDocument"), Kind::Office, "application/msword"),
        ("x", &wide("Root Entry"), Kind::Unknown, "application/x-ole-storage"),
        ("x", b"<!DOCTYPE html><p>", Kind::Html, "text/html"),
        ("x", b"\xEF\xBB\xBF\n<HTML lang=en>", Kind::Html, "text/html"),
        ("x.htm", b"plain words", Kind::Html, "text/html"),
        ("x.mhtml", mail, Kind::Html, "multipart/related"),
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>", Kind::Unknown, "image/svg+xml"),
        ("a.csv", b"a,b\n1,2\n", Kind::Table, "text/csv"),
        ("a", b"a,b\n1,2\n", Kind::Text, "text/plain"),
        ("a.csv", b"a,b\0\x01\x02", Kind::Unknown, "application/octet-stream"),
        ("a.txt", b"\xFF\xFEh\0i\0", Kind::Text, "text/plain"),
        ("a.txt", b"na\xEFve", Kind::Text, "text/plain"),
        ("note.txt", b"Note: this is no mail\nTo be done\n", Kind::Text, "text/plain"),
        (
            "a.docx",
            b"PK\x03\x04....[Content_Types].xml",
            Kind::Office,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            "a.odt",
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.textPK",
            Kind::Office,
            "application/vnd.oasis.opendocument.text",
        ),
        ("a.docx", b"PK\x03\x04secret.exe", Kind::Archive, "application/zip"),
        ("a", b"", Kind::Unknown, "application/octet-stream"),
    ];
    for (name, first, kind, media_type) in cases {
        let found = sniff(name, first);
        assert_eq!((found.kind, found.media_type.as_str()), (*kind, *media_type), "{name} {first:?}");
    }
}

#[test]
fn polyglots_are_what_they_begin_as() {
    assert_eq!(sniff("x.pdf", b"GIF89a/*%PDF-1.4 <html>").kind, Kind::Picture);
    assert_eq!(sniff("x.html", b"%PDF-1.4 <html><script>").kind, Kind::Pdf);
    assert_eq!(sniff("x.jpg", b"PK\x03\x04\xFF\xD8\xFF").kind, Kind::Archive);
    let mail = b"From: a@b.example\nSubject: s\n\n%PDF-1.4";
    assert_eq!(sniff("x.pdf", mail).kind, Kind::Mail);
}

#[test]
fn a_media_type_is_two_words_or_nothing() {
    assert_eq!(MediaType::new("Text/HTML; charset=x").as_str(), "text/html");
    for bad in ["", "text", "text/", "/x", "a/b/c", "text/<script>", "image/ png"] {
        assert_eq!(MediaType::new(bad).as_str(), "application/octet-stream", "{bad}");
    }
}
