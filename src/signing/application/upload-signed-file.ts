import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingFiles } from '../../files/index.js';
import type { InspectedFile } from '../../files/domain/inspection/inspect-file.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { awaitedByHand, type BroughtFile } from '../domain/by-hand.js';
import { isOnlyShortOfEvidence } from '../domain/proof/proof-override.js';
import { requireRelease } from '../domain/policy.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { SigningDesk } from '../ports/signing-desk.port.js';
import { ProveReturned } from './proof/prove-returned.js';
import { ProveLetter, reasonOf, type JudgedLetter } from './proof/prove-letter.js';
import { SignatureRequests } from './signature-requests.js';
import { PROVE_SEALED, PROVE_SIGNED } from '../jobs/jobs.js';

const FIELD = 'file';

/** The letter itself; its annexes have a door of their own. */
type BroughtLetter = Exclude<BroughtFile, 'annexes'>;

/**
 * The second door for a signed file: a clerk brings what was signed, or sealed, in an e-office that hands no files over. It then goes the way of a
 * fetched one, through the same proof. What does not prove itself is refused at once and moves nothing, for a person may pick the wrong file;
 * that it was judged stays on record.
 */
@Injectable()
export class UploadSignedFile {
  constructor(
    private readonly desk: SigningDesk,
    private readonly incoming: IncomingFiles,
    private readonly prove: ProveReturned,
    private readonly proveLetter: ProveLetter,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `signature-transition-refused`, `input-invalid` with the first line of the proof that does not hold */
  async upload(actor: Actor, requestId: string, file: InspectedFile): Promise<BroughtLetter> {
    const request = await this.requests.byId(this.database.reader.manager, requestId);
    requireRelease(actor, request);
    const what = this.requireAwaited(request);
    await this.incoming.require([file], FIELD);
    const judged = await this.prove.judge(request, file.content, what);
    const { proof } = judged;
    if (!proof.passed && !isOnlyShortOfEvidence(proof)) {
      await this.recordRefused(actor, request, judged);
      throw new DomainError('input-invalid', { field: FIELD, message: `Chưa nhận tệp này. ${reasonOf(proof)}` });
    }
    const { sha256 } = await this.incoming.keepOne(file, FIELD);
    await this.uow.run(async (tx) => this.take(tx, actor, { requestId, what, sha256 }));
    return what;
  }

  /** A judgement is kept whatever its result. */
  private async recordRefused(actor: Actor, request: SignatureRequestEntity, judged: JudgedLetter): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.proveLetter.record(tx, request, judged);
      await this.journal.record(tx, actor, {
        action: 'signature.refuseBrought',
        objectKind: 'signatureRequest',
        objectId: request.id,
        detail: { sha256: judged.evidence.fileSha256 },
      });
    });
  }

  private async take(
    tx: EntityManager,
    actor: Actor,
    { requestId, what, sha256 }: { readonly requestId: string; readonly what: BroughtLetter; readonly sha256: string },
  ): Promise<void> {
    const request = await this.requests.byId(tx, requestId);
    if (this.requireAwaited(request) !== what) throw new DomainError('changed-meanwhile', { what: 'signatureRequest' });
    if (what === 'signed') await this.requests.move(tx, actor, request, { to: 'signed' });
    const job = what === 'signed' ? PROVE_SIGNED : PROVE_SEALED;
    const time = await this.requests.timesIn(tx, requestId, what === 'signed' ? 'signed' : 'sealing');
    await this.outbox.enqueue(tx, job.of({ requestId, sha256 }, sha256, time));
    await this.journal.record(tx, actor, {
      action: what === 'signed' ? 'signature.bringSigned' : 'signature.bringSealed',
      objectKind: 'signatureRequest',
      objectId: requestId,
      detail: { sha256 },
    });
  }

  private requireAwaited(request: SignatureRequestEntity): BroughtLetter {
    const awaited = awaitedByHand(request, this.desk.abilities);
    if (awaited === null || awaited === 'annexes')
      throw new DomainError('signature-transition-refused', { from: request.state, to: 'signed' });
    return awaited;
  }
}
