import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open, room } from './open';

/** The list of a room, ready for keys. */
async function list(name: string) {
  const found = await screen.findByRole('listbox', { name });
  await waitFor(() => expect(found.getAttribute('aria-activedescendant')).toBeTruthy());
  return found;
}

const names = (region: HTMLElement) =>
  within(region)
    .getAllByRole('listitem')
    .map((item) => /IMG_\d+/.exec(item.textContent ?? '')?.[0]);

it('marks its guess as a guess, and takes no for an answer', async () => {
  const { user } = await open('open');
  await room(user, 'Inbox');
  await user.click(await screen.findByRole('option', { name: /IMG_4410/ }));
  await screen.findByRole('heading', { name: 'E-013' });
  expect(screen.getByRole('button', { name: 'A letter or e-mail (our guess)' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'It is not that' }));
  expect(screen.queryByRole('button', { name: /our guess/ })).toBeNull();
  expect(screen.getByText('Then say what it is.')).toBeTruthy();
  for (const name of [
    'A notice I received',
    'A letter or e-mail',
    'Evidence',
    'A suspicious call or message',
  ]) {
    expect(screen.getByRole('group', { name: 'What is this?' }).textContent).toContain(name);
  }
});

it('files a reply and ties it to the letter it answers', async () => {
  const { user } = await open('open');
  await room(user, 'Inbox');
  await user.click(await screen.findByRole('option', { name: /letter from the bank/ }));
  await user.click(await screen.findByRole('button', { name: 'A reply to a letter of mine' }));
  const which = await screen.findByLabelText('Which letter does it answer?');
  await waitFor(() => expect(within(which).getAllByRole('option')).toHaveLength(2));
  await user.selectOptions(which, within(which).getByRole('option', { name: /C-001/ }));
  await accessible();
  await user.click(screen.getByRole('button', { name: 'File it as a reply' }));
  expect(await screen.findByRole('form', { name: 'Change C-004' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('heading', { name: 'It answers' })).toBeTruthy();
});

it('picks several rows by key and files them alike', async () => {
  const { user } = await open('open');
  await room(user, 'Inbox');
  const inbox = await list('Inbox');
  expect(inbox.getAttribute('aria-multiselectable')).toBe('true');
  inbox.focus();
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(await screen.findByText('3 things chosen')).toBeTruthy();
  expect(screen.getAllByRole('option', { selected: true })).toHaveLength(3);
  await accessible();
  const group = screen.getByRole('group', { name: 'What are these?' });
  await user.click(within(group).getByRole('button', { name: 'Evidence' }));
  expect(await screen.findByText('3 things filed as evidence.')).toBeTruthy();
  await waitFor(() => expect(within(inbox).getAllByRole('option')).toHaveLength(2));
});

it('picks rows apart from each other with Ctrl and Space, and lets them go with Escape', async () => {
  const { user } = await open('open');
  await room(user, 'Inbox');
  const inbox = await list('Inbox');
  inbox.focus();
  await user.keyboard('{Control>}{ArrowDown}{ArrowDown}{/Control} ');
  await screen.findByText('2 things chosen');
  const picked = screen.getAllByRole('option', { selected: true }).map((row) => row.textContent);
  expect(picked[0]).toContain('letter from the bank');
  expect(picked[1]).toContain('statement with password');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByText('2 things chosen')).toBeNull());
});

it('joins photos of one letter in the order that was given, and Undo parts them', async () => {
  const { user } = await open('open');
  await room(user, 'Inbox');
  await user.click(await screen.findByRole('option', { name: /IMG_4410/ }));
  await user.keyboard('{Control>}');
  await user.click(screen.getByRole('option', { name: /IMG_4411/ }));
  await user.keyboard('{/Control}');
  await screen.findByText('2 things chosen');
  await user.click(screen.getByRole('button', { name: 'Move IMG_4411.jpg up' }));
  await user.click(screen.getByRole('button', { name: 'Join into one' }));
  expect(await screen.findByText('2 files are now together in E-014.')).toBeTruthy();
  const order = await screen.findByRole('list', { name: 'Files in order' });
  expect(names(order)).toEqual(['IMG_4411', 'IMG_4410']);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Files in order' })).toBeNull());
});

it('moves a page by key, says its new place and keeps the focus; Undo puts it back', async () => {
  const { user } = await open('open');
  await room(user, 'Evidence');
  await user.click(await screen.findByRole('option', { name: /Photos of the January letter/ }));
  const order = await screen.findByRole('list', { name: 'Files in order' });
  expect(names(order)).toEqual(['IMG_3001', 'IMG_3002', 'IMG_3003']);
  screen.getByRole('button', { name: 'Move IMG_3001.jpg down' }).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('IMG_3001.jpg is now 2 of 3.')).toBeTruthy();
  await waitFor(() => expect(names(order)).toEqual(['IMG_3002', 'IMG_3001', 'IMG_3003']));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Move IMG_3001.jpg down');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(names(order)).toEqual(['IMG_3001', 'IMG_3002', 'IMG_3003']));
});

it('turns a picture and takes one out into an item of its own', async () => {
  const { user, host } = await open('open');
  await room(user, 'Evidence');
  await user.click(await screen.findByRole('option', { name: /Photos of the January letter/ }));
  const turned: unknown[] = [];
  const call = host.call.bind(host);
  host.call = (command, request) => {
    if (command === 'file_turn') turned.push((request as { rotation: number }).rotation);
    return call(command, request);
  };
  await user.click(await screen.findByRole('button', { name: 'Turn IMG_3001.jpg left' }));
  expect(await screen.findByText(/IMG_3001.jpg is turned/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Turn IMG_3001.jpg left' }));
  await waitFor(() => expect(turned).toEqual([270, 180]));
  await user.click(screen.getByRole('button', { name: 'Take IMG_3002.jpg out into an item of its own' }));
  expect(await screen.findByText('IMG_3002.jpg is now E-015.')).toBeTruthy();
  const order = screen.getByRole('list', { name: 'Files in order' });
  await waitFor(() => expect(names(order)).toEqual(['IMG_3001', 'IMG_3003']));
});

it('says what the camera says apart from the date', async () => {
  const { user } = await open('open');
  await room(user, 'Evidence');
  await user.click(await screen.findByRole('option', { name: /Photos of the January letter/ }));
  expect(await screen.findByText('The camera says: 19 January 2022, 14:05')).toBeTruthy();
  expect(screen.getByText('Date').nextElementSibling?.textContent?.trim()).toBe('undated');
});
