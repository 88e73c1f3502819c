import {
  CLEAR_POOL,
  FORMAT,
  FORMAT_VERSION,
  isBelow,
  isStoredFile,
  outlived,
  strangeness,
  type Contents,
  type Machine,
} from './contents.js';

const held = (path: string) => ({ path, sha256: '0'.repeat(64), size: 1 });

const contents: Contents = {
  format: FORMAT,
  version: FORMAT_VERSION,
  software: '1.0.0',
  agencyCode: 'H24.20',
  takenAt: '2026-03-18T02:00:00+07:00',
  recipients: [],
  pool: CLEAR_POOL,
  database: { ...held('hoi-am.db'), steps: ['One1', 'Two2'] },
  beside: [],
  files: { list: held('tep.txt'), count: 0, bytes: 0 },
};

const machine: Machine = { agencyCode: 'H24.20', isEmbedded: true, steps: ['One1', 'Two2', 'Three3'] };

describe('a backup', () => {
  it('belongs on a machine of its agency whose software knows its database, of the same or an earlier time', () => {
    expect(strangeness(contents, machine)).toBeNull();
  });

  it.each<[string, Contents, Partial<Machine>, string]>([
    ['a later layout', { ...contents, version: FORMAT_VERSION + 1 }, {}, 'phiên bản Hồi Âm mới hơn'],
    ['a step that this software does not know', contents, { steps: ['One1'] }, 'phiên bản Hồi Âm mới hơn'],
    ['another agency', contents, { agencyCode: 'H31.20' }, 'của cơ quan H24.20'],
    ['a database, where the machine has a server', contents, { isEmbedded: false }, 'tới SQL Server'],
    ['no database, where the machine has a file', { ...contents, database: null }, {}, 'không có cơ sở dữ liệu'],
  ])('with %s does not, and says what to do', (_what, given, change, words) => {
    expect(strangeness(given, { ...machine, ...change })).toContain(words);
  });

  it('is removed only where enough newer ones remain', () => {
    expect(outlived(['a', 'b', 'c'], 2)).toEqual(['a']);
    expect(outlived(['a', 'b'], 2)).toEqual([]);
    expect(outlived([], 1)).toEqual([]);
  });

  it.each([
    ['bi-mat/tai-khoan', true],
    ['moc/2026-03-18T02.json', true],
    ['../ngoai', false],
    ['bi-mat/../../ngoai', false],
    ['/etc/cron.d/la', false],
    ['bi-mat//tai-khoan', false],
    ['bi-mat/.', false],
    ['bi-mat\\..\\la', false],
    ['bi-mat/la\0', false],
    ['', false],
  ])('puts back %j only below its folder: %s', (path, isThere) => {
    expect(isBelow(path)).toBe(isThere);
  });

  it.each([
    ['a'.repeat(64), true],
    [`chung-cu/${'a'.repeat(64)}`, true],
    [`../${'a'.repeat(64)}`, false],
    [`chung-cu/../../${'a'.repeat(64)}`, false],
    [`/etc/${'a'.repeat(64)}`, false],
    ['la', false],
  ])('lists %s as a stored file: %s', (name, isOne) => {
    expect(isStoredFile(name)).toBe(isOne);
  });
});
