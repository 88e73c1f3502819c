import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runDeadline } from './deadline.js';

const command = (line: string): Promise<Awaited<ReturnType<typeof runDeadline>>> => runDeadline(line.split(' '));

describe('hoi-am deadline', () => {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'deadline-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const calendarFile = async (content: unknown): Promise<string> => {
    const path = join(folder, 'lich.json');
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  it('answers with one JSON object and nothing else', async () => {
    const run = await command(
      '--received 2026-03-12T16:52:00+07:00 --limit 2 --unit workingDays --pause 2026-03-13T17:05+07:00/2026-03-16T16:40+07:00 --json',
    );

    expect(run).toMatchObject({ exitCode: 0, messages: [] });
    expect(run.lines).toHaveLength(1);
    expect(JSON.parse(run.lines[0]!)).toEqual({
      due: '2026-03-17T17:30:00+07:00',
      legalEnd: '2026-03-17T23:59:59+07:00',
      proof: [
        { from: '2026-03-12', to: '2026-03-12', counted: 0, reason: 'Nhận lúc 16:52; ngày nhận không tính' },
        { from: '2026-03-13', to: '2026-03-13', counted: 1, reason: 'Ngày làm việc' },
        { from: '2026-03-14', to: '2026-03-15', counted: 0, reason: 'Thứ Bảy, Chủ Nhật' },
        { from: '2026-03-16', to: '2026-03-16', counted: 0, reason: 'Tạm dừng từ 13/03 17:05 đến 16/03 16:40' },
        { from: '2026-03-17', to: '2026-03-17', counted: 1, reason: 'Hết hạn lúc 17:30' },
      ],
    });
  });

  it.each([
    ['an instant in UTC', '2026-03-12T02:10:00Z', '2026-03-12T10:10:00+07:00'],
    ['no zone: Việt Nam', '2026-03-12T09:10', '2026-03-12T10:10:00+07:00'],
    ['a zone without colon, seconds with a fraction', '2026-03-12T09:10:25.5+0700', '2026-03-12T10:10:25+07:00'],
    ['a bare day: its start', '2026-03-12', '2026-03-12T08:30:00+07:00'],
    ['a zone of hours alone', '2026-03-12T09:10+07', '2026-03-12T10:10:00+07:00'],
  ])('reads %s', async (_form, received, due) => {
    const run = await command(`--received ${received} --limit 1 --unit workingHours --json`);

    expect(run.lines[0]).toContain(`"due":"${due}"`);
  });

  it.each([
    ['the last of two bare days belongs to the pause', '2026-03-13/2026-03-16', '2026-03-17T10:00:00+07:00'],
    ['a time of day is the moment', '2026-03-13/2026-03-16T00:00+07:00', '2026-03-16T10:00:00+07:00'],
    ['a bare day may stand beside a moment', '2026-03-13T07:30/2026-03-13', '2026-03-16T10:00:00+07:00'],
  ])('in a pause %s', async (_form, pause, due) => {
    const run = await command(
      `--received 2026-03-12T17:00+07:00 --limit 3 --unit workingHours --pause ${pause} --json`,
    );

    expect(run.lines[0]).toContain(`"due":"${due}"`);
  });

  it('prints a table that a person can re-count', async () => {
    const { lines } = await command('--received 2026-03-13T16:30+07:00 --limit 4 --unit workingHours');

    expect(lines).toEqual([
      'Hạn: 10:30, thứ Hai 16/03/2026',
      'Quá hạn sau: 10:30, thứ Hai 16/03/2026',
      'Thời hạn: 4 giờ làm việc; Lịch làm việc Việt Nam 2024–2027',
      'Vì sao là lúc này:',
      '  13/03 16:30–13/03 17:30     60 phút  Trong giờ làm việc',
      '  13/03 17:30–16/03 07:30           –  Ngoài giờ làm việc; Thứ Bảy, Chủ Nhật',
      '  16/03 07:30–16/03 10:30    240 phút  Trong giờ làm việc',
    ]);
  });

  it('takes a calendar file as complete for every year', async () => {
    const path = await calendarFile({
      shifts: [
        { validFrom: '2031-01-01', validTo: null, weekdays: [1, 2, 3, 4, 5, 6], intervals: [['08:00', '12:00']] },
      ],
      holidays: [{ date: '2031-03-14', name: 'Ngày thử', source: 'thử' }],
    });
    const run = await command(
      `--received 2031-03-13T09:00+07:00 --limit 1 --unit workingDays --calendar ${path} --json`,
    );

    expect(run.lines[0]).toContain('"due":"2031-03-15T12:00:00+07:00"');
    expect(run.lines[0]).toContain('Ngày thử');
  });

  const usual = '--received 2026-03-12T16:52:00+07:00 --limit 5 --unit workingDays --json';
  it.each([
    ['a day that does not exist', usual.replace('03-12', '02-30'), /có thật/],
    ['an hour that does not exist', usual.replace('T16', 'T24'), /có thật/],
    ['a limit of zero', usual.replace('--limit 5', '--limit 0'), /số nguyên từ 1/],
    ['a negative limit', usual.replace('--limit 5', '--limit=-5'), /số nguyên từ 1/],
    ['half a day', usual.replace('--limit 5', '--limit 1.5'), /số nguyên từ 1/],
    ['an unknown unit', usual.replace('workingDays', 'weeks'), /Chọn một trong: workingDays/],
    ['a missing option', usual.replace('--unit workingDays ', ''), /Thiếu --unit/],
    ['an unknown option', `${usual} --holidays x`, /không có lựa chọn --holidays/],
    ['an option given twice', `${usual} --limit 6`, /--limit được viết nhiều lần/],
    ['a word too many', `${usual} 5`, /không nhận "5"/],
    ['a month that does not exist', usual.replace('03-12', '13-12'), /có thật/],
    ['29/02 of a common year', usual.replace('03-12', '02-29'), /có thật/],
    ['a limit of more than ten years', usual.replace('--limit 5', '--limit 3651'), /từ 1 đến 3650/],
    ['a limit that reaches beyond the calendar', usual.replace('--limit 5', '--limit 3650'), /chưa có năm 2028/],
    ['a year after the last that is counted', usual.replace('2026', '9999'), /năm từ 1900 đến 2999/],
    ['a year before the first', usual.replace('2026', '0000'), /năm từ 1900 đến 2999/],
    ['a pause without end in sight', `${usual} --pause 2026-03-13/9999-12-31`, /--pause .*năm từ 1900 đến 2999/],
    ['a pause on a day that does not exist', `${usual} --pause 2026-02-30/2026-03-13`, /--pause .*có thật/],
    ['a pause without an end', `${usual} --pause 2026-03-13T10:00`, /dấu \//],
    ['a pause that ends before it begins', `${usual} --pause 2026-03-13T10:00/2026-03-13T09:00`, /trước khi bắt đầu/],
    ['a year without a calendar', usual.replace('2026', '2028'), /chưa có năm 2028: .*--calendar/],
    ['a calendar that is not there', `${usual} --calendar /khong/co.json`, /Không đọc được tệp lịch/],
  ])('refuses %s with status 2', async (_flaw, line, sentence) => {
    const run = await command(line);

    expect(run).toMatchObject({ exitCode: 2, lines: [] });
    expect(run.messages.join('\n')).toMatch(sentence);
  });

  it.each([
    ['that cannot be parsed', '{', /không phải là JSON/],
    [
      'whose shifts overlap',
      {
        shifts: [
          {
            validFrom: '2026-01-01',
            weekdays: [1],
            intervals: [
              ['07:00', '12:00'],
              ['11:00', '15:00'],
            ],
          },
        ],
      },
      /chồng lên nhau/,
    ],
    [
      'two shifts of which overlap',
      {
        shifts: [
          { validFrom: '2026-01-01', weekdays: [1], intervals: [['07:30', '11:30']] },
          { validFrom: '2026-03-01', weekdays: [1], intervals: [['11:00', '12:30']] },
        ],
      },
      /Từ 01\/03\/2026 có hai ca cùng hiệu lực.*chồng lên nhau/,
    ],
    [
      'that gives a make-up day the hours of two weekdays',
      {
        shifts: [{ validFrom: '2026-01-01', weekdays: [1, 2], intervals: [['07:30', '11:30']] }],
        makeUpDays: [
          { date: '2026-08-22', shiftOfWeekday: 1 },
          { date: '2026-08-22', shiftOfWeekday: 2 },
        ],
      },
      /Ngày làm bù 22\/08\/2026 được ghi nhiều lần/,
    ],
    [
      'in which nothing opens in time',
      { shifts: [{ validFrom: '2020-01-01', validTo: '2020-12-31', weekdays: [1], intervals: [['07:00', '12:00']] }] },
      /không tìm thấy ngày nào làm việc trong 30 năm/,
    ],
  ])('refuses a calendar %s', async (_flaw, content, sentence) => {
    const run = await command(`${usual} --calendar ${await calendarFile(content)}`);

    expect(run).toMatchObject({ exitCode: 2, lines: [] });
    expect(run.messages.join('\n')).toMatch(sentence);
  });

  it('says that a limit lies beyond thirty years, where it does', async () => {
    const path = await calendarFile({
      shifts: [{ validFrom: '2020-01-01', weekdays: [1], intervals: [['07:00', '12:00']] }],
    });
    const run = await command(`${usual.replace('--limit 5', '--limit 3000')} --calendar ${path}`);

    expect(run).toMatchObject({ exitCode: 2, lines: [] });
    expect(run.messages.join('\n')).toMatch(/30 năm.*vẫn chưa hết thời hạn: giảm --limit/);
  });

  it('refuses a calendar that is not UTF-8 instead of reading other letters', async () => {
    const path = join(folder, 'lich-1258.json');
    const name = Buffer.from([0x4c, 0xec, 0x63, 0x68]);
    await writeFile(path, Buffer.concat([Buffer.from('{"name":"'), name, Buffer.from('","shifts":[]}')]));
    const run = await command(`${usual} --calendar ${path}`);

    expect(run).toMatchObject({ exitCode: 2, lines: [] });
    expect(run.messages.join('\n')).toMatch(/không phải chữ UTF-8/);
  });
});
