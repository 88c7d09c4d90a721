//! As much HTTP/1.1 as a WebDriver on this machine needs: one request, one answer with a length, over loopback.
//!
//! A client library would bring sixty crates and other features of shared ones into the test build, for this page of code.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

/// Sends one request to `127.0.0.1:port` and returns the `value` of the answer (W3C WebDriver, section 6.3 "Processing model").
pub fn ask(port: u16, method: &str, path: &str, body: &Value) -> Result<Value, String> {
    let text =
        exchange(port, method, path, &body.to_string()).map_err(|e| format!("the driver did not answer: {e}"))?;
    let mut answer: Value =
        serde_json::from_str(&text).map_err(|e| format!("the driver's answer is not JSON ({e}): {text}"))?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) => Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default())),
        None => Ok(value),
    }
}

fn exchange(port: u16, method: &str, path: &str, body: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(120)))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut reader = BufReader::new(stream);
    let (mut line, mut length) = (String::new(), None);
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) =
            line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        {
            length = Some(value.trim().parse::<usize>().map_err(|_| io::Error::other(format!("bad {name}: {value}")))?);
        }
    }
    let mut bytes = vec![0; length.ok_or_else(|| io::Error::other("the answer has no length"))?];
    reader.read_exact(&mut bytes)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}
