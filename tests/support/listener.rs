//! A socket on loopback that hears who calls.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Listens from when it is made to the end of the test.
pub struct Listener {
    port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Listener {
    /// Begins to listen on a free port.
    #[must_use]
    pub fn listen() -> Self {
        let socket = TcpListener::bind(("127.0.0.1", 0)).expect("loopback");
        let port = socket.local_addr().expect("a bound socket has an address").port();
        let heard = Arc::new(Mutex::new(Vec::new()));
        let noted = heard.clone();
        // It ends with the test program.
        thread::spawn(move || {
            for caller in socket.incoming().flatten() {
                let line = first_line(caller);
                noted.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        Self { port, heard }
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The first line of everybody who called so far.
    #[must_use]
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Calls itself, so that a listener that hears nobody is known to hear.
    ///
    /// # Panics
    /// Where the call is not heard.
    pub fn hears_a_call(&self) {
        let before = self.heard().len();
        let mut call = TcpStream::connect(("127.0.0.1", self.port)).expect("the listener is called");
        call.write_all(b"GET /the-tests-own-call HTTP/1.1\r\n\r\n").expect("the listener is spoken to");
        drop(call);
        super::wait_for("the listener to hear its own call", || {
            if self.heard().len() == before + 1 { Ok(()) } else { Err(format!("{:?}", self.heard())) }
        });
    }
}

/// What a caller says first; the caller is sent away.
fn first_line(mut caller: TcpStream) -> String {
    let mut said = [0; 500];
    let _may_fail = caller.set_read_timeout(Some(Duration::from_millis(200)));
    let length = caller.read(&mut said).unwrap_or_default();
    let _may_be_gone = caller.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    String::from_utf8_lossy(&said[..length]).lines().next().unwrap_or_default().to_owned()
}
