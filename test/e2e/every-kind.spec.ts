import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEPT_LIMITS } from '../../integrations/pdf-converter/kept-office.js';
import { SofficePdfMaker } from '../../integrations/pdf-converter/soffice-pdf-maker.js';

import { HandlingSlip } from '../../src/correspondence/index.js';
import { HandDeliveryEntity, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { checkFile } from '../../src/drafting/format/check-file.js';
import { ReviewDraft, WriteDraft } from '../../src/drafting/index.js';
import { RecordHandDelivery } from '../../src/exchange/index.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import { Database } from '../../src/platform/database/database.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { CheckAnyPdf, type SignatureRequestEntity } from '../../src/signing/index.js';
import { LetterActs } from '../../src/web/drafting/letter-acts.js';
import { kindNamed, KINDS, sampleOf } from '../../templates/catalogue.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { PlacesOfKinds, type BegunDocument } from '../support/places-of-kinds.js';

const SLIP = 'phieu-giai-quyet-van-ban-den';
/** The officer changes when all others are written, and the report comes when its period is over. */
const LAST = ['cong-van-thay-doi-dau-moi', 'bao-cao'];
/** The reply comes before the letter that corrects it. */
const ORDER = KINDS.map(({ name }) => name).filter((name) => name !== SLIP && !LAST.includes(name));

let directory: string;
let maker: SofficePdfMaker;
let office: AppAtOffice;
let places: PlacesOfKinds;
let reply: OutgoingDocumentEntity;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'every-kind-'));
  maker = new SofficePdfMaker({ soffice: 'soffice', workDirectory: directory, timeoutMs: 120_000, kept: KEPT_LIMITS });
  office = await AppAtOffice.open({ pages: maker });
  places = new PlacesOfKinds(office);
  await places.settle();
});
afterAll(async () => {
  await office.close();
  await maker.onModuleDestroy();
  await rm(directory, { recursive: true });
});

const person = (id: string) => office.letters.actor(id);
const isWritten = (value: unknown): boolean => value !== '' && !(Array.isArray(value) && value.length === 0);

/** What its place knew stays; whatever is lacking is written as in the sample of its kind. */
async function write({ draftId, author }: BegunDocument, kind: string): Promise<void> {
  const { fields, signerId, version } = await office.letters.draftOf(draftId);
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => isWritten(value)));
  const whole = { ...(sampleOf(kind) as object), ...known };
  const unwritten = Object.keys(kindNamed(kind)?.labels ?? {}).filter((part) => !isWritten(whole[part as never] ?? ''));
  expect([kind, unwritten.filter((part) => !kindNamed(kind)?.optional.includes(part))]).toEqual([kind, []]);
  await office.app.nest.get(WriteDraft).save(await person(author), draftId, { fields: whole, signerId, version });
  await office.app.work();
  expect(await office.letters.draftOf(draftId)).toMatchObject({
    pdfProblem: null,
    pdfSha256: expect.any(String) as unknown,
  });
}

/** Approved by two, signed by its leader, numbered, sealed. @returns its line in the register, and its file as it left */
async function released({ draftId, author }: BegunDocument): Promise<[OutgoingDocumentEntity, Buffer]> {
  const acts = office.app.nest.get(LetterActs, { strict: false });
  const draft = await office.letters.draftOf(draftId);
  await acts.send(await person(author), draft);
  const ofOffice = draft.unitId === 'van-phong';
  await acts.approveContent(await person(ofOffice ? 'khanh' : 'thang'), draft);
  await office.app.nest
    .get(ReviewDraft)
    .approve(await person(author === 'vanthu' ? 'thethuc' : 'vanthu'), draftId, 'format');
  const id = await acts.submit(await person(author), await office.letters.draftOf(draftId));
  await office.app.work();
  const sealed = await left(await office.seals(await office.acts('sign', await office.letters.request(id))));
  expect([draft.template, sealed.state, sealed.comment]).toEqual([draft.template, 'released', null]);
  const lines = office.app.nest.get(Database).reader.getRepository(OutgoingDocumentEntity);
  const file = await office.app.nest.get(FileStore).get(sealed.sealedSha256 ?? '');
  return [await lines.findOneByOrFail({ id: sealed.outgoingDocumentId ?? '' }), file];
}

/** What answers an agency that no code leads to goes by post. */
async function left(request: SignatureRequestEntity): Promise<SignatureRequestEntity> {
  const { reader } = office.app.nest.get(Database);
  const letter = { outgoingDocumentId: request.outgoingDocumentId ?? '' };
  for (const { id } of await reader.getRepository(HandDeliveryEntity).findBy(letter)) {
    const posted = {
      way: 'post',
      sentOn: civilDate('2026-03-18'),
      envelopes: 1,
      note: 'RR123456789VN',
      receivedOn: null,
    };
    await office.app.nest.get(RecordHandDelivery).record(await person('vanthu'), id, posted);
    await office.app.work();
  }
  return office.letters.request(request.id);
}

/** For people to look at: `PICTURES_OF_KINDS` names a folder that takes the files as they left. */
async function kept(kind: string, pdf: Buffer): Promise<void> {
  const folder = process.env['PICTURES_OF_KINDS'];
  if (folder !== undefined) await writeFile(join(folder, `${kind}.pdf`), pdf);
}

describe('every kind of document, begun at its place', () => {
  it.each([...ORDER, ...LAST])(
    '%s is drafted, approved, signed, numbered, sealed and released, its file valid and in form',
    async (kind) => {
      const begun = await places.begin(kind, () => reply.id);
      await write(begun, kind);
      const [line, pdf] = await released(begun);
      if (kind === 'cong-van-tra-loi') reply = line;
      await kept(kind, pdf);
      expect(line).toMatchObject({ state: 'released', recalledAt: null });
      const checked = await office.app.nest
        .get(CheckAnyPdf)
        .check(await person('vanthu'), { name: 'a.pdf', content: pdf });
      expect([kind, checked.kind === 'checked' && checked.verification.verdict]).toEqual([kind, 'valid']);
      const form = await checkFile({ kind: 'pdf', content: pdf, options: { titlesAllowed: false }, mends: false });
      expect([kind, form]).toEqual([kind, { kind: 'checked', findings: [], mended: null }]);
    },
    180_000,
  );

  it('the slip that goes round with an incoming document is made there, with whose direction it is, who leads and until when', async () => {
    const slips = office.app.nest.get(HandlingSlip, { strict: false });
    const { docx } = await slips.docx(await person('vanthu'), await places.routedPaper());
    const [page] = await maker.convert([docx], 'app');
    if (page?.status !== 'done') throw new Error(page?.reason);
    await kept(SLIP, page.pdf);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: page.pdf, encoding: 'utf8' });
    for (const said of [
      'PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN',
      ...['41/SNV-CCHC', 'Phòng GDTrH tham mưu kế hoạch.', 'Đỗ Quốc Khánh'],
      ...['Phòng Giáo dục Trung học, thời hạn: 31/12/2026', 'Văn phòng Sở'],
    ])
      expect(text.normalize('NFC').replace(/\s+/gu, ' ')).toContain(said);
  }, 120_000);
});
