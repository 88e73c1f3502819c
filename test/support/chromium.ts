import { chromium, type Browser } from 'playwright-core';

/**
 * Root needs no sandbox; a closed network must not slow the start. A page of a test lives a second: what V8 would do to make it quicker afterwards is not
 * worth its time. Drawing keeps its process and its thread: without the one the browser ends after some 400 pictures, without the other a page with pictures
 * sometimes never finishes.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--js-flags=--no-turbofan --no-maglev --single-threaded-gc',
];

export interface WishedChromium {
  /** A name that leads to this machine. */
  readonly host?: string;
}

/**
 * Debian's Chromium as the shell without windows, or the program that CHROMIUM names. The same engine; what the whole program does besides (windows, extensions,
 * profiles) takes as much of a core as most of our specs.
 */
export function openChromium({ host }: WishedChromium = {}): Promise<Browser> {
  const args = [...ARGUMENTS, ...(host === undefined ? [] : [`--host-resolver-rules=MAP ${host} 127.0.0.1`])];
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', args });
}
