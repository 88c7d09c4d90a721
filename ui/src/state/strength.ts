/** How hard a passphrase is to guess, in four steps. */
export type Strength = 'empty' | 'weak' | 'fair' | 'good' | 'strong';

const common = /^(password|passphrase|letmein|qwerty|welcome|recourse|iloveyou|monkey|dragon|football)/i;

/**
 * A plain estimate in bits: words count about 11 bits each (a list of 2,000 words that people reach for), loose
 * characters about 3 bits, because people choose patterns. It guides and never refuses; the length is checked elsewhere.
 */
export function strengthOf(passphrase: string): Strength {
  const text = passphrase.trim();
  if (text === '') return 'empty';
  const distinct = new Set(text.toLowerCase()).size;
  if (distinct < 5 || common.test(text)) return 'weak';
  const parts = new Set(
    text
      .toLowerCase()
      .split(/[\s\-_.,]+/)
      .filter((part) => part.length > 1),
  );
  const byWords = [...parts].reduce(
    (bits, part) => bits + (/^[a-z]+$/.test(part) ? 11 : part.length * 3.2),
    0,
  );
  const byLength = Math.min(text.length, distinct * 2) * 3;
  const bits = parts.size >= 3 ? byWords : byLength * 0.9;
  if (bits < 33) return 'weak';
  if (bits < 44) return 'fair';
  if (bits < 60) return 'good';
  return 'strong';
}
