import { XmlFlaw } from '../../xml/xml-flaw.js';
import { XmlScan, type XmlListener } from '../../xml/xml-scan.js';
import { FileRefused, type Findings } from '../inspection.js';

export const XML_LIMITS = { depth: 64, nodes: 2_000_000, attributes: 256 } as const;

const PIECE = 256 * 1024;
/** Every rule of XML that a parser could stumble over, and the limits of what we hand to one. */
export function inspectXml(content: Buffer, findings: Findings): void {
  scanXml(content, '', {
    wants: (name) => name === 'script',
    // A browser that opens the file runs scripts of the web's own vocabularies, wherever they stand.
    opened: () => findings.add('hidden-script'),
    closed: () => undefined,
  });
  const head = content.toString('latin1', 0, 4096).replaceAll('\0', '');
  if (/<\?xml-stylesheet\b/iu.test(head)) findings.add('xml-stylesheet');
}

/** @param part as people are told it @throws FileRefused */
export function scanXml(content: Buffer, part: string, listener: XmlListener): void {
  const scan = new XmlScan({ ...XML_LIMITS, strict: true }, listener);
  try {
    for (let at = 0; at < content.length; at += PIECE) scan.push(content.subarray(at, at + PIECE));
    scan.end();
  } catch (error) {
    if (error instanceof XmlFlaw) throw new FileRefused(error.problem, part);
    throw error;
  }
}
