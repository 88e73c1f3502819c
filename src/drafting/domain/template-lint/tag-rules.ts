import { nearestTo } from '../nearest.js';
import { NOTHING_NEAR, type FindingCode, type TemplateFinding } from './finding.js';
import type { Passage } from './part-text.js';
import { tagNames, type TagShape, type TagShapes } from './tag-shape.js';
import type { Tag } from './tags.js';

/** Deeper loops are read by nobody, and take time that grows with every level. */
const MAX_DEPTH = 6;

/** Numbers that the agency counts itself; a template may leave them out. */
const COUNTED: readonly string[] = ['stt', 'so_dieu', 'dieu_cuoi'];

interface Open {
  readonly tag: Tag;
  /** What its items hold; `text` for texts, null where nothing new can be named. */
  readonly items: 'text' | TagShapes | null;
  /** How many tags stood before its first inner one. */
  readonly at: number;
}

export interface UseOfTags {
  readonly findings: readonly TemplateFinding[];
  /** Paths of what is printed or repeated: `muc`, `muc.viec`. */
  readonly used: ReadonlySet<string>;
}

/**
 * Whether the loops of a part close as they opened, and whether every tag is used as what it is: a value printed, a list repeated, in its
 * list what belongs to the list.
 *
 * @param shapes null when nobody said what kind of document it is: then structure alone is looked at
 */
export function useOfTags(
  part: string,
  passages: readonly Passage[],
  tags: readonly Tag[],
  shapes: TagShapes | null,
): UseOfTags {
  const walk = new Walk(part, passages, shapes);
  for (const [at, tag] of tags.entries()) walk.step(tag, at);
  walk.end();
  return walk;
}

/**
 * Tags that every document of the kind needs and that no part prints.
 *
 * @param optional those that need not be printed; in a list by its name, a dot and their own
 */
export function neverPrinted(
  used: ReadonlySet<string>,
  shapes: TagShapes,
  optional: readonly string[],
): readonly TemplateFinding[] {
  return needed(shapes, optional, '')
    .filter(({ path }) => !used.has(path))
    .map(({ path, isList }) => {
      const tag = path.split('.').at(-1) ?? path;
      const inside = path.includes('.') ? ` trong {#${path.split('.').slice(0, -1).join('}{#')}}` : '';
      const written = isList ? `{#${tag}}…{/${tag}}` : `{${tag}}`;
      return {
        code: 'field-never-printed',
        part: 'word/document.xml',
        tag,
        message: 'Trường bắt buộc này không được in ở đâu trong mẫu; nội dung người soạn nhập sẽ mất.',
        suggestion: `Thêm ${written}${inside} vào chỗ của nó.`,
      };
    });
}

interface NeededField {
  readonly path: string;
  readonly isList: boolean;
}

function needed(shapes: TagShapes, optional: readonly string[], above: string): readonly NeededField[] {
  return Object.entries(shapes).flatMap(([tag, shape]) => {
    if (shape === 'flag' || optional.includes(tag) || COUNTED.includes(tag)) return [];
    const path = `${above}${tag}`;
    if (shape === 'text') return [{ path, isList: false }];
    const inner = optional.flatMap((one) => (one.startsWith(`${tag}.`) ? one.slice(tag.length + 1) : []));
    return [{ path, isList: true }, ...(shape.items === 'text' ? [] : needed(shape.items, inner, `${path}.`))];
  });
}

class Walk implements UseOfTags {
  readonly findings: TemplateFinding[] = [];
  readonly used = new Set<string>();
  private readonly open: Open[] = [];

  constructor(
    private readonly part: string,
    private readonly passages: readonly Passage[],
    private readonly shapes: TagShapes | null,
  ) {}

  step(tag: Tag, at: number): void {
    if (tag.kind === 'close') this.close(tag, at);
    else if (tag.kind === 'value') this.print(tag);
    else this.enter(tag, at);
  }

  end(): void {
    for (const { tag } of this.open) {
      this.say('loop-unclosed', tag, 'Vòng lặp này mở ra mà không đóng.', `{/${tag.name}}`);
    }
  }

  private enter(tag: Tag, at: number): void {
    const shape = this.shapeOf(tag);
    if (shape === 'text') {
      this.say('value-as-loop', tag, 'Trường này chỉ có một giá trị, không lặp được.', `{${tag.name}}`);
    }
    const items = typeof shape === 'object' && tag.kind === 'open' ? shape.items : null;
    this.open.push({ tag, items, at });
    if (this.open.length === MAX_DEPTH + 1) {
      this.say('loop-too-deep', tag, `Vòng lặp lồng nhau quá ${MAX_DEPTH} lớp.`, 'Bớt lớp vòng lặp.');
    }
  }

  private print(tag: Tag): void {
    if (tag.name === '.') {
      const isText = this.shapes === null || this.open.some(({ items }) => items === 'text');
      if (!isText)
        this.say(
          'tag-out-of-place',
          tag,
          '{.} chỉ dùng trong vòng lặp của một danh sách dòng chữ.',
          'Đặt {.} giữa {#…} và {/…} của danh sách đó.',
        );
      return;
    }
    const shape = this.shapeOf(tag);
    if (typeof shape === 'object') {
      const inner = shape.items === 'text' ? '{.}' : '…';
      const loop = `{#${tag.name}}${inner}{/${tag.name}}`;
      this.say('list-as-value', tag, 'Trường này là một danh sách, phải lặp qua từng mục.', loop);
    } else if (shape === 'flag') {
      const condition = `{#${tag.name}}…{/${tag.name}}`;
      this.say('flag-as-value', tag, 'Trường này chỉ nói có hay không, không in ra được.', condition);
    }
  }

  private close(tag: Tag, at: number): void {
    const last = this.open.at(-1);
    if (last && (tag.name === '' || tag.name === last.tag.name)) {
      this.open.pop();
      if (last.at === at - 1 && this.isBlankBetween(last.tag, tag)) {
        this.say(
          'loop-empty',
          last.tag,
          'Vòng lặp này không chứa gì.',
          'Đặt nội dung cần lặp vào giữa hai trường, hoặc xóa cả hai.',
        );
      }
      return;
    }
    const depth = this.open.findLastIndex(({ tag: opened }) => opened.name === tag.name);
    if (last && depth >= 0) {
      this.say('loop-crossed', tag, `Vòng lặp này đóng trong khi {#${last.tag.name}} còn mở.`, `{/${last.tag.name}}`);
      this.open.splice(depth, 1);
      return;
    }
    const nearest = nearestTo(
      tag.name,
      this.open.map(({ tag: { name } }) => name),
    );
    const suggestion = nearest === null ? 'Xóa trường này, hoặc thêm trường mở vòng lặp ở trước.' : `{/${nearest}}`;
    this.say('loop-unopened', tag, 'Trường này đóng một vòng lặp chưa mở.', suggestion);
  }

  /** The innermost tag of the name; says what is wrong when there is none. */
  private shapeOf(tag: Tag): TagShape | undefined {
    if (this.shapes === null || tag.name === '.') return undefined;
    const scopes = [this.shapes, ...this.open.map(({ items }) => items)];
    const at = scopes.findLastIndex((scope) => isNamed(scope, tag.name));
    const scope = scopes[at];
    if (!isNamed(scope, tag.name)) {
      this.unknown(tag, this.shapes);
      return undefined;
    }
    const lists = this.open.slice(0, at).filter(({ items }) => items !== null);
    this.used.add([...lists.map((list) => list.tag.name), tag.name].join('.'));
    return scope[tag.name];
  }

  private unknown(tag: Tag, shapes: TagShapes): void {
    const names = tagNames(shapes);
    if (names.includes(tag.name)) {
      const list = listOf(tag.name, shapes);
      const message = `Trường này thuộc danh sách “${list}”, chỉ dùng trong vòng lặp của nó.`;
      this.say('tag-out-of-place', tag, message, `{#${list}}{${tag.name}}{/${list}}`);
      return;
    }
    const nearest = nearestTo(tag.name, namesLike(tag, shapes)) ?? nearestTo(tag.name, names);
    const mark = { value: '', open: '#', inverted: '^', close: '/' }[tag.kind];
    const suggestion = nearest === null ? NOTHING_NEAR : `{${mark}${nearest}}`;
    this.say('tag-unknown', tag, 'Loại văn bản này không có trường mang tên như vậy.', suggestion);
  }

  /** Nothing between: not even an empty paragraph, which may be a line or a space. */
  private isBlankBetween(from: Tag, to: Tag): boolean {
    const [first, last] = [this.passages[from.passage], this.passages[to.passage]];
    if (!first || !last || last.number - first.number > 1) return false;
    if (first === last) return first.text.slice(from.end, to.start).trim() === '';
    return (first.text.slice(from.end) + last.text.slice(0, to.start)).trim() === '';
  }

  private say(code: FindingCode, { name }: Tag, message: string, suggestion: string): void {
    this.findings.push({ code, part: this.part, tag: name, message, suggestion });
  }
}

function isNamed(scope: 'text' | TagShapes | null | undefined, name: string): scope is TagShapes {
  return typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name);
}

/** Names that could stand where the tag does: what is printed, or what is repeated or asked. */
function namesLike({ kind }: Pick<Tag, 'kind'>, shapes: TagShapes): readonly string[] {
  return Object.entries(shapes).flatMap(([name, shape]) => [
    ...((shape === 'text') === (kind === 'value') ? [name] : []),
    ...(typeof shape === 'object' && shape.items !== 'text' ? namesLike({ kind }, shape.items) : []),
  ]);
}

/** The list whose items have the tag. */
function listOf(name: string, shapes: TagShapes): string {
  const found = Object.entries(shapes).find(
    ([, shape]) => typeof shape === 'object' && shape.items !== 'text' && tagNames(shape.items).includes(name),
  );
  if (!found) return name;
  const [list, shape] = found;
  const inner = typeof shape === 'object' && shape.items !== 'text' ? shape.items : {};
  return Object.hasOwn(inner, name) ? list : listOf(name, inner);
}
