import { Injectable } from '@nestjs/common';
import { momentWords } from '../../calendar/index.js';
import { DocumentWriter, type DocumentPlan } from '../../drafting/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { announcement } from '../../../templates/kinds/reports.js';
import { OutageEntity } from '../persistence/outage.entity.js';
import { MAKE_ANNOUNCEMENT } from '../jobs/jobs.js';

const MAX_PROBLEM_LENGTH = 500;

/** Writes the announcement of an interruption, once, as a DOCX for the registry. */
@Injectable()
export class MakeAnnouncement implements JobHandler<typeof MAKE_ANNOUNCEMENT> {
  readonly job = MAKE_ANNOUNCEMENT;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly documents: DocumentWriter,
  ) {}

  async handle({ outageId: id }: PayloadOf<typeof MAKE_ANNOUNCEMENT>): Promise<void> {
    const outage = await this.database.reader.getRepository(OutageEntity).findOneBy({ id });
    if (outage === null || outage.letterSha256 !== null) return;
    const letter = { letterSha256: await this.write(outage), letterProblem: null };
    await this.uow.run((tx) => tx.update(OutageEntity, { id }, letter));
  }

  async giveUp({ outageId: id }: PayloadOf<typeof MAKE_ANNOUNCEMENT>, reason: string): Promise<void> {
    const failure = { letterProblem: reason.slice(0, MAX_PROBLEM_LENGTH) };
    await this.uow.run((tx) => tx.update(OutageEntity, { id }, failure));
  }

  private write({ affected, reason, startsAt, endsAt, urgentReason }: OutageEntity): Promise<string> {
    const urgent = urgentReason === null ? [] : [`Lý do không báo trước đủ thời hạn: ${urgentReason}`];
    const fieldsOf: DocumentPlan['fieldsOf'] = ({ facts, filing }) => ({
      trich_yeu: 'Tạm ngừng phần mềm tiếp nhận, xử lý phản ánh, kiến nghị',
      mo_dau: [
        `${facts.shortName} thông báo tạm ngừng phần mềm tiếp nhận, xử lý, trả lời phản ánh, kiến nghị qua Tổng đài 1022 như sau:`,
      ],
      muc: [
        { tieu_de: 'Thời gian', viec: [`Từ ${momentWords(startsAt)} đến ${momentWords(endsAt)}.`] },
        { tieu_de: 'Nội dung tạm ngừng', viec: affected.split(/\n+/u) },
        { tieu_de: 'Lý do', viec: [reason, ...urgent] },
        {
          tieu_de: 'Trong thời gian tạm ngừng',
          viec: [
            'Tổ chức, cá nhân gửi phản ánh, kiến nghị qua Tổng đài 1022 như thường lệ; phần mềm nhận đủ khi hoạt động trở lại.',
            'Thời hạn xử lý không đổi. Tình trạng phần mềm xem tại trang Tình trạng dịch vụ.',
          ],
        },
      ],
      loi_ket: `${facts.shortName} thông báo để các đơn vị, tổ chức, cá nhân biết./.`,
      noi_nhan: ['Các phòng, đơn vị trực thuộc (để t/h)', 'Tổng đài 1022 (để biết)', filing],
    });
    return this.documents.make({ template: announcement.name, drafters: ['office', 'registry'], fieldsOf });
  }
}
