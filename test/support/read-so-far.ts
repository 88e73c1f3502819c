import type { Readable } from 'node:stream';

/** What a stream of text holds that nobody has read yet; Node 26 hands it out piece by piece. */
export function readSoFar(stream: Readable | null): string {
  const pieces: Buffer[] = [];
  const next = () => stream?.read() as Buffer | null | undefined;
  for (let piece = next(); piece; piece = next()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
