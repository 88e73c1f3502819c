import { UnusableArguments } from './unusable-arguments.js';

/** What a command leaves behind: its status, what goes to stdout, and Vietnamese sentences for stderr. */
export interface CommandOutcome {
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly lines: readonly string[];
  readonly messages: readonly string[];
}

/** Arguments that cannot be used, as what a command leaves behind. @throws whatever else was thrown */
export function refused(error: unknown): CommandOutcome {
  if (error instanceof UnusableArguments) return unusable(...error.message.split('\n'));
  throw error;
}

export function unusable(...messages: string[]): CommandOutcome {
  return { exitCode: 2, lines: [], messages };
}
