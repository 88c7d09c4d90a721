//! What the PDF tests share: documents built in code, a bundle of them, and the readers nobody here wrote.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use recourse_bundle::pdf::{Assembled, Assembly, Part, PartLink, PdfBytes, assemble, inspect};

/// A PDF from objects written out by hand. Object 1 is the catalogue.
#[derive(Default)]
pub struct Builder(Vec<(u32, Vec<u8>)>);

impl Builder {
    pub fn object(mut self, number: u32, text: impl AsRef<[u8]>) -> Self {
        self.0.push((number, text.as_ref().to_vec()));
        self
    }

    pub fn stream(self, number: u32, dict: &str, data: impl AsRef<[u8]>) -> Self {
        let data = data.as_ref();
        let head = format!("<<{dict}/Length {}>>\nstream\n", data.len());
        self.object(number, [head.as_bytes(), data, b"\nendstream"].concat())
    }

    pub fn build(&self) -> Vec<u8> {
        let mut out = b"%PDF-1.7\n".to_vec();
        let end = self.0.iter().map(|(number, _)| number + 1).max().unwrap_or(1);
        let mut offsets = vec![None; end as usize];
        for (number, body) in &self.0 {
            offsets[*number as usize] = Some(out.len());
            out.extend(format!("{number} 0 obj\n").bytes());
            out.extend(body);
            out.extend(b"\nendobj\n");
        }
        let start = out.len();
        out.extend(format!("xref\n0 {end}\n").bytes());
        for offset in &offsets {
            out.extend(
                match offset {
                    Some(offset) => format!("{offset:010} 00000 n \n"),
                    None => "0000000000 65535 f \n".into(),
                }
                .bytes(),
            );
        }
        out.extend(format!("trailer\n<</Size {end}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
        out
    }
}

/// A page of text at 72, 700 in Helvetica, as content.
pub fn text(words: &str) -> String {
    format!("BT /F1 12 Tf 72 700 Td ({words}) Tj ET")
}

/// One page with this content; extra entries go into the page and the catalogue.
pub fn one_page(content: &str, page: &str, catalog: &str) -> Builder {
    Builder::default()
        .object(1, format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"))
        .object(2, "<</Type/Pages/Count 1/Kids[3 0 R]>>")
        .object(
            3,
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R{page}>>"
            ),
        )
        .stream(4, "", content)
        .object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
}

/// `count` pages that say `word 1`, `word 2`, …
pub fn pages(word: &str, count: u32) -> Builder {
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", 10 + 2 * page)).collect();
    let mut builder = Builder::default()
        .object(1, "<</Type/Catalog/Pages 2 0 R>>")
        .object(
            2,
            format!("<</Type/Pages/Count {count}/Kids[{}]/MediaBox[0 0 595 842]/Resources 6 0 R>>", kids.join(" ")),
        )
        .object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
        .object(6, "<</Font<</F1 5 0 R>>>>");
    for page in 0..count {
        builder = builder
            .object(10 + 2 * page, format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 11 + 2 * page))
            .stream(11 + 2 * page, "", text(&format!("{word} {}", page + 1)));
    }
    builder
}

pub fn part(title: &str, bytes: Vec<u8>) -> Part {
    let pdf = PdfBytes::from(bytes);
    let inspected = Arc::new(inspect(&pdf).expect("a readable document"));
    Part { title: title.into(), section: Some("Documents".into()), pdf: pdf.into(), inspected, stamp: true }
}

pub fn assembly(parts: Vec<Part>, links: Vec<PartLink>) -> Assembly {
    Assembly {
        parts,
        links,
        title: "Ashgrove v Example Bank".into(),
        author: "A. Person".into(),
        date: chrono::DateTime::UNIX_EPOCH,
        first_number: 1,
        mark: String::new(),
    }
}

pub fn bundle(assembly: &Assembly) -> (Vec<u8>, Assembled) {
    let mut out = Vec::new();
    let done = assemble(assembly, &mut out, &mut |_, _| ControlFlow::Continue(())).expect("a bundle");
    assert_eq!(done.bytes, out.len() as u64);
    (out, done)
}

/// A bundle of single documents, without links of its own.
pub fn merged(documents: Vec<Vec<u8>>) -> Vec<u8> {
    let parts =
        documents.into_iter().enumerate().map(|(at, bytes)| part(&format!("Document {}", at + 1), bytes)).collect();
    bundle(&assembly(parts, Vec::new())).0
}

/// Runs a tool on a PDF whose path replaces `{}`. `None`, with a word, where the tool is not installed.
pub fn tool(name: &str, args: &[&str], pdf: &[u8]) -> Option<(bool, String)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("b.pdf");
    std::fs::write(&path, pdf).unwrap();
    tool_on(name, args, &path)
}

pub fn tool_on(name: &str, args: &[&str], path: &Path) -> Option<(bool, String)> {
    let args = args.iter().map(|arg| arg.replace("{}", &path.to_string_lossy()));
    match Command::new(name).args(args).output() {
        Ok(output) => {
            let words = [output.stdout, output.stderr].concat();
            Some((output.status.success(), String::from_utf8_lossy(&words).into_owned()))
        }
        Err(_) => {
            println!("skipped: {name} is not installed");
            None
        }
    }
}

/// The words of each page as poppler reads them in the order of drawing.
pub fn page_texts(pdf: &[u8]) -> Option<Vec<String>> {
    let (_, all) = tool("pdftotext", &["-raw", "{}", "-"], pdf)?;
    let mut texts: Vec<String> = all.split('\u{c}').map(|page| page.trim().to_owned()).collect();
    texts.pop();
    Some(texts)
}

/// `qpdf --check` finds nothing to say.
pub fn assert_clean(pdf: &[u8]) {
    if let Some((good, words)) = tool("qpdf", &["--check", "{}"], pdf) {
        assert!(good && !words.contains("WARNING"), "{words}");
    }
}

/// The corpus folder: `RECOURSE_CORPUS`, or `shared/corpus` beside the repository. `None`, with a word, where there is none.
pub fn corpus() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/corpus");
    let folder = std::env::var_os("RECOURSE_CORPUS").map_or(beside, PathBuf::from);
    if folder.join("pdf").is_dir() {
        return Some(folder);
    }
    println!("skipped: no corpus at {}", folder.display());
    None
}

/// The bundle as another reader sees it.
pub fn reread(pdf: &[u8]) -> lopdf::Document {
    lopdf::Document::load_mem(pdf).expect("the second engine reads the bundle")
}

pub fn contains(haystack: &[u8], needle: &str) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle.as_bytes())
}
