/** Pictures of the pages of files that strangers sent, drawn by a program that reaches nothing but the file. */
export abstract class FilePictures {
  /** How many pages a PDF has; null where it cannot be read, or nothing can be drawn here. */
  abstract pages(pdf: Buffer): Promise<number | null>;

  /**
   * @param page 1 = first
   * @param longestSide in points of the picture
   * @returns JPEG without any of the file's own descriptions; null where there is no such page, or it cannot be drawn
   */
  abstract draw(pdf: Buffer, page: number, longestSide: number): Promise<Buffer | null>;
}
