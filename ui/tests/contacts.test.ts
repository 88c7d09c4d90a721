import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open, room } from './open';

/** Goes to the suspicious contacts. */
async function contacts(user: Awaited<ReturnType<typeof open>>['user']) {
  await room(user, 'Effects');
  await user.click(await screen.findByRole('tab', { name: 'Suspicious contacts' }));
}

const value = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value;

it('says what the empty room is for, with one button and where to report', async () => {
  const { user } = await open('open');
  await contacts(user);
  expect(await screen.findByRole('heading', { name: 'Suspicious contacts', level: 1 })).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Add a suspicious contact' })).toBeTruthy();
  expect(screen.getByText(/Report Fraud.*Police Scotland on 101/)).toBeTruthy();
  await accessible();
});

it('enters a call, shows what is known of it, and takes it back by Undo', async () => {
  const { user } = await open('open');
  await contacts(user);
  await user.click(await screen.findByRole('button', { name: 'Add a suspicious contact' }));
  const form = await screen.findByRole('form', { name: 'A new suspicious contact' });
  await accessible();
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect(screen.getByText(/Write at least who it seemed to be from/)).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('How did it come?'), 'call');
  await user.type(screen.getByLabelText('Who did it seem to be from?'), '0161 496 0000');
  await user.type(screen.getByLabelText('When did it happen?'), '4 Dec 2021');
  expect(await screen.findByText('4 December 2021')).toBeTruthy();
  await user.type(screen.getByLabelText('My note of the call'), 'He asked for a passcode.');
  await user.type(screen.getByLabelText('What did they know about you?'), 'My membership number');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'X-001' })).toBeTruthy();
  expect(screen.getByRole('option', { name: /0161 496 0000/ })).toBeTruthy();
  expect(screen.getByText('My membership number')).toBeTruthy();
  expect(screen.getByText('He asked for a passcode.')).toBeTruthy();
  await accessible();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByRole('option', { name: /0161 496 0000/ })).toBeNull());
});

it('keeps the words of a half-written contact', async () => {
  const { user } = await open('open');
  await contacts(user);
  await user.click(await screen.findByRole('button', { name: 'Add a suspicious contact' }));
  await user.type(await screen.findByLabelText('What did they ask for?'), 'A card number');
  await room(user, 'Notices');
  await contacts(user);
  await user.click(await screen.findByRole('button', { name: 'Add a suspicious contact' }));
  await waitFor(() => expect(value('What did they ask for?')).toBe('A card number'));
});

it('makes a contact of a thing in the Inbox, with the file beside it', async () => {
  const { host } = await open('open');
  const { record } = (await host.call('inbox_file', {
    evidence: 'evidence-5',
    filing: 'contact',
    answers: null,
  })) as { record: { id: string; kind: string; reference: string } };
  expect([record.kind, record.reference]).toEqual(['suspicious-contact', 'X-001']);
  const view = (await host.call('contact_get', { id: record.id })) as {
    head: { evidence: { id: string }[]; files: unknown[] };
    form: { kept_copy: boolean };
  };
  expect(view.head.evidence.map((one) => one.id)).toEqual(['evidence-5']);
  expect(view.head.files).toHaveLength(1);
  expect(view.form.kept_copy).toBe(true);
});
