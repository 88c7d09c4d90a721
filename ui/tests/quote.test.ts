import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { markRuns, markText } from '@/components/shared/marks';
import { accessible, open, room } from './open';

/** Selects words inside the open document, as a drag of the pointer does. */
function select(words: string) {
  const sheet = document.querySelector('[data-words]');
  const walker = document.createTreeWalker(sheet ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    range.getClientRects = () => [] as unknown as DOMRectList;
    range.getBoundingClientRect = () => new DOMRect(10, 10, 50, 10);
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    document.dispatchEvent(new Event('selectionchange'));
    return;
  }
  throw new Error(`“${words}” are not in the document.`);
}

async function quoteFromUpdate(words: string) {
  const opened = await open('open');
  await room(opened.user, 'Notices');
  await opened.user.click(await screen.findByRole('option', { name: /Update for members/ }));
  await screen.findByText(/No bank details were taken/);
  select(words);
  return opened;
}

it('makes a statement out of selected words, by button, and lists it under its record', async () => {
  const { user, host } = await quoteFromUpdate('No bank details were taken.');
  const button = await screen.findByRole('button', { name: 'Quote as statement' });
  expect(document.activeElement).not.toBe(button);
  await user.click(button);
  const box = (await screen.findByLabelText('The words')) as HTMLTextAreaElement;
  expect(box.value).toBe('No bank details were taken.');
  expect(screen.queryByRole('button', { name: 'Quote as statement' })).toBeNull();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('S-001 added to the statements.')).toBeTruthy();
  const quoted = await screen.findByRole('region', { name: 'Quoted from here' });
  await user.click(within(quoted).getByRole('button', { name: /S-001/ }));
  const card = await screen.findByRole('article', { name: 'S-001' });
  expect(card.textContent).toContain('No bank details were taken.');
  await accessible();
  await user.click(within(card).getByRole('button', { name: 'Show where it stands' }));
  await screen.findByRole('heading', { name: 'Notices' });
  await waitFor(() =>
    expect(document.querySelector('mark')?.textContent).toBe('No bank details were taken.'),
  );
  const [kept] = (await host.call('statement_list', { claim: 'claim-1' })) as { words: string }[];
  expect(kept?.words).toBe('No bank details were taken.');
});

it('quotes by key too, gives words back that were not saved, and never takes words from outside a document', async () => {
  const { user } = await quoteFromUpdate('working with the authorities');
  await user.keyboard('{Control>}j{/Control}');
  const box = (await screen.findByLabelText('The words')) as HTMLTextAreaElement;
  expect(box.value).toBe('working with the authorities');
  await user.type(box, ' ...');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(((await screen.findByLabelText('The words')) as HTMLTextAreaElement).value).toBe(
    'working with the authorities ...',
  );
});

it('ties two statements, shows them as a pair and keeps whether both could be true', async () => {
  const { user, host } = await quoteFromUpdate('No bank details were taken.');
  const form = await host.call('statement_from', {
    claim: 'claim-1',
    record: null,
    file: null,
    page: null,
    words: '',
  });
  for (const words of ['No bank details were taken.', 'For some customers, they were.']) {
    await host.call('statement_save', { claim: 'claim-1', id: null, form: { ...(form as object), words } });
  }
  await room(user, 'Told / not told');
  await user.click(await screen.findByRole('tab', { name: 'Statements' }));
  await user.click(await screen.findByRole('button', { name: /S-002/ }));
  const card = await screen.findByRole('article', { name: 'S-002' });
  await user.selectOptions(within(card).getByLabelText('Another statement'), 'statement-1');
  await user.click(within(card).getByRole('button', { name: 'Say so' }));
  expect(await screen.findByText('S-002 corrects S-001.')).toBeTruthy();
  expect(await screen.findByText('corrected by S-002')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Pairs · 1' }));
  const pair = await screen.findByRole('article', { name: 'S-002 corrects S-001' });
  await accessible();
  await user.click(within(pair).getByRole('radio', { name: 'Cannot tell' }));
  expect(await screen.findByText('Your answer is kept.')).toBeTruthy();
  await user.type(within(pair).getByLabelText('My remark'), 'Which customers?');
  await user.click(within(pair).getByRole('button', { name: 'Keep the remark' }));
  await screen.findByText('The remark is kept.');
  const [kept] = (await host.call('pair_list', { claim: 'claim-1' })) as {
    both_true: string;
    note: string;
  }[];
  expect([kept?.both_true, kept?.note]).toEqual(['cannot-tell', 'Which customers?']);
});

it('lays two notices side by side and says which is the later', async () => {
  const { user } = await quoteFromUpdate('No bank details were taken.');
  await user.click(screen.getByRole('button', { name: 'Compare with another version…' }));
  const dialog = await screen.findByRole('dialog');
  const choice = within(dialog).getByLabelText('The other version');
  const other = within(choice).getByRole('option', {
    name: /Notification of data incident/,
  }) as HTMLOptionElement;
  await user.selectOptions(choice, other.value);
  expect(await within(dialog).findByText(/only on the left, /)).toBeTruthy();
  expect(dialog.querySelector('del')?.textContent).toContain('only on the left: Dear Ruth');
  expect(dialog.querySelector('ins')?.textContent).toContain('only on the right: We are working');
  await accessible(dialog);
  await user.click(within(dialog).getByRole('checkbox', { name: /is a later version of/ }));
  expect(await screen.findByText(/is now a later version of/)).toBeTruthy();
  await user.keyboard('{Escape}');
  const section = await screen.findByRole('region', { name: 'Versions' });
  expect(within(section).getAllByRole('listitem').length).toBe(2);
});

it('marks words that run on from one run of a page into the next', () => {
  const page = document.createElement('div');
  page.innerHTML = '<span>We have sent you a</span><span>new card because</span><span>you asked.</span>';
  markRuns(page.querySelectorAll('span'), ['you a new card']);
  expect([...page.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['you a', 'new card']);
  page.innerHTML = '<p>Kept on <b>our behalf</b>. It</p><p>was taken.</p>';
  markText(page, ['our behalf. It was']);
  expect([...page.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'our behalf',
    '. It',
    'was',
  ]);
});
