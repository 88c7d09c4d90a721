import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import type { BundlePages, PreviewDocument, PreviewSection } from '@/generated/contract';
import {
  follower,
  laidFrom,
  placed,
  placeOf,
  reckoned,
  reordered,
  secondsLeft,
  stepped,
} from '@/state/bundleOrder';
import { w } from '@/words';
import { accessible, open, room } from './open';

const document = (id: string, pages: number | null): PreviewDocument => ({
  id,
  kind: 'evidence',
  reference: id,
  title: id,
  date: '',
  usual_title: id,
  usual_date: '',
  put_in: false,
  pages,
});
const sections: PreviewSection[] = [
  { key: 'notices', title: 'Notices', documents: [document('a', 2), document('b', null)] },
  { key: 'letters', title: 'Letters', documents: [document('c', 1)] },
];
const ids = (all: readonly PreviewSection[]) =>
  all.map((one) => one.documents.map((other) => other.id).join(''));

it('steps through a section and over its end into the next', () => {
  expect(stepped(sections, 'a', 1)).toEqual({ section: 'notices', at: 1 });
  expect(stepped(sections, 'b', 1)).toEqual({ section: 'letters', at: 0 });
  expect(stepped(sections, 'c', -1)).toEqual({ section: 'notices', at: 2 });
  expect(stepped(sections, 'a', -1)).toBeNull();
  expect(stepped(sections, 'c', 1)).toBeNull();
  const over = placed(sections, 'b', { section: 'letters', at: 0 });
  expect(ids(over)).toEqual(['a', 'bc']);
  expect(placeOf(over, 'b')).toEqual({ section: 'letters', at: 0 });
  expect(follower(sections, 'b', { section: 'letters', at: 0 })).toBe('c');
  expect(follower(sections, 'a', { section: 'notices', at: 1 })).toBeNull();
  expect(ids(reordered(sections, 'letters', 0))).toEqual(['c', 'ab']);
});

it('reckons pages from what is known, and knows them once the bundle was laid out', () => {
  const guess = reckoned(sections, null);
  expect(guess.about).toBe(true);
  expect([...guess.spans.values()].map((one) => one.last - one.first + 1)).toEqual([2, 1, 1]);
  const pages: BundlePages = {
    pages: 15,
    pdf_bytes: 900,
    documents: [
      { id: 'a', first_page: 5, pages: 2 },
      { id: 'b', first_page: 7, pages: 4 },
      { id: 'c', first_page: 11, pages: 1 },
    ],
  };
  const laid = laidFrom(pages);
  const known = reckoned(sections, laid);
  expect([known.pages, known.about]).toEqual([15, false]);
  expect(known.spans.get('b')).toEqual({ first: 7, last: 10, about: false });
  // In another order the numbers follow at once, marked until they are laid out anew.
  const moved = reckoned(placed(sections, 'c', { section: 'notices', at: 0 }), laid);
  expect([moved.pages, moved.about]).toEqual([15, true]);
  expect(moved.spans.get('c')).toEqual({ first: 5, last: 5, about: true });
  expect(moved.spans.get('b')).toEqual({ first: 8, last: 11, about: true });
});

it('says how long a step will take only when there is a pace to tell it from', () => {
  expect(secondsLeft(0, 100, 9_000)).toBeNull();
  expect(secondsLeft(50, 100, 1_000)).toBeNull();
  expect(secondsLeft(100, 100, 9_000)).toBeNull();
  expect(secondsLeft(25, 100, 10_000)).toBe(30);
  expect(w.bundle.timeLeft(31)).toBe('about 35 seconds left for this step');
  expect(w.bundle.timeLeft(61)).toBe('about 2 minutes left for this step');
});

/** The documents of a list, as they stand. */
const inList = (list: HTMLElement) => [...list.querySelectorAll('.ref')].map((one) => one.textContent);

it('is put in order by key, says so aloud, and takes it back', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  const list = await screen.findByRole('list', { name: 'Notices' });
  const before = inList(list);
  expect(before.length).toBeGreaterThan(2);
  const [first, second] = before;
  within(list)
    .getByRole('button', { name: new RegExp(`^${first}`) })
    .focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(inList(list).slice(0, 2)).toEqual([second, first]));
  expect((await screen.findAllByText(new RegExp(`${first} is now 2 of`))).length).toBeGreaterThan(0);
  await waitFor(() => expect(focused()).toMatch(new RegExp(`^${first}`)));
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(inList(list)).toEqual(before));
  await accessible();

  await user.click(screen.getByRole('button', { name: 'Move down: Notices' }));
  await waitFor(() =>
    expect(screen.getAllByRole('heading', { level: 3 })[0]?.textContent).toBe('Letters and e-mails'),
  );
});

const focused = () => globalThis.document.activeElement?.textContent?.trim() ?? '';

it('prints another title and date where the person words it anew, and as usual again', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  const list = await screen.findByRole('list', { name: 'Notices' });
  within(list)
    .getByRole('button', { name: /^N-003/ })
    .focus();
  await user.keyboard('{F2}');
  const title = await screen.findByLabelText('Title in this bundle');
  await user.clear(title);
  await user.type(title, 'The long notice{Enter}');
  expect(await within(list).findByText('The long notice')).toBeTruthy();
  expect(within(list).getByText('· worded by you')).toBeTruthy();
  await waitFor(() => expect(focused()).toMatch(/^N-003/));
  await user.click(screen.getByRole('button', { name: 'Put everything back as usual' }));
  await waitFor(() => expect(within(list).queryByText('The long notice')).toBeNull());
});

it('asks once before it puts in what was marked to stay out', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  await user.click(await screen.findByRole('radio', { name: 'The other side or the court' }));
  const out = await screen.findByRole('region', { name: 'What stays out, and why' });
  const item = (await within(out).findAllByText(/between you and your lawyer/))[0]?.closest('li');
  const name = item?.textContent?.match(/[A-Z]-\d{3}/)?.[0] ?? '';
  await user.click(within(item as HTMLElement).getByRole('button', { name: /^Put in/ }));
  const dialog = await screen.findByRole('dialog', { name: `Put ${name} in after all?` });
  await accessible();
  await user.click(within(dialog).getByRole('button', { name: 'Leave it out' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(within(item as HTMLElement).getByRole('button', { name: /^Put in/ }));
  await user.click(await screen.findByRole('button', { name: 'Yes, put it in' }));
  expect((await screen.findAllByText(`${name} goes into this bundle.`)).length).toBeGreaterThan(0);
  await waitFor(() => expect(within(out).queryByText(name)).toBeNull());
});

it('shows what is worth a look first when a bundle is made', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  await user.click(await screen.findByRole('button', { name: 'Make the bundle…' }));
  const look = await screen.findByRole('list', { name: 'Worth a look' }, { timeout: 5000 });
  expect(within(look).getByText('scan0003.tif')).toBeTruthy();
  expect(within(look).getByText(/a sheet that says where the original lies/)).toBeTruthy();
  expect(within(look).getByText('Two links to the internet were left out.')).toBeTruthy();
  expect(within(look).queryByText('Photograph of the letter')).toBeNull();
  expect(screen.getByText('1 document went in in the usual way')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back to the pages' }));
  expect(await screen.findByText('Choose a document to see its pages.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Show the report again' }));
  expect(await screen.findByRole('list', { name: 'Worth a look' })).toBeTruthy();
});

it('makes a supplement whose pages carry a letter', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  await user.click(await screen.findByRole('button', { name: 'Add to a bundle that has gone out…' }));
  const look = await screen.findByRole('list', { name: 'Worth a look' }, { timeout: 5000 });
  expect(screen.getByText('23 pages, numbered from 1-A.')).toBeTruthy();
  expect(within(look).getByText(/p\. 22-A · a sheet that says/)).toBeTruthy();
});
