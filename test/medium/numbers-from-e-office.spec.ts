import { jest } from '@jest/globals';
import {
  EnterOtherDocument,
  LostNumbers,
  OutgoingDocumentEntity,
  GivenNumberQueries,
  type LostNumber,
} from '../../src/documents/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { NoticeEntity } from '../../src/notices/persistence/notices.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TakeNumber } from '../../src/signing/application/numbering/take-number.js';
import { RestoreLetterNumbers } from '../../src/signing/index.js';
import { NumberOrderEntity } from '../../src/signing/persistence/number-order.entity.js';
import { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import type { EntryOfLetter } from '../../src/signing/ports/signing-desk.port.js';
import { LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { decideOwner } from '../support/order-of-acts.js';

const NOTATION = 'SGDĐT-GDTrH';

let life: LifeOfATicket;
beforeEach(async () => {
  life = await LifeOfATicket.begin();
  await decideOwner(life.app, 'eOffice');
});
afterEach(async () => {
  jest.restoreAllMocks();
  await life.end();
});

/** A letter for which the e-office was asked for a number, and what became of the letter since. */
async function asked(since: Partial<SignatureRequestEntity>): Promise<string> {
  await life.inHand();
  const draftId = await life.beginLetter();
  const now = life.app.clock.now();
  const request = {
    ...{ id: 'yc-1', clientRequestId: 'yc-1', remoteId: null, remoteRevision: 1, state: 'verified' as const, draftId },
    ...{ notation: NOTATION, subject: 'V/v trả lời phản ánh', keeper: 'VT', replyToId: null, draftRevision: 1 },
    ...{ caseKind: 'ticket' as const, caseId: life.id, fileId: null, recipients: [], leaderId: 'khanh' },
    ...{ leaderName: 'Đỗ Quốc Khánh', leaderCode: 'LD', submittedById: 'ngoc', submittedSha256: '0'.repeat(64) },
    ...{ signedSha256: null, sealedSha256: null, proof: null, comment: null, outgoingDocumentId: null },
    ...{ createdAt: now, lastLookAt: null, ...since },
  };
  const order = { requestId: request.id, state: 'asked' as const, askedById: 'vanthu', askedByName: 'Phạm Minh Tuệ' };
  await life.get(UnitOfWork).run(async (tx) => {
    await tx.insert(SignatureRequestEntity, request);
    await tx.insert(NumberOrderEntity, { ...order, askedAt: now, times: 1, problem: null, stoppedAt: null });
  });
  return request.id;
}

/** The e-office's answer comes. */
async function answers(requestId: string, entry: Partial<EntryOfLetter> = {}): Promise<void> {
  const given = { number: '01', notation: NOTATION, issuedDate: civilDate('2026-03-18'), ...entry };
  jest.spyOn(life.app.desk, 'takeNumber').mockResolvedValue(given);
  await life.get(TakeNumber).handle({ requestId });
}

const stored = () => life.get(Database).reader.manager;

const lines = (): Promise<OutgoingDocumentEntity[]> =>
  stored().find(OutgoingDocumentEntity, { order: { number: 'ASC' } });

const order = (requestId: string): Promise<NumberOrderEntity | null> =>
  stored().findOneBy(NumberOrderEntity, { requestId });

const alarms = async (): Promise<readonly string[]> =>
  (await stored().find(NoticeEntity)).map(({ words }) => words).filter((words) => words.includes('chưa có số'));

describe('a number that the e-office gave a letter that is not issued', () => {
  it.each([
    ['was withdrawn', { state: 'cancelled' }, 'Văn bản đã rút trước khi hệ thống quản lý văn bản cấp số'],
    ['went back', { state: 'proofFailed', comment: 'Ký sai thẩm quyền.' }, 'Ký sai thẩm quyền.'],
  ] as const)(
    'is void in its book, also in that of last year, and says why: the letter %s',
    async (_since, end, why) => {
      const id = await asked(end);
      life.app.clock.set('2027-01-04T02:00:00.000Z');
      await answers(id, { issuedDate: civilDate('2026-12-31') });
      expect(await lines()).toMatchObject([{ year: 2026, number: 1, state: 'voided', voidReason: why }]);
      expect(await order(id)).toMatchObject({ state: 'given' });
    },
  );

  it('alarms no clerk where it cannot stand in the register', async () => {
    const id = await asked({ state: 'cancelled' });
    await answers(id, { number: '5a' });
    expect(await order(id)).toMatchObject({ state: 'stopped' });
    expect(await alarms()).toEqual([]);
  });
});

describe('a number that the e-office gave and that cannot stand in the register', () => {
  it.each([
    [
      'it cannot be read',
      { number: '5a' },
      '5a/SGDĐT-GDTrH, ngày 18/03/2026: số không đọc được; sửa trên hệ thống đó.',
    ],
    [
      'it belongs to another notation',
      { notation: 'SGDĐT-VP' },
      '01/SGDĐT-VP, ngày 18/03/2026: văn bản này có ký hiệu SGDĐT-GDTrH; sửa trên hệ thống đó.',
    ],
    [
      'it was given before the letter was submitted',
      { issuedDate: civilDate('2026-03-17') },
      '01/SGDĐT-GDTrH, ngày 17/03/2026. Ngày văn bản 17/03/2026 trước ngày trình ký 18/03/2026; xem lại ngày.',
    ],
  ])('is told to the registry: %s', async (_why, entry, words) => {
    const id = await asked({});
    await answers(id, entry);
    expect(await order(id)).toMatchObject({ problem: `Hệ thống quản lý văn bản cấp số ${words}` });
    expect(await alarms()).toHaveLength(1);
  });
});

describe('a letter that the e-office was asked to number and that has its number already', () => {
  it('is not asked for any more once the answer comes', async () => {
    const id = await asked({ state: 'sealing', outgoingDocumentId: 'di-1' });
    await answers(id, { number: '5a' });
    expect(await order(id)).toMatchObject({ state: 'given' });
  });

  it('is not asked for any more once a restore has brought its number back', async () => {
    const id = await asked({});
    const there = { notation: NOTATION, issuedDate: civilDate('2026-03-18'), year: 2026, number: 1 };
    expect(await life.get(RestoreLetterNumbers).restore({ clientRequestId: 'yc-1', ...there })).toBe(true);
    expect(await lines()).toMatchObject([{ number: 1, givenBy: { by: 'eOffice' } }]);
    expect(await order(id)).toMatchObject({ state: 'given' });
  });
});

describe('numbers of its book that are known to have been given before a restore', () => {
  const fill = (to: number, known: readonly LostNumber[] = []): Promise<number> =>
    life.get(UnitOfWork).run((tx) => {
      const byNumber = new Map(known.map((one) => [one.number, one]));
      return life.get(LostNumbers).fill(tx, 'outgoing', { year: 2026, to }, byNumber);
    });

  it('are void only where they were given to letters of ours; those of other documents are left to be entered', async () => {
    expect(await fill(7)).toBe(0);
    expect(await lines()).toEqual([]);
    expect(await fill(5, [{ year: 2026, number: 5, notation: NOTATION, said: 'văn bản trình ký yc-9' }])).toBe(1);

    const id = await asked({});
    const there = { notation: NOTATION, issuedDate: civilDate('2026-03-18'), year: 2026, number: 9 };
    expect(await life.get(RestoreLetterNumbers).restore({ clientRequestId: id, ...there })).toBe(true);
    await life.get(EnterOtherDocument).enter(PARTIES.clerk, {
      ...{ number: '6', notation: 'SGDĐT-TCCB', issuedDate: '2026-03-18', typeName: 'Quyết định', keeper: 'VT, TCCB' },
      ...{ subject: 'về việc cử cán bộ đi học', signerName: 'Đặng Vĩnh Phúc', recipients: 'Như Điều 3' },
    });

    expect((await lines()).map(({ number, state }) => [number, state])).toEqual([
      [5, 'voided'],
      [6, 'released'],
      [9, 'numbered'],
    ]);
    expect(await life.get(GivenNumberQueries).missingBetween('outgoing', { year: 2026, first: 1, last: 9 })).toEqual([
      1, 2, 3, 4, 7, 8,
    ]);
  });

  it('are void where the book is ours', async () => {
    await decideOwner(life.app, 'here');
    life.app.clock.set('2027-01-04T02:00:00.000Z');
    const inOurs = life.get(UnitOfWork).run((tx) => life.get(LostNumbers).fill(tx, 'outgoing', { year: 2027, to: 2 }));
    expect(await inOurs).toBe(2);
    expect((await lines()).map(({ number, state }) => [number, state])).toEqual([
      [1, 'voided'],
      [2, 'voided'],
    ]);
  });
});
