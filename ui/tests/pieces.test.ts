import { describe, expect, it, vi } from 'vitest';
import { readBytes } from '@/api/bytes';
import { dressMail, mailPage } from '@/components/document/mailPage';
import { actionFor } from '@/shortcuts/listen';
import { strengthOf } from '@/state/strength';
import { factDate, headingOf } from '@/state/dates';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'empty'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['password1234567', 'weak'],
    ['tulip', 'weak'],
    ['correct horse battery staple', 'good'],
    ['seven otters quietly borrowed one canoe', 'strong'],
  ])('%s is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });
});

describe('keys', () => {
  const press = (key: string, more: KeyboardEventInit = {}) =>
    new KeyboardEvent('keydown', { key, ctrlKey: true, ...more });
  it('are found in the table', () => {
    expect(actionFor(press('l'))).toBe('lock');
    expect(actionFor(press('V', { shiftKey: true }))).toBe('paste');
    expect(actionFor(press('+', { shiftKey: true }))).toBe('larger');
    expect(actionFor(press('v'))).toBe(null);
    expect(actionFor(press('l', { ctrlKey: false }))).toBe(null);
  });
  it('leave undo to a box that is typed in', () => {
    const box = document.body.appendChild(document.createElement('input'));
    let heard: ReturnType<typeof actionFor> | undefined;
    box.addEventListener('keydown', (event) => (heard = actionFor(event)));
    box.dispatchEvent(press('z'));
    expect(heard).toBe(null);
    expect(actionFor(press('z'))).toBe('undo');
    box.remove();
  });
});

describe('a mail', () => {
  it('is framed with a policy that loads nothing from outside', () => {
    const page = mailPage('<p>Hello</p>');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/https?:|unsafe|\*/);
  });
  it('has its links turned into words that can be read', () => {
    const page = new DOMParser().parseFromString(
      '<p><a href="https://elsewhere.example/x">Click here</a></p>',
      'text/html',
    );
    dressMail(page);
    expect(page.querySelector('a')?.hasAttribute('href')).toBe(false);
    expect(page.body.textContent).toContain('Click here <https://elsewhere.example/x>');
  });
});

describe('reading a kept file', () => {
  const whole = Uint8Array.from({ length: 2_500_000 }, (_, index) => index % 251);
  it('asks piece by piece and puts the pieces together', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (_: string, options: { headers: { Range: string } }) => {
      asked.push(options.headers.Range);
      const [from = 0, to = 0] = options.headers.Range.slice(6).split('-').map(Number);
      const piece = whole.slice(from, to + 1);
      return new Response(piece, {
        status: 206,
        headers: { 'Content-Range': `bytes ${from}-${from + piece.length - 1}/${whole.length}` },
      });
    });
    const read = await readBytes('evidence://localhost/token', new AbortController().signal);
    expect(asked).toHaveLength(3);
    expect(read.length).toBe(whole.length);
    expect(read.every((byte, index) => byte === whole[index])).toBe(true);
    vi.unstubAllGlobals();
  });
  it('says so when the address is spent', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
    await expect(readBytes('evidence://localhost/spent', new AbortController().signal)).rejects.toThrow(
      '404',
    );
    vi.unstubAllGlobals();
  });
});

describe('dates in lists and facts', () => {
  const date = {
    as_stated: '3 Nov 2021',
    said_back: '3 November 2021',
    edtf: '2021-11-03',
    earliest: '2021-11-03',
    latest: '2021-11-03',
    said_on: null,
    undated: false,
    flag: null,
  };
  it('stand under their year, the undated under a count', () => {
    expect(headingOf(date, 2)).toBe('2021');
    expect(headingOf({ ...date, undated: true }, 2)).toBe('Undated · 2');
  });
  it('are not said twice when both say the same', () => {
    expect(factDate(date)).toEqual({ value: '3 Nov 2021', more: null, flag: null });
    expect(factDate({ ...date, as_stated: 'last Wednesday' }).more).toBe('3 November 2021');
  });
});
