import { Injectable } from '@nestjs/common';
import type { DocumentPlan } from '../../drafting/index.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import { officerChangeLetter } from '../../../templates/kinds/orders.js';
import type { OfficerChangeEntity } from '../persistence/officers.entities.js';

const CITY_OFFICE = 'Văn phòng Ủy ban nhân dân thành phố Hải Phòng';

/**
 * What the letter says by which the city's Office hears of a change.
 *
 * Source: source letter, part 1 (thông báo về Văn phòng Sở để báo cáo Văn phòng Ủy ban nhân dân thành phố cập nhật).
 */
@Injectable()
export class ChangeLetterPlan {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
  ) {}

  async of(change: OfficerChangeEntity): Promise<DocumentPlan> {
    const { unitId, leavingId, takingId, phone, email, validFrom } = change;
    const [unit, taking, people] = await Promise.all([
      this.staff.unit(unitId),
      this.staff.person(takingId),
      this.names.people([leavingId]),
    ]);
    const fieldsOf: DocumentPlan['fieldsOf'] = ({ facts, filing }) => ({
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
    });
    return { template: officerChangeLetter.name, drafters: ['office', 'registry'], fieldsOf };
  }
}
