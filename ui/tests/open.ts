import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { expect, onTestFinished, vi } from 'vitest';

/** Mounts the whole window over a fresh invented vault. Modules are loaded anew, so no test sees another's state. */
export async function open(start: 'first-run' | 'locked' | 'open', more: Record<string, string> = {}) {
  vi.resetModules();
  const { setHost, host } = await import('@/host/host');
  const { memoryHost } = await import('@/host/memory/index');
  setHost(memoryHost(new URLSearchParams({ start, ...more })));
  const { cleanup, render } = await import('@testing-library/svelte');
  onTestFinished(cleanup);
  const { default: App } = await import('@/App.svelte');
  const { container } = render(App);
  return { user: userEvent.setup(), host: host(), container };
}

/** Lets go of files over the window, as the desktop would. */
export function letGo(...names: string[]) {
  const drop = new Event('drop', { cancelable: true });
  Object.assign(drop, { dataTransfer: { files: names.map((name) => new File(['x'], name)) } });
  window.dispatchEvent(drop);
}

/** Goes to a room by the list at the left. */
export async function room(user: ReturnType<typeof userEvent.setup>, name: string) {
  const rooms = await screen.findByRole('navigation', { name: 'Rooms' });
  const button = [...rooms.querySelectorAll('button')].find((one) => one.textContent?.includes(name));
  if (!button) throw new Error(`There is no room ${name}.`);
  await user.click(button);
}

/** No breach of WCAG 2.2 A and AA that axe can see without layout. Contrast is checked on the tokens. */
export async function accessible(what: Element = document.body) {
  const { violations } = await axe.run(what, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
