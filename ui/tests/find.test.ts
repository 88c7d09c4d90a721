import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { markParts, markRuns } from '@/components/shared/marks';
import { accessible, open } from './open';

async function find() {
  const opened = await open('open');
  await screen.findByRole('navigation', { name: 'Rooms' });
  await opened.user.keyboard('{Control>}k{/Control}');
  return { ...opened, box: (await screen.findByLabelText('Search everything')) as HTMLInputElement };
}

it('shows where each place is, with the words marked and what a machine read told apart', async () => {
  const { user, box } = await find();
  await user.type(box, 'scam');
  const hits = await screen.findAllByRole('option');
  expect(hits[0]?.querySelector('mark')?.textContent).toBe('scam');
  expect(hits[0]?.textContent).toContain('Evidence · E-007 · IMG_3001.jpg · page 1');
  expect(hits[0]?.textContent).toContain('read by machine');
  expect(hits[1]?.textContent).toContain('Notice · N-004 · about Jan 2022');
  expect(hits[1]?.textContent).not.toContain('read by machine');
  await accessible();
});

it('opens the file of the hit, with the words marked in it', async () => {
  const { user, box } = await find();
  await user.type(box, 'scam');
  await screen.findAllByRole('option');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'E-007' })).toBeTruthy();
  const words = await screen.findByRole('region', { name: 'The words in it' });
  await waitFor(() => expect(words.querySelector('mark')?.textContent).toBe('scam'));
});

it('opens the words of a record where the hit is in what was typed, and forgets the marks on the next record', async () => {
  const { user, box } = await find();
  await user.type(box, 'scam');
  await screen.findAllByRole('option');
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('heading', { name: 'N-004' });
  await waitFor(() => expect(document.querySelector('article mark')?.textContent).toBe('scam'));
  await user.click(screen.getByRole('option', { name: /Update for members/ }));
  await screen.findByRole('heading', { name: 'N-003' });
  expect(document.querySelector('mark')).toBeNull();
});

it('shows the document first where a hit waits in the inbox', async () => {
  const { user, box } = await find();
  await user.type(box, 'IMG_4410');
  await screen.findAllByRole('option');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'Inbox', level: 1 })).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'E-013' })).toBeTruthy();
  expect(document.querySelector('[data-side]')?.getAttribute('data-side')).toBe('document');
  await user.click(screen.getByRole('option', { name: /IMG_4411/ }));
  await screen.findByRole('heading', { name: 'E-014' });
  expect(document.querySelector('[data-side]')?.getAttribute('data-side')).toBe('facts');
});

it('puts a filter in by a click, says it back, and names what it did not understand', async () => {
  const { user, box } = await find();
  await user.type(box, 'data');
  await user.click(screen.getByRole('button', { name: /kind:letter/ }));
  expect(box.value).toBe('data kind:');
  expect(document.activeElement).toBe(box);
  await user.keyboard('notice before:');
  expect(await screen.findByText('kind: notice')).toBeTruthy();
  expect(screen.getByText(/The day after “before:” was not understood/)).toBeTruthy();
});

it('drops an answer that comes after newer words', async () => {
  const { user, box, host } = await find();
  const call = host.call.bind(host);
  let release: (() => void) | undefined;
  host.call = async (command, request) => {
    const answer = await call(command, request);
    if (command === 'search' && (request as { words: string }).words === 'scam') {
      await new Promise<void>((done) => (release = done));
    }
    return answer;
  };
  await user.type(box, 'scam');
  await waitFor(() => expect(release).toBeDefined());
  await user.clear(box);
  await user.type(box, 'clearer');
  expect(await screen.findByText('1 place found')).toBeTruthy();
  release?.();
  await new Promise((done) => setTimeout(done, 50));
  expect(screen.getByText('1 place found')).toBeTruthy();
});

it('looks in this claim only, until all claims are asked for', async () => {
  const { user, host } = await open('open');
  await screen.findByRole('navigation', { name: 'Rooms' });
  (await screen.findByRole('button', { name: /This claim/ })).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('About this claim'));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Begin another claim');
  await user.keyboard('{Enter}');
  await screen.findByLabelText('Your name');
  const asked: unknown[] = [];
  const call = host.call.bind(host);
  host.call = (command, request) => {
    if (command === 'search') asked.push((request as { claim: string | null }).claim);
    return call(command, request);
  };
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByLabelText('Search everything'), 'scam');
  expect(await screen.findByText('Nothing here has these words.')).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: 'In all my claims' }));
  expect(await screen.findByText('2 places found')).toBeTruthy();
  expect(asked).toContain('claim-2');
  expect(asked.at(-1)).toBeNull();
});

it('marks words in runs of text without touching their signs', () => {
  expect(markParts('A (scam) call', ['(SCAM)', 'cal'])).toEqual([
    { text: 'A ', found: false },
    { text: '(scam)', found: true },
    { text: ' ', found: false },
    { text: 'cal', found: true },
    { text: 'l', found: false },
  ]);
  const layer = document.createElement('div');
  layer.innerHTML = '<span>Data was</span><span>affected, data</span>';
  const first = markRuns(layer.querySelectorAll('span'), ['data']);
  expect(first?.textContent).toBe('Data');
  expect(layer.querySelectorAll('mark')).toHaveLength(2);
  expect(layer.textContent).toBe('Data wasaffected, data');
  expect(within(layer).getByText('affected,', { exact: false })).toBeTruthy();
});
