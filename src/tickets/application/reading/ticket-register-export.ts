import { Injectable } from '@nestjs/common';
import { arrivalNumberWords } from '../../../documents/domain/arrival/arrival-number.js';
import { RegisterQueries } from '../../../documents/index.js';
import { answeringCode, answers } from '../../../documents/domain/after-release.js';
import { writeXlsx } from '../../../files/index.js';
import { Journal } from '../../../journal/index.js';
import { civilDateOf, nextDay, type CivilDate } from '../../../kernel/civil-date.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { inTurns, nextTurn, stepsOf } from '../../../kernel/turns.js';
import { initials } from '../../../kernel/vietnamese.js';
import type { PolicySet } from '../../../law/index.js';
import { NameQueries } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { SEALED_TEXT } from '../../domain/identity/secrecy.js';
import { withoutPeople } from '../../domain/identity/sender.js';
import { IntakeQueries } from '../../persistence/intake-queries.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketRules } from '../ticket-rules.js';
import { TicketVisibility } from './ticket-visibility.js';

/** A period of whole days, both included. */
export interface RegisterPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** A line of the register of tickets, as it is printed: of texts only what leads to nobody. */
export interface TicketLine extends Readonly<Pick<TicketEntity, 'id' | 'code' | 'hotlineCode' | 'channel' | 'state'>> {
  readonly received: string;
  readonly arrivalNumber: string;
  /** Initials; empty where the sender is hidden from the reader. */
  readonly sender: string;
  readonly subject: string;
  readonly category: string;
  /** As it was called on the day on which it was given the ticket. */
  readonly unit: string;
  readonly due: string;
  readonly answer: string;
}

/** Where a page begins: after this code, `''` for the first; and how long it is. */
export interface RegisterPart {
  readonly after: string;
  readonly size: number;
}

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly text: (line: TicketLine, words: RegisterWords) => string;
}

/** Words for people that the pages hold. */
export interface RegisterWords {
  readonly state: (line: TicketLine) => string;
  readonly channel: (line: TicketLine) => string;
}

/**
 * The register in which feedback is entered when it is received, with what became of it.
 *
 * Sources: Nghị định 20/2008/NĐ-CP, Điều 9 khoản 2 (đánh số, cập nhật phản ánh, kiến nghị); Nghị định 30/2020/NĐ-CP, Phụ lục IV, phần II, for the columns
 * that it shares with the register of incoming documents. Senders stand in it by their initials: a print-out goes from hand to hand.
 */
export const TICKET_COLUMNS: readonly Column[] = [
  { heading: 'Ngày tiếp nhận', width: 12, text: ({ received }) => received },
  { heading: 'Số đến', width: 8, text: ({ arrivalNumber }) => arrivalNumber },
  { heading: 'Mã phiếu', width: 21, text: ({ code }) => code },
  { heading: 'Kênh tiếp nhận', width: 18, text: (line, words) => words.channel(line) },
  { heading: 'Tổ chức, cá nhân phản ánh', width: 14, text: ({ sender }) => sender },
  { heading: 'Nội dung phản ánh, kiến nghị', width: 50, text: ({ subject }) => subject },
  { heading: 'Lĩnh vực', width: 22, text: ({ category }) => category },
  { heading: 'Đơn vị chủ trì', width: 26, text: ({ unit }) => unit },
  { heading: 'Thời hạn giải quyết', width: 12, text: ({ due }) => due },
  { heading: 'Tình trạng', width: 18, text: (line, words) => words.state(line) },
  { heading: 'Số, ký hiệu văn bản trả lời', width: 22, text: ({ answer }) => answer },
  { heading: 'Ghi chú', width: 20, text: ({ hotlineCode }) => hotlineCode ?? '' },
];

/** Rows of one sheet; a longer period is asked for in parts. */
const MAX_ROWS = 20_000;
const AT_ONCE = 500;

/** The register of tickets for any period, in the order of receipt: by pages, or whole as a workbook. */
@Injectable()
export class TicketRegisterExport {
  constructor(
    private readonly queries: IntakeQueries,
    private readonly registers: RegisterQueries,
    private readonly names: NameQueries,
    private readonly rules: TicketRules,
    private readonly visibility: TicketVisibility,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `input-invalid` when the period is upside down */
  async page(
    actor: Actor,
    { from, to }: RegisterPeriod,
    { after, size }: RegisterPart,
  ): Promise<readonly TicketLine[]> {
    if (from > to)
      throw new DomainError('input-invalid', { field: 'den', message: 'Ngày cuối phải từ ngày đầu trở đi.' });
    const tickets = await this.queries.receivedBetween(from, nextDay(to), after, size);
    const ids = tickets.map(({ incomingDocumentId }) => incomingDocumentId);
    const [documents, replies, unitOn, given, visibilities] = await Promise.all([
      this.registers.incomingByIds(ids),
      this.registers.repliesTo(ids),
      this.names.unitsByDay(tickets.map(({ leadUnitId }) => leadUnitId)),
      this.queries.lastGiven(tickets.map(({ id }) => id)),
      this.visibility.ofAll(actor, tickets),
    ]);
    const arrival = new Map(documents.map(({ id, arrivalNumber }) => [id, arrivalNumberWords(arrivalNumber)]));
    const answer = new Map(replies.filter(answers).map((reply) => [reply.replyToId, answeringCode(reply)]));
    const policies = await this.policiesOf(tickets);
    const lineOf = (ticket: TicketEntity): TicketLine => {
      const { id, code, hotlineCode, channel, state } = ticket;
      return {
        id,
        code,
        hotlineCode,
        channel,
        state,
        received: dayWords(ticket.startedAt),
        arrivalNumber: arrival.get(ticket.incomingDocumentId) ?? '',
        ...wordsOf(ticket, visibilities.get(id)?.hiding === null),
        category: isKept(ticket) ? '' : (policies.get(ticket.policyVersion)?.categories[ticket.category].name ?? ''),
        unit: unitOn(ticket.leadUnitId, civilDateOf(given.get(id) ?? ticket.startedAt)) ?? '',
        due: dayWords(ticket.dueAt),
        answer: answer.get(ticket.incomingDocumentId) ?? '',
      };
    };
    return inTurns(stepsOf(tickets, lineOf));
  }

  /** How many lines the register has in the period, and how many of them up to a code. */
  held({ from, to }: RegisterPeriod, after: string): Promise<{ readonly total: number; readonly before: number }> {
    return this.queries.countReceived(from, nextDay(to), after);
  }

  /** The journal records who took it out of the agency. @throws DomainError `input-invalid` when the period is upside down or too long for one sheet */
  async xlsx(actor: Actor, period: RegisterPeriod, words: RegisterWords): Promise<Buffer> {
    const lines: TicketLine[] = [];
    for (let after = ''; ; after = lines.at(-1)?.code ?? '') {
      const page = await this.page(actor, period, { after, size: AT_ONCE });
      lines.push(...page);
      if (lines.length > MAX_ROWS) {
        throw new DomainError('input-invalid', {
          field: 'den',
          message: 'Kỳ này có hơn 20.000 phiếu; chọn kỳ ngắn hơn.',
        });
      }
      if (page.length < AT_ONCE) break;
      await nextTurn();
    }
    await this.uow.run((tx) =>
      this.journal.record(tx, actor, {
        action: 'ticket.exportRegister',
        objectKind: 'ticket',
        objectId: 'so-tiep-nhan',
        detail: { ...period, rows: lines.length },
      }),
    );
    const rows = await inTurns(stepsOf(lines, (line) => TICKET_COLUMNS.map(({ text }) => text(line, words))));
    return writeXlsx({
      head: TICKET_COLUMNS.map(({ heading }) => heading),
      rows,
      widths: TICKET_COLUMNS.map(({ width }) => width),
      wraps: 'all',
      landscape: true,
      sticksHead: true,
    });
  }

  private async policiesOf(tickets: readonly TicketEntity[]): Promise<ReadonlyMap<number, PolicySet>> {
    const policies = new Map<number, PolicySet>();
    for (const { policyVersion } of tickets)
      if (!policies.has(policyVersion)) policies.set(policyVersion, await this.rules.policyOf({ policyVersion }));
    return policies;
  }
}

/** A register goes from hand to hand: of a denunciation it says nothing to anybody. */
function isKept({ nature }: TicketEntity): boolean {
  return nature === 'denunciation';
}

function wordsOf(ticket: TicketEntity, namesSender: boolean): Pick<TicketLine, 'sender' | 'subject'> {
  if (isKept(ticket)) return { sender: '', subject: SEALED_TEXT.ofCitizen(ticket.subject) };
  return { sender: namesSender ? initials(ticket.senderName) : '', subject: withoutPeople(ticket.subject, ticket) };
}

function dayWords(instant: Date): string {
  return civilDateOf(instant).split('-').toReversed().join('/');
}
