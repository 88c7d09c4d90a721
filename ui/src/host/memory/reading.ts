import type { Handlers } from './handlers';
import { documentOf } from './papers';
import { refuse, type Shown } from './shown';
import type { World } from './world';

/** Documents and the words in them. `?reading=missing` is a computer without the program that reads pictures. */
export function reading(world: World, { ofFile }: Shown, installed: boolean) {
  const fileOf = (id: string) =>
    ofFile(id).files.find((one) => one.id === id) ?? refuse('not_found', 'No file.');
  const all = () => world.things.filter((thing) => !thing.archived).flatMap((thing) => thing.files);
  const count = (state: string) => all().filter((file) => file.machine === state).length;
  const machineWords = new Map<string, string>();
  return {
    document_open: ({ file }) => documentOf(fileOf(file), world),
    document_unlock: ({ file, password }) => {
      if (password === 'wrong') {
        refuse('wrong_password', 'This password does not open the document.', '', 'password');
      }
      world.unlocked.add(file);
      return documentOf(fileOf(file), world);
    },
    reading_state: () => ({
      installed,
      working: installed && count('waiting') > 0,
      waiting: count('waiting'),
      done: count('read') + count('nothing_found'),
      failed: count('failed'),
    }),
    words_save: ({ file, page, text }) => {
      const key = `${file}:${page}`;
      const pages = world.words.get(file) ?? [];
      const before = pages.find((one) => one.page === page);
      if (before?.from === 'machine') machineWords.set(key, before.text);
      const rest = pages.filter((one) => one.page !== page);
      const machine = machineWords.get(key);
      if (text !== null) rest.push({ page, text, from: 'person' });
      else if (machine !== undefined) rest.push({ page, text: machine, from: 'machine' });
      rest.sort((a, b) => a.page - b.page);
      world.words.set(file, rest);
      return rest;
    },
  } satisfies Partial<Handlers>;
}
