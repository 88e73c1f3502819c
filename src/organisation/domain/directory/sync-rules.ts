import { depthOf, liesUnder } from './distinguished-name.js';
import type { DirectoryPerson } from './directory-person.js';

/** What of a person the directory may say; everything else is ours. */
export const MAPPED_FIELDS = [
  'username',
  'fullName',
  'position',
  'email',
  'phone',
  'honorific',
  'eOfficeCode',
] as const;

export type MappedField = (typeof MAPPED_FIELDS)[number];

/** Which attribute says what; a field that is not named stays ours. */
export type AttributeMap = Readonly<Partial<Record<MappedField, string>>>;

/**
 * Where a person works. `place`: everybody under a name of the directory is of the unit · `value`: whose attribute has the value is of the unit ·
 * `code`: the attribute holds the unit's code itself.
 */
export type UnitRule =
  | { readonly kind: 'place'; readonly place: string; readonly unitCode: string }
  | { readonly kind: 'value'; readonly attribute: string; readonly value: string; readonly unitCode: string }
  | { readonly kind: 'code'; readonly attribute: string };

export interface SyncRules {
  readonly attributes: AttributeMap;
  readonly units: readonly UnitRule[];
  /** Percent of those who came from the directory that one run may touch for the worse without a person's word. */
  readonly sharePercent: number;
}

/** The code of the unit in which somebody works, by attributes first, then by the deepest place; null where no rule says. */
export function unitCodeOf({ directoryName, attributes }: DirectoryPerson, rules: readonly UnitRule[]): string | null {
  for (const rule of rules) {
    const value = rule.kind === 'place' ? undefined : attributes[rule.attribute.toLowerCase()];
    if (value === undefined) continue;
    if (rule.kind === 'code') return value;
    if (rule.kind === 'value' && folded(rule.value) === folded(value)) return rule.unitCode;
  }
  const places = rules.filter((rule) => rule.kind === 'place' && liesUnder(directoryName, rule.place));
  const [deepest] = places.toSorted((one, other) => depthOfRule(other) - depthOfRule(one));
  return deepest?.kind === 'place' ? deepest.unitCode : null;
}

/** Attributes that a reading must ask for, in lower case. */
export function wantedAttributes({ attributes, units }: SyncRules): readonly string[] {
  const ofUnits = units.flatMap((rule) => (rule.kind === 'place' ? [] : [rule.attribute]));
  return [...new Set([...Object.values(attributes), ...ofUnits].map((name) => name.toLowerCase()))];
}

/**
 * Reads `username=uid, fullName=cn`.
 *
 * @returns null where it is not written so, names a field that is not one, or leaves out the user name or the full name
 */
export function readAttributeMap(text: string): AttributeMap | null {
  const pairs = partsOf(text, ',').map((part) => part.split('=').map((side) => side.trim()));
  const isRight = pairs.every(
    ([field = '', attribute = '', ...more]) =>
      (MAPPED_FIELDS as readonly string[]).includes(field) && isAttribute(attribute) && more.length === 0,
  );
  if (!isRight) return null;
  const map: AttributeMap = Object.fromEntries(pairs.map(([field = '', attribute = '']) => [field, attribute]));
  return map.username === undefined || map.fullName === undefined ? null : map;
}

/**
 * Reads `ou=Van phong,dc=sgddt=>VP; @department=Thanh tra=>TTR; @departmentNumber`.
 *
 * @returns null where it is not written so
 */
export function readUnitRules(text: string): readonly UnitRule[] | null {
  const rules = partsOf(text, ';').map(unitRuleOf);
  return rules.every((rule) => rule !== null) ? rules : null;
}

function unitRuleOf(part: string): UnitRule | null {
  const [from = '', unitCode, ...more] = part.split('=>').map((side) => side.trim());
  if (more.length > 0 || unitCode === '') return null;
  if (from.startsWith('@')) return attributeRuleOf(from.slice(1), unitCode);
  return unitCode === undefined || !from.includes('=') ? null : { kind: 'place', place: from, unitCode };
}

function attributeRuleOf(from: string, unitCode: string | undefined): UnitRule | null {
  const [attribute = '', ...rest] = from.split('=').map((side) => side.trim());
  if (!isAttribute(attribute)) return null;
  if (unitCode === undefined) return rest.length === 0 ? { kind: 'code', attribute } : null;
  const value = rest.join('=');
  return value === '' ? null : { kind: 'value', attribute, value, unitCode };
}

function depthOfRule(rule: UnitRule): number {
  return rule.kind === 'place' ? depthOf(rule.place) : 0;
}

function partsOf(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isAttribute(name: string): boolean {
  return /^[a-z][a-z0-9;-]*$/iu.test(name);
}

function folded(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
