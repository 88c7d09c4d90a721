import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { within as inside } from '@/state/redaction.svelte';
import { w } from '@/words';
import { accessible, open, room } from './open';

it('keeps an area on its page and large enough to be seen', () => {
  expect(inside({ left: -20, top: 9_990, width: 400, height: 2 })).toEqual({
    left: 0,
    top: 9_950,
    width: 400,
    height: 50,
  });
  expect(inside({ left: 100, top: 100, width: 90_000, height: 300 })).toEqual({
    left: 0,
    top: 100,
    width: 10_000,
    height: 300,
  });
});

it('blacks out by key alone, says so, and takes it back', async () => {
  const { user } = await open('open');
  await room(user, 'Bundle');
  const { bundle } = await import('@/state/bundle.svelte');
  const { redaction } = await import('@/state/redaction.svelte');
  await waitFor(() => expect(bundle.count).toBeGreaterThan(0));
  const id = bundle.sections[0]?.documents[0]?.id ?? '';
  await redaction.begin(id);
  const dialog = await screen.findByRole('dialog');
  const page = await within(dialog).findByRole('group', { name: w.redaction.board(1, 2) });
  await within(dialog).findByRole('img');
  await accessible(dialog);

  page.focus();
  await user.keyboard('{Enter}');
  const area = await within(dialog).findByRole('button', {
    name: w.redaction.areaOnPage(1, w.redaction.whyFirst),
  });
  await waitFor(() => expect(document.activeElement).toBe(area));
  const before = area.style.left;
  await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
  expect(area.style.left).not.toBe(before);
  expect(within(dialog).getByText(/^Area 1: 31 % from the left/)).toBeTruthy();

  const why = within(dialog).getByLabelText(w.redaction.why);
  await user.clear(why);
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: w.redaction.save }).disabled).toBe(
    true,
  );
  await user.type(why, 'A child’s name');
  await accessible(dialog);
  await user.click(within(dialog).getByRole('button', { name: w.redaction.see }));
  expect(await within(dialog).findByText(w.redaction.seen)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: w.redaction.see }));

  await user.click(within(dialog).getByRole('button', { name: w.redaction.save }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await screen.findByText(/^1 area of .* blacked out\.$/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: w.common.undo }));

  await redaction.begin(id);
  const again = await screen.findByRole('dialog');
  expect(await within(again).findByText(w.redaction.list(0))).toBeTruthy();
});
