import type { Dimension } from './figures.js';
import type { RecordedNames } from './record.js';

export const NO_UNIT = 'Chưa giao đơn vị';

/** What a value of a dimension was called when the report was made. */
export function nameIn(names: RecordedNames, dimension: Dimension, value: string): string {
  if (dimension === 'unitCategory') {
    const [unit = '', category = ''] = value.split('|');
    return `${nameIn(names, 'unit', unit)}, ${nameIn(names, 'category', category)}`;
  }
  if (dimension === 'unit') return names.units[value] ?? NO_UNIT;
  const known = {
    category: names.categories,
    level: names.levels,
    ground: names.grounds,
    channel: names.channels,
  }[dimension];
  return known[value] ?? value;
}
