import type { Actor, Role } from '../../kernel/actor.js';
import { draftAbilities, mayApproveBesides, type DraftInView } from './policy.js';

const person = (id: string, unitId: string, ...roles: Role[]): Actor => ({ id, name: id, unitId, roles });
const OFFICER = person('ngoc', 'gdtrh', 'contactOfficer');
const HEAD = person('thang', 'gdtrh', 'unitHead');
const HEAD_AND_CHECKER = person('thuy', 'gdtrh', 'unitHead', 'formatChecker');
const CLERK = person('vanthu', 'vp', 'registryClerk', 'formatChecker');
const CLERK_FOR_NGOC: Actor = { ...CLERK, onBehalfOf: { id: 'ngoc', name: 'ngoc', by: 'vanthu' } };

const draft = (change: Partial<DraftInView> = {}): DraftInView => ({
  caseKind: 'ticket',
  state: 'contentReview',
  unitId: 'gdtrh',
  authorId: 'ngoc',
  writerId: 'ngoc',
  writerIds: ['ngoc'],
  contentApproverId: null,
  hasPage: true,
  ...change,
});
const inFormat = (change: Partial<DraftInView> = {}): DraftInView =>
  draft({ state: 'formatReview', contentApproverId: 'thang', ...change });

describe('who approves a letter', () => {
  it.each<[string, Actor, DraftInView, boolean]>([
    ['the unit head the content of what his officer wrote', HEAD, draft(), true],
    ['nobody the content of what he saved last himself', HEAD, draft({ writerId: 'thang' }), false],
    ['nobody the content of what he saved once, another since', HEAD, draft({ writerIds: ['thang', 'ngoc'] }), false],
    ['nobody the content of what he began', HEAD, draft({ authorId: 'thang' }), false],
    ['no officer the content', OFFICER, draft({ authorId: 'ha', writerId: 'ha' }), false],
    ['no head of another unit the content', person('son', 'mn', 'unitHead'), draft(), false],
    ['nobody the content once it is approved', HEAD, inFormat(), false],
  ])('content: %s', (_rule, actor, letter, expected) => {
    expect(draftAbilities(actor, letter).approveContent).toBe(expected);
  });

  it.each<[string, Actor, DraftInView, boolean]>([
    ['the form checker what another approved', CLERK, inFormat(), true],
    ['nobody both content and form', HEAD_AND_CHECKER, inFormat({ contentApproverId: 'thuy' }), false],
    ['the form checker who approved nothing of it yet', HEAD_AND_CHECKER, inFormat(), true],
    ['nobody the form of what he saved last himself', CLERK, inFormat({ writerId: 'vanthu' }), false],
    ['nobody the form of what he saved once, another since', CLERK, inFormat({ writerIds: ['vanthu', 'ngoc'] }), false],
    ['nobody before the content', CLERK, draft(), false],
    ['nobody, in somebody’s place, what was written there', CLERK_FOR_NGOC, inFormat(), false],
    ['nobody, in somebody’s place, what they wrote', CLERK_FOR_NGOC, inFormat({ authorId: 'vanthu' }), false],
  ])('form: %s', (_rule, actor, letter, expected) => {
    expect(draftAbilities(actor, letter).approveFormat).toBe(expected);
  });

  it.each<[string, Actor, boolean]>([
    ['the officer of its unit, even when another began it', person('dung', 'gdtrh', 'contactOfficer'), true],
    ['the registry', CLERK, true],
    ['no author who has gone to another unit', person('ngoc', 'nui-voi', 'contactOfficer'), false],
    ['no author who is contact officer no more', person('ngoc', 'gdtrh'), false],
  ])('handed over: an approved letter is submitted by %s', (_rule, actor, expected) => {
    expect(draftAbilities(actor, draft({ state: 'approved' })).submit).toBe(expected);
  });

  it.each<[string, Actor, Partial<DraftInView>, boolean]>([
    ['a leader, who may sign it', person('giamdoc', 'ld', 'leader'), { caseKind: 'report' }, true],
    ['the head of the unit that drafts it', HEAD, { caseKind: 'report' }, true],
    ['no leader where it answers a ticket', person('giamdoc', 'ld', 'leader'), {}, false],
    ['nobody who wrote it', person('ngoc', 'ld', 'leader'), { caseKind: 'report' }, false],
  ])('the content of a report: %s', (_rule, actor, change, expected) => {
    expect(draftAbilities(actor, draft(change)).approveContent).toBe(expected);
  });

  it('what answers no ticket is for the head of its unit, not for everybody in it', () => {
    const report = draft({ caseKind: 'report', state: 'editing' });
    const seen = (actor: Actor) => [draftAbilities(actor, report).see, draftAbilities(actor, report).edit];
    expect([seen(HEAD), seen(OFFICER)]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('a report is written by supervision, in whatever unit; a reply is not', () => {
    const inspector = person('vinh', 'ttr', 'supervisor');
    const edits = (caseKind: DraftInView['caseKind']) =>
      draftAbilities(inspector, draft({ caseKind, state: 'editing' })).edit;
    expect([edits('report'), edits('ticket')]).toEqual([true, false]);
  });

  it('leaves him who may not approve the way to give it back', () => {
    expect(draftAbilities(HEAD, draft({ writerId: 'thang' })).giveBack).toBe(true);
  });

  it('lets the content approver of a text approve that text again', () => {
    expect(mayApproveBesides(HEAD, draft({ contentApproverId: 'thang' }), 'content')).toBe(true);
  });

  it.each<[string, Actor, Partial<DraftInView>, boolean]>([
    ['of its officer', OFFICER, {}, true],
    ['not of the head, who could still approve it', HEAD, {}, false],
    ['of the head who has written in it', HEAD, { writerIds: ['ngoc', 'thang'] }, true],
    ['of the head who began it', HEAD, { authorId: 'thang' }, true],
    [
      'not of a format checker who drafts in its unit',
      person('vanthu', 'gdtrh', 'registryClerk', 'formatChecker'),
      { caseKind: 'document' },
      false,
    ],
    [
      'not of a stand-in for the head',
      { ...HEAD, id: 'ha', onBehalfOf: { id: 'thang', name: 'thang', by: 'ha' } },
      {},
      false,
    ],
    ['of nobody once it is approved', OFFICER, { state: 'approved' }, false],
  ])('the form saves itself: %s', (_rule, actor, change, expected) => {
    expect(draftAbilities(actor, draft({ state: 'editing', ...change })).saveByItself).toBe(expected);
  });
});
