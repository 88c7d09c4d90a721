//! Where the page reads a kept document from: decrypted, in memory, under a token that only one showing knows.

use std::io::{Read, Seek, SeekFrom};

use data_encoding::HEXLOWER;
use recourse_contract::types::Failure;
use recourse_domain::FileId;
use recourse_organiser::documents;
use tauri::http::{Request, Response, StatusCode, header};
use tauri::{Manager, Runtime, UriSchemeContext, UriSchemeResponder};

use crate::desk::Desk;
use crate::failure::refusal;

/// The most that one answer to a range holds, in bytes.
const LARGEST_RANGE: u64 = 1024 * 1024;

/// The longest edge of a picture that is shown, in pixels.
const PICTURE_EDGE: u32 = 2400;

/// Media types that are handed to the page as they are. HTML and SVG are never among them.
const PLAIN: &[&str] = &[
    "application/pdf",
    "audio/aac",
    "audio/aiff",
    "audio/amr",
    "audio/flac",
    "audio/mp4",
    "audio/mpeg",
    "audio/ogg",
    "audio/wav",
    "audio/webm",
    "audio/x-caf",
    "audio/x-matroska",
    "video/3gpp",
    "video/mp4",
    "video/ogg",
    "video/quicktime",
    "video/webm",
    "video/x-matroska",
    "video/x-msvideo",
];

/// A name that nobody can guess.
///
/// # Errors
/// Where the computer gives no random numbers.
pub fn token() -> Result<String, Failure> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)
        .map_err(|_| refusal("vault", "The computer gave no random numbers, so the document cannot be shown."))?;
    Ok(HEXLOWER.encode(&random))
}

/// Where the page finds what a token stands for.
pub fn url(token: &str) -> String {
    if cfg!(any(windows, target_os = "android")) {
        format!("http://evidence.localhost/{token}")
    } else {
        format!("evidence://localhost/{token}")
    }
}

/// Answers the page's request for a document.
pub fn answer<R: Runtime>(context: UriSchemeContext<'_, R>, request: Request<Vec<u8>>, responder: UriSchemeResponder) {
    let app = context.app_handle().clone();
    std::thread::spawn(move || {
        let desk = app.state::<Desk>();
        let asked = named(request.uri().path());
        let file = asked.and_then(|(token, page)| Some((desk.showings().get(token).copied()?, page)));
        let answer = match file {
            Some((file, page)) => {
                serve(&desk, file, page, &request).unwrap_or_else(|| refuse(StatusCode::INTERNAL_SERVER_ERROR))
            }
            None => asked.and_then(|(token, _)| proof(&desk, token)).unwrap_or_else(|| refuse(StatusCode::NOT_FOUND)),
        };
        responder.respond(answer);
    });
}

/// The token in a path, and the page behind it where one is asked for.
fn named(path: &str) -> Option<(&str, Option<u32>)> {
    let path = path.trim_start_matches('/');
    match path.split_once('/') {
        Some((token, page)) => Some((token, Some(page.parse().ok()?))),
        None => Some((path, None)),
    }
}

/// Pages of a bundle as they will be.
fn proof(desk: &Desk, token: &str) -> Option<Response<Vec<u8>>> {
    let kept = desk.proof();
    let (_, bytes) = kept.as_ref().filter(|(named, _)| named == token)?;
    whole("application/pdf", bytes.clone())
}

fn serve(desk: &Desk, file: FileId, page: Option<u32>, request: &Request<Vec<u8>>) -> Option<Response<Vec<u8>>> {
    let session = desk.session().ok()?;
    let (kept, mut original) = documents::original(&session, file).ok()?;
    if page.is_some() || kept.media_type.starts_with("image/") {
        let picture = documents::page(&session, file, page.unwrap_or(1), PICTURE_EDGE).ok()?;
        return whole(picture.media_type.as_str(), picture.bytes);
    }
    if !PLAIN.contains(&kept.media_type.as_str()) {
        return Some(refuse(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let asked = request.headers().get(header::RANGE).and_then(|range| range.to_str().ok());
    let Some((first, last)) = asked.and_then(|range| span(range, kept.size)) else {
        let mut bytes = Vec::new();
        original.read_to_end(&mut bytes).ok()?;
        return whole(&kept.media_type, bytes);
    };
    original.seek(SeekFrom::Start(first)).ok()?;
    let mut bytes = Vec::new();
    original.take(last - first + 1).read_to_end(&mut bytes).ok()?;
    base(StatusCode::PARTIAL_CONTENT, &kept.media_type)
        .header(header::CONTENT_RANGE, format!("bytes {first}-{last}/{}", kept.size))
        .body(bytes)
        .ok()
}

fn whole(media_type: &str, bytes: Vec<u8>) -> Option<Response<Vec<u8>>> {
    base(StatusCode::OK, media_type).header(header::CONTENT_LENGTH, bytes.len()).body(bytes).ok()
}

fn refuse(status: StatusCode) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = status;
    response
}

fn base(status: StatusCode, media_type: &str) -> tauri::http::response::Builder {
    Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, media_type)
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(header::ACCESS_CONTROL_EXPOSE_HEADERS, "accept-ranges, content-length, content-range")
}

/// The first and last byte of a single range (RFC 9110 section 14.1.2), cut to the most that is served at once.
fn span(range: &str, size: u64) -> Option<(u64, u64)> {
    let (first, last) = range.trim().strip_prefix("bytes=")?.split_once('-')?;
    let end = size.checked_sub(1)?;
    let (first, last) = match (first.parse::<u64>().ok(), last.parse::<u64>().ok()) {
        (Some(first), Some(last)) => (first, last.min(end)),
        (Some(first), None) => (first, end),
        (None, Some(length)) => (size.saturating_sub(length), end),
        (None, None) => return None,
    };
    (first <= last).then(|| (first, last.min(first + LARGEST_RANGE - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_stands_behind_the_token() {
        assert_eq!(named("/abc"), Some(("abc", None)));
        assert_eq!(named("/abc/2"), Some(("abc", Some(2))));
        assert_eq!(named("/abc/two"), None);
        assert_eq!(named("/abc/2/3"), None);
    }

    #[test]
    fn ranges_are_cut_to_what_is_there_and_to_a_mebibyte() {
        let size = 3 * LARGEST_RANGE;
        for (asked, answer) in [
            ("bytes=0-9", Some((0, 9))),
            ("bytes=5-", Some((5, 5 + LARGEST_RANGE - 1))),
            ("bytes=-4", Some((size - 4, size - 1))),
            ("bytes=9-4", None),
            ("bytes=99999999-", None),
            ("lines=0-9", None),
            ("bytes=-", None),
        ] {
            assert_eq!(span(asked, size), answer, "{asked}");
        }
        assert_eq!(span("bytes=0-", 0), None);
    }
}
