import type { FileState } from '../../../../files/domain/pdf/file-state.js';
import {
  dictionaryOf,
  PdfArray,
  type PdfDictionary,
  PdfReference,
  PdfStream,
  type PdfValue,
} from '../../../../files/domain/pdf/values.js';
import { leadsOn, type Licences, type Way } from './ways.js';

/** What one save did to the objects of the file. */
export interface SavedObjects {
  readonly before: FileState;
  readonly after: FileState;
  /** Numbers in use before whose content is another now. */
  readonly overwritten: ReadonlySet<number>;
  /** Numbers that were not in use before. */
  readonly added: ReadonlySet<number>;
}

export interface Reach {
  /** Overwritten objects to which some way leads that the rules did not look at. */
  readonly bound: ReadonlySet<number>;
  /** Numbers that were referred to although nothing stood behind them, and that the save filled. */
  readonly dangling: ReadonlySet<number>;
  /** Whether the save refers to something that is not there, as nothing did before: for some readers a reason to search the file. */
  readonly isTorn: boolean;
}

/**
 * Follows every way from the trailers, through the objects as they were and as they are: an overwritten object may be another
 * only if each way to it leads through a key behind which the rules let things change, or to an object that they looked
 * through in the role in which the way takes it. It does not count how often an object is referred to, for what holds it may
 * be shared, at any depth.
 *
 * Each object is searched once for each growth at most: the work is linear in the objects of both states.
 *
 * @throws PdfMalformed when something that can be reached cannot be read, PdfTooLarge
 */
export function reachOf(saved: SavedObjects, licences: Licences): Reach {
  const walk = new ReachWalk(saved, licences);
  walk.run();
  return walk;
}

/** Behind what may be another nothing is bound; it is walked only for what leads nowhere. */
const UNBOUND = Infinity;

interface Step {
  readonly value: PdfValue;
  readonly way: Way;
  /** How many lists or dictionaries from here down may grow; 0: all is to stay. */
  readonly depth: number;
  readonly isOld: boolean;
  /** The object that is the list in which the value stands, if it is one. */
  readonly list: number | null;
}

class ReachWalk implements Reach {
  readonly bound = new Set<number>();
  readonly dangling = new Set<number>();
  /** By object: the smallest depth that it was looked through with. */
  private readonly depths = new Map<number, number>();
  /** Overwritten objects and lists that a list refers to, by its number: each way to the list is a way to them. */
  private readonly lists = new Map<number, number[]>();
  /** Ways to lists that were looked through before, or that wait for it: what a list holds is known only in the end. */
  private readonly further = new Map<number, Set<Way>>();
  private readonly pending: Step[] = [];
  private readonly unbound: Step[] = [];
  /** References that lead nowhere, as they are written, from before the save and from it. */
  private readonly nowhere = { before: new Set<string>(), now: new Set<string>() };

  constructor(
    private readonly saved: SavedObjects,
    private readonly licences: Licences,
  ) {}

  run(): void {
    const { before, after } = this.saved;
    this.takeEntries(before.trailer, 0, true);
    if (after.trailer !== before.trailer) this.takeEntries(after.trailer, 0, false);
    this.empty(this.pending);
    // Nothing binds what is reached from here on, so that this comes last.
    for (const step of this.unbound) {
      this.take(step);
      this.empty(this.pending);
    }
    for (const [list, ways] of this.further) for (const way of ways) this.bindListed(list, way);
  }

  get isTorn(): boolean {
    return [...this.nowhere.now].some((reference) => !this.nowhere.before.has(reference));
  }

  private empty(pending: Step[]): void {
    for (let step = pending.pop(); step; step = pending.pop()) this.visit(step);
  }

  private visit(step: Step): void {
    const { value, depth } = step;
    const inner = Math.max(depth - 1, 0);
    if (value instanceof PdfArray) {
      for (const item of value.items) if (this.leadsOn(item)) this.take({ ...step, value: item, depth: inner });
    } else if (value instanceof PdfReference) this.follow(value, step);
    else {
      const dictionary = dictionaryOf(value);
      if (dictionary) this.takeEntries(dictionary, inner, step.isOld);
    }
  }

  private takeEntries(from: PdfDictionary, depth: number, isOld: boolean): void {
    for (const [key, value] of from.entries) {
      if (this.leadsOn(value)) this.takeEntry({ value, way: { from, key }, depth, isOld, list: null });
    }
  }

  private takeEntry(step: Step): void {
    const growth = Math.max(step.depth, this.licences.growthAt(step.way));
    if (this.licences.isFree(step.way)) this.unbound.push({ ...step, depth: UNBOUND });
    else this.take({ ...step, depth: growth });
  }

  /** Only what leads on waits its turn: an array of a million numbers, or of ways to one object, is passed at once. */
  private take(step: Step): void {
    if (step.value instanceof PdfReference) this.follow(step.value, step);
    else this.pending.push(step);
  }

  private leadsOn(value: PdfValue): boolean {
    this.saved.after.file.budget.walk(1);
    return leadsOn(value);
  }

  private follow({ number, generation }: PdfReference, { way, depth, isOld, list }: Step): void {
    if (depth === 0) this.bind(number, way);
    if (isOld && this.saved.added.has(number)) this.dangling.add(number);
    this.noteNowhere(number, generation, isOld);
    if (this.isLookedThrough(number, depth)) this.noteFurther(number, way, depth);
    else {
      this.depths.set(number, depth);
      this.open(new PdfReference(number, generation), way, depth);
    }
    if (list !== null && (this.saved.overwritten.has(number) || this.lists.has(number))) {
      this.lists.get(list)?.push(number);
    }
  }

  /** What is there under another generation is not there for every reader. */
  private noteNowhere(number: number, generation: number, isOld: boolean): void {
    const entry = (isOld ? this.saved.before : this.saved.after).entry(number);
    const isThere =
      entry.kind === 'inFile' ? entry.generation === generation : entry.kind !== 'free' && generation === 0;
    if (!isThere) this.nowhere[isOld ? 'before' : 'now'].add(`${number} ${generation}`);
  }

  private isLookedThrough(number: number, depth: number): boolean {
    const known = this.depths.get(number);
    return known !== undefined && known <= depth;
  }

  /** The items of an array that refer to one list have one way to it. */
  private noteFurther(list: number, way: Way, depth: number): void {
    if (depth === UNBOUND || !this.lists.has(list)) return;
    this.further.set(list, (this.further.get(list) ?? new Set<Way>()).add(way));
  }

  /** The items of a list are reached in one more way, and so are those of lists in it. */
  private bindListed(list: number, way: Way): void {
    const seen = new Set([list]);
    for (const known of seen) {
      for (const inner of this.lists.get(known) ?? []) {
        this.saved.after.file.budget.walk(1);
        this.bind(inner, way);
        if (this.lists.has(inner)) seen.add(inner);
      }
    }
  }

  private bind(number: number, way: Way): void {
    if (this.saved.overwritten.has(number) && !this.licences.isHeld(number, way)) this.bound.add(number);
  }

  /** Both contents of an object that the save touched, the one content of every other. */
  private open(reference: PdfReference, way: Way, depth: number): void {
    const { before, after, overwritten, added } = this.saved;
    const { number } = reference;
    if (!added.has(number)) this.openIn(before, reference, { way, depth, isOld: true });
    if (added.has(number) || overwritten.has(number)) this.openIn(after, reference, { way, depth, isOld: false });
  }

  private openIn(state: FileState, reference: PdfReference, step: Pick<Step, 'way' | 'depth' | 'isOld'>): void {
    const { number } = reference;
    const entry = state.entry(number);
    if (entry.kind === 'free') return;
    if (entry.kind === 'inStream') this.openContainer(state, entry.stream);
    const generation = entry.kind === 'inFile' ? entry.generation : 0;
    // The generation of a reference is the reader's to check, in the state in which it follows it.
    const value = state.follow(new PdfReference(number, step.isOld ? reference.generation : generation));
    const isList = value instanceof PdfArray || value instanceof PdfReference;
    if (isList && !this.lists.has(number)) this.lists.set(number, []);
    if (leadsOn(value)) this.pending.push({ value, ...step, list: isList ? number : null });
  }

  /** Objects that are packed stand and fall with what they are packed into. */
  private openContainer(state: FileState, number: number): void {
    if (this.saved.overwritten.has(number)) this.bound.add(number);
    if (this.depths.get(number) === 0) return;
    this.depths.set(number, 0);
    const entry = state.entry(number);
    if (entry.kind !== 'inFile') return;
    const value = state.follow(new PdfReference(number, entry.generation));
    if (value instanceof PdfStream) this.takeEntries(value.dictionary, 0, true);
  }
}
