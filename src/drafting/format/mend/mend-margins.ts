import { attributeOf, childOf, type XmlTree } from '../../../files/domain/xml/xml-tree.js';
import { wrongMargins } from '../../domain/format/rules/page-rules.js';
import { millimetres } from '../docx/measures.js';
import type { ReadSection } from '../docx/read-docx.js';

const TWIPS_IN_MILLIMETRE = 1440 / 25.4;

/** Moves each wrong margin to the nearest that is right. */
export function mendMargins(tree: XmlTree, sections: readonly ReadSection[]): void {
  sections.forEach((section, at) => {
    const element = childOf(section.properties, 'w:pgMar');
    for (const { side, nearest } of element ? wrongMargins(section, at) : []) {
      const gutter = side === 'left' ? (millimetres(attributeOf(element, 'w:gutter')) ?? 0) : 0;
      if (element && gutter <= nearest)
        tree.set(element, `w:${side}`, String(Math.round((nearest - gutter) * TWIPS_IN_MILLIMETRE)));
    }
  });
}
