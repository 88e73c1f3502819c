/** A mail as plain text and as simple HTML that says the same. */
export interface MailLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** One line of work: no name, no words of a citizen. */
export interface MailLine {
  readonly code: string;
  /** `Phòng Giáo dục Trung học, hạn 17:30 ngày 20/03/2026, quá hạn 2 ngày` */
  readonly words: string;
  /** Path of the page of it, from the root of the site: `/phieu/…`. */
  readonly path: string;
}

/** Lines under a heading: `Quá hạn`. */
export interface MailPart {
  readonly heading: string;
  /** How many there are, those that are not listed included. */
  readonly total: number;
  readonly lines: readonly MailLine[];
}

export interface ListFacts {
  readonly subject: string;
  /** Name of the person who reads it. */
  readonly reader: string;
  readonly appUrl: string;
  readonly parts: readonly MailPart[];
  /** Sentences with a link, after the lists. */
  readonly further?: readonly Pick<MailLine, 'words' | 'path'>[];
  /** Why it comes, and what it does not say. */
  readonly closing: string;
}

/** A mail that lists work, each line with its link; parts without lines are left out. */
export function listLetter(facts: ListFacts): MailLetter {
  const shown = { ...facts, parts: facts.parts.filter(({ total }) => total > 0) };
  return { subject: facts.subject, text: plain(shown), html: page(shown) };
}

/** @param name what the mail is, the same for every try @returns `<viec.2026-03-18.ngoc@hoi-am.example>` */
export function messageIdOf(publicUrl: string, ...name: readonly string[]): string {
  const local = name.map((part) => part.replace(/[^\w.-]/gu, '_')).join('.');
  return `<${local}@${new URL(publicUrl).hostname}>`;
}

function plain({ reader, parts, further = [], appUrl, closing }: ListFacts): string {
  const blocks = parts.map(({ heading, total, lines }) =>
    [
      `${heading} (${total})`,
      ...lines.map(({ code, words, path }) => `- ${code}: ${words}\n  ${appUrl}${path}`),
      ...more(total - lines.length).map((sentence) => `- ${sentence}`),
    ].join('\n'),
  );
  const sentences = further.map(({ words, path }) => `${words}\n${appUrl}${path}`);
  return `${[`Kính gửi ${reader},`, ...blocks, ...sentences, closing].join('\n\n')}\n`;
}

function page({ subject, reader, parts, further = [], appUrl, closing }: ListFacts): string {
  const link = (path: string, words: string): string => `<a href="${escaped(appUrl + path)}">${escaped(words)}</a>`;
  const blocks = parts.map(({ heading, total, lines }) => {
    const items = lines.map(({ code, words, path }) => `<li>${link(path, code)}: ${escaped(words)}</li>`);
    const rest = more(total - lines.length).map((sentence) => `<li>${escaped(sentence)}</li>`);
    return `<h2>${escaped(heading)} (${total})</h2>\n<ul>\n${[...items, ...rest].join('\n')}\n</ul>`;
  });
  return [
    `<!doctype html>\n<html lang="vi">\n<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>\n<body>`,
    `<p>Kính gửi ${escaped(reader)},</p>`,
    ...blocks,
    ...further.map(({ words, path }) => `<p>${link(path, words)}</p>`),
    `<p>${escaped(closing)}</p>\n</body>\n</html>\n`,
  ].join('\n');
}

function more(left: number): readonly string[] {
  return left > 0 ? [`và ${left} việc nữa`] : [];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (letter) => ENTITIES[letter] ?? letter);
}
