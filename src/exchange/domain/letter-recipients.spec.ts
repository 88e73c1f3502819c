import type { DraftState } from '../../drafting/domain/draft.js';
import { SYSTEM, type Actor, type Role } from '../../kernel/actor.js';
import { isNamedIn, mayChooseRecipients } from './letter-recipients.js';

const actor = (...roles: Role[]): Actor => ({ ...SYSTEM, id: 'ai-do', roles });

const [OFFICER, CLERK] = [actor('contactOfficer'), actor('registryClerk')];

describe('who chooses the recipients of a letter', () => {
  it.each<{ rule: string; who: Actor; state: DraftState; mayEdit: boolean; may: boolean }>([
    { rule: 'its writer while it may change', who: OFFICER, state: 'editing', mayEdit: true, may: true },
    { rule: 'not its writer once it is with others', who: OFFICER, state: 'contentReview', mayEdit: false, may: false },
    { rule: 'the registry until it leaves', who: CLERK, state: 'submitted', mayEdit: false, may: true },
    { rule: 'nobody once it is sealed', who: CLERK, state: 'done', mayEdit: false, may: false },
    { rule: 'nobody of a letter that was given up', who: CLERK, state: 'withdrawn', mayEdit: true, may: false },
    { rule: 'no supervisor', who: actor('supervisor'), state: 'editing', mayEdit: false, may: false },
  ])('$rule', ({ who, state, mayEdit, may }) => {
    expect(mayChooseRecipients(who, { state, mayEdit })).toBe(may);
  });
});

describe('an agency among the recipients that a letter names', () => {
  it.each<[string, readonly string[], boolean]>([
    ['by its whole name, whatever stands around it', ['- Sở Nội vụ thành phố Hải Phòng (để phối hợp);'], true],
    ['by the beginning of its name', ['- Như trên;', '- Sở Nội vụ;'], true],
    ['without diacritics', ['- So Noi vu;'], true],
    ['not by part of a word', ['- Sở Nội v;'], false],
    ['not by another agency', ['- Sở Tài chính;'], false],
    ['not by an empty line', ['', '- '], false],
  ])('%s', (_rule, lines, expected) => {
    expect(isNamedIn('Sở Nội vụ thành phố Hải Phòng', lines)).toBe(expected);
  });
});
