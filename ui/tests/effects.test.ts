import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open, room } from './open';

const part = async (user: Awaited<ReturnType<typeof open>>['user'], name: string) => {
  await room(user, 'Effects');
  await user.click(await screen.findByRole('tab', { name }));
};

it('asks about an amount that can mean two things, and shows a loss as it was typed', async () => {
  const { user } = await open('open');
  await part(user, 'Losses');
  expect(screen.getByRole('heading', { name: 'Losses', level: 1 })).toBeTruthy();
  await accessible();
  await user.click((await screen.findAllByRole('button', { name: 'Add a loss' }))[0] as HTMLElement);
  const form = await screen.findByRole('form', { name: 'A new loss' });
  await accessible();
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect(screen.getByText('Say in one line what was lost or paid.')).toBeTruthy();
  await user.type(screen.getByLabelText('What was it?'), 'New bank card');
  await user.type(screen.getByLabelText('How much?'), '12..50');
  expect(await screen.findByText(/It can be read in more than one way/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getAllByText(/It can be read in more than one way/).length).toBe(3));
  await user.clear(screen.getByLabelText('How much?'));
  await user.type(screen.getByLabelText('How much?'), '1,200');
  expect(await screen.findByText('£1,200.00')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'L-001' })).toBeTruthy();
  expect(screen.getByRole('option', { name: /New bank card.*£1,200\.00/ })).toBeTruthy();
  await accessible();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByRole('option', { name: /New bank card/ })).toBeNull());
});

it('opens the diary on an empty page and nothing else, and keeps the first words of an entry', async () => {
  const { user } = await open('open');
  await part(user, 'Diary');
  const page = await screen.findByRole('form', { name: 'A page of your diary' });
  expect(within(page).getByText(/Samaritans, 116 123/)).toBeTruthy();
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(within(page).getByText('More, only if you want to').closest('details')?.open).toBe(false);
  await accessible();
  await user.type(screen.getByLabelText('Your words'), 'I lay awake.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'Y-001' })).toBeTruthy();
  expect(screen.getByText('This time is the moment you saved it. Nothing changes it.')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Change' }));
  await user.type(await screen.findByLabelText('Your words'), ' A little.');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/The words were changed on/)).toBeTruthy();
  expect(screen.getByText('I lay awake.')).toBeTruthy();
  expect(screen.getAllByText('I lay awake. A little.').length).toBeGreaterThan(0);
  // Coming back, the page is empty again and the entries stand beside it.
  await room(user, 'Notices');
  await room(user, 'Effects');
  expect(await screen.findByRole('form', { name: 'A page of your diary' })).toBeTruthy();
  expect(screen.getByRole('option', { name: /I lay awake/ })).toBeTruthy();
});

it('keeps the words of a half-written diary page', async () => {
  const { user } = await open('open');
  await part(user, 'Diary');
  await user.type(await screen.findByLabelText('Your words'), 'Half a thought');
  await room(user, 'Notices');
  await room(user, 'Effects');
  await waitFor(() =>
    expect((screen.getByLabelText('Your words') as HTMLTextAreaElement).value).toBe('Half a thought'),
  );
});

it('lets a step say whose advice it was, and time say how long it took', async () => {
  const { user } = await open('open');
  await part(user, 'Steps');
  await user.click((await screen.findAllByRole('button', { name: 'Add a step' }))[0] as HTMLElement);
  await user.type(await screen.findByLabelText('What did you do?'), 'Two-step sign-in');
  const advice = screen.getByLabelText('Whose advice was it?') as HTMLSelectElement;
  await waitFor(() => expect(advice.options.length).toBeGreaterThan(2));
  await user.selectOptions(advice, advice.options[1]?.value ?? '');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'A-001' })).toBeTruthy();
  expect(screen.getByText('Advised in')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('tab', { name: 'Time' }));
  await user.click((await screen.findAllByRole('button', { name: 'Add time' }))[0] as HTMLElement);
  await user.type(await screen.findByLabelText('What did you do?'), 'Telephone');
  await user.type(screen.getByLabelText('How many minutes?'), 'an hour');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(screen.getAllByText('Write the minutes in figures, for example 45.').length).toBeGreaterThan(0);
  await user.clear(screen.getByLabelText('How many minutes?'));
  await user.type(screen.getByLabelText('How many minutes?'), '45');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('heading', { name: 'T-001' })).toBeTruthy();
  expect(screen.getAllByText('45 minutes').length).toBeGreaterThan(0);
});
