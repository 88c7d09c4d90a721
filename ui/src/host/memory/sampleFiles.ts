import { words } from './dates';
import { paper } from './files';
import { emptyItem, keep, type Thing, type World } from './world';

/** What a vault holds beside mails and PDF: photos of a letter, a voicemail, a fax, twins, a locked statement. Answers the photos. */
export function more(world: World, claim: string, mail: Thing, card: Thing): Thing {
  const photos = keep(
    world,
    claim,
    'IMG_3001.jpg',
    'image/jpeg',
    2_910_400,
    { item: { ...emptyItem(), title: 'Photos of the January letter', kind: 'letter' } },
    { taken_at: '2022-01-19T14:05:00', machine: 'read' },
  );
  photos.files.push(
    paper(photos, 'IMG_3002.jpg', 'image/jpeg', 2_880_120),
    paper(photos, 'IMG_3003.jpg', 'image/jpeg', 2_790_001, { machine: 'failed' }),
  );
  const first = photos.files[0]?.id ?? '';
  world.words.set(first, [
    {
      page: 1,
      text: 'Dear member,\n\nData was affectcd. Some people may see more scam calls.',
      from: 'machine',
    },
  ]);
  const call = keep(
    world,
    claim,
    'voicemail.wav',
    'audio/wav',
    512_000,
    { item: { ...emptyItem(), title: 'Message on my answering machine', kind: 'recording' } },
    { seconds: 125 },
  );
  call.item = { ...(call.item ?? emptyItem()), date: words('2 Dec 2021') };
  const again = keep(world, claim, 'Fwd data incident.eml', 'message/rfc822', 18_911, {
    item: { ...emptyItem(), title: 'The same e-mail from my other mailbox', kind: 'mail' },
  });
  const smaller = keep(world, claim, 'IMG_2210 (1).jpg', 'image/jpeg', 402_118, {
    item: { ...emptyItem(), title: 'New bank card, sent by phone', kind: 'photo' },
  });
  world.twins.push(
    { files: [mail.files[0]?.id ?? '', again.files[0]?.id ?? ''], reason: 'same_mail', same: true },
    { files: [card.files[0]?.id ?? '', smaller.files[0]?.id ?? ''], reason: 'same_picture', same: null },
  );
  keep(
    world,
    claim,
    'fax.tif',
    'image/tiff',
    220_000,
    { item: { ...emptyItem(), title: 'Fax from the bank' } },
    { pages: 3, machine: 'waiting' },
  );
  keep(world, claim, 'statement with password.pdf', 'application/pdf', 84_000, {
    waiting: true,
    guess: 'evidence',
  });
  for (const name of ['IMG_4410.jpg', 'IMG_4411.jpg']) {
    keep(
      world,
      claim,
      name,
      'image/jpeg',
      3_100_000,
      { waiting: true, guess: 'letter' },
      { machine: 'waiting' },
    );
  }
  return photos;
}
