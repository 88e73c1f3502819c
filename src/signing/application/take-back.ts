import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { OutsideRefused } from '../../kernel/outside-failure.js';
import { tellCase } from '../../drafting/index.js';
import { Database } from '../../platform/database/database.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { SigningDesk } from '../ports/signing-desk.port.js';
import { SignatureRequests } from './signature-requests.js';
import { TAKE_BACK, LOOK_AT_LETTER } from '../jobs/jobs.js';

/** The e-office never got it. */
const UNKNOWN_THERE = 'EO-NOT-FOUND';

const MAX_REFUSAL_LENGTH = 500;

/**
 * Takes a letter out of the e-office that was given up or withdrawn here: the answer to its submission may have been lost on the way, and a leader
 * must not find two letters for one ticket; or its number was voided, and it must not be sealed any more.
 */
@Injectable()
export class TakeBack implements JobHandler<typeof TAKE_BACK> {
  readonly job = TAKE_BACK;

  constructor(
    private readonly desk: SigningDesk,
    private readonly database: Database,
    private readonly requests: SignatureRequests,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  async handle({ requestId }: PayloadOf<typeof TAKE_BACK>): Promise<void> {
    const request = await this.requests.byId(this.database.reader.manager, requestId);
    if (!isGivenUp(request)) return;
    try {
      await this.desk.cancel(request.clientRequestId, reasonFor(request));
    } catch (error) {
      if (!(error instanceof OutsideRefused) || error.code !== UNKNOWN_THERE) throw error;
    }
    await this.uow.run(async (tx) => {
      const present = await this.requests.byId(tx, request.id);
      await this.requests.note(tx, present, { withdrawal: 'done', withdrawalRefusal: null });
    });
  }

  /**
   * The e-office keeps it: it may have been signed already, or some e-offices let nothing go that has a number. The clerk takes it out there by hand,
   * and is told so on the ticket; what was signed meanwhile is fetched as evidence.
   */
  async giveUp({ requestId }: PayloadOf<typeof TAKE_BACK>, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (!isGivenUp(request)) return;
      const refusal = reason.slice(0, MAX_REFUSAL_LENGTH);
      await this.requests.note(tx, request, { withdrawal: 'refused', withdrawalRefusal: refusal });
      const { clientRequestId, draftId, state } = request;
      await this.outbox.enqueue(tx, LOOK_AT_LETTER.of({ clientRequestId }, `kept:${requestId}`));
      if (state === 'cancelled')
        await tellCase(this.outbox, tx, SYSTEM, { draftId, what: 'notTakenBack', detail: reason });
    });
  }
}

function isGivenUp({ state }: SignatureRequestEntity): boolean {
  return state === 'failed' || state === 'cancelled';
}

/** The same at every try. */
function reasonFor({ state, comment }: SignatureRequestEntity): string {
  return state === 'cancelled' && comment !== null
    ? `Sở rút lại: ${comment}`
    : 'Sở rút lại: lần trình ký này không hoàn tất.';
}
