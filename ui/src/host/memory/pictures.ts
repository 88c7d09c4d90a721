/** A page of invented writing, drawn, turned clockwise by so many degrees. */
export function picture(rotation: number, seed: string): string {
  const lines = Array.from({ length: 16 }, (_, at) => {
    const long = 260 + ((seed.charCodeAt(at % seed.length) * (at + 7)) % 150);
    return `<rect x="70" y="${150 + at * 34}" width="${at % 6 === 5 ? 0 : long}" height="7" fill="#4a4f58"/>`;
  });
  const turned = rotation % 180 !== 0;
  const [width, height] = turned ? [800, 600] : [600, 800];
  return URL.createObjectURL(
    new Blob(
      [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
        `<rect width="${width}" height="${height}" fill="#f4f1ea"/>`,
        `<g transform="translate(${width / 2} ${height / 2}) rotate(${rotation}) translate(-300 -400)">`,
        `<rect x="70" y="70" width="180" height="22" fill="#20242c"/>${lines.join('')}</g></svg>`,
      ],
      { type: 'image/svg+xml' },
    ),
  );
}

/** Two seconds of nothing, as a WAV recording (RIFF, 8 kHz, 8 bit, one channel). */
export function silence(): string {
  const samples = 16_000;
  const bytes = new Uint8Array(44 + samples).fill(128, 44);
  const view = new DataView(bytes.buffer);
  const put = (at: number, letters: string) =>
    [...letters].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  put(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  put(36, 'data');
  view.setUint32(40, samples, true);
  return URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
}
