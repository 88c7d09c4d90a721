import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open, room } from './open';

async function withOne() {
  const opened = await open('open');
  await room(opened.user, 'Requests');
  await opened.user.click(await screen.findByRole('button', { name: 'Add a request' }));
  const form = await screen.findByRole('dialog', { name: 'A new request' });
  await accessible(form);
  await opened.user.type(within(form).getByLabelText('When you sent it'), '3 Nov 2026');
  await opened.user.click(within(form).getByRole('button', { name: 'Save' }));
  await screen.findByRole('heading', { name: 'Send me a copy of my data' });
  return opened;
}

it('explains itself while there is none', async () => {
  const { user } = await open('open');
  await room(user, 'Requests');
  expect(await screen.findByText(/A request asks somebody to do something by law/)).toBeTruthy();
  await accessible();
});

it('shows where a request stands, its clock in words, and how that was worked out', async () => {
  const { user } = await withOne();
  expect(screen.getByText(/I'm still waiting\. They have until 3 December 2026/)).toBeTruthy();
  const clock = screen.getByRole('list', { name: 'The clock, in words' });
  expect(within(clock).getByText('3 November 2026')).toBeTruthy();
  expect(within(clock).getByText('Today')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'How was this worked out? R-001' }));
  expect(await screen.findByText('UK GDPR, Article 12(3)')).toBeTruthy();
  expect(screen.getByText('unchecked')).toBeTruthy();
  await accessible();
});

it('notes what happened, offers the one thing to do, and Undo takes it back', async () => {
  const { user } = await withOne();
  await user.click(screen.getByRole('button', { name: 'They answered: R-001' }));
  const form = await screen.findByRole('dialog', { name: 'What happened to R-001' });
  await user.selectOptions(within(form).getByLabelText('What happened?'), 'It came back undelivered');
  await accessible(form);
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: 'Send it again: R-001' })).toBeTruthy();
  await accessible();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Send it again: R-001' })).toBeNull());
});

it('takes away what was noted by mistake', async () => {
  const { user } = await withOne();
  await user.click(screen.getByRole('button', { name: 'They answered: R-001' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Change: They answered, R-001' }));
  const form = await screen.findByRole('dialog', { name: 'What happened to R-001' });
  await user.click(within(form).getByRole('button', { name: 'Take this away' }));
  expect(await screen.findByText('Nothing is noted since it was sent.')).toBeTruthy();
});

it('begins a request with a letter that was sent', async () => {
  const { user, host } = await open('open');
  const claim = ((await host.call('claim_list', {})) as { id: string }[])[0]?.id;
  const rows = (await host.call('letter_list', { claim })) as { id: string }[];
  const kept = (await host.call('letter_get', { id: rows[0]?.id })) as { form: object };
  const form = { ...kept.form, direction: 'sent', subject: 'Please send me my data' };
  await host.call('letter_save', { claim, id: null, form, evidence: [] });
  await room(user, 'Letters');
  await user.click(await screen.findByRole('option', { name: /Please send me my data/ }));
  await user.click(await screen.findByRole('button', { name: 'This letter is a request' }));
  const dialog = await screen.findByRole('dialog', { name: 'A new request' });
  expect(within(dialog).getByLabelText<HTMLSelectElement>('In which letter?').value).not.toBe('');
});
