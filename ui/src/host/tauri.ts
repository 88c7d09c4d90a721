import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import type { Host } from './host';

/** The host inside the desktop program: its one command, which names a command of the contract, and its events. */
export function tauriHost(): Host {
  return {
    call: (command, request) => invoke('call', { name: command, request }),
    listen: (event, heard) => listen(event, ({ payload }) => heard(payload)),
    drag: (heard) =>
      getCurrentWebview().onDragDropEvent(({ payload }) => {
        if (payload.type === 'leave') return heard({ kind: 'leave' });
        if (payload.type === 'drop') return heard({ kind: 'drop' });
        const { x, y } = payload.position;
        const density = window.devicePixelRatio || 1;
        heard({ kind: 'over', x: x / density, y: y / density });
      }),
    forgetPage: () => location.reload(),
  };
}
