import { civilDate, isoInVietnam } from '../../kernel/civil-date.js';
import type { Limit, LimitUnit } from '../../law/limit.js';
import { builtInCalendar } from './shipped/built-in-calendar.js';
import { FIRST_BUILT_IN } from './shipped/first-built-in-calendar.js';
import { deadline } from './deadline.js';
import { lastKnownWorkingDay } from './remaining.js';
import type { Pause } from './pauses.js';
import type { WorkingCalendar } from './working-calendar.js';

const calendar = builtInCalendar();

/** The season rule of the former Hải Dương: winter hours to 31/3, summer hours from 01/4, winter again from 01/11. */
const seasonal: WorkingCalendar = {
  name: 'Giờ theo mùa',
  version: 1,
  years: 'complete',
  shifts: [
    { validFrom: '2025-11-01', validTo: '2026-03-31', hours: [450, 720, 780, 990] },
    { validFrom: '2026-04-01', validTo: '2026-10-31', hours: [420, 690, 810, 1020] },
    { validFrom: '2026-11-01', validTo: '2027-03-31', hours: [450, 720, 780, 990] },
  ].map(({ validFrom, validTo, hours: [a = 0, b = 0, c = 0, d = 0] }) => ({
    validFrom: civilDate(validFrom),
    validTo: civilDate(validTo),
    weekdays: [1, 2, 3, 4, 5],
    intervals: [
      { from: a, to: b },
      { from: c, to: d },
    ],
  })),
  daysOff: [],
  makeUpDays: [],
};

const at = (local: string): Date => new Date(`${local}:00+07:00`);
const pause = (from: string, to: string, reason?: string): Pause => ({
  from: at(from),
  to: at(to),
  ...(reason !== undefined && { reason }),
});
/** `5 workingDays` */
type Written = `${number} ${LimitUnit}`;
const limitOf = (text: Written): Limit => {
  const [amount, unit] = text.split(' ');
  return { amount: Number(amount), unit: unit as LimitUnit };
};
const due = (start: string, limit: Written, pauses: readonly Pause[] = []): string =>
  isoInVietnam(deadline(at(start), limitOf(limit), calendar, pauses).due).slice(0, 16);

describe('rule 23: working days', () => {
  it.each([
    ['the day of the event is not counted', '2026-03-12T07:30', 1, '2026-03-13T17:30'],
    ['a Friday evening skips the weekend', '2026-03-13T17:00', 1, '2026-03-16T17:30'],
    ['a day of rest is a day of receipt like any other', '2026-03-14T09:00', 1, '2026-03-16T17:30'],
    ['holidays and the bridging day are skipped', '2026-04-29T17:00', 1, '2026-05-04T17:30'],
    ['a holiday on Sunday gives Monday off', '2026-04-24T08:00', 1, '2026-04-28T17:30'],
    ['a make-up Saturday counts', '2026-08-21T17:00', 1, '2026-08-22T17:30'],
    ['the day swapped for it does not', '2026-08-28T17:00', 1, '2026-09-03T17:30'],
    ['Tết 2026 takes a whole week', '2026-02-13T10:00', 1, '2026-02-23T17:30'],
    ['the year ends in between', '2025-12-31T16:00', 2, '2026-01-06T17:30'],
    ['24/11/2026 is a holiday', '2026-11-23T08:00', 1, '2026-11-25T17:30'],
    ['five days from Friday 20/11/2026 skip it', '2026-11-20T08:00', 5, '2026-11-30T17:30'],
    ['Tết 2027 takes seven days', '2027-02-03T08:00', 1, '2027-02-11T17:30'],
  ])('%s', (_rule, start, days, expected) => {
    expect(due(start, `${days} workingDays`)).toBe(expected);
    expect(lastKnownWorkingDay(civilDate(start.slice(0, 10)), days, calendar)).toBe(expected.slice(0, 10));
  });

  it('keeps the legal end at the last second of the day, after the office has closed', () => {
    const { legalEnd } = deadline(at('2026-03-12T16:52'), { amount: 1, unit: 'workingDays' }, calendar);

    expect(isoInVietnam(legalEnd)).toBe('2026-03-13T23:59:59+07:00');
    expect(legalEnd.getMilliseconds()).toBe(0);
  });
});

describe('rule 24: working hours', () => {
  it.each([
    ['counts from the moment itself', '2026-03-12T08:10', 2, '2026-03-12T10:10'],
    ['splits over lunch', '2026-03-12T10:30', 2, '2026-03-12T14:30'],
    ['ends at the close of a shift, not at the next opening', '2026-03-12T07:30', 4, '2026-03-12T11:30'],
    ['starts after lunch when received at lunch', '2026-03-12T12:00', 1, '2026-03-12T14:30'],
    ['starts at the next opening when received at night', '2026-03-12T21:00', 4, '2026-03-13T11:30'],
    ['starts at the opening when received before it', '2026-03-12T05:00', 1, '2026-03-12T08:30'],
    ['splits over the weekend', '2026-03-13T16:30', 4, '2026-03-16T10:30'],
    ['uses a make-up Saturday', '2026-08-21T17:00', 4, '2026-08-22T11:00'],
    ['passes Tết', '2026-02-13T17:00', 1, '2026-02-23T08:00'],
  ])('%s', (_rule, start, hours, expected) => {
    expect(due(start, `${hours} workingHours`)).toBe(expected);
  });

  it('ends legally at the moment itself, seconds kept', () => {
    const start = new Date('2026-03-12T08:10:25.900+07:00');
    const answer = deadline(start, { amount: 1, unit: 'workingHours' }, calendar);

    expect(answer.due.toISOString()).toBe('2026-03-12T02:10:25.000Z');
    expect(answer.legalEnd).toEqual(answer.due);
  });
});

describe('rule 25: seasonal shifts', () => {
  it.each([
    ['each day of a limit across 01/4 has its own hours', '2026-03-31T15:30', '3 workingHours', '2026-04-01T09:00'],
    ['each day of a limit across 01/11 has its own hours', '2026-10-30T16:00', '2 workingHours', '2026-11-02T08:30'],
    ['a day limit ends with the hours of its last day', '2026-03-31T15:30', '1 workingDays', '2026-04-01T17:00'],
    ['and in winter with the hours of winter', '2026-10-30T16:00', '1 workingDays', '2026-11-02T16:30'],
  ] as const)('%s', (_rule, start, limit, expected) => {
    expect(isoInVietnam(deadline(at(start), limitOf(limit), seasonal).due).slice(0, 16)).toBe(expected);
  });
});

describe('rule 27: a holiday declared later', () => {
  it('gives a new deadline from the same facts, and leaves the old answer as it was', () => {
    const limit = { amount: 1, unit: 'workingDays' } as const;
    const before = deadline(at('2026-11-23T08:00'), limit, FIRST_BUILT_IN);
    const after = deadline(at('2026-11-23T08:00'), limit, calendar);

    expect(isoInVietnam(before.due)).toBe('2026-11-24T17:30:00+07:00');
    expect(isoInVietnam(after.due)).toBe('2026-11-25T17:30:00+07:00');
    expect(after.proof[1]).toEqual({
      from: '2026-11-24',
      to: '2026-11-24',
      counted: 0,
      reason: 'Ngày Văn hóa Việt Nam',
    });
  });
});

describe('rule 28: instants in UTC, days of Việt Nam', () => {
  it.each([
    ['23:30 in Việt Nam is still that day', '2026-03-12T16:30:00Z', '2026-03-13T10:30:00.000Z'],
    ['00:30 in Việt Nam is the next day, though UTC is not', '2026-03-12T17:30:00Z', '2026-03-16T10:30:00.000Z'],
  ])('%s', (_rule, start, expected) => {
    expect(deadline(new Date(start), { amount: 1, unit: 'workingDays' }, calendar).due.toISOString()).toBe(expected);
  });
});

describe('limits in calendar time', () => {
  it.each([
    ['days of rest count in between', '2026-03-12T09:00', '5 days', '2026-03-17T17:30'],
    ['a last day on Saturday moves to Monday', '2026-03-12T09:00', '2 days', '2026-03-16T17:30'],
    ['a last day in Tết moves behind it', '2026-02-10T09:00', '7 days', '2026-02-23T17:30'],
    ['a last day on a make-up Saturday stays', '2026-08-20T09:00', '2 days', '2026-08-22T17:30'],
    ['hours run through the night', '2026-03-12T20:00', '12 hours', '2026-03-13T08:00'],
    ['hours that end on Saturday end with Monday', '2026-03-13T20:00', '12 hours', '2026-03-16T17:30'],
  ] as const)('%s', (_rule, start, limit, expected) => {
    expect(due(start, limit)).toBe(expected);
  });

  it('ends a moved limit legally with the whole day', () => {
    const { legalEnd } = deadline(at('2026-03-13T20:00'), { amount: 12, unit: 'hours' }, calendar);

    expect(isoInVietnam(legalEnd)).toBe('2026-03-16T23:59:59+07:00');
  });
});

describe('pauses', () => {
  const waiting = pause('2026-03-13T17:05', '2026-03-16T16:40');
  it.each([
    ['the first day of a pause counts, later ones to its last do not', '5 workingDays', [waiting], '2026-03-20T17:30'],
    [
      'a pause within one day takes no day',
      '5 workingDays',
      [pause('2026-03-16T08:00', '2026-03-16T16:00')],
      '2026-03-19T17:30',
    ],
    [
      'overlapping pauses take a day once',
      '5 workingDays',
      [waiting, pause('2026-03-16T09:00', '2026-03-16T18:00')],
      '2026-03-20T17:30',
    ],
    [
      'a pause after the limit changes nothing',
      '1 workingDays',
      [pause('2026-03-13T18:00', '2026-03-20T16:00')],
      '2026-03-13T17:30',
    ],
    ['an hour limit loses exactly the paused working time', '8 workingHours', [waiting], '2026-03-13T16:52'],
    [
      'of a pause over lunch only the working part',
      '8 workingHours',
      [pause('2026-03-13T11:00', '2026-03-13T14:00')],
      '2026-03-16T07:52',
    ],
    [
      'of overlapping pauses the overlap once',
      '8 workingHours',
      [pause('2026-03-13T08:00', '2026-03-13T09:00'), pause('2026-03-13T08:30', '2026-03-13T09:30')],
      '2026-03-16T08:22',
    ],
    ['a calendar day limit stands still too', '5 days', [waiting], '2026-03-20T17:30'],
    [
      'a calendar hour limit loses the paused hours',
      '24 hours',
      [pause('2026-03-13T08:00', '2026-03-13T10:00')],
      '2026-03-13T18:52',
    ],
  ] as const)('%s', (_rule, limit, pauses, expected) => {
    expect(due('2026-03-12T16:52', limit, pauses)).toBe(expected);
  });
});

describe('proof', () => {
  it('names each day, folds a weekend and numbers what counts', () => {
    const waiting = pause('2026-03-13T17:05', '2026-03-16T16:40', 'chờ người phản ánh gửi giấy báo thu');
    const { proof } = deadline(at('2026-03-12T16:52'), { amount: 5, unit: 'workingDays' }, calendar, [waiting]);

    expect(proof.map(({ from, to, counted, reason }) => [from, to, counted, reason])).toEqual([
      ['2026-03-12', '2026-03-12', 0, 'Nhận lúc 16:52; ngày nhận không tính'],
      ['2026-03-13', '2026-03-13', 1, 'Ngày làm việc'],
      ['2026-03-14', '2026-03-15', 0, 'Thứ Bảy, Chủ Nhật'],
      ['2026-03-16', '2026-03-16', 0, 'Tạm dừng: chờ người phản ánh gửi giấy báo thu, từ 13/03 17:05 đến 16/03 16:40'],
      ['2026-03-17', '2026-03-17', 1, 'Ngày làm việc'],
      ['2026-03-18', '2026-03-18', 1, 'Ngày làm việc'],
      ['2026-03-19', '2026-03-19', 1, 'Ngày làm việc'],
      ['2026-03-20', '2026-03-20', 1, 'Hết hạn lúc 17:30'],
    ]);
  });

  it('names make-up days, swapped days and holidays', () => {
    const { proof } = deadline(at('2026-08-21T10:00'), { amount: 7, unit: 'workingDays' }, calendar);

    expect(proof.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        'Ngày làm bù',
        'Nghỉ hoán đổi (làm bù 22/08)',
        'Quốc khánh (ngày liền kề)',
        'Quốc khánh',
      ]),
    );
  });

  it('gives hours as minutes between instants, without a gap', () => {
    const { proof } = deadline(at('2026-03-13T16:30'), { amount: 4, unit: 'workingHours' }, calendar);

    expect(proof).toEqual([
      { from: '2026-03-13T16:30:00+07:00', to: '2026-03-13T17:30:00+07:00', counted: 60, reason: 'Trong giờ làm việc' },
      {
        from: '2026-03-13T17:30:00+07:00',
        to: '2026-03-16T07:30:00+07:00',
        counted: 0,
        reason: 'Ngoài giờ làm việc; Thứ Bảy, Chủ Nhật',
      },
      {
        from: '2026-03-16T07:30:00+07:00',
        to: '2026-03-16T10:30:00+07:00',
        counted: 180,
        reason: 'Trong giờ làm việc',
      },
    ]);
  });

  it('adds up to the limit to the last binary digit, though seconds are no whole part of a minute', () => {
    const start = new Date('2026-03-12T10:30:02+07:00');
    const { proof } = deadline(start, { amount: 5, unit: 'workingHours' }, calendar);

    expect(proof.reduce((sum, { counted }) => sum + counted, 0)).toBe(5 * 60);
  });

  it('counts no part of a second of a pause, so that each line lasts as long as it counts', () => {
    const waiting = {
      from: new Date('2026-03-12T09:00:00.900+07:00'),
      to: new Date('2026-03-12T10:00:00.100+07:00'),
    };
    const { proof } = deadline(at('2026-03-12T08:00'), { amount: 2, unit: 'workingHours' }, calendar, [waiting]);

    expect(proof.map(({ from, to, counted }) => [from.slice(11, 19), to.slice(11, 19), counted])).toEqual([
      ['08:00:00', '09:00:00', 60],
      ['09:00:00', '10:00:00', 0],
      ['10:00:00', '11:00:00', 60],
    ]);
  });

  it('says why a calendar limit ends later than its last day', () => {
    const { proof } = deadline(at('2026-03-12T09:00'), { amount: 2, unit: 'days' }, calendar);

    expect(proof.slice(1).map(({ from, counted, reason }) => [from, counted, reason])).toEqual([
      ['2026-03-13', 2, 'Tính liên tục, kể cả ngày nghỉ'],
      ['2026-03-15', 0, 'Chủ Nhật'],
      ['2026-03-16', 0, 'Ngày cuối là ngày nghỉ (Thứ Bảy): lùi đến ngày này, hết hạn lúc 17:30'],
    ]);
  });
});

describe('refusals', () => {
  it.each([0, -1, 1.5, Number.NaN, 3651])('a limit of %p', (amount) => {
    expect(() => deadline(at('2026-03-12T09:00'), { amount, unit: 'workingDays' }, calendar)).toThrow(
      'deadline-limit-invalid',
    );
  });

  it.each([
    ['a limit that reaches a year without a calendar', '2027-12-30T09:00', 'workingDays'],
    ['a receipt before the first calendar', '2023-12-30T09:00', 'workingHours'],
    ['calendar days as well', '2027-12-30T09:00', 'days'],
    ['calendar hours as well', '2027-12-31T09:00', 'hours'],
  ] as const)('%s', (_rule, start, unit) => {
    expect(() => deadline(at(start), { amount: 40, unit }, calendar)).toThrow('deadline-calendar-missing');
  });

  it('a calendar in which the office never opens', () => {
    expect(() => deadline(at('2028-03-12T09:00'), { amount: 1, unit: 'workingHours' }, seasonal)).toThrow(
      'deadline-calendar-missing',
    );
  });

  it('a pause that ends before it begins', () => {
    const backwards = pause('2026-03-13T17:05', '2026-03-13T17:04');

    expect(() => deadline(at('2026-03-12T09:00'), { amount: 1, unit: 'days' }, calendar, [backwards])).toThrow(
      'deadline-pause-invalid',
    );
  });
});
