import { configure } from '@testing-library/svelte';
// jsdom has no layout: give what the window measures a plausible size, so that virtual lists have rows.
for (const [name, value] of [
  ['offsetHeight', 600],
  ['offsetWidth', 400],
  ['clientWidth', 400],
] as const) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
}
class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}
Object.assign(globalThis, {
  ResizeObserver: NoObserver,
  IntersectionObserver: NoObserver,
});
Object.assign(URL, { createObjectURL: () => 'blob:recourse', revokeObjectURL: () => undefined });
Element.prototype.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.getAnimations ??= () => [];
Element.prototype.hasPointerCapture ??= () => false;
Element.prototype.releasePointerCapture ??= () => undefined;
Object.defineProperty(window, 'innerWidth', { configurable: true, value: 1440 });
// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 10_000 });
// Drawing belongs to a real browser; nothing here looks at pictures.
HTMLCanvasElement.prototype.getContext = () => null;
