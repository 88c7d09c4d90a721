//! Documents that try to reach an address, each opened in the real window: nobody hears of it. The same page in an ordinary browser is
//! heard, so the page and the listener are known to work.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use recourse_testkit::hostile::remote::{self, RemoteDocument};
use recourse_tests::{Listener, within};

use crate::steps::make_a_vault;
use crate::support::{Browser, Person};

/// How long a browser may take to ask for what it wants to fetch, after it has shown a page.
const SETTLING: Duration = Duration::from_secs(1);

/// True once the document pane shows something: a frame that is loaded, a drawn page, words, or the sentence that there is nothing to show.
const SOMETHING_IS_SHOWN: &str = r#"
const pane = document.querySelector("main");
const frame = pane?.querySelector("iframe");
if (frame) return frame.contentDocument?.readyState === "complete" && frame.contentDocument.body !== null;
return pane !== null && !pane.innerText.includes("Loading") && pane.innerText.trim() !== "";
"#;

/// Chooses the document of this title in the list; true once it was there to be chosen.
fn chosen(title: &str) -> String {
    format!(
        "const row = [...document.querySelectorAll('[role=option]')].find((o) => o.innerText.includes('{title}'));\n\
         row?.click();\nreturn row !== undefined;"
    )
}

/// Writes the documents into a folder.
fn written(folder: PathBuf, documents: &[RemoteDocument]) -> Vec<PathBuf> {
    fs::create_dir_all(&folder).expect("the home can be written");
    let paths: Vec<PathBuf> = documents.iter().map(|document| folder.join(&document.file_name)).collect();
    for (path, document) in paths.iter().zip(documents) {
        fs::write(path, &document.bytes).expect("the home can be written");
    }
    paths
}

#[test]
fn nobody_learns_that_a_document_was_looked_at() {
    let listener = Listener::listen();
    let documents = remote::documents(listener.port());
    let person = Person::sits_down("remote");
    make_a_vault(&person, "Remote");
    person.press("button", "Look around first");
    person.press("button", "Inbox");
    let paths = written(person.path("remote"), &documents);
    person.drops(&paths);
    for document in &documents {
        // Messages about the files may lie over the list; who looks at what is not the question here.
        person.find("option", &document.title);
        person.finds(&format!("\u{201c}{}\u{201d} in the list", document.title), &chosen(&document.title));
        person.finds(&format!("\u{201c}{}\u{201d} in the window", document.title), SOMETHING_IS_SHOWN);
        person.picture(&document.title);
    }
    // A browser that fetches does it at once; this only lets the last one have its say.
    std::thread::sleep(SETTLING);
    assert_eq!(listener.heard(), [""; 0], "a document was fetched from");
    listener.hears_a_call();
}

#[test]
fn the_same_page_in_an_ordinary_browser_is_heard() {
    let Some(browser) = Browser::opens() else { return };
    let listener = Listener::listen();
    let file = browser.path("page.html");
    fs::write(&file, remote::page("Remote page", listener.port())).expect("the home can be written");
    browser.goes_to(&format!("file://{}", file.display()));
    let heard = within(Duration::from_secs(20), || {
        let heard = listener.heard();
        if heard.len() >= 10 { Ok(heard) } else { Err(heard) }
    });
    let heard = heard.unwrap_or_else(|heard| panic!("a browser that fetches everything was heard only so: {heard:?}"));
    eprintln!("an ordinary browser asked {} times", heard.len());
}
