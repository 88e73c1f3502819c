import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SignatureSubmission } from '../../../../src/signing/ports/signing-desk.port.js';
import { SpoolFolder } from '../../../../src/platform/spool/spool.js';
import { civilDate } from '../../../../src/kernel/civil-date.js';
import { StillClock } from '../../soap/door/soap-door.fixture.js';
import { loadProfile } from '../load-profile.js';
import { VOfficeClient } from './v-office-client.js';
import { VOfficeSigningDesk } from './v-office-signing-desk.js';
import type { VOfficeDeskOptions } from './v-office-signing-desk.js';

/** A message of `golden/` as it travels: without the white space between elements that makes it readable. */
export function golden(name: string): string {
  const written = readFileSync(join(import.meta.dirname, 'golden', name), 'utf8');
  return written.trim().replaceAll(/>\s+</gu, '><');
}

export const ACCOUNT = {
  accountName: 'hoi-am',
  accountPass: 'mat-khau-nguoi',
  appCode: 'SGDDT',
  appPass: 'mat-khau-ung-dung',
  sender: 'Hồi Âm',
  issueUnit: 4021,
  mailDomain: 'haiphong.example',
} satisfies VOfficeDeskOptions['account'];

export const TRANS_CODE = 'SGDDT-PAKN.20260318.0001-0a1b2c3d-r1';

export const SUBMISSION: SignatureSubmission = {
  clientRequestId: TRANS_CODE,
  documentTypeCode: 'CV',
  subject: 'V/v trả lời kiến nghị về dạy thêm & học thêm',
  notation: 'SGDĐT-GDTrH',
  priority: 0,
  preparedBy: 'ngoc',
  signers: [
    { order: 1, userCode: 'khanh', displayName: 'Đỗ Quốc Khánh', action: 'sign' },
    { order: 2, userCode: 'vanthu', displayName: 'Phạm Minh Tuệ', action: 'seal' },
  ],
  recipients: ['000.00.22.H24'],
  entry: { number: '513', issuedDate: civilDate('2026-03-18') },
  file: { fileId: 'cong-van', fileName: 'cong-van.pdf', content: Buffer.from('%PDF-1.7\n') },
};

/** A desk that hides nothing, over a line to this address. */
export function aDesk(
  endpoint: string,
  more: Partial<VOfficeDeskOptions> & { readonly timeoutMs?: number } = {},
): { readonly desk: VOfficeSigningDesk; readonly close: () => void } {
  const { timeoutMs = 2_000, ...changes } = more;
  const profile = loadProfile('viettel-voffice');
  const { vOffice: figures, dates, codes } = profile;
  if (!figures || !dates || !codes.results) throw new Error('The profile lost its figures');
  const clock = new StillClock();
  clock.at = new Date('2026-03-18T02:00:00Z');
  const spools = SpoolFolder.ofSystem();
  const line = { endpoint: new URL(endpoint), timeoutMs, maxResponseBytes: 2 ** 20, parallelCalls: 2, spools };
  const client = new VOfficeClient(line);
  const cipher = (plain: string): string => plain;
  const desk = new VOfficeSigningDesk(client, {
    profile,
    figures,
    dates,
    results: codes.results,
    account: ACCOUNT,
    cipher,
    clock,
    ...changes,
  });
  return { desk, close: () => client.close() };
}
