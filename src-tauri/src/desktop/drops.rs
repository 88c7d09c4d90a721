//! Files dropped anywhere on the window. The page is told their names; the paths stay here under a one-time name.

use recourse_contract::types::Dropped;
use tauri::{DragDropEvent, Emitter, Manager, Runtime, Window, WindowEvent};

use crate::desk::Desk;
use crate::desktop::evidence_scheme::token;

/// Hears what happens to the window.
pub fn listen<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let sent = match event {
        WindowEvent::DragDrop(DragDropEvent::Enter { .. }) => window.emit("drag", true),
        WindowEvent::DragDrop(DragDropEvent::Leave) => window.emit("drag", false),
        WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) => {
            let Ok(drop) = token() else {
                return;
            };
            let names = paths
                .iter()
                .map(|path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned())
                .collect();
            let desk = window.state::<Desk>();
            desk.touch();
            desk.drops().insert(drop.clone(), paths.clone());
            window.emit("drag", false).and_then(|()| window.emit("dropped", Dropped { drop, names }))
        }
        _ => Ok(()),
    };
    if let Err(error) = sent {
        eprintln!("Recourse: {error}");
    }
}
