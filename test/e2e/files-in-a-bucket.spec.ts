import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Of } from '../../src/kernel/sha256.js';
import { Settings } from '../../src/config/settings.js';
import { Database } from '../../src/platform/database/database.js';
import type { SignatureRequestEntity } from '../../src/signing/persistence/signing.entities.js';
import { TicketFileEntity } from '../../src/tickets/persistence/life.entities.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { PDF } from '../support/life-of-a-ticket.js';
import { FaultingLine } from '../support/s3/faulting-line.js';
import { ACCESS, BUCKET, Moto } from '../support/s3/moto.js';
import { SecondApp } from '../support/second-app.js';
import { PASSWORD } from '../support/test-people.js';
import { textOf, WebVisitor } from '../support/web-visitor.js';

/** What the second of two machines is given, beside the database and the store. */
const KEYS = {
  SESSION_SECRET: 'một chuỗi dài mà hai máy cùng giữ, để thử',
  ACCOUNT_KEY: 'một khóa khác mà hai máy cùng giữ, để thử',
  ANCHOR_KEY: 'khóa ký mốc mà hai máy cùng giữ, cũng để thử',
};

describe('two machines with one database and their files in a bucket', () => {
  let moto: Moto;
  let line: FaultingLine;
  let office: AppAtOffice;
  let environment: Readonly<Record<string, string>>;
  let second: SecondApp;
  let secondMachine: string;
  let request: SignatureRequestEntity;

  beforeAll(async () => {
    moto = await Moto.start();
    line = await FaultingLine.to(moto.port);
    secondMachine = await mkdtemp(join(tmpdir(), 'hoi-am-may-2-'));
    environment = { HOI_AM_FILES: `s3://${BUCKET}/tep`, FILES_ENDPOINT: line.endpoint, ...ACCESS, ...KEYS };
    office = await AppAtOffice.open({ environment });
  });
  afterAll(async () => {
    await second.stop();
    await office.close();
    await line.close();
    await moto.close();
    await rm(secondMachine, { recursive: true, force: true });
  });

  it('do the whole way of a ticket to its released letter, and keep nothing on the disk of one', async () => {
    const draft = await office.approved();
    const submitted = await office.submitted(draft);
    request = await office.seals(await office.acts('sign', submitted));
    expect(request.state).toBe('released');
    expect(await office.unfinishedJobs()).toEqual([]);
    const here = office.app.nest.get(Settings).dataDirectory;
    expect((await readdir(here)).filter((name) => name === 'tep')).toEqual([]);
  });

  it('give out on the one what came in on the other', async () => {
    // It works by another clock than that of the test, so it comes when no job is left.
    const own = { FILES_TIMEOUT_SECONDS: '1', HOI_AM_DATA: secondMachine };
    second = await SecondApp.beside(office.app, { ...environment, ...own });
    const clerk = await second.visitor('vanthu');
    const { status, bytes } = await clerk.file(`/tep/van-ban-di/${request.outgoingDocumentId ?? ''}.pdf`);
    expect([status, sha256Of(bytes)]).toEqual([200, request.sealedSha256]);

    const officer = await second.visitor('ngoc');
    await officer.open(`/phieu/${request.caseId}`);
    const kept = await officer.postFile(`/phieu/${request.caseId}/tai-lieu`, 'files', {
      name: 'bien-ban.pdf',
      content: PDF,
    });
    expect(kept.status).toBe(303);
    const { id } = await office.app.nest
      .get(Database)
      .reader.manager.findOneByOrFail(TicketFileEntity, { ticketId: request.caseId });
    const first = new WebVisitor(await (await office.app.http()).getUrl());
    await first.signIn('ngoc', PASSWORD);
    expect((await first.file(`/tep/tai-lieu/${id}`)).bytes.equals(PDF)).toBe(true);
  });

  it('go on showing and say what is away where the store does not answer', async () => {
    const clerk = await second.visitor('vanthu');
    await rm(join(secondMachine, 'tep-dem'), { recursive: true });
    for (const method of ['GET', 'PUT', 'HEAD'] as const) line.next(method, 503, 99);
    const away = await clerk.file(`/tep/van-ban-di/${request.outgoingDocumentId ?? ''}.pdf`);
    expect([away.status, textOf(String(away.bytes))]).toEqual([503, expect.stringContaining('Kho tệp chưa trả lời')]);
    expect(await clerk.open(`/van-ban-di/${request.outgoingDocumentId ?? ''}`)).toContain(
      office.app.nest.get(Settings).agencyProfile.symbol,
    );
    const ready = await fetch(`${second.url}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ok', files: 'away' }]);
    const keeper = await second.visitor('quantri');
    expect(textOf(await keeper.open('/an-toan'))).toContain(`Kho s3://${BUCKET}/tep/ không trả lời.`);
    line.heal();
    expect((await clerk.file(`/tep/van-ban-di/${request.outgoingDocumentId ?? ''}.pdf`)).status).toBe(200);
  });
});
