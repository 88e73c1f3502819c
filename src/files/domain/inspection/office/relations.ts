import type { Findings } from '../inspection.js';
import { namesChartSheet } from './chart-sheets.js';
import type { ReasonCode } from '../reasons.js';

/** What one part of an Office file says of another, or of the outside (ECMA-376, part 2, 9.3). */
export interface Relation {
  /** The last word of its type: `hyperlink`, `image`, `attachedTemplate`. */
  readonly kind: string;
  readonly target: string;
  readonly isExternal: boolean;
}

const HARMLESS_LINK = /^(?:https?:\/\/|mailto:)[^\s\\]*$/iu;
const OWN_PLACE = /^#/u;

export function relationOf(attributes: ReadonlyMap<string, string>): Relation {
  const type = attributes.get('Type') ?? '';
  return {
    kind: type.slice(type.lastIndexOf('/') + 1),
    target: (attributes.get('Target') ?? '').trim(),
    isExternal: (attributes.get('TargetMode') ?? '').trim().toLowerCase() === 'external',
  };
}

/** Relations that bring in, even from the inside, what runs or what is a file of its own; by kind in small letters. */
const KINDS: Readonly<Record<string, ReasonCode>> = {
  afchunk: 'office-imported-part',
  subdocument: 'office-imported-part',
  vbaproject: 'office-macro',
  wordvbadata: 'office-macro',
  xlmacrosheet: 'office-macro',
  xlintlmacrosheet: 'office-macro',
  control: 'office-active-control',
  activexcontrolbinary: 'office-active-control',
  webextension: 'office-active-control',
  oleobject: 'office-embedded',
  package: 'office-embedded',
  connections: 'office-external',
  querytable: 'office-external',
  externallink: 'office-external',
  externallinkpath: 'office-external',
};

/** Whether a target leaves the file, whatever its mode says: `file:///…`, `\\\\server\\…`, `//host/…`. */
const LEAVES = /^[a-z][a-z\d+.-]*:|^\\\\|^\/\//iu;

/** A drive of the machine that opens the file, or the template that every Word has; another bare name is looked for beside the file. */
const ON_DRIVE = /^(?:file:\/{3})?[a-z](?::|%3a)(?:\\|\/|%5c)[^:|]*$/iu;
const USUAL = /^normal(?:\.dot[xm]?)?$/iu;

/**
 * Whether a template lies where only the reader himself can have put it, as his `Normal.dotm`: Word names it in what he saves, and the
 * sender of the file cannot reach it. Shares (`\\host`, `file://host`) and the web are elsewhere.
 */
export function isOnThisMachine(target: string): boolean {
  const leavesDrive = /[\\/]{2}|%2f%2f|%5c%5c/iu.test(target.replace(/^file:\/{3}/iu, ''));
  return USUAL.test(target) || (ON_DRIVE.test(target) && !leavesDrive);
}

/** Only a hyperlink may lead outside, and only to the web or to a mail address. */
export function inspectRelation({ kind, target, isExternal }: Relation, part: string, findings: Findings): void {
  if (isExternal || LEAVES.test(target)) {
    const isHarmless = HARMLESS_LINK.test(target) || OWN_PLACE.test(target);
    if (kind === 'attachedTemplate' && isOnThisMachine(target)) return;
    if (kind !== 'hyperlink') findings.add('office-external', `${part}: ${target}`);
    else if (!isHarmless) findings.add('office-link-unsafe', target);
    return;
  }
  const reason = KINDS[kind.toLowerCase()];
  if (reason !== undefined && !namesChartSheet({ kind }, part)) findings.add(reason, target);
}
