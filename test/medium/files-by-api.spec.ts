import { randomUUID } from 'node:crypto';
import { IncomingDocumentEntity } from '../../src/documents/index.js';
import { VirusScanner, type ScanAnswer, type ScannerFacts } from '../../src/files/ports/virus-scanner.port.js';
import { Database } from '../../src/platform/database/database.js';
import { Caller } from '../support/access/caller.js';
import { TestApp } from '../support/test-app.js';

const PAPER = {
  ...{ senderName: 'Sở Nội vụ', code: '41/SNV', issuedOn: '2026-03-10', type: 'Công văn', subject: 'báo cáo quý I' },
};

/** Notes at each file whether a transaction was open meanwhile. */
class WatchedScanner extends VirusScanner {
  readonly isOn = true;
  readonly seen: ('inside' | 'outside')[] = [];
  answer: ScanAnswer = { kind: 'clean' };
  isInside = (): boolean => false;

  scan(): Promise<ScanAnswer> {
    this.seen.push(this.isInside() ? 'inside' : 'outside');
    return Promise.resolve(this.answer);
  }

  about(): Promise<ScannerFacts> {
    return Promise.resolve({ version: 'thử', knowledgeOf: null });
  }
}

describe('files that a program sends under a key', () => {
  let app: TestApp;
  let scanner: WatchedScanner;
  let clerk: Caller;
  beforeEach(async () => {
    scanner = new WatchedScanner();
    app = await TestApp.open({}, { adapters: new Map([[VirusScanner, scanner]]) });
    const database = app.nest.get(Database);
    scanner.isInside = () => database.openTransaction !== null;
    clerk = await Caller.of(app, 'vanthu');
  });
  afterEach(() => app.close());

  const enter = () =>
    clerk.ask('POST', '/api/v1/incoming-documents', { fields: PAPER, file: 'files', key: randomUUID() });
  const lines = () => app.nest.get(Database).reader.manager.count(IncomingDocumentEntity);

  it('are shown to the virus scanner once, before the transaction begins', async () => {
    expect((await enter()).statusCode).toBe(201);
    expect([scanner.seen, await lines()]).toEqual([['outside'], 1]);
  });

  it('are refused as their use case refuses them', async () => {
    scanner.answer = { kind: 'infected', name: 'Eicar' };
    const refused = await enter();
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining('Chưa nhận tệp')]);
    expect([scanner.seen, await lines()]).toEqual([['outside'], 0]);
  });
});
