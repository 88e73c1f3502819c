import { z } from 'zod';
import type { SimulatorDatabase } from './database.js';

const sealedFile = z.object({
  clientRequestId: z.string(),
  contentHash: z.string(),
  text: z.string(),
  fileName: z.string(),
  sha256: z.string(),
});

export type SealedFile = z.output<typeof sealedFile>;

/** Files that the agency alone signed, by the request that asked for it. */
export class SealedFileBook {
  constructor(private readonly database: SimulatorDatabase) {}

  find(clientRequestId: string): SealedFile | undefined {
    return this.database.first(sealedFile, 'select * from sealedFile where clientRequestId = ?', clientRequestId);
  }

  keep(file: Omit<SealedFile, 'sha256'> & { readonly content: Buffer }, sealedAt: Date): void {
    this.database.run(
      `insert into sealedFile (clientRequestId, contentHash, text, fileName, sha256, sealedAt) values (?, ?, ?, ?, ?, ?)`,
      file.clientRequestId,
      file.contentHash,
      file.text,
      file.fileName,
      this.database.keep(file.content),
      sealedAt.toISOString(),
    );
  }

  countRepetition(clientRequestId: string): void {
    this.database.run('update sealedFile set attempts = attempts + 1 where clientRequestId = ?', clientRequestId);
  }

  bytes({ sha256 }: SealedFile): Buffer {
    return this.database.bytes(sha256);
  }
}
