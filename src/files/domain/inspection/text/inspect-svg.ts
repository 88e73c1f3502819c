import type { Findings } from '../inspection.js';
import { scanXml } from './inspect-xml.js';

const RUNNING: ReadonlySet<string> = new Set([
  'script',
  'foreignObject',
  'iframe',
  'embed',
  'object',
  'handler',
  'set',
]);
const OWN_OR_PICTURE = /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp);)/iu;

/** A drawing in XML may carry scripts and fetch from elsewhere; one that does either is no picture. @throws FileRefused */
export function inspectSvg(content: Buffer, findings: Findings): void {
  scanXml(content, 'SVG', {
    wants: () => true,
    opened: (name, attributes) => {
      if (RUNNING.has(name)) findings.add('picture-script');
      for (const [key, value] of attributes) if (isActive(key, value)) findings.add('picture-script');
    },
    closed: (name, text) => {
      if (name === 'style' && /@import|url\s*\(\s*['"]?(?!#|data:image)/iu.test(text)) findings.add('picture-script');
    },
  });
}

function isActive(key: string, value: string): boolean {
  if (/^on/iu.test(key)) return true;
  if (/^(?:xlink:)?href$|^src$/iu.test(key)) return !OWN_OR_PICTURE.test(value);
  return /javascript:|url\s*\(\s*['"]?(?!#|data:image)/iu.test(value);
}
