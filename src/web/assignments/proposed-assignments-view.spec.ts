import { readChoice } from './proposed-assignments-view.js';

describe('readChoice', () => {
  it('reads what a marked row posts', () => {
    expect(readChoice('0198-ab~4~ngoc')).toEqual({ ticketId: '0198-ab', version: 4, officerId: 'ngoc' });
  });

  it.each(['', 'a', 'a~4', 'a~0~ngoc', 'a~4~ngoc~more', '../a~4~ngoc', `${'a'.repeat(37)}~4~ngoc`])(
    'reads nothing of %s, which no page has written',
    (value) => {
      expect(readChoice(value)).toBeNull();
    },
  );
});
