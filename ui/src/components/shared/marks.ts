/** A text in parts, those that were looked for told apart; letters are compared without regard to case. */
export function markParts(text: string, find: readonly string[]): { text: string; found: boolean }[] {
  const wanted = find.filter((word) => word.trim() !== '').map(escaped);
  if (wanted.length === 0) return [{ text, found: false }];
  const longestFirst = wanted.sort((a, b) => b.length - a.length);
  return text
    .split(new RegExp(`(${longestFirst.join('|')})`, 'gi'))
    .map((part, index) => ({ text: part, found: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

function escaped(word: string): string {
  return word
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
}

/** Marks words inside elements that hold one run of text each, as the words over a drawn page do; answers the first mark. */
export function markRuns(runs: Iterable<Element>, find: readonly string[]): Element | null {
  const nodes = [...runs]
    .filter((run) => run.childElementCount === 0)
    .flatMap((run) => [...run.childNodes].filter((node): node is Text => node.nodeType === Node.TEXT_NODE));
  return markNodes(nodes, find, () => true);
}

/** Marks words in whatever stands inside an element, also where they run on from one element into the next. */
export function markText(root: Element, find: readonly string[]): Element | null {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const block = (node: Text) => node.parentElement?.closest(blocks) ?? root;
  return markNodes(nodes, find, (one, other) => block(one) !== block(other));
}

const blocks = 'p, div, li, td, th, h1, h2, h3, h4, h5, h6, blockquote, section, article, header, footer';

/** Marks what is found in a row of text nodes; `apart` says between which two of them a space is to be thought. */
function markNodes(
  nodes: readonly Text[],
  find: readonly string[],
  apart: (one: Text, other: Text) => boolean,
): Element | null {
  let whole = '';
  const starts = nodes.map((node, index) => {
    const before = nodes[index - 1];
    if (before && apart(before, node)) whole += ' ';
    const start = whole.length;
    whole += node.data;
    return start;
  });
  let at = 0;
  const found = markParts(whole, find).flatMap((part) => {
    const from = at;
    at += part.text.length;
    return part.found ? [{ from, to: at }] : [];
  });
  let first: Element | null = null;
  nodes.forEach((node, index) => {
    const start = starts[index] ?? 0;
    const pieces: { text: string; found: boolean }[] = [];
    let done = 0;
    for (const { from, to } of found) {
      const [begin, end] = [Math.max(from - start, done), Math.min(to - start, node.data.length)];
      if (end <= begin) continue;
      if (begin > done) pieces.push({ text: node.data.slice(done, begin), found: false });
      pieces.push({ text: node.data.slice(begin, end), found: true });
      done = end;
    }
    if (pieces.length === 0) return;
    if (done < node.data.length) pieces.push({ text: node.data.slice(done), found: false });
    const page = node.ownerDocument;
    node.replaceWith(
      ...pieces.map((piece) => {
        if (!piece.found) return page.createTextNode(piece.text);
        const mark = page.createElement('mark');
        mark.textContent = piece.text;
        first ??= mark;
        return mark;
      }),
    );
  });
  return first;
}
