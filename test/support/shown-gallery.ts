import type { Browser, Page } from 'playwright-core';
import { openChromium } from './chromium.js';
import { serveGallery, type GalleryServer } from './view-gallery/serve-gallery.js';

export const SCREENS = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

export interface OpenedPage {
  readonly page: Page;
  /** What the browser complained about: the policy, a missing file, an error of ours. */
  readonly complaints: readonly string[];
}

/** A desk with scripts where nothing else is said. */
export interface PageWish {
  readonly width?: number;
  readonly height?: number;
  readonly javaScriptEnabled?: boolean;
}

/** The gallery of pages in a browser. */
export class ShownGallery {
  private constructor(
    readonly browser: Browser,
    private readonly server: GalleryServer,
  ) {}

  static async open(): Promise<ShownGallery> {
    return new ShownGallery(await openChromium(), await serveGallery());
  }

  get origin(): string {
    return this.server.origin;
  }

  get posted(): GalleryServer['posted'] {
    return this.server.posted;
  }

  /** @returns lets the script of the pages go, which is kept back from now on */
  holdScripts(): () => void {
    return this.server.holdScripts();
  }

  newPage({ javaScriptEnabled = true, ...size }: PageWish = {}): Promise<Page> {
    const viewport = { ...SCREENS.desk, ...size };
    return this.browser.newPage({ viewport, locale: 'vi-VN', reducedMotion: 'reduce', javaScriptEnabled });
  }

  /** Opens a page of the gallery by its name, in a page of the browser that is there or in a new one. */
  async show(name: string, page?: Page): Promise<OpenedPage> {
    const opened = page ?? (await this.newPage());
    const complaints: string[] = [];
    opened.removeAllListeners('console').removeAllListeners('pageerror');
    opened.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    opened.on('pageerror', (error) => complaints.push(error.message));
    await opened.goto(`${this.origin}/${name}`, { waitUntil: 'load' });
    await opened.evaluate(() => document.fonts.ready);
    return { page: opened, complaints };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}
