import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '../../../src/kernel/clock.js';
import type { DocumentMessage, ExchangeMessage, StatusMessage } from '../../../src/exchange/ports/message.js';
import { civilDate } from '../../../src/kernel/civil-date.js';
import { sha256Of } from '../../../src/kernel/sha256.js';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { letterWithPlaces } from '../../pdf-converter/letter-with-places.fixture.js';
import { preparePdf } from '../../pdf-converter/prepare-pdf.js';
import { EdxmlCodec } from '../edxml/edxml-codec.js';
import { openAuthority } from './authority/authority.js';
import type { SendMessageRequest } from '../soap/contract.js';
import type { SubmitForSignatureRequest } from '../soap/signature-contract.js';
import { SoapClient } from '../soap/client/soap-client.js';
import type { SimulatorOptions } from './options.js';
import { type RunningSimulator, startSimulator } from './server.js';

/** Goes on by a second each time it is asked, so that no two events share an instant. */
export class TickingClock extends Clock {
  private ticks = 0;

  override now(): Date {
    this.ticks += 1;
    return new Date(Date.parse('2026-11-25T01:00:00Z') + this.ticks * 1000);
  }
}

export const DEPARTMENT = { agencyCode: '000.00.03.H24', name: 'Sở Giáo dục và Đào tạo' };
export const HOTLINE = { agencyCode: '000.00.22.H24', name: 'Tổng đài 1022' };
export const LEADER = { userCode: 'khanh.dq', name: 'Đỗ Quốc Khánh', position: 'Phó Giám đốc' };
export const CLERK = { userCode: 'van-thu', name: 'Trần Thị Lệ Thủy' };
export const ACCOUNT = { username: 'so-gddt', password: 'mat-khau-thu' };

export interface StartedSimulator extends RunningSimulator {
  readonly client: SoapClient;
}

let foundedAuthority: Promise<string> | undefined;

/** An authority with its holders, founded once per test file: its keys take longer than the rest of a test. */
async function foundAuthority(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'authority-'));
  const authority = await openAuthority(directory, {
    clock: new TickingClock(),
    crlUrl: 'http://127.0.0.1:7080/ca/crl',
  });
  const { userCode, name: fullName, position: title } = LEADER;
  await authority.identityOf(userCode, { fullName, title, department: DEPARTMENT.name });
  await authority.agencyIdentity(DEPARTMENT.agencyCode, DEPARTMENT.name);
  return directory;
}

/** A directory for one simulator, where nothing has happened yet. */
export async function aDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'simulator-'));
  await cp(await (foundedAuthority ??= foundAuthority()), join(directory, 'authority'), { recursive: true });
  return directory;
}

/** A simulator in a directory of the test's, and a client with the department's account. */
export async function aSimulator(directory: string, more: Partial<SimulatorOptions> = {}): Promise<StartedSimulator> {
  const clock = more.clock ?? new TickingClock();
  const running = await startSimulator({
    directory,
    port: 0,
    host: '127.0.0.1',
    clock,
    department: DEPARTMENT,
    hotline: HOTLINE,
    ...ACCOUNT,
    leaders: [LEADER],
    clerk: CLERK,
    ...more,
  });
  const client = new SoapClient({ endpoint: `${running.url}/eoffice/v1`, ...ACCOUNT, timeoutMs: 5000, clock });
  return {
    ...running,
    client,
    stop: async () => {
      client.close();
      await running.stop();
    },
  };
}

export async function post(
  url: string,
  body: unknown = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** A message from the department, ready to be sent. */
export function consignment(message: ExchangeMessage, consignmentId: string): SendMessageRequest {
  const edxml = new EdxmlCodec().write(message);
  return { consignmentId, kind: message.kind, sha256: sha256Of(edxml), edxml: new MemoryBytes(edxml) };
}

const organ = ({ agencyCode: id, name }: typeof DEPARTMENT): DocumentMessage['from'] => ({ id, name });

/** A status about a document of the hotline's. */
export function aStatus(documentId: string, status: StatusMessage['status'], description?: string): StatusMessage {
  const promulgationDate = civilDate('2026-11-25');
  return {
    kind: 'status',
    from: organ(DEPARTMENT),
    responseFor: { organId: HOTLINE.agencyCode, code: '2611250001/PA-TĐ1022', promulgationDate, documentId },
    status,
    description,
    at: new Date('2026-11-25T02:00:00Z'),
  };
}

/** The department's reply to a document of the hotline's, with one attachment. */
export function aReply(documentId: string): DocumentMessage {
  const promulgationDate = civilDate('2026-11-25');
  return {
    kind: 'document',
    from: organ(DEPARTMENT),
    to: [organ(HOTLINE)],
    codeNumber: '513',
    codeNotation: 'SGDĐT-GDTrH',
    place: 'Hải Phòng',
    promulgationDate,
    typeName: 'Công văn',
    subject: 'V/v trả lời kiến nghị về dạy thêm tại Trường THPT Núi Voi',
    priority: 0,
    responseFor: [{ organId: HOTLINE.agencyCode, code: '2611250001/PA-TĐ1022', promulgationDate, documentId }],
    documentId: `${DEPARTMENT.agencyCode},2026/11/25,513/SGDĐT-GDTrH`,
    business: 'new',
    trace: [{ organId: DEPARTMENT.agencyCode, at: new Date('2026-11-25T02:30:00Z') }],
    attachments: [
      { name: 'cong-van-513.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7\n%%EOF\n') },
    ],
  };
}

/** A letter with its places prepared, for one leader and the registry's seal. */
export async function aSubmission(more: Partial<SubmitForSignatureRequest> = {}): Promise<SubmitForSignatureRequest> {
  const { pdf: content } = await preparePdf(await letterWithPlaces());
  return {
    clientRequestId: 'SGDDT-0001-0001-r1',
    documentTypeCode: 'cong-van',
    subject: 'V/v trả lời kiến nghị về dạy thêm tại Trường THPT Núi Voi',
    notation: 'SGDĐT-GDTrH',
    priority: 0,
    preparedBy: 'ngoc.nth',
    signer: [
      { order: 1, userCode: LEADER.userCode, action: 'sign', fileId: [] },
      { order: 2, userCode: CLERK.userCode, action: 'seal', fileId: [] },
    ],
    recipient: [HOTLINE.agencyCode],
    file: [
      {
        fileId: 'cong-van',
        fileName: 'cong-van.pdf',
        contentType: 'application/pdf',
        size: content.length,
        sha256: sha256Of(content),
        role: 'main',
        content: new MemoryBytes(content),
      },
    ],
    ...more,
  };
}

/** A simulator of its own for each test of a suite, begun before it and gone after it. */
export function simulatorOfEach(): Pick<StartedSimulator, 'client' | 'url'> {
  let directory = '';
  let started: StartedSimulator | undefined;
  const present = (): StartedSimulator => {
    if (started === undefined) throw new Error('A simulator stands in a test alone.');
    return started;
  };
  beforeEach(async () => {
    directory = await aDirectory();
    started = await aSimulator(directory);
  });
  afterEach(async () => {
    await present().stop();
    await rm(directory, { recursive: true });
  });
  return {
    get client() {
      return present().client;
    },
    get url() {
      return present().url;
    },
  };
}
