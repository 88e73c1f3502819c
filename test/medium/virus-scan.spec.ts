import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClamdVirusScanner } from '../../integrations/antivirus/clamd-virus-scanner.js';
import { NoStaffSource } from '../../integrations/directory-ldap/no-staff-source.js';
import type { DoctorCheck } from '../../src/cli/doctor/doctor-check.js';
import { outsideChecks } from '../../src/cli/doctor/doctor-outside.js';
import { FileInspector, IncomingFiles, ScanForViruses } from '../../src/files/index.js';
import type { VirusScanner } from '../../src/files/ports/virus-scanner.port.js';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { FolderFileStore } from '../../src/platform/files/folder-file-store.js';
import { Clamd, EICAR } from '../support/clamd.js';
import { testLog } from '../support/test-log.js';
import { zipOf } from '../support/zip-writer.js';

const TIMEOUT_MS = 10_000;
const NOTE = { name: 'ghi chú.txt', content: Buffer.from('Đã gọi lại cho người phản ánh.') };
const INFECTED = { name: 'đơn.txt', content: EICAR };

/** What the doctor says of it. */
async function doctorOf(scanner: VirusScanner, day = '2026-03-18'): Promise<DoctorCheck | undefined> {
  const staff = new NoStaffSource();
  const certificateEnds = () => Promise.reject(new Error());
  return (await outsideChecks({ staff, certificateEnds, scanner, now: new Date(day) })).at(-1);
}

describe('files before the virus scanner', () => {
  let clamd: Clamd;
  let directory: string;
  let store: FolderFileStore;
  const opened: FileInspector[] = [];

  beforeAll(async () => {
    clamd = await Clamd.start();
  });
  afterAll(() => clamd.close());
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-quet-'));
    store = new FolderFileStore(directory);
  });
  afterEach(async () => {
    for (const inspector of opened.splice(0)) await inspector.onApplicationShutdown();
    await rm(directory, { recursive: true });
  });

  function door(whenAway: 'refuse' | 'accept' = 'refuse', address = clamd.address): IncomingFiles {
    const scanForViruses = new ScanForViruses(new ClamdVirusScanner(address, TIMEOUT_MS), whenAway, testLog());
    const inspector = new FileInspector({ scan: scanForViruses });
    opened.push(inspector);
    return new IncomingFiles(inspector, store);
  }

  it('come in when it finds nothing, the largest too', async () => {
    const large = { name: 'dài.txt', content: Buffer.alloc(19_000_000, 'Kính gửi Sở. ') };
    const [note] = await door().keep([NOTE, large], 'files');
    expect(await store.get(note?.sha256 ?? '')).toEqual(NOTE.content);
  });

  it.each([
    ['', INFECTED],
    [' packed', { name: 'đơn.zip', content: zipOf([{ name: 'don.txt', content: EICAR }]) }],
  ])('are refused with its name when infected%s, and nothing of them is kept', async (_how, infected) => {
    await expect(door().keep([NOTE, infected], 'files')).rejects.toMatchObject({
      code: 'input-invalid',
      details: {
        field: 'files',
        message: expect.stringMatching(/Chưa nhận tệp “đơn.*chứa mã độc \(Eicar-Test/u) as string,
      },
    });
    expect(await readdir(directory)).toEqual([]);
  });

  it('are kept as evidence when they came within a message, and opened by nobody', async () => {
    const { sha256, refusal } = await door().keepArrived(INFECTED, { mayWait: true });
    expect(refusal).toContain('Tệp chứa mã độc (Eicar-Test');
    expect(await store.get(sha256)).toEqual(EICAR);
  });

  it('wait for it while it is away: what people bring is refused, what came by itself is tried again', async () => {
    const files = door();
    await clamd.stop();
    try {
      await expect(files.keepOne(NOTE, 'file')).rejects.toMatchObject({
        code: 'input-invalid',
        details: { message: expect.stringContaining('Máy quét mã độc chưa trả lời') as string },
      });
      await expect(files.keepArrived(NOTE, { mayWait: true })).rejects.toThrow(OutsideUnavailable);
      expect(await readdir(directory)).toEqual([]);
      expect(await door('accept').keepArrived(NOTE, { mayWait: true })).toMatchObject({ refusal: null });
    } finally {
      await clamd.restart();
    }
    expect(await files.keepArrived(NOTE, { mayWait: true })).toMatchObject({ refusal: null });
  });

  it('say of the scanner which it is, and how old its knowledge', async () => {
    const scanner = new ClamdVirusScanner(clamd.address, TIMEOUT_MS);
    expect(await scanner.about()).toEqual({
      version: expect.stringMatching(/^ClamAV \d/u) as string,
      knowledgeOf: null,
    });
    expect(await doctorOf(scanner)).toMatchObject({ ok: false, mend: 'Chạy freshclam.' });
  });
});

describe('a scanner that does not keep to the protocol', () => {
  let server: Server;
  const sockets = new Set<Socket>();
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });

  async function scanner(answer: (socket: Socket) => void, timeoutMs = TIMEOUT_MS): Promise<ClamdVirusScanner> {
    server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      answer(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return new ClamdVirusScanner(`127.0.0.1:${String(address.port)}`, timeoutMs);
  }

  it.each<[string, string]>([
    ['says nothing', ''],
    ['is cut off', 'stream: O'],
    ['gives no verdict', 'INSTREAM size limit exceeded. ERROR\0'],
    ['says something else', 'HTTP/1.1 200 OK\r\n\r\nstream: OK\0'],
    ['says it without an end', 'stream: OK'.repeat(1000)],
  ])('has let nothing in when it %s', async (_what, said) => {
    const bad = await scanner((socket) => socket.end(said));
    await expect(bad.scan(NOTE.content)).rejects.toThrow(OutsideUnavailable);
  });

  it('counts what it said though it hung up before it had read everything', async () => {
    const hasty = await scanner((socket) => socket.end('stream: Win.Test-1 FOUND\0'));
    expect(await hasty.scan(Buffer.alloc(1000))).toEqual({ kind: 'infected', name: 'Win.Test-1' });
  });

  it('keeps one waiting until the time is over, and nobody after that for a while', async () => {
    let calls = 0;
    const silent = await scanner(() => (calls += 1), 150);
    await expect(silent.scan(NOTE.content)).rejects.toThrow(OutsideUnavailable);
    await expect(silent.scan(NOTE.content)).rejects.toThrow('just now');
    expect(calls).toBe(1);
  });

  it('is believed on the day of its knowledge', async () => {
    const told = await scanner((socket) => socket.end('ClamAV 1.4.3/27791/Thu Oct 16 09:41:09 2025\0'));
    expect(await told.about()).toEqual({ version: 'ClamAV 1.4.3', knowledgeOf: new Date('2025-10-16T09:41:09Z') });
    expect(await doctorOf(told, '2025-10-20')).toMatchObject({ ok: true });
    expect(await doctorOf(told, '2025-11-20')).toMatchObject({ ok: false });
  });
});
