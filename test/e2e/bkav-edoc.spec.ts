import { jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectEOffice } from '../../integrations/e-office/profiles/connect.js';
import type { EOfficeConnection } from '../../integrations/e-office/profiles/connection.js';
import { loadProfile } from '../../integrations/e-office/profiles/load-profile.js';
import { startSimulator, type RunningSimulator } from '../../integrations/e-office/simulator/server.js';
import { ChangeAnnexes } from '../../src/drafting/index.js';
import { ChooseRecipients, ReceivePending, SyncAgencies } from '../../src/exchange/index.js';
import { MessageTransport } from '../../src/exchange/ports/message-transport.port.js';
import { AgencyProfiles, PublishAgencyProfile } from '../../src/agency-profile/index.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { SpoolFolder } from '../../src/platform/spool/spool.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import { SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { SubmitReply, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { unsignedPdf } from '../support/agency-pen.js';
import { FixedClock } from '../support/fixed-clock.js';
import { LettersOf } from '../support/letters-of.js';
import { SigningOffice } from '../support/signing-office.js';
import { DEPARTMENT, FEEDBACK, HOTLINE, TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const TOKEN = 'ma-thu-nghiem';
const HOME = { code: '000.00.07.H24', name: 'Sở Nội vụ thành phố Hải Phòng' };

let directory: string;
let simulator: RunningSimulator;
let connection: EOfficeConnection;
let office: SigningOffice;
let app: TestApp;
const clock = new FixedClock('2026-03-18T02:00:00Z');
const letters = new LettersOf(() => app);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bkav-edoc-'));
  simulator = await startSimulator({
    ...{ directory, clock, port: 0, host: '127.0.0.1', username: 'sgddt', password: TOKEN },
    department: { agencyCode: DEPARTMENT.id, name: DEPARTMENT.name },
    hotline: { agencyCode: HOTLINE.id, name: HOTLINE.name },
    agencies: [{ agencyCode: HOME.code, name: HOME.name }],
    leaders: [{ userCode: 'khanh', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' }],
    clerk: { userCode: 'vanthu', name: 'Phạm Minh Tuệ' },
  });
  const line = { endpoint: `${simulator.url}/edoc`, username: '', password: TOKEN, timeoutMs: 10_000 };
  const here = { agencyCode: DEPARTMENT.id, spools: SpoolFolder.ofSystem(), workDirectory: directory };
  connection = connectEOffice(loadProfile('bkav-edoc'), { ...line, ...here }, clock);
  office = await SigningOffice.open({ now: () => new Date('2026-03-18T01:00:00Z') });
  const adapters = new Map<abstract new (...args: never[]) => object, object>([
    [MessageTransport, connection.transport],
    [SigningDesk, connection.signingDesk],
  ]);
  app = await TestApp.open({}, { clock, adapters });
  office.serve(app);
  const facts = {
    ...(await app.nest.get(AgencyProfiles, { strict: false }).today()),
    actOrder: 'numberThenSign' as const,
  };
  await app.nest.get(PublishAgencyProfile, { strict: false }).publish(await letters.actor('vanthu'), {
    ...{ facts, validFrom: '2026-03-18', latest: 1 },
    reason: 'Hệ thống quản lý văn bản không đóng dấu qua kết nối.',
  });
});
afterAll(async () => {
  jest.restoreAllMocks();
  connection.close();
  await app.close();
  await simulator.stop();
  await office.close();
  await rm(directory, { recursive: true, force: true });
});

const robot = async (path: string, body?: object): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' };
  const sent = body && { method: 'POST', headers, body: JSON.stringify(body) };
  return (await fetch(`${simulator.url}${path}`, sent)).json();
};

describe('the whole job with an e-office that speaks Bkav eDoc', () => {
  it('goes from the feedback to the answer that two agencies get, entered and signed by hand, with its statuses each told once', async () => {
    const { hotlineCode } = (await robot('/api/feedback', FEEDBACK)) as { readonly hotlineCode: string };
    expect(await app.nest.get(ReceivePending).receive()).toBe(1);
    await app.work();
    const ticket = (await app.nest.get(TicketQueries).byHotlineCode(hotlineCode))?.id ?? '';
    await letters.assign(ticket, 'gdtrh', 'ngoc');
    await app.nest.get(WorkOnTicket).accept(await letters.actor('ngoc'), ticket);
    await app.work();
    const draftId = await letters.begin(ticket);
    await letters.save(draftId, 'ngoc');
    const annex = await unsignedPdf(501);
    const files = [{ name: 'Bảng thu chi.pdf', content: annex }];
    const { version } = await letters.draftOf(draftId);
    await app.nest.get(ChangeAnnexes).add(await letters.actor('ngoc'), draftId, { files, version, reason: '' });
    await app.nest.get(SyncAgencies).runDue();
    await app.nest.get(ChooseRecipients).add(await letters.actor('ngoc'), draftId, HOME.code);
    await app.work();
    await letters.sendOn(draftId);
    await letters.approveBoth(draftId);
    const id = await app.nest.get(SubmitReply).submit(await letters.actor('ngoc'), draftId);
    await app.work();

    const clerk = await app.browserOf('vanthu');
    expect(textOf((await clerk.get('/so-van-ban/den')).body)).toContain(
      '1 văn bản chờ ghi tay vào hệ thống quản lý văn bản',
    );
    const [, entry = ''] = /href="(\/trao-doi\/ghi-so\/[^"]+)"/u.exec((await clerk.get('/trao-doi/ghi-so')).body) ?? [];
    const tick = async (form: Readonly<Record<string, string>>): Promise<string> => {
      await clerk.get(entry);
      return textOf((await clerk.follow(await clerk.post(entry, form))).body);
    };
    expect(await tick({ was: '', number: '0', enteredOn: '2026-03-18' })).toContain(
      'Ghi số đến mà hệ thống quản lý văn bản cấp',
    );
    expect(await tick({ was: '', number: '77', enteredOn: '2026-03-18' })).toContain('Mọi văn bản đến đã ghi');
    expect(await tick({ was: '76', number: '78', enteredOn: '2026-03-18' })).not.toContain('Số 78');
    expect(textOf((await clerk.get(entry)).body)).toContain('Đã ghi số 77');
    expect(textOf((await clerk.get('/so-van-ban/den')).body)).not.toContain('chờ ghi tay');
    const bring = async (file: Buffer): Promise<void> => {
      await clerk.get(`/trinh-ky/${id}`);
      const chosen = { field: 'file', name: 'ky.pdf', content: Uint8Array.from(file) };
      await clerk.postFile(`/trinh-ky/${id}/dua-len`, {}, chosen);
      await app.work();
    };
    const submitted = await app.nest.get(FileStore).get((await letters.request(id)).submittedSha256);
    const signed = await office.sign(submitted, clock.now());
    await bring(signed);
    clock.advance(60_000);
    await app.nest.get(NumberAndSeal).numberAndSeal(await letters.actor('vanthu'), id);
    await app.work();
    await bring(await office.seal(signed, clock.now()));
    expect((await letters.request(id)).state).toBe('sealing');
    const bringAnnex = async (content: Buffer): Promise<string> => {
      await clerk.get(`/trinh-ky/${id}`);
      const chosen = { field: 'files', name: 'phu-luc.pdf', content: Uint8Array.from(content) };
      const page = textOf((await clerk.follow(await clerk.postFile(`/trinh-ky/${id}/dua-phu-luc`, {}, chosen))).body);
      await app.work();
      return page;
    };
    expect(textOf((await clerk.get(`/trinh-ky/${id}`)).body)).toContain('Tải phụ lục 1: Bảng thu chi.pdf');
    expect(await bringAnnex(await unsignedPdf(502))).toContain('không phải phụ lục nào còn chờ ký');
    expect(await bringAnnex(annex)).toContain('Chưa nhận tệp “phu-luc.pdf”.');
    const wrong = await office.sealAnnex(annex, 'Số: 02/SGDĐT-GDTrH', clock.now());
    expect(await bringAnnex(wrong)).toContain('phải là “Số: 01/SGDĐT-GDTrH');
    expect((await letters.request(id)).state).toBe('sealing');
    const right = await office.sealAnnex(annex, 'Số: 01/SGDĐT-GDTrH', clock.now());
    expect(await bringAnnex(right)).toContain('Đủ phụ lục, văn bản đang phát hành.');
    expect((await letters.request(id)).state).toBe('released');

    const { received } = (await robot('/api/ledger')) as {
      readonly received: readonly {
        readonly consignmentId: string;
        readonly kind: string;
        readonly status: string | null;
      }[];
    };
    expect(received.map(({ kind, status }) => status ?? kind)).toEqual(['01', '03', '04', '05', 'document', '06']);
    const letter = received.find(({ kind }) => kind === 'document');
    const bytes = await (await fetch(`${simulator.url}/api/messages/${letter?.consignmentId ?? ''}`)).text();
    for (const code of [HOTLINE.id, HOME.code]) expect(bytes).toContain(code);
    expect(await app.nest.get(ReceivePending).receive()).toBe(0);
  });
});
