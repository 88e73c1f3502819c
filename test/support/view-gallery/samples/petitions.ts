import type { Actor, Role } from '../../../../src/kernel/actor.js';
import { builtInCalendar } from '../../../../src/calendar/index.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { newId } from '../../../../src/kernel/ids.js';
import { dutiesOnReceipt, settlementDuty, type CountedDuty } from '../../../../src/petitions/domain/petition-clocks.js';
import { partiesOf } from '../../../../src/petitions/domain/petition-access.js';
import { mayAct, PETITION_ACT_NAMES } from '../../../../src/petitions/domain/petition-acts.js';
import { petitionNotice } from '../../../../src/petitions/domain/notice.js';
import type { PetitionDutyEntity, PetitionEntity, SeenPetition } from '../../../../src/petitions/index.js';
import { petitionView, type PetitionReading } from '../../../../src/web/petitions/petition-view.js';
import { petitionsView } from '../../../../src/web/petitions/petitions-view.js';

const person = (id: string, name: string, ...roles: Role[]): Actor => ({ id, name, unitId: 'van-phong', roles });
const tue = person('vanthu', 'Phạm Minh Tuệ', 'registryClerk');
const khanh = person('khanh', 'Đỗ Quốc Khánh', 'leader');
const ngoc = person('ngoc', 'Nguyễn Thị Hồng Ngọc', 'contactOfficer');
const NOW = new Date('2026-03-18T03:10:00Z');
const calendar = builtInCalendar();
const today = { now: NOW, calendar };

/** A petition without its class, so that others are made of it. */
type Sample = { readonly [Field in keyof PetitionEntity]: PetitionEntity[Field] };

const complaint: Sample = {
  ...{ id: 'don-1', year: 2026, number: 1, kind: 'complaint', state: 'accepted', receivedOn: civilDate('2026-03-05') },
  ...{ ticketId: '5', ticketCode: 'PAKN.20260305.0011', anonymous: false },
  petitionerName: 'Trần Thị Mai Hoa',
  petitionerContact: '0900 000 311; số 12 phố Cầu Đất',
  summary: 'Đề nghị xem lại quyết định không tiếp nhận hồ sơ xét tuyển viên chức giáo viên năm 2026.',
  ...{ competence: 'own', competentAgency: '', way: 'accept' },
  wayReason: 'Quyết định bị khiếu nại do Giám đốc Sở ban hành, còn thời hiệu.',
  ...{ takenById: 'vanthu', takenByName: 'Phạm Minh Tuệ', leaderId: 'khanh', chargedId: 'ngoc' },
  ...{ decidedAt: new Date('2026-03-09T02:00:00Z'), acceptedOn: civilDate('2026-03-09'), result: null, resultText: '' },
  ...{ dueAt: new Date('2026-04-08T10:30:00Z'), closedAt: null, createdAt: NOW, version: 4 },
};

const denunciation: Sample = {
  ...complaint,
  ...{ id: 'don-2', number: 2, kind: 'denunciation', state: 'received', receivedOn: civilDate('2026-03-16') },
  ...{ ticketId: null, ticketCode: null, anonymous: false, petitionerName: 'Lưu Thị Bích Ngà', petitionerContact: '' },
  summary: 'Kế toán một trường tiểu học lập khống danh sách học sinh bán trú để thanh toán tiền hỗ trợ.',
  ...{ competence: null, way: null, wayReason: '', leaderId: null, chargedId: null, acceptedOn: null },
  ...{ decidedAt: null, dueAt: new Date('2026-03-25T10:30:00Z'), version: 1 },
};

const late: Sample = {
  ...complaint,
  ...{ id: 'don-3', number: 3, state: 'screened', receivedOn: civilDate('2026-03-06'), ticketId: null },
  ...{ ticketCode: null, petitionerName: 'Đặng Quốc Bảo', petitionerContact: '', acceptedOn: null, chargedId: null },
  summary: 'Khiếu nại việc không công nhận kết quả thăng hạng chức danh nghề nghiệp giáo viên.',
  ...{ way: 'guide', competence: 'city', competentAgency: 'Ủy ban nhân dân thành phố Hải Phòng', decidedAt: null },
  ...{ wayReason: 'Quyết định do Ủy ban nhân dân thành phố ban hành.', dueAt: new Date('2026-03-16T10:30:00Z') },
};

const forwarded: Sample = {
  ...denunciation,
  ...{ id: 'don-4', number: 4, state: 'decided', receivedOn: civilDate('2026-03-12'), version: 3 },
  ...{ competence: 'commune', competentAgency: 'Ủy ban nhân dân phường Lê Chân', way: 'forward', leaderId: 'khanh' },
  ...{ wayReason: 'Người bị tố cáo do phường quản lý.', decidedAt: NOW, dueAt: new Date('2026-03-19T10:30:00Z') },
};

function kept(counted: CountedDuty, metAt: Date | null): PetitionDutyEntity {
  const { duty, limit, startedOn, extended, due, legalEnd, proof } = counted;
  const { amount, unit, source, confidence } = limit;
  return {
    ...{ id: newId(), petitionId: 'don', duty, amount, unit, source, confidence, startedOn, extended },
    ...{ dueAt: due, legalEndAt: legalEnd, calendarVersion: 3, proof, toldOn: null, metAt, supersededAt: null },
  };
}

function seenBy(actor: Actor, petition: Sample, duties: readonly PetitionDutyEntity[]): SeenPetition {
  const parties = partiesOf(actor, petition);
  const step = { id: 's-1', petitionId: petition.id, at: NOW, actorId: 'vanthu', actorName: 'Phạm Minh Tuệ' };
  return {
    ...{ petition, duties, parties },
    steps: [{ ...step, title: petition.ticketCode === null ? 'Vào sổ từ đơn giấy' : 'Vào sổ từ phiếu', text: '' }],
    may: new Set(PETITION_ACT_NAMES.filter((act) => mayAct(act, petition, parties))),
  };
}

const ALIKE = { samePhone: true, sameText: 0.82, sameUnit: false, daysApart: 1 };

function readingOf(seen: SeenPetition): PetitionReading {
  const { petition } = seen;
  const notice = petitionNotice(
    Object.assign({ settleBy: civilDate('2026-04-08') }, petition),
    'Sở Giáo dục và Đào tạo',
  );
  const settled = petition.leaderId !== null;
  return {
    ...{ seen, today, notice: notice?.paragraphs ?? null },
    ticket:
      petition.ticketId === null ? null : { href: '/phieu/5', words: 'Tôi nộp hồ sơ đúng hạn nhưng không được nhận.' },
    alike: petition === late ? [{ petition: complaint, likeness: ALIKE }] : [],
    leaders: [{ value: 'khanh', label: 'Đỗ Quốc Khánh, Phó Giám đốc' }],
    others: [{ value: 'ngoc', label: 'Nguyễn Thị Hồng Ngọc, Chuyên viên' }],
    leaderName: settled ? 'Đỗ Quốc Khánh' : null,
    chargedName: petition.chargedId === null ? null : 'Nguyễn Thị Hồng Ngọc',
  };
}

const list = { today, year: 2026, kind: null, all: false, years: [2026, 2025], key: 'don-moi' } as const;

export const register = petitionsView(
  { ...list, actor: tue, petitions: [late, forwarded, denunciation, complaint] },
  null,
);
/** A leader before whom the denunciations do not lie. */
export const registerOfOthers = petitionsView(
  { ...list, actor: { ...khanh, id: 'phuc' }, petitions: [late, forwarded, complaint] },
  null,
);
export const registerEmpty = petitionsView({ ...list, actor: ngoc, petitions: [] }, null);

const onReceipt = (petition: Sample) => dutiesOnReceipt(petition.kind, { startedOn: petition.receivedOn, calendar });

export const screening = petitionView(
  readingOf(
    seenBy(
      tue,
      denunciation,
      onReceipt(denunciation).map((duty) => kept(duty, null)),
    ),
  ),
  null,
);
export const deciding = petitionView(
  readingOf(
    seenBy(
      khanh,
      late,
      onReceipt(late).map((duty) => kept(duty, duty.duty === 'screen' ? NOW : null)),
    ),
  ),
  null,
);
export const handingOn = petitionView(
  readingOf(
    seenBy(
      tue,
      forwarded,
      onReceipt(forwarded).map((duty) => kept(duty, null)),
    ),
  ),
  null,
);
export const accepted = petitionView(
  readingOf(
    seenBy(khanh, complaint, [
      ...onReceipt(complaint).map((duty) => kept(duty, new Date('2026-03-09T02:00:00Z'))),
      kept(settlementDuty('complaint', { startedOn: civilDate('2026-03-09'), calendar }), null),
    ]),
  ),
  null,
);
