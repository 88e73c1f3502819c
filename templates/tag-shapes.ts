import type { TagShape, TagShapes } from '../src/drafting/domain/template-lint/tag-shape.js';
import { sampleOf, type DocumentKind } from './catalogue.js';
import type { TagValues } from './document-fields.js';

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
