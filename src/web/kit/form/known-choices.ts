import type { Choice } from './field-kinds.js';

/** Units to choose from, by name. */
export function unitChoices(units: readonly { readonly id: string; readonly name: string }[]): readonly Choice[] {
  return units.map(({ id, name }) => ({ value: id, label: name }));
}

interface Choosable {
  readonly id: string;
  readonly fullName: string;
  readonly position: string;
}

/** People to choose from: `Nguyễn Thị Hồng Ngọc, Giám đốc`. */
export function personChoices(people: readonly Choosable[]): readonly Choice[] {
  return people.map(({ id, fullName, position }) => ({ value: id, label: `${fullName}, ${position}` }));
}
