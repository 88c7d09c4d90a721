/**
 * Every key the window listens to, in one table. The listener, the hints beside buttons and the help list are all
 * made from it. `Mod` is Ctrl (Cmd on a Mac).
 */
export const shortcuts = {
  add: { keys: 'Mod+N' },
  paste: { keys: 'Mod+Shift+V' },
  find: { keys: 'Mod+K' },
  lock: { keys: 'Mod+L' },
  save: { keys: 'Mod+S' },
  undo: { keys: 'Mod+Z' },
  redo: { keys: 'Mod+Shift+Z' },
  quote: { keys: 'Mod+J' },
  larger: { keys: 'Mod+=' },
  smaller: { keys: 'Mod+-' },
  usual: { keys: 'Mod+0' },
  keys: { keys: 'F1' },
} as const satisfies Record<string, { keys: string }>;

/** The name of one thing a key can do. */
export type Action = keyof typeof shortcuts;

/** The keys as a person reads them: "Ctrl N". */
export function spoken(action: Action, mac = false): string {
  return shortcuts[action].keys.replace('Mod', mac ? '⌘' : 'Ctrl').replaceAll('+', ' ');
}
