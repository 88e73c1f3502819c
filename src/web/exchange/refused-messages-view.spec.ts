import type { InboxMessageEntity, RefusedCallEntity } from '../../exchange/index.js';
import type { InboxState } from '../../exchange/domain/inbox.js';
import { refusedMessagesView } from './refused-messages-view.js';

const message = (state: InboxState, receivedAt: string): InboxMessageEntity => ({
  id: state,
  state,
  remoteId: 'M-1',
  fromAgency: '000.00.22.H24',
  sha256: 'a',
  size: 1,
  queuedAt: new Date(receivedAt),
  receivedAt: new Date(receivedAt),
  documentId: null,
  reason: 'Vì sao.',
  warnings: [],
  acknowledgedAt: null,
  returnedAt: null,
  otherSha256: null,
  otherSeenAt: null,
});

const call = (code: string): RefusedCallEntity => ({
  id: code,
  at: new Date('2026-03-18T05:00:00Z'),
  door: 'e-office-callback',
  code,
  reason: 'Vì sao.',
  rawSha256: null,
  bundle: null,
});

const nothing = {
  messages: [],
  calls: [],
  forged: [],
  tickets: [],
  agencies: new Map<string, string>(),
};

describe('messages that were not let in', () => {
  it.each<[InboxState, string]>([
    ['refused', 'unreadable'],
    ['changed', 'changedContent'],
    ['duplicate', 'replayed'],
    ['task', 'needsDecision'],
  ])('a %s message is %s', (state, kind) => {
    const view = refusedMessagesView({ ...nothing, messages: [message(state, '2026-03-18T02:00:00Z')] });
    expect(view.messages[0]).toMatchObject({ kind, originalHref: `/tep/tin-loi/${state}` });
  });

  it('what was returned says so, and that its sender has been told', () => {
    const returnedAt = new Date('2026-03-18T02:05:00Z');
    const messages = [Object.assign(message('refused', '2026-03-18T02:00:00Z'), { returnedAt })];
    expect(refusedMessagesView({ ...nothing, messages }).messages[0]).toMatchObject({
      kind: 'returned',
      outcome: expect.stringContaining('Đã trả lại nơi gửi lúc 18/03, 09:05') as string,
    });
  });

  it.each([
    ['EO-AUTH', 'notAllowed'],
    ['EO-DUPLICATE', 'replayed'],
    ['EO-VALIDATION', 'unreadable'],
    ['sign-in-refused', 'notAllowed'],
  ])('a call refused by %s is %s', (code, kind) => {
    expect(refusedMessagesView({ ...nothing, calls: [call(code)] }).messages[0]).toMatchObject({
      kind,
      originalHref: null,
    });
  });

  it('stand newest first, whatever they are, under the name of their sender', () => {
    const view = refusedMessagesView({
      ...nothing,
      messages: [message('refused', '2026-03-18T02:00:00Z'), message('changed', '2026-03-18T06:00:00Z')],
      calls: [call('EO-AUTH')],
      agencies: new Map([['000.00.22.H24', 'Tổng đài 1022']]),
    });
    expect(view.messages.map(({ id }) => id)).toEqual(['changed', 'EO-AUTH', 'refused']);
    expect(view.messages[0]?.from).toBe('Tổng đài 1022');
    expect(view.summary).toBe('3 tin; mới nhất 18/03, 13:00.');
  });
});
