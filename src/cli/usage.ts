import type { ActSpec, CommandSpec, OptionSpec } from './command-spec.js';

/** How a command is written, one line for each of its acts, or for the one that is named. */
export function usageLines(name: string, { acts }: CommandSpec, act?: string): readonly string[] {
  return Object.entries(acts)
    .filter(([one]) => act === undefined || one === act)
    .map(([one, spec]) => `Viết: ${formOf(name, one, spec)}`);
}

/** `hoi-am COMMAND … --help`: what it does, how it is written, what each option means, and what becomes of the database. */
export function usageText(name: string, command: CommandSpec, act?: string): readonly string[] {
  const shown = Object.entries(command.acts).filter(([one]) => act === undefined || one === act);
  return shown.flatMap(([one, spec], index) => [
    ...(index === 0 ? [] : ['']),
    `Viết: ${formOf(name, one, spec)}`,
    `  ${spec.words}`,
    ...optionLines(spec),
    ...EFFECTS[spec.database].map((sentence) => `  ${sentence}`),
  ]);
}

const EFFECTS: Readonly<Record<ActSpec['database'], readonly string[]>> = {
  none: [],
  looks: ['Đọc cơ sở dữ liệu nếu đã có; không lập mới.'],
  examines: ['Đọc cơ sở dữ liệu nếu đã có; không lập mới.'],
  reads: ['Chỉ đọc cơ sở dữ liệu đã có.'],
  writes: ['Ghi vào cơ sở dữ liệu đã có; không lập mới.'],
  createsInTrial: ['Lập cơ sở dữ liệu nếu chưa có, trừ khi chạy thật (NODE_ENV=production): khi ấy migrate lập trước.'],
  creates: ['Lập cơ sở dữ liệu nếu chưa có, cả khi chạy thật.'],
  restores: ['Lập cơ sở dữ liệu từ bản sao lưu; không ghi đè cơ sở dữ liệu đang có.'],
  moves: ['Đọc cơ sở dữ liệu đã có, không tiến trình nào đang mở; không thay đổi gì trong đó.'],
  own: ['Lập cơ sở dữ liệu riêng trong thư mục trình diễn; không chạy khi NODE_ENV=production.'],
};

function formOf(name: string, act: string, { options, operand }: ActSpec): string {
  const words = ['hoi-am', name, act, operand ? `${operand.value}${operand.many ? '…' : ''}` : ''];
  const parts = Object.entries(options).map(([option, spec]) => optionForm(option, spec));
  return [...words.filter((word) => word !== ''), ...parts].join(' ');
}

function optionForm(name: string, { value, required, multiple }: OptionSpec): string {
  const form = value === undefined ? `--${name}` : `--${name} ${value}`;
  return `${required ? form : `[${form}]`}${multiple ? '…' : ''}`;
}

function optionLines({ options }: ActSpec): readonly string[] {
  const rows = Object.entries(options).map(
    ([name, { value, words }]) => [value === undefined ? `--${name}` : `--${name} ${value}`, words] as const,
  );
  const all = [...rows, ['-h, --help', 'in hướng dẫn này, không làm gì'] as const];
  const width = Math.max(...all.map(([form]) => form.length)) + 2;
  return all.map(([form, words]) => `    ${form.padEnd(width)}${words}`);
}
