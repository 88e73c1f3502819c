import type { Body } from '../../support/access/caller.js';

/**
 * What one route answers to whom, written by hand and computed from nothing of the program. Letters are those of `Standing`; a letter in
 * neither `yes` nor `hidden` is refused (403), and nobody is asked to sign in (401).
 */
export interface Expectation {
  /** Who is let through. */
  readonly yes: string;
  /** To whom it is as if the object were not there (404). */
  readonly hidden?: string;
  /** Who sees the object and is told in words of the rules why not (422). */
  readonly barred?: string;
  /** What those let through get; where nothing is said, 200 for a reading and a rehearsed act for a writing. */
  readonly answer?: number | 'pastTheDoor';
  /** Which object stands for each part of the address, by its name in `AccessObjects`; what is no such name stands for itself. */
  readonly at?: Readonly<Record<string, string>>;
  /** What is sent along; `{name}` in a field stands for the id of that object. */
  readonly body?: Body;
}

export type Expectations = Readonly<Record<string, Expectation>>;

/** Those who work on tickets and letters. */
export const STAFF = 'CFLSochxy';
/** Everybody who has signed in. */
export const ALL = 'CFLSAochxy';
/** Those who see a ticket of a unit, and its letters. */
export const SEEN = { yes: 'CFLSoch', hidden: 'xy' } as const;

/** What belongs to the whole agency is missing for all whom its route lets in: no object of that kind is there. */
export function missing(yes: string, body?: Body): Expectation {
  return { yes, answer: 404, ...(body && { body }) };
}

/** An act with an object of a unit: others of the agency see it and may not, other units do not see it. */
export function act(yes: string, at: Readonly<Record<string, string>>, body?: Body): Expectation {
  return { yes, hidden: 'xy', at, ...(body && { body }) };
}
