import type { CivilDate } from '../../../src/kernel/civil-date.js';
import type { HeldBytes } from '../../../src/kernel/held-bytes.js';

/**
 * How a value looks on the wire.
 * `text` people's words, kept NFC · `exact` text kept letter by letter · `token` white space collapsed, as the schema says.
 */
export type Scalar = 'text' | 'exact' | 'token' | 'whole' | 'flag' | 'instant' | 'day' | 'binary';

/** `some` may be left out altogether where a list stands in a choice; `many` reads as an empty list then. */
export type Occurs = 'one' | 'optional' | 'many' | 'some';

/** One element of a message: its kind, or the elements inside it in their order, and how often it stands. */
export interface Element {
  readonly kind: Scalar | Elements;
  readonly occurs: Occurs;
}

/** Elements in the order of the schema, by name. */
export type Elements = readonly (readonly [name: string, element: Element])[];

declare const valueType: unique symbol;

/** An element whose value in TypeScript is a T; T is held to exactly, so that a table cannot drift from its type. */
export interface Field<T> extends Element {
  readonly [valueType]?: (value: T) => T;
}

/** A whole message or complex type. */
export interface RecordField<T> extends Field<T> {
  readonly kind: Elements;
}

/** A table with one line for every property of T. */
export type Table<T> = { readonly [K in keyof T & string]-?: Field<T[K]> };

export const text: Field<string> = { kind: 'text', occurs: 'one' };
export const exact: Field<string> = { kind: 'exact', occurs: 'one' };
export const token: Field<string> = { kind: 'token', occurs: 'one' };
export const whole: Field<number> = { kind: 'whole', occurs: 'one' };
export const flag: Field<boolean> = { kind: 'flag', occurs: 'one' };
export const instant: Field<Date> = { kind: 'instant', occurs: 'one' };
export const day: Field<CivilDate> = { kind: 'day', occurs: 'one' };
export const binary: Field<HeldBytes> = { kind: 'binary', occurs: 'one' };

/** A token out of a closed list; the XSD holds the list, so that a value read is always one of it. */
export function code<T extends string>(): Field<T> {
  return { kind: 'token', occurs: 'one' };
}

export function record<T>(table: Table<T>): RecordField<T> {
  return { kind: Object.entries<Element>(table), occurs: 'one' };
}

export function optional<T>(field: Field<T>): Field<T | undefined> {
  return { kind: field.kind, occurs: 'optional' };
}

export function many<T>(field: Field<T>): Field<readonly T[]> {
  return { kind: field.kind, occurs: 'many' };
}

export function some<T>(field: Field<T>): Field<readonly T[] | undefined> {
  return { kind: field.kind, occurs: 'some' };
}
