import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator } from '../../integrations/e-office/simulator/server.js';

const PASSWORD = 'kH7-dung-cho-thu-2vQ9';

/** A simulated e-office whose clock goes ahead of ours, for the doctor to find. */
export interface EOfficeAhead {
  readonly url: string;
  readonly password: string;
  /** The authority of its signatures, as PEM. */
  readonly rootPem: string;
  readonly close: () => Promise<void>;
}

export async function eOfficeAhead(ms: number): Promise<EOfficeAhead> {
  const directory = await mkdtemp(join(tmpdir(), 'e-office-'));
  const running = await startSimulator({
    ...{ directory, clock: { now: () => new Date(Date.now() + ms) }, port: 0, host: '127.0.0.1' },
    ...{ username: 'sgddt', password: PASSWORD },
    department: { agencyCode: '000.00.03.H24', name: 'Sở' },
    hotline: { agencyCode: '000.00.22.H24', name: 'Tổng đài' },
    callback: { url: 'http://127.0.0.1:1/', username: 'eoffice', password: 'x' },
    leaders: [{ userCode: 'khanh', name: 'Vũ Thị Khánh', position: 'Giám đốc' }],
    clerk: { userCode: 'vanthu', name: 'Văn thư' },
  });
  const close = async (): Promise<void> => {
    await running.stop();
    await rm(directory, { recursive: true });
  };
  return { url: running.url, password: PASSWORD, rootPem: running.rootPem, close };
}
