import type { PreviewDocument } from '@/generated/contract';
import { bundleSections } from '@/generated/contract';
import { bundle } from '@/state/bundle.svelte';
import { placeOf, stepped } from '@/state/bundleOrder';
import { go } from '@/state/go.svelte';
import { redaction } from '@/state/redaction.svelte';
import { w } from '@/words';

/** One thing to do with a document of the bundle, or a line between two groups. */
export type DocumentAct = { label: string; hint?: string; onpick: () => void } | 'line';

/** What can be done with a document. `moved` is called once it stands in its new place, `gone` once it has left. */
export function documentMenu(
  one: PreviewDocument,
  { moved, gone }: { moved: () => void; gone: () => void },
): DocumentAct[] {
  const { id } = one;
  const here = placeOf(bundle.sections, id);
  const step = (label: string, by: 1 | -1, hint: string): DocumentAct[] =>
    stepped(bundle.sections, id, by)
      ? [{ label, hint, onpick: () => void bundle.step(id, by).then(moved) }]
      : [];
  const over = bundleSections
    .filter((section) => section !== here?.section)
    .map((section) => ({
      label: w.bundle.toSection(w.bundle.sections[section]),
      onpick: () => {
        const at = bundle.sections.find((other) => other.key === section)?.documents.length ?? 0;
        void bundle.move(id, { section, at }).then(moved);
      },
    }));
  return [
    ...step(w.bundle.up, -1, w.bundle.altUp),
    ...step(w.bundle.down, 1, w.bundle.altDown),
    ...over,
    'line',
    { label: w.bundle.word, hint: 'F2', onpick: () => (bundle.worded = id) },
    { label: w.redaction.open, onpick: () => void redaction.begin(id) },
    { label: w.bundle.open, onpick: () => go.record(one) },
    'line',
    { label: w.bundle.leaveOut, onpick: () => void bundle.leaveOut(id).then(gone) },
  ];
}
