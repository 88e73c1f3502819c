/**
 * Sending a file over SOAP on real loopback HTTP: from the disk to the answer. The limit reads the file in pieces and writes their base64 as a
 * bare POST. CPU is the sending process's alone; the receiver only throws away.
 */
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMESPACE } from '../../dist/integrations/e-office/soap/contract.js';
import { envelopeXml } from '../../dist/integrations/e-office/soap/envelope.js';
import { measure } from './measure.mjs';

const MIB = 1024 * 1024;
const RECEIPT = envelopeXml(
  '1.1',
  `<e:SendMessageResponse xmlns:e="${NAMESPACE}"><e:receiptId>r-1</e:receiptId><e:messageId>m-1</e:messageId>` +
    '<e:duplicate>false</e:duplicate><e:acceptedAt>2026-11-25T02:30:00Z</e:acceptedAt></e:SendMessageResponse>',
);

export const send1MB = { name: 'soap-send-1mb', run: (options) => send(1 * MIB, options) };
export const send10MB = { name: 'soap-send-10mb', run: (options) => send(10 * MIB, options) };
export const send50MB = { name: 'soap-send-50mb', run: (options) => send(50 * MIB, options) };

async function send(fileBytes, { rounds }) {
  const folder = await mkdtemp(join(tmpdir(), 'soap-send-'));
  const file = randomBytes(fileBytes);
  const what = { path: join(folder, 'file'), size: fileBytes, sha256: createHash('sha256').update(file).digest('hex') };
  await writeFile(what.path, file);
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(RECEIPT);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${server.address().port}/`;
  const senders = ['ours', 'limit'].map((way) => sender(way, { ...what, endpoint }));
  try {
    const taken = await measure(senders, rounds);
    return {
      ours: taken.cpuMs('ours'),
      limit: taken.cpuMs('limit'),
      ratio: taken.ratio('ours', 'limit'),
      detail: { fileMiB: fileBytes / MIB },
    };
  } finally {
    for (const one of senders) one.stop();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true });
  }
}

/** One sending process. */
function sender(way, what) {
  const child = fork(new URL('./soap-sender.mjs', import.meta.url));
  const tell = async (times) => {
    child.send({ way, times, ...what });
    const [{ cpuMs }] = await once(child, 'message');
    return cpuMs;
  };
  return { name: way, run: tell, cpuMs: () => tell(0), stop: () => child.disconnect() };
}
