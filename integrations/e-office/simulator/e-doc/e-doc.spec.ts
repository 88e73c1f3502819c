import { rm } from 'node:fs/promises';
import { EdxmlCodec } from '../../edxml/edxml-codec.js';
import { MemoryBytes } from '../../../../src/kernel/held-bytes.js';
import { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { connectEOffice } from '../../profiles/connect.js';
import { loadProfile } from '../../profiles/load-profile.js';
import type { EOfficeConnection } from '../../profiles/connection.js';
import { OutsideUnavailable } from '../../../../src/kernel/outside-failure.js';
import { Clock } from '../../../../src/kernel/clock.js';
import {
  ACCOUNT,
  aDirectory,
  aReply,
  aSimulator,
  aStatus,
  DEPARTMENT,
  HOTLINE,
  post,
  type StartedSimulator,
} from '../simulator.fixture.js';

class LaterClock extends Clock {
  override now(): Date {
    return new Date('2027-01-01T00:00:00Z');
  }
}

const codec = new EdxmlCodec();
let directory: string;
let simulator: StartedSimulator;
let office: EOfficeConnection;

const connected = (password: string, version: '1.1' | '1.2' = '1.1'): EOfficeConnection => {
  const profile = loadProfile('bkav-edoc');
  const line = { endpoint: `${simulator.url}/edoc`, username: '', password, timeoutMs: 10_000 };
  const protocol = { ...profile.protocol, versions: [version] };
  return connectEOffice(
    { ...profile, protocol },
    { ...line, agencyCode: DEPARTMENT.agencyCode, spools: SpoolFolder.ofSystem(), workDirectory: directory },
    new LaterClock(),
  );
};

beforeAll(async () => {
  directory = await aDirectory();
  simulator = await aSimulator(directory);
  office = connected(ACCOUNT.password);
});
afterAll(async () => {
  office.close();
  await simulator.stop();
  await rm(directory, { recursive: true, force: true });
});

const ledger = async (): Promise<string> => (await fetch(`${simulator.url}/api/ledger`)).text();

describe('the simulated e-office over the wire of Bkav eDoc', () => {
  it('hands out a document, tells 01 when it is confirmed, and takes statuses and the reply once', async () => {
    const { transport } = office;
    const { body: sent } = await post(`${simulator.url}/api/feedback`, { sample: 0 });
    const [item, second] = await transport.listPending();
    expect(second).toBeUndefined();
    const { bytes, head } = await transport.getMessage(item?.messageId ?? '');
    expect(head?.fromAgency).toBe(HOTLINE.agencyCode);
    const { message, errors } = codec.read(await bytes.read());
    expect([errors, message?.kind === 'document' && message.documentId]).toEqual([[], sent['documentId']]);

    const ack = { messageId: item?.messageId ?? '', outcome: 'done' as const, sha256: '' };
    await transport.acknowledge(ack);
    await transport.acknowledge(ack);
    expect(await transport.listPending()).toEqual([]);
    expect(await ledger()).toContain('"status":"01"');

    const documentId = String(sent['documentId']);
    const status = {
      consignmentId: 'SGDDT-s',
      kind: 'status' as const,
      bytes: new MemoryBytes(codec.write(aStatus(documentId, '03'))),
    };
    expect((await transport.send(status)).duplicate).toBe(false);
    expect((await transport.send(status)).duplicate).toBe(true);
    const reply = {
      consignmentId: 'SGDDT-r',
      kind: 'document' as const,
      bytes: new MemoryBytes(codec.write(aReply(documentId))),
    };
    const first = await transport.send(reply);
    expect(first.duplicate).toBe(false);
    expect((await transport.send(reply)).duplicate).toBe(true);
    const kept = await fetch(`${simulator.url}/api/messages/${first.messageId}`);
    expect(codec.read(Buffer.from(await kept.arrayBuffer())).message).toMatchObject(aReply(documentId));
  });

  it('answers SOAP 1.2 too, lists whom it knows, and lets nobody in with another token', async () => {
    const other = connected(ACCOUNT.password, '1.2');
    expect((await other.transport.listAgencies({})).agencies).toContainEqual({
      code: HOTLINE.agencyCode,
      name: HOTLINE.name,
      active: true,
    });
    expect((await other.transport.serviceInfo()).contractVersion).toBe('512');
    other.close();
    const stranger = connected('sai');
    await expect(stranger.transport.listPending()).rejects.toThrow(OutsideUnavailable);
    stranger.close();
  });
});
