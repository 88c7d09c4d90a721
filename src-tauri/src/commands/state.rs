//! Where the window stands, stopping tasks, and the date box.

use recourse_contract::types::*;
use recourse_organiser::clock::Clock;
use tauri::{AppHandle, Manager, Runtime};

use crate::desk::Desk;
use crate::desktop::day::DeskClock;

/// Where the window stands.
pub fn app_state<R: Runtime>(app: &AppHandle<R>, _: Nothing) -> Result<AppState, Failure> {
    Ok(app.state::<Desk>().state())
}

/// Stops a task that is under way.
pub fn task_cancel<R: Runtime>(app: &AppHandle<R>, request: TaskName) -> Result<Nothing, Failure> {
    app.state::<Desk>().stop(&request.task);
    Ok(Nothing {})
}

/// What the date box says underneath.
pub fn date_understand<R: Runtime>(_: &AppHandle<R>, request: DateQuestion) -> Result<DateAnswer, Failure> {
    recourse_contract::dates::answer(&request, DeskClock.today())
}
