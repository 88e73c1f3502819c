import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** SOAP clients that are not ours, by name: the command that takes a job and gives answers. */
const CALLERS = {
  // Debian's own Python, because the packages are Debian's.
  zeep: ['/usr/bin/python3', join(HERE, 'zeep-caller.py')],
  'PHP SoapClient': ['php', join(HERE, 'php-caller.php')],
} as const;

export type CallerName = keyof typeof CALLERS;
export const CALLER_NAMES = Object.keys(CALLERS) as readonly CallerName[];

export interface Job {
  readonly wsdl: string;
  readonly endpoint: string;
  /** Of the WSDL: `EOfficeSoap11`, `EOfficeCallbackSoap12` … */
  readonly binding: string;
  readonly username: string;
  readonly password: string;
  /** Whether the password travels as digest. */
  readonly digest: boolean;
  /** Named in every call, where the caller can: what it reads. */
  readonly accept?: string;
  readonly calls: readonly { readonly operation: string; readonly arguments: object }[];
}

export interface Answered {
  readonly result?: unknown;
  /** Of the answer, where `accept` was named. */
  readonly contentType?: string;
  readonly fault?: { readonly code: string; readonly retryable: boolean; readonly field: readonly string[] };
}

/** Makes the calls one after the other in a process of its own. @throws Error with what it said when it fails */
export async function callsBy(caller: CallerName, job: Job): Promise<readonly Answered[]> {
  const [command, script] = CALLERS[caller];
  const child = spawn(command, [script], {
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', PYTHONDONTWRITEBYTECODE: '1' },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', () => reject(new Error(`${command} is missing: see .ci/debian-packages.mjs`)));
    child.once('close', resolve);
  });
  child.stdin.end(JSON.stringify(job));
  const [answers, complaint, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (status !== 0) throw new Error(`${caller} ended with ${String(status)}: ${complaint || answers}`);
  return JSON.parse(answers) as readonly Answered[];
}
