import type { EntryByHandEntity } from '../../exchange/index.js';
import { entriesView } from './entries-by-hand-view.js';

describe('what clerks enter in the e-office by hand', () => {
  const nothing = { owed: [], ticked: [], waiting: 0, documents: [] };
  const entry = { incomingDocumentId: 'd' } as EntryByHandEntity;

  it.each([
    ['nothing was ever owed', nothing, false],
    ['something is owed', { ...nothing, owed: [entry], waiting: 1 }, true],
    ['all is entered', { ...nothing, ticked: [entry] }, true],
  ])('says that the e-office takes no entries, or does not: %s', (_what, reading, isSaid) => {
    expect(entriesView(reading).summary.includes('không nhận ghi sổ qua kết nối')).toBe(isSaid);
  });
});
