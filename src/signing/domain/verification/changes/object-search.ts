const [PERCENT, LINE_FEED, CARRIAGE_RETURN, LESS_THAN] = [0x25, 0x0a, 0x0d, 0x3c];

/** What parts words, with what only some readers take for a blank: a vertical tab, and a blank that does not break. */
const BLANKS: ReadonlySet<number | undefined> = new Set([
  0x00,
  0x09,
  LINE_FEED,
  0x0b,
  0x0c,
  CARRIAGE_RETURN,
  0x20,
  0xa0,
]);

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

/**
 * The beginnings of objects and trailers that are written anywhere in some bytes, in streams and strings too. Blanks and comments between their words
 * may be as long as they like. No byte is passed more than a few times, however the bytes are made.
 */
export class ObjectSearch {
  /** Where the blanks and comments end that begin at the end of a line. */
  private readonly ends = new Map<number, number>();
  private line = { start: -1, end: -1 };

  constructor(
    private readonly bytes: Buffer,
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** How often something stands here that could begin an object. */
  countOfObj(): number {
    return [...this.placesOf('obj')].filter((at) => this.bytes.toString('latin1', at - 3, at) !== 'end').length;
  }

  /** Where `N G obj` begins. */
  objects(): readonly number[] {
    const places: number[] = [];
    for (let at = this.start; at < this.end; at += 1) {
      if (!isDigit(this.bytes[at])) continue;
      const afterNumber = this.pastDigits(at);
      const generation = this.pastBlanks(afterNumber);
      const isParted = generation > afterNumber && isDigit(this.bytes[generation]);
      if (isParted && this.standsAt('obj', this.pastBlanks(this.pastDigits(generation)))) places.push(at);
      at = afterNumber;
    }
    return places;
  }

  /** How many trailers begin here. */
  trailers(): number {
    const isTrailer = (at: number): boolean => {
      const dictionary = this.pastBlanks(at + 'trailer'.length);
      return (
        dictionary + 1 < this.end && this.bytes[dictionary] === LESS_THAN && this.bytes[dictionary + 1] === LESS_THAN
      );
    };
    return [...this.placesOf('trailer')].filter(isTrailer).length;
  }

  private *placesOf(word: string): Iterable<number> {
    const { bytes, start, end } = this;
    for (let at = bytes.indexOf(word, start); at >= 0 && at < end; at = bytes.indexOf(word, at + 1)) yield at;
  }

  private standsAt(word: string, at: number): boolean {
    return at + word.length <= this.end && this.bytes.toString('latin1', at, at + word.length) === word;
  }

  private pastDigits(from: number): number {
    let at = from;
    while (at < this.end && isDigit(this.bytes[at])) at += 1;
    return at;
  }

  /** Past all blanks and comments. */
  private pastBlanks(from: number): number {
    const lineEnds: number[] = [];
    let at = from;
    for (; at < this.end; at += 1) {
      const byte = this.bytes[at];
      const known = this.ends.get(at);
      if (known !== undefined) at = known;
      if (known !== undefined) break;
      if (byte === LINE_FEED || byte === CARRIAGE_RETURN) lineEnds.push(at);
      else if (byte === PERCENT) at = this.endOfLine(at) - 1;
      else if (!BLANKS.has(byte)) break;
    }
    for (const one of lineEnds) this.ends.set(one, at);
    return at;
  }

  /** Called for many places of one line, which is walked only once. */
  private endOfLine(from: number): number {
    if (from < this.line.start || from > this.line.end) {
      let end = from;
      while (end < this.end && this.bytes[end] !== LINE_FEED && this.bytes[end] !== CARRIAGE_RETURN) end += 1;
      this.line = { start: from, end };
    }
    return this.line.end;
  }
}
