import { once } from 'node:events';
import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { SyslogLogHost } from './syslog-log-host.js';

const MESSAGE = { at: new Date('2026-03-19T17:05:00Z'), about: 'digest', text: '{"day":"2026-03-19"}' };
const LINE = /^<109>1 2026-03-19T17:05:00\.000Z \S+ hoi-am \d+ digest - \{"day":"2026-03-19"\}$/u;

describe('the machine that keeps logs', () => {
  it('gets a message by UDP', async () => {
    const server = createSocket('udp4').bind(0, '127.0.0.1');
    await once(server, 'listening');
    const arrived = once(server, 'message') as Promise<[Buffer]>;
    await new SyslogLogHost(`udp://127.0.0.1:${String(server.address().port)}`, 2000).send(MESSAGE);
    expect(String((await arrived)[0])).toMatch(LINE);
    server.close();
  });

  it('gets a message by TCP, framed by its length', async () => {
    const pieces: Buffer[] = [];
    const server = createServer((socket) => socket.on('data', (piece: Buffer) => pieces.push(piece))).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    await new SyslogLogHost(`tcp://127.0.0.1:${String((server.address() as AddressInfo).port)}`, 2000).send(MESSAGE);
    const [, length, line = ''] = /^(\d+) (.*)$/su.exec(Buffer.concat(pieces).toString()) ?? [];
    expect(line).toMatch(LINE);
    expect(Number(length)).toBe(Buffer.byteLength(line));
    server.close();
  });

  it('is away when nobody answers there, or nobody closes in time', async () => {
    const silent = createServer({ allowHalfOpen: true }, () => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    await expect(new SyslogLogHost(`tcp://127.0.0.1:${String(port)}`, 200).send(MESSAGE)).rejects.toThrow(
      OutsideUnavailable,
    );
    silent.close();
    await expect(new SyslogLogHost('tcp://127.0.0.1:1', 2000).send(MESSAGE)).rejects.toThrow(OutsideUnavailable);
  });

  it('is off without an address', async () => {
    const none = new SyslogLogHost(undefined, 2000);
    expect(none.isOn).toBe(false);
    await expect(none.send(MESSAGE)).rejects.toThrow('SYSLOG_URL');
  });
});
