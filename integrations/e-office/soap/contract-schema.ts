import { readFileSync } from 'node:fs';
import { XmlDocument, XmlElement, XmlLibError, XsdValidator } from 'libxml2-wasm';
import type { ErrorDetail } from 'libxml2-wasm';
import type { XmlSchema } from '../xml/read-xml.js';
import { NotWritable } from './client/write-wire.js';

/** The XSD of a contract; compiled at the first use, once for the life of the process. Never fetched. */
export class ContractSchema {
  private compiled: XsdValidator | undefined;

  /** Judges what stands in the Body of an envelope, each element by itself. */
  readonly body: XmlSchema = {
    validate: (document) => {
      for (const part of elementsOf(document.root)) {
        if (part.name !== 'Body') continue;
        for (const message of elementsOf(part)) this.validator().validate(message);
      }
    },
  };

  /** Judges the typed detail of a fault; a contract without one lets every fault pass. */
  readonly fault: XmlSchema = {
    validate: (document) => {
      if (this.faultElement === undefined) return;
      const { name, namespace } = this.faultElement;
      for (const detail of document.find(`//c:${name}`, { c: namespace })) {
        if (detail instanceof XmlElement) this.validator().validate(detail);
      }
    },
  };

  /**
   * @param path an XSD, or a WSDL with one schema that declares all its prefixes itself
   * @param faultElement the typed detail of faults
   */
  constructor(
    private readonly path: string,
    private readonly faultElement?: { readonly name: string; readonly namespace: string },
  ) {}

  /**
   * Holds our own messages to the XSD before they leave.
   * @throws NotWritable at the first element that the schema refuses
   */
  requireValid(xml: string): void {
    const document = XmlDocument.fromString(xml);
    try {
      this.validator().validate(document);
    } catch (error) {
      if (!(error instanceof XmlLibError)) throw error;
      throw new NotWritable(fieldsOf(error.details)[0] ?? document.root.name, 'refused by the schema');
    } finally {
      document.dispose();
    }
  }

  private validator(): XsdValidator {
    if (this.compiled === undefined) {
      const document = schemaIn(this.path);
      this.compiled = XsdValidator.fromDoc(document);
      document.dispose();
    }
    return this.compiled;
  }
}

function schemaIn(path: string): XmlDocument {
  const document = XmlDocument.fromBuffer(readFileSync(path));
  const schema = document.get('/*/*/xs:schema', { xs: 'http://www.w3.org/2001/XMLSchema' });
  if (!(schema instanceof XmlElement)) return document;
  const alone = XmlDocument.fromString(schema.toString());
  document.dispose();
  return alone;
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
