import { reasonOf, weightOf, type Reason, type ReasonCode } from './reasons.js';

export type InspectionVerdict = 'accept' | 'warn' | 'reject';

/** What an inspection came to. A file with warnings is taken, and its reasons are shown. */
export interface Inspection {
  readonly accept: boolean;
  readonly verdict: InspectionVerdict;
  /** What the file is by its content, as a media type, whatever its name says. */
  readonly type: string;
  readonly reasons: readonly Reason[];
}

export const UNKNOWN_TYPE = 'application/octet-stream';

/** A file is not taken, for one reason that makes looking further useless. */
export class FileRefused extends Error {
  constructor(
    readonly code: ReasonCode,
    readonly detail = '',
  ) {
    super(`${code} ${detail}`);
    this.name = 'FileRefused';
  }
}

/** Collects what an inspection finds; each code is told once, with the first part that shows it. */
export class Findings {
  private readonly found = new Map<ReasonCode, Reason>();

  add(code: ReasonCode, detail = ''): void {
    if (!this.found.has(code)) this.found.set(code, reasonOf(code, detail));
  }

  has(code: ReasonCode): boolean {
    return this.found.has(code);
  }

  inspection(type: string): Inspection {
    return inspectionOf(type, [...this.found.values()]);
  }
}

export function inspectionOf(type: string, reasons: readonly Reason[]): Inspection {
  const refused = reasons.some((reason) => weightOf(reason) === 'reject');
  const verdict = refused ? 'reject' : reasons.length > 0 ? 'warn' : 'accept';
  return { accept: !refused, verdict, type, reasons };
}
