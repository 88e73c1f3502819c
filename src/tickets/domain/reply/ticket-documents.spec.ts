import type { Actor, Role } from '../../../kernel/actor.js';
import { openPlaces, placeOfKind, type DocumentedTicket } from './ticket-documents.js';

const person = (unitId: string, ...roles: Role[]): Actor => ({ id: 'x', name: 'x', unitId, roles });
const OFFICER = person('gdtrh', 'contactOfficer');
const CLERK = person('van-phong', 'registryClerk');

const ticket = (change: Partial<DocumentedTicket> = {}): DocumentedTicket => ({
  state: 'processing',
  leadUnitId: 'gdtrh',
  extended: false,
  asked: false,
  asksByLetter: false,
  ...change,
});

describe('a document about a ticket, besides its reply', () => {
  it.each<[string, Actor, DocumentedTicket, readonly string[]]>([
    ['minutes while its unit verifies', OFFICER, ticket(), ['verification']],
    ['the extension once more time is granted', OFFICER, ticket({ extended: true }), ['extension', 'verification']],
    [
      'the request while the citizen is asked',
      OFFICER,
      ticket({ state: 'waitingCitizenInfo', asked: true }),
      ['informationRequest', 'verification'],
    ],
    [
      'the letter to a unit that reads none of our pages',
      OFFICER,
      ticket({ state: 'waitingCoordination', asksByLetter: true }),
      ['verification', 'outsideRequest'],
    ],
    ['nothing before its unit has it', OFFICER, ticket({ state: 'assigned' }), []],
    ['nothing once it is answered', OFFICER, ticket({ state: 'answered', extended: true }), []],
    ['nothing by another unit', person('nui-voi', 'unitHead'), ticket(), []],
    ['nothing by a leader', person('gdtrh', 'leader'), ticket(), []],
    [
      'what was returned, handed on by the registry',
      CLERK,
      ticket({ state: 'returned', leadUnitId: null }),
      ['return'],
    ],
  ])('%s', (_rule, actor, about, expected) => {
    expect(openPlaces(actor, about)).toEqual(expected);
  });

  it('is begun from the place of its kind alone', () => {
    expect([
      placeOfKind('cong-van-gia-han', ['extension', 'verification']),
      placeOfKind('bien-ban', ['verification']),
      placeOfKind('phieu-chuyen', ['verification']),
      placeOfKind('cong-van-tra-loi', ['verification', 'return']),
    ]).toEqual(['extension', 'verification', null, null]);
  });
});
