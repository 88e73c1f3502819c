import { QueryFailedError } from 'typeorm';
import { refusalOf } from './refusal-filter.js';

const failing = (code: string): Error => Object.assign(new Error('injected'), { code });
const failingQuery = (code: string): Error => new QueryFailedError('INSERT', [], failing(code));

describe('what fails below is told as what it is', () => {
  it.each([
    ['a full disk', failing('ENOSPC'), 503, 'disk-full'],
    ['no more files to open', failing('EMFILE'), 503, 'storage-unwell'],
    ['a full database', failingQuery('SQLITE_FULL'), 503, 'disk-full'],
    ['a disk that fails under the database', failingQuery('SQLITE_IOERR_FSYNC'), 503, 'storage-unwell'],
    ['a damaged page of the database', failingQuery('SQLITE_CORRUPT_VTAB'), 503, 'database-corrupt'],
    ['a file that is no database', failingQuery('SQLITE_NOTADB'), 503, 'database-corrupt'],
    ['a full disk behind another error', new Error('not written', { cause: failing('ENOSPC') }), 503, 'disk-full'],
    ['a database that is busy', failingQuery('SQLITE_BUSY'), 503, 'database-busy'],
    ['a fault of ours', new Error('injected'), 500, 'http-500'],
  ])('%s', (_what, error, status, code) => {
    expect(refusalOf(error)).toMatchObject({ status, code });
  });
});
