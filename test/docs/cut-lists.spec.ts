import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cutList, cutLists, withCutLists } from '../../src/platform/cut-lists.js';

const SOURCES = join(import.meta.dirname, '../../src');

/**
 * Every read of at most so many rows that does not go through `cutList`, and why its page takes no part for the whole: `pages` goes on with a further page,
 * `whole` reads on until nothing is left, `batch` is work done some at a time, `few` is asked for one or some only, `latest` is under words that say so.
 */
const OTHERS: Readonly<Record<string, readonly [why: 'pages' | 'whole' | 'batch' | 'few' | 'latest', times: number]>> =
  {
    'calendar/persistence/calendar-proposals.ts': ['few', 1],
    'circulars/persistence/circular-queries.ts': ['pages', 6],
    'data-requests/persistence/data-request-queries.ts': ['batch', 1],
    'documents/anchoring/position-mark.ts': ['latest', 1],
    'documents/anchoring/write-digest.ts': ['few', 1],
    'documents/application/close-register.ts': ['few', 2],
    'documents/application/register-chain.ts': ['latest', 1],
    'documents/persistence/document-search.ts': ['latest', 1],
    'documents/persistence/copy-queries.ts': ['pages', 2],
    'documents/persistence/postal-queries.ts': ['pages', 2],
    'documents/persistence/register-check-queries.ts': ['whole', 3],
    'documents/persistence/register-closing-queries.ts': ['few', 1],
    'documents/persistence/register-print-queries.ts': ['latest', 1],
    'documents/persistence/given-number-queries.ts': ['latest', 1],
    'documents/persistence/register-queries.ts': ['pages', 6],
    'drafting/application/templates.ts': ['latest', 1],
    'exchange/application/incoming/awaited-documents.ts': ['batch', 1],
    'exchange/application/reconciliation/damaged-files.ts': ['few', 1],
    'exchange/application/log/purge-exchange-log.ts': ['batch', 2],
    'exchange/application/outgoing/sync-agencies.ts': ['few', 2],
    'exchange/persistence/agency-queries.ts': ['latest', 2],
    'exchange/persistence/compared-sides.ts': ['few', 1],
    'exchange/persistence/entry-queries.ts': ['latest', 1],
    'exchange/persistence/reconciliation-queries.ts': ['latest', 2],
    'exchange/persistence/task-queries.ts': ['latest', 1],
    'exchange/persistence/trace-queries.ts': ['pages', 1],
    'files/application/lists/list-files.ts': ['latest', 1],
    'hotline/persistence/webhook-queries.ts': ['pages', 2],
    'journal/application/verify-records.ts': ['whole', 1],
    'journal/persistence/journal-queries.ts': ['whole', 2],
    'journal/persistence/journal-search.ts': ['pages', 2],
    'notices/persistence/notice-queries.ts': ['pages', 5],
    'officers/jobs/carry-out-due.ts': ['batch', 1],
    'organisation/application/directory-runs.ts': ['latest', 1],
    'organisation/application/sync-directory.ts': ['few', 1],
    'organisation/jobs/sync-on-schedule.ts': ['few', 1],
    'organisation/persistence/account-queries.ts': ['few', 2],
    'outages/persistence/outage-queries.ts': ['latest', 1],
    'petitions/persistence/petition-queries.ts': ['batch', 1],
    'platform/database/move/table-pages.ts': ['pages', 1],
    'platform/database/sql.ts': ['few', 1],
    'platform/outbox/clock-skew-correction.ts': ['few', 2],
    'platform/outbox/due-jobs.ts': ['batch', 1],
    'platform/outbox/outbox-turns.ts': ['few', 1],
    'platform/outbox/queue-report.ts': ['latest', 1],
    'platform/sessions/live-sessions.ts': ['batch', 1],
    'proposals/persistence/proposal-queries.ts': ['latest', 1],
    'publication/persistence/public-result-queries.ts': ['pages', 4],
    'records/persistence/record-queries.ts': ['pages', 2],
    'reports/persistence/report-queries.ts': ['pages', 2],
    'signing/application/evidence/keep-evidence.ts': ['few', 1],
    'signing/persistence/evidence-queries.ts': ['whole', 1],
    'signing/persistence/signature-queries.ts': ['pages', 1],
    'substitution/persistence/substitution-queries.ts': ['latest', 1],
    'supervision/persistence/supervision-queries.ts': ['batch', 1],
    'tickets/application/intake/open-pending-tickets.ts': ['batch', 1],
    'tickets/application/reading/ticket-matters.ts': ['batch', 2],
    'tickets/persistence/coordination-queries.ts': ['batch', 1],
    'journal/application/unsealed-records.ts': ['pages', 1],
    'tickets/persistence/duplicate-queries.ts': ['few', 1],
    'tickets/persistence/intake-queries.ts': ['pages', 3],
    'tickets/persistence/open-deadlines.ts': ['whole', 2],
    'tickets/persistence/outside-queries.ts': ['pages', 2],
    'tickets/persistence/pause-queries.ts': ['batch', 1],
    'tickets/persistence/reminder-queries.ts': ['batch', 2],
    'tickets/persistence/ticket-closing.ts': ['batch', 1],
    'tickets/persistence/ticket-list.ts': ['pages', 3],
    'tickets/persistence/ticket-queries.ts': ['latest', 1],
    'tickets/persistence/search/ticket-search-walk.ts': ['pages', 2],
    'tickets/persistence/ticket-touches.ts': ['pages', 1],
  };

/** A limit of rows, as our queries write it. */
const LIMIT = /\btake: |\btake,?\s*\}|\.take\((?:[A-Z]|size|count|isProbe)|\.limit\(|limitSql\(/gu;
/** How far before its limit a read names `cutList`. */
const REACH = 420;

function limitsIn(source: string): number {
  return [...source.matchAll(LIMIT)].filter(({ index }) => {
    return !source.slice(Math.max(0, index - REACH), index).includes('cutList(');
  }).length;
}

describe('lists that are read up to a limit', () => {
  it('say by how much they are cut, or are known to be no list that a page takes for the whole', () => {
    const found = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('/migrations/'))
      .map((file) => [file, limitsIn(readFileSync(join(SOURCES, file), 'utf8'))] as const)
      .filter(([, times]) => times > 0);
    const known = Object.entries(OTHERS).map(([file, [, times]]) => [file, times]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
  });

  const LIST = { name: 'Việc chờ quyết định', how: 'Xử lý các dòng trên trang thì dòng sau hiện ra.' };
  const read = (rows: number[], all: number): Promise<number[]> => cutList(LIST, Promise.resolve([rows, all]));

  it('are told to the page of the request in which they were read, each once', async () => {
    const said = await new Promise((resolve, reject) => {
      withCutLists(() => {
        const cut = cutLists();
        read([1, 2], 7)
          .then(() => read([1, 2], 7))
          .then(() => resolve(cut), reject);
      });
    });
    expect(said).toEqual([{ ...LIST, shown: 2, left: 5 }]);
  });

  it('are not told where everything is shown, nor outside of a request', async () => {
    expect(await read([1, 2], 2)).toEqual([1, 2]);
    expect(await read([1], 5)).toEqual([1]);
    expect(cutLists()).toEqual([]);
  });
});
