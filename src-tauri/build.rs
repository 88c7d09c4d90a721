//! Lets Tauri read its settings and embed the window's files.

fn main() {
    // The window's binary exports the SQLite it was built with, while WebKit loads the system's: neither may bind to the other.
    if std::env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "linux") {
        println!("cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL");
    }
    tauri_build::build();
}
