import { DecisionAuthorityEntity } from '../../src/delegation/index.js';
import type { DecidedMatter } from '../../src/delegation/domain/decision-authority.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ProposeDecision, RequestExtension } from '../../src/tickets/index.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { anAuthorisedOffice } from '../support/short-way.js';

const { clerk, officer } = PARTIES;
const RETURN = { agency: 'Sở Y tế thành phố Hải Phòng', text: 'Việc tiêm chủng thuộc ngành y tế giải quyết.' };
const REJECT = {
  reason: 'insufficientInformation',
  text: 'Phản ánh không nêu thời gian, địa điểm, người liên quan nên chưa có căn cứ để kiểm tra.',
} as const;

let life: LifeOfATicket;

const write = <T>(insert: (tx: Parameters<Parameters<UnitOfWork['run']>[0]>[0]) => Promise<T>): Promise<T> =>
  life.get(UnitOfWork).run(insert);
const authorise = (personId: string, ...matters: DecidedMatter[]) =>
  write((tx) =>
    tx.insert(
      DecisionAuthorityEntity,
      Object.assign(anAuthorisedOffice('supervisor'), {
        ...{ id: `by-name-${personId}`, office: null, personId, matters, basis: '41/UQ-SGDĐT' },
        validTo: civilDate('2026-12-31'),
      }),
    ),
  );
const told = async (ticketId = life.id): Promise<readonly string[]> =>
  (await life.rows.findBy(NoticeEntity, { ticketId })).map(({ staffId }) => staffId).toSorted();

beforeEach(async () => {
  life = await LifeOfATicket.begin();
  // As a department that has handed nothing on.
  await write((tx) => tx.deleteAll(DecisionAuthorityEntity));
});
afterEach(() => life.end());

describe('what a clerk proposes', () => {
  it('is told to the leaders, and to persons authorised by name in such a matter', async () => {
    await authorise('giamsat', 'return');
    // Has another office since.
    await authorise('ngoc', 'return');
    await life.get(ProposeDecision).propose(clerk, { ticketId: life.id, wish: { act: 'return', given: RETURN } });
    expect(await told()).toEqual(['giamsat', 'khanh']);
    const { id } = await life.app.receive();
    await life.get(ProposeDecision).propose(clerk, { ticketId: id, wish: { act: 'reject', given: REJECT } });
    expect(await told(id)).toEqual(['khanh']);
  });
});

describe('a unit’s wish for more time', () => {
  const ask = async (): Promise<void> => {
    await life.set({ state: 'verifying', leadUnitId: 'gdtrh', officerId: officer.id });
    const [first] = (await life.get(RequestExtension).choices(await life.now())).ends;
    await life.get(RequestExtension).request(officer, life.id, {
      ...{ reason: 'Chờ nhà trường gửi sổ kiểm thực ba bước.', progress: 'Đã làm việc với nhà trường.' },
      workingDays: first?.workingDays ?? 1,
    });
  };

  it('is told to the leaders and to persons authorised by name where no office decides it', async () => {
    await authorise('vanthu', 'extend');
    await ask();
    expect(await told()).toEqual(['khanh', 'vanthu']);
  });

  it('is told to the office that decides it', async () => {
    await write((tx) => tx.insert(DecisionAuthorityEntity, anAuthorisedOffice('supervisor')));
    await ask();
    expect(await told()).toEqual(['giamsat']);
  });
});
