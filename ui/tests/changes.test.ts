import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open, room } from './open';

it('shows every change by day, and what one of them was', async () => {
  const { user } = await open('open');
  await room(user, 'History');
  const list = await screen.findByRole('listbox', { name: 'Changes, newest first' });
  const rows = await within(list).findAllByRole('option');
  expect(rows.length).toBeGreaterThan(5);
  expect(await screen.findByText(/entries follow on one another/)).toBeTruthy();
  expect(screen.getByText(/It does not prove a date/)).toBeTruthy();
  await user.click(rows[1] as HTMLElement);
  expect(screen.getByRole('button', { name: /^Open / })).toBeTruthy();
  await accessible();
  await user.type(screen.getByLabelText('Find in the history'), 'nothing has this word');
  expect(await screen.findByText('No change fits this.')).toBeTruthy();
});

it('leads from a record to its own changes, and back to all', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  await user.click(await screen.findByRole('button', { name: 'Its history' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Show it in the history' }));
  expect(await screen.findByRole('button', { name: 'Show all changes' })).toBeTruthy();
});

it('deletes to the bin, takes out, undoes and does again by key, and deletes for good after asking once', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  const heading = (await screen.findAllByRole('heading', { name: /^N-0/ }))[0]?.textContent ?? '';
  const reference = heading.slice(0, 5);
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  expect(await screen.findByText(`${reference} is in the bin.`)).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText(/^Undone: /)).toBeTruthy();
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(await screen.findByText(/^Done again: /)).toBeTruthy();
  await room(user, 'History');
  await user.click(await screen.findByRole('tab', { name: 'Bin' }));
  const back = await screen.findByRole('button', { name: `Take out of the bin: ${reference}` });
  await accessible();
  await user.click(back);
  expect(await screen.findByText('The bin is empty.')).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  await user.click(await screen.findByRole('button', { name: `Delete ${reference} for good` }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/bundles you have already made or given away/)).toBeTruthy();
  await accessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: 'Delete for good' }));
  await waitFor(() => expect(screen.getByText('The bin is empty.')).toBeTruthy());
});
