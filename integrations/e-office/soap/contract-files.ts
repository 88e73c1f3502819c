import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XmlDocument, XmlElement, XmlLibError, XsdValidator } from 'libxml2-wasm';
import type { ErrorDetail } from 'libxml2-wasm';
import type { XmlSchema } from '../xml/read-xml.js';
import { NotWritable } from './write-wire.js';

const FOLDER = join(import.meta.dirname, '..', 'contract');

/** The WSDL with the schema inside: what we publish, and what our client starts from. Never fetched. */
export const WSDL_PATH = join(FOLDER, 'eoffice.wsdl');

let compiled: XsdValidator | undefined;

/** Compiled once; it lives as long as the process. */
function contractSchema(): XsdValidator {
  if (compiled === undefined) {
    const document = XmlDocument.fromBuffer(readFileSync(join(FOLDER, 'eoffice.xsd')));
    compiled = XsdValidator.fromDoc(document);
    document.dispose();
  }
  return compiled;
}

/** Judges what stands in the Body of an envelope, each element by the contract's XSD. */
export const BODY_SCHEMA: XmlSchema = {
  validate(document) {
    for (const part of elementsOf(document.root)) {
      if (part.name !== 'Body') continue;
      for (const message of elementsOf(part)) contractSchema().validate(message);
    }
  },
};

/** Judges the detail of a fault by the contract's XSD. */
export const FAULT_SCHEMA: XmlSchema = {
  validate(document) {
    for (const detail of document.find('//e:EOfficeFault', { e: 'urn:vn:eoffice:integration:v1' })) {
      if (detail instanceof XmlElement) contractSchema().validate(detail);
    }
  },
};

/**
 * Holds our own messages to the XSD before they leave.
 * @throws NotWritable at the first element that the schema refuses
 */
export function requireValid(xml: string): void {
  const document = XmlDocument.fromString(xml);
  try {
    contractSchema().validate(document);
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    throw new NotWritable(fieldsOf(error.details)[0] ?? document.root.name, 'refused by the schema');
  } finally {
    document.dispose();
  }
}

/** Paths of the elements that a schema objects to, without prefixes and without what stands in them; at most 50. */
export function fieldsOf(objections: readonly ErrorDetail[]): readonly string[] {
  const paths = objections.map(({ xpath = '' }) => {
    const steps = xpath.split('/').map((step) => step.replace(/^[^:]*:/u, ''));
    return steps.slice(steps.indexOf('Body') + 1).join('/');
  });
  return [...new Set(paths)].filter((path) => path !== '').slice(0, 50);
}

function elementsOf(parent: XmlElement): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  for (let child = parent.firstChild; child !== null; child = child.next) {
    if (child instanceof XmlElement) elements.push(child);
  }
  return elements;
}
