import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';

/**
 * How account and password are hidden on this wire. Which way a certain vOffice uses is not known from public code: there it is a library of the
 * vendor's. Both ways here are sound; a key or a way that does not fit is answered with code 109.
 */
export const CIPHERS = ['none', 'rsa-oaep-sha256', 'aes-256-gcm'] as const;
export type CipherName = (typeof CIPHERS)[number];

/** @returns what stands in the field, base64 unless the cipher is `none` */
export type Cipher = (plain: string) => string;

const MAKE: Readonly<Record<CipherName, (key: Buffer) => Cipher>> = {
  none: () => (plain) => plain,
  'rsa-oaep-sha256': (pem) => {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType !== 'rsa') throw new TypeError('the key is not an RSA public key');
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    return (plain) =>
      publicEncrypt({ key, padding, oaepHash: 'sha256' }, Buffer.from(plain, 'utf8')).toString('base64');
  },
  'aes-256-gcm': (text) => {
    const key = Buffer.from(text.toString('latin1').trim(), 'base64');
    if (key.length !== 32) throw new TypeError('the key is not 32 bytes in base64');
    return (plain) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const hidden = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, hidden, cipher.getAuthTag()]).toString('base64');
    };
  },
};

/**
 * @param key content of the key file: a public key in PEM, or 32 bytes in base64; not looked at for `none`
 * @throws TypeError when the key is not of the cipher's kind
 */
export function cipherOf(name: CipherName, key: Buffer): Cipher {
  try {
    return MAKE[name](key);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    throw new TypeError('the key cannot be read', { cause: error });
  }
}
