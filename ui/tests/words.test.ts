import { expect, it } from 'vitest';
import { words } from '@/words/en-GB';

/** Every sentence of the window; those with a gap in them are filled with something plain. */
function sentences(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') {
    const filled: unknown = (part as (...args: unknown[]) => unknown)(
      ...Array.from({ length: part.length }, () => 2),
    );
    return typeof filled === 'string' ? [filled] : [];
  }
  if (typeof part === 'object' && part !== null) return Object.values(part).flatMap(sentences);
  return [];
}
const { format, ...spoken } = words;
const all = sentences(spoken);

it('has words', () => {
  expect(all.length).toBeGreaterThan(300);
});

it('never judges anybody', () => {
  const notOurs =
    /\b(liable|liability|negligen\w*|unlawful|illegal|breached|failed to|overdue|guilty|fault|late)\b/i;
  expect(all.filter((sentence) => notOurs.test(sentence))).toEqual([]);
});

it('speaks British English without jargon', () => {
  const jargon =
    /\b(organization|color|e\.g\.|i\.e\.|invalid|null|undefined|submit|username|login|data subject|UUID)\b/i;
  expect(all.filter((sentence) => jargon.test(sentence))).toEqual([]);
});

it('keeps its sentences short', () => {
  const long = all
    .flatMap((text) => text.split(/(?<=[.!?])\s/))
    .filter((sentence) => sentence.split(/\s+/).length > 26);
  expect(long).toEqual([]);
});

it('says sizes as a person reads them', () => {
  expect(format.size(1)).toBe('1 byte');
  expect(format.size(999)).toBe('999 bytes');
  expect(format.size(1_400_000)).toBe('1.4 MB');
  expect(format.size(999_600)).toBe('1.0 MB');
});

it('keeps no word that nothing says', () => {
  const files = import.meta.glob<string>('../src/**/*.{svelte,ts}', {
    query: '?raw',
    import: 'default',
    eager: true,
  });
  const code = Object.values(files).join('\n');
  const unsaid = Object.entries(spoken).flatMap(([part, entries]) => {
    if (typeof entries === 'string' || code.includes(`w.${part}[`)) return [];
    // A part that is handed over whole is said by the name it has there.
    const said = code.includes(`words={w.${part}}`) ? `(w\\.${part}|words)` : `w\\.${part}`;
    return Object.keys(entries)
      .filter((name) => !new RegExp(`\\b${said}\\.${name}\\b`).test(code))
      .map((name) => `${part}.${name}`);
  });
  expect(unsaid).toEqual([]);
});
