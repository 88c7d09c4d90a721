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
  let first: Element | null = null;
  for (const run of runs) {
    if (run.childElementCount > 0) continue;
    const parts = markParts(run.textContent ?? '', find);
    if (!parts.some((part) => part.found)) continue;
    run.replaceChildren(
      ...parts.map(({ text, found }) => {
        if (!found) return document.createTextNode(text);
        const mark = document.createElement('mark');
        mark.textContent = text;
        first ??= mark;
        return mark;
      }),
    );
  }
  return first;
}
