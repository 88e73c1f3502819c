import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { sha256Of } from '../../src/kernel/sha256.js';
import { writeXml } from '../e-office/xml/xml-writing.js';
import type { BundleOrder } from '../../src/records/ports/file-bundles.port.js';
import { bundlePdf } from './bundle-pdf.js';

export const SCHEMA_PATH = join(import.meta.dirname, 'ho-so.xsd');

/** The whole archive. Nothing is packed: PDFs and pictures are already, and what lies in it plainly can be taken out by anything. */
export async function bundleZip(order: BundleOrder, progress: (done: number) => void): Promise<Uint8Array> {
  const entries: (readonly [name: string, content: Uint8Array])[] = [
    ['ho-so.pdf', await bundlePdf(order, progress)],
    ['ho-so.xml', writeXml(order.tree)],
    ['ho-so.xsd', await readFile(SCHEMA_PATH)],
    ...order.papers.flatMap(({ files }) =>
      files.flatMap(({ path, content }) => (content === null ? [] : [[path, content] as const])),
    ),
  ];
  const zip = new PizZip();
  const sums = entries.map(([name, content]) => `${sha256Of(content)}  ${name}\n`);
  const options = { date: order.madeAt, createFolders: false, binary: true };
  for (const [name, content] of entries) zip.file(name, content, options);
  zip.file('sha256.txt', sums.join(''), options);
  return zip.generate({ type: 'uint8array', compression: 'STORE' });
}
