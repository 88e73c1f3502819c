import { DOCX, PPTX, XLSX } from '../extensions.js';

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

/** What each part of an Office file is, as `[Content_Types].xml` says (ECMA-376, part 2, 10.1). */
export class ContentTypes {
  private readonly byEnding = new Map<string, string>();
  private readonly byName = new Map<string, string>();
  /** Whether one part or one ending is declared as two things. */
  isAmbiguous = false;

  default(ending: string, type: string): void {
    this.put(this.byEnding, ending.toLowerCase(), type);
  }

  override(part: string, type: string): void {
    this.put(this.byName, part.replace(/^\//u, '').toLowerCase(), type);
  }

  typeOf(part: string): string | null {
    const name = part.toLowerCase();
    return this.byName.get(name) ?? this.byEnding.get(name.slice(name.lastIndexOf('.') + 1)) ?? null;
  }

  private put(types: Map<string, string>, key: string, type: string): void {
    const before = types.get(key);
    if (before !== undefined && before !== type) this.isAmbiguous = true;
    types.set(key, type.trim().toLowerCase());
  }
}

const MAIN: readonly (readonly [string, string])[] = [
  [`${OPEN_XML}.wordprocessingml.document.main+xml`, DOCX],
  [`${OPEN_XML}.wordprocessingml.template.main+xml`, DOCX],
  [`${OPEN_XML}.spreadsheetml.sheet.main+xml`, XLSX],
  [`${OPEN_XML}.spreadsheetml.template.main+xml`, XLSX],
  [`${OPEN_XML}.presentationml.presentation.main+xml`, PPTX],
  [`${OPEN_XML}.presentationml.slideshow.main+xml`, PPTX],
  [`${OPEN_XML}.presentationml.template.main+xml`, PPTX],
];

/** The kind of document by the declared type of its main part; null for anything else, or one with macros. */
export function documentType(mainType: string): string | null {
  return MAIN.find(([declared]) => declared === mainType.toLowerCase())?.[1] ?? null;
}

export function isMacroType(type: string): boolean {
  return /macroenabled|vbaproject|vbadata|macrosheet|attachedtoolbars|keymapcustomizations/iu.test(type);
}

export function isControlType(type: string): boolean {
  return /activex|webextension|\.control\b/iu.test(type);
}

export function isEmbeddedType(type: string): boolean {
  return /oleobject|vnd\.ms-package|\.package\b|application\/(?:msword|vnd\.ms-(?:excel|powerpoint)|pdf|zip|octet-stream)$/iu.test(
    type,
  );
}
