import { sampleOf, type DocumentKind } from './catalogue.js';
import type { TagValues } from './document-fields.js';

/** What a tag is filled with: text, a yes or no, or a list of texts or of things with tags of their own. */
export type TagShape = 'text' | 'flag' | { readonly items: 'text' | TagShapes };

export interface TagShapes {
  readonly [tag: string]: TagShape;
}

/** Fields that a sample may leave empty, or that take one of two forms. */
const VARIANTS = [{ kinh_gui: ['Một nơi'], lien_he: ['Địa chỉ'] }, { kinh_gui: ['Một nơi', 'Hai nơi'] }];

/** The tags of a kind and what fills them, as its sample shows with one addressee and with several. */
export function tagShapes(kind: DocumentKind): TagShapes {
  const sample = sampleOf(kind.name) as Readonly<Record<string, unknown>>;
  const known = (variant: object): object =>
    Object.fromEntries(Object.entries(variant).filter(([field]) => field in kind.labels));
  const filled = [{}, ...VARIANTS].map((variant) => kind.fill({ ...sample, ...known(variant) }));
  return Object.assign({}, ...filled.map((one) => (one.ok ? shapesOf(one.tags) : {}))) as TagShapes;
}

/** Empty lists say nothing of their items and are left to another sample. */
function shapesOf(values: TagValues): TagShapes {
  return Object.fromEntries(
    Object.entries(values).flatMap(([tag, value]) => {
      const shape = shapeOf(value);
      return shape === null ? [] : [[tag, shape]];
    }),
  );
}

function shapeOf(value: TagValues[string]): TagShape | null {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'flag';
  const [first] = value;
  if (first === undefined) return null;
  if (typeof first === 'string') return { items: 'text' };
  const all = value.filter((item): item is TagValues => typeof item !== 'string');
  return { items: Object.assign({}, ...all.map(shapesOf)) as TagShapes };
}

/** Every tag by its name, those inside lists included. */
export function tagNames(shapes: TagShapes): readonly string[] {
  return Object.entries(shapes).flatMap(([tag, shape]) => [
    tag,
    ...(typeof shape === 'object' && shape.items !== 'text' ? tagNames(shape.items) : []),
  ]);
}
