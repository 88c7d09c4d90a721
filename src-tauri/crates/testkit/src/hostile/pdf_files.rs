//! PDF files whose objects are given and whose cross-reference table is right (ISO 32000-1, 7.5).

use super::bytes::join;

/// A file of these object bodies, numbered from 1; object 1 is the catalogue. `more` goes into the trailer.
pub(super) fn pdf_with(objects: &[Vec<u8>], more: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, body) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.extend(join(&[format!("{} 0 obj\n", number + 1).as_bytes(), body, b"\nendobj\n"]));
    }
    let start = out.len();
    let count = objects.len() + 1;
    out.extend(format!("{table}trailer\n<</Size {count}/Root 1 0 R{more}>>\nstartxref\n{start}\n%%EOF\n").bytes());
    out
}

/// The same with nothing more in the trailer.
pub(super) fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    pdf_with(objects, "")
}

/// A stream object.
pub(super) fn stream(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary}/Length {}>>\nstream\n", bytes.len());
    join(&[head.as_bytes(), bytes, b"\nendstream"])
}

/// One page: `catalogue` and `page` are more entries of these two dictionaries, `contents` is object 4, `others` come after.
pub(super) fn one_page(catalogue: &str, page: &str, contents: Vec<u8>, others: &[&[u8]]) -> Vec<u8> {
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</XObject<</F 4 0 R/X 5 0 R>>\
         /Font<</A<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>/T 5 0 R>>/Pattern<</P 5 0 R>>>>{page}>>"
    );
    let mut objects = vec![
        format!("<</Type/Catalog/Pages 2 0 R{catalogue}>>").into_bytes(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        page.into_bytes(),
        contents,
    ];
    objects.extend(others.iter().map(|other| other.to_vec()));
    pdf(&objects)
}

/// The content of a page that says some words.
pub(super) fn saying(words: &str) -> Vec<u8> {
    stream("", format!("BT /A 12 Tf 20 200 Td ({words}) Tj ET").as_bytes())
}
