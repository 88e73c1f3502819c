import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { reportSha256 } from '../../src/signing/domain/evidence/evidence-report.js';
import { verifyPdf } from '../../src/signing/domain/verification/verify-pdf.js';
import { SignatureEvidenceEntity } from '../../src/signing/persistence/signature-evidence.entity.js';
import { capturedMigrations } from '../support/captured-sql-server.js';
import { SigningHouse } from '../support/signing-house.js';

let signing: SigningHouse;
beforeEach(async () => {
  signing = await SigningHouse.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await signing.close();
});

const database = () => signing.house.app.get(Database);
const evidenceOf = (subjectId: string): Promise<SignatureEvidenceEntity[]> =>
  database().reader.manager.find(SignatureEvidenceEntity, {
    where: { subjectId },
    order: { judgedAt: 'ASC', id: 'ASC' },
  });
const read = (sha256s: readonly string[]): Promise<Buffer[]> =>
  Promise.all(sha256s.map((sha256) => signing.house.app.get(FileStore).get(sha256)));

describe('rule 52: the evidence of a judged letter', () => {
  it('is kept at each stage: the file, every reason, certificates and lists, and when', async () => {
    const { request, file } = await signing.sealed();
    expect(request.state).toBe('released');
    const [first, second, ...more] = await evidenceOf(request.id);
    expect([first?.kind, second?.kind, more]).toEqual(['judged', 'judged', []]);
    expect(second).toMatchObject({
      ...{ subjectKind: 'letter', verdict: 'valid', passed: true, submittedSha256: request.submittedSha256 },
      ...{ fileSha256: createHash('sha256').update(file).digest('hex'), judgedAt: signing.house.clock.now() },
    });
    expect(first?.fileSha256).toBe(request.signedSha256);
    expect(second?.report.signatures.map(({ signer, verdict }) => [signer, verdict])).toEqual([
      ['Đỗ Quốc Khánh', 'valid'],
      ['Sở Giáo dục và Đào tạo thành phố Hải Phòng', 'valid'],
    ]);
    expect(second?.report.lines).toHaveLength(9);
    expect([second?.certificates.length, second?.crls.length, second?.anchors.length]).toEqual([3, 1, 1]);
  });

  it('is enough to judge the file again, long after the list is gone', async () => {
    const { request } = await signing.signed();
    const [kept] = await evidenceOf(request.id);
    const certificates = await read(kept!.certificates);
    const again = verifyPdf((await read([kept!.fileSha256]))[0]!, {
      anchors: certificates.filter((der) => kept!.anchors.includes(createHash('sha256').update(der).digest('hex'))),
      intermediates: certificates,
      crls: await read(kept!.crls),
      ocsps: await read(kept!.ocsps),
      now: kept!.judgedAt,
    });
    expect([again.verdict, again.reasons]).toEqual([kept!.verdict, kept!.report.reasons]);
  });

  it('is kept of a file that is refused too', async () => {
    const { request, file } = await signing.submitted();
    const other = await signing.authority.identityOf('phuc', {
      fullName: 'Đặng Vĩnh Phúc',
      title: 'Giám đốc',
      department: 'Sở',
    });
    const refused = await signing.comesBack(request, await signing.sign(file, other));
    expect(refused.state).toBe('proofFailed');
    const [kept] = await evidenceOf(request.id);
    expect([kept?.verdict, kept?.passed]).toEqual(['valid', false]);
    expect(kept?.report.lines.find(({ result }) => result === 'fail')?.title).toBe('Đúng người được trình');
  });

  it('stands in the journal’s chain by the hash of its report', async () => {
    const { request } = await signing.signed();
    const [kept] = await evidenceOf(request.id);
    const line = await database().reader.manager.findOneByOrFail(JournalEntryEntity, { objectId: kept!.id });
    expect(line.action).toBe('signatureEvidence.judged');
    expect(line.detail).toMatchObject({ reportSha256: reportSha256(kept!.report), fileSha256: request.signedSha256 });
  });

  it('can be changed or removed by nobody', async () => {
    const { request } = await signing.signed();
    const [kept] = await evidenceOf(request.id);
    const sql = (statement: string) => database().writer.query(statement);
    await expect(sql(`UPDATE "signature_evidence" SET "verdict" = 'valid'`)).rejects.toThrow('append-only');
    await expect(sql(`DELETE FROM "signature_evidence"`)).rejects.toThrow('append-only');
    expect(await evidenceOf(request.id)).toEqual([kept]);
    expect(
      (await capturedMigrations()).filter(
        (one) => one.startsWith('CREATE TRIGGER') && one.includes('signature_evidence'),
      ),
    ).toEqual([
      'CREATE TRIGGER "tr_signature_evidence_append_only" ON "signature_evidence" INSTEAD OF UPDATE, DELETE AS ' +
        `IF EXISTS (SELECT 1 FROM deleted) THROW 51000, 'signature_evidence is append-only', 1`,
    ]);
  });
});
