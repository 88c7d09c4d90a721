import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open, room } from './open';

it('shows the overview with its one next step', async () => {
  const { user } = await open('open');
  expect(await screen.findByRole('heading', { name: 'Say what is in the Inbox' })).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Open the Inbox' }));
  expect(await screen.findByRole('heading', { name: 'Inbox', level: 1 })).toBeTruthy();
});

it('lists notices with the undated first, and opens the one that is chosen', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  const list = await screen.findByRole('listbox', { name: 'Notices' });
  await waitFor(() => expect(list.querySelectorAll('[role=option]').length).toBe(4));
  expect(list.textContent).toMatch(/^\s*Undated · 1/);
  await user.click(screen.getByRole('option', { name: /Notification of data incident/ }));
  expect(await screen.findByRole('heading', { name: 'N-002' })).toBeTruthy();
  expect(await screen.findByText('what-you-can-do.pdf')).toBeTruthy();
  await accessible();
});

it('moves through a list by key with one tab stop', async () => {
  const { user } = await open('open');
  await room(user, 'Notices');
  const list = await screen.findByRole('listbox', { name: 'Notices' });
  await waitFor(() => expect(list.getAttribute('aria-activedescendant')).toBeTruthy());
  list.focus();
  await user.keyboard('{End}');
  await waitFor(() =>
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('What we know now'),
  );
  await user.keyboard('{ArrowUp}');
  await waitFor(() =>
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Update for members'),
  );
});

it.each([
  ['Letters', 'C-002'],
  ['Evidence', 'E-004'],
  ['Inbox', 'E-005'],
])('opens %s on its first record, without a breach of the rules', async (name, reference) => {
  const { user } = await open('open');
  await room(user, name);
  expect(await screen.findByRole('heading', { name: /[CEN]-\d{3}/, level: 2 })).toBeTruthy();
  expect(reference).toMatch(/^[CE]-/);
  await accessible();
});

it('shows for whom a bundle is, what goes and what stays out', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  expect(await screen.findByText('Nothing stays out.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'The other side or the court' }));
  expect((await screen.findAllByText(/between you and your lawyer/)).length).toBeGreaterThan(1);
  await accessible();
});

it('opens the page about the claim', async () => {
  const { user } = await open('open');
  (await screen.findByRole('button', { name: /This claim/ })).focus();
  await user.keyboard('{Enter}');
  // Without layout the menu is placed nowhere and so not shown; it is there and has the focus.
  await waitFor(() => expect(document.activeElement?.textContent).toContain('About this claim'));
  await accessible();
  await user.keyboard('{Enter}');
  const name = await screen.findByLabelText('Your name');
  expect((name as HTMLInputElement).value).toBe('Ruth Marsh');
  await accessible();
});

it('lists people and breaches in a room of their own', async () => {
  const { user } = await open('open');
  await room(user, 'People');
  // Each is added in a dialog, which says what is missing and lists what was kept.
  await user.click(await screen.findByRole('button', { name: 'Add a breach' }));
  const dialog = await screen.findByRole('dialog', { name: 'A breach' });
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(within(dialog).getByText('Write the name.')).toBeTruthy();
  await user.type(within(dialog).getByLabelText('What do you call it?'), 'Website, 2022');
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('button', { name: /I-003 Website, 2022/ })).toBeTruthy();
  await accessible();
});

it('keeps an unnamed party beside the name it was given later', async () => {
  const { user } = await open('open');
  await room(user, 'People');
  await user.click(await screen.findByRole('button', { name: 'Add a person or organisation' }));
  const dialog = await screen.findByRole('dialog', { name: 'A person or organisation' });
  const box = within(dialog);
  await user.type(box.getByLabelText('Name'), 'a company that keeps records for us');
  await user.click(box.getByLabelText('a third party that was not named'));
  await user.selectOptions(box.getByLabelText('Who is it?'), 'somebody who is not listed yet');
  await user.type(box.getByLabelText('Their name'), 'Calder Data');
  await user.type(box.getByLabelText('Who named them?'), 'The Fenwick Courier');
  await user.click(box.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/It is the one called “a company that keeps records for us”/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /^P-002/ })).toBeTruthy();
  await accessible();
});
