/**
 * The sending side of the SOAP bench, in a process of its own: the file of its first message goes to the address given, as often as it is told,
 * by our client or as bare HTTP. It answers with its CPU time so far.
 */
import { open } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { once } from 'node:events';
import { SoapClient } from '../../dist/integrations/e-office/soap/client/soap-client.js';
import { FileBytes } from '../../dist/src/platform/spool/file-bytes.js';
import { ownCpuMs } from './measure.mjs';
import { ACCOUNT } from './soap-message.mjs';

/** Whole groups of three bytes. */
const MEMORY = Buffer.allocUnsafe(3 * 64 * 1024);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const clients = new Map();

async function ours({ endpoint, path, size, sha256 }) {
  if (!clients.has(endpoint)) {
    clients.set(
      endpoint,
      new SoapClient({ endpoint, ...ACCOUNT, timeoutMs: 120_000, clock: { now: () => new Date() } }),
    );
  }
  const edxml = FileBytes.kept(path, size, sha256);
  await clients.get(endpoint).call('SendMessage', { consignmentId: 'bench-0001', kind: 'document', sha256, edxml });
}

/** What nobody can do without: read the file, write it as base64, in pieces, which costs less than the whole at once. */
async function limit({ endpoint, path, size }) {
  const headers = { 'content-length': Math.ceil(size / 3) * 4 };
  const sending = request(endpoint, { method: 'POST', agent, headers });
  const answered = once(sending, 'response');
  const file = await open(path);
  for (let left = size; left > 0;) {
    const { bytesRead } = await file.read(MEMORY);
    if (!sending.write(MEMORY.toString('base64', 0, bytesRead), 'latin1')) await once(sending, 'drain');
    left -= bytesRead;
  }
  await file.close();
  sending.end();
  const [response] = await answered;
  for await (const _ of response);
}

const WAYS = { ours, limit };

process.on('message', async ({ way, times, ...what }) => {
  for (let time = 0; time < times; time += 1) await WAYS[way](what);
  process.send({ cpuMs: ownCpuMs() });
});
process.on('disconnect', () => process.exit());
