import { ask, failureOf } from '@/api/ask';
import type { Failure } from '@/generated/contract';
import { w } from '@/words';
import { toasts } from './toasts.svelte';

/** Saves a copy of an original where the person says. Says so when it is done; a closed dialog is no failure. */
export async function copyOut(file: string): Promise<Failure | null> {
  try {
    await ask('file_save_copy', { file });
    toasts.say(w.document.copySaved);
    return null;
  } catch (reason) {
    const refused = failureOf(reason);
    return refused.code === 'cancelled' ? null : refused;
  }
}
