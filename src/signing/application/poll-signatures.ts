import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { Clock } from '../../kernel/clock.js';
import { OutsideRefused, OutsideUnavailable } from '../../kernel/outside-failure.js';
import { latestWithinSkew } from '../../kernel/clock-skew.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Log } from '../../platform/telemetry/log.js';
import { nextLookAfterFailure } from '../domain/look-schedule.js';
import { AWAITED } from '../domain/signature-request.js';
import { SignatureRequestEntity } from '../persistence/signing.entities.js';
import { SigningDesk, type RemoteSignatureState } from '../ports/signing-desk.port.js';
import { ApplySignatureStatus } from './apply-signature-status.js';
import { savePollTimes } from './proof/save-poll-times.js';
import { LOOK_AT_LETTER } from '../jobs/jobs.js';

const AT_ONCE = 100;

/** Room for it in the row. */
const MAX_FAILURE_LENGTH = 500;

const AWAY = 'Hệ thống quản lý văn bản chưa trả lời.';
const UNKNOWN_THERE = 'Hệ thống quản lý văn bản không biết mã trình này.';
const NOT_HEEDED = 'Chưa ghi được trạng thái mà hệ thống quản lý văn bản báo; phần mềm sẽ hỏi lại.';

interface Answers {
  readonly told: RemoteSignatureState[];
  /** Letters of which it told nothing, by our ids, with why. */
  readonly silent: Map<string, string>;
}

/** Asks the e-office where our letters are. A letter that it cannot tell of is asked for less and less often, and holds up no other. */
@Injectable()
export class PollSignatures implements JobHandler<typeof LOOK_AT_LETTER> {
  readonly job = LOOK_AT_LETTER;

  constructor(
    private readonly desk: SigningDesk,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly applySignatureStatus: ApplySignatureStatus,
    private readonly log: Log,
  ) {}

  async handle({ clientRequestId }: PayloadOf<typeof LOOK_AT_LETTER>): Promise<void> {
    await this.look([clientRequestId]);
  }

  /**
   * Looks at every letter that the e-office may have news of and whose turn it is, those first that were not looked at for longest; and at those that
   * were last looked at before the clock was set back. @returns how many moved
   */
  async poll(): Promise<number> {
    const now = this.clock.now();
    const state = In([...AWAITED]);
    const awaited = await this.database.reader.getRepository(SignatureRequestEntity).find({
      where: [
        { state, nextLookAt: IsNull() },
        { state, nextLookAt: LessThanOrEqual(now) },
        { state, lastLookAt: MoreThan(latestWithinSkew(now)) },
        // Stopped until the e-office gives its own number up.
        { state: 'verified', numberThere: Not(IsNull()) },
      ],
      order: { lastLookAt: 'ASC', id: 'ASC' },
      select: { id: true, clientRequestId: true },
    });
    let moved = 0;
    for (let from = 0; from < awaited.length; from += AT_ONCE) {
      const some = awaited.slice(from, from + AT_ONCE);
      moved += await this.look(some.map(({ clientRequestId }) => clientRequestId));
    }
    return moved;
  }

  /** Looks at one letter now, whenever its turn would be. @throws OutsideUnavailable */
  async pollOne({ clientRequestId }: Pick<SignatureRequestEntity, 'clientRequestId'>): Promise<void> {
    await this.look([clientRequestId]);
  }

  /** @throws OutsideUnavailable when the e-office is unavailable; the letters are asked for again later */
  private async look(asked: readonly string[]): Promise<number> {
    if (!this.desk.abilities.has('states')) return 0;
    const { told, silent } = await this.ask(asked);
    let moved = 0;
    for (const state of told) {
      try {
        if (await this.applySignatureStatus.apply(state)) moved += 1;
      } catch (error) {
        this.log.warn('signing.not-heeded', { clientRequestId: state.clientRequestId, error });
        silent.set(state.clientRequestId, NOT_HEEDED);
      }
    }
    await this.noteSilence(silent);
    return moved;
  }

  /** One letter that the e-office will not be asked about would hide all others behind it: then each is asked for alone. */
  private async ask(asked: readonly string[]): Promise<Answers> {
    try {
      const told = [...(await this.desk.states(asked))];
      const known = new Set(told.map(({ clientRequestId }) => clientRequestId));
      return { told, silent: new Map(asked.filter((id) => !known.has(id)).map((id) => [id, UNKNOWN_THERE])) };
    } catch (error) {
      if (error instanceof OutsideRefused) return this.askOneByOne(asked, error);
      if (error instanceof OutsideUnavailable) await this.noteSilence(new Map(asked.map((id) => [id, AWAY])));
      throw error;
    }
  }

  private async askOneByOne(asked: readonly string[], { reason }: OutsideRefused): Promise<Answers> {
    const [only, ...others] = asked;
    if (only !== undefined && others.length === 0) return { told: [], silent: new Map([[only, reason]]) };
    const all: Answers = { told: [], silent: new Map() };
    for (const id of asked) {
      const { told, silent } = await this.ask([id]);
      all.told.push(...told);
      for (const [unknown, why] of silent) all.silent.set(unknown, why);
    }
    return all;
  }

  private async noteSilence(silent: ReadonlyMap<string, string>): Promise<void> {
    if (silent.size === 0) return;
    const everyMs = this.settings.eOffice.pollSeconds * 1000;
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const where = { clientRequestId: In([...silent.keys()]), state: In([...AWAITED]) };
      for (const { id, clientRequestId, failedLooks } of await tx.findBy(SignatureRequestEntity, where)) {
        const failed = (failedLooks ?? 0) + 1;
        const nextLookAt = nextLookAfterFailure(now, failed, everyMs, Math.random());
        const lookFailure = (silent.get(clientRequestId) ?? '').slice(0, MAX_FAILURE_LENGTH);
        await savePollTimes(tx, id, { lastLookAt: now, nextLookAt, failedLooks: failed, lookFailure });
      }
    });
  }
}
