import type { ReconciliationRunEntity } from '../../exchange/index.js';
import { reconciliationView } from './reconciliation-view.js';

const at = (time: string): Date => new Date(`2026-11-29T${time}:00+07:00`);

function viewOf(comparedFrom: Date, comparedTo: Date) {
  const run = {
    id: '1',
    state: 'done',
    comparedFrom,
    comparedTo,
    startedAt: at('08:12'),
    endedAt: at('08:12'),
    byName: 'Hệ thống',
    receivedThere: 1,
    sentThere: 0,
    found: 0,
    failure: null,
  } satisfies ReconciliationRunEntity;
  return reconciliationView({
    runs: [run],
    standing: [],
    ended: [],
    clock: null,
    byHand: 0,
    isOffered: true,
    held: null,
    lostLetters: [],
    readerId: '',
    mayRepair: false,
    refused: null,
  });
}

describe('the span of a comparison', () => {
  it('runs from its beginning to ten minutes before it was made', () => {
    const { runs, notLooked } = viewOf(at('07:00'), at('08:02'));
    expect(runs[0]?.since).toBe('29/11, 07:00 tới 29/11, 08:02');
    expect(notLooked).toContain('tin trước 29/11, 07:00; tin từ 29/11, 08:02 về sau');
  });

  it('never ends before it begins, where the first message came less than ten minutes before', () => {
    const { runs, notLooked } = viewOf(at('08:09'), at('08:02'));
    expect(runs[0]?.since).toBe('29/11, 08:09');
    expect(notLooked).toContain('tin trước 29/11, 08:09; tin từ 29/11, 08:09 về sau');
  });
});
