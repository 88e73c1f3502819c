import { parseArgs } from 'node:util';
import { nearestTo } from '../drafting/domain/nearest.js';
import type { ActSpec, CommandSpec, OptionSpec } from './command-spec.js';
import { COMMANDS, type CommandName } from './commands.js';
import { UnusableArguments } from './unusable-arguments.js';
import { usageLines } from './usage.js';

type ValueOf<Option extends OptionSpec> = Option extends { readonly type: 'boolean' }
  ? boolean
  : Option extends { readonly multiple: true }
    ? readonly string[]
    : string;

type ValuesOf<Act> = Act extends { readonly options: infer Options extends Readonly<Record<string, OptionSpec>> }
  ? { readonly [Name in keyof Options]?: ValueOf<Options[Name]> }
  : never;

type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

type Acts<Name extends CommandName> = (typeof COMMANDS)[Name]['acts'];

/** What was written after the name of a command, checked by the table. */
export interface Asked<Name extends CommandName> {
  /** The subcommand; `''` where the command has none. */
  readonly act: keyof Acts<Name> & string;
  readonly values: Together<ValuesOf<Acts<Name>[keyof Acts<Name>]>>;
  /** The arguments without a name. */
  readonly operands: readonly string[];
}

/** What an act is by the table, and what was asked of it. */
export interface Reading {
  readonly act: string;
  readonly spec: ActSpec;
  readonly values: Readonly<Record<string, boolean | string | readonly string[]>>;
  readonly operands: readonly string[];
}

/** Whether somebody asks what there is, at whatever place; such a line never acts. */
export function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

/**
 * Arguments by the table of commands.
 *
 * @throws UnusableArguments for an unknown subcommand or option, a value that is missing, and what is missing or too many
 */
export function readArguments<Name extends CommandName>(name: Name, args: readonly string[]): Asked<Name> {
  // Each value was checked by the table from which the type is made.
  return readByTable(name, COMMANDS[name], args) as unknown as Asked<Name>;
}

/** The same for a command of whichever table. @throws UnusableArguments */
export function readByTable(name: string, command: CommandSpec, args: readonly string[]): Reading {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.values(command.acts).flatMap(({ options }) =>
        Object.entries(options).map(([option, { type }]) => [option, { type }]),
      ),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [act, operands] = actOf(name, command, words);
  const spec = command.acts[act];
  if (spec === undefined) throw unknownAct(name, command, act);
  const refuse = (sentence: string): UnusableArguments => refusal(sentence, usageLines(name, command, act));
  const values: Record<string, boolean | string | readonly string[]> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(spec.options, token.name) ? spec.options[token.name] : undefined;
    if (option === undefined) throw refuse(unknownOption(full(name, act), token.rawName, spec));
    const flaw = flawOf(option, token, values[token.name]);
    if (flaw !== null) throw refuse(flaw);
    values[token.name] = valueOf(option, token.value, values[token.name]);
  }
  const missing = Object.entries(spec.options).find(([option, { required }]) => required && !(option in values));
  if (missing) throw refuse(`Thiếu --${missing[0]}.`);
  const flaw = operandFlaw(full(name, act), spec, operands);
  if (flaw !== null) throw refuse(flaw);
  return { act, spec, values, operands };
}

interface OptionToken {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** The subcommand, wherever it stands, and the words after it. */
function actOf(name: string, command: CommandSpec, words: readonly string[]): readonly [string, readonly string[]] {
  if (Object.hasOwn(command.acts, '')) return ['', words];
  const [act, ...operands] = words;
  if (act === undefined || !Object.hasOwn(command.acts, act)) throw unknownAct(name, command, act);
  return [act, operands];
}

function unknownAct(name: string, command: CommandSpec, act: string | undefined): UnusableArguments {
  const names = Object.keys(command.acts);
  const sentence =
    act === undefined
      ? `hoi-am ${name} cần một trong: ${names.join(', ')}.`
      : `hoi-am ${name} không có lệnh "${act}". ${nearOrAll(act, names, '')}`;
  return refusal(sentence, usageLines(name, command));
}

function unknownOption(command: string, rawName: string, { options }: ActSpec): string {
  const names = [...Object.keys(options), 'help'];
  return `${command} không có lựa chọn ${rawName}. ${nearOrAll(rawName.replace(/^-+/u, ''), names, '--')}`;
}

function nearOrAll(name: string, known: readonly string[], prefix: '' | '--'): string {
  const nearest = nearestTo(name, known);
  if (nearest !== null) return `Có phải ${prefix}${nearest}?`;
  return `Chọn một trong: ${known.map((one) => `${prefix}${one}`).join(', ')}.`;
}

function flawOf({ type, once, value: form = '' }: OptionSpec, token: OptionToken, before: unknown): string | null {
  const { rawName, value, inlineValue } = token;
  if (type === 'boolean') return value === undefined ? null : `${rawName} không nhận giá trị: viết ${rawName}.`;
  if (value === undefined || (!inlineValue && /^-./u.test(value)))
    return `${rawName} thiếu giá trị: viết ${rawName} ${form}.`;
  if (before === undefined || !once) return null;
  return `${rawName} được viết nhiều lần, không rõ lấy giá trị nào: viết một lần.`;
}

function valueOf(
  { type, multiple }: OptionSpec,
  value: string | undefined,
  before: unknown,
): boolean | string | readonly string[] {
  if (type === 'boolean') return true;
  if (!multiple) return value ?? '';
  return [...(Array.isArray(before) ? before.map(String) : []), value ?? ''];
}

function operandFlaw(command: string, { operand }: ActSpec, operands: readonly string[]): string | null {
  const [first, second] = operands;
  if (operand === undefined) return first === undefined ? null : `${command} không nhận "${shown(first)}".`;
  if (first === undefined) return `Thiếu ${operand.value}.`;
  if (second === undefined || operand.many) return null;
  return `${command} chỉ nhận một ${operand.value}, thừa "${shown(second)}".`;
}

/** An address without its account and password: refusals are kept in logs. */
function shown(word: string): string {
  return word.replace(/:\/\/.*@/u, '://…@');
}

function full(name: string, act: string): string {
  return act === '' ? `hoi-am ${name}` : `hoi-am ${name} ${act}`;
}

function refusal(sentence: string, usage: readonly string[]): UnusableArguments {
  return new UnusableArguments(usage.length === 1 ? `${sentence} ${usage.join('')}` : [sentence, ...usage].join('\n'));
}
