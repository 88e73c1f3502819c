import { readFileSync } from 'node:fs';
import { readSettings, SettingsError } from './settings.js';

/** The file in which every variable is explained. */
export const EXAMPLE = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

/** Variables of the example with the comment above each; `set` = not commented out. */
export function exampleVariables(): readonly {
  readonly name: string;
  readonly set: boolean;
  readonly sentence: string;
}[] {
  const lines = EXAMPLE.split('\n');
  return lines.flatMap((line, index) => {
    const found = /^(?<mark># )?(?<name>[A-Z][A-Z_]+)=/u.exec(line)?.groups;
    if (found === undefined) return [];
    return [{ name: found['name'] ?? '', set: found['mark'] === undefined, sentence: lines[index - 1] ?? '' }];
  });
}

/** Why settings do not hold; empty where they do. */
export function messageOf(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return '';
}
