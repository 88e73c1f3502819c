/**
 * Processes of the SOAP bench whose memory is looked at: our client as it fetches a message, and the simulator as it takes one.
 * Started with `client`, it fetches what it is told from the address in the message; with `simulator`, it listens.
 * It answers with its resident memory, in MiB: what it has now, or the most it ever had.
 */
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SoapClient } from '../../dist/integrations/e-office/soap/client/soap-client.js';
import { SoapMessageTransport } from '../../dist/integrations/e-office/soap/client/soap-message-transport.adapter.js';
import { startSimulator } from '../../dist/integrations/e-office/simulator/server.js';
import { SpoolFolder } from '../../dist/src/platform/spool/spool.js';
import { ACCOUNT, PARTIES } from './soap-message.mjs';

const MIB = 1024 * 1024;
const directory = mkdtempSync(join(tmpdir(), 'soap-bench-'));
const clock = { now: () => new Date() };
const memory = () => ({ nowMiB: process.memoryUsage.rss() / MIB, peakMiB: process.resourceUsage().maxRSS / 1024 });

async function client({ endpoint, messageId }) {
  const spools = new SpoolFolder(directory);
  const soap = new SoapClient({ endpoint, ...ACCOUNT, timeoutMs: 120_000, clock, spools });
  const room = new SoapMessageTransport(soap, PARTIES.department.agencyCode, undefined, spools);
  const { bytes } = await room.getMessage(messageId);
  const { size } = bytes;
  await bytes.release();
  soap.close();
  process.send({ size, ...memory() });
}

if (process.argv[2] === 'simulator') {
  const { url } = await startSimulator({ directory, port: 0, clock, ...ACCOUNT, ...PARTIES });
  process.on('message', () => process.send(memory()));
  process.send({ endpoint: `${url}/eoffice/v1` });
} else {
  process.on('message', client);
  process.send(memory());
}
process.on('disconnect', async () => {
  await rm(directory, { recursive: true, force: true });
  process.exit();
});
