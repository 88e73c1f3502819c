import { Injectable } from '@nestjs/common';
import { Calendars, remaining, remainingWords } from '../../calendar/index.js';
import { HouseDocuments } from '../../drafting/index.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { TicketListReader, type TicketRow } from '../../tickets/index.js';
import { reminderLetter } from '../../../templates/kinds/orders.js';
import { ReminderLetterEntity } from '../persistence/supervision.entities.js';

const LONGEST_PROBLEM = 500;
const NOTHING_LEFT = 'Mọi phiếu đã được trả lời hoặc chuyển đơn vị khác, không còn gì để đôn đốc.';

/**
 * Writes a letter that reminds a unit of its tickets, once, as a DOCX for the registry. What it says of a ticket is what people of that unit read of it;
 * what was answered meanwhile, or is no longer theirs, it leaves out, and of nothing no letter is made.
 *
 * Source: source letter, part 2 (kiểm tra, giám sát việc tiếp nhận, xử lý và phản hồi thông tin).
 */
@Injectable()
export class MakeReminderLetter implements PromiseKeeper {
  readonly kind = 'supervision.letter';

  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly tickets: TicketListReader,
    private readonly documents: HouseDocuments,
  ) {}

  async keep({ letterId: id = '' }: Payload): Promise<void> {
    const letter = await this.database.reader.getRepository(ReminderLetterEntity).findOneBy({ id });
    if (letter?.state !== 'making') return;
    const { unitId, ticketIds } = letter;
    const open = { ids: ticketIds, open: true };
    const rows = await this.tickets.page(readerOf(unitId), open, null, ticketIds.length);
    const outcome =
      rows.length === 0
        ? { state: 'dropped' as const, problem: NOTHING_LEFT }
        : { state: 'made' as const, letterSha256: await this.write(unitId, rows), problem: null };
    await this.uow.run((tx) => tx.update(ReminderLetterEntity, { id, state: 'making' }, outcome));
  }

  async giveUp({ letterId: id = '' }: Payload, reason: string): Promise<void> {
    const failed = { state: 'failed' as const, problem: reason.slice(0, LONGEST_PROBLEM) };
    await this.uow.run((tx) => tx.update(ReminderLetterEntity, { id, state: 'making' }, failed));
  }

  private async write(unitId: string, rows: readonly TicketRow[]): Promise<string> {
    const now = this.clock.now();
    const [unit, calendar] = await Promise.all([this.staff.unit(unitId), this.calendars.current()]);
    const standing = ({ dueAt, legalEndAt }: TicketRow): string =>
      remainingWords(remaining(now, { due: dueAt, legalEnd: legalEndAt }, 'workingDays', calendar));
    return this.documents.make(reminderLetter.name, ['supervision', 'office', 'registry'], ({ facts, filing }) => ({
      trich_yeu: 'đôn đốc xử lý phản ánh, kiến nghị của tổ chức, cá nhân qua Tổng đài 1022',
      kinh_gui: [unit.name],
      mo_dau: [
        `Thực hiện ${facts.citations.regulation}, qua theo dõi trên phần mềm đến ngày ${shortDate(civilDateOf(now))}, ${facts.shortName} đề nghị ${unit.name} khẩn trương xử lý các phiếu sau:`,
      ],
      phieu: rows.map((row) => ({
        ma_phieu: row.code,
        don_vi: unit.name,
        ve_viec: row.subject,
        han: shortDate(civilDateOf(row.legalEndAt)),
        tinh_trang: standing(row),
      })),
      yeu_cau: [
        'Thủ trưởng đơn vị chỉ đạo cán bộ đầu mối xử lý, cập nhật tiến độ, biện pháp và kết quả trên phần mềm; trường hợp cần thêm thời gian thì đề nghị gia hạn trước khi đến hạn.',
        'Đối với phiếu quá hạn, báo cáo nguyên nhân bằng văn bản.',
      ],
      loi_ket: `Đề nghị ${unit.name} nghiêm túc thực hiện./.`,
      noi_nhan: ['Như trên', `${facts.titles.head} ${facts.shortName} (để b/c)`, filing],
    }));
  }
}

/** Whoever leads the unit that gets the letter. */
function readerOf(unitId: string): Actor {
  return { ...SYSTEM, unitId, roles: ['unitHead'] };
}
