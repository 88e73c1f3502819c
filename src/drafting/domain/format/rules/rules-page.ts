import { FORMAT_RULES, RULE_NAMES, type RuleGroup } from './rule-table.js';

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  page: 'Trang giấy, số trang',
  letters: 'Phông chữ, mã chữ, màu chữ',
  head: 'Phần đầu: Quốc hiệu, tên cơ quan, số và ký hiệu, ngày tháng, trích yếu công văn, dấu',
  title: 'Tên loại và trích yếu',
  address: 'Kính gửi',
  body: 'Nội dung',
  ending: 'Nơi nhận, quyền hạn, chữ ký',
  annex: 'Phụ lục',
};
const HEAD = ['quy tắc', 'đòi hỏi', 'căn cứ', 'mức', 'tự sửa trong tệp Word'];
const LEVELS = { error: 'lỗi', warning: 'lưu ý' } as const;

/** Every rule of the format by its group, as Markdown, for `docs/format-rules.md`. */
export function ruleTables(): string {
  return (Object.keys(GROUPS) as RuleGroup[]).map((group) => `## ${GROUPS[group]}\n\n${tableOf(group)}`).join('\n\n');
}

function tableOf(group: RuleGroup): string {
  const rows = RULE_NAMES.filter((name) => FORMAT_RULES[name].group === group).map((name) => {
    const { kept, source, severity, mend } = FORMAT_RULES[name];
    return [`\`${name}\``, kept, source, LEVELS[severity], mend ?? ''];
  });
  const widths = HEAD.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(HEAD), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
