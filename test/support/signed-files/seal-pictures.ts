/** How many samples the picture of a seal has across and up. */
export const SEAL = 100;

/** Rings and a five-pointed figure as on a seal. */
export function sealSamples(): Buffer {
  const samples = Buffer.alloc(SEAL * SEAL);
  for (let at = 0; at < samples.length; at += 1) {
    const [x, y] = [(at % SEAL) - SEAL / 2, Math.floor(at / SEAL) - SEAL / 2];
    const radius = Math.hypot(x, y);
    const star = 10 + 4 * Math.cos(5 * Math.atan2(y, x));
    const isInk =
      Math.abs(radius - 46) < 2 ||
      Math.abs(radius - 30) < 1 ||
      radius < star ||
      (radius < 42 && radius > 34 && x % 3 === 0);
    samples[at] = isInk ? 230 : 10;
  }
  return samples;
}

/** 0 where ink is. */
export function stencilOf(samples: Buffer): Buffer {
  const rowBytes = Math.ceil(SEAL / 8);
  const bits = Buffer.alloc(rowBytes * SEAL, 0xff);
  for (const [at, sample] of samples.entries()) {
    const x = at % SEAL;
    const place = Math.floor(at / SEAL) * rowBytes + (x >> 3);
    if (sample > 128) bits[place] = (bits[place] ?? 0) & ~(0x80 >> (x & 7));
  }
  return bits;
}
