import { readFile } from 'node:fs/promises';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The policy the desktop program sets; `vite preview` sends it too, so that a plain tab shows what it would refuse. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' evidence: blob:",
  'media-src blob:',
  "font-src 'self'",
  "worker-src 'self' blob:",
  'connect-src ipc: http://ipc.localhost evidence: blob:',
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** `import base64 from 'file?bytes'`: a file as a module of its own, for where the policy lets nothing be fetched. */
const bytes: Plugin = {
  name: 'bytes',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith('?bytes')) return null;
    const data = await readFile(id.slice(0, -'?bytes'.length));
    return { code: `export default "${data.toString('base64')}"`, map: null, moduleType: 'js' };
  },
};

export default defineConfig(({ mode }) => ({
  plugins: [bytes, svelte()],
  resolve: {
    alias: { '@': new URL('./src', import.meta.url).pathname },
    conditions: mode === 'test' ? ['browser'] : undefined,
  },
  clearScreen: false,
  server: { port: 1420, strictPort: true, host: '127.0.0.1' },
  preview: {
    port: 1421,
    strictPort: true,
    host: '127.0.0.1',
    headers: { 'Content-Security-Policy': policy },
  },
  build: {
    target: 'es2022',
    // The policy allows no data: addresses, so nothing may be inlined as one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    css: { include: /src\/styles\// },
    testTimeout: 120_000,
  },
}));
