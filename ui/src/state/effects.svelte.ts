import { ask } from '@/api/ask';
import type { RecordHead } from '@/generated/contract';
import { w } from '@/words';
import { Form } from './form.svelte';
import { go } from './go.svelte';
import type { EffectPart } from './rooms';
import { refreshAll } from './shelf.svelte';
import { toasts } from './toasts.svelte';
import { takeBack } from './undo.svelte';

type Options<F> = {
  part: EffectPart;
  /** By what its drafts are found; the part's own name if not said. */
  draft?: string;
  /** The record that is changed; none for a new one. */
  kept: { head: RecordHead; form: F } | null;
  empty: F;
  /** Says what is missing, or null. */
  check: (form: F) => string | null;
  put: (id: string | null, form: F) => Promise<{ head: RecordHead }>;
};

/** The form of one record of the room: kept as a draft, saved into its part, and taken back by Undo. */
export function effectForm<F extends object>({
  part,
  draft = part,
  kept,
  empty,
  check,
  put,
}: Options<F>): Form<F> {
  return new Form<F>({
    key: `${draft}:${kept ? kept.head.id : 'new'}`,
    start: kept?.form ?? empty,
    check,
    save: async (now) => {
      const saved = await put(kept?.head.id ?? null, now);
      const { id, reference } = saved.head;
      go.record(saved.head);
      await refreshAll({ room: part, id });
      toasts.say(kept ? w.record.saved(reference) : w.record.added(reference), takeBack);
    },
    cancel: () => (go.mode = 'look'),
    again: () => (kept ? go.record(kept.head, 'change') : go.anew(part)),
  });
}

/** What the amount box shows underneath: asked of the other side, which alone knows the language of money. */
export async function understandMoney(words: string) {
  const heard = await ask('money_understand', { words });
  return {
    said: heard.said_back,
    problem: heard.problem,
    choices: heard.choices,
    settled: heard.problem === null,
  };
}
