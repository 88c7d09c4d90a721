import { words as enGB } from './en-GB';

/** The shape every language has to fill. */
export type Words = typeof enGB;

/** The words of the window. One file per language; English is the first. */
export const w: Words = enGB;
