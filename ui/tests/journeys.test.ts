import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, letGo, open, room } from './open';

const value = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value;

it('makes a vault, shows the sheet and asks two groups of it back', async () => {
  const { user } = await open('first-run');
  await screen.findByRole('heading', { name: 'Welcome to Recourse' });
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Make a new vault' }));
  await accessible();
  await user.type(await screen.findByLabelText('Passphrase'), 'four plain words here');
  await user.type(screen.getByLabelText('Passphrase once more'), 'four plain words');
  await user.click(screen.getByRole('button', { name: 'Make the vault' }));
  expect(screen.getByText('The two passphrases are not the same.')).toBeTruthy();
  await user.type(screen.getByLabelText('Passphrase once more'), ' here');
  await user.click(screen.getByRole('button', { name: 'Make the vault' }));

  await screen.findByRole('heading', { name: 'Your recovery sheet' }, { timeout: 5000 });
  expect(within(screen.getByRole('list', { name: 'Recovery code' })).getAllByRole('listitem')).toHaveLength(
    9,
  );
  await accessible();
  await user.click(screen.getByRole('button', { name: 'I have it on paper' }));
  await user.type(screen.getByLabelText('Group 3'), 'xxxx');
  await user.type(screen.getByLabelText('Group 7'), 'j6vs');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText(/not as it is on the sheet/)).toBeTruthy();
  await accessible();
  await user.clear(screen.getByLabelText('Group 3'));
  await user.type(screen.getByLabelText('Group 3'), 'r9ta');
  await user.click(screen.getByRole('button', { name: 'Check' }));

  await screen.findByRole('heading', { name: 'The vault is ready' });
  await accessible();
  await user.click(screen.getByRole('button', { name: /Start with a notice/ }));
  expect(await screen.findByRole('form', { name: 'A new notice' })).toBeTruthy();
});

it('refuses a wrong passphrase in plain words and opens with the right one', async () => {
  const { user } = await open('locked');
  await user.type(await screen.findByLabelText('Passphrase'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect((await screen.findByRole('alert')).textContent).toContain('does not open the vault');
  await accessible();
  expect(value('Passphrase')).toBe('');
  await user.type(screen.getByLabelText('Passphrase'), 'right{Enter}');
  expect(await screen.findByRole('navigation', { name: 'Rooms' })).toBeTruthy();
});

it('logs a notice by typing, says the date back, and takes it back by Undo', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  await user.click(await screen.findByRole('button', { name: 'Add a notice' }));
  await screen.findByRole('form', { name: 'A new notice' });
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/Write at least who it is from/)).toBeTruthy();
  await user.type(screen.getByLabelText('Heading or subject'), 'A third notice');
  await user.type(screen.getByLabelText('When it came'), '6 Nov 2021');
  expect(await screen.findByText('6 November 2021')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'N-005' })).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByRole('option', { name: /A third notice/ })).toBeNull());
});

it('puts a refused date beside its box and keeps the words', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  await user.click(await screen.findByRole('option', { name: /Update for members/ }));
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  await user.type(await screen.findByLabelText('When it came'), 'the other day');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Write it another way/)).toBeTruthy();
  expect(screen.getByLabelText('When it came').getAttribute('aria-invalid')).toBe('true');
  expect(value('When it came')).toBe('the other day');
});

it('reads pasted words into the form', async () => {
  const { user } = await open('open');
  await screen.findByRole('navigation', { name: 'Rooms' });
  await user.keyboard('{Control>}{Shift>}v{/Shift}{/Control}');
  const box = await screen.findByLabelText('The words');
  await accessible();
  await user.click(box);
  await user.paste('From: Northfold Society\nSubject: A further update\n\nDear member');
  await user.click(screen.getByRole('button', { name: 'Go on as a notice' }));
  await screen.findByRole('form', { name: 'A new notice' });
  expect(value('Heading or subject')).toBe('A further update');
  expect(value('Who is it from?')).toBe('Northfold Society');
});

it('gives pasted words a form of their own and keeps the half-written notice', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  await user.click(await screen.findByRole('button', { name: 'Add a notice' }));
  await user.type(await screen.findByLabelText('Heading or subject'), 'Half written');
  await user.keyboard('{Control>}{Shift>}v{/Shift}{/Control}');
  await user.click(await screen.findByLabelText('The words'));
  await user.paste('Subject: Pasted');
  await user.click(screen.getByRole('button', { name: 'Go on as a notice' }));
  await waitFor(() => expect(value('Heading or subject')).toBe('Pasted'));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Add a notice' }));
  await waitFor(() => expect(value('Heading or subject')).toBe('Half written'));
});

it('keeps the words of a form through a lock', async () => {
  const { user } = await open('open');
  await room(user, 'Letters');
  await user.click(await screen.findByRole('button', { name: 'Add a letter' }));
  await user.type(await screen.findByLabelText('Heading or subject'), 'Half a');
  await user.click(screen.getByRole('button', { name: 'Lock' }));
  await user.type(await screen.findByLabelText('Passphrase'), 'right{Enter}');
  await room(user, 'Letters');
  if (!screen.queryByRole('form', { name: /A new letter/ })) {
    await user.click(await screen.findByRole('button', { name: 'Add a letter' }));
  }
  await waitFor(() => expect(value('Heading or subject')).toBe('Half a'));
  expect(screen.getByText(/Your unsaved words are back/)).toBeTruthy();
});

it('keeps dropped files first and asks what they are afterwards', async () => {
  const { user } = await open('open');
  await screen.findByRole('navigation', { name: 'Rooms' });
  letGo('Dear Ruth.eml');
  expect(await screen.findByText(/1 file kept. It waits in the Inbox/)).toBeTruthy();
  expect(await screen.findByText('It looks like a notice. You decide.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /A notice I received/ }));
  expect(await screen.findByRole('form', { name: 'Change N-005' })).toBeTruthy();
  expect(value('Heading or subject')).toBe('Dear Ruth.eml');
});

it('lays files beside an open record when they are let go over its half', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  await user.click(await screen.findByRole('option', { name: /What we know now/ }));
  await screen.findByRole('heading', { name: 'N-004' });
  const over = new Event('dragover', { cancelable: true });
  Object.assign(over, { clientX: 1200, clientY: 300 });
  window.dispatchEvent(over);
  expect(await screen.findByText('Add to N-004')).toBeTruthy();
  letGo('scan.pdf');
  expect(await screen.findByText('1 file added to N-004.')).toBeTruthy();
  expect(await screen.findByRole('button', { name: /E-015 scan.pdf/ })).toBeTruthy();
});

it('puts a record away, and Ctrl Z brings it back', async () => {
  const { user } = await open('open');
  await room(user, 'Letters');
  await user.click(await screen.findByRole('option', { name: /They rang/ }));
  await screen.findByRole('heading', { name: 'C-002' });
  await user.click(await screen.findByRole('button', { name: 'Put away' }));
  await waitFor(() => expect(screen.queryByRole('option', { name: /They rang/ })).toBeNull());
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('option', { name: /They rang/ })).toBeTruthy();
});

it('shows the history of a record and closes it by Escape, with the focus back', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  await user.click(await screen.findByRole('option', { name: /Update for members/ }));
  const button = await screen.findByRole('button', { name: 'Its history' });
  await user.click(button);
  const dialog = await screen.findByRole('dialog', { name: 'History of N-003' });
  expect(await within(dialog).findByText('It was added.')).toBeTruthy();
  await accessible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('finds by words and opens what was found', async () => {
  const { user } = await open('open');
  await screen.findByRole('navigation', { name: 'Rooms' });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByLabelText('Search everything'), 'scam calls');
  expect(await screen.findByText('2 places found')).toBeTruthy();
  await accessible();
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await screen.findByRole('heading', { name: 'N-004' })).toBeTruthy();
});

it('makes a bundle, with its steps in sight, and tells what could not become a page', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  await user.click(await screen.findByRole('button', { name: 'Make the bundle…' }));
  expect(await screen.findByText('Making the pages')).toBeTruthy();
  expect(await screen.findByText('The bundle is ready', {}, { timeout: 5000 })).toBeTruthy();
  expect(screen.getByText('23 pages, numbered from 1.')).toBeTruthy();
  expect(screen.getByText(/1 file could not become pages/)).toBeTruthy();
  await accessible();
});

it('stops the making of a bundle', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  await user.click(await screen.findByRole('button', { name: 'Make the bundle…' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  expect(await screen.findByText('Stopped. Nothing was written.')).toBeTruthy();
});

it('never loses the focus: after a form it is on the room, ready for the next key', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  await user.click(await screen.findByRole('option', { name: /Update for members/ }));
  await user.click(await screen.findByRole('button', { name: 'Change' }));
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Change N-003'));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Notices'));
});
