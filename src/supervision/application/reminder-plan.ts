import { Injectable } from '@nestjs/common';
import { Calendars, remaining, remainingWords } from '../../calendar/index.js';
import type { DocumentPlan } from '../../drafting/index.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import { inPlainWords } from '../../privacy/domain/stand-in-words.js';
import { TicketListReader, type TicketRow } from '../../tickets/index.js';
import { reminderLetter } from '../../../templates/kinds/orders.js';
import type { ReminderLetterEntity } from '../persistence/supervision.entities.js';

/**
 * What a letter says that reminds a unit of its tickets. It says of a ticket what people of that unit read of it; what was answered meanwhile, or is no
 * longer theirs, it leaves out.
 *
 * Source: source letter, part 2 (kiểm tra, giám sát việc tiếp nhận, xử lý và phản hồi thông tin).
 */
@Injectable()
export class ReminderPlan {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly staff: StaffDirectory,
    private readonly tickets: TicketListReader,
  ) {}

  /** @returns null where nothing is left to remind of */
  async of({ unitId, ticketIds }: Pick<ReminderLetterEntity, 'unitId' | 'ticketIds'>): Promise<DocumentPlan | null> {
    const open = { ids: ticketIds, open: true };
    const rows = await this.tickets.page(readerOf(unitId), open, null, ticketIds.length);
    if (rows.length === 0) return null;
    const now = this.clock.now();
    const [unit, calendar] = await Promise.all([this.staff.unit(unitId), this.calendars.current()]);
    const standing = ({ dueAt, legalEndAt }: TicketRow): string =>
      remainingWords(remaining(now, { due: dueAt, legalEnd: legalEndAt }, 'workingDays', calendar));
    const fieldsOf: DocumentPlan['fieldsOf'] = ({ facts, filing }) => ({
      trich_yeu: 'đôn đốc xử lý phản ánh, kiến nghị của tổ chức, cá nhân qua Tổng đài 1022',
      kinh_gui: [unit.name],
      mo_dau: [
        `Thực hiện ${facts.citations.regulation}, qua theo dõi trên phần mềm Hồi Âm của Sở đến ngày ${shortDate(civilDateOf(now))}, ${facts.shortName} đề nghị ${unit.name} khẩn trương xử lý các phản ánh, kiến nghị sau:`,
      ],
      phieu: rows.map((row) => ({
        ma_phieu: row.code,
        don_vi: unit.name,
        ve_viec: inPlainWords(row.subject),
        han: shortDate(civilDateOf(row.legalEndAt)),
        tinh_trang: standing(row),
      })),
      yeu_cau: [
        'Thủ trưởng đơn vị chỉ đạo cán bộ đầu mối xử lý, cập nhật tiến độ, biện pháp và kết quả trên phần mềm Hồi Âm của Sở; trường hợp cần thêm thời gian thì đề nghị gia hạn trước khi đến hạn.',
        'Đối với phản ánh, kiến nghị quá hạn, báo cáo nguyên nhân bằng văn bản.',
      ],
      loi_ket: `Đề nghị ${unit.name} nghiêm túc thực hiện./.`,
      noi_nhan: ['Như trên', `${facts.titles.head} ${facts.shortName} (để b/c)`, filing],
    });
    return { template: reminderLetter.name, drafters: ['supervision', 'office', 'registry'], fieldsOf };
  }
}

/** The head of the unit that gets the letter. */
function readerOf(unitId: string): Actor {
  return { ...SYSTEM, unitId, roles: ['unitHead'] };
}
