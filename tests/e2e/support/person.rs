//! What a person does with the window: find a control by its role and name, press it, type, look.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use recourse_tests::{path_of, program, scratch, wait_for};
use serde_json::{Value, json};

use super::desktop::Desktop;
use super::driver::Driver;
use super::drop;
use super::home::Home;

/// Keys that are no letters (W3C WebDriver, section 17.4.2).
pub const ESCAPE: &str = "\u{e00c}";
/// The same for Enter.
pub const ENTER: &str = "\u{e007}";
/// The same for Alt.
pub const ALT: &str = "\u{e00a}";
/// The same for Ctrl.
pub const CONTROL: &str = "\u{e009}";

/// The key under which WebDriver hands out elements (W3C WebDriver, section 11).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Finds visible elements whose visible words, label, placeholder or `aria-label` contain what is looked for. The driver's own computed
/// role and name have the last word; this only spares asking it about every element of the page.
const CANDIDATES: &str = r#"
const [selector, name] = arguments;
const words = (e) => [e.getAttribute("aria-label"), e.innerText, e.value, e.placeholder, e.title,
    ...[...(e.labels ?? [])].map((l) => l.innerText),
    ...(e.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => document.getElementById(id)?.innerText)];
const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === "visible";
return [...document.querySelectorAll(selector)].filter((e) => seen(e) && words(e).some((w) => (w ?? "").includes(name)));
"#;

/// Runs axe-core and answers with a line for each rule that is broken. One rule is left out: it is experimental, and takes a name in
/// which commas stand between the words on the screen for another name.
const JUDGE: &str = r#"
const done = arguments[arguments.length - 1];
const line = (v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(" ")).join("; ")})`;
const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const moves = (a) => a.playState === "running" && (a.effect?.target?.checkVisibility?.() ?? true);
const still = () => Promise.allSettled(document.getAnimations().filter(moves).map((a) => a.finished));
still()
    .then(() => axe.run(document, { runOnly, rules: { "label-content-name-mismatch": { enabled: false } } }))
    .then((result) => done(result.violations.map(line)), (error) => done([String(error)]));
"#;

/// Answers once the page has been painted as it is now, with its movements at an end.
const PAINTED: &str = r#"
const done = arguments[arguments.length - 1];
const paint = () => requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
// What is folded away moves only once it is unfolded: nobody waits for that.
const moves = (a) => a.playState === "running" && (a.effect?.target?.checkVisibility?.() ?? true);
Promise.allSettled(document.getAnimations().filter(moves).map((a) => a.finished)).then(paint);
"#;

/// The file that answers in place of the system's dialogs, in this person's home.
const PICKS: &str = "picks";
/// The file that says which day it is, in this person's home; the computer's own day where there is none.
const TODAY: &str = "today";
/// The file in which a watched window's calls stand.
pub const CALLS: &str = "calls";
/// The file in which the desktop writes what it is told to show.
pub const SHOWN: &str = "shown";

/// A person in front of a fresh window, with a home of their own.
pub struct Person {
    driver: Driver,
    home: Home,
    pictures: PathBuf,
    // Ended after the window.
    desktop: Option<Desktop>,
}

/// Something on the page.
pub struct Element(String);

impl Person {
    /// Opens the real window. Screenshots go to `TARGET/screens/JOURNEY/`.
    pub fn sits_down(journey: &str) -> Self {
        Self::sits(journey, Home::new(), None)
    }

    /// The same on a desktop that can show a word outside the window and has a keyring. What it is told to show stands in the file [`SHOWN`] of the home.
    pub fn sits_at_a_desktop(journey: &str) -> Self {
        let home = Home::new();
        let desktop = Desktop::start(&home, &home.join(SHOWN));
        Self::sits(journey, home, Some(desktop))
    }

    /// The same with the window's program and all that it starts watched by `strace`: what it asks of the network stands in the file [`CALLS`]
    /// of the home. The window may write core dumps as far as its caller is concerned, and works in its home.
    pub fn sits_watched(journey: &str) -> Self {
        let home = Home::new();
        let watched = watched(&home);
        Self::sits_before(&watched, journey, home, None)
    }

    fn sits(journey: &str, home: Home, desktop: Option<Desktop>) -> Self {
        Self::sits_before(&program("recourse-desktop"), journey, home, desktop)
    }

    fn sits_before(binary: &Path, journey: &str, home: Home, desktop: Option<Desktop>) -> Self {
        let pictures = scratch("screens").join(journey);
        fs::create_dir_all(&pictures).expect("the build folder can be written");
        let (picks, today) = (home.join(PICKS), home.join(TODAY));
        let mut stand_ins = vec![("RECOURSE_TEST_PICKS", &picks), ("RECOURSE_TEST_TODAY", &today)];
        stand_ins.extend(desktop.as_ref().map(|desktop| ("DBUS_SESSION_BUS_ADDRESS", desktop.address())));
        let driver = Driver::start(binary, &home, &stand_ins);
        let person = Self { driver, home, pictures, desktop };
        // Room is left at the right for a file manager.
        person.sizes(1280, 860);
        person
    }

    /// Lets the desktop lock its screen.
    pub fn locks_the_screen(&self) {
        self.desktop.as_ref().expect("the person sits at a desktop").locks_its_screen();
    }

    /// A path in this person's home.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.join(name)
    }

    /// The control of this role whose accessible name is `name`, once it is there.
    pub fn find(&self, role: &str, name: &str) -> Element {
        wait_for(&format!("the {role} \u{201c}{name}\u{201d}"), || self.look_for(role, name))
    }

    /// The same without waiting. Where no name is exact, one that begins with these words is taken, or has them in it: a button may
    /// have a line of explanation inside, a row its number before.
    pub fn look_for(&self, role: &str, name: &str) -> Result<Element, String> {
        let found = self.script(CANDIDATES, &json!([selector(role), name]))?;
        let mut seen = Vec::new();
        for id in found.as_array().into_iter().flatten().filter_map(|element| element[ELEMENT].as_str()) {
            let (its_role, its_name) = (self.of(id, "computedrole")?, self.of(id, "computedlabel")?);
            let its_name = its_name.trim().to_owned();
            if its_role == role && its_name == name {
                return Ok(Element(id.to_owned()));
            }
            seen.push((id.to_owned(), its_role, its_name));
        }
        let same_role = || seen.iter().filter(|(_, its_role, _)| its_role == role);
        let begins = same_role().find(|(_, _, its_name)| its_name.starts_with(name));
        let has = || same_role().find(|(_, _, its_name)| its_name.contains(name));
        match begins.or_else(has) {
            Some((id, _, _)) => Ok(Element(id.clone())),
            None => Err(format!("not there; near to it: {seen:?}")),
        }
    }

    /// Presses a button, link or tab.
    pub fn press(&self, role: &str, name: &str) {
        wait_for(&format!("pressing the {role} \u{201c}{name}\u{201d}"), || {
            let element = self.look_for(role, name)?;
            self.driver.ask("POST", &format!("element/{}/click", element.0), &json!({}))
        });
    }

    /// Holds these keys down together and lets go.
    pub fn holds(&self, keys: &[&str]) {
        let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
        let steps: Vec<Value> = down.chain(up).collect();
        let body = json!({"actions": [{"type": "key", "id": "keys", "actions": steps}]});
        self.driver.ask("POST", "actions", &body).expect("keys can be pressed");
    }

    /// Presses the pointer down at one place of the page, moves it to another and lets go. The page fills the screen from its corner.
    pub fn drags_within(&self, from: (i64, i64), to: (i64, i64)) {
        drop::within(&self.driver.display(), from, to);
    }

    /// Types letter by letter into whatever has the focus.
    pub fn types(&self, text: &str) {
        for letter in text.chars() {
            self.holds(&[&letter.to_string()]);
        }
    }

    /// Makes the window so wide and high, in pixels.
    pub fn sizes(&self, width: u32, height: u32) {
        let size = json!({"x": 0, "y": 0, "width": width, "height": height});
        self.driver.ask("POST", "window/rect", &size).expect("the window can be given a size");
    }

    /// Types into a text box in place of what is in it.
    pub fn type_into(&self, name: &str, text: &str) {
        // The page may put a new box in the place of one that was just found, as when a document is opened again.
        let element = wait_for(&format!("the text box \u{201c}{name}\u{201d}, to empty it"), || {
            let element = self.look_for("textbox", name)?;
            self.driver.ask("POST", &format!("element/{}/clear", element.0), &json!({}))?;
            Ok::<Element, String>(element)
        });
        let typed = json!({"text": text});
        self.driver.ask("POST", &format!("element/{}/value", element.0), &typed).expect("a text box can be typed into");
    }

    /// Waits until these words are on the page.
    pub fn sees(&self, words: &str) {
        wait_for(&format!("the words \u{201c}{words}\u{201d}"), || {
            let page = self.words()?;
            if page.contains(words) { Ok(()) } else { Err(page) }
        });
    }

    /// Chooses the files that the next dialogs of the system are answered with: those dialogs belong to the desktop, not to Recourse.
    pub fn will_choose(&self, paths: &[PathBuf]) {
        let lines: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
        fs::write(self.path(PICKS), lines.join("\n")).expect("the home can be written");
    }

    /// Closes the next dialogs of the system without choosing anything.
    pub fn will_choose_nothing(&self) {
        self.will_choose(&[]);
    }

    /// Lets it be this day (`YYYY-MM-DD`) from now on.
    pub fn wakes_up_on(&self, day: &str) {
        fs::write(self.path(TODAY), day).expect("the home can be written");
    }

    /// Loads the page again, as a fault of the webview would.
    pub fn loads_the_page_again(&self) {
        self.driver.ask("POST", "refresh", &json!({})).expect("the page can be loaded again");
    }

    /// Waits until these words are no longer on the page.
    pub fn sees_no_more(&self, words: &str) {
        wait_for(&format!("the words \u{201c}{words}\u{201d} to go"), || {
            let page = self.words()?;
            if page.contains(words) { Err(page) } else { Ok(()) }
        });
    }

    /// Waits until something the script looks for is there: it answers with true.
    pub fn finds(&self, what: &str, script: &str) {
        wait_for(what, || match self.script(script, &json!([]))? {
            Value::Bool(true) => Ok(()),
            other => Err(format!("{other}")),
        });
    }

    /// Drags files from outside onto the middle of the window and lets go.
    pub fn drops(&self, files: &[PathBuf]) {
        drop::drag(&self.driver.display(), files, (640, 430));
    }

    /// All words on the page now.
    pub fn words(&self) -> Result<String, String> {
        let text = self.script("return document.body.innerText;", &json!([]))?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a function body in the page and returns its answer.
    pub fn script(&self, body: &str, arguments: &Value) -> Result<Value, String> {
        self.driver.ask("POST", "execute/sync", &json!({"script": body, "args": arguments}))
    }

    /// Runs a function body in the page that answers by calling its last argument.
    pub fn later(&self, body: &str, arguments: &Value) -> Result<Value, String> {
        self.driver.ask("POST", "execute/async", &json!({"script": body, "args": arguments}))
    }

    /// Keeps a picture, and has the page judged by axe-core against WCAG 2.2 A and AA: no violation may be found.
    pub fn looks(&self, name: &str) {
        self.picture(name);
        let axe = path_of("ui/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&axe).expect("the window's npm modules are installed");
        let body = json!({"script": format!("{axe}\n{JUDGE}"), "args": []});
        let found = self.driver.ask("POST", "execute/async", &body).expect("the page can be judged");
        assert_eq!(found, json!([]), "in the picture \u{201c}{name}\u{201d}");
    }

    /// Keeps a picture of the window for a person to look at.
    pub fn picture(&self, name: &str) {
        // The driver hands out what was painted last, which on a busy machine is not yet what the page says.
        let painted = json!({"script": PAINTED, "args": []});
        wait_for("the page to be painted", || self.driver.ask("POST", "execute/async", &painted));
        let data = self.driver.ask("GET", "screenshot", &Value::Null).expect("a picture of the window");
        let file = self.pictures.join(format!("{name}.png"));
        fs::write(&file, base64(data.as_str().expect("a picture is text"))).expect("the build folder can be written");
    }

    fn of(&self, id: &str, what: &str) -> Result<String, String> {
        let value = self.driver.ask("GET", &format!("element/{id}/{what}"), &Value::Null)?;
        Ok(value.as_str().unwrap_or_default().to_owned())
    }
}

/// A script that starts the window's program as [`Person::sits_watched`] says.
pub fn watched(home: &Home) -> PathBuf {
    let (script, calls) = (home.join("watched.sh"), home.join(CALLS));
    let trace = "exec strace -f -qq --seccomp-bpf -e trace=socket,connect,bind -e signal=none";
    let text = format!(
        "#!/bin/sh\nulimit -c unlimited\ncd '{}'\n{trace} -o '{}' '{}' \"$@\"\n",
        home.path().display(),
        calls.display(),
        program("recourse-desktop").display()
    );
    fs::write(&script, text).expect("the home can be written");
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("the home can be written");
    script
}

fn selector(role: &str) -> String {
    let native = match role {
        "button" => "button, input[type=submit], input[type=button], summary",
        "link" => "a[href]",
        "textbox" => "input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable]",
        "menuitem" => "[role^=menuitem]",
        "heading" => "h1, h2, h3, h4",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "combobox" => "select",
        _ => "main, nav, dialog, img, ul, table",
    };
    format!("{native}, [role={role}]")
}

/// RFC 4648, section 4. Line breaks are passed over.
fn base64(text: &str) -> Vec<u8> {
    let (mut out, mut bits, mut count) = (Vec::with_capacity(text.len() / 4 * 3), 0_u32, 0);
    for byte in text.bytes() {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xff) as u8);
        }
    }
    out
}
