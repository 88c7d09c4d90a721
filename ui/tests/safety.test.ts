import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open, room } from './open';

const page = async (user: Awaited<ReturnType<typeof open>>['user'], name: string) => {
  await room(user, 'This vault');
  await user.click(await screen.findByRole('tab', { name }));
};

it('makes a backup, says what was written, and tests it', async () => {
  const { user } = await open('open');
  await page(user, 'Backup');
  expect(await screen.findByText('There is no backup of this vault yet.')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Make a backup…' }));
  expect(await screen.findByText('The backup is made.')).toBeTruthy();
  expect(await screen.findByText('The last backup was made today.')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Test my backup' }));
  expect(await screen.findByText(/It opened, and 12 files in it were read and compared/)).toBeTruthy();
  expect(screen.getByText(/there were 2 changes here/)).toBeTruthy();
  await accessible();
});

it('stops a backup where the person stops it', async () => {
  const { user } = await open('open');
  await page(user, 'Backup');
  await user.click(await screen.findByRole('button', { name: 'Make a backup…' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Stopped. The last whole backup is as it was.')).toBeTruthy();
  expect(screen.getByText('There is no backup of this vault yet.')).toBeTruthy();
});

it('reminds quietly on the overview, leads to the backups, and can be put off', async () => {
  const { user } = await open('open', { backup: 'old' });
  const reminder = await screen.findByRole('region', { name: 'Your last backup is more than a month old' });
  await accessible();
  await user.click(within(reminder).getByRole('button', { name: 'See backups' }));
  expect(await screen.findByText('This vault lies in a folder of Dropbox')).toBeTruthy();
  await room(user, 'Overview');
  await user.click(await screen.findByRole('button', { name: 'Remind me in a week' }));
  await waitFor(() => expect(screen.queryByText(/more than a month old/)).toBeNull());
});

it('says what a check found and where the repair is', async () => {
  const { user } = await open('open', { damaged: 'yes' });
  await page(user, 'Is it whole?');
  await user.click(await screen.findByRole('button', { name: 'Check and read everything' }));
  expect(await screen.findByText('Something is not as it should be.')).toBeTruthy();
  expect(screen.getByText(/letter.pdf: The stored original is damaged/)).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Lock the vault now' }));
  await user.click(await screen.findByRole('button', { name: 'Repair this vault…' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('radio', { name: 'A backup' }));
  await user.type(within(dialog).getByLabelText('Passphrase'), 'otter lamp');
  await accessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: 'Repair' }));
  expect(await within(dialog).findByText('The vault is whole again.')).toBeTruthy();
});

it('makes a vault from a backup on the first page', async () => {
  const { user } = await open('first-run');
  await user.click(await screen.findByRole('button', { name: 'I have a backup' }));
  await user.click(await screen.findByRole('button', { name: 'Choose the backup…' }));
  expect(await screen.findByText('/media/stick/My claim.recourse')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Make the vault' }));
  expect(await screen.findByText('Type the passphrase.')).toBeTruthy();
  await user.type(screen.getByLabelText('Its passphrase'), 'otter lamp');
  await user.click(screen.getByRole('button', { name: 'Make the vault' }));
  expect(await screen.findByRole('button', { name: 'Unlock' })).toBeTruthy();
});
