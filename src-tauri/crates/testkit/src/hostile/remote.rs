//! Documents that try to reach an address as soon as somebody looks at them, so that their sender learns of it.

use std::ffi::OsString;

use super::bytes::base64;
use super::office::dressed;
use super::outlook;
use super::pdf_files::{one_page, saying};
use super::zip_files::{Entry, zip};

/// One such document.
#[derive(Clone, Debug)]
pub struct RemoteDocument {
    /// What the window's list calls it: a mail's subject, a page's title, else the file's name.
    pub title: String,
    /// Its file name.
    pub file_name: OsString,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl RemoteDocument {
    fn new(title: &str, file_name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { title: title.to_owned(), file_name: file_name.into(), bytes: bytes.into() }
    }
}

/// Markup that makes a browser fetch something, each from a path of its own at `http://127.0.0.1:PORT`.
#[must_use]
pub fn references(port: u16) -> Vec<String> {
    const SORTS: &[&str] = &[
        "<img src=\"@\">",
        "<img srcset=\"@ 1x, @2 2x\">",
        "<img src='&#104;ttp:&#47;/127.0.0.1:PORT/entity'>",
        "<img src=\"//127.0.0.1:PORT/no-scheme\">",
        "<img lowsrc=\"@\" dynsrc=\"@\" longdesc=\"@\">",
        "<picture><source srcset=\"@\"><img src=\"@\"></picture>",
        "<link rel=stylesheet href=\"@\">",
        "<link rel=icon href=\"@\">",
        "<link rel=preload as=image href=\"@\">",
        "<link rel=prefetch href=\"@\"><link rel=dns-prefetch href=\"@\"><link rel=preconnect href=\"@\">",
        "<link rel=manifest href=\"@\">",
        "<style>@import '@';</style>",
        "<style>@import url(@);</style>",
        "<style>@font-face{font-family:f;src:url(@)}body{font-family:f}</style>",
        "<style>p::after{content:url(@)}li{list-style-image:url(@)}body{cursor:url(@),auto}</style>",
        "<p style=\"background:url(@)\">background</p>",
        "<p style=\"background-image:image-set('@' 1x)\">image set</p>",
        "<p style=\"border-image:url(@) 1;mask:url(@);filter:url(@#f);shape-outside:url(@)\">border</p>",
        "<table background=\"@\"><tr><td background=\"@\">cell</td></tr></table>",
        "<body background=\"@\">",
        "<iframe src=\"@\"></iframe>",
        "<iframe srcdoc=\"<img src=@>\"></iframe>",
        "<frameset><frame src=\"@\"></frameset>",
        "<object data=\"@\"></object>",
        "<object classid=\"x\" codebase=\"@\"><param name=movie value=\"@\"></object>",
        "<embed src=\"@\">",
        "<applet archive=\"@\" code=x></applet>",
        "<video src=\"@\" poster=\"@2\" autoplay></video>",
        "<video><source src=\"@\"><track default src=\"@2\"></video>",
        "<audio src=\"@\" autoplay></audio>",
        "<bgsound src=\"@\">",
        "<input type=image src=\"@\">",
        "<form action=\"@\"><input name=a autofocus onfocus=\"form.submit()\"></form>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"@\"/></svg>",
        "<svg xmlns:xlink=\"http://www.w3.org/1999/xlink\"><use xlink:href=\"@#a\"/><feImage href=\"@\"/></svg>",
        "<svg><style>@import '@';</style><foreignObject><img src=\"@\"></foreignObject></svg>",
        "<math href=\"@\"><mtext><img src=\"@\"></mtext></math>",
        "<script src=\"@\"></script>",
        "<script>fetch('@');new Image().src='@';new WebSocket('ws://127.0.0.1:PORT/ws');navigator.sendBeacon('@')</script>",
        "<script type=module>import '@';</script>",
        "<img src=x onerror=\"fetch('@')\">",
        "<details open ontoggle=\"location='@'\"></details>",
        "<a href=\"@\" ping=\"@2\">a link</a>",
        "<meta http-equiv=refresh content=\"0;url=@\">",
        "<base href=\"@/\"><img src=\"relative-to-the-base.png\">",
        "<noscript><img src=\"@\"></noscript>",
        "<template><img src=\"@\"></template>",
        "<blockquote cite=\"@\">a quotation</blockquote>",
    ];
    let address = |number: usize| format!("http://127.0.0.1:{port}/sort-{number}");
    let numbered = SORTS.iter().enumerate();
    numbered
        .map(|(number, sort)| {
            // `@import`, `@font-face` stay; every other `@` is the address.
            let kept = sort.replace("@import", "\u{1}import").replace("@font-face", "\u{1}font-face");
            kept.replace('@', &address(number)).replace('\u{1}', "@").replace("PORT", &port.to_string())
        })
        .collect()
}

/// A page with all of them; those that end a page or send it elsewhere stand last.
#[must_use]
pub fn page(title: &str, port: u16) -> String {
    let all = references(port).join("\n");
    format!(
        "<!DOCTYPE html>\n<html><head><title>{title}</title></head><body><p>Words of the page.</p>\n{all}\n</body></html>\n"
    )
}

const HEAD: &str = "From: Sender <sender@remote.example>\r\nTo: me@here.example\r\nDate: Wed, 3 Nov 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";

/// Documents of every kind that can hold a reference.
#[must_use]
pub fn documents(port: u16) -> Vec<RemoteDocument> {
    let to = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    let style = format!("@import '{0}';\nbody {{ background: url({0}) }}\n", to("style"));
    let calendar = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Words\r\nATTACH:{0}\r\nIMAGE;VALUE=URI:{0}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        to("calendar")
    );
    let formula = format!("a,b\n=WEBSERVICE(\"{0}\"),=IMAGE(\"{0}\")\n", to("formula"));
    vec![
        RemoteDocument::new("Remote mail", "mail.eml", html_mail("Remote mail", port)),
        RemoteDocument::new("Remote parts", "parts.eml", mail_of_parts(port)),
        RemoteDocument::new("Remote message", "message.msg", message(port)),
        RemoteDocument::new("Remote page", "page.html", page("Remote page", port)),
        RemoteDocument::new("Remote page kept whole", "whole.mhtml", saved_page(port)),
        RemoteDocument::new("drawing.svg", "drawing.svg", drawing(port)),
        RemoteDocument::new("style.css", "style.css", style),
        RemoteDocument::new("links.pdf", "links.pdf", links(port)),
        RemoteDocument::new("letter.docx", "letter.docx", letter(port)),
        RemoteDocument::new("sheet.xlsx", "sheet.xlsx", sheet(port)),
        RemoteDocument::new("text.odt", "text.odt", open_text(port)),
        RemoteDocument::new("invitation.ics", "invitation.ics", calendar),
        RemoteDocument::new("formula.csv", "formula.csv", formula),
        RemoteDocument::new("list.m3u", "list.m3u", format!("#EXTM3U\n{}\n", to("list"))),
        RemoteDocument::new(
            "place.url",
            "place.url",
            format!("[InternetShortcut]\r\nURL={0}\r\nIconFile={0}\r\n", to("icon")),
        ),
    ]
}

fn html_mail(subject: &str, port: u16) -> String {
    let asks = format!(
        "Disposition-Notification-To: sender@remote.example\r\nX-Face: x\r\nList-Unsubscribe: <http://127.0.0.1:{port}/unsubscribe>\r\n"
    );
    format!("{HEAD}{asks}Subject: {subject}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{}", page(subject, port))
}

/// A mail whose own pictures, drawing, style and nested mail refer elsewhere, and one part that lies elsewhere altogether (RFC 2017).
fn mail_of_parts(port: u16) -> String {
    let part = |kind: &str, name: &str, bytes: &[u8]| {
        format!(
            "--b\r\nContent-Type: {kind}; name=\"{name}\"\r\nContent-ID: <{name}>\r\nContent-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            base64(bytes)
        )
    };
    let body = format!(
        "<img src=\"cid:inside.svg\"><img src=\"CID:inside.css\"><link rel=stylesheet href=\"cid:inside.css\">{}",
        references(port).join("")
    );
    [
        format!("{HEAD}Subject: Remote parts\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"),
        format!("--b\r\nContent-Type: text/html\r\n\r\n{body}\r\n"),
        part("image/svg+xml", "inside.svg", drawing(port).replace("/drawing-", "/inside-drawing-").as_bytes()),
        part("text/css", "inside.css", format!("@import 'http://127.0.0.1:{port}/inside-style';").as_bytes()),
        part("text/html", "inside.html", page("Inside", port).as_bytes()),
        format!("--b\r\nContent-Type: message/rfc822\r\n\r\n{}\r\n", html_mail("Nested", port)),
        format!("--b\r\nContent-Type: message/external-body; access-type=URL; URL=\"http://127.0.0.1:{port}/external\"\r\n\r\nContent-Type: image/png\r\n\r\n"),
        "--b--\r\n".to_owned(),
    ]
    .concat()
}

fn message(port: u16) -> Vec<u8> {
    let mut file = outlook::fresh();
    outlook::words(&mut file, "", "0037001F", "Remote message");
    outlook::words(&mut file, "", "0C1F001F", "sender@remote.example");
    outlook::words(&mut file, "", "1000001F", "Words of the message.");
    outlook::stream(&mut file, "/__substg1.0_10130102", page("Remote message", port).as_bytes());
    outlook::stream(&mut file, "/__properties_version1.0", &[0; 32]);
    outlook::finished(file)
}

fn saved_page(port: u16) -> String {
    let own = format!("http://127.0.0.1:{port}/");
    let part = |kind: &str, place: &str, text: &str| {
        format!("--b\r\nContent-Type: {kind}\r\nContent-Location: {own}{place}\r\n\r\n{text}\r\n")
    };
    [
        format!("From: <Saved by Blink>\r\nSnapshot-Content-Location: {own}page\r\nSubject: Remote page kept whole\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"),
        part("text/html", "page", &page("Remote page kept whole", port)),
        part("text/css", "style", &format!("@import '{own}imported';")),
        part("image/svg+xml", "drawing", &drawing(port)),
        "--b--\r\n".to_owned(),
    ]
    .concat()
}

fn drawing(port: u16) -> String {
    let to = |path: &str| format!("http://127.0.0.1:{port}/drawing-{path}");
    format!(
        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"{}\"?><!DOCTYPE svg SYSTEM \"{}\" [<!ENTITY e SYSTEM \"{}\">]>\
         <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"90\" height=\"90\">\
         <style>@import '{}';</style><image href=\"{}\" width=\"9\" height=\"9\"/><image xlink:href=\"{}\" width=\"9\" height=\"9\"/>\
         <use href=\"{}#a\"/><filter id=\"f\"><feImage href=\"{}\"/></filter><rect filter=\"url(#f)\" fill=\"url({}#g)\" width=\"9\" height=\"9\"/>\
         <foreignObject width=\"9\" height=\"9\"><iframe xmlns=\"http://www.w3.org/1999/xhtml\" src=\"{}\"/></foreignObject>\
         <script href=\"{}\"/><text>&e;words</text></svg>\n",
        to("sheet"),
        to("dtd"),
        to("entity"),
        to("import"),
        to("image"),
        to("link"),
        to("use"),
        to("filter"),
        to("paint"),
        to("frame"),
        to("script")
    )
}

/// A PDF with actions that go elsewhere, a picture and a page's content that lie elsewhere, and a form of another file.
fn links(port: u16) -> Vec<u8> {
    let to = |path: &str| format!("http://127.0.0.1:{port}/pdf-{path}");
    let catalogue = format!(
        "/OpenAction<</S/URI/URI({})/Next<</S/JavaScript/JS(app.launchURL\\('{}'\\))>>>>/AA<</WC<</S/SubmitForm/F<</FS/URL/F({})>>>>>>/URI<</Base({})>>",
        to("open"),
        to("script"),
        to("submit"),
        to("base")
    );
    let page = format!(
        "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 300 300]/A<</S/URI/URI({})>>>><</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/GoToR/F<</FS/URL/F({})>>/D[0/Fit]>>>>\
         <</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F<</FS/URL/F({})>>>>>><</Type/Annot/Subtype/Widget/FT/Btn/T(b)/Rect[0 0 9 9]/A<</S/ImportData/F<</FS/URL/F({})>>>>>>\
         <</Type/Annot/Subtype/Screen/Rect[0 0 9 9]/A<</S/Rendition/OP 0/R<</S/MR/C<</S/MCD/D<</FS/URL/F({})>>>>>>>>>>]",
        to("uri"),
        to("file"),
        to("launch"),
        to("import"),
        to("film")
    );
    let elsewhere = format!(
        "<</Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/Length 0/F<</FS/URL/F({})>>>>\nstream\n\nendstream",
        to("picture")
    );
    let form = format!(
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Ref<</F<</FS/URL/F({})>>/Page 0>>/Length 0>>\nstream\n\nendstream",
        to("form")
    );
    one_page(&catalogue, &page, saying("A page with links"), &[elsewhere.as_bytes(), form.as_bytes()])
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

fn relations(of: &[(&str, String)]) -> Vec<u8> {
    let lines: String = of
        .iter()
        .enumerate()
        .map(|(n, (kind, target))| {
            format!("<Relationship Id=\"r{n}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\" TargetMode=\"External\"/>")
        })
        .collect();
    format!("<?xml version=\"1.0\"?><Relationships xmlns=\"{PACKAGE}\">{lines}</Relationships>").into_bytes()
}

fn letter(port: u16) -> Vec<u8> {
    let to = |path: &str| format!("http://127.0.0.1:{port}/docx-{path}");
    let words = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE w SYSTEM \"{}\"><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"{OFFICE}\" \
         xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><w:body><w:p><w:r><w:instrText>INCLUDEPICTURE \"{}\"</w:instrText></w:r>\
         <w:r><w:t>Words of the letter.</w:t></w:r><a:blip r:link=\"r0\"/></w:p></w:body></w:document>",
        to("dtd"),
        to("field")
    );
    let mut entries = dressed("docx", &[Entry::deflated("x", words.as_bytes())]);
    entries.push(Entry::deflated(
        "word/_rels/document.xml.rels",
        &relations(&[("image", to("picture")), ("hyperlink", to("link")), ("frame", to("frame"))]),
    ));
    entries.push(Entry::deflated("word/_rels/settings.xml.rels", &relations(&[("attachedTemplate", to("template"))])));
    zip(&entries)
}

fn sheet(port: u16) -> Vec<u8> {
    let to = |path: &str| format!("http://127.0.0.1:{port}/xlsx-{path}");
    let cells = format!(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\">\
         <f>WEBSERVICE(\"{}\")</f><v>words</v></c></row></sheetData></worksheet>",
        to("formula")
    );
    let mut entries = dressed("xlsx", &[Entry::deflated("x", cells.as_bytes())]);
    entries.push(Entry::deflated(
        "xl/externalLinks/_rels/externalLink1.xml.rels",
        &relations(&[("externalLinkPath", to("other"))]),
    ));
    zip(&entries)
}

fn open_text(port: u16) -> Vec<u8> {
    let to = |path: &str| format!("http://127.0.0.1:{port}/odt-{path}");
    let words = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
         xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><office:text><text:p>Words of the text.</text:p><draw:frame><draw:image xlink:href=\"{}\"/></draw:frame>\
         <draw:frame><draw:object xlink:href=\"{}\"/></draw:frame><text:section><text:section-source xlink:href=\"{}\"/></text:section></office:text></office:body></office:document-content>",
        to("picture"),
        to("object"),
        to("section")
    );
    zip(&dressed("odt", &[Entry::deflated("x", words.as_bytes())]))
}

#[cfg(test)]
mod tests {
    use super::{documents, references};

    #[test]
    fn there_are_more_than_thirty_sorts_and_each_names_the_port() {
        let sorts = references(4321);
        assert!(sorts.len() >= 40, "{}", sorts.len());
        for sort in &sorts {
            assert!(sort.contains("127.0.0.1:4321/"), "{sort}");
        }
        assert!(documents(4321).len() >= 15);
    }
}
