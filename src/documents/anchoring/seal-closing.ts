import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { anchorSecret } from './anchor-secret.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { CheckRegister } from '../application/check-register.js';
import { RegisterChain } from '../application/register-chain.js';
import type { ClosingDigest } from '../domain/register-closing.js';
import { isNumbered } from '../domain/register-span.js';
import { anchorKey, signedBy, type Signed } from '../domain/signed.js';
import { RegisterClosingSealEntity } from '../persistence/register-closing.entities.js';
import { RegisterClosingQueries, type RegisterClosing } from '../persistence/register-closing-queries.js';
import { RegisterPrintQueries } from '../persistence/register-print-queries.js';
import { atAnchors } from './anchor-place.js';
import { SEAL_CLOSING } from '../jobs/jobs.js';

/** Once the print-out of a closed book is made: signs what is vouched for, enters it at the end of the chain, and keeps it outside. */
@Injectable()
export class SealClosing implements JobHandler<typeof SEAL_CLOSING> {
  readonly job = SEAL_CLOSING;

  constructor(
    private readonly settings: Settings,
    private readonly prints: RegisterPrintQueries,
    private readonly closings: RegisterClosingQueries,
    private readonly checkRegister: CheckRegister,
    private readonly chain: RegisterChain,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  async handle({ printId }: PayloadOf<typeof SEAL_CLOSING>): Promise<void> {
    const print = await this.prints.byId(printId);
    if (!print?.pdfSha256 || !isNumbered(print.book)) return;
    const found = await this.closings.of({ book: print.book, year: print.year });
    if (found === null) return;
    const signed = found.seal?.signed ?? (await this.seal(found, printId, print.pdfSha256));
    await this.keepOutside(signed);
  }

  private async seal(
    { closing }: RegisterClosing,
    printId: string,
    printSha256: string,
  ): Promise<Signed<ClosingDigest>> {
    const { book, year, closedBy, closedAt } = closing;
    const { from, to, present, voided, givenThere } = await this.checkRegister.withoutFiles({ book, year });
    const said = {
      agency: this.settings.agency.code,
      book,
      year,
      from,
      to,
      present,
      voided,
      printSha256,
      closedBy,
      ...(givenThere === undefined ? {} : { givenThere }),
      closedAt: closedAt.toISOString(),
    };
    const key = anchorKey(await anchorSecret(this.settings));
    return this.uow.run(async (tx) => {
      const signed = signedBy(await this.chain.close(tx, said), key);
      await tx.insert(RegisterClosingSealEntity, { book, year, printId, signed });
      const detail = { book, year, to, present, voided, printSha256 };
      const act = {
        action: 'register.sealClosing',
        objectKind: 'register',
        objectId: `${book} ${year}`,
        detail,
      } as const;
      await this.journal.record(tx, SYSTEM, act);
      return signed;
    });
  }

  /** Beside the anchors; written once, for another run may have come so far. */
  private async keepOutside(signed: Signed<ClosingDigest>): Promise<void> {
    try {
      const name = `khoa-so-${signed.book}-${signed.year}.json`;
      const text = `${JSON.stringify(signed, null, 2)}\n`;
      await atAnchors(this.settings, (place) => place.add(name, text));
    } catch (error) {
      throw new OutsideUnavailable('Không ghi được bản ghi khóa sổ vào thư mục giữ mốc.', { cause: error });
    }
  }
}
