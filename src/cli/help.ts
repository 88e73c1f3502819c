import { asksForHelp } from './command-line.js';
import type { CommandSpec } from './command-spec.js';
import { COMMANDS, type CommandName } from './commands.js';
import type { CommandOutcome } from './outcome.js';
import { usageText } from './usage.js';

/** `hoi-am --help`: one line for each command. Status 0. */
export function helpOutcome(): CommandOutcome {
  const names = Object.keys(COMMANDS);
  const width = Math.max(...names.map(({ length }) => length)) + 2;
  const commands = Object.entries(COMMANDS).map(([name, { words }]) => `  ${name.padEnd(width)}${words}`);
  const lines = ['Viết: hoi-am LỆNH …', '', ...commands, '', 'Từng lệnh: hoi-am LỆNH --help'];
  return { exitCode: 0, lines, messages: [] };
}

/** `hoi-am COMMAND … --help`: of one act where it is named. Status 0; null when nobody asks. */
export function commandHelp(name: CommandName, args: readonly string[]): CommandOutcome | null {
  if (!asksForHelp(args)) return null;
  const command: CommandSpec = COMMANDS[name];
  const act = args.find((arg) => Object.hasOwn(command.acts, arg));
  return { exitCode: 0, lines: usageText(name, command, act), messages: [] };
}
