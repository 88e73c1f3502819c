import { CHILD_CUES, FALSE_CUES, KIN, LINKS, PERSON_CUES } from './name-words.js';
import { isCapitalised, phrases, type Reading } from './reading.js';

/** Who is meant by the words before a name. */
export interface Cue {
  readonly kind: 'childName' | 'personName';
  /** Even one word is a name there. */
  readonly kin: boolean;
  /** The words say that a name follows: `tên`, `con tôi là`. */
  readonly naming: boolean;
}

const MAX_LINKS = 4;
const MAX_NAMED_TOGETHER = 4;
const MAX_NAME_LENGTH = 5;
/** They announce a name and say nothing of whose it is; that stands before them: `học sinh tên`, `mẹ cháu tên`. */
const NAMING = phrases('tên, tên là, có tên, họ tên, họ và tên, tôi tên, tên tôi, gọi là');
const NAMED_BY_IS = phrases(
  'tôi là, mình là, em là, con tôi là, con em tôi là, con mình là, con trai tôi là, con gái tôi là, con trai mình là, con gái mình là, em trai tôi là, em gái tôi là, cháu tôi là, cháu nội tôi là, cháu ngoại tôi là, chồng tôi là, vợ tôi là',
);
const PARENTS = phrases('mẹ cháu, bố cháu, ba cháu, má cháu, mẹ em, bố em, mẹ bé, bố bé, mẹ con, bố con');
/** A child named beside its word, after a comma or in brackets: `con trai tôi, Nguyễn Đức Trung`. */
const OWN_CHILD = phrases(
  'con tôi, con trai tôi, con gái tôi, con em tôi, con mình, con trai mình, con gái mình, con trai, con gái, con em, cháu nội tôi, cháu ngoại tôi, cháu tôi, em trai tôi, em gái tôi, cháu nhà tôi, con nhà tôi',
);
const JOINTS: ReadonlySet<string> = new Set([',', 'và', 'cùng', 'với']);

/** The nearest word for a person before `index`, also where other names of the same list stand between: `em Minh, Lan và Hoa`. */
export function cueBefore(reading: Reading, index: number): Cue | null {
  let at = index;
  for (let names = 0; names < MAX_NAMED_TOGETHER; names += 1) {
    const cue = cueRightBefore(reading, at);
    if (cue !== null && (names === 0 || cue.kin)) return cue;
    const previous = nameBeforeJoint(reading, at);
    if (previous === null) return null;
    at = previous;
  }
  return null;
}

/** Where the name before `, ` or ` và ` begins; null when no name stands there. */
function nameBeforeJoint(reading: Reading, index: number): number | null {
  const joint = reading.at(index - 1);
  if (!JOINTS.has(joint.text) || reading.at(index).gap !== 'space') return null;
  let begin = index - 1;
  while (index - 1 - begin < MAX_NAME_LENGTH && isCapitalised(reading.at(begin - 1))) begin -= 1;
  return begin === index - 1 ? null : begin;
}

function cueRightBefore(reading: Reading, index: number): Cue | null {
  let named: Cue | null = null;
  let at = index;
  for (let links = 0; links <= MAX_LINKS; links += 1) {
    if (reading.at(at).gap === 'line') return named;
    if (reading.phraseBefore(at, NAMING) > 0) named ??= { kind: 'personName', kin: true, naming: true };
    else if (named !== null && reading.phraseBefore(at, PARENTS) > 0) return named;
    else {
      const cue = cueEndingAt(reading, at);
      if (cue !== null) return named === null ? cue : { ...named, kind: cue.kind };
    }
    const link = linkBefore(reading, at);
    if (link === 0) return named;
    at -= link;
  }
  return named;
}

function linkBefore(reading: Reading, at: number): number {
  const { text } = reading.at(at - 1);
  if (/^[:"“'(]$/u.test(text)) return 1;
  if (text === ',' && reading.phraseBefore(at - 1, OWN_CHILD) > 0) return 1;
  return reading.phraseBefore(at, LINKS);
}

function cueEndingAt(reading: Reading, index: number): Cue | null {
  if (reading.phraseBefore(index, FALSE_CUES) > 0) return null;
  const child = reading.phraseBefore(index, CHILD_CUES);
  const person = reading.phraseBefore(index, PERSON_CUES);
  if (child === 0 && person === 0) return null;
  const kin = reading.phraseBefore(index, KIN) > 0;
  const naming = reading.phraseBefore(index, NAMED_BY_IS) > 0;
  return { kind: child >= person ? 'childName' : 'personName', kin, naming };
}
