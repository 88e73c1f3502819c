import { Injectable } from '@nestjs/common';
import { writeXlsx } from '../../files/index.js';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { initials } from '../../kernel/vietnamese.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { seesRegister } from '../domain/petition-access.js';
import { COMPETENCE_WORDS, isSecret, KIND_WORDS, RESULT_WORDS, STATE_WORDS, WAY_WORDS } from '../domain/petition.js';
import type { PetitionEntity } from '../persistence/petition.entities.js';
import { PetitionQueries } from '../persistence/petition-queries.js';

/** What stands in place of a secret petition wherever it is not read by those who handle it. */
export const KEPT_SECRET = 'Đơn được giữ bí mật';

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly text: (petition: PetitionEntity) => string;
}

const COLUMNS: readonly Column[] = [
  { heading: 'Số', width: 6, text: ({ number }) => String(number) },
  { heading: 'Ngày nhận', width: 12, text: ({ receivedOn }) => dayWords(receivedOn) },
  { heading: 'Loại đơn', width: 16, text: ({ kind }) => KIND_WORDS[kind] },
  {
    heading: 'Người đứng đơn',
    width: 14,
    text: ({ anonymous, petitionerName }) => senderWords(anonymous, petitionerName),
  },
  { heading: 'Nội dung', width: 50, text: ({ summary }) => summary },
  {
    heading: 'Thẩm quyền',
    width: 26,
    text: ({ competence, competentAgency }) =>
      competentAgency === '' ? (competence === null ? '' : COMPETENCE_WORDS[competence]) : competentAgency,
  },
  { heading: 'Cách xử lý', width: 26, text: ({ way }) => (way === null ? '' : WAY_WORDS[way]) },
  { heading: 'Hạn gần nhất', width: 12, text: ({ dueAt }) => (dueAt === null ? '' : dayWords(civilDateOf(dueAt))) },
  { heading: 'Tình trạng', width: 22, text: ({ state }) => STATE_WORDS[state] },
  { heading: 'Kết quả', width: 18, text: ({ result }) => (result === null ? '' : RESULT_WORDS[result]) },
];

/** Of a secret petition a sheet, which goes from hand to hand, has the number and the day alone. */
const SECRET_COLUMNS = new Set(['Số', 'Ngày nhận']);

/**
 * The register of petitions of a year as a workbook. Senders of complaints stand in it by their initials.
 *
 * Source: Thông tư 05/2021/TT-TTCP (unconfirmed); Luật Tố cáo 2018, Điều 8, 56 (unconfirmed).
 */
@Injectable()
export class PetitionRegisterExport {
  constructor(
    private readonly queries: PetitionQueries,
    private readonly journal: Journal,
    private readonly uow: UnitOfWork,
  ) {}

  /** @throws DomainError `forbidden` */
  async xlsx(actor: Actor, year: number): Promise<Buffer> {
    if (!seesRegister(actor)) throw new DomainError('forbidden', { act: 'petition.exportRegister' });
    const petitions = await this.queries.year(year);
    const rows = petitions.map((petition) => COLUMNS.map((column) => cell(petition, column)));
    await this.uow.run((tx) =>
      this.journal.record(tx, actor, {
        action: 'petition.exportRegister',
        objectKind: 'register',
        objectId: 'so-tiep-nhan-don',
        detail: { year, rows: rows.length },
      }),
    );
    return writeXlsx({
      head: COLUMNS.map(({ heading }) => heading),
      rows,
      widths: COLUMNS.map(({ width }) => width),
      wraps: 'all',
      landscape: true,
      sticksHead: true,
    });
  }
}

function cell(petition: PetitionEntity, { heading, text }: Column): string {
  if (!isSecret(petition) || SECRET_COLUMNS.has(heading)) return text(petition);
  return heading === 'Nội dung' ? KEPT_SECRET : '';
}

function senderWords(anonymous: boolean, name: string): string {
  return anonymous ? 'Không rõ' : initials(name);
}

function dayWords(day: CivilDate): string {
  return day.split('-').toReversed().join('/');
}
