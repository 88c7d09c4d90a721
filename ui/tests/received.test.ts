import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, letGo, open, room } from './open';

const rooms = () => screen.findByRole('navigation', { name: 'Rooms' });

it('tells what became of each file, what was lost first, and leads to the item', async () => {
  const { user } = await open('open');
  await rooms();
  letGo('photo.jpg', 'twin card.jpg', 'torn.bad', 'refused.pdf', 'fax.tif');
  const dialog = await screen.findByRole('dialog', { name: 'About your files' });
  expect(dialog.textContent).toContain('3 files were kept. 1 file was here already.');
  expect(dialog.textContent).toContain('1 file was not kept.');
  const lines = within(within(dialog).getByRole('list', { name: 'Each file' })).getAllByRole('listitem');
  expect(lines.map((line) => line.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
    'refused.pdf not kept: It could not be read from the disk.',
    'torn.bad kept, but could not be read: It ends in the middle. E-017',
    'fax.tif already here as E-011 E-011',
    'twin card.jpg kept as E-016, looks the same as E-004 E-016',
    'photo.jpg kept as E-015 E-015',
  ]);
  await accessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: 'E-011' }));
  expect(await screen.findByRole('heading', { name: 'E-011' })).toBeTruthy();
});

it('keeps good news quiet, and shows each file when asked from the message or from the inbox', async () => {
  const { user } = await open('open');
  await rooms();
  letGo('one.jpg', 'two.jpg');
  await user.click(await screen.findByRole('button', { name: 'See each' }));
  expect(await screen.findByText('kept as E-016')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'What became of the last 2 files' }));
  expect(await screen.findByText('kept as E-015')).toBeTruthy();
});

it('shows which file is being kept, how far it is in files and bytes, and stops when told to', async () => {
  const { user } = await open('open');
  await rooms();
  letGo('one.jpg', 'two.jpg', 'three.jpg', 'four.jpg');
  expect(await screen.findByText('Keeping two.jpg')).toBeTruthy();
  expect(screen.getByText(/1 of 4 · 420 kB of 840 kB/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(screen.queryByText(/4 files kept/)).toBeNull();
});

it('offers to read words that are pasted outside a box, or keeps them for later', async () => {
  const { user } = await open('open');
  await rooms();
  (document.activeElement as HTMLElement | null)?.blur();
  await user.paste('They rang me about my old account.');
  const box = (await screen.findByLabelText('The words')) as HTMLTextAreaElement;
  expect(box.value).toBe('They rang me about my old account.');
  await user.click(screen.getByRole('button', { name: 'Keep it for later' }));
  expect(await screen.findByRole('option', { name: /pasted words.txt/ })).toBeTruthy();
});

it('leaves words alone that are pasted into a box', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  await user.click(await screen.findByRole('button', { name: 'Add a notice' }));
  await user.click(await screen.findByLabelText('Heading or subject'));
  await user.paste('A heading');
  expect((screen.getByLabelText('Heading or subject') as HTMLInputElement).value).toBe('A heading');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('looks through a mailbox, narrows it by a sender and by days, and takes in what matches', async () => {
  const { user, host } = await open('open');
  await rooms();
  const asked: unknown[] = [];
  const call = host.call.bind(host);
  host.call = (command, request) => {
    if (command.startsWith('mailbox_')) asked.push(request);
    return call(command, request);
  };
  letGo('Takeout.mbox', 'old.mbox');
  const dialog = await screen.findByRole('dialog', { name: 'Take in mails from Takeout.mbox' });
  expect(dialog.textContent).toContain('1.9 GB');
  expect(within(dialog).getByText('Mailbox 1 of 2')).toBeTruthy();
  expect(await screen.findByText(/240 mails, 240 match. From .* to .*\. 6 without a date/)).toBeTruthy();
  await accessible(dialog);
  await user.click(screen.getByRole('button', { name: /Only from ada@finch.example/ }));
  expect(await screen.findByText(/240 mails, 33 match/)).toBeTruthy();
  await user.type(screen.getByLabelText('From this day'), 'Nov 2021');
  // The numbers in sight belong to another filter now, so the button looks first.
  await user.click(screen.getByRole('button', { name: 'Look' }));
  const take = await screen.findByRole('button', { name: /^Take in \d mails$/ });
  expect((screen.getByRole('checkbox') as HTMLInputElement).checked).toBe(false);
  await user.click(screen.getByRole('radio', { name: 'File them as letters' }));
  await user.click(take);
  expect(await screen.findByText('3 attachments were kept as evidence of their own.')).toBeTruthy();
  expect(screen.getByText(/E-015, mail 12.eml: It ends in the middle/)).toBeTruthy();
  expect(asked.at(-1)).toMatchObject({
    filter: { from: 'ada@finch.example', since: '2021-11-01', until: null },
    keep_whole: false,
    filing: 'letter',
  });
  await user.click(screen.getByRole('button', { name: 'Next mailbox' }));
  expect(await screen.findByRole('dialog', { name: 'Take in mails from old.mbox' })).toBeTruthy();
});

it('says beside the box that a day of the filter was not understood', async () => {
  const { user } = await open('open');
  await rooms();
  letGo('Takeout.mbox');
  await screen.findByText(/240 match/);
  await user.type(screen.getByLabelText('To this day'), 'the other day');
  await user.click(screen.getByRole('button', { name: 'Look' }));
  expect(await screen.findByText(/Write the day another way/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Take in/ })).toBeNull();
});

it('stops the taking in, and says that what is there is whole', async () => {
  const { user } = await open('open');
  await rooms();
  letGo('Takeout.mbox');
  await user.click(await screen.findByRole('button', { name: 'Take in 240 mails' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText(/You stopped it/)).toBeTruthy();
  expect(screen.getByText('12 mails were kept.')).toBeTruthy();
});
