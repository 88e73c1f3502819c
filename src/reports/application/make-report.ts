import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { isCivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import {
  CUT_OFFS,
  MAX_DAYS,
  PERIOD_KINDS,
  periodWith,
  runOfDays,
  type CutOff,
  type PeriodKind,
  type ReportPeriod,
} from '../domain/period.js';
import { recordText } from '../domain/record.js';
import { cutOffAt } from '../domain/report.js';
import { keepFacts } from '../persistence/keep-facts.js';
import { ReportEntity } from '../persistence/report.entities.js';
import { CompileReport } from './compile-report.js';

/** Which period is wanted, as a form gives it: of an ad hoc report both days, of any other a day that lies in it. */
export interface PeriodWish {
  readonly kind: string;
  readonly cutOff: string;
  readonly day: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

const CITY = 'Ủy ban nhân dân thành phố Hải Phòng';

/** Makes the draft of a report: its rows are taken from the history, kept as a snapshot, and counted. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly clock: Clock,
    private readonly compile: CompileReport,
    private readonly files: FileStore,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @returns its id @throws DomainError `input-invalid` at `kind`, `cutOff`, `day`, `firstDay` or `lastDay`; `policy-missing` */
  asked(actor: Actor, wish: PeriodWish): Promise<string> {
    return this.of(actor, periodOf(wish));
  }

  /**
   * @param tell what is said about the draft, in the transaction that makes it
   * @returns its id
   * @throws DomainError `input-invalid` at `lastDay` where the period is not over; `policy-missing`
   */
  async of(
    actor: Actor,
    period: ReportPeriod,
    tell?: (tx: EntityManager, id: string) => Promise<void>,
  ): Promise<string> {
    const now = this.clock.now();
    const cutAt = cutOffAt(period.lastDay, now);
    const record = await this.compile.anew(period, cutAt);
    const snapshotSha256 = await this.files.put(Buffer.from(recordText(record)));
    const id = newId();
    await this.uow.run(async (tx) => {
      await tx.insert(ReportEntity, {
        id,
        ...period,
        cutAt,
        state: 'draft',
        indicatorVersion: record.rules.indicators,
        figures: record.now.figures,
        figuresBefore: record.before.figures,
        snapshotSha256,
        rules: record.rules,
        names: record.names,
        addressee: CITY,
        assessment: '',
        proposals: '',
        createdById: actor.id,
        createdByName: actor.name,
        createdAt: now,
        frozenById: null,
        frozenByName: null,
        frozenAt: null,
        frozenHash: null,
        docxSha256: null,
        pdfSha256: null,
        documentProblem: null,
        version: 1,
      });
      await keepFacts(tx, id, record);
      await this.journal.record(tx, actor, {
        action: 'report.draft',
        objectKind: 'report',
        objectId: id,
        detail: { ...period, snapshotSha256, rules: record.rules },
      });
      await tell?.(tx, id);
    });
    return id;
  }
}

function periodOf({ kind: wanted, cutOff: cut, day, firstDay, lastDay }: PeriodWish): ReportPeriod {
  const kind = oneOf<PeriodKind>(PERIOD_KINDS, wanted, 'kind', 'Chọn loại báo cáo.');
  const cutOff = oneOf<CutOff>(CUT_OFFS, cut, 'cutOff', 'Chọn cách chốt kỳ.');
  if (kind !== 'adHoc') {
    if (!isCivilDate(day)) throw invalid('day', 'Chọn một ngày nằm trong kỳ báo cáo.');
    return periodWith(kind, cutOff, day);
  }
  if (!isCivilDate(firstDay)) throw invalid('firstDay', 'Chọn ngày đầu của kỳ.');
  if (!isCivilDate(lastDay)) throw invalid('lastDay', 'Chọn ngày cuối của kỳ.');
  if (lastDay < firstDay) throw invalid('lastDay', 'Ngày cuối phải từ ngày đầu trở đi.');
  const period = runOfDays(firstDay, lastDay);
  if (period === null) throw invalid('lastDay', `Kỳ dài nhất ${MAX_DAYS} ngày; chọn kỳ ngắn hơn.`);
  return period;
}

function oneOf<T extends string>(known: readonly T[], given: string, field: string, message: string): T {
  const found = known.find((one) => one === given);
  if (found === undefined) throw invalid(field, message);
  return found;
}

function invalid(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
