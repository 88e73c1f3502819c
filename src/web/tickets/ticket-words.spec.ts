import { isCitizenFile } from '../../tickets/domain/intake/hotline-form.js';
import { channelWords, draftStep } from './ticket-words.js';

describe('the words of a ticket', () => {
  it.each([
    ['a known channel', 'web', 'Cổng 1022'],
    ['a channel of the hotline’s own', 'Ki-ốt phường', 'Ki-ốt phường'],
    ['no channel', '', 'Tổng đài 1022'],
  ])('names %s', (_rule, channel, expected) => {
    expect(channelWords(channel)).toBe(expected);
  });

  it('never counts the hotline’s own form among the citizen’s files', () => {
    expect(isCitizenFile({ name: 'Phan-Anh.json' })).toBe(false);
    expect(isCitizenFile({ name: 'anh.jpg' })).toBe(true);
  });
});

describe('the way to the letter', () => {
  const open = { id: 'd', state: 'editing' as const, revision: 3 };

  it.each([
    ['opens the one there is', draftStep('t', { acts: new Set(['beginReply'] as const) }, [open]), 'Mở bản thảo 3'],
    [
      'reads a finished one',
      draftStep('t', { acts: new Set(['beginReply'] as const) }, [{ ...open, state: 'done' }]),
      'Xem công văn',
    ],
    [
      'begins one after a withdrawn one',
      draftStep('t', { acts: new Set(['beginReply'] as const) }, [{ ...open, state: 'withdrawn' }]),
      'Dự thảo trả lời',
    ],
    ['is closed to those who may not begin one', draftStep('t', { acts: new Set<never>() }, []), undefined],
  ])('%s', (_rule, step, label) => {
    expect(step?.label).toBe(label);
  });
});
