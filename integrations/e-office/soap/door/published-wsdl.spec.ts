import { XmlDocument, type XmlNode } from 'libxml2-wasm';
import { readFileSync } from 'node:fs';
import { WSDL_PATH } from '../contract-files.js';
import { publishedWsdl, withoutSoap12 } from './published-wsdl.js';

const WSDL = readFileSync(WSDL_PATH, 'utf8');

/** The parts of a message by name, each with what its schema says of it; parts of parts are no parameters. */
function partsOf(schema: XmlDocument, message: string): ReadonlyMap<string, string> {
  const named = (name: string): string => `*[local-name()='${name}']`;
  const way = `//${named('types')}/*/*[@name='${message}']/${named('complexType')}/${named('sequence')}/${named('element')}`;
  const attribute = (of: XmlNode, name: string): string => of.find(`@${name}`)[0]?.content ?? '';
  return new Map(
    schema
      .find(way)
      .map((part) => [
        attribute(part, 'name'),
        ['type', 'minOccurs', 'maxOccurs'].map((name) => attribute(part, name)).join(' '),
      ]),
  );
}

const OPERATIONS = [...new Set([...WSDL.matchAll(/<wsdl:operation name="(\w+)">/gu)].map(([, name = '']) => name))];

describe('the published contract', () => {
  it('says the same of a part that stands in a question and in its answer: JAX-WS makes one parameter of both', () => {
    using schema = XmlDocument.fromString(WSDL);
    expect([...partsOf(schema, 'GetMessage').keys()]).toEqual(['messageId', 'offset', 'length']);
    const differing = OPERATIONS.flatMap((name) => {
      const answer = partsOf(schema, `${name}Response`);
      return [...partsOf(schema, name)].flatMap(([part, asked]) => {
        const answered = answer.get(part);
        return answered === undefined || answered === asked ? [] : [`${name} ${part}: ${asked} | ${answered}`];
      });
    });
    expect(differing).toEqual([]);
  });

  it('is offered with SOAP 1.1 alone, for tools that know no other', () => {
    for (const whole of [WSDL, publishedWsdl('EOfficeCallbackService', 'https://hoi-am.example/soap')]) {
      const alone = withoutSoap12(whole);
      expect(alone).not.toMatch(/soap12|Soap12|Port12/u);
      const named = [...alone.matchAll(/<wsdl:(?:binding|port) name="(\w+)"/gu)].map(([, name]) => name);
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((name) => whole.includes(`name="${name ?? ''}"`))).toEqual(named);
      expect(alone.match(/<wsdl:binding /gu)).toHaveLength(2);
      expect(alone.split('<wsdl:operation').length).toBeGreaterThan(OPERATIONS.length);
      expect(alone.trimEnd().endsWith('</wsdl:definitions>')).toBe(true);
    }
  });
});
