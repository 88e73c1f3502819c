import type { Findings } from '../inspection.js';
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

/** Only a hyperlink may lead outside, and only to the web or to a mail address. */
export function inspectRelation({ kind, target, isExternal }: Relation, part: string, findings: Findings): void {
  if (isExternal || LEAVES.test(target)) {
    const isHarmless = HARMLESS_LINK.test(target) || OWN_PLACE.test(target);
    if (kind !== 'hyperlink') findings.add('office-external', `${part}: ${target}`);
    else if (!isHarmless) findings.add('office-link-unsafe', target);
    return;
  }
  const reason = KINDS[kind.toLowerCase()];
  if (reason !== undefined) findings.add(reason, target);
}
