/** `pdfsig` and `openssl cms` as ways beside ours. The CPU time of processes that have ended is counted by the kernel, in `/proc/self/stat`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_WARM_UP_MS, processCpuMs } from './measure.mjs';

/** @throws Error that names the package to install */
export function requireTools() {
  for (const [tool, arguments_, from] of [
    ['pdfsig', ['-v'], 'poppler-utils'],
    ['openssl', ['version'], 'openssl'],
  ]) {
    if (spawnSync(tool, arguments_).error) throw new Error(`${tool} is missing: apt-get install ${from}`);
  }
}

/** @returns the two tools as ways, after each has shown that it finds the signature sound */
export function signatureTools(directory, { path, pdf, anchor }) {
  const [signed, cms, trusted] = ['signed.bin', 'signature.der', 'anchor.pem'].map((name) => join(directory, name));
  const { ranges, contents } = partsOf(pdf);
  writeFileSync(signed, Buffer.concat(ranges));
  writeFileSync(cms, contents);
  writeFileSync(trusted, `-----BEGIN CERTIFICATE-----\n${anchor.toString('base64')}\n-----END CERTIFICATE-----\n`);
  const pdfsig = () => execFileSync('pdfsig', ['-nocert', path], { stdio: ['ignore', 'pipe', 'ignore'] });
  const openssl = () =>
    execFileSync(
      'openssl',
      [
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-in',
        cms,
        '-content',
        signed,
        '-CAfile',
        trusted,
        '-purpose',
        'any',
        '-no_check_time',
        '-out',
        '/dev/null',
      ],
      { stdio: ['ignore', 'ignore', 'ignore'] },
    );
  if (!pdfsig().includes('Signature is Valid')) throw new Error('pdfsig does not find the signature valid');
  openssl();
  return [way('pdfsig', pdfsig), way('openssl', openssl)];
}

function way(name, once) {
  const run = (times) => {
    for (let at = 0; at < times; at += 1) once();
  };
  return { name, run, warmUpMs: NO_WARM_UP_MS, cpuMs: () => processCpuMs('self').endedChildren };
}

/** The two signed stretches, the gap between them, and the signature in it without what fills it up. */
export function partsOf(pdf) {
  const [, a, b, c] = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)/u.exec(pdf.toString('latin1')).map(Number);
  const hex = pdf.toString('latin1', a + 1, b - 1);
  const padded = Buffer.from(hex, 'hex');
  const length =
    padded[1] === 0x82 ? padded.readUInt16BE(2) + 4 : padded[1] === 0x83 ? padded.readUIntBE(2, 3) + 5 : padded[1] + 2;
  return {
    ranges: [pdf.subarray(0, a), pdf.subarray(b, b + c)],
    gap: { start: a, end: b },
    contents: padded.subarray(0, length),
  };
}
