import { PDFDocument } from '@cantoo/pdf-lib';
import { jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAuthority, type Authority } from '../../integrations/e-office/simulator/authority/authority.js';
import type { SigningIdentity } from '../../integrations/e-office/simulator/authority/identity.js';
import { signAsLeader } from '../../integrations/e-office/simulator/signer/sign-as-leader.js';
import { letterWithPlaces } from '../../integrations/pdf-converter/letter-with-places.fixture.js';
import { preparePdf } from '../../integrations/pdf-converter/prepare-pdf.js';
import { REPLY } from '../../src/cli/demo/texts.js';
import { OutgoingDocumentEntity } from '../../src/documents/index.js';
import { DraftQueries, ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import { PdfMaker } from '../../src/drafting/ports/pdf-maker.port.js';
import type { Actor } from '../../src/kernel/actor.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import {
  PollSignatures,
  NumberAndSeal,
  SignatureQueries,
  type SignatureRequestEntity,
} from '../../src/signing/index.js';
import type { LetterProof } from '../../src/signing/domain/proof/letter-proof.js';
import { readCertificate } from '../../src/signing/domain/certificates/certificate.js';
import { TrustCertificateEntity } from '../../src/signing/trust/persistence/trust.entities.js';
import { CrlSource } from '../../src/signing/ports/crl-source.port.js';
import { TrustAnchors } from '../../src/signing/ports/trust-anchors.port.js';
import { AssignTicket, BeginReply, SubmitReply, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { save } from '../support/test-authority/pdf-writer.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const DEPARTMENT = 'Sở Giáo dục và Đào tạo thành phố Hải Phòng';
const LEADER = { fullName: 'Đỗ Quốc Khánh', title: 'Phó Giám đốc', department: DEPARTMENT };

let directory: string;
let app: TestApp;
let authority: Authority;
let leader: SigningIdentity;
let colleague: SigningIdentity;
/** Bears the leader's name and code, made by an authority that nobody trusts. */
let impostor: SigningIdentity;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hoi-am-forged-'));
  app = await TestApp.open();
  const options = { clock: app.clock, crlUrl: 'http://127.0.0.1:7080/ca/crl' };
  authority = await openAuthority(join(directory, 'authority'), options);
  leader = await authority.identityOf('khanh', LEADER);
  colleague = await authority.identityOf('phuc', { ...LEADER, fullName: 'Đặng Vĩnh Phúc', title: 'Giám đốc' });
  impostor = await (await openAuthority(join(directory, 'impostor'), options)).identityOf('khanh', LEADER);
  const root = Buffer.from(authority.rootPem().replaceAll(/-----[^-]+-----/gu, ''), 'base64');
  jest.spyOn(app.nest.get(TrustAnchors), 'anchors').mockResolvedValue([root]);
  jest.spyOn(app.nest.get(CrlSource), 'fetch').mockImplementation(() => authority.crl());
  jest.spyOn(app.nest.get(PdfMaker), 'prepare').mockImplementation(async () => preparePdf(await letterWithPlaces()));
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true, force: true });
});

const actor = async (id: string): Promise<Actor> => (await app.nest.get(StaffDirectory).person(id)).actor;

/** A citizen's feedback and the reply to it, written, approved and put before the leader. */
async function submittedReply(): Promise<{ ticket: TicketEntity; request: SignatureRequestEntity; submitted: Buffer }> {
  const ticket = await app.receive();
  const officer = await actor('ngoc');
  const assignment = { ticketId: ticket.id, unitId: 'gdtrh', officerId: 'ngoc' };
  await app.nest.get(AssignTicket).assign(await actor('vanthu'), assignment);
  await app.nest.get(WorkOnTicket).accept(officer, ticket.id);
  const draftId = await app.nest.get(BeginReply).begin(officer, ticket.id);
  const { fields, signerId, version } = (await app.nest.get(DraftQueries).byId(draftId))!;
  await app.nest.get(WriteDraft).save(officer, draftId, { fields: { ...fields, ...REPLY }, signerId, version });
  return { ticket, ...(await submit(draftId)) };
}

async function submit(draftId: string): Promise<{ request: SignatureRequestEntity; submitted: Buffer }> {
  const officer = await actor('ngoc');
  const review = app.nest.get(ReviewDraft);
  await app.work();
  await review.send(officer, draftId);
  await review.approve(await actor('thang'), draftId, 'content');
  await review.approve(await actor('vanthu'), draftId, 'format');
  await app.nest.get(SubmitReply).submit(officer, draftId);
  await app.work();
  const [request] = await app.nest.get(SignatureQueries).ofDraft(draftId);
  return { request: request!, submitted: app.desk.submitted.at(-1)!.file.content };
}

/** The e-office says that the letter is signed, and hands out this file. */
async function comesBack({ id, clientRequestId, remoteId }: SignatureRequestEntity, file: Buffer) {
  const sha256 = createHash('sha256').update(file).digest('hex');
  jest.spyOn(app.desk, 'signedFile').mockResolvedValueOnce(file);
  jest.spyOn(app.desk, 'states').mockResolvedValueOnce([
    {
      signatureRequestId: remoteId ?? '',
      clientRequestId,
      revision: 2,
      status: 'signed',
      changedAt: app.clock.now(),
      signedFile: { fileId: 'cong-van', sha256 },
    },
  ]);
  await app.nest.get(PollSignatures).poll();
  await app.work();
  return (await app.nest.get(SignatureQueries).byId(id))!;
}

const sign = (pdf: Buffer, identity = leader): Promise<Buffer> => signAsLeader(pdf, { identity, at: app.clock.now() });

async function anotherLetter(): Promise<Buffer> {
  const document = await PDFDocument.load(await letterWithPlaces());
  document.getPage(0).drawText('Thu khac', { x: 90, y: 600, size: 13 });
  return (await preparePdf(Buffer.from(await document.save({ useObjectStreams: false })))).pdf;
}

/** The page is taller than the one that was signed; all lengths stay. */
function altered(signed: Buffer): Buffer {
  const copy = Buffer.from(signed);
  const at = copy.indexOf('/MediaBox');
  copy[copy.indexOf('8', at)] = 0x39;
  return copy;
}

/** A further save that puts a page of its own in place of the signed one. */
const savedOver = (signed: Buffer): Buffer => {
  const page = /(\d+) 0 obj\s*<<[^<>]*\/Type \/Page\b/u.exec(signed.toString('latin1'))?.[1] ?? '';
  return save(signed, { [Number(page)]: '<< /Type /Page /MediaBox [0 0 595 842] >>' });
};

const failing = ({ proof }: SignatureRequestEntity): string[] =>
  (proof as LetterProof).lines.flatMap(({ code, result }) =>
    result === 'pass' || result === 'notChecked' ? [] : [code],
  );

describe('a file that comes back from signing', () => {
  it('goes on to the registry when it is the submitted one, signed by whom it was put before', async () => {
    const { request, submitted } = await submittedReply();
    const seen = await comesBack(request, await sign(submitted));
    expect([failing(seen), seen.state]).toEqual([[], 'verified']);
  });

  it.each<[string, (submitted: Buffer) => Promise<Buffer>, string]>([
    ['another letter, signed by the same leader', async () => sign(await anotherLetter()), 'submittedFile'],
    ['altered after signing', async (pdf) => altered(await sign(pdf)), 'unchanged'],
    ['saved over after signing', async (pdf) => savedOver(await sign(pdf)), 'unchanged'],
    ['signed by somebody else of the agency', (pdf) => sign(pdf, colleague), 'signer'],
    ['signed in the leader’s name by an unknown authority', (pdf) => sign(pdf, impostor), 'signer'],
    ['not signed', (pdf) => Promise.resolve(pdf), 'signer'],
  ])('is not let out when it is %s', async (_what, forge, line) => {
    const { ticket, request, submitted } = await submittedReply();
    const { manager } = app.nest.get(Database).reader;
    const outgoing = await manager.count(OutgoingDocumentEntity);
    const seen = await comesBack(request, await forge(submitted));
    expect(seen.state).toBe('proofFailed');
    expect(failing(seen)).toContain(line);

    const registry = app.nest.get(NumberAndSeal).numberAndSeal(await actor('vanthu'), request.id);
    await expect(registry).rejects.toMatchObject({ code: 'signature-not-valid' });
    await app.work();
    expect(await manager.count(OutgoingDocumentEntity)).toBe(outgoing);
    expect(app.desk.sealed).toEqual([]);
    expect(app.transport.sent.filter(({ kind }) => kind === 'document')).toEqual([]);

    const { title, detail } = (seen.proof as LetterProof).lines.find(({ code }) => code === line)!;
    const clerk = await app.browserOf('vanthu');
    const checked = textOf((await clerk.get(`/trinh-ky/${request.id}`)).body);
    expect([checked.includes(title), checked.includes(detail)]).toEqual([true, true]);
    expect(textOf((await clerk.get(`/phieu/${ticket.id}`)).body)).toContain('Bản trả về không đạt kiểm tra');
    const refused = textOf((await clerk.get('/tin-loi')).body);
    expect(refused).toContain('Tệp ký không đúng bản trình');
    expect(refused).toContain(ticket.code);
  });

  it('is taken by its certificate once one is bound to the leader, and says where a new one is bound (rule 53)', async () => {
    const bind = (identity: SigningIdentity): Promise<unknown> => {
      const der = Buffer.from(identity.certificate.toSchema().toBER());
      const { sha256, fields } = readCertificate(der);
      return app.nest.get(UnitOfWork).run((tx) =>
        tx.insert(TrustCertificateEntity, {
          ...{ id: sha256.slice(0, 36), kind: 'person', origin: 'people', personId: 'khanh', sha256, purposes: [] },
          ...{ der: der.toString('base64'), subject: LEADER.fullName, basis: 'Thử', addedByName: 'A' },
          ...{ notBefore: fields.notBefore, notAfter: fields.notAfter, activeFrom: app.clock.now() },
          ...{ confirmedByName: 'B', activeTo: null, endedBecause: null, endedById: null },
        }),
      );
    };
    await bind(colleague);
    const first = await submittedReply();
    const seen = await comesBack(first.request, await sign(first.submitted));
    expect([failing(seen), seen.state]).toEqual([['signer'], 'proofFailed']);
    expect(JSON.stringify(seen.proof)).toContain('quản trị thêm chứng thư mới ở trang Chứng thư số tin cậy');

    await bind(leader);
    const second = await submittedReply();
    expect((await comesBack(second.request, await sign(second.submitted))).state).toBe('verified');
    await app.nest.get(UnitOfWork).run((tx) => tx.deleteAll(TrustCertificateEntity));
  });

  it('may be put before the leader again, under an id of its own, once it was refused', async () => {
    const { ticket, request, submitted } = await submittedReply();
    await comesBack(request, await sign(submitted, colleague));
    expect((await app.nest.get(TicketQueries).byId(ticket.id))?.state).toBe('draftingReply');
    const officer = await app.browserOf('ngoc');
    expect(textOf((await officer.get(`/du-thao/${request.draftId}`)).body)).toContain('Đúng người được trình');

    app.clock.advance(60_000);
    const again = await submit(request.draftId);
    expect(again.request.clientRequestId).toBe(request.clientRequestId.replace(/-r2$/u, '-r3'));
    expect((await comesBack(again.request, await sign(again.submitted))).state).toBe('verified');
    expect((await app.nest.get(SignatureQueries).byId(request.id))?.state).toBe('proofFailed');
  });
});
