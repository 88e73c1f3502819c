import { readFileSync } from 'node:fs';
import { WSDL_PATH } from './contract-files.js';
import { escapeText } from './write-wire.js';

const SERVICE = /<wsdl:service name="(\w+)">.*?<\/wsdl:service>\s*/gsu;
const LOCATION = /location="[^"]*"/gu;

/** A contract in one file for others to read: only the service that stands at this address, with the address in it. @param path default: our own contract */
export function publishedWsdl(service: string, url: string, path = WSDL_PATH): string {
  const location = `location="${escapeText(url, 'location').replaceAll('"', '&quot;')}"`;
  return readFileSync(path, 'utf8').replace(SERVICE, (written, name: string) =>
    name === service ? written.replace(LOCATION, () => location) : '',
  );
}
