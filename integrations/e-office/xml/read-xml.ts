import { setImmediate as nextTurn } from 'node:timers/promises';
import { ParseOption, XmlDocument, XmlLibError, XmlParseError } from 'libxml2-wasm';
import type { ErrorDetail } from 'libxml2-wasm';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import type { HeldBytes } from '../../../src/kernel/held-bytes.js';
import type { ByteSink } from './cut-text.js';
import { XmlGate } from './gate.js';
import type { GatedXml, XmlLimits } from './gate.js';
import { IncludedParts } from './included-parts.js';
import { NodeBuilder } from './xml-node.js';
import type { XmlNode } from './xml-node.js';
import { XmlRefused } from './xml-refused.js';

/** A schema of libxml2: XSD or RELAX NG. */
export interface XmlSchema {
  validate(document: XmlDocument): void;
}

export interface OpenXml {
  readonly root: XmlNode;
  readonly mislabelled: boolean;
  /** What the schema objects to; empty when the document fits. What the gate cut, and what came in a part, is empty text to the schema. */
  objections(schema: XmlSchema): readonly ErrorDetail[];
}

/** Passed at a time, so that it stays in the processor's cache. */
const SLICE = 256 * 1024;

/** Entities cannot occur (no DOCTYPE passes the gate); HUGE only lifts the 10 MB limit of one text. */
const OPTIONS: ParseOption =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_HUGE |
  ParseOption.XML_PARSE_BIG_LINES;

/**
 * Reads XML from outside that stands in memory, and lets `use` look at it.
 *
 * @throws XmlRefused when the gate refuses it or it is not well-formed
 */
export function readXml<T>(source: Buffer, limits: XmlLimits, use: (xml: OpenXml) => T): T {
  const gate = new XmlGate(limits, () => new MemoryVessel());
  for (let at = 0; at < source.length; at += SLICE) gate.push(source.subarray(at, at + SLICE));
  const { cuts, ...gated } = gate.end();
  return parsed({ ...gated, cuts: cuts.map((sink) => sink && sink.bytes()) }, limits, use);
}

/** The same, while others have their turns: long attachments are nobody's wait. @throws XmlRefused as `readXml` */
export async function readXmlInTurns<T>(source: Buffer, limits: XmlLimits, use: (xml: OpenXml) => T): Promise<T> {
  const gate = new XmlGate(limits, () => new MemoryVessel());
  for (let at = 0; at < source.length; at += SLICE) {
    gate.push(source.subarray(at, at + SLICE));
    await nextTurn();
  }
  const { cuts, ...gated } = gate.end();
  const contents: (MemoryBytes | null)[] = [];
  for (const sink of cuts) {
    contents.push(sink && sink.bytes());
    await nextTurn();
  }
  return parsed({ ...gated, cuts: contents }, limits, use);
}

/** A document that has passed the gate. */
export interface PassedXml extends GatedXml<HeldBytes> {
  /** What came beside it, by its identity; left out where a document comes alone. */
  readonly parts?: ReadonlyMap<string, HeldBytes>;
}

/**
 * Parses what has passed the gate and lets `use` look at it; the parser's memory is given back whatever happens.
 * @throws XmlRefused when it is not well-formed, or it and its parts do not belong together
 */
export function parsed<T>(gated: PassedXml, limits: XmlLimits, use: (xml: OpenXml) => T): T {
  const document = parse(gated.bytes);
  try {
    dropInstructions(document);
    const parts = gated.parts && new IncludedParts(gated.parts);
    const root = new NodeBuilder(limits.cut, gated.cuts, parts).build(document.root);
    parts?.requireAllTaken(document.root);
    return use({
      root,
      mislabelled: gated.mislabelled,
      objections: (schema) => objections(schema, document),
    });
  } finally {
    document.dispose();
  }
}

class MemoryVessel implements ByteSink {
  private pieces: Buffer[] = [];

  write(piece: Buffer): void {
    this.pieces.push(piece);
  }

  abandon(): void {
    this.pieces = [];
  }

  bytes(): MemoryBytes {
    return new MemoryBytes(Buffer.concat(this.pieces));
  }
}

function parse(bytes: Buffer): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes, { encoding: 'utf-8', option: OPTIONS });
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    const line = error.details[0]?.line;
    const where = line === undefined ? '' : `, gần dòng ${line}`;
    throw new XmlRefused('not-well-formed', `Tệp XML viết sai cú pháp${where}.`);
  }
}

/** Nobody here follows them, and the nodes of libxml2-wasm 0.7 for them know no sibling: a walk over one breaks off. */
function dropInstructions(document: XmlDocument): void {
  for (const instruction of document.find('//processing-instruction()')) instruction.remove();
}

function objections(schema: XmlSchema, document: XmlDocument): readonly ErrorDetail[] {
  try {
    schema.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlLibError) return error.details;
    throw error;
  }
}
