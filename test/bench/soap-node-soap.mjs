/**
 * The receiving side of the SOAP bench by node-soap's own server, made from the contract: no security header, no schema, no
 * protection; it parses, decodes, takes the digest. A process of its own, which answers as `soap-server.mjs` does.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import soap from 'soap';
import { ownCpuMs } from './measure.mjs';

const wsdl = fileURLToPath(new URL('../../integrations/e-office/contract/eoffice.wsdl', import.meta.url));

async function SendMessage({ edxml, sha256: announced }) {
  const digest = createHash('sha256').update(Buffer.from(edxml, 'base64')).digest('hex');
  if (digest !== announced) throw new Error('The file came damaged');
  return {
    receiptId: announced.slice(0, 32),
    messageId: 'm-1',
    duplicate: false,
    acceptedAt: new Date().toISOString(),
  };
}

const server = createServer();
soap.listen(server, {
  path: '/eoffice/v1',
  uri: wsdl,
  xml: readFileSync(wsdl, 'utf8'),
  services: { EOfficeService: { EOfficePort: { SendMessage }, EOfficePort12: { SendMessage } } },
  callback: () => server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port })),
});

process.on('message', () => {
  process.send({ cpuMs: ownCpuMs(), peakMiB: process.resourceUsage().maxRSS / 1024 });
});
process.on('disconnect', () => process.exit());
