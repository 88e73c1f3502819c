import { createSocket } from 'node:dgram';
import { connect, isIPv6, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { connect as connectTls } from 'node:tls';
import { LogHost, type LogMessage } from '../../src/documents/ports/log-host.port.js';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';

/** Facility 13, log audit; severity 5, notice (RFC 5424, section 6.2.1). */
const PRIORITY = 13 * 8 + 5;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { 'udp:': 514, 'tcp:': 601, 'tls:': 6514 };

/** Messages of RFC 5424 to the address of a syslog server: `udp://host`, `tcp://host:601`, `tls://host:6514`, `unix:/run/log.sock` (a stream). */
export class SyslogLogHost extends LogHost {
  private readonly address: URL | null;

  /** @param address undefined or empty: there is none */
  constructor(
    address: string | undefined,
    private readonly timeoutMs: number,
  ) {
    super();
    this.address = address === undefined || address === '' ? null : new URL(address);
  }

  get isOn(): boolean {
    return this.address !== null;
  }

  override async send(message: LogMessage): Promise<void> {
    if (this.address === null) throw new OutsideUnavailable('Chưa đặt máy chủ nhật ký (SYSLOG_URL).');
    const line = Buffer.from(syslogLine(message, hostname()));
    try {
      await (this.address.protocol === 'udp:' ? this.datagram(this.address, line) : this.stream(this.address, line));
    } catch (error) {
      throw new OutsideUnavailable('Máy chủ nhật ký (SYSLOG_URL) không nhận.', { cause: error });
    }
  }

  private datagram(address: URL, line: Buffer): Promise<void> {
    const host = hostOf(address);
    const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
    return new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.send(line, portOf(address), host, (error) => (error === null ? resolve() : reject(error)));
    }).finally(() => socket.close());
  }

  /** Framed by its length (RFC 6587, section 3.4.1; RFC 5425). Done when the other side has closed after us, without an error. */
  private stream(address: URL, line: Buffer): Promise<void> {
    const socket = this.connected(address);
    return new Promise<void>((resolve, reject) => {
      const wait = setTimeout(() => socket.destroy(new Error('time-out')), this.timeoutMs);
      socket.once('error', reject);
      socket.once('close', () => {
        clearTimeout(wait);
        resolve();
      });
      socket.resume();
      socket.end(Buffer.concat([Buffer.from(`${line.length} `), line]));
    });
  }

  private connected(address: URL): Socket {
    if (address.protocol === 'unix:') return connect({ path: decodeURIComponent(address.pathname) });
    const at = { host: hostOf(address), port: portOf(address) };
    return address.protocol === 'tls:'
      ? connectTls({ ...at, servername: isIPv6(at.host) ? '' : at.host })
      : connect(at);
  }
}

/** One message, as RFC 5424 writes it; no structured data. */
export function syslogLine({ at, about, text }: LogMessage, host: string): string {
  return `<${PRIORITY}>1 ${at.toISOString()} ${host} hoi-am ${process.pid} ${about} - ${text}`;
}

function hostOf({ hostname: host }: URL): string {
  return host.replace(/^\[|\]$/gu, '');
}

function portOf({ protocol, port }: URL): number {
  return port === '' ? (DEFAULT_PORTS[protocol] ?? 514) : Number(port);
}
