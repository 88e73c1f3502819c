import type { Abstract, Type } from '@nestjs/common';
import { FlagMerit, ProposalLetter, WriteProposal } from '../../src/commendations/index.js';
import { AnswerDocument, BeginOwnDocument, EnterPaper, RouteDocument } from '../../src/correspondence/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { DecideChange, DraftChangeLetter, PlanChange } from '../../src/officers/index.js';
import { StaffEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { BeginReportLetter, KeepReport, MakeReport, ReportQueries } from '../../src/reports/index.js';
import { DraftReminder, ReminderLetters } from '../../src/supervision/index.js';
import {
  ApproveAnswer,
  AskCitizen,
  BeginAmendment,
  BeginReply,
  BeginTicketDocument,
  DecideExtension,
  KeepEvidence,
  ProposeDirectAnswer,
  RequestExtension,
  ReturnTicket,
  WorkOnTicket,
} from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import type { AppAtOffice } from './app-at-office.js';
import { ANSWER, NO_EVIDENCE, PDF } from './life-of-a-ticket.js';

/** A draft, and who began it. */
export interface BegunDocument {
  readonly draftId: string;
  readonly author: string;
}

const REASON = 'Cần làm việc thêm với các bên để đối chiếu hồ sơ trước khi kết luận.';

/** Each kind of document begun at its place by the use case of its page, with what leads there. */
export class PlacesOfKinds {
  constructor(private readonly office: AppAtOffice) {}

  /** Who is needed besides the people of every test: an Office head, a second format checker, an officer to come. */
  async settle(): Promise<void> {
    await this.get(UnitOfWork).run(async (tx) => {
      const clerk = await tx.findOneByOrFail(StaffEntity, { id: 'vanthu' });
      const more = (id: string, change: Partial<StaffEntity>): StaffEntity =>
        Object.assign(new StaffEntity(), clerk, { id, username: id, ...change });
      await tx.insert(StaffEntity, [
        more('ha', {
          ...{ fullName: 'Ngô Thị Thanh Hà', position: 'Chánh Văn phòng' },
          ...{ roles: ['unitHead'], eOfficeCode: 'ha' },
        }),
        more('thethuc', { fullName: 'Lưu Thị Bình', position: 'Chuyên viên', roles: ['formatChecker'] }),
        more('dung', { fullName: 'Trần Tiến Dũng', position: 'Chuyên viên', unitId: 'gdtrh', roles: [] }),
      ]);
    });
  }

  /** @param first the released reply that a correction sets right */
  begin(kind: string, first: () => string): Promise<BegunDocument> {
    const begun = this.places(first)[kind];
    if (begun === undefined) throw new Error(`Nobody begins ${kind}.`);
    return begun(kind);
  }

  private places(first: () => string): Readonly<Record<string, (kind: string) => Promise<BegunDocument>>> {
    const own = (kind: string): Promise<BegunDocument> => this.byItself(kind);
    const returned = (kind: string): Promise<BegunDocument> => this.fromReturn(kind);
    return {
      'cong-van-tra-loi': () => this.reply(),
      'cong-van-dinh-chinh': () => this.correction(first()),
      'cong-van-gia-han': (kind) => this.fromExtension(kind),
      'cong-van-de-nghi-bo-sung': (kind) => this.fromQuestion(kind),
      'bien-ban': async (kind) => this.aboutTicket(kind, await this.inHand()),
      'cong-van-khong-thuoc-tham-quyen': returned,
      'cong-van-chuyen': returned,
      'phieu-chuyen': returned,
      'cong-van-trien-khai': own,
      'to-trinh': own,
      'thong-bao': own,
      'ke-hoach': (kind) => this.answer(kind),
      'cong-van-don-doc': () => this.reminder(),
      'cong-van-thay-doi-dau-moi': () => this.officerChange(),
      'to-trinh-khen-thuong': (kind) => this.commendation(kind),
      'quyet-dinh-khen-thuong': (kind) => this.commendation(kind),
      'bao-cao': () => this.report(),
    };
  }

  /** A document of another agency, on paper, that went to a unit. @returns its id */
  async routedPaper(): Promise<string> {
    const paper = {
      ...{ senderCode: '', senderName: 'Sở Nội vụ thành phố Hải Phòng', code: '41/SNV-CCHC', typeName: 'Công văn' },
      ...{
        issuedDate: civilDate('2026-03-10'),
        subject: 'xây dựng kế hoạch cải cách hành chính',
        priority: 0,
        person: null,
      },
    };
    const documentId = await this.get(EnterPaper).enter(await this.person('vanthu'), {
      key: newId(),
      paper,
      files: [],
    });
    await this.get(RouteDocument).route(await this.person('khanh'), {
      ...{ documentId, version: 1, directedById: 'khanh', direction: 'Phòng GDTrH tham mưu kế hoạch.' },
      ...{ directedOn: civilDate('2026-03-18'), leadUnitId: 'gdtrh', coordinatingUnitIds: ['van-phong'] },
      dueOn: civilDate('2026-12-31'),
    });
    return documentId;
  }

  private get<Part>(part: Type<Part> | Abstract<Part>): Part {
    return this.office.app.nest.get(part, { strict: false });
  }

  private person(id: string): Promise<Actor> {
    return this.office.letters.actor(id);
  }

  private async arrived(): Promise<string> {
    const code = await this.office.received();
    await this.office.app.work();
    return (await this.get(TicketQueries).byHotlineCode(code))?.id ?? '';
  }

  private async inHand(): Promise<string> {
    const id = await this.arrived();
    await this.office.letters.assign(id, 'gdtrh', 'ngoc');
    await this.get(WorkOnTicket).accept(await this.person('ngoc'), id);
    return id;
  }

  private async reply(): Promise<BegunDocument> {
    const [officer, ticket] = [await this.person('ngoc'), await this.inHand()];
    await this.get(KeepEvidence).add(officer, ticket, [{ name: 'bien-ban.pdf', content: PDF }]);
    return { draftId: await this.get(BeginReply).begin(officer, ticket), author: 'ngoc' };
  }

  private async correction(document: string): Promise<BegunDocument> {
    const draftId = await this.get(BeginAmendment).begin(await this.person('ngoc'), document, 'correction');
    return { draftId, author: 'ngoc' };
  }

  private async aboutTicket(kind: string, ticket: string, author = 'ngoc'): Promise<BegunDocument> {
    const draftId = await this.get(BeginTicketDocument).begin(await this.person(author), ticket, kind);
    return { draftId, author };
  }

  private async fromExtension(kind: string): Promise<BegunDocument> {
    const id = await this.inHand();
    const wish = { workingDays: 2, reason: REASON, progress: 'Đã làm việc với nhà trường.', verbatim: false };
    const extension = await this.get(RequestExtension).request(await this.person('ngoc'), id, wish);
    await this.get(DecideExtension).grant(await this.person('giamsat'), id, extension);
    return this.aboutTicket(kind, id);
  }

  private async fromQuestion(kind: string): Promise<BegunDocument> {
    const id = await this.inHand();
    const text = 'Tên trường, khối lớp và thời gian xảy ra sự việc.';
    await this.get(AskCitizen).ask(await this.person('ngoc'), id, { text });
    return this.aboutTicket(kind, id);
  }

  private async fromReturn(kind: string): Promise<BegunDocument> {
    const id = await this.arrived();
    const returned = { agency: 'Ủy ban nhân dân phường Lê Chân', text: REASON, verbatim: true };
    await this.get(ReturnTicket).return(await this.person('vanthu'), id, returned);
    return this.aboutTicket(kind, id, 'vanthu');
  }

  private async byItself(template: string): Promise<BegunDocument> {
    const given = { template, subject: 'Tập huấn cán bộ đầu mối', receivers: ['Các phòng, đơn vị thuộc Sở'] };
    const draftId = await this.get(BeginOwnDocument).begin(await this.person('ngoc'), newId(), given);
    return { draftId, author: 'ngoc' };
  }

  private async answer(kind: string): Promise<BegunDocument> {
    const draftId = await this.get(AnswerDocument).begin(await this.person('ngoc'), await this.routedPaper(), kind);
    return { draftId, author: 'ngoc' };
  }

  private async reminder(): Promise<BegunDocument> {
    const supervisor = await this.person('giamsat');
    const letter = await this.get(ReminderLetters).aboutTicket(supervisor, await this.inHand());
    await this.office.app.work();
    return { draftId: await this.get(DraftReminder).draft(supervisor, letter), author: 'giamsat' };
  }

  private async officerChange(): Promise<BegunDocument> {
    const clerk = await this.person('vanthu');
    const change = {
      ...{ leavingId: 'ngoc', takingId: 'dung', validFrom: '2026-03-18', phone: '0225 3000 121' },
      ...{ reason: 'Điều động theo Quyết định số 8/QĐ-SGDĐT.', email: 'daumoi.trunghoc@haiphong.edu.vn' },
    };
    const plans = this.get(PlanChange);
    const id = await plans.begin(clerk, 'gdtrh', change);
    await this.get(DecideChange).confirm(clerk, id, (await plans.planOf(await plans.one(id))).hash);
    return { draftId: await this.get(DraftChangeLetter).draft(clerk, id), author: 'vanthu' };
  }

  private async commendation(kind: string): Promise<BegunDocument> {
    const clerk = await this.person('vanthu');
    const ticket = await this.inHand();
    const text = { text: ANSWER, noEvidenceReason: NO_EVIDENCE };
    const answer = await this.get(ProposeDirectAnswer).propose(await this.person('ngoc'), ticket, text);
    await this.get(ApproveAnswer).approve(await this.person('thang'), ticket, answer);
    const merit = await this.get(FlagMerit).flag(await this.person('ngoc'), {
      ...{ ticket, kind: 'unfit', effect: 'amended', reach: 'sector', changedOn: civilDate('2026-03-18'), link: '' },
      ...{ documentTitle: 'Quy định về dạy thêm, học thêm trong nhà trường', documentSymbol: '88/QĐ-SGDĐT' },
      achievement: 'Giúp chấm dứt việc xếp giờ dạy thêm vào giờ chính khóa ở các trường.',
      ...{ recipientKind: 'organisation', recipientName: 'Ban đại diện cha mẹ học sinh' },
    });
    const title = 'Đề nghị khen thưởng tổ chức, cá nhân có phản ánh hiệu quả quý I năm 2026';
    const list = await this.get(WriteProposal).begin(clerk, { title, meritIds: [merit] });
    if (kind === 'quyet-dinh-khen-thuong') await this.get(WriteProposal).submit(clerk, list);
    return { draftId: await this.get(ProposalLetter).begin(clerk, list, kind), author: 'vanthu' };
  }

  private async report(): Promise<BegunDocument> {
    this.office.app.clock.set('2026-04-16T01:00:00.000Z');
    const supervisor = await this.person('giamsat');
    const wish = { kind: 'monthly', cutOff: 'day15', day: '2026-03-20', firstDay: '', lastDay: '' };
    const id = await this.get(MakeReport).asked(supervisor, wish);
    const { snapshotSha256 } = await this.get(ReportQueries).one(id);
    await this.get(KeepReport).freeze(supervisor, id, snapshotSha256);
    return { draftId: await this.get(BeginReportLetter).begin(supervisor, id), author: 'giamsat' };
  }
}
