import { type Action, shortcuts } from './table';

const editable = 'input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]';

/** The pressed keys in the table's spelling: "Mod+Shift+V". */
function pressed(event: KeyboardEvent): string {
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push('Mod');
  if (event.altKey) parts.push('Alt');
  const sign = event.key === '+' ? '=' : event.key;
  // Shift belongs to the sign itself ("+"), so it is spelled out for letters only.
  if (event.shiftKey && /^[a-z]$/i.test(sign)) parts.push('Shift');
  parts.push(sign.length === 1 ? sign.toUpperCase() : sign);
  return parts.join('+');
}

/**
 * Finds the action for a key press, or null. Undo and Redo are left to the text box while somebody types; every other Mod key
 * works from anywhere.
 */
export function actionFor(event: KeyboardEvent): Action | null {
  const keys = pressed(event);
  for (const [action, entry] of Object.entries(shortcuts) as [Action, (typeof shortcuts)[Action]][]) {
    if (entry.keys !== keys) continue;
    const typing = event.target instanceof Element && event.target.closest(editable) !== null;
    if (typing && (action === 'undo' || action === 'redo')) return null;
    return action;
  }
  return null;
}

/** Listens on the window until the returned function is called. */
export function listen(handlers: Partial<Record<Action, () => void>>): () => void {
  const onkeydown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    const action = actionFor(event);
    const handler = action && handlers[action];
    if (!handler) return;
    event.preventDefault();
    handler();
  };
  window.addEventListener('keydown', onkeydown);
  return () => window.removeEventListener('keydown', onkeydown);
}
