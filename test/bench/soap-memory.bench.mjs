/**
 * What 50 MB in one message add to the memory of a process over what it has when idle, in MiB: of our client while it fetches a message, and of
 * the simulated e-office while it takes one, each in a process of its own.
 */
import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { EdxmlCodec } from '../../dist/integrations/e-office/edxml/edxml-codec.js';
import { E_OFFICE_CONTRACT } from '../../dist/integrations/e-office/soap/e-office-contract.js';
import { SoapClient } from '../../dist/integrations/e-office/soap/client/soap-client.js';
import { SoapDoor } from '../../dist/integrations/e-office/soap/door/soap-door.js';
import { MemoryBytes } from '../../dist/src/kernel/held-bytes.js';
import { ACCOUNT, longReply, MAX_BYTES, PARTIES } from './soap-message.mjs';

const MAX_MIB = 100;
const TIMES = 3;
const clock = { now: () => new Date() };

export const fetching = { name: 'soap-memory-get-50mb', run: () => growth('client', getting) };
export const taking = { name: 'soap-memory-send-50mb', run: () => growth('simulator', sending) };

async function growth(role, carry) {
  const child = fork(new URL('./soap-office.mjs', import.meta.url), [role]);
  try {
    const [begun] = await once(child, 'message');
    const { idleMiB, peakMiB, ...detail } = await carry(child, begun);
    const grown = peakMiB - idleMiB;
    return {
      unit: 'MiB',
      ours: grown,
      limit: MAX_MIB,
      ratio: grown / MAX_MIB,
      detail: { idleMiB, peakMiB, ...detail },
      isOnce: true,
    };
  } finally {
    child.disconnect();
  }
}

/** A small message first, so that everything is loaded; then the long one. */
async function getting(child) {
  const messages = { small: randomBytes(10_000), long: randomBytes(50_000_000) };
  const office = await officeWith(messages);
  try {
    const fetch = async (messageId) => await told(child, { endpoint: office.endpoint, messageId });
    const idle = await fetch('small');
    let last;
    for (let time = 0; time < TIMES; time += 1) last = await fetch('long');
    if (last.size !== messages.long.length) throw new Error('The message did not come whole');
    return { idleMiB: idle.nowMiB, peakMiB: last.peakMiB };
  } finally {
    office.server.close();
    office.server.closeAllConnections();
  }
}

async function sending(child, { endpoint }) {
  const codec = new EdxmlCodec();
  const soap = new SoapClient({ endpoint, ...ACCOUNT, timeoutMs: 120_000, clock });
  const send = async (consignmentId, fileBytes) => {
    const edxml = new MemoryBytes(codec.write(longReply(fileBytes)));
    await soap.call('SendMessage', { consignmentId, kind: 'document', sha256: await edxml.sha256(), edxml });
    return edxml.size;
  };
  await send('bench-small', 10_000);
  const { nowMiB: idleMiB } = await told(child, {});
  let bytes = 0;
  for (let time = 0; time < TIMES; time += 1) bytes = await send(`bench-long-${time}`, 37_400_000);
  const { peakMiB } = await told(child, {});
  soap.close();
  return { idleMiB, peakMiB, messageMB: bytes / 1e6 };
}

async function officeWith(messages) {
  const held = Object.fromEntries(Object.entries(messages).map(([id, bytes]) => [id, new MemoryBytes(bytes)]));
  const door = new SoapDoor({
    contract: E_OFFICE_CONTRACT,
    operations: {
      GetMessage: async ({ messageId, offset = 0, length }) => {
        const whole = held[messageId];
        const sha256 = createHash('sha256').update(messages[messageId]).digest('hex');
        return { messageId, totalSize: whole.size, sha256, offset, edxml: whole.slice(offset, length) };
      },
    },
    authenticate: (username) => (username === ACCOUNT.username ? ACCOUNT.password : null),
    clock,
    maxBytes: MAX_BYTES,
  });
  const server = createServer(async (request, response) => {
    const { status, contentType, body } = await door.handle(request, request.headers);
    response.writeHead(status, { 'content-type': contentType, 'content-length': body.length });
    await pipeline(body.pieces(), response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, endpoint: `http://127.0.0.1:${server.address().port}/` };
}

async function told(child, message) {
  child.send(message);
  const [answer] = await once(child, 'message');
  return answer;
}
