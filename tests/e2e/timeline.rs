//! The timeline in the window: who knew when, everything in order, files out, something else that happened; and how quick it is with five
//! thousand records.

use std::fs;

use serde_json::{Value, json};

use crate::steps::{chooses, looks_everywhere, make_a_vault};
use crate::support::Person;

#[test]
fn who_knew_when_and_everything_in_order() {
    let person = Person::sits_down("timeline");
    make_a_vault(&person, "Timeline");
    person.press("button", "Look at a sample claim");
    person.sees("What is known so far");
    person.sees("after the relationship with");
    looks_everywhere(&person, "20 overview with facts");

    person.press("button", "Timeline");
    person.sees("Who knew when");
    person.sees("5 days after the organisation was told");
    person.sees("1 undated");
    looks_everywhere(&person, "21 timeline");
    person.script("document.querySelector('main .page').scrollTo(0, 1e6)", &json!([])).expect("the page scrolls");
    person.sees("C-007");
    person.looks("22 everything in order");
    person.script("document.querySelector('main .page').scrollTo(0, 0)", &json!([])).expect("the page scrolls");

    chooses(&person, "Incident", "Fundraising supplier, 2020");
    person.sees_no_more("Records supplier, autumn 2021");
    person.sees("not sure which incident");
    person.looks("23 one incident");
    chooses(&person, "Incident", "All incidents");
    person.sees("Records supplier, autumn 2021");
    person.type_into("Only with these words", "complaint");
    person.sees_no_more("Welcome to the Northfold Society");
    person.sees("Complaint about two data breaches");
    person.type_into("Only with these words", " ");

    for (entry, file, begins) in [
        ("Who knew when, as a drawing (SVG)", "who.svg", b"<svg ".as_slice()),
        ("Everything, as a picture (PNG)", "all.png", b"\x89PNG".as_slice()),
        ("Everything, as a table (CSV)", "all.csv", b"\xEF\xBB\xBFno,".as_slice()),
    ] {
        person.will_choose(&[person.path(file)]);
        person.press("button", "Save as…");
        person.press("menuitem", entry);
        person.sees(file);
        let bytes = fs::read(person.path(file)).expect("the file was saved");
        assert!(bytes.starts_with(begins), "{file}");
    }

    person.press("button", "Something else happened");
    person.type_into("What happened, in one line", "Calder Data told the Society");
    person.type_into("When", "29 Oct 2021");
    person.sees("29 October 2021");
    person.looks("24 something else happened");
    person.press("button", "Save");
    person.sees("V-009");
    person.looks("25 an event");
    person.press("button", "Back to the timeline");
    person.type_into("Only with these words", "Calder Data told the Society");
    person.press("button", "29 Oct 2021");
    person.sees("V-009");
}

/// Enters events through the same door as the window does, a few hundred at a time.
const FILL: &str = "const [from, to, done] = arguments;
    const call = (name, request) => window.__TAURI_INTERNALS__.invoke('call', { name, request });
    (async () => {
      const [claim] = await call('claim_list', {});
      for (let n = from; n < to; n += 1) {
        const day = new Date(Date.UTC(2012, 0, 1) + n * 86400000).toISOString().slice(0, 10);
        const words = n % 50 === 0 ? '' : n % 9 === 0 ? `about ${day}` : day;
        const form = { title: `Thing number ${n} that happened`, happened: { words, said_on: null }, told_by: null, told_to: null, text: 'A line or two about it.' };
        await call('event_save', { claim: claim.id, id: null, form, evidence: [] });
      }
      done(true);
    })().catch((reason) => done(JSON.stringify(reason)));";

/// Opens the room and measures from the data's arrival to the first rows on screen; then scrolls through it frame by frame, and through
/// plain paragraphs in a pane of the same size, which is what this machine can paint at best.
const MEASURE: &str = "const [done] = arguments;
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    (async () => {
      performance.clearMarks('timeline:data');
      [...document.querySelectorAll('nav button')].find((one) => one.innerText.startsWith('Timeline')).click();
      const asked = performance.now();
      while (!document.querySelector('[role=listitem] .row')) await frame();
      await frame();
      const shown = performance.now();
      const data = performance.getEntriesByName('timeline:data').at(-1).startTime;
      const scrolled = async (page) => {
        const frames = [];
        let last = await frame();
        for (let n = 0; n < 120; n += 1) {
          page.scrollTop += 180;
          const now = await frame();
          frames.push(now - last);
          last = now;
        }
        frames.sort((a, b) => a - b);
        return { median: frames[60], p95: frames[114], worst: frames[119] };
      };
      const page = document.querySelector('main .page');
      const room = await scrolled(page);
      const rows = document.querySelectorAll('[role=listitem] .row').length;
      const paper = document.createElement('div');
      paper.style.cssText = `position: fixed; inset: 0; overflow: auto; z-index: 99; background: white; width: ${page.clientWidth}px; height: ${page.clientHeight}px`;
      for (let n = 0; n < 2000; n += 1) paper.append(Object.assign(document.createElement('p'), { textContent: `Line ${n}` }));
      document.body.append(paper);
      const plain = await scrolled(paper);
      paper.remove();
      done({ waited: data - asked, drawn: shown - data, rows, room, plain });
    })().catch((reason) => done(String(reason)));";

#[test]
fn five_thousand_records_open_and_scroll() {
    let person = Person::sits_down("timeline-large");
    make_a_vault(&person, "Large");
    person.press("button", "Look around first");
    person.sees("The next step");
    for from in (0..5_000).step_by(250) {
        assert_eq!(person.later(FILL, &json!([from, from + 250])), Ok(json!(true)));
    }
    let found: Value = person.later(MEASURE, &json!([])).expect("the page can be measured");
    println!("5,000 records in the window, milliseconds: {found}");
    let rows = found["rows"].as_u64().unwrap_or_default();
    assert!(0 < rows && rows < 200, "only the rows in sight exist: {found}");
    person.sees("5,000 entries");
    person.picture("27 five thousand");
}
