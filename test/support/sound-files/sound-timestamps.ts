import { openTestAuthority } from '../test-authority/authority.js';
import { type StampWish } from '../test-authority/cms.js';
import { SEALED_AT, SIGNED_AT } from '../test-authority/letter.js';
import { NOW, sealed, signed, stamped, withDocumentTimestamp } from '../signed-files/signing-authority.js';
import { attribute, OID } from './other-cms.js';
import { accepted, told } from './sound-file.js';
import { holder, signedAs } from './sound-keys.js';

const stranger = openTestAuthority('Tổ chức cấp dấu thời gian lạ');
const token =
  (wish: Partial<StampWish> = {}, at = SIGNED_AT) =>
  (signature: Buffer): Buffer =>
    stamped(at, wish)(signature);
const sound = token();
const weak = token({ fault: 'sha1Imprint' });
const ofStranger = token({ authority: stranger.stamper, chain: [stranger.sub] });
const withTokens = (...tokens: readonly ((signature: Buffer) => Buffer)[]): Buffer =>
  signedAs({
    signer: holder(),
    unsigned: (signature) => tokens.map((make) => attribute(OID.timestamp, make(signature))),
  });
const document = (pdf: Buffer, wish: Partial<StampWish> = {}, at = SEALED_AT): Buffer =>
  withDocumentTimestamp(pdf, at, { contents: stamped(at, wish) });
const REPLACED = ['valid', 'timestamp-not-used'] as const;

/** Timestamps of several authorities, and such as are not used. */
export const SOUND_TIMESTAMPS = [
  accepted('two timestamps of one signature', () => withTokens(sound, token({}, SEALED_AT))),
  accepted('two timestamps in one attribute', () =>
    signedAs({
      signer: holder(),
      unsigned: (signature) => [attribute(OID.timestamp, sound(signature), token({}, SEALED_AT)(signature))],
    }),
  ),
  told('a weak timestamp beside a sound one', REPLACED, () => withTokens(weak, sound)),
  told('a sound timestamp beside one of an unknown authority', REPLACED, () => withTokens(sound, ofStranger)),
  told('a weak timestamp under a sound one of the document', REPLACED, () =>
    document(signed(undefined, { cms: { timestamp: weak } })),
  ),
  told('a failed timestamp under a sound one of the document', REPLACED, () =>
    document(signed(undefined, { cms: { timestamp: token({ fault: 'wrongSignature' }) } })),
  ),
  told('a weak timestamp alone', ['unknown', 'timestamp-algorithm-weak'], () => withTokens(weak)),
  told('a timestamp that failed, alone', ['unknown', 'timestamp-signature'], () =>
    withTokens(token({ fault: 'wrongSignature' })),
  ),
  told('a timestamp of something else, alone', ['unknown', 'timestamp-imprint'], () =>
    withTokens(token({ fault: 'wrongImprint' })),
  ),
  told('a timestamp of an unknown authority, alone', ['unknown', 'timestamp-path-missing'], () =>
    withTokens(ofStranger),
  ),
  told('a weak timestamp of the document', ['unknown', 'timestamp-algorithm-weak'], () =>
    document(sealed(), { fault: 'sha1Imprint' }),
  ),
  told('a timestamp ahead of the clock', ['unknown', 'timestamp-in-future'], () =>
    withTokens(token({}, new Date(NOW.getTime() + 86_400_000))),
  ),
];
