import { Injectable } from '@nestjs/common';
import { SigningAuthorities } from '../../delegation/index.js';
import { TemplateRenderer, Templates } from '../../drafting/index.js';
import { filingLine } from '../../drafting/domain/letter/addressees.js';
import { shortDate } from '../../drafting/domain/letter/date-line.js';
import { House } from '../../house/index.js';
import { unitSymbol } from '../../house/domain/house-facts.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { StaffDirectory, NameQueries, type Unit } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { officerChangeLetter } from '../../../templates/kinds/orders.js';
import { knownFields } from '../../../templates/known-fields.js';
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
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly house: House,
    private readonly staff: StaffDirectory,
    private readonly names: NameQueries,
    private readonly authorities: SigningAuthorities,
    private readonly templates: Templates,
    private readonly renderer: TemplateRenderer,
    private readonly files: FileStore,
  ) {}

  async keep({ changeId: id = '' }: Payload): Promise<void> {
    const change = await this.database.reader.getRepository(OfficerChangeEntity).findOneBy({ id });
    if (change?.state !== 'done' || change.letterSha256 !== null) return;
    const today = civilDateOf(this.clock.now());
    const file = await this.templates.file(KIND.name, await this.templates.inForce(KIND.name, today));
    const { docx } = await this.renderer.render(KIND.name, await this.fieldsOf(change), file);
    const letter = { letterSha256: await this.files.put(docx), letterProblem: null };
    await this.uow.run((tx) => tx.update(OfficerChangeEntity, { id }, letter));
  }

  async giveUp({ changeId: id = '' }: Payload, reason: string): Promise<void> {
    const letter = { letterProblem: reason.slice(0, LONGEST_PROBLEM) };
    await this.uow.run((tx) => tx.update(OfficerChangeEntity, { id }, letter));
  }

  /** @throws DomainError `signing-not-allowed` when nobody may sign it, `not-found` */
  private async fieldsOf(change: OfficerChangeEntity): Promise<object> {
    const { unitId, leavingId, takingId, phone, email, validFrom } = change;
    const today = civilDateOf(this.clock.now());
    const [signer, facts, office, unit, taking, people] = await Promise.all([
      this.authorities.usualSigner(KIND.name),
      this.house.at(today),
      this.officeUnit(),
      this.staff.unit(unitId),
      this.staff.person(takingId),
      this.names.people([leavingId]),
    ]);
    return {
      ...knownFields(KIND, { facts, unit: office, today, signer: { fullName: signer.name, lines: signer.lines } }),
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
      noi_nhan: ['Như trên', `${unit.name} (để t/h)`, filingLine(unitSymbol(facts, office))],
    };
  }

  private async officeUnit(): Promise<Unit> {
    const day = civilDateOf(this.clock.now());
    const unit = (await this.staff.holderOf('office', day)) ?? (await this.staff.holderOf('registry', day));
    if (unit === null) throw new DomainError('not-found', { what: 'unit' });
    return unit;
  }
}

const KIND = officerChangeLetter;
