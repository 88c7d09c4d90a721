//! Web pages and drawings: things to run, things without end.

use super::HostileFile;
use super::bytes::base64;
use super::remote;

/// A port on which nothing of this machine listens: the discard service of old.
const NOWHERE: u16 = 9;

pub(super) fn files() -> Vec<HostileFile> {
    let mut files: Vec<HostileFile> = [pages(), drawings(), saved()]
        .concat()
        .into_iter()
        .map(|(name, text)| HostileFile::new("markup", name, text))
        .collect();
    for document in remote::documents(NOWHERE) {
        files.push(HostileFile::new("remote", document.file_name, document.bytes));
    }
    files
}

type Page = (&'static str, String);

fn pages() -> Vec<Page> {
    let data = (0..6).fold("<script>alert(1)</script>".to_owned(), |inner, _| {
        format!("<html><iframe src=\"data:text/html;base64,{}\">", base64(inner.as_bytes()).replace("\r\n", ""))
    });
    let page = |body: &str| format!("<!DOCTYPE html><title>Hostile</title>{body}");
    vec![
        (
            "scripts.html",
            page(
                "<script>while(1){}</script><img src=x onerror=alert(1)><a href=javascript:alert(1)>a</a><svg onload=alert(1)><body onload=alert(1)>",
            ),
        ),
        (
            "broken-out.html",
            page(
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"><math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
            ),
        ),
        (
            "refresh.html",
            page("<meta http-equiv=refresh content='0;url=file:///etc/passwd'><base href=http://t.example/>words"),
        ),
        ("data-chain.html", data),
        ("deep.html", page(&"<div>".repeat(5_000))),
        ("bold.html", page(&"<b><i><a href=x>".repeat(1_000))),
        ("tables.html", page(&"<table><tr><td>".repeat(500))),
        ("attributes.html", page(&format!("<p {}>", "a=b ".repeat(30_000)))),
        ("entities.html", page(&"&NotEqualTilde;".repeat(20_000))),
        ("comment.html", page(&format!("<!-- saved from url=({}", "-".repeat(100_000)))),
        ("lists.html", page(&"<ol start=2147483647><li>".repeat(500))),
        ("wide.html", page(&format!("<table><tr>{}</table>", "<td colspan=65534>x".repeat(3_000)))),
        ("charset.html", "<meta charset=\"x-nobody\"><p>\u{fffd}words".to_owned()),
        ("nul.html", "<ht\0ml><scr\0ipt>alert(1)</scr\0ipt>".to_owned()),
    ]
}

fn drawings() -> Vec<Page> {
    let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
    let mut uses = format!("{head}><g id=\"a0\"><path d=\"M0 0h9\"/></g>");
    for level in 1..30 {
        let before = level - 1;
        uses.push_str(&format!("<g id=\"a{level}\">{}</g>", format!("<use href=\"#a{before}\"/>").repeat(10)));
    }
    vec![
        (
            "laughs.svg",
            format!("<!DOCTYPE svg [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]>{head}><text>&b;</text></svg>"),
        ),
        (
            "outside.svg",
            format!("<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>{head}><text>&a;</text></svg>"),
        ),
        (
            "script.svg",
            format!(
                "{head} onload=\"alert(1)\"><script>alert(1)</script><foreignObject><iframe src=\"file:///etc/passwd\"/></foreignObject></svg>"
            ),
        ),
        ("uses.svg", format!("{uses}<use href=\"#a29\"/></svg>")),
        ("itself.svg", format!("{head}><use id=\"a\" href=\"#a\"/><image href=\"itself.svg\"/></svg>")),
        (
            "huge.svg",
            format!(
                "{head} width=\"1e30\" height=\"1e30\"><filter id=\"f\"><feTurbulence numOctaves=\"1000000\"/></filter></svg>"
            ),
        ),
    ]
}

/// Pages that a browser saved as one file (RFC 2557).
fn saved() -> Vec<Page> {
    let head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://t.example/\r\nSubject: Page\r\nMIME-Version: 1.0\r\n";
    let nested = (0..300).fold("Content-Type: text/html\r\n\r\n<p>words".to_owned(), |inner, level| {
        format!(
            "Content-Type: multipart/related; boundary=\"b{level}\"\r\n\r\n--b{level}\r\n{inner}\r\n--b{level}--\r\n"
        )
    });
    vec![
        ("nested.mhtml", format!("{head}{nested}")),
        (
            "no-page.mhtml",
            format!(
                "{head}Content-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
            ),
        ),
        (
            "itself.mhtml",
            format!(
                "{head}Content-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: http://t.example/\r\n\r\n<iframe src=\"http://t.example/\"></iframe><img src=\"cid:a\"><iframe src=\"cid:a\">\r\n--b\r\nContent-Type: text/html\r\nContent-ID: <a>\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n"
            ),
        ),
    ]
}
