/**
 * The receiving side of the SOAP bench, in a process of its own so that its CPU can be told from the sender's. Both ways stand
 * behind the same HTTP server and end with the SHA-256 of the decoded file, which the answer carries.
 *
 * To every message from the bench it answers with its CPU time so far and its largest memory.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { E_OFFICE_CONTRACT } from '../../dist/integrations/e-office/soap/e-office-contract.js';
import { SoapDoor } from '../../dist/integrations/e-office/soap/door/soap-door.js';
import { ownCpuMs } from './measure.mjs';
import { ACCOUNT, EDXML, FILE_PART_HEAD, MAX_BYTES } from './soap-message.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const clock = { now: () => new Date() };

const door = new SoapDoor({
  contract: E_OFFICE_CONTRACT,
  operations: {
    SendMessage: async ({ edxml, sha256: announced }) => {
      if ((await edxml.sha256()) !== announced) throw new Error('The file came damaged');
      return { receiptId: announced.slice(0, 32), messageId: 'm-1', duplicate: false, acceptedAt: clock.now() };
    },
  },
  authenticate: (username) => (username === ACCOUNT.username ? ACCOUNT.password : null),
  clock,
  maxBytes: MAX_BYTES,
});

/** What nobody can do without: take the body, find the file, decode it, take its digest. */
function floor(body) {
  const start = body.indexOf(EDXML.start) + EDXML.start.length;
  const file = Buffer.from(body.toString('latin1', start, body.indexOf(EDXML.end, start)), 'base64');
  return { status: 200, contentType: 'text/plain', body: sha256(file) };
}

/** The same of a file in a part of its own, where nothing is to be decoded. */
function floorOfParts(body) {
  const start = body.indexOf(FILE_PART_HEAD) + FILE_PART_HEAD.length;
  return { status: 200, contentType: 'text/plain', body: sha256(body.subarray(start, body.lastIndexOf('\r\n--'))) };
}

async function whole(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const WAYS = {
  '/soap': (request) => door.handle(request, request.headers),
  '/floor': async (request) => floor(await whole(request)),
  '/floor-of-parts': async (request) => floorOfParts(await whole(request)),
};

const server = createServer(async (request, response) => {
  const answer = await WAYS[request.url](request);
  response.writeHead(answer.status, { 'content-type': answer.contentType, 'content-length': answer.body.length });
  await pipeline(answer.body.pieces?.() ?? [answer.body], response);
});

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

process.on('message', () => {
  process.send({ cpuMs: ownCpuMs(), peakMiB: process.resourceUsage().maxRSS / 1024 });
});
process.on('disconnect', () => process.exit());
