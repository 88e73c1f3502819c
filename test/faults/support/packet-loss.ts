import { run } from './tools.js';

const DEBIAN = 'iptables';

/** Packets to and from one port of this machine that are thrown away at random. Needs root. */
export class PacketLoss {
  private readonly rules: readonly (readonly string[])[];

  /** @param share of all packets, 0 to 1 @throws Error when the tool is missing, or may not */
  constructor(port: number, share: number) {
    const lost = ['-m', 'statistic', '--mode', 'random', '--probability', String(share), '-j', 'DROP'];
    this.rules = ['--dport', '--sport'].map((end) => ['OUTPUT', '-o', 'lo', '-p', 'tcp', end, String(port), ...lost]);
    for (const rule of this.rules) run('iptables', ['--wait', '-I', ...rule], DEBIAN);
  }

  /** How many were thrown away so far. */
  get lost(): number {
    const listed = run('iptables', ['--wait', '-nvxL', 'OUTPUT'], DEBIAN).split('\n');
    const ports = this.rules.map((rule) => rule[6] ?? '');
    return listed
      .filter((line) => line.includes('DROP') && ports.some((port) => line.includes(`:${port} `)))
      .reduce((sum, line) => sum + Number(line.trim().split(/\s+/u)[0]), 0);
  }

  end(): void {
    for (const rule of this.rules) run('iptables', ['--wait', '-D', ...rule], DEBIAN);
  }
}
