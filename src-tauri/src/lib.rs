//! The window: a thin shell that lets the page ask the organiser, and does what only a desktop can do.

mod commands;
mod desk;
mod desktop;
mod failure;

use std::process::ExitCode;

use desk::Desk;
use tauri::{Manager, WebviewUrl, WebviewWindowBuilder};

/// Starts the program: as a reading process where it was started as one, else as the window.
pub fn run() -> ExitCode {
    if recourse_organiser::worker::is_worker() {
        return recourse_organiser::worker::serve();
    }
    if let Err(error) = recourse_vault::forbid_core_dumps() {
        eprintln!("Recourse: {error}");
    }
    if desktop::single::is_second() {
        eprintln!("Recourse is open already. Its window was asked to come to the front.");
        return ExitCode::SUCCESS;
    }
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Desk::new())
        .register_asynchronous_uri_scheme_protocol("evidence", desktop::evidence_scheme::answer)
        .invoke_handler(tauri::generate_handler![commands::call])
        .on_window_event(desktop::drops::listen)
        .setup(|app| {
            let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
                .title("Recourse")
                .inner_size(1280.0, 820.0)
                .min_inner_size(900.0, 600.0)
                .incognito(!is_driven_by_a_test())
                .on_navigation(desktop::is_our_page)
                .build()?;
            desktop::autolock::watch(app.handle().clone());
            #[cfg(target_os = "linux")]
            desktop::away::watch(app.handle().clone());
            desktop::single::listen(app.handle());
            desktop::reminder::watch(app.handle().clone());
            window.set_focus()?;
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let tauri::RunEvent::Exit = event {
                    app.state::<Desk>().close();
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Recourse could not open its window: {error}. Your vaults are untouched.");
            ExitCode::from(3)
        }
    }
}

/// Whether a test drives the window. The driver cannot reach a window that keeps nothing, so such a window writes into the test's own home.
fn is_driven_by_a_test() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|wish| wish == "true")
}
