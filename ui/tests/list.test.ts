import { cleanup, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import ListHost from './ListHost.svelte';

afterEach(cleanup);

it('makes only the rows in sight, however many there are, and says how many there are', async () => {
  const items = Array.from({ length: 20_000 }, (_, n) => ({
    id: `row-${n}`,
    year: String(2000 + Math.floor(n / 1000)),
  }));
  render(ListHost, { items, onchoose: () => undefined });
  await waitFor(() => expect(screen.getAllByRole('option').length).toBeGreaterThan(5));
  expect(screen.getAllByRole('option').length).toBeLessThan(60);
  expect(screen.getAllByRole('option')[0]?.getAttribute('aria-setsize')).toBe('20000');
});

it('lets a heading come back, as when an open beginning sorts before everything', async () => {
  const items = ['2021', '2020', '2021'].map((year, n) => ({ id: `row-${n}`, year }));
  const onchoose = vi.fn();
  render(ListHost, { items, onchoose });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(3));
  expect(screen.getAllByText('2021')).toHaveLength(2);
  screen.getByRole('option', { name: 'row-1' }).click();
  expect(onchoose).toHaveBeenCalledWith('row-1');
});
