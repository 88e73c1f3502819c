import { civilDate } from '../../kernel/civil-date.js';
import { mergePauses, type Pause, pauseCovering, pauseWords } from './pauses.js';

const pause = (from: string, to: string, reason?: string): Pause => ({
  from: new Date(`${from}:00+07:00`),
  to: new Date(`${to}:00+07:00`),
  ...(reason !== undefined && { reason }),
});

describe('merging pauses', () => {
  const first = pause('2026-03-13T08:00', '2026-03-13T10:00', 'chờ ảnh');

  it.each([
    [
      'leaves pauses apart',
      [first, pause('2026-03-13T11:00', '2026-03-13T12:00')],
      ['08:00 đến 13/03 10:00', '11:00 đến 13/03 12:00'],
    ],
    ['joins those that overlap', [first, pause('2026-03-13T09:00', '2026-03-13T12:00')], ['08:00 đến 13/03 12:00']],
    ['joins those that touch', [first, pause('2026-03-13T10:00', '2026-03-13T12:00')], ['08:00 đến 13/03 12:00']],
    ['swallows one inside another', [first, pause('2026-03-13T08:30', '2026-03-13T09:00')], ['08:00 đến 13/03 10:00']],
    ['takes them in any order', [pause('2026-03-13T09:00', '2026-03-13T12:00'), first], ['08:00 đến 13/03 12:00']],
    ['drops one without length', [pause('2026-03-13T09:00', '2026-03-13T09:00')], []],
  ])('%s', (_rule, pauses, expected) => {
    expect(mergePauses(pauses).map((merged) => pauseWords(merged).replace(/^.*từ 13\/03 /u, ''))).toEqual(expected);
  });

  it('keeps every reason once', () => {
    const [merged] = mergePauses([
      first,
      pause('2026-03-13T09:00', '2026-03-13T12:00', 'chờ giấy báo thu'),
      pause('2026-03-13T11:00', '2026-03-13T12:00', 'chờ giấy báo thu'),
    ]);

    expect(merged && pauseWords(merged)).toBe('Tạm dừng: chờ ảnh; chờ giấy báo thu, từ 13/03 08:00 đến 13/03 12:00');
  });

  it('refuses one that ends before it begins, and one that is no moment', () => {
    expect(() => mergePauses([pause('2026-03-13T09:00', '2026-03-13T08:59')])).toThrow('deadline-pause-invalid');
    expect(() => mergePauses([pause('2026-03-13T09:00', '2026-03-99T08:59')])).toThrow('deadline-pause-invalid');
  });
});

describe('the days a pause takes', () => {
  const weekend = pause('2026-03-13T17:05', '2026-03-16T16:40');

  it.each([
    ['not the day on which it starts', '2026-03-13', false],
    ['the days after', '2026-03-15', true],
    ['its last day', '2026-03-16', true],
    ['not the day after its last', '2026-03-17', false],
  ])('%s', (_rule, day, taken) => {
    expect(pauseCovering(civilDate(day), [weekend]) !== undefined).toBe(taken);
  });

  it('ends before the day that begins at its end', () => {
    const untilMidnight = pause('2026-03-13T17:05', '2026-03-16T00:00');

    expect(pauseCovering(civilDate('2026-03-15'), [untilMidnight])).toBe(untilMidnight);
    expect(pauseCovering(civilDate('2026-03-16'), [untilMidnight])).toBeUndefined();
    expect(pauseWords(untilMidnight)).toBe('Tạm dừng từ 13/03 17:05 đến 15/03 24:00');
  });

  it('writes the years when a pause crosses them', () => {
    expect(pauseWords(pause('2026-12-31T16:00', '2027-01-04T08:00'))).toBe(
      'Tạm dừng từ 31/12/2026 16:00 đến 04/01/2027 08:00',
    );
  });
});
