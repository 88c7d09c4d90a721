import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open, room } from './open';

type Told = { items: { cells: { finding: string | null; guess: unknown }[] }[]; notices: { id: string }[] };

async function inTheRoom() {
  const opened = await open('open');
  await room(opened.user, 'Told / not told');
  await screen.findByRole('table');
  const claim = ((await opened.host.call('claim_list', {})) as { id: string }[])[0]?.id ?? '';
  const matrix = async () => (await opened.host.call('told', { claim, incident: null })) as Told;
  return { ...opened, claim, matrix };
}

it('shows rows with their footing, and guesses that are no findings', async () => {
  const { matrix } = await inTheRoom();
  expect(screen.getByText(/This records content; it does not judge it/)).toBeTruthy();
  const row = screen.getByRole('rowheader', { name: /The likely consequences/ });
  expect(within(row).getByText(/the law asks: UK GDPR, Articles 34\(2\) and 33\(3\)\(c\)/)).toBeTruthy();
  expect(within(row).getByText('unchecked')).toBeTruthy();
  expect(screen.getAllByText('said?').length).toBeGreaterThan(0);
  expect((await matrix()).items.flatMap((item) => item.cells).every((cell) => cell.finding === null)).toBe(
    true,
  );
  await accessible();
});

it('takes a guess with Yes, and Undo takes it back', async () => {
  const { user, matrix } = await inTheRoom();
  const yes = screen.getAllByRole('button', { name: /^Yes, this is so: What happened/ });
  await user.click(yes[0] as HTMLElement);
  await waitFor(async () => expect((await matrix()).items[0]?.cells.some((one) => one.finding)).toBe(true));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await matrix()).items[0]?.cells.some((one) => one.finding)).toBe(false));
});

it('settles a cell by hand, and one press makes the question', async () => {
  const { user } = await inTheRoom();
  const cells = screen.getAllByRole('button', { name: /^The likely consequences, N-/ });
  await user.click(cells[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog', { name: 'The likely consequences' });
  await accessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(within(dialog).getByText('Choose what the notice says of it first.')).toBeTruthy();
  await user.click(within(dialog).getByRole('radio', { name: 'The notice does not say it' }));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(await screen.findByRole('button', { name: /^Ask about this: The likely consequences/ }));
  expect(await screen.findByRole('button', { name: 'Ask 1 open question' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Open the question Q-001' })).toBeTruthy();
});

it('adds a question by hand, asks it in a letter, and says so in the first person', async () => {
  const { user } = await inTheRoom();
  await user.click(screen.getByRole('tab', { name: 'Questions' }));
  await user.click(await screen.findByRole('button', { name: 'Add a question' }));
  const form = await screen.findByRole('dialog', { name: 'A new question' });
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect((await within(form).findAllByText('Write the question first.')).length).toBeGreaterThan(0);
  await user.type(within(form).getByLabelText('The question'), 'Why was my data still there?');
  await accessible(form);
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('I have not asked yet')).toBeTruthy();
  await accessible();
  await user.click(await screen.findByRole('button', { name: 'Ask 1 open question' }));
  const asking = await screen.findByRole('dialog', { name: 'Ask your open questions' });
  await accessible(asking);
  await user.click(within(asking).getByRole('button', { name: 'I asked them in this letter' }));
  expect(within(asking).getByText('Choose a letter that you sent.')).toBeTruthy();
  const letters = within(asking).getByLabelText<HTMLSelectElement>('Asked in which letter');
  await user.selectOptions(letters, letters.options[1]?.value ?? '');
  await user.click(within(asking).getByRole('button', { name: 'I asked them in this letter' }));
  expect(await screen.findByText('I asked')).toBeTruthy();
});

it('begins a letter with the open questions', async () => {
  const { user, host, claim } = await inTheRoom();
  const notice = ((await host.call('notice_list', { claim })) as { id: string }[])[0]?.id;
  await host.call('question_from', { claim, notice, item: 'N09', category: '', statement: null });
  await room(user, 'Notices');
  await room(user, 'Told / not told');
  await user.click(await screen.findByRole('button', { name: 'Ask 1 open question' }));
  await user.click(await screen.findByRole('button', { name: 'Begin a letter with them' }));
  expect(await screen.findByRole('heading', { name: 'My open questions' })).toBeTruthy();
  expect(screen.getByDisplayValue(/1\. Which of my personal data were affected/)).toBeTruthy();
});

it('shows what was said of a kind of data, special ones marked', async () => {
  const { user } = await inTheRoom();
  await user.click(screen.getByRole('tab', { name: 'Kinds of data' }));
  await user.click(await screen.findByRole('button', { name: 'Add what was said of a kind of data' }));
  const form = await screen.findByRole('dialog', { name: 'Something said of a kind of data' });
  await user.selectOptions(within(form).getByLabelText('Kind of data'), 'sc.political');
  await user.selectOptions(within(form).getByLabelText('What is so, or was said'), 'gave');
  await accessible(form);
  await user.click(within(form).getByRole('button', { name: 'Save' }));
  const part = await screen.findByRole('region', { name: 'Political opinions' });
  expect(within(part).getByText('special category (UK GDPR, Article 9)')).toBeTruthy();
  expect(within(part).getByText('I gave it to them')).toBeTruthy();
  await accessible();
  await user.click(within(part).getByRole('button', { name: /^Ask about this/ }));
  expect(await screen.findByRole('button', { name: 'Open the question Q-001' })).toBeTruthy();
});
