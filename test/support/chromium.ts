import { chromium, type Browser } from 'playwright-core';

/**
 * Root needs no sandbox; a closed network must not slow the start. A page of a test lives a second: what V8 would do to make it quicker afterwards, and a
 * process of its own for drawing, take a quarter of all that the browser takes.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--in-process-gpu',
  '--js-flags=--no-turbofan --no-maglev --single-threaded-gc',
];

export interface WishedChromium {
  /** A name that leads to this machine. */
  readonly host?: string;
}

/** Debian's Chromium, or the one that CHROMIUM names. */
export function openChromium({ host }: WishedChromium = {}): Promise<Browser> {
  const args = [...ARGUMENTS, ...(host === undefined ? [] : [`--host-resolver-rules=MAP ${host} 127.0.0.1`])];
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args });
}
