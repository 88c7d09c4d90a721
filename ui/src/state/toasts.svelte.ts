import { w } from '@/words';

/** A short message at the foot of the window. */
export interface Toast {
  id: number;
  text: string;
  action?: string;
}

/** How long a message stays, in milliseconds: long enough to read twice and to reach Undo by key. */
const STAYS = 9_000;

/** Messages in sight, and the things that can be undone, newest last. */
class Toasts {
  list = $state<Toast[]>([]);
  #undo = new Map<number, () => Promise<void> | void>();
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 1;

  /** Says something; with `undo` it offers to take it back, by button or by key. */
  say(text: string, undo?: () => Promise<void> | void): void {
    const id = this.#next++;
    this.list = [...this.list.slice(-2), { id, text, action: undo ? w.common.undo : undefined }];
    if (undo) this.#undo.set(id, undo);
    this.#start(id);
  }

  /** Takes back what the message spoke of. */
  async undo(id: number): Promise<void> {
    const back = this.#undo.get(id);
    this.#undo.delete(id);
    this.close(id);
    await back?.();
  }

  /** Takes back the newest thing that can be; false when there is none. */
  undoLast(): boolean {
    const last = [...this.#undo.keys()].pop();
    if (last === undefined) return false;
    void this.undo(last);
    return true;
  }

  close(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** Messages wait while somebody points at them or has the focus in them. */
  hold(held: boolean): void {
    for (const toast of this.list) {
      clearTimeout(this.#timers.get(toast.id));
      if (!held) this.#start(toast.id);
    }
  }

  /** Forgets everything, at a lock. */
  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#undo.clear();
    this.list = [];
  }

  #start(id: number): void {
    this.#timers.set(
      id,
      setTimeout(() => this.close(id), STAYS),
    );
  }
}

export const toasts = new Toasts();
