/**
 * Receiving a file over SOAP on real loopback HTTP: from the first byte of the request to the digest of the decoded file. The
 * limit is a plain POST that decodes and digests the same bytes. CPU is the receiving process's alone.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { measure } from './measure.mjs';
import { HEADERS, Message } from './soap-message.mjs';

const MIB = 1024 * 1024;

export const receive1MB = { name: 'soap-receive-1mb', run: (options) => receive(1 * MIB, options) };
export const receive10MB = { name: 'soap-receive-10mb', run: (options) => receive(10 * MIB, options) };
export const receive50MB = { name: 'soap-receive-50mb', run: (options) => receive(50 * MIB, options) };

async function receive(fileBytes, { rounds }) {
  const message = new Message(fileBytes);
  const ways = [await Receiver.start('ours', '/soap', message), await Receiver.start('limit', '/floor', message)];
  try {
    const taken = await measure(ways, rounds);
    const [ours, limit] = ways;
    return {
      ours: taken.cpuMs(ours.name),
      limit: taken.cpuMs(limit.name),
      ratio: taken.ratio(ours.name, limit.name),
      detail: {
        fileMiB: fileBytes / MIB,
        oursPeakMiB: (await ours.spent()).peakMiB,
        limitPeakMiB: (await limit.spent()).peakMiB,
      },
    };
  } finally {
    for (const way of ways) way.stop();
  }
}

/** One receiving process and the connection to it. */
class Receiver {
  static async start(name, path, message) {
    const child = fork(new URL('./soap-server.mjs', import.meta.url));
    const [{ port }] = await once(child, 'message');
    return new Receiver(name, child, { host: '127.0.0.1', port, path }, message);
  }

  constructor(name, child, address, message) {
    this.name = name;
    this.child = child;
    this.message = message;
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
    this.options = { ...address, method: 'POST', agent: this.agent, headers: HEADERS };
  }

  run = async (times) => {
    for (let at = 0; at < times; at += 1) await this.send();
  };

  cpuMs = async () => (await this.spent()).cpuMs;

  stop() {
    this.agent.destroy();
    this.child.disconnect();
  }

  /** What the receiving process has used so far: CPU ms, and the most memory at once. */
  async spent() {
    this.child.send('spent');
    const [spent] = await once(this.child, 'message');
    return spent;
  }

  async send() {
    const parts = this.message.parts();
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const sending = request({ ...this.options, headers: { ...HEADERS, 'content-length': length } });
    for (const part of parts) sending.write(part);
    sending.end();
    const [response] = await once(sending, 'response');
    let body = '';
    for await (const chunk of response.setEncoding('utf8')) body += chunk;
    // The answer carries the digest of what arrived, whole or its beginning.
    if (response.statusCode !== 200 || !body.includes(this.message.sha256.slice(0, 32))) {
      throw new Error(`${this.name} refused the message: ${response.statusCode} ${body.slice(0, 500)}`);
    }
  }
}
