/** What a command leaves behind: its status, what goes to stdout, and Vietnamese sentences for stderr. */
export interface CommandOutcome {
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly lines: readonly string[];
  readonly messages: readonly string[];
}

export function unusable(...messages: string[]): CommandOutcome {
  return { exitCode: 2, lines: [], messages };
}
