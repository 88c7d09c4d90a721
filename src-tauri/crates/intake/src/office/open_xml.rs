//! Word processing and presentations of Office Open XML (ECMA-376 part 1, chapters 17, 19 and 21).

use super::Found;
use super::flow::Flow;
use super::package::Package;
use super::xml::{Node, walk};
use crate::{Problem, ProblemCode};

/// Elements whose words are not seen: properties, what was deleted, where something was moved away from, field codes,
/// and the second telling of what an older program cannot draw.
const UNSEEN: &[&str] =
    &["pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr", "del", "moveFrom", "delText", "instrText", "Fallback"];

/// The words of a document or of the slides of a presentation.
pub(super) fn found(package: &mut Package<'_>) -> Result<Found, Problem> {
    let slides = package.names(|name| is_numbered(name, "ppt/slides/slide"));
    if !slides.is_empty() {
        let mut found = Found { paged: true, ..Found::default() };
        for slide in slides {
            let words = package.text(&slide)?.map(|xml| words(&xml)).unwrap_or_default();
            found.pages.push(words.0);
            found.problem = found.problem.or(words.1);
        }
        return Ok(found);
    }
    let Some(body) = package.text("word/document.xml")? else {
        return Err(Problem::new(
            ProblemCode::NotYet,
            "This document was kept. Recourse cannot show its words: open a copy in the program that made it.",
        ));
    };
    let (mut all, mut problem) = words(&body);
    let around = ["word/header", "word/footer", "word/footnotes", "word/endnotes", "word/comments"];
    let mut others = Vec::new();
    for part in around {
        others.extend(package.names(|name| is_numbered(name, part)));
    }
    for name in others {
        let (words, broken) = package.text(&name)?.map(|xml| self::words(&xml)).unwrap_or_default();
        problem = problem.or(broken);
        // First, even and later pages usually carry the same header.
        if !words.trim().is_empty() && !all.contains(words.trim()) {
            all.push('\n');
            all.push_str(&words);
        }
    }
    Ok(Found { pages: vec![all], problem, ..Found::default() })
}

/// "word/header2.xml" for "word/header".
fn is_numbered(name: &str, start: &str) -> bool {
    let number = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(".xml"));
    number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
}

fn words(xml: &str) -> (String, Option<Problem>) {
    let mut flow = Flow::default();
    let (mut unseen, mut text) = (0_usize, 0_usize);
    let walked = walk(xml, |node| {
        match node {
            Node::Open(name, _) if UNSEEN.contains(&name) => unseen += 1,
            Node::Close(name) if UNSEEN.contains(&name) => unseen = unseen.saturating_sub(1),
            _ if unseen > 0 => {}
            Node::Open("t", _) => text += 1,
            Node::Close("t") => text = text.saturating_sub(1),
            Node::Words(words) if text > 0 => flow.words(words),
            Node::Open("tab" | "ptab", _) => flow.words("\t"),
            Node::Open("br" | "cr", _) => flow.words("\n"),
            Node::Open("noBreakHyphen", _) => flow.words("-"),
            Node::Open("tc", _) => flow.open_cell(),
            Node::Close("tc") => flow.close_cell(1),
            Node::Close("tr") => flow.end_row(),
            Node::Close("p") => flow.end_paragraph(),
            _ => {}
        }
        !flow.is_full()
    });
    (flow.finish(), walked.err())
}
