import { readSettings } from '../../config/settings.js';
import { CHOICE_NAMES, CHOICES, optionsOf } from '../domain/profile-choices.js';
import { namesOf, PROFILE_LINES, type ProfileLine } from '../domain/profile-lines.js';
import { readStoredFacts } from './stored-facts.js';

const facts = readSettings({}).agencyProfile;

describe('facts as they were published', () => {
  it('are read without what was not asked for then', () => {
    const optional = namesOf(PROFILE_LINES).filter((name) => (PROFILE_LINES[name] as ProfileLine).isOptional === true);
    const later = [...optional, ...CHOICE_NAMES, 'byOrderKinds', 'titlesBeforeNames', 'initials'];
    const then = Object.fromEntries(Object.entries(facts).filter(([name]) => !later.includes(name)));
    expect(readStoredFacts(then)).toEqual(facts);
  });

  it('are refused without a line that every version has', () => {
    expect(() => readStoredFacts({ ...facts, name: undefined })).toThrow();
  });

  it.each(CHOICE_NAMES)('%s begins as one of its options', (name) => {
    expect(optionsOf(name)).toContain(CHOICES[name].first);
    expect(() => readStoredFacts({ ...facts, [name]: 'none of them' })).toThrow();
  });
});
