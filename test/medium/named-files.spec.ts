import { DraftRevisionEntity } from '../../src/drafting/persistence/draft-revision.entities.js';
import { namedFiles, NAMING } from '../../src/bootstrap/named-files.js';
import { TrustRevocationListEntity } from '../../src/signing/trust/persistence/revocation-list.entity.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

/** Hashes of what is no stored file's store: texts, certificates in their rows, evidence that is kept for a time. */
const OTHER_HASHES = [
  'draft_approval.contentSha256',
  'exchange_trace.requestSha256',
  'exchange_trace.responseSha256',
  'inspection_sample.populationSha256',
  'key_fingerprint.sha256',
  'reconciliation_difference.sha256Here',
  'reconciliation_difference.sha256There',
  'record_page_count.sha256',
  'record_seal.sha256',
  'refused_call.rawSha256',
  'signature_evidence.reportSha256',
  'trust_certificate.sha256',
  'trust_proposal.sha256',
];

describe('the files that the database names', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.close());

  it('are those of every column with a hash, but for hashes of other things', () => {
    const hashes = test.database.writer.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map(({ propertyName }) => `${tableName}.${propertyName}`).filter((name) => /sha256/iu.test(name)),
    );
    const naming = Object.entries(NAMING).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
    const known = [...OTHER_HASHES, ...naming.filter((name) => /sha256/iu.test(name))];
    expect(hashes.sort()).toEqual(known.sort());
  });

  it('are read from columns and from JSON', async () => {
    const [list, docx, annex] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
    const now = new Date('2026-12-01T00:00:00Z');
    const { manager } = test.database.writer;
    const address = { id: 'd'.repeat(64), address: 'http://crl.test/', issuer: '', triedAt: now };
    await manager.insert(TrustRevocationListEntity, { ...address, sha256: list });
    await manager.insert(DraftRevisionEntity, {
      ...{ draftId: 'n-1', revision: 1, source: 'form', fields: {}, signerId: 's-1', docxSha256: docx },
      annexes: [{ name: `${'e'.repeat(64)}.pdf`, size: 1, sha256: annex }],
      ...{ writerId: 's-1', writerName: 'Nguyễn Văn Ất', savedAt: now },
    });
    expect([...(await namedFiles(test.database))].sort()).toEqual([list, docx, annex]);
  });
});
