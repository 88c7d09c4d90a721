import type { Selected } from './quoting.svelte';

const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);

/** The words that are selected in the documents inside `root`, with their file and page; null where it is something else. */
export function selectedIn(root: Element, record: string): Selected | null {
  const frame = root.querySelector('iframe');
  if (frame && document.activeElement === frame) return selectedInFrame(frame, record);
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const begin = elementOf(range.startContainer);
  const end = elementOf(range.endContainer);
  const area = begin?.closest('[data-words]');
  if (!begin || !end || !area || !root.contains(area) || !root.contains(end)) return null;
  const lines = area.getAttribute('data-words') === 'lines';
  return made(begin, record, selection.toString(), range, { left: 0, top: 0 }, lines);
}

/** The page in a frame runs no script and tells nothing, but its selection can be read. */
function selectedInFrame(frame: HTMLIFrameElement, record: string): Selected | null {
  const selection = frame.contentDocument?.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return made(frame, record, selection.toString(), range, frame.getBoundingClientRect(), false);
}

function made(
  stands: Element,
  record: string,
  text: string,
  range: Range,
  from: { left: number; top: number },
  lines: boolean,
): Selected | null {
  // The lines of a drawn page are where its paper ended, not where its writer paused.
  const words = (lines ? text.replace(/\s*\n\s*/g, ' ') : text.replace(/\r\n?/g, '\n')).trim();
  if (words === '') return null;
  const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
  const page = stands.closest('[data-page]')?.getAttribute('data-page');
  return {
    record,
    file: stands.closest('[data-file]')?.getAttribute('data-file') ?? null,
    page: page ? Number(page) : null,
    words,
    at: { left: from.left + last.right, top: from.top + last.top, bottom: from.top + last.bottom },
  };
}
