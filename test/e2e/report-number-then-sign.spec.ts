import { jest } from '@jest/globals';
import { EdxmlCodec } from '../../integrations/e-office/edxml/edxml-codec.js';
import { CheckRegister, OutgoingDocumentEntity } from '../../src/documents/index.js';
import { SyncAgencies } from '../../src/exchange/index.js';
import { Database } from '../../src/platform/database/database.js';
import type { SignatureRequestEntity } from '../../src/signing/index.js';
import { FixedClock } from '../support/fixed-clock.js';
import { decideOrder } from '../support/order-of-acts.js';
import { ReportDesk } from '../support/report-desk.js';
import { SigningOffice } from '../support/signing-office.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const CITY = { code: 'H24.1', name: 'Văn phòng Ủy ban nhân dân thành phố Hải Phòng' };
const BEGIN = 'Soạn văn bản để trình ký';

const clock = new FixedClock('2026-04-16T01:00:00.000Z');
let office: SigningOffice;
let app: TestApp;
let desk: ReportDesk;
let report: string;

beforeAll(async () => {
  office = await SigningOffice.open(clock);
  app = await TestApp.open({}, { clock });
  office.serve(app, 'own');
  await decideOrder(app, 'numberThenSign');
  app.transport.directory = [{ ...CITY, active: true }];
  await app.nest.get(SyncAgencies).runDue();
  desk = await ReportDesk.open(app);
  const made = await desk.made();
  ({ report } = made);
  await desk.freeze(made);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
  await office.close();
});

const lines = (): Promise<OutgoingDocumentEntity[]> =>
  app.nest.get(Database).reader.manager.find(OutgoingDocumentEntity, { order: { number: 'ASC' } });

const register = async () => {
  const { accept, voided, gaps } = await app.nest.get(CheckRegister).check({ book: 'outgoing', year: 2026 });
  return { accept, voided, gaps };
};

const shown = async (): Promise<string> => textOf((await desk.people.supervisor.get(report)).body);

/** What went to the leader, signed by him. */
const signed = (): Promise<Buffer> => office.sign(app.desk.submitted.at(-1)!.file.content, clock.now());

/** The registry has it sealed, under the number that it bears. */
async function sealed(request: SignatureRequestEntity, file: Buffer): Promise<SignatureRequestEntity> {
  await desk.people.clerk.get(`/so-van-ban/di?phat-hanh=${request.id}`);
  await desk.people.clerk.post(`/phat-hanh/${request.id}`);
  await app.work();
  expect(app.desk.sealed.at(-1)).not.toHaveProperty('entry');
  return office.says(app, request, { status: 'sealed', file: await office.seal(file, clock.now()) });
}

describe('a report whose number is given before its leader signs', () => {
  let draft: string;

  it('loses its number when he refuses, with what he said, and is written anew', async () => {
    draft = await desk.begun(report);
    const request = await desk.submitted(draft);
    expect(await lines()).toMatchObject([
      { number: 1, notation: 'BC-SGDĐT', typeName: 'Báo cáo', state: 'numbered', replyToId: null },
    ]);
    expect(await shown()).toMatch(/Văn bản đi số 01\/BC-SGDĐT .*chưa phát hành/su);

    const comment = 'Số liệu kỳ trước chưa khớp.';
    const refused = await office.says(app, request, { status: 'rejected', comment });
    expect(refused.state).toBe('rejected');
    const reason = `Lãnh đạo từ chối ký: ${comment}`;
    expect(await lines()).toMatchObject([{ number: 1, state: 'voided', voidReason: reason }]);
    expect(textOf((await desk.people.clerk.get('/so-van-ban/di')).body)).toContain(reason);
    expect(textOf((await desk.people.supervisor.get(draft)).body)).toContain(comment);
    expect(await shown()).toMatch(/Dự thảo văn bản, bản 2/u);
    expect(await shown()).not.toContain(BEGIN);

    await desk.act(desk.people.supervisor, draft, '/bo');
    expect(await shown()).toContain(BEGIN);
    const anew = await desk.begun(report);
    expect(anew).not.toBe(draft);
    draft = anew;
  });

  it('is approved, bears its number, is signed, sealed, and sent to whom the agency chose', async () => {
    await desk.act(desk.people.supervisor, draft, '/noi-nhan', { code: CITY.code });
    const request = await desk.submitted(draft);
    expect(app.desk.submitted.at(-1)).toMatchObject({
      ...{ documentTypeCode: 'BC', notation: 'BC-SGDĐT', entry: { number: '02', issuedDate: '2026-04-16' } },
    });
    const file = await signed();
    const proved = await office.says(app, request, { status: 'signed', file });
    expect(proved.state).toBe('verified');
    const waiting = textOf((await desk.people.clerk.get(`/so-van-ban/di?phat-hanh=${request.id}`)).body);
    expect(waiting).toContain('Giữ đúng số 02/BC-SGDĐT, ngày 16/04/2026, đã vào sổ và in khi trình ký');
    expect(waiting).toContain('Gửi văn bản cho 1 cơ quan');

    const released = await sealed(proved, file);
    expect(released.state).toBe('released');
    expect((await lines()).map(({ number, state }) => [number, state])).toEqual([
      [1, 'voided'],
      [2, 'released'],
    ]);
    expect(await register()).toEqual({ accept: true, voided: 1, gaps: [] });
    expect(await shown()).toMatch(/Văn bản đi số 02\/BC-SGDĐT .*đã phát hành/su);
    const sent = app.transport.sent.map(({ bytes }) => new EdxmlCodec().read(bytes).message);
    expect(sent).toMatchObject([
      { kind: 'document', to: [{ id: CITY.code }], codeNumber: '02', codeNotation: 'BC-SGDĐT', typeName: 'Báo cáo' },
    ]);
  });
});
