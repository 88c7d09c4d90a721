import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { understood, whole } from '@/state/code';
import { accessible, open, room } from './open';

const value = (label: string | RegExp) => (screen.getByLabelText(label) as HTMLInputElement).value;

it('understands a recovery code however it is typed, and says what can be in none', () => {
  const spellings = ['k7qf m2xd', 'K7QF-M2XD', 'k7qfm2xd', ' k7qf \u2013 m2xd '];
  for (const typed of spellings) expect(understood(typed).groups).toEqual(['K7QF', 'M2XD']);
  expect(understood('o0il').groups).toEqual(['0011']);
  expect(whole(understood('k7qf m2').groups)).toBe(1);
  expect(understood('kuuq!').never).toBe('U !');
  expect(understood('0'.repeat(37)).tooMany).toBe(true);
});

it('opens with the code of the sheet, after a new passphrase is set', async () => {
  const { user } = await open('locked');
  await user.click(await screen.findByRole('button', { name: 'I have the recovery sheet' }));
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(screen.getByText('Type the recovery code.')).toBeTruthy();
  await user.type(screen.getByLabelText('Recovery code'), 'k7qf m2xd');
  expect(screen.getByText('2 of 9 groups')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect((await screen.findByRole('alert')).textContent).toContain('typing mistake');
  // What was typed stays, to be put right.
  expect(value('Recovery code')).toBe('k7qf m2xd');
  await user.type(screen.getByLabelText('Recovery code'), ' r9ta w4hc b8np z3ge j6vs y5gn t0d1');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  await screen.findByRole('heading', { name: 'Set a new passphrase' });
  await accessible();
  await user.type(screen.getByLabelText('New passphrase'), 'short');
  await user.click(screen.getByRole('button', { name: 'Set it and open the vault' }));
  expect(screen.getByText('Use at least 10 characters.')).toBeTruthy();
  await user.type(screen.getByLabelText('New passphrase'), ' and longer words');
  await user.type(screen.getByLabelText('New passphrase once more'), 'short and longer words');
  await user.click(screen.getByRole('button', { name: 'Set it and open the vault' }));
  expect(await screen.findByRole('navigation', { name: 'Rooms' })).toBeTruthy();
});

it('opens a vault that is open elsewhere for reading only, and offers nothing that writes', async () => {
  const { user } = await open('locked');
  await user.type(await screen.findByLabelText('Passphrase'), 'busy');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  await user.click(await screen.findByRole('button', { name: 'Open for reading only' }));
  await screen.findByRole('navigation', { name: 'Rooms' });
  expect((await screen.findByText('Open for reading only')).getAttribute('role')).toBe('status');
  expect(document.documentElement.hasAttribute('data-reading-only')).toBe(true);
  await accessible();
  await room(user, 'Notices');
  await user.click(await screen.findByRole('option', { name: /Update for members/ }));
  const change = await screen.findByRole('button', { name: 'Change' });
  expect(change.hasAttribute('data-writes')).toBe(true);
  await room(user, 'This vault');
  expect(await screen.findByText(/so nothing can be changed here/)).toBeTruthy();
});

it('changes the passphrase for who knows the old one', async () => {
  const { user } = await open('open');
  await room(user, 'This vault');
  await user.click(await screen.findByRole('button', { name: 'Change the passphrase' }));
  const dialog = within(await screen.findByRole('dialog'));
  await accessible();
  await user.type(dialog.getByLabelText('Passphrase now'), 'wrong');
  await user.type(dialog.getByLabelText('New passphrase'), 'four plain words here');
  await user.type(dialog.getByLabelText('New passphrase once more'), 'four plain words here');
  await user.click(dialog.getByRole('button', { name: 'Change the passphrase' }));
  expect(await dialog.findByText(/not the passphrase of this vault/)).toBeTruthy();
  await user.clear(dialog.getByLabelText('Passphrase now'));
  await user.type(dialog.getByLabelText('Passphrase now'), 'right');
  await user.click(dialog.getByRole('button', { name: 'Change the passphrase' }));
  expect(await screen.findByText(/Older backups still open with the old one/)).toBeTruthy();
});

it('sets when it locks and whether it asks, and makes a new sheet that may be given up', async () => {
  const { user } = await open('open');
  await room(user, 'This vault');
  await user.selectOptions(await screen.findByLabelText('When nobody has used it for'), '1 hour');
  expect(await screen.findByText('The time is changed.')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: /without asking for the passphrase/ }));
  expect(await screen.findByText('The vault opens on this computer without asking.')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Make a new sheet' }));
  await screen.findByRole('heading', { name: 'Your new recovery sheet' });
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Save it as a PDF…' }));
  expect(await screen.findByText(/Print it, then delete the file/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Keep the old sheet' }));
  expect(await screen.findByRole('navigation', { name: 'Rooms' })).toBeTruthy();
});

it('keeps the words of a small form that is left by Escape', async () => {
  const { user } = await open('open');
  await room(user, 'People');
  await user.click(await screen.findByRole('button', { name: /Add a person or organisation/ }));
  await user.type(await screen.findByLabelText('Name'), 'Harbour Records');
  await user.keyboard('{Escape}');
  expect(await screen.findByText(/Your words are kept/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Add a person or organisation/ }));
  await waitFor(() => expect(value('Name')).toBe('Harbour Records'));
  expect(screen.getByText(/Your unsaved words are back/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Start afresh' }));
  await waitFor(() => expect(value('Name')).toBe(''));
});
