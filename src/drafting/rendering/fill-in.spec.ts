import { jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { KINDS, sampleOf, templateFile } from '../../../templates/catalogue.js';
import { fillIn } from './fill-in.js';

describe('a template filled in', () => {
  afterEach(() => jest.useRealTimers());

  it.each(KINDS.map((kind) => [kind.name, kind] as const))('has the same bytes on every day: %s', (name, kind) => {
    const filled = kind.fill(sampleOf(name));
    const on = (day: string) => {
      jest.useFakeTimers({ now: new Date(day) });
      const made = fillIn({ docx: readFileSync(templateFile(name)), tags: filled.ok ? filled.tags : {} });
      return 'docx' in made ? Buffer.from(made.docx).toString('base64') : made;
    };
    expect(on('2026-03-20')).toBe(on('2027-11-02T23:59:58Z'));
  });
});
