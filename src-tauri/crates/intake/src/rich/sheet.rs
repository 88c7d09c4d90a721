//! The style sheets inside a page, as far as single names go: `p`, `.preheader`, `td.small`, `#top`. What holds for some screens only is left out.

use std::collections::HashMap;

use super::style::{Rule, declarations};
use super::tree::{Data, Tree};

/// Most bytes of style sheets that are read.
const LONGEST: usize = 512 * 1024;

/// Rules, with the element they are limited to.
type Limited = (Option<String>, Vec<Rule>);

/// Rules by the name they are for.
#[derive(Default)]
pub(super) struct Sheet {
    elements: HashMap<String, Vec<Rule>>,
    /// By class.
    classes: HashMap<String, Vec<Limited>>,
    ids: HashMap<String, Vec<Rule>>,
}

impl Sheet {
    /// The sheets of a page.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut sheet = Self::default();
        let mut left = LONGEST;
        for (at, node) in tree.nodes.iter().enumerate() {
            if matches!(&node.data, Data::Element { name, .. } if name == "style") {
                let css = tree.own_words(at);
                left = left.saturating_sub(css.len());
                if left > 0 {
                    sheet.read(&css);
                }
            }
        }
        sheet
    }

    /// What holds for an element, the weakest first.
    pub(super) fn rules(&self, name: &str, class: Option<&str>, id: Option<&str>) -> Vec<Rule> {
        let mut rules = self.elements.get(name).cloned().unwrap_or_default();
        for class in class.unwrap_or_default().split_whitespace() {
            for (only, more) in self.classes.get(class).map(Vec::as_slice).unwrap_or_default() {
                if only.as_deref().is_none_or(|only| only == name) {
                    rules.extend(more);
                }
            }
        }
        rules.extend(id.and_then(|id| self.ids.get(id)).into_iter().flatten());
        rules
    }

    fn read(&mut self, css: &str) {
        let css = without_comments(css);
        let mut rest = css.as_str();
        while let Some((before, inside)) = rest.split_once('{') {
            let selector = before.rsplit(';').next().unwrap_or_default().trim();
            let end = closing(inside);
            if !selector.starts_with('@') {
                self.rule(selector, &inside[..end]);
            }
            rest = inside.get(end + 1..).unwrap_or_default();
        }
    }

    fn rule(&mut self, selectors: &str, body: &str) {
        let rules = declarations(body);
        if rules.is_empty() {
            return;
        }
        for selector in selectors.split(',').map(str::trim) {
            let plain = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_".contains(c));
            if let Some((element, class)) = selector.split_once('.') {
                let only = (!element.is_empty()).then(|| element.to_ascii_lowercase());
                if plain(class) && only.as_deref().is_none_or(plain) {
                    self.classes.entry(class.to_owned()).or_default().push((only, rules.clone()));
                }
            } else if let Some((_, id)) = selector.split_once('#') {
                if plain(id) {
                    self.ids.entry(id.to_owned()).or_default().extend(&rules);
                }
            } else if plain(selector) {
                self.elements.entry(selector.to_ascii_lowercase()).or_default().extend(&rules);
            }
        }
    }
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    // Marks that hid sheets from browsers of long ago.
    out.replace("<!--", "").replace("-->", "")
}

/// Where the brace that was opened before `inside` is closed.
fn closing(inside: &str) -> usize {
    let mut open = 1_usize;
    for (at, letter) in inside.bytes().enumerate() {
        match letter {
            b'{' => open += 1,
            b'}' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return at;
        }
    }
    inside.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_names_are_found_and_rules_for_some_screens_are_not() {
        let mut sheet = Sheet::default();
        sheet.read(
            "<!-- @import 'x'; p.a, .b { display: none } /* .c{display:none} */ @media print { .d { display:none } .e{display:none} } \
             td > .f { display:none } #g{visibility:hidden} -->",
        );
        assert_eq!(sheet.rules("p", Some("x a"), None), [Rule::Hidden(true)]);
        assert_eq!(sheet.rules("div", Some("b"), None), [Rule::Hidden(true)]);
        assert_eq!(sheet.rules("td", None, Some("g")), [Rule::Invisible(true)]);
        for class in ["a", "c", "d", "e", "f"] {
            assert_eq!(sheet.rules("div", Some(class), None), [], "{class}");
        }
    }
}
