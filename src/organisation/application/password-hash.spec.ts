import { verify } from '@node-rs/argon2';
import { passwordHash } from './sign-in.js';

it('a password is kept as argon2id with 19 MiB and two passes, each time with salt of its own', async () => {
  const hashes = await Promise.all([passwordHash('mật khẩu thử 2026'), passwordHash('mật khẩu thử 2026')]);
  for (const hash of hashes) {
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await verify(hash, 'mật khẩu thử 2026')).toBe(true);
  }
  expect(new Set(hashes).size).toBe(2);
});
