import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { makeChangeable } from '../../src/platform/database/append-only.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { reportSha256 } from '../../src/signing/domain/evidence/evidence-report.js';
import { verifyPdf } from '../../src/signing/domain/verification/verify-pdf.js';
import { VerifyEvidence } from '../../src/signing/index.js';
import { SignatureEvidenceEntity } from '../../src/signing/persistence/signature-evidence.entity.js';
import { capturedMigrations } from '../support/captured-sql-server.js';
import { SigningApp } from '../support/signing-app.js';

let signing: SigningApp;
beforeEach(async () => {
  signing = await SigningApp.open();
});
afterEach(async () => {
  jest.restoreAllMocks();
  await signing.close();
});

const database = () => signing.app.nest.get(Database);
const evidenceOf = (subjectId: string): Promise<SignatureEvidenceEntity[]> =>
  database().reader.manager.find(SignatureEvidenceEntity, {
    where: { subjectId },
    order: { judgedAt: 'ASC', id: 'ASC' },
  });
const read = (sha256s: readonly string[]): Promise<Buffer[]> =>
  Promise.all(sha256s.map((sha256) => signing.app.nest.get(FileStore).get(sha256)));

describe('rule 52: the evidence of a judged letter', () => {
  it('is kept at each stage: the file, every reason, certificates and lists, and when', async () => {
    const { request, file } = await signing.sealed();
    expect(request.state).toBe('released');
    const [first, second, ...more] = await evidenceOf(request.id);
    expect([first?.kind, second?.kind, more]).toEqual(['judged', 'judged', []]);
    expect(second).toMatchObject({
      ...{ subjectKind: 'letter', verdict: 'valid', passed: true, submittedSha256: request.submittedSha256 },
      ...{ fileSha256: createHash('sha256').update(file).digest('hex'), judgedAt: signing.app.clock.now() },
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

describe('the proof of the evidence names what was done to it past the program', () => {
  const rows = () => database().writer.getRepository(SignatureEvidenceEntity);
  const flaws = () => signing.app.nest.get(VerifyEvidence).verify();
  const UNGUARDED = { code: 'unguarded' };

  /** Judged twice; the triggers are taken away. @returns the first judgement */
  async function unguarded(): Promise<SignatureEvidenceEntity> {
    const { request } = await signing.sealed();
    const [kept] = await evidenceOf(request.id);
    const runner = database().writer.createQueryRunner();
    await makeChangeable(runner, 'signature_evidence');
    await runner.release();
    return kept!;
  }

  it('nothing where nothing was done', async () => {
    await signing.sealed();
    expect(await flaws()).toEqual([]);
  });

  it('that it is guarded no more', async () => {
    await unguarded();
    expect(await flaws()).toEqual([UNGUARDED]);
  });

  it.each<[string, (kept: SignatureEvidenceEntity) => Promise<unknown>, string]>([
    [
      'a report that was exchanged',
      ({ id, report }) => rows().update({ id }, { report: { ...report, verdict: 'invalid' } }),
      'report-changed',
    ],
    [
      'a report that cannot be read',
      ({ id }) => database().writer.query(`UPDATE "signature_evidence" SET "report" = '{' WHERE "id" = '${id}'`),
      'report-changed',
    ],
    ['a result that was turned', ({ id, passed }) => rows().update({ id }, { passed: !passed }), 'report-changed'],
    [
      'a report that was exchanged with its hash',
      ({ id, report }) => {
        const other = { ...report, passed: !report.passed };
        return rows().update({ id }, { report: other, passed: other.passed, reportSha256: reportSha256(other) });
      },
      'line-differs',
    ],
    [
      'a judgement given to another file',
      ({ id }) => rows().update({ id }, { fileSha256: '0'.repeat(64) }),
      'line-differs',
    ],
  ])('%s', async (_what, tamper, code) => {
    const kept = await unguarded();
    await tamper(kept);
    expect(await flaws()).toEqual([UNGUARDED, { code, id: kept.id }]);
  });

  it('a judgement that was removed, and one that was put in', async () => {
    const kept = await unguarded();
    await rows().delete({ id: kept.id });
    expect(await flaws()).toEqual([UNGUARDED, { code: 'rows-missing', rows: 1 }]);
    const id = 'f'.repeat(36);
    await rows().insert(Object.assign(kept, { id }));
    expect(await flaws()).toEqual([UNGUARDED, { code: 'line-missing', id }, { code: 'rows-missing', rows: 1 }]);
  });
});
