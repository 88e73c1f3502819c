import type { CivilDate } from '../../kernel/civil-date.js';

/** `empty`: there was nothing to say; `outdated`: the next day came before the mail server took it. */
export const DIGEST_STATES = ['empty', 'waiting', 'sent', 'refused', 'outdated'] as const;

export type DigestState = (typeof DIGEST_STATES)[number];

/** One line of work: no name, no words of a citizen. */
export interface DigestLine {
  readonly code: string;
  /** `Phòng Giáo dục Trung học, hạn 17:30 ngày 20/03/2026, quá hạn 2 ngày` */
  readonly words: string;
  /** Path of the page of it, from the root of the site: `/phieu/…`. */
  readonly path: string;
}

/** Lines under a heading: `Quá hạn`. */
export interface DigestPart {
  readonly heading: string;
  /** How many there are, those that are not listed included. */
  readonly total: number;
  readonly lines: readonly DigestLine[];
}

/** What waits for somebody in whose place the reader acts, told apart from the reader's own. */
export function partInPlace({ heading, total, lines }: DigestPart, principalName: string): DigestPart {
  return {
    heading: `${heading} (xử lý thay)`,
    total,
    lines: lines.map((line) => ({ ...line, words: `${line.words}, thay ${principalName}` })),
  };
}

export interface DigestFacts {
  readonly day: CivilDate;
  /** Name of the person who reads it. */
  readonly reader: string;
  readonly appUrl: string;
  readonly parts: readonly DigestPart[];
  readonly unread: number;
}

export interface DigestLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Whether there is anything to tell. */
export function hasWords({ parts, unread }: Pick<DigestFacts, 'parts' | 'unread'>): boolean {
  return unread > 0 || parts.some(({ total }) => total > 0);
}

/** The mail of a day as plain text and as simple HTML that says the same; parts without lines are left out. */
export function digestLetter(facts: DigestFacts): DigestLetter {
  const day = facts.day.split('-').toReversed().join('/');
  const parts = facts.parts.filter(({ total }) => total > 0);
  const counts = parts.map(({ heading, total }) => `${total} ${heading.toLocaleLowerCase('vi')}`);
  const unread = facts.unread === 0 ? [] : [`${facts.unread} thông báo chưa đọc`];
  const subject = `Việc ngày ${day}: ${[...counts, ...unread].join(', ')}`.slice(0, 200);
  const shown = { ...facts, parts, noticesUrl: `${facts.appUrl}/thong-bao` };
  return { subject, text: plain(shown), html: page(shown, subject) };
}

type Shown = DigestFacts & { readonly noticesUrl: string };

const REASON =
  'Thư do hệ thống Hồi Âm gửi mỗi ngày làm việc. Vì lý do bảo mật, thư không chứa thông tin của người phản ánh.';

function plain({ reader, parts, unread, appUrl, noticesUrl }: Shown): string {
  const blocks = parts.map(({ heading, total, lines }) =>
    [
      `${heading} (${total})`,
      ...lines.map(({ code, words, path }) => `- ${code}: ${words}\n  ${appUrl}${path}`),
      ...more(total - lines.length).map((sentence) => `- ${sentence}`),
    ].join('\n'),
  );
  const notices = unread === 0 ? [] : [`Thông báo chưa đọc: ${unread}\n${noticesUrl}`];
  return `${[`Kính gửi ${reader},`, ...blocks, ...notices, REASON].join('\n\n')}\n`;
}

function page({ reader, parts, unread, appUrl, noticesUrl }: Shown, title: string): string {
  const blocks = parts.map(({ heading, total, lines }) => {
    const items = lines.map(
      ({ code, words, path }) => `<li><a href="${escaped(appUrl + path)}">${escaped(code)}</a>: ${escaped(words)}</li>`,
    );
    const rest = more(total - lines.length).map((sentence) => `<li>${escaped(sentence)}</li>`);
    return `<h2>${escaped(heading)} (${total})</h2>\n<ul>\n${[...items, ...rest].join('\n')}\n</ul>`;
  });
  const notices = unread === 0 ? [] : [`<p><a href="${escaped(noticesUrl)}">Thông báo chưa đọc: ${unread}</a></p>`];
  return [
    `<!doctype html>\n<html lang="vi">\n<head><meta charset="utf-8"><title>${escaped(title)}</title></head>\n<body>`,
    `<p>Kính gửi ${escaped(reader)},</p>`,
    ...blocks,
    ...notices,
    `<p>${REASON}</p>\n</body>\n</html>\n`,
  ].join('\n');
}

function more(left: number): readonly string[] {
  return left > 0 ? [`và ${left} việc nữa`] : [];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => ENTITIES[letter] ?? letter);
}
