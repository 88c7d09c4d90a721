import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { accessible, open, room } from './open';

/** Opens an item by its name, through the search: rows out of sight do not exist without layout. */
async function openEvidence(title: string) {
  const opened = await open('open');
  await screen.findByRole('navigation', { name: 'Rooms' });
  await opened.user.keyboard('{Control>}k{/Control}');
  await opened.user.type(await screen.findByLabelText('Search everything'), title);
  await screen.findAllByRole('option', { name: new RegExp(title) });
  await opened.user.keyboard('{Enter}');
  await screen.findByRole('listbox', { name: 'Evidence' });
  return opened;
}

it('asks a locked document for its password once, and says a wrong one beside the box', async () => {
  const { user } = await open('open');
  await room(user, 'Inbox');
  await user.click(await screen.findByRole('option', { name: /statement with password/ }));
  const box = await screen.findByLabelText('Password of the document');
  await accessible();
  await user.type(box, 'wrong{Enter}');
  expect(await screen.findByText('This password does not open the document.')).toBeTruthy();
  expect(box.getAttribute('aria-invalid')).toBe('true');
  await user.clear(box);
  await user.type(box, 'right{Enter}');
  await waitFor(() => expect(screen.queryByLabelText('Password of the document')).toBeNull());
  await user.click(screen.getByRole('option', { name: /IMG_4410/ }));
  await screen.findByRole('img', { name: 'Picture: IMG_4410.jpg' });
  await user.click(screen.getByRole('option', { name: /statement with password/ }));
  await screen.findByRole('heading', { name: 'E-012' });
  await waitFor(() => expect(screen.queryByRole('img')).toBeNull());
  expect(screen.queryByLabelText('Password of the document')).toBeNull();
});

it('plays a recording from bytes that were read first, with its length', async () => {
  const fetched = vi.fn(async () => new Response(new Uint8Array([1, 2, 3])));
  vi.stubGlobal('fetch', fetched);
  await openEvidence('Message on my answering machine');
  const sound = await screen.findByLabelText('Recording: voicemail.wav');
  expect(sound.getAttribute('src')).toBe('blob:recourse');
  expect(fetched).toHaveBeenCalled();
  expect(screen.getByText(/It lasts 2 min 5 s/)).toBeTruthy();
  vi.unstubAllGlobals();
});

it('offers a copy of a recording that cannot be played', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }));
  await openEvidence('Message on my answering machine');
  expect(await screen.findByText('This kind of recording cannot be played here.')).toBeTruthy();
  expect(screen.getAllByRole('button', { name: 'Save a copy…' }).length).toBeGreaterThan(1);
  vi.unstubAllGlobals();
});

it('shows every page of a fax', async () => {
  await openEvidence('Fax from the bank');
  const pages = await screen.findByRole('group', { name: 'Pages of fax.tif' });
  const pictures = [...pages.querySelectorAll('img')];
  expect(pictures.map((one) => one.getAttribute('alt'))).toEqual([
    'Page 1 of 3',
    'Page 2 of 3',
    'Page 3 of 3',
  ]);
  expect(pictures.map((one) => one.getAttribute('src')?.split('#')[1])).toEqual(['/1', '/2', '/3']);
  expect(screen.getByText('Its words wait to be read.')).toBeTruthy();
});

it('marks words read by machine, takes a correction and gives it back', async () => {
  const { user } = await openEvidence('Photos of the January letter');
  expect(await screen.findByText('read by machine, may be wrong')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Correct the words' }));
  const box = await screen.findByLabelText('The words as you read them');
  expect(document.activeElement).toBe(box);
  await user.clear(box);
  await user.type(box, 'Data was affected.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('corrected by you')).toBeTruthy();
  expect(screen.getByText('Data was affected.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Take the correction back' }));
  expect(await screen.findByText('read by machine, may be wrong')).toBeTruthy();
  expect(screen.getByText(/affectcd/)).toBeTruthy();
});

it('says how the machine stands with each picture', async () => {
  const { user } = await openEvidence('Photos of the January letter');
  await user.click(await screen.findByRole('tab', { name: 'IMG_3003.jpg' }));
  expect(await screen.findByText('Its words could not be read. You can type them.')).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'IMG_3002.jpg' }));
  expect(await screen.findByText('No words were found in it.')).toBeTruthy();
});

it('says calmly where pictures wait, and where the reading program is missing', async () => {
  const { user } = await open('open', { reading: 'missing' });
  await room(user, 'Inbox');
  expect(
    await screen.findByText(/the program tesseract is not installed. Everything else works/),
  ).toBeTruthy();
  await user.click(await screen.findByRole('option', { name: /IMG_4410/ }));
  expect(await screen.findByText(/cannot be read on this computer. You can type them/)).toBeTruthy();
});

it('keeps what a mail says about its origin closed, with a sentence that nobody checked it', async () => {
  const { user } = await openEvidence('The e-mail of 3 November');
  const origin = await screen.findByText('What the mail says about its origin');
  const details = origin.closest('details') as HTMLDetailsElement;
  expect(details.open).toBe(false);
  expect(details.textContent).toContain('Nobody has checked them');
  expect(details.textContent).toContain('dkim=pass');
  await user.click(screen.getByRole('button', { name: 'E-003' }));
  expect(await screen.findByRole('heading', { name: 'E-003' })).toBeTruthy();
  const section = screen.getByRole('region', { name: 'It came with' });
  await user.click(within(section).getByRole('button', { name: /E-001/ }));
  expect(await screen.findByRole('heading', { name: 'E-001' })).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'It brought' })).getByRole('button')).toBeTruthy();
});

it('shows a thread oldest first with the open letter marked', async () => {
  const { user } = await open('open');
  await room(user, 'Letters');
  await user.click(await screen.findByRole('option', { name: /Re: Please tell me/ }));
  const thread = await screen.findByRole('region', { name: 'The whole exchange, oldest first' });
  const letters = within(thread).getAllByRole('button');
  expect(letters.map((one) => /C-\d+/.exec(one.textContent ?? '')?.[0])).toEqual(['C-001', 'C-003']);
  expect(letters.map((one) => one.getAttribute('aria-current'))).toEqual([null, 'true']);
});

it('lays likely twins side by side and keeps what is said of them', async () => {
  const { user } = await openEvidence('New bank card');
  await user.click(await screen.findByRole('button', { name: 'Compare with E-010' }));
  const dialog = await screen.findByRole('dialog', { name: 'Do E-004 and E-010 show the same?' });
  await waitFor(() => expect(within(dialog).getAllByRole('img')).toHaveLength(2));
  await accessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: 'Not the same' }));
  expect(await screen.findByText('Not the same as E-010.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Looks the same as E-010.')).toBeTruthy();
});

it('tells of the same mail with other bytes, without a question', async () => {
  const { user } = await openEvidence('The e-mail of 3 November');
  expect(await screen.findByText('The same mail came also as E-009 (other bytes, kept both).')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Compare with E-009' }));
  await screen.findByRole('dialog', { name: 'E-001 and E-009, side by side' });
  expect(screen.queryByRole('button', { name: 'Not the same' })).toBeNull();
});
