/** Pictures of a PDF's pages, for eyes only. */
export abstract class PageImages {
  /**
   * @param page 1 = first
   * @returns JPEG at about 110 dpi; null when the page does not exist or no picture can be made here
   */
  abstract render(pdf: Buffer, page: number): Promise<Buffer | null>;
}
