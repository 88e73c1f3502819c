import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { IncomingDocumentEntity, OutgoingDocumentEntity, RegisterExport } from '../../documents/index.js';
import { wholeYear } from '../../documents/domain/register-span.js';
import { printedCode } from '../../documents/domain/register.js';
import { DraftQueries } from '../../drafting/index.js';
import { ExchangeQueries } from '../../exchange/index.js';
import { Database } from '../../platform/database/database.js';
import { FileStore } from '../../platform/files/file-store.js';
import { SignatureQueries } from '../../signing/index.js';
import { TicketReader, type SeenTicket } from '../../tickets/index.js';
import type { EOfficeDesk } from './e-office-desk.js';
import { DepartmentRobot } from './robot.js';

const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 150;

/** What a played demonstration leaves behind; paths lie under the chosen folder. */
export interface DemonstrationSummary {
  readonly ticket: string;
  readonly hotlineCode: string;
  readonly incomingNumber: string;
  readonly outgoingNumber: string;
  readonly statuses: readonly string[];
  readonly files: Readonly<Record<DemonstrationFile, string>>;
  readonly verification: { readonly verdict: string };
  readonly elapsedMs: number;
}

type DemonstrationFile =
  | 'incomingEdxml'
  | 'draftDocx'
  | 'submittedPdf'
  | 'signedPdf'
  | 'replyEdxml'
  | 'incomingRegister'
  | 'outgoingRegister';

/** Plays one ticket from arrival to released reply. @param tell hears each new state of the ticket */
export async function playOnce(
  context: INestApplicationContext,
  desk: EOfficeDesk,
  { directory, tell }: { readonly directory: string; readonly tell: (line: string) => void },
): Promise<DemonstrationSummary> {
  const started = performance.now();
  const { hotlineCode } = await desk.sendFeedback();
  tell(`Tổng đài 1022 gửi phản ánh ${hotlineCode}.`);
  const ticket = await playUntilAnswered(context, desk, { hotlineCode, tell });
  await untilAllIsSent(context, ticket);
  const summary = await gather(context, ticket, directory);
  await desk.keepRevocationList(join(directory, 'thu-hoi.crl'));
  return { ...summary, hotlineCode, elapsedMs: Math.round(performance.now() - started) };
}

/** Lets the robot work until the ticket of that hotline number is answered. @throws Error when it takes longer than two minutes */
export async function playUntilAnswered(
  context: INestApplicationContext,
  desk: EOfficeDesk,
  { hotlineCode, tell }: { readonly hotlineCode: string; readonly tell: (line: string) => void },
): Promise<SeenTicket> {
  const robot = new DepartmentRobot(context, desk);
  const patience = AbortSignal.timeout(PATIENCE_MS);
  let last = '';
  while (!patience.aborted) {
    const known = await context.get(TicketReader).byHotlineCode(SYSTEM, hotlineCode);
    const ticket = known ? await robot.step(known.id) : null;
    if (ticket && ticket.latest !== last) {
      last = ticket.latest;
      tell(`${ticket.code}: ${last}.`);
    }
    if (ticket?.state === 'answered') return ticket;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`Phiếu ${hotlineCode} chưa được trả lời sau ${PATIENCE_MS / 1000} giây; lần cuối: ${last}`);
}

async function untilAllIsSent(context: INestApplicationContext, { incomingDocumentId }: SeenTicket): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (!patience.aborted) {
    const dispatches = await context.get(ExchangeQueries).dispatchesAbout(incomingDocumentId);
    const isTold = dispatches.some(({ status }) => status === '06');
    if (isTold && dispatches.every(({ sentAt }) => sentAt !== null)) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error('Còn tin chưa gửi được cho Tổng đài 1022.');
}

async function gather(
  context: INestApplicationContext,
  ticket: SeenTicket,
  directory: string,
): Promise<Omit<DemonstrationSummary, 'elapsedMs' | 'hotlineCode'>> {
  await mkdir(directory, { recursive: true });
  const { manager } = context.get(Database).reader;
  const incoming = await manager.findOneByOrFail(IncomingDocumentEntity, { id: ticket.incomingDocumentId });
  const outgoing = await manager.findOneByOrFail(OutgoingDocumentEntity, { replyToId: incoming.id, state: 'released' });
  const [draft] = await context.get(DraftQueries).ofCase(ticket.id);
  const request = await context.get(SignatureQueries).byId(outgoing.signatureRequestId);
  const inbox = await context.get(ExchangeQueries).inboxOf(incoming.documentId);
  const dispatches = await context.get(ExchangeQueries).dispatchesAbout(incoming.id);
  const stored: readonly (readonly [DemonstrationFile, string, string | null | undefined])[] = [
    ['incomingEdxml', 'van-ban-den.edxml', inbox?.sha256],
    ['draftDocx', 'du-thao.docx', draft?.docxSha256],
    ['submittedPdf', 'ban-trinh-ky.pdf', request?.submittedSha256],
    ['signedPdf', 'cong-van-da-ky.pdf', outgoing.sealedSha256],
    ['replyEdxml', 'van-ban-tra-loi.edxml', dispatches.find(({ kind }) => kind === 'document')?.sha256],
  ];
  const files: Partial<Record<DemonstrationFile, string>> = {};
  for (const [name, fileName, sha256] of stored) {
    files[name] = join(directory, fileName);
    await copyFile(await context.get(FileStore).localPath(sha256 ?? ''), join(directory, fileName));
  }
  for (const [name, book] of [
    ['incomingRegister', 'incoming'],
    ['outgoingRegister', 'outgoing'],
  ] as const) {
    const path = join(directory, book === 'incoming' ? 'so-van-ban-den.xlsx' : 'so-van-ban-di.xlsx');
    await writeFile(path, await context.get(RegisterExport).xlsx(wholeYear(book, outgoing.year)));
    files[name] = path;
  }
  return {
    ticket: ticket.code,
    incomingNumber: String(incoming.arrivalNumber),
    outgoingNumber: printedCode(outgoing.number, outgoing.notation),
    statuses: dispatches.flatMap(({ status }) => (status === null ? [] : [status])),
    files: files as Record<DemonstrationFile, string>,
    verification: { verdict: verdictOf(request?.proof) },
  };
}

function verdictOf(proof: object | null | undefined): string {
  return proof && 'verdict' in proof && typeof proof.verdict === 'string' ? proof.verdict : 'unknown';
}
