import type { XmlListener } from '../../xml/xml-scan.js';
import type { Findings } from '../inspection.js';
import type { ReasonCode } from '../reasons.js';
import { FieldReader, fieldFlaw } from './fields.js';
import { inspectRelation, relationOf, type Relation } from './relations.js';

const MAX_ROWS = 5_000;
const OLD_FONT = /^(?:\.Vn|VNI-|VNI |\.VNI)/iu;
/** A formula that calls a program (`cmd|'/c calc'!A0`), a web address or a function of a library. */
const CALLING_FORMULA = /\|\s*'?[^!]*'?\s*!|\b(?:WEBSERVICE|CALL|EXEC|REGISTER(?:\.ID)?|IMPORTXML|RTD|FORMULA)\s*\(/iu;

/** Elements that bring something in that runs, or that comes from elsewhere. */
const OBJECTS: Readonly<Record<string, ReasonCode>> = {
  altChunk: 'office-imported-part',
  subDoc: 'office-imported-part',
  control: 'office-active-control',
  embeddedControl: 'office-active-control',
  OLEObject: 'office-embedded',
  oleObject: 'office-embedded',
  oleLink: 'office-embedded',
  ddeLink: 'office-external',
};

const FONTS: ReadonlySet<string> = new Set(['rFonts', 'rFont', 'name']);

const WANTED: ReadonlySet<string> = new Set([
  ...Object.keys(OBJECTS),
  ...FONTS,
  ...['Relationship', 'fldSimple', 'fldChar', 'instrText', 'delInstrText', 'f', 'tr', 'definedName'],
]);

/** Hears what the XML of one part says that an Office program would act upon. */
export class PartListener implements XmlListener {
  private readonly fields: FieldReader;
  private rows = 0;

  constructor(
    private readonly part: string,
    private readonly findings: Findings,
    private readonly related: (relation: Relation) => void,
  ) {
    this.fields = new FieldReader((instruction) => {
      const flaw = fieldFlaw(instruction);
      if (flaw) findings.add(flaw.code, flaw.detail);
    });
  }

  readonly wants = (name: string): boolean => WANTED.has(name);

  readonly opened = (name: string, attributes: ReadonlyMap<string, string>): void => {
    switch (name) {
      case 'Relationship': {
        const relation = relationOf(attributes);
        inspectRelation(relation, this.part, this.findings);
        this.related(relation);
        return;
      }
      case 'fldChar':
        this.fields.mark(attribute(attributes, 'fldCharType'));
        return;
      case 'fldSimple':
        this.fields.simple(attribute(attributes, 'instr'));
        return;
      case 'tr':
        this.countRow();
        return;
      default:
        this.openedObject(name, attributes);
    }
  };

  readonly closed = (name: string, text: string): void => {
    if (name === 'instrText' || name === 'delInstrText') this.fields.instruction(text);
    const isFormula = (name === 'f' || name === 'definedName') && this.part.startsWith('xl/');
    if (isFormula && CALLING_FORMULA.test(text)) this.findings.add('office-formula', text);
  };

  end(): void {
    this.fields.end();
  }

  private openedObject(name: string, attributes: ReadonlyMap<string, string>): void {
    const reason = OBJECTS[name];
    if (reason !== undefined) this.findings.add(reason, this.part);
    else if (FONTS.has(name)) this.hearFont(attributes);
  }

  private hearFont(attributes: ReadonlyMap<string, string>): void {
    for (const value of attributes.values()) if (OLD_FONT.test(value)) this.findings.add('office-old-font', value);
  }

  private countRow(): void {
    this.rows += 1;
    if (this.rows > MAX_ROWS && this.part.startsWith('word/')) this.findings.add('office-too-many-rows');
  }
}

function attribute(attributes: ReadonlyMap<string, string>, local: string): string {
  for (const [name, value] of attributes) if (name === local || name.endsWith(`:${local}`)) return value;
  return '';
}
