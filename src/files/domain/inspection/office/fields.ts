/** Fields that fetch or run something when the document is opened, updated or printed (ECMA-376, part 1, 17.16.5). */
const ACTIVE =
  /^(?:DDE|DDEAUTO|INCLUDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|MACROBUTTON|GOTOBUTTON|DATABASE|EMBED|MAILMERGE|PRINT|HTMLACTIVEX|CONTROL)$/iu;
const LINK_TARGET = /^\s*(?:\\[a-z]\s+)*"?([^"\s]+)/iu;

/** What is wrong with a field; null when it is harmless. */
type FieldFlaw = { readonly code: 'office-field' | 'office-link-unsafe'; readonly detail: string };

/** Judges the whole instruction of one field: `HYPERLINK "https://…" \o "…"`. */
export function fieldFlaw(instruction: string): FieldFlaw | null {
  const said = spelledOut(instruction).trimStart();
  const keyword = /^[\w.]+/u.exec(said)?.[0] ?? '';
  if (ACTIVE.test(keyword)) return { code: 'office-field', detail: keyword.toUpperCase() };
  // Anywhere outside of quotes: what an inner field says may be the keyword of the outer one.
  const dynamic = /\bDDE(?:AUTO)?\b/iu.exec(said.replace(/"[^"]*"/gu, ''));
  if (dynamic) return { code: 'office-field', detail: dynamic[0].toUpperCase() };
  if (keyword.toUpperCase() !== 'HYPERLINK') return null;
  const target = LINK_TARGET.exec(said.slice(keyword.length))?.[1] ?? '';
  const hasScheme = /^[a-z][a-z\d+.-]*:|^\\\\/iu.test(target);
  const isHarmless = !hasScheme || /^(?:https?:\/\/|mailto:)/iu.test(target);
  return isHarmless ? null : { code: 'office-link-unsafe', detail: target };
}

/** `QUOTE 68 68 69` spells a word by the numbers of its letters, and hides it so. */
function spelledOut(instruction: string): string {
  return instruction.replace(/\bQUOTE((?:\s+\d{1,5})+)/giu, (_, numbers: string) =>
    numbers
      .trim()
      .split(/\s+/u)
      .map((number) => String.fromCharCode(Number(number)))
      .join(''),
  );
}

/**
 * Puts the instructions of fields together, which Word lets be split over any number of runs, and nested in each other:
 * what an inner field says is part of what the outer one does.
 */
export class FieldReader {
  private readonly open: string[] = [];
  private loose = '';

  constructor(private readonly found: (instruction: string) => void) {}

  mark(kind: string): void {
    if (kind === 'begin') this.open.push('');
    else if (kind === 'separate') this.judge(this.open.at(-1) ?? '');
    else if (kind === 'end') {
      const instruction = this.open.pop() ?? '';
      this.judge(instruction);
      const outer = this.open.pop();
      if (outer !== undefined) this.open.push(outer + spelledOut(instruction));
    }
  }

  instruction(text: string): void {
    const inside = this.open.pop();
    if (inside === undefined) this.loose += text;
    else this.open.push(inside + text);
  }

  simple(instruction: string): void {
    this.judge(instruction);
  }

  /** Fields that were never closed, and instructions outside of any. */
  end(): void {
    for (const instruction of this.open) this.judge(instruction);
    this.judge(this.loose);
  }

  private judge(instruction: string): void {
    if (instruction.trim() !== '') this.found(instruction);
  }
}
