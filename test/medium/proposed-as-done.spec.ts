import { DecisionAuthorityEntity } from '../../src/delegation/index.js';
import { DomainError } from '../../src/kernel/domain-error.js';
import { UnitEntity } from '../../src/organisation/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  AskCitizen,
  AssignTicket,
  EndPauses,
  MergeTicket,
  ProposeDecision,
  RejectTicket,
  RejectUnfounded,
  ReturnTicket,
  WithdrawTicket,
} from '../../src/tickets/index.js';
import { MAX_COORDINATING_UNITS } from '../../src/tickets/domain/coordination.js';
import type { ProposedAssignment, ProposedWish } from '../../src/tickets/domain/decisions/proposed-decision.js';
import { ProposedDecisionEntity } from '../../src/tickets/persistence/proposed-decision.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';

const { clerk, officer, head, leader, supervisor } = PARTIES;
const TO_DIVISION = { unitId: 'gdtrh', officerId: 'ngoc' };
const QUESTION = 'Đề nghị cung cấp danh sách khoản thu của nhà trường.';
const UNFOUNDED = 'Người phản ánh không bổ sung thời gian, địa điểm, người liên quan nên chưa có căn cứ kiểm tra.';
const UNAUTHORISED = {
  reason: 'notAuthorised',
  text: 'Chưa có giấy tờ chứng minh việc đại diện cho phụ huynh.',
} as const;

let life: LifeOfATicket;

/** As a department that has handed nothing on. */
const byLaw = () => life.get(UnitOfWork).run((tx) => tx.deleteAll(DecisionAuthorityEntity));
const propose = (wish: ProposedWish, actor = clerk, ticketId = life.id) =>
  life.get(ProposeDecision).propose(actor, { ticketId, wish });

async function another(): Promise<LifeOfATicket> {
  const { id, incomingDocumentId } = await life.app.receive();
  return life.another(id, incomingDocumentId);
}

async function merge(ticket: LifeOfATicket): Promise<void> {
  const { code } = await life.now();
  await life.get(MergeTicket).merge(clerk, { ticketId: ticket.id, into: code, reason: 'Cùng một lớp học thêm.' });
}

async function refusalOf(tried: Promise<unknown>): Promise<Pick<DomainError, 'code' | 'details'> | null> {
  try {
    await tried;
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, details: error.details };
  }
}

/** What is proposed is refused, with the sentence that a leader would get. */
async function expectSame(proposed: Promise<unknown>, done: Promise<unknown>, code: string): Promise<void> {
  const [refused, ofDone] = await Promise.all([refusalOf(proposed), refusalOf(done)]);
  expect(refused).toMatchObject({ code });
  expect(refused).toEqual(ofDone);
  expect(await life.rows.count(ProposedDecisionEntity)).toBe(0);
}

beforeEach(async () => {
  life = await LifeOfATicket.begin();
});
afterEach(() => life.end());

describe('an assignment is proposed only as it could be made', () => {
  const COMMUNE = { id: 'le-chan', code: 'LeChan', name: 'Phòng Văn hóa - Xã hội phường Lê Chân', symbol: 'LC' };
  const asks = (...unitIds: readonly string[]) => unitIds.map((unitId) => ({ unitId, question: QUESTION }));

  beforeEach(async () => {
    await byLaw();
    await life
      .get(UnitOfWork)
      .run((tx) => tx.insert(UnitEntity, { ...COMMUNE, kind: 'communeDivision', parentId: null }));
  });

  it.each<[string, ProposedAssignment, string]>([
    ['no unit of a commune leads', { unitId: COMMUNE.id, officerId: 'ngoc' }, 'input-invalid'],
    ['the officer is of the unit', { unitId: 'nui-voi', officerId: 'ngoc' }, 'ticket-unit-has-no-officer'],
    ['who leads does not help', { ...TO_DIVISION, coordinators: asks('gdtrh') }, 'input-invalid'],
    ['nobody is asked twice', { ...TO_DIVISION, coordinators: asks('nui-voi', 'nui-voi') }, 'input-invalid'],
    [
      'not too many help',
      {
        ...TO_DIVISION,
        coordinators: asks(...Array.from({ length: MAX_COORDINATING_UNITS + 1 }, (_, at) => `u${String(at)}`)),
      },
      'input-invalid',
    ],
    [
      'each has a question',
      { ...TO_DIVISION, coordinators: [{ unitId: 'nui-voi', question: 'Gì?' }] },
      'input-invalid',
    ],
    ['who helps is known', { ...TO_DIVISION, coordinators: asks('nowhere') }, 'not-found'],
    ['the directive has its length', { ...TO_DIVISION, directive: 'a'.repeat(2001) }, 'input-invalid'],
  ])('%s', async (_rule, given, code) => {
    await expectSame(
      propose({ act: 'assign', given }),
      life.get(AssignTicket).assign(leader, { ticketId: life.id, ...given }),
      code,
    );
  });

  it('and kept with its questions cleaned', async () => {
    const question = `  ${QUESTION}\n`;
    await propose({ act: 'assign', given: { ...TO_DIVISION, coordinators: [{ unitId: 'nui-voi', question }] } });
    expect(await life.rows.findOneByOrFail(ProposedDecisionEntity, { ticketId: life.id })).toMatchObject({
      wish: { given: { coordinators: asks('nui-voi') } },
    });
  });

  it('rule 16: what came back too often is laid before no leader, who could not assign it', async () => {
    await life.get(UnitOfWork).run((tx) => tx.update(TicketEntity, { id: life.id }, { reopeningsLeft: -1 }));
    await expect(propose({ act: 'assign', given: TO_DIVISION }, supervisor)).rejects.toMatchObject({
      code: 'forbidden',
    });
    await life.get(AssignTicket).assign(supervisor, { ticketId: life.id, ...TO_DIVISION });
  });
});

describe('an end is proposed only for those whose matter may end', () => {
  it('not for a sender whose matter has ended while the ticket goes on for others', async () => {
    await merge(await another());
    await life.get(WithdrawTicket).withdraw(clerk, life.id, 'Người phản ánh gọi điện báo không cần trả lời nữa.');
    await byLaw();
    await expectSame(
      propose({ act: 'reject', given: UNAUTHORISED }),
      life.get(RejectTicket).reject(leader, life.id, UNAUTHORISED),
      'ticket-act-barred',
    );
  });

  it('not of a merged ticket once the one that took it in has ended', async () => {
    const second = await another();
    await merge(second);
    await life.answered();
    await byLaw();
    const given = { agency: 'Sở Y tế thành phố Hải Phòng', text: 'Việc tiêm chủng thuộc ngành y tế giải quyết.' };
    await expectSame(
      propose({ act: 'return', given }, clerk, second.id),
      life.get(ReturnTicket).return(leader, second.id, given),
      'ticket-act-barred',
    );
  });

  it('not for want of grounds while somebody was not asked', async () => {
    const later = await another();
    await life.inHand();
    await life.get(AskCitizen).ask(officer, life.id, { text: 'Đề nghị gửi ảnh chụp phiếu thu có chữ ký.' });
    life.app.clock.advance(DAY);
    await later.set({ legalEndAt: new Date('2026-12-31') });
    await merge(later);
    life.app.clock.advance(10 * DAY);
    await life.get(EndPauses).run();
    await byLaw();
    await expectSame(
      propose({ act: 'rejectUnfounded', given: { text: UNFOUNDED } }, head),
      life.get(RejectUnfounded).reject(leader, life.id, { text: UNFOUNDED }),
      'ticket-act-barred',
    );
  });
});
