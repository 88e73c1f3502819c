/**
 * What a command does to the database that the settings name:
 * `none` knows no database · `looks` reads one that is there and does without otherwise · `examines` does the same, and tells of wrong settings itself · `reads` and `writes` need one that is there ·
 * `creates` makes it where there is none, `createsInTrial` only outside production (see docs/adr/0008-commands-and-metrics.md) · `own` makes one in its own folder ·
 * `restores` puts one where there is none · `moves` needs one that no other process has open.
 */
export type DatabaseEffect =
  | 'none'
  | 'looks'
  | 'examines'
  | 'reads'
  | 'writes'
  | 'createsInTrial'
  | 'creates'
  | 'own'
  | 'restores'
  | 'moves';

export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly multiple?: true;
  /** Written twice it is refused; of others the last counts. */
  readonly once?: true;
  readonly required?: true;
  /** How its value is written in the usage. */
  readonly value?: string;
  /** What it does, in Vietnamese. */
  readonly words: string;
  /** The variable of the environment in whose place it stands. */
  readonly sets?: string;
}

export interface ActSpec {
  readonly words: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** The arguments without a name: exactly one, or one and more. */
  readonly operand?: { readonly value: string; readonly many?: true };
  readonly database: DatabaseEffect;
}

/** A command is one act, by the name `''`, or several by their subcommands. */
export interface CommandSpec {
  readonly words: string;
  readonly acts: Readonly<Record<string, ActSpec>>;
}
