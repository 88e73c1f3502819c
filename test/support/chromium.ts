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

/** Without a thread that puts layers together, a browser without a window draws no frame at all. */
const DRAWS_NOTHING = '--disable-threaded-compositing';

export interface WishedChromium {
  /** A name that leads to this machine. */
  readonly host?: string;
  /**
   * Left out, pages are drawn. One that is only asked for its text, its styles and where its parts stand needs no frames, which take a fifth of the whole;
   * there nothing can be pressed and no picture taken.
   */
  readonly isDrawn?: boolean;
}

/** Debian's Chromium, or the one that CHROMIUM names. */
export function openChromium({ host, isDrawn = true }: WishedChromium = {}): Promise<Browser> {
  const args = [
    ...ARGUMENTS,
    ...(host === undefined ? [] : [`--host-resolver-rules=MAP ${host} 127.0.0.1`]),
    ...(isDrawn ? [] : [DRAWS_NOTHING]),
  ];
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args });
}
