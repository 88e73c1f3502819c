import { ENVELOPE_NAMESPACE } from '../envelope.js';
import type { OpenEnvelope, SoapVersion } from '../envelope.js';
import { SoapRefusal } from './soap-refusal.js';
import { isSecurityHeader } from './username-token.js';

/** What names the receiver of a header block, and by which names that is the first one, and so us. */
const FOR_US: Readonly<Record<SoapVersion, { readonly attribute: string; readonly names: readonly string[] }>> = {
  '1.1': { attribute: 'actor', names: ['', 'http://schemas.xmlsoap.org/soap/actor/next'] },
  '1.2': {
    attribute: 'role',
    names: ['', ...['next', 'ultimateReceiver'].map((name) => `${ENVELOPE_NAMESPACE['1.2']}/role/${name}`)],
  },
};

/**
 * Whether a header block is for the receiver of the message, and not for an intermediary. Attributes of another version, of another namespace or of
 * none are not SOAP's and say nothing.
 *
 * Source: SOAP 1.1, 4.2.2 (`actor`); SOAP 1.2 part 1, 2.2 and 5.2.2 (`role`).
 */
function isForUs(block: OpenEnvelope['headers'][number], version: SoapVersion): boolean {
  const { attribute, names } = FOR_US[version];
  return names.includes(saidOf(block, version, attribute));
}

function saidOf({ qualified }: OpenEnvelope['headers'][number], version: SoapVersion, attribute: string): string {
  return (qualified.get(`{${ENVELOPE_NAMESPACE[version]}}${attribute}`) ?? '').trim();
}

/**
 * Every block that is for us and must be understood is one that is read here.
 *
 * @param isSecurityRead whether callers are known by their token, so that it is read
 * @throws SoapRefusal `EO-VALIDATION`
 */
export function requireUnderstood(
  { version, headers }: Pick<OpenEnvelope, 'version' | 'headers'>,
  isSecurityRead: boolean,
): void {
  for (const block of headers.filter((one) => isForUs(one, version))) {
    const must = ['1', 'true'].includes(saidOf(block, version, 'mustUnderstand'));
    if (must && !(isSecurityRead && isSecurityHeader(block))) {
      throw new SoapRefusal('EO-VALIDATION', 'Phần đầu SOAP có mục bắt buộc phải hiểu mà hệ thống này không hỗ trợ.');
    }
  }
}
