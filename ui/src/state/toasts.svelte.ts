import { w } from '@/words';

/** A short message at the foot of the window. */
export interface Toast {
  id: number;
  text: string;
  action?: string;
}

/** How long a message stays, in milliseconds: long enough to read twice and to reach Undo by key. */
const STAYS = 9_000;

/** The message in sight, and the things that can be undone, newest last. */
class Toasts {
  list = $state<Toast[]>([]);
  #undo = new Map<number, () => Promise<void> | void>();
  /** Things a message offers that are no undoing. */
  #offers = new Map<number, () => void>();
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 1;

  /** Says something; with `undo` it offers to take it back, by button or by key. */
  say(text: string, undo?: () => Promise<void> | void): void {
    const id = this.#show(text, undo ? w.common.undo : undefined);
    if (undo) this.#undo.set(id, undo);
  }

  /** Says something and offers to show more of it. */
  offer(text: string, more: { label: string; go: () => void }): void {
    this.#offers.set(this.#show(text, more.label), more.go);
  }

  /** Does what the button of a message says: takes back, or shows. */
  async act(id: number): Promise<void> {
    const offer = this.#offers.get(id);
    if (!offer) return this.#takeBack(id);
    this.close(id);
    offer();
  }

  async #takeBack(id: number): Promise<void> {
    const back = this.#undo.get(id);
    this.#undo.delete(id);
    this.close(id);
    await back?.();
  }

  /** Takes back the newest thing that can be; false when there is none. */
  undoLast(): boolean {
    const last = [...this.#undo.keys()].pop();
    if (last === undefined) return false;
    void this.#takeBack(last);
    return true;
  }

  close(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#offers.delete(id);
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
    this.#offers.clear();
    this.list = [];
  }

  #show(text: string, action: string | undefined): number {
    const id = this.#next++;
    // One at a time: a pile of them lies over what the person works on. What an older one offered can still be undone by key.
    for (const toast of this.list) this.close(toast.id);
    this.list = [{ id, text, action }];
    this.#start(id);
    return id;
  }

  #start(id: number): void {
    this.#timers.set(
      id,
      setTimeout(() => this.close(id), STAYS),
    );
  }
}

export const toasts = new Toasts();
