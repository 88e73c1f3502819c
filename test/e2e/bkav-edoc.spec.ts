import { jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectEOffice } from '../../integrations/e-office/profiles/connect.js';
import type { EOfficeConnection } from '../../integrations/e-office/profiles/connection.js';
import { loadProfile } from '../../integrations/e-office/profiles/load-profile.js';
import { startSimulator, type RunningSimulator } from '../../integrations/e-office/simulator/server.js';
import { ReceivePending } from '../../src/exchange/index.js';
import { Mailroom } from '../../src/exchange/ports/mailroom.port.js';
import { House, PublishHouseFacts } from '../../src/house/index.js';
import { FileStore } from '../../src/platform/files/file-store.js';
import { SpoolFolder } from '../../src/platform/spool/spool.js';
import { NumberAndSeal } from '../../src/signing/index.js';
import { SigningDesk } from '../../src/signing/ports/signing-desk.port.js';
import { SubmitReply, WorkOnTicket } from '../../src/tickets/index.js';
import { TicketQueries } from '../../src/tickets/persistence/ticket-queries.js';
import { FixedClock } from '../support/fixed-clock.js';
import { LettersOf } from '../support/letters-of.js';
import { SigningOffice } from '../support/signing-office.js';
import { DEPARTMENT, FEEDBACK, HOTLINE, TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const TOKEN = 'ma-thu-nghiem';

let directory: string;
let simulator: RunningSimulator;
let connection: EOfficeConnection;
let office: SigningOffice;
let house: TestApp;
const clock = new FixedClock('2026-03-18T02:00:00Z');
const letters = new LettersOf(() => house);

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bkav-edoc-'));
  simulator = await startSimulator({
    ...{ directory, clock, port: 0, host: '127.0.0.1', username: 'sgddt', password: TOKEN },
    department: { agencyCode: DEPARTMENT.id, name: DEPARTMENT.name },
    hotline: { agencyCode: HOTLINE.id, name: HOTLINE.name },
    leaders: [{ userCode: 'khanh', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' }],
    clerk: { userCode: 'vanthu', name: 'Phạm Minh Tuệ' },
  });
  const line = { endpoint: `${simulator.url}/edoc`, username: '', password: TOKEN, timeoutMs: 10_000 };
  const here = { agencyCode: DEPARTMENT.id, spools: SpoolFolder.ofSystem(), workDirectory: directory };
  connection = connectEOffice(loadProfile('bkav-edoc'), { ...line, ...here }, clock);
  office = await SigningOffice.open({ now: () => new Date('2026-03-18T01:00:00Z') });
  const adapters = new Map<abstract new (...args: never[]) => object, object>([
    [Mailroom, connection.mailroom],
    [SigningDesk, connection.signingDesk],
  ]);
  house = await TestApp.open({}, { clock, adapters });
  office.serve(house);
  const facts = { ...(await house.app.get(House, { strict: false }).today()), actOrder: 'numberThenSign' as const };
  await house.app.get(PublishHouseFacts, { strict: false }).execute(await letters.actor('vanthu'), {
    ...{ facts, validFrom: '2026-03-18', latest: 1 },
    reason: 'E-office không đóng dấu qua kết nối.',
  });
});
afterAll(async () => {
  jest.restoreAllMocks();
  connection.close();
  await house.close();
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
  it('goes from the feedback to the released answer, signed by hand, with its statuses each told once', async () => {
    const { hotlineCode } = (await robot('/api/feedback', FEEDBACK)) as { readonly hotlineCode: string };
    expect(await house.app.get(ReceivePending).execute()).toBe(1);
    await house.work();
    const ticket = (await house.app.get(TicketQueries).byHotlineCode(hotlineCode))?.id ?? '';
    await letters.assign(ticket, 'gdtrh', 'ngoc');
    await house.app.get(WorkOnTicket).accept(await letters.actor('ngoc'), ticket);
    await house.work();
    const draftId = await letters.approved(ticket);
    const id = await house.app.get(SubmitReply).execute(await letters.actor('ngoc'), draftId);
    await house.work();

    const clerk = await house.browserOf('vanthu');
    const undone = textOf((await clerk.get('/trao-doi')).body);
    expect(undone).toContain('E-office này không ghi văn bản đến vào sổ qua kết nối; làm việc này bằng tay');
    const bring = async (file: Buffer): Promise<void> => {
      await clerk.get(`/trinh-ky/${id}`);
      const chosen = { field: 'file', name: 'ky.pdf', content: Uint8Array.from(file) };
      await clerk.postFile(`/trinh-ky/${id}/dua-len`, {}, chosen);
      await house.work();
    };
    const submitted = await house.app.get(FileStore).get((await letters.request(id)).submittedSha256);
    const signed = await office.sign(submitted, clock.now());
    await bring(signed);
    clock.advance(60_000);
    await house.app.get(NumberAndSeal).execute(await letters.actor('vanthu'), id);
    await house.work();
    await bring(await office.seal(signed, clock.now()));
    expect((await letters.request(id)).state).toBe('released');

    const { received } = (await robot('/api/ledger')) as {
      readonly received: readonly { readonly kind: string; readonly status: string | null }[];
    };
    expect(received.map(({ kind, status }) => status ?? kind)).toEqual(['01', '03', '04', '05', 'document', '06']);
    expect(await house.app.get(ReceivePending).execute()).toBe(0);
  });
});
