/**
 * Receiving a file over SOAP on real loopback HTTP: from the first byte of the request to the digest of the decoded file. The
 * limit is a plain POST that decodes and digests the same bytes; node-soap and PHP's SoapServer do the same work without judging security
 * header or schema. CPU is the receiving process's alone. With 2 KiB it tells how many small messages a core takes in a second.
 */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { measure } from './measure.mjs';
import { Message, MessageInParts } from './soap-message.mjs';
import { ours, peers } from './soap-receivers.mjs';

const KIB = 1024;
const MIB = 1024 * KIB;
/** At 50 MiB they would take a minute of each run, and say no more. */
const LARGEST_OF_OTHERS = 10 * MIB;

export const receive2KB = { name: 'soap-receive-2kb', run: (options) => receive(2 * KIB, options) };
export const receive1MB = { name: 'soap-receive-1mb', run: (options) => receive(1 * MIB, options) };
export const receive10MB = { name: 'soap-receive-10mb', run: (options) => receive(10 * MIB, options) };
export const receive50MB = { name: 'soap-receive-50mb', run: (options) => receive(50 * MIB, options) };
/** MTOM: ours and the limit take the file in a part; the others know no parts. */
export const receiveParts10MB = {
  name: 'soap-receive-mtom-10mb',
  run: (options) => receive(10 * MIB, options, new MessageInParts(10 * MIB)),
};

async function receive(fileBytes, { rounds }, inParts = null) {
  const message = inParts ?? new Message(fileBytes);
  const others = inParts === null && fileBytes <= LARGEST_OF_OTHERS ? await peers() : [];
  const receivers = [...(await ours(inParts !== null)), ...others];
  const lines = receivers.map((receiver) => new Line(receiver, message));
  try {
    const taken = await measure(lines, rounds);
    const beside = others.map(({ name }) => [name, { cpuMs: taken.cpuMs(name), ratio: taken.ratio(name, 'limit') }]);
    const peaks = receivers.map(async ({ name, spent }) => [`${name}PeakMiB`, (await spent()).peakMiB]);
    return {
      ours: taken.cpuMs('ours'),
      limit: taken.cpuMs('limit'),
      ratio: taken.ratio('ours', 'limit'),
      beside: Object.fromEntries(beside),
      detail: {
        fileMiB: fileBytes / MIB,
        perSecondOfCpu: 1000 / taken.cpuMs('ours'),
        ...Object.fromEntries(await Promise.all(peaks)),
      },
    };
  } finally {
    for (const line of lines) line.stop();
  }
}

/** A receiver and the connection to it. */
class Line {
  constructor(receiver, message) {
    this.name = receiver.name;
    this.receiver = receiver;
    this.message = message;
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
    this.options = { host: '127.0.0.1', ...receiver.address, method: 'POST', agent: this.agent };
  }

  run = async (times) => {
    for (let at = 0; at < times; at += 1) await this.send();
  };

  cpuMs = async () => (await this.receiver.spent()).cpuMs;

  stop() {
    this.agent.destroy();
    this.receiver.stop();
  }

  async send() {
    const parts = this.message.parts();
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const sending = request({ ...this.options, headers: { ...this.message.headers, 'content-length': length } });
    for (const part of parts) sending.write(part);
    sending.end();
    const [response] = await once(sending, 'response');
    let body = '';
    for await (const chunk of response.setEncoding('utf8')) body += chunk;
    // The answer carries the digest of what arrived, whole or its beginning.
    if (response.statusCode !== 200 || !body.includes(this.message.sha256.slice(0, 32))) {
      throw new Error(`${this.name} refused the message: ${response.statusCode} ${body.slice(-500)}`);
    }
  }
}
