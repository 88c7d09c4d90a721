import { ask } from '@/api/ask';

/** How long a form must rest before its words are kept, in milliseconds. */
const PAUSE = 400;

const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; body: string }>();

/** What is being kept now, for each form. Older words must never come to lie over newer ones. */
const going = new Map<string, Promise<unknown>>();

async function put(key: string): Promise<void> {
  const held = waiting.get(key);
  if (held) {
    clearTimeout(held.timer);
    waiting.delete(key);
  }
  const before = going.get(key);
  if (!held) return void (await before);
  const kept = Promise.resolve(before).then(() => ask('draft_put', { key, body: held.body }));
  const ended = kept.catch(() => undefined);
  going.set(key, ended);
  await kept;
  if (going.get(key) === ended) going.delete(key);
}

/** Keeps the words of a form, shortly after they have come to rest. A failure is not the form's: the words are still on screen. */
export function keepDraft(key: string, form: unknown): void {
  const held = waiting.get(key);
  if (held) clearTimeout(held.timer);
  const timer = setTimeout(() => void put(key).catch(() => undefined), PAUSE);
  waiting.set(key, { timer, body: JSON.stringify(form) });
}

/** Keeps at once whatever still waits, before a lock. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...waiting.keys()].map(put));
}

/** The words that were kept, or null. Words that are no longer of this form's shape are left alone. */
export async function foundDraft<T extends object>(key: string, shape: T): Promise<T | null> {
  // Who comes back to a form within the pause finds the words that were only just typed.
  await put(key).catch(() => undefined);
  const { draft } = await ask('draft_get', { key });
  if (!draft) return null;
  try {
    const body: unknown = JSON.parse(draft.body);
    if (typeof body !== 'object' || body === null) return null;
    return { ...shape, ...body };
  } catch {
    return null;
  }
}

/** Throws the words away: they were saved, or are not wanted. */
export async function dropDraft(key: string): Promise<void> {
  const held = waiting.get(key);
  if (held) clearTimeout(held.timer);
  waiting.delete(key);
  await going.get(key);
  await ask('draft_drop', { key });
}
