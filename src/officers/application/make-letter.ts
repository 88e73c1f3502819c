import { Injectable } from '@nestjs/common';
import { HouseDocuments } from '../../drafting/index.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import { StaffDirectory, NameQueries } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { officerChangeLetter } from '../../../templates/kinds/orders.js';
import { OfficerChangeEntity } from '../persistence/officers.entities.js';

const CITY_OFFICE = 'Văn phòng Ủy ban nhân dân thành phố Hải Phòng';
const LONGEST_PROBLEM = 500;

/**
 * Writes the letter by which the city's Office hears of a change, once, as a DOCX for the registry: it answers no ticket, so that it is entered, signed
 * and sent like every letter that was written outside the house.
 *
 * Source: source letter, part 1 (thông báo về Văn phòng Sở để báo cáo Văn phòng Ủy ban nhân dân thành phố cập nhật).
 */
@Injectable()
export class MakeLetter implements PromiseKeeper {
  readonly kind = 'officers.letter';

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly documents: HouseDocuments,
  ) {}

  async keep({ changeId: id = '' }: Payload): Promise<void> {
    const change = await this.database.reader.getRepository(OfficerChangeEntity).findOneBy({ id });
    if (change?.state !== 'done' || change.letterSha256 !== null) return;
    const letter = { letterSha256: await this.letterOf(change), letterProblem: null };
    await this.uow.run((tx) => tx.update(OfficerChangeEntity, { id }, letter));
  }

  async giveUp({ changeId: id = '' }: Payload, reason: string): Promise<void> {
    const letter = { letterProblem: reason.slice(0, LONGEST_PROBLEM) };
    await this.uow.run((tx) => tx.update(OfficerChangeEntity, { id }, letter));
  }

  private async letterOf(change: OfficerChangeEntity): Promise<string> {
    const { unitId, leavingId, takingId, phone, email, validFrom } = change;
    const [unit, taking, people] = await Promise.all([
      this.staff.unit(unitId),
      this.staff.person(takingId),
      this.names.people([leavingId]),
    ]);
    return this.documents.make(officerChangeLetter.name, ['office', 'registry'], ({ facts, filing }) => ({
      trich_yeu: 'thay đổi cán bộ đầu mối tiếp nhận, xử lý phản ánh, kiến nghị qua Tổng đài 1022',
      kinh_gui: [CITY_OFFICE],
      mo_dau: [
        `Thực hiện ${facts.citations.regulation}, ${facts.shortName} báo cáo việc thay đổi cán bộ đầu mối như sau:`,
      ],
      thay_doi: [
        {
          don_vi: unit.name,
          nguoi_cu: people.get(leavingId ?? '')?.fullName ?? '',
          nguoi_moi: taking.fullName,
          chuc_vu: taking.position,
          dien_thoai: phone,
          thu_dien_tu: email,
          tu_ngay: shortDate(validFrom),
        },
      ],
      loi_ket: 'Đề nghị Văn phòng Ủy ban nhân dân thành phố cập nhật trên hệ thống./.',
      noi_nhan: ['Như trên', `${unit.name} (để t/h)`, filing],
    }));
  }
}
