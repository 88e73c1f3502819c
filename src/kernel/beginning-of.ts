/** The beginning of a text that is too long for its place, with … for what was left out; never half a letter. @param longest in UTF-16 units */
export function beginningOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
