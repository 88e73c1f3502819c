/**
 * A part of a template as steps that only put strings together. docxtemplater reads the part, checks it and stays the judge of what it
 * means; what it read is folded here once, and run as often as the part is filled in. Whatever is unusual is left to docxtemplater
 * itself, so that the steps stay few. That both write the same is held by template-steps.spec.ts.
 *
 * @typedef {{ kind: 'text', text: string, closes: boolean, opens: boolean }} Text
 *   `closes`: it begins by closing the text element before it; `opens`: it ends by opening one; neither tag stands in `text`
 * @typedef {{ kind: 'field', name: string, lineBreak: Text | 'kept' | 'unknown' }} Field
 * @typedef {{ kind: 'loop', name: string, inverted: boolean, mustStay: boolean, steps: Step[] }} Loop
 * @typedef {Text | Field | Loop | { kind: 'unusual' }} Step
 * @typedef {{ properties: string, isRecording: boolean } | undefined} Run
 *   the properties of the present run, which a line break repeats; undefined where they depend on the data
 */
import { loopsThatMustStay } from './template-structure.mjs';

/** Something that the steps do not do: docxtemplater fills the part in, or says what is wrong. */
export class Unusual extends Error {}

/** @type {Step[]} */
export const LEFT_TO_DOCXTEMPLATER = [{ kind: 'unusual' }];

const OPENING = '<w:t xml:space="preserve">';
const CLOSING = '</w:t>';
/** What docxtemplater leaves of a text element without text. */
const EMPTY = '<w:t/>';

/** What a value cannot bring as it is: markup, line feeds, characters that XML does not hold, halves of characters. */
const SPECIAL = /[&<>"'\n\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/;
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const MARKUP = /[&<>"']/g;
const CODES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A value of its own, never one that every object inherits. `.` is the item of the loop itself. */
export function ownValue(scope, name) {
  if (name === '.') return scope;
  return Object.hasOwn(Object(scope), name) ? scope[name] : undefined;
}

/**
 * @param {object[]} parts what docxtemplater calls `postparsed`
 * @param {boolean} breaksLines whether a line feed in a value begins a new line, as in running text
 * @returns {Step[]}
 * @throws Unusual
 */
export function stepsOf(parts, breaksLines) {
  const mustStay = loopsThatMustStay(parts);
  if (mustStay === null) throw new Unusual('structure');
  return fold(parts, undefined, { breaksLines, mustStay });
}

/** @param {Step[]} steps @param {object} tags @returns {string} the part, filled in @throws Unusual */
export function runSteps(steps, tags) {
  const page = { xml: '', isOpen: false };
  execute(steps, [tags], page);
  return page.isOpen ? page.xml + OPENING : page.xml;
}

function fold(parts, before, context) {
  const steps = [];
  let run = before;
  for (const part of parts) {
    if (part.type === 'placeholder') steps.push(stepOf(part, run, context));
    else if (part.value !== '') append(steps, textOf(part.value));
    run = runAfter(run, part);
  }
  return steps;
}

function stepOf(part, run, context) {
  if (run?.isRecording) throw new Unusual('tag among the properties of a run');
  if (part.module === 'loop') return loopOf(part, run, context);
  if (part.module) throw new Unusual(part.module);
  return { kind: 'field', name: part.value, lineBreak: lineBreakIn(run, context) };
}

function lineBreakIn(run, { breaksLines }) {
  if (!breaksLines) return 'kept';
  if (run === undefined) return 'unknown';
  return { kind: 'text', text: `</w:r><w:r><w:br/></w:r><w:r>${run.properties}`, closes: true, opens: true };
}

function loopOf(part, run, context) {
  const movesPagesOrSections =
    part.hasPageBreak || part.hasPageBreakBeginning || part.addNextPage || part.lastParagrapSectPr || part.sectPrCount;
  if (movesPagesOrSections) throw new Unusual('section or page break in a loop');
  const steps = fold(part.subparsed, runAfter(run, part), context);
  return { kind: 'loop', name: part.value, inverted: part.inverted, mustStay: context.mustStay.has(part), steps };
}

/** @param {Run} run @returns {Run} after a part; a loop that ends among other properties than it begins leaves them unknown, inside and behind */
function runAfter(run, part) {
  if (part.module === 'loop') {
    const end = part.subparsed.reduce(runAfter, run);
    return end?.properties === run?.properties ? run : undefined;
  }
  if (part.tag === 'w:r') return { properties: '', isRecording: false };
  if (run === undefined) return undefined;
  if (part.tag === 'w:rPr') return { properties: run.properties + part.value, isRecording: part.position === 'start' };
  return run.isRecording ? { ...run, properties: run.properties + part.value } : run;
}

function textOf(value) {
  const closes = value.startsWith(CLOSING);
  const opens = value.endsWith(OPENING);
  const text = value.slice(closes ? CLOSING.length : 0, opens ? -OPENING.length : undefined);
  return { kind: 'text', text, closes, opens };
}

function append(steps, next) {
  const last = steps.at(-1);
  if (last?.kind === 'text') {
    last.text += between(last.opens, next.closes) + next.text;
    last.opens = next.opens;
  } else steps.push(next);
}

/** What stands where one stretch of text ends and the next begins. */
function between(isOpen, closes) {
  if (isOpen) return closes ? EMPTY : OPENING;
  return closes ? CLOSING : '';
}

function execute(steps, scopes, page) {
  for (const step of steps) {
    if (step.kind === 'text') put(step, page);
    else if (step.kind === 'field') putValue(step, scopes, page);
    else if (step.kind === 'loop') repeat(step, scopes, page);
    else throw new Unusual('template');
  }
}

function put({ text, closes, opens }, page) {
  page.xml += page.isOpen || closes ? between(page.isOpen, closes) + text : text;
  page.isOpen = opens;
}

function putString(text, page) {
  if (text === '') return;
  page.xml += page.isOpen ? OPENING + text : text;
  page.isOpen = false;
}

function putValue({ name, lineBreak }, scopes, page) {
  const value = valueOf(name, scopes);
  if (typeof value !== 'string') throw new Unusual(name);
  if (!SPECIAL.test(value)) {
    putString(value, page);
    return;
  }
  if (UNPRINTABLE.test(value) || !value.isWellFormed()) throw new Unusual(name);
  const escaped = value.replace(MARKUP, (letter) => CODES[letter]);
  if (lineBreak === 'kept' || !escaped.includes('\n')) {
    putString(escaped, page);
    return;
  }
  if (lineBreak === 'unknown') throw new Unusual(name);
  const [first, ...others] = escaped.split('\n');
  putString(first, page);
  for (const line of others) {
    put(lineBreak, page);
    putString(line, page);
  }
}

/** The innermost value of the name, as docxtemplater looks for it. */
function valueOf(name, scopes) {
  for (let at = scopes.length - 1; at >= 0; at -= 1) {
    const value = ownValue(scopes[at], name);
    if (value !== undefined && value !== null) return value;
  }
  throw new Unusual(name);
}

function repeat(loop, scopes, page) {
  const value = valueOf(loop.name, scopes);
  const isNothing = !value || (Array.isArray(value) && value.length === 0);
  if (isNothing !== loop.inverted) {
    if (loop.mustStay) throw new Unusual(loop.name);
    return;
  }
  for (const scope of scopesOf(value, isNothing, scopes)) {
    scopes.push(scope);
    execute(loop.steps, scopes, page);
    scopes.pop();
  }
}

/** A list gives a scope an item, an object one; any other value only says yes, and one looks on from where one is. */
function scopesOf(value, isNothing, scopes) {
  if (isNothing) return [scopes.at(-1)];
  if (Array.isArray(value)) return value;
  return [Object.prototype.toString.call(value) === '[object Object]' ? value : scopes.at(-1)];
}
