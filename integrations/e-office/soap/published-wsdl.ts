import { readFileSync } from 'node:fs';
import { WSDL_PATH } from './contract-files.js';
import { escapeText } from './write-wire.js';

export type ServiceName = 'EOfficeService' | 'EOfficeCallbackService';

const SERVICE = /<wsdl:service name="(\w+)">.*?<\/wsdl:service>\s*/gsu;
const LOCATION = /location="[^"]*"/gu;

/** The contract in one file for others to read: only the service that stands at this address, with the address in it. */
export function publishedWsdl(service: ServiceName, url: string): string {
  const location = `location="${escapeText(url, 'location').replaceAll('"', '&quot;')}"`;
  return readFileSync(WSDL_PATH, 'utf8').replace(SERVICE, (written, name: string) =>
    name === service ? written.replace(LOCATION, () => location) : '',
  );
}
