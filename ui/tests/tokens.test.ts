import { expect, it } from 'vitest';
import meaning from '@/styles/meaning.css?raw';
import palette from '@/styles/palette.css?raw';

function paint(name: string): string {
  const found = new RegExp(`--${name}:\\s*(#[0-9a-f]{6})`).exec(palette);
  if (!found?.[1]) throw new Error(`There is no paint ${name}.`);
  return found[1];
}

/** The colour of a meaning in one theme. */
function colour(name: string, theme: 'light' | 'dark'): string {
  const found = new RegExp(`--${name}:\\s*(?:light-dark\\()?([^;]*);`).exec(meaning);
  const paints = [...(found?.[1] ?? '').matchAll(/var\(--(paint-[a-z-]+)\)/g)].map((one) => one[1] ?? '');
  return paint((theme === 'dark' ? paints[1] : undefined) ?? paints[0] ?? name);
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const words: [string, string][] = [
  ...['paper', 'sheet', 'mute', 'accent-soft'].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-soft', ground],
    ['accent', ground],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['ok', 'ok-soft'],
  ['ok', 'sheet'],
  ['warn', 'warn-soft'],
  ['warn', 'sheet'],
  ['stop', 'stop-soft'],
  ['stop', 'sheet'],
  ['ink', 'ok-soft'],
  ['ink', 'warn-soft'],
  ['ink', 'stop-soft'],
  ['ink-soft', 'ok-soft'],
  ['ink', 'found'],
  ['document-ink', 'found-document'],
  ['document-ink', 'document'],
  ['document-ink-soft', 'document'],
  ['document-link', 'document'],
];

for (const theme of ['light', 'dark'] as const) {
  it.each(words)(`%s on %s can be read in the ${theme} theme`, (ink, ground) => {
    expect(contrast(colour(ink, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(['paper', 'sheet'])(`the edge of a box can be seen on %s in the ${theme} theme`, (ground) => {
    expect(contrast(colour('edge', theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
}
