import { constants, createDecipheriv, generateKeyPairSync, privateDecrypt } from 'node:crypto';
import { cipherOf } from './v-office-cipher.js';
import { bytesFor } from '../../../../test/support/chance.js';

const SECRET = 'mật khẩu có dấu';

it('hides by RSA what only the holder of the key reads, each time otherwise', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const cipher = cipherOf('rsa-oaep-sha256', Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })));
  const key = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  const [one, other] = [cipher(SECRET), cipher(SECRET)];
  expect(one).not.toBe(other);
  expect(privateDecrypt(key, Buffer.from(one, 'base64')).toString('utf8')).toBe(SECRET);
});

it('hides by AES-GCM: nonce, text, tag', () => {
  const key = bytesFor('the key', 32);
  const hidden = Buffer.from(cipherOf('aes-256-gcm', Buffer.from(`${key.toString('base64')}\n`))(SECRET), 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, hidden.subarray(0, 12));
  decipher.setAuthTag(hidden.subarray(-16));
  const plain = Buffer.concat([decipher.update(hidden.subarray(12, -16)), decipher.final()]);
  expect(plain.toString('utf8')).toBe(SECRET);
});

it.each([
  ['rsa-oaep-sha256', 'không phải khóa'],
  ['aes-256-gcm', Buffer.alloc(16).toString('base64')],
] as const)('%s refuses a key that is none of its kind', (name, key) => {
  expect(() => cipherOf(name, Buffer.from(key))).toThrow(TypeError);
});
