/** Pictures in the cache: the pages of a letter are looked at again and again. */
const KEPT = 60;

/** The pictures of pages that were drawn last, or what else was found of pages, each once for all who ask for it at the same time. */
export class PictureCache<Found = Buffer> {
  private readonly drawn = new Map<string, Promise<Found | null>>();

  /**
   * @param sha256 of the file
   * @param page 1 = first
   * @returns what `draw` returns; null, and what it throws, is not kept, since the page may be drawn later
   */
  async picture(sha256: string, page: number, draw: () => Promise<Found | null>): Promise<Found | null> {
    const key = `${sha256}/${String(page)}`;
    const known = this.drawn.get(key);
    if (known) return known;
    const picture = draw();
    this.drawn.set(key, picture);
    const [oldest] = this.drawn.keys();
    if (this.drawn.size > KEPT && oldest !== undefined) this.drawn.delete(oldest);
    let isDrawn = false;
    try {
      const done = await picture;
      isDrawn = done !== null;
      return done;
    } finally {
      if (!isDrawn) this.drawn.delete(key);
    }
  }
}
