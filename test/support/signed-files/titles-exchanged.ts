import { preparedLetter } from '../test-authority/letter.js';
import { save, streamText } from '../test-authority/pdf-writer.js';
import { badFiles, type BadRow, goodFiles } from './signed-file-case.js';
import { CATALOG, signed } from './signing-authority.js';

const description = (facts: string): string =>
  streamText(
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>${facts}</rdf:RDF></x:xmpmeta>`,
    '/Type /Metadata /Subtype /XML',
  );

/** Evidence comes with another description. */
function described(before: string, now: string): Buffer {
  const pdf = signed(preparedLetter({ 1: `${CATALOG} /Metadata 30 0 R >>`, 30: description(before) }));
  return save(pdf, { 1: `${CATALOG} /Metadata 31 0 R /DSS << /Certs [] >> >>`, 31: description(now) });
}

const titles = (usual: string, other: string): string =>
  `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${usual}</rdf:li><rdf:li xml:lang="en">${other}</rdf:li></rdf:Alt></dc:title>`;
const DUBLIN = 'http://purl.org/dc/elements/1.1/';
const spaced = (first: string, second: string): string =>
  `<rdf:Description xmlns:a="${first}" xmlns:b="${second}"><a:title>So 1</a:title><b:title>So 2</b:title></rdf:Description>`;

const bad = (name: string, before: string, now: string): BadRow => [
  name,
  'changedAfterSigning',
  'metadata-changed',
  () => described(before, now),
];

/** The same words in a description, said of something else. */
export const TITLES_EXCHANGED = badFiles('isa', [
  bad('titles of two languages change places', titles('So 1', 'So 2'), titles('So 2', 'So 1')),
  bad(
    'titles of one language, written in two ways, change places',
    titles('So 1', 'So 2').replace('"en"', '"x-repair"'),
    titles('So 2', 'So 1').replace('"en"', '"x-repair"'),
  ),
  bad('two titles change what they are titles of', spaced(DUBLIN, 'urn:khac'), spaced('urn:khac', DUBLIN)),
  bad(
    'a title is named twice, by one prefix for two things',
    spaced(DUBLIN, 'urn:khac'),
    `${spaced(DUBLIN, 'urn:khac')}<x:y xmlns:a="urn:khac"/>`,
  ),
]);

/** The same description, as tools write it again. */
export const TITLES_KEPT = goodFiles([
  [
    'titles in two languages stay, in another order',
    () =>
      described(
        titles('So 1', 'So 2'),
        '<dc:title><rdf:Alt><rdf:li xml:lang="en">So 2</rdf:li><rdf:li xml:lang="x-default">So 1</rdf:li></rdf:Alt></dc:title>',
      ),
  ],
  [
    'languages of a title are written otherwise',
    () =>
      described(
        titles('So 1', 'So 2').replace('"en"', '"vi_VN"').replace('"x-default"', '"X-Default"'),
        titles('So 1', 'So 2').replace('"en"', '"vi-vn"').replace('"x-default"', '"x-repair"'),
      ),
  ],
  ['prefixes of a description are named again', () => described(spaced(DUBLIN, 'urn:k'), spaced(DUBLIN, 'urn:k'))],
  [
    'a description is written with other prefixes',
    () =>
      described(
        `<rdf:Description xmlns:dc="${DUBLIN}"><dc:title>So 1</dc:title></rdf:Description>`,
        `<rdf:Description xmlns:ns1="${DUBLIN}"><ns1:title>So 1</ns1:title></rdf:Description>`,
      ),
  ],
]);
