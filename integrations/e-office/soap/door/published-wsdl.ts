import { readFileSync } from 'node:fs';
import { WSDL_PATH } from '../contract-files.js';
import { escapeText } from '../client/write-wire.js';

const SERVICE = /<wsdl:service name="(\w+)">.*?<\/wsdl:service>\s*/gsu;
const LOCATION = /location="[^"]*"/gu;

const SOAP_12 = /[ \t]*<wsdl:(binding|port) name="\w+12"[^>]*>.*?<\/wsdl:\1>\s*?\n?/gsu;
const SOAP_12_NAMESPACE = ' xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"';

/** A contract for tools that know SOAP 1.1 alone, as Axis 1.4: without what a binding of SOAP 1.2 says. */
export function withoutSoap12(wsdl: string): string {
  return wsdl.replace(SOAP_12, '').replace(SOAP_12_NAMESPACE, '');
}

/** A contract in one file for others to read: only the service that stands at this address, with the address in it. @param path default: our own contract */
export function publishedWsdl(service: string, url: string, path = WSDL_PATH): string {
  const location = `location="${escapeText(url, 'location').replaceAll('"', '&quot;')}"`;
  return readFileSync(path, 'utf8').replace(SERVICE, (written, name: string) =>
    name === service ? written.replace(LOCATION, () => location) : '',
  );
}
