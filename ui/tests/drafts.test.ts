import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { boxesIn, withLine } from '@/state/writing.svelte';
import { accessible, open, room } from './open';

async function aRequest() {
  const opened = await open('open');
  await room(opened.user, 'Letters');
  await opened.user.click(await screen.findByRole('button', { name: 'Write a letter' }));
  const dialog = await screen.findByRole('dialog', { name: 'Write a letter' });
  await accessible(dialog);
  await opened.user.click(within(dialog).getByRole('button', { name: 'Write it' }));
  const words = await screen.findByLabelText<HTMLTextAreaElement>('What it says');
  return { ...opened, words };
}

it('finds the places to fill, and puts a line before the end', () => {
  expect(boxesIn('To [name]\n[a] and [ ] and [b\nc]')).toEqual(['name', 'a']);
  const text = 'Dear Sir,\n\nYours,\nRuth';
  expect(withLine(text, 'Born in 1970.', true)).toBe('Dear Sir,\n\nBorn in 1970.\n\nYours,\nRuth');
  expect(withLine(withLine(text, 'Born in 1970.', true), 'Born in 1970.', false)).toBe(text);
});

it('writes a letter, keeps its words, and goes on with them', async () => {
  const { user, words } = await aRequest();
  expect(screen.getByText('1 place is for you to fill')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('checkbox', { name: 'My date of birth' }));
  expect(words.value).toContain('My date of birth: 4 May 1970.');
  await user.clear(screen.getByLabelText('Heading'));
  await user.type(screen.getByLabelText('Heading'), 'About my data');
  await user.click(screen.getByRole('button', { name: 'Leave it for now' }));
  await user.click(await screen.findByRole('button', { name: 'Go on writing: About my data' }));
  expect(await screen.findByText('These are the words you had written.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save as PDF' }));
  expect(await screen.findByText('Saved: ~/Documents/letter.pdf')).toBeTruthy();
});

it('goes on record once it was sent, and Undo brings the letter back', async () => {
  const { user } = await aRequest();
  await user.click(screen.getByRole('button', { name: 'I sent this' }));
  const dialog = await screen.findByRole('dialog', { name: 'You sent this letter' });
  await accessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: 'Put it on record' }));
  expect(await screen.findByText(/is on record\.$/)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'I sent this' })).toBeTruthy();
});

it('throws a letter away and brings it back', async () => {
  const { user } = await aRequest();
  await user.click(screen.getByRole('button', { name: 'Throw it away' }));
  await waitFor(() => expect(screen.queryByLabelText('What it says')).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByLabelText('What it says')).toBeTruthy();
});
