import { readChangeFile } from './read-change-file.js';
import type { FileOrigin } from './read-days.js';

const ORIGIN: FileOrigin = { source: 'Thông báo 99/TB-BNV', confidence: 'confirmed', mode: 'replaceYears' };

const read = (name: string, text: string | Uint8Array) =>
  readChangeFile(name, typeof text === 'string' ? new TextEncoder().encode(text) : text, ORIGIN);

const flaws = (name: string, text: string | Uint8Array): string => {
  const reading = read(name, text);
  return reading.ok ? '' : reading.flaws.join('\n');
};

const change = (name: string, text: string) => {
  const reading = read(name, text);
  if (!reading.ok) throw new Error(reading.flaws.join('\n'));
  return reading.change;
};

const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const ics = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');

describe('an iCalendar file', () => {
  it('gives the days of its events, the end of a run left out', () => {
    const { daysOff, makeUpDays, years } = change(
      'nghi-le.ics',
      `\uFEFF${ics(
        event('SUMMARY:Tết Nguyên đán', 'DTSTART;VALUE=DATE:20280125', 'DTEND;VALUE=DATE:20280128'),
        event('SUMMARY:Nghỉ bù Tết', 'DTSTART;VALUE=DATE:20280131'),
        event('SUMMARY:Làm bù thứ Sáu 28/04', 'DTSTART;VALUE=DATE:20280422', 'DTEND;VALUE=DATE:20280423'),
        event('SUMMARY:Bỏ', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20280601'),
      )}`,
    );

    expect(daysOff.map(({ date, kind }) => [date, kind])).toEqual([
      ['2028-01-25', 'holiday'],
      ['2028-01-26', 'holiday'],
      ['2028-01-27', 'holiday'],
      ['2028-01-31', 'compensatory'],
    ]);
    expect(makeUpDays).toEqual([
      { date: '2028-04-22', shiftOfWeekday: 5, source: ORIGIN.source, confidence: 'confirmed' },
    ]);
    expect(years).toEqual([2028]);
  });

  it.each([
    [
      'an event that repeats',
      ['SUMMARY:Quốc khánh', 'DTSTART;VALUE=DATE:20280902', 'RRULE:FREQ=YEARLY'],
      /1 \(Quốc khánh\): là sự kiện lặp lại/,
    ],
    ['an event with hours', ['SUMMARY:Họp', 'DTSTART:20280902T010000Z'], /có giờ trong ngày/],
    ['a day that does not exist', ['SUMMARY:Tết', 'DTSTART;VALUE=DATE:20280230'], /2028-02-30 không có thật/],
    [
      'an end before its start',
      ['SUMMARY:Tết', 'DTSTART;VALUE=DATE:20280203', 'DTEND;VALUE=DATE:20280201'],
      /kết thúc trước/,
    ],
    [
      'a run as long as a term',
      ['SUMMARY:Hè', 'DTSTART;VALUE=DATE:20280601', 'DTEND;VALUE=DATE:20280901'],
      /dài hơn 31 ngày/,
    ],
    ['an event without a name', ['DTSTART;VALUE=DATE:20280902'], /chưa có tên/],
    ['a day made up without its weekday', ['SUMMARY:Làm bù', 'DTSTART;VALUE=DATE:20280422'], /theo giờ của thứ nào/],
    ['a length in place of an end', ['SUMMARY:Tết', 'DTSTART;VALUE=DATE:20280125', 'DURATION:P3D'], /DURATION/],
    ['an event without a day', ['SUMMARY:Tết'], /đúng một ngày bắt đầu/],
  ])('is refused for %s', (_flaw, lines, sentence) => {
    expect(flaws('lich.ics', ics(event(...lines)))).toMatch(sentence);
  });

  it.each([
    ['no calendar', 'xin chào'],
    ['nothing', ''],
    ['an event alone', event('SUMMARY:Tết', 'DTSTART;VALUE=DATE:20280125')],
  ])('is refused when it holds %s', (_what, text) => {
    expect(flaws('lich.ics', text)).toMatch(/iCalendar không đọc được/);
  });

  it('is refused when it holds no day', () => {
    expect(flaws('lich.ics', ics())).toMatch(/không có ngày nghỉ/);
  });
});

describe('a table of days', () => {
  const HEADINGS = 'Ngày;Loại;Tên;Làm theo giờ của;Căn cứ;Tình trạng căn cứ';

  it('gives days off and days made up, with what the file says for all where a cell is empty', () => {
    const text = [
      HEADINGS,
      '26/01/2028;Nghỉ lễ;Tết Nguyên đán;;;',
      '',
      '22/4/2028;LÀM BÙ;;thứ sáu;Quyết định 5;Theo báo chí',
    ];
    const { daysOff, makeUpDays } = change('ngay-nghi.csv', text.join('\r\n'));

    expect(daysOff).toEqual([
      { kind: 'holiday', name: 'Tết Nguyên đán', date: '2028-01-26', source: ORIGIN.source, confidence: 'confirmed' },
    ]);
    expect(makeUpDays).toEqual([
      { date: '2028-04-22', shiftOfWeekday: 5, source: 'Quyết định 5', confidence: 'reported' },
    ]);
  });

  it('may use commas and leave columns out', () => {
    expect(change('a.csv', 'Tên,Loại,Ngày\nTết,Nghỉ lễ,2028-01-26').daysOff).toHaveLength(1);
  });

  it.each([
    ['a day that does not exist', '30/02/2028;Nghỉ lễ;Tết;;;', /Dòng 2: “30\/02\/2028” không phải ngày có thật/],
    ['a kind nobody knows', '26/01/2028;Nghỉ phép;Tết;;;', /Dòng 2: loại “Nghỉ phép”/],
    ['a day off without name', '26/01/2028;Nghỉ lễ;;;;', /Dòng 2: tên ngày nghỉ/],
    ['a formula', '26/01/2028;Nghỉ lễ;=1+1;;;', /Dòng 2: có ô là công thức/],
    ['a day made up without weekday', '22/04/2028;Làm bù;;;;', /Dòng 2: ngày làm bù phải ghi/],
    ['an unknown confidence', '26/01/2028;Nghỉ lễ;Tết;;;Chắc chắn', /Dòng 2: tình trạng căn cứ/],
    ['open quotes', '"26/01/2028;Nghỉ lễ', /CSV không đọc được/],
  ])('is refused for %s', (_flaw, line, sentence) => {
    expect(flaws('a.csv', `${HEADINGS}\n${line}`)).toMatch(sentence);
  });

  it('is refused without headings', () => {
    expect(flaws('a.csv', '26/01/2028;Nghỉ lễ;Tết')).toMatch(/Dòng đầu phải là tên cột/);
  });
});

describe('a calendar file of the command line', () => {
  it('gives its shifts and the years it names days of', () => {
    const shifts = [{ validFrom: '2028-01-01', weekdays: [1, 2, 3, 4, 5], intervals: [['08:00', '12:00']] }];
    const read = change('lich.json', JSON.stringify({ shifts, holidays: [{ date: '2028-01-26', name: 'Tết' }] }));

    expect(read).toMatchObject({ years: [2028], shifts: [{ validFrom: '2028-01-01', validTo: null }] });
    expect(read.daysOff).toHaveLength(1);
  });

  it('leaves the hours that are where it says nothing of hours', () => {
    const read = change('lich.json', JSON.stringify({ holidays: [{ date: '2028-01-26', name: 'Tết' }] }));
    expect([read.shifts, read.years, read.daysOff.map(({ source }) => source)]).toEqual([
      null,
      [2028],
      [ORIGIN.source],
    ]);
    expect(flaws('lich.json', JSON.stringify({ holidays: [{ date: '2028-02-30' }] }))).toContain('ngày có thật');
  });

  it('takes what was typed about it for days that say nothing themselves', () => {
    const shifts = [{ validFrom: '2028-01-01', weekdays: [1, 2, 3, 4, 5], intervals: [['08:00', '12:00']] }];
    const holidays = [
      { date: '2028-01-26', name: 'Tết' },
      { date: '2028-01-31', name: 'Nghỉ bù Tết', kind: 'compensatory', source: 'Quyết định 5', confidence: 'reported' },
    ];
    const makeUpDays = [{ date: '2028-04-22', shiftOfWeekday: 5, source: ' ' }];
    const text = JSON.stringify({ shifts, holidays, makeUpDays });
    const reading = readChangeFile('lich.json', new TextEncoder().encode(text), { ...ORIGIN, confidence: 'assumed' });

    if (!reading.ok) throw new Error(reading.flaws.join());
    const { daysOff, makeUpDays: madeUp } = reading.change;
    expect([...daysOff, ...madeUp].map(({ date, source, confidence }) => [date, source, confidence])).toEqual([
      ['2028-01-26', ORIGIN.source, 'assumed'],
      ['2028-01-31', 'Quyết định 5', 'reported'],
      ['2028-04-22', ORIGIN.source, 'assumed'],
    ]);
    expect(daysOff.map(({ kind }) => kind)).toEqual(['holiday', 'compensatory']);
    expect(reading.change.shifts?.map(({ origin }) => origin)).toEqual([
      { source: ORIGIN.source, confidence: 'assumed' },
    ]);
  });

  it('is refused for a confidence that nobody knows', () => {
    const holidays = [{ date: '2028-01-26', name: 'Tết', confidence: 'sure' }];
    expect(flaws('lich.json', JSON.stringify({ shifts: [], holidays }))).toMatch(
      /tình trạng căn cứ \(confidence\): phải là một trong/,
    );
  });
});

describe('any other file', () => {
  const latin = new Uint8Array([...new TextEncoder().encode('Tên;Loại;Ngày\nQuốc khánh '), 0xe1, 0xe0, 0x3b]);
  const utf16 = new Uint8Array(Buffer.from('\uFEFFNgày;Loại;Tên', 'utf16le'));

  it.each([
    ['of mixed encodings', 'a.csv', latin, /không phải chữ UTF-8/],
    ['of UTF-16', 'a.csv', utf16, /không phải chữ UTF-8/],
    ['larger than a calendar', 'a.csv', new Uint8Array(1_000_001), /lớn hơn 1 MB/],
    ['of another kind', 'a.xlsx', 'PK', /Chỉ nhận tệp/],
    ['without an ending', 'lich', '{}', /Chỉ nhận tệp/],
  ])('%s is refused', (_what, name, content, sentence) => {
    expect(flaws(name, content)).toMatch(sentence);
  });
});
