import { screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { accessible, open } from './open';

it('asks once what a solicitor asks, and shows it in the schedule with its gaps', async () => {
  const { user } = await open('open');
  (await screen.findByRole('button', { name: /This claim/ })).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('About this claim'));
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'The schedule' }));
  expect(await screen.findByText('not on record')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'What a solicitor asks' }));
  await user.type(await screen.findByLabelText('How to reach you'), '01632 960001');
  await user.selectOptions(screen.getByLabelText('Does or did another firm act for you in this?'), 'yes');
  expect(screen.getByLabelText('Which, and what became of it?')).toBeTruthy();
  await accessible();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('01632 960001')).toBeTruthy();
  expect(screen.queryByText('not on record')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Save as a table' }));
  expect(await screen.findByText(/^Saved: .*schedule/)).toBeTruthy();
});
