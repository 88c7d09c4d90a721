import type { Dropped, Progress, ReadingState } from '@/generated/contract';
import { type Drag, host } from '@/host/host';

/** How far a long task has come. */
export const onProgress = (heard: (progress: Progress) => void) =>
  host().listen('progress', (payload) => heard(payload as Progress));

/** Files were let go over the window and may now be kept by name. */
export const onDropped = (heard: (dropped: Dropped) => void) =>
  host().listen('dropped', (payload) => heard(payload as Dropped));

/** How far the machine has come with reading pictures. */
export const onReading = (heard: (now: ReadingState) => void) =>
  host().listen('reading', (payload) => heard(payload as ReadingState));

/** The vault was locked from the other side, after a time without use. */
export const onLocked = (heard: () => void) => host().listen('locked', heard);

/** The vault is about to lock: what is half written should be kept now. */
export const onLockSoon = (heard: () => void) => host().listen('lock-soon', heard);

/** Something is held over the window. */
export const onDrag = (heard: (drag: Drag) => void) => host().drag(heard);

/** Lets go of everything the page holds in memory, after a lock. */
export const forgetPage = () => host().forgetPage();

export type { Drag };
