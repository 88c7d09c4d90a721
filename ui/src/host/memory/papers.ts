import type { DocumentView, FileView, MailView } from '@/generated/contract';
import { picture, silence } from './pictures';
import type { World } from './world';

/** A small PDF with the given lines, made by hand so that nothing of a stranger's lies here. */
function pdf(lines: string[]): Blob {
  const escaped = lines.map((line) => line.replace(/[()\\]/g, '\\$&'));
  const words = `BT /F1 12 Tf 16 TL 72 760 Td ${escaped.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${words.length}>>stream\n${words}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
  ];
  let out = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = out.length;
    out += `${index + 1} 0 obj${object}endobj\n`;
    return String(at).padStart(10, '0');
  });
  const table = places.map((place) => `${place} 00000 n \n`).join('');
  const start = out.length;
  out += `xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return new Blob([out], { type: 'application/pdf' });
}

/** The words of the invented bank's letter, line by line. */
export const statement = [
  'Westmere Bank',
  '',
  'Ms R. Marsh',
  '14 Orchard Row, Linden',
  '',
  '12 November 2021',
  '',
  'Dear Ms Marsh,',
  '',
  'We have sent you a new card because you told us that your details',
  'may be known to others. Please destroy the old one.',
  '',
  'Westmere Bank',
];

/** The address of the invented bank's letter as a PDF. */
export const statementPdf = () => URL.createObjectURL(pdf(statement));

const mail: MailView = {
  from: 'the Northfold Society <notices@northfold.example>',
  to: 'r.marsh@example.org',
  cc: '',
  subject: 'Notification of data incident',
  sent_as_stated: 'Wednesday 3 November 2021, 17:04',
  text: [
    'Dear Ruth,',
    'We are writing because a company that keeps records on our behalf has had a security incident. A large amount of Society data can no longer be opened on their systems.',
    'The data includes information that members, supporters and others have given us. We are still working to understand the full effect.',
    'You do not need to do anything now, but please be careful with unexpected messages and switch on two-step sign-in where you can.',
    'The Northfold Society',
  ].join('\n\n'),
  html:
    '<div><p>Dear Ruth,</p><p>We are writing because <b>a company that keeps records on our behalf</b> has had a security incident. ' +
    'See <a href="https://northfold.example/incident">our page</a>.</p><p>The Northfold Society</p></div>',
  attachments: [
    { name: 'what-you-can-do.pdf', media_type: 'application/pdf', size: 48_211, reference: 'E-003' },
  ],
  origin: [
    'Authentication-Results: mx.example.org; dkim=pass header.d=northfold.example',
    'DKIM-Signature: v=1; a=rsa-sha256; d=northfold.example; s=post',
  ],
};

/** What a kept file shows, by its media type. */
export function documentOf(file: FileView, world: World): DocumentView {
  const text = world.words.get(file.id) ?? [];
  const plain: DocumentView = { file, showing: 'none', url: null, text, html: null, mail: null };
  const type = file.media_type;
  if (/password/.test(file.name) && !world.unlocked.has(file.id)) return { ...plain, showing: 'locked' };
  if (type === 'message/rfc822') return { ...plain, showing: 'mail', mail };
  if (type === 'application/pdf') {
    return { ...plain, showing: 'pdf', url: statementPdf() };
  }
  if (type === 'image/tiff') return { ...plain, showing: 'pictures', url: `${picture(0, 'fax')}#` };
  if (type.startsWith('image/'))
    return { ...plain, showing: 'picture', url: picture(file.rotation, file.name) };
  if (type.startsWith('audio/')) return { ...plain, showing: 'sound', url: silence() };
  if (type.startsWith('video/')) return { ...plain, showing: 'film', url: silence() };
  if (type === 'text/html') {
    return { ...plain, showing: 'web_page', html: '<h1>What we know now</h1><p>Data was affected.</p>' };
  }
  if (type.startsWith('text/')) return { ...plain, showing: 'text' };
  return plain;
}
