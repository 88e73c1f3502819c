import { numberRoad, numbererOf } from './number-order.js';

const WIRE = new Set(['seal', 'takeNumber']);

describe('the way of a letter to a number that the e-office gives', () => {
  it.each([
    ['asks where nothing was asked yet', WIRE, null, 'ask'],
    ['waits for the answer', WIRE, 'asked', 'asked'],
    ['stops where the answer cannot stand', WIRE, 'stopped', 'stopped'],
    ['is by hand where the e-office gives none over the wire', new Set(['seal']), null, 'byHand'],
  ] as const)('%s', (_rule, abilities, state, road) => {
    expect(numberRoad(abilities, state && { state })).toBe(road);
  });
});

describe('who numbers a letter', () => {
  it.each([
    ['our register, where the book is ours', [false, null, 'here'], 'here'],
    ['the e-office, where the book is its own', [false, null, 'eOffice'], 'eOffice'],
    ['the e-office that was asked before the book became ours', [false, 'asked', 'here'], 'eOffice'],
    ['the e-office whose answer stopped before the book became ours', [false, 'stopped', 'here'], 'eOffice'],
    ['the owner of today, once what was asked is done', [false, 'given', 'here'], 'here'],
    ['our register, where the number was printed before signing', [true, null, 'eOffice'], 'here'],
  ] as const)('%s', (_rule, [hasNumber, state, owner], expected) => {
    expect(numbererOf({ hasNumber, order: state && { state } }, owner)).toBe(expected);
  });
});
