//! The tree of an HTML page, in one list of nodes: however deep it is, nothing is called in itself to make it or to let it go.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, ExpandedName, ParseOpts, QualName, local_name, ns, parse_document};

/// Number of a node in its tree.
pub(super) type At = usize;

/// The node above all others.
pub(super) const ROOT: At = 0;

/// What a node is.
pub(super) enum Data {
    /// The document, or something that shows nothing.
    Nothing,
    /// Words.
    Text(String),
    /// An element.
    Element {
        /// Its name in lower case, without a namespace.
        name: String,
        /// Its attributes.
        attributes: Vec<(String, String)>,
    },
}

/// A node and where it stands.
pub(super) struct Node {
    pub(super) data: Data,
    pub(super) children: Vec<At>,
    parent: Option<At>,
}

/// A page taken apart.
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

impl Tree {
    /// Takes a page apart as browsers do (HTML Standard, chapter 13).
    pub(super) fn of(html: &str) -> Self {
        parse_document(Sink::new(), ParseOpts::default()).one(html)
    }

    /// An attribute of an element.
    pub(super) fn attribute(&self, at: At, wanted: &str) -> Option<&str> {
        match &self.nodes[at].data {
            Data::Element { attributes, .. } => {
                attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str())
            }
            _ => None,
        }
    }

    /// The words directly inside a node.
    pub(super) fn own_words(&self, at: At) -> String {
        let words = self.nodes[at].children.iter().filter_map(|child| match &self.nodes[*child].data {
            Data::Text(words) => Some(words.as_str()),
            _ => None,
        });
        words.collect()
    }
}

/// What the parser holds of a node.
#[derive(Clone)]
struct Handle {
    at: At,
    name: Rc<QualName>,
}

struct Sink {
    nodes: RefCell<Vec<Node>>,
    /// The name of whatever has none.
    nameless: Rc<QualName>,
    /// Where the contents of templates go, which no page shows.
    aside: Cell<Option<At>>,
}

impl Sink {
    fn new() -> Self {
        let root = Node { data: Data::Nothing, children: Vec::new(), parent: None };
        let nameless = Rc::new(QualName::new(None, ns!(), local_name!("")));
        Self { nodes: RefCell::new(vec![root]), nameless, aside: Cell::new(None) }
    }

    fn add(&self, data: Data, name: Rc<QualName>) -> Handle {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { data, children: Vec::new(), parent: None });
        Handle { at: nodes.len() - 1, name }
    }

    fn nameless(&self, data: Data) -> Handle {
        self.add(data, Rc::clone(&self.nameless))
    }

    fn detach(&self, at: At) {
        let mut nodes = self.nodes.borrow_mut();
        if let Some(parent) = nodes[at].parent.take() {
            // What moves is nearly always the last.
            if let Some(place) = nodes[parent].children.iter().rposition(|child| *child == at) {
                nodes[parent].children.remove(place);
            }
        }
    }

    /// Puts something into `parent` at `place`, or at the end.
    fn put(&self, parent: At, place: Option<usize>, child: NodeOrText<Handle>) {
        let at = match child {
            NodeOrText::AppendNode(handle) => {
                self.detach(handle.at);
                handle.at
            }
            NodeOrText::AppendText(words) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = place.unwrap_or(nodes[parent].children.len()).checked_sub(1);
                let before = before.and_then(|before| nodes[parent].children.get(before).copied());
                if let Some(Data::Text(earlier)) = before.map(|before| &mut nodes[before].data) {
                    earlier.push_str(&words);
                    return;
                }
                drop(nodes);
                self.nameless(Data::Text(words.to_string())).at
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        nodes[at].parent = Some(parent);
        let place = place.unwrap_or(usize::MAX).min(nodes[parent].children.len());
        nodes[parent].children.insert(place, at);
    }
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) -> Tree {
        Tree { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { at: ROOT, name: Rc::clone(&self.nameless) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let attributes =
            attributes.into_iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
        self.add(Data::Element { name: name.local.to_ascii_lowercase().to_string(), attributes }, Rc::new(name))
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.nameless(Data::Nothing)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.nameless(Data::Nothing)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.at, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let stands = self.nodes.borrow()[element.at].parent.is_some();
        if stands {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, _: &Handle) -> Handle {
        let at = self.aside.get().unwrap_or_else(|| self.nameless(Data::Nothing).at);
        self.aside.set(Some(at));
        Handle { at, name: Rc::clone(&self.nameless) }
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.at == other.at
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        if let NodeOrText::AppendNode(handle) = &child {
            self.detach(handle.at);
        }
        let found = {
            let nodes = self.nodes.borrow();
            nodes[sibling.at].parent.and_then(|parent| {
                let place = nodes[parent].children.iter().rposition(|child| *child == sibling.at)?;
                Some((parent, place))
            })
        };
        if let Some((parent, place)) = found {
            self.put(parent, Some(place), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, more: Vec<Attribute>) {
        if let Data::Element { attributes, .. } = &mut self.nodes.borrow_mut()[target.at].data {
            for one in more {
                let name = one.name.local.to_string();
                if attributes.iter().all(|(there, _)| *there != name) {
                    attributes.push((name, one.value.to_string()));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.detach(target.at);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        let mut nodes = self.nodes.borrow_mut();
        let children = std::mem::take(&mut nodes[node.at].children);
        for child in &children {
            nodes[*child].parent = Some(new_parent.at);
        }
        nodes[new_parent.at].children.extend(children);
    }
}
