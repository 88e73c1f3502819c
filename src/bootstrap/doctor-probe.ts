import { once } from 'node:events';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import { getCACertificates, TLSSocket } from 'node:tls';
import { z } from 'zod';
import type { DoorAnswer } from '../cli/doctor/doctor-door.js';

const PATIENCE_MS = 5_000;
/** The answer of the app's liveness endpoint. */
const LIVE = z.object({ status: z.literal('ok'), calledAt: z.string() });

/** Asks whether a process of ours answers at an address, and how it was called there. @param ca authorities besides those of this machine, as PEM */
export async function probeDoor(origin: string, ca: readonly string[] = []): Promise<DoorAnswer> {
  try {
    const answer = await ask(new URL('/health/live', origin), ca);
    const live = LIVE.safeParse(jsonOf(await text(answer)));
    if (!live.success) return { kind: 'other', status: answer.statusCode ?? 0 };
    return { kind: 'ours', calledAt: live.data.calledAt, certificateEnd: certificateEndOf(answer) };
  } catch (error) {
    return { kind: 'away', why: codeOf(error) };
  }
}

/** What the web server at an address takes for the time; null where it does not say. */
export async function probeDate(address: string, ca: readonly string[]): Promise<Date | null> {
  const answer = await ask(new URL(address), ca).catch(() => null);
  answer?.destroy();
  const date = answer?.headers.date;
  return date === undefined ? null : new Date(date);
}

async function ask(url: URL, ca: readonly string[]): Promise<IncomingMessage> {
  const common = { agent: false, timeout: PATIENCE_MS, signal: AbortSignal.timeout(PATIENCE_MS) } as const;
  const authorities = [...getCACertificates('default'), ...getCACertificates('system'), ...ca];
  const asked =
    url.protocol === 'https:' ? secureRequest(url, { ...common, ca: authorities }) : plainRequest(url, common);
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
}

function certificateEndOf({ socket }: IncomingMessage): Date | null {
  return socket instanceof TLSSocket ? new Date(socket.getPeerCertificate().valid_to) : null;
}

function jsonOf(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return null;
  }
}

/** `ECONNREFUSED`; of several addresses of a name, the first. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return 'không rõ';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'ETIMEDOUT';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
