/** Something held over the window, in CSS pixels from its corner. */
export type Drag = { kind: 'over'; x: number; y: number } | { kind: 'leave' } | { kind: 'drop' };

/**
 * The one door between the window and what stands behind it. `tauri.ts` opens it to the desktop program,
 * `memory.ts` to invented data in a plain browser tab and in tests.
 */
export interface Host {
  /** Asks by the name of a command; answers with its reply, or refuses with a `Failure`. */
  call(command: string, request: unknown): Promise<unknown>;
  /** Listens to what the other side says of its own accord; the answer stops listening. */
  listen(event: string, heard: (payload: unknown) => void): Promise<() => void>;
  /** Listens to things held over the window. */
  drag(heard: (drag: Drag) => void): Promise<() => void>;
  /** Loads the page anew, so that nothing of an open vault stays in it. */
  forgetPage(): void;
}

let current: Host | null = null;

/** Sets the host, once, before anything is asked. */
export function setHost(host: Host): void {
  current = host;
}

/** The host that was set. */
export function host(): Host {
  if (!current) throw new Error('No host was set.');
  return current;
}
