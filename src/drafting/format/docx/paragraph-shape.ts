import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../files/domain/xml/xml-tree.js';
import type { Alignment, Paragraph } from '../../domain/format/page/page-model.js';
import { isOn, millimetres, points } from './measures.js';

export type Shape = Pick<Paragraph, 'alignment' | 'startsPage'> & {
  readonly indent: NonNullable<Paragraph['indent']>;
  readonly spacing: { readonly before: number; readonly after: number; readonly line: LineHeight };
  readonly closesUp: boolean;
  readonly tabStops: readonly number[];
  readonly borders: { readonly top: boolean; readonly bottom: boolean };
};

/** `times` a single line, or points between lines. */
export type LineHeight =
  | { readonly rule: 'auto'; readonly times: number }
  | { readonly rule: 'exact' | 'atLeast'; readonly points: number };

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'both',
  distribute: 'both',
  thaiDistribute: 'both',
  lowKashida: 'both',
  mediumKashida: 'both',
  highKashida: 'both',
};

/** Points that Word puts before and after a paragraph with `beforeAutospacing`, `afterAutospacing`. */
const AUTOMATIC_ROOM = 14;
const TWIPS_IN_LINE = 240;

/** The shape of a paragraph from its layers, weakest first. */
export function shapeOf(layers: readonly XmlElement[]): Shape {
  const last = (name: string): XmlElement | undefined =>
    layers.map((layer) => childOf(layer, name)).findLast((element) => element !== undefined);
  return {
    alignment: ALIGNMENTS[attributeOf(last('w:jc'), 'w:val') ?? ''] ?? 'left',
    indent: indentOf(layers),
    spacing: spacingOf(layers),
    tabStops: tabStopsOf(layers),
    closesUp: isOn(last('w:contextualSpacing')) ?? false,
    startsPage: isOn(last('w:pageBreakBefore')) ?? false,
    borders: bordersOf(last('w:pBdr')),
  };
}

/** Tab stops of all layers; a stronger layer may clear those of a weaker one. */
function tabStopsOf(layers: readonly XmlElement[]): readonly number[] {
  const stops = new Map<string, number>();
  for (const layer of layers) {
    const list = childOf(layer, 'w:tabs');
    for (const stop of list ? childrenOf(list) : []) {
      const place = attributeOf(stop, 'w:pos') ?? '';
      if (attributeOf(stop, 'w:val') === 'clear') stops.delete(place);
      else stops.set(place, millimetres(place) ?? 0);
    }
  }
  return [...stops.values()].sort((a, b) => a - b);
}

/** Attributes of one element are inherited one by one. */
function inherited(layers: readonly XmlElement[], name: string, ...attributes: readonly string[]): string | undefined {
  for (const layer of layers.toReversed()) {
    const element = childOf(layer, name);
    for (const attribute of attributes) {
      const value = attributeOf(element, attribute);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function indentOf(layers: readonly XmlElement[]): NonNullable<Paragraph['indent']> {
  const length = (...names: readonly string[]): number => millimetres(inherited(layers, 'w:ind', ...names)) ?? 0;
  return {
    left: length('w:left', 'w:start'),
    right: length('w:right', 'w:end'),
    firstLine: firstLineOf(layers),
  };
}

/** A hanging indent replaces the first-line indent of weaker layers, and the other way round. */
function firstLineOf(layers: readonly XmlElement[]): number {
  for (const layer of layers.toReversed()) {
    const indent = childOf(layer, 'w:ind');
    const hanging = millimetres(attributeOf(indent, 'w:hanging'));
    const first = millimetres(attributeOf(indent, 'w:firstLine'));
    if (hanging !== undefined && hanging !== 0) return -hanging;
    if (first !== undefined || hanging !== undefined) return first ?? 0;
  }
  return 0;
}

function spacingOf(layers: readonly XmlElement[]): Shape['spacing'] {
  const value = (name: string): string | undefined => inherited(layers, 'w:spacing', `w:${name}`);
  const room = (side: 'before' | 'after'): number => {
    if (['1', 'true', 'on'].includes(value(`${side}Autospacing`) ?? '')) return AUTOMATIC_ROOM;
    const inLines = Number(value(`${side}Lines`));
    // Hundredths of a line, which is taken as 12.5 points.
    return inLines > 0 ? inLines / 8 : (points(value(side)) ?? 0);
  };
  return { before: room('before'), after: room('after'), line: lineHeightOf(value('line'), value('lineRule')) };
}

function lineHeightOf(line: string | undefined, rule: string | undefined): LineHeight {
  if (rule === 'exact' || rule === 'atLeast') return { rule, points: points(line) ?? 0 };
  const twips = Number(line);
  return { rule: 'auto', times: line === undefined || Number.isNaN(twips) ? 1 : twips / TWIPS_IN_LINE };
}

function bordersOf(element: XmlElement | undefined): Shape['borders'] {
  const isDrawn = (side: string): boolean =>
    !['nil', 'none', undefined].includes(attributeOf(childOf(element, side), 'w:val'));
  return { top: isDrawn('w:top'), bottom: isDrawn('w:bottom') };
}
