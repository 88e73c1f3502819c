import { Injectable } from '@nestjs/common';
import { tellCase } from '../../drafting/index.js';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { SigningDesk } from '../ports/signing-desk.port.js';
import { LETTER_FILE_ID } from './compose-submission.js';
import { SignatureRequests } from './signature-requests.js';
import { KEEP_LATE_FILE } from '../jobs/jobs.js';

/** Keeps a file that was signed although its letter had been taken back: evidence of what happened, and no letter of the agency. */
@Injectable()
export class KeepLateFile implements JobHandler<typeof KEEP_LATE_FILE> {
  readonly job = KEEP_LATE_FILE;

  constructor(
    private readonly desk: SigningDesk,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly journal: Journal,
  ) {}

  async handle({ requestId, remoteId, fileId = LETTER_FILE_ID }: PayloadOf<typeof KEEP_LATE_FILE>): Promise<void> {
    const { lateSha256 } = await this.requests.byId(this.database.reader.manager, requestId);
    if (lateSha256 !== null) return;
    const sha256 = await this.files.put(await this.desk.signedFile(remoteId, fileId));
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (request.lateSha256 !== null) return;
      await this.requests.note(tx, request, { lateSha256: sha256 });
      await this.journal.record(tx, SYSTEM, {
        action: 'signature.signedTooLate',
        objectKind: 'signatureRequest',
        objectId: request.id,
        detail: { sha256 },
      });
      await tellCase(this.outbox, tx, SYSTEM, { draftId: request.draftId, what: 'signedTooLate' });
    });
  }
}
