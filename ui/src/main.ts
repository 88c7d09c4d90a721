import { mount } from 'svelte';
import App from './App.svelte';
import { setHost } from './host/host';
import './styles';

/** In the desktop program the real host; in a plain tab invented data, but only in builds made for looking. */
async function chooseHost() {
  if ('__TAURI_INTERNALS__' in window) return (await import('./host/tauri')).tauriHost();
  if (import.meta.env.DEV || import.meta.env.MODE === 'memory') {
    return (await import('./host/memory/index')).memoryHost(new URLSearchParams(location.search));
  }
  throw new Error('Recourse runs in its own window.');
}

const target = document.getElementById('app');
if (target) {
  setHost(await chooseHost());
  mount(App, { target });
}
