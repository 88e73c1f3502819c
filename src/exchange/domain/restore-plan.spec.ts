import type { MessageThere } from './reconciliation.js';
import { restorePlan } from './restore-plan.js';

const at = (text: string): Date => new Date(`2026-03-${text}Z`);

function there(messageId: string, change: Partial<MessageThere> = {}): MessageThere {
  const own = {
    kind: 'document' as const,
    fromAgency: 'A',
    size: 1,
    sha256: 'a',
    at: at('20T08:00'),
    acknowledged: true,
  };
  return { messageId, ...own, ...change };
}

describe('what is brought back after a restore', () => {
  it('goes by the numbers of the register, not by when it was queued, and leaves a place for what no message brought', () => {
    const listed = [
      there('third', { mirrored: { number: 12, year: 2026 }, at: at('18T08:00') }),
      there('first', { mirrored: { number: 31, year: 2025 }, at: at('20T09:00') }),
      there('second', { mirrored: { number: 10, year: 2026 }, at: at('20T07:00') }),
    ];
    const arrivals = [{ number: 11, year: 2026, at: at('20T07:30') }];
    const { lines, rest } = restorePlan({ listed, arrivals, remembered: new Map() });
    expect(lines.map(({ message, number }) => [message?.messageId ?? null, number])).toEqual([
      ['first', 31],
      ['second', 10],
      [null, 11],
      ['third', 12],
    ]);
    expect(rest).toEqual([]);
  });

  it('takes what the mark remembers where the e-office mirrors no number, and enters the rest as it was queued', () => {
    const listed = [
      there('late', { at: at('20T09:00') }),
      there('early'),
      there('known'),
      there('new', { acknowledged: false }),
    ];
    const { lines, rest } = restorePlan({
      listed,
      arrivals: [],
      remembered: new Map([['known', { number: 7, year: 2026 }]]),
    });
    expect(lines).toMatchObject([{ number: 7, message: { messageId: 'known' } }]);
    expect(rest.map(({ messageId }) => messageId)).toEqual(['early', 'late']);
  });

  it('gives a number to a message rather than to a line without one', () => {
    const listed = [there('one', { mirrored: { number: 7, year: 2026 } })];
    const { lines } = restorePlan({
      listed,
      arrivals: [{ number: 7, year: 2026, at: at('20T08:00') }],
      remembered: new Map(),
    });
    expect(lines).toMatchObject([{ number: 7, message: { messageId: 'one' } }]);
  });
});
