import { createHash } from 'node:crypto';
import fc from 'fast-check';

import { checkProperty } from '../../../../test/support/check-property.js';
import { questions } from '../../../../test/support/random-deadlines.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { LIMIT_UNITS, limitFor, type LimitUnit, policyAt, type SourcedLimit } from '../../../law/index.js';
import { civilDate } from '../../../kernel/civil-date.js';
import { builtInCalendar } from '../shipped/built-in-calendar.js';
import { deadline, extendedDeadline } from '../deadline.js';
import type { Pause } from '../pauses.js';
import { type ProofDocument, proofDocument, type ProofFacts, proofJson, type ProofPart } from './proof-document.js';
import type { ProofLine } from './proof.js';
import { recountProof } from './recount-proof.js';

const at = (local: string): Date => new Date(`${local}:00+07:00`);
const calendar = builtInCalendar();
const policy = policyAt(civilDate('2026-03-12'));
const pauses: readonly Pause[] = [
  { from: at('2026-03-13T17:05'), to: at('2026-03-16T16:40'), reason: 'chờ người phản ánh gửi giấy báo thu' },
];
const source = { standing: 'choice', text: 'thử' } as const;
const limitIn = (amount: number, unit: LimitUnit): SourcedLimit => ({ amount, unit, source });

const facts: ProofFacts = {
  ticketCode: 'PAKN.20260312.0001',
  duty: 'process',
  start: { at: at('2026-03-12T16:52'), event: 'Tổng đài 1022 chuyển phiếu' },
  limit: limitFor(policy, 'process', 'normal'),
  policy,
  calendar,
  pauses,
};
const counted = deadline(facts.start.at, facts.limit, calendar, pauses);

const extended = (): ProofDocument => {
  const limit = limitFor(policy, 'extension', 'normal');
  const more = extendedDeadline(counted, limit, calendar, pauses);
  return proofDocument(counted, { ...facts, extensions: [{ limit, event: 'Gia hạn lần 1', deadline: more }] });
};

describe('the document of a proof', () => {
  it('says everything that a stranger needs to count again', () => {
    const document = proofDocument(counted, facts);

    expect(document).toMatchObject({
      format: 'hoi-am.deadline-proof',
      version: 1,
      subject: { ticketCode: 'PAKN.20260312.0001', duty: 'process', words: 'Giải quyết và trả lời' },
      policy: { version: 1, name: 'Bộ thời hạn mặc định', citation: expect.stringContaining('587/QĐ-UBND') as string },
      pauses: [{ from: '2026-03-13T17:05:00+07:00', to: '2026-03-16T16:40:00+07:00' }],
      due: '2026-03-20T17:30:00+07:00',
      legalEnd: '2026-03-20T23:59:59+07:00',
    });
    expect(document.parts).toMatchObject([
      {
        kind: 'limit',
        start: { at: '2026-03-12T16:52:00+07:00', event: 'Tổng đài 1022 chuyển phiếu' },
        limit: { amount: 5, unit: 'workingDays', words: '5 ngày làm việc', source: { standing: 'precedent' } },
        calendar: { version: 2, name: 'Lịch làm việc Việt Nam 2024–2027' },
        countedIn: 'days',
        total: 5,
      },
    ]);
  });

  it('carries a hash that another program gets from its canonical form', () => {
    const file = JSON.parse(proofJson(extended())) as Record<string, unknown>;
    const { sha256, ...rest } = file;

    const sorted = (value: unknown): string => {
      if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
      if (value === null || typeof value !== 'object') return JSON.stringify(value);
      const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${sorted(inner)}`).join(',')}}`;
    };
    expect(createHash('sha256').update(sorted(rest)).digest('hex')).toBe(sha256);
  });

  it('is the same for the same facts, in whatever order the pauses come', () => {
    const [waiting] = pauses;
    const inside = { from: at('2026-03-14T08:00'), to: at('2026-03-15T08:00') };
    const document = (given: readonly Pause[]): string =>
      proofJson(proofDocument(counted, { ...facts, pauses: given }));

    expect(document([waiting!, inside])).toBe(document([inside, waiting!]));
  });

  it('counts an hour limit in whole seconds', () => {
    const start = { at: new Date('2026-03-12T10:30:02+07:00'), event: 'Giao đơn vị' };
    const limit = limitIn(5, 'workingHours');
    const document = proofDocument(deadline(start.at, limit, calendar), { ...facts, start, limit, pauses: [] });

    expect(document.parts[0]).toMatchObject({ countedIn: 'seconds', total: 5 * 3600 });
    expect(document.parts[0]!.lines.map(({ counted }) => counted)).toEqual([3598, 0, 14400, 0, 2]);
    expect(recountProof(document)).toEqual([]);
  });
});

describe('rule 12: an extension stands behind the limit', () => {
  it('begins where the limit legally ended, and counts that day no second time', () => {
    const { parts, due, legalEnd } = extended();

    expect(parts.map(({ kind, start, total }) => [kind, start.at, total])).toEqual([
      ['limit', '2026-03-12T16:52:00+07:00', 5],
      ['extension', '2026-03-20T23:59:59+07:00', 5],
    ]);
    expect(parts[1]!.lines[0]).toEqual({
      from: '2026-03-20',
      to: '2026-03-20',
      counted: 0,
      reason: 'Hạn trước hết vào ngày này; ngày này không tính lại',
    });
    expect([due, legalEnd]).toEqual(['2026-03-27T17:30:00+07:00', '2026-03-27T23:59:59+07:00']);
    expect(recountProof(extended())).toEqual([]);
  });
});

describe('re-counting', () => {
  it('finds nothing wrong with any deadline that was counted, extended or not', () => {
    checkProperty(
      fc.property(questions(LIMIT_UNITS), fc.constantFrom(...LIMIT_UNITS), (question, unit) => {
        const { start, limit, calendar, pauses } = question;
        const document = ((): ProofDocument | null => {
          try {
            const first = deadline(start, limit, calendar, pauses);
            const more = limitIn(4, unit);
            const extension = {
              limit: more,
              event: 'Gia hạn',
              deadline: extendedDeadline(first, more, calendar, pauses),
            };
            const given = {
              ...facts,
              start: { at: start, event: 'thử' },
              limit: { ...limit, source },
              calendar,
              pauses,
            };
            return proofDocument(first, { ...given, extensions: [extension] });
          } catch (error) {
            if (error instanceof DomainError && error.code === 'deadline-calendar-missing') return null;
            throw error;
          }
        })();

        if (document !== null) expect(recountProof(document)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  const withLine = (line: number, change: Partial<ProofLine>): ProofDocument =>
    withPart({
      lines: proofDocument(counted, facts).parts[0]!.lines.map((one, n) =>
        n === line - 1 ? { ...one, ...change } : one,
      ),
    });
  const withPart = (change: Partial<ProofPart>): ProofDocument => {
    const document = proofDocument(counted, facts);
    return { ...document, parts: [{ ...document.parts[0]!, ...change }] };
  };

  it.each([
    ['a reason rewritten', withLine(2, { reason: 'Ngày nghỉ' }), ['hash']],
    ['a day counted that was not', withLine(3, { counted: 2 }), ['total', 'hash']],
    ['half a weekend counted', withLine(3, { counted: 1 }), ['counted', 'total', 'hash']],
    ['a day left out', withLine(3, { to: '2026-03-14' }), ['gap', 'hash']],
    ['a day twice', withLine(4, { from: '2026-03-15' }), ['gap', 'hash']],
    ['the day of the event counted', withLine(1, { counted: 1 }), ['start', 'total', 'hash']],
    ['a day that does not exist', withLine(4, { from: '2026-02-30' }), ['line', 'hash']],
    ['a line that ends before it begins', withLine(4, { to: '2026-03-13' }), ['line', 'hash']],
    ['a limit made longer', withPart({ limit: { ...extended().parts[0]!.limit, amount: 6 } }), ['total', 'hash']],
    ['no line at all', withPart({ lines: [] }), ['start', 'total', 'hash']],
    ['another end of the part', withPart({ legalEnd: '2026-03-21T23:59:59+07:00' }), ['end', 'parts', 'hash']],
    ['another end of the whole', { ...extended(), due: '2026-03-30T17:30:00+07:00' }, ['parts', 'hash']],
    ['an extension without a limit', { ...extended(), parts: extended().parts.slice(1) }, ['parts', 'hash']],
    [
      'two limits that do not follow',
      { ...extended(), parts: [...extended().parts, ...extended().parts] },
      ['parts', 'parts', 'hash'],
    ],
    ['another hash', { ...extended(), sha256: '0'.repeat(64) }, ['hash']],
    ['a version of later times', { ...extended(), version: 2 } as unknown as ProofDocument, ['format']],
  ])('finds %s', (_flaw, document, codes) => {
    const misfits = recountProof(document);

    expect(misfits.map(({ code }) => code)).toEqual(codes);
    for (const { words } of misfits) expect(words).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('names the part and the line', () => {
    expect(recountProof(withLine(3, { counted: 1 }))[0]).toEqual({
      code: 'counted',
      part: 1,
      line: 3,
      words: 'Dòng này dài 2 nhưng ghi tính 1.',
    });
  });
});
