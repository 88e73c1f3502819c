import type { Readable } from 'node:stream';

/** What a stream holds that nobody has read yet, as text; Node 26 hands it out piece by piece. */
export function readSoFar(stream: Readable | null): string {
  const pieces: string[] = [];
  for (let piece: unknown = stream?.read(); piece; piece = stream?.read()) pieces.push(String(piece));
  return pieces.join('');
}
