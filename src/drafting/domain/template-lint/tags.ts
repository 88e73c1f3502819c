import { nearestTo } from '../nearest.js';
import { NOTHING_NEAR, type FindingCode, type TemplateFinding } from './finding.js';
import type { Passage } from './part-text.js';

/** A tag that is written as tags are: a value, or the beginning, the opposite or the end of a loop. */
export interface Tag {
  readonly kind: 'value' | 'open' | 'inverted' | 'close';
  /** Empty for `{/}`, which closes whatever is open. */
  readonly name: string;
  /** Where it stands: the passage, and from where to where in it. */
  readonly passage: number;
  readonly start: number;
  readonly end: number;
}

export interface TagsOfPart {
  readonly tags: readonly Tag[];
  readonly findings: readonly TemplateFinding[];
  /** What is filled in all the same, and perhaps not as it was meant. */
  readonly warnings: readonly TemplateFinding[];
}

const PLAIN = /^([#^/]?)(\.|[a-z][a-z0-9_]*|(?<=\/))$/u;
const KINDS: Readonly<Record<string, Tag['kind']>> = { '': 'value', '#': 'open', '^': 'inverted', '/': 'close' };
/** Letters and marks that nobody sees between braces, or that Word puts in place of others. */
const HIDDEN = /[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff“”‘’„"'`´]/gu;
/** Tags of other programs: `<<ten>>`, `«ten»`, `${ten}`, `[[ten]]`, `[ten]`, `%ten%`, and braces of other alphabets. */
const FOREIGN =
  /<<\s*(\w+)\s*>>|«\s*(\w+)\s*»|\$\{\s*(\w+)\s*\}|\[\[?\s*([a-z]+_\w+)\s*\]\]?|%([a-z]+_\w+)%|[｛﹛][#^/]?\s*(\w+)\s*[｝﹜]/gu;

/** The tags of a part, and what is wrong with each by itself. `known` = every name that the kind fills in. */
export function tagsOf(part: string, passages: readonly Passage[], known: readonly string[]): TagsOfPart {
  const say = new Saying(part, known);
  const all = passages.flatMap((passage, index) => bracesIn(passage).map((braces) => ({ ...braces, passage: index })));
  return {
    tags: all.flatMap(({ raw, passage, start, end }) => {
      const plain = PLAIN.exec(raw ?? ' ');
      return plain ? [{ kind: KINDS[plain[1] ?? ''] ?? 'value', name: plain[2] ?? '', passage, start, end }] : [];
    }),
    findings: [
      ...passages.flatMap(({ text }) =>
        [...text.matchAll(FOREIGN)].map(([whole, ...names]) => say.foreign(whole, names.find(Boolean))),
      ),
      ...all.flatMap((braces) => say.flaws(braces)),
    ],
    warnings: all.flatMap(({ raw, looks }) => (raw !== null && looks > 1 ? [say.split(raw)] : [])),
  };
}

/** `${ten}` is another program's and was said already. */
function bracesIn(passage: Passage): readonly Braces[] {
  return [...bracesOf(passage.text)]
    .filter(({ start }) => passage.text[start - 1] !== '$')
    .map((braces) => ({ ...braces, looks: looksOf(passage, braces) }));
}

interface Braces {
  /** Null for a brace without its other. */
  readonly raw: string | null;
  readonly isOpen: boolean;
  /** Some words after or before a lone brace. */
  readonly rest: string;
  readonly start: number;
  readonly end: number;
  /** How many looks its letters have: Word tears tags into runs at will, and what is filled in takes the look of the first. */
  readonly looks: number;
}

function* bracesOf(text: string): Generator<Omit<Braces, 'looks'>> {
  let at = 0;
  for (;;) {
    const open = text.indexOf('{', at);
    const close = text.indexOf('}', at);
    if (open === -1 && close === -1) return;
    if (open === -1 || (close !== -1 && close < open)) {
      yield {
        raw: null,
        isOpen: false,
        rest: text.slice(Math.max(0, close - 30), close),
        start: close,
        end: close + 1,
      };
      at = close + 1;
      continue;
    }
    const next = text.indexOf('{', open + 1);
    if (close === -1 || (next !== -1 && next < close)) {
      yield { raw: null, isOpen: true, rest: text.slice(open + 1, open + 31), start: open, end: open + 1 };
      at = open + 1;
      continue;
    }
    yield { raw: text.slice(open + 1, close), isOpen: true, rest: '', start: open, end: close + 1 };
    at = close + 1;
  }
}

function looksOf({ pieces }: Passage, { start, end }: Pick<Braces, 'start' | 'end'>): number {
  return new Set(pieces.filter((piece) => piece.start < end && piece.end > start).map(({ look }) => look)).size;
}

/** The messages about one tag. */
class Saying {
  constructor(
    private readonly part: string,
    private readonly known: readonly string[],
  ) {}

  flaws({ raw, isOpen, rest }: Braces): readonly TemplateFinding[] {
    if (raw === null) return [isOpen ? this.unclosed(rest) : this.unopened(rest)];
    return PLAIN.test(raw) ? [] : [this.malformed(raw)];
  }

  private unclosed(rest: string): TemplateFinding {
    const name = /^[#^/]?[\p{L}\d_.]+/u.exec(rest)?.[0] ?? '';
    return this.finding('tag-unclosed', name, 'Dấu “{” không có dấu “}” đi sau trong cùng đoạn.', this.near(name));
  }

  private unopened(rest: string): TemplateFinding {
    const name = /(?:[#^/]|(?<![\p{L}\d_.]))[\p{L}\d_.]+$/u.exec(rest)?.[0] ?? '';
    return this.finding('tag-unopened', name, 'Dấu “}” không có dấu “{” đi trước trong cùng đoạn.', this.near(name));
  }

  split(raw: string): TemplateFinding {
    const message =
      'Các chữ của trường này mang nhiều kiểu chữ khác nhau; nội dung điền vào sẽ theo kiểu của chữ đầu tiên.';
    return this.finding('tag-split', raw, message, `{${raw}}`);
  }

  foreign(whole: string, name = ''): TemplateFinding {
    const message = 'Đây là cách viết trường của phần mềm khác; trường ở đây viết trong một cặp ngoặc nhọn.';
    return this.finding('tag-foreign', whole, message, this.near(name));
  }

  private malformed(raw: string): TemplateFinding {
    const mark = /^[#^/]/u.exec(raw)?.[0] ?? '';
    const inside = raw.slice(mark.length);
    const bare = inside.replace(HIDDEN, '');
    const visible = bare.trim();
    if (inside.startsWith('@')) return this.raw(raw);
    if (inside.startsWith('=')) return this.delimiters(raw);
    if (bare !== inside) return this.hidden(raw, mark + visible);
    if (PLAIN.test(visible)) return this.space(raw, mark + visible);
    if (/^[\p{L}\p{M}\d_ -]+$/u.test(visible)) return this.unknown(mark, visible);
    return this.expression(raw, mark + (/[\p{L}_][\p{L}\d_]*/u.exec(visible)?.[0] ?? ''));
  }

  private expression(raw: string, first: string): TemplateFinding {
    const message = 'Chỉ tên trường được đứng trong ngoặc nhọn; không tính toán, không gọi hàm, không rẽ nhánh.';
    return this.finding('tag-expression', raw, message, this.near(first));
  }

  private unknown(mark: string, name: string): TemplateFinding {
    return this.finding(
      'tag-unknown',
      name,
      'Loại văn bản này không có trường mang tên như vậy.',
      this.near(mark + name),
    );
  }

  private raw(raw: string): TemplateFinding {
    const message = 'Trường có dấu “@” chèn mã vào văn bản nên không được dùng.';
    return this.finding('tag-raw', raw, message, this.near(raw.replace('@', '')));
  }

  private delimiters(raw: string): TemplateFinding {
    const message = 'Không được đổi dấu ngoặc của trường trong mẫu.';
    return this.finding('tag-delimiters', raw, message, 'Xóa trường này; mọi trường viết trong { }.');
  }

  private hidden(raw: string, clean: string): TemplateFinding {
    const message = 'Trong ngoặc nhọn có dấu nháy, dấu cách cứng hoặc ký tự ẩn; xóa rồi gõ lại tên trường.';
    return this.finding('tag-hidden-character', raw, message, this.near(clean));
  }

  private space(raw: string, clean: string): TemplateFinding {
    return this.finding('tag-space', raw, 'Không để dấu cách giữa ngoặc nhọn và tên trường.', this.near(clean));
  }

  /** The nearest known name, in its braces; null where none is near. */
  private near(written: string): string | null {
    const mark = /^[#^/]/u.exec(written)?.[0] ?? '';
    const name = written.slice(mark.length);
    if (name === '') return null;
    const nearest = this.known.includes(name) ? name : nearestTo(name, this.known);
    if (nearest !== null) return `{${mark}${nearest}}`;
    return this.known.length === 0 && PLAIN.test(written) ? `{${written}}` : null;
  }

  private finding(code: FindingCode, tag: string, message: string, suggestion: string | null): TemplateFinding {
    return { code, part: this.part, tag, message, suggestion: suggestion ?? NOTHING_NEAR };
  }
}
