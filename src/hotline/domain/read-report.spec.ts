import { CATEGORIES } from '../../law/index.js';
import { askedRange } from './asked-range.js';
import { nameOf, readReport, type ReportFlaw } from './read-report.js';

const NOW = new Date('2026-03-18T02:00:00Z');
const SERVICES = new Set<string>(CATEGORIES);
const GOOD: Readonly<Record<string, string>> = {
  service_code: 'fees',
  description: 'Trường thu tiền học thêm trong giờ chính khóa.',
  [nameOf('hotline_code')]: '1022-HP-0001',
  [nameOf('received_at')]: '2026-03-18T08:30:00+07:00',
};

const read = (change: Readonly<Record<string, string>> = {}) =>
  readReport(new Map(Object.entries({ ...GOOD, ...change })), SERVICES, NOW);

function flawsOf(change: Readonly<Record<string, string>>): readonly string[] {
  try {
    read(change);
    return [];
  } catch (error) {
    return (error as { details: { flaws: ReportFlaw[] } }).details.flaws.map(({ field }) => field);
  }
}

describe('a report of the hotline', () => {
  it('needs no place, keeps its sender secret unless told otherwise, and is measured from when it reached us', () => {
    expect(read()).toMatchObject({
      hotlineCode: '1022-HP-0001',
      takenAt: new Date('2026-03-18T01:30:00Z'),
      feedback: { place: '', keepSecret: true, kind: 'feedback', level: 'normal', category: 'fees' },
    });
  });

  it('names a person in the order of the country, and a file without fetching it', () => {
    const { feedback } = read({ last_name: 'Bùi Văn', first_name: 'Khải', media_url: 'https://1022.example/a.jpg' });
    expect(feedback.senderName).toBe('Bùi Văn Khải');
    expect(feedback.words).toContain('Tệp do Tổng đài dẫn: https://1022.example/a.jpg');
  });

  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'what is required and missing, all at once',
      { service_code: '', [nameOf('hotline_code')]: ' ' },
      ['service_code', nameOf('hotline_code')],
    ],
    ['a day that does not exist', { [nameOf('received_at')]: '2026-02-30T08:00:00+07:00' }, [nameOf('received_at')]],
    ['a moment without a zone', { [nameOf('received_at')]: '2026-03-18T08:00:00' }, [nameOf('received_at')]],
    ['a moment to come', { [nameOf('received_at')]: '2026-03-18T10:00:00+07:00' }, [nameOf('received_at')]],
    ['a moment of the wrong year', { [nameOf('received_at')]: '2016-03-18T08:00:00+07:00' }, [nameOf('received_at')]],
    ['a value that the list does not offer', { [nameOf('kind')]: 'complaint' }, [nameOf('kind')]],
    ['half a location', { lat: '20.86' }, ['long']],
    ['a location off the earth', { lat: '91', long: '106.6' }, ['lat']],
    ['words longer than the standard', { description: 'x'.repeat(4001) }, ['description']],
    ['no words', { description: '  ' }, ['description']],
    ['a number of two lines', { [nameOf('hotline_code')]: 'A\nB' }, [nameOf('hotline_code')]],
  ])('is refused for %s', (_what, change, fields) => {
    expect(flawsOf(change)).toEqual(fields);
  });

  it('is not taken for a service that is none of ours', () => {
    expect(() => read({ service_code: 'potholes' })).toThrow(expect.objectContaining({ code: 'not-found' }) as Error);
  });
});

describe('the span that is asked for', () => {
  it.each([
    ['is the last ninety days', [undefined, undefined], ['2025-12-18T02:00:00Z', '2026-03-18T02:00:00Z']],
    ['runs ninety days from its start', ['2026-01-01T00:00:00Z', ''], ['2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z']],
    ['runs ninety days up to its end', ['', '2026-04-01T00:00:00Z'], ['2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z']],
    [
      'is what was said',
      ['2026-03-01T00:00:00+07:00', '2026-03-02T00:00:00+07:00'],
      ['2026-02-28T17:00:00Z', '2026-03-01T17:00:00Z'],
    ],
  ] as const)('%s', (_what, [start, end], [from, to]) => {
    expect(askedRange(start, end, NOW)).toEqual({ from: new Date(from), to: new Date(to) });
  });

  it.each([
    ['2026-01-01T00:00:00Z', '2026-04-01T00:00:01Z'],
    ['2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z'],
    ['01/03/2026', undefined],
    ['2026-03-01', undefined],
  ])('is refused from %s to %s', (start, end) => {
    expect(() => askedRange(start, end, NOW)).toThrow(expect.objectContaining({ code: 'input-invalid' }) as Error);
  });
});
