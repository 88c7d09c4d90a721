//! Who may depend on whom (the table in ARCHITECTURE.md), and that nothing that speaks to a network is built in.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::cargo::{cargo, tree};

/// Each room with the rooms it may use in what is shipped.
const MAY_USE: &[(&str, &[&str])] = &[
    ("recourse-domain", &[]),
    ("recourse-vault", &[]),
    ("recourse-store", &["recourse-domain", "recourse-vault"]),
    ("recourse-intake", &["recourse-domain"]),
    ("recourse-bundle", &["recourse-domain"]),
    (
        "recourse-organiser",
        &["recourse-bundle", "recourse-domain", "recourse-intake", "recourse-store", "recourse-vault"],
    ),
    ("recourse-contract", &["recourse-domain", "recourse-organiser"]),
    (
        "recourse-cli",
        &["recourse-bundle", "recourse-contract", "recourse-domain", "recourse-organiser", "recourse-vault"],
    ),
    // The vault only for what a process has to forbid the system, such as writing its memory to disk.
    ("recourse-desktop", &["recourse-contract", "recourse-domain", "recourse-organiser", "recourse-vault"]),
    ("recourse-fuzz", &["recourse-bundle", "recourse-intake", "recourse-testkit", "recourse-vault"]),
    ("recourse-testkit", &["recourse-domain"]),
    ("recourse-tests", &["recourse-testkit"]),
    ("xtask", &[]),
];

/// Crates that belong to one room: whoever else names one has taken over that room's work.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["recourse-store"]),
    ("age", &["recourse-vault"]),
    ("argon2", &["recourse-vault"]),
    ("mail-parser", &["recourse-intake"]),
    ("ammonia", &["recourse-intake"]),
    ("typst", &["recourse-bundle"]),
    ("lopdf", &["recourse-bundle"]),
    ("zip", &["recourse-bundle", "recourse-intake"]),
    ("ts-rs", &["recourse-contract"]),
    ("clap", &["recourse-cli"]),
    ("tauri", &["recourse-desktop"]),
];

/// Crates that open sockets, or whose purpose is to. `zbus` and its `async-io` speak to the desktop's bus, for which `gio` is there already;
/// `mio` and `socket2` are the network half of `tokio`.
const NETWORK: &[&str] = &[
    "actix-web",
    "async-io",
    "async-net",
    "async-std",
    "attohttpc",
    "axum",
    "curl",
    "h2",
    "hickory-resolver",
    "hyper",
    "hyper-util",
    "if-addrs",
    "imap",
    "isahc",
    "lettre",
    "libp2p",
    "minreq",
    "mio",
    "native-tls",
    "netlink-sys",
    "openssl",
    "polling",
    "quinn",
    "quinn-udp",
    "reqwest",
    "rtnetlink",
    "rustls",
    "smol",
    "socket2",
    "socks",
    "ssh2",
    "surf",
    "tauri-plugin-deep-link",
    "tauri-plugin-http",
    "tauri-plugin-localhost",
    "tauri-plugin-opener",
    "tauri-plugin-shell",
    "tauri-plugin-updater",
    "tauri-plugin-upload",
    "tauri-plugin-websocket",
    "tiny_http",
    "tokio-rustls",
    "tokio-tungstenite",
    "tonic",
    "tungstenite",
    "ureq",
    "warp",
    "webbrowser",
    "websocket",
    "zbus",
    "zeromq",
];

/// What a webview brings; the terminal's program has to do without.
const WEBVIEW: &[&str] = &["gtk", "soup3", "tao", "tauri", "tokio", "webkit2gtk", "wry"];

/// Name of a member → names of what it uses itself, in what is shipped (no development dependencies).
fn own_dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata: Value = serde_json::from_str(&cargo(&["metadata", "--no-deps", "--format-version", "1"])).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let all = package["dependencies"].as_array().unwrap().iter();
            let shipped = all.filter(|dependency| dependency["kind"] != "dev");
            (text(&package["name"]), shipped.map(|dependency| text(&dependency["name"])).collect())
        })
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The names of everything that is built into a program, however far down.
fn built_into(package: &str) -> BTreeSet<String> {
    let tree = tree(&["--package", package], "normal,build");
    tree.iter().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
}

#[test]
fn rooms_use_only_the_rooms_below_them() {
    let own = own_dependencies();
    let rooms: Vec<&str> = MAY_USE.iter().map(|(room, _)| *room).collect();
    assert_eq!(
        own.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        rooms.iter().copied().collect(),
        "a room is not in the table"
    );
    for (room, allowed) in MAY_USE {
        let used = own[*room].iter().filter(|name| rooms.contains(&name.as_str()));
        let too_much: Vec<&String> = used.filter(|name| !allowed.contains(&name.as_str())).collect();
        assert!(too_much.is_empty(), "{room} may not use {too_much:?}");
    }
}

#[test]
fn each_trade_is_plied_in_one_room() {
    let own = own_dependencies();
    for (trade, rooms) in ONLY_IN {
        let found: Vec<&String> = own.iter().filter(|(_, uses)| uses.contains(*trade)).map(|(room, _)| room).collect();
        assert_eq!(found, *rooms, "`{trade}` belongs to {rooms:?} alone");
    }
}

#[test]
fn the_terminals_program_needs_no_webview_and_no_network() {
    let tree = built_into("recourse-cli");
    let found: Vec<_> = NETWORK.iter().chain(WEBVIEW).filter(|name| tree.contains(**name)).collect();
    assert!(found.is_empty(), "recourse-cli is built with {found:?}");
}

/// The webview library itself can load pages from anywhere; that it is not let is for the window's own settings and tests. What is
/// asserted here is that none of the code built into the window opens a socket: `tokio`, which Tauri brings, is built without its
/// network half, and `soup3` is a set of bindings that WebKit's interface mentions.
#[test]
fn nothing_in_the_windows_program_speaks_to_a_network() {
    let names = built_into("recourse-desktop");
    let found: Vec<_> = NETWORK.iter().filter(|name| names.contains(**name)).collect();
    assert!(found.is_empty(), "recourse-desktop is built with {found:?}");
    let lines = tree(&["--package", "recourse-desktop"], "normal,build");
    let tokio: Vec<&String> = lines.iter().filter(|line| line.starts_with("tokio v")).collect();
    assert!(!tokio.is_empty(), "tokio is gone: take it out of this test");
    for line in tokio {
        let features = line.split(['[', ',', ']']).collect::<Vec<_>>();
        assert!(!features.contains(&"net") && !features.contains(&"full"), "{line}");
    }
}

/// No source of what is shipped names a socket of the standard library. (The libraries are looked at above; the running programs, in the tests that
/// look at their system calls.)
#[test]
fn no_source_of_ours_opens_a_socket() {
    // The worker's own test program tries to open one, to see that it cannot.
    let for_tests = ["/testkit/", "/xtask/", "/bin/recourse-intake-worker.rs"];
    let shipped = |path: &str| path.starts_with("src-tauri/") && !for_tests.iter().any(|part| path.contains(part));
    let sources: Vec<_> = recourse_tests::Sources::all().into_iter().filter(|(path, _)| shipped(path)).collect();
    assert!(sources.len() > 100, "the sources were not found");
    for (path, text) in sources {
        for name in ["std::net::", "TcpStream", "TcpListener", "UdpSocket", "ToSocketAddrs"] {
            assert!(!text.contains(name), "{path} names {name}");
        }
    }
}
