import { asksForHelp, readArguments, readByTable } from './command-line.js';
import type { ActSpec, CommandSpec } from './command-spec.js';
import { COMMANDS, type CommandName } from './commands.js';
import { commandHelp, helpOutcome } from './help.js';
import { UnusableArguments } from './unusable-arguments.js';

interface Act {
  readonly name: CommandName;
  readonly act: string;
  readonly spec: ActSpec;
  /** The shortest line that the table allows. */
  readonly line: readonly string[];
}

/** Every act of every command, so that a new one is tested without being listed. */
const ACTS: readonly Act[] = Object.entries(COMMANDS).flatMap(([name, command]: readonly [string, CommandSpec]) =>
  Object.entries(command.acts).map(([act, spec]) => ({
    name: name as CommandName,
    act,
    spec,
    line: lineOf(act, spec),
  })),
);

function lineOf(act: string, { options, operand }: ActSpec): readonly string[] {
  const needed = Object.entries(options).filter(([, { required }]) => required);
  return [
    ...(act === '' ? [] : [act]),
    ...needed.flatMap(([option, { type }]) => (type === 'boolean' ? [`--${option}`] : [`--${option}`, 'x'])),
    ...(operand ? ['1'] : []),
  ];
}

function refusalOf(name: CommandName, args: readonly string[]): string {
  try {
    readArguments(name, args);
  } catch (error) {
    if (error instanceof UnusableArguments) return error.message;
    throw error;
  }
  return '';
}

describe.each(ACTS)('hoi-am $name $act', ({ name, act, spec, line }) => {
  it('is understood at its shortest', () => {
    expect(readArguments(name, line)).toMatchObject({ act, operands: spec.operand ? ['1'] : [] });
  });

  it('prints its usage for --help and -h at every place, with status 0', () => {
    for (const asked of ['--help', '-h']) {
      for (let place = 0; place <= line.length; place += 1) {
        const help = commandHelp(name, [...line.slice(0, place), asked, ...line.slice(place)]);
        expect(help).toMatchObject({ exitCode: 0, messages: [] });
        expect(help?.lines[0]).toContain(`Viết: hoi-am ${act === '' ? name : `${name} ${act}`}`);
        for (const option of Object.keys(spec.options)) expect(help?.lines.join('\n')).toContain(`--${option}`);
      }
    }
  });

  it('stops at an option that it does not know, and says which and how it is written', () => {
    const refused = refusalOf(name, [...line, '--khong-co']);
    expect(refused).toMatch(/^hoi-am .+ không có lựa chọn --khong-co\. (Có phải --|Chọn một trong: --)/u);
    expect(refused).toMatch(/ Viết: hoi-am \S+/u);
  });

  it('stops at an argument too many, unless it takes many', () => {
    const refused = refusalOf(name, [...line, 'thua']);
    expect(refused).toMatch(spec.operand?.many ? /^$/u : /không nhận "thua"|thừa "thua"/u);
  });

  it('stops at an option without its value, and at a flag with one', () => {
    for (const [option, { type }] of Object.entries(spec.options)) {
      const rest = line.filter((word, at) => word !== `--${option}` && line[at - 1] !== `--${option}`);
      const flawed = type === 'boolean' ? [...rest, `--${option}=1`] : [...rest, `--${option}`];
      expect(refusalOf(name, flawed)).toMatch(type === 'boolean' ? /không nhận giá trị/u : /thiếu giá trị/u);
    }
  });

  it('says each thing that it needs', () => {
    for (const [option] of Object.entries(spec.options).filter(([, { required }]) => required)) {
      const rest = line.filter((word, at) => word !== `--${option}` && line[at - 1] !== `--${option}`);
      expect(refusalOf(name, rest)).toContain(`Thiếu --${option}.`);
    }
    if (spec.operand) expect(refusalOf(name, line.slice(0, -1))).toContain(`Thiếu ${spec.operand.value}.`);
  });
});

describe('a refusal', () => {
  it('repeats no password of an address that was written in the wrong place', () => {
    const refused = refusalOf('migrate', ['mssql://hoi-am:mat/kh@u@may:1433/hoi_am']);
    expect(refused).toContain('không nhận "mssql://…@may:1433/hoi_am"');
  });
});

describe('the table of commands', () => {
  it('lets nothing but migrate make a database in production', () => {
    expect(ACTS.filter(({ spec }) => spec.database === 'creates').map(({ name }) => name)).toEqual(['migrate']);
    const inTrial = ACTS.filter(({ spec }) => ['createsInTrial', 'own'].includes(spec.database));
    expect(inTrial.map(({ name }) => name)).toEqual(['serve', 'demo']);
  });

  it('is what hoi-am --help lists', () => {
    const { exitCode, lines } = helpOutcome();
    expect(exitCode).toBe(0);
    for (const name of Object.keys(COMMANDS)) expect(lines.join('\n')).toMatch(new RegExp(`^ {2}${name} +\\S`, 'mu'));
  });
});

describe('arguments', () => {
  it.each<readonly [string, CommandName, readonly string[], string]>([
    ['the nearest option', 'serve', ['--prot', '9'], 'hoi-am serve không có lựa chọn --prot. Có phải --port?'],
    ['an option of another subcommand', 'exchange', ['queue', '--from', '2026-01-01'], 'không có lựa chọn --from'],
    ['the nearest subcommand', 'exchange', ['queu'], 'hoi-am exchange không có lệnh "queu". Có phải queue?'],
    ['the subcommands where none is named', 'journal', [], 'hoi-am journal cần một trong: verify, key.'],
    ['a short option', 'migrate', ['-x'], 'hoi-am migrate không có lựa chọn -x.'],
    ['a name that every object has', 'exchange', ['toString'], 'hoi-am exchange không có lệnh "toString".'],
    ['an option that every object has', 'migrate', ['--constructor'], 'không có lựa chọn --constructor'],
    ['a value given twice', 'deadline', ['--limit', '5', '--limit', '6'], '--limit được viết nhiều lần'],
  ])('that are wrong are told with %s', (_rule, name, args, sentence) => {
    expect(refusalOf(name, args)).toContain(sentence);
  });

  it('may stand before the subcommand, and repeat where that means something', () => {
    expect(readArguments('token', ['--json', 'list'])).toMatchObject({ act: 'list', values: { json: true } });
    expect(readArguments('register', ['--book', 'incoming', 'check']).values.book).toBe('incoming');
    expect(readArguments('verify', ['a.pdf', '--trust', 'x', '--trust=y', '--json', '--json']).values).toEqual({
      trust: ['x', 'y'],
      json: true,
    });
  });

  it('after -- are words, not options', () => {
    expect(asksForHelp(['--', '--help'])).toBe(false);
    expect(readByTable('inspect', COMMANDS.inspect, ['--', '--help']).operands).toEqual(['--help']);
  });
});
