import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingFiles } from '../../files/index.js';
import type { InspectedFile } from '../../files/domain/inspection/inspect-file.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { awaitedByHand } from '../domain/by-hand.js';
import { requireRelease } from '../domain/policy.js';
import type { LetterAnnexEntity } from '../persistence/letter-annex.entity.js';
import { SignatureQueries } from '../persistence/signature-queries.js';
import { SigningDesk } from '../ports/signing-desk.port.js';
import { LetterSealed } from './numbering/letter-sealed.js';
import { SealFile, type SealedFile } from './numbering/seal-file.js';
import { faultOf, SealedAnnexes } from './numbering/sealed-annexes.js';
import { SignatureRequests } from './signature-requests.js';

const FIELD = 'files';

interface BroughtAnnexes {
  readonly files: readonly InspectedFile[];
  readonly owed: readonly LetterAnnexEntity[];
  /** What must stand on each of them. */
  readonly mark: string;
}

interface JudgedAnnex {
  readonly annex: LetterAnnexEntity;
  readonly file: SealedFile;
}

/**
 * The second door for annexes that the agency signed in an e-office that signs no files over the wire. Each must be one of the letter's own with the
 * agency's signature added, and passes the very proof of a fetched one; what does not is refused at once and moves nothing; that it was judged stays on record. With each a job is enqueued
 * that the letter goes on, kept once no other is owed (`SealAnnexes`): so it goes on though the process ends behind the last.
 */
@Injectable()
export class UploadSealedAnnexes {
  constructor(
    private readonly desk: SigningDesk,
    private readonly incoming: IncomingFiles,
    private readonly files: FileStore,
    private readonly signatures: SignatureQueries,
    private readonly sealFile: SealFile,
    private readonly annexes: SealedAnnexes,
    private readonly database: Database,
    private readonly letter: LetterSealed,
    private readonly requests: SignatureRequests,
    private readonly journal: Journal,
  ) {}

  /**
   * @returns how many annexes still lack the agency's signature
   * @throws DomainError `forbidden`, `signature-transition-refused`, `input-invalid` with what stands against the first file that does not hold
   */
  async upload(actor: Actor, requestId: string, files: readonly InspectedFile[]): Promise<number> {
    const request = await this.requests.byId(this.database.reader.manager, requestId);
    requireRelease(actor, request);
    if (awaitedByHand(request, this.desk.abilities) !== 'annexes') {
      throw new DomainError('signature-transition-refused', { from: request.state, to: 'sealed' });
    }
    await this.incoming.require(files, FIELD);
    const mark = await this.annexes.markOf(request);
    const owed = (await this.signatures.annexesOf(requestId)).filter(({ sealedSha256 }) => sealedSha256 === null);
    const proved = await this.prove(actor, { files, owed, mark });
    for (const { annex, file } of proved) {
      await this.annexes.keep(annex, file, (tx) => this.record(tx, actor, annex));
    }
    return owed.length - new Set(proved.map(({ annex }) => annex.position)).size;
  }

  private async prove(actor: Actor, { files, owed, mark }: BroughtAnnexes): Promise<readonly JudgedAnnex[]> {
    const proved: JudgedAnnex[] = [];
    for (const { name, content } of files) {
      const found = await this.annexOf(content, owed);
      if (!found) {
        throw refused(
          `Tệp “${name}” không phải phụ lục nào còn chờ ký của văn bản này. Ký lên đúng tệp tải từ trang này.`,
        );
      }
      const file = await this.sealFile.prove({ submitted: found.content, returned: content, text: mark });
      const fault = faultOf(found.annex.name, file);
      if (fault !== null) {
        await this.annexes.keep(found.annex, file, (tx) => this.recordRefused(tx, actor, { ...found, file }));
        throw refused(`Chưa nhận tệp “${name}”. ${fault}`);
      }
      proved.push({ annex: found.annex, file });
    }
    return proved;
  }

  /** A signed file begins with the bytes of what was signed. */
  private async annexOf(
    returned: Buffer,
    owed: readonly LetterAnnexEntity[],
  ): Promise<{ readonly annex: LetterAnnexEntity; readonly content: Buffer } | null> {
    for (const annex of owed) {
      const content = await this.files.get(annex.sha256);
      if (returned.subarray(0, content.length).equals(content)) return { annex, content };
    }
    return null;
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    { requestId, position, name }: LetterAnnexEntity,
  ): Promise<void> {
    await this.letter.orderAnnexes(tx, requestId, position);
    await this.journal.record(tx, actor, {
      action: 'signature.bringAnnex',
      objectKind: 'signatureRequest',
      objectId: requestId,
      detail: { position, name },
    });
  }

  private async recordRefused(tx: EntityManager, actor: Actor, { annex, file }: JudgedAnnex): Promise<void> {
    const { requestId, position, name } = annex;
    await this.journal.record(tx, actor, {
      action: 'signature.refuseBrought',
      objectKind: 'signatureRequest',
      objectId: requestId,
      detail: { position, name, sha256: file.evidence.fileSha256 },
    });
  }
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: FIELD, message });
}
