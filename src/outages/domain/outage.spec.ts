import { builtInCalendar } from '../../calendar/domain/shipped/built-in-calendar.js';
import { isAnnouncedInTime, isShownToStaff, outageState, requireNotice, requireSpan } from './outage.js';
import { serviceStates, type ServiceFacts } from './service-state.js';

const at = (text: string): Date => new Date(`${text}+07:00`);
const CALENDAR = builtInCalendar();

describe('rule 64: a planned interruption', () => {
  // 27 April 2026 is Giỗ Tổ Hùng Vương made good, 30 April and 1 May are holidays.
  it.each([
    ['seven working days, the day of announcing not counted', '2026-03-18T09:00', '2026-03-28T00:00', true],
    ['one minute of the seventh is too early', '2026-03-18T09:00', '2026-03-27T23:59', false],
    ['a late hour of announcing is still that day', '2026-03-18T23:00', '2026-03-28T00:00', true],
    ['holidays do not count', '2026-04-24T09:00', '2026-05-09T00:00', true],
    ['nor is a holiday skipped twice', '2026-04-24T09:00', '2026-05-08T12:00', false],
  ])('%s', (_rule, announced, starts, inTime) => {
    expect(isAnnouncedInTime(at(announced), at(starts), CALENDAR)).toBe(inTime);
    const require = () => requireNotice(at(announced), at(starts), CALENDAR);
    if (inTime) require();
    else expect(require).toThrow('input-invalid');
  });

  it('ends after it begins, and in the future', () => {
    const now = at('2026-03-18T09:00');
    const span = { startsAt: at('2026-03-18T08:00'), endsAt: at('2026-03-18T10:00') };
    requireSpan(span, now);
    expect(() => requireSpan({ ...span, endsAt: span.startsAt }, now)).toThrow();
    expect(() => requireSpan(span, span.endsAt)).toThrow();
  });

  it('is planned, runs and is over, and staff reads of it a week before and while', () => {
    const span = { startsAt: at('2026-03-28T08:00'), endsAt: at('2026-03-28T12:00'), cancelledAt: null };
    const states = ['2026-03-28T07:59', '2026-03-28T08:00', '2026-03-28T12:00'].map((one) =>
      outageState(span, at(one)),
    );
    expect(states).toEqual(['planned', 'running', 'over']);
    expect(outageState({ ...span, cancelledAt: at('2026-03-20T08:00') }, at('2026-03-28T09:00'))).toBe('cancelled');
    const shown = ['2026-03-21T07:59', '2026-03-21T08:00', '2026-03-28T11:59', '2026-03-28T12:00'];
    expect(shown.map((one) => isShownToStaff(span, at(one)))).toEqual([false, true, true, false]);
  });
});

describe('the state of the service', () => {
  const now = at('2026-03-18T09:00');
  const well: ServiceFacts = {
    failingSince: { site: null, exchange: null, signing: null },
    isOutageRunning: false,
    isOutagePlanned: false,
  };
  const since = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

  it.each<[string, Partial<ServiceFacts>, readonly string[]]>([
    ['all is well', {}, ['works', 'works', 'works']],
    ['something is planned', { isOutagePlanned: true }, ['planned', 'planned', 'planned']],
    ['something is going on', { isOutageRunning: true }, ['interrupted', 'interrupted', 'interrupted']],
    [
      'a peer has been away for nine minutes',
      { failingSince: { ...well.failingSince, exchange: since(9) } },
      ['works', 'works', 'works'],
    ],
    [
      'a peer has been away for ten',
      { failingSince: { ...well.failingSince, exchange: since(10) }, isOutagePlanned: true },
      ['planned', 'interrupted', 'planned'],
    ],
    [
      'the database does not answer',
      { failingSince: { ...well.failingSince, site: now } },
      ['interrupted', 'works', 'works'],
    ],
  ])('when %s', (_case, facts, [site, exchange, signing]) => {
    expect(serviceStates({ ...well, ...facts }, now)).toEqual({ site, exchange, signing });
  });
});
