import type { Readable } from 'node:stream';

/** The unread text of a stream. Node 26 hands it out chunk by chunk, older versions as one. */
export function readSoFar(stream: Readable | null): string {
  const pieces: Buffer[] = [];
  const next = () => stream?.read() as Buffer | null | undefined;
  for (let piece = next(); piece; piece = next()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
